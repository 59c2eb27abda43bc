"""Paydays and the last day of a claim, to the day."""

import datetime as dt
from fractions import Fraction

import pytest

from remedies.calculators.civil.limitation import (
    Clock,
    Limit,
    federal_clock,
    in_time,
    last_day,
    payday,
)
from remedies.facts.civil import Civil, Paydays, PayEvery, Tolled

YEARS = Fraction(2)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("paydays", "ends_on", "due_on"),
    [
        (None, "2023-06-10", "2023-06-17"),
        (
            Paydays(every=PayEvery.WEEK, first=day("2023-06-05"), days_after=3),
            "2023-06-10",
            "2023-06-14",
        ),
        (
            Paydays(every=PayEvery.WEEK, first=day("2023-06-04"), days_after=3),
            "2023-06-10",
            "2023-06-13",
        ),
        (Paydays(every=PayEvery.TWO_WEEKS, first=day("2023-06-04")), "2023-06-10", "2023-06-24"),
        (Paydays(every=PayEvery.TWO_WEEKS, first=day("2023-06-04")), "2023-06-17", "2023-06-24"),
        (Paydays(every=PayEvery.TWO_WEEKS, first=day("2023-06-18")), "2023-06-17", "2023-06-24"),
        (Paydays(every=PayEvery.TWO_WEEKS, first=day("2023-07-02")), "2023-06-10", "2023-06-24"),
        (Paydays(every=PayEvery.HALF_MONTH, days_after=0), "2023-06-15", "2023-06-15"),
        (Paydays(every=PayEvery.HALF_MONTH, days_after=0), "2023-06-16", "2023-06-30"),
        (Paydays(every=PayEvery.MONTH, days_after=5), "2024-02-03", "2024-03-05"),
        (Paydays(every=PayEvery.MONTH, days_after=5), "2023-12-31", "2024-01-05"),
    ],
)
def test_wages_are_due_on_the_payday_of_the_period_in_which_the_workweek_ends(
    paydays: Paydays | None, ends_on: str, due_on: str
) -> None:
    assert payday(paydays, day(ends_on)) == day(due_on)


@pytest.mark.parametrize(
    ("accrued_on", "last"),
    [("2023-06-17", "2025-06-17"), ("2024-02-29", "2026-02-28"), ("2022-12-31", "2024-12-31")],
)
def test_the_last_day_is_the_same_day_of_the_month_two_years_later(
    accrued_on: str, last: str
) -> None:
    assert last_day(day(accrued_on), YEARS, Clock(day(last))) == day(last)


def test_a_claim_is_in_time_on_its_last_day_and_too_late_on_the_next() -> None:
    limit = Limit(YEARS)
    accrued_on = day("2023-06-17")
    assert in_time(accrued_on, limit, Clock(day("2025-06-17"))).value == 1
    assert in_time(accrued_on, limit, Clock(day("2025-06-18"))).value == 0


def test_days_that_do_not_count_are_added_once_though_two_stretches_overlap() -> None:
    tolled = (
        Tolled(begins_on=day("2023-07-01"), ends_on=day("2023-07-10")),
        Tolled(begins_on=day("2023-07-05"), ends_on=day("2023-07-12")),
    )
    last = last_day(day("2023-06-17"), YEARS, Clock(day("2025-01-01"), tolled=tolled))
    assert last == day("2025-06-29")


def test_a_stretch_after_the_last_day_adds_nothing_and_one_that_reaches_it_adds_its_days() -> None:
    late = (Tolled(begins_on=day("2025-06-18"), ends_on=day("2025-07-18")),)
    touching = (Tolled(begins_on=day("2025-06-17"), ends_on=day("2025-06-18")),)
    clock = Clock(day("2025-01-01"), tolled=late)
    assert last_day(day("2023-06-17"), YEARS, clock) == day("2025-06-17")
    clock = Clock(day("2025-01-01"), tolled=touching)
    assert last_day(day("2023-06-17"), YEARS, clock) == day("2025-06-19")


def test_time_runs_from_notice_only_where_that_is_later() -> None:
    accrued_on = day("2023-06-17")
    assert last_day(accrued_on, YEARS, Clock(accrued_on, notice_on=day("2024-01-01"))) == day(
        "2026-01-01"
    )
    assert last_day(accrued_on, YEARS, Clock(accrued_on, notice_on=day("2020-01-01"))) == day(
        "2025-06-17"
    )


def test_an_unknown_limit_bars_nothing_and_says_so() -> None:
    found = in_time(day("1990-01-01"), Limit(None), Clock(day("2025-01-01")))
    assert found.value == 1
    assert "not known" in found.name


@pytest.mark.parametrize(
    ("consent_on", "began_on"),
    [(None, "2023-06-01"), ("2020-02-01", "2023-06-01"), ("2023-07-01", "2023-07-01")],
)
def test_an_action_begins_with_the_later_of_complaint_and_consent(
    consent_on: str | None, began_on: str
) -> None:
    filed_on = day("2023-06-01")
    consent = day(consent_on) if consent_on else None
    facts = Civil(filed_on=filed_on, interest_to=filed_on, consent_on=consent)
    assert federal_clock(facts, "none").began_on == day(began_on)
