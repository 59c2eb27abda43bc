import base64
import datetime as dt
import json
import logging
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from api.openapi_sharing import whole
from api.v1.cases.nouns import NOUNS
from remedies.casework.callers import RIGHTS, Role
from tests.api.offices import (
    CASE,
    LONG_AGO,
    ORDER,
    PAYMENT,
    VICTIMS,
    Json,
    Office,
    Someone,
    opened,
    ordered,
    paid,
)

IDENTITY: Json = {"name": "Marigold Quill", "phone": "555-0100", "address": ["1 Elm Street"]}
ENTRIES: dict[str, Json] = {
    "defendants": {"reference": "D-2"},
    "victims": {"reference": "V-3"},
    "evidence": {"reference": "Ex-1", "basis": "record", "victims": ["V-1"]},
    "court-deadlines": {"due_on": "2019-09-01", "what": "a hearing"},
    "orders": ORDER,
    "judgments": {
        "obligor": "D-1",
        "obligee": "V-1",
        "amount": "10.00",
        "entered_on": "2019-08-01",
    },
    "relief": {"obligor": "D-1", "relief": "attorney_general_waives_penalties"},
    "notices": {"obligor": "D-1", "tells": "lien"},
    "payments": PAYMENT,
    "disbursements": {},
    "returned": {"disbursement": "DIS-1", "obligee": "V-1", "amount": "1.00", "why": "returned"},
    "holds": {"why": "appeal"},
    "releases": {"hold": "H-1"},
    "refunds": {"payment": "PAY-1", "amount": "1.00"},
    "reversals": {"payment": "PAY-1"},
    "recoveries": {"victim": "V-1", "same_loss": "1.00"},
    "compensation": {"payer": "insurer", "victim": "V-1", "amount": "1.00"},
    "assets": {"reference": "AS-1", "what": "vehicle", "statute": "18 USC 1594"},
    "asset-steps": {"asset": "AS-1", "stage": "seized", "actor": "agency"},
    "transfers": {"asset": "AS-1", "path": "mandatory", "shares": {"V-1": "1.00"}},
    "delays": {
        "asset": "AS-1",
        "why": "appeal_pending",
        "responsible": "the office",
        "review_on": "2020-01-01",
    },
    "assertions": {"account": "held", "expected": "0.00"},
    "voids": {"why": "a test"},
    "purges": {"of": "V-1", "authority": "an order of the court"},
    "seals": {"sealed": True},
}
"""A form for every noun that is entered; what the book makes of it is not looked at here."""


def test_without_a_token_nothing_is_told(client: FlaskClient) -> None:
    for path in ("/v1/cases", f"/v1/cases/{'0' * 32}", "/v1/audit"):
        response = client.get(path)
        assert response.status_code == 401
        assert response.headers["WWW-Authenticate"] == 'Bearer realm="remedies"'
        assert json.loads(response.data)["type"] == "/problems/unauthorized"


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer ",
        "Bearer nobody",
        "Bearer \u00e9",
        "Bearer " + "x" * 5_000,
        "Basic " + base64.b64encode(b"user:secret").decode(),
        "Bearer a b",
    ],
)
def test_a_token_that_is_none_is_refused(client: FlaskClient, header: str) -> None:
    response = client.get("/v1/cases", headers={"Authorization": header})
    assert response.status_code == 401
    assert 'error="invalid_token"' in response.headers["WWW-Authenticate"]
    assert "nobody" not in response.text


def test_a_token_that_has_expired_is_as_unknown_as_any(office: Office) -> None:
    late = office.someone(expires_at=LONG_AGO + dt.timedelta(days=1))
    unknown = Someone(late.client, "remedies_unknown")
    assert late.get("").status_code == 401
    assert late.get("").data == unknown.get("").data


def test_a_write_without_a_token_is_refused_before_its_body_is_read(client: FlaskClient) -> None:
    response = client.post("/v1/cases", data=b"{" * 2_000_000, content_type="application/json")
    assert response.status_code == 401


def _grown(client: FlaskClient) -> Iterator[tuple[str, str, Json]]:
    """Yield every address and method of a case that the document knows, with what it says of it."""
    document = whole(client.get("/openapi.json").get_json())
    for path, methods in document["paths"].items():
        if path.startswith("/v1/cases/{case}"):
            yield from ((path, method, said) for method, said in methods.items())


