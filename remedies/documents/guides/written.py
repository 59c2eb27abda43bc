"""Lines and blocks for a text that the program puts together of sentences: joined, labelled, listed."""

from collections.abc import Collection, Iterable, Iterator

from remedies.documents.texts.text import (
    Block,
    Form,
    Line,
    Lines,
    Manner,
    Part,
    Section,
    Stressed,
    When,
    Within,
    Words,
)

_SPACE = Words(" ")


def plain(words: str) -> Line:
    """Return a line of words alone."""
    return Line((Words(words),))


def strong(words: str) -> Stressed:
    """Return words said with stress."""
    return Stressed(Manner.STRONG, (Words(words),))


def within(section: Section, of: str = "") -> Within:
    """Return the title of a section, leading to where it stands or to the part ``of``."""
    return Within(of or section.id, section.title.parts)


def joined(lines: Iterable[Line]) -> Line:
    """Return lines as one: their parts with spaces between, and all that they rest on."""
    parts: list[Part] = []
    cites: dict[str, None] = {}
    for line in lines:
        if parts and line.parts:
            parts.append(_SPACE)
        parts += line.parts
        cites |= dict.fromkeys(line.cites)
    return Line(tuple(parts), tuple(cites))


def labelled(label: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Yield a label and the lines that stand beside it; nothing where there is no line."""
    found = tuple(lines)
    if found:
        yield Line((strong(label),))
        yield from found


def paragraph(lines: Iterable[Line]) -> Iterator[Block]:
    """Yield one paragraph of all the lines; none where there is no line."""
    found = joined(lines)
    if found.parts:
        yield Lines(Form.PARAGRAPH, (found,))


def listed(label: str, lines: Iterable[Line]) -> Iterator[Block]:
    """Yield lines under a label; one alone stands beside it."""
    found = tuple(lines)
    if len(found) == 1:
        yield from paragraph(labelled(label, found))
    elif found:
        yield Lines(Form.PARAGRAPH, (Line((strong(label),)),))
        yield Lines(Form.BULLETS, found)


def lines_of(blocks: Iterable[Block], holds: Collection[str] = ()) -> Iterator[Line]:
    """Yield the lines of blocks that are sentences; those under a condition where it holds."""
    for block in blocks:
        if isinstance(block, Lines):
            yield from block.lines
        elif isinstance(block, When) and block.condition in holds:
            yield from lines_of(block.blocks, holds)
