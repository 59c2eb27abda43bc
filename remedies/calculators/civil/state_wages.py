"""The wages that a state's law guarantees, workweek by workweek, and what is unpaid of them.

Authority: as in :mod:`remedies.calculators.civil.state_rules`.
    Cal. Lab. Code § 510(a): overtime by the day and the week, double time, the seventh day of the workweek.
    N.Y. Comp. Codes R. & Regs. tit. 12, § 142-2.4(a): an hour's pay for a spread above ten hours.

The regular rate is the greater of the agreed rate and the state's minimum wage. What could not be computed
for a workweek is refused with the reason, and the rest is computed.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from remedies.calculators.agreed_pay import regular_rate
from remedies.calculators.civil.provisions import CONSECUTIVE, SEVENTH_DAY
from remedies.calculators.civil.state_columns import state_formulas
from remedies.calculators.civil.state_rules import OvertimeRule, StateRules
from remedies.calculators.civil.weeks import DayHours, Refusals, Week
from remedies.calculators.minimum_wage import MinimumWages, place_key
from remedies.calculators.wage_cells import Cells, Part, PeriodPay
from remedies.calculators.workweeks import Piece
from remedies.errors import LawNotEncodedError
from remedies.facts import Records, WorkPeriod
from remedies.facts.civil import Spread
from remedies.figures import Figure, excess, given, product, quotient, total
from remedies.operations import ONE, ZERO, Unit
from remedies.schedule import Line

NO_HOURS = given("none", ZERO, Unit.HOUR)
NO_RATE = given("no pay agreed", ZERO, Unit.USD_PER_HOUR)
NO_MINIMUM = given("no State minimum wage", ZERO, Unit.USD_PER_HOUR)
NO_DOLLARS = given("none", ZERO, Unit.USD)
NONE = given("none", ZERO, Unit.RATIO)
ONCE = given("straight time, counted already", ONE, Unit.RATIO)
_DAYS_IN_A_WEEK = 7
Days = list[tuple[dt.date, Figure]]


class StateWages:
    """Makes the lines of one state's schedule."""

    def __init__(
        self,
        rules: StateRules,
        pays: Sequence[PeriodPay],
        spreads: Sequence[Spread],
        refusals: Refusals,
    ) -> None:
        """Take the state's law, what each period brings, and the spreads of hours that the claim states."""
        self.rules = rules
        self._pays = pays
        self._spreads = spreads
        self._refusals = refusals
        self._days = [DayHours(pay.hours) for pay in pays]
        self._cells = Cells(
            pays, MinimumWages([pay.period for pay in pays], rules.law, higher=False), rules.law
        )
        self._hours_known: dict[tuple[int, int], Figure] = {}
        self._premiums: dict[tuple[int, int], Figure] = {}

    def line(self, week: Week, paid: Figure) -> Line | None:
        """Return a workweek's line; None when nothing of it can be computed."""
        days = [(piece, list(self._days[piece.period].on(piece))) for piece in week.pieces]
        worked = [(piece, found) for piece, found in days if found]
        minimum = self._known_minimum(week, worked)
        if minimum is None:
            return None
        hours = self._hours(worked)
        agreed = self._agreed(week, worked, hours)
        if not agreed.value and not minimum.value:
            why = "no minimum wage of this law applies and no pay was agreed"
            self._refusals.add(f"wages of {self.rules.state}", why, week.starts_on)
            return None
        every = [entry for _, found in worked for entry in found]
        rule = self._overtime(week, max(agreed.value, minimum.value), minimum.value)
        cells = (
            hours,
            agreed,
            minimum,
            rule.weekly,
            *self._by_day(week, every, rule),
            *self._multiples(rule),
            self._spread(week, worked, minimum, above=agreed.value > minimum.value),
            paid,
        )
        return Line(cells, state_formulas().row([cell.value for cell in cells]))

    def _known_minimum(self, week: Week, worked: list[tuple[Piece, Days]]) -> Figure | None:
        """Return the state's minimum wage; None where it is not known (refused) or no day was worked."""
        if not worked:
            return None
        try:
            return self._minimum(worked)
        except LawNotEncodedError as error:
            self._refusals.law(f"wages of {self.rules.state}", error, week.starts_on)
            return None

    def _period(self, piece: Piece) -> WorkPeriod:
        return self._pays[piece.period].hours.period

    def _hours(self, worked: list[tuple[Piece, Days]]) -> Figure:
        found = [self._own_hours(piece) for piece, _ in worked]
        return found[0] if len(found) == 1 else total("hours worked", *found)

    def _own_hours(self, piece: Piece) -> Figure:
        """Return the hours of a part of a workweek; a pattern has the same in many."""
        key = piece.period, piece.weekdays
        dated = isinstance(self._period(piece).hours, Records)
        found = None if dated else self._hours_known.get(key)
        if found is None:
            found = self._pays[piece.period].hours.on(piece)
            assert found is not None  # noqa: S101 - the piece has days with hours
            self._hours_known[key] = found
        return found

    def _minimum(self, worked: list[tuple[Piece, Days]]) -> Figure:
        """Return the state's minimum wage of the workweek; each day counts at its own day's."""
        ends = [
            self._rate(piece, day) for piece, days in worked for day in (days[0][0], days[-1][0])
        ]
        if all(rate is ends[0] for rate in ends):
            return ends[0]
        rates = [(self._rate(piece, day), hours) for piece, days in worked for day, hours in days]
        by_rate = [
            (group[0][0], _sum("hours at the rate", [hours for _, hours in group]))
            for _, entries in groupby(rates, key=lambda entry: id(entry[0]))
            for group in [list(entries)]
        ]
        hours = total("hours at all rates", *(hours for _, hours in by_rate))
        pay = total("pay at all rates", *(product("hours × rate", *entry) for entry in by_rate))
        return quotient("State minimum wage, weighted by hours", pay, hours)

    def _rate(self, piece: Piece, day: dt.date) -> Figure:
        period = self._period(piece)
        place = place_key(period.place) or ""
        return self.rules.minimum(place, period.place_tier, day) or NO_MINIMUM

    def _agreed(self, week: Week, worked: list[tuple[Piece, Days]], hours: Figure) -> Figure:
        parts: list[Part] = []
        seen: set[int] = set()
        for piece, _ in worked:
            parts.append(Part(piece, self._own_hours(piece), piece.period not in seen))
            seen.add(piece.period)
        agreed = self._cells.agreed(parts, week.starts_on)
        return regular_rate(agreed, hours, self.rules.law) or NO_RATE

    def _overtime(self, week: Week, rate: Fraction, minimum: Fraction) -> OvertimeRule:
        farm = any(self._period(piece).coverage.agriculture for piece in week.pieces)
        if self.rules.state in CONSECUTIVE:
            why = "overtime for hours in a row across midnight is not looked for"
            self._refusals.add(f"consecutive hours of {self.rules.state}", why)
        return self.rules.overtime(week.starts_on, farm=farm, rate=rate, minimum=minimum)

    def _by_day(self, week: Week, days: Days, rule: OvertimeRule) -> tuple[Figure, Figure]:
        """Return the overtime hours counted by the day, and those of them at double time."""
        seventh = self._seventh(week, days, rule)
        rest = [entry for entry in days if entry is not seventh]
        overtime = _above("hours over the day's", rest, rule.daily)
        double = _above("hours at double time", rest, rule.double_after)
        if seventh is not None:
            assert rule.daily is not None  # noqa: S101 - as _seventh looked
            _, worked = seventh
            over = excess("hours over eight on the seventh day", worked, rule.daily)
            overtime = _sum("overtime hours by the day", [*_some(overtime), worked])
            double = _sum("hours at double time", [*_some(double), over])
        return overtime, double

    def _seventh(
        self, week: Week, days: Days, rule: OvertimeRule
    ) -> tuple[dt.date, Figure] | None:
        """Return the seventh day of a workweek that was worked on every day, where its rule is computed."""
        if len({day for day, _ in days}) < _DAYS_IN_A_WEEK:
            return None
        if not self.rules.encodes("seventh_day_overtime"):
            return None
        if self.rules.state not in SEVENTH_DAY or rule.daily is None or rule.double is None:
            why = "its rule for the seventh day or day of rest is encoded in words only"
            self._refusals.add(f"seventh day of {self.rules.state}", why, week.starts_on)
            return None
        return days[-1]

    def _multiples(self, rule: OvertimeRule) -> tuple[Figure, Figure]:
        if rule.multiplier is None:
            return NONE, NONE
        first = self._premium("overtime premium, as a multiple", rule.multiplier, ONCE)
        if rule.double is None:
            return first, NONE
        name = "second premium, as a multiple"
        return first, self._premium(name, rule.double, rule.multiplier)

    def _premium(self, name: str, multiple: Figure, over: Figure) -> Figure:
        key = id(multiple), id(over)
        if key not in self._premiums:
            self._premiums[key] = excess(name, multiple, over)
        return self._premiums[key]

    def _spread(
        self, week: Week, worked: list[tuple[Piece, Days]], minimum: Figure, *, above: bool
    ) -> Figure:
        """Return an hour's pay for each day whose spread exceeds the threshold."""
        after = self.rules.spread_after(week.starts_on)
        if after is None:
            return NO_DOLLARS
        if above:
            why = "whether a worker whose agreed rate is above the minimum wage is owed it is disputed"
            self._refusals.add(f"spread of hours of {self.rules.state}", why, week.starts_on)
            return NO_DOLLARS
        long = [
            day
            for piece, days in worked
            for day, hours in days
            if self._is_long(week, _day_of(piece, day), hours, after)
        ]
        if not long:
            return NO_DOLLARS
        name = f"one hour for each of {len(long)} days with a spread above {after.value} hours"
        counted = given(name, Fraction(len(long)), Unit.HOUR, by=after.authority[0])
        return product("pay for the spread of hours", minimum, counted)

    def _is_long(self, week: Week, piece: Piece, hours: Figure, after: Figure) -> bool:
        """Return whether the workday that began on a day was long; ``piece`` is that day."""
        own, day = self._pays[piece.period].hours, piece.begins_on
        if not own.days_worked(piece):
            return False  # its hours end a shift of the day before, whose spread holds them
        stated = next((s.hours for s in self._spreads if s.begins_on <= day <= s.ends_on), None)
        known = stated if stated is not None else own.spread_on(day)
        if known is None and hours.value > after.value:
            return True  # the spread holds all hours worked
        if known is None:
            why = "no clock times and no civil.spreads say when the workdays began and ended"
            self._refusals.add(f"spread of hours of {self.rules.state}", why, week.starts_on)
        return known is not None and known > after.value