def test_a_case_of_another_organization_is_as_if_it_were_not(app: Flask, office: Office) -> None:
    case = paid(office.someone())
    stranger = Office(app, "Another office").someone()
    tried = 0
    for path, method, said in _grown(stranger.client):
        address = path.replace("{case}", case).replace("{name}", "V-1")
        query = "?as_of=2019-12-31" if _needs_a_day(said) else ""
        noun = path.split("/")[4] if path.count("/") > 3 else ""
        body = {"on": "2019-12-01", **ENTRIES.get(noun, {})}
        if "reference" in VICTIMS[0] and method == "put":
            body = {"reference": "V-1", **body} if noun else CASE
        if method == "get":
            response = stranger.get(address + query)
        elif "multipart/form-data" in _takes(said):
            continue
        else:
            response = stranger.client.open(
                address + query, method=method.upper(), json=body, headers=_headers(stranger)
            )
        if response.status_code == 422:  # what was sent is read before the case is looked for
            continue
        assert response.status_code == 404, (method, path, response.text)
        tried += 1
    assert tried >= 80
    assert stranger.get("").get_json() == {"cases": [], "next": None}


def _needs_a_day(operation: Json) -> bool:
    return any(entry["name"] == "as_of" for entry in operation["parameters"])


def _takes(operation: Json) -> set[str]:
    return set(operation.get("requestBody", {}).get("content", {}))


def _headers(who: Someone) -> Json:
    return {"Authorization": f"Bearer {who.token}", "Idempotency-Key": "k", "If-Match": '"1"'}


@pytest.mark.parametrize("role", Role)
def test_a_role_enters_what_the_table_says_and_nothing_else(office: Office, role: Role) -> None:
    case = ordered(office.someone())
    who = office.someone(role, victims=[(case, "V-1")])
    own = 2
    for path, form in ENTRIES.items():
        corrects = {"corrects": own} if path == "voids" else {}
        response = who.post(f"{case}/{path}", {"on": "2019-08-01", **form, **corrects})
        told = (path, response.text)
        if response.status_code == 201:
            own = response.get_json()["seq"]
        if NOUNS[path].kind in RIGHTS[role].enters:
            assert response.status_code in {201, 404, 409}, told
        else:
            assert response.status_code == 403, told
            assert f"the role {role}" in response.get_json()["detail"]


READS = {
    "": {*Role},
    "/victims/V-1": {*Role},
    "/victims/V-2": {*Role} - {Role.ADVOCATE},
    "/victims": {*Role},
    "/assessments": {*Role},
    "/documents": {*Role},
    "/payments": {*Role} - {Role.ADVOCATE},
    "/orders/O-1": {*Role} - {Role.ADVOCATE},
    "/journal": {*Role} - {Role.ADVOCATE},
    "/journal/proof": {*Role} - {Role.ADVOCATE},
    "/archive": {*Role} - {Role.ADVOCATE},
    "/archive?identities=true": {Role.PROSECUTOR},
    "/audit": {*Role} - {Role.ADVOCATE},
    "/statement?as_of=2019-12-31": {*Role} - {Role.ADVOCATE},
    "/statement?as_of=2019-12-31&victim=V-1": {*Role},
    "/statement?as_of=2019-12-31&victim=V-2": {*Role} - {Role.ADVOCATE},
    "/deadlines?as_of=2019-12-31": {*Role} - {Role.ADVOCATE},
    "/deadlines?as_of=2019-12-31&victim=V-1": {*Role},
    "/victims/V-1/identity": {Role.PROSECUTOR, Role.FINANCIAL_UNIT, Role.ADVOCATE},
    "/victims/V-2/identity": {Role.PROSECUTOR, Role.FINANCIAL_UNIT},
}


@pytest.mark.parametrize("role", Role)
def test_a_role_reads_what_it_may_and_nothing_else(office: Office, role: Role) -> None:
    case = paid(office.someone())
    prosecutor = office.someone(Role.PROSECUTOR)
    for victim in ("V-1", "V-2"):
        put = prosecutor.put(f"{case}/victims/{victim}/identity", IDENTITY)
        assert put.status_code == 200, put.text
        assert "Marigold" not in put.text
    who = office.someone(role, victims=[(case, "V-1")])
    for path, roles in READS.items():
        response = who.get(f"{case}{path}")
        wanted = {200} if role in roles else {403, 404}
        assert response.status_code in wanted, (path, response.text)


