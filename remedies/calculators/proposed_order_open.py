"""What a lawyer must look at before a proposed order is asked for: what nobody answers for, and why.

Authority:
    18 U.S.C. § 3663(a)(1)(A) (United States v. Fu Sheng Kuo, 588 F.3d 729 (9th Cir. 2009)), § 3663(a)(3),
        § 3663A(c)(1)(B): which offenses outside chapters 77 and 117 the sections reach; plea agreements.
    18 U.S.C. § 3664(d)(5), (h): losses that are not yet ascertained; who is liable for what.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from remedies.calculators.measures import regime
from remedies.calculators.proposed_order_grounds import convictions_for, ground_of
from remedies.calculators.proposed_order_parts import (
    Answering,
    Assessed,
    Awarded,
    Ground,
    Liable,
    Open,
)

_JOINT: Final = "joint_several_3664_h"
_SCOPE: Final = "scope_3663A_c1"
_OTHER: Final = "restitution_3663"
_AGREED: Final = "agreed_restitution_3663_a3"
_UNKNOWN: Final = "unascertained_losses_3664_d5"


def opens(
    assessed: Sequence[Assessed],
    attribution: Sequence[Answering],
    awards: Sequence[Awarded],
    liabilities: Sequence[Liable],
) -> Iterator[Open]:
    """Yield what is open: by victim, by defendant, then for the whole order."""
    for one, award in zip(assessed, awards, strict=True):
        yield from _of_loss(one, award)
        for defendant in attribution:
            yield from _of_pair(one, defendant)
    for defendant, liable in zip(attribution, liabilities, strict=True):
        yield from _of_defendant(defendant, liable)
    yield from _of_caps(awards, liabilities)


def _of_loss(one: Assessed, award: Awarded) -> Iterator[Open]:
    """Yield what of a loss nobody is to owe, and that losses are still to come."""
    if one.unknown:
        says = "losses are not yet known; the order states a day for their determination"
        yield Open(code="losses_not_known", says=says, victim=one.victim, rule=_UNKNOWN)
    elif not one.total and not one.amounts:
        says = "has no assessment; nothing can be proposed"
        yield Open(code="not_assessed", says=says, victim=one.victim)
    if not award.not_attributed:
        return
    if award.by:
        says = (
            "is more than the defendants who answer can be ordered to pay, by their convictions, shares "
            "and limits; the rest is in nobody's part"
        )
    else:
        says = (
            "no defendant answers for this loss: by no conviction here, and by no plea agreement"
        )
    yield Open(
        code="not_attributed",
        says=says,
        victim=one.victim,
        amount=award.not_attributed,
        rule=_JOINT,
    )


def _of_pair(one: Assessed, defendant: Answering) -> Iterator[Open]:
    """Yield what stands between one defendant and one victim's loss."""
    found = convictions_for(one.victim, defendant)
    if not found:
        return
    ground = ground_of(one.victim, defendant)
    if ground is None:
        says = (
            "is convicted of no offense against this victim that § 3663(a)(1)(A) reaches (title 18, and "
            "some that it names); without a plea agreement the section gives nothing to order"
        )
        yield _between(one, defendant, "conviction_not_reached", says, rule=_AGREED)
    elif one.amounts and regime(found) not in one.amounts:
        says = (
            f"answers under {ground.value}, and the loss was not assessed under it; assess the claim under "
            "this defendant's convictions"
        )
        yield _between(one, defendant, "not_assessed_under", says, rule=ground.rule)
    if ground is Ground.DISCRETIONARY_LOSSES and defendant.described_3663A is None:
        says = (
            "the part is mandatory if the offense is one that § 3663A(c)(1) describes; that was not said, "
            "and the part is shown as discretionary"
        )
        yield _between(one, defendant, "may_be_mandatory", says, rule=_SCOPE)


def _between(one: Assessed, defendant: Answering, code: str, says: str, *, rule: str) -> Open:
    return Open(code=code, says=says, victim=one.victim, defendant=defendant.defendant, rule=rule)


def _of_defendant(defendant: Answering, liable: Liable) -> Iterator[Open]:
    name = defendant.defendant
    if not defendant.offenses and not defendant.agreed:
        says = "has no conviction and no plea agreement here, and answers for nothing"
        yield Open(code="not_convicted", says=says, defendant=name, rule=_OTHER)
    elif not liable.owed:
        says = "answers for no victim's assessed loss"
        yield Open(code="not_liable", says=says, defendant=name, rule=_JOINT)


def _of_caps(awards: Sequence[Awarded], liabilities: Sequence[Liable]) -> Iterator[Open]:
    """Yield that all defendants together can be made to pay less than is awarded."""
    awarded = sum(award.amount for award in awards)
    most = sum(liable.most for liable in liabilities)
    if most < awarded:
        says = "the limits of all defendants together come to less than the awards"
        yield Open(code="caps_below_awards", says=says, amount=awarded - most, rule=_JOINT)
