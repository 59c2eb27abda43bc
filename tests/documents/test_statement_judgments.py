"""Civil judgments and returned money on every form of a statement; the case is synthetic."""

import datetime as dt
import json
from io import BytesIO

import openpyxl
import pytest

from remedies import law
from remedies.documents.statement import statement_html
from remedies.documents.statement_workbook import statement_workbook
from remedies.ledger.book import Book
from remedies.ledger.entries import CivilJudgment, Recovery
from remedies.ledger.statement import statement
from remedies.ledger.statement_lines import Statement
from remedies.wire.statement import statement_json
from remedies.wire.statement_schema import StatementSchema
from tests.ledger.statement_case import story

DAY = dt.date(2024, 6, 12)


@pytest.fixture(scope="module")
def stated() -> Statement:
    clerk = story()
    entered = dt.date(2024, 4, 1)
    for reference, obligee in (("J-1", "V-1"), ("J-2", "V-2"), ("J-3", "V-2")):
        judged = CivilJudgment(
            reference=reference, obligor="D-1", obligee=obligee, amount=1000000, entered_on=entered
        )
        clerk.enter("2024-04-01", judged)
    clerk.enter("2024-05-31", Recovery(reference="R-9", victim="V-1", same_loss=208236))
    clerk.enter("2024-06-01", Recovery(reference="R-10", victim="V-2", same_loss=100))
    choices = {"restitution_interest_rate": "section_1961"}
    return statement(Book.replay(clerk.book.entries, choices=choices), law.encoded(), DAY)


def test_the_json_of_judgments_is_of_its_schema(stated: Statement) -> None:
    document = json.loads(statement_json(stated))
    assert StatementSchema().validate(document) == {}
    first, second, _ = document["judgments"]
    assert (first["recovered"]["amount"], first["unpaid_judgment"]) == ("2082.36", "8000.00")
    assert first["compounded"][0]["base"] == "10000.00"
    assert (second["rate"], second["compounded"]) == (None, [])
    assert document["defendants"][0]["interest"]["compounded"][0]["base"] == "100000.00"
    assert document["victims"][2]["came_back"] == "80.00"


def test_the_page_shows_judgments_and_what_came_back(stated: Statement) -> None:
    page = statement_html(stated)
    assert "Civil judgments: what is unpaid on each" in page
    assert "J-1: interest, by stretch of days" in page
    assert "several judgments" in page
    assert "J-2: interest, by stretch of days" not in page
    assert "$80.00 was sent, came back, and waits to be sent again" in page
    assert "without compounding" not in page
    assert "position restitution_interest_rate" in page


def test_the_workbook_computes_judgments_by_formulas(stated: Statement) -> None:
    book = openpyxl.load_workbook(BytesIO(statement_workbook(stated)))
    rows = [[cell.value for cell in row] for row in book["Judgments"].iter_rows()]
    first = next(row for row in rows if row[0] == "J-1")
    assert str(first[5]).startswith("=ROUND(ROUND(SUM(Compounded!")
    assert (first[6], first[7]) == (2082.36, 8000)
    days = [[cell.value for cell in row] for row in book["Compounded"].iter_rows()]
    row = next(row for row in days if row[0] == "J-1")
    assert str(row[6]).startswith("=E")
    kept = openpyxl.load_workbook(BytesIO(statement_workbook(stated)), data_only=True)
    values = [[cell.value for cell in row] for row in kept["Compounded"].iter_rows()]
    for row in values[4:]:
        if row[0]:
            assert row[6] == pytest.approx(row[4] * row[5] / 100 * row[3] / 365)
