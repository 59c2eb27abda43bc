"""What a reader must check in clock times: nights in which clocks changed, and what rounding takes.

Authority:
    29 C.F.R. § 785.48(b): rounding is accepted where over a period of time it pays for all time worked.
"""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from remedies.facts import Record, Records, WorkPeriod
from remedies.facts.shifts import MIDNIGHT, zone_of
from remedies.operations import ZERO

ONE, TWO, THREE = 60, 120, 180
TEN_MINUTES = 10
_SHOWN = 3
_MOST = "America/New_York"
_WITHOUT_CHANGES = {
    "US-AS": "Pacific/Pago_Pago",
    "US-GU": "Pacific/Guam",
    "US-HI": "Pacific/Honolulu",
    "US-MP": "Pacific/Saipan",
    "US-PR": "America/Puerto_Rico",
    "US-VI": "America/St_Thomas",
}


class ClockDoubt(NamedTuple):
    """One doubt: a stable code, a plain sentence, and the field within the period that it is about."""

    code: str
    message: str
    field: str


def clock_doubts(period: WorkPeriod) -> Iterator[ClockDoubt]:
    """Yield what a reader must know of the clock times of a period."""
    if not isinstance(period.hours, Records):
        return
    if days := list(dict.fromkeys(clock_changes(period))):
        more = f" and {len(days) - _SHOWN} more" if len(days) > _SHOWN else ""
        named = ", ".join(day.isoformat() for day in days[:_SHOWN])
        why = (
            f"clocks in most of the United States were set forward or back during shifts of {named}{more}; "
            "they count as the clock shows, an hour too many or too few where it was changed: name the time "
            "zone"
        )
        yield ClockDoubt("clock_change_not_counted", why, "hours.time_zone")
    yield from _rounding(period.hours)


def clock_changes(period: WorkPeriod) -> Iterator[dt.date]:
    """Yield the dates of shifts in which clocks were changed, where no time zone says whether they were."""
    hours = period.hours
    state, _, _ = period.place.partition(".")
    abroad = state and not state.startswith("US")
    if not isinstance(hours, Records) or hours.time_zone or abroad:
        return
    zone = zone_of(_WITHOUT_CHANGES.get(state, _MOST))
    for record in hours.records:
        if record.begins is None or not zone.changes_on(record.on):
            continue
        forward = zone.seconds(record.on, 0, MIDNIGHT) < MIDNIGHT * 60
        if _holds(record, *((TWO, THREE) if forward else (ONE, TWO))):
            yield record.on


def _holds(record: Record, first: int, last: int) -> bool:
    """Return whether a record holds any of an hour, in minutes after midnight."""
    begins, ends = record.begins, record.ends
    return begins is not None and ends is not None and begins < last and ends > first


def _rounding(hours: Records) -> Iterator[ClockDoubt]:
    if hours.rounded_to is None or hours.unrounded is None:
        return
    counted = sum((r.hours for r in hours.records if r.begins is not None), ZERO)
    if counted < hours.unrounded:
        why = (
            f"rounding the clock times takes {_said(hours.unrounded - counted)} off what they show; 29 "
            "C.F.R. § 785.48(b) accepts it only where it pays, over a period of time, for all time worked"
        )
        yield ClockDoubt("rounding_takes_time", why, "hours.rounded_to_minutes")
    if hours.rounded_to == TEN_MINUTES:
        why = (
            "29 C.F.R. § 785.48(b) speaks of rounding to five minutes, a tenth or a quarter of an hour, not "
            "to ten minutes"
        )
        yield ClockDoubt("rounding_to_ten_minutes", why, "hours.rounded_to_minutes")


def _said(hours: Fraction) -> str:
    whole, minutes = divmod(int(hours * 60), 60)
    return f"{whole} h {minutes} min" if whole else f"{minutes} min"
