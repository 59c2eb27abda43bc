"""Unpaid restitution principal over time, for interest: what each defendant still owed, day by day.

A day counts by what happened up to its end: a payment lowers the debt from its own day on, however late
it was recorded; a reversed payment lowered it until the day of the reversal.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter

from remedies.ledger.derived import Day
from remedies.ledger.effects import effective
from remedies.ledger.entries import (
    Entry,
    Liability,
    Order,
    Path,
    Payment,
    Recovery,
    Reversal,
    Transfer,
)
from remedies.ledger.parts import debt_parts
from remedies.ledger.state import State
from remedies.ledger.terms import terms

Steps = list[tuple[dt.date, int]]


def principal_steps(state: State, obligor: str) -> Steps:
    """Return a defendant's unpaid restitution principal at the end of each day on which it changed.

    The first step is the day from which an order made the defendant liable; empty where none did.
    """
    days = _days(state)
    if obligor not in state.cached_steps:
        state.cached_steps[obligor] = _steps(state, days, obligor)
    return list(state.cached_steps[obligor])


def _by_day(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=attrgetter("on", "seq"))


def _step(steps: Steps, day: dt.date, owed: int) -> None:
    if not steps or steps[-1][1] != owed:
        steps.append((day, owed))


def _days(state: State) -> list[Day]:
    """The days of the book on which principal changed."""
    if state.cached_days is None:
        state.cached_steps.clear()
        state.cached_part_steps.clear()
        days: dict[dt.date, Day] = {}
        for entry in _by_day(state.live):
            body = entry.body
            if isinstance(body, Payment | Reversal | Order | Recovery | Transfer):
                _add(state, days.setdefault(entry.on, Day(entry.on)), body)
        state.cached_days = list(days.values())
    return state.cached_days


def _add(state: State, day: Day, body: Payment | Reversal | Order | Recovery | Transfer) -> None:
    match body:
        case Order():
            day.order = body
        case Recovery():
            day.recovered[body.victim] += effective(body, state.choices)
        case Transfer():
            for victim, cents in body.shares.items() if body.path is not Path.MANDATORY else ():
                day.recovered[victim] += cents
        case Payment():
            _add_payment(day, body, 1)
        case Reversal():
            paid = state.body(Payment, body.payment)
            assert paid is not None  # noqa: S101 - only what was paid is reversed
            _add_payment(day, paid, -1)


def _add_payment(day: Day, body: Payment, sign: int) -> None:
    """The parts by victim; what went to a payer lowers the debt on the award it was paid for."""
    applied = body.applied
    for parts in (applied.principal, applied.reimbursed):
        if parts:
            day.paid.append((body.obligor, parts, sign))
    for part in applied.compensated:
        moved = {part.victim: part.amount, part.payer: -part.amount}
        day.paid.append((body.obligor, moved, sign))


def _met(day: Day) -> dict[str, int]:
    """What met each victim's debt on a day: paid by anybody, or recovered."""
    if day.met is None:
        met = day.recovered.copy()
        for _, parts, sign in day.paid:
            for victim, cents in parts.items():
                met[victim] += sign * cents
        day.met = met
    return day.met


def _steps(state: State, days: list[Day], obligor: str) -> Steps:
    """One defendant's steps; those who are liable in full for the same awards share them."""
    shared = _shared_key(state, days, obligor)
    if shared is None:
        return _pair_by_pair(state, days, obligor)
    if shared not in state.cached_steps:
        state.cached_steps[shared] = _together(days)
    since = next(day.on for day in days if day.order and _liability(day.order, obligor))
    return _since(state.cached_steps[shared], since)


def _shared_key(state: State, days: list[Day], obligor: str) -> str | None:
    """A key if the defendant owes what all owe: every award, in full, no cap, nothing unusual; or None.

    Only where the awards never changed and nothing was recovered or reversed is what all owe simply the
    awards less everything paid.
    """
    orders = [day.order for day in days if day.order]
    liable = [each for order in orders if (each := _liability(order, obligor))]
    plain = (
        not any(state.recovered.values())
        and not any(state.relieved.values())
        and not state.reversed
        and all(order.awards == orders[0].awards for order in orders)
        and liable
        and _liability(orders[-1], obligor)
        and all(each.cap is None for each in liable)
    )
    if not plain:
        return None
    awards = {award.obligee: award.amount for award in orders[0].awards}
    return "" if all(each.amounts == awards for each in liable) else None


