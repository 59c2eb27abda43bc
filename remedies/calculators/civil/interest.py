"""Interest on unpaid state wages before judgment: simple, item by item or from one reasonable date.

Authority:
    The item ``prejudgment_interest`` of each state.
    N.Y. C.P.L.R. 5001(b): upon each item from the date it was incurred, or upon all from a single reasonable
        intermediate date (position ``ny_interest_start``).
    Cal. Lab. Code § 218.6; Cal. Civ. Code § 3289(b) (position ``ca_wage_interest_rate``).

A year has 365 days. A rate that varies, compounds, is left to the court or is not encoded for every day is
not computed, nor is one for injuries (tiers such as Massachusetts' ``tort``, whose interest runs from the
start of the action). Interest stands beside multiplied damages only where the wage law itself says so.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators.civil.choices import CivilChoices
from remedies.calculators.civil.provisions import COMPOUND
from remedies.calculators.civil.weeks import Refusals
from remedies.calculators.workweeks import DAY
from remedies.errors import LawNotEncodedError
from remedies.facts.civil import Civil
from remedies.figures import Figure, given, lawful, product, quotient, total
from remedies.law import Law, Version
from remedies.operations import ZERO, Unit

NOT_FOR_WAGES = frozenset({"tort", "personal_injury", "public_bodies"})
HUNDRED, YEAR = Fraction(100), 365
NO_INTEREST = given("no interest", ZERO, Unit.RATIO)
_CALIFORNIA_TIERS = {"ten_percent": "contract", "seven_percent": "other"}
_DAYS_IN_A_YEAR = given("days in a year", Fraction(YEAR), Unit.DAY)


@dataclass(frozen=True, slots=True)
class Factors:
    """What interest multiplies a sum by: for the whole time, and its parts for other ways of rounding.

    ``whole`` is for all days; ``daily`` for one day and ``days`` how many; ``yearly`` for a year, ``years``
    how many are full and ``rest`` for the days after them.
    """

    whole: Figure
    daily: Figure
    days: Figure
    yearly: Figure
    years: Figure
    rest: Figure


NOTHING = Factors(*[NO_INTEREST] * 6)


class StateInterest:
    """The interest of one state, by the day from which it runs."""

    def __init__(
        self, state: str, law: Law, civil: Civil, choices: CivilChoices, refusals: Refusals
    ) -> None:
        """Take the state's key, the law, the days of the claim and the options taken."""
        self.state = state
        self._law = law
        self._civil = civil
        self._refusals = refusals
        self._rounding = choices.option("civil_wage_rounding_interest")
        self._california = _CALIFORNIA_TIERS[choices.option("ca_wage_interest_rate")]
        self._made: dict[dt.date, Factors] = {}

    @property
    def key(self) -> str:
        """The key of the state's item."""
        return f"{self.state}.prejudgment_interest"

    def since(self, day: dt.date, week: dt.date) -> Factors:
        """Return the factors for a sum that was due on ``day``; what is not encoded is refused."""
        if day not in self._made:
            self._made[day] = self._factors(day, week)
        return self._made[day]

    def _factors(self, day: dt.date, week: dt.date) -> Factors:
        last = self._civil.interest_to
        if day >= last:
            return NOTHING
        try:
            stretches = list(self._stretches(day, last))
        except LawNotEncodedError as error:
            self._refusals.law(f"interest in {self.state}", error, week)
            return NOTHING
        percents = {version.terms.get("percent") for _, version in stretches}
        if self._rounding != "exact" and len(percents) > 1:
            why = "the rate changed; a day's or a year's interest is not one amount"
            self._refusals.add(f"interest in {self.state}", why, week)
            return NOTHING
        return self._of(stretches)

    def _of(self, stretches: list[tuple[int, Version]]) -> Factors:
        parts = [_for_days(_yearly(version), days) for days, version in stretches]
        whole = parts[0] if len(parts) == 1 else total("interest at all rates", *parts)
        yearly = _yearly(stretches[-1][1])
        count = sum(days for days, _ in stretches)
        return Factors(
            whole=whole,
            daily=quotient("interest a day", yearly, given("365", Fraction(YEAR), Unit.RATIO)),
            days=given("days of interest", Fraction(count), Unit.RATIO),
            yearly=yearly,
            years=given("full years of interest", Fraction(count // YEAR), Unit.RATIO),
            rest=_for_days(yearly, count % YEAR),
        )

    def _stretches(self, first: dt.date, last: dt.date) -> Iterator[tuple[int, Version]]:
        """Yield the days that each rate governs, from the day after ``first`` through ``last``.

        Raises:
            LawNotEncodedError: a day has no rate that can be computed.

        """
        item = self._law.item(self.key)
        tier = self._california if self.state == "us-ca" else self._civil.tiers.get(self.key)
        if tier in NOT_FOR_WAGES:
            raise LawNotEncodedError(
                self.key, f"its tier {tier} is for injuries and the like, not for wages"
            )
        starts = first + DAY
        while starts <= last:
            version = item.on(starts, tier)
            self._demand_simple(version)
            later = (day for day in item.changes if starts < day <= last)
            ends = next((day - DAY for day in later if item.on(day, tier) is not version), last)
            yield (ends - starts).days + 1, version
            starts = ends + DAY

    def _demand_simple(self, version: Version) -> None:
        percent, kind = version.terms.get("percent"), version.terms.get("kind")
        if self.state in COMPOUND:
            raise LawNotEncodedError(self.key, "its rate compounds, which is not computed")
        if not isinstance(percent, Fraction) or kind != "fixed":
            why = f"its rate is {kind}: no fixed percentage is encoded"
            raise LawNotEncodedError(self.key, why)


def _yearly(version: Version) -> Figure:
    percent = version.terms["percent"]
    assert isinstance(percent, Fraction)  # noqa: S101 - as _demand_simple looked
    name = f"interest a year ({version.name})"
    return lawful(name, percent / HUNDRED, Unit.RATIO, version.authority)


def _for_days(yearly: Figure, days: int) -> Figure:
    counted = given("days of interest", Fraction(days), Unit.DAY)
    share = quotient("share of a year", counted, _DAYS_IN_A_YEAR)
    return product("interest for the days", yearly, share)
