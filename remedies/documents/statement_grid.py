"""One sheet of a statement's workbook: a title, a note, heads, rows that formulas can name, and a total."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name

from remedies.documents.workbook.formulas import nearest
from remedies.documents.workbook.sheet import Book, Layout, number_format
from remedies.operations import Unit

USD: Final = number_format(Unit.USD)
_HEAD: Final = 2


def cents(amount: int) -> Fraction:
    """Return cents as exact dollars."""
    return Fraction(amount, 100)


class Grid:
    """A sheet that is written row by row; ``rows`` is the row of each key, as formulas count rows."""

    def __init__(  # noqa: PLR0913 - what a sheet is made of
        self,
        book: Book,
        name: str,
        widths: Sequence[float],
        heads: Sequence[str],
        *,
        numbers: Iterable[int],
        note: str = "",
    ) -> None:
        """Begin a sheet with its title, note and heads."""
        layout = Layout(name=name, widths=widths, header_rows=(_HEAD, _HEAD), frozen_columns=1)
        self.sheet = book.sheet(layout)
        self.name = name
        self.rows: dict[str, int] = {}
        self.spans: dict[str, tuple[int, int]] = {}
        self.sheet.text(0, 0, name, "title")
        self.sheet.text(1, 0, note, "note")
        right = frozenset(numbers)
        for column, head in enumerate(heads):
            self.sheet.text(_HEAD, column, head, "head_number" if column in right else "head")
        self._at = _HEAD
        self._sums: defaultdict[int, Fraction] = defaultdict(Fraction)

    @property
    def row(self) -> int:
        """The row that is written now, as formulas count rows."""
        return self._at + 1

    def begin(self, key: str = "", group: str = "") -> None:
        """Begin the next row; formulas find it by its key, and a group's rows by the group."""
        self._at += 1
        self.rows[key] = self.row
        if group:
            first, _ = self.spans.get(group, (self.row, self.row))
            self.spans[group] = first, self.row

    def text(self, column: int, text: object) -> None:
        """Write words."""
        self.sheet.text(self._at, column, "" if text is None else str(text))

    def day(self, column: int, day: dt.date | None) -> None:
        """Write a day, or nothing."""
        if day is None:
            self.text(column, "")
        else:
            self.sheet.day(self._at, column, day)

    def count(self, column: int, number: int | None) -> None:
        """Write a whole number, or nothing."""
        if number is None:
            self.text(column, "")
        else:
            self.sheet.count(self._at, column, number)

    def amount(self, column: int, amount: int | None) -> None:
        """Write cents as dollars, or nothing."""
        if amount is None:
            self.text(column, "")
        else:
            self._sums[column] += cents(amount)
            self.sheet.number(self._at, column, nearest(cents(amount)), "value", USD)

    def number(self, column: int, value: Fraction, shown_as: str) -> None:
        """Write a number that is no amount."""
        self.sheet.number(self._at, column, nearest(value), "value", shown_as)

    def formula(self, column: int, formula: str, value: Fraction, *, shown_as: str = USD) -> None:
        """Write a formula, in which ``{r}`` is its own row, with the value that it has now."""
        self._sums[column] += value
        own = formula.replace("{r}", str(self.row))
        self.sheet.formula(self._at, column, own, value, shown_as=shown_as)

    def total(self, columns: Iterable[int]) -> None:
        """Write the sums of columns below all rows; nothing where there are no rows."""
        first, last = _HEAD + 2, self.row
        if last < first:
            return
        self.begin("total")
        self.sheet.text(self._at, 0, "Total", "sum_text")
        for column in columns:
            letter, value = xl_col_to_name(column), self._sums[column]
            formula = f"=SUM({letter}{first}:{letter}{last})"
            self.sheet.formula(self._at, column, formula, value, style="sum", shown_as=USD)

    def summed(self, letter: str) -> Fraction:
        """Return the sum of a column's rows, exactly."""
        return self._sums[xl_cell_to_rowcol(f"{letter}1")[1]]

    def cell(self, letter: str, key: str) -> str:
        """Return a cell as formulas of other sheets write it."""
        return f"{self.sheet.prefix}{letter}{self.rows[key]}"

    def span(self, letter: str, group: str) -> str:
        """Return the cells of a group's rows, one below the other."""
        first, last = self.spans[group]
        return f"{self.sheet.prefix}{letter}{first}:{letter}{last}"

    def column(self, letter: str) -> str:
        """Return the cells of all rows."""
        return f"{self.sheet.prefix}${letter}${_HEAD + 2}:${letter}${max(self.row, _HEAD + 2)}"
