"""Documents as files: what was asked for, made once; one that tells of nobody is found again by its digest.

What is made of a person's answers, a claim or a case is never kept.
"""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Final

import remedies
from remedies import law
from remedies.calculators.assessment import assess
from remedies.calculators.avenues import Remedy
from remedies.casework.case_pages import case_page
from remedies.casework.exercises import worked_examples
from remedies.casework.exhibits import PDF
from remedies.casework.material import Material
from remedies.casework.remedies_open import remedies_open
from remedies.casework.shelf import Shelf
from remedies.casework.wanted import DOCX, HTML, ICS, Wanted, demand
from remedies.documents import pdf as printing
from remedies.documents.guides import Guide, Needs, guide_html
from remedies.documents.guides.catalog import (
    CALENDAR,
    CASE_PAPERS,
    CATALOG,
    HANDOUTS,
    PAPERS,
    made,
    texts_of,
)
from remedies.documents.guides.court import Given, court_guide
from remedies.documents.guides.deadlines import deadlines_calendar, deadlines_guide
from remedies.documents.guides.exercises import handout
from remedies.documents.pages import alone
from remedies.documents.word import word

_MOST_BYTES: Final = 32 * 1_048_576
_OF_CASES: Final = frozenset(kind.name for kind in CASE_PAPERS)
_OF_CLAIMS: Final = frozenset(kind.name for kind in PAPERS)
_OF_TRAINERS: Final = frozenset(kind.name for kind in HANDOUTS)
_SHELF: Final = Shelf(_MOST_BYTES)


def guide_of(wanted: Wanted) -> Guide:
    """Return the guide that is wanted, before it is printed.

    Raises:
        InvalidEntryError: what it needs is missing, or is not known.
        KeyError: there is no such kind, or it is a paper of a case.
        UnreadableError: a handout was asked for, and the examples are not there.

    """
    demand(wanted)
    encoded, kind, code, as_of = law.encoded(), wanted.kind, wanted.language, wanted.as_of
    if kind in _OF_CLAIMS:
        return court_guide(kind, encoded, as_of, _given(wanted.material), code)
    if kind in _OF_TRAINERS:
        return handout(kind, encoded, as_of, worked_examples(wanted.examples))
    if kind == CALENDAR:
        return deadlines_guide(
            encoded,
            as_of,
            code,
            remedies=_remedies(wanted),
            dues=wanted.material.days or (),
            case=wanted.material.reference,
            victim=wanted.material.victim,
        )
    question = wanted.material.question
    use = question if CATALOG[kind].needs is Needs.ANSWERS else None
    place = wanted.place if use is None else use.answers.state.lower()
    return made(
        kind, code, encoded, as_of, place_key=place, remedies=_remedies(wanted) if use else ()
    )


def page_of(wanted: Wanted) -> str:
    """Return the page that is printed, in any form.

    Raises:
        InvalidEntryError, KeyError, UnreadableError: as :func:`guide_of` says.
        FactsError: the claim cannot be computed.

    """
    if wanted.kind not in _OF_CASES:
        return guide_html(guide_of(wanted), wanted.size)
    demand(wanted)
    return case_page(wanted.kind, wanted.material)


def printed(wanted: Wanted) -> bytes:
    """Return the document; one that tells of nobody is kept until others need the room.

    Raises:
        InvalidEntryError: what it needs is missing, or is not known.
        FactsError: the claim cannot be computed.
        LawNotEncodedError: law that it states is not encoded for its day.
        KeyError: there is no such kind.
        UnreadableError: a handout was asked for, and the examples are not there.

    """
    content = kept(wanted)
    if content is None:
        content = _calendar(wanted) if wanted.form == ICS else _MAKES[wanted.form](page_of(wanted))
        if not wanted.is_personal:
            _SHELF.put(digest(wanted), content)
    return content


def kept(wanted: Wanted) -> bytes | None:
    """Return the document if it is there already; None if it must be made.

    Raises:
        InvalidEntryError: what it needs is missing, or is not known.

    """
    demand(wanted)
    return None if wanted.is_personal else _SHELF.get(digest(wanted))


def digest(wanted: Wanted) -> str:
    """Return one digest of everything that the document is made of, the law and the texts with it."""
    kind = CATALOG[wanted.kind]
    parts = (
        remedies.__version__,
        wanted.kind,
        wanted.language,
        wanted.as_of.isoformat(),
        wanted.form,
        wanted.size,
        wanted.named,
        wanted.place if kind.needs is Needs.PLACE else "",
        str(wanted.examples) if wanted.kind in _OF_TRAINERS else "",
        law.encoded().whole_digest(),
        *texts_of(kind, wanted.language),
    )
    return sha256(json.dumps(parts).encode()).hexdigest()


def _calendar(wanted: Wanted) -> bytes:
    return deadlines_calendar(
        wanted.as_of,
        wanted.language,
        remedies=_remedies(wanted),
        dues=wanted.material.days or (),
        named=wanted.named,
        case=wanted.material.case,
        victim=wanted.material.victim,
    )


def _given(material: Material) -> Given:
    assessed = assess(material.claim, law.encoded()) if material.claim else None
    return Given(assessment=assessed, case=material.reference, victim=material.victim)


def _remedies(wanted: Wanted) -> tuple[Remedy, ...]:
    question = wanted.material.question
    return () if question is None else remedies_open(question, wanted.as_of)


def _page(html: str) -> bytes:
    return alone(html).encode()


_MAKES: Final[Mapping[str, Callable[[str], bytes]]] = {
    PDF: printing.pdf,
    HTML: _page,
    DOCX: word,
}
