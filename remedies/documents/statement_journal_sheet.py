"""The sheet of a statement's workbook that lists the journal."""

from collections.abc import Sequence
from typing import Final

from remedies.documents.statement_grid import Grid
from remedies.documents.workbook.sheet import Book
from remedies.ledger.statement_lines import JournalLine

_JOURNAL: Final = (
    "Entry",
    "Day",
    "Kind",
    "Reference",
    "What it says",
    "Amount",
    "Counts",
    "Corrects",
    "Corrected by",
)


def journal(book: Book, lines: Sequence[JournalLine]) -> Grid:
    """Write every entry; what was corrected is marked as not counted."""
    grid = Grid(
        book,
        "Journal",
        (8, 12, 16, 14, 70, 16, 9, 10, 13),
        _JOURNAL,
        numbers=(0, 5, 7, 8),
    )
    for line in lines:
        grid.begin()
        grid.count(0, line.entry)
        grid.day(1, line.on)
        grid.text(2, line.kind)
        grid.text(3, line.reference)
        grid.text(4, line.says)
        grid.amount(5, line.cents)
        grid.text(6, "yes" if line.counts else "no")
        grid.count(7, line.corrects)
        grid.count(8, line.corrected_by)
    return grid
