"""Each write once for its key; and what is said when the database is away."""

import json
from pathlib import Path

import pytest
from flask import Flask

from api import create_app
from api.settings import Settings
from tests.api.offices import DEFENDANT, PAYMENT, Office, ordered


def test_a_key_is_for_one_write_by_one_caller(app: Flask, office: Office) -> None:
    who, other = office.someone(), office.someone()
    case = ordered(who)
    first = who.post(f"{case}/payments", PAYMENT, Idempotency_Key="k")
    again = who.post(f"{case}/payments", PAYMENT, Idempotency_Key="k")
    assert (again.status_code, again.data) == (201, first.data)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.headers["Location"] == first.headers["Location"]
    assert again.headers["ETag"] == first.headers["ETag"]
    changed = who.post(f"{case}/payments", {**PAYMENT, "amount": "1.00"}, Idempotency_Key="k")
    elsewhere = who.post(f"{case}/defendants", DEFENDANT, Idempotency_Key="k")
    stranger = other.post(f"{case}/payments", PAYMENT, Idempotency_Key="k")
    for response in (changed, elsewhere, stranger):
        assert (response.status_code, response.json["type"]) == (
            422,
            "/problems/idempotency-key-reused",
        )
    free = Office(app, "Another office").someone().post("", {}, Idempotency_Key="k")
    assert free.json["type"] == "/problems/invalid-entry"


def test_a_write_that_was_refused_may_be_sent_again_with_its_key(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    body = {"on": "2019-07-02"}
    early = who.post(f"{case}/disbursements", body, Idempotency_Key="k")
    assert early.status_code == 409
    who.post(f"{case}/payments", PAYMENT)
    assert who.post(f"{case}/disbursements", body, Idempotency_Key="k").status_code == 201


@pytest.mark.parametrize("key", ["", " ", "x" * 201, "tab\there"])
def test_a_write_without_a_key_is_refused(office: Office, key: str) -> None:
    who = office.someone()
    response = who.post("", {}, Idempotency_Key=key)
    assert response.status_code == 400
    assert response.json["type"] == "/problems/idempotency-key-required"
    assert "Idempotency-Key" in response.json["detail"]


def test_when_the_database_is_away_it_is_said_with_when_to_try_again(tmp_path: Path) -> None:
    nowhere = "postgresql+psycopg://nobody@127.0.0.1:1/none"
    app = create_app(Settings(database_url=nowhere, key_file=tmp_path / "remedies.key"))
    response = app.test_client().get("/v1/cases", headers={"Authorization": "Bearer x"})
    assert (response.status_code, response.headers["Retry-After"]) == (503, "2")
    assert json.loads(response.data)["type"] == "/problems/unavailable"
    assert "127.0.0.1" not in response.text
