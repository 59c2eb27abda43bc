import datetime as dt

import pytest

from remedies.intake.columns import Mapping, Sort, confirmed
from remedies.intake.imports import imported
from remedies.intake.readings import EVER, Period, Reading
from remedies.intake.refusals import TableError
from remedies.intake.tables import read_table
from remedies.intake.values import DateOrder, NumberForm
from tests.intake.files import book, csv, header, row, value

CLOCK = "on=Date,start=In,end=Out"
Found = list[tuple[str, str]]


def reading(
    content: bytes, columns: str = CLOCK, *, period: Period = EVER, **how: object
) -> Reading:
    table = read_table(content)
    mapping = Mapping(columns=confirmed(columns, table, Sort.TIMESHEET), **how)  # type: ignore[arg-type]
    return imported(table, Sort.TIMESHEET, mapping, period)


def problems(content: bytes, columns: str = CLOCK, **how: object) -> Found:
    with pytest.raises(TableError) as raised:
        reading(content, columns, **how)  # type: ignore[arg-type]
    return [(p.field, p.code) for p in raised.value.problems]


def clock(*lines: str) -> bytes:
    return csv("Date,In,Out", *lines)


def hours(*lines: str) -> bytes:
    return csv("Date,Hours", *lines)


def of_hours(content: bytes, **how: object) -> Reading:
    return reading(content, "on=Date,hours=Hours", **how)  # type: ignore[arg-type]


def test_clock_times_become_records() -> None:
    found = reading(
        clock("2012-01-02,7:30,19:00", "2012-01-03,7:30 AM,7:05 p.m.", "2012-01-04,00:00,24:00")
    )
    assert found.part == {
        "hours": {
            "records": [
                {"on": "2012-01-02", "start": "07:30", "end": "19:00"},
                {"on": "2012-01-03", "start": "07:30", "end": "19:05"},
                {"on": "2012-01-04", "start": "00:00", "end": "24:00"},
            ]
        }
    }


def test_hours_become_records_as_they_are_written() -> None:
    found = of_hours(hours("2012-01-02,8", "2012-01-03,8.50", "2012-01-04,8:30", "2012-01-05,0"))
    assert [r["hours"] for r in found.records] == ["8", "8.50", "8.5", "0"]


def test_minutes_that_have_no_exact_decimal_are_not_rounded() -> None:
    assert problems(hours("2012-01-02,8:20"), "on=Date,hours=Hours") == [
        ("row 2, column Hours", "not_a_plain_decimal")
    ]


def test_a_shift_past_midnight_ends_on_the_day_that_is_stated() -> None:
    content = csv(
        "Date,In,Out,Until", "2012-01-02,22:00,06:00,2012-01-03", "2012-01-03,08:00,09:00,"
    )
    found = reading(content, f"{CLOCK},ends_on=Until")
    assert found.records[0] == {
        "on": "2012-01-02",
        "start": "22:00",
        "end": "06:00",
        "ends_on": "2012-01-03",
    }
    assert "ends_on" not in found.records[1]


def test_an_end_before_its_start_is_the_next_day_only_when_that_is_said() -> None:
    content = clock("2012-01-02,22:00,06:00", "2012-01-04,07:00,19:00")
    assert problems(content) == [("row 2, column Out", "reversed_period")]
    found = reading(content, overnight=True)
    assert [r.get("ends_on") for r in found.records] == ["2012-01-03", None]
    assert problems(clock("2012-01-02,07:00,07:00"), overnight=True) == [
        ("row 2, column Out", "reversed_period")
    ]


def test_dates_may_stand_with_the_times() -> None:
    content = csv(
        "From,To", "1/2/2012 10:00 PM,1/3/2012 6:00 AM", "1/14/2012 7:00,1/14/2012 19:00"
    )
    found = reading(content, "start=From,end=To", dates=DateOrder.MDY)
    assert found.records == (
        {"on": "2012-01-02", "start": "22:00", "end": "06:00", "ends_on": "2012-01-03"},
        {"on": "2012-01-14", "start": "07:00", "end": "19:00"},
    )
    both = csv("Date,From,To", "2012-01-02,2012-01-03 07:00,19:00")
    assert problems(both, "on=Date,start=From,end=To") == [("row 2, column From", "inconsistent")]


def test_a_workbooks_own_dates_and_times_need_no_order() -> None:
    sheet = header("Date", "In", "Out") + row(
        2, value("A2", "40910", 1), value("B2", "0.35416666666666669", 2), value("C2", "0.5", 2)
    )
    assert reading(book(sheet)).records == (
        {"on": "2012-01-02", "start": "08:30", "end": "12:00"},
    )


def test_several_shifts_of_a_day_stand_side_by_side() -> None:
    content = clock("2012-01-02,07:00,12:00", "2012-01-02,12:00,15:00", "2012-01-02,20:00,22:00")
    assert len(reading(content).records) == 3


