"""An opposing schedule as a file has it: workweek, hours, rate, due, paid, by columns that were confirmed.

Nothing is guessed in silence: :func:`proposed` says what the header suggests, and :func:`opposing` reads by
columns only that a person confirmed, or that carry the very names of :data:`FIELDS`, as our export does.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from remedies.calculators.answer import OpposingSchedule, TheirRow
from remedies.errors import Problem
from remedies.intake import values
from remedies.intake.cells import Row
from remedies.intake.columns import (
    SAY_DATES,
    SAY_NUMBERS,
    Proposal,
    has_comma,
    named_columns,
    year_last,
)
from remedies.intake.columns import Mapping as Reading
from remedies.intake.imports import SHOWN_ROWS
from remedies.intake.proposals import order_of, plain_title, suggested, unclear
from remedies.intake.readings import Rows
from remedies.intake.refusals import Note
from remedies.intake.tables import Table
from remedies.intake.values import NumberForm

FIELDS: Final = ("workweek", "workweek_ending", "hours", "rate", "due", "paid", "unpaid")
"""What a column may be: the workweek by its first or by its last day, hours, dollars an hour, dollars."""

DAYS: Final = ("workweek", "workweek_ending")
_PLACES: Final = {"hours": 4, "rate": 4, "due": 2, "paid": 2, "unpaid": 2}
_WORDS: Final = {
    "workweek": "workweek, workweek starting, workweek beginning, workweek start, workweek begins on, "
    "week, week of, week starting, week beginning, week start, starts on, start date, week begins, "
    "period start, semana, semana del, inicio de semana, semana que empieza, desde",
    "workweek_ending": "workweek ending, workweek end, week ending, week end, w e, we date, "
    "ends on, end date, period end, period ending, pay period ending, semana que termina, hasta",
    "hours": "hours, hrs, hours worked, total hours, horas, horas trabajadas, total de horas",
    "rate": "rate, hourly rate, regular rate, rate of pay, pay rate, wage rate, tarifa, tarifa por hora, "
    "salario por hora, tasa",
    "due": "due, wages due, amount due, total due, gross due, wages owed, gross, gross wages, "
    "should have been paid, debido, salario debido, monto debido, adeudado",
    "paid": "paid, wages paid, amount paid, gross paid, actually paid, net paid, pagado, salario pagado, "
    "monto pagado",
    "unpaid": "unpaid, unpaid wages, back wages, back wages due, balance, balance due, difference, "
    "shortfall, underpayment, owed, no pagado, salario no pagado, diferencia, saldo",
}
_TOTALS: Final = frozenset({"total", "totals", "grand total", "totales", "suma", "total general"})
_LAST_DAY: Final = dt.timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposing:
    """The schedule that was read, and what a person should look at."""

    schedule: OpposingSchedule
    notes: tuple[Note, ...]


def proposed(table: Table) -> Proposal:
    """Return what the header's words and the cells under them suggest."""
    found = suggested(table.header, _WORDS, FIELDS)
    columns = {name: places[0] for name, places in found.items() if len(places) == 1}
    order = order_of(year_last(table, columns, DAYS))
    missing = [*unclear(found), *_lacking(columns)]
    if order is None:
        missing.append(SAY_DATES)
    if any(has_comma(table, place) for name, place in columns.items() if name not in DAYS):
        missing.append(SAY_NUMBERS)
    return Proposal(columns=columns, dates=order, missing=tuple(missing), notes=table.notes)


def named_as_fields(table: Table) -> bool:
    """Return whether the header consists of the names of fields, so that there is nothing to confirm."""
    known = [title for title in table.header if title]
    return set(known) <= set(FIELDS) and not list(_lacking(dict.fromkeys(known, 0)))


def confirmed(text: str, table: Table) -> dict[str, int]:
    """Return the columns that a person confirmed: ``workweek=Week of,hours=Hrs,due=@F``.

    Raises:
        TableError: a field or column is not known or named twice, or a needed one is not named.

    """
    return named_columns(text, table, FIELDS, _lacking)


def opposing(table: Table, reading: Reading) -> Opposing:
    """Return the schedule in a table, read by a confirmed mapping.

    Raises:
        TableError: rows cannot be read, or name one workweek twice; every problem names its row.

    """
    rows = Rows(table, reading)
    found: list[TheirRow] = []
    notes = list(table.notes)
    seen: dict[dt.date, int] = {}
    for row in rows.filled():
        if _is_total(rows, row):
            notes.append(Note(f"row {row.number}", "total", "is taken for a total, and not read"))
            continue
        made = _row(rows, row)
        if made is not None:
            _note_twice(rows, row, made, seen)
            found.append(made)
    rows.settle(found)
    ends_given = "workweek_ending" in reading.columns
    schedule = OpposingSchedule(rows=tuple(found), ends_given=ends_given)
    return Opposing(schedule=schedule, notes=tuple(notes))


def first_rows(table: Table, reading: Reading) -> Iterator[tuple[int, TheirRow | None]]:
    """Yield the numbers of the first rows with what would be read of each; None where nothing can be."""
    for row in table.rows[:SHOWN_ROWS]:
        rows = Rows(table, reading)
        yield row.number, _row(rows, row)


def _row(rows: Rows, row: Row) -> TheirRow | None:
    how, mapped = rows.mapping, rows.mapping.columns
    name = next((name for name in DAYS if name in mapped), None)
    if name is None or "due" not in mapped:
        return None
    before = len(rows.problems)
    day = rows.get(row, name, values.day, how.dates)
    cells = {n: _number(rows, row, n, how.numbers) for n in _PLACES if n in mapped}
    due = cells.pop("due")
    if day is None or due is None or len(rows.problems) > before:
        return None
    starts_on = day - _LAST_DAY if name == "workweek_ending" else day
    return TheirRow(starts_on=starts_on, due=due, where=f"row {row.number}", **cells)


def _number(rows: Rows, row: Row, name: str, form: NumberForm | None) -> Fraction | None:
    if name == "hours":
        text = rows.get(row, name, values.hours, form)
    else:
        text = rows.get(row, name, values.number, _PLACES[name], form)
    return None if text is None else Fraction(text)


def _is_total(rows: Rows, row: Row) -> bool:
    places = [rows.mapping.columns[name] for name in DAYS if name in rows.mapping.columns]
    return any(plain_title(row.cell(place).text) in _TOTALS for place in places)


def _note_twice(rows: Rows, row: Row, made: TheirRow, seen: dict[dt.date, int]) -> None:
    before = seen.setdefault(made.starts_on, row.number)
    if before != row.number:
        name = next(name for name in DAYS if name in rows.mapping.columns)
        rows.wrong(row, name, "duplicate_date", f"names the workweek of row {before} again")


def _lacking(columns: Mapping[str, int]) -> Iterator[Problem]:
    days = [name for name in DAYS if name in columns]
    if not days:
        why = "say which column is workweek, its first day, or workweek_ending, its last"
        yield Problem("columns", "required", why)
    if len(days) > 1:
        why = "name the workweek by its first day or by its last, not by both"
        yield Problem("columns", "exactly_one", why)
    if "due" not in columns:
        yield Problem("columns", "required", "say which column is due: what they say was earned")
