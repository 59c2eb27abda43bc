"""How far the total spreads over what the facts may be, and which fact moves it most.

Authority:
    18 U.S.C. § 3664(e): the amount of a loss is found by the preponderance of the evidence; a range says
        how far the evidence leaves it open.

Each fact that is a range is varied alone, the others likely: that ranks the facts. For the lowest and the
highest total each fact stands at the end that alone moves the total that way; a fact that alone moves
nothing is tried at both. With few facts every combination of their ends is tried, since facts that alone
move nothing can do so together. Lowest and highest are never less far apart than any total found on the way.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from remedies.errors import FactsError
from remedies.facts import Records
from remedies.facts.claim import Claim, Ranges
from remedies.facts.ranges import End, Likely, RangedFact
from remedies.figures import Figure
from remedies.operations import ZERO, Op

FEW = 6
"""How many facts may be ranges for every combination of their ends to be tried."""
MOST_RECORDS = 20_000
"""How many dated records are computed for that at most."""

Total = Callable[[Claim], Fraction]
"""Computes a claim's total in dollars."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """A fact that is a range, and the total in dollars with it alone at its low and at its high."""

    fact: RangedFact
    total_low: Fraction
    total_high: Fraction

    @property
    def swing(self) -> Fraction:
        """How far the fact alone moves the total, in dollars."""
        return abs(self.total_high - self.total_low)

    def end(self, sign: int) -> End | None:
        """Return the end that alone moves the total up (1) or down (-1); None when neither does."""
        if self.total_low == self.total_high:
            return None
        return End.HIGH if (self.total_high > self.total_low) is (sign > 0) else End.LOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The lowest, likely and highest total in dollars, and the facts by how far they move it."""

    low: Fraction
    likely: Fraction
    high: Fraction
    movers: tuple[Mover, ...] = ()


def spread(ranges: Ranges | None, likely: Fraction, total: Total) -> Spread:
    """Return how far a total spreads; no further than itself where no fact is a range.

    Args:
        ranges: the claim's facts that are ranges, those of the account that is used.
        likely: the total at the likely facts, in dollars.
        total: computes the total of a claim.

    """
    if ranges is None or not ranges.facts:
        return Spread(low=likely, likely=likely, high=likely)
    found = _Found(ranges, total, likely)
    movers = sorted(
        (found.mover(fact) for fact in ranges.facts), key=lambda mover: mover.swing, reverse=True
    )
    return Spread(
        low=found.furthest(movers, -1),
        likely=likely,
        high=found.furthest(movers, 1),
        movers=tuple(movers),
    )


def line_name(figure: Figure) -> str:
    """Return a line's name; where it is a fact that is a range, with the range."""
    values: Iterable[Fraction] = ()
    if figure.op is Op.GIVEN:
        values = (figure.value,)
    elif figure.op is Op.RECORDED:
        values = (entry.value for entry in figure.entries)
    numbers = list(values)
    if not any(isinstance(number, Likely) for number in numbers):
        return figure.name
    ends = _ends(numbers)
    return f"{figure.name} ({ends[0]} to {ends[1]}, likely {ends[2]})"


def plain(value: Fraction) -> str:
    """Return a number of a claim, which has at most four decimals, without zeros that say nothing."""
    scaled, rest = divmod(value * 10_000, 1)
    whole, decimals = divmod(int(scaled), 10_000)
    text = f"{whole}.{decimals:04}".rstrip("0").rstrip(".")
    return f"{text}…" if rest else text


def _ends(numbers: Iterable[Fraction]) -> tuple[str, str, str]:
    low = high = likely = ZERO
    for number in numbers:
        likely += number
        low += number.low if isinstance(number, Likely) else number
        high += number.high if isinstance(number, Likely) else number
    return plain(low), plain(high), plain(likely)


class _Found:
    """The totals of a claim with some of its facts at their ends, each computed once."""

    def __init__(self, ranges: Ranges, total: Total, likely: Fraction) -> None:
        self._ranges = ranges
        self._total = total
        self._totals: dict[frozenset[tuple[str, End]], Fraction] = {frozenset(): likely}
        self._likely = likely

    def mover(self, fact: RangedFact) -> Mover:
        low, high = (
            self._likely if number == fact.likely else self._at({fact.field: end})
            for number, end in ((fact.low, End.LOW), (fact.high, End.HIGH))
        )
        return Mover(fact=fact, total_low=low, total_high=high)

    def furthest(self, movers: list[Mover], sign: int) -> Fraction:
        """Return the highest (1) or lowest (-1) total found."""
        together = {m.fact.field: end for m in movers if (end := m.end(sign)) is not None}
        try:
            best = self._at(together)
        except FactsError:
            together, best = self._as_far_as_they_agree(together, sign)
        for fact in (mover.fact for mover in movers if mover.end(sign) is None):
            for tried in self._ends(together, fact.field):
                if (changed := self._if_possible(tried)) is not None and (
                    changed - best
                ) * sign > 0:
                    together, best = tried, changed
        alone = (total for m in movers for total in (m.total_low, m.total_high))
        found = (best, self._likely, *alone, *self._corners([m.fact.field for m in movers]))
        return max(found, key=lambda value: value * sign)

    def _corners(self, fields: list[str]) -> Iterator[Fraction]:
        """Yield the totals with every fact at an end, in all combinations, where these are few."""
        if len(fields) > FEW or self._records() * 2 ** len(fields) > MOST_RECORDS:
            return
        for ends in product((End.LOW, End.HIGH), repeat=len(fields)):
            total = self._if_possible(dict(zip(fields, ends, strict=True)))
            if total is not None:
                yield total

    def _records(self) -> int:
        kept = (period.hours for period in self._ranges.claim_at({}).work)
        return sum(len(hours.records) for hours in kept if isinstance(hours, Records))

    def _as_far_as_they_agree(
        self, together: Mapping[str, End], sign: int
    ) -> tuple[dict[str, End], Fraction]:
        """Take the facts to their ends one by one, leaving out those that contradict the ones before."""
        kept: dict[str, End] = {}
        best = self._likely
        for field, end in together.items():
            tried = {**kept, field: end}
            if (changed := self._if_possible(tried)) is not None and (changed - best) * sign >= 0:
                kept, best = tried, changed
        return kept, best

    def _if_possible(self, ends: Mapping[str, End]) -> Fraction | None:
        try:
            return self._at(ends)
        except FactsError:
            return None

    @staticmethod
    def _ends(together: Mapping[str, End], field: str) -> Iterator[dict[str, End]]:
        for end in (End.LOW, End.HIGH):
            yield {**together, field: end}

    def _at(self, ends: Mapping[str, End]) -> Fraction:
        key = frozenset(ends.items())
        if key not in self._totals:
            self._totals[key] = self._total(self._ranges.claim_at(ends))
        return self._totals[key]
