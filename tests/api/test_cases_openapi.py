"""What the document allows or forbids of cases, tried with a token on a case that is there."""

import json
from typing import Any

import jsonschema
import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from api.openapi_sharing import whole
from api.v1.cases.nouns import NOUNS
from remedies.ledger.entries import KINDS
from tests.api.offices import Office, ordered, paid


@pytest.fixture
def document(client: FlaskClient) -> dict[str, Any]:
    return whole(client.get("/openapi.json").json)


def _operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation)
        for path, methods in document["paths"].items()
        if path.startswith(
            ("/v1/cases", "/v1/audit", "/v1/archives", "/v1/delays", "/v1/deadlines")
        )
        for method, operation in methods.items()
        if method != "parameters"
    ]


def test_every_kind_of_entry_has_its_noun() -> None:
    assert {noun.kind for noun in NOUNS.values()} | {"case"} == set(KINDS)


def test_every_operation_needs_a_token_and_every_write_a_key(document: dict[str, Any]) -> None:
    assert document["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
    found = _operations(document)
    assert len(found) >= 90
    for _, method, operation in found:
        assert operation["security"] == [{"bearer": []}]
        assert {"401", "403", "404", "503"} <= set(operation["responses"])
        names = {entry["name"]: entry for entry in operation.get("parameters", ())}
        if method == "get":
            assert "If-None-Match" in names
        elif not operation["operationId"].startswith("compute"):  # which stores nothing
            assert names["Idempotency-Key"]["required"]
        if operation["operationId"].startswith("amend"):
            assert names["If-Match"]["required"]
            assert {"412", "428"} <= set(operation["responses"])


def test_the_operations_have_names_of_their_own(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in _operations(document)]
    assert len(set(names)) == len(names)


def test_what_is_answered_follows_its_schema(document: dict[str, Any], office: Office) -> None:
    who = office.someone("prosecutor")
    case = paid(office.someone())
    checked = 0
    for path, method, operation in _operations(document):
        if method != "get" or "{name}" in path or operation["operationId"] == "readArchive":
            continue
        response = who.get(path.replace("{case}", case) + "?as_of=2019-12-31")
        if response.status_code == 400:  # it is not asked as of a day
            response = who.get(path.replace("{case}", case))
        assert response.status_code == 200, (path, response.text)
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**schema, "components": document["components"]}
        jsonschema.Draft202012Validator(whole).validate(response.json)
        checked += 1
    assert checked >= 30


@schemathesis.serializer("application/zip")
def archive(_: object, value: object) -> bytes:
    found = getattr(value, "data", value)
    return found if isinstance(found, bytes) else str(found).encode()


@pytest.mark.parametrize("mode", schemathesis.GenerationMode)
def test_no_request_for_a_case_is_ever_a_server_error(
    app: Flask, office: Office, mode: schemathesis.GenerationMode
) -> None:
    who = office.someone()
    case_id = ordered(who)
    schema = schemathesis.openapi.from_wsgi("/openapi.json", app).include(
        path_regex="^/v1/(cases|audit|archives|delays|deadlines)"
    )
    operations = [found.ok() for found in schema.get_all_operations()]
    keys = iter(range(10_000))
    tried = set()

    @given(data=st.data())
    @settings(
        max_examples=1,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def never(data: st.DataObject, operation: Any) -> None:  # noqa: ANN401 - schemathesis's own
        case = data.draw(operation.as_strategy(generation_mode=mode))
        tried.add(operation.label)
        if case.path_parameters:
            case.path_parameters["case"] = case_id
        if mode is schemathesis.GenerationMode.POSITIVE and case.method != "GET":
            case.headers["Idempotency-Key"] = str(next(keys))
        response = case.call(headers={"Authorization": f"Bearer {who.token}"})
        assert response.status_code < 500, case.as_curl_command()
        if response.status_code >= 400:
            assert json.loads(response.content)["status"] == response.status_code

    for each in operations:
        never(operation=each)
    assert len(tried) == len(operations) >= 90
