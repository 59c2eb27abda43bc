"""What other books say a balance is, held against ours; where they differ the entry is refused."""

from collections.abc import Iterator
from typing import Final

from remedies.errors import Problem
from remedies.ledger.checks import dollars
from remedies.ledger.entries import (
    Account,
    Asserted,
    Compensation,
    Defendant,
    Entry,
    Fund,
    Victim,
)
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
    payments = dict.fromkeys((*state.unapplied, *state.refunded))
    return {p: state.unapplied.get(p, 0) - state.refunded.get(p, 0) for p in payments}


def asserted(state: State, entry: Entry, body: Asserted) -> Iterator[Problem]:
    """Expected, held, difference: at the end of the entry's day; about somebody of the case."""
    unknown = list(_about_nobody(state, body))
    if unknown:
        yield from unknown
        return
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


def _about_nobody(state: State, body: Asserted) -> Iterator[Problem]:
    """A balance of nobody is nothing, and would prove a mistyped reference right."""
    if body.account is Account.HELD:
        if body.of:
            yield Problem("of", "not_here", "Everything held is nobody's; leave this out.")
    elif not body.of:
        yield Problem("of", "required", "Say whose balance it is: a reference or a fund.")
    elif body.account in _OF_DEFENDANTS:
        if body.of not in state.versions[Defendant.kind]:
            message = f"There is no defendant {body.of} in this case."
            yield Problem("of", "unknown_reference", message)
    elif not _is_obligee(state, body.of):
        message = f"There is no victim, payer or fund {body.of} in this case."
        yield Problem("of", "unknown_reference", message)


_OF_DEFENDANTS: Final = frozenset({Account.OWED_BY, Account.PAID_BY})


def _is_obligee(state: State, reference: str) -> bool:
    return (
        reference in Fund.__members__.values()
        or reference in state.versions[Victim.kind]
        or reference in state.versions[Compensation.kind]
    )
