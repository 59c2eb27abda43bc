"""The two questions that the law keeps apart: what each is still owed, and what each still owes, to whom."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from remedies.law import Law
from remedies.ledger.accruals import Accruals, accruals
from remedies.ledger.entries import Fund
from remedies.ledger.holding import on_hold
from remedies.ledger.pouring import EVERYTHING, fund_owed, restitution_poured
from remedies.ledger.standing import debt, received, standing, to_payers
from remedies.ledger.state import State
from remedies.ledger.terms import terms

PRINCIPAL_FUNDS = (
    Fund.SPECIAL_ASSESSMENT,
    Fund.CHILD_PORNOGRAPHY_ASSESSMENT,
    Fund.FINE,
    Fund.COSTS,
    Fund.JVTA_ASSESSMENT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedTo:
    """What one obligee was awarded, got and is still owed, in cents.

    ``outstanding`` = awarded − compensated − recovered − transferred − received, not below zero;
    ``overpaid`` is what it is below. ``compensated`` is the part of a victim's award that is owed to payers
    instead. ``received`` is restitution principal applied to the obligee; ``interest`` comes on top.
    ``debt`` is what all defendants together still owe on the award, whoever is paid: it exceeds
    ``outstanding`` by transfers not reimbursed and by what payers are still owed. ``reimbursed`` went to the
    Attorney General.
    """

    reference: str
    awarded: int = 0
    compensated: int = 0
    recovered: int = 0
    transferred: int = 0
    received: int = 0
    interest: int = 0
    reimbursed: int = 0
    disbursed: int = 0
    held: int = 0
    on_hold: int = 0
    shortfall: int = 0
    outstanding: int = 0
    overpaid: int = 0
    debt: int = 0


def owed_to(state: State, reference: str) -> OwedTo:
    """Return what a victim, a payer of compensation or a fund is owed; zeros for a stranger."""
    now = standing(state)
    balance = now.balance.get(reference, 0)
    money = OwedTo(
        reference=reference,
        received=received(state).get(reference, 0),
        interest=sum(t.interest.get(reference, 0) for t in state.tallies.values() if t.interest),
        disbursed=state.disbursed.get(reference, 0),
        held=max(0, balance),
        shortfall=max(0, -balance),
        on_hold=on_hold(state).get(reference, 0),
    )
    if reference in Fund.__members__.values():
        return _fund(state, money)
    if any(payer == reference for payer, _ in state.compensated):
        return _payer(state, money)
    return _victim(state, money)


def _victim(state: State, money: OwedTo) -> OwedTo:
    victim, now = money.reference, standing(state)
    ordered = terms(state)
    award = ordered.awards.get(victim) if ordered else None
    awarded = award.amount if award else 0
    compensated = sum(c for (_, v), c in to_payers(state).items() if v == victim)
    recovered, transferred = state.recovered.get(victim, 0), state.transferred.get(victim, 0)
    over = recovered + transferred + money.received - (awarded - compensated)
    return replace(
        money,
        awarded=awarded,
        compensated=compensated,
        recovered=recovered,
        transferred=transferred,
        reimbursed=sum(
            t.reimbursed.get(victim, 0) for t in state.tallies.values() if t.reimbursed
        ),
        outstanding=now.due.get(victim, 0),
        overpaid=max(0, over),
        debt=debt(state).get(victim, 0),
    )


def _payer(state: State, money: OwedTo) -> OwedTo:
    awarded = sum(c for (payer, _), c in to_payers(state).items() if payer == money.reference)
    return replace(money, awarded=awarded, outstanding=max(0, awarded - money.received))


def _fund(state: State, money: OwedTo) -> OwedTo:
    """What went to a fund; what it is still owed depends on each defendant: ``owed_by``."""
    fund = Fund(money.reference)
    if fund is Fund.ATTORNEY_GENERAL:
        received = sum(sum(t.reimbursed.values()) for t in state.tallies.values())
        awarded = sum(state.transferred.values()) - sum(state.relieved.values())
        left = sum(_open_transfers(state))
        return replace(money, awarded=awarded, received=received, outstanding=left)
    return replace(money, received=sum(t.funds.get(fund, 0) for t in state.tallies.values()))


def _open_transfers(state: State) -> Iterator[int]:
    """What is owed on to the Attorney General, by victim: within the debt that is left after all others."""
    now, debts = standing(state), debt(state)
    for victim, cents in now.unreimbursed.items():
        payers = sum(c for (_, v), c in now.payer_due.items() if v == victim and c > 0)
        room = debts.get(victim, 0) - now.due.get(victim, 0) - payers
        yield max(0, min(cents, room))


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedBy:
    """What one defendant still owes, and to whom, in cents.

    The restitution parts are what the defendant would pay if all were paid now, so they never exceed a cap:
    ``to_victims`` and ``to_united_states`` by victim, ``to_payers`` by payer, ``to_attorney_general`` by the
    victim whose forfeiture transfer is to be reimbursed. ``funds``: assessments, fine and costs.
    ``accrued``: interest and penalties by the day asked for, where the law was given.
    """

    reference: str
    ordered: int = 0
    paid: int = 0
    to_victims: Mapping[str, int] = field(default_factory=dict)
    to_payers: Mapping[str, int] = field(default_factory=dict)
    to_united_states: Mapping[str, int] = field(default_factory=dict)
    to_attorney_general: Mapping[str, int] = field(default_factory=dict)
    funds: Mapping[Fund, int] = field(default_factory=dict)
    accrued: Accruals = field(default_factory=Accruals)

    @property
    def restitution(self) -> int:
        """All restitution principal that the defendant still owes, in cents."""
        parts = (self.to_victims, self.to_payers, self.to_united_states, self.to_attorney_general)
        return sum(sum(part.values()) for part in parts)

    @property
    def principal(self) -> int:
        """Restitution with assessments, fine and costs, without interest and penalties, in cents."""
        return self.restitution + sum(self.funds.values())


def owed_by(
    state: State, reference: str, on: dt.date | None = None, law: Law | None = None
) -> OwedBy:
    """Return what a defendant still owes on a day, by default that of the latest entry."""
    day = on or state.last_on
    poured = restitution_poured(state, reference, EVERYTHING, None)
    if poured is None:
        return OwedBy(reference=reference, paid=state.received.get(reference, 0))
    last, awards = poured.terms.united_states, poured.terms.awards
    principal, liability = poured.principal, poured.liability
    funds = {f: fund_owed(state, reference, liability, f, day) for f in PRINCIPAL_FUNDS}
    whole = sum(liability.amounts.values())
    return OwedBy(
        reference=reference,
        ordered=whole if liability.cap is None else min(liability.cap, whole),
        paid=state.received.get(reference, 0),
        to_victims={v: c for v, c in principal.items() if v in awards and v not in last},
        to_payers={p: c for p, c in principal.items() if p not in awards},
        to_united_states={v: c for v, c in principal.items() if v in last},
        to_attorney_general=poured.reimbursed,
        funds={fund: cents for fund, cents in funds.items() if cents},
        accrued=accruals(state, reference, day, law),
    )
