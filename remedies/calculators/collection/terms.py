"""What courts and the Attorney General said of interest and penalties: waived, limited, ended.

Authority:
    18 U.S.C. § 3612(f)(3): the court that finds the defendant unable to pay interest may waive it, limit its
        total, or limit the length of the period in which it accrues.
    18 U.S.C. § 3612(h): the Attorney General may waive all or part of any interest or penalty.

Whether a court may do so after sentencing is the position ``interest_waiver_after_sentencing``. A later
waiver without an amount ends what accrues from its day on; one with an amount limits the total to it.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from remedies.figures import Figure

DAY = dt.timedelta(days=1)


class By(StrEnum):
    """Who granted relief after sentencing."""

    COURT = "court"
    ATTORNEY_GENERAL = "attorney_general"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """Interest or penalties waived after sentencing; with ``limit``, down to so many cents in all."""

    on: dt.date
    by: By
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was said of interest: by the court at sentencing, and later.

    ``limit`` is the most in cents, ``ends_on`` the last day on which interest accrues. ``stated_rate`` is a
    rate in percent a year that the record states, such as one of a judgment older than the weekly series.
    """

    waived: bool = False
    limit: int | None = None
    ends_on: dt.date | None = None
    relief: tuple[Relief, ...] = ()
    stated_rate: Figure | None = None


AS_THE_LAW_SAYS = Terms()


@dataclass(frozen=True, slots=True)
class Bounds:
    """What terms and relief come to: the last day that counts, the most in cents, and why."""

    last: dt.date
    limit: int | None
    notes: tuple[str, ...]


def bounds(terms: Terms, as_of: dt.date, *, court_may: bool) -> Bounds:
    """Return the last day on which interest accrues through ``as_of``, and the most there is in all.

    Args:
        terms: what was said of interest; relief of a day after ``as_of`` is not yet known.
        as_of: the last day that is asked about.
        court_may: whether a court may grant relief after sentencing.

    """
    last, limits, notes = as_of, [], []
    if terms.ends_on is not None and terms.ends_on < last:
        last = terms.ends_on
        notes.append(f"the court let interest accrue through {terms.ends_on} only")
    if terms.limit is not None:
        limits.append(terms.limit)
    for grant in granted(terms.relief, as_of):
        if grant.by is By.COURT and not court_may:
            notes.append(f"what the court granted on {grant.on} is left out: {_LATE}")
        elif grant.limit is not None:
            limits.append(grant.limit)
        else:
            last = min(last, grant.on - DAY)
            notes.append(f"waived by the {_WHO[grant.by]} from {grant.on} on")
    return Bounds(last, min(limits, default=None), tuple(notes))


_LATE = "position interest_waiver_after_sentencing"
_WHO = {By.COURT: "court", By.ATTORNEY_GENERAL: "Attorney General"}


def granted(relief: Sequence[Relief], as_of: dt.date) -> Iterator[Relief]:
    """Yield the relief that had been granted by a day."""
    yield from (grant for grant in relief if grant.on <= as_of)
