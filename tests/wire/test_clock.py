"""Clock times in a claim: shifts past midnight, several of a day, their breaks and rates."""

import datetime as dt
from fractions import Fraction

import pytest

from remedies.facts import Record
from tests.wire.clocked import NIGHT, clocked, plain, read, refused, why


def test_a_shift_past_midnight_is_two_records_of_its_two_dates() -> None:
    before, after = read({"records": [NIGHT]}).records
    assert plain(read({"records": [NIGHT]})) == [
        ("2012-02-06", 2),
        ("2012-02-07", Fraction(13, 2)),
    ]
    assert (before.begins, before.ends, after.begins, after.ends) == (1320, 1440, 0, 390)
    assert (before.continues, after.continues) == (False, True)
    assert (before.clock, after.clock) == ("22:00 to 24:00", "00:00 to 06:30")


@pytest.mark.parametrize("end", ["00:00", "24:00"])
def test_a_shift_that_ends_at_midnight_is_one_record(end: str) -> None:
    later = {"ends_on": "2012-02-07"} if end == "00:00" else {}
    assert plain(read({"records": [clocked("2012-02-06", "20:00", end, **later)]})) == [
        ("2012-02-06", 4)
    ]


def test_ends_on_may_name_the_same_date() -> None:
    found = read({"records": [clocked("2012-02-06", "08:00", "12:00", ends_on="2012-02-06")]})
    assert plain(found) == [("2012-02-06", 4)]


def test_a_shift_of_exactly_24_hours_is_taken_and_one_minute_more_is_not() -> None:
    whole = clocked("2012-02-06", "08:00", "08:00", ends_on="2012-02-07")
    assert plain(read({"records": [whole]})) == [("2012-02-06", 16), ("2012-02-07", 8)]
    longer = whole | {"end": "08:01"}
    assert refused({"records": [longer]}) == [("records[0].ends_on", "too_many_hours")]


@pytest.mark.parametrize(
    ("entry", "field", "code"),
    [
        (clocked("2012-02-06", "22:00", "06:30"), "end", "reversed_period"),
        (clocked("2012-02-06", "08:00", "08:00"), "end", "reversed_period"),
        (NIGHT | {"ends_on": "2012-02-05"}, "ends_on", "reversed_period"),
        (NIGHT | {"ends_on": "2012-02-09"}, "ends_on", "too_many_hours"),
        (NIGHT | {"relieved_minutes": "29"}, "relieved_minutes", "out_of_range"),
        (NIGHT | {"relieved_minutes": "30.5"}, "relieved_minutes", "out_of_range"),
        (NIGHT | {"relieved_minutes": "510"}, "relieved_minutes", "inconsistent"),
        (NIGHT | {"relieved_minutes": "-30"}, "relieved_minutes", "not_a_plain_decimal"),
        (NIGHT | {"rate": "10.00"}, "rate", "does_not_belong"),
        (NIGHT | {"hours": "8"}, "ends_on", "does_not_belong"),
        ({"on": "2012-02-06", "hours": "8", "relieved_minutes": "30"}, "", ""),
        (NIGHT | {"start": []}, "start", "not_a_time"),
    ],
)
def test_what_no_shift_can_be_is_refused_by_its_field(
    entry: dict[str, str], field: str, code: str
) -> None:
    expected = (f"records[0].{field}", code)
    if not field:
        expected = ("records[0].relieved_minutes", "does_not_belong")
    assert expected in refused({"records": [entry]})


def test_a_record_before_the_period_is_refused() -> None:
    found = refused({"records": [NIGHT | {"on": "2011-12-31", "ends_on": "2012-01-01"}]})
    assert found == [("records[0].on", "outside_period")]


def test_a_shift_that_ends_after_the_period_is_refused_by_the_date_on_which_it_ends() -> None:
    last = clocked("2012-12-29", "20:00", "04:00", ends_on="2012-12-30")
    assert refused({"records": [last]}) == [("records[0].ends_on", "outside_period")]


def test_a_shift_that_ends_in_days_away_is_refused_by_the_date_on_which_it_ends() -> None:
    away = [{"from": "2012-02-07", "to": "2012-02-08"}]
    found = refused({"records": [NIGHT]}, away=away)
    assert found == [("records[0].ends_on", "while_away")]


def test_a_problem_names_the_entry_of_the_claim_and_not_of_the_days_it_made() -> None:
    after = {"on": "2013-01-05", "hours": "8"}
    assert refused(
        {"records": [NIGHT, NIGHT | {"on": "2012-03-06", "ends_on": "2012-03-07"}, after]}
    ) == [("records[2].on", "outside_period")]


def test_several_shifts_of_a_day_stand_beside_each_other() -> None:
    day = [clocked("2012-02-06", "17:00", "21:00"), clocked("2012-02-06", "08:00", "12:00")]
    assert plain(read({"records": day})) == [("2012-02-06", 4), ("2012-02-06", 4)]


