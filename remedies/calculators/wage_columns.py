"""The columns of the wage schedule: one formula each, in the order in which a reader checks them.

Authority:
    29 U.S.C. § 207(f): a guaranteed weekly pay under a contract that qualifies.
    29 C.F.R. § 531.35: costs that the worker bears come off what was paid.
    29 C.F.R. § 531.37(a): what deductions may take in an overtime workweek.
    What :mod:`remedies.calculators.wages` lists.
"""

from functools import cache

from remedies.calculators.wage_shape import Shape, rate_column, usd_column
from remedies.figures import Authority
from remedies.law import Law
from remedies.operations import Op, Unit
from remedies.schedule import Column, Formulas

HOURS = "hours"
RATE = "rate"
STRAIGHT_TIME = "straight_time"
DUE = "due"
PAID = "paid"
UNPAID = "unpaid"
UNPAID_MINIMUM = "unpaid_minimum_wages"
UNPAID_AGREED = "unpaid_above_minimum"
UNPAID_OVERTIME = "unpaid_overtime"
DUE_MINIMUM = "due_minimum_wages"
DUE_AGREED = "due_above_minimum"
DUE_OVERTIME = "due_overtime"
GUARANTY = "guaranty"
DEDUCTIONS = "deductions"
COSTS = "worker_borne_costs"
TIPS_KEPT = "tips_kept"

_AGREED_RATE, _MINIMUM_RATE = "agreed_rate", "minimum_rate"
_OVERTIME_HOURS, _PREMIUM = "overtime_hours", "overtime_premium"
_AT_MINIMUM = "minimum_straight_time"
_UP_TO = "hours_up_to_threshold"
_PREMIUM_RATE = "premium_rate"
_CREDITED = "wages_credited"
_OWED = "due_and_costs"


@cache
def wage_formulas(law: Law, shape: Shape) -> Formulas:
    """Return the schedule's columns for a claim."""
    columns = _Columns(law, shape)
    if shape.agreed and shape.straight_time_rate == "minimum":
        found = columns.minimum_first()
    else:
        found = columns.straight_time_first()
    due = [] if shape.net_of_paid else columns.parts_of_due()
    return Formulas([*columns.facts(), *found, *due])


