"""Blocks: headings, paragraphs, lists that count from where they say, boxes, tables, new pages."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from docx.text.paragraph import Paragraph
from lxml.etree import _Element as Element

from remedies.documents.word.looks import Looks, inches
from remedies.documents.word.runs import Manner, add_words
from remedies.documents.word.tables import add_table

_HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_AROUND: Final = frozenset(
    {"body", "main", "section", "article", "header", "footer", "div", "figure"}
)
_LISTS: Final = {"ul": "List Bullet", "ol": "List Number"}
_STYLED: Final = frozenset({*_HEADINGS, "caption"})
"""What has a size of its own by its style."""
_POINTS: Final = 72
_UNDER_TABLE: Final = Pt(12)
_AFTER_LIST: Final = Pt(8)
_AFTER_BORDER: Final = (
    *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct"),
    *("w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd"),
    *("w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
    *("w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap"),
    *("w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)
"""What follows a paragraph's border among its properties: Word wants them in this order."""
_AFTER_BIDI: Final = _AFTER_BORDER[_AFTER_BORDER.index("w:bidi") + 1 :]


class Blocks:
    """The blocks of one page on their way into one paper."""

    def __init__(self, paper: Paper, looks: Looks, *, rightwards: bool) -> None:
        """Remember the paper; ``rightwards`` says that its language is written from the right."""
        self._paper = paper
        self._looks = looks
        self._rightwards = rightwards
        self._new_page = self._under_table = False
        self._bookmarks = 0
        self._size: float | None = None

    def add_page(self, body: Element) -> None:
        """Add every block of a page; a table is never the last thing in a document.

        Raises:
            ValueError: an element that is not known.

        """
        self.add_all(body)
        if self._under_table:
            self._paper.add_paragraph(style="No Spacing")

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
        said = self._looks.of(element)
        self._new_page |= said.get("break-before") == "page"
        if said.get("break-before") == "avoid" and self._paper.paragraphs:
            self._paper.paragraphs[-1].paragraph_format.keep_with_next = True
        before = len(self._paper.paragraphs)
        outer, self._size = self._size, _points(said) or self._size
        if (element.text or "").strip():
            self._words(element, "Normal")
        else:
            self.add_all(element)
        self._size = outer
        added = self._paper.paragraphs[before:]
        if _is_boxed(element):
            for paragraph in added:
                _box(paragraph)
        if said.get("break-inside") == "avoid":
            for paragraph in added[:-1]:
                paragraph.paragraph_format.keep_with_next = True

    def _paragraph(self, element: Element, tag: str) -> None:
        style = {"blockquote": "Quote"}.get(tag, "Normal")
        manner = Manner(bold=True) if tag == "dt" else Manner()
        made = self._words(element, style, manner)
        if tag == "dt":
            made.paragraph_format.keep_with_next = True
            made.paragraph_format.space_after = Pt(0)
        if _is_boxed(element):
            _box(made)

    def _words(self, element: Element, style: str, manner: Manner | None = None) -> Paragraph:
        made = self._paper.add_paragraph(style=style)
        self._mark(made, element)
        said = self._looks.of(element)
        manner = replace(manner or Manner(), looks=self._looks)
        if element.tag not in _STYLED:
            manner = replace(manner, size=_points(said) or self._size)
        if said.get("font-weight") == "bold":
            manner = replace(manner, bold=True)
        add_words(made, element, manner)
        if said.get("text-align") == "center":
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if element.tag == "p" and (above := inches(said.get("margin-top", ""))):
            made.paragraph_format.space_before = Inches(above[0])
        if element.tag == "li" and (below := inches(said.get("margin-bottom", ""))):
            made.paragraph_format.space_after = Inches(below[0])
        made.paragraph_format.keep_with_next = said.get("break-after") == "avoid" or None
        made.paragraph_format.page_break_before = self._new_page or None
        self._new_page = False
        if not style.startswith("Heading"):
            self._after_table(made)
        self._under_table = False
        self._turn(made)
        return made

    def _after_table(self, paragraph: Paragraph) -> None:
        if self._under_table:
            paragraph.paragraph_format.space_before = _UNDER_TABLE
        self._under_table = False

    def _turn(self, paragraph: Paragraph) -> None:
        if self._rightwards:
            properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
            properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)

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
        first = int(element.get("start", "1"))
        counted = self._counted(style, first) if element.tag == "ol" else None
        for item in element:
            inner = item[0] if len(item) == 1 and item[0].tag == "p" else item
            made = self._words(inner, style)
            if inner is not item:
                self._mark(made, item)
            if counted is not None:
                properties = made._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = counted
            if item is element[-1]:
                made.paragraph_format.space_after = _AFTER_LIST

    def _counted(self, style: str, first: int) -> int:
        """Return a numbering of its own, so that every list counts from its first number."""
        numbering = self._paper.part.numbering_part.element
        own = self._paper.styles[style].element.pPr.numPr.numId.val
        made = numbering.add_num(numbering.num_having_numId(own).abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(first)
        return int(made.numId)

    def _table(self, element: Element) -> None:
        caption = element.find("caption")
        if caption is not None:
            made = self._words(caption, "Caption")
            made.paragraph_format.keep_with_next = True
        elif self._under_table:
            self._paper.add_paragraph(style="No Spacing")
        table = add_table(self._paper, element, self._looks, self._turn)
        if self._rightwards:
            table.table_direction = WD_TABLE_DIRECTION.RTL
        self._under_table = True

    def _described(self, element: Element) -> None:
        """Add what a drawing says; Word has the words of it, the PDF the drawing."""
        found = (element.findtext(f"{{*}}{name}") for name in ("title", "desc"))
        said = [" ".join(words.split()).rstrip(".") for words in found if words]
        if said:
            made = self._paper.add_paragraph(style="Normal")
            made.add_run(f"{said[0]}.").bold = True
            made.add_run("".join(f" {words}." for words in said[1:]))
            self._after_table(made)
            self._turn(made)


def _points(said: Mapping[str, str]) -> float | None:
    """Return the size of the letters, where it is stated in points."""
    stated = inches(said.get("font-size", ""))
    return stated[0] * _POINTS if stated else None


def _is_boxed(element: Element) -> bool:
    return "warning" in element.get("class", "").split()


def _box(paragraph: Paragraph) -> None:
    """Draw a box around what must be seen."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    border = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        border.append(line)
    properties.insert_element_before(border, *_AFTER_BORDER)
    paragraph.paragraph_format.left_indent = Inches(0.1)
