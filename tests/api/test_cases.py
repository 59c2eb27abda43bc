import json
import sqlite3

import pytest

from api.settings import Settings
from remedies.casework import books
from tests.api.offices import (
    CASE,
    DEFENDANT,
    ORDER,
    PAYMENT,
    VICTIMS,
    Office,
    opened,
    ordered,
    paid,
)


def test_a_case_is_opened_read_amended_and_listed(office: Office) -> None:
    who = office.someone()
    case = opened(who)
    read = who.get(case)
    found = read.json
    assert (found["reference"], found["district"], found["sealed"]) == ("C-1", "md", False)
    amended = who.put(case, {**CASE, "sentenced_on": "2019-06-03"}, If_Match=read.headers["ETag"])
    assert (amended.status_code, amended.json["sentenced_on"]) == (200, "2019-06-03")
    assert amended.headers["ETag"] == '"2"'
    assert who.get(case).json == amended.json
    assert [each["id"] for each in who.get("").json["cases"]] == [case]


def test_a_case_is_read_as_it_was(office: Office) -> None:
    who = office.someone()
    case = opened(who)
    who.put(case, {**CASE, "on": "2019-06-03", "court_number": "2"}, If_Match='"1"')
    assert who.get(case).json["court_number"] == "2"
    assert "court_number" not in who.get(f"{case}?known=1").json
    assert "court_number" not in who.get(f"{case}?as_of=2019-06-02").json
    assert who.get(f"{case}?as_of=2019-02-28").status_code == 404


def test_a_payment_is_applied_and_disbursed(office: Office) -> None:
    who = office.someone()
    case = paid(who)
    payment = who.get(f"{case}/payments/PAY-1")
    assert payment.json["applied"]["principal"] == {"V-1": "300.00", "V-2": "100.00"}
    out = who.post(f"{case}/disbursements", {"on": "2019-07-02"})
    assert out.status_code == 201, out.text
    assert out.json["shares"] == {"V-1": "300.00", "V-2": "100.00"}
    assert out.headers["Location"] == f"/v1/cases/{case}/disbursements/DIS-1"
    assert who.get(out.headers["Location"]).json == out.json


def test_the_second_of_two_clerks_who_disburse_the_same_gets_a_conflict(office: Office) -> None:
    first, second = office.someone("financial_unit"), office.someone("financial_unit")
    case = paid(office.someone())
    body = {"on": "2019-07-02", "shares": {"V-1": "300.00", "V-2": "100.00"}}
    assert first.post(f"{case}/disbursements", body).status_code == 201
    late = second.post(f"{case}/disbursements", body)
    assert (late.status_code, late.json["type"]) == (409, "/problems/conflict")
    assert second.post(f"{case}/disbursements", {"on": "2019-07-02"}).status_code == 409
    assert len(first.get(f"{case}/disbursements").json["disbursements"]) == 1


