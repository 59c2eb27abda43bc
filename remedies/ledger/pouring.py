"""A payment poured into what comes first: the special assessment, then restitution, each obligation in full.

Authority:
    18 U.S.C. § 3612(c): "each of the following obligations is paid in full in the following sequence"
    18 U.S.C. § 2259A(d)(2): "(B) Restitution to victims of any child pornography production or trafficking
    offense that the defendant committed. (C) An assessment under this section."
    18 U.S.C. § 3013(c): "The obligation to pay an assessment ceases five years after the date of the
    judgment."
    18 U.S.C. § 3613(b): the liability to pay a fine ends with "the death of the individual fined".
    18 U.S.C. § 3664(i), (j)(1): the United States, and who compensated a victim, are paid after all victims.
    18 U.S.C. § 1594(f)(3): forfeited money sent to victims is owed on, to the Attorney General.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from remedies.calculators.collection.liability import special_assessment_ends
from remedies.calculators.shares import capped_shares, divided
from remedies.ledger.derived import Lane, Standing, Terms
from remedies.ledger.entries import (
    Defendant,
    Distribution,
    Fund,
    Liability,
    OnAccount,
    Person,
)
from remedies.ledger.standing import debt, had, standing
from remedies.ledger.state import State
from remedies.ledger.terms import terms

EVERYTHING = 10**18
"""More than anybody owes, in cents."""


@dataclass(slots=True, kw_only=True)
class Pour:
    """A payment while it is poured from one obligation into the next; ``cap`` is what is left of a cap."""

    terms: Terms
    liability: Liability
    state: State
    now: Standing
    rest: int
    cap: int | None
    left: Mapping[str, int]
    principal: dict[str, int] = field(default_factory=dict)
    reimbursed: dict[str, int] = field(default_factory=dict)
    interest: dict[str, int] = field(default_factory=dict)
    funds: dict[Fund, int] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    compensated: list[OnAccount] = field(default_factory=list)

    def restitution(self) -> int:
        """Return what of the rest may go to restitution under the defendant's cap, in cents."""
        return self.rest if self.cap is None else min(self.rest, self.cap)

    def take(self, cents: int) -> None:
        """Count restitution principal as paid."""
        self.rest -= cents
        if self.cap is not None:
            self.cap -= cents

    def into(self, fund: Fund, owed: int) -> None:
        """Pay a fund what it is owed, as far as the money goes."""
        paid = min(self.rest, owed)
        if paid > 0:
            self.funds[fund] = self.funds.get(fund, 0) + paid
            self.rest -= paid


def in_lane(state: State, obligor: str, amount: int) -> dict[str, int] | None:
    """Return the shares of a payment that is restitution only and cut off nowhere; None for any other.

    What most payments are. The result is that of ``restitution_poured``, which knows every case.
    """
    now = state.cached_standing or standing(state)
    lane = now.lanes.get(obligor) or _lane(state, now, obligor)
    if not lane.whole or amount <= 0:
        return None
    due, left, cap = now.due, now.left[obligor], now.under_cap[obligor]
    if cap is not None and amount > cap:
        return None
    principal = {}
    shares = divided(lane.weights, lane.whole, amount, lane.had)
    for victim, share in zip(lane.victims, shares, strict=True):
        # Who would be given all that is left is looked at in full: others may get more then.
        if share >= due[victim] or share >= left[victim]:
            del now.lanes[obligor]
            return None
        if share:
            principal[victim] = share
    now.applied = obligor, amount, principal.copy()
    return principal


def _lane(state: State, now: Standing, obligor: str) -> Lane:
    """The defendant's lane; an empty one where a payment may go elsewhere first, or not pro rata."""
    ordered = terms(state)
    liability = ordered.liabilities.get(obligor) if ordered else None
    if (
        ordered is None
        or liability is None
        or ordered.order.distribution is not Distribution.PRO_RATA
        or liability.child_pornography_assessment
        or _unpaid(state, obligor, liability.special_assessment, Fund.SPECIAL_ASSESSMENT)
    ):
        return Lane((), [], 0)
    due, left, last = now.due, now.left[obligor], ordered.united_states
    victims = tuple(v for v in ordered.awards if v in left and v not in last)
    open_ = tuple(v for v in victims if due[v] > 0 and left[v] > 0)
    weights = [ordered.awards[v].amount for v in open_]
    now.lanes[obligor] = Lane(open_, weights, sum(weights), had(state, open_))
    return now.lanes[obligor]


