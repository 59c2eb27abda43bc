"""What a person may do to the workbook, and what is then said, by cell and in the workbook's language."""

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from remedies.intake.workbook import filled, read_intake
from tests.intake.typed import SALARY, Cells, edited, read, told, typed

FORCED_LABOR = Path(__file__).parents[2] / "examples" / "forced_labor.json"


# What people type into a new workbook for the first example: one period, its name left out elsewhere.
TYPED: Cells = {
    "Case!B4": "V-1",
    "Case!B5": dt.date(2026, 11, 21),
    "Case!B6": "Fourth",
    "Convictions!B6": "18 USC 1589 ",
    "Convictions!C6": "D-1",
    "Convictions!D6": dt.datetime(2009, 9, 13),  # noqa: DTZ001 - as a spreadsheet has it
    "Convictions!E6": "2014-10-11",
    "Work!D6": dt.date(2009, 9, 13),
    "Work!E6": dt.date(2014, 10, 11),
    "Work!F6": "South Carolina (US-SC)",
    "Work!H6": "restaurant",
    "Work!I6": "sunday",
    "Work!K6": "  Ex. 4 at 2",
    "Work!L6": "Testimony",
    "Hours!C7": "in a full  workweek",
    "Hours!E7": 100,
    **{f"Hours!{column}7": "X" for column in "GHIJKLM"},
    "Pay!C7": "None: no pay was agreed",
}


def test_the_first_example_can_be_typed_in() -> None:
    intake = read(TYPED)
    assert intake.problems == ()
    expected = json.loads(FORCED_LABOR.read_text())
    assert intake.document == expected


def test_a_blank_workbook_says_what_every_claim_needs() -> None:
    assert told(read({})) == [
        ("Case!B4", "required"),
        ("Case!B5", "required"),
        ("Convictions!B6", "no_convictions"),
        ("Work!B6", "no_facts"),
    ]


def test_a_partly_filled_workbook_says_what_is_missing_and_where() -> None:
    cells = {
        "Case!B4": "V-1",
        "Case!B5": "2026-06-30",
        "Convictions!B6": "18 USC 1589",
        "Work!D6": "2012-01-01",
        "Work!D7": "2013-01-01",
        "Work!E7": "2013-03-01",
        "Hours!B7": "W2",
        "Hours!C7": "In a full workweek",
        "Pay!B7": "W2",
        "Pay!C7": "Salary",
        "Pay!E7": "1300.00",
        "Pay!G7": "Month",
    }
    intake = read(cells)
    assert told(intake) == [
        ("Work!E6", "required"),
        ("Hours!E7", "required"),
        ("Hours!B8", "no_row"),
        ("Pay!B8", "no_row"),
        ("Paid!B6", "no_row"),
    ]
    assert "add a row here for the period of Work!B7" in intake.problems[-1].message


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("Case!B4", "Maria Lopez", "not_a_reference"),
        ("Case!B5", "3/4/2026", "not_a_date"),
        ("Case!B6", "Twelfth", "not_one_of"),
        ("Convictions!B6", "forced labor", "not_a_statute"),
        ("Work!E6", "2012-01-01", "reversed_period"),
        ("Work!E6", dt.date(2030, 1, 1), "after_as_of"),
        ("Work!F6", "New York", "choose_from_list"),
        ("Work!J6", "perhaps", "not_a_word"),
        ("Work!K6", "x" * 201, "too_long"),
        ("Work!L6", "hearsay", "not_one_of"),
        ("Hours!E7", "seventy", "not_a_plain_decimal"),
        ("Hours!E7", -72, "not_a_plain_decimal"),
        ("Hours!E7", "72,5", "not_a_plain_decimal"),
        ("Hours!E7", 169, "too_many_hours"),
        ("Hours!E7", 72.123456, "not_a_plain_decimal"),
        ("Hours!E7", "=60+12", "formula"),
        ("Hours!E7", '=HYPERLINK("http://example.com")', "formula"),
        ("Hours!D7", 60, "required"),
        ("Hours!H7", 12, "mark_or_hours"),
        ("Hours!H7", "now and then", "not_a_weekday"),
        ("Hours!C7", "By weekday", "mark_or_hours"),
        ("Hours!C7", None, "required"),
        ("Hours!B7", "W5", "unknown_period"),
        ("Pay!C7", "By the hour", "does_not_belong"),
        ("Pay!I7", 40, "does_not_belong"),
        ("Pay!E7", 1300.001, "not_a_plain_decimal"),
        ("Paid!C6", "Nothing was paid", "does_not_belong"),
        ("Paid!C6", "One by one: sheet Payments", "does_not_belong"),
        ("Paid!E6", None, "required"),
    ],
)
def test_a_wrong_cell_is_named(cell: str, value: object, code: str) -> None:
    intake = typed({cell: value}, SALARY)
    assert code in {found for _, found in told(intake)}
    # Where a word makes other cells of its row wrong, or needs others, those are named as well.
    tab, row = cell.partition("!")[0], cell[-1]
    assert all(field.startswith(f"{tab}!") and field.endswith(row) for field, _ in told(intake))


