"""The schedule: one row a workweek, one formula a column, to be filled down."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from remedies.documents.workbook.formulas import Cell, Term, applied, term, words
from remedies.documents.workbook.register import Register
from remedies.documents.workbook.sheet import Layout, Sheet, number_format
from remedies.figures import Evidence, Figure
from remedies.operations import Op, Unit
from remedies.schedule import Column, ColumnOf, Line, Schedule
from remedies.worksheet import decimal_text, evidence_words

NAME = "Schedule"
HEAD = 3
FIRST = 5
"""The row of the first workweek, counted from zero; the headers stand in the two rows above."""

_LEFT = 2
_NARROW = 9.5
_SUMMED = frozenset({Unit.USD, Unit.HOUR})
_SHOWN_EXHIBITS = 3
_AGAIN = "{row}"
_RESTS_ON = {
    frozenset({Op.GIVEN}): "given",
    frozenset({Op.LAW}): "by law",
    frozenset({Op.GIVEN, Op.LAW}): "facts and law",
}


@dataclass(frozen=True, slots=True)
class _Written:
    """What equal workweeks share: their formulas, with a place for the row's number."""

    line: Line
    formulas: tuple[str, ...]
    exhibits: str
    evidence: str


def layout(schedule: Schedule) -> Layout:
    """Return the sheet's layout for a schedule."""
    widths = [_width(schedule, place) for place in range(len(schedule.columns))]
    return Layout(
        name=NAME,
        widths=(5, 11.5, *widths, 16, 11),
        header_rows=(HEAD, HEAD + 1),
        frozen_columns=_LEFT,
    )


def _width(schedule: Schedule, place: int) -> float:
    """Return a width in which a column's largest number can be read."""
    largest = max(line.values[place] for line in schedule.lines())
    if _summed(schedule, place):
        largest = ColumnOf(schedule, schedule.columns[place].key).total()
    text, _ = decimal_text(largest, 2, 4, grouped=True)
    return max(_NARROW, len(text) + 3)


def fill(sheet: Sheet, register: Register, schedule: Schedule, *, counts: bool) -> None:
    """Write every workweek and the totals, and tell the register where the totals stand.

    Args:
        sheet: the sheet to fill.
        register: knows the givens and rates already.
        schedule: the workweeks.
        counts: whether the total rests on the schedule.

    """
    sheet.text(0, 0, f"Schedule: {schedule.name}", "title")
    sheet.texts(1, [_explained(counts=counts)], "note")
    _head(sheet, schedule)
    formats = _formats(schedule)
    written = {id(line): _written(line, schedule, register) for line in schedule.lines()}
    at = FIRST
    for number, (day, line) in enumerate(schedule.rows(), start=1):
        _row(sheet, at, (number, day), written[id(line)], formats)
        at += 1
    _totals(sheet, at, schedule, formats, register)
    sheet.quiet(at, _LEFT + len(schedule.columns) + 1)


def _explained(*, counts: bool) -> str:
    said = "One row for each workweek; letters in the second line of the header name columns."
    return said if counts else f"{said} The total does not rest on this schedule."


def _letter(place: int) -> str:
    return str(xl_col_to_name(_LEFT + place))


def _head(sheet: Sheet, schedule: Schedule) -> None:
    last = _LEFT + len(schedule.columns)
    sheet.texts(HEAD, ("No.", "Workweek from"), "head")
    sheet.texts(HEAD + 1, ("", ""), "how")
    for place, column in enumerate(schedule.columns):
        sheet.text(HEAD, _LEFT + place, column.name, "head_number")
        sheet.text(HEAD + 1, _LEFT + place, _how(column, schedule, place), "how")
    sheet.texts(HEAD, ("Exhibits", "Evidence"), "head", first=last)
    sheet.texts(HEAD + 1, ("", "weakest"), "how_text", first=last)


def _how(column: Column, schedule: Schedule, place: int) -> str:
    if column.op is not None:
        index = schedule.formulas.index
        return words(column.op, [_letter(index[key]) for key in column.operands])
    return _RESTS_ON[_rests_on(schedule, place)]


