"""The manner of the workbook: its styles, and a sheet that is ready to print."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from io import BytesIO
from textwrap import wrap
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from remedies.documents.workbook.formulas import Cell, nearest
from remedies.operations import Unit

LETTER: Final = 1
_LINE_HEIGHT: Final = 13.5
_HIGHEST: Final = 409
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT: Final = {"font_name": "Arial", "font_size": 10, "font_scheme": "none"}
_LINE: Final = {"bottom": 1, "bottom_color": "#BFBFBF", "valign": "top"}
_HEAD: Final = {"bold": True, "text_wrap": True, "bg_color": "#E7E7E7", "top": 1, "bottom": 1}
_HOW: Final = {"italic": True, "font_size": 9, "text_wrap": True, "valign": "top", "bottom": 1}
_BOX: Final = {"border": 1, "bg_color": "#F4F4F4", "valign": "top"}
_SUM: Final = {"bold": True, "top": 1, "bottom": 6, "valign": "top"}

STYLES: Final[Mapping[str, Mapping[str, object]]] = {
    "title": {"bold": True, "font_size": 16},
    "heading": {"bold": True, "font_size": 12},
    "note": {"font_color": "#404040"},
    "label": {"bold": True, "valign": "top", "align": "left", "indent": 1},
    "plain": {"valign": "top", "align": "left", "indent": 1},
    "head": {**_HEAD, "valign": "bottom", "align": "left", "indent": 1},
    "head_number": {**_HEAD, "valign": "bottom", "align": "right"},
    "how": {**_HOW, "align": "right"},
    "how_text": {**_HOW, "align": "left", "indent": 1},
    "band": {"bold": True, "bg_color": "#F4F4F4", "bottom": 1, "align": "left", "indent": 1},
    "text": {**_LINE, "text_wrap": True, "align": "left", "indent": 1},
    "text_right": {**_LINE, "text_wrap": True, "align": "right"},
    "value": {**_LINE, "align": "right"},
    "day": {**_LINE, "align": "left", "indent": 1, "num_format": "yyyy-mm-dd"},
    "input": {**_BOX, "align": "right"},
    "sum": {**_SUM, "align": "right"},
    "sum_text": {**_SUM, "align": "left", "text_wrap": True, "indent": 1},
}

_CENTS: Final = "$#,##0.00"
_FORMATS: Final[Mapping[Unit, str]] = {
    Unit.USD: _CENTS,
    Unit.USD_PER_HOUR: "$#,##0.00##",
    Unit.USD_PER_DAY: "$#,##0.00##",
    Unit.USD_PER_ACT: "$#,##0.00##",
    Unit.DAY: "General",
    Unit.ACT: "General",
    Unit.ACT_PER_DAY: "General",
}


def number_format(unit: Unit, *values: Fraction) -> str:
    """Return how values of a unit are shown; dollars that are not whole cents show what is below them."""
    if unit is Unit.USD and any(100 % value.denominator for value in values):
        return "$#,##0.00##"
    return _FORMATS.get(unit, "0.00##")


class _PlainFormulas(Worksheet):  # type: ignore[misc]  # the library is untyped
    """A sheet without functions newer than its file format, which the library seeks in every formula.

    That search is half of the time that a long schedule takes.
    """

    def _prepare_formula(self, formula: str, _newer: bool = False) -> str:  # noqa: FBT001, FBT002
        return formula.removeprefix("=")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A sheet's name, the widths of its columns, its header row and how it lies on paper."""

    name: str
    widths: Sequence[float]
    header_rows: tuple[int, int] | None = None
    frozen_columns: int = 0
    landscape: bool = True


