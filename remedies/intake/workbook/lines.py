"""A sheet of lines: one fact each, with its label, the entry and what is said of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from remedies.intake.workbook.book import height
from remedies.intake.workbook.columns import Value
from remedies.intake.workbook.lists import Lists
from remedies.intake.workbook.pen import HEAD, Pen
from remedies.intake.workbook.validation import Rules

_WIDTHS: Final = (30, 30, 62, 24)
_LEAST: Final = 20


@dataclass(frozen=True, slots=True)
class Lines:
    """Writes one sheet of lines."""

    pen: Pen
    lists: Lists

    def fill(self, values: Mapping[str, Value]) -> None:
        """Write everything on the sheet."""
        pen, marks = self.pen, self.pen.language.marks
        heads = (marks.what, marks.entry, marks.help, marks.notes)
        for place, (width, text) in enumerate(zip(_WIDTHS, heads, strict=True)):
            pen.width(place, width)
            pen.words(HEAD, place, text, "head")
        rules = Rules(pen.sheet, pen.language, self.lists)
        for row, column in enumerate(pen.sheet.columns, HEAD + 1):
            label, says = pen.label(column), pen.help(column)
            pen.words(row, 0, label, "label")
            pen.value(row, 1, values.get(column.key), column)
            pen.words(row, 2, says, "help")
            pen.empty(row, 3)
            pen.made.set_row(row, max(_LEAST, height([(label, _WIDTHS[0]), (says, _WIDTHS[2])])))
            pen.made.data_validation(row, 1, row, 1, rules.of(column, row, 1))
        pen.made.freeze_panes(HEAD + 1, 1)
        pen.made.repeat_rows(HEAD)
        pen.made.print_area(0, 0, HEAD + len(pen.sheet.columns), len(_WIDTHS) - 1)
