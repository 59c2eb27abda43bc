"""An opposing schedule read from files: proposed, confirmed, and refused row by row."""

import datetime as dt
from fractions import Fraction
from io import BytesIO

import openpyxl
import pytest

from remedies.intake.confirming import Looked, Said, looked_at
from remedies.intake.opposing import Opposing
from remedies.intake.refusals import TableError
from remedies.intake.values import DateOrder, NumberForm

OURS = b"workweek,hours,rate,due,paid\n2012-01-01,60,7.25,507.50,100\n"
THEIRS = b"Week of,Hrs,Rate,Due,Paid\n1/15/2012,48,7.25,348.00,100\n1/22/2012,60,7.25,435.00,0\n"
COLUMNS = "workweek=Week of,hours=Hrs,rate=Rate,due=Due,paid=Paid"


def read(content: bytes, **said: object) -> Opposing:
    looked = looked_at(content, Said(**said))  # type: ignore[arg-type]
    assert looked.read is not None
    return looked.read


def refused(content: bytes, **said: object) -> list[tuple[str, str]]:
    with pytest.raises(TableError) as caught:
        looked_at(content, Said(**said))  # type: ignore[arg-type]
    return [(problem.field, problem.code) for problem in caught.value.problems]


def waiting(content: bytes) -> Looked:
    looked = looked_at(content, Said())
    assert looked.read is None
    return looked


def test_a_header_of_the_very_names_needs_no_confirmation() -> None:
    (row,) = read(OURS).schedule.rows
    assert row.starts_on == dt.date(2012, 1, 1)
    assert (row.hours, row.rate, row.due, row.paid) == (
        60,
        Fraction("7.25"),
        Fraction("507.5"),
        100,
    )
    assert row.where == "row 2"


def test_any_other_header_waits_to_be_confirmed() -> None:
    looked = waiting(THEIRS)
    assert list(looked.proposal.columns) == ["workweek", "hours", "rate", "due", "paid"]
    assert looked.proposal.dates is DateOrder.MDY
    assert looked.proposal.missing == ()


def test_confirmed_columns_are_read() -> None:
    rows = read(THEIRS, columns=COLUMNS).schedule.rows
    assert [row.due for row in rows] == [348, 435]


def test_columns_can_be_named_by_their_letters() -> None:
    rows = read(THEIRS, columns="workweek=@A,due=@D").schedule.rows
    assert rows[0].hours is None
    assert rows[0].due == 348


def test_dates_that_can_be_read_either_way_are_asked() -> None:
    looked = waiting(b"workweek,due\n1/2/2012,1.00\n")
    assert [problem.field for problem in looked.proposal.missing] == ["dates"]
    (row,) = read(b"workweek,due\n1/2/2012,1.00\n", dates=DateOrder.DMY).schedule.rows
    assert row.starts_on == dt.date(2012, 2, 1)


def test_numbers_with_commas_are_asked() -> None:
    content = b'workweek,due\n2012-01-01,"1,234.50"\n'
    assert [p.field for p in waiting(content).proposal.missing] == ["numbers"]
    assert read(content, numbers=NumberForm.POINT).schedule.rows[0].due == Fraction("1234.5")


def test_a_workweek_named_by_its_last_day_begins_six_days_before() -> None:
    found = read(b"workweek_ending,due\n2012-01-07,507.50\n").schedule
    assert found.rows[0].starts_on == dt.date(2012, 1, 1)
    assert found.ends_given


def test_spanish_headers_are_understood() -> None:
    looked = waiting(b"Semana,Horas,Tarifa,Debido,Pagado\n2012-01-01,60,7.25,435,0\n")
    assert list(looked.proposal.columns) == ["workweek", "hours", "rate", "due", "paid"]


def test_a_row_of_totals_is_left_out_and_said() -> None:
    found = read(OURS + b"Total,60,,507.50,100\n")
    assert len(found.schedule.rows) == 1
    assert [(note.field, note.code) for note in found.notes] == [("row 3", "total")]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (b"2012-01-01,60,7.25,,100\n", ("row 2, column due", "required")),
        (b"2012-01-01,60,7.25,about 500,100\n", ("row 2, column due", "not_a_plain_decimal")),
        (b"2012-01-01,60,7.25,507.505,100\n", ("row 2, column due", "not_a_plain_decimal")),
        (b"2012-01-01,-60,7.25,507.50,100\n", ("row 2, column hours", "not_a_plain_decimal")),
        (b"2012-02-30,60,7.25,507.50,100\n", ("row 2, column workweek", "not_a_date")),
        (
            b"2012-01-01,1,1,1,1\n2012-01-01,1,1,1,1\n",
            ("row 3, column workweek", "duplicate_date"),
        ),
    ],
)
def test_what_cannot_be_read_is_named_by_row_and_column(
    rows: bytes, problem: tuple[str, str]
) -> None:
    assert refused(b"workweek,hours,rate,due,paid\n" + rows) == [problem]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ("workweek=Week of", "required"),
        ("due=Due", "required"),
        ("workweek=Week of,due=Nothing", "unknown_column"),
        ("workweek=Week of,salary=Due", "unknown_field"),
        ("workweek=Week of,due=Due,paid=Due", "duplicate_key"),
        ("workweek=@A,workweek_ending=@B,due=@D", "exactly_one"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_refused(columns: str, code: str) -> None:
    assert code in {found for _, found in refused(THEIRS, columns=columns)}


def test_a_message_never_repeats_what_a_cell_holds() -> None:
    with pytest.raises(TableError) as caught:
        looked_at(b"workweek,due\n2012-01-01,her name is Ana\n", Said())
    assert "Ana" not in str(caught.value)


def test_a_workbook_is_read_and_its_formulas_are_not_computed() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["workweek", "hours", "due"])
    sheet.append([dt.date(2012, 1, 1), 60, 507.5])
    plain, formula = BytesIO(), BytesIO()
    book.save(plain)
    sheet["C2"] = "=B2*7.25"
    book.save(formula)
    assert read(plain.getvalue()).schedule.rows[0].due == Fraction("507.5")
    assert refused(formula.getvalue()) == [("row 2, column due", "formula")]
