"""The columns of the wage schedule: one formula each, in the order in which a reader checks them.

Authority: as in :mod:`remedies.calculators.wages`.
"""

from functools import cache

from remedies.figures import Authority, Op, Unit
from remedies.law import Law
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


@cache
def wage_formulas(
    law: Law, *, agreed: bool, straight_time_rate: str, net_of_paid: bool
) -> Formulas:
    """Return the schedule's columns for a claim.

    Args:
        law: for the authorities of the columns.
        agreed: whether any pay was agreed, so that rates are compared.
        straight_time_rate: ``agreed`` or ``minimum``, the position of that name.
        net_of_paid: whether wages paid are credited, the position ``flsa_arm_net_of_paid``.

    """
    above = agreed and straight_time_rate == "agreed"
    return Formulas(
        [
            *_facts(law, agreed=agreed),
            *_due(law, agreed=agreed, straight_time_at="rate" if above else _minimum(agreed)),
            *_unpaid(law, above=above, agreed=agreed, net_of_paid=net_of_paid),
        ]
    )


def _minimum(agreed: bool) -> str:  # noqa: FBT001 - a private switch
    return "minimum_rate" if agreed else RATE


def _facts(law: Law, *, agreed: bool) -> list[Column]:
    minimum_wage = (law.rule("minimum_wage_206_a"),)
    rates = (
        [
            Column(key="agreed_rate", name="regular rate agreed", unit=Unit.USD_PER_HOUR),
            Column(
                key="minimum_rate",
                name="minimum wage",
                unit=Unit.USD_PER_HOUR,
                authority=minimum_wage,
            ),
        ]
        if agreed
        else [Column(key=RATE, name="rate owed", unit=Unit.USD_PER_HOUR, authority=minimum_wage)]
    )
    return [
        Column(key=HOURS, name="hours worked", unit=Unit.HOUR),
        *rates,
        Column(key="overtime_after", name="overtime after", unit=Unit.HOUR),
        Column(key="overtime_half", name="overtime premium, as a multiple", unit=Unit.RATIO),
        Column(key=PAID, name="wages paid", unit=Unit.USD),
    ]


def _due(law: Law, *, agreed: bool, straight_time_at: str) -> list[Column]:
    minimum_wage, overtime = law.rule("minimum_wage_206_a"), law.rule("overtime_207_a_1")
    regular = law.rule("regular_rate_778_109")
    columns = []
    if agreed:
        columns.append(
            _column(
                RATE,
                "rate owed",
                Unit.USD_PER_HOUR,
                Op.GREATER,
                ("agreed_rate", "minimum_rate"),
                minimum_wage,
                regular,
            )
        )
    return [
        *columns,
        _column(
            STRAIGHT_TIME,
            "straight time",
            Unit.USD,
            Op.PRODUCT,
            (straight_time_at, HOURS),
            minimum_wage,
        ),
        _column(
            "overtime_hours",
            "overtime hours",
            Unit.HOUR,
            Op.EXCESS,
            (HOURS, "overtime_after"),
            overtime,
        ),
        _column(
            "premium_rate",
            "overtime premium rate",
            Unit.USD_PER_HOUR,
            Op.PRODUCT,
            (RATE, "overtime_half"),
            overtime,
        ),
        _column(
            "overtime_premium",
            "overtime premium",
            Unit.USD,
            Op.PRODUCT,
            ("premium_rate", "overtime_hours"),
            overtime,
        ),
        _column(
            "due_exact",
            "wages due before rounding",
            Unit.USD,
            Op.TOTAL,
            (STRAIGHT_TIME, "overtime_premium"),
        ),
        _column(DUE, "wages due", Unit.USD, Op.TO_CENTS, ("due_exact",)),
    ]


def _unpaid(law: Law, *, above: bool, agreed: bool, net_of_paid: bool) -> list[Column]:
    first = law.rule("straight_time_first_778_315")

    def net(key: str, name: str, gross: str) -> Column:
        if net_of_paid:
            return _column(key, name, Unit.USD, Op.EXCESS, (gross, PAID), first)
        return _column(key, name, Unit.USD, Op.TOTAL, (gross,))

    def cents(key: str, name: str, exact: str) -> Column:
        return _column(key, name, Unit.USD, Op.TO_CENTS, (exact,))

    columns = [net(UNPAID, "unpaid wages", DUE)]
    if above:
        columns += [
            _column(
                "minimum_straight_time",
                "straight time at the minimum wage",
                Unit.USD,
                Op.PRODUCT,
                (_minimum(agreed), HOURS),
            ),
            net("unpaid_straight_exact", "unpaid straight time before rounding", STRAIGHT_TIME),
            cents("unpaid_straight_time", "unpaid straight time", "unpaid_straight_exact"),
            net("unpaid_minimum_exact", "unpaid before rounding", "minimum_straight_time"),
            cents(UNPAID_MINIMUM, "unpaid minimum wages", "unpaid_minimum_exact"),
            _column(
                UNPAID_AGREED,
                "unpaid straight time above the minimum wage",
                Unit.USD,
                Op.EXCESS,
                ("unpaid_straight_time", UNPAID_MINIMUM),
            ),
            _column(
                UNPAID_OVERTIME,
                "unpaid overtime",
                Unit.USD,
                Op.EXCESS,
                (UNPAID, "unpaid_straight_time"),
            ),
        ]
    else:
        columns += [
            net("unpaid_minimum_exact", "unpaid before rounding", STRAIGHT_TIME),
            cents(UNPAID_MINIMUM, "unpaid minimum wages", "unpaid_minimum_exact"),
            _column(
                UNPAID_OVERTIME,
                "unpaid overtime",
                Unit.USD,
                Op.EXCESS,
                (UNPAID, UNPAID_MINIMUM),
            ),
        ]
    return columns


def _column(
    key: str, name: str, unit: Unit, op: Op, operands: tuple[str, ...], *authority: Authority
) -> Column:
    return Column(key=key, name=name, unit=unit, op=op, operands=operands, authority=authority)
