"""The whole file: sections, footer with page fields, language, properties, and the same bytes every time."""

import datetime as dt
import zipfile
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from lxml import html as markup

from remedies.documents.word.blocks import Blocks
from remedies.documents.word.runs import field

_FONT: Final = "Times New Roman"
_HEADINGS: Final = {1: 16, 2: 13, 3: 12, 4: 12}
_WRITTEN: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001  # a day that says nothing, in a file that has no zone
_ZIPPED: Final = (1980, 1, 1, 0, 0, 0)


def word(page: str) -> bytes:
    """Return a page of ours as a Word file; the same page gives the same bytes.

    Raises:
        ValueError: the page has an element that is not known here.

    """
    root = markup.document_fromstring(page)
    paper = Document()
    _styles(paper, root.get("lang", "en"))
    body = root.find("body")
    _properties(paper, str(root.findtext("head/title")))
    _footer(paper, body.get("data-page", "Page"), body.get("data-of", "of"))
    Blocks(paper, rightwards=root.get("dir") == "rtl").add_all(body)
    return _packed(paper)


def _styles(paper: Paper, language: str) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Inches(1))
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(12)
    normal.paragraph_format.space_after = Pt(8)
    for level, size in _HEADINGS.items():
        style = paper.styles[f"Heading {level}"]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = None
        style.paragraph_format.keep_with_next = True
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    spoken = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        spoken.set(qn(name), language)
    defaults = paper.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(spoken)


def _properties(paper: Paper, title: str) -> None:
    known = paper.core_properties
    known.title, known.author, known.comments, known.keywords = title, "", "", ""
    known.created = known.modified = _WRITTEN
    known.last_modified_by = ""


def _footer(paper: Paper, page: str, of: str) -> None:
    line = paper.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run(f"{page} ")
    field(line, "PAGE")
    line.add_run(f" {of} ")
    field(line, "NUMPAGES")


def _packed(paper: Paper) -> bytes:
    """Return the file with its parts in order and no time of writing."""
    written, packed = BytesIO(), BytesIO()
    paper.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w") as archive:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _ZIPPED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts.read(name))
    return packed.getvalue()
