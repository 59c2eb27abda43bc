"""Which fact moves the total most, and how far all of them move it together."""

import datetime as dt
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from remedies.calculators.spread import Spread, line_name, plain, spread
from remedies.errors import FactsError, Problem
from remedies.facts import Category, Claim, Conviction, Loss, Statute
from remedies.facts.claim import Ranges
from remedies.facts.ranges import End, Likely, RangedFact
from remedies.figures import Entry, given, recorded
from remedies.operations import Unit

DAY = dt.date(2012, 1, 2)
NUMBERS = {End.LOW: Fraction(1), End.LIKELY: Fraction(2), End.HIGH: Fraction(3)}


def claim(amounts: Mapping[str, Fraction]) -> Claim:
    """A claim with a loss for each fact, its exhibit the fact's name."""
    statute = Statute.parse("18 USC 1589")
    assert statute is not None
    return Claim(
        reference="V-1",
        as_of=DAY,
        convictions=(Conviction(statute=statute),),
        losses=tuple(
            Loss(category=Category.OTHER, amount=amount, exhibit=name)
            for name, amount in amounts.items()
        ),
    )


def spread_of(
    formula: Callable[..., Fraction | int], *names: str, apart: tuple[str, str] | None = None
) -> Spread:
    """The spread of a total that is a formula of facts from 1 to 3, likely 2.

    The facts named as ``apart`` contradict each other when neither is likely.
    """

    def claim_at(ends: Mapping[str, End]) -> Claim:
        if apart is not None and set(apart) <= ends.keys():
            raise FactsError([Problem(apart[0], "contradiction", "cannot be so")])
        return claim({name: NUMBERS[ends.get(name, End.LIKELY)] for name in names})

    def total(at: Claim) -> Fraction:
        return Fraction(formula(**{loss.exhibit: loss.amount for loss in at.losses}))

    facts = tuple(
        RangedFact(field=name, name=name, low=Fraction(1), likely=Fraction(2), high=Fraction(3))
        for name in names
    )
    return spread(Ranges(facts, claim_at), total(claim_at({})), total)


def ends(found: Spread) -> tuple[Fraction, Fraction, Fraction]:
    return found.low, found.likely, found.high


def test_without_ranges_a_total_spreads_no_further_than_itself() -> None:
    found = spread(None, Fraction(5), lambda _: Fraction(0))
    assert ends(found) == (5, 5, 5)
    assert found.movers == ()


def test_the_fact_that_moves_the_total_most_comes_first_whichever_way_it_moves_it() -> None:
    found = spread_of(lambda a, b, c: a - 10 * b + 3 * c, "a", "b", "c")
    assert [(mover.fact.name, mover.swing) for mover in found.movers] == [
        ("b", 20),
        ("c", 6),
        ("a", 2),
    ]
    assert ends(found) == (1 - 30 + 3, 2 - 20 + 6, 3 - 10 + 9)


def test_facts_that_move_the_total_alike_keep_the_order_of_the_claim() -> None:
    found = spread_of(lambda a, b: a + b, "b", "a")
    assert [mover.fact.name for mover in found.movers] == ["b", "a"]


def test_a_fact_that_alone_moves_nothing_is_tried_at_both_ends() -> None:
    found = spread_of(lambda a, b: max(10 * a, 9 * b), "a", "b")
    assert [mover.swing for mover in found.movers] == [12, 7]
    masked = spread_of(lambda a, b: max(10 * a, 6 * b), "a", "b")
    assert [mover.swing for mover in masked.movers] == [18, 0]
    assert masked.low == 10, "with a at 1 and b at 1; with b likely it would be 12"


def test_ends_that_contradict_each_other_are_not_taken_together() -> None:
    found = spread_of(lambda a, b: 10 * a + b, "a", "b", apart=("a", "b"))
    assert ends(found) == (12, 22, 32)


def test_the_ends_are_never_nearer_than_any_total_found() -> None:
    found = spread_of(lambda a, b: a + b - 5 * (a > 2 and b > 2), "a", "b")
    assert [(mover.total_low, mover.total_high) for mover in found.movers] == [(3, 5), (3, 5)]
    assert ends(found) == (1, 4, 5), "both at 3 are 1, below 1 + 1; one of them at 3 is 5"


def test_of_many_facts_the_ends_are_no_nearer_than_a_total_of_one_alone() -> None:
    found = spread_of(lambda a, b, **_: a + b - 5 * (a > 2 and b > 2), *"abcdefgh")
    assert ends(found) == (2, 4, 5), "not every combination is tried, but each fact alone"


def test_a_likely_number_counts_as_itself_and_what_follows_from_it_is_plain() -> None:
    number = Likely(Fraction(2), Fraction(1), Fraction(3))
    assert number == 2
    assert hash(number) == hash(Fraction(2))
    assert type(number * 2) is Fraction
    assert type(number + Fraction(1, 2)) is Fraction


def test_a_line_whose_fact_is_a_range_says_so() -> None:
    number = Likely(Fraction(80), Fraction(60), Fraction(201, 2))
    assert line_name(given("hours", number, Unit.HOUR)) == "hours (60 to 100.5, likely 80)"
    assert line_name(given("hours", Fraction(80), Unit.HOUR)) == "hours"
    entries = [Entry(DAY, Likely(Fraction(8), Fraction(6), Fraction(9))), Entry(DAY, Fraction(1))]
    assert line_name(recorded("hours", entries, Unit.HOUR)) == "hours (7 to 10, likely 9)"


@pytest.mark.parametrize(
    ("number", "printed"),
    [("80", "80"), ("7.25", "7.25"), ("0.1250", "0.125"), ("0", "0"), ("1000000", "1000000")],
)
def test_a_number_prints_without_zeros_that_say_nothing(number: str, printed: str) -> None:
    assert plain(Fraction(number)) == printed
