"""The period in which third parties may claim an asset, as far as the entries let it be known.

Authority:
    21 U.S.C. § 853(n)(2): "within thirty days of the final publication of notice or his receipt of notice
        under paragraph (1), whichever is earlier".
    18 U.S.C. § 983(a)(4)(A): "not later than 30 days after the date of service of the Government’s
        complaint or, as applicable, not later than 30 days after the date of final publication".
    Fed. R. Crim. P. 45(a)(1): a last day on a Saturday, Sunday or legal holiday gives way to the next.
"""

import datetime as dt
from typing import Final

from remedies.calculators.collection.calendar import due_after
from remedies.law import Law, encoded
from remedies.ledger.asset_state import AssetState
from remedies.ledger.entries import Stage

DAYS: Final = 30


def claims_end(state: AssetState, law: Law | None = None) -> dt.date | None:
    """Return the last day of the period, counted from the latest final publication; None before notice.

    Where nothing was published the day of the notice takes its place. Who received notice earlier has
    less time; whether that is so of a claimant the entries do not say.

    Raises:
        LawNotEncodedError: the legal holidays of that year are not encoded.

    """
    days = [taken.step.published_on or taken.on for taken in state.taken(Stage.NOTICED)]
    return due_after(max(days), DAYS, law or encoded()) if days else None


def period_ended(state: AssetState, on: dt.date, law: Law | None = None) -> bool:
    """Return whether the period had ended before ``on`` began; False before any notice."""
    last = claims_end(state, law)
    return last is not None and on > last
