"""What the book forbids of money: to pay what is not owed, to send what is not held."""

from collections.abc import Iterator

from remedies.errors import ConflictError, Problem
from remedies.ledger.checks import dollars
from remedies.ledger.entries import (
    Disbursement,
    Entry,
    Payment,
    Refund,
    Returned,
    Reversal,
)
from remedies.ledger.holding import available, holds, on_hold, victims_unpaid
from remedies.ledger.owed import owed_by
from remedies.ledger.standing import standing
from remedies.ledger.state import State


def disbursement(state: State, entry: Entry, body: Disbursement) -> Iterator[Problem]:
    """Only what is held, not on hold, and not before those who are paid first.

    Raises:
        ConflictError: it is not held, or went out already.

    """
    free = available(state, entry.on)
    short = [obligee for obligee, cents in body.shares.items() if cents > free.get(obligee, 0)]
    if short:
        yield from _not_available(state, body, short)
    for obligee in sorted(standing(state).last & body.shares.keys()):
        if victims_unpaid(state):
            message = (
                "Victims are owed restitution still; the United States and payers of compensation"
                " are paid after every victim (18 U.S.C. § 3664(i), (j)(1))."
            )
            yield Problem(f"shares.{obligee}", "victims_first", message)


def _not_available(state: State, body: Disbursement, short: list[str]) -> Iterator[Problem]:
    """Each share that cannot go out: on hold, or not held at all."""
    gone = []
    now, kept = standing(state), on_hold(state)
    balance = now.balance
    for obligee in short:
        held = max(0, balance.get(obligee, 0))
        field = f"shares.{obligee}"
        if body.shares[obligee] <= held and now.over.get(obligee):
            over = min(held, now.over[obligee])
            message = (
                f"Of {dollars(held)} held for {obligee}, {dollars(over)} is above the award as it is now;"
                " correct what was applied, or send less."
            )
            yield Problem(field, "above_award", message)
        elif body.shares[obligee] <= held and kept.get(obligee):
            message = (
                f"Of {dollars(held)} held for {obligee}, {dollars(kept[obligee])} is on hold;"
                " release the hold first, or send less."
            )
            yield Problem(field, "on_hold", message)
        else:
            message = (
                f"No more than {dollars(held)} is held for {obligee} on that day; it went out"
                " already, or came in later. Read the case again."
            )
            gone.append(Problem(field, "not_held", message))
    if gone:
        raise ConflictError(gone)


def returned(state: State, entry: Entry, body: Returned) -> Iterator[Problem]:
    """Only what that disbursement sent to that obligee, once."""
    found = state.latest(Disbursement.kind, body.disbursement)
    if found is None:
        message = f"There is no disbursement {body.disbursement} in this case."
        yield Problem("disbursement", "unknown_disbursement", message)
        return
    assert isinstance(found.body, Disbursement)  # noqa: S101 - kept by kind
    sent = found.body.shares.get(body.obligee, 0)
    sent -= state.returned.get((body.disbursement, body.obligee), 0)
    if body.amount > sent:
        message = (
            f"Of {body.disbursement}, {dollars(sent)} is out to {body.obligee}; no more can come"
            " back."
        )
        yield Problem("amount", "above_sent", message)
    yield from _not_before(found, entry)


def _not_before(source: Entry, entry: Entry) -> Iterator[Problem]:
    if entry.on < source.on:
        message = f"It cannot be before {source.on}, the day of what it is about."
        yield Problem("on", "too_early", message)


def refund(state: State, entry: Entry, body: Refund) -> Iterator[Problem]:
    """Only from what a payment was applied to nothing with.

    Raises:
        ConflictError: it was refunded already.

    """
    found = state.latest(Payment.kind, body.payment)
    if found is None:
        yield _unknown_payment(body.payment)
        return
    left = state.unapplied[body.payment] - state.refunded[body.payment]
    if body.amount > left:
        message = (
            f"Of {body.payment}, {dollars(max(0, left))} is unapplied and not refunded; only that"
            " can be given back."
        )
        raise ConflictError([Problem("amount", "above_unapplied", message)])
    assert isinstance(found.body, Payment)  # noqa: S101 - kept by kind
    owed = owed_by(state, found.body.obligor).principal
    if owed and body.payment not in state.reversed:
        message = (
            f"{found.body.obligor} still owes {dollars(owed)}. Correct {body.payment} so that it is applied"
            " to that; what is then left can be refunded."
        )
        yield Problem("payment", "still_owed", message)
    if any(hold.of in {"", body.payment} for _, hold in holds(state)):
        message = "The payment is on hold; release the hold first."
        yield Problem("payment", "on_hold", message)
    yield from _not_before(found, entry)


def _unknown_payment(reference: str) -> Problem:
    message = f"There is no payment {reference} in this case."
    return Problem("payment", "unknown_payment", message)


def reversal(state: State, entry: Entry, body: Reversal) -> Iterator[Problem]:
    """A payment is taken back once, and not before it was made."""
    found = state.latest(Payment.kind, body.payment)
    if found is None:
        yield _unknown_payment(body.payment)
        return
    if body.payment in state.reversed:
        message = (
            f"{body.payment} was reversed already, by entry {state.reversed[body.payment].seq}."
        )
        yield Problem("payment", "reversed_already", message)
    yield from _not_before(found, entry)
