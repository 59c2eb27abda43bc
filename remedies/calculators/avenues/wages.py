"""Wages: federal in court or through the Labor Department, and those of the place; each payday has its time.

Authority:
    29 U.S.C. §§ 206(a), 207(a)(1), 216(b), (c): the worker's action, and the Labor Department's.
    29 U.S.C. § 215(a)(3): no retaliation.
    29 U.S.C. § 255(a): two years, three if willful; 29 C.F.R. § 790.21(b): from each regular payday.
    29 U.S.C. § 218(a): a higher wage under state law.
"""

from dataclasses import dataclass, replace
from typing import Final

from dateutil.relativedelta import relativedelta

from remedies.calculators.avenues.asked import Asked
from remedies.calculators.avenues.civil import LAWYERS, words_of
from remedies.calculators.avenues.criminal import by_place
from remedies.calculators.avenues.limits import (
    Clock,
    anniversary,
    by_month,
    first_in_time,
    first_payday,
    last_day,
    last_of,
)
from remedies.calculators.avenues.overlaps import overlaps
from remedies.calculators.avenues.remedy import (
    Avenue,
    Kind,
    Reasons,
    Remedy,
    Standing,
    Status,
    TimeLimit,
)
from remedies.facts.answers import Employer, Known, Paid, Received, Work
from remedies.law import Version

_SPECIAL: Final = {Work.DOMESTIC, Work.CARE, Work.AGRICULTURE}
_KEPT: Final = ("kept_from_acting",)
_TERMS: Final = ("limitation_years", "limitation_years_if_willful")


def wages_flsa(asked: Asked) -> Remedy:
    """Return how a suit for federal wages stands."""
    cites = ("flsa_action_216_b", "flsa_216_b", "limitation_255", "accrual_790_21")
    return replace(_federal(asked, Avenue.WAGES_FLSA), contacts=LAWYERS, cites=cites)


def wages_dol(asked: Asked) -> Remedy:
    """Return how a complaint to the Labor Department for federal wages stands."""
    cites = ("flsa_secretary_216_c", "limitation_255", "flsa_retaliation_215_a3")
    return replace(_federal(asked, Avenue.WAGES_DOL), contacts=("wage_hour",), cites=cites)


def _federal(asked: Asked, avenue: Avenue) -> Remedy:
    reasons = Reasons()
    by_pay(reasons, asked)
    _by_work(reasons, asked)
    by_employer(reasons, asked)
    if Received.WAGES in asked.answers.received:
        reasons.lower(Standing.ASK_A_LAWYER, "received_wages")
    shorter = first_payday(asked, "limitation_flsa", "us.limitation_flsa")
    longer = first_payday(asked, "limitation_flsa_willful", "us.limitation_flsa_willful")
    clock = Clock(
        key="flsa_last_pay",
        law="us.limitation_flsa",
        counts_from="ended_on",
        longer="us.limitation_flsa_willful",
        tolling=_KEPT,
    )
    last = last_day(asked, clock, asked.answers.ended_on, asked.answers.ended_on)
    by_paydays(reasons, asked, asked.span("us.limitation_flsa"), last)
    if last.status(asked.as_of) is Status.ARGUABLE:
        reasons.note("only_if_willful")
    return replace(
        reasons.remedy(avenue),
        limits=(shorter, longer, last),
        overlaps=overlaps(avenue),
    )


def by_pay(reasons: Reasons, asked: Asked) -> None:
    """Note what was said of the pay; who was paid all that was promised may still be below the minimum."""
    match asked.answers.paid:
        case Paid.NOTHING | Paid.LESS:
            reasons.note("unpaid")
        case Paid.IN_FULL:
            reasons.lower(Standing.MAY_BE_OPEN, "paid_in_full")
        case Paid.UNKNOWN:
            reasons.lower(Standing.UNKNOWN, "pay_unknown", "paid")


def _by_work(reasons: Reasons, asked: Asked) -> None:
    """Note work for which the federal Act has rules of its own."""
    kinds = asked.answers.kinds_of_work
    if not kinds:
        reasons.ask("kinds_of_work")
    elif kinds == {Work.COMMERCIAL_SEX}:
        reasons.lower(Standing.ASK_A_LAWYER, "special_job_rules")
    elif kinds & _SPECIAL:
        reasons.lower(Standing.MAY_BE_OPEN, "special_job_rules")


