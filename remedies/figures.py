"""Figures: numbers that show their work.

A *figure* is one line of a worksheet: a name, a value, a unit, the operation that produced it, the
figures it was produced from, the law it applies and the exhibit it rests on. Calculators make
figures only with the functions below, so that any amount can be printed, audited and exported line
by line.

Values are exact rationals. Nothing here rounds except :func:`to_cents`.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from math import lcm
from typing import NamedTuple, Protocol

from remedies.errors import AuditError, UnitMismatchError

ZERO = Fraction(0)
ONE = Fraction(1)


class Unit(StrEnum):
    """What a figure counts."""

    USD = "USD"
    USD_PER_HOUR = "USD/hour"
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


class Checked(StrEnum):
    """How an authority was checked, strongest first."""

    STATUTE = "statute"
    OFFICIAL = "official"
    SECONDARY = "secondary"
    SINGLE_SOURCE = "single_source"
    PARTIAL = "partial"
    CONFLICT = "conflict"
    UNVERIFIED = "unverified"


class Evidence(StrEnum):
    """What a fact rests on, strongest first."""

    RECORD = "record"
    TESTIMONY = "testimony"
    ESTIMATE = "estimate"


_STRENGTH = {strength: rank for rank, strength in enumerate(Evidence)}


@dataclass(frozen=True, slots=True)
class Authority:
    """A source of law, cited as a brief would cite it."""

    citation: str
    quote: str = ""
    url: str = ""
    checked: Checked = Checked.UNVERIFIED


class Entry(NamedTuple):
    """One date of a record: what stands there, and in ``note`` how, such as the times of a clock."""

    on: dt.date
    value: Fraction
    note: str = ""


class Addends(Protocol):
    """A column of a schedule, as a figure sees it: something that sums and audits itself."""

    @property
    def key(self) -> str:
        """The column's key."""

    @property
    def unit(self) -> Unit:
        """The unit of every row and of the total."""

    def total(self) -> Fraction:
        """Return the exact sum over all rows."""

    def audit(self) -> None:
        """Re-derive every row."""

    def leaves(self) -> Iterator["Figure"]:
        """Yield every figure that the rows start from."""


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One line of a worksheet."""

    name: str
    value: Fraction
    unit: Unit
    op: Op
    operands: tuple["Figure", ...] = ()
    authority: tuple[Authority, ...] = ()
    source: str = ""
    evidence: Evidence | None = None
    addends: Addends | None = field(default=None, repr=False)
    entries: tuple[Entry, ...] = ()

    def lines(self) -> Iterator["Figure"]:
        """Yield every figure beneath this one, then this one, each once."""
        seen: set[int] = set()
        stack: list[tuple[Figure, bool]] = [(self, False)]
        while stack:
            figure, expanded = stack.pop()
            if expanded:
                yield figure
            elif id(figure) not in seen:
                seen.add(id(figure))
                if figure.operands:
                    stack.append((figure, True))
                    stack.extend([(operand, False) for operand in reversed(figure.operands)])
                else:
                    yield figure

    def leaves(self) -> Iterator["Figure"]:
        """Yield the facts and the law that this figure rests on, through its schedules too."""
        for line in self.lines() if self.operands else (self,):
            if line.op in LEAVES:
                yield line
            elif line.addends is not None:
                yield from line.addends.leaves()


def given(  # noqa: PLR0913 - a fact has this many sides
    name: str,
    value: Fraction,
    unit: Unit,
    *,
    source: str = "",
    evidence: Evidence | None = None,
    by: Authority | None = None,
) -> Figure:
    """Record a fact, where the record shows it and what it rests on."""
    return Figure(
        name, value, unit, Op.GIVEN, authority=_cited(by), source=source, evidence=evidence
    )


def recorded(
    name: str,
    entries: Sequence[Entry],
    unit: Unit,
    *,
    source: str = "",
    evidence: Evidence | None = None,
) -> Figure:
    """Record facts of several dates as one line, which adds them up and keeps each of them."""
    kept = tuple(entries)
    return Figure(
        name, _recorded(kept), unit, Op.RECORDED, source=source, evidence=evidence, entries=kept
    )


def lawful(name: str, value: Fraction, unit: Unit, *authority: Authority) -> Figure:
    """Record a value that the law supplies."""
    return Figure(name, value, unit, Op.LAW, authority=authority)


def total(name: str, *figures: Figure, by: Authority | None = None) -> Figure:
    """Add figures of one unit."""
    return _derive(name, Op.TOTAL, figures, by)


def excess(name: str, figure: Figure, over: Figure, *, by: Authority | None = None) -> Figure:
    """Take what ``figure`` has above ``over``; never less than zero."""
    return _derive(name, Op.EXCESS, (figure, over), by)


def product(name: str, left: Figure, right: Figure, *, by: Authority | None = None) -> Figure:
    """Multiply, combining units."""
    return _derive(name, Op.PRODUCT, (left, right), by)


def quotient(name: str, left: Figure, right: Figure, *, by: Authority | None = None) -> Figure:
    """Divide: dollars by hours for a rate, like by like for a share."""
    return _derive(name, Op.QUOTIENT, (left, right), by)


def greater(name: str, *figures: Figure, by: Authority | None = None) -> Figure:
    """Choose the greatest."""
    return _derive(name, Op.GREATER, figures, by)


def lesser(name: str, *figures: Figure, by: Authority | None = None) -> Figure:
    """Choose the least."""
    return _derive(name, Op.LESSER, figures, by)


def to_cents(name: str, figure: Figure, *, by: Authority | None = None) -> Figure:
    """Round dollars to the cent, half up: the only rounding there is."""
    return _derive(name, Op.TO_CENTS, (figure,), by)


def column_total(name: str, addends: Addends, *, by: Authority | None = None) -> Figure:
    """Add a schedule's column over all its rows."""
    return Figure(
        name, addends.total(), addends.unit, Op.COLUMN_TOTAL, (), _cited(by), addends=addends
    )


