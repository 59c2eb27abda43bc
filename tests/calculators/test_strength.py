"""The dollars by the weakest evidence beneath them add up, whatever lies between."""

from fractions import Fraction

import pytest

from remedies.calculators.strength import by_strength
from remedies.figures import (
    Evidence,
    Figure,
    excess,
    given,
    greater,
    lawful,
    lesser,
    product,
    to_cents,
    total,
)
from remedies.operations import Unit

RECORD, TESTIMONY, ESTIMATE = Evidence


def usd(amount: str, evidence: Evidence | None = None) -> Figure:
    return given("amount", Fraction(amount), Unit.USD, evidence=evidence)


def split(figure: Figure) -> dict[Evidence | None, Fraction]:
    found = by_strength(figure)
    assert sum(found.values()) == figure.value
    return {strength: dollars for strength, dollars in found.items() if dollars}


def test_a_sum_splits_into_its_parts() -> None:
    figure = total("all", usd("1", RECORD), usd("2"), usd("4", ESTIMATE), usd("8", RECORD))
    assert split(figure) == {RECORD: 9, None: 2, ESTIMATE: 4}


def test_of_compared_amounts_the_one_taken_counts() -> None:
    figure = greater("greater", usd("5", ESTIMATE), usd("7", RECORD), usd("6"))
    assert split(figure) == {RECORD: 7}


def test_of_equal_compared_amounts_the_last_counts() -> None:
    assert split(greater("greater", usd("5", RECORD), usd("5", ESTIMATE))) == {ESTIMATE: 5}
    assert split(lesser("lesser", usd("5", ESTIMATE), usd("5", RECORD))) == {RECORD: 5}


def test_what_the_law_multiplies_stays_with_its_evidence() -> None:
    twice = lawful("multiple", Fraction(2), Unit.RATIO)
    wages = total("wages", usd("3", TESTIMONY), usd("4", RECORD))
    assert split(product("damages", wages, twice)) == {TESTIMONY: 6, RECORD: 8}


def test_what_a_fact_multiplies_is_as_strong_as_the_weaker_of_both() -> None:
    wages = total("wages", usd("6", TESTIMONY), usd("4", RECORD))
    half = given("share", Fraction(1, 2), Unit.RATIO, evidence=ESTIMATE)
    assert split(product("half of the wages", wages, half)) == {ESTIMATE: 5}
    assert split(product("half of the wages", half, wages)) == {ESTIMATE: 5}


def test_a_product_of_two_facts_is_as_strong_as_the_weaker() -> None:
    hours = given("hours", Fraction(10), Unit.HOUR, evidence=ESTIMATE)
    rate = given("rate", Fraction(7), Unit.USD_PER_HOUR, evidence=RECORD)
    assert split(product("pay", hours, rate)) == {ESTIMATE: 70}


def test_what_is_left_of_an_amount_is_as_strong_as_the_weaker_of_both() -> None:
    assert split(excess("left", usd("5", RECORD), usd("2", TESTIMONY))) == {TESTIMONY: 3}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("0.004", "0.004"), {RECORD: Fraction(1, 100)}),
        (("1.006", "1.004"), {RECORD: Fraction("1.01"), TESTIMONY: Fraction(1)}),
        (("1.004", "1.006"), {RECORD: Fraction(1), TESTIMONY: Fraction("1.01")}),
        (("1.005", "1.005"), {RECORD: Fraction("1.01"), TESTIMONY: Fraction(1)}),
    ],
)
def test_a_cent_that_rounding_leaves_goes_to_the_largest_remainder_and_of_equals_to_the_stronger(
    parts: tuple[str, str], expected: dict[Evidence, Fraction]
) -> None:
    exact = total("exact", usd(parts[0], RECORD), usd(parts[1], TESTIMONY))
    assert split(to_cents("rounded", exact)) == expected
