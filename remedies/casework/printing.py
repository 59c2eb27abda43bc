"""Papers for lawyers and handouts for trainers, printed: from a claim where there is one, or with blanks."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from remedies import law
from remedies.calculators.assessment import assess
from remedies.casework.exercises import worked_examples
from remedies.casework.guides import DOCX, HTML
from remedies.documents.guides import Guide, guide_page, guide_pdf, guide_word
from remedies.documents.guides.court import PAPERS, Given, court_guide
from remedies.documents.guides.exercises import HANDOUTS, handout
from remedies.facts import Claim

KINDS: Final = (*PAPERS, *HANDOUTS)
"""Every paper and handout, by the name of its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper that somebody asks for; ``examples`` is the folder that handouts are worked from."""

    kind: str
    as_of: dt.date
    claim: Claim | None = None
    case: str = ""
    victim: str = ""
    examples: Path = Path("examples")


def paper(wanted: Paper, form: str) -> bytes:
    """Return a paper in a form of :data:`remedies.casework.guides.FORMS`.

    Raises:
        KeyError: there is no such paper.
        UnreadableError: a handout was asked for, and the examples are not there.
        FactsError: the claim cannot be computed.
        LawNotEncodedError: law that it states is not encoded for its day.

    """
    found = _guide(wanted)
    if form == DOCX:
        return guide_word(found)
    return guide_page(found).encode() if form == HTML else guide_pdf(found)


def _guide(wanted: Paper) -> Guide:
    encoded = law.encoded()
    if wanted.kind in HANDOUTS:
        return handout(wanted.kind, encoded, wanted.as_of, worked_examples(wanted.examples))
    assessed = assess(wanted.claim, encoded) if wanted.claim else None
    given = Given(assessment=assessed, case=wanted.case, victim=wanted.victim)
    return court_guide(wanted.kind, encoded, wanted.as_of, given)
