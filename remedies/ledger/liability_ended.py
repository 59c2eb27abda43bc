"""What is said of money after a defendant's liability for restitution has ended.

Authority:
    18 U.S.C. § 3613(b): "The liability to pay restitution shall terminate on the date that is the later of
        20 years from the entry of judgment or 20 years after the release from imprisonment of the person
        ordered to pay restitution."

The section does not say what becomes of money that is received after it, and no authority on that was found.
The ledger goes on applying it, as the order says, and warns.
"""

import datetime as dt
from collections.abc import Iterator

from remedies.law import Law
from remedies.ledger.accruals import choices_of, restitution_ended_on
from remedies.ledger.entries import Payment
from remedies.ledger.state import State
from remedies.ledger.terms import terms


def liability_ended_on(state: State, obligor: str, on: dt.date, law: Law) -> dt.date | None:
    """Return the last day of a defendant's liability for restitution, where it was before a day."""
    ordered = terms(state)
    liability = ordered.liabilities.get(obligor) if ordered else None
    if liability is None:
        return None
    return restitution_ended_on(state, liability, on, law, choices_of(state, law))


def payment_warning(state: State, obligor: str, on: dt.date, law: Law) -> str:
    """Return what to tell whoever enters a payment of that day; empty where there is nothing to tell."""
    ended = liability_ended_on(state, obligor, on, law)
    if ended is None:
        return ""
    return (
        f"The liability of {obligor} ended on {ended} (18 U.S.C. § 3613(b)), before this payment. Nothing"
        " says what becomes of what is received after it: ask the court before it is paid out."
    )


def received_after(state: State, obligor: str, ended: dt.date) -> str:
    """Return what a statement says of payments after a liability had ended; empty where there are none."""
    found = list(_after(state, obligor, ended))
    if not found:
        return ""
    return f"received after it, and not owed: {', '.join(found)} (ask the court before it is paid out)"


def _after(state: State, obligor: str, ended: dt.date) -> Iterator[str]:
    for entry, body in state.every(Payment):
        reversed_ = body.reference in state.reversed
        if body.obligor == obligor and entry.on > ended and not reversed_:
            yield body.reference