def test_an_advocate_sees_no_other_victim(office: Office) -> None:
    who = office.someone()
    case, other = paid(who), opened(who, {**CASE, "reference": "C-2"})
    advocate = office.someone(Role.ADVOCATE, victims=[(case, "V-1")])
    assert [each["id"] for each in advocate.get("").get_json()["cases"]] == [case]
    assert advocate.get(other).status_code == 404
    assert [v["reference"] for v in advocate.get(f"{case}/victims").get_json()["victims"]] == [
        "V-1"
    ]
    told = advocate.get(f"{case}/statement?as_of=2019-12-31&victim=V-1").text
    assert "V-1" in told
    assert "V-2" not in told
    assert advocate.put(f"{case}/victims/V-1/identity", IDENTITY).status_code == 200
    assert advocate.put(f"{case}/victims/V-2/identity", IDENTITY).status_code == 404


def test_the_financial_unit_reads_who_is_paid_only_while_money_is_held(office: Office) -> None:
    case = ordered(office.someone())
    office.someone(Role.PROSECUTOR).put(f"{case}/victims/V-1/identity", IDENTITY)
    unit = office.someone(Role.FINANCIAL_UNIT)
    assert unit.get(f"{case}/victims/V-1/identity").status_code == 403
    unit.post(f"{case}/payments", PAYMENT)
    assert unit.get(f"{case}/victims/V-1/identity").get_json() == IDENTITY


def test_a_sealed_case_is_seen_by_those_only_who_work_on_it(office: Office) -> None:
    case = ordered(office.someone())
    everyone = {role: office.someone(role, victims=[(case, "V-1")]) for role in Role}
    sealed = everyone[Role.PROSECUTOR].post(f"{case}/seals", {"on": "2019-08-01", "sealed": True})
    assert sealed.status_code == 201
    see = {role for role, who in everyone.items() if who.get(case).status_code == 200}
    assert see == {Role.PROSECUTOR, Role.FINANCIAL_UNIT, Role.SYSTEM}
    for role, who in everyone.items():
        assert len(who.get("").get_json()["cases"]) == (1 if role in see else 0)


def test_everything_done_is_in_the_audit_trail_and_the_trail_is_proved(office: Office) -> None:
    who = office.someone(Role.PROSECUTOR)
    case = ordered(who)
    who.put(f"{case}/victims/V-1/identity", IDENTITY)
    who.get(f"{case}/victims/V-1/identity")
    auditor = office.someone(Role.AUDITOR)
    rows = auditor.get(f"{case}/audit").get_json()["rows"]
    done = [(row["action"], row["subject"]) for row in rows]
    assert ("put identity", "V-1") in done
    assert ("read identity", "V-1") in done
    assert ("enter order", "O-1") in done
    assert "Marigold" not in json.dumps(rows)
    assert auditor.get("/v1/audit/proof").get_json() == {"whole": True, "problems": []}
    assert auditor.get("/v1/audit/proof?head=9999:" + "0" * 64).get_json()["whole"] is False
    assert len(auditor.get("/v1/audit?limit=2").get_json()["rows"]) == 2


def test_what_a_role_may_not_do_is_in_the_audit_trail_too(office: Office) -> None:
    case = ordered(office.someone())
    advocate = office.someone(Role.ADVOCATE, victims=[(case, "V-1")])
    assert advocate.get(f"{case}/payments/PAY-1").status_code == 403
    assert advocate.get(f"{case}/payments/Marigold Quill").status_code == 403
    first, second = office.audited()[-2:]
    assert (first.action, first.outcome) == ("read payment", "forbidden")
    assert (first.case_id, first.subject, first.role) == (case, "PAY-1", "advocate")
    assert (second.case_id, second.subject) == (case, "")


def test_nothing_that_is_told_of_a_victim_is_logged(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    who = office.someone(Role.PROSECUTOR)
    case = ordered(who)
    caplog.clear()
    who.put(f"{case}/victims/V-1/identity", IDENTITY)
    who.put(f"{case}/victims/V-1/identity", {**IDENTITY, "secret": "Marigold"})
    who.get(f"{case}/victims/V-1/identity")
    who.post(f"{case}/victims", {"on": "2019-03-01", "reference": "Marigold Quill"})
    who.post(f"{case}/victims", {"Marigold": "Quill"})
    logged = caplog.text
    for words in ("Marigold", "Quill", "555-0100", "Elm", "V-1", who.token):
        assert words not in logged
