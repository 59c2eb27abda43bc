"""What counts as paid under state law: money alone; and what of the facts a civil claim leaves out.

Authority:
    29 U.S.C. § 203(m): the credits for tips and facilities are federal law's; no state's own are taken here.
    29 U.S.C. §§ 203(m)(2)(B), 216(b): tips that an employer kept are owed, with as much again.
"""

from collections.abc import Sequence
from dataclasses import replace

from remedies.calculators.civil.weeks import Refusals
from remedies.calculators.in_kind import TIPS_FROM
from remedies.calculators.minimum_wage import place_key
from remedies.facts import Keeper, WorkPeriod
from remedies.facts.civil import is_abroad
from remedies.facts.paid import FOR_THE_WORKER

NO_TIPS = (
    "no tip is credited against the state's wages: the federal tip credit is not taken for them, and the "
    "state's own, where it has one, is not computed"
)
NO_FACILITIES = (
    "no facility is credited against the state's wages: the federal credit is not taken for them, and the "
    "state's own, where it has one, is not computed"
)
KEPT = (
    "29 U.S.C. §§ 203(m)(2)(B), 216(b) give them and as much again in a civil action; they are not in this "
    "figure"
)
COSTS = "the state's rules on what a worker may be made to bear are not encoded; federal law counts them"


def in_money(work: Sequence[WorkPeriod]) -> tuple[WorkPeriod, ...]:
    """Return the work without tips and facilities, so that only money paid is counted and credited."""
    return tuple(
        replace(period, tips=None, facilities=()) if period.tips or period.facilities else period
        for period in work
    )


def say_left_out(work: Sequence[WorkPeriod], refusals: Refusals) -> None:
    """Keep what a civil claim does not compute of the facts of some work."""
    if not work:
        refusals.add("wages", "the claim gives no work; no wages are computed")
    for period in work:
        _say_place(period, refusals)
        tips, place = period.tips, place_key(period.place)
        if tips and tips.kept_by is Keeper.EMPLOYER and period.ends_on >= TIPS_FROM:
            refusals.add("tips kept by the employer", KEPT)
        if place is None:
            continue
        state = place.partition(".")[0]
        if tips and tips.kept_by is Keeper.WORKER:
            refusals.add(f"tip credit of {state}", NO_TIPS)
        if period.facilities:
            refusals.add(f"board and lodging credit of {state}", NO_FACILITIES)
        if any(d.out_of_pocket and d.kind not in FOR_THE_WORKER for d in period.deductions):
            refusals.add(f"costs borne by the worker in {state}", COSTS)


def _say_place(period: WorkPeriod, refusals: Refusals) -> None:
    """Keep why no state's law is applied to a period that lies in none."""
    if place_key(period.place) is not None:
        return
    if not period.place:
        why = "some work names no place such as US-CA; federal law alone is applied to it"
    elif is_abroad(period.place):
        why = "some work was outside the United States; no state's law is applied to it"
    else:
        why = "the place of some work is not a place of the form US-CA; federal law alone is applied to it"
    refusals.add("state law", why)
