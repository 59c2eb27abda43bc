"""Which tables a text has a place for, each once, whether its block will stand or not."""

from collections.abc import Iterable, Iterator

from remedies.documents.texts import Text
from remedies.documents.texts.text import Block, Insert, Note, When


def placed(found: Text) -> tuple[str, ...]:
    """Return the names of the tables, in the order of the text."""
    return tuple(dict.fromkeys(name for each in found.sections for name in _named(each.blocks)))


def _named(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Insert():
                yield block.name
            case Note() | When():
                yield from _named(block.blocks)
            case _:
                pass
