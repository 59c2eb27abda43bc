import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from remedies import casework
from remedies.casework import PDF, XLSX
from remedies.wire import result_json

Calculate = Callable[..., TestResponse]


def test_a_claim_gets_the_result_that_the_command_line_gives(
    calculate: Calculate, example: bytes
) -> None:
    response = calculate(example)
    assert response.status_code == 200
    assert response.mimetype == "application/json"
    assert response.text == result_json(casework.assessed(example))


def test_the_same_claim_gets_the_same_bytes(calculate: Calculate, claim: dict[str, Any]) -> None:
    assert calculate(claim).data == calculate(claim).data


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("application/json", "application/json"),
        ("application/json, application/pdf", "application/json"),
        ("application/pdf;q=0.9, application/json;q=0.1", PDF),
        (PDF, PDF),
        (XLSX, XLSX),
        ("text/html, */*;q=0.1", "application/json"),
    ],
)
def test_accept_chooses_the_form(
    calculate: Calculate, claim: dict[str, Any], accept: str, media_type: str
) -> None:
    response = calculate(claim, **({"Accept": accept} if accept else {}))
    assert (response.status_code, response.mimetype) == (200, media_type)
    assert response.headers["Vary"] == "Accept"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("asked", "name", "begins"),
    [
        (("", PDF), "memorandum.pdf", b"%PDF-"),
        (("?exhibit=memorandum", "*/*"), "memorandum.pdf", b"%PDF-"),
        (("?exhibit=schedule", PDF), "schedule.pdf", b"%PDF-"),
        (("?exhibit=schedule", "*/*"), "schedule.pdf", b"%PDF-"),
        (("?exhibit=schedule", XLSX), "schedule.xlsx", b"PK"),
    ],
)
def test_files_have_neutral_names(
    client: FlaskClient, claim: dict[str, Any], asked: tuple[str, str], name: str, begins: bytes
) -> None:
    query, accept = asked
    response = client.post(f"/v1/calculations{query}", json=claim, headers={"Accept": accept})
    assert response.status_code == 200
    assert response.data.startswith(begins)
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize("accept", ["text/html", "image/png", "application/pdf;q=0", "text/*"])
def test_a_form_that_does_not_exist_is_406(
    calculate: Calculate, claim: dict[str, Any], accept: str
) -> None:
    response = calculate(claim, Accept=accept)
    assert (response.status_code, response.mimetype) == (406, "application/problem+json")
    assert response.json["type"] == "/problems/not-acceptable"


def test_a_schedule_is_not_given_as_json(client: FlaskClient, claim: dict[str, Any]) -> None:
    headers = {"Accept": "application/json"}
    response = client.post("/v1/calculations?exhibit=schedule", json=claim, headers=headers)
    assert response.status_code == 406


def test_an_unknown_exhibit_is_named(client: FlaskClient, claim: dict[str, Any]) -> None:
    response = client.post("/v1/calculations?exhibit=<b>", json=claim)
    assert response.status_code == 400
    assert response.json is not None
    assert [error["field"] for error in response.json["errors"]] == ["exhibit"]
    assert "<b>" not in response.text


def test_a_schedule_needs_work(client: FlaskClient, claim: dict[str, Any]) -> None:
    del claim["work"]
    claim["losses"] = [{"category": "medical", "amount": "10.00"}]
    response = client.post("/v1/calculations?exhibit=schedule", json=claim)
    assert response.status_code == 422
    assert response.json is not None
    assert [error["field"] for error in response.json["errors"]] == ["work"]


def test_a_schedule_of_a_lifetime_is_not_printed_over_http_but_is_computed(
    client: FlaskClient, claim: dict[str, Any]
) -> None:
    claim["work"][0] |= {"from": "1980-01-01", "to": "2020-12-31"}
    refused = client.post("/v1/calculations?exhibit=schedule", json=claim)
    assert refused.status_code == 422
    assert refused.json is not None
    assert [error["code"] for error in refused.json["errors"]] == ["too_many_workweeks"]
    accept = {"Accept": "application/json"}
    assert client.post("/v1/calculations", json=claim, headers=accept).status_code == 200


@pytest.mark.parametrize(
    "content_type",
    [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"],
)
def test_a_claim_is_json(
    client: FlaskClient, claim: dict[str, Any], content_type: str | None
) -> None:
    body = json.dumps(claim)
    response = client.post("/v1/calculations", data=body, content_type=content_type)
    assert response.status_code == 415
    assert response.json is not None
    assert response.json["type"] == "/problems/unsupported-media-type"


def test_only_post_computes(client: FlaskClient) -> None:
    response = client.get("/v1/calculations")
    assert response.status_code == 405
    assert response.json is not None
    assert response.json["type"] == "/problems/method-not-allowed"
    assert "POST" in response.headers["Allow"]


def test_nothing_is_set_or_kept(calculate: Calculate, claim: dict[str, Any]) -> None:
    response = calculate(claim)
    assert "Set-Cookie" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"
