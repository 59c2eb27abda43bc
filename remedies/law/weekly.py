"""Weekly series as a law file holds them: one row a week, the mean of its days of business.

A row is ``FRIDAY VALUE RECORDED [MARK:SOURCE] [DAY …]``: the Friday that ends the week, the value, the
day on which it was recorded, how it was checked and where it was read if not as the file's defaults
say, and the values of the week's days of business, Monday first, of which the value is the mean.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

DAY = dt.timedelta(days=1)
FRIDAY = 4
CENT = Decimal("0.01")
_YIELD = r"-?\d{1,2}\.\d{2}"
_DATE = r"\d{4}-\d{2}-\d{2}"
_ROW = re.compile(
    rf"(?P<friday>{_DATE}) (?P<value>{_YIELD}) (?P<recorded_on>{_DATE})"
    rf"(?: (?P<checked>[a-z_]+):(?P<source>[a-z0-9_-]+))?(?P<daily>(?: {_YIELD})*)"
)


@dataclass(frozen=True, slots=True)
class Week:
    """One week of a series, by the Friday that ends it; ``daily`` is empty when only the week was read."""

    friday: dt.date
    value: Decimal
    daily: tuple[Decimal, ...] = ()

    @property
    def first(self) -> dt.date:
        """The Sunday on which the calendar week begins."""
        return self.friday - 5 * DAY

    @property
    def last(self) -> dt.date:
        """The Saturday on which the calendar week ends."""
        return self.friday + DAY


def mean(values: Sequence[Decimal]) -> Decimal:
    """Return the mean of percentages to two decimals, half up (away from zero), as weeks are published."""
    return (sum(values, Decimal()) / len(values)).quantize(CENT, ROUND_HALF_UP)


def entries(rows: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """Yield a version for each row: it lasts from the week's Sunday to its Saturday.

    Raises:
        ValueError: a row is not of the form, or its value is not the mean of its days.

    """
    for row in rows:
        week, found = read(row)
        entry: dict[str, Any] = {
            "effective_on": week.first,
            "ends_on": week.last,
            "value": week.value,
            "recorded_on": dt.date.fromisoformat(found["recorded_on"]),
        }
        if week.daily:
            entry["quote"] = found["daily"].strip()
        if found["source"]:
            entry |= {"checked": found["checked"], "source": found["source"]}
        if found["source"] and not week.daily:
            entry["printed"] = {found["source"]: found["value"]}
        yield entry


def read(row: str) -> tuple[Week, Mapping[str, str]]:
    """Return the week of a row, and the row's parts as they are written.

    Raises:
        ValueError: the row is not of the form, or its value is not the mean of its days.

    """
    found = _ROW.fullmatch(row)
    if not found:
        msg = f"{row!r} is not a week: FRIDAY VALUE RECORDED [MARK:SOURCE] [DAY …]"
        raise ValueError(msg)
    friday = dt.date.fromisoformat(found["friday"])
    daily = tuple(Decimal(value) for value in found["daily"].split())
    week = Week(friday, Decimal(found["value"]), daily)
    if friday.weekday() != FRIDAY:
        msg = f"{friday} is not a Friday"
        raise ValueError(msg)
    if daily and mean(daily) != week.value:
        msg = f"week ending {friday}: {week.value} is not {mean(daily)}, the mean of its days"
        raise ValueError(msg)
    return week, found.groupdict(default="")


def row_text(week: Week, recorded_on: str, mark: str, source: str) -> str:
    """Return a week as a row of a law file."""
    days = "".join(f" {value:.2f}" for value in week.daily)
    return f"{week.friday} {week.value:.2f} {recorded_on} {mark}:{source}{days}"
