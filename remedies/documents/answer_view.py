"""What the papers say of an answer to an opposing schedule: words and numbers, nothing computed anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from remedies.calculators.answer import Answer, Balance, CauseKind, CauseTotal, Difference
from remedies.calculators.assessment import Assessment
from remedies.documents.wording import cell, count
from remedies.figures import Authority
from remedies.operations import Unit
from remedies.schedule import WEEK
from remedies.worksheet import cite, dollars

_ALPHABET: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_COLUMN_NAMES: Final = {
    "hours": "Hours",
    "due": "Wages due",
    "paid": "Wages paid",
    "unpaid": "Unpaid wages",
}
_BOTH: Final = ("theirs", "ours")
_PRINTED: Final = {
    **dict.fromkeys(("hours", "rate", "paid"), _BOTH),
    **dict.fromkeys(("due", "unpaid"), (*_BOTH, "differs by")),
}


@dataclass(frozen=True, slots=True)
class Grounds:
    """One thing that a cause rests on, and in which workweeks."""

    letter: str
    says: str
    weeks: str


@dataclass(frozen=True, slots=True)
class Span:
    """Equal rows that follow each other: the first, the last, and how many they are."""

    entry: Difference
    last: Difference
    count: int

    @property
    def last_on(self) -> str:
        """The day on which the last workweek begins."""
        return self.last.week.starts_on.isoformat()

    @property
    def rows(self) -> str:
        """Their rows, by the first and the last."""
        first, last = self.entry.row.where, self.last.row.where
        return first if self.count == 1 else f"{first} to {last.removeprefix('row ')}"

    @property
    def workweeks(self) -> str:
        """The workweeks by the days on which they begin."""
        first = self.entry.week.starts_on.isoformat()
        return first if self.count == 1 else f"{first} to {self.last_on}"


class AnswerView:
    """The answer in the words and numbers that paper, page and terminal share."""

    def __init__(self, assessment: Assessment, answer: Answer) -> None:
        """Take what was computed; nothing is computed anew."""
        self.assessment = assessment
        self.answer = answer
        self.states = {n: answer.theirs.states(n) for n in ("hours", "rate", "paid")}
        self.states["unpaid"] = answer.theirs.states("left_unpaid")
        self._letters = {total.kind: _letter(n) for n, total in enumerate(answer.causes)}

    @property
    def headline(self) -> str:
        """What came out, in a few words."""
        found = self.answer
        number = len(found.differing) + len(found.only_ours) + len(found.only_theirs)
        if not number:
            return "The schedules differ nowhere"
        return f"{count(number, 'workweek')} {'differs' if number == 1 else 'differ'}"

    @property
    def conclusion(self) -> str:
        """What came out, in a sentence."""
        found = self.answer
        if not found.differs:
            return f"The schedules differ nowhere: {count(found.agreeing, 'workweek')} agree."
        groups = (
            (len(found.differing), "in both that differ"),
            (found.agreeing, "in both that agree"),
            (len(found.only_ours), "only in ours"),
            (len(found.only_theirs), "only in theirs"),
        )
        parts = [f"{count(number, 'workweek')} {where}" for number, where in groups if number]
        return f"{', '.join(parts)}. {self._difference()}"

    def _difference(self) -> str:
        due = self.answer.balance("due")
        moved = due.difference if due else Fraction(0)
        way = "more" if moved >= 0 else "less"
        says = f"By our schedule {dollars(abs(moved))} {way} was due than by theirs"
        unpaid = self.answer.balance("unpaid")
        if unpaid is None:
            return f"{says}."
        way = "more" if unpaid.difference >= 0 else "less"
        return f"{says}, and {dollars(abs(unpaid.difference))} {way} is unpaid."

    def letter(self, kind: CauseKind) -> str:
        """Return the letter of a cause."""
        return self._letters[kind]

    def causes(self) -> Iterator[tuple[str, CauseTotal, str, str, str]]:
        """Yield each cause: letter, total, what it moves in due and unpaid, and its authority."""
        for total in self.answer.causes:
            letter = self._letters[total.kind]
            yield letter, total, signed(total.due), signed(total.unpaid), cite(total.authority)

    @cached_property
    def sums(self) -> tuple[str, str]:
        """What all causes together move, in due and unpaid."""
        due = sum((total.due for total in self.answer.causes), Fraction(0))
        known = [total.unpaid for total in self.answer.causes if total.unpaid is not None]
        return signed(due), signed(sum(known, Fraction(0)) if known else None)

    def balances(self) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """Yield each column's proof: its name, the numbers from their total to ours, and the outcome."""
        for balance in self.answer.balances:
            yield _COLUMN_NAMES[balance.column], self._proof(balance), _outcome(balance)

    @staticmethod
    def _proof(balance: Balance) -> tuple[str, ...]:
        unit = Unit.HOUR if balance.column == "hours" else Unit.USD
        plain = (balance.theirs, -balance.only_theirs, balance.rows, balance.only_ours)
        theirs, *moves = plain
        numbers = (_number(value, unit) for value in (theirs, balance.ours))
        first, last = numbers
        return first, *(_number(move, unit, sign=True) for move in moves), last

    @cached_property
    def grounds(self) -> list[Grounds]:
        """What each cause rests on, each sentence once with its workweeks."""
        found: dict[tuple[str, str], list[Difference]] = {}
        for entry in self.answer.differing:
            for cause in entry.causes:
                key = self._letters[cause.kind], cause.says
                found.setdefault(key, []).append(entry)
        return [
            Grounds(letter, says, _weeks(entries))
            for (letter, says), entries in sorted(found.items(), key=lambda item: item[0][0])
        ]

    def causes_of(self, entry: Difference) -> str:
        """Return a row's causes by letter, each with what it moves: wages due, else unpaid wages."""
        moved = ((cause, cause.due or cause.unpaid or Fraction(0)) for cause in entry.causes)
        return "; ".join(
            f"{self._letters[cause.kind]}\N{NO-BREAK SPACE}{signed(value)}"
            for cause, value in moved
        )

    @cached_property
    def spans(self) -> list[Span]:
        """The rows that differ, equal ones that follow each other together."""
        found: list[list[Difference]] = []
        for entry in self.answer.differing:
            before = found[-1][-1] if found else None
            if before and _follows(before, entry) and _same(before, entry):
                found[-1].append(entry)
            else:
                found.append([entry])
        return [Span(own[0], own[-1], len(own)) for own in found]

    def columns(self) -> list[str]:
        """Return the names of the columns that both schedules have, in the order of :meth:`cells`."""
        compared = [name for name in ("hours", "rate") if self.states[name]] + ["due"]
        return compared + [name for name in ("paid", "unpaid") if self.states[name]]

    def cells(self, entry: Difference) -> Iterator[tuple[str, str, str]]:
        """Yield theirs, ours and the difference of each column of :meth:`columns`."""
        week, row = entry.week, entry.row
        values = {
            "hours": (row.hours, week.hours, Unit.HOUR),
            "rate": (row.rate, week.rate, Unit.USD_PER_HOUR),
            "due": (row.due, week.due, Unit.USD),
            "paid": (row.paid, week.paid, Unit.USD),
            "unpaid": (row.left_unpaid, week.unpaid, Unit.USD),
        }
        for name in self.columns():
            theirs, ours, unit = values[name]
            difference = getattr(entry, name)
            first = "" if theirs is None else _number(theirs, unit)
            yield first, _number(ours, unit), _number(difference or Fraction(0), unit, sign=True)

    def headings(self) -> list[tuple[str, str]]:
        """Return the printed columns of the rows: the column and whose it is, as in :meth:`paper`."""
        return [(name, whose) for name in self.columns() for whose in _PRINTED[name]]

    def paper(self, entry: Difference) -> Iterator[str]:
        """Yield a row's printed numbers; of hours and rates only theirs and ours."""
        for name, (theirs, ours, moved) in zip(self.columns(), self.cells(entry), strict=True):
            by = {"theirs": theirs, "ours": ours, "differs by": moved}
            yield from (by[whose] for whose in _PRINTED[name])

    def authorities(self) -> list[Authority]:
        """Return every authority that a cause rests on, once, in the order of the causes."""
        found = {a.citation: a for total in self.answer.causes for a in total.authority}
        return list(found.values())


