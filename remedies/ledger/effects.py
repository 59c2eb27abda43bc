"""What each kind of entry adds to the sums; nothing is checked here."""

import datetime as dt
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from remedies.ledger.entries import (
    Asset,
    AssetStep,
    Body,
    Compensation,
    Court,
    Disbursement,
    Entry,
    Hold,
    NotTransferred,
    OnAccount,
    Order,
    Path,
    Payment,
    Recovery,
    Refund,
    Released,
    Returned,
    Reversal,
    Transfer,
    Victim,
    Voided,
)
from remedies.ledger.standing import carry_payment
from remedies.ledger.state import State, Tally

Key = TypeVar("Key", bound=str)

SAME_LOSS: Final = "civil_recovery_same_loss"
SAME_LOSS_DEFAULT: Final = "part_by_part"


def take_effect(state: State, entry: Entry) -> None:
    """Add what an entry says to the sums."""
    body = entry.body
    EFFECTS.get(type(body), _version)(state, entry, body)
    state.live.append(entry)
    state.cached_debts = None
    if entry.on > state.last_on:  # noqa: PLR1730 - a call of max would cost more than all of this
        state.last_on = entry.on


def _version(state: State, entry: Entry, body: Body) -> None:
    """Keep the versions of one reference by day, then by recording."""
    found = state.versions[body.kind].setdefault(getattr(body, "reference", ""), [])
    if found and found[-1].on > entry.on:
        insort(found, entry, key=_by_day)
    else:
        found.append(entry)


def _by_day(entry: Entry) -> tuple[dt.date, int]:
    return entry.on, entry.seq


def _derived_anew(state: State) -> None:
    """Let everything that follows from the sums be derived again when it is asked for."""
    state.cached_standing = None


def _add(total: defaultdict[Key, int], parts: Mapping[Key, int]) -> None:
    for key, cents in parts.items():
        total[key] += cents


def _take(total: defaultdict[Key, int], parts: Mapping[Key, int]) -> None:
    for key, cents in parts.items():
        total[key] -= cents


def _payment(state: State, entry: Entry, body: Payment) -> None:
    state.versions["payment"][body.reference] = [entry]
    applied = body.applied
    tally = state.tallies[body.obligor]
    tally.paid.append(entry)
    tally.to_principal.add(applied.principal)
    now = state.cached_standing
    if now is not None and not carry_payment(now, body):
        _derived_anew(state)
    if applied.reimbursed:
        _add(tally.reimbursed, applied.reimbursed)
    if applied.interest:
        _add(tally.interest, applied.interest)
    if applied.funds:
        _add(tally.funds, applied.funds)
    if applied.unapplied:
        state.unapplied[body.reference] += applied.unapplied
    if applied.compensated:
        _add_accounts(tally, applied.compensated, 1)
    if body.receipt:
        state.receipts[receipt_of(entry.on, body)] = body.reference
    state.money_in += body.amount
    state.received[body.obligor] += body.amount


def receipt_of(on: dt.date, body: Payment) -> tuple[str, str, int, dt.date]:
    """Return by what a payment that is entered twice is known: its receipt, for whom, how much and when."""
    return body.receipt, body.obligor, body.amount, on


def principal_of(paid: Payment) -> int:
    """Return what of a payment is restitution principal, whoever was paid, in cents.

    All parts of a payment are its amount; of victims there may be hundreds, of the other parts few or none.
    """
    applied = paid.applied
    other = applied.unapplied
    for parts in (applied.interest, applied.funds):
        if parts:
            other += sum(parts.values())
    return paid.amount - other


def _add_accounts(tally: Tally, parts: tuple[OnAccount, ...], sign: int) -> None:
    for part in parts:
        tally.compensated[part.payer, part.victim] += sign * part.amount


