"""A table of a statement as it is printed: heads, rows of cells, and a last row that adds them up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from remedies.ledger.statement_lines import Sum
from remedies.ledger.statement_words import money, ranges

_LONGEST: Final = 34
_SHORT: Final = 9
_SHORT_LINES: Final = 36
_LINE: Final = 24
_WORD: Final = 9
"""Letters of a cell's line in a middling column, and of a long word in a narrow one: for an estimate."""

_NARROW: Final = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, and the entries behind an amount."""

    text: str
    cites: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: the first cell of a row heads it; ``widths`` names a column class for each head."""

    caption: str
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[Cell, ...] = ()
    widths: tuple[str, ...] = ()

    @property
    def classes(self) -> str:
        """How it lies on paper: narrow where it has two columns, on one page where it is short."""
        lines = sum(max(map(_lines, row)) for row in self.rows)
        short = " short" if len(self.rows) <= _SHORT and lines <= _SHORT_LINES else ""
        return f"plain{short}{' narrow' if len(self.heads) == _NARROW else ''}"


def _lines(cell: Cell) -> int:
    """Return how many lines a cell may take; a table too high for its page is no short one."""
    longest = max(map(len, cell.text.split()), default=0)
    return max(-(-len(cell.text) // _LINE), -(-longest // _WORD))


def words(text: object) -> Cell:
    """Return a cell of words; nothing for what is not known."""
    return Cell("" if text is None else str(text))


def number(text: object) -> Cell:
    """Return a cell of a number that is no amount."""
    return Cell("" if text is None else str(text), number=True)


def amount(cents: int | None) -> Cell:
    """Return an amount that follows from the amounts beside it."""
    return Cell("" if cents is None else money(cents), number=True)


def summed(found: Sum) -> Cell:
    """Return an amount with the entries that it adds up."""
    return Cell(money(found.cents), cited(found.entries), number=True)


def heads(*texts: str) -> tuple[Cell, ...]:
    """Return the heads of a table; a text that begins with ``#`` heads a column of numbers."""
    return tuple(Cell(text.removeprefix("#"), number=text.startswith("#")) for text in texts)


def cited(entries: Sequence[int]) -> str:
    """Return the entries behind an amount: all of them, or the first and last with their count."""
    if not entries:
        return ""
    text = ranges(entries)
    if len(text) > _LONGEST:
        return f"{len(entries):,} entries from {entries[0]} to {entries[-1]}"
    return f"{'entry' if len(entries) == 1 else 'entries'} {text.replace('-', '–')}"


def together(sums: Sequence[Sum]) -> Sum:
    """Return several sums as one: their cents added, each entry once."""
    distinct = {found.entries for found in sums}
    entries = sorted({entry for some in distinct for entry in some})
    return Sum(sum(found.cents for found in sums), tuple(entries))
