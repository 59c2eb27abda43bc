"""What an advocate gets tells nothing of others: not who they are, or when something befell them."""

import io
from typing import Any

import pytest

from tests.api.offices import CASE, PAYMENT, Office, Someone, ordered

OTHERS = {"on": "2019-06-03", "title": "Of both", "victims": "V-1,V-2"}
THEIRS = {"on": "2019-06-03", "title": "Of the other", "victims": "V-2"}


def _filed(who: Someone, case: str, fields: dict[str, str], words: bytes) -> None:
    file = (io.BytesIO(words), "paper.txt", "text/plain")
    made = who.form(f"{case}/documents", {"file": file, **fields})
    assert made.status_code == 201, made.text


def _advocate(office: Office, case: str) -> Someone:
    return office.someone("advocate", victims=[(case, "V-1")])


def test_nothing_that_an_advocate_polls_changes_when_something_befalls_another(
    office: Office,
) -> None:
    who = office.someone()
    case = ordered(who)
    _filed(who, case, OTHERS, b"both")
    advocate = _advocate(office, case)
    addresses = [
        "victims",
        "victims/V-1",
        "documents",
        "documents/DOC-1",
        "documents/DOC-1/content",
        "assessments",
        "statement?as_of=2026-01-01&victim=V-1",
        "deadlines?as_of=2026-01-01&victim=V-1",
        "",
    ]

    def polled() -> list[tuple[bytes, str | None]]:
        read = [advocate.get(f"{case}/{each}".rstrip("/")) for each in addresses]
        assert {each.status_code for each in read} == {200}
        return [(each.data, each.headers.get("ETag")) for each in read]

    before = polled()
    paid = {"on": "2019-07-01", "victim": "V-2", "same_loss": "100.00"}
    assert who.post(f"{case}/recoveries", paid).status_code == 201
    assert who.post(f"{case}/victims", {"on": "2019-07-01", "reference": "V-3"}).status_code == 201
    _filed(who, case, THEIRS, b"theirs")

    assert polled() == before
    assert who.post(f"{case}/payments", PAYMENT).status_code == 201
    after = polled()
    assert [place for place, each in enumerate(after) if each != before[place]] == [6]


def test_a_statement_for_an_advocate_is_as_known_at_the_last_entry_of_its_victim(
    office: Office,
) -> None:
    who = office.someone()
    case = ordered(who)
    recovery = {"on": "2019-07-01", "victim": "V-2", "same_loss": "100.00"}
    last = who.post(f"{case}/recoveries", recovery).json["seq"]
    address = f"{case}/statement?as_of=2026-01-01&victim=V-1"

    whole, own = who.get(address).json, _advocate(office, case).get(address).json

    assert (whole["known"], own["known"]) == (last, last - 1)
    again = _advocate(office, case).get(f"{address}&known={own['known']}")
    assert again.json == own
    order = who.get(f"{case}/orders/O-1").json
    assert own["recorded_at"][:26] == order["recorded_at"][:26]


def test_a_document_marked_for_several_names_an_advocate_its_own_victims_only(
    office: Office,
) -> None:
    who = office.someone()
    case = ordered(who)
    _filed(who, case, OTHERS, b"both")
    advocate = _advocate(office, case)

    listed = advocate.get(f"{case}/documents").json["documents"]

    assert [each["victims"] for each in listed] == [["V-1"]]
    assert advocate.get(f"{case}/documents/DOC-1").json["victims"] == ["V-1"]
    assert who.get(f"{case}/documents/DOC-1").json["victims"] == ["V-1", "V-2"]


@pytest.mark.parametrize("noun", ["victims", "documents", "assessments"])
def test_asking_an_advocate_s_lists_about_another_is_as_asking_about_nobody(
    office: Office, noun: str
) -> None:
    who = office.someone()
    case = ordered(who)
    _filed(who, case, OTHERS, b"both")
    advocate = _advocate(office, case)

    another, nobody = (advocate.get(f"{case}/{noun}?about={name}") for name in ("V-2", "V-99"))

    assert another.data == nobody.data
    assert another.json[noun] == []


def test_an_advocate_does_not_ask_which_cases_have_payments(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    advocate = _advocate(office, case)

    assert advocate.get("?has=payment").status_code == 403
    assert [each["id"] for each in advocate.get("").json["cases"]] == [case]


def test_an_advocate_reads_no_earlier_version_of_a_case(office: Office) -> None:
    case = ordered(office.someone())
    advocate = _advocate(office, case)

    assert advocate.get(case).json.keys() == {
        *("id", "reference", "district", "sealed", "opened_at")
    }
    assert advocate.get(f"{case}?as_of=2020-01-01").status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/victims",
        "/orders",
        "/victims/V-1",
        "/statement",
        "/deadlines",
        "/trace",
        "/next-steps",
    ],
)
def test_before_its_opening_nothing_is_said_of_a_case(office: Office, address: str) -> None:
    who = office.someone()
    case = ordered(who)

    refused = who.get(f"{case}{address}?as_of=2019-02-28")

    assert (refused.status_code, refused.json["detail"]) == (404, "the case was not open then")
    assert who.get(f"{case}{address}?as_of=2019-03-01").status_code == 200


def _refused(
    office: Office, content: bytes, kind: str, name: str = "paper", **fields: str
) -> list[tuple[str, str]]:
    who = office.someone()
    case = ordered(who)
    form: dict[str, Any] = {"on": "2019-06-03", "title": "A paper", **fields}
    form["file"] = (io.BytesIO(content), name, kind)
    response = who.form(f"{case}/documents", form)
    assert response.status_code == 422, response.text
    assert who.get(f"{case}/documents").json["documents"] == []
    return [(each["field"], each["code"]) for each in response.json["errors"]]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"only text", "application/pdf"),
        (b"%PDF-1.7", "image/png"),
        (b"%PDF-1.7", "image/jpeg"),
        (b"%PDF-1.7", "image/tiff"),
        (b"PK\x03\x04 word/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (b"line\x00", "text/plain"),
        (b"\xff\xfe", "text/csv"),
        (b"{\x1b}", "application/json"),
    ],
)
def test_a_document_whose_bytes_are_not_what_is_said_of_them_is_refused(
    office: Office, content: bytes, kind: str
) -> None:
    assert _refused(office, content, kind) == [("file", "not_its_type")]


def test_an_empty_document_and_a_victim_named_twice_are_refused(office: Office) -> None:
    assert _refused(office, b"", "text/plain") == [("file", "empty")]
    another = Office(office.app, "Another")
    assert _refused(another, b"x", "text/plain", victims="V-1,V-1") == [("victims[1]", "repeated")]


def test_what_is_wrong_with_a_form_is_not_said_of_a_query(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    for fields in ({}, {"color": "red"}, {"on": "2019-06-03", "title": "x", "corrects": "one"}):
        form: dict[str, Any] = dict(fields)
        if fields:
            form["file"] = (io.BytesIO(b"x"), "paper.txt", "text/plain")
        refused = who.form(f"{case}/documents", form)
        assert refused.status_code == 400
        assert refused.json["detail"].startswith("the form's ")


def test_what_the_case_stands_against_is_not_said_to_be_another_s_doing(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    known = {"on": CASE["on"], "reference": "V-1"}

    for refused in (
        who.post(f"{case}/victims", known),
        who.post(f"{case}/disbursements", {"on": "2019-07-02"}),
    ):
        assert (refused.status_code, refused.json["type"]) == (409, "/problems/conflict")
        assert "else" not in refused.json["title"]