def by_employer(reasons: Reasons, asked: Asked) -> None:
    """Note for whom the work was done, and where, as far as it matters to a claim for wages."""
    match asked.answers.employer:
        case Employer.DIPLOMAT:
            reasons.lower(Standing.ASK_A_LAWYER, "diplomat")
        case Employer.FAMILY_MEMBER:
            reasons.lower(Standing.ASK_A_LAWYER, "family_employer")
        case Employer.UNKNOWN:
            reasons.note("employer_unknown", "employer")
        case _:
            pass
    if asked.answers.outside_us is Known.YES:
        reasons.lower(Standing.ASK_A_LAWYER, "work_abroad")


def by_paydays(
    reasons: Reasons, asked: Asked, shortest: relativedelta | None, last: TimeLimit
) -> None:
    """Note how much of the pay is still in time: all of it, part of it, or by no count any."""
    began, as_of = asked.answers.began_on, asked.as_of
    if shortest is None or not last.encoded:
        reasons.lower(Standing.UNKNOWN, "law_not_for_this_day")
    elif last.status(as_of) is Status.PASSED:
        reasons.lower(Standing.ASK_A_LAWYER, "time_over")
        reasons.note("tolling_possible")
    elif began is not None and as_of <= began.first + shortest:
        reasons.note("within_time")
    elif asked.answers.ended_on is None:
        missing = ("ended_on",) if began else ("began_on", "ended_on")
        reasons.lower(Standing.UNKNOWN, "time_unknown", *missing)
    else:
        reasons.lower(Standing.MAY_BE_OPEN, "partly_in_time")
        if began is None:
            reasons.ask("began_on")
    if last.is_near(as_of):
        reasons.note("time_short")
    by_month(reasons, [last])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Years:
    """The shortest and the longest span that a place's law states for wages."""

    shortest: relativedelta
    longest: relativedelta


def wages_state(asked: Asked) -> Remedy:
    """Return how a claim for wages under the law of the place stands."""
    reasons = Reasons()
    by_pay(reasons, asked)
    if asked.answers.kinds_of_work == {Work.COMMERCIAL_SEX}:
        reasons.lower(Standing.ASK_A_LAWYER, "special_job_rules")
    by_employer(reasons, asked)
    cites = by_place(reasons, asked, "wage_damages")
    found = asked.of_the_place("wage_damages") if cites else ()
    limits = _of_the_place(reasons, asked, cites, found)
    return replace(
        reasons.remedy(Avenue.WAGES_STATE),
        limits=limits,
        overlaps=overlaps(Avenue.WAGES_STATE),
        contacts=("legal_aid_finder", "law_help"),
        cites=("higher_standard_218_a", *cites),
        place=asked.jurisdiction,
    )


def _of_the_place(
    reasons: Reasons, asked: Asked, cites: tuple[str, ...], found: tuple[Version, ...]
) -> tuple[TimeLimit, ...]:
    """Return the place's times: by the shortest and the longest of its years, and in its own words."""
    first = TimeLimit(
        key="wages_state",
        law=cites[0] if cites else "",
        counts_from="payday" if found else "state_law",
        kind=Kind.FIRST_PAYDAY,
        words=words_of(found),
    )
    years = _years(found)
    if years is None:
        if cites:
            reasons.lower(Standing.MAY_BE_OPEN, "state_time")
        return (replace(first, kind=Kind.LAST_DAY, counts_from="state_law"),)
    last = _last_pay(asked, years, cites[0])
    by_paydays(reasons, asked, years.shortest, last)
    first = replace(
        first,
        safe_on=first_in_time(asked.as_of, years.shortest),
        latest_on=first_in_time(asked.as_of, years.longest),
    )
    return first, last


def _years(found: tuple[Version, ...]) -> _Years | None:
    stated = [int(v.terms[name]) for v in found for name in _TERMS if name in v.terms]
    if not stated:
        return None
    return _Years(
        shortest=relativedelta(years=min(stated)), longest=relativedelta(years=max(stated))
    )


def _last_pay(asked: Asked, years: _Years, law: str) -> TimeLimit:
    """Return the time for the pay of the last day of work: safe by the shortest span."""
    ended = asked.answers.ended_on
    limit = TimeLimit(key="wages_state_last_pay", law=law, counts_from="ended_on", tolling=_KEPT)
    if ended is None:
        return limit
    safe = ended.first + years.shortest
    latest = max(safe, anniversary(last_of(asked, "ended_on", ended), years.longest))
    return replace(limit, safe_on=safe, latest_on=latest, exact=ended.exact)
