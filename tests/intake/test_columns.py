import pytest

from remedies.intake.columns import Sort, confirmed, written
from remedies.intake.proposals import proposed
from remedies.intake.refusals import TableError
from remedies.intake.tables import Table, read_table
from remedies.intake.values import DateOrder
from tests.intake.files import csv

SHEET, PAID = Sort.TIMESHEET, Sort.PAYMENTS


def table(*lines: str) -> Table:
    return read_table(csv(*lines))


def problems(text: str, found: Table, sort: Sort = SHEET) -> list[str]:
    with pytest.raises(TableError) as raised:
        confirmed(text, found, sort)
    return [problem.code for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("header", "sort", "columns"),
    [
        ("Date,In,Out", SHEET, {"on": 0, "start": 1, "end": 2}),
        ("Fecha,Hora de Entrada,Hora de salida", SHEET, {"on": 0, "start": 1, "end": 2}),
        ("Nombre,DÍA,Horas trabajadas", SHEET, {"on": 1, "hours": 2}),
        ("clock-in,CLOCK OUT,Out Date,date", SHEET, {"on": 3, "start": 0, "end": 1, "ends_on": 2}),
        ("Pay date,Net pay,Exhibit", PAID, {"on": 0, "amount": 1, "exhibit": 2}),
        (
            "Fecha de pago,Monto,Día de trabajo,Prueba",
            PAID,
            {"on": 0, "amount": 1, "for": 2, "exhibit": 3},
        ),
        ("Date,In,Out,Hours", SHEET, {"on": 0, "start": 1, "end": 2}),
        ("Name,Remarks", SHEET, {}),
        ("Date,Rate,Break,Hours", SHEET, {"on": 0, "hours": 3}),
        ("Date,In,Out,Rate", SHEET, {"on": 0, "start": 1, "end": 2}),
    ],
)
def test_the_headers_words_propose_columns(
    header: str, sort: Sort, columns: dict[str, int]
) -> None:
    assert (
        proposed(table(header, "x,x,x,x"[: 2 * header.count(",") + 1]), sort).mapping.columns
        == columns
    )


def test_what_the_header_does_not_say_is_asked() -> None:
    found = proposed(table("Name,Remarks", "a,b"), SHEET)
    assert [(p.field, p.code) for p in found.missing] == [("columns", "required")] * 2


def test_two_columns_that_may_be_the_same_field_are_asked() -> None:
    found = proposed(table("Date,In,Out,In,Out", "2012-01-02,1:00,2:00,3:00,4:00"), SHEET)
    assert found.mapping.columns == {"on": 0}
    assert "@B and @D may each be start: say which" in [p.message for p in found.missing]


def test_a_header_further_down_is_pointed_at() -> None:
    found = proposed(
        table("Acme Farms,,", "Week 1,,", "Date,In,Out", "2012-01-02,7:00,19:00"), SHEET
    )
    assert ("header_row", "row 3") in [(p.field, p.message[:5]) for p in found.missing]
    again = read_table(csv("Acme Farms,,", "Date,In,Out", "2012-01-02,7:00,19:00"), header_row=2)
    assert proposed(again, SHEET).missing == ()


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (["2012-01-02", "2012/1/3"], DateOrder.ISO),
        (["1/2/2012", "1/13/2012"], DateOrder.MDY),
        (["2.1.2012", "13.1.2012"], DateOrder.DMY),
        (["1/2/2012", "2/3/2012"], None),
        (["13/1/2012", "1/13/2012"], None),
    ],
)
def test_the_order_of_dates_is_proposed_only_where_one_fits(
    days: list[str], order: DateOrder | None
) -> None:
    found = proposed(table("Date,Hours", *[f"{day},8" for day in days]), SHEET)
    assert found.mapping.dates is order
    assert (order is None) == (("dates", "choose") in [(p.field, p.code) for p in found.missing])


def test_commas_in_numbers_are_asked() -> None:
    found = proposed(table("Date,Amount", '2012-01-02,"1,200.00"'), PAID)
    assert [(p.field, p.code) for p in found.missing] == [("numbers", "choose")]


def test_hours_beside_start_and_end_are_said_not_to_be_read() -> None:
    found = proposed(table("Date,In,Out,Hours", "2012-01-02,7:00,19:00,11"), SHEET)
    assert "hours_beside" in [note.code for note in found.notes]


@pytest.mark.parametrize(
    "title", ["Lunch", "Lunch min", "Break", "BREAK (minutes)", "Meal", "Almuerzo", "Descanso"]
)
def test_breaks_beside_start_and_end_are_proposed_and_a_person_is_told_what_they_do(
    title: str,
) -> None:
    found = proposed(table(f"Date,In,Out,{title}", "2012-01-02,7:00,19:00,30"), SHEET)
    assert found.mapping.columns["relieved_minutes"] == 3
    assert found.missing == ()
    assert [note.code for note in found.notes] == ["breaks_taken_off"]


@pytest.mark.parametrize("cell", ["12:00", "yes", "0.5"])
def test_a_column_of_breaks_that_holds_no_minutes_is_not_proposed(cell: str) -> None:
    lines = ("2012-01-02,7:00,19:00,", f"2012-01-03,7:00,19:00,{cell}")
    found = proposed(table("Date,In,Out,Lunch", *lines), SHEET)
    assert found.mapping.columns == {"on": 0, "start": 1, "end": 2}
    assert (found.missing, found.notes) == ((), ())


def test_two_columns_of_breaks_are_left_to_the_person() -> None:
    found = proposed(table("Date,In,Out,Lunch,Break", "2012-01-02,7:00,19:00,30,15"), SHEET)
    assert found.mapping.columns == {"on": 0, "start": 1, "end": 2}
    assert found.missing == ()


def test_columns_are_confirmed_by_header_or_letter() -> None:
    found = table("Date,Time in,Out,Out", "2012-01-02,7:00,19:00,20:00")
    columns = {"on": 0, "start": 1, "end": 3}
    assert confirmed("on=date, start=TIME  IN,end=@d", found, SHEET) == columns
    assert written(columns, found) == "on=Date,start=Time in,end=@D"
    assert confirmed(written(columns, found), found, SHEET) == columns


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("on=Date", ["required"]),
        ("hours=Hours", ["required"]),
        ("on=Date,start=In", ["required"]),
        ("on=Date,hours=Hours,ends_on=In", ["does_not_belong"]),
        ("on=Date,on=Hours", ["duplicate_key"]),
        ("on=Date,hours=Date", ["duplicate_key"]),
        ("on=Date,amount=Hours", ["unknown_field"]),
        ("on=Day,hours=Hours", ["unknown_column"]),
        ("on=Date,hours=@Z", ["unknown_column"]),
        ("on=Date,hours=", ["unknown_column"]),
        ("", ["required", "required"]),
        ("on", ["unknown_column"]),
        ("__class__=Date", ["unknown_field"]),
    ],
)
def test_columns_that_make_no_sense_are_refused(text: str, codes: list[str]) -> None:
    assert problems(text, table("Date,Hours,In", "2012-01-02,8,7:00")) == codes


def test_a_header_that_could_be_anything_is_named_by_its_letter() -> None:
    found = table("Maria: her own days, as told,Hours", "2012-01-02,8")
    assert found.labels == ("A", "as told", "Hours")
    assert table("x\u202e,Hours", "1,2").labels == ("A", "Hours")
