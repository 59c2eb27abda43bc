"""The minimum wage of a day of work: the federal one, or by position the highest that applies at its place.

Authority:
    29 U.S.C. § 206(a): the minimum wage.
    29 U.S.C. § 206(g): a lower one that an employer may pay below the age of twenty, for 90 days.
    29 U.S.C. § 218(a): a higher minimum wage under a state law or a municipal ordinance stands beside it.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from remedies.errors import LawNotEncodedError, Problem
from remedies.facts import WorkPeriod
from remedies.figures import Figure, greater
from remedies.law import Item, Law
from remedies.law.floors import FEDERAL, Floor, floor_keys, floors, highest
from remedies.law.versions import DAY

YOUTH_WAGE = "us.youth_minimum_wage"
YOUTH_DAYS = "us.youth_minimum_wage_days"
HIGHER_RULE = "higher_standard_218_a"
_PLACE = re.compile(r"US-[A-Z]{2}(?:\.[a-z_]+)?")


class MinimumWages:
    """The minimum wage of each period of a claim's work, in dollars an hour."""

    def __init__(
        self, work: Sequence[WorkPeriod], law: Law, *, higher: bool, youth: bool = False
    ) -> None:
        """Take the work; a higher state or local minimum wage may count, and a youth wage."""
        self._work = work
        self._law = law
        self._higher = higher
        self._youth = {
            index: days
            for index, period in enumerate(work)
            if youth and (days := youth_days(period, law))
        }
        self._made: dict[tuple[int, ...], Figure] = {}

    @property
    def changes(self) -> set[dt.date]:
        """The days from which another rate may apply."""
        keys = {FEDERAL}
        if self._higher:
            places = [place for period in self._work if (place := place_key(period.place))]
            keys |= {key for place in places for key in floor_keys(self._law, place)}
        turns = {day for key in keys for day in _turns(self._law.item(key))}
        for first, last in self._youth.values():
            turns |= {first, last + DAY, *self._law.item(YOUTH_WAGE).changes}
        return turns

    def on(self, index: int, day: dt.date) -> Figure:
        """Return the minimum wage of a period on a day.

        Raises:
            LawNotEncodedError: a rate that could be the highest is not encoded for the day.

        """
        period = self._work[index]
        if index in self._youth and self._youth[index][0] <= day <= self._youth[index][1]:
            return self._law.on(YOUTH_WAGE, day)
        place = place_key(period.place) if self._higher else None
        if place is None:
            return self._law.on(FEDERAL, day, period.coverage.group)
        return self._highest(period, place, day)

    def _highest(self, period: WorkPeriod, place: str, day: dt.date) -> Figure:
        found = floors(
            self._law, place, day, group=period.coverage.group, tier=period.place_tier or None
        )
        if highest(found) is None:
            hole = next(floor for floor in found if floor.version is None and not floor.absent)
            raise LawNotEncodedError(hole.item.key, hole.why, on=day)
        known = [floor for floor in found if floor.version]
        key = tuple(id(floor.version) for floor in known)
        if key not in self._made:
            figures = [_named(floor) for floor in known]
            by = self._law.rule(HIGHER_RULE)
            self._made[key] = (
                greater("minimum wage", *figures, by=by) if len(figures) > 1 else figures[0]
            )
        return self._made[key]


def youth_days(period: WorkPeriod, law: Law) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a youth wage for a period; None when the claim states none.

    29 U.S.C. § 206(g): the first 90 consecutive calendar days of employment, below the age of twenty;
    none for one who was employed before the subsection was law.
    """
    first, through = period.coverage.youth_from, period.coverage.youth_through
    if first is None or through is None or first < law.item(YOUTH_DAYS).versions[0].effective_on:
        return None
    days = law.on(YOUTH_DAYS, first).value
    return first, min(through, first + int(days) * DAY - DAY)


def _named(floor: Floor) -> Figure:
    """Return a floor's rate, named by the tier that the claim names."""
    assert floor.version is not None  # noqa: S101 - only known floors are compared
    figure = floor.version.figure
    if floor.tier is None or floor.item.key == FEDERAL:
        return figure
    return replace(figure, name=f"{floor.item.name} ({floor.item.tiers[floor.tier]})")


