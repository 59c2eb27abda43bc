"""Ranges: facts that are known only from a lowest to a highest number, with the likely one between."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Self


class End(StrEnum):
    """Where in its range a fact is taken."""

    LOW = "low"
    LIKELY = "likely"
    HIGH = "high"


class Likely(Fraction):
    """The likely number of a range, which remembers how low and how high it may be.

    It counts and compares as its value; whatever is computed from it is a plain fraction.
    """

    __slots__ = ("high", "low")
    low: Fraction
    high: Fraction

    def __new__(cls, value: Fraction, low: Fraction, high: Fraction) -> Self:
        """Keep the ends beside the value."""
        made = super().__new__(cls, value)
        made.low = low
        made.high = high
        return made

    def __copy__(self) -> Self:
        """Return itself: it never changes."""
        return self

    def __deepcopy__(self, _: object) -> Self:
        """Return itself: it never changes."""
        return self

    def __reduce__(self) -> tuple[object, ...]:
        """Let it be sent to another process with its ends."""
        return type(self), (Fraction(self), self.low, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class RangedFact:
    """One fact given as a range: where the claim gives it, what it is in words, and its three numbers.

    Dated entries of one list that are ranges are one fact, whose numbers are their sums. ``period`` is the
    place of the work period that it belongs to, and None when it belongs to none.
    """

    field: str
    name: str
    low: Fraction
    likely: Fraction
    high: Fraction
    period: int | None = None