def _reversal(state: State, entry: Entry, body: Reversal) -> None:
    made = state.versions[Payment.kind][body.payment][-1]
    paid = made.body
    assert isinstance(paid, Payment)  # noqa: S101 - payments are kept by kind
    tally, applied = state.tallies[paid.obligor], paid.applied
    tally.paid.append(entry)
    _take(tally.principal, applied.principal)
    _take(tally.reimbursed, applied.reimbursed)
    _take(tally.interest, applied.interest)
    _take(tally.funds, applied.funds)
    _add_accounts(tally, applied.compensated, -1)
    state.receipts.pop(receipt_of(made.on, paid), None)
    state.unapplied[body.payment] -= applied.unapplied
    state.money_in -= paid.amount
    state.received[paid.obligor] -= paid.amount
    state.reversed[body.payment] = entry
    _derived_anew(state)


def _disbursement(state: State, entry: Entry, body: Disbursement) -> None:
    state.versions["disbursement"][body.reference] = [entry]
    state.sent.add(body.shares)
    now = state.cached_standing
    if now is not None:
        now.sendable = None
        _take(now.balance, body.shares)


def _returned(state: State, entry: Entry, body: Returned) -> None:
    _version(state, entry, body)
    state.disbursed[body.obligee] -= body.amount
    state.returned[body.disbursement, body.obligee] += body.amount
    _derived_anew(state)


def _hold(state: State, entry: Entry, body: Hold) -> None:
    _version(state, entry, body)
    _derived_anew(state)


def _released(state: State, entry: Entry, body: Released) -> None:
    state.released[body.hold] = entry
    _derived_anew(state)


def _refund(state: State, entry: Entry, body: Refund) -> None:
    _version(state, entry, body)
    state.refunded[body.payment] += body.amount


def _recovery(state: State, entry: Entry, body: Recovery) -> None:
    _version(state, entry, body)
    state.recovered[body.victim] += effective(body, state.choices)
    _derived_anew(state)


def effective(body: Recovery, choices: Mapping[str, str]) -> int:
    """Return what of a recovery reduces restitution, in cents (18 U.S.C. § 3664(j)(2)).

    By the default of the position, liquidated damages reduce only liquidated damages: what the award holds.
    """
    if body.court is Court.STATE and not body.state_law_provides:
        return 0
    by_part = choices.get(SAME_LOSS, SAME_LOSS_DEFAULT) == SAME_LOSS_DEFAULT
    alike = min(body.liquidated, body.liquidated_in_award)
    return body.same_loss + (alike if by_part else 0)


def _compensation(state: State, entry: Entry, body: Compensation) -> None:
    """Only an order gives a payer a part of the award (§ 3664(j)(1)); else nothing moves."""
    _version(state, entry, body)
    if body.order:
        state.compensated[body.reference, body.victim] += body.amount
        _derived_anew(state)


def _transfer(state: State, entry: Entry, body: Transfer) -> None:
    _version(state, entry, body)
    _add(state.transferred, body.shares)
    if body.path is not Path.MANDATORY:
        _add(state.relieved, body.shares)
    state.money_in += sum(body.shares.values())
    state.by_asset[body.asset].append(entry)
    _derived_anew(state)


def _asset(state: State, entry: Entry, body: Asset) -> None:
    _version(state, entry, body)
    state.by_asset[body.reference].append(entry)


def _about_asset(state: State, entry: Entry, body: AssetStep | NotTransferred) -> None:
    _version(state, entry, body)
    state.by_asset[body.asset].append(entry)


def _terms(state: State, entry: Entry, body: Order | Victim) -> None:
    """Whom the order names, and who of them is the United States, decides what is owed."""
    _version(state, entry, body)
    state.cached_terms = None
    _derived_anew(state)


def _no_effect(state: State, entry: Entry, body: Voided) -> None:
    """What it takes back is left out of the book."""


# Looked up by the body's type, which is the one that each declares.
EFFECTS: Final[Mapping[type, Callable[[State, Entry, Any], None]]] = {
    Payment: _payment,
    Reversal: _reversal,
    Disbursement: _disbursement,
    Returned: _returned,
    Hold: _hold,
    Released: _released,
    Refund: _refund,
    Recovery: _recovery,
    Compensation: _compensation,
    Transfer: _transfer,
    Asset: _asset,
    AssetStep: _about_asset,
    NotTransferred: _about_asset,
    Order: _terms,
    Victim: _terms,
    Voided: _no_effect,
}