def test_nothing_of_a_cell_is_repeated() -> None:
    intake = typed({"Case!B4": "Maria Lopez", "Hours!E7": "Maria", "Work!L6": "Maria"}, SALARY)
    assert len(intake.problems) == 3
    assert "Maria" not in json.dumps(intake.problem_document())


def test_problems_stand_in_the_order_of_the_sheets_and_once_a_cell() -> None:
    cells = {f"Payments!C{row}": "never" for row in (20, 9, 100)} | {"Case!B4": "no name"}
    fields = [field for field, _ in told(typed(cells, SALARY))]
    expected = ["Case!B4", "Payments!C9", "Payments!C20", "Payments!C100"]
    assert [field for field in fields if field in expected] == expected
    assert len(set(fields)) == len(fields)


def test_spanish_workbooks_are_answered_in_spanish() -> None:
    intake = typed({"Trabajo!D6": "ayer", "Horas!C7": "Siempre"}, SALARY, "es")
    assert intake.language == "es"
    assert [(p.field, p.message) for p in intake.problems] == [
        ("Trabajo!D6", "«Primer día de trabajo» debe ser una fecha como 2012-03-25"),
        ("Horas!C7", "«Cómo se conocen las horas» debe ser una de las palabras de la lista"),
    ]


def test_words_are_read_without_accents_and_case() -> None:
    cells = {"Trabajo!J6": "SI", "Trabajo!I6": "Miercoles", "Recibido!C6": "CADA  MES"}
    intake = typed(cells, SALARY, "es")
    assert intake.problems == ()
    assert intake.document["work"][0]["records_kept"] is True
    assert intake.document["work"][0]["workweek_starts_on"] == "wednesday"


