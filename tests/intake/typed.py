"""Workbooks after somebody typed into them."""

import io
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import openpyxl

from remedies.intake.cells import BLANK, Cell, Kind, Row
from remedies.intake.workbook import Intake, blank, filled, read_intake
from remedies.intake.workbook.files import read_sheets
from remedies.intake.workbook.reading import intake_of

Cells = Mapping[str, object]
SALARY: dict[str, Any] = {
    "claim": "1",
    "reference": "V-3",
    "as_of": "2026-06-30",
    "convictions": [{"statute": "18 USC 1589"}],
    "work": [
        {
            "from": "2013-02-03",
            "to": "2014-08-30",
            "hours": {"per_workweek": "72", "days": ["mon", "tue", "wed", "thu", "fri", "sat"]},
            "pay": {"basis": "salary", "amount": "1300.00", "per": "month"},
            "paid": {"per_month": "325.00"},
        }
    ],
}


def edited(
    content: bytes, cells: Cells, change: Callable[[openpyxl.Workbook], None] | None = None
) -> bytes:
    """Return a workbook after somebody typed into cells: ``{"Work!C7": value}``."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for address, value in cells.items():
        tab, _, cell = address.replace("'", "").partition("!")
        book[tab][cell] = value
    if change is not None:
        change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def read(cells: Cells, document: dict[str, Any] | None = None, language: str = "en") -> Intake:
    content = blank(language) if document is None else filled(document, language)
    return read_intake(edited(content, cells))


def typed(cells: Cells, document: dict[str, Any], language: str = "en") -> Intake:
    """Read a filled workbook with other cells in it, without the file between."""
    sheets = {tab: list(rows) for tab, rows in read_sheets(written(document, language)).items()}
    for address, value in cells.items():
        tab, _, cell = address.replace("'", "").partition("!")
        number, place = int(cell[1:]), ord(cell[0]) - ord("A")
        found = next((row for row in sheets[tab] if row.number == number), Row(number, ()))
        held = [found.cell(n) for n in range(max(len(found.cells), place + 1))]
        held[place] = made(value)
        others = [row for row in sheets[tab] if row.number != number]
        sheets[tab] = sorted([*others, Row(number, tuple(held))])
    return intake_of(sheets)


def made(value: object) -> Cell:
    if value is None:
        return BLANK
    if isinstance(value, int | float):
        return Cell(Kind.NUMBER, str(value))
    formula = isinstance(value, str) and value.startswith("=")
    return Cell(Kind.FORMULA, "") if formula else Cell(Kind.TEXT, str(value))


@cache
def base(text: str, language: str) -> bytes:
    return filled(json.loads(text), language)


def written(document: dict[str, Any], language: str) -> bytes:
    return base(json.dumps(document), language)


def told(intake: Intake) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in intake.problems]
