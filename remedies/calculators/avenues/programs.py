"""Farm workers, and workers of the H-2A and H-2B programs.

Authority:
    29 U.S.C. §§ 1854(a), 1855(a), (b), 1862(b): the farm worker's action, and retaliation.
    Estados Unidos Mexicanos v. DeCoster, No. 98-186-P-H (D. Me. May 26, 1999); Barajas v. Bermudez, 43 F.3d
    1251 (9th Cir. 1994): the Act names no time, and courts borrow one.
    29 C.F.R. §§ 501.4(a)(1), 501.6(b), (c), 501.16(a)(1), 503.7(c), (d), 503.16(f)(1), (n), (o), 503.20(a):
    complaints, retaliation and recovery in the two programs.
    20 C.F.R. §§ 655.120(a), 655.122(i), 655.135(j), 655.20(f): what such employers promise.
    20 C.F.R. §§ 658.411(a)(3), (d)(6): complaints at a job center.
    29 U.S.C. § 255(a): when federal wages are too old, which a report may not mend.
"""

from dataclasses import replace
from typing import Final

from remedies.calculators.avenues.asked import Asked
from remedies.calculators.avenues.brings import amounts, of_the_law
from remedies.calculators.avenues.limits import Clock, by_month, event, last_day
from remedies.calculators.avenues.overlaps import overlaps
from remedies.calculators.avenues.remedy import (
    Avenue,
    Bound,
    Reasons,
    Remedy,
    Standing,
    Status,
    TimeLimit,
)
from remedies.calculators.avenues.wages import by_employer, by_pay
from remedies.facts.answers import JobProgram, Known

_CONTACTS: Final = ("wage_hour", "legal_aid_finder")


def wages_mspa(asked: Asked) -> Remedy:
    """Return how the farm worker's action stands; it names no time of its own."""
    reasons = Reasons()
    _by_farm(reasons, asked)
    by_employer(reasons, asked)
    if asked.program is JobProgram.H2A:
        reasons.lower(Standing.ASK_A_LAWYER, "farm_visa")
    elif asked.program is JobProgram.UNKNOWN and asked.farm_work is not Known.NO:
        _by_no_answer(reasons, asked)
    reasons.lower(Standing.MAY_BE_OPEN, "state_time")
    limits = (
        event("limitation_mspa", "state_law"),
        event("mspa_retaliation", "retaliation", law="us.mspa_retaliation_days"),
        _job_service(asked),
    )
    by_month(reasons, limits)
    return replace(
        reasons.remedy(Avenue.WAGES_MSPA),
        limits=limits,
        brings=amounts(of_the_law(asked, "us.mspa_statutory_damages", Bound.AT_MOST)),
        overlaps=overlaps(Avenue.WAGES_MSPA),
        contacts=_CONTACTS,
        cites=("mspa_action_1854_a", "mspa_limitation_none", "mspa_retaliation_1855"),
    )


def _by_farm(reasons: Reasons, asked: Asked) -> None:
    match asked.farm_work:
        case Known.YES:
            reasons.note("farm_work")
        case Known.NO:
            reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "not_farm_work")
        case Known.UNKNOWN:
            reasons.lower(Standing.UNKNOWN, "work_unknown", "kinds_of_work")


def _by_no_answer(reasons: Reasons, asked: Asked) -> None:
    """Note that no program is known; who would rather not say is not asked again."""
    asks = ("visa_program",) if asked.answers.visa_program is JobProgram.UNKNOWN else ()
    reasons.note("job_program_unknown", *asks)


def _job_service(asked: Asked) -> TimeLimit:
    """Return the time for a complaint on a job order, for what happened on the last day of the work."""
    clock = Clock(key="job_service", law="us.job_service_complaint_years", counts_from="ended_on")
    return last_day(asked, clock, asked.answers.ended_on, asked.answers.ended_on)


def _by_age(reasons: Reasons, asked: Asked) -> None:
    """Note that no time for a report was found; where the wages' own has run, that is not sure to help."""
    ended = asked.answers.ended_on
    clock = Clock(key="", law="us.limitation_flsa_willful", counts_from="ended_on")
    if last_day(asked, clock, ended, ended).status(asked.as_of) is Status.PASSED:
        reasons.lower(Standing.MAY_BE_OPEN, "old_work")
    else:
        reasons.note("no_time_limit")


def wages_h2a(asked: Asked) -> Remedy:
    """Return how a complaint of a worker in the H-2A program, which is for farm work, stands."""
    reasons = Reasons()
    if asked.farm_work is Known.NO and asked.program is JobProgram.UNKNOWN:
        reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "not_farm_work")
    limits = (_job_service(asked),)
    cites = (
        "h2a_complaint_501_6",
        "h2a_retaliation_501_4",
        "h2a_remedies_501_16",
        "h2a_contract_wage",
        "h2a_guarantee_655_122_i",
        "job_service_time_658_411_d6",
    )
    return _program(asked, reasons, JobProgram.H2A, limits, cites)


def wages_h2b(asked: Asked) -> Remedy:
    """Return how a complaint of a worker in the H-2B program stands."""
    cites = (
        "h2b_complaint_503_7",
        "h2b_retaliation_503_16_n",
        "h2b_remedies_503_20",
        "h2b_guarantee_655_20_f",
    )
    return _program(asked, Reasons(), JobProgram.H2B, (), cites)


def _program(
    asked: Asked,
    reasons: Reasons,
    program: JobProgram,
    limits: tuple[TimeLimit, ...],
    cites: tuple[str, ...],
) -> Remedy:
    """Return a program's remedy; where nobody said whether the job was part of one, that is not known."""
    avenue = Avenue.WAGES_H2A if program is JobProgram.H2A else Avenue.WAGES_H2B
    if asked.program is JobProgram.UNKNOWN:
        reasons.lower(Standing.UNKNOWN, "job_program_unknown")
        _by_no_answer(reasons, asked)
    elif asked.program is not program:
        reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "no_job_program")
    else:
        reasons.note("job_program")
        by_pay(reasons, asked)
        _by_age(reasons, asked)
    by_month(reasons, limits)
    return replace(
        reasons.remedy(avenue),
        limits=limits,
        overlaps=overlaps(avenue),
        contacts=_CONTACTS,
        cites=cites,
    )
