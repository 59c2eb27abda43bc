"""The answer to an opposing schedule as a workbook: causes and rows as tables to sort and to filter."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from remedies.calculators.answer import CauseKind, OurWeek, TheirRow
from remedies.documents.answer_view import AnswerView
from remedies.documents.workbook.formulas import nearest
from remedies.documents.workbook.sheet import Book, Layout, Sheet, number_format
from remedies.operations import Unit
from remedies.worksheet import cite

_TITLE: Final = "Answer to the opposing schedule"
_CAUSES: Final = Layout(name="Causes", widths=(8, 52, 12, 16, 16, 60), header_rows=(2, 2))
_ROWS: Final = Layout(
    name="Workweeks", widths=(13, 10, *([11] * 15), 44), header_rows=(0, 0), frozen_columns=1
)
_UNITS: Final = {"hours": Unit.HOUR, "rate": Unit.USD_PER_HOUR}


def answer_workbook(view: AnswerView) -> bytes:
    """Return the answer as an XLSX file; the same answer gives the same bytes."""
    claim = view.assessment.claim
    book = Book(_TITLE, claim.reference, claim.as_of)
    _fill_causes(book.sheet(_CAUSES), view)
    _fill_rows(book.sheet(_ROWS), view)
    return book.content()


def _fill_causes(sheet: Sheet, view: AnswerView) -> None:
    sheet.text(0, 0, f"{_TITLE}: victim {view.assessment.claim.reference}", "title")
    sheet.text(1, 0, view.conclusion, "note")
    heads = ("Mark", "Cause", "Workweeks", "Wages due", "Unpaid wages", "Rule")
    sheet.texts(2, heads, "head")
    for row, (letter, total, *_) in enumerate(view.causes(), start=3):
        sheet.texts(row, (letter, total.title))
        sheet.count(row, 2, total.workweeks)
        _amount(sheet, row, 3, total.due, Unit.USD)
        _amount(sheet, row, 4, total.unpaid, Unit.USD)
        sheet.text(row, 5, cite(total.authority))


def _fill_rows(sheet: Sheet, view: AnswerView) -> None:
    columns = view.columns()
    heads = [f"{name}, {what}" for name in columns for what in ("theirs", "ours", "differs by")]
    sheet.texts(0, ("Workweek", "Their row"), "head")
    sheet.texts(0, heads, "head_number", first=2)
    last = 2 + len(heads)
    sheet.text(0, last, "Causes, and what each moves", "head")
    for row, (week, theirs, causes) in enumerate(_rows(view), start=1):
        known = week or theirs
        sheet.text(row, 0, known.starts_on.isoformat() if known else "")
        sheet.text(row, 1, theirs.where if theirs else "")
        for place, (name, value) in enumerate(_numbers(week, theirs, columns), start=2):
            _amount(sheet, row, place, value, _UNITS.get(name, Unit.USD))
        sheet.text(row, last, causes)


def _rows(view: AnswerView) -> Iterator[tuple[OurWeek | None, TheirRow | None, str]]:
    """Yield ours and theirs of every workweek that differs, and then what one side alone has."""
    found = view.answer
    for entry in found.differing:
        yield entry.week, entry.row, view.causes_of(entry)
    for week in found.only_ours:
        yield week, None, view.letter(CauseKind.NOT_IN_THEIRS)
    for row in found.only_theirs:
        yield None, row, view.letter(CauseKind.NOT_IN_OURS)


def _numbers(
    week: OurWeek | None, row: TheirRow | None, columns: Sequence[str]
) -> Iterator[tuple[str, Fraction | None]]:
    for name in columns:
        of_theirs = "left_unpaid" if name == "unpaid" else name
        theirs = None if row is None else getattr(row, of_theirs)
        ours = None if week is None else getattr(week, name)
        yield name, theirs
        yield name, ours
        yield name, None if ours is None or theirs is None else ours - theirs


def _amount(sheet: Sheet, row: int, column: int, value: Fraction | None, unit: Unit) -> None:
    if value is None:
        sheet.text(row, column, "")
    else:
        shown = number_format(unit, value)
        sheet.number(row, column, nearest(value), "value", shown)
