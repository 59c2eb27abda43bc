"""Which column of a table holds which field, as a person confirms it.

Nothing is guessed in silence: :mod:`remedies.intake.proposals` says what a header suggests and what must be
chosen, and an import takes a :class:`Mapping` that was confirmed.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

from remedies.errors import Problem
from remedies.intake.refusals import Note, TableError
from remedies.intake.sheet import letters, place_of
from remedies.intake.tables import Table
from remedies.intake.values import DateOrder, NumberForm, written_last

_LETTERS: Final = re.compile(r"@([A-Za-z]{1,2})")


class Sort(StrEnum):
    """What a table is about."""

    TIMESHEET = "timesheet"
    PAYMENTS = "payments"

    @property
    def part(self) -> str:
        """The part of a claim's work that holds its records."""
        return "hours" if self is Sort.TIMESHEET else "paid"


FIELDS: Final[MappingOf[Sort, tuple[str, ...]]] = {
    Sort.TIMESHEET: ("on", "start", "end", "ends_on", "hours", "relieved_minutes", "rate"),
    Sort.PAYMENTS: ("on", "amount", "for", "exhibit"),
}
"""The fields of each, by the names that a claim gives them."""

DAYS: Final = frozenset({"on", "ends_on", "for", "start", "end"})
"""Fields whose cells may hold a date."""

NUMBERS: Final = frozenset({"hours", "amount", "relieved_minutes", "rate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """A confirmed reading: the place of each field's column, and how dates and numbers are written.

    ``overnight`` says that an end at or before its start lies on the next day.
    """

    columns: MappingOf[str, int]
    dates: DateOrder | None = None
    numbers: NumberForm | None = None
    overnight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a header suggests, and what a person must still say before anything is read."""

    columns: MappingOf[str, int]
    dates: DateOrder | None
    missing: tuple[Problem, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person said of a table: its sheet and header, which columns are which, how it is written."""

    columns: str | None = None
    dates: DateOrder | None = None
    numbers: NumberForm | None = None
    sheet: str | None = None
    header_row: int | None = None


SAY_NUMBERS: Final = Problem(
    "numbers",
    "choose",
    "numbers have commas: say whether they are written 1,234.56 (point) or 1.234,56 (comma)",
)
SAY_DATES: Final = Problem(
    "dates",
    "choose",
    "the dates have the year last: say whether the month (mdy) or the day (dmy) comes first",
)


def confirmed(text: str, table: Table, sort: Sort) -> dict[str, int]:
    """Return the columns that a person confirmed: ``on=Date,start=In,end=Out``.

    A column is named by its header, or by its letter after a commercial at: ``on=@A``.

    Raises:
        TableError: a field or column is not known, is named twice, or one that is needed is not named.

    """
    return named_columns(text, table, FIELDS[sort], partial(lacking, sort=sort))


def named_columns(
    text: str,
    table: Table,
    fields: Collection[str],
    lacks: Callable[[MappingOf[str, int]], Iterable[Problem]],
) -> dict[str, int]:
    """Return the columns that a text names for fields; ``lacks`` says what is needed besides.

    Raises:
        TableError: a field or column is not known or named twice, or a needed one is not named.

    """
    columns, problems = _said(text, table, fields)
    problems = problems or list(lacks(columns))
    if problems:
        raise TableError(problems)
    return columns


def _said(
    text: str, table: Table, fields: Collection[str]
) -> tuple[dict[str, int], list[Problem]]:
    """Return the columns that a text names for fields, and a problem for each part that names none."""
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    for part in text.split(",") if text.strip() else ():
        name, _, column = (side.strip() for side in part.partition("="))
        place = column_place(column, table)
        if name not in fields:
            why = f"names a field that is none of {', '.join(fields)}"
            problems.append(Problem("columns", "unknown_field", why))
        elif name in columns:
            problems.append(Problem("columns", "duplicate_key", f"names {name} twice"))
        elif place is None:
            why = f"names no column of the table for {name}, or one of several alike; use @A for column A"
            problems.append(Problem("columns", "unknown_column", why))
        elif place in columns.values():
            why = f"names one column for {name} and another field"
            problems.append(Problem("columns", "duplicate_key", why))
        else:
            columns[name] = place
    return columns, problems


def lacking(columns: MappingOf[str, int], sort: Sort) -> Iterator[Problem]:
    """Yield the fields without which nothing can be imported."""
    if "on" not in columns and "start" not in columns:
        yield Problem("columns", "required", "say which column is on: the day")
    if sort is Sort.PAYMENTS:
        if "amount" not in columns:
            yield Problem("columns", "required", "say which column is amount: what was paid")
        return
    if ("start" in columns) != ("end" in columns):
        other = "end" if "start" in columns else "start"
        yield Problem("columns", "required", f"say which column is {other}")
    elif "start" not in columns and "hours" not in columns:
        yield Problem(
            "columns", "required", "say which column is hours, or which are start and end"
        )
    if "ends_on" in columns and "end" not in columns:
        yield Problem("columns", "does_not_belong", "ends_on needs start and end")


def mapped(  # noqa: PLR0913 - all are named
    table: Table,
    sort: Sort,
    *,
    columns: str,
    dates: DateOrder | None = None,
    numbers: NumberForm | None = None,
    overnight: bool = False,
) -> Mapping:
    """Return the mapping that a person confirmed.

    Raises:
        TableError: columns are wrong, or how dates or numbers are written must be said.

    """
    mapping = Mapping(
        columns=confirmed(columns, table, sort), dates=dates, numbers=numbers, overnight=overnight
    )
    problems = list(unsaid(table, mapping))
    if problems:
        raise TableError(problems)
    return mapping


def unsaid(table: Table, mapping: Mapping) -> Iterator[Problem]:
    """Yield how dates and numbers are written, where the cells can be read in two ways."""
    if mapping.dates is None and any(True for _ in year_last(table, mapping.columns)):
        why = (
            "the dates have the year last and may be read either way: say whether the month (mdy) or the "
            "day (dmy) comes first"
        )
        yield Problem("dates", "choose", why)
    if mapping.numbers is None and any(
        has_comma(table, place) for n, place in mapping.columns.items() if n in NUMBERS
    ):
        yield SAY_NUMBERS


def written(columns: MappingOf[str, int], table: Table) -> str:
    """Return columns as :func:`confirmed` reads them."""
    parts = []
    for name, place in columns.items():
        label = table.labels[place] if place < table.width else letters(place)
        own = place < table.width and label == table.header[place]
        parts.append(f"{name}={label}" if own else f"{name}=@{letters(place)}")
    return ",".join(parts)


def column_place(column: str, table: Table) -> int | None:
    """Return the place of a column named by its header or, after a commercial at, by its letter."""
    sought = " ".join(column.split()).casefold()
    same = [place for place, title in enumerate(table.header) if title.casefold() == sought]
    if sought and len(same) == 1:
        return same[0]
    if by_letter := _LETTERS.fullmatch(column):
        place = place_of(by_letter[1].upper())
        return place if place < table.width else None
    return None


def has_comma(table: Table, place: int) -> bool:
    """Return whether any cell of a column has a comma."""
    return any("," in row.cell(place).text for row in table.rows)


def year_last(
    table: Table, columns: MappingOf[str, int], days: Collection[str] = DAYS
) -> Iterator[tuple[int, int]]:
    """Yield the two numbers before the year, for every date that has its year last in columns of days."""
    for name, place in columns.items():
        if name in days:
            for row in table.rows:
                pair = written_last(row.cell(place))
                if pair:
                    yield pair
