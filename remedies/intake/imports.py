"""From a file to records: what is proposed, what the first rows would become, and the import itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from remedies.errors import Problem
from remedies.intake.cells import Kind, Row
from remedies.intake.columns import Mapping, Sort
from remedies.intake.payments import payment, payments
from remedies.intake.readings import EVER, Period, Reading, Record, Rows
from remedies.intake.shifts import shift, worked
from remedies.intake.tables import Table
from remedies.intake.timesheets import timesheet

SHOWN_ROWS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One row as it would be read: its record, or the problems in the way of one."""

    row: int
    record: Record | None
    problems: tuple[Problem, ...]


def imported(table: Table, sort: Sort, mapping: Mapping, period: Period = EVER) -> Reading:
    """Return the records of a table.

    Raises:
        TableError: rows cannot be read, or contradict themselves, one another or the period.

    """
    if sort is Sort.TIMESHEET:
        return timesheet(table, mapping, period)
    return payments(table, mapping, period)


def first_rows(table: Table, sort: Sort, mapping: Mapping) -> Iterator[Shown]:
    """Yield the first rows as they would be read, each by itself."""
    for row in table.rows[:SHOWN_ROWS]:
        rows = Rows(table, mapping)
        record = _record(rows, row, sort)
        yield Shown(row=row.number, record=record, problems=tuple(rows.problems))


def raw(row: Row, width: int) -> list[str]:
    """Return the cells of a row as the file has them; of a formula, only that it is one."""
    cells = [row.cell(place) for place in range(width)]
    return [c.text if c.kind in {Kind.TEXT, Kind.NUMBER} else f"({c.kind.value})" for c in cells]


def _record(rows: Rows, row: Row, sort: Sort) -> Record | None:
    if not rows.mapping.columns:
        return None
    if sort is Sort.PAYMENTS:
        return payment(rows, row)
    if "start" not in rows.mapping.columns and "hours" not in rows.mapping.columns:
        return None
    found = shift(rows, row) if worked(rows, row) else None
    return found.record if found else None
