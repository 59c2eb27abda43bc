"""What the book forbids of payments: to apply more than is owed, by or to whom it is not owed."""

from collections.abc import Iterator

from remedies.errors import Problem
from remedies.ledger.checks import dollars
from remedies.ledger.derived import Standing
from remedies.ledger.effects import receipt_of
from remedies.ledger.entries import Applied, Defendant, Entry, Fund, Payment
from remedies.ledger.owed import PRINCIPAL_FUNDS
from remedies.ledger.pouring import fund_owed
from remedies.ledger.standing import debt, standing
from remedies.ledger.state import State
from remedies.ledger.terms import terms


def payment(state: State, entry: Entry, body: Payment) -> Iterator[Problem]:
    """Nobody is paid above what is due, by nobody beyond what that one owes."""
    now, applied = standing(state), body.applied
    left = now.left.get(body.obligor)
    if body.receipt:
        yield from _entered_before(state, entry, body)
    if left is None:
        yield from _nothing_ordered(state, body)
        return
    due, cap = now.due, now.under_cap[body.obligor]
    for obligee, cents in applied.principal.items():
        if obligee not in left:
            yield from _other_obligee(now, obligee, cents, applied)
        elif cents > due[obligee] or cents > left[obligee]:
            most = max(0, min(due[obligee], left[obligee]))
            yield _above(f"applied.principal.{obligee}", most, obligee)
    if (
        cap is not None
        and sum(applied.principal.values()) + sum(applied.reimbursed.values()) > cap
    ):
        yield _above("applied.principal", cap, "restitution, under the cap of this liability")
    if applied.compensated:
        yield from _on_account(state, body.obligor, applied)
    if applied.reimbursed or applied.funds or applied.interest:
        yield from _others(state, entry, body)


def _entered_before(state: State, entry: Entry, body: Payment) -> Iterator[Problem]:
    """The same receipt for the same defendant, day and amount is probably the same money."""
    before = state.receipts.get(receipt_of(entry.on, body))
    if before is not None:
        message = (
            f"{before} has the same receipt, defendant, day and amount. If it is other money, enter its"
            " own receipt; if that entry is wrong, correct it."
        )
        yield Problem("receipt", "receipt_entered", message)


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


def _other_obligee(now: Standing, obligee: str, cents: int, applied: Applied) -> Iterator[Problem]:
    """A payer of compensation, or somebody to whom this defendant owes nothing."""
    owed = [c for (payer, _), c in now.payer_due.items() if payer == obligee]
    if not owed:
        message = f"This defendant owes {obligee} no restitution; apply it to whom it is owed."
        yield Problem(f"applied.principal.{obligee}", "not_owed", message)
    elif cents > sum(owed):
        yield _above(f"applied.principal.{obligee}", max(0, sum(owed)), obligee)
    elif cents != sum(part.amount for part in applied.compensated if part.payer == obligee):
        message = f"Say on which victims' accounts the {dollars(cents)} to {obligee} were paid."
        yield Problem("applied.compensated", "does_not_add_up", message)


def _on_account(state: State, obligor: str, applied: Applied) -> Iterator[Problem]:
    """Each payer on each victim's account, within what this defendant owes on it."""
    now, used = standing(state), dict(applied.principal)
    for index, part in enumerate(applied.compensated):
        field = f"applied.compensated[{index}]"
        if part.payer not in applied.principal or part.payer in now.left[obligor]:
            message = f"Nothing of this payment is applied to the payer {part.payer}."
            yield Problem(f"{field}.payer", "not_owed", message)
        owed = min(now.left[obligor].get(part.victim, 0), debt(state).get(part.victim, 0))
        owed -= used.get(part.victim, 0)
        most = min(now.payer_due.get((part.payer, part.victim), 0), owed)
        if part.amount > most:
            yield _above(f"{field}.amount", max(0, most), f"{part.payer} for {part.victim}")
        used[part.victim] = used.get(part.victim, 0) + part.amount


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
        others = {Fund.ATTORNEY_GENERAL, *(payer for payer, _ in now.payer_due)}
        if obligee not in liability.amounts and obligee not in others:
            message = f"This defendant owes {obligee} no restitution, so no interest either."
            yield Problem(f"applied.interest.{obligee}", "not_owed", message)


def _reimbursed(state: State, obligor: str, applied: Applied) -> Iterator[Problem]:
    now = standing(state)
    for victim, cents in applied.reimbursed.items():
        owed = min(now.left[obligor].get(victim, 0), debt(state).get(victim, 0))
        owed -= applied.principal.get(victim, 0)
        owed -= sum(part.amount for part in applied.compensated if part.victim == victim)
        most = min(now.unreimbursed.get(victim, 0), owed)
        if cents > most:
            field = f"applied.reimbursed.{victim}"
            yield _above(field, max(0, most), f"the Attorney General for {victim}")