def test_overlaps_are_reported_on_the_later_row() -> None:
    content = clock("2012-01-02,10:00,12:00", "2012-01-02,07:00,11:00", "2012-01-02,07:00,11:00")
    assert problems(content) == [("row 3, column In", "overlap"), ("row 4, column In", "overlap")]
    night = csv(
        "Date,In,Out,Until", "2012-01-02,22:00,06:00,2012-01-03", "2012-01-03,05:59,09:00,"
    )
    assert problems(night, f"{CLOCK},ends_on=Until") == [("row 3, column In", "overlap")]


def test_a_day_has_one_number_of_hours_and_at_most_24() -> None:
    content = hours("2012-01-02,8", "2012-01-02,8", "2012-01-03,24.5", "2012-01-04,24")
    assert problems(content, "on=Date,hours=Hours") == [
        ("row 3, column Date", "duplicate_date"),
        ("row 4, column Hours", "too_many_hours"),
    ]


def test_a_row_has_hours_or_times_and_a_day_too() -> None:
    content = csv(
        "Date,In,Out,Hours", "2012-01-02,07:00,12:00,", "2012-01-02,,,3", "2012-01-03,7:00,8:00,1"
    )
    assert problems(content, f"{CLOCK},hours=Hours") == [
        ("row 2, column In", "duplicate_date"),
        ("row 4, column Hours", "exactly_one"),
    ]


