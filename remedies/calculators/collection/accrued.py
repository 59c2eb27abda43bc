"""What interest came to: the amount, the days and the rate behind it, and its worksheet.

Authority:
    18 U.S.C. § 3612(f)(2): the daily computation that the lines show.
    18 U.S.C. § 3612(f)(3)(B): a court's limit on the total.

The unpaid principal of all days is added up in whole cents and multiplied by the rate of one day: one
product stands for thousands of days, and rounds once. ``rows`` shows the days apart.
"""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators.collection.balances import Steps, Stretch, stretches, years
from remedies.calculators.collection.civil_interest import Accrual, added_up, usd
from remedies.figures import Figure, given, lawful, lesser, product, quotient, to_cents, total
from remedies.operations import ZERO, Unit, half_up

HUNDRED = 100
FULL_YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """Interest on one defendant's restitution through a day.

    ``first_on`` is the first day of liability, None where there is none, and ``why`` says why. ``exact`` is
    what accrued, in dollars, before a limit. ``daily`` holds the unpaid principal of all days added up, in
    cents, by the number of days into which the year's rate is divided. ``rate`` is in percent a year, None
    where nothing needed it. ``steps`` is the unpaid principal, ``last_on`` the last day that counts.
    """

    first_on: dt.date | None
    last_on: dt.date
    rate: Figure | None = None
    exact: Fraction = ZERO
    daily: tuple[tuple[int, int], ...] = ()
    limit: int | None = None
    why: str = ""
    notes: tuple[str, ...] = ()
    steps: Steps = ()
    accruals: tuple[Accrual, ...] = ()

    @property
    def cents(self) -> int:
        """What is payable, in cents: within the limit, rounded once."""
        accrued = int(half_up(self.exact) * HUNDRED)
        return accrued if self.limit is None else min(accrued, self.limit)

    def figure(self) -> Figure:
        """Return what is payable as a line of a worksheet, in dollars to the cent."""
        accrued = self._accrued()
        if self.limit is not None:
            most = usd("the most interest that is payable", self.limit)
            accrued = lesser("interest within its limit", accrued, most)
        return to_cents("interest on restitution", accrued)

    def rows(self) -> tuple["Row", ...]:
        """Return the days by unpaid principal, each with its interest: the table of a statement."""
        if self.first_on is None or self.rate is None or self.accruals:
            return ()
        yearly = self.rate.value / HUNDRED
        full = {days for days, _ in self.daily} == {FULL_YEAR}
        return tuple(
            Row(Stretch(first, last, stretch.cents), yearly, FULL_YEAR if full else of_year)
            for stretch in stretches(self.steps, self.first_on, self.last_on)
            for first, last, of_year in parts(stretch.first, stretch.last, by_year=not full)
        )

    def _accrued(self) -> Figure:
        if self.accruals:
            return added_up(self.accruals)
        if self.rate is None or not self.daily:
            return given(f"no interest: {self.why}", ZERO, Unit.USD)
        rate = self.rate
        yearly = lawful("rate a year", rate.value / HUNDRED, Unit.RATIO, *rate.authority)
        made = [_of_years(yearly, days, cents) for days, cents in self.daily]
        return made[0] if len(made) == 1 else total("interest of all years", *made)


@dataclass(frozen=True, slots=True)
class Row:
    """Days on end with one unpaid principal, the yearly rate as a ratio, and the days it is divided into."""

    stretch: Stretch
    yearly: Fraction
    of_year: int

    @property
    def interest(self) -> Fraction:
        """The interest of these days, exactly, in dollars."""
        rate, base = self.yearly, self.stretch.cents * self.stretch.days
        return Fraction(rate.numerator * base, rate.denominator * HUNDRED * self.of_year)


def parts(
    first: dt.date, last: dt.date, *, by_year: bool
) -> tuple[tuple[dt.date, dt.date, int], ...]:
    """Return days as a whole, or parted by calendar years; each with the days of its year."""
    return tuple(years(first, last)) if by_year else ((first, last, FULL_YEAR),)


def _of_years(yearly: Figure, days: int, cents: int) -> Figure:
    name = f"unpaid principal of every day, added up (years of {days} days)"
    of_year = given("days in a year", Fraction(days), Unit.RATIO)
    return product("interest", usd(name, cents), quotient("rate a day", yearly, of_year))
