import datetime as dt

import pytest

from remedies.intake.columns import Mapping, Sort, confirmed
from remedies.intake.imports import imported
from remedies.intake.readings import EVER, Period, Reading
from remedies.intake.refusals import TableError
from remedies.intake.tables import read_table
from remedies.intake.values import NumberForm
from tests.intake.files import csv

COLUMNS = "on=Paid on,amount=Amount,for=For,exhibit=Exhibit"


def reading(*lines: str, period: Period = EVER, **how: object) -> Reading:
    table = read_table(csv("Paid on,Amount,For,Exhibit", *lines))
    mapping = Mapping(columns=confirmed(COLUMNS, table, Sort.PAYMENTS), **how)  # type: ignore[arg-type]
    return imported(table, Sort.PAYMENTS, mapping, period)


def problems(*lines: str, **how: object) -> list[tuple[str, str]]:
    with pytest.raises(TableError) as raised:
        reading(*lines, **how)  # type: ignore[arg-type]
    return [(p.field, p.code) for p in raised.value.problems]


def test_payments_become_records() -> None:
    found = reading("2012-01-06,200.00,,", "2012-01-13,$150,2012-01-02,Ex. 7 at 3", ",,,")
    assert found.part == {
        "paid": {
            "records": [
                {"on": "2012-01-06", "amount": "200.00"},
                {
                    "on": "2012-01-13",
                    "amount": "150",
                    "for": "2012-01-02",
                    "exhibit": "Ex. 7 at 3",
                },
            ]
        }
    }


def test_separators_in_amounts_are_read_as_is_said() -> None:
    assert problems('2012-01-06,"1,200.00",,') == [("row 2, column Amount", "choose")]
    assert (
        reading('2012-01-06,"$1,200.00",,', numbers=NumberForm.POINT).records[0]["amount"]
        == "1200.00"
    )
    assert (
        reading('2012-01-06,"1.200,00",,', numbers=NumberForm.COMMA).records[0]["amount"]
        == "1200.00"
    )
    assert problems("2012-01-06,1.20,,", numbers=NumberForm.COMMA) == [
        ("row 2, column Amount", "not_a_plain_decimal")
    ]


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("2012-01-06,-5,,", "Amount", "not_a_plain_decimal"),
        ("2012-01-06,(5.00),,", "Amount", "not_a_plain_decimal"),
        ("2012-01-06,5.001,,", "Amount", "not_a_plain_decimal"),
        ("2012-01-06,,,", "Amount", "required"),
        ("soon,5,,", "Paid on", "not_a_date"),
        ("2012-01-06,5,x,", "For", "not_a_date"),
        (f"2012-01-06,5,,{'x' * 201}", "Exhibit", "too_long"),
        ('2012-01-06,5,,"a\nb"', "Exhibit", "unprintable"),
        ("2012-01-06,5,,a\u202eb", "Exhibit", "unprintable"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_row_and_column(
    line: str, column: str, code: str
) -> None:
    assert problems(line) == [(f"row 2, column {column}", code)]


def test_an_exhibit_that_looks_like_a_formula_is_text() -> None:
    found = reading('2012-01-06,5,,"=HYPERLINK(""http://a.example"")"', "2012-01-07,5,,'=1+1")
    assert [r["exhibit"] for r in found.records] == ['=HYPERLINK("http://a.example")', "=1+1"]


def test_payments_that_look_entered_twice_are_said_and_kept() -> None:
    found = reading("2012-01-06,5,,", "2012-01-06,5,,", "2012-01-06,6,,")
    assert len(found.records) == 3
    assert [(n.field, n.code) for n in found.notes] == [("row 3", "same_payment")]


def test_payments_for_other_days_than_the_periods_are_said() -> None:
    period = Period(begins_on=dt.date(2012, 1, 1), ends_on=dt.date(2012, 1, 31))
    found = reading("2012-02-03,5,2012-01-31,", "2012-02-04,5,,", period=period)
    assert [(n.field, n.code) for n in found.notes] == [("row 3", "outside_period")]
