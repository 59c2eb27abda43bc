"""Tables for a terminal of any width: where an amount would be cut, each row stands as a block of lines."""

from collections.abc import Sequence
from typing import Final

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Column, Table

_BETWEEN: Final = 3
"""What stands between two columns: a space, the divider, a space."""
_WORDS: Final = 12
"""What a column of words keeps, so that a day or a reference is not folded."""
_INDENT: Final = 2
_RIGHT: Final = "right"


class Ruled(Table):
    """A table with a rule under its heads, whose columns on the right hold amounts that are never cut.

    It takes the width that it is given. What lacks is taken from the widest columns; where nothing is left
    to take, the table turns on its side: of each row the first cell, and under it every other with its head.
    """

    def __init__(self, heads: Sequence[str], *, right: Sequence[str] = ()) -> None:
        """Make it, without rows."""
        super().__init__(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for head in heads:
            self.add_column(head, justify=_RIGHT if head in right else "left", overflow="fold")

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table, upright where it fits."""
        widths = self._widths(options.max_width)
        if widths is None:
            yield self._on_its_side(options.max_width)
            return
        for column, width in zip(self.columns, widths, strict=True):
            column.width = width
        yield from super().__rich_console__(console, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return all the room there is: the table decides in the room that it is given."""
        del console
        return Measurement(1, options.max_width)

    def _widths(self, room: int) -> list[int] | None:
        """Return how wide each column is; none where they do not fit."""
        least = [_least(column) for column in self.columns]
        found = [_longest(column.header, *column.cells) for column in self.columns]
        room -= _BETWEEN * (len(found) - 1)
        if sum(least) > room:
            return None
        while sum(found) > room:
            spare = [each if each > less else 0 for each, less in zip(found, least, strict=True)]
            found[spare.index(max(spare))] -= 1
        return found

    def _on_its_side(self, room: int) -> RenderableType:
        amounts = [cell for each in self.columns if each.justify == _RIGHT for cell in each.cells]
        width = _longest(*amounts)
        heads = _longest(*(column.header for column in self.columns))
        heads = max(1, min(heads, room - _INDENT - _BETWEEN - width))
        blocks: list[RenderableType] = []
        for row in zip(*(column.cells for column in self.columns), strict=True):
            first, *others = [place for place, cell in enumerate(row) if cell] or [0]
            block = Table.grid(padding=(0, _BETWEEN))
            block.add_column(width=heads)
            block.add_column(overflow="fold")
            for place in others:
                column, cell = self.columns[place], str(row[place])
                amount = column.justify == _RIGHT
                block.add_row(column.header, cell.rjust(width) if amount else cell)
            blocks += [row[first], Padding(block, (0, 0, 0, _INDENT))]
        return Group(*blocks)


def _least(column: Column) -> int:
    """Return how narrow a column can be: a head is set on several lines, an amount is not."""
    longest = _longest(*column.cells)
    head = _longest(str(column.header).replace(" ", "\n"))
    if column.justify == _RIGHT:
        return max(head, longest)
    amounts = (word for cell in column.cells for word in str(cell).split() if "$" in word)
    return max(head, min(longest, _WORDS), _longest(*amounts))


def _longest(*cells: RenderableType) -> int:
    lines = (line for cell in cells for line in str(cell).split("\n"))
    return max(map(cell_len, lines), default=0)
