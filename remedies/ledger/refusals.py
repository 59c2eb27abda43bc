"""What the book forbids: entries that name strangers, or that move money which is not owed or not there."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from remedies.errors import ConflictError, LedgerError, Problem
from remedies.ledger import refused_money as money
from remedies.ledger.assertions import asserted
from remedies.ledger.assets import asset_state, check_step, check_transfer, check_version
from remedies.ledger.checks import contradictions, dollars
from remedies.ledger.entries import (
    Asserted,
    Assessed,
    Asset,
    AssetStep,
    CivilJudgment,
    Compensation,
    Defendant,
    Disbursement,
    Entry,
    Evidence,
    Fund,
    Hold,
    Notice,
    NotTransferred,
    Order,
    Paper,
    Path,
    Payment,
    Recovery,
    Refund,
    Released,
    ReliefGranted,
    Returned,
    Reversal,
    Transfer,
    Victim,
    Voided,
)
from remedies.ledger.ordinary import ordinary
from remedies.ledger.refused_payment import payment
from remedies.ledger.refused_recovery import compensation, recovery, unknown_victim
from remedies.ledger.standing import standing
from remedies.ledger.state import State
from remedies.ledger.terms import order_versions, terms, terms_on

ONCE: Final = frozenset(
    {"payment", "disbursement", "transfer", "hold", "refund", "recovery", "judgment", "assessment"}
)
"""Kinds whose reference is used once; elsewhere the same reference is a later version."""


def check(state: State, entry: Entry) -> None:
    """Refuse an entry that contradicts itself or the book.

    Raises:
        LedgerError: with every reason, by field.
        ConflictError: the money or the reference is gone, because somebody else's entry came first.

    """
    if ordinary(state, entry):
        return
    body = entry.body
    if found := list(contradictions(body)):
        raise LedgerError(found)
    kind = body.kind
    if kind in ONCE and body.reference in state.versions[kind]:  # type: ignore[union-attr]
        message = (
            "This reference is taken; give it the next one, or correct the entry that has it."
        )
        raise ConflictError([Problem("reference", "taken", message)])
    against = _AGAINST.get(type(body))
    if against is not None and (found := list(against(state, entry, body))):
        raise LedgerError(found)


def _order(state: State, entry: Entry, body: Order) -> Iterator[Problem]:
    del entry
    others = [e for e in order_versions(state) if e.body.reference != body.reference]  # type: ignore[union-attr]
    if others:
        message = (
            "A case has one restitution order; enter its amended version under the reference of"
            f" entry {others[0].seq}."
        )
        yield Problem("reference", "one_order", message)
    for index, award in enumerate(body.awards):
        if award.obligee not in state.versions[Victim.kind]:
            yield unknown_victim(f"awards[{index}].obligee", award.obligee)
    for index, liability in enumerate(body.liabilities):
        if liability.obligor not in state.versions[Defendant.kind]:
            yield _unknown_defendant(f"liabilities[{index}].obligor", liability.obligor)


def _unknown_defendant(field: str, reference: str) -> Problem:
    message = f"There is no defendant {reference} in this case; enter the defendant first."
    return Problem(field, "unknown_defendant", message)


def _of_defendant(
    state: State, entry: Entry, body: ReliefGranted | Notice | CivilJudgment
) -> Iterator[Problem]:
    del entry
    if body.obligor not in state.versions[Defendant.kind]:
        yield _unknown_defendant("obligor", body.obligor)
    if isinstance(body, CivilJudgment) and body.obligee not in state.versions[Victim.kind]:
        yield unknown_victim("obligee", body.obligee)


def _of_victim(state: State, entry: Entry, body: Assessed) -> Iterator[Problem]:
    del entry
    if body.victim not in state.versions[Victim.kind]:
        yield unknown_victim("victim", body.victim)


def _of_victims(state: State, entry: Entry, body: Evidence | Paper) -> Iterator[Problem]:
    del entry
    for index, victim in enumerate(body.victims):
        if victim not in state.versions[Victim.kind]:
            yield unknown_victim(f"victims[{index}]", victim)


def _hold(state: State, entry: Entry, body: Hold) -> Iterator[Problem]:
    del entry
    known = (
        not body.of
        or body.of in {fund.value for fund in Fund}
        or any(body.of in state.versions[kind] for kind in ("payment", "transfer", "victim"))
        or any(body.of == payer for payer, _ in state.compensated)
    )
    if not known:
        message = (
            f"There is no payment, transfer or obligee {body.of} in this case; name one, or"
            " nothing to hold everything."
        )
        yield Problem("of", "unknown", message)


def _void(state: State, entry: Entry, body: Voided) -> Iterator[Problem]:
    """Only what corrects an entry is asked of ``corrections``; by itself it takes nothing back."""
    del state, entry, body
    message = "Say the number of the entry that is taken back."
    yield Problem("corrects", "required", message)


def _released(state: State, entry: Entry, body: Released) -> Iterator[Problem]:
    if body.hold not in state.versions[Hold.kind]:
        message = f"There is no hold {body.hold} in this case."
        yield Problem("hold", "unknown_hold", message)
    elif body.hold in state.released:
        message = f"{body.hold} was released already, by entry {state.released[body.hold].seq}."
        yield Problem("hold", "released_already", message)
    elif entry.on < (made := state.versions[Hold.kind][body.hold][-1].on):
        message = f"It cannot be before {made}, the day of the hold."
        yield Problem("on", "too_early", message)


def _asset(state: State, entry: Entry, body: Asset) -> Iterator[Problem]:
    for index, defendant in enumerate(body.defendants):
        if defendant not in state.versions[Defendant.kind]:
            yield _unknown_defendant(f"defendants[{index}]", defendant)
    check_version(asset_state(state.by_asset.get(body.reference, ())), body, entry.on)


def _step(state: State, entry: Entry, body: AssetStep) -> Iterator[Problem]:
    if body.asset not in state.versions[Asset.kind]:
        yield _unknown_asset(body.asset)
        return
    check_step(asset_state(state.by_asset[body.asset]), body, entry.on)


def _unknown_asset(reference: str) -> Problem:
    message = f"There is no asset {reference} in this case; enter the asset first."
    return Problem("asset", "unknown_asset", message)


def _delay(state: State, entry: Entry, body: NotTransferred) -> Iterator[Problem]:
    if body.asset not in state.versions[Asset.kind]:
        yield _unknown_asset(body.asset)
    if body.review_on < entry.on:
        message = f"The review must not be before {entry.on}, the day of the entry."
        yield Problem("review_on", "too_early", message)


def _transfer(state: State, entry: Entry, body: Transfer) -> Iterator[Problem]:
    """Within what victims are still owed; the rest is the asset's matter, by the order of that day."""
    if body.asset not in state.versions[Asset.kind]:
        yield _unknown_asset(body.asset)
        return
    ordered = terms_on(state, entry.on)
    due = standing(state).due
    for victim, cents in body.shares.items():
        field = f"shares.{victim}"
        if victim not in state.versions[Victim.kind]:
            yield unknown_victim(field, victim)
        elif victim not in due and body.path is Path.REMISSION:
            continue
        elif cents > due.get(victim, 0):
            message = (
                f"{victim} is owed {dollars(due.get(victim, 0))} still; send no more than that."
            )
            yield Problem(field, "above_owed", message)
    check_transfer(
        asset_state(state.by_asset[body.asset]),
        body,
        entry.on,
        ordered.order if ordered else None,
        _convicted(state),
    )


def _convicted(state: State) -> set[Any]:
    """The statutes of conviction of the defendants who are liable under the order."""
    ordered = terms(state)
    found = set()
    for obligor in ordered.liabilities if ordered else ():
        defendant = state.latest(Defendant.kind, obligor)
        if defendant is not None and isinstance(defendant.body, Defendant):
            found |= {each.statute for each in defendant.body.convictions}
    return found


# Looked up by the body's type, which is the one that each declares.
_AGAINST: Final[Mapping[type, Callable[[State, Entry, Any], Iterable[Problem]]]] = {
    Order: _order,
    ReliefGranted: _of_defendant,
    Notice: _of_defendant,
    CivilJudgment: _of_defendant,
    Assessed: _of_victim,
    Evidence: _of_victims,
    Paper: _of_victims,
    Payment: payment,
    Disbursement: money.disbursement,
    Returned: money.returned,
    Refund: money.refund,
    Reversal: money.reversal,
    Recovery: recovery,
    Compensation: compensation,
    Hold: _hold,
    Released: _released,
    Asset: _asset,
    AssetStep: _step,
    NotTransferred: _delay,
    Transfer: _transfer,
    Asserted: asserted,
    Voided: _void,
}
