"""Schedules: tables of figures, one formula for each column and one row for each workweek.

Three years of work are 156 rows that share ten formulas. A schedule keeps each formula once, computes
a *line* once for all workweeks whose facts and law are equal, and lists in *runs* which workweeks
those are. Totals over a column are figures (:func:`remedies.figures.column_total`).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import takewhile
from typing import overload

from remedies.errors import AuditError
from remedies.figures import Authority, Figure, audit, column_total
from remedies.operations import LEAVES, ZERO, Op, Unit, evaluate, unit_of

WEEK = dt.timedelta(days=7)


# Rows are many, so they are computed on pairs of numerator and denominator, not in lowest terms: as exact
# as the fractions of remedies.operations, whose operations these are, and several times as fast.
_Ratio = tuple[int, int]
_Operation = Callable[[_Ratio, _Ratio], _Ratio]
_Step = tuple[_Operation, int, int]


def _same(left: _Ratio, _: _Ratio) -> _Ratio:
    return left


def _add(left: _Ratio, right: _Ratio) -> _Ratio:
    if left[1] == right[1]:
        return left[0] + right[0], left[1]
    return left[0] * right[1] + right[0] * left[1], left[1] * right[1]


def _excess(left: _Ratio, right: _Ratio) -> _Ratio:
    over = left[0] * right[1] - right[0] * left[1]
    return (over, left[1] * right[1]) if over > 0 else (0, 1)


def _multiply(left: _Ratio, right: _Ratio) -> _Ratio:
    return left[0] * right[0], left[1] * right[1]


def _divide(left: _Ratio, right: _Ratio) -> _Ratio:
    numerator, denominator = left[0] * right[1], left[1] * right[0]
    if not denominator:
        raise ZeroDivisionError
    return (numerator, denominator) if denominator > 0 else (-numerator, -denominator)


def _greater(left: _Ratio, right: _Ratio) -> _Ratio:
    return left if left[0] * right[1] >= right[0] * left[1] else right


def _lesser(left: _Ratio, right: _Ratio) -> _Ratio:
    return left if left[0] * right[1] <= right[0] * left[1] else right


def _to_cents(dollars: _Ratio, _: _Ratio) -> _Ratio:
    numerator, denominator = dollars
    cents = (abs(numerator) * 200 + denominator) // (2 * denominator)
    return cents if numerator >= 0 else -cents, 100


_OPERATIONS: dict[tuple[Op, int], _Operation] = {
    (Op.TOTAL, 1): _same,
    (Op.TOTAL, 2): _add,
    (Op.EXCESS, 2): _excess,
    (Op.PRODUCT, 2): _multiply,
    (Op.QUOTIENT, 2): _divide,
    (Op.GREATER, 2): _greater,
    (Op.LESSER, 2): _lesser,
    (Op.TO_CENTS, 1): _to_cents,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its formula over columns to its left, or none when each row brings a figure."""

    key: str
    name: str
    unit: Unit
    op: Op | None = None
    operands: tuple[str, ...] = ()
    authority: tuple[Authority, ...] = ()


class Formulas:
    """Columns in order, checked for units once and ready to evaluate row by row."""

    __slots__ = ("columns", "index", "leaves", "steps")

    def __init__(self, columns: Sequence[Column]) -> None:
        """Bind each formula to the places of its operands.

        Raises:
            UnitMismatchError: a formula's units do not combine.

        """
        self.columns = tuple(columns)
        self.index = {column.key: place for place, column in enumerate(self.columns)}
        self.leaves = tuple(column for column in self.columns if column.op is None)
        if any(column.op is None for column in self.columns[len(self.leaves) :]):
            msg = "columns that rows bring stand to the left of columns that are computed"
            raise AuditError(msg)
        self.steps = tuple(self._step(column) for column in self.columns[len(self.leaves) :])

    def _step(self, column: Column) -> _Step:
        assert column.op is not None  # noqa: S101 - leaves were taken off above
        units = [self.columns[self.index[key]].unit for key in column.operands]
        if unit_of(column.op, units) is not column.unit:
            msg = f"column {column.key} is not in {column.unit}"
            raise AuditError(msg)
        places = [self.index[key] for key in column.operands]
        operation = _OPERATIONS.get((column.op, len(places)))
        if operation is None:
            msg = f"column {column.key} cannot be the {column.op} of {len(places)} columns"
            raise AuditError(msg)
        return operation, places[0], places[-1]

    def values(self, leaves: Iterable[Fraction]) -> list[Fraction]:
        """Return every column's value for a row that starts from ``leaves``, left to right."""
        return list(self.row(leaves))

    def row(self, leaves: Iterable[Fraction]) -> "Values":
        """Return the same values, each made a fraction when it is first looked at."""
        return Values(self._on([leaf.as_integer_ratio() for leaf in leaves], self.steps))

    def again(
        self, lines: Iterable["Line"], of: "Formulas", *, until: str | None = None
    ) -> Iterator["Line"]:
        """Yield lines anew whose rows start from the same figures under other formulas.

        Args:
            lines: lines computed by ``of``.
            of: formulas over the same first columns; those they begin with alike are not repeated.
            until: the last column that is needed, when not all are.

        """
        pairs = zip(self.steps, of.steps, strict=False)
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        kept = len(self.leaves) + alike
        steps = self.steps[alike : self.index[until] + 1 - len(self.leaves) if until else None]
        for line in lines:
            yield Line(line.cells, Values(self._on(line.values.ratios[:kept], steps)))

    def sums(self, rows: Iterable[Sequence[Fraction]], *keys: str) -> tuple[Fraction, ...]:
        """Return the totals of some columns over many rows, keeping none of the rows."""
        pick = [self.index[key] for key in keys]
        sums: list[dict[int, int]] = [defaultdict(int) for _ in pick]
        for leaves in rows:
            row = self._on([leaf.as_integer_ratio() for leaf in leaves], self.steps)
            for by_denominator, place in zip(sums, pick, strict=True):
                numerator, denominator = row[place]
                by_denominator[denominator] += numerator
        return tuple(_summed(found) for found in sums)

    @staticmethod
    def _on(row: list[_Ratio], steps: Iterable[_Step]) -> list[_Ratio]:
        """Add to a row the columns that ``steps`` compute."""
        append = row.append
        for operation, left, right in steps:
            append(operation(row[left], row[right]))
        return row


