"""Which remedies may be open: one person's answers before the law, with every day that it sets.

Nothing is guessed. What the answers do not say is ``unknown`` with the answer that would decide it; what
is not simple is ``ask_a_lawyer``. No remedy is left out: one that these answers close says why.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from remedies.calculators.avenues import (
    beside,
    civil,
    criminal,
    discrimination,
    programs,
    seized,
    support,
    wages,
)
from remedies.calculators.avenues.asked import Asked
from remedies.calculators.avenues.remedy import (
    Avenue,
    Bound,
    Brings,
    Kind,
    Remedy,
    Standing,
    Status,
    TimeLimit,
)
from remedies.facts.answers import Answers
from remedies.law import Law

__all__ = [
    "Avenue",
    "Bound",
    "Brings",
    "Kind",
    "Remedy",
    "Standing",
    "Status",
    "TimeLimit",
    "open_remedies",
]

_AVENUES = (
    support.hotline,
    criminal.restitution_1593,
    criminal.restitution_2429,
    criminal.restitution_3663a,
    criminal.restitution_state,
    seized.forfeiture_transfer,
    seized.remission,
    beside.compensation_state,
    civil.civil_1595,
    civil.civil_2255,
    civil.civil_state,
    civil.civil_rico,
    wages.wages_flsa,
    wages.wages_dol,
    wages.wages_state,
    programs.wages_mspa,
    programs.wages_h2a,
    programs.wages_h2b,
    discrimination.discrimination_eeoc,
    beside.credit_block,
    beside.tax_2012_12,
    beside.record_clearing,
    support.certification,
    support.immigration_relief,
    support.services,
    support.tribal,
    support.declined,
)
_SILENCE = Answers()
_NOTHING: Mapping[Avenue, tuple[Brings, ...]] = MappingProxyType({})


def open_remedies(
    answers: Answers,
    law: Law,
    as_of: dt.date,
    computed: Mapping[Avenue, tuple[Brings, ...]] = _NOTHING,
) -> tuple[Remedy, ...]:
    """Return every remedy as it stands for the answers on a day, in the order of :class:`Avenue`.

    Law is read as of that day, or as of the last day for which it is known; where none is encoded for the
    day the remedy says so.

    Args:
        answers: what was said, free of contradiction (:func:`remedies.facts.answers.answers_problems`).
        law: the law.
        as_of: the day of the question.
        computed: what a claim's facts come to, by remedy; it stands before the law's own amounts.

    Raises:
        LawNotEncodedError: an item of law that every question needs has no file.

    """
    asked = Asked(answers, law, as_of)
    found = (avenue(asked) for avenue in _AVENUES)
    return tuple(_told(remedy, answers, computed.get(remedy.avenue, ())) for remedy in found)


def _told(remedy: Remedy, answers: Answers, computed: tuple[Brings, ...]) -> Remedy:
    """Return a remedy with what was computed, asking nothing that was answered.

    What is not for these answers has neither days nor amounts.
    """
    if remedy.standing is Standing.NOT_FOR_THESE_ANSWERS:
        return replace(remedy, limits=(), brings=())
    asks = (ask for ask in remedy.asks if getattr(answers, ask) == getattr(_SILENCE, ask))
    return replace(remedy, asks=tuple(asks), brings=(*computed, *remedy.brings))
