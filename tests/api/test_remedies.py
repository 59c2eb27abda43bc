"""`POST /v1/remedies`, and the document that is made of the same answers: hostile input, nothing kept."""

import json
import logging
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

DAY = "as_of=2026-11-21"
ANSWERS: dict[str, Any] = {
    "kinds_of_work": ["domestic"],
    "forced": "yes",
    "state": "US-CA",
    "began_on": "2019-05",
    "ended_on": "2021-06-30",
    "paid": "nothing",
}
HOSTILE: list[tuple[dict[str, Any], str]] = [
    ({"state": "<script>alert(1)</script>"}, "answers.state"),
    ({"state": "US-CA' OR 1=1"}, "answers.state"),
    ({"state": ["US-CA"]}, "answers.state"),
    ({"kinds_of_work": "domestic"}, "answers.kinds_of_work"),
    ({"kinds_of_work": ["{{ 7 * 7 }}"]}, "answers.kinds_of_work[0]"),
    ({"forced": True}, "answers.forced"),
    ({"began_on": 2018}, "answers.began_on"),
    ({"began_on": "1" + "0" * 400}, "answers.began_on"),
    ({"began_on": "2019-02-30"}, "answers.began_on"),
    ({"ended_on": "9999"}, "answers.ended_on"),
    ({"name": "Jane Example"}, "answers.name"),
    ({"immigration_status": "none"}, "answers.immigration_status"),
]


def asked(client: FlaskClient, answers: object, query: str = DAY) -> TestResponse:
    return client.post(f"/v1/remedies?{query}", json={"answers": answers})


def test_every_remedy_is_answered_whatever_is_said(client: FlaskClient) -> None:
    nothing, some = asked(client, {}).json, asked(client, ANSWERS).json
    assert nothing is not None
    assert some is not None
    assert [r["key"] for r in nothing["remedies"]] == [r["key"] for r in some["remedies"]]
    civil = next(r for r in some["remedies"] if r["key"] == "civil_1595")
    assert civil["standing"] == "open"
    assert civil["deadlines"][0]["on"] == "2029-05-01"


def test_the_day_must_be_named(client: FlaskClient) -> None:
    for path in ("/v1/remedies", "/v1/documents/leaflet"):
        response = client.post(path, json={})
        assert response.status_code == 400
        assert response.json is not None
        assert response.json["errors"][0]["field"] == "as_of"


@pytest.mark.parametrize(("wrong", "field"), HOSTILE)
def test_what_cannot_be_used_is_refused_by_field_and_never_repeated(
    client: FlaskClient, wrong: dict[str, Any], field: str
) -> None:
    for path in ("/v1/remedies", "/v1/documents/remedies"):
        response = client.post(f"{path}?{DAY}", json={"answers": ANSWERS | wrong})
        assert response.status_code == 422
        assert response.json is not None
        assert [error["field"] for error in response.json["errors"]] == [field]
        for said in wrong.values():
            assert str(said) not in response.text or str(said) in {"none", "True"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b'{"answers": []}',
        b'{"answers": {}, "answers": {}}',
        b'{"answers": {"began_on": 1' + b"0" * 400 + b"}}",
        b'{"answers": {}, "surprise": 1}',
        b"[" * 5000,
        b"\xff",
    ],
)
def test_what_is_no_question_is_a_problem(client: FlaskClient, content: bytes) -> None:
    for path in ("/v1/remedies", "/v1/documents/remedies"):
        response = client.post(f"{path}?{DAY}", data=content, content_type="application/json")
        assert response.status_code in {400, 422}
        assert response.mimetype == "application/problem+json"


def test_nothing_of_the_answers_is_logged(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    asked(client, ANSWERS | {"began_on": "2017-03-09"})
    asked(client, ANSWERS | {"began_on": "Jane Example"})
    client.post(f"/v1/documents/remedies?{DAY}", json={"answers": ANSWERS})
    logged = "\n".join(record.getMessage() for record in caplog.records)
    for said in ("2017-03-09", "Jane", "US-CA", "domestic"):
        assert said not in logged


def test_what_the_list_and_the_answer_say_is_what_openapi_says(client: FlaskClient) -> None:
    import jsonschema  # noqa: PLC0415

    document = json.loads(client.get("/openapi.json").data)
    for path, method, response in (
        ("/v1/documents", "get", client.get("/v1/documents")),
        ("/v1/remedies", "post", asked(client, ANSWERS)),
        ("/v1/remedies", "post", asked(client, {})),
    ):
        found = document["paths"][path][method]["responses"]["200"]["content"]
        schema = found["application/json"]["schema"] | {"components": document["components"]}
        jsonschema.Draft202012Validator(schema).validate(response.json)
