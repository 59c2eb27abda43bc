"""Clock times that are rounded, and nights in which the clocks are set forward or back."""

import datetime as dt
from fractions import Fraction
from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remedies.facts.shifts import MIDNIGHT, TIME_ZONES, Shift, Zone, dated, exact_hours, zone_of
from tests.wire.clocked import NIGHT, clocked, plain, read, refused, why

NEW_YORK = "America/New_York"
SPRING, FALL = "2012-03-11", "2012-11-04"
# The country codes whose zones the time zone database lists as the United States' and its territories'.
CODES = {"US", "AS", "GU", "MP", "PR", "VI"}


@pytest.mark.parametrize(
    ("step", "start", "end", "counted"),
    [
        ("15", "06:50", "15:37", ("06:45", "15:30")),
        ("15", "07:52", "16:08", ("07:45", "16:15")),
        ("15", "07:53", "16:07", ("08:00", "16:00")),
        ("5", "07:57", "16:03", ("07:55", "16:05")),
        ("5", "08:02", "16:02", ("08:00", "16:00")),
        ("6", "08:03", "16:02", ("08:06", "16:00")),
        ("10", "08:05", "16:04", ("08:10", "16:00")),
    ],
)
def test_clock_times_are_rounded_to_the_nearest_and_halves_up(
    step: str, start: str, end: str, counted: tuple[str, str]
) -> None:
    hours = {"records": [clocked("2012-02-06", start, end)], "rounded_to_minutes": step}
    (record,) = read(hours).records
    assert record.clock == f"{start} to {end}, rounded to {counted[0]} to {counted[1]}"
    exact = read({"records": [clocked("2012-02-06", *counted)]})
    assert record.hours == exact.records[0].hours


def test_rounding_keeps_the_exact_hours_beside_the_rounded_ones() -> None:
    hours = {"records": [clocked("2012-02-06", "07:53", "16:07")], "rounded_to_minutes": "15"}
    found = read(hours)
    assert (found.rounded_to, found.records[0].hours, found.unrounded) == (
        15,
        8,
        Fraction(494, 60),
    )
    assert read({"records": hours["records"]}).unrounded is None


@pytest.mark.parametrize(
    ("shift", "kept", "clock"),
    [
        (
            clocked("2012-02-06", "23:55", "08:00", ends_on="2012-02-07"),
            ("2012-02-07", 8),
            "23:55 of the day before to 08:00, rounded to 00:00 to 08:00",
        ),
        (
            clocked("2012-02-06", "16:00", "00:05", ends_on="2012-02-07"),
            ("2012-02-06", 8),
            "16:00 to 00:05 of the next day, rounded to 16:00 to 24:00",
        ),
        (
            clocked("2012-02-06", "23:53", "23:58"),
            ("2012-02-06", 0),
            "23:53 to 23:58, rounded to 24:00 to 24:00",
        ),
    ],
)
def test_a_shift_rounded_to_one_side_of_midnight_is_one_record(
    shift: dict[str, str], kept: tuple[str, int], clock: str
) -> None:
    found = read({"records": [shift], "rounded_to_minutes": "15"})
    assert plain(found) == [kept]
    assert found.records[0].clock == clock
    assert not found.records[0].continues


@pytest.mark.parametrize("field", ["time_zone", "rounded_to_minutes"])
def test_a_zone_or_a_rounding_needs_clock_times(field: str) -> None:
    value = NEW_YORK if field == "time_zone" else "15"
    records = {"records": [{"on": "2012-02-06", "hours": "8"}], field: value}
    assert refused(records) == [(field, "does_not_belong")]
    assert refused({"per_workweek": "40", field: value}) == [(field, "does_not_belong")]


@pytest.mark.parametrize(
    ("field", "value"),
    [("time_zone", "Europe/Paris"), ("time_zone", "../../etc"), ("rounded_to_minutes", "7")],
)
def test_only_known_zones_and_roundings_are_taken(field: str, value: str) -> None:
    assert refused({"records": [NIGHT], field: value}) == [(field, "not_one_of")]


@pytest.mark.parametrize(
    ("on", "ends_on", "hours"), [("2012-03-10", SPRING, 7), ("2012-11-03", FALL, 9)]
)
def test_a_night_in_which_the_clocks_change_counts_what_passed(
    on: str, ends_on: str, hours: int
) -> None:
    """The two nights of the Labor Department's FLSA Hours Worked Advisor, 23:00 to 07:30 less 30 minutes."""
    night = clocked(on, "23:00", "07:30", ends_on=ends_on, relieved_minutes="30")
    found = read({"records": [night], "time_zone": NEW_YORK})
    assert sum(record.hours for record in found.records) == hours
    assert found.records[1].clock == "00:00 to 07:30, clocks changed, 30 minutes relieved"
    assert sum(record.hours for record in read({"records": [night]}).records) == 8


