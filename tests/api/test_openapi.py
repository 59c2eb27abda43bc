import json
import re
from typing import Any

import jsonschema
import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openapi_spec_validator import OpenAPIV31SpecValidator

from api.openapi_sharing import shared, whole
from api.problems import KINDS
from remedies.casework import JSON, PDF, XLSX


@pytest.fixture
def document(client: FlaskClient) -> dict[str, Any]:
    return whole(client.get("/openapi.json").json)


def test_the_document_is_valid_openapi_3_1(client: FlaskClient) -> None:
    document = client.get("/openapi.json").json
    assert document["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(document).validate()


def test_the_document_is_small_enough_to_be_loaded_by_a_client(client: FlaskClient) -> None:
    assert len(client.get("/openapi.json").data) <= 450_000


def test_what_stands_once_in_the_document_is_what_stood_in_many_places(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[dict[str, Any]] = []

    def kept(document: dict[str, Any]) -> dict[str, Any]:
        written.append(json.loads(json.dumps(document)))
        return shared(document)

    monkeypatch.setattr("api.openapi.shared", kept)
    served = app.test_client().get("/openapi.json").json
    (before,) = written
    for item in before["paths"].values():
        bare = item.pop("parameters", [])
        for operation in item.values():
            own = {each["name"] for each in operation.get("parameters", ())}
            assert {each["name"] for each in bare} <= own

    assert whole(served) == before
    assert served["components"]["parameters"]["case"]["schema"]["pattern"] == "^[0-9a-f]{32}$"
    answers = whole(served)["paths"]["/v1/delays"]["get"]["responses"]
    assert answers["401"] == served["components"]["responses"]["unauthorized"]


def test_the_document_names_every_media_type_and_problem(document: dict[str, Any]) -> None:
    operation = document["paths"]["/v1/calculations"]["post"]
    assert set(operation["responses"]["200"]["content"]) == {JSON, PDF, XLSX}
    assert set(operation["responses"]) == {"200", "400", "406", "413", "415", "422", "500"}
    kinds = document["components"]["schemas"]["Problem"]["properties"]["type"]["enum"]
    assert kinds == [f"/problems/{name}" for name in KINDS]


def test_the_examples_follow_their_schemas(document: dict[str, Any], client: FlaskClient) -> None:
    schemas = document["components"]["schemas"]
    operation = document["paths"]["/v1/calculations"]["post"]
    contents = [operation["requestBody"]["content"]] + [
        answer["content"] for answer in operation["responses"].values()
    ]
    seen = 0
    for content in contents:
        for entry in content.values():
            for example in entry.get("examples", {}).values():
                whole = {**entry["schema"], "components": {"schemas": schemas}}
                jsonschema.Draft202012Validator(whole).validate(example["value"])
                seen += 1
    assert seen >= 9
    claim = operation["requestBody"]["content"][JSON]["examples"]["forced_labor"]["value"]
    answer = operation["responses"]["200"]["content"][JSON]["examples"]["forced_labor"]["value"]
    assert client.post("/v1/calculations", json=claim).json == answer


def test_the_documentation_lists_every_schema_and_field(
    document: dict[str, Any], client: FlaskClient
) -> None:
    page = client.get("/docs").text
    for name, schema in document["components"]["schemas"].items():
        assert f'id="schema-{name}"' in page
        for field in schema.get("properties", {}):
            assert f"<code>{field}</code>" in page
    for linked in set(re.findall(r'href="#([^"]+)"', page)):
        assert f'id="{linked}"' in page


def test_the_document_is_made_once(app: Flask, client: FlaskClient) -> None:
    first = client.get("/openapi.json").data
    assert client.get("/openapi.json").data == first
    assert app.extensions["openapi"].text() is app.extensions["openapi"].text()


def test_whatever_the_document_allows_or_forbids_is_never_a_server_error(app: Flask) -> None:
    schema = schemathesis.openapi.from_wsgi("/openapi.json", app)
    operations = [found.ok() for found in schema.get_all_operations()]
    cases = st.one_of(
        [
            operation.as_strategy(generation_mode=mode)
            for operation in operations
            for mode in (
                schemathesis.GenerationMode.POSITIVE,
                schemathesis.GenerationMode.NEGATIVE,
            )
        ]
    )

    @given(case=cases)
    @settings(
        max_examples=30,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def never(case: schemathesis.Case) -> None:
        response = case.call()
        assert response.status_code < 500, case.as_curl_command()
        if response.status_code >= 400:
            assert json.loads(response.content)["status"] == response.status_code

    never()
