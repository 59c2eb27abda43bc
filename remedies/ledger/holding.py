"""What is held, for whom and why, and what of it may be disbursed.

Authority:
    18 U.S.C. § 3664(i): where the United States is a victim, all other victims are paid in full before it.
    18 U.S.C. § 3664(j)(1): who compensated a victim is paid after all victims under the order.
    Fed. R. Crim. P. 38(e): restitution may be stayed pending appeal.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from remedies.ledger.derived import Standing
from remedies.ledger.entries import (
    Award,
    Back,
    Disbursement,
    Entry,
    Hold,
    HoldWhy,
    Payment,
    Returned,
    Reversal,
    Transfer,
)
from remedies.ledger.movements import changes_of, credits_of
from remedies.ledger.standing import standing
from remedies.ledger.state import State
from remedies.ledger.terms import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class OnHold:
    """A hold in force, and what it keeps from being disbursed; cents by obligee or fund."""

    hold: str
    of: str
    why: HoldWhy
    since: dt.date
    seq: int
    amounts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclaimed:
    """Money that came back and is held for its obligee again; ``amount`` is what is still held of it."""

    obligee: str
    disbursement: str
    why: Back
    on: dt.date
    seq: int
    amount: int


def holds(state: State) -> list[tuple[Entry, Hold]]:
    """Return the holds that were not released, in the order of recording."""
    found = [each for each in state.bodies(Hold) if each[1].reference not in state.released]
    return sorted(found, key=_recorded)


def _recorded(found: tuple[Entry, Hold]) -> int:
    return found[0].seq


def hold_list(state: State) -> list[OnHold]:
    """Return every hold in force with what it keeps; money under two holds is counted in the first."""
    balance = standing(state).balance
    free = {obligee: cents for obligee, cents in balance.items() if cents > 0}
    found: list[OnHold] = []
    for entry, hold in holds(state):
        kept = _kept(state, entry, hold.of, free, {each.of for each in found})
        amounts = {o: min(c, free.get(o, 0)) for o, c in kept.items()}
        for obligee, cents in amounts.items():
            free[obligee] = free.get(obligee, 0) - cents
        found.append(_on_hold(entry, hold, {o: c for o, c in amounts.items() if c}))
    return found


def _on_hold(entry: Entry, hold: Hold, amounts: Mapping[str, int]) -> OnHold:
    return OnHold(
        hold=hold.reference,
        of=hold.of,
        why=hold.why,
        since=entry.on,
        seq=entry.seq,
        amounts=amounts,
    )


def _kept(
    state: State, entry: Entry, of: str, free: Mapping[str, int], held: set[str]
) -> Mapping[str, int]:
    """What a hold is on: everything, an obligee's money, or what a payment or transfer brought."""
    if not of:
        return dict(free)
    source = state.latest(Payment.kind, of) or state.latest(Transfer.kind, of)
    if source is None:
        return {of: free.get(of, 0)}
    if of in state.reversed:
        return {}
    return _unspent(state, source, entry, free, held)


def _unspent(
    state: State, source: Entry, hold: Entry, free: Mapping[str, int], held: set[str]
) -> Mapping[str, int]:
    """What of a source had not gone out when it was put on hold: the money that came first goes first.

    ``free`` is what other holds leave of today's balances. Taking away what changed since the hold gives
    the balance of that moment; what came after the source is spent last.
    """
    parts = credits_of(source.body)
    found = {obligee: free.get(obligee, 0) for obligee in parts}
    for entry in reversed(state.live):
        if entry.seq <= source.seq:
            break
        later = changes_of(state, entry.body)
        if entry.seq < hold.seq:
            if getattr(entry.body, "reference", "") in held:
                continue
            later = {o: c for o, c in later.items() if c > 0}
        for obligee in later.keys() & parts.keys():
            found[obligee] -= later[obligee]
    return {obligee: max(0, min(cents, found[obligee])) for obligee, cents in parts.items()}


def on_hold(state: State) -> Mapping[str, int]:
    """Return what holds keep from each obligee and fund, in cents, never more than is held."""
    if not state.versions[Hold.kind]:
        return {}
    now = standing(state)
    if now.kept is None:
        kept: defaultdict[str, int] = defaultdict(int)
        for found in hold_list(state):
            for obligee, cents in found.amounts.items():
                kept[obligee] += cents
        now.kept = kept
    return now.kept


def unclaimed(state: State) -> list[Unclaimed]:
    """Return the worklist of what came back and was not sent again, in the order of recording."""
    if not state.versions[Returned.kind]:
        return []
    waiting: list[Unclaimed] = []
    balance: defaultdict[str, int] = defaultdict(int)
    for entry in state.live:
        for obligee, cents in changes_of(state, entry.body).items():
            balance[obligee] += cents
        if isinstance(entry.body, Returned):
            waiting.append(_came_back(entry, entry.body))
        if waiting and isinstance(entry.body, Disbursement | Returned | Reversal):
            waiting = _still_held(waiting, balance)
    return waiting


