"""The weekly Treasury yields: each the mean of its days, none missing but one, none of them changed."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from remedies import law
from remedies.errors import LawDataError, LawNotEncodedError
from remedies.figures import Checked
from remedies.law import load, weekly
from remedies.law.library import ROOT
from remedies.law.soundness import wrong_with

KEY = "us.treasury_1yr_weekly"
LAW = law.encoded()
ITEM = LAW.item(KEY)
FILE = ROOT / ITEM.path
ROWS: list[str] = tomli.loads(FILE.read_text("utf-8"))["weeks"]
DAY = dt.timedelta(days=1)
WEEK = 7 * DAY
FIRST, MISSING = dt.date(2000, 1, 7), dt.date(2026, 7, 24)
RECORDED = "2026-11-21"
# The rows as they were first recorded; rows are added and never changed.
DIGEST = "6279606b8de9adcdd80f787e16c900720c7e8f5436e47c1be65faed0d6196a31"


def digest(rows: list[str]) -> str:
    first = [row for row in rows if row.split()[2] == RECORDED]
    return sha256("\n".join(first).encode()).hexdigest()


def bumped(row: str, place: int) -> str:
    """Return a row with another digit in one place."""
    return f"{row[:place]}{(int(row[place]) + 1) % 10}{row[place + 1 :]}"


def digits(row: str, part: int) -> list[int]:
    start = len(" ".join(row.split()[:part])) + (1 if part else 0)
    return [start + n for n, sign in enumerate(row.split()[part]) if sign.isdigit()]


def on(day: dt.date) -> Fraction:
    return LAW.on(KEY, day).value


@pytest.mark.parametrize("year", sorted({row[:4] for row in ROWS}))
def test_a_weekly_yield_is_the_rounded_mean_of_its_days(year: str) -> None:
    for row in (row for row in ROWS if row.startswith(year)):
        friday, value, _, *rest = row.split()
        hundredths = [int(Decimal(text) * 100) for text in rest if ":" not in text]
        if count := len(hundredths):  # half up, in whole numbers
            assert int(Decimal(value) * 100) == (2 * sum(hundredths) + count) // (2 * count)
        version = ITEM.on(dt.date.fromisoformat(friday))
        assert version.value == Fraction(value)
        mark = Checked.SECONDARY if hundredths else Checked.SINGLE_SOURCE
        assert version.authority.checked is mark


def test_weeks_have_three_to_five_days_or_were_read_as_weeks_only() -> None:
    counted = Counter(len(weekly.read(row)[0].daily) for row in ROWS)
    assert counted == {5: 1099, 4: 285, 3: 1, 0: 3}
    three = next(week for row in ROWS if len((week := weekly.read(row)[0]).daily) == 3)
    assert three.friday == dt.date(2001, 9, 14)


def test_a_wrong_digit_in_any_weekly_yield_is_refused() -> None:
    for row in ROWS:
        if len(row.split()) > 4:
            for place in digits(row, 1):
                with pytest.raises(ValueError, match="the mean of its days"):
                    weekly.read(bumped(row, place))


def test_the_rows_are_those_that_were_first_recorded() -> None:
    assert digest(ROWS) == DIGEST


def test_a_wrong_digit_in_any_week_or_day_of_any_row_is_noticed() -> None:
    first = [row for row in ROWS if row.split()[2] == RECORDED]
    whole, before = "\n".join(first).encode(), sha256()
    at = 0
    for row in first:
        parts = [n for n, part in enumerate(row.split()) if n == 1 or (n > 2 and ":" not in part)]
        for place in (place for part in parts for place in digits(row, part)):
            changed = before.copy()
            changed.update(bumped(row, place).encode() + whole[at + len(row) :])
            assert changed.hexdigest() != DIGEST
        before.update(whole[at : at + len(row) + 1])
        at += len(row) + 1
    assert before.hexdigest() == DIGEST


def test_a_file_with_a_wrong_digit_does_not_load(tmp_path: Path) -> None:
    (tmp_path / "us").mkdir()
    text = FILE.read_text("utf-8").replace('"2000-01-07 6.03', '"2000-01-07 6.04')
    (tmp_path / ITEM.path).write_text(text, "utf-8")
    with pytest.raises(LawDataError, match=r"6\.04 is not 6\.03, the mean"):
        load(tmp_path).item(KEY)


def test_the_weeks_follow_each_other_with_no_hole_but_the_known_one() -> None:
    fridays = [weekly.read(row)[0].friday for row in ROWS]
    assert fridays[0] == FIRST
    assert len(fridays) == len(set(fridays))
    expected = FIRST
    for friday in fridays:
        if expected == MISSING:
            expected += WEEK
        assert friday == expected
        expected += WEEK
    assert ITEM.known_through == fridays[-1] + DAY
    assert ITEM.confirmed_on == fridays[-1]


@pytest.mark.parametrize("day", ["2026-07-19", "2026-07-22", "2026-07-25"])
def test_the_missing_week_is_refused_on_each_of_its_days(day: str) -> None:
    with pytest.raises(LawNotEncodedError):
        on(dt.date.fromisoformat(day))


@pytest.mark.parametrize("day", ["1999-12-31", "2000-01-01", "2026-08-16"])
def test_a_day_outside_the_series_is_refused(day: str) -> None:
    with pytest.raises(LawNotEncodedError):
        on(dt.date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2000-01-02", "6.03"),  # the first Sunday
        ("2000-01-08", "6.03"),  # its Saturday
        ("2000-01-09", "6.12"),  # the Sunday after it
        ("2001-09-12", "2.95"),  # a week of three days of business
        ("2026-07-18", "4.02"),  # the Saturday before the missing week
        ("2026-07-26", "4.08"),  # the Sunday after it
        ("2026-08-15", "4.00"),  # the last Saturday
    ],
)
def test_a_day_has_the_yield_of_its_calendar_week(day: str, value: str) -> None:
    assert on(dt.date.fromisoformat(day)) == Fraction(value)


def test_sunday_and_saturday_of_every_week_have_its_yield() -> None:
    for row in ROWS:
        week = weekly.read(row)[0]
        assert week.first.isoweekday() == 7
        assert week.last.isoweekday() == 6
        assert on(week.first) == on(week.friday) == on(week.last) == Fraction(week.value)


@given(st.dates(dt.date(2000, 1, 9), dt.date(2026, 7, 18)))
def test_the_week_before_a_day_is_that_of_the_day_seven_days_earlier(day: dt.date) -> None:
    before = ITEM.on(day - WEEK)
    assert before.ends_on is not None
    assert before.ends_on < day <= before.ends_on + WEEK
    assert before.ends_on - before.effective_on == 6 * DAY


def test_nothing_is_wrong_with_the_series() -> None:
    assert list(wrong_with(ITEM, LAW)) == []


@pytest.mark.parametrize(
    "row",
    [
        "",
        "2000-01-07",
        "2000-01-07 6.03",
        "2000-01-06 6.03 2026-11-21",  # a Thursday
        "2000-02-30 6.03 2026-11-21",
        "2000-01-07 6.030 2026-11-21",
        "2000-01-07 1e3 2026-11-21",
        "2000-01-07 NaN 2026-11-21",
        "2000-01-07 6.03 2026-11-21 6.03 x",
        "2000-01-07 6.03  2026-11-21",
        "2000-01-07 6.03 2026-11-21 official 6.03",
        "2000-01-07 6.03 2026-11-21 6.03\n",
    ],
)
def test_a_row_of_another_form_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match=r"is not a|day is out of range|day \d+ must be"):
        weekly.read(row)


@pytest.mark.parametrize(
    ("values", "mean"),
    [
        (["0.01", "0.02"], "0.02"),  # a half goes up
        (["6.09", "6.00", "6.05", "6.03", "6.00"], "6.03"),
        (["-0.01", "-0.02"], "-0.02"),  # away from zero
        (["0.00"], "0.00"),
    ],
)
def test_a_mean_is_rounded_half_up_to_two_places(values: list[str], mean: str) -> None:
    assert str(weekly.mean([Decimal(value) for value in values])) == mean
