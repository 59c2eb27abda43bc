"""Words in a paragraph: stress, small figures, links within the paper, fields and blanks to fill in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import _Element as Element

from remedies.documents.word.looks import Looks, inches

_PLAIN: Final = frozenset({"bdi", "span", "abbr"})
_POINTS: Final = 72
BLANK: Final = "blank"
_SPACE: Final = " \t\r\n\f"
_BLANKS: Final = re.compile(f"[{_SPACE}]+")
_SOFT_HYPHEN: Final = "\N{SOFT HYPHEN}"
_NAMED: Final = 64
"""Letters at most that Word takes as the name of a blank."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run is said; ``size`` is of its letters, in points, where it is not the paragraph's."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    code: bool = False
    language: str = ""
    anchor: str = ""
    size: float | None = None
    looks: Looks | None = None


def add_words(paragraph: Paragraph, element: Element, manner: Manner | None = None) -> None:
    """Add the words of an element, and of all within it, to a paragraph.

    Raises:
        ValueError: an element that is not known in a line.

    """
    manner = manner or Manner()
    _add(paragraph, element.text, manner)
    for child in element:
        said = manner.looks.of(child) if manner.looks and child.get("class") else {}
        block = said.get("display") == "block"
        if block:
            _begin_line(paragraph)
        if child.tag == "br":
            paragraph.add_run().add_break()
        elif BLANK in child.get("class", "").split():
            _blank(paragraph, "".join(child.itertext()).strip(), manner)
        else:
            sized = inches(said.get("font-size", ""))
            within = replace(manner, size=sized[0] * _POINTS) if sized else manner
            add_words(paragraph, child, _within(child, within))
        tail = child.tail or ""
        if block and tail.strip():
            _begin_line(paragraph)
        _add(paragraph, tail.lstrip() if block or child.tag == "br" else tail, manner)


def _begin_line(paragraph: Paragraph) -> None:
    """Begin a line of its own, unless nothing stands on this one yet."""
    if paragraph.text:
        paragraph.add_run().add_break()


def _within(element: Element, manner: Manner) -> Manner:
    match element.tag:
        case "b" | "strong":
            found = replace(manner, bold=True)
        case "i" | "em" | "cite":
            found = replace(manner, italic=True)
        case "sup":
            found = replace(manner, raised=True)
        case "code":
            found = replace(manner, code=True)
        case "a":
            to = element.get("href", "")
            found = replace(manner, anchor=to[1:]) if to.startswith("#") else manner
        case tag if tag in _PLAIN:
            found = manner
        case other:
            message = f"a line of a Word document has no <{other}>"
            raise ValueError(message)
    return replace(found, language=element.get("lang", manner.language))


def _add(paragraph: Paragraph, words: str | None, manner: Manner) -> None:
    said = " ".join(_kept(words or ""))
    if not said:
        return
    first, *more = said.split(_SOFT_HYPHEN)
    run = paragraph.add_run(first)
    for part in more:
        run._r.append(OxmlElement("w:softHyphen"))  # noqa: SLF001 - what Word breaks a word at
        run.add_text(part)
    if manner.bold:
        run.bold = True
    if manner.italic:
        run.italic = True
    if manner.raised:
        run.font.superscript = True
    if manner.size is not None:
        run.font.size = Pt(manner.size)
    if manner.code:
        run.font.name = "Courier New"
    if manner.language:
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), manner.language)
        run._r.get_or_add_rPr().append(spoken)  # noqa: SLF001  # no public way to a run's language
    if manner.anchor:
        _link(run, manner.anchor)


def _kept(words: str) -> Iterator[str]:
    """Yield words so that a blank stays one blank, at either end too."""
    if words[:1] in _SPACE:
        yield ""
    yield from _BLANKS.split(words.strip(_SPACE)) if words.strip(_SPACE) else ()
    if words[-1:] in _SPACE and words.strip(_SPACE):
        yield ""


def _link(run: Run, anchor: str) -> None:
    """Make a run lead to a bookmark of the same paper."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    own = run._r  # noqa: SLF001
    own.addprevious(link)
    link.append(own)


def field(paragraph: Paragraph, code: str) -> None:
    """Add a field that the word processor computes."""
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "1"
    run.append(words)
    simple.append(run)
    paragraph._p.append(simple)  # noqa: SLF001


def _blank(paragraph: Paragraph, prompt: str, manner: Manner) -> None:
    """Add a blank to fill in: a content control, underlined and in brackets, that shows what is wanted."""
    control = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    alias = OxmlElement("w:alias")
    alias.set(qn("w:val"), prompt[:_NAMED])
    properties.append(alias)
    properties.append(OxmlElement("w:showingPlcHdr"))
    properties.append(OxmlElement("w:text"))
    run = paragraph.add_run(f"[{prompt}]")
    run.bold, run.font.underline = manner.bold or None, True
    content = OxmlElement("w:sdtContent")
    content.append(run._r)  # noqa: SLF001
    control.append(properties)
    control.append(content)
    paragraph._p.append(control)  # noqa: SLF001
