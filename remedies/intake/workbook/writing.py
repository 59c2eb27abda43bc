"""The workbook that people fill in, blank or continued from a claim: the same input gives the same bytes."""

from typing import Final

from remedies.intake.workbook.book import Book, height
from remedies.intake.workbook.columns import Shape, Sheet
from remedies.intake.workbook.examples import EDITION
from remedies.intake.workbook.filling import Rows, rows_of
from remedies.intake.workbook.lines import Lines
from remedies.intake.workbook.lists import Lists
from remedies.intake.workbook.pen import NOTE, TITLE, Pen
from remedies.intake.workbook.sheets import SHEETS
from remedies.intake.workbook.table import Table
from remedies.intake.workbook.words import LANGUAGES, Language
from remedies.wire import read_claim

_WIDE: Final = 100
_TITLE_HEIGHT, _NOTE_HEIGHT, _HEADING_HEIGHT = 26, 18, 24
_MAIN, _OTHER = "#1F4E79", "#9AA7B4"


def blank(language: str) -> bytes:
    """Return the workbook without facts, as an XLSX file in a language: ``en`` or ``es``."""
    return _book(LANGUAGES[language], {sheet.key: [] for sheet in SHEETS})


def filled(document: object, language: str) -> bytes:
    """Return the workbook with the facts of a claim, as JSON gives it, in it.

    Raises:
        FactsError: the claim cannot be used, or says something that the workbook has no place for.
        UnreadableError: the document is not an object.

    """
    read_claim(document)
    assert isinstance(document, dict)  # noqa: S101 - it was read as a claim
    return _book(LANGUAGES[language], rows_of(document))


def _book(language: Language, rows: Rows) -> bytes:
    book, lists = Book(language.titles["start"][0]), Lists(language)
    _start(book, language)
    for sheet in SHEETS:
        pen = _opened(book, sheet, language)
        if sheet.shape is Shape.FIELDS:
            Lines(pen, lists).fill(next(iter(rows[sheet.key]), {}))
        else:
            Table(pen, lists).fill(rows[sheet.key])
    lists.write(book)
    return book.content()


def _opened(book: Book, sheet: Sheet, language: Language) -> Pen:
    """Return a pen for a new sheet that has its title."""
    pen = Pen(book.sheet(language.tabs[sheet.key]), book, sheet, language)
    title, note = language.titles[sheet.key]
    pen.made.set_tab_color(_MAIN if sheet.main else _OTHER)
    pen.made.set_footer(f"&L&8{pen.tab}&R&8{language.marks.page} &P / &N")
    pen.made.set_row(TITLE, _TITLE_HEIGHT)
    pen.made.set_row(NOTE, _NOTE_HEIGHT)
    pen.words(TITLE, 0, title, "title")
    pen.words(NOTE, 0, f"{note} {language.marks.needed}.", "note")
    return pen


def _start(book: Book, language: Language) -> None:
    """Write how the workbook is filled in, and which sheets it has."""
    made = book.sheet(language.tabs["start"], landscape=False, pages=1)
    made.hide_gridlines(2)
    made.set_column(0, 0, _WIDE, book.style("plain"))
    made.write_string(0, 0, language.titles["start"][0], book.style("title"))
    made.write_string(1, 0, f"{language.marks.edition} {EDITION}", book.style("note"))
    step = 0
    for row, (kind, text) in enumerate(language.start, 2):
        step = step + 1 if kind == "step" else 0
        words = f"{step}. {text}" if step else text
        made.write_string(row, 0, words, book.style("heading" if kind == "heading" else "words"))
        made.set_row(row, _HEADING_HEIGHT if kind == "heading" else height([(words, _WIDE)]))
    for row, key in enumerate(
        [*(sheet.key for sheet in SHEETS), "lists"], 2 + len(language.start)
    ):
        tab = language.tabs[key]
        words = f"{tab}: {language.titles[key][0]}"
        made.write_url(row, 0, f"internal:'{tab}'!A1", book.style("link"), words)
    made.set_footer(f"&R&8{language.marks.page} &P / &N")
    made.activate()
