"""Units and operations: the closed sets of which figures are made, on exact rationals.

Nothing here rounds except :func:`half_up`.
"""

from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from math import lcm

from remedies.errors import UnitMismatchError

ZERO = Fraction(0)
ONE = Fraction(1)


class Unit(StrEnum):
    """What a figure counts."""

    USD = "USD"
    USD_PER_HOUR = "USD/hour"
    USD_PER_DAY = "USD/day"
    USD_PER_ACT = "USD/act"
    HOUR = "hour"
    HOUR_PER_DAY = "hour/day"
    DAY = "day"
    ACT = "act"
    ACT_PER_DAY = "act/day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    USD_PER_MONTH = "USD/month"
    RATIO = "ratio"
    PERCENT_PER_YEAR = "percent/year"


class Op(StrEnum):
    """How a figure came to be; the closed set of worksheet operations."""

    GIVEN = "given"
    RECORDED = "recorded"
    LAW = "law"
    TOTAL = "total"
    EXCESS = "excess"
    PRODUCT = "product"
    QUOTIENT = "quotient"
    GREATER = "greater"
    LESSER = "lesser"
    TO_CENTS = "to_cents"
    COLUMN_TOTAL = "column_total"


LEAVES = frozenset({Op.GIVEN, Op.RECORDED, Op.LAW})
"""Operations that cite no other line."""


def half_up(dollars: Fraction) -> Fraction:
    """Round to the nearest cent, halves away from zero."""
    cents = (abs(dollars.numerator) * 200 + dollars.denominator) // (2 * dollars.denominator)
    return Fraction(cents if dollars.numerator >= 0 else -cents, 100)


def evaluate(op: Op, values: list[Fraction]) -> Fraction:
    """Apply one operation of the worksheet to exact values."""
    return OPERATIONS[op](*values)


def unit_of(op: Op, units: list[Unit]) -> Unit:
    """Return the unit of an operation's outcome.

    Raises:
        UnitMismatchError: the units do not combine.

    """
    match op:
        case Op.PRODUCT:
            return _product_unit(*units)
        case Op.QUOTIENT:
            return _quotient_unit(*units)
        case Op.TO_CENTS if units not in _IN_CENTS:
            msg = f"only dollars and rates are rounded to the cent, not {', '.join(units)}"
            raise UnitMismatchError(msg)
        case _:
            if len(set(units)) != 1:
                msg = f"cannot combine {', '.join(units)}"
                raise UnitMismatchError(msg)
            return units[0]


def summed(*values: Fraction) -> Fraction:
    """Return the sum of exact values, over one common denominator."""
    ratios = [value.as_integer_ratio() for value in values]
    scale = lcm(*[denominator for _, denominator in ratios])
    return Fraction(sum([n * (scale // denominator) for n, denominator in ratios]), scale)


def _excess(value: Fraction, over: Fraction) -> Fraction:
    return value - over if value > over else ZERO


def _multiply(left: Fraction, right: Fraction) -> Fraction:
    return left * right


def _divide(left: Fraction, right: Fraction) -> Fraction:
    return left / right


OPERATIONS: dict[Op, Callable[..., Fraction]] = {
    Op.TOTAL: summed,
    Op.EXCESS: _excess,
    Op.PRODUCT: _multiply,
    Op.QUOTIENT: _divide,
    Op.GREATER: max,
    Op.LESSER: min,
    Op.TO_CENTS: half_up,
}


_IN_CENTS = ([Unit.USD], [Unit.USD_PER_HOUR])
_PRODUCTS = {
    frozenset({Unit.USD_PER_HOUR, Unit.HOUR}): Unit.USD,
    frozenset({Unit.HOUR_PER_DAY, Unit.DAY}): Unit.HOUR,
    frozenset({Unit.ACT_PER_DAY, Unit.DAY}): Unit.ACT,
    frozenset({Unit.USD_PER_ACT, Unit.ACT}): Unit.USD,
    frozenset({Unit.USD_PER_DAY, Unit.DAY}): Unit.USD,
}


_QUOTIENTS = {(Unit.USD, Unit.HOUR): Unit.USD_PER_HOUR, (Unit.HOUR, Unit.DAY): Unit.HOUR_PER_DAY}


def _product_unit(left: Unit, right: Unit) -> Unit:
    if Unit.RATIO in {left, right}:
        return left if right is Unit.RATIO else right
    unit = _PRODUCTS.get(frozenset({left, right}))
    if unit is None:
        msg = f"cannot multiply {left} by {right}"
        raise UnitMismatchError(msg)
    return unit


def _quotient_unit(left: Unit, right: Unit) -> Unit:
    if left is right:
        return Unit.RATIO
    if right is Unit.RATIO:
        return left
    unit = _QUOTIENTS.get((left, right))
    if unit is None:
        msg = f"cannot divide {left} by {right}"
        raise UnitMismatchError(msg)
    return unit
