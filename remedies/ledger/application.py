"""To what a payment is applied: each obligation in full before the next, to the cent.

Authority:
    18 U.S.C. § 3612(c): "(1) A penalty assessment under section 3013 of title 18, United States Code. (2)
    Restitution of all victims. (3) All other fines, penalties, costs, and other payments required under the
    sentence."
    18 U.S.C. § 3612(i): "(1) to principal; (2) to costs; (3) to interest; and (4) to penalties"
    18 U.S.C. § 3014(b): "shall not be payable until the person subject to the assessment has satisfied all
    outstanding court-ordered fines, orders of restitution, and any other obligation"

Interest on restitution comes before the fine and the costs here: it is restitution's, and § 3612(c) pays
restitution in full before any of these, while § 3612(i) places costs before interest within what § 3612(c)
orders. No authority was found on that, nor on the place of interest on the fine, nor on who of several is
paid interest first: here the same order as that of principal (18 U.S.C. § 3664(i), (j)(1)).
"""

import datetime as dt

from remedies.calculators.shares import capped_shares, largest_remainder
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
        return Applied(principal=principal)  # what most payments are
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
        compensated=tuple(poured.compensated),
    )


def _rest(state: State, obligor: str, pour: Pour, on: dt.date, law: Law | None) -> None:
    """All other payments required under the sentence, once the principal of restitution is paid."""
    accrued = accruals(state, obligor, on, law, paid_on=True)
    _interest(pour, obligor, accrued.interest)
    for fund in (Fund.FINE, Fund.COSTS):
        pour.into(fund, fund_owed(state, obligor, pour.liability, fund, on))
    pour.into(Fund.FINE_INTEREST, accrued.fine_interest)
    pour.into(Fund.PENALTIES, accrued.penalties)
    owed = fund_owed(state, obligor, pour.liability, Fund.JVTA_ASSESSMENT, on)
    pour.into(Fund.JVTA_ASSESSMENT, owed)


def _interest(pour: Pour, obligor: str, owed: int) -> None:
    """Divide interest on restitution among those to whom the principal was paid, in the same order.

    Each part is in proportion to that principal, less the interest that the defendant has paid on it.
    """
    fund = min(pour.rest, owed)
    if fund <= 0:
        return
    groups = _principal(pour)
    tally = pour.state.tallies.get(obligor)
    had = tally.interest if tally else {}
    names = [name for group in groups for name in group]
    weights = [group[name] for group in groups for name in group]
    whole = owed + sum(had.get(name, 0) for name in names)
    shares = dict(zip(names, largest_remainder(weights, whole), strict=True))
    for group in groups:
        left = [max(0, shares[name] - had.get(name, 0)) for name in group]
        paid = capped_shares(left, min(fund, sum(left)), left)
        pour.interest.update((n, cents) for n, cents in zip(group, paid, strict=True) if cents)
        fund -= sum(paid)
        pour.rest -= sum(paid)


def _principal(pour: Pour) -> list[dict[str, int]]:
    """What all paid on the awards that the defendant answers for: to victims, payers, US, Attorney General.

    Where nobody was paid anything, because all was recovered elsewhere, the awards.
    """
    state, last = pour.state, pour.terms.united_states
    found: list[dict[str, int]] = [{}, {}, {}, {}]
    for victim in pour.terms.awards:
        if victim in pour.left:
            got = pour.principal.get(victim, 0) + _received(state, victim)
            found[2 if victim in last else 0][victim] = got
    tallies = state.tallies.values()
    parts = [(key, c) for tally in tallies for key, c in tally.compensated.items()]
    parts += [((part.payer, part.victim), part.amount) for part in pour.compensated]
    for (payer, victim), cents in parts:
        if victim in pour.left:
            found[1][payer] = found[1].get(payer, 0) + cents
    back = sum(t.reimbursed.get(v, 0) for t in tallies for v in pour.left)
    if back + sum(pour.reimbursed.values()):
        found[3][Fund.ATTORNEY_GENERAL] = back + sum(pour.reimbursed.values())
    if not any(any(group.values()) for group in found):
        found[0] = {v: a.amount for v, a in pour.terms.awards.items() if v in pour.left}
    return found


def _received(state: State, victim: str) -> int:
    """What all paid to a victim of restitution principal, in cents."""
    return sum(tally.principal.get(victim, 0) for tally in state.tallies.values())
