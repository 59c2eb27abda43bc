"""The sheet of lists: the words that the drop-down lists offer, and what each position does."""

from typing import Any, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from remedies.intake.workbook.book import Book, height
from remedies.intake.workbook.sheets import SHEETS
from remedies.intake.workbook.words import Language
from remedies.law import encoded

_HEAD, _FIRST = 2, 3
_WIDTHS: Final = (44, 90)
_OTHERS: Final = 30
_GAP: Final = 3
_POSITION: Final = "position"


class Lists:
    """The lists of one workbook, and where each stands: the positions on top, the others below them."""

    def __init__(self, language: Language) -> None:
        """Give every list but the positions a column."""
        self._language = language
        labels = {
            column.choices: language.label(sheet.key, column.key)
            for sheet in reversed(SHEETS)
            for column in sheet.columns
            if column.choices
        }
        self._title = labels.pop(_POSITION)
        self._labels = dict(sorted(labels.items()))
        self._below = _FIRST + len(language.words(_POSITION)) + _GAP

    def reference(self, name: str) -> str:
        """Return where the words of a list stand, as a drop-down list refers to them."""
        first, place = self._begins(name)
        last = first + len(self._language.words(name)) - 1
        top = xl_rowcol_to_cell(first, place, row_abs=True, col_abs=True)
        bottom = xl_rowcol_to_cell(last, place, row_abs=True, col_abs=True)
        return f"='{self._language.tabs['lists']}'!{top}:{bottom}"

    def write(self, book: Book) -> None:
        """Write the sheet; on paper it is what the positions do."""
        made = book.sheet(self._language.tabs["lists"])
        title, note = self._language.titles["lists"]
        made.write_string(0, 0, title, book.style("title"))
        made.write_string(1, 0, note, book.style("note"))
        for place in range(len(self._labels)):
            width = _WIDTHS[place] if place < len(_WIDTHS) else _OTHERS
            made.set_column(place, place, width, book.style("words"))
        self._explain(book, made)
        for name, label in self._labels.items():
            first, place = self._begins(name)
            made.write_string(first - 1, place, label, book.style("head"))
            for row, word in enumerate(self._language.words(name).values(), first):
                made.write_string(row, place, word, book.style("words"))
        made.freeze_panes(_FIRST, 0)
        made.repeat_rows(_HEAD)
        made.print_area(0, 0, self._below - _GAP, 1)

    def _begins(self, name: str) -> tuple[int, int]:
        """Return the row and the column of a list's first word."""
        return (_FIRST, 0) if name == _POSITION else (self._below, list(self._labels).index(name))

    def _explain(self, book: Book, made: Any) -> None:  # noqa: ANN401 - the library is untyped
        """Write beside each choice what it does, in the words of the register of positions."""
        made.write_string(_HEAD, 0, self._title, book.style("head"))
        made.write_string(_HEAD, 1, self._language.marks.help, book.style("head"))
        for row, (word, shown) in enumerate(self._language.words(_POSITION).items(), _FIRST):
            key, _, option = word.partition("=")
            position = encoded().positions[key]
            says = f"{position.question} {position.options[option].says}"
            made.write_string(row, 0, shown, book.style("words"))
            made.write_string(row, 1, says, book.style("words"))
            made.set_row(row, height([(shown, _WIDTHS[0]), (says, _WIDTHS[1])]))
