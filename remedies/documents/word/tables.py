"""Tables of a page as tables of Word: heads that repeat, cells that span, columns as wide as on paper."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, cast

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.shared import Length, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import _Element as Element

from remedies.documents.word.looks import Looks, inches, percent
from remedies.documents.word.runs import Manner, add_words

_TWIPS: Final = 1440
_POINTS: Final = 72
_LEAST, _MOST = 7, 44
"""Letters that the narrowest and the widest column of no stated width are taken to hold."""
_SIZES: Final = ((7, 9), (10, 8), (99, 7.5))
"""Columns at most, and the points of their letters."""
_SHORT: Final = 7
_PADDING: Final = "70"
_BESIDE: Final = 220
_ROOM: Final = 6
_EM: Final = 0.66
"""The width of a bold letter, of its height."""
_BREAKS: Final = re.compile(r"[\s\-/\N{SOFT HYPHEN}]+")
_STRONG, _LIGHT = ("8", "000000"), ("4", "999999")
_HEAD, _FOOT = "thead", "tfoot"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell of the page, or none where one from above goes on; its columns; whether it goes on below."""

    cell: Element | None
    column: int
    columns: int
    goes_on: bool


@dataclass(slots=True)
class _Grid:
    """The cells of a table by place; what a cell covers in rows below is kept until they come."""

    covered: dict[int, tuple[int, int]] = field(default_factory=dict)

    def row(self, cells: Sequence[Element]) -> Iterator[_Placed]:
        waiting = list(cells)
        column = 0
        while waiting or column in self.covered:
            found: Element | None = None
            if column in self.covered:
                columns, rows = self.covered.pop(column)
            else:
                found = waiting.pop(0)
                columns, rows = _span(found, "colspan"), _span(found, "rowspan")
            if rows > 1:
                self.covered[column] = (columns, rows - 1)
            yield _Placed(found, column, columns, goes_on=rows > 1)
            column += columns


def add_table(
    paper: Paper, element: Element, looks: Looks, turn: Callable[[Paragraph], None]
) -> Table:
    """Add a table of the page at the end of a document; ``turn`` is done to every paragraph.

    Raises:
        ValueError: a cell holds what a line cannot hold.

    """
    grid = _Grid()
    rows = [(row, list(grid.row(row))) for row in element.iter("tr")]
    columns = max(each.column + each.columns for _, placed in rows for each in placed)
    points = _points(element, looks, columns)
    widths = _widths(element, looks, [placed for _, placed in rows], columns)
    widths = roomy(widths, _needs([placed for _, placed in rows], columns, points))
    table: Table = paper.add_table(rows=0, cols=columns)
    _shape(table, widths)
    style = _style(paper, points)
    kept = _kept([row for row, _ in rows])
    for (row, placed), together in zip(rows, kept, strict=True):
        made = table._tbl.add_tr()  # noqa: SLF001 - no public way to a cell that spans
        _describe(made, _part(row) == _HEAD)
        for each in placed:
            cell = _cell(table, each, widths)
            made.append(cell._tc)  # noqa: SLF001
            _rule(cell, _part(row), row)
            paragraph = cell.paragraphs[0]
            paragraph._p.style = style.style_id  # noqa: SLF001 - a name is looked up slowly
            if together:
                paragraph.paragraph_format.keep_with_next = True
            if each.cell is not None:
                bold = _part(row) in (_HEAD, _FOOT)
                add_words(paragraph, each.cell, Manner(bold=bold, looks=looks))
                _stand(paragraph, each.cell)
                turn(paragraph)
    return table


def _span(cell: Element, name: str) -> int:
    return max(1, int(cell.get(name, "1")))


def _part(row: Element) -> str:
    parent = row.getparent()
    return "" if parent is None else str(parent.tag)


def _kept(rows: Sequence[Element]) -> Iterator[bool]:
    """Yield for each row whether it stays with the next: heads, last rows before a total, short tables."""
    for place, row in enumerate(rows):
        below = rows[place + 1] if place + 1 < len(rows) else None
        yield below is not None and (
            len(rows) <= _SHORT or _part(row) == _HEAD or _FOOT in (_part(row), _part(below))
        )


def _points(element: Element, looks: Looks, columns: int) -> float:
    """Return the size of the letters: by the number of columns, or a larger one that the page states."""
    by_columns = next(points for most, points in _SIZES if columns <= most)
    stated = inches(looks.of(element).get("font-size", ""))
    return max([by_columns, *(each * _POINTS for each in stated)])


