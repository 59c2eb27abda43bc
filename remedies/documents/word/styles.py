"""The styles of Word that a lawyer sees in its list: headings, lists, captions, and the paper's language."""

from typing import Final

from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

_FONT: Final = "Times New Roman"
_LETTERS: Final = 12
_HEADINGS: Final = {1: 16, 2: 13, 3: 12, 4: 12}
_BLACK: Final = RGBColor(0, 0, 0)
_INDENT: Final = 500
"""Twips before the words of a list: room for numbers of two digits."""


def set_styles(paper: Paper, language: str, letters: float) -> None:
    """Set the styles that the blocks use; ``letters`` is the size in points that the page is printed in."""
    scale = max(letters, _LETTERS) / _LETTERS
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(_LETTERS * scale)
    normal.paragraph_format.space_after = Pt(8)
    for name in ("List Number", "List Bullet"):
        _list(paper, name, scale)
    caption = paper.styles["Caption"]
    caption.font.size, caption.font.color.rgb = Pt(10 * scale), _BLACK
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(6), Pt(3)
    for level, size in _HEADINGS.items():
        style = paper.styles[f"Heading {level}"]
        style.font.name, style.font.size = _FONT, Pt(size * scale)
        style.font.color.rgb = _BLACK
        style.paragraph_format.keep_with_next = True
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    _speak(paper, language)


def _speak(paper: Paper, language: str) -> None:
    """Name the language of the whole paper."""
    spoken = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        spoken.set(qn(name), language)
    defaults = paper.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(spoken)


def _list(paper: Paper, name: str, scale: float) -> None:
    """Give a list's numbers room for two digits, and its items air between them."""
    style = paper.styles[name]
    properties = style.element.pPr
    for tight in properties.findall(qn("w:contextualSpacing")):
        properties.remove(tight)
    style.paragraph_format.space_after = Pt(4)
    numbering = paper.part.numbering_part.element
    number = numbering.num_having_numId(properties.numPr.numId.val).abstractNumId.val
    (level,) = numbering.xpath(f"w:abstractNum[@w:abstractNumId='{number}']/w:lvl")
    for tag, key in (("w:tab", "w:pos"), ("w:ind", "w:left"), ("w:ind", "w:hanging")):
        for found in level.iter(qn(tag)):
            found.set(qn(key), f"{_INDENT * scale:.0f}")
