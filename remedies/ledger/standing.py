"""Where everybody stands: what is due to each victim, what is left of each liability, what is held.

Derived from the sums whenever it is asked for, and carried along by payments and disbursements, which
are most of what is entered. For victim v and defendant d, with L the award, R recoveries, T transfers,
P restitution principal paid by all, A what was reimbursed to the Attorney General, C the part of the award
owed to payers of compensation:

- C: what orders gave payers, less what an order that lowered the award leaves no room for beside P(v) and T
- due to v: L − C − R − T − P(v), never below zero
- debt on v: L − R − P − A, of all defendants together, P with what was paid to v's payers, less those
  transfers that are not owed on to the Attorney General
- left of d's liability for v: what the order says, less what d has paid for v in P and in A
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from remedies.calculators.shares import Had
from remedies.ledger.derived import Standing, Terms
from remedies.ledger.entries import Fund, Payment
from remedies.ledger.state import State, Tally
from remedies.ledger.terms import terms


def standing(state: State) -> Standing:
    """Return where everybody stands now."""
    if state.cached_standing is None:
        state.cached_standing = _standing(state, terms(state))
    return state.cached_standing


def _standing(state: State, ordered: Terms | None) -> Standing:
    principal = _principal(state)
    awards = {v: award.amount for v, award in ordered.awards.items()} if ordered else {}
    sent, recovered = state.transferred, state.recovered
    payers = _to_payers(state)
    payer_due = _payer_due(state, awards, principal, payers)
    gone = _by_victim({key: cents + payers[key] for key, cents in payer_due.items()})
    return Standing(
        due={
            v: max(0, c - gone[v] - recovered.get(v, 0) - sent.get(v, 0) - principal[v])
            for v, c in awards.items()
        },
        payer_due=payer_due,
        unreimbursed=_unreimbursed(state),
        over=_over(state, awards, gone, principal),
        left=_left(state, ordered),
        under_cap=_under_cap(state, ordered),
        balance=_balance(state, awards, principal),
        got=principal,
        last=(ordered.united_states if ordered else frozenset())
        | {payer for payer, _ in payer_due},
    )


def _over(
    state: State, awards: dict[str, int], gone: dict[str, int], principal: dict[str, int]
) -> dict[str, int]:
    """What victims were given above their awards; an award that was taken away counts as nothing."""
    found = {}
    for victim in awards.keys() | (principal.keys() & state.versions["victim"].keys()):
        had = principal.get(victim, 0)
        if victim in awards:
            had += state.recovered.get(victim, 0) + state.transferred.get(victim, 0)
        if (over := had - awards.get(victim, 0) + gone.get(victim, 0)) > 0:
            found[victim] = over
    return found


def _to_payers(state: State) -> defaultdict[tuple[str, str], int]:
    """What was paid to each payer of compensation on each victim's account."""
    found: defaultdict[tuple[str, str], int] = defaultdict(int)
    for tally in state.tallies.values():
        for key, cents in tally.compensated.items():
            found[key] += cents
    return found


def _payer_due(
    state: State,
    awards: Mapping[str, int],
    principal: Mapping[str, int],
    payers: Mapping[tuple[str, str], int],
) -> dict[tuple[str, str], int]:
    """What payers are still to get on each victim's account; of a lowered award, the first entered first.

    Below zero: they were paid without an order that provides for it.
    """
    gone = _by_victim(payers)
    room = {
        victim: cents
        - principal.get(victim, 0)
        - state.transferred.get(victim, 0)
        - gone.get(victim, 0)
        for victim, cents in awards.items()
    }
    found = {}
    for key in {**state.compensated, **payers}:
        due, (_, victim) = state.compensated.get(key, 0) - payers.get(key, 0), key
        if due > 0:
            due = max(0, min(due, room.get(victim, 0)))
            room[victim] = room.get(victim, 0) - due
        found[key] = due
    return found


def to_payers(state: State) -> dict[tuple[str, str], int]:
    """Return the part of each award that goes to each payer of compensation, paid or not, in cents."""
    paid = _to_payers(state)
    return {key: cents + paid[key] for key, cents in standing(state).payer_due.items()}


def _by_victim(parts: Mapping[tuple[str, str], int]) -> defaultdict[str, int]:
    found: defaultdict[str, int] = defaultdict(int)
    for (_, victim), cents in parts.items():
        found[victim] += cents
    return found


def _reimbursed(state: State) -> defaultdict[str, int]:
    found: defaultdict[str, int] = defaultdict(int)
    for tally in state.tallies.values():
        for victim, cents in tally.reimbursed.items():
            found[victim] += cents
    return found


