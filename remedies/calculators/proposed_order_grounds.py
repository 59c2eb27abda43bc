"""Which statute governs what a defendant owes a victim, by the convictions of offenses against that victim.

Authority:
    18 U.S.C. § 1593(a), § 2429(a), § 2421A(d): chapters 77 and 117, as in
        :mod:`remedies.calculators.measures`.
    18 U.S.C. § 3663A(c)(1)(B), § 3663(a)(1)(A): the other offenses.
"""

from collections.abc import Mapping
from typing import Final

from remedies.calculators.measures import CRIMES, Regime, regime
from remedies.calculators.proposed_order_parts import Answering, Ground
from remedies.facts import Conviction

_GROUNDS: Final[Mapping[Regime, Ground]] = {
    Regime.TRAFFICKING: Ground.TRAFFICKING,
    Regime.TRANSPORTATION: Ground.TRANSPORTATION,
    Regime.PROMOTION: Ground.PROMOTION,
}
_OTHER_TITLES: Final[Mapping[int, frozenset[str]]] = {
    21: frozenset({"841", "848", "849", "856", "861", "863"}),
    49: frozenset({"5124", "46312", "46502", "46504"}),
}
"""The offenses outside title 18 that § 3663(a)(1)(A) names."""


def convictions_for(victim: str, defendant: Answering) -> list[Conviction]:
    """Return a defendant's convictions of offenses against a victim."""
    return [offense.conviction for offense in defendant.offenses if offense.harmed(victim)]


def ground_of(victim: str, defendant: Answering) -> Ground | None:
    """Return the statute that governs what a defendant owes a victim; None where none reaches it."""
    found = convictions_for(victim, defendant)
    if not found:
        return None
    governing = regime(found)
    if governing in _GROUNDS:
        return _GROUNDS[governing]
    if not any(reached(conviction) for conviction in found):
        return None
    return Ground.MANDATORY_LOSSES if defendant.described_3663A else Ground.DISCRETIONARY_LOSSES


def reached(conviction: Conviction) -> bool:
    """Return whether § 3663(a)(1)(A) names the offense: all of title 18, and some others."""
    statute = conviction.statute
    return statute.title == CRIMES or statute.section in _OTHER_TITLES.get(statute.title, ())
