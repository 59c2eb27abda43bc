"""What contradicts itself in hours: patterns, dated records, and the time in them that may not count."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby, pairwise

from remedies.errors import Problem
from remedies.facts.hours import DAYS, Daily, PerDay, PerWorkweek, Record, Records, Sleep
from remedies.facts.pay import SeveralRates
from remedies.facts.work import WorkPeriod
from remedies.operations import ZERO

HOURS_IN_A_DAY = 24
HOURS_IN_A_WORKWEEK = 168
_DAY = Fraction(HOURS_IN_A_DAY)
_Placed = tuple[int, Record]


def hour_problems(where: str, period: WorkPeriod) -> Iterator[Problem]:
    """Yield everything in a period's hours that cannot be, each named by its field."""
    match period.hours:
        case PerWorkweek() | PerDay() | Daily():
            yield from _pattern(f"{where}.hours", period.hours)
        case Records(records):
            yield from _records(f"{where}.hours", period, records)
    yield from _left_out(where, period)


def _pattern(where: str, pattern: PerWorkweek | PerDay | Daily) -> Iterator[Problem]:
    match pattern:
        case PerWorkweek(hours, days):
            if hours > HOURS_IN_A_WORKWEEK:
                why = "a workweek has no more than 168 hours"
                yield Problem(f"{where}.per_workweek", "too_many_hours", why)
            elif days and hours > HOURS_IN_A_DAY * len(days):
                why = "these hours do not fit into the days given: a day has 24 hours"
                yield Problem(f"{where}.per_workweek", "too_many_hours", why)
        case PerDay(hours, _):
            if hours > HOURS_IN_A_DAY:
                yield Problem(f"{where}.per_day", "too_many_hours", "a day has 24 hours")
        case Daily(by_day, stated):
            yield from _daily(where, by_day, stated)


def _daily(where: str, by_day: Sequence[Fraction], stated: Fraction | None) -> Iterator[Problem]:
    for name, hours in zip(DAYS, by_day, strict=True):
        if hours > HOURS_IN_A_DAY:
            yield Problem(f"{where}.daily.{name}", "too_many_hours", "a day has 24 hours")
    if stated is not None and stated != sum(by_day):
        why = "the days do not add up to the hours stated for the workweek"
        yield Problem(f"{where}.per_workweek", "does_not_add_up", why)


def _records(where: str, period: WorkPeriod, records: Sequence[Record]) -> Iterator[Problem]:
    if not records:
        yield Problem(f"{where}.records", "required", "give at least one record")
        return
    placed = list(_placed(records))
    yield from _dates(where, period, placed)
    yield from _rates(where, period, placed)
    for i, record in placed:
        if record.begins is None and _longer_than_a_day(record.hours):
            yield Problem(f"{where}.records[{i}].hours", "too_many_hours", "a day has 24 hours")
    if not all(_follows(first, second) for first, second in pairwise(records)):
        ordered = sorted(placed, key=lambda entry: entry[1].on)
        for _, found in groupby(ordered, key=lambda entry: entry[1].on):
            yield from _one_date(where, list(found))


def _longer_than_a_day(hours: Fraction) -> bool:
    whole, parts = hours.as_integer_ratio()
    return whole > HOURS_IN_A_DAY * parts


def _follows(first: Record, second: Record) -> bool:
    """Return whether a record is of a later date than another, or of a later time of it."""
    if first.on != second.on:
        return first.on < second.on
    return first.ends is not None and second.begins is not None and first.ends <= second.begins


def _placed(records: Sequence[Record]) -> Iterator[_Placed]:
    """Yield each record with its place in the claim, where a shift past midnight is one entry."""
    place = -1
    for record in records:
        place += not record.continues
        yield place, record


def _dates(where: str, period: WorkPeriod, placed: Sequence[_Placed]) -> Iterator[Problem]:
    days = [record.on for _, record in placed]
    if not period.away and period.begins_on <= min(days) and max(days) <= period.ends_on:
        return
    away = sorted(period.away, key=lambda entry: entry.begins_on)
    begins = [entry.begins_on for entry in away]
    for i, record in placed:
        if not period.begins_on <= record.on <= period.ends_on:
            why = "must lie inside the period of work"
            yield Problem(f"{where}.records[{i}].{_date(record)}", "outside_period", why)
        place = bisect_right(begins, record.on)
        if place and record.on <= away[place - 1].ends_on:
            why = "lies in days given as away"
            yield Problem(f"{where}.records[{i}].{_date(record)}", "while_away", why)


def _date(record: Record) -> str:
    return "ends_on" if record.continues else "on"


