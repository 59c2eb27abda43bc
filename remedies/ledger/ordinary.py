"""The entries that most of a journal is made of, recognized in one pass: nothing speaks against them.

Whatever is not recognized here is looked at in full by ``refusals``, which alone says why something is
refused.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from remedies.ledger.checks import LARGEST
from remedies.ledger.entries import Disbursement, Entry, Payment
from remedies.ledger.state import State


def ordinary(state: State, entry: Entry) -> bool:
    """Return whether an entry is an everyday payment or disbursement that everything allows."""
    recognized = _RECOGNIZED.get(type(entry.body))
    return recognized is not None and recognized(state, entry, entry.body)


def _payment(state: State, entry: Entry, body: Payment) -> bool:
    """Restitution only, to victims, within what is due to them and left of an uncapped liability."""
    del entry
    now, applied, obligor = state.cached_standing, body.applied, body.obligor
    if (
        now is None
        or now.under_cap.get(obligor, 0) is not None
        or body.reference in state.versions["payment"]
        or applied.reimbursed
        or applied.interest
        or applied.funds
        or applied.unapplied
    ):
        return False
    due, left, whole = now.due, now.left[obligor], 0
    for victim, cents in applied.principal.items():
        if victim not in left or not 0 < cents <= due[victim] or cents > left[victim]:
            return False
        whole += cents
    return 0 < whole == body.amount <= LARGEST


def _disbursement(state: State, entry: Entry, body: Disbursement) -> bool:
    """Of what is held today, with nothing on hold and nobody who is paid last."""
    now = state.cached_standing
    if (
        now is None
        or now.last
        or entry.on < state.last_on
        or state.versions["hold"]
        or body.reference in state.versions["disbursement"]
    ):
        return False
    balance = now.balance
    for obligee, cents in body.shares.items():
        if obligee not in balance or not 0 < cents <= balance[obligee]:
            return False
    return bool(body.shares)


# Looked up by the body's type, which is the one that each declares.
_RECOGNIZED: Final[Mapping[type, Callable[[State, Entry, Any], bool]]] = {
    Payment: _payment,
    Disbursement: _disbursement,
}
