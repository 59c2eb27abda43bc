"""Every document that can be asked for: guides, papers, handouts, and papers of a case."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from remedies.calculators.avenues import Remedy
from remedies.documents.guides.kinds import GUIDES, LARGE, Kind, Needs, Reader, Stage, guide
from remedies.documents.guides.labels import labels
from remedies.documents.guides.page import Guide
from remedies.documents.guides.personal import KIND, personal
from remedies.documents.guides.places import places
from remedies.documents.texts import text
from remedies.law import Law

_PLACE: Final = "{place.name}"
_CLAIM: Final = ("claim", "reference", "case", "victim")
_STORED: Final = ("case", "victim")

CALENDAR: Final = "calendar-of-deadlines"
MEMORANDUM: Final = "memorandum"
ORDER: Final = "proposed-order"
VICTIMS: Final = "schedule-of-victims"
STATEMENT: Final = "statement-of-account"
RESTORATION: Final = "restoration-request"

_PERSONAL: Final = Kind(name=KIND, reader=Reader.SURVIVOR, needs=Needs.ANSWERS)
_DAYS: Final = Kind(
    name=CALENDAR,
    reader=Reader.ADVOCATE,
    needs=Needs.DAYS,
    takes=("answers", "claim", *_STORED, "named", LARGE),
)


def _paper(
    name: str, reader: Reader, stage: Stage = Stage.IMPOSITION, takes: tuple[str, ...] = _CLAIM
) -> Kind:
    return Kind(name=name, reader=reader, stage=stage, takes=(*takes, LARGE))


PAPERS: Final = (
    _paper("request-for-restitution", Reader.ADVOCATE),
    _paper("declaration-of-losses", Reader.ADVOCATE),
    _paper("checklist-of-proof", Reader.ADVOCATE, Stage.INVESTIGATION, takes=()),
    _paper("stipulation", Reader.PROSECUTOR),
    _paper("plea-clauses", Reader.PROSECUTOR),
    _paper("response-to-objections", Reader.PROSECUTOR),
)
"""Papers that a claim fills, or that have blanks for a pen; the checklist is always for a pen."""

CASE_PAPERS: Final = (
    Kind(
        name=MEMORANDUM,
        reader=Reader.PROSECUTOR,
        stage=Stage.IMPOSITION,
        needs=Needs.CLAIM,
        takes=("claim", *_STORED),
        titled=(
            "Restitution memorandum",
            "What one victim is owed, line by line, each with its reason, its exhibit and its authority.",
        ),
    ),
    Kind(
        name=ORDER,
        reader=Reader.PROSECUTOR,
        stage=Stage.IMPOSITION,
        needs=Needs.CASE,
        takes=("case",),
        titled=(
            "Proposed restitution order",
            "What each defendant is to be ordered to pay to each victim, several of them jointly.",
        ),
    ),
    Kind(
        name=VICTIMS,
        reader=Reader.PROSECUTOR,
        stage=Stage.IMPOSITION,
        needs=Needs.CASE,
        takes=("case", "sealed"),
        titled=(
            "Schedule of victims",
            "Each victim’s award by reference, redacted for the public file; or with names, to be sealed.",
        ),
    ),
    Kind(
        name=RESTORATION,
        reader=Reader.PROSECUTOR,
        stage=Stage.TRANSFER,
        needs=Needs.ASSET,
        takes=("case", "asset"),
        titled=(
            "Request for forfeited property",
            "The packet that asks for a forfeited asset’s proceeds to satisfy the restitution order.",
        ),
    ),
    Kind(
        name=STATEMENT,
        reader=Reader.PROSECUTOR,
        stage=Stage.COLLECTION,
        needs=Needs.CASE,
        takes=_STORED,
        titled=(
            "Statement of account",
            "What each victim is owed and was paid, what each defendant owes, and why, to the cent.",
        ),
    ),
)
"""Papers of one claim or one stored case."""


def _handout(stage: Stage) -> Kind:
    return Kind(name=f"training-{stage}", reader=Reader.TRAINER, stage=stage)


HANDOUTS: Final = tuple(
    map(_handout, (Stage.INVESTIGATION, Stage.IMPOSITION, Stage.TRANSFER, Stage.COLLECTION))
)

CATALOG: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (_PERSONAL, *GUIDES.values(), _DAYS, *PAPERS, *CASE_PAPERS, *HANDOUTS)
}
"""Every kind of document by its name, in the order in which a list shows them."""


def made(  # noqa: PLR0913  # what a guide is made of
    name: str,
    code: str,
    law: Law,
    as_of: dt.date,
    *,
    place_key: str = "",
    remedies: Sequence[Remedy] = (),
) -> Guide:
    """Return a guide: one of :data:`GUIDES`, or the one that is made of answers.

    Raises:
        KeyError: there is no such guide, language or place.

    """
    if name == KIND:
        return personal(remedies, law, as_of, code, place_key)
    return guide(name, code, law, as_of, place_key)


def titled(kind: Kind, code: str) -> tuple[str, str]:
    """Return a kind's title and summary as a list says them, before any place is chosen."""
    if kind.titled:
        return kind.titled
    found, state = text(kind.name, code), labels(code, "page")["your_state"]
    title, summary = (line.words().replace(_PLACE, state) for line in (found.title, found.summary))
    return title, summary


def texts_of(kind: Kind, code: str) -> Iterator[str]:
    """Yield the digests of the texts that a guide is made of: its own, and the words around it."""
    for name in () if kind.titled else (kind.name, "page"):
        yield text(name, code).digest


def known_places(law: Law) -> tuple[str, ...]:
    """Return every place that a guide for one place can be asked for, by key."""
    return places(law)