def _day_of(piece: Piece, day: dt.date) -> Piece:
    """Return one day of a part of a workweek."""
    return replace(piece, weekdays=1 << day.weekday(), begins_on=day, ends_on=day)


def _above(name: str, days: Days, threshold: Figure | None) -> Figure:
    """Return the hours of all days above a threshold; days of equal hours are one line."""
    if threshold is None:
        return NO_HOURS
    long = sorted((h for _, h in days if h.value > threshold.value), key=lambda h: h.value)
    parts: list[Figure] = []
    for _, entries in groupby(long, key=lambda hours: hours.value):
        same = list(entries)
        over = excess(name, same[0], threshold)
        times = given("days of these hours", Fraction(len(same)), Unit.RATIO)
        parts.append(
            product(f"{name} on {len(same)} days", over, times) if len(same) > 1 else over
        )
    return _sum(name, parts)


def _some(figure: Figure) -> list[Figure]:
    return [figure] if figure.value else []


def _sum(name: str, figures: Sequence[Figure]) -> Figure:
    if not figures:
        return NO_HOURS
    return figures[0] if len(figures) == 1 else total(name, *figures)


def states(work: Sequence[WorkPeriod]) -> Mapping[str, list[int]]:
    """Return the keys of the states of the work, with the places of their periods."""
    found: dict[str, list[int]] = {}
    for index, period in enumerate(work):
        place = place_key(period.place)
        if place is not None:
            found.setdefault(place.partition(".")[0], []).append(index)
    return found