def _summed(numerators: Mapping[int, int]) -> Fraction:
    return sum((Fraction(n, denominator) for denominator, n in numerators.items()), ZERO)


class Values(Sequence[Fraction]):
    """A row's values, left to right: a position that is tried looks at one of twenty."""

    __slots__ = ("_made", "ratios")

    def __init__(self, ratios: list[_Ratio]) -> None:
        """Keep the ratios; nothing is reduced yet."""
        self.ratios = ratios
        self._made: list[Fraction | None] = [None] * len(ratios)

    def __len__(self) -> int:
        """Return the number of columns."""
        return len(self.ratios)

    @overload
    def __getitem__(self, place: int) -> Fraction: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Fraction, ...]: ...
    def __getitem__(self, place: int | slice) -> Fraction | tuple[Fraction, ...]:
        """Return the value of one column, or of several."""
        if isinstance(place, slice):
            return tuple(self)[place]
        made = self._made[place]
        if made is None:
            made = self._made[place] = Fraction(*self.ratios[place])
        return made

    def __iter__(self) -> Iterator[Fraction]:
        """Yield the values, left to right."""
        for place, made in enumerate(self._made):
            yield self[place] if made is None else made


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """What a row computes: the figures it starts from and the value of every column."""

    cells: tuple[Figure, ...]
    values: Values


@dataclass(frozen=True, slots=True)
class Run:
    """Equal workweeks that follow each other: the first one's start, how many, and their line."""

    starts_on: dt.date
    count: int
    line: Line

    def days(self) -> Iterator[dt.date]:
        """Yield the first day of each workweek."""
        day = self.starts_on
        for _ in range(self.count):
            yield day
            day += WEEK


@dataclass(frozen=True, eq=False)
class Schedule:
    """Rows by workweek, in the order of their dates."""

    name: str
    formulas: Formulas
    runs: tuple[Run, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, left to right."""
        return self.formulas.columns

    @property
    def row_count(self) -> int:
        """How many workweeks the schedule lists."""
        return sum(run.count for run in self.runs)

    def lines(self) -> list[Line]:
        """Return each distinct line once, in the order of its first workweek."""
        return list({id(run.line): run.line for run in self.runs}.values())

    @cached_property
    def leaves(self) -> tuple[Figure, ...]:
        """The givens and the law that the rows start from, each once."""
        seen: dict[int, Figure] = {}
        waiting = [cell for line in reversed(self.lines()) for cell in reversed(line.cells)]
        while waiting:
            figure = waiting.pop()
            if id(figure) not in seen:
                seen[id(figure)] = figure
                waiting.extend(reversed(figure.operands))
        return tuple(figure for figure in seen.values() if figure.op in LEAVES)

    def rows(self) -> Iterator[tuple[dt.date, Line]]:
        """Yield every workweek's first day and line."""
        for run in self.runs:
            for day in run.days():
                yield day, run.line

    def value(self, line: Line, key: str) -> Fraction:
        """Return a column's value on a line."""
        return line.values[self.formulas.index[key]]

    def total(self, key: str, name: str, *, by: Authority | None = None) -> Figure:
        """Return the total of a column as a figure."""
        return column_total(name, ColumnOf(self, key), by=by)

    def audit(self) -> None:
        """Re-derive every line from the figures that it starts from.

        Raises:
            AuditError: a value does not follow from the columns it cites.

        """
        for line in self.lines():
            for cell in line.cells:
                audit(cell)
            self._audit(line)

    def _audit(self, line: Line) -> None:
        """Re-derive a row with the operations of the figures, which are not those it was computed by."""
        values = list(line.values)
        index = self.formulas.index
        cells = iter(line.cells)
        for column, value in zip(self.columns, values, strict=True):
            if column.op is None:
                expected = next(cells).value
            else:
                expected = evaluate(column.op, [values[index[key]] for key in column.operands])
            if value != expected:
                msg = f"{column.name} of a row of {self.name} does not follow from its formula"
                raise AuditError(msg)


@dataclass(frozen=True, slots=True, eq=False)
class ColumnOf:
    """A schedule's column as something that a figure can total."""

    schedule: Schedule
    key: str
    _place: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Find the column once."""
        object.__setattr__(self, "_place", self.schedule.formulas.index[self.key])

    @property
    def unit(self) -> Unit:
        """The column's unit."""
        return self.schedule.columns[self._place].unit

    def total(self) -> Fraction:
        """Return the exact sum over all workweeks."""
        sums: dict[int, int] = defaultdict(int)
        for run in self.schedule.runs:
            numerator, denominator = run.line.values.ratios[self._place]
            sums[denominator] += numerator * run.count
        return _summed(sums)

    def audit(self) -> None:
        """Re-derive the schedule that the column stands in."""
        self.schedule.audit()

    def leaves(self) -> Iterator[Figure]:
        """Yield the givens and the law that any row of the schedule starts from."""
        yield from self.schedule.leaves
