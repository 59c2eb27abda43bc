"""The property of a statement: what each asset brought, what went to victims, what is left and why."""

import datetime as dt
from collections.abc import Iterator

from remedies.ledger.asset_requests import case_assets
from remedies.ledger.asset_state import (
    AssetState,
    government_costs,
    granted_claims,
    gross_proceeds,
    untransferred,
)
from remedies.ledger.book import Book
from remedies.ledger.delays import Waiting, not_transferred
from remedies.ledger.entries import Asset, AssetStep, Stage
from remedies.ledger.statement_lines import PropertyAccount, StageLine, Sum
from remedies.ledger.statement_words import STAGES, plain

NO_REASON = "no reason is recorded"
SATISFIED = "those whom it could pay are owed nothing more"


def property_accounts(book: Book, as_of: dt.date) -> tuple[PropertyAccount, ...]:
    """Return the account of every asset, in the order of recording."""
    if not book.versions.get(Asset.kind):
        return ()
    case = case_assets(book, "", as_of)
    waiting = {each.asset: each for each in not_transferred((case,), as_of)}
    satisfied = {ref for ref, left in case.outstanding.items() if not left}
    return tuple(
        _account(state, waiting.get(state.reference), satisfied=state.reference in satisfied)
        for state in case.assets
    )


def _account(state: AssetState, waiting: Waiting | None, *, satisfied: bool) -> PropertyAccount:
    asset = state.asset
    assert asset is not None  # noqa: S101 - only assets that are known are asked for
    reason = waiting.reason if waiting else None
    left = untransferred(state)
    done = SATISFIED if satisfied and waiting is None and left > 0 else ""
    return PropertyAccount(
        asset=asset.reference,
        what=asset.what,
        statute=state.statute,
        gross=Sum(gross_proceeds(state), _seqs(state, Stage.FORFEITED, Stage.LIQUIDATED)),
        costs=Sum(government_costs(state), _seqs(state, Stage.FORFEITED, Stage.LIQUIDATED)),
        third_parties=Sum(granted_claims(state), _seqs(state, Stage.CLAIM_GRANTED)),
        transferred=Sum(state.transferred, tuple(event.seq for event in state.transfers)),
        left=left,
        steps=tuple(_steps(state)),
        why=done or _why(waiting),
        responsible=reason.responsible if reason else _responsible(waiting),
        review_on=reason.review_on if reason else None,
        days=waiting.days_since_forfeiture if waiting else None,
        note=reason.note if reason else "",
    )


def _seqs(state: AssetState, *stages: Stage) -> tuple[int, ...]:
    """Return the steps behind an amount: those that state one."""
    taken = state.taken(*stages)
    return tuple(each.seq for each in taken if each.step.amount or each.step.costs)


def _why(waiting: Waiting | None) -> str:
    if waiting is None:
        return ""
    if waiting.reason is None:
        return NO_REASON if waiting.no_reason else ""
    code = waiting.reason.why.value
    return f"{code} (recorded, and no longer so)" if waiting.reason.outdated else code


def _responsible(waiting: Waiting | None) -> str:
    if waiting is None or not waiting.next:
        return ""
    return f"next: {waiting.next[0].office} to {waiting.next[0].act}"


def _steps(state: AssetState) -> Iterator[StageLine]:
    """Yield the steps and transfers of an asset in the order of their days."""
    sent = {event.seq: event for event in state.transfers}
    taken = {each.seq: each.step for each in state.taken()}
    for event in state.events:
        if event.seq in sent:
            yield _sent(event.on, event.seq, state)
        elif event.seq in taken:
            yield _step(event.on, event.seq, taken[event.seq])


def _sent(on: dt.date, seq: int, state: AssetState) -> StageLine:
    (body,) = [event.body for event in state.transfers if event.seq == seq]
    shares = getattr(body, "shares", {})
    return StageLine(
        entry=seq,
        on=on,
        what=f"sent to victims ({plain(getattr(body, 'path', ''))})",
        amount=sum(shares.values()),
        by=getattr(body, "reference", ""),
        document=getattr(body, "document", ""),
    )


def _step(on: dt.date, seq: int, step: AssetStep) -> StageLine:
    how = f" ({plain(step.how)})" if step.how else ""
    path = f" ({plain(step.path)})" if step.path else ""
    return StageLine(
        entry=seq,
        on=on,
        what=f"{STAGES[step.stage]}{how}{path}",
        amount=step.amount,
        costs=step.costs,
        by=step.actor,
        document=step.document,
    )
