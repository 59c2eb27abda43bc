"""The intake workbook over HTTP: as an operation for programs, and as a page."""

import io
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from remedies.casework import XLSX
from remedies.intake.workbook import blank, filled, read_intake

EXAMPLE = Path(__file__).parents[2] / "examples" / "live_in_domestic.json"
DOCUMENT: dict[str, Any] = json.loads(EXAMPLE.read_text())
BROWSER = {"Accept": "text/html"}


def hand_in(client: FlaskClient, content: bytes | None, path: str = "/intake") -> TestResponse:
    data = {} if content is None else {"file": (io.BytesIO(content), "V-3.xlsx")}
    return client.post(path, data=data, headers=BROWSER)


def send(client: FlaskClient, content: bytes, name: str = "file") -> TestResponse:
    return client.post("/v1/intake", data={name: (io.BytesIO(content), "V-3.xlsx")})


@pytest.mark.parametrize(("query", "name"), [("", "intake.xlsx"), ("es", "intake-es.xlsx")])
def test_the_workbook_is_given_in_each_language(
    client: FlaskClient, query: str, name: str
) -> None:
    answer = client.get("/v1/intake", query_string={"language": query} if query else {})
    assert (answer.status_code, answer.mimetype) == (200, XLSX)
    assert answer.data == blank(query or "en")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize("query", ["language=fr", "languages=es", "language=en&language=es"])
def test_a_language_that_there_is_not_is_refused(client: FlaskClient, query: str) -> None:
    assert client.get(f"/v1/intake?{query}").status_code == 400


def test_a_filled_workbook_gives_its_claim(client: FlaskClient) -> None:
    answer = send(client, filled(DOCUMENT, "es"))
    assert answer.status_code == 200
    assert answer.get_json() == DOCUMENT


def test_cells_to_mend_are_a_problem_with_their_addresses(client: FlaskClient) -> None:
    answer = send(client, blank("es"))
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    found = answer.get_json()
    assert (found["type"], found["status"]) == ("/problems/invalid-claim", 422)
    assert [error["field"] for error in found["errors"]] == [
        "Caso!B4",
        "Caso!B5",
        "Condenas!B6",
        "Trabajo!B6",
    ]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"PK", "file", "not_a_workbook"),
        (b"", "file", "not_a_workbook"),
        (b"PK\x03\x04", "file", "not_a_table"),
        (blank("en"), "workbook", "unknown_parameter"),
    ],
)
def test_what_is_no_workbook_is_a_problem(
    client: FlaskClient, content: bytes, name: str, code: str
) -> None:
    answer = send(client, content, name)
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert answer.get_json()["errors"][0]["code"] == code


def test_a_workbook_is_sent_in_a_form(client: FlaskClient) -> None:
    answer = client.post("/v1/intake", data=blank("en"), headers={"Content-Type": XLSX})
    assert answer.status_code == 415
    form = {"Content-Type": "multipart/form-data; boundary=edge"}
    empty = client.post("/v1/intake", data=b"--edge--\r\n", headers=form)
    assert empty.get_json()["errors"][0] == {
        "field": "file",
        "code": "required",
        "message": "is missing; send the workbook as a file",
    }


def test_a_page_takes_a_workbook_to_the_figure(client: FlaskClient) -> None:
    page = hand_in(client, filled(DOCUMENT, "en"))
    assert page.status_code == 200
    held = re.search(r'name="claim" value="([^"]*)"', page.text)
    assert held is not None
    claim = unescape(held[1])
    assert json.loads(claim) == DOCUMENT
    file = client.post("/intake/claim.json", data={"claim": claim})
    assert json.loads(file.data) == DOCUMENT
    assert "Restitution for V-3" in client.post("/intake/result", data={"claim": claim}).text


def test_a_page_lists_the_cells_to_mend_in_the_language_of_the_workbook(
    client: FlaskClient,
) -> None:
    page = hand_in(client, blank("es"))
    assert page.status_code == 422
    assert "4 cells to mend" in page.text
    assert '<td lang="es">«Referencia de la víctima» falta</td>' in page.text


@pytest.mark.parametrize(
    ("content", "said"), [(None, "choose a file first"), (b"no workbook", "is not a workbook")]
)
def test_a_page_says_why_a_file_cannot_be_read(
    client: FlaskClient, content: bytes | None, said: str
) -> None:
    page = hand_in(client, content)
    assert page.status_code == 422
    assert said in page.text


def test_a_claim_file_is_continued_as_a_workbook(client: FlaskClient) -> None:
    def resume(content: bytes) -> TestResponse:
        data = {"claim": (io.BytesIO(content), "claim.json"), "language": "es"}
        return client.post("/intake/continue", data=data, headers=BROWSER)

    answer = resume(EXAMPLE.read_bytes())
    assert answer.mimetype == XLSX
    assert read_intake(answer.data).document == DOCUMENT
    wrong = resume(b'{"claim": "1"}')
    assert wrong.status_code == 422
    assert "reference" in wrong.text


def test_a_workbook_has_the_limit_of_a_workbook(client: FlaskClient) -> None:
    head = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
    body = head + b"x" * 5_100_000 + b"\r\n--edge--\r\n"
    form = "multipart/form-data; boundary=edge"
    answer = client.post("/intake", data=body, content_type=form, headers=BROWSER)
    assert (answer.status_code, answer.mimetype) == (413, "text/html")
    problem = client.post("/v1/intake", data=body, content_type=form)
    assert (problem.status_code, problem.mimetype) == (413, "application/problem+json")


def test_pages_that_are_not_there_are_not_found(client: FlaskClient) -> None:
    assert client.get("/intake/new/fr").status_code == 404


def test_a_claim_is_given_as_json_or_not_at_all(client: FlaskClient) -> None:
    content = filled(DOCUMENT, "en")
    for accept, status in (("image/png", 406), ("application/json", 200), ("*/*", 200)):
        form = {"file": (io.BytesIO(content), "V-3.xlsx")}
        found = client.post("/v1/intake", data=form, headers={"Accept": accept})
        assert found.status_code == status


def test_the_page_leads_to_that_of_timesheets_and_payments(client: FlaskClient) -> None:
    assert 'href="/records"' in client.get("/intake", headers=BROWSER).text
