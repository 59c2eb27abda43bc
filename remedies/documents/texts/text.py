"""A text as it was read: sections of blocks, blocks of lines, lines of words, values and cites.

A line is what one statement stands in: a paragraph, an item of a list, a cell. Its cites are the
registered keys of what it states as law.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words, with nothing in them but words."""

    words: str


@dataclass(frozen=True, slots=True)
class Value:
    """The place of a value, by its name: ``us.limitation_1595``, ``contact.hotline.phone``."""

    name: str


class Manner(StrEnum):
    """How a part of a line is said."""

    STRONG = "strong"
    EMPHASIS = "em"


@dataclass(frozen=True, slots=True)
class Stressed:
    """Parts said with stress."""

    manner: Manner
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a registered contact."""

    contact: str
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Within:
    """Words that lead to a heading of the same document; on paper its page stands beside them."""

    id: str
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to fill in by hand; its words say what is wanted there."""

    prompt: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of another language than the text's, by its code: what a paper in that language says."""

    language: str
    parts: tuple["Part", ...]


Part = Words | Value | Stressed | Link | Blank | Quoted | Within


@dataclass(frozen=True, slots=True)
class Line:
    """Parts in order, the keys that they rest on, and whether they say that they state no law."""

    parts: tuple[Part, ...]
    cites: tuple[str, ...] = ()
    no_law: bool = False

    def values(self) -> Iterator[str]:
        """Yield the name of every value, in order."""
        yield from _values(self.parts)

    def links(self) -> Iterator[str]:
        """Yield every contact that words lead to."""
        yield from _links(self.parts)

    def words(self) -> str:
        """Return the words alone; a value leaves its name in braces."""
        return "".join(map(_said, self.parts))


class Form(StrEnum):
    """What a block of lines is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLETS = "bullets"
    STEPS = "steps"


@dataclass(frozen=True, slots=True)
class Lines:
    """A paragraph or a heading (one line), or a list."""

    form: Form
    lines: tuple[Line, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A box that must be seen."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class When:
    """Blocks that stand only where a named condition holds."""

    condition: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a head and rows of lines."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Insert:
    """The place of something that is no words: a table of the figures, by its name."""

    name: str


Block = Lines | Note | When | Table | Insert


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text under one heading; an advice section states no law."""

    id: str
    title: Line
    blocks: tuple[Block, ...]
    advice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One document in one language."""

    kind: str
    language: str
    title: Line
    summary: Line
    sections: tuple[Section, ...]
    digest: str
    renders: str = ""
    translator: str = ""
    reviewer: str = ""

    def section(self, name: str) -> Section:
        """Return one section.

        Raises:
            KeyError: there is none of that name.

        """
        for section in self.sections:
            if section.id == name:
                return section
        raise KeyError(name)


def lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield every line of the blocks, in the order in which they are read."""
    for block in blocks:
        match block:
            case Lines():
                yield from block.lines
            case Table():
                yield from block.head
                for row in block.rows:
                    yield from row
            case Note() | When():
                yield from lines(block.blocks)
            case Insert():
                pass


def _values(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        match part:
            case Value():
                yield part.name
            case Stressed() | Link() | Quoted() | Within():
                yield from _values(part.parts)
            case Words() | Blank():
                pass


def _links(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        match part:
            case Link():
                yield part.contact
            case Stressed() | Quoted() | Within():
                yield from _links(part.parts)
            case Words() | Value() | Blank():
                pass


def _said(part: Part) -> str:
    match part:
        case Words():
            return part.words
        case Value():
            return f"{{{part.name}}}"
        case Stressed() | Link() | Quoted() | Within():
            return "".join(map(_said, part.parts))
        case Blank():
            return part.prompt
