"""The columns of a state's schedule of wages: one formula each, in the order in which a reader checks them.

Authority: as in :mod:`remedies.calculators.civil.state_rules`.

No hour is paid two premiums: overtime hours are the greater of those above the week's threshold and those
above the day's, which is the same as counting the day's first and then what is left above the week's. Hours
at double time are overtime hours that carry a second premium.
"""

from functools import cache

from remedies.operations import Op, Unit
from remedies.schedule import Column, Formulas

HOURS, RATE, DUE, PAID, UNPAID = "hours", "rate", "due", "paid", "unpaid"
AGREED_RATE, MINIMUM_RATE = "agreed_rate", "minimum_rate"
OVERTIME_HOURS, DOUBLE_HOURS = "overtime_hours", "double_time_hours"
UNPAID_MINIMUM, UNPAID_AGREED = "unpaid_minimum_wages", "unpaid_above_minimum"
UNPAID_OVERTIME, UNPAID_SPREAD = "unpaid_overtime", "unpaid_spread_of_hours"


@cache
def state_formulas() -> Formulas:
    """Return the columns of every state's schedule."""
    return Formulas([*_facts(), *_due(), *_unpaid()])


def _facts() -> list[Column]:
    rate, hour = Unit.USD_PER_HOUR, Unit.HOUR
    return [
        Column(key=HOURS, name="hours worked", unit=hour),
        Column(key=AGREED_RATE, name="regular rate agreed", unit=rate),
        Column(key=MINIMUM_RATE, name="State minimum wage", unit=rate),
        Column(key="overtime_after", name="overtime after, by the week", unit=hour),
        Column(key="daily_overtime_hours", name="overtime hours by the day", unit=hour),
        Column(key=DOUBLE_HOURS, name="hours at double time", unit=hour),
        Column(key="overtime_half", name="overtime premium, as a multiple", unit=Unit.RATIO),
        Column(key="double_half", name="second premium, as a multiple", unit=Unit.RATIO),
        Column(key="spread_pay", name="pay for the spread of hours", unit=Unit.USD),
        Column(key=PAID, name="wages paid", unit=Unit.USD),
    ]


def _due() -> list[Column]:
    return [
        _rate(RATE, "rate owed", Op.GREATER, AGREED_RATE, MINIMUM_RATE),
        _usd("straight_time", "straight time", Op.PRODUCT, RATE, HOURS),
        _hours(
            "weekly_overtime_hours", "hours above the week's", Op.EXCESS, HOURS, "overtime_after"
        ),
        _hours(
            OVERTIME_HOURS,
            "overtime hours",
            Op.GREATER,
            "weekly_overtime_hours",
            "daily_overtime_hours",
        ),
        _rate("premium_rate", "overtime premium rate", Op.PRODUCT, RATE, "overtime_half"),
        _usd("overtime_premium", "overtime premium", Op.PRODUCT, "premium_rate", OVERTIME_HOURS),
        _rate("double_rate", "second premium rate", Op.PRODUCT, RATE, "double_half"),
        _usd("double_premium", "double time premium", Op.PRODUCT, "double_rate", DOUBLE_HOURS),
        _usd("premiums", "premiums", Op.TOTAL, "overtime_premium", "double_premium"),
        _usd("wages", "straight time and premiums", Op.TOTAL, "straight_time", "premiums"),
        _usd("due_exact", "wages due before rounding", Op.TOTAL, "wages", "spread_pay"),
        _usd(DUE, "wages due", Op.TO_CENTS, "due_exact"),
        _usd("at_minimum", "straight time at the minimum wage", Op.PRODUCT, MINIMUM_RATE, HOURS),
    ]


def _unpaid() -> list[Column]:
    return [
        _usd(UNPAID, "unpaid wages", Op.EXCESS, DUE, PAID),
        *_net("at_minimum", UNPAID_MINIMUM, "unpaid minimum wages"),
        *_net("straight_time", "unpaid_straight_time", "unpaid straight time"),
        _usd(
            UNPAID_AGREED,
            "unpaid straight time above the minimum wage",
            Op.EXCESS,
            "unpaid_straight_time",
            UNPAID_MINIMUM,
        ),
        *_net("wages", "unpaid_wages", "unpaid straight time and premiums"),
        _usd(
            UNPAID_OVERTIME, "unpaid overtime", Op.EXCESS, "unpaid_wages", "unpaid_straight_time"
        ),
        _usd(UNPAID_SPREAD, "unpaid spread of hours", Op.EXCESS, UNPAID, "unpaid_wages"),
    ]


def _net(gross: str, key: str, name: str) -> list[Column]:
    return [
        _usd(f"{key}_exact", f"{name} before rounding", Op.EXCESS, gross, PAID),
        _usd(key, name, Op.TO_CENTS, f"{key}_exact"),
    ]


def _usd(key: str, name: str, op: Op, *operands: str) -> Column:
    return Column(key=key, name=name, unit=Unit.USD, op=op, operands=operands)


def _rate(key: str, name: str, op: Op, *operands: str) -> Column:
    return Column(key=key, name=name, unit=Unit.USD_PER_HOUR, op=op, operands=operands)


def _hours(key: str, name: str, op: Op, *operands: str) -> Column:
    return Column(key=key, name=name, unit=Unit.HOUR, op=op, operands=operands)
