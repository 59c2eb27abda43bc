"""What sleep, meals and time on call take from the hours of a day of work, and when."""

from fractions import Fraction
from typing import Any

import pytest

from remedies.facts import Daily, Meals, OnCall, PerDay, Sleep
from remedies.facts.hour_checks import hour_problems
from tests.calculators.placed import (
    BY_AGREEMENT,
    DAY,
    MEALS,
    OWN_TIME,
    SLEEP,
    SUNDAY,
    WEEK,
    hours_of,
    period,
    plain,
    shifts,
    worked,
)


def test_sleep_counts_unless_a_position_leaves_it_out() -> None:
    assert worked(period(sleep=Sleep(**SLEEP))) == 168
    assert worked(period(sleep=Sleep(**SLEEP)), BY_AGREEMENT) == 7 * 16


@pytest.mark.parametrize(
    "fact",
    [
        {"agreed_freely": False},
        {"facilities": False},
        {"uninterrupted_hours": Fraction(49, 10)},
        {"uninterrupted_hours": None},
        {"on_duty_hours": Fraction(239, 10)},
        {"on_duty_hours": None},
    ],
)
def test_sleep_counts_when_one_of_its_conditions_is_not_met(fact: dict[str, Any]) -> None:
    assert worked(period(sleep=Sleep(**SLEEP | fact)), BY_AGREEMENT) == 168


def test_at_most_eight_hours_of_sleep_are_left_out_unless_the_worker_resides_there() -> None:
    long = SLEEP | {"hours_per_day": Fraction(10)}
    assert worked(period(sleep=Sleep(**long)), BY_AGREEMENT) == 7 * 16
    lives = long | {"resides": True, "on_duty_hours": None}
    assert worked(period(sleep=Sleep(**lives)), BY_AGREEMENT) == 7 * 14


def test_meals_are_left_out_when_relieved_for_thirty_minutes() -> None:
    twelve = PerDay(Fraction(12))
    assert worked(period(twelve, meals=Meals(**MEALS))) == 7 * 11
    assert worked(period(twelve, meals=Meals(**MEALS | {"relieved": False}))) == 84
    assert worked(period(twelve, meals=Meals(**MEALS | {"minutes_each": Fraction(29)}))) == 84
    assert worked(period(twelve, meals=Meals(**MEALS | {"minutes_each": None}))) == 84


def test_meals_of_a_turn_of_24_hours_need_an_agreement_as_its_sleep_does() -> None:
    facts = period(sleep=Sleep(**SLEEP), meals=Meals(**MEALS))
    assert worked(facts) == 168
    assert worked(facts, BY_AGREEMENT) == 7 * 15
    coerced = period(sleep=Sleep(**SLEEP | {"agreed_freely": False}), meals=Meals(**MEALS))
    assert worked(coerced, BY_AGREEMENT) == 168


def test_time_on_call_is_left_out_when_it_was_the_workers_own_and_a_position_says_so() -> None:
    own = OnCall(hours_per_day=Fraction(2), own_time=True)
    twelve = PerDay(Fraction(12))
    assert worked(period(twelve, on_call=own)) == 84
    assert worked(period(twelve, on_call=own), OWN_TIME) == 70
    held = OnCall(hours_per_day=Fraction(2))
    assert worked(period(twelve, on_call=held), OWN_TIME) == 84


def test_what_is_left_out_is_a_line_with_its_rule_and_exhibit() -> None:
    found = hours_of(period(sleep=Sleep(**SLEEP)), BY_AGREEMENT).on(WEEK)
    assert found is not None
    lines = {line.name: line for line in found.lines()}
    left = lines["hours of sleep left out"]
    assert left.value == 56
    assert [a.citation for a in left.authority] == ["29 C.F.R. § 785.22(a)"]
    facts = [line for line in lines.values() if line.name.startswith("hours of sleep a day")]
    assert [line.source for line in facts] == ["Ex. 1"]


