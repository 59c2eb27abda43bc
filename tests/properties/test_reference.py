"""The program agrees to the cent with a slow reference that walks the calendar day by day."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties.claims import claim
from tests.properties.claims_pay import ALL_BASES
from tests.properties.claims_varied import varied, wage_choices
from tests.properties.reference import Week, cents, restitution, weeks

Compute = Callable[[dict[str, Any]], dict[str, Any]]
SEEDS = Path(__file__).with_name("seeds.txt")
# Claims, cut down by hand, on which the program and the reference once differed.
KEPT = [
    pytest.param(kept, id=kept["why"])
    for kept in json.loads(Path(__file__).with_name("kept_claims.json").read_text())
]
BASES = {**{basis: (basis,) for basis in ALL_BASES}, "mixed": ALL_BASES, "positions": ALL_BASES}
# 9 × 400 of one basis each, 440 of them mixed, 1,000 with random positions: 5,040 claims a run.
CLAIMS = dict.fromkeys(BASES, 400) | {"mixed": 440, "positions": 1_000}


def _cents(text: str) -> int:
    return cents(Fraction(text))


def _printed(result: dict[str, Any]) -> dict[dt.date, Week]:
    found = {}
    for row in result["workweeks"]:
        exact = result["bases"][row["basis"] - 1]["exact"]
        found[dt.date.fromisoformat(row["starts_on"])] = Week(
            Fraction(exact.get("hours", row["hours"])),
            _cents(row["due"]),
            _cents(row["paid"]),
            _cents(row["unpaid"]),
        )
    return found


def _asked(group: str, seed: int) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Return the periods and positions that a seed stands for."""
    r = Random(seed)  # noqa: S311 - not a secret
    periods = varied(r, BASES[group])
    return periods, wage_choices(r) if group == "positions" else {}


def agrees(computed: Compute, periods: list[dict[str, Any]], positions: dict[str, str]) -> None:
    """Compare each workweek and the total.

    Raises:
        AssertionError: the program and the reference differ.

    """
    expected = weeks(periods, **positions)
    result = computed(claim(periods, positions=positions))
    printed = {day: (w.hours, w.due, w.paid, w.unpaid) for day, w in _printed(result).items()}
    assert printed == {day: (w.hours, w.due, w.paid, w.unpaid) for day, w in expected.items()}
    assert _cents(result["total"]) == restitution(expected, **positions)


def _kept() -> Iterator[tuple[str, int]]:
    for line in SEEDS.read_text().splitlines():
        if line and not line.startswith("#"):
            group, seed = line.split()
            yield group, int(seed)


def _keep(group: str, seed: int) -> None:
    if (group, seed) not in _kept():
        with SEEDS.open("a") as file:
            file.write(f"{group} {seed}\n")


def test_every_seed_that_ever_failed_agrees_now(computed: Compute) -> None:
    for group, seed in _kept():
        agrees(computed, *_asked(group, seed))


@pytest.mark.parametrize("kept", KEPT)
def test_a_claim_on_which_they_once_differed_agrees_now(
    kept: dict[str, Any], computed: Compute
) -> None:
    agrees(computed, kept["work"], kept["positions"])


def test_at_least_five_thousand_random_claims_are_compared() -> None:
    assert sum(CLAIMS.values()) >= 5_000


@pytest.mark.parametrize("group", BASES)
def test_every_workweek_agrees_with_the_slow_reference(group: str, computed: Compute) -> None:
    failed: list[int] = []

    @settings(max_examples=CLAIMS[group])
    @given(st.integers(0, 2**64))
    def compared(seed: int) -> None:
        failed.append(seed)
        agrees(computed, *_asked(group, seed))
        failed.pop()

    try:
        compared()
    finally:
        if failed:  # the last is the smallest that hypothesis found
            _keep(group, failed[-1])
