"""California's waiting time penalty: a day's wages for each day that final wages were willfully withheld.

Authority:
    Cal. Lab. Code § 203(a): the wages continue at the same rate until paid or until an action is commenced,
        for at most 30 days (item ``us-ca.waiting_time_days``).
    Cal. Lab. Code § 203: as long as an action for the wages themselves may be brought (item
        ``us-ca.wage_damages``, tier ``final_wages``); the years are those of the minimum wages.

Wages that were paid late but in full carry it too; ``civil.final_wages_paid_on`` says when. The day of
separation is taken as the day on which final wages were due. A day's wages are the straight time of the
last workweek in the state over its days worked, at the rate owed; overtime is left out.
"""

import datetime as dt
from fractions import Fraction

from remedies.calculators.civil.limitation import Clock, Limit, in_time
from remedies.calculators.civil.recovery import LegalClaim, cell_of
from remedies.calculators.civil.recovery_columns import UNPAID
from remedies.calculators.civil.weeks import NO_LIMIT, Refusals
from remedies.errors import LawNotEncodedError
from remedies.facts.civil import Civil
from remedies.figures import Figure, given, lesser, product, quotient, to_cents
from remedies.law import Law
from remedies.operations import Unit

STATE, DAYS = "us-ca", "us-ca.waiting_time_days"
FINAL_WAGES = f"{STATE}.wage_damages"
PART = "waiting time in California"


def waiting_time(  # noqa: PLR0913 - a penalty rests on this many sides
    claim: LegalClaim,
    days_worked: int,
    civil: Civil,
    law: Law,
    *,
    limit: Limit,
    refusals: Refusals,
) -> Figure | None:
    """Return the penalty in dollars; None where the facts or the law do not give it.

    Args:
        claim: the claim under California law.
        days_worked: how many days were worked in its last workweek.
        civil: whether the failure was willful, when the work ended, when wages were paid, when it was filed.
        law: the encoded law.
        limit: the years in which a suit for minimum wages must be brought in the state.
        refusals: where what is not computed is kept.

    """
    separated_on = civil.separated_on
    owed = claim.amount(UNPAID) or civil.final_wages_paid_on is not None
    if not owed or not _shown(civil, refusals) or separated_on is None:
        return None
    timely = in_time(separated_on, limit, Clock(civil.filed_on))
    if not timely.value:
        refusals.add(PART, f"{timely.name} (Cal. Lab. Code § 203)")
        return None
    try:
        most = law.on(DAYS, separated_on)
        authority = law.item(FINAL_WAGES).on(separated_on, "final_wages").authority
    except LawNotEncodedError as error:
        refusals.law(PART, error)
        return None
    if limit.years is None:
        refusals.add(f"limitation of {PART}", NO_LIMIT)
    until = min(civil.final_wages_paid_on or civil.filed_on, civil.filed_on)
    passed = _days("days from separation until payment or action", separated_on, until)
    counted = lesser("days of the penalty", passed, most)
    days = quotient("days, as a number", counted, given("one day", Fraction(1), Unit.DAY))
    daily = _daily(claim, days_worked)
    return to_cents("waiting time penalty", product("penalty", daily, days, by=authority))


def _shown(civil: Civil, refusals: Refusals) -> bool:
    """Return whether the claim says when work ended and that the failure to pay was willful."""
    if civil.separated_on is None:
        refusals.add(PART, "civil.separated_on does not say when work ended")
    elif not civil.willful:
        refusals.add(PART, "it needs a willful failure (civil.willful)")
    return civil.separated_on is not None and civil.willful


def _daily(claim: LegalClaim, days_worked: int) -> Figure:
    last, line = list(claim.wages.rows())[-1]
    straight = cell_of(claim.wages, last, line, "straight_time")
    worked = given("days worked in the last workweek", Fraction(days_worked), Unit.RATIO)
    return quotient("a day's wages", straight, worked)


def _days(name: str, first: dt.date, last: dt.date) -> Figure:
    return given(name, Fraction(max(0, (last - first).days)), Unit.DAY)
