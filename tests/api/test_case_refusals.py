"""Writes that are refused: said by their field, noted in the audit trail, and nothing of them kept."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from api.session import kept
from tests.api.offices import CASE, PAYMENT, Office, opened, ordered, paid

IDENTITY: dict[str, Any] = {
    "name": "Wanda Marigold",
    "address": ["Example Street 9", "Springfield"],
    "phone": "5550001",
}
HIDDEN = ("Marigold", "Example Street", "5550001")


def _last(office: Office) -> tuple[str, str, str]:
    row = office.audited()[-1]
    return row.action, row.case_id, row.outcome


def test_what_the_book_refuses_is_noted_in_the_audit_trail(office: Office) -> None:
    who = office.someone()
    case = ordered(who)

    response = who.post(f"{case}/payments", {**PAYMENT, "obligor": "D-9"})

    assert response.status_code == 409
    assert _last(office) == ("enter payment", case, "refused")


def test_what_somebody_else_came_first_with_is_noted(office: Office) -> None:
    who = office.someone()
    case = paid(who)
    assert who.post(f"{case}/disbursements", {"on": "2019-07-02"}).status_code == 201

    assert who.post(f"{case}/disbursements", {"on": "2019-07-02"}).status_code == 409

    assert _last(office) == ("enter disbursement", case, "conflict")


def test_what_the_role_may_not_write_is_noted(office: Office) -> None:
    case = ordered(office.someone())

    assert office.someone("auditor").post(f"{case}/payments", PAYMENT).status_code == 403

    assert _last(office) == ("enter payment", case, "forbidden")


def test_no_answer_that_is_kept_for_a_repeated_request_holds_an_identity(
    app: Flask, office: Office
) -> None:
    who = office.someone("prosecutor")
    case = ordered(who)
    address = f"{case}/victims/V-1/identity"

    assert who.put(address, IDENTITY).status_code in {200, 201}
    read = who.get(address)
    assert HIDDEN[0] in read.text
    who.post(address, IDENTITY)
    who.put(address, IDENTITY | {"unknown": HIDDEN[0]})

    with app.app_context(), kept().session() as session:
        rows = session.execute(text("SELECT * FROM requests")).all()
        trail = session.execute(text("SELECT * FROM audit")).all()
    assert len(rows) >= 6
    for hidden in HIDDEN:
        assert hidden not in repr(rows) + repr(trail)


def test_a_record_that_is_not_there_cannot_be_amended(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    victim = {"on": "2019-03-01", "reference": "V-77"}

    assert who.put(f"{case}/victims/V-77", victim, If_Match='"2"').status_code == 404


def test_a_void_says_which_entry_it_takes_back(office: Office) -> None:
    who = office.someone()
    case = ordered(who)

    response = who.post(f"{case}/voids", {"on": "2019-07-01", "why": "entered twice"})

    assert (response.status_code, response.json["errors"][0]["field"]) == (422, "corrects")


@pytest.mark.parametrize("query", ["after=forged", f"after={'0' * 32}", "has=nonsense"])
def test_a_list_of_cases_is_asked_for_by_what_there_is(office: Office, query: str) -> None:
    assert office.someone().get(f"?{query}").status_code == 400


@pytest.mark.parametrize("query", ["known=0", "known=00", "as_of=1700-01-01", "as_of=9999-12-31"])
def test_what_no_journal_and_no_calendar_has_is_refused(office: Office, query: str) -> None:
    who = office.someone()
    case = opened(who)

    response = who.get(f"{case}?{query}")

    assert response.status_code == 400
    if "as_of" in query:
        assert "1900 to 2199" in response.json["detail"]


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"district": "d" * 61}, "district", "too_long"),
        ({"positions": {"joint_interest": "twice"}}, "positions.joint_interest", "unknown_option"),
        ({"positions": {"tip_credit": "none"}}, "positions.tip_credit", "unknown_position"),
    ],
)
def test_a_case_is_opened_with_what_can_be_kept_and_computed(
    office: Office, fields: dict[str, Any], field: str, code: str
) -> None:
    response = office.someone().post("", CASE | fields)

    assert (response.status_code, response.json["type"]) == (422, "/problems/invalid-entry")
    assert [(e["field"], e["code"]) for e in response.json["errors"]] == [(field, code)]


def test_the_positions_of_a_case_are_read_and_amended(office: Office) -> None:
    who = office.someone()
    case = opened(who, CASE | {"positions": {"joint_interest": "each"}})
    first = who.get(case)

    other = {"restitution_interest_day_count": "actual_year"}
    amended = who.put(case, CASE | {"positions": other}, If_Match=first.headers["ETag"])

    assert first.json["positions"] == {"joint_interest": "each"}
    assert (amended.status_code, amended.json["positions"]) == (200, other)
    assert who.get(f"{case}?known=1").json["positions"] == {"joint_interest": "each"}