def test_no_shift_has_more_than_24_hours() -> None:
    content = csv(
        "Date,In,Out,Until", "2012-01-02,08:00,08:01,2012-01-03", "2012-01-05,8:00,8:00,2012-01-06"
    )
    assert problems(content, f"{CLOCK},ends_on=Until") == [("row 2, column Out", "too_many_hours")]


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("1/2/2012,7:00,8:00", "Date", "choose"),
        ("1/2/12,7:00,8:00", "Date", "not_a_date"),
        ("2012-02-30,7:00,8:00", "Date", "not_a_date"),
        ("Total,7:00,8:00", "Date", "not_a_date"),
        ("1899-12-31,7:00,8:00", "Date", "out_of_range"),
        ("2012-01-02 07:00,7:00,8:00", "Date", "not_a_date"),
        ("40910,7:00,8:00", "Date", "not_a_date"),
        (",7:00,8:00", "Date", "required"),
        ("2012-01-02,,8:00", "In", "required"),
        ("2012-01-02,7,8:00", "In", "not_a_date"),
        ("2012-01-02,13:00 PM,14:00", "In", "not_a_time"),
        ("2012-01-02,7:60,8:00", "In", "not_a_time"),
        ("2012-01-02,7:00:30,8:00", "In", "not_a_time"),
        ("2012-01-02,7:00,24:01", "Out", "not_a_time"),
        ("2012-01-02,7:00,=B2+1", "Out", "not_a_date"),
        ("2012-01-02,8:00,7:00", "Out", "reversed_period"),
        ("2012-01-02,2012-01-02,8:00", "In", "not_a_time"),
        ("2012-01-٠٢,7:00,8:00", "Date", "not_a_date"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_row_and_column(
    line: str, column: str, code: str
) -> None:
    content = clock("2012-01-01,7:00,8:00", line)
    assert problems(content) == [(f"row 3, column {column}", code)]


@pytest.mark.parametrize(
    "text", ["-8", "8h", "1e3", "NaN", "1_0", "8.12345", "٨", "=8", "+8", "9" * 13]
)
def test_hours_are_plain_decimals(text: str) -> None:
    assert problems(hours(f"2012-01-02,{text}"), "on=Date,hours=Hours") == [
        ("row 2, column Hours", "not_a_plain_decimal")
    ]


def test_a_decimal_comma_is_read_when_that_is_said() -> None:
    content = csv("Date;Hours", "2012-01-02;8,5")
    assert problems(content, "on=Date,hours=Hours") == [("row 2, column Hours", "choose")]
    assert of_hours(content, numbers=NumberForm.COMMA).records[0]["hours"] == "8.5"


def test_formulas_and_errors_in_a_used_column_are_named() -> None:
    sheet = header("Date", "Hours", "Total") + row(
        2,
        value("A2", "40910", 1),
        '<c r="B2"><f>4+4</f><v>8</v></c>',
        '<c r="C2"><f>SUM(B2)</f></c>',
    )
    sheet += row(3, value("A3", "40911", 1), '<c r="B3" t="e"><v>#N/A</v></c>')
    assert problems(book(sheet), "on=Date,hours=Hours") == [
        ("row 2, column Hours", "formula"),
        ("row 3, column Hours", "error_value"),
    ]


def test_an_unformatted_number_is_no_date() -> None:
    sheet = header("Date", "Hours") + row(2, value("A2", "40910"), value("B2", "8"))
    assert problems(book(sheet), "on=Date,hours=Hours") == [("row 2, column Date", "not_a_date")]


def test_a_row_with_cells_too_many_is_named() -> None:
    assert problems(hours("2012-01-02,8", "2012-01-03,1,200"), "on=Date,hours=Hours") == [
        ("row 3", "too_many")
    ]


def test_days_outside_the_period_are_named() -> None:
    period = Period(begins_on=dt.date(2012, 1, 2), ends_on=dt.date(2012, 1, 3))
    content = clock(*[f"2012-01-0{n},7:00,8:00" for n in range(1, 5)])
    assert problems(content, period=period) == [
        ("row 2, column Date", "outside_period"),
        ("row 5, column Date", "outside_period"),
    ]


def test_rates_and_breaks_are_read_only_when_they_are_named() -> None:
    content = csv(
        "Date,In,Out,Lunch,Rate", "2012-01-02,7:00,19:00,30,$7.25", "2012-01-03,7:00,19:00,,7.25"
    )
    found = reading(content, f"{CLOCK},relieved_minutes=Lunch,rate=Rate")
    assert found.records[0]["relieved_minutes"] == "30"
    assert [r["rate"] for r in found.records] == ["7.25", "7.25"]
    for lunch in ("30.5", "half an hour", "720", "900"):
        assert (
            problems(
                csv("Date,In,Out,Lunch", f"2012-01-02,7:00,19:00,{lunch}"),
                f"{CLOCK},relieved_minutes=Lunch",
            )[0][0]
            == "row 2, column Lunch"
        )


def test_a_break_under_thirty_minutes_is_work_and_that_is_said() -> None:
    lines = [f"2012-01-0{n},7:00,19:0{n},{lunch}" for n, lunch in enumerate((30, 0, 15, 29), 2)]
    found = reading(csv("Date,In,Out,Lunch", *lines), f"{CLOCK},relieved_minutes=Lunch")
    assert [r.get("relieved_minutes") for r in found.records] == ["30", None, None, None]
    assert [(n.field, n.code) for n in found.notes] == [("rows 3, 4, 5", "short_break")]
    assert "counts as worked" in found.notes[0].message


def test_of_many_short_breaks_the_first_rows_are_named_and_the_rest_counted() -> None:
    lines = [f"2012-01-{n:02},7:00,19:{n:02},0" for n in range(1, 31)]
    found = reading(csv("Date,In,Out,Lunch", *lines), f"{CLOCK},relieved_minutes=Lunch")
    said = next(n for n in found.notes if n.code == "short_break")
    assert said.field.startswith("rows 2, 3, ")
    assert said.field.endswith(", 21 and 10 more")
    one = reading(csv("Date,In,Out,Lunch", lines[0]), f"{CLOCK},relieved_minutes=Lunch")
    assert [n.field for n in one.notes] == ["row 2"]


def test_a_shift_into_a_day_that_has_a_number_of_hours_is_named_by_its_row() -> None:
    content = csv("Date,In,Out,Hours", "2012-07-02,18:00,02:30,", "2012-07-03,,,10.25")
    assert problems(content, f"{CLOCK},hours=Hours", overnight=True) == [
        ("row 2, column In", "duplicate_date")
    ]


def test_all_problems_are_reported_in_the_order_of_the_rows() -> None:
    content = clock(*["x,7:00,8:00"] * 250)
    found = problems(content)
    assert [field for field, _ in found[:3]] == [f"row {n}, column Date" for n in (2, 3, 4)]
    assert found[-1] == ("", "too_many_problems")
    assert len(found) == 201


def test_more_records_than_a_claim_takes_are_refused() -> None:
    first = dt.date(1990, 1, 1)
    lines = [f"{first + dt.timedelta(days=n)},8" for n in range(10_001)]
    assert problems(hours(*lines), "on=Date,hours=Hours") == [("", "too_many")]


def test_rows_without_hours_make_no_record_and_are_said() -> None:
    found = reading(clock("2012-01-02,7:00,8:00", "2012-01-03,,", ",,", "2012-01-04,7:00,8:30"))
    assert [r["on"] for r in found.records] == ["2012-01-02", "2012-01-04"]
    assert [(n.field, n.code) for n in found.notes] == [("row 3", "no_hours")]


def test_gaps_are_said_and_weekends_counted() -> None:
    days = ["2012-01-02", "2012-01-06", "2012-01-09", "2012-01-11", "2012-01-16"]
    found = of_hours(hours(*[f"{day},{n}" for n, day in enumerate(days, 5)]))
    assert [(n.code, n.message.partition(":")[0]) for n in found.notes] == [
        ("gap", "2012-01-03 to 2012-01-05, 3 days"),
        ("gap", "2012-01-10"),
        ("gap", "2012-01-12 to 2012-01-15, 4 days"),
        ("weekends", "2 Saturdays and Sundays between the rows have none"),
    ]


def test_the_same_hours_on_every_day_are_said() -> None:
    days = [f"2012-01-0{n}" for n in range(2, 7)]
    assert [n.code for n in of_hours(hours(*[f"{d},8" for d in days])).notes] == ["same_hours"]
    assert [n.code for n in of_hours(hours(*[f"{d},{d[-1]}" for d in days])).notes] == []


def test_a_table_without_any_record_is_refused() -> None:
    assert problems(clock("2012-01-02,,")) == [("", "no_rows")]
