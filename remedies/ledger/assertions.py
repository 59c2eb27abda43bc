"""What other books say a balance is, held against ours; where they differ the entry is refused."""

from collections.abc import Iterator

from remedies.errors import Problem
from remedies.ledger.checks import dollars
from remedies.ledger.entries import Account, Asserted, Entry
from remedies.ledger.owed import owed_by, owed_to
from remedies.ledger.standing import standing
from remedies.ledger.state import State


def balance(state: State, account: Account, of: str) -> int:
    """Return a balance with all that the state knows, in cents; a shortfall counts as nothing held."""
    match account:
        case Account.OWED_TO:
            return owed_to(state, of).outstanding
        case Account.OWED_BY:
            return owed_by(state, of).principal
        case Account.PAID_TO:
            return state.disbursed.get(of, 0)
        case Account.PAID_BY:
            return state.received.get(of, 0)
        case Account.HELD_FOR:
            return max(0, standing(state).balance.get(of, 0))
        case Account.HELD:
            return held(state)


def held(state: State) -> int:
    """Return everything held: for obligees and funds, and what is unapplied and not refunded."""
    applied = sum(cents for cents in standing(state).balance.values() if cents > 0)
    return applied + sum(cents for cents in unapplied(state).values() if cents > 0)


def shortfall(state: State) -> int:
    """Return what went out and is no more covered by what came in, in cents."""
    applied = sum(-cents for cents in standing(state).balance.values() if cents < 0)
    return applied + sum(-cents for cents in unapplied(state).values() if cents < 0)


def unapplied(state: State) -> dict[str, int]:
    """Return what is left unapplied, by payment; below zero it was refunded and then reversed."""
    return {p: cents - state.refunded.get(p, 0) for p, cents in state.unapplied.items()}


def asserted(state: State, entry: Entry, body: Asserted) -> Iterator[Problem]:
    """Expected, held, difference: at the end of the entry's day."""
    day = state.as_of(entry.on) if entry.on < state.last_on else state
    ours = balance(day, body.account, body.of)
    if ours != body.expected:
        what = body.account.replace("_", " ")
        message = (
            f"{what} {body.of}".strip() + f" on {entry.on}: expected {dollars(body.expected)},"
            f" held {dollars(ours)}, difference {dollars(body.expected - ours)}. Find the entry"
            " that is missing or wrong, then assert it again."
        )
        yield Problem("expected", "differs", message)
