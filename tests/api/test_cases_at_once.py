"""Many entries in one request, and days across cases."""

from typing import Any

from tests.api.offices import CASE, PAYMENT, VICTIMS, Office, Someone, opened, ordered

FILE = "File the list"
MANY: list[dict[str, Any]] = [
    {"kind": "victim", "on": "2019-03-01", "reference": f"V-{n}"} for n in range(10, 70)
]


def test_many_entries_are_entered_with_one_key(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    body = {"entries": [*MANY, {"kind": "payment", **PAYMENT}]}

    first = who.post(f"{case}/entries", body, Idempotency_Key="k")
    again = who.post(f"{case}/entries", body, Idempotency_Key="k")

    assert first.status_code == 201, first.text
    assert (again.data, again.headers["Idempotency-Replayed"]) == (first.data, "true")
    assert len(first.json["entries"]) == 61
    assert first.json["entries"][-1]["applied"]["principal"] == {"V-1": "300.00", "V-2": "100.00"}
    assert len(who.get(f"{case}/victims?limit=200").json["victims"]) == 62


def test_all_of_many_entries_are_refused_with_one_by_its_place(office: Office) -> None:
    who = office.someone()
    case = ordered(who)

    for wrong, status, field in (
        ({"kind": "victim", **VICTIMS[0]}, 409, "entries[60].reference"),
        ({"kind": "victim", **VICTIMS[0], "amends": 1}, 412, "entries[60].expected"),
        ({"kind": "victim", "on": "2019-03-01"}, 422, "entries[60].reference"),
        ({"kind": "document", "on": "2019-03-01", "title": "x"}, 422, "entries[60].file"),
    ):
        refused = who.post(f"{case}/entries", {"entries": [*MANY, wrong]})
        assert refused.status_code == status, refused.text
        assert refused.json["errors"][0]["field"] == field
    assert len(who.get(f"{case}/victims").json["victims"]) == 2


def test_many_entries_need_the_right_to_enter_each(office: Office) -> None:
    case = ordered(office.someone())
    body = {"entries": [MANY[0], {"kind": "payment", **PAYMENT}]}

    assert office.someone("prosecutor").post(f"{case}/entries", body).status_code == 403
    assert office.someone("financial_unit").post(f"{case}/entries", body).status_code == 403
    assert office.someone("auditor").post(f"{case}/entries", body).status_code == 403
    advocate = office.someone("advocate", victims=[(case, "V-1")])
    assert advocate.post(f"{case}/entries", body).status_code == 403
    assert len(office.someone().get(f"{case}/victims").json["victims"]) == 2


def _with_days(who: Someone, reference: str, *due: str) -> str:
    case = opened(who, CASE | {"reference": reference})
    for place, day in enumerate(due, 1):
        listed = {"on": "2019-03-01", "reference": f"{reference}-{place}", "due_on": day}
        made = who.post(f"{case}/court-deadlines", listed | {"what": FILE})
        assert made.status_code == 201, made.text
    return case


def _keys(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["case"], each["due_on"]) for each in found["deadlines"] if each["what"] == FILE]


def test_days_that_come_are_listed_across_cases_the_earliest_first(office: Office) -> None:
    who = office.someone()
    one = _with_days(who, "C-1", "2019-05-20", "2019-04-20", "2019-03-20")
    _with_days(who, "C-2", "2019-04-10")

    found = who.get("/v1/deadlines?as_of=2019-04-01").json
    further = who.get("/v1/deadlines?as_of=2019-04-01&within=60").json
    early = who.get("/v1/deadlines?as_of=2019-02-01&within=3660").json

    assert _keys(found) == [("C-1", "2019-03-20"), ("C-2", "2019-04-10"), ("C-1", "2019-04-20")]
    assert _keys(further)[-1] == ("C-1", "2019-05-20")
    assert (found["as_of"], found["within"], found["next"]) == ("2019-04-01", 30, None)
    assert [e["status"] for e in found["deadlines"] if e["what"] == FILE] == [
        "passed",
        "soon",
        "soon",
    ]
    assert {each["case_id"] for each in found["deadlines"] if each["case"] == "C-1"} == {one}
    assert early["deadlines"] == []


def test_days_that_come_are_listed_in_pages(office: Office) -> None:
    who = office.someone()
    _with_days(who, "C-1", "2019-04-03", "2019-04-02", "2019-04-04")
    whole = who.get("/v1/deadlines?as_of=2019-04-01").json["deadlines"]
    read: list[Any] = []
    address: str | None = "/v1/deadlines?as_of=2019-04-01&limit=1"

    while address:
        response = who.get(address)
        read += response.json["deadlines"]
        link = response.headers.get("Link", "")
        address = link[1 : link.index(">")] if link else None

    assert read == whole
    assert len(read) >= 3


def test_days_that_come_are_told_to_who_may_read_the_case(office: Office) -> None:
    who = office.someone()
    case = _with_days(who, "C-1", "2019-04-03")
    advocate = office.someone("advocate", victims=[(case, "V-1")])
    address = "/v1/deadlines?as_of=2019-04-01"

    assert advocate.get(address).status_code == 403
    assert office.someone("auditor").get(address).json["deadlines"]
    assert who.post(f"{case}/seals", {"on": "2019-03-02", "sealed": True}).status_code == 201
    assert office.someone("auditor").get(address).json["deadlines"] == []
    assert office.someone("financial_unit").get(address).json["deadlines"]
    assert Office(office.app, "Another").someone().get(address).json["deadlines"] == []
    for wrong in ("", "?as_of=2019-04-01&within=-1", "?as_of=2019-04-01&within=3661"):
        assert who.get(f"/v1/deadlines{wrong}").status_code == 400
    assert office.audited()[-1].action == "list deadlines"


def test_a_body_that_cannot_be_read_tells_a_stranger_of_no_case(office: Office) -> None:
    case = ordered(office.someone())
    stranger = Office(office.app, "Another").someone()

    there, nowhere = (stranger.post(f"{each}/entries", {"x": 1}) for each in (case, "0" * 32))

    assert (there.status_code, there.data) == (404, nowhere.data)
