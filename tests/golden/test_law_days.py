"""Edge days of the law, from sources other than the law files: the day before a change and its day."""

import datetime as dt
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from remedies import law
from remedies.errors import LawNotEncodedError

LAW = law.encoded()
HERE = Path(__file__).parent
DAY = dt.timedelta(days=1)
FILES = ("state_minimum_wages", "overtime_days", "federal_money_days")


def _changes(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((HERE / f"{name}.toml").read_text())["changes"]
    return found


CHANGES = [
    pytest.param(change, id=f"{change['key']} {change['day']} {change.get('tier', '')}")
    for name in FILES
    for change in _changes(name)
]


def _on(change: dict[str, Any], day: dt.date) -> Fraction | None:
    try:
        return LAW.item(change["key"]).on(day, change.get("tier") or None).value
    except LawNotEncodedError:
        return None


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_takes_effect_on_its_day_and_not_before(change: dict[str, Any]) -> None:
    before, after = (
        Fraction(change[side]) if change[side] else None for side in ("before", "after")
    )
    assert change["source"]
    assert (_on(change, change["day"] - DAY), _on(change, change["day"])) == (before, after)


def test_at_least_forty_changes_of_state_minimum_wages_in_many_states_are_proven() -> None:
    proven = {(change["key"], change["day"]) for change in _changes("state_minimum_wages")}
    assert len(proven) >= 40
    assert len({key for key, _ in proven}) >= 25
