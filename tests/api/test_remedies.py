"""`POST /v1/remedies` and `/v1/documents`: every kind and language, hostile input, nothing kept."""

import json
import logging
import time
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from remedies.casework.exhibits import PDF
from remedies.casework.guides import DOCX, FORMS, HTML
from remedies.documents.guides import Needs
from remedies.documents.guides.catalog import CATALOG

DAY = "as_of=2026-11-21"
ANSWERS: dict[str, Any] = {
    "kinds_of_work": ["domestic"],
    "forced": "yes",
    "state": "US-CA",
    "began_on": "2019-05",
    "ended_on": "2021-06-30",
    "paid": "nothing",
}
EVERY = [(name, code) for name, kind in CATALOG.items() for code in kind.languages]
BEGINS = {PDF: b"%PDF-1.7", HTML: b"<!DOCTYPE html>", DOCX: b"PK\x03\x04"}
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


def made(
    client: FlaskClient, kind: str, code: str = "en", accept: str = PDF, **body: object
) -> TestResponse:
    needs = CATALOG[kind].needs
    if needs is Needs.PLACE:
        body.setdefault("place", "us-ca")
    if needs is Needs.ANSWERS:
        body.setdefault("answers", ANSWERS)
    return client.post(
        f"/v1/documents/{kind}?lang={code}&{DAY}", json=body, headers={"Accept": accept}
    )


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


@pytest.mark.parametrize(
    ("kind", "code", "form"),
    [*((*each, HTML) for each in EVERY), *(("poster", "es", f) for f in (PDF, DOCX))],
)
def test_every_document_can_be_had_in_every_language_and_form(
    client: FlaskClient, kind: str, code: str, form: str
) -> None:
    response = made(client, kind, code, accept=form)
    assert response.status_code == 200
    assert response.mimetype == form
    assert response.data.startswith(BEGINS[form])
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="guide.{FORMS[form]}"'
    )
    assert response.headers["Content-Language"] == code
    assert response.headers["Cache-Control"] == "no-store"
    assert ("ETag" in response.headers) is (kind != "remedies")


def test_the_list_says_what_each_document_needs(client: FlaskClient) -> None:
    response = client.get("/v1/documents")
    assert response.json is not None
    listed = {entry["kind"]: entry for entry in response.json["documents"]}
    assert list(listed) == list(CATALOG)
    assert listed["state-compensation"]["needs"] == "place"
    assert "us-ca" in listed["state-compensation"]["places"]
    assert listed["remedies"]["needs"] == "answers"
    said = [
        word for e in listed.values() for name in ("title", "summary") for word in e[name].values()
    ]
    assert not any("{" in word for word in said)
    again = client.get("/v1/documents", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_a_document_is_found_again_and_another_day_place_size_or_language_is_another(
    client: FlaskClient,
) -> None:
    first = made(client, "leaflet")
    begin = time.perf_counter()
    again = made(client, "leaflet")
    assert time.perf_counter() - begin < 0.25, "it was printed anew"
    assert again.data == first.data
    assert again.headers["ETag"] == first.headers["ETag"]
    tags = {
        first.headers["ETag"],
        made(client, "leaflet", "es").headers["ETag"],
        made(client, "leaflet", large=True).headers["ETag"],
        made(client, "leaflet", accept=HTML).headers["ETag"],
        made(client, "poster").headers["ETag"],
        made(client, "state-compensation").headers["ETag"],
        made(client, "state-compensation", place="us-tx").headers["ETag"],
    }
    assert len(tags) == 7


def test_a_place_does_not_stand_in_what_is_kept_of_a_document_without_one(
    client: FlaskClient,
) -> None:
    tags = {made(client, "poster", **b).headers["ETag"] for b in ({}, {"place": "us-ca"})}
    assert len(tags) == 1


@pytest.mark.parametrize(
    ("kind", "body", "field"),
    [
        ("state-compensation", {"place": ""}, "place"),
        ("state-compensation", {"place": "us-zz"}, "place"),
        ("state-compensation", {"place": "<b>us-ca</b>"}, "place"),
        ("state-compensation", {"place": ["us-ca"]}, "place"),
        ("state-compensation", {"place": "../../etc/passwd"}, "place"),
        ("leaflet", {"large": "yes"}, "large"),
        ("leaflet", {"name": "Jane Example"}, "name"),
        ("leaflet", {"<script>": "x"}, "(a name that is not shown)"),
    ],
)
def test_a_document_that_cannot_be_made_says_which_field_to_mend(
    client: FlaskClient, kind: str, body: dict[str, Any], field: str
) -> None:
    response = made(client, kind, **body)
    assert response.status_code == 422
    assert response.json is not None
    assert [error["field"] for error in response.json["errors"]] == [field]
    assert "<" not in response.text


def test_the_personal_document_needs_answers_and_they_may_be_empty(client: FlaskClient) -> None:
    path = f"/v1/documents/remedies?{DAY}"
    refused = client.post(path, json={})
    assert refused.status_code == 422
    assert refused.json is not None
    assert refused.json["errors"][0]["field"] == "answers"
    assert client.post(path, json={"answers": {}}, headers={"Accept": HTML}).status_code == 200


def test_a_kind_language_or_form_that_there_is_not_is_a_problem(client: FlaskClient) -> None:
    assert client.post(f"/v1/documents/nothing?{DAY}", json={}).status_code == 404
    assert client.post(f"/v1/documents/leaflet?{DAY}&lang=xx", json={}).status_code == 400
    assert made(client, "leaflet", accept="image/png").status_code == 406
    page = client.post(f"/v1/documents/leaflet?{DAY}", data="x=1")
    assert page.status_code == 415


def test_a_page_that_stands_alone_loads_nothing(client: FlaskClient) -> None:
    for kind in CATALOG:
        page = made(client, kind, accept=HTML).text
        assert "<link" not in page
        assert "<script" not in page
        assert "src=" not in page
        assert "url(" not in page


def test_nothing_of_the_answers_is_logged(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    asked(client, ANSWERS | {"began_on": "2017-03-09"})
    asked(client, ANSWERS | {"began_on": "Jane Example"})
    made(client, "remedies")
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
