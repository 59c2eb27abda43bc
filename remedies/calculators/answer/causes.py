"""Why a row differs: the closed list of causes, what each is called and the rules that it rests on.

Authority:
    29 U.S.C. §§ 203(m)(1), 203(m)(2)(A): facilities and tips as wages.
    29 U.S.C. §§ 206(a), 206(g)(1), 206(g)(5): the minimum wage, and that of young employees.
    29 U.S.C. § 207(a)(1): overtime.
    29 C.F.R. §§ 531.30, 531.35: facilities freely accepted; wages paid "free and clear".
    29 C.F.R. §§ 778.103, 778.104: all hours count; each workweek stands alone.
    29 C.F.R. §§ 778.107, 778.109: the regular rate, and its floor.
    29 C.F.R. §§ 778.113(a), 778.114(a): salaries.
    29 C.F.R. § 778.322: a workweek without overtime.
    29 C.F.R. §§ 779.3, 779.4: a new minimum wage applies from its day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from remedies.figures import Authority
from remedies.law import Law


class CauseKind(StrEnum):
    """One cause, in the order in which causes are listed."""

    NOT_IN_THEIRS = "not_in_their_schedule"
    NOT_IN_OURS = "not_in_our_schedule"
    ARITHMETIC = "error_in_their_row"
    UNEXPLAINED = "not_explained"
    HOURS = "hours_differ"
    HOURS_ROUNDED = "hours_rounded"
    RATE_OLD = "older_minimum_wage"
    RATE_LATER = "later_minimum_wage"
    RATE_CHANGED = "rate_change_inside_workweek"
    RATE_AGREED = "agreed_rate_below_minimum"
    RATE_ABOVE = "agreed_rate_above_minimum"
    RATE_MINIMUM = "minimum_wage_below_agreed_rate"
    RATE_SALARY = "salary_over_all_hours"
    RATE_PLACE = "state_or_local_minimum_wage"
    RATE_TIPPED = "tipped_cash_wage"
    RATE_YOUTH = "youth_minimum_wage"
    RATE_ROUNDED = "rate_rounded"
    RATE_OTHER = "rate_differs"
    NO_PREMIUM = "overtime_premium_left_out"
    EXEMPTION = "exemption_applied"
    EXEMPT_HERE = "no_overtime_in_ours"
    CAPPED = "hours_above_threshold_left_out"
    THRESHOLD = "another_threshold"
    AVERAGED = "averaged_over_two_workweeks"
    PREMIUM_RATE = "premium_on_another_rate"
    SALARY_ALONE = "salary_alone"
    HALF_TIME = "half_time_on_salary"
    ROUNDING = "rounding"
    OUR_RULE = "rule_of_our_schedule"
    FACILITY = "facilities_credited"
    DEDUCTION = "deductions_credited"
    TIPS = "tips_credited"
    PAID_ELSEWHERE = "pay_of_another_workweek"
    PAID_MORE = "pay_credited_by_them"
    PAID_LESS = "pay_credited_by_us"
    COSTS = "costs_borne_by_worker"
    UNPAID_ARITHMETIC = "error_in_their_unpaid"


TITLES: Final[Mapping[CauseKind, str]] = {
    CauseKind.NOT_IN_THEIRS: "Workweeks that their schedule leaves out",
    CauseKind.NOT_IN_OURS: "Workweeks that only their schedule has",
    CauseKind.ARITHMETIC: "Their amount does not follow from their own hours and rate",
    CauseKind.UNEXPLAINED: "Not explained: their schedule states too little",
    CauseKind.HOURS: "Other hours",
    CauseKind.HOURS_ROUNDED: "Hours rounded before they are multiplied",
    CauseKind.RATE_OLD: "An older minimum wage",
    CauseKind.RATE_LATER: "A later minimum wage",
    CauseKind.RATE_CHANGED: "One minimum wage for a workweek that has two",
    CauseKind.RATE_AGREED: "An agreed rate below the minimum wage",
    CauseKind.RATE_ABOVE: "An agreed rate where the Act secures the minimum wage",
    CauseKind.RATE_MINIMUM: "The minimum wage where a higher rate was agreed",
    CauseKind.RATE_SALARY: "A salary spread over all hours worked",
    CauseKind.RATE_PLACE: "A state or local minimum wage",
    CauseKind.RATE_TIPPED: "The cash wage of tipped employees",
    CauseKind.RATE_YOUTH: "The youth minimum wage",
    CauseKind.RATE_ROUNDED: "Rate rounded before it is multiplied",
    CauseKind.RATE_OTHER: "Another rate",
    CauseKind.NO_PREMIUM: "No overtime premium: all hours at straight time",
    CauseKind.EXEMPTION: "No overtime: an exemption applied",
    CauseKind.EXEMPT_HERE: "Overtime counted where our schedule applies an exemption",
    CauseKind.CAPPED: "Hours above the threshold left out",
    CauseKind.THRESHOLD: "Overtime counted after another number of hours",
    CauseKind.AVERAGED: "Hours averaged over two workweeks",
    CauseKind.PREMIUM_RATE: "Overtime premium on another rate",
    CauseKind.SALARY_ALONE: "The salary alone, without overtime",
    CauseKind.HALF_TIME: "Half-time on a salary taken to cover all hours",
    CauseKind.ROUNDING: "Rounding",
    CauseKind.OUR_RULE: "A rule that only our schedule applies",
    CauseKind.FACILITY: "Board, lodging or other facilities credited as paid",
    CauseKind.DEDUCTION: "Deductions credited as paid",
    CauseKind.TIPS: "Tips credited as paid",
    CauseKind.PAID_ELSEWHERE: "Pay credited to another workweek",
    CauseKind.PAID_MORE: "Pay credited that our facts do not show",
    CauseKind.PAID_LESS: "Pay that their schedule does not credit",
    CauseKind.COSTS: "Costs that the worker bore for the employer",
    CauseKind.UNPAID_ARITHMETIC: "Their unpaid amount does not follow from their own due and paid",
}

_MINIMUM, _OVERTIME = "minimum_wage_206_a", "overtime_207_a_1"
_CHANGE, _WEEK = "change_of_rate_779_3", "flsa_workweek_778_104"
_HOURS, _REGULAR = "all_hours_counted_778_103", "regular_rate_778_109"
_FREE = "free_and_clear_531_35"
RULES: Final[Mapping[CauseKind, tuple[str, ...]]] = {
    CauseKind.NOT_IN_THEIRS: (_HOURS, _MINIMUM),
    CauseKind.HOURS: (_HOURS,),
    CauseKind.HOURS_ROUNDED: (_HOURS,),
    CauseKind.RATE_OLD: (_MINIMUM, _CHANGE),
    CauseKind.RATE_LATER: (_MINIMUM, _CHANGE),
    CauseKind.RATE_CHANGED: (_CHANGE,),
    CauseKind.RATE_AGREED: (_MINIMUM, "regular_rate_floor_778_107"),
    CauseKind.RATE_ABOVE: (_MINIMUM, "no_overtime_week_778_322"),
    CauseKind.RATE_MINIMUM: (_REGULAR,),
    CauseKind.RATE_SALARY: ("salary_778_113",),
    CauseKind.RATE_TIPPED: ("tips_203_m2A",),
    CauseKind.RATE_YOUTH: ("youth_wage_206_g",),
    CauseKind.RATE_OTHER: (_MINIMUM, _REGULAR),
    CauseKind.NO_PREMIUM: (_OVERTIME,),
    CauseKind.EXEMPTION: (_OVERTIME,),
    CauseKind.CAPPED: (_MINIMUM, _OVERTIME),
    CauseKind.THRESHOLD: (_OVERTIME,),
    CauseKind.AVERAGED: (_WEEK,),
    CauseKind.PREMIUM_RATE: (_OVERTIME, _REGULAR),
    CauseKind.SALARY_ALONE: (_OVERTIME, "salary_778_113"),
    CauseKind.HALF_TIME: ("salary_778_113", "fixed_salary_778_114"),
    CauseKind.FACILITY: ("facilities_voluntary_531_30", "facilities_203_m1"),
    CauseKind.DEDUCTION: (_FREE,),
    CauseKind.TIPS: ("tips_203_m2A",),
    CauseKind.PAID_ELSEWHERE: (_WEEK,),
    CauseKind.PAID_MORE: (_FREE,),
    CauseKind.COSTS: (_FREE,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One cause of one row's difference: what it moves, in dollars, ours less theirs.

    ``unpaid`` is None where their schedule says nothing of pay.
    """

    kind: CauseKind
    says: str
    due: Fraction
    paid: Fraction | None
    unpaid: Fraction | None
    authority: tuple[Authority, ...] = ()

    @property
    def title(self) -> str:
        """The cause in a few words, as summaries head it."""
        return TITLES[self.kind]


def rules(kind: CauseKind, law: Law) -> tuple[Authority, ...]:
    """Return the rules of law that a cause rests on."""
    return tuple(law.rule(key) for key in RULES.get(kind, ()))
