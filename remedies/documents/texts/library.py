"""Finds the texts: which documents there are, in which languages, and how a translation stands."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from remedies.documents.texts.language import SOURCE, languages
from remedies.documents.texts.reading import read
from remedies.documents.texts.text import Text

FOLDER: Final = Path(__file__).resolve().parents[2] / "templates" / "guides"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """How a text stands to the English one."""

    is_source: bool
    current: bool
    reviewed: bool


@cache
def kinds() -> tuple[str, ...]:
    """Return the name of every document that has an English text."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob(f"*/{SOURCE}.md")))


@cache
def text(kind: str, code: str) -> Text:
    """Return a document's text in one language.

    Raises:
        KeyError: there is no such document, or it has not that language.
        TextError: the file says something that the format does not have.

    """
    if kind not in kinds() or code not in languages():
        raise KeyError(kind, code)
    path = FOLDER / kind / f"{code}.md"
    if not path.is_file():
        raise KeyError(kind, code)
    return read(kind, code, path.read_text("utf-8"))


def spoken(kind: str) -> tuple[str, ...]:
    """Return the languages that a document has, the source first."""
    return tuple(code for code in languages() if (FOLDER / kind / f"{code}.md").is_file())


def translation(found: Text) -> Translation:
    """Return whether a text renders the English one as it is today, and whether a person reviewed it."""
    if found.language == SOURCE:
        return Translation(is_source=True, current=True, reviewed=True)
    current = found.kind in kinds() and found.renders == text(found.kind, SOURCE).digest
    return Translation(is_source=False, current=current, reviewed=bool(found.reviewer.strip()))
