"""A schedule's columns as a reader with a pencil meets them: lettered, each with its formula.

A column that stands in every document gets a letter. One that only helps to compute another is
written out inside that other's formula; if several formulas need it, it gets a letter and a line
of its own in the list of columns, but no place in the table.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from string import ascii_uppercase

from remedies.calculators import wage_columns as wage
from remedies.calculators.overtime import WHOLE_WORKWEEK
from remedies.documents.wording import exact
from remedies.figures import Authority
from remedies.operations import Op, Unit
from remedies.schedule import Column, Line, Schedule

ORDER = (
    wage.HOURS,
    "agreed_rate",
    "minimum_rate",
    wage.RATE,
    wage.STRAIGHT_TIME,
    "overtime_after",
    "overtime_hours",
    "overtime_half",
    "overtime_premium",
    wage.DUE,
    wage.COSTS,
    wage.PAID,
    wage.DEDUCTIONS,
    "deductions_credited",
    wage.UNPAID,
    wage.UNPAID_MINIMUM,
    wage.UNPAID_AGREED,
    wage.UNPAID_OVERTIME,
    wage.TIPS_KEPT,
)
_ONLY_IF_NEEDED = frozenset({"overtime_after", "overtime_half"})  # rows differ, or exempt
_OF_UNIT = {
    Unit.HOUR: "h",
    Unit.USD: "",
    Unit.USD_PER_HOUR: "$/h",
    Unit.RATIO: "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """One column of the list: its letter, its formula in letters, and whether the table has it."""

    letter: str
    column: Column
    formula: str
    printed: bool
    authority: tuple[Authority, ...]

    @property
    def key(self) -> str:
        """The column's key in the schedule."""
        return self.column.key

    @property
    def name(self) -> str:
        """The column's name."""
        return self.column.name

    @property
    def unit(self) -> str:
        """The unit, as a table head states it once for all rows; nothing for dollars."""
        return _OF_UNIT.get(self.column.unit, self.column.unit.value)


class Lettering:
    """The columns of one schedule, lettered from left to right."""

    def __init__(self, schedule: Schedule) -> None:
        """Choose the columns that are printed and letter them."""
        self._schedule = schedule
        self._by_key = {column.key: column for column in schedule.columns}
        self._usual = schedule.runs[0].line
        printed = [key for key in ORDER if self._stands(key)]
        listed = self._with_steps(printed)
        self._letters = dict(zip(listed, _letters(len(listed)), strict=True))
        self.columns = tuple(self._lettered(key, printed=key in printed) for key in listed)
        self.printed = tuple(column for column in self.columns if column.printed)

    def letter(self, key: str) -> str | None:
        """Return a column's letter; None when it has none."""
        return self._letters.get(key)

    def worked(self, key: str, line: Line) -> str:
        """Return a column's formula with the amounts of one line: ``100 h × $7.25 an hour = …``."""
        column = self._by_key[key]

        def amount(operand: str) -> str:
            return exact(self._schedule.value(line, operand), self._by_key[operand].unit)

        found = amount(key)
        if column.op is None:
            return found
        return f"{self._expression(column, amount, line)} = {found}"

    def _stands(self, key: str) -> bool:
        if key not in self._by_key:
            return False
        if key not in _ONLY_IF_NEEDED:
            return True
        values = {self._schedule.value(line, key) for line in self._schedule.lines()}
        return len(values) > 1 or not all(values) or WHOLE_WORKWEEK in values

    def _with_steps(self, printed: list[str]) -> list[str]:
        """Insert the unprinted columns that several formulas need, each before the first of them."""
        uses = Counter(operand for column in self._schedule.columns for operand in column.operands)
        steps = [
            column.key
            for column in self._schedule.columns
            if column.op is not None and column.key not in printed and uses[column.key] > 1
        ]
        listed = list(printed)
        for step in steps:
            users = [k for k in printed if step in self._by_key[k].operands]
            listed.insert(listed.index(users[0]) if users else len(listed), step)
        return listed

    def _lettered(self, key: str, *, printed: bool) -> Lettered:
        column = self._by_key[key]
        formula = "" if column.op is None else self._expression(column, self._atom)
        cited = (*column.authority, *self._written_in(column))
        return Lettered(
            letter=self._letters[key],
            column=column,
            formula=formula,
            printed=printed,
            authority=tuple({a.citation: a for a in reversed(cited)}.values())[::-1],
        )

    def _written_in(self, column: Column) -> Iterator[Authority]:
        """Yield the law of the constants that stand in a formula without a letter."""
        for key in column.operands:
            operand = self._by_key[key]
            if key not in self._letters and operand.op is None:
                cell = self._usual.cells[self._schedule.formulas.index[key]]
                yield from (authority for line in cell.lines() for authority in line.authority)
            elif key not in self._letters:
                yield from self._written_in(operand)

    def _atom(self, key: str) -> str:
        if key in self._letters:
            return self._letters[key]
        return exact(self._schedule.value(self._usual, key), self._by_key[key].unit)

    def _expression(
        self, column: Column, atom: Callable[[str], str], line: Line | None = None
    ) -> str:
        parts = []
        for key in column.operands:
            operand = self._by_key[key]
            if key in self._letters or operand.op is None:
                parts.append(atom(key))
            else:
                inner = self._expression(operand, atom, line)
                plain = operand.op is Op.PRODUCT or column.op is Op.TO_CENTS
                parts.append(inner if plain and ", " not in inner else f"({inner})")
        return _words(column.op, parts, self._values(column, line))

    def _values(self, column: Column, line: Line | None) -> list[Fraction]:
        return [self._schedule.value(line, key) for key in column.operands] if line else []


def _words(op: Op | None, parts: list[str], values: list[Fraction]) -> str:
    """Return an operation in signs; with ``values``, only the words that these values call for."""
    match op:
        case Op.PRODUCT:
            return " × ".join(parts)
        case Op.TOTAL:
            return " + ".join(parts)
        case Op.QUOTIENT:
            return " ÷ ".join(parts)
        case Op.EXCESS:
            floor = not values or values[0] < values[1]
            return " − ".join(parts) + (", not below zero" if floor else "")
        case Op.GREATER:
            return f"the greater of {' and '.join(parts)}"
        case Op.LESSER:
            return f"the lesser of {' and '.join(parts)}"
        case Op.TO_CENTS:
            rounds = not values or bool(100 % values[0].denominator)
            return parts[0] + (", to the cent" if rounds else "")
        case _:
            message = f"a column has no operation {op}"
            raise ValueError(message)


def _letters(count: int) -> str:
    """Return ``count`` letters without I and O, which a hand writes like figures."""
    return "".join(letter for letter in ascii_uppercase if letter not in "IO")[:count]
