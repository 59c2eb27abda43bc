"""The ceiling of a garnishment, at a terminal and over HTTP: 15 U.S.C. § 1673."""

import pytest
from flask import Flask

from api import create_app
from api.settings import Settings
from remedies.cli import main

PATH = "/v1/garnishments/ceiling"


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app(Settings(database_url="sqlite://"))


def test_the_command_says_the_lesser_of_the_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["garnishment", "250", "--on", "2024-05-03"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("At most $32.50 may be garnished of a week.")
    assert "15 U.S.C. § 1673(a)(2)" in printed


@pytest.mark.parametrize("earnings", ["1e9", "-1", "NaN", "1.234", "1_000", ""])
def test_earnings_that_are_no_plain_decimal_are_refused(
    earnings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["garnishment", "--on", "2024-05-03", "--", earnings]) == 2
    assert "disposable: must be a plain decimal" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("disposable", "period", "ceiling"),
    [
        # 25 % is 250.00; 13/3 × 217.50 = 942.50 is protected: 57.50
        ("1000.00", "month", "57.50"),
        # 25 % of 1,000.00 in two weeks: 250.00; 1,000 − 435 = 565
        ("1000.00", "two_weeks", "250.00"),
        # below what is protected: nothing
        ("217.50", "week", "0.00"),
    ],
)
def test_the_answer_has_the_ceiling_and_its_worksheet(
    app: Flask, disposable: str, period: str, ceiling: str
) -> None:
    query = {"disposable": disposable, "period": period, "payable_on": "2024-05-03"}
    found = app.test_client().get(PATH, query_string=query)
    assert found.status_code == 200
    assert found.json is not None
    assert found.json["ceiling"] == ceiling
    assert found.json["worksheet"][-1]["operation"] == "to_cents"


@pytest.mark.parametrize(
    ("query", "status", "field"),
    [
        ({"disposable": "1"}, 400, "payable_on"),
        ({"payable_on": "2024-05-03"}, 400, "disposable"),
        ({"disposable": "1", "payable_on": "2024-13-01"}, 400, "payable_on"),
        ({"disposable": "1", "payable_on": "2024-05-03", "period": "year"}, 400, "period"),
        ({"disposable": "1e5", "payable_on": "2024-05-03"}, 422, "disposable"),
        ({"disposable": "1", "payable_on": "1930-05-03"}, 422, "us.garnishment_protected_hours"),
    ],
)
def test_what_cannot_be_used_is_named(
    app: Flask, query: dict[str, str], status: int, field: str
) -> None:
    found = app.test_client().get(PATH, query_string=query)
    assert found.status_code == status
    assert found.json is not None
    assert field in {one["field"] for one in found.json["errors"]}