def test_a_shift_may_begin_when_another_ends() -> None:
    day = [clocked("2012-02-06", "08:00", "12:00"), clocked("2012-02-06", "12:00", "13:00")]
    assert len(read({"records": day}).records) == 2


@pytest.mark.parametrize(
    "other",
    [
        clocked("2012-02-07", "06:29", "10:00"),
        clocked("2012-02-06", "23:00", "23:30"),
        clocked("2012-02-06", "21:00", "22:01"),
        NIGHT,
    ],
)
def test_shifts_that_overlap_are_refused_and_both_are_named(other: dict[str, str]) -> None:
    found = refused({"records": [NIGHT, other]})
    assert ("records[1].start", "overlap") in found
    message = why({"records": [NIGHT, other]})
    assert "records[0]" in message
    assert "records[1]" in message


def test_a_short_shift_inside_a_long_one_hides_no_later_overlap() -> None:
    day = [
        clocked("2012-02-06", "08:00", "20:00"),
        clocked("2012-02-06", "09:00", "10:00"),
        clocked("2012-02-06", "19:00", "21:00"),
    ]
    assert refused({"records": day}) == [
        ("records[1].start", "overlap"),
        ("records[2].start", "overlap"),
    ]


@pytest.mark.parametrize(
    ("records", "field"),
    [
        ([{"on": "2012-02-06", "hours": "4"}, clocked("2012-02-06", "08:00", "12:00")], "on"),
        ([clocked("2012-02-06", "08:00", "12:00"), {"on": "2012-02-06", "hours": "4"}], "on"),
        ([{"on": "2012-02-07", "hours": "4"}, NIGHT], "ends_on"),
        ([{"on": "2012-02-07", "hours": "4"}, {"on": "2012-02-07", "hours": "4"}], "on"),
    ],
)
def test_one_date_has_hours_in_one_way(records: list[dict[str, str]], field: str) -> None:
    assert refused({"records": records}) == [(f"records[1].{field}", "duplicate_date")]


def test_breaks_are_taken_from_the_date_that_holds_more_of_the_shift() -> None:
    late = NIGHT | {"relieved_minutes": "60"}
    assert plain(read({"records": [late]})) == [("2012-02-06", 2), ("2012-02-07", Fraction(11, 2))]
    early = clocked("2012-02-06", "12:00", "00:30", ends_on="2012-02-07", relieved_minutes="60")
    found = read({"records": [early]})
    assert plain(found) == [("2012-02-06", 11), ("2012-02-07", Fraction(1, 2))]
    assert found.records[0].clock == "12:00 to 24:00, 60 minutes relieved"
    assert found.records[0].relieved == 1


def test_breaks_of_a_shift_that_midnight_halves_are_taken_from_its_first_date() -> None:
    shift = clocked("2012-02-06", "22:00", "02:00", ends_on="2012-02-07", relieved_minutes="30")
    assert plain(read({"records": [shift]})) == [("2012-02-06", Fraction(3, 2)), ("2012-02-07", 2)]


def test_breaks_longer_than_one_side_of_midnight_are_taken_from_the_other_too() -> None:
    shift = clocked("2012-02-06", "22:00", "01:00", ends_on="2012-02-07", relieved_minutes="150")
    assert plain(read({"records": [shift]})) == [("2012-02-06", 0), ("2012-02-07", Fraction(1, 2))]


def test_meals_of_a_day_and_breaks_of_a_shift_are_not_both_taken() -> None:
    meals = {"hours_per_day": "1", "minutes_each": "30", "relieved": True}
    records = [NIGHT | {"relieved_minutes": "30"}]
    assert refused({"records": records}, meals=meals) == [("work[0].meals", "inconsistent")]


def test_records_in_plain_form_and_by_the_schema_are_the_same() -> None:
    entries = [
        {"on": "2012-02-05", "hours": "8"},
        NIGHT,
        clocked("2012-02-08", "08:00", "12:00"),
    ]
    quick = read({"records": entries})
    slow = read(
        {"records": [*entries, clocked("2012-02-09", "08:00", "12:00", relieved_minutes="30")]}
    )
    assert slow.records[:-1] == quick.records
    assert quick.records[0] == Record(dt.date(2012, 2, 5), Fraction(8))


def test_each_record_states_its_rate_where_pay_of_several_rates_gives_none() -> None:
    pay = {"pay": {"basis": "several_rates"}, "paid": {"total": "0.00"}}
    entries = [NIGHT | {"rate": "10.00"}, {"on": "2012-02-08", "hours": "8", "rate": "12.00"}]
    found = read({"records": entries}, **pay)
    assert [record.rate for record in found.records] == [10, 10, 12]
    without = [NIGHT, entries[1]]
    assert refused({"records": without}, **pay) == [("records[0].rate", "required")]
    rates = [{"rate": "10.00", "hours_per_workweek": "40"}]
    stated = {"pay": {"basis": "several_rates", "rates": rates}, "paid": {"total": "0.00"}}
    assert refused({"records": entries}, **stated) == [
        ("records[0].rate", "does_not_belong"),
        ("records[1].rate", "does_not_belong"),
    ]
