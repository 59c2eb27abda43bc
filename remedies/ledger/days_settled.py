"""How the days of a case stand: what met or overtook each, which ended, and which somebody still owes.

What met a day is read from the entries.
"""

import datetime as dt
from dataclasses import replace
from typing import Final

from dateutil.relativedelta import relativedelta

from remedies.ledger.asset_state import AssetState
from remedies.ledger.days_asked import Asked, Settled
from remedies.ledger.days_of_defendants import OF_DEFENDANTS
from remedies.ledger.days_of_losses import OF_LOSSES, undetermined
from remedies.ledger.due import Due, Status
from remedies.ledger.entries import Entry, Stage
from remedies.ledger.liability_ended import received_after
from remedies.ledger.terms import order_versions

_SETTLING: Final = {**OF_LOSSES, **OF_DEFENDANTS}
SOON_DAYS: Final = 30
"""Within so many days a day that is ahead warns; the end of a liability or a lien warns a year before it."""

_A_YEAR: Final = relativedelta(years=1)
ENDS: Final = frozenset({"liability_ends", "fine_ends", "lien_ends", "special_assessment_ends"})
TIMES: Final = frozenset(
    {
        "free_of_interest",
        "later_losses_petition",
        "reopening_petition",
        "stay_ends",
        "third_party_petition",
        "forfeiture_claims",
    }
)
"""Times in which somebody may do something: they end, and nobody missed them."""


def stood(due: Due, case: Asked) -> Due:
    """Return a day with how it stands on the day that is asked about."""
    settle = _SETTLING.get(due.key)
    found = settle(due, case) if settle is not None else None
    return unsettled(due, case.as_of, _why(due, case)) if found is None else settled(due, found)


def settled(due: Due, found: Settled) -> Due:
    """Return a day as something settled it."""
    met_on = (due.met_on or found.on) if found.status is Status.MET else None
    return replace(due, status=found.status, why=found.why, met_on=met_on, entry=found.entry)


def unsettled(due: Due, as_of: dt.date, why: str = "") -> Due:
    """Return a day that nothing settled: ahead, near, ended, or passed and still owed."""
    if due.due_on is None:
        return replace(due, status=Status.UNKNOWN)
    if due.due_on < as_of:
        ended = due.key in ENDS | TIMES
        return replace(due, status=Status.ENDED if ended else Status.PASSED, why=why)
    warns_on = (
        due.due_on - _A_YEAR if due.key in ENDS else due.due_on - dt.timedelta(days=SOON_DAYS)
    )
    return replace(due, status=Status.SOON if warns_on <= as_of else Status.OPEN)


def of_claims(due: Due, state: AssetState, as_of: dt.date) -> Due:
    """Return the last day for claims to an asset, ended at the latest with its forfeiture."""
    forfeited, back = state.forfeited, state.last(Stage.RETURNED_TO_OWNER)
    if forfeited is not None:
        why = f"the property was forfeited on {forfeited.on}"
        return settled(due, Settled(status=Status.ENDED, why=why, entry=forfeited.seq))
    if back is not None:
        why = f"the property went back to its owner on {back.on}"
        return settled(due, Settled(status=Status.OVERTAKEN, why=why, entry=back.seq))
    return unsettled(due, as_of)


def _why(due: Due, case: Asked) -> str:
    """Return what is to be said of a day that passed or ended; nothing of most."""
    if due.due_on is None or due.due_on >= case.as_of:
        return ""
    if due.key == "liability_ends":
        return received_after(case.book, due.of, due.due_on)
    if due.key != "losses_determined":
        return ""
    if not order_versions(case.book):
        return "no restitution order is entered"
    return f"not determined by an order: the losses of {', '.join(undetermined(case))}"


def of_courts(due: Due, entry: Entry, as_of: dt.date) -> Due:
    """Return a deadline that a court set: met as its entry says, or still owed."""
    if due.met_on is not None:
        return settled(due, Settled(status=Status.MET, on=due.met_on, entry=entry.seq))
    return unsettled(due, as_of)