def test_both_systems_of_dates_are_read() -> None:
    def since_1904(book: openpyxl.Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    content = edited(filled(SALARY, "en"), {}, since_1904)
    assert read_intake(content).document == SALARY


def test_numbers_are_read_to_the_digits_that_were_typed() -> None:
    cells = {"Hours!E7": 0.1 + 0.2, "Pay!E7": 1.1, "Paid!E6": "60 / 80.50/ 100"}
    work = read(cells, SALARY).document["work"][0]
    assert work["hours"]["per_workweek"] == "0.3"
    assert work["pay"]["amount"] == "1.1"
    assert work["paid"]["per_month"] == {"low": "60", "likely": "80.50", "high": "100"}


def test_clock_times_are_read_to_the_minute() -> None:
    cells = {
        "Hours!C7": "Day by day: sheet Days",
        "Hours!E7": None,
        **{f"Hours!{column}7": None for column in "GHIJKLM"},
        "Days!B8": "W1",
        "Days!C8": dt.date(2013, 2, 4),
        "Days!E8": dt.time(18, 0),
        "Days!F8": "2:30",
        "Days!G8": dt.date(2013, 2, 5),
        "Days!C9": dt.date(2013, 2, 6),
        "Days!D9": 9.5,
    }
    intake = read(cells, SALARY)
    assert intake.problems == ()
    assert intake.document["work"][0]["hours"] == {
        "records": [
            {"on": "2013-02-04", "start": "18:00", "end": "02:30", "ends_on": "2013-02-05"},
            {"on": "2013-02-06", "hours": "9.5"},
        ]
    }
    assert told(read(cells | {"Days!E8": dt.time(18, 0, 30)}, SALARY)) == [
        ("Days!E8", "not_a_time")
    ]
    assert told(read(cells | {"Days!C9": dt.date(2012, 1, 1)}, SALARY)) == [
        ("Days!C9", "outside_period")
    ]


def test_rows_may_be_empty_moved_and_inserted() -> None:
    def move(book: openpyxl.Workbook) -> None:
        book["Paid"].insert_rows(5, 4)
        book["Work"].insert_cols(6)
        book["Losses"].insert_rows(1)

    intake = read_intake(edited(filled(SALARY, "en"), {}, move))
    assert (intake.problems, intake.document) == ((), SALARY)


def test_a_fact_typed_over_an_example_is_not_lost_in_silence() -> None:
    assert told(typed({"Work!F5": "Ohio (US-OH)"}, SALARY)) == [("Work!F5", "changed_example")]
    assert told(typed({"Losses!C4": 12}, SALARY)) == [("Losses!C4", "changed_example")]
    kept = typed({f"Work!{column}5": None for column in "ABCDEFGHIJKL"}, SALARY)
    assert kept.document == SALARY


def test_what_stands_in_no_column_is_said_and_notes_are_not_read() -> None:
    cells = {"Tips!I7": "more", "Case!A12": "Plea", "Case!B12": "yes", "Tips!H7": "ask again"}
    assert told(typed(cells, SALARY)) == [
        ("Case!B12", "unknown_line"),
        ("Tips!I7", "unknown_column"),
    ]


def test_a_sheet_that_is_gone_is_said() -> None:
    def remove(book: openpyxl.Workbook) -> None:
        book["Tips"].title = "Tips of V-3"

    intake = read_intake(edited(filled(SALARY, "en"), {}, remove))
    assert told(intake) == [("Tips!A1", "missing_sheet")]


def test_periods_are_told_apart_by_their_names() -> None:
    cells = {"Work!B7": "W1", "Work!D7": "2015-01-04", "Work!E7": "2015-02-01"}
    assert ("Work!B7", "duplicate_period") in told(typed(cells, SALARY))
    two = {"Work!D7": "2015-01-04", "Work!E7": "2015-02-01", "Hours!B7": None}
    assert ("Hours!B7", "unnamed_period") in told(typed(two, SALARY))
    again = {"Pay!B8": "W1", "Pay!C8": "By the hour", "Pay!E8": 9}
    assert told(typed(again, SALARY)) == [("Pay!B8", "duplicate_row")]


def test_periods_that_overlap_are_told_by_their_cells() -> None:
    work = SALARY["work"][0]
    later = {**work, "from": "2015-01-04", "to": "2015-02-01"}
    intake = typed({"Work!D7": "2014-08-30"}, {**SALARY, "work": [work, later]})
    assert told(intake) == [("Work!D7", "overlap")]


def test_what_the_law_does_not_reach_is_told_at_its_cell() -> None:
    cells = {
        "Work!F6": "Northern Marianas (US-MP)",
        "Coverage!B6": "W1",
        "Coverage!M6": "1938_act",
    }
    early = {"Work!D6": dt.date(1937, 1, 3), "Coverage!B6": "W1", "Coverage!M6": "1938_act"}
    assert told(typed(cells, SALARY)) != [] or typed(cells, SALARY).document
    assert ("Work!D6", "law_not_encoded") in told(typed(early, SALARY))


def test_lists_elsewhere_that_are_empty_are_said() -> None:
    cells = {"Paid!C6": "One by one: sheet Payments", "Paid!E6": None}
    assert told(typed(cells, SALARY)) == [("Paid!C6", "no_payments")]


def test_positions_and_theories_are_read() -> None:
    cells = {
        "Positions!C7": "liquidated_damages = exclude",
        "Positions!B8": "Other",
        "Positions!C8": "salary_covers = all_hours",
    }
    document = typed(cells, SALARY).document
    assert document["positions"] == {"liquidated_damages": "exclude"}
    assert document["theories"] == [{"name": "Other", "positions": {"salary_covers": "all_hours"}}]
    twice = cells | {"Positions!C9": "liquidated_damages = include"}
    assert told(typed(twice, SALARY)) == [("Positions!C9", "duplicate_choice")]


def test_long_lists_of_days_are_read_fast_and_whole() -> None:
    first = dt.date(2013, 2, 3)
    days = [first + dt.timedelta(days=n) for n in range(574)]
    hours = {"records": [{"on": day.isoformat(), "hours": "10.25"} for day in days]}
    document = {**SALARY, "work": [{**SALARY["work"][0], "hours": hours}]}
    assert read_intake(filled(document, "en")).document == document


def test_names_of_periods_are_read_without_regard_to_case_accents_and_spaces() -> None:
    cells: Cells = {
        **TYPED,
        "Work!B6": "Año  1",
        **{f"{sheet}!B{row}": " ano 1" for sheet, row in (("Hours", 7), ("Pay", 7))},
    }
    assert read(cells).problems == ()
    assert told(read({**cells, "Work!B7": "AÑO 1", "Work!D7": "2015-01-01"}))[0] == (
        "Work!B7",
        "duplicate_period",
    )


DAYS = {
    **SALARY,
    "work": [
        {
            **SALARY["work"][0],
            "hours": {
                "records": [
                    {
                        "on": "2013-07-02",
                        "start": "18:00",
                        "end": "02:30",
                        "ends_on": "2013-07-03",
                    },
                    {"on": "2013-07-05", "hours": "10.25"},
                ]
            },
        }
    ],
}


def test_records_are_named_by_their_cells() -> None:
    found = typed({"Days!C8": "2013-07-03"}, DAYS)
    assert [(p.field, p.code) for p in found.problems] == [("Days!C8", "duplicate_date")]
    assert "records[" not in found.problems[0].message
    assert "Days!C7 and Days!C8 give this date" in found.problems[0].message