def test_clocks_that_do_not_change_count_as_they_show() -> None:
    night = clocked("2012-03-10", "23:00", "07:00", ends_on=SPRING)
    for zone in ("America/Phoenix", "Pacific/Honolulu", "America/Puerto_Rico"):
        found = read({"records": [night], "time_zone": zone})
        assert sum(record.hours for record in found.records) == 8


@pytest.mark.parametrize(
    ("on", "start", "end", "field"),
    [
        (FALL, "01:30", "08:00", "start"),
        (FALL, "00:30", "01:00", "end"),
        (FALL, "00:30", "01:59", "end"),
        (SPRING, "02:01", "08:00", "start"),
        (SPRING, "00:30", "02:59", "end"),
    ],
)
def test_a_time_that_the_date_did_not_hold_once_is_refused(
    on: str, start: str, end: str, field: str
) -> None:
    hours = {"records": [clocked(on, start, end)], "time_zone": NEW_YORK}
    assert refused(hours) == [(f"records[0].{field}", "not_a_time")]
    assert ("number" if on == FALL else "they showed") in why(hours)


def test_an_unclear_end_after_midnight_is_found_too() -> None:
    night = clocked("2012-11-03", "20:00", "01:30", ends_on=FALL)
    hours = {"records": [night], "time_zone": NEW_YORK}
    assert refused(hours) == [("records[0].end", "not_a_time")]


@pytest.mark.parametrize(
    ("on", "start", "end", "hours"),
    [
        (SPRING, "00:00", "02:00", 2),
        (SPRING, "03:00", "04:00", 1),
        (SPRING, "01:00", "03:00", 1),
        (FALL, "00:00", "02:00", 3),
        (FALL, "02:00", "04:00", 2),
        (FALL, "00:00", "24:00", 25),
        (SPRING, "00:00", "24:00", 23),
    ],
)
def test_the_edges_of_the_hour_that_changes_are_clear(
    on: str, start: str, end: str, hours: int
) -> None:
    found = read({"records": [clocked(on, start, end)], "time_zone": NEW_YORK})
    assert plain(found) == [(on, hours)]


def test_a_time_rounded_into_the_hour_that_repeats_is_the_first_of_the_two() -> None:
    records = [clocked(FALL, "00:00", "00:55")]
    found = read({"records": records, "time_zone": NEW_YORK, "rounded_to_minutes": "15"})
    assert plain(found) == [(FALL, 1)]


def test_the_zones_are_those_of_the_united_states_and_its_territories() -> None:
    rows = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text().splitlines()
    known = {row.split("\t")[2] for row in rows if row[:2] in CODES}
    assert set(TIME_ZONES) == known
    with pytest.raises(ValueError, match="not a time zone"):
        Zone("Europe/Paris")


@pytest.mark.parametrize("name", TIME_ZONES)
def test_each_zone_knows_its_changes(name: str) -> None:
    zone = zone_of(name)
    assert zone.seconds(dt.date(2012, 2, 6), 0, MIDNIGHT) == 86_400
    for year in (1975, 2012, 2039):
        first = dt.date(year, 1, 1)
        days = [first + n * dt.timedelta(days=1) for n in range(365)]
        odd = [day for day in days if zone.seconds(day, 0, MIDNIGHT) != 86_400]
        assert [day for day in days if zone.changes_on(day)] == odd
        assert len(odd) in {0, 2}


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2040, 12, 31)),
    st.integers(0, MIDNIGHT - 1),
    st.integers(1, MIDNIGHT),
    st.sampled_from((*TIME_ZONES, None)),
    st.sampled_from((None, 5, 6, 10, 15)),
    st.integers(0, 600),
)
def test_what_a_shift_makes_adds_up_and_fits_its_dates(  # noqa: PLR0913, PLR0917
    on: dt.date, begins: int, lasts: int, name: str | None, step: int | None, relieved: int
) -> None:
    shift = Shift(on, begins, begins + lasts, relieved)
    zone = zone_of(name) if name else None
    found = dated(shift, zone, step)
    assert all(r.hours >= 0 for r in found)
    assert all(0 <= (r.begins or 0) <= (r.ends or 0) <= MIDNIGHT for r in found)
    for first, second in pairwise(found):
        assert (first.ends, second.begins, second.continues) == (MIDNIGHT, 0, True)
        assert second.on - first.on == dt.timedelta(days=1)
    if step is None and not relieved:
        assert found == dated(shift, None, 1) or zone is not None
    if step is None:
        assert sum(r.hours for r in found) == exact_hours([shift], zone)
    assert abs(sum(r.hours + r.relieved for r in found) - Fraction(lasts, 60)) <= Fraction(9, 4)
