"""What may be corrected or taken back, and what not; the reason is always given."""

from collections.abc import Iterator

from remedies.errors import LedgerError, Problem, refuse
from remedies.ledger.assertions import unapplied
from remedies.ledger.assets import asset_state, check_history
from remedies.ledger.checks import dollars
from remedies.ledger.entries import (
    Asset,
    CaseOpened,
    Disbursement,
    Entry,
    Payment,
    Purged,
    Sealed,
    Voided,
)
from remedies.ledger.owed import owed_to
from remedies.ledger.references import named
from remedies.ledger.standing import standing
from remedies.ledger.state import State


def check_correction(state: State, entry: Entry) -> Entry:
    """Return the entry that is corrected, if it may be.

    Raises:
        LedgerError: there is none, it was corrected before, it cannot be taken back, or others name it.

    """
    seq = entry.corrects
    target = next((each for each in state.entries if each.seq == seq), None)
    if target is None:
        refuse("corrects", "unknown_entry", f"There is no entry {seq} in this case.")
    if target.seq in state.corrected:
        later = state.corrected[target.seq]
        message = f"Entry {seq} was corrected by entry {later}; correct that one."
        refuse("corrects", "corrected_already", message)
    if isinstance(target.body, Voided):
        refuse("corrects", "is_void", "What was taken back is entered again, as a new entry.")
    if not isinstance(entry.body, Voided | type(target.body)):
        message = f"Entry {seq} is of kind {target.body.kind}; correct it with the same kind."
        refuse("corrects", "other_kind", message)
    if isinstance(entry.body, Voided) and entry.on < target.on:
        message = f"It cannot be before {target.on}, the day of the entry that it takes back."
        refuse("on", "too_early", message)
    _check_lasting(state, entry, target)
    _check_named(state, entry, target)
    return target


def _check_lasting(state: State, entry: Entry, target: Entry) -> None:
    """Some things cannot be made undone by an entry."""
    body = target.body
    if isinstance(body, Purged):
        refuse("corrects", "lasting", "What was destroyed cannot be brought back by an entry.")
    if isinstance(body, Sealed):
        refuse("corrects", "lasting", "Enter the order that seals or unseals the case instead.")
    if isinstance(body, CaseOpened) and isinstance(entry.body, Voided):
        refuse("corrects", "lasting", "A case is not taken back; enter a later version of it.")
    if isinstance(body, Payment) and body.reference in state.reversed:
        later = state.reversed[body.reference].seq
        message = f"The payment was reversed by entry {later}; take that back first."
        refuse("corrects", "reversed_already", message)


def _check_named(state: State, entry: Entry, target: Entry) -> None:
    """What other entries name must stay, under its reference."""
    reference = getattr(target.body, "reference", "")
    kept = getattr(entry.body, "reference", "") == reference
    if not reference or kept or len(state.versions[target.body.kind].get(reference, ())) > 1:
        return
    name = (target.body.kind, reference)
    for each in state.live:
        if each.seq != target.seq and name in named(each.body):
            message = (
                f"Entry {each.seq} ({each.body.kind}) names {reference}; correct that entry first."
            )
            refuse("corrects", "still_named", message)


def check_after(before: State, after: State, target: Entry) -> None:
    """Refuse a correction after which more had gone out than came in, or somebody had too much.

    Raises:
        LedgerError: with every account that would not add up, and what to do.

    """
    problems = [
        *_gone_out(before, after),
        *_refunded(after),
        *_came_back(after),
        *_too_much(before, after),
        *_reimbursed(before, after),
        *_to_payers(before, after),
    ]
    if problems:
        raise LedgerError(problems)
    asset = target.body.reference if isinstance(target.body, Asset) else ""
    asset = asset or getattr(target.body, "asset", "")
    if after.by_asset.get(asset):
        check_history(asset_state(after.by_asset[asset]))


def _gone_out(before: State, after: State) -> Iterator[Problem]:
    was = standing(before).balance
    for obligee, cents in sorted(standing(after).balance.items()):
        if cents < min(0, was.get(obligee, 0)):
            message = (
                f"{dollars(-cents)} of it was disbursed to {obligee} already. If the money came"
                " back, enter that first; if a bank took a payment back, enter its reversal."
            )
            yield Problem("corrects", "disbursed_already", message)


def _refunded(after: State) -> Iterator[Problem]:
    for payment, cents in unapplied(after).items():
        if cents < 0 and payment not in after.reversed:
            message = f"{dollars(-cents)} more was refunded of {payment} than stays unapplied."
            yield Problem("corrects", "refunded_already", message)


def _came_back(after: State) -> Iterator[Problem]:
    """No more can have come back of a disbursement than it sent."""
    sent = {
        (body.reference, obligee): cents
        for _, body in after.bodies(Disbursement)
        for obligee, cents in body.shares.items()
    }
    for (reference, obligee), cents in sorted(after.returned.items()):
        if cents > sent.get((reference, obligee), 0):
            message = f"{dollars(cents)} of {reference} came back from {obligee}; it sent less."
            yield Problem("corrects", "returned_already", message)


def _reimbursed(before: State, after: State) -> Iterator[Problem]:
    """No more can have gone to the Attorney General for a victim than was transferred to that victim."""
    was = _beyond_transfers(before)
    for victim, cents in sorted(_beyond_transfers(after).items()):
        if cents > max(0, was.get(victim, 0)):
            message = (
                f"{dollars(cents)} more was paid on to the Attorney General for {victim} than would have"
                " been transferred. Reverse or correct those payments first."
            )
            yield Problem("corrects", "reimbursed_already", message)


def _beyond_transfers(state: State) -> dict[str, int]:
    found: dict[str, int] = {}
    for tally in state.tallies.values():
        for victim, cents in tally.reimbursed.items():
            found[victim] = found.get(victim, 0) + cents
    sent, relieved = state.transferred, state.relieved
    return {v: c - sent.get(v, 0) + relieved.get(v, 0) for v, c in found.items()}


def _to_payers(before: State, after: State) -> Iterator[Problem]:
    """No more can have gone to a payer of compensation than an order gives it."""
    was = standing(before).payer_due
    for (payer, victim), cents in sorted(standing(after).payer_due.items()):
        if cents < min(0, was.get((payer, victim), 0)):
            message = (
                f"{payer} was paid {dollars(-cents)} more for {victim} than would be ordered. Reverse or"
                " correct those payments first."
            )
            yield Problem("corrects", "payer_paid_already", message)


def _too_much(before: State, after: State) -> Iterator[Problem]:
    """Nobody has more than before above the award, the liability or what was transferred."""
    now, was = standing(after), standing(before)
    victims = {*now.due, *was.due, *after.transferred}
    for victim in sorted(victims):
        over = owed_to(after, victim).overpaid
        if over > owed_to(before, victim).overpaid:
            message = (
                f"{victim} would have {dollars(over)} more than is awarded. Correct what was"
                " applied or transferred first."
            )
            yield Problem("corrects", "above_award", message)
    for obligor, left in now.left.items():
        for victim, cents in left.items():
            if cents < min(0, was.left.get(obligor, {}).get(victim, 0)):
                message = f"{obligor} has paid more for {victim} than it would leave to be paid."
                yield Problem("corrects", "above_liability", message)
