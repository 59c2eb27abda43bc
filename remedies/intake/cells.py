"""Cells and rows as a file holds them, whatever the kind of file."""

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    FORMULA = "formula"
    ERROR = "error"


class Cell(NamedTuple):
    """A cell: text as the file has it, a number as plain digits; nothing of a formula."""

    kind: Kind
    text: str


BLANK = Cell(Kind.TEXT, "")


class Row(NamedTuple):
    """A row under its number in the file, counted from 1 as a spreadsheet shows it."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, place: int) -> Cell:
        """Return the cell in a column, counted from 0."""
        return self.cells[place] if place < len(self.cells) else BLANK
