"""One sheet of a workbook as rows of cells: its formulas are seen and never computed.

Only cells that hold something are kept, so that a cell at the sheet's far corner costs what one cell costs.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from remedies.intake.cells import BLANK, Cell, Kind, Row
from remedies.intake.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT
from remedies.intake.refusals import refuse
from remedies.intake.serials import PLAIN, Shown, dated, exact, plain

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_DIGITS = "0123456789"
_ALPHABET = 26
_BOOLEANS = {"1": "TRUE", "0": "FALSE"}
_CAPTURED = frozenset({"v", "t"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the cells of all sheets refer to."""

    texts: Sequence[str]
    formats: Sequence[Shown]
    since_1904: bool


def letters(place: int) -> str:
    """Return the letters of a column, counted from 0."""
    found = ""
    while place >= 0:
        place, letter = divmod(place, _ALPHABET)
        found = chr(ord("A") + letter) + found
        place -= 1
    return found


def place_of(column: str) -> int:
    """Return the place of a column, counted from 0, by its letters."""
    found = 0
    for letter in column:
        found = found * _ALPHABET + ord(letter) - ord("A") + 1
    return found - 1


@dataclass(slots=True)
class SheetReader:
    """Takes the elements of a sheet and keeps its rows."""

    book: Book
    rows: list[Row] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    _number: int = 0
    _cells: list[Cell] = field(default_factory=list)
    _next: int = 0
    _cell: Mapping[str, str] = field(default_factory=dict)
    _place: int = 0
    _value: list[str] = field(default_factory=list)
    _length: int = 0
    _formula: bool = False
    _capture: bool = False
    _phonetic: bool = False
    _kept: int = 0
    _places: dict[str, int] = field(default_factory=dict)
    _numbers: dict[tuple[str, str], Cell] = field(default_factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a row, a cell, its value or its formula."""
        if name == "c":
            self._begin_cell(attributes)
        elif name in _CAPTURED:
            self._capture = not self._phonetic
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "rPh":
            self._phonetic = True

    def text(self, data: str) -> None:
        """Keep a piece of a cell's value."""
        if not self._capture:
            return
        self._length += len(data)
        if self._length > MAX_TEXT:
            why = f"has more than {MAX_TEXT:,} characters"
            refuse(self._address(), "too_long", why)
        self._value.append(data)

    def end(self, name: str) -> None:
        """Keep a cell or a row, when it holds something."""
        if name in _CAPTURED:
            self._capture = False
        elif name == "c":
            self._keep()
        elif name == "row" and self._cells:
            if len(self.rows) == MAX_ROWS:
                refuse("", "too_many", f"a table has at most {MAX_ROWS:,} rows; split the file")
            self.rows.append(Row(self._number, tuple(self._cells)))
        elif name == "rPh":
            self._phonetic = False

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        stated = attributes.get("r", "")
        number = int(stated) if stated.isascii() and stated[:8].isdigit() else self._number + 1
        if number <= self._number:
            refuse("", "not_a_table", "the workbook is damaged: its rows are not in order")
        self._number, self._cells, self._next = number, [], 0
        if attributes.get("hidden") in {"1", "true"}:
            self.hidden.append(number)

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._cell = attributes
        self._value, self._length, self._formula, self._capture = [], 0, False, False
        self._place = self._next
        stated = attributes.get("r")
        if stated is not None:
            self._place = self._places.get(stated.rstrip(_DIGITS), -1)
            if self._place < self._next:
                self._place = self._new_place(stated)
        self._next = self._place + 1

    def _new_place(self, stated: str) -> int:
        """Return the place of a cell in a column that no cell was in before."""
        found = _ADDRESS.fullmatch(stated)
        place = place_of(found[1]) if found else -1
        if place < self._next:
            refuse("", "not_a_table", "the workbook is damaged: its cells are not in order")
        assert found is not None  # noqa: S101 - it has a place
        self._places[found[1]] = place
        return place

    def _keep(self) -> None:
        cell = self._made("".join(self._value))
        if cell is BLANK:
            return
        if self._place >= MAX_COLUMNS:
            why = f"lies beyond the {MAX_COLUMNS} columns that a table has here; delete it"
            refuse(self._address(), "too_many", why)
        self._kept += 1
        if self._kept > MAX_CELLS:
            refuse("", "too_many", f"a table has at most {MAX_CELLS:,} cells; split the file")
        if len(self._cells) < self._place:
            self._cells.extend([BLANK] * (self._place - len(self._cells)))
        self._cells.append(cell)

    def _made(self, value: str) -> Cell:
        if self._formula:
            return Cell(Kind.FORMULA, "")
        kind = self._cell.get("t", "n")
        if kind == "n":
            return self._number_in(value)
        if kind == "s":
            value = self._shared(value)
        elif kind == "e":
            return Cell(Kind.ERROR, "")
        elif kind == "b":
            value = _BOOLEANS.get(value, value)
        return Cell(Kind.TEXT, value) if value.strip() else BLANK

    def _shared(self, value: str) -> str:
        known = value.isascii() and value.isdigit() and len(value) < len("1000000")
        if not known or int(value) >= len(self.book.texts):
            refuse(self._address(), "not_a_table", "refers to a text that the workbook lacks")
        return self.book.texts[int(value)]

    def _number_in(self, value: str) -> Cell:
        key = value, self._cell.get("s", "0")
        known = self._numbers.get(key)
        if known is not None:
            return known
        value = value.strip()
        if not value:
            return BLANK
        number = exact(value)
        if number is None:
            refuse(self._address(), "not_a_plain_decimal", "holds a number beyond all measure")
        shown, text = self._shown(), None
        if shown != PLAIN:
            text = dated(number, shown, since_1904=self.book.since_1904)
        made = Cell(Kind.NUMBER, plain(number)) if text is None else Cell(Kind.TEXT, text)
        return self._numbers.setdefault(key, made)

    def _shown(self) -> Shown:
        style = self._cell.get("s", "0")
        known = style.isascii() and style.isdigit() and len(style) < len("1000000")
        place = int(style) if known else 0
        return self.book.formats[place] if place < len(self.book.formats) else PLAIN

    def _address(self) -> str:
        return f"cell {letters(self._place)}{self._number}"
