"""What a state's law provides for one workweek: its minimum wage and its overtime.

Authority:
    The items of the state in the encoded law: ``minimum_wage`` (with those of its localities),
    ``weekly_overtime_threshold``, ``daily_overtime_threshold``, ``daily_double_time_threshold``,
    ``overtime_multiplier``, ``seventh_day_overtime``, the agricultural thresholds, ``spread_of_hours``.

Where a day's or a week's threshold depends on a tier, the claim names it; Nevada's, which depends on the
rate of pay, is worked out. Work in agriculture is under the agricultural thresholds or none.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators.civil.weeks import Refusals
from remedies.errors import LawAbsentError, LawNotEncodedError
from remedies.figures import Figure, greater, lawful
from remedies.law import Item, Law
from remedies.law.floors import FEDERAL, Floor, floors
from remedies.law.items import GENERAL
from remedies.operations import Unit

WHOLE_WORKWEEK = Fraction(168)
_NEVADA = "us-nv"
_BELOW, _ABOVE = "below_one_and_one_half_minimum", "at_or_above_one_and_one_half_minimum"
_PAY_TEST = Fraction(3, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class OvertimeRule:
    """From how many hours a state owes overtime, and at what multiple of the rate.

    ``weekly`` is 168 hours, the whole workweek, where no weekly overtime is owed or known.
    """

    weekly: Figure
    multiplier: Figure | None
    daily: Figure | None = None
    double_after: Figure | None = None
    double: Figure | None = None


class StateRules:
    """The encoded law of one state, asked day by day."""

    def __init__(self, state: str, law: Law, tiers: Mapping[str, str], refusals: Refusals) -> None:
        """Take the state's key, the law, and the tiers that the claim names by key."""
        self.state = state
        self.law = law
        self._tiers = tiers
        self._refusals = refusals
        self._made: dict[tuple[int, ...], Figure] = {}
        self._items: dict[str, Item | None] = {}

    def minimum(self, place: str, tier: str, day: dt.date) -> Figure | None:
        """Return the state's minimum wage at a place on a day, or a higher local one; None without any.

        Raises:
            LawNotEncodedError: a rate that could be the highest is not encoded for the day.

        """
        found = [f for f in floors(self.law, place, day, tier=tier or None) if not _federal(f)]
        hole = next((f for f in found if f.version is None and not f.absent), None)
        if hole is not None:
            raise LawNotEncodedError(hole.item.key, hole.why, on=day)
        known = [floor.version.figure for floor in found if floor.version]
        if len(known) < 2:  # noqa: PLR2004 - nothing to compare
            return known[0] if known else None
        key = tuple(id(figure) for figure in known)
        if key not in self._made:
            self._made[key] = greater("State or local minimum wage", *known)
        return self._made[key]

    def overtime(
        self, week: dt.date, *, farm: bool, rate: Fraction, minimum: Fraction
    ) -> OvertimeRule:
        """Return the overtime rule of a workweek; what is not encoded is refused and left out.

        Args:
            week: the workweek's first day.
            farm: whether the work is agriculture.
            rate: the rate owed, in dollars an hour.
            minimum: the state's minimum wage, in dollars an hour.

        """
        prefix = "agricultural_" if farm else ""
        pay = _BELOW if rate < _PAY_TEST * minimum else _ABOVE
        paid = pay if self.state == _NEVADA else ""
        multiplier = self._optional("overtime_multiplier", week)
        weekly = self._optional(f"{prefix}weekly_overtime_threshold", week, paid)
        daily = self._daily(f"{prefix}daily_overtime_threshold", week, paid)
        double_after = self._daily("daily_double_time_threshold", week, "" if farm else GENERAL)
        double = (
            self._optional("overtime_multiplier", week, "double_time") if double_after else None
        )
        return OvertimeRule(
            weekly=weekly if weekly is not None and multiplier is not None else self._never,
            multiplier=multiplier,
            daily=daily if multiplier is not None else None,
            double_after=double_after if multiplier is not None and double is not None else None,
            double=double,
        )

    def spread_after(self, week: dt.date) -> Figure | None:
        """Return the hours above which a day's spread earns an hour's pay; None where no law does."""
        return self._daily("spread_of_hours", week)

    def encodes(self, name: str) -> bool:
        """Return whether the state has an item of this name."""
        return self._item(name) is not None

    @property
    def _never(self) -> Figure:
        name = "no weekly overtime under this law; 168 hours are the whole workweek"
        return lawful(name, WHOLE_WORKWEEK, Unit.HOUR)

    def _item(self, name: str) -> Item | None:
        if name not in self._items:
            try:
                self._items[name] = self.law.item(f"{self.state}.{name}")
            except LawNotEncodedError:
                self._items[name] = None
        return self._items[name]

    def _optional(self, name: str, week: dt.date, tier: str = "") -> Figure | None:
        """Return a value in force, None with the reason kept; a law that provides none needs no reason."""
        key = f"{self.state}.{name}"
        try:
            return self.law.on(key, week, self._tiers.get(key) or tier or None)
        except LawAbsentError:
            return None
        except LawNotEncodedError as error:
            self._refusals.law(f"{name.replace('_', ' ')} of {self.state}", error, week)
            return None

    def _daily(self, name: str, week: dt.date, tier: str = "") -> Figure | None:
        """Return a threshold that only some states have; one that has tiers applies to those it names."""
        item = self._item(name)
        if item is None:
            return None
        named = self._tiers.get(item.key) or tier
        if item.tiers and named not in item.tiers:
            if self.state != _NEVADA:
                why = f"applies to some work only; name one of {', '.join(item.tiers)} in civil.tiers"
                self._refusals.add(
                    f"{name.replace('_', ' ')} of {self.state}", f"{item.key}: {why}"
                )
            return None
        return self._optional(name, week, named)


def _federal(floor: Floor) -> bool:
    return floor.item.key == FEDERAL
