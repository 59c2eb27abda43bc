"""Formulas: the worksheet's operations in a spreadsheet's words.

``FORMS`` is the whole translation: an operation of :mod:`remedies.operations` that is not in it cannot be
written. Everything else here is generic over figures and columns.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from remedies.figures import Figure
from remedies.operations import Op
from remedies.worksheet import decimal_text

SHORT = 7
"""As many addends are written one by one (the days of a workweek); more become a sum of ranges."""

MOST_ARGUMENTS = 255
MOST_PLACES = 9
MOST_DIGITS = 15

CLEAN_PLACES = 10
"""Decimals that a workweek's dollars can have, and more than binary numbers spoil."""

_TWELFTHS = 52


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its sheet as a formula writes it (empty for the formula's own), column and row."""

    sheet: str
    column: str
    row: int

    @property
    def reference(self) -> str:
        """The cell as a formula writes it."""
        return f"{self.sheet}{self.column}{self.row}"

    def precedes(self, other: "Cell") -> bool:
        """Return whether ``other`` stands right below."""
        return (self.sheet, self.column, self.row + 1) == (other.sheet, other.column, other.row)


@dataclass(frozen=True, slots=True)
class Term:
    """A piece of a formula; ``loose`` when an operator beside it would pull it apart."""

    text: str
    loose: bool = False
    cell: Cell | None = None

    @property
    def tight(self) -> str:
        """The piece in brackets where it needs them."""
        return f"({self.text})" if self.loose else self.text


Refer = Callable[[Figure], Term | None]
"""Where a figure stands already; None when its formula must be written out."""


@dataclass(frozen=True, slots=True)
class Form:
    """How one operation is written in a cell, and how a reader is told of it."""

    formula: Callable[[Sequence[Term]], str]
    words: Callable[[Sequence[str]], str]
    loose: bool = False


def formula(figure: Figure, refer: Refer) -> str:
    """Return a live formula for ``figure``: a reference where it stands, else what it follows from."""
    return f"={term(figure, refer).text}"


def term(figure: Figure, refer: Refer) -> Term:
    """Return ``figure`` as a piece of a formula."""
    return refer(figure) or derived(figure, refer)


def derived(figure: Figure, refer: Refer) -> Term:
    """Return the operation of ``figure`` over the figures that it cites."""
    return applied(figure.op, [term(operand, refer) for operand in figure.operands])


def applied(op: Op, terms: Sequence[Term]) -> Term:
    """Return an operation over pieces of a formula."""
    form = FORMS[op]
    return Term(form.formula(terms), form.loose)


def words(op: Op, names: Sequence[str]) -> str:
    """Return how an operation over named columns reads."""
    return FORMS[op].words(names)


def nearest(value: Fraction) -> float:
    """Return the number that a cell holds for an exact value.

    A spreadsheet knows no other numbers. This is the only place that makes one, and nothing is ever
    computed with it here: it is what a reader sees before the formulas are calculated anew.
    """
    return value.numerator / value.denominator


def entered(value: Fraction) -> float | str:
    """Return what stands in a given's cell: a short decimal as a number, else the fraction as a formula.

    Shares of a year are written in fifty-seconds, as 29 C.F.R. § 778.113(b) has them.
    """
    text, exact = decimal_text(value, 0, MOST_PLACES)
    if exact and sum(sign.isdigit() for sign in text) <= MOST_DIGITS:
        return nearest(value)
    if value.denominator in {_TWELFTHS // 4, _TWELFTHS // 2}:
        return f"={value.numerator * _TWELFTHS // value.denominator}/{_TWELFTHS}"
    return f"={value.numerator}/{value.denominator}"


def _added(terms: Sequence[Term]) -> str:
    if len(terms) <= SHORT:
        return "+".join(t.text for t in terms)
    arguments = _ranges(terms)
    while len(arguments) > MOST_ARGUMENTS:
        arguments = [
            f"SUM({','.join(arguments[at : at + MOST_ARGUMENTS])})"
            for at in range(0, len(arguments), MOST_ARGUMENTS)
        ]
    return f"SUM({','.join(arguments)})"


def _ranges(terms: Sequence[Term]) -> list[str]:
    """Return the terms, cells that stand below each other as one range."""
    groups: list[list[Term]] = []
    for entry in terms:
        last = groups[-1][-1].cell if groups else None
        if last and entry.cell and last.precedes(entry.cell):
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return [_range(group) for group in groups]


def _range(group: Sequence[Term]) -> str:
    first, last = group[0].cell, group[-1].cell
    if len(group) == 1 or first is None or last is None:
        return group[0].text
    return f"{first.reference}:{last.column}{last.row}"


def _above(terms: Sequence[Term]) -> str:
    value, over = terms
    return f"MAX(0,{value.text}-{over.tight})"


def _between(sign: str) -> Callable[[Sequence[Term]], str]:
    return lambda terms: sign.join(t.tight for t in terms)


def _call(name: str) -> Callable[[Sequence[Term]], str]:
    return lambda terms: f"{name}({','.join(t.text for t in terms)})"


def _to_cents(terms: Sequence[Term]) -> str:
    """Round to the cent, after what binary numbers leave behind in the last digits is gone.

    476.505 less 453.85 is a half cent too many, exactly; a spreadsheet has 22.654999999999973, and
    would lose a cent.
    """
    return f"ROUND(ROUND({terms[0].text},{CLEAN_PLACES}),2)"


def _said(pattern: str) -> Callable[[Sequence[str]], str]:
    return lambda names: pattern.format(*names)


def _listed(first: str) -> Callable[[Sequence[str]], str]:
    return lambda names: f"{first} {', '.join(names[:-1])} and {names[-1]}"


FORMS: Mapping[Op, Form] = {
    Op.TOTAL: Form(_added, " + ".join, loose=True),
    Op.EXCESS: Form(_above, _said("{} above {}")),
    Op.PRODUCT: Form(_between("*"), " × ".join, loose=True),
    Op.QUOTIENT: Form(_between("/"), " ÷ ".join, loose=True),
    Op.GREATER: Form(_call("MAX"), _listed("greatest of")),
    Op.LESSER: Form(_call("MIN"), _listed("least of")),
    Op.TO_CENTS: Form(_to_cents, _said("{} to the cent")),
}