def restitution_poured(state: State, obligor: str, amount: int, on: dt.date | None) -> Pour | None:
    """Pour an amount into what comes first, restitution with it; None where nothing is ordered.

    Without a day, into restitution principal only.
    """
    ordered = terms(state)
    liability = ordered.liabilities.get(obligor) if ordered else None
    if ordered is None or liability is None:
        return None
    now = standing(state)
    pour = Pour(
        terms=ordered,
        liability=liability,
        state=state,
        now=now,
        rest=amount,
        cap=now.under_cap[obligor],
        left=now.left[obligor],
    )
    if on is not None and liability.special_assessment:
        _special_assessment(state, obligor, pour, on)
    if on is not None and liability.child_pornography_assessment:
        _to_victims(pour, [v for v in _victims(pour) if ordered.awards[v].child_pornography])
        owed = fund_owed(state, obligor, liability, Fund.CHILD_PORNOGRAPHY_ASSESSMENT, on)
        pour.into(Fund.CHILD_PORNOGRAPHY_ASSESSMENT, owed)
    if pour.rest:
        _to_victims(pour, _victims(pour))
    if pour.rest:
        _after_victims(pour)
    return pour


def _special_assessment(state: State, obligor: str, pour: Pour, on: dt.date) -> None:
    owed = fund_owed(state, obligor, pour.liability, Fund.SPECIAL_ASSESSMENT, on)
    pour.into(Fund.SPECIAL_ASSESSMENT, owed)


def fund_owed(state: State, obligor: str, liability: Liability, fund: Fund, on: dt.date) -> int:
    """Return what a defendant still owes on an assessment, the fine or costs on a day, in cents."""
    if fund is Fund.SPECIAL_ASSESSMENT and on > special_assessment_ends(liability.judgment_on):
        return 0
    if fund is Fund.FINE and fine_ended_on(state, obligor, on):
        return 0
    ordered = {
        Fund.SPECIAL_ASSESSMENT: liability.special_assessment,
        Fund.CHILD_PORNOGRAPHY_ASSESSMENT: liability.child_pornography_assessment,
        Fund.FINE: liability.fine,
        Fund.COSTS: liability.costs,
        Fund.JVTA_ASSESSMENT: liability.jvta_assessment,
    }
    return _unpaid(state, obligor, ordered[fund], fund)


def fine_ended_on(state: State, obligor: str, on: dt.date) -> dt.date | None:
    """Return the day on which the fine of an individual who has died by a day ended, § 3613(b)."""
    found = state.body(Defendant, obligor)
    if found is None or found.person is not Person.INDIVIDUAL or found.died_on is None:
        return None
    return found.died_on if found.died_on <= on else None


def _unpaid(state: State, obligor: str, ordered: int, fund: Fund) -> int:
    tally = state.tallies.get(obligor)
    return max(0, ordered - (tally.funds.get(fund, 0) if tally else 0))


def _victims(pour: Pour) -> list[str]:
    """The victims for whom the defendant is liable, in the order's listing, but the United States."""
    last = pour.terms.united_states
    return [v for v in pour.terms.awards if v in pour.left and v not in last]


def _to_victims(pour: Pour, victims: Sequence[str]) -> None:
    """Divide among victims as the order says, nobody above what is due or what the defendant owes."""
    due, left, used, got = pour.now.due, pour.left, pour.used, pour.principal
    owed = debt(pour.state)
    if not got and not used:
        caps = [min(due[v], left[v], owed[v]) for v in victims]
    else:
        caps = [
            min(due[v] - got.get(v, 0), left[v] - used.get(v, 0), owed[v] - used.get(v, 0))
            for v in victims
        ]
    fund = min(pour.restitution(), sum(cap for cap in caps if cap > 0))
    if fund <= 0:
        return
    caps = [max(0, cap) for cap in caps]
    shares = _divided(pour, victims, caps, fund)
    for victim, share in zip(victims, shares, strict=True):
        if share:
            pour.principal[victim] = pour.principal.get(victim, 0) + share
            used[victim] = used.get(victim, 0) + share
    pour.take(fund)