def _came_back(entry: Entry, body: Returned) -> Unclaimed:
    return Unclaimed(
        obligee=body.obligee,
        disbursement=body.disbursement,
        why=body.why,
        on=entry.on,
        seq=entry.seq,
        amount=body.amount,
    )


def _still_held(waiting: list[Unclaimed], balance: Mapping[str, int]) -> list[Unclaimed]:
    """What is left of the worklist: other money of the obligee goes out first, or is taken back."""
    left = {found.obligee: max(0, balance[found.obligee]) for found in waiting}
    kept = []
    for found in reversed(waiting):
        amount = min(found.amount, left[found.obligee])
        left[found.obligee] -= amount
        if amount:
            kept.append(replace(found, amount=amount))
    return kept[::-1]


def available(state: State, on: dt.date) -> Mapping[str, int]:
    """Return what is held on a day and on every day after it, and may go out, in cents.

    Left out is what is on hold, and what a victim would have above the award.
    """
    now = standing(state)
    balance: Mapping[str, int] = now.balance
    if on < state.last_on:
        balance = _lowest_since(state, on, balance)
    if now.over:
        balance = {o: c - max(0, min(c, now.over.get(o, 0))) for o, c in balance.items()}
    kept = on_hold(state)
    if not kept:
        return balance
    return {obligee: cents - kept.get(obligee, 0) for obligee, cents in balance.items()}


def _lowest_since(state: State, on: dt.date, balance: Mapping[str, int]) -> Mapping[str, int]:
    """The least that was held at the end of any day from ``on`` to now: more cannot have gone out."""
    days: defaultdict[dt.date, list[Mapping[str, int]]] = defaultdict(list)
    for entry in state.live:
        if entry.on > on:
            days[entry.on].append(changes_of(state, entry.body))
    running, lowest = dict(balance), dict(balance)
    for day in sorted(days, reverse=True):
        for changes in days[day]:
            for obligee, cents in changes.items():
                running[obligee] = running.get(obligee, 0) - cents
        for obligee, cents in running.items():
            lowest[obligee] = min(lowest.get(obligee, 0), cents)
    return lowest


def victims_unpaid(state: State) -> bool:
    """Return whether a victim other than the United States is still owed under the order."""
    ordered = terms(state)
    if ordered is None:
        return False
    last = ordered.united_states
    return any(due and v not in last for v, due in standing(state).due.items())


def payable(state: State, on: dt.date) -> dict[str, int]:
    """Return what may be disbursed on a day, in cents: by obligee in the order's listing, then by fund.

    Left out: what is on hold, a victim's or payer's amount below the order's minimum while more is due to
    them, payers and the United States while a victim is owed, and what came back and waits on the
    worklist, which is sent again only when somebody says so.
    """
    now = state.cached_standing or standing(state)
    found = _plainly_payable(state, now, on)
    if found is None:
        found = _payable(state, now, on)
    now.sendable = on, found.copy()
    return found


def _plainly_payable(state: State, now: Standing, on: dt.date) -> dict[str, int] | None:
    """Return everything held, where nothing keeps any of it back; None where something might."""
    ordered, versions = terms(state), state.versions
    if (
        ordered is None
        or ordered.order.minimum_disbursement
        or now.last
        or now.over
        or on < state.last_on
        or versions["hold"]
        or versions["returned"]
    ):
        return None
    found = {obligee: cents for obligee, cents in now.balance.items() if cents > 0}
    if len(now.balance) == len(ordered.awards):
        return found
    return {obligee: found[obligee] for obligee in _in_order(ordered.awards, found)}


def _payable(state: State, now: Standing, on: dt.date) -> dict[str, int]:
    found = available(state, on)
    ordered = terms(state)
    if state.versions[Returned.kind]:
        found = _without_returned(state, found)
    wait = now.last if now.last and victims_unpaid(state) else frozenset()
    least = ordered.order.minimum_disbursement if ordered else 0
    listed = ordered.awards if ordered else {}
    return {
        obligee: found[obligee]
        for obligee in _in_order(listed, found)
        if found[obligee] > 0
        and obligee not in wait
        and (found[obligee] >= least or not _more_due(state, obligee))
    }


def _in_order(listed: Mapping[str, Award], found: Mapping[str, int]) -> list[str]:
    """The obligees in the order's listing, then the payers and funds."""
    return [v for v in listed if v in found] + sorted(o for o in found if o not in listed)


def _without_returned(state: State, found: Mapping[str, int]) -> Mapping[str, int]:
    left = dict(found)
    for waiting in unclaimed(state):
        if waiting.why is not Back.STOPPED and waiting.obligee in left:
            left[waiting.obligee] -= waiting.amount
    return left


def _more_due(state: State, obligee: str) -> bool:
    """Whether more is still to come to a victim or payer; to funds a minimum does not apply."""
    now = standing(state)
    return now.due.get(obligee, 0) > 0 or any(
        cents > 0 for (payer, _), cents in now.payer_due.items() if payer == obligee
    )
