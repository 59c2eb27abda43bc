"""Blocks: headings, paragraphs, lists that count from one, boxes, and tables whose heads repeat."""

from collections.abc import Iterable
from typing import Final

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import _Element as Element

from remedies.documents.word.runs import Manner, add_words

_HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_AROUND: Final = frozenset(
    {"body", "main", "section", "article", "header", "footer", "div", "figure"}
)
_LISTS: Final = {"ul": "List Bullet", "ol": "List Number"}
_SMALL: Final = Pt(9)


class Blocks:
    """The blocks of one page on their way into one paper."""

    def __init__(self, paper: Paper, *, rightwards: bool) -> None:
        """Remember the paper; ``rightwards`` says that its language is written from the right."""
        self._paper = paper
        self._rightwards = rightwards
        self._bookmarks = 0

    def add_all(self, element: Element) -> None:
        """Add every block of an element.

        Raises:
            ValueError: an element that is not known.

        """
        for child in element:
            self._add(child)

    def _add(self, element: Element) -> None:
        tag = str(element.tag)
        if tag in _HEADINGS:
            self._words(element, f"Heading {_HEADINGS[tag]}")
        elif tag in ("p", "figcaption", "dt", "blockquote"):
            self._paragraph(element, tag)
        elif tag in _LISTS:
            self._list(element, _LISTS[tag])
        elif tag == "table":
            self._table(element)
        elif tag == "dl":
            self.add_all(element)
        elif tag == "dd":
            self._words(element, "List Continue")
        elif tag == "svg":
            self._described(element)
        elif tag in _AROUND:
            self._around(element)
        else:
            message = f"a Word document has no <{tag}>"
            raise ValueError(message)

    def _around(self, element: Element) -> None:
        """Add what an element holds: blocks, or words that stand in it without a paragraph."""
        boxed = "warning" in element.get("class", "").split()
        before = len(self._paper.paragraphs)
        if (element.text or "").strip():
            self._words(element, "Normal")
        else:
            self.add_all(element)
        if boxed:
            for paragraph in self._paper.paragraphs[before:]:
                _box(paragraph)

    def _paragraph(self, element: Element, tag: str) -> None:
        style = {"blockquote": "Quote"}.get(tag, "Normal")
        manner = Manner(bold=True) if tag == "dt" else Manner()
        made = self._words(element, style, manner)
        if tag == "dt":
            made.paragraph_format.keep_with_next = True
        if "note" in element.get("class", "").split():
            for run in made.runs:
                run.font.size = _SMALL

    def _words(self, element: Element, style: str, manner: Manner | None = None) -> Paragraph:
        made = self._paper.add_paragraph(style=style)
        self._mark(made, element)
        add_words(made, element, manner)
        self._turn(made)
        return made

    def _turn(self, paragraph: Paragraph) -> None:
        if self._rightwards:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001

    def _mark(self, paragraph: Paragraph, element: Element) -> None:
        """Set a bookmark where a link of the page leads."""
        name = element.get("id")
        if not name:
            return
        for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
            end = OxmlElement(kind)
            end.set(qn("w:id"), str(self._bookmarks))
            if kind == "w:bookmarkStart":
                end.set(qn("w:name"), name)
            paragraph._p.append(end)  # noqa: SLF001
        self._bookmarks += 1

    def _list(self, element: Element, style: str) -> None:
        counted = self._counted(style) if element.tag == "ol" else None
        for item in element:
            inner = item[0] if len(item) == 1 and item[0].tag == "p" else item
            made = self._words(inner, style)
            if inner is not item:
                self._mark(made, item)
            if counted is not None:
                properties = made._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = counted

    def _counted(self, style: str) -> int:
        """Return a numbering of its own, so that every list counts from one."""
        numbering = self._paper.part.numbering_part.element
        own = self._paper.styles[style].element.pPr.numPr.numId.val
        made = numbering.add_num(numbering.num_having_numId(own).abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def _table(self, element: Element) -> None:
        rows = list(element.iter("tr"))
        caption = element.find("caption")
        if caption is not None:
            made = self._words(caption, "Caption")
            made.paragraph_format.keep_with_next = True
        table = self._paper.add_table(rows=len(rows), cols=max(map(len, rows)))
        table.style = "Table Grid"
        if self._rightwards:
            table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))  # noqa: SLF001
        for row, of in zip(table.rows, rows, strict=True):
            for cell, found in zip(row.cells, of, strict=False):
                self._cell(cell, found)
        _heads(table, rows)
        self._paper.add_paragraph(style="No Spacing")

    def _cell(self, cell: _Cell, element: Element) -> None:
        made = cell.paragraphs[0]
        made.paragraph_format.space_after = Pt(2)
        parent = element.getparent()
        place = parent.getparent().tag if parent is not None else ""
        add_words(made, element, Manner(bold=place in ("thead", "tfoot")))
        if "number" in element.get("class", "").split():
            made.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._turn(made)
        for run in made.runs:
            run.font.size = _SMALL

    def _described(self, element: Element) -> None:
        """Add what a drawing says; Word has the words of it, the PDF the drawing."""
        for name in ("title", "desc"):
            found = element.find(f"{{*}}{name}")
            if found is not None and found.text:
                self._paper.add_paragraph(found.text, style="Normal")


def _heads(table: Table, rows: Iterable[Element]) -> None:
    """Let the head stand on every page, and no row break over two."""
    for row, of in zip(table.rows, rows, strict=True):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001
        properties.append(OxmlElement("w:cantSplit"))
        parent = of.getparent()
        if parent is not None and parent.tag == "thead":
            properties.append(OxmlElement("w:tblHeader"))


def _box(paragraph: Paragraph) -> None:
    """Draw a box around what must be seen."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    border = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        border.append(line)
    properties.append(border)
    paragraph.paragraph_format.left_indent = Inches(0.1)