class _Columns:
    """The columns of one claim's schedule, in the order of their formulas."""

    def __init__(self, law: Law, shape: Shape) -> None:
        self.shape = shape
        self.agreed = shape.agreed
        self.deductions = shape.deductions and shape.agreed
        self.paid = _CREDITED if self.deductions else PAID
        self.owed = _OWED if shape.costs else DUE
        self.minimum_rate = _MINIMUM_RATE if shape.agreed else RATE
        self.minimum_wage = law.rule("minimum_wage_206_a")
        self.overtime = law.rule("overtime_207_a_1")
        self.regular_rate = law.rule("regular_rate_778_109")
        self.straight_first = law.rule("straight_time_first_778_315")
        # Rules that only some claims need are asked for only then: an older record of the law lacks them.
        self.limits = _asked(law, "deductions_overtime_531_37", when=self.deductions)
        self.guaranteed = _asked(law, "guaranteed_pay_207_f", when=shape.guaranty)
        self.free_and_clear = law.rule("free_and_clear_531_35")

    def facts(self) -> list[Column]:
        """What each row brings."""
        rate, by = Unit.USD_PER_HOUR, (self.minimum_wage,)
        rates = (
            [
                Column(key=_AGREED_RATE, name="regular rate agreed", unit=rate),
                Column(key=_MINIMUM_RATE, name="minimum wage", unit=rate, authority=by),
            ]
            if self.agreed
            else [Column(key=RATE, name="rate owed", unit=rate, authority=by)]
        )
        return [
            Column(key=HOURS, name="hours worked", unit=Unit.HOUR),
            *rates,
            Column(key="overtime_after", name="overtime after", unit=Unit.HOUR),
            Column(key="overtime_half", name="overtime premium, as a multiple", unit=Unit.RATIO),
            Column(key=PAID, name="wages paid", unit=Unit.USD),
            *self._own_columns(),
        ]

    def _own_columns(self) -> list[Column]:
        shape = self.shape
        found = [
            (shape.guaranty, GUARANTY, "guaranty of a workweek", self.guaranteed),
            (self.deductions, DEDUCTIONS, "deductions agreed to freely", self.limits),
            (shape.costs, COSTS, "costs borne by the worker", (self.free_and_clear,)),
            (shape.tips_kept, TIPS_KEPT, "tips kept by the employer", ()),
        ]
        return [
            Column(key=key, name=name, unit=Unit.USD, authority=by)
            for counts, key, name, by in found
            if counts
        ]

    def straight_time_first(self) -> list[Column]:
        """Straight time for every hour at the rate owed, then overtime; pay is credited in that order."""
        unpaid_straight = UNPAID_MINIMUM if not self.agreed else "unpaid_straight_time"
        columns = [
            *self._rate_owed(),
            *self._rounded_rate(),
            self._straight_time(),
            *self._premium(),
            *self._due(),
            *self._credited(),
            *self._owed(),
            usd_column(
                UNPAID, "unpaid wages", Op.EXCESS, (self.owed, self.paid), self.straight_first
            ),
            *self._net(STRAIGHT_TIME, unpaid_straight, "unpaid straight time", self.paid),
        ]
        if self.agreed:
            columns += [
                self._at_minimum(HOURS),
                *self._net(_AT_MINIMUM, UNPAID_MINIMUM, "unpaid minimum wages"),
                usd_column(
                    UNPAID_AGREED,
                    "unpaid straight time above the minimum wage",
                    Op.EXCESS,
                    (unpaid_straight, UNPAID_MINIMUM),
                ),
            ]
        columns.append(
            usd_column(UNPAID_OVERTIME, "unpaid overtime", Op.EXCESS, (UNPAID, unpaid_straight))
        )
        return columns

    def minimum_first(self) -> list[Column]:
        """The minimum wage for hours up to the threshold, overtime pay for the rest.

        Pay is credited to hours up to the threshold at the agreed rate, which it was paid for, and what is
        left to overtime pay: one and one-half times the regular rate, never less (29 U.S.C. § 207(a)(1)).
        """
        return [*self._due_minimum_first(), *self._unpaid_minimum_first()]

    def _due_minimum_first(self) -> list[Column]:
        return [
            *self._rate_owed(),
            *self._rounded_rate(),
            *self._premium(),
            _up_to(),
            self._at_minimum(_UP_TO),
            usd_column(
                "overtime_straight",
                "overtime at the rate",
                Op.PRODUCT,
                (self._rate, _OVERTIME_HOURS),
            ),
            usd_column(
                STRAIGHT_TIME, "straight time", Op.TOTAL, (_AT_MINIMUM, "overtime_straight")
            ),
            *self._due(),
            usd_column(
                "overtime_pay",
                "overtime pay",
                Op.TOTAL,
                ("overtime_straight", _PREMIUM),
                self.overtime,
            ),
        ]

    def _unpaid_minimum_first(self) -> list[Column]:
        agreed, costs = "agreed_for_hours", "agreed_and_costs"
        name = "agreed pay up to the threshold"
        with_costs = [usd_column(costs, f"{name}, and costs", Op.TOTAL, (agreed, COSTS))]
        return [
            *self._credited(),
            usd_column(agreed, name, Op.PRODUCT, (RATE, _UP_TO)),
            *(with_costs if self.shape.costs else []),
            usd_column(
                "paid_for_overtime",
                "paid beyond that",
                Op.EXCESS,
                (self.paid, costs if self.shape.costs else agreed),
            ),
            usd_column(
                "unpaid_overtime_exact",
                "unpaid overtime before rounding",
                Op.EXCESS,
                ("overtime_pay", "paid_for_overtime"),
                self.overtime,
            ),
            *self._net(_AT_MINIMUM, UNPAID_MINIMUM, "unpaid minimum wages"),
            usd_column(
                "unpaid_exact",
                "unpaid wages before rounding",
                Op.TOTAL,
                (f"{UNPAID_MINIMUM}_exact", "unpaid_overtime_exact"),
            ),
            usd_column(UNPAID, "unpaid wages", Op.TO_CENTS, ("unpaid_exact",)),
            usd_column(UNPAID_OVERTIME, "unpaid overtime", Op.EXCESS, (UNPAID, UNPAID_MINIMUM)),
        ]

    def parts_of_due(self) -> list[Column]:
        """What wages due are made of, paid or not."""
        minimum = _AT_MINIMUM if self.agreed else STRAIGHT_TIME
        return [
            usd_column("due_straight_time", "straight time due", Op.TO_CENTS, (STRAIGHT_TIME,)),
            usd_column(DUE_MINIMUM, "minimum wages due", Op.TO_CENTS, (minimum,)),
            usd_column(
                DUE_AGREED,
                "straight time due above the minimum wage",
                Op.EXCESS,
                ("due_straight_time", DUE_MINIMUM),
            ),
            usd_column(DUE_OVERTIME, "overtime due", Op.EXCESS, (DUE, "due_straight_time")),
        ]

    def _rate_owed(self) -> list[Column]:
        if not self.agreed:
            return []
        return [
            Column(
                key=RATE,
                name="rate owed",
                unit=Unit.USD_PER_HOUR,
                op=Op.GREATER,
                operands=(_AGREED_RATE, _MINIMUM_RATE),
                authority=(self.minimum_wage, self.regular_rate),
            )
        ]

    @property
    def _rate(self) -> str:
        """The rate at which overtime hours' straight time is owed: rounded where method B rounds it."""
        return "rate_in_cents" if self.shape.rounding == "dol_b" else RATE

    def _rounded_rate(self) -> list[Column]:
        if self.shape.rounding == "exact":
            return []
        found = [rate_column("rate_in_cents", "rate owed, to the cent", Op.TO_CENTS, (RATE,))]
        if self.shape.rounding == "dol_b" and self.agreed:
            name, least = "minimum wage, to the cent", (self.minimum_rate,)
            found.append(rate_column("minimum_in_cents", name, Op.TO_CENTS, least))
        return found

    def _straight_time(self) -> Column:
        operands = (self._rate, HOURS)
        return usd_column(STRAIGHT_TIME, "straight time", Op.PRODUCT, operands, self.minimum_wage)

    def _premium_rate(self) -> list[Column]:
        name, half = "overtime premium rate", "overtime_half"
        if self.shape.rounding == "exact":
            return [rate_column(_PREMIUM_RATE, name, Op.PRODUCT, (RATE, half), self.overtime)]
        exact = rate_column(
            "premium_rate_exact", f"{name}, exact", Op.PRODUCT, ("rate_in_cents", half)
        )
        if self.shape.rounding == "dol_a":
            rounded = rate_column(_PREMIUM_RATE, name, Op.TO_CENTS, (exact.key,), self.overtime)
            return [exact, rounded]
        whole, cents = "overtime_rate_exact", "overtime_rate"
        return [
            exact,
            rate_column(whole, "overtime rate, exact", Op.TOTAL, ("rate_in_cents", exact.key)),
            rate_column(cents, "overtime rate, to the cent", Op.TO_CENTS, (whole,), self.overtime),
            rate_column(_PREMIUM_RATE, name, Op.EXCESS, (cents, "rate_in_cents"), self.overtime),
        ]

    def _premium(self) -> list[Column]:
        return [
            Column(
                key=_OVERTIME_HOURS,
                name="overtime hours",
                unit=Unit.HOUR,
                op=Op.EXCESS,
                operands=(HOURS, "overtime_after"),
                authority=(self.overtime,),
            ),
            *self._premium_rate(),
            usd_column(
                _PREMIUM,
                "overtime premium",
                Op.PRODUCT,
                (_PREMIUM_RATE, _OVERTIME_HOURS),
                self.overtime,
            ),
        ]

    def _due(self) -> list[Column]:
        name, exact = "wages due before rounding", "due_exact"
        if not self.shape.guaranty or self.shape.straight_time_rate == "minimum":
            found = [usd_column(exact, name, Op.TOTAL, (STRAIGHT_TIME, _PREMIUM))]
        else:
            by_rates = "due_by_rates"
            operands = (by_rates, GUARANTY)
            found = [
                usd_column(
                    by_rates, "wages due by the rates", Op.TOTAL, (STRAIGHT_TIME, _PREMIUM)
                ),
                usd_column(exact, name, Op.GREATER, operands, *self.guaranteed),
            ]
        return [*found, usd_column(DUE, "wages due", Op.TO_CENTS, (exact,))]

    def _credited(self) -> list[Column]:
        """What deductions may take: what is above the minimum wage, for hours up to the threshold."""
        if not self.deductions:
            return []
        above, most, exact = "rate_above_minimum", "most_deducted", "deductions_exact"
        up_to = [] if self.shape.straight_time_rate == "minimum" else [_up_to()]
        return [
            *up_to,
            rate_column(above, "rate above the minimum wage", Op.EXCESS, (RATE, _MINIMUM_RATE)),
            usd_column(
                most, "most that may be deducted", Op.PRODUCT, (above, _UP_TO), *self.limits
            ),
            usd_column(
                exact, "deductions credited, exact", Op.LESSER, (DEDUCTIONS, most), *self.limits
            ),
            usd_column("deductions_credited", "deductions credited", Op.TO_CENTS, (exact,)),
            usd_column(_CREDITED, "pay credited", Op.TOTAL, (PAID, "deductions_credited")),
        ]

    def _owed(self) -> list[Column]:
        if not self.shape.costs:
            return []
        name = "wages due, and costs borne by the worker"
        return [usd_column(_OWED, name, Op.TOTAL, (DUE, COSTS), self.free_and_clear)]

    def _at_minimum(self, hours: str) -> Column:
        name = "straight time at the minimum wage"
        rate = "minimum_in_cents" if self.shape.rounding == "dol_b" else self.minimum_rate
        return usd_column(_AT_MINIMUM, name, Op.PRODUCT, (rate, hours), self.minimum_wage)

    def _net(self, gross: str, key: str, name: str, paid: str = PAID) -> list[Column]:
        """What is unpaid of some wages, costs borne by the worker with them."""
        exact, owed = f"{key}_exact", f"{gross}_and_costs"
        costs = self.shape.costs
        with_costs = usd_column(owed, f"{name}, due with costs", Op.TOTAL, (gross, COSTS))
        operands = (owed if costs else gross, paid)
        return [
            *([with_costs] if costs else []),
            usd_column(exact, f"{name} before rounding", Op.EXCESS, operands, self.straight_first),
            usd_column(key, name, Op.TO_CENTS, (exact,)),
        ]


def _asked(law: Law, key: str, *, when: bool) -> tuple[Authority, ...]:
    return (law.rule(key),) if when else ()


def _up_to() -> Column:
    return Column(
        key=_UP_TO,
        name="hours up to the threshold",
        unit=Unit.HOUR,
        op=Op.EXCESS,
        operands=(HOURS, _OVERTIME_HOURS),
    )
