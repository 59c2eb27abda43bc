"""New weeks go into the series in their places; what contradicts it is refused; nothing else changes."""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from difflib import ndiff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remedies.errors import ImportRefusedError, LawDataError
from remedies.law import weekly
from remedies.law.download import Download, read_download
from remedies.law.importing import KEY, Weeks, compared, weeks_of, with_weeks
from remedies.law.library import ROOT, encoded

SERIES = """\
# A comment that stays.
family = "interest"
name = "a yield"
unit = "percent/year"
confirmed_on = 2026-08-14   # and this one
known_through = 2026-08-15
weeks = [
  "2026-07-17 4.02 2026-11-21 4.12 4.02 3.97 3.99 4.01",
  "2026-07-31 4.08 2026-11-21 single_source:fred-wgs1yr-copy",
  "2026-08-14 4.00 2026-11-21 single_source:fred-wgs1yr-copy",
]

[defaults]
authority = "28 U.S.C. § 1961(a)"
checked = "secondary"
source = "fred-dgs1-copy"
"""
RECORDED_ON = dt.date(2026, 11, 30)
DAY = dt.timedelta(days=1)
LAW = encoded()
MONDAY = dt.date(2026, 8, 17)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def daily(first: str, *values: str) -> Download:
    """Return a daily file: a value for each weekday from a day on, ``.`` for a holiday, ``-`` for no row."""
    rows, on = [], day(first)
    for value in values:
        while on.weekday() > 4:
            on += DAY
        rows += [] if value == "-" else [f"{on},{value}"]
        on += DAY
    return read_download("\n".join(("observation_date,DGS1", *rows)).encode())


def published(**weeks: str) -> Download:
    rows = (f"{name[1:].replace('_', '-')},{value}" for name, value in weeks.items())
    return read_download("\n".join(("observation_date,WGS1YR", *rows)).encode())


def found(download: Download, text: str = SERIES) -> Weeks:
    return compared(text, download, RECORDED_ON)


def fridays(weeks: Weeks) -> list[str]:
    return [str(week.friday) for week in weeks.new]


def added(download: Download, text: str = SERIES) -> tuple[list[str], list[str]]:
    """Return the lines that a download takes from the file, and those that it puts there."""
    made = with_weeks(text, found(download, text), RECORDED_ON, LAW)
    lines = list(ndiff(text.splitlines(), made.splitlines()))
    return [x[2:] for x in lines if x[0] == "-"], [x[2:] for x in lines if x[0] == "+"]


WHOLE = ("4.00", "4.01", "4.02", "4.03", "4.05")


def test_a_week_of_daily_values_is_their_mean_half_up() -> None:
    [week] = found(daily("2026-08-17", *WHOLE)).new
    assert (week.friday, week.value) == (day("2026-08-21"), Decimal("4.02"))
    assert found(daily("2026-08-17", "4.00", "4.00", "4.01", "4.01")).new == ()
    [half] = found(daily("2026-08-17", "4.00", "4.00", "4.01", "4.01", ".")).new
    assert half.value == Decimal("4.01")


def test_a_new_week_is_added_after_the_last_and_moves_the_last_days() -> None:
    gone, come = added(daily("2026-08-17", *WHOLE))
    assert gone == []
    assert come == [
        '  "2026-08-21 4.02 2026-11-30 official:fred 4.00 4.01 4.02 4.03 4.05",',
        "",
        "[[moved]]",
        "recorded_on = 2026-11-30",
        "confirmed_on = 2026-08-21",
        "known_through = 2026-08-22",
    ]


def test_a_missing_week_is_added_in_its_place_and_moves_nothing() -> None:
    gone, come = added(published(w2026_07_24="4.10"))
    assert gone == []
    assert come == ['  "2026-07-24 4.10 2026-11-30 official:fred",']
    made = with_weeks(SERIES, found(published(w2026_07_24="4.10")), RECORDED_ON, LAW)
    rows = [line.split()[0] for line in made.splitlines() if line.startswith('  "')]
    assert rows == sorted(rows)


def test_what_agrees_is_counted_and_adds_nothing() -> None:
    weeks = found(daily("2026-07-13", "4.12", "4.02", "3.97", "3.99", "4.01"))
    assert (weeks.agreeing, weeks.new, weeks.contradictions) == (1, (), ())
    assert with_weeks(SERIES, weeks, RECORDED_ON, LAW) == SERIES


def test_a_weekly_value_that_contradicts_the_record_is_named_with_both_values() -> None:
    weeks = found(published(w2026_07_17="4.02", w2026_07_31="4.09", w2026_08_14="4.01"))
    assert weeks.agreeing == 1
    assert [(p.field, p.message) for p in weeks.contradictions] == [
        ("week ending 2026-07-31", "recorded 4.08, in the file 4.09"),
        ("week ending 2026-08-14", "recorded 4.00, in the file 4.01"),
    ]


def test_a_daily_value_that_contradicts_the_record_is_named_though_the_mean_is_the_same() -> None:
    weeks = found(daily("2026-07-13", "4.11", "4.03", "3.97", "3.99", "4.01"))
    [problem] = weeks.contradictions
    assert "days recorded 4.12 4.02 3.97 3.99 4.01, in the file 4.11 4.03" in problem.message


