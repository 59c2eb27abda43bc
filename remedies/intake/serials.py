"""Excel's numbers for dates and times, as text: exact, never through a float.

A date is a count of days: in the 1900 system, 1 is January 1, 1900, and 60 is a February 29 that never
was; in the 1904 system, 0 is January 1, 1904. A time is a fraction of a day; the file holds about
fifteen digits of it, so it is taken to the nearest second. Whether a number is a date is said by the
format in which the sheet shows it (ECMA-376 part 1, §§ 18.8.30, 18.17.4).
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal

_NUMBER = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?")
_MOST_EXPONENT = 20
# Excel keeps fifteen digits and writes seventeen: 1.1 stands in the file as 1.1000000000000001.
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_EVEN)
_WIDE = Context(prec=60)
_HALF = Decimal("0.5")
_DAY_SECONDS = 86_400
_HOUR_SECONDS = 3_600
_LAST_SERIAL = 2_958_465
_NEVER_WAS = 60
_SINCE_1904 = dt.date(1904, 1, 1)
_SINCE_1900 = dt.date(1899, 12, 31)
_SPAN = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|am/pm|a/p', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell's format shows of a number: the parts of a date, of a time, or a length of time."""

    day: bool = False
    time: bool = False
    span: bool = False


PLAIN = Shown()
_DATED, _TIMED, _BOTH = Shown(day=True), Shown(time=True), Shown(day=True, time=True)
_BUILT_IN = {
    **dict.fromkeys((14, 15, 16, 17), _DATED),
    **dict.fromkeys((18, 19, 20, 21, 45, 47), _TIMED),
    **dict.fromkeys((22, *range(27, 37), *range(50, 59)), _BOTH),
    46: Shown(span=True),
}


def shown_by(number: int, code: str | None) -> Shown:
    """Return what a format shows, by its number or, for a workbook's own, by its code."""
    if code is None:
        return _BUILT_IN.get(number, PLAIN)
    part = code.partition(";")[0]
    if _SPAN.search(part):
        return Shown(span=True)
    letters = set(_NOT_SHOWN.sub("", part).lower())
    if "general" in part.lower():
        return PLAIN
    time = bool(letters & {"h", "s"})
    return Shown(day=bool(letters & {"y", "d"}) or ("m" in letters and not time), time=time)


def exact(text: str) -> Decimal | None:
    """Return the number that a file writes, to Excel's fifteen digits; None when it is none."""
    if not _NUMBER.fullmatch(text):
        return None
    number = Decimal(text)
    if number and abs(number.adjusted()) > _MOST_EXPONENT:
        return None
    return _FIFTEEN.plus(number)


def plain(number: Decimal) -> str:
    """Return a number as digits and, where needed, a point."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def dated(number: Decimal, shown: Shown, *, since_1904: bool) -> str | None:
    """Return a number as the date, the time or both that it stands for; None when it is none.

    ``2012-01-02``, ``07:30``, ``2012-01-02 07:30``, and ``36:00`` for a length of time.
    """
    if number < 0 or number > _LAST_SERIAL:
        return None
    seconds = int(_WIDE.add(_WIDE.multiply(number, _DAY_SECONDS), _HALF))
    if shown.span:
        return _clock(seconds)
    days, of_day = divmod(seconds, _DAY_SECONDS)
    if shown.time and (seconds < _DAY_SECONDS or (not shown.day and seconds == _DAY_SECONDS)):
        return _clock(seconds)
    day = _day(days, since_1904=since_1904)
    if day is None:
        return None
    return f"{day.isoformat()} {_clock(of_day)}" if of_day else day.isoformat()


def _day(days: int, *, since_1904: bool) -> dt.date | None:
    begins = _SINCE_1904 if since_1904 else _SINCE_1900
    if not since_1904:
        if days in {0, _NEVER_WAS}:
            return None
        days -= days > _NEVER_WAS
    try:
        return begins + dt.timedelta(days=days)
    except OverflowError:
        return None


def _clock(seconds: int) -> str:
    hours, rest = divmod(seconds, _HOUR_SECONDS)
    minutes, rest = divmod(rest, 60)
    return f"{hours:02}:{minutes:02}" + (f":{rest:02}" if rest else "")
