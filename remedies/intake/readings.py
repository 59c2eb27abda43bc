"""What an import gives: records for a claim, problems by row, and notes."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from remedies.errors import Problem
from remedies.intake.cells import Kind, Row
from remedies.intake.columns import Mapping, Sort
from remedies.intake.refusals import Note, TableError, first
from remedies.intake.tables import Table
from remedies.intake.values import CellError

MOST_RECORDS: Final = 10_000
"""How many records a claim takes for one period of work."""

Read = TypeVar("Read")
Record = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days in which dates must lie, where they are known; both are part of it."""

    begins_on: dt.date | None = None
    ends_on: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Return whether a day lies in it."""
        before = self.begins_on is not None and day < self.begins_on
        return not before and not (self.ends_on is not None and day > self.ends_on)


EVER: Final = Period()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The records of a table as a claim takes them, in the order of its rows, and what to look at."""

    sort: Sort
    records: tuple[Record, ...]
    notes: tuple[Note, ...]

    @property
    def part(self) -> dict[str, object]:
        """The part of a claim's work that holds the records."""
        return {self.sort.part: {"records": list(self.records)}}


class Rows:
    """The rows of a table under a mapping, and the problems that were met in reading them."""

    def __init__(self, table: Table, mapping: Mapping) -> None:
        """Begin without problems."""
        self.table = table
        self.mapping = mapping
        self.problems: list[Problem] = []

    def filled(self) -> Iterator[Row]:
        """Yield the rows in which a mapped column holds anything; cells too many are a problem."""
        places = self.mapping.columns.values()
        for row in self.table.rows:
            if self.table.delimited and any(c.text for c in row.cells[self.table.width :]):
                why = (
                    f"has more cells than the {self.table.width} of the header: a separator inside a value "
                    "belongs in quotation marks"
                )
                self.problems.append(Problem(f"row {row.number}", "too_many", why))
            elif any(c.text or c.kind is not Kind.TEXT for c in map(row.cell, places)):
                yield row

    def has(self, row: Row, name: str) -> bool:
        """Return whether a field's cell holds anything."""
        place = self.mapping.columns.get(name)
        if place is None:
            return False
        cell = row.cell(place)
        return bool(cell.text) or cell.kind is not Kind.TEXT

    def get(self, row: Row, name: str, read: Callable[..., Read], *how: object) -> Read | None:
        """Return what a cell holds; None after a problem, which is kept."""
        if not self.has(row, name):
            self.missing(row, name)
            return None
        try:
            return read(row.cell(self.mapping.columns[name]), *how)
        except CellError as error:
            self.wrong(row, name, error.code, error.message)
            return None

    def missing(self, row: Row, name: str) -> None:
        """Keep that a cell is empty, or that there is no column for it."""
        known = name in self.mapping.columns
        self.wrong(row, name, "required", "is missing" if known else f"has no cell for {name}")

    def wrong(self, row: Row, name: str, code: str, why: str) -> None:
        """Keep a problem of a cell; of the row, when no column is mapped to the field."""
        place = self.mapping.columns.get(name)
        where = f"row {row.number}" if place is None else self.table.field(row, place)
        self.problems.append(Problem(where, code, why))

    def settle(self, records: Iterable[object]) -> None:
        """Refuse the table when problems were met, in the order of their rows.

        Raises:
            TableError: with all of them.

        """
        count = sum(1 for _ in records)
        if not self.problems and not count:
            self.problems.append(Problem("", "no_rows", "no row under the header has a record"))
        if count > MOST_RECORDS:
            why = f"a period of work has at most {MOST_RECORDS:,} records; split the file"
            self.problems.insert(0, Problem("", "too_many", why))
        if self.problems:
            raise TableError(first(sorted(self.problems, key=_row_of)))


def _row_of(problem: Problem) -> int:
    number = problem.field.removeprefix("row ").partition(",")[0]
    return int(number) if number.isdigit() else 0
