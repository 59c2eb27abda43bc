"""What a printed page says: its blocks of text, and its tables by caption, heading and cell."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "li", "dt", "dd", "h1", "h2", "h3", "caption", "tr"})
_CELLS = frozenset({"th", "td"})


@dataclass(slots=True)
class Table:
    """A table: the rows of its body, each cell under its heading; sums in the foot are left out."""

    caption: str = ""
    heads: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Printed:
    """A page as a reader has it: every block on one line, and the tables among them."""

    blocks: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def printed(page: str) -> Printed:
    """Return what a page says."""
    reader = _Reader()
    reader.feed(page)
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Printed()
        self._block: list[str] = []
        self._cell: list[str] | None = None
        self._cells: list[str] = []
        self._part = ""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in {"style", "svg", "title"}:
            self._silent += 1
        elif tag == "table":
            self.found.tables.append(Table())
        elif tag in {"thead", "tbody", "tfoot"}:
            self._part = tag
        elif tag in _CELLS:
            self._cell = []
            self._block.append(" ")
        elif tag == "br":
            self.handle_data(" ")
        if tag in _BLOCKS:
            self._block, self._cells = [], []

    def handle_endtag(self, tag: str) -> None:
        if tag in {"style", "svg", "title"}:
            self._silent -= 1
        elif tag in _CELLS and self._cell is not None:
            self._cells.append(_line(self._cell))
            self._cell = None
        if tag in _BLOCKS:
            if said := _line(self._block):
                self.found.blocks.append(said)
            self._keep(tag, said)
            self._block = []

    def _keep(self, tag: str, said: str) -> None:
        if tag == "caption":
            self.found.tables[-1].caption = said
        elif tag == "tr" and self._part == "thead":
            self.found.tables[-1].heads = self._cells
        elif tag == "tr" and self._part == "tbody":
            self.found.tables[-1].rows.append(self._cells)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self._block.append(data)
        if self._cell is not None:
            self._cell.append(data)


def _line(parts: list[str]) -> str:
    return " ".join("".join(parts).replace("\u00ad", "").split())
