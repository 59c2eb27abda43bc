"""The entries that most of a journal is made of, recognized in one pass: nothing speaks against them.

Whatever is not recognized here is looked at in full by ``refusals``, which alone says why something is
refused.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from remedies.ledger.checks import LARGEST
from remedies.ledger.derived import Standing
from remedies.ledger.effects import receipt_of
from remedies.ledger.entries import Disbursement, Entry, Payment
from remedies.ledger.state import State


def ordinary(state: State, entry: Entry) -> bool:
    """Return whether an entry is an everyday payment or disbursement that everything allows."""
    recognized = _RECOGNIZED.get(type(entry.body))
    return recognized is not None and recognized(state, entry, entry.body)


def _payment(state: State, entry: Entry, body: Payment) -> bool:
    """Restitution only, to victims, within what is due to them and left of the liability.

    What a payment was found to be applied to is that, as long as nothing has changed.
    """
    now, applied, obligor, amount = state.cached_standing, body.applied, body.obligor, body.amount
    if (
        now is None
        or applied.reimbursed
        or applied.interest
        or applied.funds
        or applied.unapplied
        or applied.compensated
        or body.reference in state.versions["payment"]
        or (body.receipt and receipt_of(entry.on, body) in state.receipts)
    ):
        return False
    if now.applied == (obligor, amount, applied.principal):
        return 0 < amount <= LARGEST
    return _within(now, obligor, amount, applied.principal)


def _within(now: Standing, obligor: str, amount: int, parts: Mapping[str, int]) -> bool:
    if now.under_cap.get(obligor, 0) is not None:
        return False
    due, left, whole = now.due, now.left[obligor], 0
    for victim, cents in parts.items():
        if victim not in left or not 0 < cents <= due[victim] or cents > left[victim]:
            return False
        whole += cents
    return 0 < whole == amount <= LARGEST


def _disbursement(state: State, entry: Entry, body: Disbursement) -> bool:
    """Of what is held today, with nothing on hold and nobody who is paid last or has too much."""
    now, shares = state.cached_standing, body.shares
    if now is None or not shares or body.reference in state.versions["disbursement"]:
        return False
    if now.sendable == (entry.on, shares):
        return True
    if now.last or now.over or entry.on < state.last_on or state.versions["hold"]:
        return False
    balance = now.balance
    for obligee, cents in shares.items():
        if obligee not in balance or not 0 < cents <= balance[obligee]:
            return False
    return True


# Looked up by the body's type, which is the one that each declares.
_RECOGNIZED: Final[Mapping[type, Callable[[State, Entry, Any], bool]]] = {
    Payment: _payment,
    Disbursement: _disbursement,
}
