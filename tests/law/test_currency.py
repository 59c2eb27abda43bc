"""What is stale on a day: series that ended, steps that took effect, values long unconfirmed."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remedies.law import Law, load
from remedies.law.currency import Kind, Stale, stale, year_before

WAGE = """
family = "state_minimum_wage"
name = "a wage"
unit = "USD/hour"
confirmed_on = 2026-07-01
known_through = 2027-12-31

[defaults]
recorded_on = 2026-11-21
authority = "Cal. Lab. Code § 1182.12"
checked = "secondary"

[[versions]]
effective_on = 2026-01-01
value = 16.90

[[versions]]
effective_on = 2027-01-01
value = 17.40
"""
SERIES = """
family = "interest"
name = "a yield"
unit = "percent/year"
confirmed_on = 2026-08-14
known_through = 2026-08-15
weeks = ["2026-08-07 4.04 2026-11-21", "2026-08-14 4.00 2026-11-21"]

[defaults]
authority = "28 U.S.C. § 1961(a)"
checked = "secondary"
"""
MISSING = 'family = "interest"\nname = "a rate"\nmissing = "Nothing was found."\n'
Library = Callable[..., Law]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    def write(**files: str) -> Law:
        folder = tmp_path / "us-ca"
        folder.mkdir()
        for name, text in files.items():
            (folder / f"{name}.toml").write_text(text, "utf-8")
        return load(tmp_path)

    return write


def on(law: Law, day: str) -> list[Stale]:
    return stale(law, dt.date.fromisoformat(day))


def kinds(law: Law, day: str) -> list[Kind]:
    return [entry.kind for entry in on(law, day)]


def test_nothing_is_stale_while_the_law_is_known_and_confirmed(library: Library) -> None:
    assert on(library(wage=WAGE, series=SERIES), "2026-08-29") == []


def test_an_item_is_stale_from_the_day_after_it_is_known(library: Library) -> None:
    law = library(wage=WAGE.replace("2026-07-01", "2027-07-01"))
    assert kinds(law, "2027-12-31") == []
    [ended] = on(law, "2028-01-01")
    assert (ended.key, ended.kind, ended.since) == ("us-ca.wage", Kind.ENDED, dt.date(2028, 1, 1))


def test_a_weekly_series_may_lag_by_two_weeks(library: Library) -> None:
    law = library(series=SERIES)
    assert kinds(law, "2026-08-29") == []
    [ended] = on(law, "2026-08-30")
    assert ended.kind is Kind.ENDED
    assert "import treasury" in ended.do


def test_a_step_is_due_from_the_day_on_which_it_takes_effect(library: Library) -> None:
    law = library(wage=WAGE)
    assert kinds(law, "2026-12-31") == []
    [due] = on(law, "2027-01-01")
    assert (due.kind, due.since) == (Kind.STEP_DUE, dt.date(2027, 1, 1))


def test_a_step_seen_in_force_is_not_due(library: Library) -> None:
    law = library(wage=WAGE.replace("confirmed_on = 2026-07-01", "confirmed_on = 2027-01-01"))
    assert kinds(law, "2027-01-01") == []


def test_a_step_that_was_corrected_is_not_due(library: Library) -> None:
    corrected = (
        "\n[[versions]]\neffective_on = 2027-02-01\nrecorded_on = 2026-12-01\n"
        "replaces = 2027-01-01\nvalue = 17.40\n"
    )
    law = library(wage=WAGE + corrected)
    assert kinds(law, "2027-01-15") == []
    assert [entry.since for entry in on(law, "2027-02-01")] == [dt.date(2027, 2, 1)]


def test_a_value_is_unconfirmed_after_a_year_and_a_day(library: Library) -> None:
    law = library(wage=WAGE[: WAGE.rindex("[[versions]]")])
    assert kinds(law, "2027-07-01") == []
    [old] = on(law, "2027-07-02")
    assert (old.kind, old.since) == (Kind.UNCONFIRMED, dt.date(2026, 7, 1))


def test_one_item_can_be_stale_in_every_way(library: Library) -> None:
    found = kinds(library(wage=WAGE), "2028-01-01")
    assert found == [Kind.ENDED, Kind.STEP_DUE, Kind.UNCONFIRMED]


def test_what_is_missing_does_not_become_stale(library: Library) -> None:
    assert on(library(missing=MISSING), "2100-01-01") == []


@given(st.dates(dt.date(2, 1, 1)))
def test_a_year_before_is_the_same_day_or_the_last_of_february(day: dt.date) -> None:
    before = year_before(day)
    assert before.year == day.year - 1
    assert (before.month, before.day) == (day.month, min(day.day, before.day))
    assert day.day - before.day == (1 if (day.month, day.day) == (2, 29) else 0)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Law:
    folder = tmp_path_factory.mktemp("law") / "us-ca"
    folder.mkdir()
    for name, text in {"wage": WAGE, "series": SERIES, "missing": MISSING}.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return load(folder.parent)


@given(day=st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)), days=st.integers(0, 2000))
def test_what_is_stale_stays_so_until_something_is_added(
    shared: Law, day: dt.date, days: int
) -> None:
    now, later = stale(shared, day), stale(shared, day + dt.timedelta(days=days))
    assert set(now) <= set(later)
