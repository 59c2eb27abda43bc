"""Ranges, accounts, theories and a civil claim need nothing of HTTP but the claim."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

CLAIM = Path(__file__).parents[1] / "documents" / "golden" / "claims" / "doubt.json"
URL = "/v1/calculations"


@pytest.fixture
def doubtful() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(CLAIM.read_text())
    return found


def test_a_claim_with_doubts_is_answered_with_all_of_them(
    client: FlaskClient, doubtful: dict[str, Any]
) -> None:
    response = client.post(URL, json=doubtful)
    assert response.status_code == 200
    result = response.get_json()
    assert float(result["range"]["low"]) < float(result["total"]) < float(result["range"]["high"])
    assert [len(result[part]) for part in ("movers", "accounts", "theories")] == [4, 2, 3]
    assert "civil" not in result


def test_an_impossible_end_of_a_range_is_a_problem_of_that_end(
    client: FlaskClient, doubtful: dict[str, Any]
) -> None:
    doubtful["work"][0]["hours"]["per_workweek"]["high"] = "169"
    response = client.post(URL, json=doubtful)
    assert response.status_code == 422
    assert response.get_json()["errors"] == [
        {
            "field": "work[0].hours.per_workweek.high",
            "code": "too_many_hours",
            "message": "a workweek has no more than 168 hours",
        }
    ]


def test_a_civil_claim_stands_beside_and_has_its_own_exhibit(
    client: FlaskClient, doubtful: dict[str, Any]
) -> None:
    with_civil = copy.deepcopy(doubtful)
    with_civil["civil"] = {"filed_on": "2013-01-02", "interest_to": "2014-01-02"}
    answered = client.post(URL, json=with_civil).get_json()
    assert answered["total"] == client.post(URL, json=doubtful).get_json()["total"]
    assert float(answered["civil"]["total"]) > 0
    printed = client.post(f"{URL}?exhibit=civil", json=with_civil)
    assert printed.status_code == 200
    assert printed.data.startswith(b"%PDF-")
    assert 'filename="civil.pdf"' in printed.headers["Content-Disposition"]


def test_an_exhibit_of_a_civil_claim_needs_one(
    client: FlaskClient, doubtful: dict[str, Any]
) -> None:
    response = client.post(f"{URL}?exhibit=civil", json=doubtful)
    assert response.status_code == 422
    (error,) = response.get_json()["errors"]
    assert (error["field"], error["code"]) == ("civil", "required")


def test_what_is_wrong_with_a_civil_claim_is_said_beside_what_is_wrong_elsewhere(
    client: FlaskClient, doubtful: dict[str, Any]
) -> None:
    doubtful["civil"] = {"filed_on": "2013-01-02", "interest_to": "2012-01-02"}
    doubtful["reference"] = "Full Name"
    errors = client.post(URL, json=doubtful).get_json()["errors"]
    assert {(error["field"], error["code"]) for error in errors} == {
        ("reference", "not_a_reference"),
        ("civil.interest_to", "out_of_order"),
    }
