"""Guides as files: what was asked for, made once; one that tells of nobody is found again by its digest.

What is made of a person's answers is never kept.
"""

import datetime as dt
import json
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import Final

import remedies
from remedies import law
from remedies.casework.exhibits import PDF
from remedies.casework.remedies_open import remedies_open
from remedies.documents.guides import Guide, Needs, Size, guide_page, guide_pdf, guide_word
from remedies.documents.guides.catalog import CATALOG, known_places, made, texts_of
from remedies.errors import InvalidEntryError, Problem
from remedies.wire.answers import Question

HTML: Final = "text/html"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS: Final = {PDF: "pdf", HTML: "html", DOCX: "docx"}
"""The forms that a guide can be had in, each with the ending of its file's name."""

_MOST_BYTES: Final = 32 * 1_048_576


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One document that somebody asks for; ``place`` is a key such as ``us-ca``."""

    kind: str
    language: str
    as_of: dt.date
    form: str = PDF
    size: Size = Size.ORDINARY
    place: str = ""
    question: Question | None = None

    @property
    def name(self) -> str:
        """The name of its file, which tells nobody anything."""
        return f"guide.{FORMS[self.form]}"

    @property
    def is_personal(self) -> bool:
        """Whether it is made of a person's answers."""
        return CATALOG[self.kind].needs is Needs.ANSWERS


def guide_of(wanted: Wanted) -> Guide:
    """Return the guide that is wanted, before it is printed.

    Raises:
        InvalidEntryError: what it needs is missing, or is not known.
        KeyError: there is no such kind.

    """
    _demand(wanted)
    question = wanted.question if wanted.is_personal else None
    found = () if question is None else remedies_open(question, wanted.as_of)
    place = wanted.place if question is None else question.answers.state.lower()
    return made(
        wanted.kind,
        wanted.language,
        law.encoded(),
        wanted.as_of,
        place_key=place,
        remedies=found,
    )


def printed(wanted: Wanted) -> bytes:
    """Return the document; one that tells of nobody is kept until others need the room.

    Raises:
        InvalidEntryError: what it needs is missing, or is not known.
        LawNotEncodedError: law that it states is not encoded for its day.
        KeyError: there is no such kind.

    """
    content = kept(wanted)
    if content is None:
        content = _printed(guide_of(wanted), wanted)
        if not wanted.is_personal:
            _SHELF.put(digest(wanted), content)
    return content


def kept(wanted: Wanted) -> bytes | None:
    """Return the document if it is there already; None if it must be made.

    Raises:
        InvalidEntryError: what it needs is missing, or is not known.

    """
    _demand(wanted)
    return None if wanted.is_personal else _SHELF.get(digest(wanted))


def digest(wanted: Wanted) -> str:
    """Return one digest of everything that the document is made of, the law and the texts with it."""
    parts = (
        remedies.__version__,
        wanted.kind,
        wanted.language,
        wanted.as_of.isoformat(),
        wanted.form,
        wanted.size,
        wanted.place if CATALOG[wanted.kind].needs is Needs.PLACE else "",
        law.encoded().whole_digest(),
        *texts_of(wanted.kind, wanted.language),
    )
    return sha256(json.dumps(parts).encode()).hexdigest()


def _printed(guide: Guide, wanted: Wanted) -> bytes:
    if wanted.form == DOCX:
        return guide_word(guide)
    if wanted.form == HTML:
        return guide_page(guide, wanted.size).encode()
    return guide_pdf(guide, wanted.size)


def _demand(wanted: Wanted) -> None:
    """Require what the kind needs, in a language that it has.

    Raises:
        InvalidEntryError: something is missing, or is not known.
        KeyError: there is no such kind.

    """
    kind = CATALOG[wanted.kind]
    problems = []
    if wanted.language not in kind.languages:
        says = f"must be one of {', '.join(kind.languages)}"
        problems.append(Problem("lang", "not_one_of", says))
    if kind.needs is Needs.PLACE and wanted.place not in known_places(law.encoded()):
        code = "unknown_place" if wanted.place else "required"
        says = "must be a place whose fund for crime victims is encoded, such as us-ca"
        problems.append(Problem("place", code, says))
    if kind.needs is Needs.ANSWERS and wanted.question is None:
        problems.append(Problem("answers", "required", "must be given; it may be an empty object"))
    if problems:
        raise InvalidEntryError(problems)


class _Shelf:
    """Documents by digest, the longest unused given up first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._bytes = 0
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, digest: str) -> bytes | None:
        with self._lock:
            if digest not in self._held:
                return None
            self._held.move_to_end(digest)
            return self._held[digest]

    def put(self, digest: str, content: bytes) -> None:
        with self._lock:
            self._bytes += len(content) - len(self._held.pop(digest, b""))
            self._held[digest] = content
            while self._bytes > self._most:
                self._bytes -= len(self._held.popitem(last=False)[1])


_SHELF: Final = _Shelf(_MOST_BYTES)
