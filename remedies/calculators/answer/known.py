"""Rates that a row of theirs may rest on: agreed, of the law of that workweek, of another day, of a salary.

Authority:
    29 U.S.C. § 206(a): the minimum wage by its days; § 218(a): a higher state or local one.
    29 C.F.R. § 779.3: a new rate applies from its day.
    29 C.F.R. § 778.113(b): what of a salary is a workweek's.
    29 C.F.R. § 778.322: a workweek without overtime secures the minimum wage, whatever was agreed.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from remedies.calculators.answer.agreed import SHARE, agreed_rates
from remedies.calculators.answer.causes import CauseKind, rules
from remedies.calculators.answer.rows import DAY, OurWeek
from remedies.calculators.minimum_wage import place_key
from remedies.errors import LawNotEncodedError
from remedies.facts import Fluctuating, Salary
from remedies.figures import Authority
from remedies.law import Law
from remedies.law.floors import FEDERAL, floors
from remedies.law.versions import Version

_WHEN = {
    CauseKind.RATE_OLD: "which had ended before this workweek",
    CauseKind.RATE_LATER: "which had not begun in this workweek",
    CauseKind.RATE_CHANGED: "which applied to some days of this workweek only",
}
_ABOVE = "the rate agreed; in a workweek without overtime the Act secures the minimum wage, not that rate"
_TIPPED, _YOUTH = "us.tipped_cash_wage", "us.youth_minimum_wage"


@dataclass(frozen=True, slots=True)
class KnownRate:
    """A rate in dollars an hour, the cause that it would be, and the words and law for it."""

    value: Fraction
    kind: CauseKind
    words: str
    authority: tuple[Authority, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    """A federal minimum wage from a first to a last day, for workweeks after, before and around these."""

    first: dt.date
    last: dt.date
    old: KnownRate
    later: KnownRate
    changed: KnownRate


@dataclass(slots=True)
class KnownRates:
    """The rates known for each workweek; those of equal workweeks are looked up once."""

    law: Law
    _made: dict[tuple[object, ...], tuple[KnownRate, ...]] = field(default_factory=dict)
    _spans: dict[str, tuple["_Span", ...]] = field(default_factory=dict)

    def of(self, week: OurWeek) -> tuple[KnownRate, ...]:
        """Return the rates to try for a workweek, the likeliest first; ours is not among them."""
        place = tuple(p.place for p in week.periods)
        key = week.starts_on, week.rate, week.agreed, week.minimum, place
        if key not in self._made:
            found = [*self._agreed(week), *self._of_that_day(week), *self._federal(week)]
            self._made[key] = tuple(rate for rate in found if rate.value != week.rate)
        return self._made[key]

    def _rate(self, value: Fraction, kind: CauseKind, words: str) -> KnownRate:
        return KnownRate(value, kind, words, rules(kind, self.law))

    def _agreed(self, week: OurWeek) -> Iterator[KnownRate]:
        if week.agreed:
            yield self._rate(week.agreed, CauseKind.RATE_AGREED, "the regular rate agreed")
        else:
            yield from (self._without_overtime(rate, week) for rate in agreed_rates(week))
        yield self._rate(week.minimum, CauseKind.RATE_MINIMUM, "the minimum wage of the workweek")
        salary = week_salary(week)
        if salary is not None and week.hours:
            words = "the salary divided by all hours worked"
            yield self._rate(salary / week.hours, CauseKind.RATE_SALARY, words)

    def _without_overtime(self, agreed: Fraction, week: OurWeek) -> KnownRate:
        """Return an agreed rate in a workweek that has no regular rate, since no overtime is owed in it."""
        if agreed > week.rate:
            return self._rate(agreed, CauseKind.RATE_ABOVE, _ABOVE)
        return self._rate(agreed, CauseKind.RATE_AGREED, "the rate agreed")

    def _federal(self, week: OurWeek) -> Iterator[KnownRate]:
        for group in dict.fromkeys(p.coverage.group or "" for p in week.periods):
            if group not in self._spans:
                self._spans[group] = tuple(self._spans_of(group))
            for span in self._spans[group]:
                if span.first > week.ends_on:
                    yield span.later
                elif span.last < week.starts_on:
                    yield span.old
                else:
                    yield span.changed

    def _spans_of(self, group: str) -> Iterator["_Span"]:
        series = self.law.item(FEDERAL).series.get(group, self.law.item(FEDERAL).series[""])
        for first, last, version in zip(series.days, series.until, series.versions, strict=True):
            after = series.after(first)
            ends_on = min(last, after - DAY) if after else last
            if version is not None and version.value is not None:
                made = [self._dated(version, (first, ends_on), kind) for kind in _WHEN]
                yield _Span(first, ends_on, *made)

    def _dated(
        self, version: Version, days: tuple[dt.date, dt.date], kind: CauseKind
    ) -> KnownRate:
        words = f"the federal minimum wage of {days[0]} to {days[1]}, {_WHEN[kind]}"
        by = (version.authority, *rules(kind, self.law))
        return KnownRate(version.figure.value, kind, words, by)

    def _of_that_day(self, week: OurWeek) -> Iterator[KnownRate]:
        for place in dict.fromkeys(place_key(p.place) for p in week.periods):
            yield from self._of_place(place, week.starts_on) if place else ()
        for key, kind in ((_TIPPED, CauseKind.RATE_TIPPED), (_YOUTH, CauseKind.RATE_YOUTH)):
            version = self.law.item(key).series[""].on(week.starts_on)
            if version is not None and version.value is not None:
                yield self._rate(version.value, kind, f"the {self.law.item(key).name}")

    def _of_place(self, place: str, day: dt.date) -> Iterator[KnownRate]:
        try:
            found = floors(self.law, place, day)
        except LawNotEncodedError:
            return
        for floor in found:
            if floor.item.key != FEDERAL and floor.version and floor.version.value is not None:
                words = f"the {floor.item.name} on {day}"
                own = (floor.version.authority,)
                yield KnownRate(floor.version.value, CauseKind.RATE_PLACE, words, own)


def week_salary(week: OurWeek) -> Fraction | None:
    """Return the salary agreed for a full workweek, in dollars; None without one, or with several."""
    pays = [p.pay for p in week.periods]
    if len(pays) != 1 or not isinstance(pays[0], Salary | Fluctuating):
        return None
    return pays[0].amount * SHARE[pays[0].per]