def _unreimbursed(state: State) -> dict[str, int]:
    if not state.transferred:
        return {}
    back, relieved = _reimbursed(state), state.relieved
    return {
        victim: max(0, cents - relieved.get(victim, 0) - back[victim])
        for victim, cents in state.transferred.items()
    }


def had(state: State, victims: Sequence[str]) -> Had:
    """Return who answers what each of these got so far of restitution: applied and transferred, in cents."""
    return partial(_had, state.tallies, state.transferred, victims)


def _had(
    tallies: Mapping[str, Tally], transferred: Mapping[str, int], victims: Sequence[str]
) -> list[int]:
    every = [tally.principal for tally in tallies.values()]
    return [sum(t.get(v, 0) for t in every) + transferred.get(v, 0) for v in victims]


def debt(state: State) -> dict[str, int]:
    """Return what all defendants together still owe on each award, whoever is paid, in cents."""
    now = standing(state)
    if now.debt is None:
        principal, back = received(state), _reimbursed(state)
        for (_, victim), cents in _to_payers(state).items():
            back[victim] += cents
        for victim, cents in state.relieved.items():
            back[victim] += cents
        ordered = terms(state)
        now.debt = {
            v: max(0, award.amount - state.recovered.get(v, 0) - principal.get(v, 0) - back[v])
            for v, award in (ordered.awards.items() if ordered else ())
        }
    return now.debt


def received(state: State) -> Mapping[str, int]:
    """Return what all paid of restitution principal, by obligee, in cents."""
    now = standing(state)
    if now.got is None:
        now.got = _principal(state)
    return now.got


def _principal(state: State) -> defaultdict[str, int]:
    """Restitution principal paid by all, by obligee."""
    total: defaultdict[str, int] = defaultdict(int)
    for tally in state.tallies.values():
        for obligee, cents in tally.principal.items():
            total[obligee] += cents
    return total


def _left(state: State, ordered: Terms | None) -> dict[str, dict[str, int]]:
    """What is left of each liability, by defendant and victim."""
    found = {}
    for obligor, liability in ordered.liabilities.items() if ordered else ():
        tally = state.tallies.get(obligor) or Tally()
        mine = {
            victim: cents - tally.principal.get(victim, 0) - tally.reimbursed.get(victim, 0)
            for victim, cents in liability.amounts.items()
        }
        for (_, victim), cents in tally.compensated.items():
            if victim in mine:
                mine[victim] -= cents
        found[obligor] = mine
    return found


def _under_cap(state: State, ordered: Terms | None) -> dict[str, int | None]:
    """What each defendant may still be made to pay in all; None without a cap."""
    found: dict[str, int | None] = {}
    for obligor, liability in ordered.liabilities.items() if ordered else ():
        tally = state.tallies.get(obligor) or Tally()
        paid = sum(tally.principal.values()) + sum(tally.reimbursed.values())
        found[obligor] = None if liability.cap is None else max(0, liability.cap - paid)
    return found


def _balance(
    state: State, awards: Iterable[str], principal: Mapping[str, int]
) -> defaultdict[str, int]:
    """What came in for each obligee and fund and has not gone out; below zero it is a shortfall."""
    found = defaultdict(int, dict.fromkeys(awards, 0))
    found.update(principal)
    for victim, cents in state.transferred.items():
        found[victim] += cents
    for tally in state.tallies.values():
        for obligee, cents in tally.interest.items():
            found[obligee] += cents
        for fund, cents in tally.funds.items():
            found[fund] += cents
        found[Fund.ATTORNEY_GENERAL] += sum(tally.reimbursed.values())
    for obligee, cents in state.disbursed.items():
        found[obligee] -= cents
    return found


def carry_payment(now: Standing, body: Payment) -> bool:
    """Carry the standing past a payment of principal to victims; a no where it must be derived anew."""
    applied, obligor = body.applied, body.obligor
    if now.payer_due or applied.reimbursed or applied.interest or obligor not in now.left:
        return False
    due, left, balance = now.due, now.left[obligor], now.balance
    principal = applied.principal
    try:
        for victim, cents in principal.items():
            due[victim] -= cents
            left[victim] -= cents
            balance[victim] += cents
    except KeyError:  # somebody to whom this defendant owes nothing by the latest order
        return False
    if applied.funds:
        for fund, cents in applied.funds.items():
            balance[fund] += cents
    cap = now.under_cap[obligor]
    if cap is not None:
        now.under_cap[obligor] = cap - sum(principal.values())
    now.debt = now.kept = now.got = now.applied = now.sendable = None
    return True
