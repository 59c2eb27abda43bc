"""Where everybody stands: what is due to each victim, what is left of each liability, what is held.

Derived from the sums whenever it is asked for, and carried along by payments and disbursements, which
are most of what is entered. For victim v and defendant d, with L the award, R recoveries, T transfers,
P restitution principal paid by all, A what was reimbursed to the Attorney General, C the part of the award
owed to payers of compensation:

- due to v: L − C − R − T − P(v), never below zero
- debt on v: L − R − P − A, of all defendants together, P with what was paid to v's payers
- left of d's liability for v: what the order says, less what d has paid for v in P and in A
"""

from collections import defaultdict
from collections.abc import Sequence

from remedies.ledger.derived import Standing, Terms
from remedies.ledger.entries import Applied, Fund
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
    gone, sent, recovered = _compensated(state), state.transferred, state.recovered
    payers = filled(state.compensated, principal) if gone else {}
    return Standing(
        due={
            v: max(0, c - gone[v] - recovered.get(v, 0) - sent.get(v, 0) - principal[v])
            for v, c in awards.items()
        },
        payer_due={key: cents - payers[key] for key, cents in state.compensated.items()},
        unreimbursed=_unreimbursed(state),
        left=_left(state, ordered),
        under_cap=_under_cap(state, ordered),
        balance=_balance(state, principal),
        last=(ordered.united_states if ordered else frozenset())
        | {payer for payer, _ in state.compensated},
    )


def _compensated(state: State) -> defaultdict[str, int]:
    """The part of each victim's award that is owed to payers."""
    found: defaultdict[str, int] = defaultdict(int)
    for (_, victim), cents in state.compensated.items():
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
    back = _reimbursed(state)
    return {victim: max(0, cents - back[victim]) for victim, cents in state.transferred.items()}


def had(state: State, victims: Sequence[str]) -> list[int]:
    """Return what each of these got so far of restitution: applied and transferred, in cents."""
    tallies = [tally.principal for tally in state.tallies.values()]
    return [sum(t.get(v, 0) for t in tallies) + state.transferred.get(v, 0) for v in victims]


def debt(state: State) -> dict[str, int]:
    """Return what all defendants together still owe on each award, whoever is paid, in cents."""
    now = standing(state)
    if now.debt is None:
        principal, back = _principal(state), _reimbursed(state)
        for (_, victim), cents in filled(state.compensated, principal).items():
            back[victim] += cents
        ordered = terms(state)
        now.debt = {
            v: max(0, award.amount - state.recovered.get(v, 0) - principal[v] - back[v])
            for v, award in (ordered.awards.items() if ordered else ())
        }
    return now.debt


def _principal(state: State) -> defaultdict[str, int]:
    """Restitution principal paid by all, by obligee."""
    total: defaultdict[str, int] = defaultdict(int)
    for tally in state.tallies.values():
        for obligee, cents in tally.principal.items():
            total[obligee] += cents
    return total


def filled(
    compensated: defaultdict[tuple[str, str], int], paid: defaultdict[str, int]
) -> dict[tuple[str, str], int]:
    """What was paid to each payer, set against their compensations in order of reference."""
    left = {payer: paid[payer] for payer, _ in compensated}
    found = {}
    for key in sorted(compensated):
        found[key] = min(compensated[key], left[key[0]])
        left[key[0]] -= found[key]
    return found


def _left(state: State, ordered: Terms | None) -> dict[str, dict[str, int]]:
    """What is left of each liability, by defendant and victim."""
    found = {}
    for obligor, liability in ordered.liabilities.items() if ordered else ():
        tally = state.tallies.get(obligor) or Tally()
        mine = {
            victim: cents - tally.principal.get(victim, 0) - tally.reimbursed.get(victim, 0)
            for victim, cents in liability.amounts.items()
        }
        if state.compensated:
            own = {k: cents for k, cents in state.compensated.items() if k[1] in mine}
            for (_, victim), cents in filled(defaultdict(int, own), tally.principal).items():
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


def _balance(state: State, principal: defaultdict[str, int]) -> defaultdict[str, int]:
    """What came in for each obligee and fund and has not gone out; below zero it is a shortfall."""
    found = defaultdict(int, principal)
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


def carry_payment(state: State, now: Standing, obligor: str, applied: Applied) -> None:
    """Carry the standing past a payment of principal to victims; past any other it is derived anew."""
    state.cached_standing = None
    if now.payer_due or applied.reimbursed or applied.interest or obligor not in now.left:
        return
    due, left, balance = now.due, now.left[obligor], now.balance
    try:
        for victim, cents in applied.principal.items():
            due[victim] -= cents
            left[victim] -= cents
            balance[victim] += cents
    except KeyError:
        return
    for fund, cents in applied.funds.items():
        balance[fund] += cents
    cap = now.under_cap[obligor]
    if cap is not None:
        now.under_cap[obligor] = cap - sum(applied.principal.values())
    now.debt = now.kept = None
    state.cached_standing = now
