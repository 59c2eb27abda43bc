"""What was agreed, paid, taken and given in kind, as a paper says it: in the claim's own terms."""

from collections.abc import Iterator
from typing import assert_never

from remedies.documents.wording import count, span, stated
from remedies.facts import (
    Bonus,
    BonusPer,
    DayRate,
    Deduction,
    Facility,
    Fluctuating,
    Guaranteed,
    Hourly,
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
    Piece,
    Salary,
    SeveralRates,
    Tips,
    WorkPeriod,
)
from remedies.operations import ZERO, Unit


def agreed_words(work: WorkPeriod) -> str:
    """Return what was agreed, bonuses with it."""
    return "; ".join([basis_words(work.pay), *map(_bonus, work.bonuses)])


def basis_words(pay: Pay) -> str:
    """Return the basis of pay."""
    match pay:
        case NoPay():
            return "none agreed"
        case Hourly(rate):
            return stated(rate, Unit.USD_PER_HOUR)
        case SeveralRates(rates):
            each = (
                f"{stated(r.rate, Unit.USD_PER_HOUR)} for {stated(r.hours, Unit.HOUR)}"
                for r in rates
            )
            return ", ".join(each) or "the rate that each record states"
        case Salary(sum_, per, covers):
            which = "hours covered not stated"
            if covers is not None:
                which = (
                    f"covers {covers if isinstance(covers, str) else stated(covers, Unit.HOUR)}"
                )
            return f"{stated(sum_, Unit.USD)} for a {_spaced(per)}, {which}"
        case Fluctuating(sum_, per, met):
            conditions = "" if met else "not "
            salary = stated(sum_, Unit.USD)
            return f"{salary} for a {_spaced(per)} of any length, conditions {conditions}proven"
        case _:
            return _flat(pay)


def _flat(pay: DayRate | JobRate | Piece | Guaranteed) -> str:
    match pay:
        case DayRate(rate):
            return f"{stated(rate, Unit.USD)} a day"
        case JobRate(rate, jobs):
            return f"{stated(rate, Unit.USD)} a job, {stated(jobs, Unit.RATIO)} jobs a workweek"
        case Piece(earnings, waiting, rate):
            text = f"piece work, {stated(earnings, Unit.USD)} a workweek"
            if waiting:
                at = stated(rate, Unit.USD_PER_HOUR) if rate else "no pay of its own"
                text += f", with {stated(waiting, Unit.HOUR)} of waiting at {at}"
            return text
        case Guaranteed(rate, hours, guaranty):
            up_to, at = stated(hours, Unit.HOUR), stated(rate, Unit.USD_PER_HOUR)
            return f"{stated(guaranty, Unit.USD)} a workweek guaranteed for up to {up_to} at {at}"
        case _:
            assert_never(pay)


def _bonus(bonus: Bonus) -> str:
    unit = Unit.USD_PER_HOUR if bonus.per is BonusPer.HOUR else None
    amount = stated(bonus.amount, unit or Unit.USD)
    per = {BonusPer.HOUR: "", BonusPer.DATES: ""}.get(bonus.per, f" a {_spaced(bonus.per)}")
    dates = (
        f" for {span(bonus.begins_on, bonus.ends_on)}" if bonus.begins_on and bonus.ends_on else ""
    )
    hours = f" for {stated(bonus.hours, Unit.HOUR)} a workweek" if bonus.hours else ""
    left_out = ", left out of the regular rate" if bonus.excluded else ""
    return f"{_spaced(bonus.kind)} {amount}{per}{hours}{dates}{left_out}"


def paid_words(paid: Paid | None) -> str:
    """Return what reached the victim."""
    match paid:
        case None:
            return "nothing given"
        case PaidPerHour(amount=each):
            return stated(each, Unit.USD_PER_HOUR)
        case PaidPerDay(amount=each):
            return f"{stated(each, Unit.USD)} a day"
        case PaidPerWorkweek(amount=each):
            return f"{stated(each, Unit.USD)} a workweek"
        case PaidPerMonth(amount=each):
            return f"{stated(each, Unit.USD)} a month"
        case PaidTotal(amount=each):
            return f"{stated(each, Unit.USD)} in all"
        case PaidRecords(payments=payments):
            whole = sum((payment.amount for payment in payments), ZERO)
            return f"{count(len(payments), 'payment')}, {stated(whole, Unit.USD)} in all"
        case _:
            assert_never(paid)


def besides_words(work: WorkPeriod) -> Iterator[str]:
    """Yield what was taken from pay, given in kind and received in tips."""
    yield from map(_deduction, work.deductions)
    yield from map(_facility, work.facilities)
    if work.tips is not None:
        yield _tips(work.tips)


def _deduction(deduction: Deduction) -> str:
    how = "paid by the worker" if deduction.out_of_pocket else "withheld"
    if deduction.begins_on is None:
        when = " a workweek"
    elif deduction.ends_on is None:
        when = f" on {deduction.begins_on.isoformat()}"
    else:
        when = f" for {span(deduction.begins_on, deduction.ends_on)}"
    freely = ", agreed to freely" if deduction.voluntary else ""
    return f"{deduction.kind.value} {stated(deduction.amount, Unit.USD)}{when}, {how}{freely}"


def _facility(facility: Facility) -> str:
    conditions = "conditions of a credit " + (
        "stated" if facility.conditions_met else "not stated"
    )
    measure = _spaced(facility.measure)
    return f"{facility.kind.value} {stated(facility.amount, Unit.USD)} a workweek, {measure}, {conditions}"


def _tips(tips: Tips) -> str:
    return f"tips {stated(tips.amount, Unit.USD)} a workweek, kept by the {tips.kept_by.value}"


def _spaced(word: str) -> str:
    return str(word).replace("_", " ")
