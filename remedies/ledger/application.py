"""To what a payment is applied: each obligation in full before the next, to the cent.

Authority:
    18 U.S.C. § 3612(c): "(1) A penalty assessment under section 3013 of title 18, United States Code. (2)
    Restitution of all victims. (3) All other fines, penalties, costs, and other payments required under the
    sentence."
    18 U.S.C. § 3612(i): "(1) to principal; (2) to costs; (3) to interest; and (4) to penalties"
    18 U.S.C. § 3014(b): "shall not be payable until the person subject to the assessment has satisfied all
    outstanding court-ordered fines, orders of restitution, and any other obligation"

Interest on restitution comes before the fine here: it is restitution's, and § 3612(c) pays restitution in
full before any fine. No authority was found on that, nor on the place of interest on the fine.
"""

import datetime as dt

from remedies.calculators.shares import largest_remainder
from remedies.law import Law
from remedies.ledger.accruals import accruals
from remedies.ledger.entries import Applied, Fund
from remedies.ledger.pouring import Pour, fund_owed, in_lane, restitution_poured
from remedies.ledger.state import State


def application(
    state: State, obligor: str, amount: int, on: dt.date, law: Law | None = None
) -> Applied:
    """Return to what a payment of ``amount`` cents by or for ``obligor`` on a day is applied.

    By the order's latest version and what is still owed with all that is recorded so far, whatever the day
    of the payment: what was applied before is never applied anew. Without ``law`` nothing goes to interest
    or penalties. What is beyond everything that the defendant owes stays unapplied.
    """
    principal = in_lane(state, obligor, amount)
    if principal is not None:
        return Applied(principal=principal)
    poured = restitution_poured(state, obligor, amount, on)
    if poured is None:
        return Applied(unapplied=amount)
    if poured.rest:
        _rest(state, obligor, poured, on, law)
    return Applied(
        principal=poured.principal,
        reimbursed=poured.reimbursed,
        interest=poured.interest,
        funds=poured.funds,
        unapplied=poured.rest,
    )


def _rest(state: State, obligor: str, pour: Pour, on: dt.date, law: Law | None) -> None:
    """All other payments required under the sentence, once the principal of restitution is paid.

    What accrued through the day before: the day of a payment bears no interest on what it pays.
    """
    accrued = accruals(state, obligor, on - dt.timedelta(days=1), law)
    _interest(pour, accrued.interest)
    for fund in (Fund.FINE, Fund.COSTS):
        pour.into(fund, fund_owed(state, obligor, pour.liability, fund, on))
    pour.into(Fund.FINE_INTEREST, accrued.fine_interest)
    pour.into(Fund.PENALTIES, accrued.penalties)
    owed = fund_owed(state, obligor, pour.liability, Fund.JVTA_ASSESSMENT, on)
    pour.into(Fund.JVTA_ASSESSMENT, owed)


def _interest(pour: Pour, owed: int) -> None:
    """Divide interest on restitution among those for whom the defendant is liable, pro rata to awards."""
    victims = [v for v in pour.terms.awards if v in pour.left]
    fund = min(pour.rest, owed)
    if fund <= 0:
        return
    weights = [pour.terms.awards[v].amount for v in victims]
    shares = largest_remainder(weights, fund)
    pour.interest.update((v, share) for v, share in zip(victims, shares, strict=True) if share)
    pour.rest -= fund