def _rests_on(schedule: Schedule, place: int) -> frozenset[Op]:
    """Return whether a column that rows bring rests on facts, on law or on both."""
    cells = {id(line.cells[place]): line.cells[place] for line in schedule.lines()}
    found = {leaf.op for cell in cells.values() for leaf in cell.leaves()}
    return frozenset(Op.LAW if op is Op.LAW else Op.GIVEN for op in found)


def _formats(schedule: Schedule) -> list[str]:
    """Return each column's number format; one format for the whole column."""
    lines = schedule.lines()
    return [
        number_format(column.unit, *(line.values[place] for line in lines))
        for place, column in enumerate(schedule.columns)
    ]


def _written(line: Line, schedule: Schedule, register: Register) -> _Written:
    leaves = [leaf for cell in line.cells for leaf in cell.leaves()]
    strengths = [leaf.evidence for leaf in leaves if leaf.evidence is not None]
    weakest = max(strengths, key=list(Evidence).index, default=None)
    return _Written(
        line=line,
        formulas=(*_brought(line, register), *_computed(schedule)),
        exhibits=_exhibits([leaf.source for leaf in leaves]),
        evidence=evidence_words(weakest),
    )


def _brought(line: Line, register: Register) -> list[str]:
    """Return the formulas of the figures that a row starts from, over names and cells to their left."""
    left: dict[int, Term] = {}

    def refer(figure: Figure) -> Term | None:
        return left.get(id(figure)) or register(figure)

    found = []
    for place, cell in enumerate(line.cells):
        found.append(f"={term(cell, refer).text}")
        left[id(cell)] = Term(f"{_letter(place)}{_AGAIN}")
    return found


def _computed(schedule: Schedule) -> list[str]:
    index = schedule.formulas.index
    return [
        "="
        + applied(
            column.op, [Term(f"{_letter(index[key])}{_AGAIN}") for key in column.operands]
        ).text
        for column in schedule.columns
        if column.op is not None
    ]


def _row(
    sheet: Sheet,
    at: int,
    week: tuple[int, dt.date],
    written: _Written,
    formats: Sequence[str],
) -> None:
    number, day = week
    sheet.count(at, 0, number)
    sheet.day(at, 1, day)
    row = str(at + 1)
    cells = zip(written.formulas, written.line.values, formats, strict=True)
    for column, (formula, value, shown_as) in enumerate(cells, start=_LEFT):
        sheet.formula(at, column, formula.replace(_AGAIN, row), value, shown_as=shown_as)
    sheet.texts(at, (written.exhibits, written.evidence), first=_LEFT + len(formats))


def _totals(
    sheet: Sheet, at: int, schedule: Schedule, formats: Sequence[str], register: Register
) -> None:
    sheet.texts(at, ("", "Total"), "sum_text")
    for place, column in enumerate(schedule.columns):
        if not _summed(schedule, place):
            sheet.text(at, _LEFT + place, "", "sum")
            continue
        letter = _letter(place)
        formula = f"=SUM({letter}{FIRST + 1}:{letter}{at})"
        value = ColumnOf(schedule, column.key).total()
        sheet.formula(at, _LEFT + place, formula, value, style="sum", shown_as=formats[place])
        cell: Cell = sheet.cell(at, _LEFT + place)
        register.place_total(schedule, column.key, Term(cell.reference, cell=cell))
    sheet.texts(at, ("", ""), "sum_text", first=_LEFT + len(formats))


def _summed(schedule: Schedule, place: int) -> bool:
    """Return whether a column has a total: dollars and hours that are not the law's own measure."""
    column = schedule.columns[place]
    if column.unit not in _SUMMED:
        return False
    return column.op is not None or Op.GIVEN in _rests_on(schedule, place)


def _exhibits(sources: Sequence[str]) -> str:
    found = list(dict.fromkeys(source for source in sources if source))
    more = len(found) - _SHOWN_EXHIBITS
    shown = "; ".join(found[:_SHOWN_EXHIBITS])
    return f"{shown}; {more} more" if more > 0 else shown
