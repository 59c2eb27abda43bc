import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import jsonschema
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api.v1.table_operation import READ_TABLE
from remedies.intake.limits import MAX_BYTES
from tests.intake.files import book, csv, header, row, value

Send = Callable[..., TestResponse]
HOURS = csv("Date,In,Out,Name", "1/2/2012,7:00,19:00,x", "1/13/2012,7:00,18:30,x")
COLUMNS = "on=Date,start=In,end=Out"
PAID = csv("Fecha,Monto", '2012-01-06,"1,200.00"')
SCHEMA = READ_TABLE["responses"]["200"]["content"]["application/json"]["schema"]


@pytest.fixture
def send(client: FlaskClient) -> Send:
    def post(
        content: bytes | None = HOURS,
        path: str = "/v1/tables",
        accept: str | None = None,
        **said: str,
    ) -> TestResponse:
        """Send a form as a browser does; the test client would put a large one on disk."""
        said = {"kind": "timesheet"} | {name.rstrip("_"): value for name, value in said.items()}
        parts = [(f'name="{name}"', value.encode()) for name, value in said.items()]
        if content is not None:
            parts.append(('name="file"; filename="table.csv"', content))
        body = b"".join(
            f"--edge\r\nContent-Disposition: form-data; {names}\r\n\r\n".encode() + data + b"\r\n"
            for names, data in parts
        )
        form = "multipart/form-data; boundary=edge"
        headers = {"Accept": accept} if accept else {}
        return client.post(path, data=body + b"--edge--\r\n", content_type=form, headers=headers)

    return post


def errors(response: TestResponse) -> list[tuple[str, str]]:
    assert response.status_code == 422
    assert response.mimetype == "application/problem+json"
    document = json.loads(response.text)
    assert document["type"] == "/problems/invalid-table"
    return [(error["field"], error["code"]) for error in document["errors"]]


def test_without_columns_the_answer_is_a_proposal(send: Send) -> None:
    response = send()
    found = json.loads(response.text)
    assert (response.status_code, found["confirmed"]) == (200, False)
    assert found["reading"] == {
        "columns": COLUMNS,
        "dates": "mdy",
        "numbers": None,
        "overnight": False,
    }
    assert found["rows"][0]["record"] == {"on": "2012-01-02", "start": "07:00", "end": "19:00"}
    jsonschema.Draft202012Validator(SCHEMA).validate(found)


def test_what_was_proposed_reads_the_table_when_it_is_confirmed(send: Send) -> None:
    proposal = json.loads(send().text)["reading"]
    found = json.loads(send(columns=proposal["columns"], dates=proposal["dates"]).text)
    assert found["work"] == {
        "hours": {
            "records": [
                {"on": "2012-01-02", "start": "07:00", "end": "19:00"},
                {"on": "2012-01-13", "start": "07:00", "end": "18:30"},
            ]
        }
    }
    assert [note["code"] for note in found["notes"]] == ["gap"]
    jsonschema.Draft202012Validator(SCHEMA).validate(found)


def test_payments_are_read_as_they_are_said_to_be_written(send: Send) -> None:
    said = {"kind": "payments", "columns": "on=@A,amount=@B"}
    assert errors(send(PAID, **said)) == [("numbers", "choose")]
    found = json.loads(send(PAID, **said, numbers="point").text)
    assert found["work"] == {"paid": {"records": [{"on": "2012-01-06", "amount": "1200.00"}]}}


def test_problems_name_their_rows(send: Send) -> None:
    content = book(
        header("Date", "Hours") + row(2, value("A2", "40910", 1), "<c r='B2'><f>1</f></c>")
    )
    assert errors(send(content, columns="on=Date,hours=Hours")) == [
        ("row 2, column Hours", "formula")
    ]
    late = {"columns": COLUMNS, "dates": "mdy", "from_": "2012-01-03", "to": "2012-12-31"}
    assert errors(send(**late)) == [("row 2, column Date", "outside_period")]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"kind": "diary"}, ("kind", "not_one_of")),
        ({"kind": ""}, ("kind", "required")),
        ({"dates": "ymd"}, ("dates", "not_one_of")),
        ({"numbers": "1"}, ("numbers", "not_one_of")),
        ({"overnight": "yes"}, ("overnight", "not_one_of")),
        ({"header_row": "-1"}, ("header_row", "out_of_range")),
        ({"header_row": "9"}, ("header_row", "out_of_range")),
        ({"sheet": "1"}, ("sheet", "does_not_belong")),
        ({"to": "soon"}, ("to", "not_a_date")),
        ({"surprise": "x"}, ("surprise", "unknown_parameter")),
        ({"columns": "on=Date"}, ("columns", "required")),
    ],
)
def test_what_is_said_wrongly_is_named(
    send: Send, said: dict[str, str], found: tuple[str, str]
) -> None:
    assert errors(send(**said)) == [found]


def test_a_request_without_a_table_is_named(send: Send) -> None:
    assert errors(send(None)) == [("file", "required")]