@dataclass(slots=True)
class Book:
    """A workbook in memory: the same content gives the same bytes."""

    title: str
    reference: str
    created_on: dt.date
    _bytes: BytesIO = field(default_factory=BytesIO)
    _formats: dict[tuple[str, str], Any] = field(default_factory=dict)
    _file: Any = field(init=False)

    def __post_init__(self) -> None:
        """Open the file; no name of a person and no clock goes into it."""
        # The library writes into the font that it is handed: each file gets its own.
        options = {**_OPTIONS, "default_format_properties": dict(_FONT)}
        self._file = xlsxwriter.Workbook(self._bytes, options)
        at_midnight = dt.datetime.combine(self.created_on, dt.time(), tzinfo=dt.UTC)
        self._file.set_properties({"title": self.title, "created": at_midnight})

    def sheet(self, layout: Layout) -> "Sheet":
        """Return a new sheet, set up to be read and printed."""
        made = self._file.add_worksheet(layout.name, _PlainFormulas)
        made.set_paper(LETTER)
        if layout.landscape:
            made.set_landscape()
        made.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        made.fit_to_pages(1, 0)
        made.hide_gridlines(2)
        left = f"{self.title}, {self.reference}: {layout.name}".replace("&", "&&")
        made.set_footer(f"&L&8{left}&R&8Page &P of &N")
        for column, width in enumerate(layout.widths):
            made.set_column(column, column, width, self.style("plain"))
        if layout.header_rows is not None:
            first, last = layout.header_rows
            made.repeat_rows(first, last)
            made.freeze_panes(last + 1, layout.frozen_columns)
        return Sheet(self, made, layout)

    def style(self, name: str, shown_as: str = "") -> Any:  # noqa: ANN401 - the library is untyped
        """Return a style with a number format, each made once."""
        key = name, shown_as
        if key not in self._formats:
            wanted = {**STYLES[name], **({"num_format": shown_as} if shown_as else {})}
            self._formats[key] = self._file.add_format(wanted)
        return self._formats[key]

    def name(self, name: str, cell: Cell) -> None:
        """Let formulas use ``name`` for a cell."""
        self._file.define_name(name, f"={cell.sheet}${cell.column}${cell.row}")

    def content(self) -> bytes:
        """Close the file and return it."""
        self._file.close()
        return self._bytes.getvalue()


class Sheet:
    """One sheet; rows and columns count from zero, references are made by :meth:`cell`."""

    def __init__(self, book: Book, made: Any, layout: Layout) -> None:  # noqa: ANN401
        """Take the library's sheet."""
        self.book = book
        self.name = layout.name
        self.prefix = f"'{layout.name}'!" if " " in layout.name else f"{layout.name}!"
        self._made = made
        self._widths = tuple(layout.widths)
        self._lines: dict[int, int] = {}

    def cell(self, row: int, column: int, *, local: bool = False) -> Cell:
        """Return a cell as formulas of other sheets write it, or (``local``) those of this one."""
        return Cell("" if local else self.prefix, xl_col_to_name(column), row + 1)

    def text(self, row: int, column: int, text: str, style: str = "text") -> None:
        """Write words; they stay words whatever they begin with."""
        if text:
            self._made.write_string(row, column, text, self.book.style(style))
            if STYLES[style].get("text_wrap"):
                self._make_room(row, text, self._widths[column])
        else:
            self._made.write_blank(row, column, None, self.book.style(style))

    def texts(
        self, row: int, texts: Sequence[str], style: str = "text", *, first: int = 0
    ) -> None:
        """Write words from left to right."""
        for column, text in enumerate(texts, start=first):
            self.text(row, column, text, style)

    def number(self, row: int, column: int, number: float, style: str, shown_as: str = "") -> None:
        """Write a number that a reader may change."""
        self._made.write_number(row, column, number, self.book.style(style, shown_as))

    def formula(  # noqa: PLR0913 - a cell has this many sides
        self,
        row: int,
        column: int,
        formula: str,
        value: Fraction,
        *,
        style: str = "value",
        shown_as: str = "",
    ) -> None:
        """Write a live formula with the value that it has now."""
        made = self.book.style(style, shown_as)
        self._made.write_formula(row, column, formula, made, nearest(value))

    def count(self, row: int, column: int, count: int, style: str = "value") -> None:
        """Write the number of a row."""
        self._made.write_number(row, column, count, self.book.style(style, "0"))

    def day(self, row: int, column: int, day: dt.date, style: str = "day") -> None:
        """Write a date."""
        self._made.write_datetime(row, column, day, self.book.style(style))

    def _make_room(self, row: int, text: str, width: float) -> None:
        """Make a row as high as its longest text needs; not every program does it by itself."""
        lines = _lines(text, width)
        if lines > self._lines.get(row, 1):
            self._lines[row] = lines
            self._made.set_row(row, min(lines * _LINE_HEIGHT + 2, _HIGHEST))

    def quiet(self, last_row: int, last_column: int) -> None:
        """Leave out Excel's green corners on exhibits that are digits and formulas that differ."""
        area = f"A1:{xl_col_to_name(last_column)}{last_row + 1}"
        kinds = ("number_stored_as_text", "formula_differs", "formula_range")
        self._made.ignore_errors(dict.fromkeys(kinds, area))

    def activate(self) -> None:
        """Show this sheet first."""
        self._made.activate()


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column, rather one too many than one too few."""
    letters = max(1, int(width) - 1)
    return 1 if len(text) <= letters else len(wrap(text, letters))
