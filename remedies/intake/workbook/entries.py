"""Rows of facts: what each cell gives, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from remedies.intake.sheet import letters
from remedies.intake.workbook.columns import Value


class Address(NamedTuple):
    """A cell: its sheet, row and column, each counted from 0; they sort as people read."""

    sheet: int
    row: int
    column: int

    def below(self, rows: int) -> "Address":
        """Return the cell so many rows below."""
        return self._replace(row=self.row + rows)

    def written(self, tab: str) -> str:
        """Return the address as a spreadsheet writes it: ``Work!C7``."""
        quoted = f"'{tab}'" if " " in tab else tab
        return f"{quoted}!{letters(self.column)}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something to mend in one cell, or in none; ``message`` is what the claim's reader said of it."""

    at: Address | None
    code: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of facts: the address and, where something is given, the value of every column."""

    at: Address
    cells: Mapping[str, Address] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """The columns in which something stands that could not be read."""

    def cell(self, key: str) -> Address:
        """Return the cell of a column, or of the row where the sheet has lost the column."""
        return self.cells.get(key, self.at)

    @property
    def given(self) -> bool:
        """Whether the row holds anything besides the name of a period."""
        return any(key != "period" for key in (*self.values, *self.unread))


@dataclass(slots=True)
class Entries:
    """The rows of one sheet, and the first cell below them."""

    free: Address
    rows: list[Entry] = field(default_factory=list)
