"""What fell due of a defendant's restitution and fine, and what was paid on them, day by day.

Authority:
    18 U.S.C. § 3572(d): a fine is payable immediately, unless the court provides for installments.
    18 U.S.C. § 3612(c): restitution before the fine, so that the installments for the fine come last.
    18 U.S.C. § 3613(b): a fine ends with "the death of the individual fined".
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from remedies.calculators.collection.lateness import Due, installments
from remedies.ledger.entries import Fund, Liability, Payment, Reversal
from remedies.ledger.pouring import fine_ended_on
from remedies.ledger.state import State
from remedies.ledger.steps import Steps
from remedies.ledger.terms import liability_of, order_versions


def due_of(
    state: State, liability: Liability, through: dt.date
) -> tuple[Sequence[Due], Sequence[Due]]:
    """Return what fell due by a day and when, of restitution and of the fine.

    The installments, those for the fine after those for restitution; or the whole on the day of the
    judgment, and what an amended order adds on the day of that version.
    """
    whole = whole_owed(liability)
    if liability.due is None:
        fine = (Due(liability.judgment_on, liability.fine),) if liability.fine else ()
        return tuple(_added(state, liability)), fine
    every = installments(
        whole + liability.fine, liability.due.first_on, liability.due.amount, through
    )
    mine, fine_due, left = [], [], whole
    for due in every:
        part = min(due.cents, left)
        left -= part
        mine += [Due(due.on, part)] if part else []
        fine_due += [Due(due.on, due.cents - part)] if due.cents > part else []
    return mine, fine_due


def whole_owed(liability: Liability) -> int:
    """Return what a defendant was made to pay in all, within the cap, in cents."""
    whole = sum(liability.amounts.values())
    return whole if liability.cap is None else min(whole, liability.cap)


def _added(state: State, liability: Liability) -> Iterator[Due]:
    """What each version of the order added to what a defendant owes."""
    before = 0
    for entry in order_versions(state):
        version = liability_of(entry, liability.obligor)
        whole = whole_owed(version) if version else 0
        if version and whole > before:
            yield Due(max(version.judgment_on, entry.on), whole - before)
        before = max(before, whole)


def paid_into(
    state: State, obligor: str, part: Callable[[Payment], int]
) -> list[tuple[dt.date, int]]:
    """Return what a defendant paid on something, day by day; a reversal takes it back on its own day."""
    tally = state.tallies.get(obligor)
    found = []
    for entry in tally.paid if tally else ():
        body = entry.body
        if isinstance(body, Payment):
            found.append((entry.on, part(body)))
        elif isinstance(body, Reversal):
            paid = state.body(Payment, body.payment)
            assert paid is not None  # noqa: S101 - only what was paid is reversed
            found.append((entry.on, -part(paid)))
    return sorted(((on, cents) for on, cents in found if cents), key=_day)


def fine_steps(state: State, liability: Liability) -> Steps:
    """Return the unpaid fine at the end of each day on which it changed."""
    changes = [(liability.judgment_on, liability.fine)] if liability.fine else []
    changes += [
        (max(on, liability.judgment_on), -cents)
        for on, cents in paid_into(state, liability.obligor, fine_of)
    ]
    ended = fine_ended_on(state, liability.obligor, state.last_on)
    steps = _running(changes)
    if ended is None:
        return steps
    return [*(step for step in steps if step[0] < ended), (ended, 0)]


def fine_of(paid: Payment) -> int:
    """Return what of a payment went to the fine, in cents."""
    return paid.applied.funds.get(Fund.FINE, 0)


def _running(changes: Sequence[tuple[dt.date, int]]) -> Steps:
    days: dict[dt.date, int] = {}
    owed = 0
    for on, cents in sorted(changes, key=_day):
        owed += cents
        days[on] = max(0, owed)
    return list(days.items())


def _day(change: tuple[dt.date, int]) -> dt.date:
    return change[0]
