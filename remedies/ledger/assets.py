"""Property from its seizure to the victims: what is asked of one asset's entries, and what they allow.

The state is in ``asset_state``, which step may follow which in ``asset_steps``, when proceeds may be sent in
``asset_transfers``; what must be done next in ``asset_next``, why nothing was done in ``delays``, and where
each dollar went in ``tracing``. Here they meet.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Final

from remedies.errors import LedgerError, Problem
from remedies.facts.convictions import Statute
from remedies.ledger import asset_steps, asset_transfers
from remedies.ledger.asset_claims import unclear_claim
from remedies.ledger.asset_contents import restated
from remedies.ledger.asset_state import (
    MANDATORY_SINCE,
    AssetState,
    Event,
    Taken,
    advanced,
    government_costs,
    granted_claims,
    gross_proceeds,
    is_mandatory,
    net_proceeds,
    open_claims,
    open_requests,
    untransferred,
)
from remedies.ledger.asset_steps import allowed
from remedies.ledger.asset_transfers import check_proceeds
from remedies.ledger.entries import Asset, AssetStep, Entry, Order, Transfer

__all__ = [
    "MANDATORY_SINCE",
    "AssetState",
    "Event",
    "Taken",
    "advanced",
    "allowed",
    "asset_state",
    "check_history",
    "check_step",
    "check_transfer",
    "check_version",
    "government_costs",
    "granted_claims",
    "gross_proceeds",
    "is_mandatory",
    "net_proceeds",
    "open_claims",
    "open_requests",
    "untransferred",
]


def asset_state(entries: Iterable[Entry]) -> AssetState:
    """Return what the entries about one asset make of it, in the order of their days; nothing is checked.

    Entries that are voided or replaced must be left out by the caller.
    """
    state = AssetState()
    for entry in entries:
        state = advanced(state, entry)
    return state


def check_version(state: AssetState, asset: Asset, on: dt.date) -> None:
    """Refuse a version of an asset that contradicts its forfeiture, or breaks what came later.

    Raises:
        LedgerError: it was forfeited under another statute by then, or a later entry would not stand.

    """
    _demand_same(state.as_of(on), asset)
    _check_later(state, asset, on)


def _demand_same(before: AssetState, asset: Asset) -> None:
    problems = [*restated(before, asset)]
    if problems:
        raise LedgerError(problems)


def check_step(state: AssetState, step: AssetStep, on: dt.date) -> None:
    """Refuse a step that may not follow what happened up to the end of ``on``, or breaks what came later.

    Raises:
        LedgerError: why the step is not possible, and which steps are.

    """
    asset_steps.check_step(state, step, on)
    unclear = list(unclear_claim(state.as_of(on), step))
    if unclear:
        raise LedgerError(unclear)
    _check_later(state, step, on)


def check_transfer(
    state: AssetState,
    transfer: Transfer,
    on: dt.date,
    order: Order | None = None,
    convicted: Collection[Statute] = (),
) -> None:
    """Refuse a transfer that is not lawful on ``on``, or that breaks what came later.

    The arguments are those of :func:`remedies.ledger.asset_transfers.check_transfer`.

    Raises:
        LedgerError: every reason why it is not lawful, with what to do.

    """
    asset_transfers.check_transfer(state, transfer, on, order, convicted)
    _check_later(state, transfer, on)


def check_history(state: AssetState) -> None:
    """Refuse a history in which some step or transfer was not lawful on its day.

    Asked before an entry is taken back or replaced. A transfer is checked against the asset alone: what the
    order says of it was asked when it was entered.

    Raises:
        LedgerError: ``breaks_later``, naming the first step or transfer that would not stand.

    """
    before = AssetState()
    for event in state.events:
        try:
            _check(before, event)
        except LedgerError as refused:
            raise LedgerError(_broken(event, refused)) from None
        before = AssetState(events=(*before.events, event))


def _check(before: AssetState, event: Event) -> None:
    match event.body:
        case AssetStep():
            asset_steps.check_step(before, event.body, event.on)
        case Transfer():
            check_proceeds(before, event.body, event.on)
        case Asset():
            _demand_same(before, event.body)
        case _:
            return


def _check_later(state: AssetState, body: Asset | AssetStep | Transfer, on: dt.date) -> None:
    if any(event.on > on for event in state.events):
        seq = max(event.seq for event in state.events) + 1
        check_history(advanced(state, Entry(seq=seq, on=on, body=body)))


_CALLED: Final = {Asset: "version", AssetStep: "step", Transfer: "transfer"}


def _broken(event: Event, refused: LedgerError) -> list[Problem]:
    what = _CALLED[type(event.body)]
    first = refused.problems[0]
    message = (
        f"The {what} of {event.on} (entry {event.seq}) would not stand: {first.message} Correct"
        " or take back that entry first."
    )
    return [Problem("asset", "breaks_later", message)]
