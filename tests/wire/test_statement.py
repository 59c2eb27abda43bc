"""The statement as JSON has the shape that its schema says, and the amounts of the statement."""

import json
import re
from dataclasses import replace

import pytest

from remedies.ledger.statement_lines import Statement
from remedies.wire.statement import statement_json
from remedies.wire.statement_rows import dollars
from remedies.wire.statement_schema import StatementSchema
from tests.documents.statement_example import example


@pytest.fixture(scope="module")
def statement() -> Statement:
    return example()


def test_the_json_is_of_its_schema(statement: Statement) -> None:
    schema = StatementSchema()
    assert schema.validate(json.loads(statement_json(statement))) == {}
    empty = replace(statement, obligees=(), obligors=(), journal=(), property=(), worklists=())
    assert schema.validate(json.loads(statement_json(empty))) == {}


def test_the_schema_refuses_what_is_missing_or_unknown(statement: Statement) -> None:
    document = json.loads(statement_json(statement))
    del document["victims"][0]["owed"]
    document["victims"][1]["more"] = "1.00"
    problems: object = StatementSchema().validate(document)
    assert problems == {
        "victims": {
            0: {"owed": ["Missing data for required field."]},
            1: {"more": ["Unknown field."]},
        }
    }


def test_amounts_are_dollars_as_decimal_strings(statement: Statement) -> None:
    document = json.loads(statement_json(statement))
    victim = document["victims"][0]
    assert (victim["awarded"], victim["owed"], victim["held"]) == ("1000.00", "600.00", "100.00")
    owes = document["defendants"][0]["owes"]
    assert (owes["attorney_general"], owes["all"]) == ("200.00", "1137.92")
    assert document["defendants"][0]["interest"]["exact"] == "32.917808"
    assert [dollars(cents) for cents in (0, 5, -5, -12345)] == ["0.00", "0.05", "-0.05", "-123.45"]


def test_an_amount_names_the_entries_behind_it(statement: Statement) -> None:
    document = json.loads(statement_json(statement))
    entries = {each["citation"]: each["entries"] for each in document["citations"]}
    cites = document["victims"][0]["cites"]
    assert entries[cites["received"]] == "8, 10"
    assert cites == document["victims"][1]["cites"]
    assert all(re.fullmatch(r"[0-9, -]+", each) for each in entries.values())


def test_equal_statements_give_equal_bytes(statement: Statement) -> None:
    assert statement_json(statement) == statement_json(example())
