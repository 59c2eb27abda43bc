"""The hours, the agreed pay and what was received of one period of work, said as the claim states them."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import groupby
from typing import Final

from remedies.documents.guides.table_words import TableWords
from remedies.facts import (
    DAYS,
    HOURS_ALL,
    Daily,
    DayRate,
    Fluctuating,
    Guaranteed,
    Hourly,
    Hours,
    JobRate,
    NoPay,
    Paid,
    PaidPerDay,
    PaidPerHour,
    PaidPerMonth,
    PaidPerWorkweek,
    PaidRecords,
    PaidTotal,
    Pay,
    PerDay,
    PerWorkweek,
    Piece,
    RateOfHours,
    Records,
    Salary,
    SeveralRates,
    WorkPeriod,
)
from remedies.facts.ranges import Likely
from remedies.operations import ZERO, Unit

_PAID_PER: Final[dict[type[Paid], str]] = {
    PaidPerHour: "hour",
    PaidPerDay: "day",
    PaidPerWorkweek: "workweek",
    PaidPerMonth: "month",
    PaidTotal: "total",
}


def together(values: Iterable[Fraction]) -> Fraction:
    """Return a sum; one of ranges is a range."""
    found = list(values)
    if not any(isinstance(value, Likely) for value in found):
        return sum(found, ZERO)
    low = sum((v.low if isinstance(v, Likely) else v for v in found), ZERO)
    high = sum((v.high if isinstance(v, Likely) else v for v in found), ZERO)
    return Likely(sum(found, ZERO), low, high)


def pattern(period: WorkPeriod, told: TableWords) -> Iterator[tuple[str, str]]:
    """Yield what a period's own exhibit supports: the hours, what lies within them, the agreed pay."""
    yield "hours", _hours(period.hours, told)
    within = (("sleep", period.sleep), ("meals", period.meals), ("on_call", period.on_call))
    for name, found in within:
        if found is not None and found.hours_per_day:
            yield name, told.words("per", "day").format(told.hours(found.hours_per_day))
    if not isinstance(period.pay, NoPay) and (says := _pay(period.pay, told)):
        yield "pay", says


def _hours(found: Hours, told: TableWords) -> str:
    match found:
        case PerWorkweek():
            return told.words("per", "workweek").format(told.hours(found.hours))
        case PerDay():
            return told.words("facts", "each_day").format(told.hours(found.hours))
        case Daily():
            return ", ".join(_weekdays(found, told))
        case Records():
            return told.words("facts", "recorded").format(
                days=_days(len({record.on for record in found.records}), told),
                hours=told.hours(together(record.hours for record in found.records)),
            )


def _days(count: int, told: TableWords) -> str:
    return told.amount(Fraction(count), Unit.DAY)


def _weekdays(found: Daily, told: TableWords) -> Iterator[str]:
    """Yield days that follow each other with the same hours as one: ``Monday to Friday 14 hours``."""
    for hours, run in groupby(enumerate(found.by_day), key=lambda day: day[1]):
        names = [told.words("weekdays", DAYS[place]) for place, _ in run]
        if hours:
            ends = {"first": names[0], "last": names[-1]}
            said = told.words("weekdays", "run").format(**ends) if names[1:] else names[0]
            yield f"{said} {told.hours(hours)}"


def _pay(found: Pay, told: TableWords) -> str:
    def per(key: str, amount: Fraction) -> str:
        return told.words("per", key).format(told.dollars(amount))

    match found:
        case Hourly():
            return per("hour", found.rate)
        case Salary() | Fluctuating():
            hours = found.covers_hours if isinstance(found, Salary) else HOURS_ALL
            return _covers(per(found.per.value, found.amount), hours, told)
        case SeveralRates():
            return ", ".join(_rate(each, told) for each in found.rates)
        case DayRate():
            return per("day", found.rate)
        case JobRate():
            says = told.words("facts", "jobs")
            return says.format(rate=per("job", found.rate), count=told.number(found.jobs))
        case Piece():
            return told.words("facts", "pieces").format(per("workweek", found.earnings))
        case Guaranteed():
            return told.words("facts", "up_to").format(
                pay=per("week", found.guaranty),
                hours=told.hours(found.hours),
                rate=per("hour", found.rate),
            )
        case NoPay():
            return ""


def _covers(pay: str, hours: Fraction | str | None, told: TableWords) -> str:
    if hours is None:
        return pay
    if isinstance(hours, str):
        return told.words("facts", "covers_all").format(pay=pay)
    return told.words("facts", "covers").format(pay=pay, hours=told.hours(hours))


def _rate(found: RateOfHours, told: TableWords) -> str:
    rate = told.words("per", "hour").format(told.dollars(found.rate))
    return told.words("facts", "rate_of_hours").format(rate=rate, hours=told.hours(found.hours))


def received(found: Paid, told: TableWords) -> Iterator[tuple[str, str]]:
    """Yield each exhibit, and what was received as it shows it; payments of one exhibit together."""
    if not isinstance(found, PaidRecords):
        per = told.words("per", _PAID_PER[type(found)])
        yield found.exhibit, per.format(told.dollars(found.amount))
        return
    by_exhibit: dict[str, list[Fraction]] = {}
    for payment in found.payments:
        by_exhibit.setdefault(payment.exhibit or found.exhibit, []).append(payment.amount)
    for exhibit, amounts in by_exhibit.items():
        total = told.words("per", "total").format(told.dollars(together(amounts)))
        yield (
            exhibit,
            told.words("facts", "payments").format(total=total, count=f"{len(amounts):,}"),
        )
