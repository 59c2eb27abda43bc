"""How each of their rows was reached: the methods that give its amount, and the one that explains most.

Authority:
    29 C.F.R. § 778.104: hours of two workweeks are never averaged; whether they were is tried here.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators.answer.causes import CauseKind
from remedies.calculators.answer.known import KnownRate, KnownRates, week_salary
from remedies.calculators.answer.matching import Pair
from remedies.calculators.answer.methods import CENT, Method, Tried, Way, due, fitting, ours
from remedies.calculators.answer.rows import OurWeek, over
from remedies.operations import ZERO, half_up
from remedies.schedule import WEEK


@dataclass(frozen=True, slots=True)
class Reading:
    """How a row was reached: hours, rate in dollars an hour, and the method; None where none was found.

    ``known`` says what the rate is, where it is not ours; ``premium`` the same of the premium's.
    """

    hours: Fraction
    rate: Fraction
    method: Method | None
    known: KnownRate | None = None
    premium: KnownRate | None = None

    @property
    def kind(self) -> tuple[object, ...]:
        """What rows that were reached in one way have in common."""
        way = self.method.way if self.method else None
        number = self.method.number if self.method and way is Way.THRESHOLD else None
        return way, number, self.known and self.known.kind, self.premium and self.premium.kind


def readings(pairs: Sequence[Pair], known: KnownRates) -> list[Reading]:
    """Return one reading of each row: ours where it fits, else the one that explains most of the rows."""
    overtime = averaged(pairs)
    found = [
        list(_fitting(pair, known.of(pair.week), overtime.get(place)))
        for place, pair in enumerate(pairs)
    ]
    votes = Counter(kind for row in found for kind in {reading.kind for reading in row})
    return [
        _chosen(pair, row, votes, known.of(pair.week))
        for pair, row in zip(pairs, found, strict=True)
    ]


def _chosen(
    pair: Pair,
    found: Sequence[Reading],
    votes: Counter[tuple[object, ...]],
    known: Sequence[KnownRate],
) -> Reading:
    week, row = pair.week, pair.row
    if not found:
        rate = week.rate if row.rate is None else row.rate
        hours = week.hours if row.hours is None else row.hours
        return Reading(hours, rate, None, _named(rate, week, hours, known))
    plain = ours(week)
    own = [r for r in found if r.method == plain and (row.rate is not None or r.known is None)]
    return own[0] if own else max(found, key=lambda reading: votes[reading.kind])


def _fitting(
    pair: Pair, known: Sequence[KnownRate], overtime: Fraction | None
) -> Iterator[Reading]:
    """Yield the readings that give a row's amount; of numbers that print as ours, ours are tried first."""
    week, row = pair.week, pair.row
    plain, rate = ours(week), row.rate
    hours = week.hours if row.hours is None else row.hours
    if rate is not None and due(plain, hours, rate, week) == row.due:
        yield Reading(hours, rate, plain, _named(rate, week, hours, known))
        return
    for hours, rate in _stated(pair, known):
        own = _named(rate, week, hours, known)
        tried = Tried(
            rates=(week.rate, *(k.value for k in known)),
            salary=week_salary(week),
            averaged=overtime if hours == row.hours and rate == row.rate else None,
        )
        fits = list(fitting(row.due, hours, rate, week, tried))
        for method in fits:
            premium = None
            if method.way is Way.PREMIUM_AT:
                premium = _named(method.number, week, hours, known)
            yield Reading(hours, rate, method, own, premium)
        if fits and row.rate is not None:
            return


def _stated(pair: Pair, known: Sequence[KnownRate]) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield hours and rates to try: theirs; ours, and every rate known, where they state none."""
    week, row, stated = pair.week, pair.row, pair.stated
    rates = [week.rate, *(k.value for k in known)]
    if row.rate is not None and stated.rate is not None:
        rates = list(dict.fromkeys((row.rate, stated.rate)))
    every = [week.hours]
    if row.hours is not None and stated.hours is not None:
        every = list(dict.fromkeys((row.hours, stated.hours)))
    for rate in rates:
        for hours in every:
            yield hours, rate


def _named(
    rate: Fraction, week: OurWeek, hours: Fraction, known: Sequence[KnownRate]
) -> KnownRate | None:
    """Return what a rate is, as printed to the cent or exactly; None when it is ours or not known."""
    if rate == week.rate:
        return None
    for found in known:
        if rate in {found.value, half_up(found.value)}:
            return found
    salary = week_salary(week)
    if salary is not None and hours and rate in {salary / hours, half_up(salary / hours)}:
        return next((k for k in known if k.kind is CauseKind.RATE_SALARY), None)
    return None


def averaged(pairs: Sequence[Pair]) -> dict[int, Fraction]:
    """Return the overtime hours that rows count if two workweeks were taken as one, by the rows' places.

    Pay periods of two weeks may begin with the first row or the second; the beginning under which more pairs
    of rows come out is taken.
    """
    return max((_averaged(pairs, first) for first in (0, 1)), key=len)


def _averaged(pairs: Sequence[Pair], first: int) -> dict[int, Fraction]:
    found: dict[int, Fraction] = {}
    for place in range(first, len(pairs) - 1, 2):
        before, after = pairs[place], pairs[place + 1]
        if _as_one(before, after):
            for at, pair in ((place, before), (place + 1, after)):
                found[at] = _overtime_counted(pair)
    return found


def _as_one(before: Pair, after: Pair) -> bool:
    """Return whether two rows come to overtime above both thresholds together, and not each alone."""
    rows = before.row, after.row
    rate = rows[0].rate
    if not rate or rows[1].rate != rate or rows[1].starts_on - rows[0].starts_on != WEEK:
        return False
    if rows[0].hours is None or rows[1].hours is None:
        return False
    hours = rows[0].hours + rows[1].hours
    extra = over(hours, before.week.threshold + after.week.threshold)
    alone = before.week.overtime(rows[0].hours) + after.week.overtime(rows[1].hours)
    together = half_up(rate * hours + rate * before.week.half * extra)
    return alone > extra and abs(rows[0].due + rows[1].due - together) <= CENT


def _overtime_counted(pair: Pair) -> Fraction:
    row = pair.row
    if not row.rate or row.hours is None:
        return ZERO
    return (row.due - row.rate * row.hours) / (row.rate * pair.week.half)