def _widths(
    element: Element, looks: Looks, rows: Sequence[Sequence[_Placed]], columns: int
) -> list[int]:
    """Return the widths of the columns in twips: as stated, the rest even; by their words if none is."""
    whole = looks.leaf.within * _TWIPS * (percent(looks.of(element).get("width", "")) or 1)
    stated = [
        percent(looks.of(each).get("width", "")) for each in element.iterfind("colgroup/col")
    ]
    stated = [*stated, *[None] * columns][:columns]
    given = sum(each or 0 for each in stated)
    if not given:
        shares = _by_words(rows, columns)
    else:
        rest = max(0, 1 - given) / max(1, stated.count(None)) or 1 / columns
        shares = [rest if each is None else each for each in stated]
    return [round(whole * share / sum(shares)) for share in shares]


def _by_words(rows: Sequence[Sequence[_Placed]], columns: int) -> list[float]:
    longest = [_LEAST] * columns
    for placed in rows:
        for each in placed:
            if each.cell is not None and each.columns == 1:
                words = len(" ".join("".join(each.cell.itertext()).split()))
                longest[each.column] = max(longest[each.column], min(words, _MOST))
    return [float(letters) for letters in longest]


def _shape(table: Table, widths: Sequence[int]) -> None:
    """Fix the widths, and rule the table as it is ruled on paper: between rows, and at its foot."""
    table.autofit = False
    properties = table._tbl.tblPr  # noqa: SLF001
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Length(width * 635)
    borders = OxmlElement("w:tblBorders")
    for side, (size, color) in (("bottom", _LIGHT), ("insideH", _LIGHT)):
        borders.append(_line(side, size, color))
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), _PADDING)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.insert_element_before(margins, "w:tblLook")


def _line(side: str, size: str, color: str) -> Element:
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", size), ("space", "0"), ("color", color)):
        line.set(qn(f"w:{name}"), value)
    return line


def _describe(row: Element, head: bool) -> None:  # noqa: FBT001 - one fact
    """Break no row over two pages, and let the head stand on each."""
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def _cell(table: Table, placed: _Placed, widths: Sequence[int]) -> _Cell:
    made = CT_Tc.new()
    made.width = Length(sum(widths[placed.column : placed.column + placed.columns]) * 635)
    if placed.columns > 1:
        made.grid_span = placed.columns
    if placed.cell is None:
        made.vMerge = "continue"
    elif placed.goes_on:
        made.vMerge = "restart"
    return _Cell(made, table)


def _rule(cell: _Cell, part: str, row: Element) -> None:
    """Draw the rule under a head, and over and under a total."""
    sides = {_HEAD: ("bottom",), _FOOT: ("top", "bottom")}.get(part, ())
    parent = row.getparent()
    if not sides or parent is None or (part == _HEAD and row is not parent[-1]):
        return
    borders = OxmlElement("w:tcBorders")
    for side in sides:
        borders.append(_line(side, *_STRONG))
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - after widths and spans, as Word wants it


def _style(paper: Paper, points: float) -> ParagraphStyle:
    """Return the style of paragraphs in tables whose letters have a size; made when it is first used."""
    name = f"Table {points:g}"
    if name in paper.styles:
        return cast("ParagraphStyle", paper.styles[name])
    made = cast("ParagraphStyle", paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    made.base_style = paper.styles["Normal"]
    made.font.size = Pt(points)
    form = made.paragraph_format
    form.space_before = form.space_after = Pt(1.5)
    form.line_spacing = 1
    return made


def _stand(paragraph: Paragraph, cell: Element) -> None:
    """Let numbers stand at the right, and give the words after them room."""
    if _is_number(cell):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif (before := cell.getprevious()) is not None and _is_number(before):
        paragraph.paragraph_format.left_indent = Pt(_ROOM)


def _is_number(cell: Element) -> bool:
    return "number" in cell.get("class", "").split()


def _needs(rows: Sequence[Sequence[_Placed]], columns: int, points: float) -> list[int]:
    """Return the twips that the longest word of each column needs."""
    longest = [0] * columns
    for placed in rows:
        for each in placed:
            if each.cell is not None and each.columns == 1:
                words = _BREAKS.split(" ".join(each.cell.itertext()))
                longest[each.column] = max(longest[each.column], *map(len, words))
    return [round(min(each, _MOST) * points * _EM * 20) + _BESIDE for each in longest]


def roomy(widths: Sequence[int], needs: Sequence[int]) -> list[int]:
    """Return the widths, what a column lacks for its longest word taken from those with room to spare."""
    lacks = sum(max(0, need - width) for width, need in zip(widths, needs, strict=True))
    spare = sum(max(0, width - need) for width, need in zip(widths, needs, strict=True))
    if not lacks or lacks > spare:
        return list(widths)
    return [
        need if need > width else width - (width - need) * lacks // spare
        for width, need in zip(widths, needs, strict=True)
    ]
