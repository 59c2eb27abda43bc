"""Many requests at once over a real server, on SQLite and on PostgreSQL."""

import json
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from werkzeug.serving import BaseWSGIServer, make_server
from werkzeug.test import TestResponse

from api import create_app
from api.settings import Settings
from tests.api.offices import PAYMENT, Office, ordered, paid

Told = tuple[int, dict[str, str], dict[str, Any]]


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application on both databases."""
    made = create_app(Settings(database_url=database_url, key_file=tmp_path / "remedies.key"))
    yield made
    made.extensions["database"].dispose()


@pytest.fixture
def server(app: Flask) -> Iterator[BaseWSGIServer]:
    """A server with a thread for each request."""
    made = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def _post(server: BaseWSGIServer, path: str, body: object, token: str, key: str) -> Told:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=120)
    headers = {
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "Idempotency-Key": key,
    }
    connection.request("POST", f"/v1/cases/{path}", json.dumps(body), headers)
    response = connection.getresponse()
    found = json.loads(response.read())
    connection.close()
    return response.status, dict(response.headers), found


def test_one_payment_posted_two_hundred_times_at_once_is_entered_once(
    server: BaseWSGIServer, office: Office
) -> None:
    who = office.someone()
    case = ordered(who)

    def post(_: int) -> Told:
        return _post(server, f"{case}/payments", PAYMENT, who.token, "the-same-key")

    with ThreadPoolExecutor(200) as threads:
        told = list(threads.map(post, range(200)))
    assert Counter(status for status, _, _ in told) == {201: 200}
    assert len({json.dumps(found) for _, _, found in told}) == 1
    assert Counter(headers.get("Idempotency-Replayed") for _, headers, _ in told) == {
        "true": 199,
        None: 1,
    }
    assert len({headers["Location"] for _, headers, _ in told}) == 1
    assert len(who.get(f"{case}/payments").json["payments"]) == 1


def test_of_two_clerks_who_disburse_at_once_one_succeeds(
    server: BaseWSGIServer, office: Office
) -> None:
    case = paid(office.someone())
    clerks = [office.someone("financial_unit") for _ in range(2)]

    def disburse(clerk: int) -> Told:
        body = {"on": "2019-07-02", "shares": {"V-1": "300.00", "V-2": "100.00"}}
        return _post(server, f"{case}/disbursements", body, clerks[clerk].token, str(clerk))

    with ThreadPoolExecutor(2) as threads:
        told = list(threads.map(disburse, range(2)))
    assert sorted(status for status, _, _ in told) == [201, 409]
    late = next(found for status, _, found in told if status == 409)
    assert late["type"] == "/problems/conflict"


def test_different_payments_at_once_are_all_entered_and_none_is_lost(
    server: BaseWSGIServer, office: Office
) -> None:
    who = office.someone()
    case = ordered(who)

    def post(number: int) -> int:
        body = {**PAYMENT, "amount": "1.00", "receipt": f"R-{number}"}
        return _post(server, f"{case}/payments", body, who.token, f"key-{number}")[0]

    with ThreadPoolExecutor(40) as threads:
        statuses = Counter(threads.map(post, range(40)))
    assert statuses == {201: 40}
    listed = who.get(f"{case}/payments?limit=200").json["payments"]
    assert {payment["receipt"] for payment in listed} == {f"R-{n}" for n in range(40)}
    assert who.get(f"{case}/journal/proof").json["whole"] is True
    statement = who.get(f"{case}/statement?as_of=2019-12-31")
    assert statement.status_code == 200


def test_a_case_exported_from_one_office_is_the_same_in_another(
    app: Flask, office: Office
) -> None:
    who = office.someone()
    case = paid(who)
    archive = who.get(f"{case}/archive")
    assert (archive.status_code, archive.mimetype) == (200, "application/zip")
    assert who.get(f"{case}/archive").data == archive.data
    other = Office(app, "Another office").someone("prosecutor")
    headers = {"Authorization": f"Bearer {other.token}", "Idempotency-Key": "k"}

    def hand_in(content: bytes, key: str) -> TestResponse:
        return other.client.post(
            "/v1/archives",
            data=content,
            headers=headers | {"Idempotency-Key": key},
            content_type="application/zip",
        )

    changed = hand_in(archive.data[:-40] + b"\0" * 40, "1")
    assert changed.status_code in {400, 409}
    made = hand_in(archive.data, "2")
    assert made.status_code == 201, made.text
    assert other.get(f"{made.json['id']}/archive").data == archive.data
    again = hand_in(archive.data, "3")
    assert (again.status_code, again.json["type"]) == (409, "/problems/conflict")