def test_what_the_book_forbids_is_refused_with_every_reason(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    response = who.post(f"{case}/payments", {**PAYMENT, "obligor": "D-9"})
    assert (response.status_code, response.json["type"]) == (409, "/problems/refused")
    assert response.json["errors"][0]["field"]
    assert who.get(f"{case}/payments").json == {"payments": [], "next": None}


def test_a_reference_is_entered_once_and_then_amended(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    again = who.post(f"{case}/victims", VICTIMS[0])
    assert (again.status_code, again.json["type"]) == (409, "/problems/conflict")
    read = who.get(f"{case}/victims/V-1")
    changed = {**VICTIMS[0], "losses": "not_yet_known"}
    amended = who.put(f"{case}/victims/V-1", changed, If_Match=read.headers["ETag"])
    assert (amended.status_code, amended.json["losses"]) == (200, "not_yet_known")
    assert who.get(f"{case}/victims/V-1").headers["ETag"] == amended.headers["ETag"]
    assert who.get(f"{case}/victims/V-1?known=5").json["losses"] == "known"
    other = who.put(f"{case}/victims/V-1", VICTIMS[1], If_Match=amended.headers["ETag"])
    assert (other.status_code, other.json["errors"][0]["field"]) == (422, "reference")


def test_an_amendment_says_which_version_it_was_made_from(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    address = f"{case}/orders/O-1"
    assert who.put(address, ORDER).status_code == 428
    assert who.put(address, ORDER, If_Match="*").status_code == 428
    assert who.put(address, ORDER, If_Match='W/"5"').status_code == 412
    stale = who.put(address, ORDER, If_Match='"1"')
    assert (stale.status_code, stale.json["type"]) == (412, "/problems/changed")
    tag = who.get(address).headers["ETag"]
    assert who.put(address, ORDER, If_Match=tag).status_code == 200
    assert who.put(address, ORDER, If_Match=tag).status_code == 412


def test_what_has_not_changed_is_not_sent_again(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    for address in (case, f"{case}/victims/V-1", f"{case}/victims", f"{case}/journal"):
        read = who.get(address)
        same = who.get(address, If_None_Match=read.headers["ETag"])
        assert (same.status_code, same.data) == (304, b"")
        assert same.headers["ETag"] == read.headers["ETag"]
    read = who.get(f"{case}/statement?as_of=2019-07-01")
    who.post(f"{case}/payments", PAYMENT)
    later = who.get(f"{case}/statement?as_of=2019-07-01", If_None_Match=read.headers["ETag"])
    assert later.status_code == 200


def test_an_entry_is_corrected_and_taken_back_by_others(office: Office) -> None:
    who = office.someone()
    case = paid(who)
    payment = who.get(f"{case}/payments/PAY-1").json
    right = {**PAYMENT, "reference": "PAY-1", "amount": "40.00", "corrects": payment["seq"]}
    corrected = who.post(f"{case}/payments", right)
    assert corrected.status_code == 201, corrected.text
    assert who.get(f"{case}/payments/PAY-1").json["amount"] == "40.00"
    assert who.get(f"{case}/payments/PAY-1?known={payment['seq']}").json["amount"] == "400.00"
    void = {"on": "2019-07-01", "why": "entered in the wrong case"}
    taken = who.post(f"{case}/voids", {**void, "corrects": corrected.json["seq"]})
    assert taken.status_code == 201, taken.text
    assert who.get(f"{case}/payments/PAY-1").json["corrected_by"] == taken.json["seq"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["PAY-1", "PAY-2", "PAY-3"]),
        ("?about=PAY-2", ["PAY-2"]),
        ("?about=D-1&since=2019-08-01", ["PAY-2", "PAY-3"]),
        ("?until=2019-08-01", ["PAY-1", "PAY-2"]),
        ("?as_of=2019-08-01", ["PAY-1", "PAY-2"]),
        ("?about=D-2", []),
    ],
)
def test_a_list_has_what_its_filters_ask_for(office: Office, query: str, found: list[str]) -> None:
    who = office.someone()
    case = paid(who)
    for on in ("2019-08-01", "2019-09-01"):
        who.post(f"{case}/payments", {**PAYMENT, "on": on})
    listed = who.get(f"{case}/payments{query}").json["payments"]
    assert [payment["reference"] for payment in listed] == found


def test_five_hundred_cases_are_listed_a_page_at_a_time(office: Office) -> None:
    who = office.someone()
    made = office.opened(500)
    seen: list[str] = []
    address = "/v1/cases?limit=150&district=md"
    while True:
        page = who.get(address)
        seen += [case["id"] for case in page.json["cases"]]
        if page.json["next"] is None:
            assert "Link" not in page.headers
            break
        address = page.headers["Link"].removeprefix("<").partition(">")[0]
        assert f"after={page.json['next']}" in address
    assert seen == made
    assert len(who.get("?reference=C-49&limit=200").json["cases"]) == 11
    assert who.get("?opened_since=2199-01-01").json == {"cases": [], "next": None}
    assert who.get("?has=payment").json["cases"] == []


def test_a_journal_that_was_changed_outside_is_computed_with_no_more(
    office: Office, settings: Settings
) -> None:
    who = office.someone()
    case = ordered(who)
    database = sqlite3.connect(settings.database_url.removeprefix("sqlite:///"))
    for (name,) in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        database.execute(f"DROP TRIGGER {name}")
    database.execute("UPDATE entries SET body = replace(body, '300000', '900000') WHERE seq = 5")
    database.commit()
    database.close()
    books.forget_all()
    response = who.get(f"{case}/statement?as_of=2019-12-31")
    assert (response.status_code, response.json["type"]) == (409, "/problems/journal-broken")
    assert who.post(f"{case}/payments", PAYMENT).status_code == 409
    proof = who.get(f"{case}/journal/proof").json
    assert [problem["field"] for problem in proof["problems"]] == ["journal[5]"]


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=201",
        "limit=\u0661",
        "limit=1e2",
        "after=\u0000",
        "as_of=yesterday",
        "known=0x1",
        "since=2019-02-30",
        "about=%00",
        "about=" + "x" * 2_001,
        "colour=red",
        "limit=1&limit=2",
    ],
)
def test_a_query_that_makes_no_sense_is_refused(office: Office, query: str) -> None:
    who = office.someone()
    case = opened(who)
    response = who.get(f"{case}/payments?{query}")
    assert (response.status_code, response.json["type"]) == (400, "/problems/bad-request")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b'"x"',
        b'{"on":"2019-03-01","on":"2019-03-02"}',
        b"[" * 100_000,
        b'{"on":NaN}',
        b"\xff",
    ],
)
def test_a_body_that_is_no_entry_is_refused(office: Office, body: bytes) -> None:
    who = office.someone()
    case = opened(who)
    headers = {"Authorization": f"Bearer {who.token}", "Idempotency-Key": "1"}
    response = who.client.post(
        f"/v1/cases/{case}/victims", data=body, headers=headers, content_type="application/json"
    )
    assert response.status_code in {400, 422}
    assert json.loads(response.data)["errors"]


