"""Time limits from answers: the safe day by the earliest event, the arguable day by the latest.

A span of years ends on the anniversary. For February 29 the safe day is February 28, and the arguable
one March 1. Nothing is moved for a weekend: that could only make it later.

Authority:
    18 U.S.C. § 1595(c), 28 U.S.C. § 1658(a), 29 U.S.C. § 255(a): spans of years from an event.
    29 C.F.R. § 790.21(b): wages are due at each regular payday, so that each has its own time.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateutil.relativedelta import relativedelta

from remedies.calculators.avenues.asked import Asked
from remedies.calculators.avenues.remedy import Kind, Reasons, Standing, Status, TimeLimit
from remedies.facts.answers import Around

ONE_DAY: Final = dt.timedelta(days=1)
_LEAP_DAY: Final = (2, 29)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A span of the law and the event from which it runs; ``longer`` where another span can be argued."""

    key: str
    law: str
    counts_from: str
    tier: str | None = None
    longer: str = ""
    tolling: tuple[str, ...] = ()


def last_day(
    asked: Asked, clock: Clock, earliest: Around | None, latest: Around | None
) -> TimeLimit:
    """Return a time limit: safe by the span from the earliest day, arguable from the latest.

    Where only the latest event is known there is no safe day; where only the earliest is, nobody can
    say what can be argued.
    """
    shorter = asked.span(clock.law, clock.tier)
    longer = asked.span(clock.longer) if clock.longer else shorter
    bare = event(clock.key, clock.counts_from, law=clock.law, tolling=clock.tolling)
    if shorter is None or longer is None:
        return replace(bare, encoded=False)
    safe = earliest.first + shorter if earliest else None
    last = anniversary(last_of(asked, clock.counts_from, latest), longer) if latest else None
    known = [each for each in (earliest, latest) if each is not None]
    return replace(
        bare,
        safe_on=safe,
        latest_on=max(safe, last) if safe and last else last,
        exact=all(each.exact for each in known),
    )


def last_of(asked: Asked, counts_from: str, when: Around) -> dt.date:
    """Return the last day that an event may have had: what has happened is not after the question."""
    if counts_from == "turned_18_on" or when.first > asked.as_of:
        return when.last
    return min(when.last, asked.as_of)


def event(
    key: str, counts_from: str, *, law: str = "", tolling: tuple[str, ...] = ()
) -> TimeLimit:
    """Return a time limit that counts from an event of which nobody is asked."""
    return TimeLimit(key=key, counts_from=counts_from, law=law, tolling=tolling)


def first_payday(asked: Asked, key: str, law: str) -> TimeLimit:
    """Return the first payday whose wages are still in time for a suit begun on the day of the question."""
    span = asked.span(law)
    found = TimeLimit(key=key, law=law, counts_from="payday", kind=Kind.FIRST_PAYDAY)
    if span is None:
        return replace(found, encoded=False)
    return replace(found, safe_on=first_in_time(asked.as_of, span))


def first_in_time(as_of: dt.date, span: relativedelta) -> dt.date:
    """Return the first day whose span has not ended before ``as_of``."""
    first = as_of - span
    while first + span < as_of:
        first += ONE_DAY
    return first


def anniversary(day: dt.date, span: relativedelta) -> dt.date:
    """Return a span's last day as late as it can be argued: for February 29 the day after February 28."""
    end = day + span
    if (day.month, day.day) == _LEAP_DAY and (end.month, end.day) == (2, 28):
        return end + ONE_DAY
    return end


def later_of(limits: Sequence[TimeLimit]) -> TimeLimit:
    """Return limits of which the later holds as one: each of its days is the later of theirs."""
    safe = [limit.safe_on for limit in limits if limit.safe_on is not None]
    last = [limit.latest_on for limit in limits]
    known = [each for each in last if each is not None]
    return replace(
        limits[0],
        safe_on=max(safe, default=None),
        latest_on=max(known) if len(known) == len(last) else None,
        encoded=all(limit.encoded for limit in limits),
    )


def by_time(reasons: Reasons, limit: TimeLimit, as_of: dt.date, *asks: str) -> None:
    """Note how a time limit stands; what has passed is a lawyer's question, since a court may toll it.

    Args:
        reasons: the remedy's.
        limit: the one that decides.
        as_of: the day of the question.
        asks: the answers that would say more of it.

    """
    if not limit.encoded:
        reasons.lower(Standing.UNKNOWN, "law_not_for_this_day")
        return
    match limit.status(as_of):
        case Status.IN_TIME:
            reasons.note("time_short" if limit.is_near(as_of) else "within_time")
        case Status.ARGUABLE:
            reasons.lower(Standing.MAY_BE_OPEN, "time_disputed")
        case Status.PASSED:
            reasons.lower(Standing.ASK_A_LAWYER, "time_over")
            reasons.note("tolling_possible")
        case Status.UNKNOWN:
            reasons.lower(Standing.UNKNOWN, "time_unknown", *asks)
        case Status.NO_LIMIT:
            reasons.note("no_time_limit")


def by_month(reasons: Reasons, limits: Iterable[TimeLimit]) -> None:
    """Note that a day was counted from a month or a year."""
    if any(not limit.exact and (limit.safe_on or limit.latest_on) for limit in limits):
        reasons.note("month_only")
