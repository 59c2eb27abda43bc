"""Nights in which clocks changed and rounding that takes time are told."""

import datetime as dt
from fractions import Fraction

from remedies.calculators.clock_doubts import clock_changes, clock_doubts
from remedies.facts import Records
from remedies.facts.shifts import Shift, dated
from tests.calculators.placed import SUNDAY, period, plain, shifts


def test_a_shift_during_a_change_of_clocks_is_doubted_where_no_zone_is_named() -> None:
    spring = (dt.date(2012, 3, 10) - SUNDAY).days
    night = shifts((spring, 20, 28), (spring + 1, 20, 24))
    assert list(clock_changes(period(night))) == [dt.date(2012, 3, 11)]
    (doubt,) = clock_doubts(period(night, place="US-NY.new_york"))
    assert (doubt.code, doubt.field) == ("clock_change_not_counted", "hours.time_zone")
    assert "2012-03-11" in doubt.message
    for silent in (
        period(night, place="US-HI"),
        period(night, place="MX"),
        period(shifts((spring, 20, 28), zone="America/New_York")),
        period(shifts((spring + 1, 0, 2), (spring + 1, 3, 9))),
        period(plain((spring + 1, 8))),
        period(),
    ):
        assert not list(clock_doubts(silent))


def test_rounding_that_takes_time_is_doubted_with_what_it_takes() -> None:
    shift = Shift(SUNDAY, 7 * 60 + 53, 16 * 60 + 7)
    records = Records(tuple(dated(shift, None, 15)), "", 15, Fraction(494, 60))
    (doubt,) = clock_doubts(period(records))
    assert doubt.code == "rounding_takes_time"
    assert "14 min" in doubt.message
    fair = Records(records.records, "", 10, Fraction(8))
    assert [d.code for d in clock_doubts(period(fair))] == ["rounding_to_ten_minutes"]
