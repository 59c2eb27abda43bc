"""Shares of a fund: they add up to it, ties are decided, nobody is above a cap."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remedies.calculators.shares import capped_shares, largest_remainder

weights = st.lists(st.integers(0, 1_000), min_size=1, max_size=8)


def test_the_cents_left_over_go_to_the_largest_fractions() -> None:
    assert largest_remainder([500, 300, 200], 3) == [1, 1, 1]
    assert largest_remainder([500, 300, 200], 1) == [1, 0, 0]


def test_of_equal_fractions_whoever_is_furthest_behind_gets_the_cent() -> None:
    assert largest_remainder([1, 1, 1], 100) == [34, 33, 33]
    assert largest_remainder([1, 1, 1], 100, had=lambda: [34, 33, 33]) == [33, 34, 33]


def test_shares_may_be_fractions() -> None:
    assert largest_remainder([Fraction(2, 3), Fraction(1, 3)], 100) == [67, 33]


def test_what_a_cap_cuts_off_goes_to_the_others() -> None:
    assert capped_shares([5, 3, 2], 100, [10, 60, 60]) == [10, 54, 36]
    assert capped_shares([5, 3], 100, [10, 20]) == [10, 20]


@pytest.mark.parametrize(("given_", "fund"), [([1, -1], 5), ([1], -1), ([0, 0], 5)])
def test_what_cannot_be_divided_is_refused(given_: list[int], fund: int) -> None:
    with pytest.raises(ValueError, match=r"negative|nobody"):
        largest_remainder(given_, fund)


@given(weights, st.integers(0, 100_000))
def test_shares_add_up_and_are_within_a_cent_of_their_proportion(
    given_: list[int], fund: int
) -> None:
    if not any(given_):
        given_ = [1]
    shares = largest_remainder(given_, fund)
    assert sum(shares) == fund
    for weight, share in zip(given_, shares, strict=True):
        assert abs(share - Fraction(fund * weight, sum(given_))) < 1
        assert weight or not share


@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=8), st.integers(0, 500)
)
def test_capped_shares_add_up_to_the_fund_or_to_all_caps(
    given_: list[tuple[int, int]], fund: int
) -> None:
    found, caps = [weight for weight, _ in given_], [cap for _, cap in given_]
    shares = capped_shares(found, fund, caps)
    assert sum(shares) == min(fund, sum(cap for weight, cap in given_ if weight))
    assert all(share <= cap for share, cap in zip(shares, caps, strict=True))
