import ast
import json
from pathlib import Path

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from api.codes import CODES
from api.problems import KINDS
from remedies.errors import AuditError, LawNotEncodedError

ROOT = Path(__file__).parents[2] / "remedies"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
# What carries a code, and where the code stands among its arguments.
# What only the command line raises: files of law that are added to the encoded ones.
IMPORTS = {ROOT / "law" / f"{name}.py" for name in ("download", "importing", "steps")}
BARS = {"tuple[str, str] | None"}
MAKERS = {"Problem": 1, "Said": 0, "refuse": 1, "_refuse": 0}


def _codes() -> set[object]:
    found: set[object] = set()
    for path in set(ROOT.rglob("*.py")) - IMPORTS:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = MAKERS.get(node.func.id)
                if place is not None and place < len(node.args):
                    found |= {a.value for a in [node.args[place]] if isinstance(a, ast.Constant)}
                if node.func.id == "UnreadableError":
                    given = {k.value for k in node.keywords if k.arg == "code"}
                    found |= {value.value for value in given if isinstance(value, ast.Constant)}
            if isinstance(node, ast.FunctionDef) and node.returns is not None:
                found |= _barred(node) if ast.unparse(node.returns) in BARS else set()
    return found


def _barred(function: ast.FunctionDef) -> set[object]:
    """Return the codes of a function that gives a code and its reason, or nothing."""
    pairs = [node for node in ast.walk(function) if isinstance(node, ast.Tuple)]
    first = [pair.elts[0] for pair in pairs if len(pair.elts) == 2]
    found: set[object] = {code.value for code in first if isinstance(code, ast.Constant)}
    return found


def test_every_code_that_the_program_uses_is_explained() -> None:
    found = _codes()
    assert {"claim_open", "nothing_payable", "unknown_field"} <= found
    assert found <= set(CODES)


@pytest.mark.parametrize("name", KINDS)
def test_every_type_is_the_address_of_a_page_that_explains_it(
    client: FlaskClient, name: str
) -> None:
    response = client.get(f"/problems/{name}", headers=BROWSER)
    assert response.status_code == 200
    assert KINDS[name].title in response.text


@pytest.mark.parametrize(
    ("error", "status", "name"),
    [
        (400, 400, "bad-request"),
        (404, 404, "not-found"),
        (405, 405, "method-not-allowed"),
        (406, 406, "not-acceptable"),
        (413, 413, "too-large"),
        (415, 415, "unsupported-media-type"),
        (418, 400, "bad-request"),
        (503, 500, "unexpected"),
        (LawNotEncodedError("us.minimum_wage", "nothing"), 422, "law-not-encoded"),
        (AuditError("secret"), 500, "unexpected"),
        (RuntimeError("secret"), 500, "unexpected"),
    ],
)
def test_every_error_is_a_problem_for_programs_and_a_page_for_people(
    app: Flask, error: int | Exception, status: int, name: str
) -> None:
    @app.get("/fails")
    def fails() -> str:
        if isinstance(error, int):
            abort(error)
        raise error

    client = app.test_client()
    response = client.get("/fails")
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    found = json.loads(response.data)
    assert found["type"] == f"/problems/{name}"
    assert found["status"] == status
    assert found["title"]
    page = client.get("/fails", headers=BROWSER)
    assert (page.status_code, page.mimetype) == (status, "text/html")
    assert found["title"] in page.text
    assert "secret" not in response.text + page.text


def test_an_address_that_does_not_exist_is_not_repeated(client: FlaskClient) -> None:
    response = client.get("/Marigold<script>?q=Marigold", headers=BROWSER)
    assert response.status_code == 404
    assert "Marigold" not in response.text
