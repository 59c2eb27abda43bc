"""The schedule of wages: one row for each workweek, to be recomputed with a pencil."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators.assessment import Assessment
from remedies.documents import pdf as printing
from remedies.documents.columns import Lettered, Lettering
from remedies.documents.notes import Notes, Usual
from remedies.documents.wording import cell, count, day
from remedies.operations import Op, Unit
from remedies.schedule import WEEK, Line, Schedule
from remedies.worksheet import cite, dollars

_TEMPLATE = "schedule/en.html"
_PADDING = 700  # beside the text of a cell, in thousandths of its size
_WIDTHS = dict.fromkeys(".,il ", 270) | dict.fromkeys("mwW", 930) | {"…": 820}


@dataclass(frozen=True, slots=True)
class Row:
    """One workweek: its first day, its printed cells and the numbers of its notes."""

    starts_on: str
    cells: tuple[str, ...]
    marks: str


def schedule(assessment: Assessment) -> bytes:
    """Return the schedule of wages by workweek as a PDF.

    Raises:
        ValueError: the claim has no work, so there is no schedule.

    """
    return printing.pdf(schedule_html(assessment))


def schedule_html(assessment: Assessment) -> str:
    """Return the schedule of wages by workweek as the page that is printed.

    Raises:
        ValueError: the claim has no work, so there is no schedule.

    """
    found = assessment.schedule
    if found is None:
        message = "a claim without work has no schedule of wages"
        raise ValueError(message)
    lettering = Lettering(found)
    notes = Notes(found, lettering)
    columns = lettering.printed
    rows = list(_rows(found, columns, notes))
    sums = _totals(found, columns)
    totals = [cell(sums[c], c.column.unit)[0] if c in sums else "" for c in columns]
    return printing.html(
        _TEMPLATE,
        assessment=assessment,
        schedule=found,
        columns=lettering.columns,
        printed=columns,
        usual=notes.usual,
        described=lambda entry: _described(entry, notes.usual.get(entry.key), found),
        rows=rows,
        totals=totals,
        total_marks=notes.total_marks(sums),
        widths=_widths(columns, rows, totals),
        notes=notes.notes,
        unpaid=dollars(found.total("unpaid", "unpaid wages").value),
        first=day(found.runs[0].starts_on),
        last=day(_last(found)),
        count=count,
        cite=cite,
        rounds=any(column.op is Op.TO_CENTS for column in found.columns),
    )


def _last(found: Schedule) -> dt.date:
    run = found.runs[-1]
    return run.starts_on + (run.count - 1) * WEEK


def _rows(found: Schedule, columns: tuple[Lettered, ...], notes: Notes) -> Iterator[Row]:
    printed: dict[int, tuple[tuple[str, ...], str]] = {}
    for run in found.runs:
        key = id(run.line)
        if key not in printed:
            printed[key] = _cells(found, columns, run.line), notes.marks(run.line)
        for first in run.days():
            yield Row(first.isoformat(), *printed[key])


def _cells(found: Schedule, columns: tuple[Lettered, ...], line: Line) -> tuple[str, ...]:
    return tuple(cell(found.value(line, column.key), column.column.unit)[0] for column in columns)


def _totals(found: Schedule, columns: tuple[Lettered, ...]) -> dict[Lettered, Fraction]:
    """Return the totals of hours and dollars; rates have none."""
    return {
        column: found.total(column.key, column.name).value
        for column in columns
        if column.column.unit in {Unit.USD, Unit.HOUR} and column.key != "overtime_after"
    }


def _described(entry: Lettered, usual: Usual | None, found: Schedule) -> str:
    """Return from what a column starts in most rows, or in all."""
    if entry.formula:
        return ""
    if usual is None:
        return "Differs from row to row: see the notes."
    where = "every row" if usual.workweeks == found.row_count else "every row without a note"
    return f"{usual.value} in {where}: {usual.how}"


def _widths(columns: tuple[Lettered, ...], rows: list[Row], totals: list[str]) -> list[str]:
    """Return each column's share of the page, by its widest text: date, columns, notes."""
    distinct = {row.cells for row in rows}
    needs = [_width("Workweek", bold=True)]
    for place, column in enumerate(columns):
        numbers = [_width(cells[place]) for cells in distinct]
        heading = [_width(word, bold=True) for word in column.name.split()]
        needs.append(max(*numbers, _width(totals[place], bold=True), *heading))
    needs.append(max(_width("Notes", bold=True), *(_width(m) for m in {r.marks for r in rows})))
    room = [need + _PADDING for need in needs]
    shares = (10_000 * need // sum(room) for need in room)
    return [f"{share // 100}.{share % 100:02d}%" for share in shares]


def _width(text: str, *, bold: bool = False) -> int:
    """Return about how wide a text is, in thousandths of its size."""
    return sum(_WIDTHS.get(letter, 600) for letter in text) * (116 if bold else 100) // 100