def weakest(figure: Figure) -> Evidence | None:
    """Return the weakest evidence that ``figure`` rests on; None when it rests on law alone."""
    strengths = [leaf.evidence for leaf in figure.leaves() if leaf.evidence is not None]
    return max(strengths, key=_STRENGTH.__getitem__, default=None)


def audit(figure: Figure) -> None:
    """Recompute every line from its operands, or from the entries that it records.

    Raises:
        AuditError: a line does not follow from the lines or entries it cites.

    """
    for line in figure.lines():
        if line.op is Op.GIVEN or line.op is Op.LAW:
            continue
        if line.op is Op.RECORDED:
            expected = _recorded(line.entries), line.unit
        elif line.addends is not None:
            line.addends.audit()
            expected = line.addends.total(), line.addends.unit
        else:
            expected = (
                evaluate(line.op, [o.value for o in line.operands]),
                unit_of(line.op, [o.unit for o in line.operands]),
            )
        if (line.value, line.unit) != expected:
            msg = f"{line.name}: {line.value} {line.unit} is not the {line.op} of its operands"
            raise AuditError(msg)


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
        case Op.TO_CENTS if units != [Unit.USD]:
            msg = f"only dollars are rounded to the cent, not {', '.join(units)}"
            raise UnitMismatchError(msg)
        case _:
            if len(set(units)) != 1:
                msg = f"cannot combine {', '.join(units)}"
                raise UnitMismatchError(msg)
            return units[0]


def _sum(*values: Fraction) -> Fraction:
    ratios = [value.as_integer_ratio() for value in values]
    scale = lcm(*[denominator for _, denominator in ratios])
    return Fraction(sum([n * (scale // denominator) for n, denominator in ratios]), scale)


def _recorded(entries: tuple[Entry, ...]) -> Fraction:
    return _sum(*[entry.value for entry in entries])


def _excess(value: Fraction, over: Fraction) -> Fraction:
    return value - over if value > over else ZERO


def _multiply(left: Fraction, right: Fraction) -> Fraction:
    return left * right


def _divide(left: Fraction, right: Fraction) -> Fraction:
    return left / right


OPERATIONS: dict[Op, Callable[..., Fraction]] = {
    Op.TOTAL: _sum,
    Op.EXCESS: _excess,
    Op.PRODUCT: _multiply,
    Op.QUOTIENT: _divide,
    Op.GREATER: max,
    Op.LESSER: min,
    Op.TO_CENTS: half_up,
}

_PRODUCTS = {
    frozenset({Unit.USD_PER_HOUR, Unit.HOUR}): Unit.USD,
    frozenset({Unit.HOUR_PER_DAY, Unit.DAY}): Unit.HOUR,
    frozenset({Unit.ACT_PER_DAY, Unit.DAY}): Unit.ACT,
    frozenset({Unit.USD_PER_ACT, Unit.ACT}): Unit.USD,
}
_QUOTIENTS = {(Unit.USD, Unit.HOUR): Unit.USD_PER_HOUR, (Unit.HOUR, Unit.DAY): Unit.HOUR_PER_DAY}


def _cited(by: Authority | None) -> tuple[Authority, ...]:
    return (by,) if by else ()


def _derive(name: str, op: Op, operands: tuple[Figure, ...], by: Authority | None) -> Figure:
    unit = unit_of(op, [figure.unit for figure in operands])
    value = OPERATIONS[op](*(figure.value for figure in operands))
    return Figure(name, value, unit, op, operands, _cited(by))


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