def test_every_field_that_is_wrong_is_named_at_once(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    wrong = {"on": "2019-02-30", "obligor": "Mary Smith", "amount": "1e9", "metal": "gold"}
    response = who.post(f"{case}/payments", wrong)
    assert (response.status_code, response.json["type"]) == (422, "/problems/invalid-entry")
    fields = [error["field"] for error in response.json["errors"]]
    assert fields == ["amount", "metal", "method", "obligor", "on"]
    assert "Smith" not in response.text


def test_a_body_of_another_type_or_beyond_the_limit_is_refused(office: Office) -> None:
    who = office.someone()
    headers = {"Authorization": f"Bearer {who.token}", "Idempotency-Key": "1"}
    text = who.client.post("/v1/cases", data=b"x", headers=headers, content_type="text/plain")
    assert text.status_code == 415
    large = b'{"x":"' + b"x" * 1_100_000 + b'"}'
    huge = who.client.post(
        "/v1/cases", data=large, headers=headers, content_type="application/json"
    )
    assert huge.status_code == 413
    assert who.get("", Accept="image/png").status_code == 406


def test_a_district_that_has_no_room_is_refused(office: Office) -> None:
    response = office.someone().post("", {**CASE, "district": "x" * 61})
    assert (response.status_code, response.json["errors"][0]["field"]) == (422, "district")


@pytest.mark.parametrize(
    "address",
    [
        "nothing",
        "%00",
        "0" * 32,
        "0" * 32 + "%00",
        "{case}/payments/%00",
        "{case}/victims/V-9",
        "{case}/payments/PAY-9",
        "{case}/weather",
    ],
)
def test_what_is_not_there_is_not_found(office: Office, address: str) -> None:
    who = office.someone()
    response = who.get(address.format(case=opened(who)))
    assert response.status_code == 404
    assert "V-9" not in response.text


def test_a_payment_after_the_liability_ended_is_answered_with_a_warning(office: Office) -> None:
    """Judged and released June 3, 1999: § 3613(b) ends the liability on June 3, 2019."""
    who = office.someone()
    case = opened(who)
    who.post(f"{case}/victims", VICTIMS[0])
    who.post(f"{case}/defendants", {**DEFENDANT, "released_on": "1999-06-03"})
    owed = {"obligor": "D-1", "judgment_on": "1999-06-03", "amounts": {"V-1": "3000.00"}}
    order = {**ORDER, "on": "2019-03-01", "awards": ORDER["awards"][:1], "liabilities": [owed]}
    assert who.post(f"{case}/orders", order).status_code == 201
    before = who.post(f"{case}/payments", {**PAYMENT, "on": "2019-06-03", "receipt": "R-1"})
    assert (before.status_code, "warning" in before.json) == (201, False)
    after = who.post(f"{case}/payments", {**PAYMENT, "on": "2019-06-04"}, Idempotency_Key="one")
    assert after.status_code == 201
    assert "ended on 2019-06-03 (18 U.S.C. § 3613(b))" in after.json["warning"]
    again = who.post(f"{case}/payments", {**PAYMENT, "on": "2019-06-04"}, Idempotency_Key="one")
    assert again.json == after.json
    listed = {"kind": "payment", **PAYMENT, "on": "2019-06-05", "receipt": "R-3"}
    many = who.post(f"{case}/entries", {"entries": [listed]})
    assert many.json["entries"][0]["warning"] == after.json["warning"]
    assert "warning" not in who.get(f"{case}/payments/PAY-2").json
