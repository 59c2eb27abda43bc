import json
from typing import Any

import jsonschema
import pytest

from remedies import casework
from remedies.wire import read_json, result_json
from remedies.wire.json_schema import DIALECT, claim_schema, result_schema

SCHEMAS = {"claim": claim_schema(), "result": result_schema()}


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_json_schema_of_its_dialect(name: str) -> None:
    schema = SCHEMAS[name]
    assert schema["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "#/components" not in json.dumps(schema)


def test_every_example_follows_the_claims_schema(example: bytes) -> None:
    jsonschema.Draft202012Validator(SCHEMAS["claim"]).validate(json.loads(example))


def test_every_result_follows_the_results_schema(example: bytes) -> None:
    result = json.loads(result_json(casework.assessed(example)))
    jsonschema.Draft202012Validator(SCHEMAS["result"]).validate(result)


@pytest.mark.parametrize(
    "change",
    [
        {"pay": {"basis": "none"}, "paid": None},
        {"pay": {"basis": "salary", "amount": "600.00", "per": "half_month"}},
        {"hours": {"daily": {"mon": "12.5", "sat": "7.33"}}},
        {"hours": {"records": [{"on": "2012-01-02", "start": "07:30", "end": "24:00"}]}},
        {"bonuses": [{"per_workweek": "17.00"}], "coverage": {"proven": True}},
        {"paid": {"records": [{"on": "2012-02-02", "amount": "5.00", "for": "2012-01-05"}]}},
    ],
)
def test_claims_of_every_kind_follow_both_schemas(
    claim: dict[str, Any], change: dict[str, Any]
) -> None:
    claim["work"][0] |= change
    claim["losses"] = [{"category": "medical", "amount": "1.00", "future": True}]
    claim["gains"] = [{"kind": "receipts", "amount": "7200.00"}]
    claim["positions"] = {"liquidated_damages": "exclude"}
    jsonschema.Draft202012Validator(SCHEMAS["claim"]).validate(claim)
    result = json.loads(result_json(casework.assessed(json.dumps(claim).encode())))
    jsonschema.Draft202012Validator(SCHEMAS["result"]).validate(result)


def _schemas(whole: dict[str, Any]) -> list[dict[str, Any]]:
    return [whole, *whole["$defs"].values()]


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_but_the_named_fields_is_allowed(name: str) -> None:
    for schema in _schemas(SCHEMAS[name]):
        assert schema["additionalProperties"] is False


def test_every_field_of_a_claim_says_what_it_means() -> None:
    for schema in _schemas(SCHEMAS["claim"]):
        for name, entry in schema["properties"].items():
            assert entry.get("description"), name


def test_a_line_that_the_result_does_not_have_is_refused(example: bytes) -> None:
    result = json.loads(result_json(casework.assessed(example)))
    result["worksheet"][0]["colour"] = "green"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMAS["result"]).validate(result)


def test_numbers_are_not_strings_to_the_schema(claim: dict[str, Any]) -> None:
    assert read_json(json.dumps(claim).encode())
    claim["work"][0]["hours"]["per_workweek"] = 72
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMAS["claim"]).validate(claim)