def test_a_week_that_was_corrected_is_compared_with_its_last_record() -> None:
    row = '  "2026-08-14 4.00 2026-11-21 single_source:fred-wgs1yr-copy",\n'
    corrected = SERIES.replace(row, row + row.replace("4.00 2026-11-21", "4.10 2026-11-25"))
    assert found(published(w2026_08_14="4.10"), corrected).agreeing == 1


@pytest.mark.parametrize(
    ("values", "weeks"),
    [
        (WHOLE, ["2026-08-21"]),
        (WHOLE[:4], []),  # ends on Thursday
        ((*WHOLE[:4], "."), ["2026-08-21"]),  # a holiday on Friday
        ((*WHOLE[:4], "-", "4.00"), ["2026-08-21"]),  # Friday without a row, and a later day
        ((".", *WHOLE[1:]), ["2026-08-21"]),  # a holiday on Monday
        ((*WHOLE, "4.00"), ["2026-08-21"]),
        ((*WHOLE, *WHOLE), ["2026-08-21", "2026-08-28"]),
    ],
)
def test_only_whole_weeks_are_taken(values: tuple[str, ...], weeks: list[str]) -> None:
    assert fridays(found(daily("2026-08-17", *values))) == weeks


def test_a_week_in_which_the_file_begins_is_left_aside() -> None:
    weeks = found(daily("2026-08-18", *WHOLE[1:], *WHOLE))
    assert fridays(weeks) == ["2026-08-28"]
    assert any("begins on 2026-08-18" in remark for remark in weeks.remarks)


def test_a_day_without_a_row_is_remarked_on() -> None:
    weeks = found(daily("2026-08-17", "4.00", "-", "4.02", "4.03", "4.05"))
    assert "no row for 2026-08-18; taken as a holiday" in weeks.remarks


def test_a_hole_that_stays_is_remarked_on() -> None:
    weeks = found(published(w2026_08_28="4.00"))
    assert "no week is known between those ending 2026-08-14 and 2026-08-28" in weeks.remarks


def test_a_week_with_fewer_than_three_values_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="only 2 daily values"):
        found(daily("2026-08-17", "4.00", ".", ".", ".", "4.05"))


def test_weeks_before_the_series_begins_are_left_aside() -> None:
    weeks = found(published(w2026_07_10="1.00", w2026_07_17="4.02"))
    assert (weeks.agreeing, weeks.new) == (1, ())
    assert "1 weeks before the series begins are left aside" in weeks.remarks


def test_a_week_after_the_day_of_recording_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="2026-12-04: is after the day of recording"):
        found(published(w2026_12_04="4.00"))


def test_a_record_is_never_dated_back() -> None:
    with pytest.raises(ImportRefusedError, match="before the last record, of 2026-11-21"):
        compared(SERIES, published(w2026_08_21="4.00"), dt.date(2026, 11, 20))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("weeks = [\n", "weeks =\n  [\n"),
    ],
)
def test_a_file_that_cannot_be_added_to_safely_is_refused(old: str, new: str) -> None:
    text = SERIES.replace(old, new).replace("weeks =\n  [", "weeks =  [")
    with pytest.raises((LawDataError, ImportRefusedError)):
        with_weeks(text, found(published(w2026_08_21="4.00"), text), RECORDED_ON, LAW)


def test_rows_on_one_line_are_refused_rather_than_spoilt() -> None:
    text = SERIES.replace('",\n  "2026-07-31', '", "2026-07-31')
    with pytest.raises(LawDataError):
        with_weeks(text, found(published(w2026_07_24="4.10"), text), RECORDED_ON, LAW)


yields = st.decimals(-1, 20, places=2)


@given(st.lists(st.lists(yields, min_size=5, max_size=5), min_size=1, max_size=6))
def test_the_file_with_new_weeks_says_the_old_ones_and_the_new(weeks: list[list[Decimal]]) -> None:
    values = [str(value) for week in weeks for value in week]
    made = with_weeks(SERIES, found(daily("2026-08-17", *values)), RECORDED_ON, LAW)
    before_moves = made.split("\n\n[[moved]]\n")[0]
    kept = [line for line in before_moves.splitlines() if "2026-11-30" not in line]
    assert len(kept) == len(SERIES.splitlines())
    rows = [line.strip(' ",') for line in before_moves.splitlines() if "2026-11-30" in line]
    for row, week in zip(rows, weeks, strict=True):
        read, _ = weekly.read(row)
        assert list(read.daily) == week
        mean = (sum(week, Decimal()) / 5).quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert read.value == mean


def test_every_recorded_week_agrees_with_a_file_of_its_own_days() -> None:
    text = (ROOT / LAW.item(KEY).path).read_text("utf-8")
    rows = [line.strip(' ",') for line in text.splitlines() if line.startswith('  "')]
    read = [weekly.read(row)[0] for row in rows]
    weeks = {week.friday: week.value for week in read}
    again = compared(text, Download("fred", weekly=True, values=dict(weeks)))
    assert (again.agreeing, again.new, again.contradictions) == (len(rows), (), ())


def test_a_download_of_one_weekday_gives_no_week() -> None:
    assert weeks_of(daily("2026-08-19", "4.00"))[0] == []
