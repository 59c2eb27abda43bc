"""By how much an entry changes what is held, and for whom."""

from collections import defaultdict
from collections.abc import Mapping

from remedies.ledger.entries import (
    Body,
    Disbursement,
    Fund,
    Payment,
    Returned,
    Reversal,
    Transfer,
)
from remedies.ledger.state import State


def credits_of(body: Body) -> Mapping[str, int]:
    """Return for whom a payment or a transfer is held, in cents by obligee or fund."""
    match body:
        case Transfer():
            return body.shares
        case Payment():
            applied = body.applied
            found: defaultdict[str, int] = defaultdict(int, applied.principal)
            for part in (applied.interest, applied.funds):
                for obligee, cents in part.items():
                    found[obligee] += cents
            if applied.reimbursed:
                found[Fund.ATTORNEY_GENERAL] += sum(applied.reimbursed.values())
            return found
        case _:
            return {}


def changes_of(state: State, body: Body) -> Mapping[str, int]:
    """Return by how much an entry changes what is held, in cents by obligee or fund."""
    match body:
        case Disbursement():
            return {obligee: -cents for obligee, cents in body.shares.items()}
        case Returned():
            return {body.obligee: body.amount}
        case Reversal():
            paid = state.latest(Payment.kind, body.payment)
            return {o: -c for o, c in credits_of(paid.body).items()} if paid else {}
        case _:
            return credits_of(body)
