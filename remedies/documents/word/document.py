"""The whole file: its paper, head, footer with page fields, properties, and the same bytes every time."""

import datetime as dt
import zipfile
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Inches, Pt
from lxml import html as markup

from remedies.documents.word.blocks import Blocks
from remedies.documents.word.looks import Leaf, Looks
from remedies.documents.word.runs import field
from remedies.documents.word.styles import set_styles

_WRITTEN: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001  # a day that says nothing, in a file that has no zone
_ZIPPED: Final = (1980, 1, 1, 0, 0, 0)


def word(page: str) -> bytes:
    """Return a page of ours as a Word file; the same page gives the same bytes.

    Raises:
        ValueError: the page has an element that is not known here.

    """
    root = markup.document_fromstring(page.replace("§ ", "§\N{NO-BREAK SPACE}"))
    paper = Document()
    looks = Looks(root)
    _lay(paper, looks.leaf)
    set_styles(paper, root.get("lang", "en"), looks.letters)
    body = root.find("body")
    _properties(paper, str(root.findtext("head/title")))
    _header(paper, "".join(root.xpath("string((//@data-mark)[1])")))
    _footer(paper, body.get("data-page", "Page"), body.get("data-of", "of"))
    Blocks(paper, looks, rightwards=root.get("dir") == "rtl").add_page(body)
    return _packed(paper)


def _lay(paper: Paper, leaf: Leaf) -> None:
    """Take the paper as the printed page has it."""
    section = paper.sections[0]
    section.page_width, section.page_height = Inches(leaf.width), Inches(leaf.height)
    if leaf.width > leaf.height:
        section.orientation = WD_ORIENT.LANDSCAPE
    sides = ("top_margin", "right_margin", "bottom_margin", "left_margin")
    for side, length in zip(sides, leaf.margins, strict=True):
        setattr(section, side, Inches(length))


def _properties(paper: Paper, title: str) -> None:
    known = paper.core_properties
    known.title, known.author, known.comments, known.keywords = title, "", "", ""
    known.created = known.modified = _WRITTEN
    known.last_modified_by = ""


def _header(paper: Paper, mark: str) -> None:
    """Put at the head of every page what must stand on every page, such as that it is under seal."""
    if mark:
        line = paper.sections[0].header.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        said = line.add_run(mark)
        said.bold, said.font.size = True, Pt(9)


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
