"""What a remedy may bring: amounts that the law sets, and what a claim's own facts come to.

Authority:
    Each amount carries that of its item or of the line of the worksheet that it is.
"""

from collections.abc import Iterable
from fractions import Fraction

from remedies.calculators.avenues.asked import Asked
from remedies.calculators.avenues.remedy import Bound, Brings
from remedies.figures import lawful
from remedies.law import Version
from remedies.operations import Unit


def of_the_law(asked: Asked, key: str, bound: Bound, tier: str | None = None) -> Brings | None:
    """Return an item's amount on the day of the question; None where none is encoded for it."""
    found = asked.version(key, tier)
    if found is None:
        return None
    return Brings(key=f"{key}:{tier}" if tier else key, figure=found.figure, bound=bound)


def of_the_place(key: str, version: Version, term: str, bound: Bound) -> Brings | None:
    """Return an amount of dollars among the terms of a place's law; None where it states none."""
    found = version.terms.get(term)
    if found is None or isinstance(found, str | bool):
        return None
    name = f"{version.name}, {'most' if bound is Bound.AT_MOST else 'least'}"
    figure = lawful(name, Fraction(found), Unit.USD, version.authority)
    return Brings(key=f"{key}:{term}", figure=figure, bound=bound)


def amounts(*found: Brings | None) -> tuple[Brings, ...]:
    """Return the amounts that there are."""
    return tuple(_kept(found))


def _kept(found: Iterable[Brings | None]) -> Iterable[Brings]:
    return (each for each in found if each is not None)
