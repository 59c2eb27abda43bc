"""Hours of a pattern as it is stated: of a full workweek, or of some of its days.

Authority: as in :mod:`remedies.calculators.hours`.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cached_property

from remedies.calculators.workweeks import FULL, Piece
from remedies.facts import DAYS, Daily, PerDay, PerWorkweek
from remedies.figures import Figure, product, quotient, total
from remedies.operations import Unit


class PatternHours:
    """The hours figures of one pattern, each given made once."""

    def __init__(
        self,
        pattern: PerWorkweek | PerDay | Daily,
        given: Callable[[str, Fraction, Unit], Figure],
        days_figure: Callable[[int], Figure],
    ) -> None:
        """Take the pattern, and what makes figures of the period's facts and of numbers of days."""
        self._pattern = pattern
        self._given = given
        self._days_figure = days_figure

    def days_in(self, piece: Piece) -> Sequence[int]:
        """Return the weekdays of work that ``piece`` holds."""
        days = self._pattern.days
        if piece.weekdays == FULL:
            return days
        return [day for day in days if piece.weekdays >> day & 1]

    def on(self, days: Sequence[int]) -> Figure:
        """Return the hours of some weekdays of work, at least one."""
        count, of = len(days), len(self._pattern.days)
        if count == of:
            return self.full
        match self._pattern:
            case PerWorkweek():
                part, whole = self._days_figure(count), self._days_figure(of)
                share = quotient("share of the workweek", part, whole)
                return product(f"hours on {count} of {of} days", self.full, share)
            case PerDay():
                return self._on_days(count)
            case Daily():
                return _sum([self._daily[day] for day in days])

    @property
    def days(self) -> tuple[int, ...]:
        """The weekdays of work of a full workweek."""
        return self._pattern.days

    @cached_property
    def full(self) -> Figure:
        """The hours of a full workweek."""
        match self._pattern:
            case PerWorkweek(hours, _):
                return self._given("hours a workweek", hours, Unit.HOUR)
            case PerDay(_, days):
                return self._on_days(len(days))
            case Daily():
                return _sum(list(self._daily.values()))

    @cached_property
    def _per_day(self) -> Figure:
        assert isinstance(self._pattern, PerDay)  # noqa: S101 - the caller looked
        return self._given("hours a day", self._pattern.hours, Unit.HOUR_PER_DAY)

    @cached_property
    def _daily(self) -> dict[int, Figure]:
        assert isinstance(self._pattern, Daily)  # noqa: S101 - the caller looked
        return {
            day: self._given(f"hours on {DAYS[day]}", hours, Unit.HOUR)
            for day, hours in enumerate(self._pattern.by_day)
            if hours
        }

    def _on_days(self, count: int) -> Figure:
        return product(f"hours on {count} days", self._per_day, self._days_figure(count))


def _sum(figures: list[Figure]) -> Figure:
    return figures[0] if len(figures) == 1 else total("hours worked", *figures)
