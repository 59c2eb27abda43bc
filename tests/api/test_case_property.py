"""Forfeited property over HTTP: the papers that ask for it, the trace of its money, who acts next."""

from typing import Any

import pytest
from werkzeug.test import TestResponse

from api.v1.cases.property import MOST_PRINTED
from tests.api.offices import Json, Office, Someone, ordered

AS_OF = "as_of=2020-12-31"
FACTS: Json = {
    "petitioners": [
        {
            "victim": "V-1",
            "contributed": False,
            "losses": [
                {
                    "what": "wages",
                    "kind": "lost_income",
                    "amount": "600.00",
                    "documents": ["EX-1"],
                    "directly_caused": True,
                    "by_illegal_act": True,
                }
            ],
        },
        {"victim": "V-2", "losses": [{"what": "bicycle", "kind": "property", "amount": "80.00"}]},
    ]
}
ADDRESSES = ("assets/AS-1/restoration", "trace", "next-steps")


def _forfeited(who: Someone) -> str:
    """A case with a house sold under § 1594 and sent in part, and cash under § 981."""
    case = ordered(who)
    step = {"actor": "office"}
    for path, body in (
        ("assets", {"reference": "AS-1", "what": "house", "statute": "18 USC 1594"}),
        ("assets", {"reference": "AS-2", "what": "cash", "statute": "18 USC 981"}),
        ("asset-steps", {**step, "asset": "AS-1", "stage": "noticed"}),
        ("asset-steps", {**step, "asset": "AS-2", "stage": "noticed"}),
        ("asset-steps", {**step, "asset": "AS-1", "stage": "forfeited", "how": "criminal"}),
        (
            "asset-steps",
            {**step, "asset": "AS-2", "stage": "forfeited", "how": "civil", "amount": "500.00"},
        ),
        (
            "asset-steps",
            {**step, "asset": "AS-1", "stage": "liquidated", "amount": "350.00", "costs": "50.00"},
        ),
        (
            "transfers",
            {"asset": "AS-1", "path": "mandatory", "shares": {"V-1": "75.00", "V-2": "25.00"}},
        ),
    ):
        on = f"2020-0{1 + ('steps' in path) * 3 + ('transfers' in path) * 5}-05"
        if body.get("stage") == "noticed":
            on = "2020-02-05"
        response = who.post(f"{case}/{path}", {"on": on, **body})
        assert response.status_code == 201, response.text
    return case


def _worksheet(who: Someone, path: str, body: Any = FACTS, **headers: str) -> TestResponse:  # noqa: ANN401
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return who.client.post(
        f"/v1/cases/{path}", json=body, headers={"Authorization": f"Bearer {who.token}"} | named
    )


def test_the_request_is_given_as_json_pdf_and_page(office: Office) -> None:
    who = office.someone()
    case = _forfeited(who)
    path = f"{case}/assets/AS-1/restoration?{AS_OF}"
    found = who.get(path)
    assert found.status_code == 200, found.text
    assert (found.json["path"], found.json["ready"]) == ("mandatory", True)
    # 350.00 - 50.00 - 100.00 = 200.00, 3 to 1.
    assert [line["share"] for line in found.json["schedule"]] == ["150.00", "50.00"]
    again = who.get(path, If_None_Match=found.headers["ETag"])
    assert again.status_code == 304
    printed = who.get(path, Accept="application/pdf")
    assert (printed.mimetype, printed.data[:5]) == ("application/pdf", b"%PDF-")
    assert "restoration.pdf" in printed.headers["Content-Disposition"]
    page = who.get(path, Accept="text/html")
    assert page.mimetype == "text/html"
    assert "attachment" in page.headers["Content-Disposition"]
    assert "<link" not in page.text
    assert who.get(path, Accept="text/csv").status_code == 406


def test_what_the_office_states_comes_in_the_query(office: Office) -> None:
    who = office.someone()
    path = f"{_forfeited(who)}/assets/AS-2/restoration?{AS_OF}"
    found = who.get(f"{path}&states=losses_verified,victims_notified&denies=losses_direct").json
    shown = {each["key"]: each["shown"] for each in found["statements"]}
    assert (shown["losses_verified"], shown["losses_direct"]) == ("yes", "no")
    assert shown["statute_allows"] == "not said"
    unknown = who.get(f"{path}&states=secret")
    assert (unknown.status_code, unknown.json["errors"][0]["field"]) == (422, "states")
    assert "secret" not in unknown.text
    twice = who.get(f"{path}&states=losses_direct&denies=losses_direct")
    assert (twice.status_code, twice.json["errors"][0]["code"]) == (400, "duplicate_key")


