"""What the book forbids of money: to pay what is not owed, to send what is not held."""

from collections.abc import Iterator
from typing import Final

from remedies.errors import ConflictError, Problem
from remedies.ledger.checks import dollars
from remedies.ledger.derived import Standing
from remedies.ledger.entries import (
    Applied,
    Compensation,
    Defendant,
    Disbursement,
    Entry,
    Fund,
    Payment,
    Recovery,
    Refund,
    Returned,
    Reversal,
    Victim,
)
from remedies.ledger.holding import available, holds, on_hold, victims_unpaid
from remedies.ledger.owed import PRINCIPAL_FUNDS
from remedies.ledger.pouring import fund_owed
from remedies.ledger.standing import debt, standing
from remedies.ledger.state import State
from remedies.ledger.terms import terms

_ACCRUING: Final = frozenset({Fund.FINE_INTEREST, Fund.PENALTIES})


def payment(state: State, entry: Entry, body: Payment) -> Iterator[Problem]:
    """Nobody is paid above what is due, by nobody beyond what that one owes."""
    now, applied = standing(state), body.applied
    left = now.left.get(body.obligor)
    if left is None:
        yield from _nothing_ordered(state, body)
        return
    due, cap = now.due, now.under_cap[body.obligor]
    for obligee, cents in applied.principal.items():
        if obligee not in left:
            yield from _other_obligee(now, obligee, cents)
        elif cents > due[obligee] or cents > left[obligee]:
            most = max(0, min(due[obligee], left[obligee]))
            yield _above(f"applied.principal.{obligee}", most, obligee)
    if (
        cap is not None
        and sum(applied.principal.values()) + sum(applied.reimbursed.values()) > cap
    ):
        yield _above("applied.principal", cap, "restitution, under the cap of this liability")
    if applied.reimbursed or applied.funds or applied.interest:
        yield from _others(state, entry, body)


def _nothing_ordered(state: State, body: Payment) -> Iterator[Problem]:
    if state.latest(Defendant.kind, body.obligor) is None:
        message = f"There is no defendant {body.obligor} in this case; enter the defendant first."
        yield Problem("obligor", "unknown_defendant", message)
    elif body.applied.unapplied != body.amount:
        message = (
            f"No order makes {body.obligor} liable yet, so all of it stays unapplied; enter the"
            " order first, or leave the payment unapplied."
        )
        yield Problem("applied", "nothing_ordered", message)


def _other_obligee(now: Standing, obligee: str, cents: int) -> Iterator[Problem]:
    """A payer of compensation, or somebody to whom this defendant owes nothing."""
    owed = [c for (payer, _), c in now.payer_due.items() if payer == obligee]
    if not owed:
        message = f"This defendant owes {obligee} no restitution; apply it to whom it is owed."
        yield Problem(f"applied.principal.{obligee}", "not_owed", message)
    elif cents > sum(owed):
        yield _above(f"applied.principal.{obligee}", max(0, sum(owed)), obligee)


def _above(field: str, most: int, whom: str) -> Problem:
    message = f"No more than {dollars(most)} is owed to {whom}; apply the rest to what comes next."
    return Problem(field, "above_owed", message)


def _others(state: State, entry: Entry, body: Payment) -> Iterator[Problem]:
    ordered = terms(state)
    assert ordered is not None  # noqa: S101 - there is a liability
    now, applied = standing(state), body.applied
    liability = ordered.liabilities[body.obligor]
    yield from _reimbursed(state, body.obligor, applied)
    for fund in PRINCIPAL_FUNDS:
        cents = applied.funds.get(fund, 0)
        owed = fund_owed(state, body.obligor, liability, fund, entry.on) if cents else 0
        if cents > owed:
            yield _above(f"applied.funds.{fund}", owed, fund.replace("_", " "))
    for obligee in applied.interest:
        if obligee not in liability.amounts and not any(p == obligee for p, _ in now.payer_due):
            message = f"This defendant owes {obligee} no restitution, so no interest either."
            yield Problem(f"applied.interest.{obligee}", "not_owed", message)


def _reimbursed(state: State, obligor: str, applied: Applied) -> Iterator[Problem]:
    now = standing(state)
    for victim, cents in applied.reimbursed.items():
        owed = min(now.left[obligor].get(victim, 0), debt(state).get(victim, 0))
        most = min(now.unreimbursed.get(victim, 0), owed - applied.principal.get(victim, 0))
        if cents > most:
            field = f"applied.reimbursed.{victim}"
            yield _above(field, max(0, most), f"the Attorney General for {victim}")


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
    balance, kept = standing(state).balance, on_hold(state)
    for obligee in short:
        held = max(0, balance.get(obligee, 0))
        field = f"shares.{obligee}"
        if body.shares[obligee] <= held and kept.get(obligee):
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


def recovery(state: State, entry: Entry, body: Recovery) -> Iterator[Problem]:
    """Somebody of this case recovered it."""
    del entry
    if state.latest(Victim.kind, body.victim) is None:
        yield unknown_victim("victim", body.victim)


def unknown_victim(field: str, reference: str) -> Problem:
    """Say that there is no such victim."""
    message = f"There is no victim {reference} in this case; enter the victim first."
    return Problem(field, "unknown_victim", message)


def compensation(state: State, entry: Entry, body: Compensation) -> Iterator[Problem]:
    """No more of an award goes to payers than the victim is still owed of it."""
    del entry
    if state.latest(Victim.kind, body.victim) is None:
        yield unknown_victim("victim", body.victim)
        return
    if state.latest(Victim.kind, body.reference) is not None:
        message = f"{body.reference} is a victim; give the payer its own reference, such as P-1."
        yield Problem("reference", "is_a_victim", message)
    due = standing(state).due.get(body.victim, 0)
    if body.amount > due:
        message = (
            f"{dollars(due)} of the award to {body.victim} is not yet paid to anybody; the payer"
            " takes no more than that. The rest is between the payer and the victim."
        )
        yield Problem("amount", "above_award", message)