def signed(value: Fraction | None) -> str:
    """Return dollars with their sign, for a table; nothing where there is nothing to compare."""
    return "" if value is None else _number(value, Unit.USD, sign=True)


def plain(value: Fraction | None, unit: str = "USD") -> str:
    """Return a number for a table whose head states the unit; nothing where there is none."""
    return "" if value is None else _number(value, Unit(unit))


def _number(value: Fraction, unit: Unit, *, sign: bool = False) -> str:
    text, _ = cell(value, unit)
    if value < 0:
        return f"−{text.removeprefix('-')}"
    return f"+{text}" if sign and value else text


def _letter(place: int) -> str:
    first, second = divmod(place, len(_ALPHABET))
    return (_ALPHABET[first - 1] if first else "") + _ALPHABET[second]


def _outcome(balance: Balance) -> str:
    return "adds up" if balance.holds else "does not add up"


def _weeks(entries: Sequence[Difference]) -> str:
    first, last = entries[0].week.starts_on, entries[-1].week.starts_on
    if len(entries) == 1:
        return first.isoformat()
    return f"{count(len(entries), 'workweek')}, {first} to {last}"


def _follows(before: Difference, entry: Difference) -> bool:
    return entry.week.starts_on - before.week.starts_on == WEEK


def _same(before: Difference, entry: Difference) -> bool:
    rows = (before.row, entry.row)
    mine = (before.week, entry.week)
    names = ("hours", "rate", "due", "paid", "left_unpaid")
    alike = all(getattr(rows[0], name) == getattr(rows[1], name) for name in names)
    ours = all(
        getattr(mine[0], name) == getattr(mine[1], name)
        for name in ("hours", "rate", "due", "paid", "unpaid")
    )
    return alike and ours and before.causes == entry.causes and before.shifted == entry.shifted
