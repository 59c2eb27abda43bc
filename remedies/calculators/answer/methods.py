"""Ways in which a workweek's wages may have been reached: each gives an amount that can be held to the cent.

Authority:
    29 U.S.C. § 207(a)(1): one and one-half times the regular rate above forty hours.
    29 C.F.R. § 778.104: no averaging over two workweeks.
    29 C.F.R. §§ 778.113, 778.114: a salary for forty hours, or for all hours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from remedies.calculators.answer.rows import OurWeek, over
from remedies.operations import ONE, ZERO, half_up

CENT = Fraction(1, 100)
_FORTY = Fraction(40)


class Way(StrEnum):
    """A way of reaching wages due, in the order in which ways are tried."""

    EXACT = "exact"
    CUT = "cut_to_cents"
    EVEN = "half_to_even"
    RATES_A = "dol_a"
    RATES_B = "dol_b"
    NO_PREMIUM = "no_premium"
    AVERAGED = "averaged"
    SALARY_ALONE = "salary_alone"
    HALF_TIME = "half_time"
    CAPPED = "capped"
    PREMIUM_AT = "premium_at"
    THRESHOLD = "threshold"


ROUNDINGS = (Way.EXACT, Way.CUT, Way.EVEN, Way.RATES_A, Way.RATES_B)
OUR_WAYS = (Way.EXACT, Way.RATES_A, Way.RATES_B)


@dataclass(frozen=True, slots=True)
class Method:
    """A way, with the number that it needs.

    ``number`` is the hours of a threshold or of overtime counted, the premium's rate in dollars an hour, or
    the workweek's salary in dollars; zero where the way needs none.
    """

    way: Way
    number: Fraction = ZERO


def due(method: Method, hours: Fraction, rate: Fraction, week: OurWeek) -> Fraction:
    """Return a workweek's wages by a method, in whole cents of a dollar."""
    if method.way in ROUNDINGS:
        return _rounded(method.way, hours, rate, week)
    return half_up(_unrounded(method, hours, rate, week))


def _rounded(way: Way, hours: Fraction, rate: Fraction, week: OurWeek) -> Fraction:
    extra = week.overtime(hours)
    exact = rate * hours + rate * week.half * extra
    cents = half_up(rate)
    match way:
        case Way.CUT:
            return exact // CENT * CENT
        case Way.EVEN:
            return Fraction(round(exact * 100), 100)
        case Way.RATES_A:
            return half_up(rate * hours + half_up(cents * week.half) * extra)
        case Way.RATES_B:
            return half_up(cents * hours + (half_up(cents * (ONE + week.half)) - cents) * extra)
        case _:
            return half_up(exact)


def _unrounded(method: Method, hours: Fraction, rate: Fraction, week: OurWeek) -> Fraction:
    number, extra = method.number, week.overtime(hours)
    match method.way:
        case Way.NO_PREMIUM:
            return rate * hours
        case Way.AVERAGED:
            return rate * hours + rate * week.half * number
        case Way.CAPPED:
            return rate * min(hours, number)
        case Way.SALARY_ALONE:
            return number
        case Way.HALF_TIME:
            return number + (number / hours * week.half * extra if hours else ZERO)
        case Way.PREMIUM_AT:
            return rate * hours + number * week.half * extra
        case _:
            return rate * hours + rate * week.half * over(hours, number)


@dataclass(frozen=True, slots=True)
class Tried:
    """What a row is tried against: rates of a premium, a salary in dollars, overtime hours if averaged."""

    rates: tuple[Fraction, ...] = ()
    salary: Fraction | None = None
    averaged: Fraction | None = None


def fitting(
    amount: Fraction, hours: Fraction, rate: Fraction, week: OurWeek, tried: Tried
) -> Iterator[Method]:
    """Yield every method that gives ``amount`` to the cent, in the order in which ways are tried."""
    for method in _candidates(amount, hours, rate, week, tried):
        if due(method, hours, rate, week) == amount:
            yield method


def _candidates(
    amount: Fraction, hours: Fraction, rate: Fraction, week: OurWeek, tried: Tried
) -> Iterator[Method]:
    yield from map(Method, ROUNDINGS)
    yield Method(Way.NO_PREMIUM)
    if tried.averaged is not None:
        yield Method(Way.AVERAGED, tried.averaged)
    if tried.salary is not None:
        yield Method(Way.SALARY_ALONE, tried.salary)
        yield Method(Way.HALF_TIME, tried.salary)
    yield from (Method(Way.CAPPED, cap) for cap in dict.fromkeys((week.threshold, _FORTY)))
    if week.overtime(hours):
        yield from (Method(Way.PREMIUM_AT, r) for r in tried.rates if r != rate)
    if rate and amount > rate * hours:
        whole = round(hours - (amount - rate * hours) / (rate * week.half))
        if _FORTY <= whole < hours and whole != week.threshold:
            yield Method(Way.THRESHOLD, Fraction(whole))


def ours(week: OurWeek) -> Method:
    """Return the method of our own row: exact, or with rates rounded first where a position rounds them."""
    for way in OUR_WAYS:
        if due(Method(way), week.hours, week.rate, week) == week.due:
            return Method(way)
    return Method(Way.EXACT)