def _one_date(where: str, found: list[_Placed]) -> Iterator[Problem]:
    """Yield what is wrong with several records of one date: they must be shifts that do not overlap."""
    plain = [entry for entry in found if entry[1].begins is None]
    clocked = [entry for entry in found if entry[1].begins is not None]
    for i, _ in plain[1:]:
        why = "this date is recorded twice; give each date one record"
        yield Problem(f"{where}.records[{i}].on", "duplicate_date", why)
    if plain and clocked:
        i, j = sorted((plain[0][0], clocked[0][0]))
        later = max(plain[0], clocked[0], key=lambda entry: entry[0])[1]
        why = (
            f"records[{i}] and records[{j}] give this date hours as a number and by the clock; give all of "
            "them in one way"
        )
        yield Problem(f"{where}.records[{j}].{_date(later)}", "duplicate_date", why)
    yield from _overlaps(where, clocked)


def _overlaps(where: str, clocked: list[_Placed]) -> Iterator[Problem]:
    ordered = sorted(clocked, key=lambda entry: (entry[1].begins or 0, entry[1].ends or 0))
    latest = ordered[0] if ordered else None
    for entry in ordered[1:]:
        assert latest is not None  # noqa: S101 - there is a first
        i, j = sorted((latest[0], entry[0]))
        if (entry[1].begins or 0) < (latest[1].ends or 0):
            why = f"the shifts of records[{i}] and records[{j}] overlap; an hour is worked once"
            yield Problem(f"{where}.records[{j}].start", "overlap", why)
        latest = max(latest, entry, key=lambda one: one[1].ends or 0)


def _rates(where: str, period: WorkPeriod, placed: Sequence[_Placed]) -> Iterator[Problem]:
    """Yield the records without a rate where each needs one, or those with one where none has a use."""
    several = isinstance(period.pay, SeveralRates)
    if isinstance(period.pay, SeveralRates) and not period.pay.rates:
        for i in dict.fromkeys(i for i, record in placed if record.rate is None):
            why = "give each record the rate of its hours, or give pay its rates with their hours"
            yield Problem(f"{where}.records[{i}].rate", "required", why)
        return
    for i in dict.fromkeys(i for i, record in placed if record.rate is not None):
        why = (
            "stands in a record only where pay gives no rates itself"
            if several
            else "belongs to pay of several rates only"
        )
        yield Problem(f"{where}.records[{i}].rate", "does_not_belong", why)


def _left_out(where: str, period: WorkPeriod) -> Iterator[Problem]:
    """Yield what is wrong with sleep, meals and time on call: parts of the hours of a day of work."""
    if period.sleep is not None:
        yield from _sleep(f"{where}.sleep", period.sleep)
    yield from _meals(where, period)
    parts = {
        name: part.hours_per_day
        for name, part in (
            ("sleep", period.sleep),
            ("meals", period.meals),
            ("on_call", period.on_call),
        )
        if part is not None
    }
    shortest = _shortest_day(period)
    if sum(parts.values(), ZERO) > shortest:
        why = (
            "sleep, meals and time on call are parts of the hours of each day of work, and together they "
            "are more than those; give them by the day, and no hour twice"
        )
        yield Problem(f"{where}.{next(iter(parts))}.hours_per_day", "too_many_hours", why)


def _shortest_day(period: WorkPeriod) -> Fraction:
    """Return the hours of the shortest day of work of a pattern, or of a whole day."""
    match period.hours:
        case PerWorkweek(hours, days) if days:
            return hours / len(days)
        case PerDay(hours, _):
            return hours
        case Daily(by_day, _):
            return min((hours for hours in by_day if hours), default=_DAY)
        case _:
            return _DAY


def _sleep(where: str, sleep: Sleep) -> Iterator[Problem]:
    if sleep.uninterrupted_hours is not None and sleep.uninterrupted_hours > sleep.hours_per_day:
        why = "cannot be more than the hours of sleep in a day"
        yield Problem(f"{where}.uninterrupted_hours", "inconsistent", why)
    if sleep.on_duty_hours is not None and sleep.on_duty_hours < sleep.hours_per_day:
        why = "the turn of duty holds the sleep, so it cannot be shorter"
        yield Problem(f"{where}.on_duty_hours", "inconsistent", why)


def _meals(where: str, period: WorkPeriod) -> Iterator[Problem]:
    meals = period.meals
    if meals is None:
        return
    each = meals.minutes_each
    if each is not None and not 0 < each <= 60 * meals.hours_per_day:
        why = "must be more than zero, and no more than the time at meals in a day"
        yield Problem(f"{where}.meals.minutes_each", "out_of_range", why)
    if isinstance(period.hours, Records) and any(r.relieved for r in period.hours.records):
        why = "records state relieved_minutes already; give the time at meals in one way"
        yield Problem(f"{where}.meals", "inconsistent", why)
