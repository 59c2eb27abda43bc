"""What of the encoded law is no longer known to be current on a day, and what to do about it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from remedies.law.items import Item
from remedies.law.library import Law
from remedies.law.versions import DAY, Version

WEEK_DAYS = 7
MOST_LATE = dt.timedelta(days=14)  # a week is published on the Monday after it


class Kind(StrEnum):
    """Why an item is stale."""

    ENDED = "ended"
    STEP_DUE = "step_due"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Stale:
    """One thing to look up: what, since when, and what to do."""

    key: str
    kind: Kind
    what: str
    since: dt.date
    do: str


def stale(law: Law, as_of: dt.date) -> list[Stale]:
    """Return what is no longer known to be current on a day, by kind and key.

    - ``ended``: the law is not encoded through the day; a weekly series may lag by two weeks.
    - ``step_due``: a version recorded ahead of its day has taken effect, and no source was read since.
    - ``unconfirmed``: the last source that was read is more than a year old.

    Items that say what is missing have nothing to become stale.
    """
    items = law.items()
    found = [entry for item in items if item.versions for entry in _of(item, as_of)]
    return sorted(found, key=lambda entry: (list(Kind).index(entry.kind), entry.key, entry.since))


def _of(item: Item, as_of: dt.date) -> Iterator[Stale]:
    weekly = is_weekly(item)
    if as_of - item.known_through > (MOST_LATE if weekly else dt.timedelta()):
        yield _ended(item, weekly=weekly)
    for version in _standing(item):
        if item.confirmed_on < version.effective_on <= as_of:
            yield _due(item, version)
    if item.confirmed_on < year_before(as_of):
        yield _unconfirmed(item)


def is_weekly(item: Item) -> bool:
    """Return whether an item is a series of calendar weeks."""
    week = (WEEK_DAYS - 1) * DAY
    return all(v.ends_on is not None and v.ends_on - v.effective_on == week for v in item.versions)


def year_before(day: dt.date) -> dt.date:
    """Return the same day a year earlier; the last of February for a leap day."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _standing(item: Item) -> list[Version]:
    """Return the versions that no correction withdrew, in the order of their days."""
    withdrawn = {id_ for series in item.series.values() for id_ in series.withdrawn}
    return [version for version in item.versions if id(version) not in withdrawn]


def _ended(item: Item, *, weekly: bool) -> Stale:
    what = f"encoded through {item.known_through}"
    do = (
        "download the series and add its weeks with `remedies law import treasury`"
        if weekly
        else "read the law in force; add what changed, or move known_through"
    )
    return Stale(item.key, Kind.ENDED, what, item.known_through + DAY, do)


def _due(item: Item, version: Version) -> Stale:
    tiers = f" ({', '.join(version.tiers)})" if version.tiers else ""
    what = f"the version of {version.effective_on}{tiers} was recorded ahead of its day"
    do = "read that it took effect as recorded; then move confirmed_on"
    return Stale(item.key, Kind.STEP_DUE, what, version.effective_on, do)


def _unconfirmed(item: Item) -> Stale:
    what = f"last confirmed on {item.confirmed_on}"
    do = "read the law in force; then move confirmed_on, or add what changed"
    return Stale(item.key, Kind.UNCONFIRMED, what, item.confirmed_on, do)
