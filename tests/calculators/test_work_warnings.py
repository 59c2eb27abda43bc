"""Doubts about the ways of working: what a reader is told to check."""

import datetime as dt

import pytest

from remedies.calculators.work_warnings import work_warnings
from remedies.facts import Claim, Conviction, NoPay, PerWorkweek, Statute, WorkPeriod
from remedies.operations import ONE

DAY = dt.date(2012, 1, 2)


def codes(place: str) -> set[str]:
    """Return the codes of the doubts about one workweek at a place."""
    statute = Statute.parse("18 USC 1589")
    assert statute is not None
    work = WorkPeriod(begins_on=DAY, ends_on=DAY, hours=PerWorkweek(ONE), pay=NoPay(), place=place)
    claim = Claim(
        reference="V-1", as_of=DAY, convictions=(Conviction(statute=statute),), work=(work,)
    )
    return {warned.code for warned in work_warnings(claim)}


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("MX", "work_abroad"),
        ("CA-ON", "work_abroad"),
        ("US-PR", "work_in_a_territory"),
        ("NY", "place_not_known"),
        ("New York", "place_not_known"),
        ("us-ny", "place_not_known"),
    ],
)
def test_a_place_that_compares_no_state_is_said_to_the_reader(place: str, code: str) -> None:
    assert codes(place) == {code}


@pytest.mark.parametrize("place", ["", "US-NY", "US-CA.oakland"])
def test_a_place_that_is_known_or_not_stated_is_no_doubt(place: str) -> None:
    assert codes(place) == set()
