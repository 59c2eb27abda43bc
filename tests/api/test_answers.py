"""Answers over HTTP: the operation and the pages; nothing is compared before it is confirmed."""

import datetime as dt
import json
import re
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api.v1.answer_operation import ANSWER
from api.v1.answers import blueprint as operation
from api.web.answer import blueprint as pages

EXAMPLES = Path(__file__).parents[2] / "examples"
CLAIM = (EXAMPLES / "rate_change.json").read_bytes()
THEIRS = (EXAMPLES / "opposing_schedule.csv").read_bytes()
COLUMNS = "workweek=Week of,hours=Hrs,rate=Rate,due=Due,paid=Paid"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SCHEMA = ANSWER["responses"]["200"]["content"]["application/json"]["schema"]


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    for blueprint in (operation, pages):
        if blueprint.name not in app.blueprints:
            app.register_blueprint(blueprint)
    return app.test_client()


def post(client: FlaskClient, accept: str = "*/*", **form: Any) -> TestResponse:  # noqa: ANN401
    data = {
        "claim": (BytesIO(CLAIM), "claim.json"),
        "schedule": (BytesIO(THEIRS), "theirs.csv"),
        **form,
    }
    data = {name: value for name, value in data.items() if value is not None}
    return client.post("/v1/answers", data=data, headers={"Accept": accept})


def test_without_columns_the_answer_is_what_to_confirm(client: FlaskClient) -> None:
    response = post(client)
    found = response.get_json()
    assert response.status_code == 200
    assert found["confirmed"] is False
    assert found["columns"] == COLUMNS
    assert found["first_rows"][0] == {"row": 2, "workweek": "2008-07-06"}
    jsonschema.validate(found, SCHEMA)


def test_confirmed_columns_are_compared(client: FlaskClient) -> None:
    response = post(client, columns=COLUMNS)
    found = response.get_json()
    jsonschema.validate(found, SCHEMA)
    assert found["differs"] is True
    assert {entry["holds"] for entry in found["balance"]} == {True}
    assert response.data == post(client, columns=COLUMNS).data


@pytest.mark.parametrize(("accept", "begins"), [(PDF, b"%PDF-"), (XLSX, b"PK"), (DOCX, b"PK")])
def test_the_accept_header_chooses_paper_or_workbook(
    client: FlaskClient, accept: str, begins: bytes
) -> None:
    response = post(client, accept, columns=COLUMNS)
    assert response.status_code == 200
    assert response.mimetype == accept
    assert response.data.startswith(begins)
    assert response.headers["Content-Disposition"].startswith('attachment; filename="')


def test_no_other_form_is_acceptable(client: FlaskClient) -> None:
    assert post(client, "image/png", columns=COLUMNS).status_code == 406


def test_another_media_type_is_refused(client: FlaskClient) -> None:
    assert client.post("/v1/answers", json={}).status_code == 415


def test_a_claim_beyond_its_limit_is_refused(client: FlaskClient) -> None:
    # As a browser sends it: the test client would put a large form on disk.
    head = '--edge\r\nContent-Disposition: form-data; name="{0}"; filename="{0}"\r\n\r\n'
    parts = ((head.format("claim"), b" " * 1_100_000), (head.format("schedule"), THEIRS))
    body = (
        b"".join(start.encode() + content + b"\r\n" for start, content in parts) + b"--edge--\r\n"
    )
    form = "multipart/form-data; boundary=edge"
    assert client.post("/v1/answers", data=body, content_type=form).status_code == 413


def test_the_pages_lead_from_the_files_to_the_answer(client: FlaskClient) -> None:
    assert "Answer the other side" in client.get("/answer").text
    files = {"claim": (BytesIO(CLAIM), "c.json"), "schedule": (BytesIO(THEIRS), "t.csv")}
    page = client.post("/answer", data=files).text
    assert "Which column is which?" in page
    sent = {name: unescape(value) for name, value in _hidden(page)}
    assert _selected(page)["column-due"] == "@D"
    answer = client.post("/answer/rows", data=sent | _selected(page))
    assert answer.status_code == 200
    assert "An older minimum wage" in answer.text
    kept = {name: unescape(value) for name, value in _hidden(answer.text)}
    document = client.post("/answer/files/answer.json", data=kept)
    assert json.loads(document.data)["workweeks"]["differing"] == 4
    assert client.post("/answer/files/answer.pdf", data=kept).data.startswith(b"%PDF-")


def _hidden(page: str) -> list[tuple[str, str]]:
    return re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)


def _selected(page: str) -> dict[str, str]:
    found = {}
    for name, options in re.findall(
        r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL
    ):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def test_a_column_that_cannot_be_read_shows_the_columns_again(client: FlaskClient) -> None:
    files = {"claim": (BytesIO(CLAIM), "c.json"), "schedule": (BytesIO(THEIRS), "t.csv")}
    page = client.post("/answer", data=files).text
    sent = {name: unescape(value) for name, value in _hidden(page)} | _selected(page)
    again = client.post("/answer/rows", data=sent | {"column-due": "@A", "column-workweek": ""})
    assert again.status_code == 422
    assert "cannot be compared yet" in again.text
    assert "say which column is workweek" in again.text


def test_missing_and_unreadable_files_are_said_plainly(client: FlaskClient) -> None:
    empty = client.post("/answer", data={})
    assert empty.status_code == 422
    assert empty.text.count("choose a file first") == 2
    files = {"claim": (BytesIO(b"{}"), "c.json"), "schedule": (BytesIO(THEIRS), "t.csv")}
    assert client.post("/answer", data=files).status_code == 422
    files = {"claim": (BytesIO(CLAIM), "c.json"), "schedule": (BytesIO(b"\x00\x01"), "t.csv")}
    assert client.post("/answer", data=files).status_code == 422


def test_an_answer_of_ten_years_is_printed(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("remedies.documents.answer.answer_pdf", lambda _: b"%PDF-")
    # The first day of 2012 to the last of 2021 touch 522 workweeks, no two of them alike in theirs.
    claim = json.loads(CLAIM)
    claim["work"] = [{**claim["work"][0], "from": "2012-01-01", "to": "2021-12-31"}]
    first = dt.date(2012, 1, 1)
    weeks = [f"{first + n * dt.timedelta(weeks=1)},{n + 1}.00" for n in range(522)]
    form = {
        "claim": (BytesIO(json.dumps(claim).encode()), "claim.json"),
        "schedule": (BytesIO("\n".join(["workweek,due", *weeks]).encode()), "theirs.csv"),
    }
    found = post(client, PDF, columns="workweek=workweek,due=due", **form)
    assert (found.status_code, found.mimetype) == (200, PDF)
