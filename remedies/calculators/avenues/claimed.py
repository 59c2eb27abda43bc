"""What one claim's own facts come to, by the remedy that would bring it.

Authority:
    18 U.S.C. §§ 1593(b), 2429(b), 3663A: restitution, as in :mod:`remedies.calculators.restitution`.
    29 U.S.C. § 216(b) and the items of state law that :mod:`remedies.calculators.civil.claim` names.
"""

from collections.abc import Mapping
from typing import Final

from remedies.calculators.assessment import Assessment
from remedies.calculators.avenues.criminal import OF_REGIME
from remedies.calculators.avenues.remedy import Avenue, Bound, Brings
from remedies.calculators.civil.recovery_columns import TOTAL
from remedies.figures import Figure
from remedies.operations import ZERO

_RESTITUTION: Final = "claim.restitution"
_WAGES: Final = "claim.wages"


def computed(assessment: Assessment) -> Mapping[Avenue, tuple[Brings, ...]]:
    """Return the restitution of a claim and, where it asks for a civil claim, the wages under each law.

    The federal wages stand for the suit and for a complaint to the Labor Department alike; what comes to
    nothing is left out.
    """
    found = {OF_REGIME[assessment.governing]: _brings(_RESTITUTION, assessment.total)}
    if assessment.civil is not None:
        federal = assessment.civil.federal
        if federal is not None:
            wages = _brings(_WAGES, federal.total(TOTAL, "federal wages claimed in all"))
            found |= {Avenue.WAGES_FLSA: wages, Avenue.WAGES_DOL: wages}
        found[Avenue.WAGES_STATE] = tuple(
            each
            for state in assessment.civil.states
            for each in _brings(_WAGES, state.total(TOTAL, f"{state.name}: claimed in all"))
        )
    return found


def _brings(key: str, figure: Figure) -> tuple[Brings, ...]:
    if figure.value == ZERO:
        return ()
    return (Brings(key=key, figure=figure, bound=Bound.COMPUTED),)