def test_equal_pieces_share_one_figure() -> None:
    found = hours_of(period(sleep=Sleep(**SLEEP)), BY_AGREEMENT)
    assert found.on(WEEK) is found.on(WEEK) is found.full_week


def test_a_record_shorter_than_what_is_left_out_has_no_hours_and_takes_none_from_others() -> None:
    facts = period(plain((0, 24), (1, 3), (2, 12)), sleep=Sleep(**SLEEP))
    assert worked(facts, BY_AGREEMENT) == 16 + 0 + 4
    found = hours_of(facts, BY_AGREEMENT)
    assert found.on_day(SUNDAY + DAY) is None
    assert [day for day, _ in found.hours_by_day(WEEK)] == [SUNDAY, SUNDAY + 2 * DAY]


def test_a_turn_past_midnight_leaves_its_sleep_out_once() -> None:
    facts = period(shifts((1, 8, 32), (3, 8, 32)), sleep=Sleep(**SLEEP))
    assert worked(facts, BY_AGREEMENT) == 2 * 16
    days = [(day.day, f.value) for day, f in hours_of(facts, BY_AGREEMENT).hours_by_day(WEEK)]
    assert days == [(6, 8), (7, 8), (8, 8), (9, 8)]


def test_sleep_is_taken_from_the_date_that_holds_more_of_the_turn() -> None:
    lives = Sleep(**SLEEP | {"resides": True, "hours_per_day": Fraction(6)})
    facts = period(shifts((1, 20, 32)), sleep=lives)
    days = [(day.day, f.value) for day, f in hours_of(facts, BY_AGREEMENT).hours_by_day(WEEK)]
    assert days == [(6, 4), (7, 2)]
    halved = hours_of(period(shifts((1, 16, 32)), sleep=lives), BY_AGREEMENT)
    halves = [(day.day, f.value) for day, f in halved.hours_by_day(WEEK)]
    assert halves == [(6, 2), (7, 8)]
    short = period(shifts((1, 21, 28)), sleep=lives)
    assert worked(short, BY_AGREEMENT) == 1


def test_turns_that_follow_each_other_leave_out_a_nights_sleep_for_each() -> None:
    facts = period(shifts(*((day, 8, 32) for day in range(6))), sleep=Sleep(**SLEEP))
    assert worked(facts, BY_AGREEMENT) == 6 * 16


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"sleep": Sleep(**SLEEP | {"uninterrupted_hours": Fraction(9)})}, "uninterrupted_hours"),
        ({"sleep": Sleep(**SLEEP | {"on_duty_hours": Fraction(7)})}, "on_duty_hours"),
        ({"sleep": Sleep(**SLEEP | {"hours_per_day": Fraction(25)})}, "hours_per_day"),
        ({"meals": Meals(**MEALS | {"minutes_each": Fraction(61)})}, "minutes_each"),
        ({"meals": Meals(**MEALS | {"minutes_each": Fraction(0)})}, "minutes_each"),
        (
            {"meals": Meals(**MEALS), "on_call": OnCall(hours_per_day=Fraction(24))},
            "hours_per_day",
        ),
    ],
)
def test_time_that_does_not_fit_into_a_day_is_refused_by_its_field(
    facts: dict[str, Any], field: str
) -> None:
    found = list(hour_problems("work[0]", period(**facts)))
    assert field in {problem.field.rpartition(".")[2] for problem in found}
    assert not list(hour_problems("work[0]", period(sleep=Sleep(**SLEEP), meals=Meals(**MEALS))))


def test_no_pattern_day_may_be_shorter_than_what_is_part_of_it() -> None:
    daily = Daily(tuple(map(Fraction, (9, 0, 10, 1, 0, 0, 0))))
    meals = Meals(**MEALS | {"hours_per_day": Fraction(3, 2)})
    found = list(hour_problems("work[0]", period(daily, meals=meals)))
    assert [(p.field, p.code) for p in found] == [
        ("work[0].meals.hours_per_day", "too_many_hours")
    ]
