"""Unpaid restitution principal over time, for interest: what each defendant still owed, day by day.

A day counts by what happened up to its end: a payment lowers the debt from its own day on, however late
it was recorded; a reversed payment lowered it until the day of the reversal.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from operator import attrgetter

from remedies.ledger.debts import Debts, Steps
from remedies.ledger.derived import Day, Paid
from remedies.ledger.effects import effective, principal_of
from remedies.ledger.entries import (
    Entry,
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

__all__ = ["Steps", "daily_by_part", "principal_steps"]


def principal_steps(state: State, obligor: str) -> Steps:
    """Return a defendant's unpaid restitution principal at the end of each day on which it changed.

    The first step is the day from which an order made the defendant liable; empty where none did.
    """
    return list(_debts(state).steps(obligor))


def daily_by_part(state: State, obligor: str, first: dt.date, last: dt.date) -> Mapping[int, int]:
    """Return what a defendant owed on the days from ``first`` through ``last``, added up, by part.

    A cap is not looked at. What was owed for victims whom only an earlier version of the order named is in
    no part.
    """
    return _debts(state).daily_by_part(obligor, first, last)


def _debts(state: State) -> Debts:
    if state.cached_debts is None:
        ordered = terms(state)
        part_of = debt_parts(state, ordered).of if ordered else {}
        state.cached_debts = Debts(_days(state), part_of)
    return state.cached_debts


def _by_day(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=attrgetter("on", "seq"))


def _days(state: State) -> list[Day]:
    """The days of the book on which principal changed."""
    days: dict[dt.date, Day] = {}
    for entry in _by_day(state.live):
        body = entry.body
        if isinstance(body, Payment | Reversal | Order | Recovery | Transfer):
            _add(state, days.setdefault(entry.on, Day(entry.on)), body)
    return list(days.values())


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
    applied, obligor = body.applied, body.obligor
    back = sum(applied.reimbursed.values())
    if applied.principal:
        whole = principal_of(body) - back
        day.paid.append(Paid(obligor, applied.principal, sign, whole))
    if back:
        day.paid.append(Paid(obligor, applied.reimbursed, sign, back))
    for part in applied.compensated:
        moved = {part.victim: part.amount, part.payer: -part.amount}
        day.paid.append(Paid(obligor, moved, sign, 0))