def test_petitions_are_weighed_and_nothing_of_them_is_stored(office: Office) -> None:
    who = office.someone()
    case = _forfeited(who)
    path = f"{case}/assets/AS-2/remission?{AS_OF}"
    before = len(who.get(f"{case}/journal?limit=200").json["entries"])
    found, again = _worksheet(who, path), _worksheet(who, path)
    assert found.status_code == 200, found.text
    assert found.data == again.data
    assert "Idempotency-Replayed" not in again.headers
    assert [each["share"] for each in found.json["petitioners"]] == ["500.00", "0.00"]
    assert [line["to_show"] for line in found.json["lines"]] == ["0.00", "80.00"]
    assert len(who.get(f"{case}/journal?limit=200").json["entries"]) == before
    printed = _worksheet(who, path, Accept="application/pdf")
    assert (printed.mimetype, printed.data[:5]) == ("application/pdf", b"%PDF-")
    page = _worksheet(who, path, Accept="text/html")
    assert (page.status_code, "bicycle" in page.text) == (200, True)
    row = office.audited()[-1]
    assert (row.action, row.subject) == ("read remission", "AS-2")


def test_a_worksheet_too_long_to_wait_for_is_given_in_other_forms_than_pdf(office: Office) -> None:
    who = office.someone()
    path = f"{_forfeited(who)}/assets/AS-2/remission?{AS_OF}"
    loss = {"what": "wages", "kind": "lost_income", "amount": "1.00"}
    half = [loss] * (MOST_PRINTED // 2 + 1)
    facts = {"petitioners": [{"victim": f"V-{n}", "losses": half} for n in (1, 2)]}
    refused = _worksheet(who, path, facts, Accept="application/pdf")
    assert (refused.status_code, refused.json["errors"][0]["code"]) == (422, "too_many")
    for form in ("application/json", "text/html"):
        assert _worksheet(who, path, facts, Accept=form).status_code == 200


def test_wrong_petitions_are_refused_by_field(office: Office) -> None:
    who = office.someone()
    path = f"{_forfeited(who)}/assets/AS-2/remission?{AS_OF}"
    wrong = {"petitioners": [{"victim": "Mary Smith"}, {"victim": "V-1", "losses": [{}]}]}
    found = _worksheet(who, path, wrong)
    assert (found.status_code, found.json["type"]) == (422, "/problems/invalid-entry")
    assert [each["field"] for each in found.json["errors"]] == [
        "petitioners[0].victim",
        "petitioners[1].losses[0].amount",
        "petitioners[1].losses[0].kind",
        "petitioners[1].losses[0].what",
    ]
    assert "Smith" not in found.text
    stranger = _worksheet(who, path, {"petitioners": [{"victim": "V-9"}]})
    assert (stranger.status_code, stranger.json["errors"][0]["code"]) == (422, "unknown_victim")
    assert _worksheet(who, path, Content_Type="text/plain").status_code == 415
    assert who.client.post(f"/v1/cases/{path}", json=FACTS).status_code == 401
    assert _worksheet(who, path.replace("AS-2", "AS-9")).status_code == 404
    assert _worksheet(who, path.partition("?")[0]).status_code == 400


def test_every_dollar_is_followed_forward_and_back(office: Office) -> None:
    who = office.someone()
    case = _forfeited(who)
    paid = who.post(f"{case}/disbursements", {"on": "2020-07-01", "shares": {"V-1": "70.00"}})
    assert paid.status_code == 201, paid.text
    found = who.get(f"{case}/trace?{AS_OF}").json
    assert [(each["obligee"], each["held"]) for each in found["sources"][0]["to"]] == [
        ("V-1", "5.00"),
        ("V-2", "25.00"),
    ]
    mine = who.get(f"{case}/trace?{AS_OF}&obligee=V-1&disbursement=DIS-1").json
    assert [each["amount"] for each in mine["obligees"]] == ["70.00"]
    earlier = who.get(f"{case}/trace?as_of=2020-06-30").json
    assert earlier["sources"][0]["disbursed"] == "0.00"
    assert who.get(f"{case}/trace?{AS_OF}&asset=AS-9").status_code == 404


def test_the_next_steps_are_listed_by_asset(office: Office) -> None:
    who = office.someone()
    found = who.get(f"{_forfeited(who)}/next-steps?{AS_OF}").json
    assert [
        (each["asset"], each["left"], [step["office"] for step in each["next"]])
        for each in found["assets"]
    ] == [
        ("AS-1", "200.00", ["Attorney General"]),
        ("AS-2", "500.00", ["United States Attorney", "victims"]),
    ]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_day_is_needed_and_an_advocate_reads_none_of_it(office: Office, address: str) -> None:
    who = office.someone()
    case = _forfeited(who)
    missing = who.get(f"{case}/{address}")
    assert (missing.status_code, missing.json["errors"][0]["field"]) == (400, "as_of")
    for role, status in (("prosecutor", 200), ("financial_unit", 200), ("auditor", 200)):
        assert office.someone(role).get(f"{case}/{address}?{AS_OF}").status_code == status
    advocate = office.someone("advocate", victims=[(case, "V-1")])
    assert advocate.get(f"{case}/{address}?{AS_OF}").status_code == 403
    assert _worksheet(advocate, f"{case}/assets/AS-2/remission?{AS_OF}").status_code == 403
    other = Office(office.app, "Other office").someone()
    assert other.get(f"{case}/{address}?{AS_OF}").status_code == 404
