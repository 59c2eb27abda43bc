"""What the book forbids of what victims were paid otherwise: recovered later, or compensated by others.

Authority:
    18 U.S.C. § 3664(j)(1): where a victim was compensated "the court shall order that restitution be paid to
        the person who provided or is obligated to provide the compensation", after every victim.
    18 U.S.C. § 3664(j)(2): reduced by "any amount later recovered as compensatory damages for the same
        loss".
"""

from collections.abc import Iterator

from remedies.errors import Problem
from remedies.ledger.checks import dollars
from remedies.ledger.entries import CivilJudgment, Compensation, Entry, Order, Recovery, Victim
from remedies.ledger.standing import standing
from remedies.ledger.state import State
from remedies.ledger.terms import order_versions, terms_on


def recovery(state: State, entry: Entry, body: Recovery) -> Iterator[Problem]:
    """Somebody of this case recovered it, after the order, on a judgment that is theirs."""
    if state.latest(Victim.kind, body.victim) is None:
        yield unknown_victim("victim", body.victim)
    first = min((each.on for each in order_versions(state)), default=None)
    if first is None:
        message = (
            "No restitution is ordered yet, so a recovery reduces nothing; enter the order first."
        )
        yield Problem("on", "nothing_ordered", message)
    elif entry.on < first:
        message = (
            "Only what is recovered after the order reduces it; what came before is for the court to"
            " consider in the award."
        )
        yield Problem("on", "too_early", message)
    if body.judgment:
        yield from _on_judgment(state, entry, body)


def _on_judgment(state: State, entry: Entry, body: Recovery) -> Iterator[Problem]:
    found = state.body(CivilJudgment, body.judgment)
    if found is None:
        message = f"There is no civil judgment {body.judgment} in this case; enter it first."
        yield Problem("judgment", "unknown_judgment", message)
    elif found.obligee != body.victim:
        message = f"{body.judgment} is for {found.obligee}; name a judgment for {body.victim}."
        yield Problem("judgment", "other_victim", message)
    elif entry.on < found.entered_on:
        message = (
            f"{body.judgment} was entered on {found.entered_on}; nothing was paid on it before."
        )
        yield Problem("on", "too_early", message)


def unknown_victim(field: str, reference: str) -> Problem:
    """Say that there is no such victim."""
    message = f"There is no victim {reference} in this case; enter the victim first."
    return Problem(field, "unknown_victim", message)


def compensation(state: State, entry: Entry, body: Compensation) -> Iterator[Problem]:
    """Only an order gives a payer a part of the award, and no more than the victim is still owed of it."""
    if state.latest(Victim.kind, body.victim) is None:
        yield unknown_victim("victim", body.victim)
        return
    if state.latest(Victim.kind, body.reference) is not None:
        message = f"{body.reference} is a victim; give the payer its own reference, such as P-1."
        yield Problem("reference", "is_a_victim", message)
    if body.order:
        yield from _provided_for(state, entry, body)


def _provided_for(state: State, entry: Entry, body: Compensation) -> Iterator[Problem]:
    if not body.document:
        message = "Name the paper in which the court orders that the payer be paid (§ 3664(j)(1))."
        yield Problem("document", "required", message)
    if body.order not in state.versions[Order.kind]:
        message = f"There is no order {body.order} in this case; enter the order first."
        yield Problem("order", "unknown_order", message)
        return
    ordered = terms_on(state, entry.on)
    if ordered is None or body.victim not in ordered.awards:
        message = (
            f"On {entry.on} no version of {body.order} in force awards {body.victim} anything; give the"
            " day from which the order provides for the payer."
        )
        yield Problem("on", "no_award", message)
        return
    due = standing(state).due.get(body.victim, 0)
    if body.amount > due:
        message = (
            f"{dollars(due)} of the award to {body.victim} is not yet paid to anybody; the payer"
            " takes no more than that. The rest is between the payer and the victim."
        )
        yield Problem("amount", "above_award", message)
