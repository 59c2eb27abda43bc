"""How strong the evidence is that the total rests on: the dollars by the weakest fact beneath them.

Authority:
    18 U.S.C. § 3664(e): the amount of a loss is proven by the preponderance of the evidence.

Each workweek's wages count by the weakest evidence that is stated for the facts of its row, liquidated
damages as the wages that they double, each loss and each gain by its own. Only where rounding once over
all leaves a cent to place does the largest remainder decide, in the order of the strengths.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from remedies.figures import Evidence, Figure, weakest
from remedies.operations import ZERO, Op
from remedies.schedule import ColumnOf, Formulas, Line, Schedule

Strength = Evidence | None
"""A strength of evidence; None where none is stated."""

STRENGTHS: tuple[Strength, ...] = (*Evidence, None)
_RANK = {strength: rank for rank, strength in enumerate(Evidence)}
_CENT = Fraction(1, 100)


def by_strength(total: Figure) -> dict[Strength, Fraction]:
    """Return a total in dollars split by strength of evidence; the parts add up to it exactly."""
    found = dict.fromkeys(STRENGTHS, ZERO)
    for strength, dollars in _Split().of(total).items():
        found[strength] += dollars
    return found


def weaker(strengths: Iterable[Strength]) -> Strength:
    """Return the weakest of some strengths; None where none is stated at all."""
    stated = {strength for strength in strengths if strength is not None}
    return max(stated, key=_RANK.__getitem__, default=None)


class _Split:
    """Splits figures; what rows share is looked at once."""

    def __init__(self) -> None:
        self._cells: dict[int, Strength] = {}
        self._figures: dict[int, dict[Strength, Fraction]] = {}

    def of(self, figure: Figure) -> dict[Strength, Fraction]:
        """Return a figure's dollars by strength."""
        if id(figure) not in self._figures:
            self._figures[id(figure)] = self._split(figure)
        return self._figures[id(figure)]

    def _split(self, figure: Figure) -> dict[Strength, Fraction]:
        match figure.op:
            case Op.COLUMN_TOTAL if isinstance(figure.addends, ColumnOf):
                return self._column(figure.addends.schedule, figure.addends.key)
            case Op.TOTAL:
                return _added(self.of(operand) for operand in figure.operands)
            case Op.GREATER | Op.LESSER:
                taken = [o for o in figure.operands if o.value == figure.value]
                return self.of(taken[-1])
            case Op.PRODUCT:
                return self._product(figure)
            case Op.TO_CENTS:
                return _in_cents(self.of(figure.operands[0]), figure.value)
            case _:
                return {weakest(figure): figure.value}

    def _product(self, figure: Figure) -> dict[Strength, Fraction]:
        """Return what a multiple that no fact decides multiplies, multiplied; else the whole as one."""
        for amount, multiple in (figure.operands, figure.operands[::-1]):
            if weakest(multiple) is None and amount.unit is figure.unit:
                return {s: part * multiple.value for s, part in self.of(amount).items()}
        return {weakest(figure): figure.value}

    def _column(self, schedule: Schedule, key: str) -> dict[Strength, Fraction]:
        place, cells = schedule.formulas.index[key], _beneath(schedule.formulas, key)
        found: dict[Strength, dict[int, int]] = {}
        for run in schedule.runs:
            sums = found.setdefault(weaker(self._strengths(run.line, cells)), {})
            numerator, denominator = run.line.values.ratios[place]
            sums[denominator] = sums.get(denominator, 0) + numerator * run.count
        return {strength: _summed(sums) for strength, sums in found.items()}

    def _strengths(self, line: Line, cells: list[int]) -> Iterator[Strength]:
        for place in cells:
            cell = line.cells[place]
            if not cell.operands:
                yield cell.evidence
                continue
            if id(cell) not in self._cells:
                self._cells[id(cell)] = weakest(cell)
            yield self._cells[id(cell)]


def _summed(numerators: Mapping[int, int]) -> Fraction:
    return sum((Fraction(n, denominator) for denominator, n in numerators.items()), ZERO)


def _beneath(formulas: Formulas, key: str) -> list[int]:
    """Return the places of the columns without a formula from which a column follows."""
    waiting, seen = [key], {key}
    while waiting:
        column = formulas.columns[formulas.index[waiting.pop()]]
        waiting += [operand for operand in column.operands if operand not in seen]
        seen.update(column.operands)
    return [place for place, column in enumerate(formulas.leaves) if column.key in seen]


def _added(parts: Iterator[dict[Strength, Fraction]]) -> dict[Strength, Fraction]:
    found: dict[Strength, Fraction] = {}
    for part in parts:
        for strength, dollars in part.items():
            found[strength] = found.get(strength, ZERO) + dollars
    return found


def _in_cents(parts: Mapping[Strength, Fraction], rounded: Fraction) -> dict[Strength, Fraction]:
    """Return parts in whole cents that add up to the rounded sum: the largest remainders get the cents."""
    order = [strength for strength in STRENGTHS if strength in parts]
    cents = {strength: parts[strength] // _CENT * _CENT for strength in order}
    short = int((rounded - sum(cents.values(), ZERO)) / _CENT)
    order.sort(key=lambda strength: cents[strength] - parts[strength])
    for strength in order[:short]:
        cents[strength] += _CENT
    return cents