def _divided(pour: Pour, victims: Sequence[str], caps: Sequence[int], fund: int) -> list[int]:
    awards = pour.terms.awards
    match pour.terms.order.distribution:
        case Distribution.PRO_RATA:
            weights = [awards[v].amount for v in victims]
            return capped_shares(weights, fund, caps, had=had(pour.state, victims))
        case Distribution.BY_ORDER:
            return one_after_another(caps, fund)
        case Distribution.BY_PRIORITY:
            return _by_priority(pour, victims, caps, fund)


def one_after_another(caps: Sequence[int], fund: int) -> list[int]:
    """Fill each cap before the next."""
    shares = []
    for cap in caps:
        shares.append(min(cap, fund))
        fund -= shares[-1]
    return shares


def _by_priority(pour: Pour, victims: Sequence[str], caps: Sequence[int], fund: int) -> list[int]:
    """Pay those of the first priority before those of the next; those of one priority pro rata."""
    awards = pour.terms.awards
    shares = [0] * len(victims)
    for priority in sorted({awards[v].priority for v in victims}):
        here = [i for i, v in enumerate(victims) if awards[v].priority == priority]
        paid = capped_shares(
            [awards[victims[i]].amount for i in here],
            fund,
            [caps[i] for i in here],
            had=had(pour.state, [victims[i] for i in here]),
        )
        for index, share in zip(here, paid, strict=True):
            shares[index] = share
        fund -= sum(paid)
    return shares


def _after_victims(pour: Pour) -> None:
    """Payers of compensation, then the United States, then what is owed on to the Attorney General."""
    if pour.now.payer_due:
        _to_payers(pour)
    if pour.terms.united_states:
        last = pour.terms.united_states
        _to_victims(pour, [v for v in pour.terms.awards if v in pour.left and v in last])
    if pour.rest:
        _to_attorney_general(pour)


def _room(pour: Pour, victim: str) -> int:
    """What of the defendant's debt on a victim this payment has not met yet."""
    owed = min(pour.left.get(victim, 0), debt(pour.state).get(victim, 0))
    return max(0, owed - pour.used.get(victim, 0))


def _to_payers(pour: Pour) -> None:
    """Pay those who compensated a victim, pro rata to what they are still owed."""
    items = [key for key, cents in pour.now.payer_due.items() if cents > 0]
    rooms = {victim: _room(pour, victim) for _, victim in items}
    caps = []
    for key in items:
        caps.append(min(pour.now.payer_due[key], rooms[key[1]]))
        rooms[key[1]] -= caps[-1]
    weights = [pour.now.payer_due[key] for key in items]
    shares = capped_shares(weights, min(pour.restitution(), sum(caps)), caps)
    for (payer, victim), share in zip(items, shares, strict=True):
        if share:
            pour.principal[payer] = pour.principal.get(payer, 0) + share
            pour.used[victim] = pour.used.get(victim, 0) + share
            pour.compensated.append(OnAccount(payer=payer, victim=victim, amount=share))
    pour.take(sum(shares))


def _to_attorney_general(pour: Pour) -> None:
    """Reimburse forfeiture transfers (18 U.S.C. § 1594(f)(3)), pro rata to what is not reimbursed yet."""
    victims = [v for v in pour.left if pour.now.unreimbursed.get(v)]
    caps = [min(pour.now.unreimbursed[v], _room(pour, v)) for v in victims]
    shares = capped_shares(caps, min(pour.restitution(), sum(caps)), caps)
    for victim, share in zip(victims, shares, strict=True):
        if share:
            pour.reimbursed[victim] = share
            pour.used[victim] = pour.used.get(victim, 0) + share
    pour.take(sum(shares))
