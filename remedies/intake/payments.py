"""Payments as the dated records of what a claim's victim was paid: checked row by row, never repaired."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from remedies.intake import values
from remedies.intake.cells import Row
from remedies.intake.columns import Mapping, Sort
from remedies.intake.readings import EVER, Period, Reading, Record, Rows
from remedies.intake.refusals import Note
from remedies.intake.tables import Table

_CENTS: Final = 2
_MOST_NOTES: Final = 50

Paid = tuple[Row, Record]


def payments(table: Table, mapping: Mapping, period: Period = EVER) -> Reading:
    """Return the records of payments, with notes on those that look entered twice.

    Args:
        table: the table.
        mapping: which column is which, as a person confirmed it.
        period: the days in which the work lies that was paid; a payment itself may come later, and a note
            says so.

    Raises:
        TableError: rows cannot be read.

    """
    rows = Rows(table, mapping)
    found = [(row, record) for row in rows.filled() if (record := payment(rows, row))]
    rows.settle(found)
    notes = (*table.notes, *_twice(found), *_outside(found, period))
    return Reading(sort=Sort.PAYMENTS, records=tuple(r for _, r in found), notes=notes)


def payment(rows: Rows, row: Row) -> Record | None:
    """Return the payment of a row; None after a problem, which the rows keep."""
    how = rows.mapping
    on = rows.get(row, "on", values.day, how.dates)
    amount = rows.get(row, "amount", values.number, _CENTS, how.numbers)
    work_on = rows.get(row, "for", values.day, how.dates) if rows.has(row, "for") else None
    exhibit = rows.get(row, "exhibit", values.words) if rows.has(row, "exhibit") else None
    sound = (rows.has(row, "for"), rows.has(row, "exhibit")) == (
        bool(work_on),
        exhibit is not None,
    )
    if on is None or amount is None or not sound:
        return None
    found = {"on": on.isoformat(), "amount": amount}
    if work_on:
        found["for"] = work_on.isoformat()
    if exhibit:
        found["exhibit"] = exhibit
    return found


def _twice(found: Sequence[Paid]) -> Iterator[Note]:
    seen: dict[tuple[str, str], Row] = {}
    count = 0
    for row, record in found:
        before = seen.setdefault((record["on"], record["amount"]), row)
        if before is row:
            continue
        count += 1
        if count <= _MOST_NOTES:
            why = f"has the day and the amount of row {before.number}; keep both only if both were paid"
            yield Note(f"row {row.number}", "same_payment", why)
    if count > _MOST_NOTES:
        yield Note("", "same_payment", f"{count:,} rows repeat the day and the amount of another")


def _outside(found: Sequence[Paid], period: Period) -> Iterator[Note]:
    outside = [
        row
        for row, record in found
        if not period.holds(dt.date.fromisoformat(record.get("for", record["on"])))
    ]
    for row in outside[:_MOST_NOTES]:
        why = (
            "belongs to a workweek by its own day, which lies outside the period of work; name a day of the "
            "work that it paid in a column for"
        )
        yield Note(f"row {row.number}", "outside_period", why)
    if len(outside) > _MOST_NOTES:
        yield Note("", "outside_period", f"{len(outside):,} rows pay for days outside the period")