def place_key(place: str) -> str | None:
    """Return the key of a place of work in the United States, such as ``us-ca`` for US-CA; else None."""
    return place.lower() if _PLACE.fullmatch(place) else None


def places_encoded(work: Sequence[WorkPeriod], law: Law) -> list[str]:
    """Return the keys of the minimum wages at the places of the work, as far as they are encoded."""
    places = {place for period in work if (place := place_key(period.place))}
    found = {key for place in places if _encoded(place, law) for key in floor_keys(law, place)}
    return sorted(found - {FEDERAL})


def unreachable(work: Mapping[int, WorkPeriod], law: Law) -> Iterator[Problem]:
    """Yield a problem for each period whose place has a day without an encoded highest minimum wage."""
    for index, period in work.items():
        place = place_key(period.place)
        if place is None or not _encoded(place, law):
            why = "must name a place whose minimum wage is encoded, such as US-CA or US-CA.oakland"
            yield Problem(f"work[{index}].place", "place_required", why)
            continue
        if period.place_tier and not any(
            period.place_tier in law.item(key).tiers for key in floor_keys(law, place)
        ):
            why = f"is no tier of the minimum wage of that place: {_tiers(place, law)}"
            yield Problem(f"work[{index}].place_tier", "unknown_tier", why)
            continue
        wages = MinimumWages([period], law, higher=True)
        try:
            for day in _days(period, law, place):
                wages.on(0, day)
        except LawNotEncodedError as error:
            why = f"{error}; split the period there, or name the state alone"
            yield Problem(f"work[{index}].place", "law_not_encoded", why)


def _tiers(place: str, law: Law) -> str:
    keys = [key for key in floor_keys(law, place) if key != FEDERAL]
    return f"its tiers are {', '.join(t for key in keys for t in law.item(key).tiers) or 'none'}"


def raises_wages(work: Sequence[WorkPeriod], law: Law) -> bool:
    """Return whether a state or local minimum wage is above the federal one on a day of the work."""
    wages = MinimumWages(work, law, higher=True)
    return any(
        wages.on(index, day).value > law.on(FEDERAL, day, period.coverage.group).value
        for index, period in enumerate(work)
        if (place := place_key(period.place))
        for day in _days(period, law, place)
    )


def differs_by_tier(period: WorkPeriod, law: Law) -> Iterator[Item]:
    """Yield the minimum wages of a period's place that differ by a tier which the period does not name."""
    place = place_key(period.place)
    for key in floor_keys(law, place) if place and not period.place_tier else ():
        item = law.item(key)
        general = item.series[""]
        if key != FEDERAL and any(
            version and found and version.value != found.value
            for day in _days(period, law, str(place))
            for own in item.series.values()
            for version, found in [(own.on(day), general.on(day))]
        ):
            yield item


def _days(period: WorkPeriod, law: Law, place: str) -> Iterator[dt.date]:
    """Yield the first day of the period and every later one on which a rate begins or ends."""
    items = [law.item(key) for key in floor_keys(law, place)]
    turns = {day for item in items for day in _turns(item)}
    yield period.begins_on
    yield from sorted(day for day in turns if period.begins_on < day <= period.ends_on)


def _turns(item: Item) -> Iterator[dt.date]:
    yield from item.changes
    yield from (version.ends_on + DAY for version in item.versions if version.ends_on)
    if item.known_through < dt.date.max:
        yield item.known_through + DAY


def _encoded(place: str, law: Law) -> bool:
    try:
        return bool(list(floor_keys(law, place)))
    except LawNotEncodedError:
        return False
