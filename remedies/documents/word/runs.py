"""Words in a paragraph: stress, small figures, links within the paper, fields and blanks to fill in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import _Element as Element

_PLAIN: Final = frozenset({"bdi", "span", "abbr"})
BLANK: Final = "blank"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run is said."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    code: bool = False
    language: str = ""
    anchor: str = ""


def add_words(paragraph: Paragraph, element: Element, manner: Manner | None = None) -> None:
    """Add the words of an element, and of all within it, to a paragraph.

    Raises:
        ValueError: an element that is not known in a line.

    """
    manner = manner or Manner()
    _add(paragraph, element.text, manner)
    for child in element:
        if child.tag == "br":
            paragraph.add_run().add_break()
        elif BLANK in child.get("class", "").split():
            _blank(paragraph, "".join(child.itertext()).strip())
        else:
            add_words(paragraph, child, _within(child, manner))
        _add(paragraph, child.tail, manner)


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
    run = paragraph.add_run(said)
    run.bold, run.italic = manner.bold or None, manner.italic or None
    run.font.superscript = manner.raised or None
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
    if words[:1].isspace():
        yield ""
    yield from words.split()
    if words[-1:].isspace() and words.strip():
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


def _blank(paragraph: Paragraph, prompt: str) -> None:
    """Add a blank to fill in: a content control that shows what is wanted."""
    control = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    alias = OxmlElement("w:alias")
    alias.set(qn("w:val"), prompt)
    properties.append(alias)
    properties.append(OxmlElement("w:showingPlcHdr"))
    properties.append(OxmlElement("w:text"))
    content = OxmlElement("w:sdtContent")
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = f"[{prompt}]"
    run.append(words)
    content.append(run)
    control.append(properties)
    control.append(content)
    paragraph._p.append(control)  # noqa: SLF001
