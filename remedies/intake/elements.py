"""The XML of a workbook as a stream: no document type, no entity, no endless tag.

Python's expat is told of nothing outside the text; a document type, where entities would be declared,
ends the reading, and so does a tag that does not end (expat 2.5 takes quadratic time for it).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NoReturn, Protocol
from xml.parsers import expat

from remedies.intake.limits import MAX_OPEN, MAX_TAGS, MAX_TOKEN
from remedies.intake.refusals import refuse


class Reader(Protocol):
    """What takes the elements of one part, by their local names."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""

    def end(self, name: str) -> None:
        """End it."""

    def text(self, data: str) -> None:
        """Take a piece of its text."""


@dataclass(slots=True)
class Allowance:
    """How many tags may still be read of a workbook, all its parts together."""

    tags: int = MAX_TAGS

    def take(self, tags: int) -> None:
        """Take so many of them.

        Raises:
            TableError: there are not so many left.

        """
        self.tags -= tags
        if self.tags < 0:
            refuse("", "too_many", "the workbook has more cells than are taken; split the file")


def read(chunks: Callable[[], Iterable[bytes]], reader: Reader, allowance: Allowance) -> None:
    """Give the elements of one part to a reader, by their names without the prefix of the root's.

    Args:
        chunks: gives the part, piece by piece, as often as it is asked: the tags are counted first.
        reader: takes the elements.
        allowance: how many tags there may be.

    Raises:
        TableError: it is not XML, declares a document type, or has more elements than are taken.

    """
    allowance.take(_tags(chunks()))
    parser = expat.ParserCreate()
    _attach(parser, reader)
    fed = 0
    try:
        for chunk in chunks():
            parser.Parse(chunk, False)  # noqa: FBT003 - expat's own
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > MAX_TOKEN:
                refuse("", "unsafe_file", "the workbook has a tag without an end")
        parser.Parse(b"", True)  # noqa: FBT003 - expat's own
    except expat.ExpatError:
        refuse("", "not_a_table", "the workbook is damaged: a part of it is not XML")


def _tags(chunks: Iterable[bytes]) -> int:
    """Return how many tags a part has, seen from its signs; expat keeps each tag that stays open."""
    tags = ends = 0
    for chunk in chunks:
        tags += chunk.count(b"<")
        ends += 2 * chunk.count(b"</") + chunk.count(b"/>")
    if tags - ends > MAX_OPEN:
        refuse("", "unsafe_file", "the workbook has tags that never end")
    return tags


def _attach(parser: expat.XMLParserType, reader: Reader) -> None:
    """Let the reader take the elements itself, unless they have a prefix to be taken away first."""

    def begin(name: str, attributes: dict[str, str]) -> None:
        prefix, colon, _ = name.partition(":")
        if colon:
            own = f"{prefix}:"
            parser.StartElementHandler = lambda n, a: reader.start(n.removeprefix(own), a)
            parser.EndElementHandler = lambda n: reader.end(n.removeprefix(own))
        else:
            parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
        parser.StartElementHandler(name, attributes)

    parser.StartElementHandler = begin
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse_doctype


def _refuse_doctype(*_: object) -> NoReturn:
    refuse("", "unsafe_file", "the workbook declares a document type, which no workbook needs")
