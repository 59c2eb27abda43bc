"""Figures: numbers that show their work.

A *figure* is one line of a worksheet: a name, a value, a unit, the operation that produced it, the
figures it was produced from, the law it applies and the exhibit it rests on. Calculators make
figures only with the functions below, so that any amount can be printed, audited and exported line
by line.

Values are exact rationals. Nothing here rounds except :func:`to_cents`.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, Protocol

from remedies.errors import AuditError
from remedies.operations import LEAVES, OPERATIONS, Op, Unit, evaluate, summed, unit_of


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
    """Round dollars, or dollars an hour, to the cent, half up: the only rounding there is."""
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


def _recorded(entries: tuple[Entry, ...]) -> Fraction:
    return summed(*[entry.value for entry in entries])


def _cited(by: Authority | None) -> tuple[Authority, ...]:
    return (by,) if by else ()


def _derive(name: str, op: Op, operands: tuple[Figure, ...], by: Authority | None) -> Figure:
    unit = unit_of(op, [figure.unit for figure in operands])
    value = OPERATIONS[op](*(figure.value for figure in operands))
    return Figure(name, value, unit, op, operands, _cited(by))
