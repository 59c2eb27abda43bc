"""A sheet of rows: labels, help, examples, and below them the facts with their rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from remedies.intake.workbook.book import height
from remedies.intake.workbook.columns import Shape, Value
from remedies.intake.workbook.examples import example_rows
from remedies.intake.workbook.filling import period_name
from remedies.intake.workbook.lists import Lists
from remedies.intake.workbook.pen import FIRST, HEAD, HELP, Pen, style_of
from remedies.intake.workbook.sheets import BY_KEY
from remedies.intake.workbook.validation import Rules

_MARK, _NOTES = 10, 24
_PREPARED: Final = 6
"""The periods that are named beforehand."""

_DRAWN, _FEWEST = 18, 6
"""How many rows are drawn, on the screen and on paper, and how many of them at least are empty."""

_BOLD, _SMALL = 0.9, 0.92
_MARGIN = 2


@dataclass(frozen=True, slots=True)
class Table:
    """Writes one sheet of rows."""

    pen: Pen
    lists: Lists

    def fill(self, rows: Sequence[Mapping[str, Value]]) -> None:
        """Write everything on the sheet."""
        self._head()
        examples = list(example_rows(self.pen.sheet.key, self.pen.language))
        for number, row in enumerate(examples, FIRST):
            self.pen.words(number, 0, self.pen.language.marks.example, "example")
            self._row(number, row, "example")
        first = FIRST + len(examples)
        for number, facts in enumerate([*rows, *self._prepared(len(rows))], first):
            self._row(number, facts)
        self._rules(first, first + max(self.pen.sheet.rows, len(rows)) - 1)
        self._paper(first + len(rows) + _empty(len(rows)) - 1)

    def _prepared(self, given: int) -> list[Mapping[str, Value]]:
        """Return the rows to be filled in; periods of work have their names already."""
        named = self.pen.sheet.shape is Shape.PERIODS
        names = range(given, given + _empty(given))
        return [{"period": period_name(n)} if named and n < _PREPARED else {} for n in names]

    def _head(self) -> None:
        pen, marks = self.pen, self.pen.language.marks
        pen.width(0, _MARK)
        pen.words(HEAD, 0, marks.first, "head")
        pen.words(HELP, 0, marks.help, "help")
        columns = [(pen.label(c), pen.help(c), c.width, c) for c in pen.sheet.columns]
        for place, (label, says, width, column) in enumerate(columns, 1):
            pen.width(place, width, style_of(column, "column"))
            pen.words(HEAD, place, label, "head")
            pen.words(HELP, place, says, "help")
        place = len(columns) + 1
        pen.width(place, _NOTES, "column")
        pen.words(HEAD, place, marks.notes, "head")
        pen.words(HELP, place, marks.notes_help, "help")
        helps = [(says, width) for _, says, width, _ in columns]
        pen.made.set_row(HEAD, height([(label, width * _BOLD) for label, _, width, _ in columns]))
        pen.made.set_row(HELP, height([*helps, (marks.notes_help, _NOTES)], _SMALL))

    def _row(self, row: int, values: Mapping[str, Value], kind: str = "entry") -> None:
        texts = []
        for place, column in enumerate(self.pen.sheet.columns, 1):
            text = self.pen.value(row, place, values.get(column.key), column, kind)
            texts.append((text, column.width))
        if any(len(text) > width - _MARGIN for text, width in texts):
            self.pen.made.set_row(row, height(texts))
        self.pen.empty(row, len(self.pen.sheet.columns) + 1, kind)

    def _rules(self, first: int, last: int) -> None:
        sheet, language = self.pen.sheet, self.pen.language
        rules = Rules(sheet, language, self.lists, self._periods())
        for place, column in enumerate(sheet.columns, 1):
            rule = rules.of(column, first, place)
            self.pen.made.data_validation(first, place, last, place, rule)

    def _periods(self) -> str:
        """Return where the names of periods stand, as a drop-down list refers to them."""
        work, language = BY_KEY["work"], self.pen.language
        if self.pen.sheet is work:
            return ""
        first = FIRST + len(list(example_rows(work.key, language)))
        top = xl_rowcol_to_cell(first, 1, row_abs=True, col_abs=True)
        bottom = xl_rowcol_to_cell(first + work.rows - 1, 1, row_abs=True, col_abs=True)
        return f"='{language.tabs[work.key]}'!{top}:{bottom}"

    def _paper(self, last: int) -> None:
        made, tab = self.pen.made, self.pen.tab
        width = len(self.pen.sheet.columns) + 1
        made.freeze_panes(HEAD + 1, 2)
        made.repeat_rows(HEAD)
        made.print_area(0, 0, last, width)
        area = f"A1:{xl_col_to_name(width)}{last + self.pen.sheet.rows}"
        made.ignore_errors({"number_stored_as_text": area})
        # Screen readers take the labels of columns from the row that this name refers to.
        self.pen.book.name(f"'{tab}'!ColumnTitle", f"'{tab}'!$A${HEAD + 1}")


def _empty(given: int) -> int:
    """Return how many empty rows follow those given."""
    return max(_DRAWN - given, _FEWEST)