def test_the_name_of_an_unknown_field_is_repeated_only_when_it_is_plain(send: Send) -> None:
    response = send(**{"Maria Lopez": "x"})
    assert response.status_code == 422
    assert "Maria" not in response.text


def test_a_table_has_a_limit_of_its_own(send: Send) -> None:
    for size in (MAX_BYTES + 1, MAX_BYTES + 100_000):
        response = send(b" " * size)
        assert response.status_code == 413
        assert f"a table has at most {MAX_BYTES:,} bytes" in response.text
    assert send(csv("Date,Hours", *["2012-01-02,8"] * 100_000)).status_code == 422


def test_a_table_is_sent_as_a_form(client: FlaskClient) -> None:
    response = client.post("/v1/tables", data=HOURS, content_type="text/csv")
    assert (response.status_code, response.mimetype) == (415, "application/problem+json")
    assert "multipart/form-data" in response.text


def test_nothing_of_a_table_is_logged_or_stored(
    send: Send, app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    content = csv("Maria Lopez,In,Out", "x,7:00,19:00")
    assert errors(send(content, columns="on=@A,start=In,end=Out")) == [
        ("row 2, column Maria Lopez", "not_a_date")
    ]
    assert "Maria" not in caplog.text
    assert app.extensions["database"]


def _hidden(page: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    return {name: unescape(value) for name, value in found}


def _selected(page: str) -> dict[str, str]:
    selects = re.findall(r'<select[^>]* name="([^"]*)".*?</select>', page, re.DOTALL)
    chosen: dict[str, str] = {}
    for name in selects:
        body = page.partition(f'name="{name}"')[2].partition("</select>")[0]
        option = re.search(r'<option value="([^"]*)" selected>', body)
        chosen[name] = option[1] if option else ""
    return chosen


def test_the_page_takes_a_table_and_shows_its_columns(send: Send) -> None:
    response = send(path="/records")
    assert response.status_code == 200
    chosen = _selected(response.text)
    assert [chosen[f"column_{name}"] for name in ("on", "start", "end", "hours")] == [
        "A",
        "B",
        "C",
        "",
    ]
    assert chosen["dates"] == "mdy"
    assert "on <strong>2012-01-02</strong>" in response.text


def test_the_page_reads_a_table_when_its_columns_are_confirmed(
    send: Send, client: FlaskClient
) -> None:
    page = send(path="/records").text
    read = client.post("/records/read", data=_hidden(page) | _selected(page))
    assert read.status_code == 200
    assert "2 records for a claim" in read.text
    file = client.post("/records/records.json", data=_hidden(read.text))
    assert file.headers["Content-Disposition"] == 'attachment; filename="records.json"'
    assert json.loads(file.text)["hours"]["records"][1]["on"] == "2012-01-13"


def test_the_page_shows_problems_by_row_and_keeps_what_was_chosen(
    send: Send, client: FlaskClient
) -> None:
    page = send(path="/records").text
    said = _hidden(page) | _selected(page) | {"dates": "dmy", "overnight": "true"}
    again = client.post("/records/read", data=said)
    assert again.status_code == 422
    assert "row 3, column Date" in again.text
    assert _selected(again.text)["dates"] == "dmy"
    assert re.search(r'id="overnight"[^>]* checked', again.text)


def test_the_page_refuses_what_it_cannot_read(send: Send, client: FlaskClient) -> None:
    refused = send(b"\x89PNG\x00", path="/records")
    assert refused.status_code == 422
    assert "control characters" in refused.text
    assert "choose a file first" in client.post("/records", data={}).text
    page = _hidden(send(path="/records").text)
    for said in ({**page, "table": "!"}, {**page, "kind": "diary"}):
        assert client.post("/records/read", data=said).status_code == 400
    none = client.post("/records/read", data=page)
    assert none.status_code == 422
    assert "say which column is on" in none.text


def test_a_text_of_a_table_is_shown_as_text(send: Send) -> None:
    content = csv("Date,<script>alert(1)</script>,Hours", "2012-01-02,<b>x</b>,8")
    page = send(content, path="/records").text
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page


def test_the_largest_table_can_be_carried_by_the_page(send: Send, client: FlaskClient) -> None:
    lines = [f"2012-01-02,8,{'x' * 1_900}" for _ in range(2_500)]
    content = csv("Date,Hours,Remarks", *lines)
    assert len(content) > MAX_BYTES * 9 // 10
    page: Any = send(content, path="/records")
    assert page.status_code == 200
    again = client.post("/records/read", data=_hidden(page.text) | _selected(page.text))
    assert "this day too" in again.text


@pytest.mark.parametrize("accept", ["image/png", "application/pdf", "text/csv"])
def test_a_form_that_records_cannot_take_is_not_acceptable(send: Send, accept: str) -> None:
    assert send(accept=accept).status_code == 406


@pytest.mark.parametrize("accept", ["application/json", "*/*", "image/png, application/*;q=0.1"])
def test_a_form_that_records_can_take_is_acceptable(send: Send, accept: str) -> None:
    assert send(accept=accept).status_code == 200
