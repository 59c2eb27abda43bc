"""Writing on one sheet of facts: values as people see them, labels, help."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from remedies.intake.workbook.book import Book
from remedies.intake.workbook.columns import Column, Kind, Sheet, Value
from remedies.intake.workbook.values import shown
from remedies.intake.workbook.words import Language

TITLE, NOTE, HEAD, HELP, FIRST = range(5)
"""The rows of a sheet, counted from 0; examples begin at the last, facts below them."""

_FIRST_DAY_OF_EXCEL: Final = dt.date(1900, 3, 1)
_ALIGNED: Final = {
    Kind.DATE: "_date",
    Kind.TIME: "_time",
    Kind.NUMBER: "_right",
    Kind.WEEKDAY: "_center",
}


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes on one sheet; ``made`` is the library's own."""

    made: Any
    book: Book
    sheet: Sheet
    language: Language

    @property
    def tab(self) -> str:
        """The name on the sheet's tab."""
        return self.language.tabs[self.sheet.key]

    def label(self, column: Column) -> str:
        """Return a column's label, with a star when no row can do without it."""
        label = self.language.label(self.sheet.key, column.key)
        return f"{label} *" if column.needed else label

    def help(self, column: Column) -> str:
        """Return what is said of a column."""
        return self.language.help(self.sheet.key, column.key)

    def width(self, place: int, width: float, style: str = "plain") -> None:
        """Set the width of a column and the style of the cells that nobody drew."""
        self.made.set_column(place, place, width, self.book.style(style))

    def words(self, row: int, place: int, words: str, style: str) -> None:
        """Write words; they stay words whatever they begin with."""
        self.made.write_string(row, place, words, self.book.style(style))

    def value(
        self, row: int, place: int, given: Value | None, column: Column, kind: str = "entry"
    ) -> str:
        """Write a value, dates as dates, all else as the very text, and return it; empty cells are drawn."""
        style = self.book.style(style_of(column, kind))
        if given is None:
            self.made.write_blank(row, place, None, style)
            return ""
        text = shown(given, column, self.language)
        day = _excel_day(text) if column.kind is Kind.DATE else None
        if day is not None:
            self.made.write_datetime(row, place, day, style)
        else:
            self.made.write_string(row, place, text, style)
        return text

    def empty(self, row: int, place: int, kind: str = "entry") -> None:
        """Draw an empty cell."""
        self.made.write_blank(row, place, None, self.book.style(kind))


def style_of(column: Column, kind: str) -> str:
    """Return the style of a column's cells: ``column``, ``entry`` or ``example``, as it is aligned."""
    return f"{kind}{_ALIGNED.get(column.kind, '')}"


def _excel_day(text: str) -> dt.date | None:
    """Return a date that every spreadsheet shows right; None for one that is better written out."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY_OF_EXCEL else None