def _liability(order: Order, obligor: str) -> Liability | None:
    return next((each for each in order.liabilities if each.obligor == obligor), None)


def _together(days: list[Day]) -> Steps:
    """What is left of all awards, where everything paid lowers what everybody owes."""
    steps: Steps = []
    owed = 0
    ordered = False
    for day in days:
        if day.order and not ordered:
            owed += sum(award.amount for award in day.order.awards)
            ordered = True
        owed -= sum(sign * sum(parts.values()) for _, parts, sign in day.paid)
        _step(steps, day.on, owed)
    return steps


def _since(steps: Steps, day: dt.date) -> Steps:
    """The steps from a day on, the first with what was owed at its end."""
    before = [owed for on, owed in steps if on <= day]
    return [(day, before[-1]), *(step for step in steps if step[0] > day)]


def steps_in_parts(state: State, obligor: str) -> dict[int, Steps]:
    """Return a defendant's unpaid principal over time by part of the debt; a cap is not looked at.

    What was owed for victims whom only an earlier version of the order named is in no part.
    """
    days = _days(state)
    if obligor not in state.cached_part_steps:
        _pair_by_pair(state, days, obligor)
    return state.cached_part_steps[obligor]


class _Pairs:
    """One defendant's debt on each victim, kept current day by day."""

    def __init__(self, obligor: str, part_of: Mapping[str, int]) -> None:
        self.obligor = obligor
        self.part_of = part_of
        self.parts: defaultdict[int, int] = defaultdict(int)
        self.awards: dict[str, int] = {}
        self.liability: Liability | None = None
        self.met: defaultdict[str, int] = defaultdict(int)
        self.own: defaultdict[str, int] = defaultdict(int)
        self.own_sum = 0
        self.owed: dict[str, int] = {}
        self.owed_sum = 0

    def take(self, day: Day) -> None:
        """Take in what a day changed; what others paid or victims recovered meets the same debt."""
        met = _met(day)
        for victim, cents in met.items():
            self.met[victim] += cents
        for obligor, parts, sign in day.paid:
            if obligor == self.obligor:
                self._pay(parts, sign)
        if day.order:
            self.awards = {award.obligee: award.amount for award in day.order.awards}
            self.liability = _liability(day.order, self.obligor)
            named = self.liability.amounts if self.liability else {}
            self._recount({**self.owed, **named, **met})
        else:
            self._recount(met)

    def _pay(self, parts: Mapping[str, int], sign: int) -> None:
        self.own_sum += sign * sum(parts.values())
        for victim, cents in parts.items():
            self.own[victim] += sign * cents

    def _recount(self, victims: Iterable[str]) -> None:
        amounts = self.liability.amounts if self.liability else {}
        for victim in victims:
            before = self.owed.get(victim, 0)
            mine = amounts.get(victim, 0) - self.own[victim]
            all_owe = self.awards.get(victim, 0) - self.met[victim]
            now = max(0, min(mine, all_owe))
            if now != before:
                self.owed[victim] = now
                self.owed_sum += now - before
                if victim in self.part_of:
                    self.parts[self.part_of[victim]] += now - before

    @property
    def whole(self) -> int:
        """What the defendant owes on all victims, never more than is left under the cap."""
        if self.liability is None or self.liability.cap is None:
            return self.owed_sum
        return max(0, min(self.owed_sum, self.liability.cap - self.own_sum))


def _pair_by_pair(state: State, days: list[Day], obligor: str) -> Steps:
    """One defendant's debt on each victim, once per day for those of whom something changed."""
    steps: Steps = []
    ordered = terms(state)
    pairs = _Pairs(obligor, debt_parts(state, ordered).of if ordered else {})
    in_parts: defaultdict[int, Steps] = defaultdict(list)
    for day in days:
        pairs.take(day)
        if pairs.liability or steps:
            _step(steps, day.on, pairs.whole)
        for part, owed in pairs.parts.items():
            _step(in_parts[part], day.on, owed)
    state.cached_part_steps[obligor] = in_parts
    return steps
