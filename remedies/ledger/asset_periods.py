"""The period in which third parties may claim an asset, as far as the entries let it be known.

Authority:
    21 U.S.C. § 853(n)(2), criminal: "within thirty days of the final publication of notice or his receipt of
        notice under paragraph (1), whichever is earlier".
    18 U.S.C. § 983(a)(4)(A), civil: "not later than 30 days after the date of service of the Government’s
        complaint or, as applicable, not later than 30 days after the date of final publication".
    18 U.S.C. § 983(a)(2)(B), administrative: "not later than the deadline set forth in a personal notice
        letter (which deadline may be not earlier than 35 days after the date the letter is mailed), except
        that if that letter is not received, then a claim may be filed not later than 30 days after the date
        of final publication of notice of seizure".
    Fed. R. Crim. P. 45(a)(1): a last day on a Saturday, Sunday or legal holiday gives way to the next.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from remedies.calculators.collection.calendar import due_after
from remedies.law import Law, encoded
from remedies.ledger.asset_state import AssetState, Taken
from remedies.ledger.entries import Forfeiture, Stage

DAYS: Final = 30
LETTER_DAYS: Final = 35
"""The least number of days that a notice letter of an administrative forfeiture gives, from its mailing."""

CRIMINAL: Final = "21 U.S.C. § 853(n)(2)"
CIVIL: Final = "18 U.S.C. § 983(a)(4)(A)"
ADMINISTRATIVE: Final = "18 U.S.C. § 983(a)(2)(B)"
_CITED: Final = {
    Forfeiture.CRIMINAL: CRIMINAL,
    Forfeiture.CIVIL: CIVIL,
    Forfeiture.ADMINISTRATIVE: ADMINISTRATIVE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPeriod:
    """The one period for claims of an asset: its last day, the day it is counted from, and its rule.

    ``how`` is the proceeding whose rule it is; None while the entries do not tell which, and then the
    period is the longest of them and ``authority`` cites them all.
    """

    last: dt.date
    counted_from: dt.date
    days: int
    authority: str
    how: Forfeiture | None


def claim_period(state: AssetState, law: Law | None = None) -> ClaimPeriod | None:
    """Return the period for claims of an asset, by the proceeding as far as it is known; None before notice.

    Raises:
        LawNotEncodedError: the legal holidays of that year are not encoded.

    """
    how = state.how or _told(state)
    found = _periods(state, how, law or encoded())
    if not found:
        return None
    last, counted_from, days = max(found)
    cited = _CITED[how] if how else f"{CRIMINAL}; {ADMINISTRATIVE}, (4)(A)"
    return ClaimPeriod(last=last, counted_from=counted_from, days=days, authority=cited, how=how)


def claims_end(
    state: AssetState, law: Law | None = None, how: Forfeiture | None = None
) -> dt.date | None:
    """Return the last day of the period; None before any notice.

    It has 30 days from each notice's final publication, or from the notice where its publication is not
    entered; the latest counts. In an administrative forfeiture, and while ``how`` it is to be forfeited
    is not known, it does not end before the 35th day after a notice: the letter may set a later day, which
    the entries do not say, and the day that a letter sets is not moved. Who received notice earlier may
    have less time; whether that is so of a claimant the entries do not say.

    Raises:
        LawNotEncodedError: the legal holidays of that year are not encoded.

    """
    found = _periods(state, how or _told(state), law or encoded())
    return max(found)[0] if found else None


def period_ended(
    state: AssetState, on: dt.date, law: Law | None = None, how: Forfeiture | None = None
) -> bool:
    """Return whether the period had ended before ``on`` began; False before any notice."""
    last = claims_end(state, law, how)
    return last is not None and on > last


def _told(state: AssetState) -> Forfeiture | None:
    """Return the proceeding that the asset's statute leaves open no doubt of."""
    statute = state.statute
    criminal = (
        statute is not None
        and (statute.title, statute.section) == (18, "1594")
        and statute.paragraph.startswith("(d)")
    )
    return Forfeiture.CRIMINAL if criminal else None


_Period = tuple[dt.date, dt.date, int]


def _periods(state: AssetState, how: Forfeiture | None, law: Law) -> list[_Period]:
    notices = state.taken(Stage.NOTICED)
    found = [_published(taken, law) for taken in notices]
    if how in {None, Forfeiture.ADMINISTRATIVE}:
        found += [
            (taken.on + dt.timedelta(LETTER_DAYS), taken.on, LETTER_DAYS) for taken in notices
        ]
    return found


def _published(taken: Taken, law: Law) -> _Period:
    since = taken.step.published_on or taken.on
    return due_after(since, DAYS, law), since, DAYS
