"""The periods of work as a paper lists them: in the claim's own terms."""

from dataclasses import dataclass
from typing import assert_never

from remedies.documents.wording import count, exact, span
from remedies.facts import (
    DAYS,
    Claim,
    Daily,
    Hourly,
    Hours,
    NoPay,
    Paid,
    PaidPerHour,
    PaidPerMonth,
    PaidPerWorkweek,
    PaidRecords,
    PaidTotal,
    Pay,
    PerDay,
    PerWorkweek,
    Records,
    Salary,
    WorkPeriod,
)
from remedies.operations import ZERO, Unit
from remedies.worksheet import dollars, evidence_words

_ALL = len(DAYS)


@dataclass(frozen=True, slots=True)
class Period:
    """One period of work in words."""

    dates: str
    work: str
    hours: str
    pay: str
    paid: str
    exhibit: str


def periods(claim: Claim) -> list[Period]:
    """Return the claim's periods of work, in the order of the claim."""
    return [
        Period(
            dates=_dates(work),
            work=", ".join(part for part in (work.occupation, _place(work)) if part)
            or "not stated",
            hours=_hours(work.hours),
            pay=_pay(work.pay, work),
            paid=_paid(work.paid),
            exhibit="; ".join(
                [work.exhibit or "no exhibit", f"evidence: {evidence_words(work.evidence)}"]
            ),
        )
        for work in claim.work
    ]


def _place(work: WorkPeriod) -> str:
    return f"{work.place} ({work.place_tier.replace('_', ' ')})" if work.place_tier else work.place


def _dates(work: WorkPeriod) -> str:
    text = span(work.begins_on, work.ends_on)
    starts = f"; workweek starts on {DAYS[work.workweek_starts_on].capitalize()}"
    away = "".join(
        f"; away {span(a.begins_on, a.ends_on)}{f' ({a.why})' if a.why else ''}" for a in work.away
    )
    return text + starts + away


def _hours(hours: Hours) -> str:
    match hours:
        case PerWorkweek(number, days):
            return f"{exact(number, Unit.HOUR)} a workweek, {_days(days)}"
        case PerDay(number, days):
            return f"{exact(number, Unit.HOUR)} a day, {_days(days)}"
        case Daily(by_day, _):
            each = [(DAYS[d].capitalize(), h) for d, h in enumerate(by_day) if h]
            return ", ".join(f"{name} {exact(h, Unit.HOUR)}" for name, h in each)
        case Records(records):
            return f"{count(len(records), 'dated record')} of hours"
        case _:
            assert_never(hours)


def _days(days: tuple[int, ...]) -> str:
    if len(days) == _ALL:
        return "every day"
    return "on " + ", ".join(DAYS[day].capitalize() for day in days)


def _pay(pay: Pay, work: WorkPeriod) -> str:
    match pay:
        case NoPay():
            text = "none agreed"
        case Hourly(rate):
            text = exact(rate, Unit.USD_PER_HOUR)
        case Salary(sum_, per, covers):
            which = "hours covered not stated"
            if covers is not None:
                which = f"covers {covers if isinstance(covers, str) else exact(covers, Unit.HOUR)}"
            text = f"{dollars(sum_)} for a {per.value.replace('_', ' ')}, {which}"
        case _:
            assert_never(pay)
    if work.bonus_per_workweek:
        text += f"; bonus {dollars(work.bonus_per_workweek)} a workweek"
    return text


def _paid(paid: Paid | None) -> str:
    match paid:
        case None:
            return "nothing given"
        case PaidPerHour(amount=each):
            return exact(each, Unit.USD_PER_HOUR)
        case PaidPerWorkweek(amount=each):
            return f"{dollars(each)} a workweek"
        case PaidPerMonth(amount=each):
            return f"{dollars(each)} a month"
        case PaidTotal(amount=each):
            return f"{dollars(each)} in all"
        case PaidRecords(payments=payments):
            whole = sum((payment.amount for payment in payments), ZERO)
            return f"{count(len(payments), 'payment')}, {dollars(whole)} in all"
        case _:
            assert_never(paid)
