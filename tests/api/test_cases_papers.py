import hashlib
import io
import json
import zipfile
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.api.conftest import CLAIM
from tests.api.offices import PAYMENT, Office, ordered, paid

PDF_BYTES = b"%PDF-1.7 a synthetic paper"


def _file(content: bytes = PDF_BYTES, kind: str = "application/pdf") -> tuple[Any, ...]:
    return (io.BytesIO(content), "paper.pdf", kind)


def test_a_document_is_stored_and_comes_back_as_it_was(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    fields = {"file": _file(), "on": "2019-06-03", "title": "Judgment", "victims": "V-1, V-2"}
    stored = who.form(f"{case}/documents", fields)
    assert stored.status_code == 201, stored.text
    digest = "sha256:" + hashlib.sha256(PDF_BYTES).hexdigest()
    assert (stored.json["digest"], stored.json["size"]) == (digest, len(PDF_BYTES))
    assert stored.json["victims"] == ["V-1", "V-2"]
    name = stored.json["reference"]
    read = who.get(f"{case}/documents/{name}/content")
    assert (read.data, read.mimetype) == (PDF_BYTES, "application/pdf")
    assert read.headers["Content-Disposition"] == f'attachment; filename="{name}.pdf"'
    assert read.headers["Cache-Control"] == "no-store"
    again = who.get(f"{case}/documents/{name}/content", If_None_Match=read.headers["ETag"])
    assert again.status_code == 304


def test_the_same_form_again_is_the_same_write_whatever_its_boundary(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    first, again, other = (
        who.form(
            f"{case}/documents",
            {"file": _file(content), "on": "2019-06-03", "title": "Judgment"},
            Idempotency_Key="k",
        )
        for content in (PDF_BYTES, PDF_BYTES, b"another")
    )
    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 422)
    assert again.data == first.data
    assert len(who.get(f"{case}/documents").json["documents"]) == 1


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 400),
        ({"file": _file(), "title": "x"}, 422),
        ({"file": _file(), "on": "2019-06-03"}, 422),
        ({"file": _file(kind="text/html"), "on": "2019-06-03", "title": "x"}, 400),
        ({"file": _file(), "on": "2019-06-03", "title": "x", "color": "red"}, 400),
        ({"file": _file(), "on": "2019-06-03", "title": "x", "corrects": "one"}, 400),
        ({"file": _file(), "on": "2019-06-03", "title": "x", "victims": "Mary Smith"}, 422),
        ({"file": _file(), "on": "2019-06-03", "title": "x\x00"}, 422),
    ],
)
def test_a_document_that_is_not_said_right_is_refused(
    office: Office, fields: dict[str, Any], status: int
) -> None:
    who = office.someone()
    case = ordered(who)
    fields = {k: _file(kind=v[2]) if k == "file" else v for k, v in fields.items()}
    response = who.form(f"{case}/documents", fields)
    assert response.status_code == status, response.text
    assert "Smith" not in response.text


def test_a_document_beyond_the_limit_is_refused(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.v1.cases.bodies.one_file.__defaults__", (1_000,))
    who = office.someone()
    fields = {"file": _file(b"x" * 100_000), "on": "2019-06-03", "title": "x"}
    refused = who.form(f"{ordered(who)}/documents", fields)
    assert (refused.status_code, refused.json["detail"]) == (413, "this takes at most 1,000 bytes")


def test_an_advocate_files_and_reads_papers_of_its_own_victims_only(office: Office) -> None:
    case = ordered(office.someone())
    advocate = office.someone("advocate", victims=[(case, "V-1")])
    say = {"on": "2019-06-03", "title": "Receipt"}
    own = advocate.form(f"{case}/documents", {"file": _file(), "victims": "V-1", **say})
    assert own.status_code == 201, own.text
    for victims in ("V-2", "V-1,V-2", ""):
        other = {"file": _file(PDF_BYTES + b"x"), "victims": victims, **say}
        assert advocate.form(f"{case}/documents", other).status_code == 403
    office.someone().form(
        f"{case}/documents", {"file": _file(PDF_BYTES + b"2"), "victims": "V-2", **say}
    )
    assert len(advocate.get(f"{case}/documents").json["documents"]) == 1
    assert advocate.get(f"{case}/documents/DOC-1/content").data == PDF_BYTES
    assert advocate.get(f"{case}/documents/DOC-2/content").status_code == 404


def test_a_claim_is_assessed_and_kept_with_its_result(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    made = who.post(f"{case}/assessments?on=2026-11-21", CLAIM)
    assert made.status_code == 201, made.text
    assert (made.json["reference"], made.json["victim"]) == ("A-1", "V-1")
    result = who.get(f"{case}/assessments/A-1/result")
    assert result.json["total"] == made.json["total"]
    assert "sha256:" + hashlib.sha256(result.data).hexdigest() == made.json["result"]
    assert who.get(f"{case}/assessments/A-1/claim").json == CLAIM
    unknown = who.post(f"{case}/assessments", {**CLAIM, "reference": "V-9"})
    assert (unknown.status_code, unknown.json["errors"][0]["code"]) == (409, "unknown_victim")
    wrong = who.post(f"{case}/assessments", {**CLAIM, "convictions": 3})
    assert (wrong.status_code, wrong.json["type"]) == (422, "/problems/invalid-claim")


def test_an_order_is_proposed_from_what_was_assessed(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    assessed = who.post(f"{case}/assessments?on=2026-11-21", CLAIM).json
    address = f"{case}/proposal?as_of=2026-11-21"
    proposed = who.get(address)
    assert proposed.status_code == 200, proposed.text
    awards = {award["victim"]: award["amount"] for award in proposed.json["awards"]}
    assert awards["V-1"] == assessed["total"]
    assert who.get(f"{address}&option=weather").status_code in {400, 409, 422}
    assert who.get(f"{case}/proposal").status_code == 400
    assert who.get(address, Accept="application/pdf").data.startswith(b"%PDF-")
    assert "Proposed restitution order" in who.get(address, Accept="text/html").text


def test_what_is_stated_of_the_defendants_limits_the_proposed_order(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    total = who.post(f"{case}/assessments?on=2026-11-21", CLAIM).json["total"]
    address = f"{case}/proposal?as_of=2026-11-21"
    limited = who.post(address, {"defendants": [{"defendant": "D-1", "up_to": {"V-1": "1.00"}}]})
    assert limited.status_code == 200, limited.text
    owed = {each["defendant"]: each["total"] for each in limited.json["liabilities"]}
    assert owed["D-1"] == "1.00"
    assert limited.json["awards"][0]["assessed"] == total
    assert who.post(address, {"defendants": []}).data == who.get(address).data
    for wrong, code in (
        ({"defendants": [{"defendant": "D-1", "share": 0.5}]}, "not_a_share"),
        ({"defendants": [{"defendant": "D-1"}, {"defendant": "D-1"}]}, "duplicate_defendant"),
        ({"defendants": [{"defendant": "D-1", "color": "red"}]}, "unknown_field"),
    ):
        refused = who.post(address, wrong)
        assert (refused.status_code, refused.json["errors"][0]["code"]) == (422, code)
    unknown = who.post(address, {"defendants": [{"defendant": "D-9", "up_to": {"V-9": "1.00"}}]})
    assert unknown.status_code in {409, 422}
    assert who.post(address, [1]).status_code in {400, 422}


def test_an_identity_is_replaced_and_destroyed_by_a_purge(office: Office) -> None:
    who = office.someone("prosecutor")
    case = ordered(office.someone())
    address = f"{case}/victims/V-1/identity"
    assert who.get(address).status_code == 404
    for name in ("A. Synthetic Person", "Another Synthetic Person"):
        stored = who.put(address, {"name": name})
        assert (stored.status_code, stored.json) == (200, {"victim": "V-1", "stored": True})
    assert who.get(address).json == {"name": "Another Synthetic Person"}
    wrong = who.put(address, {"name": 3, "color": "red"})
    assert (wrong.status_code, wrong.json["type"]) == (422, "/problems/invalid-entry")
    purge = {"on": "2020-01-01", "of": "V-1", "authority": "order of the court"}
    assert who.post(f"{case}/purges", purge).status_code == 201
    assert who.get(address).status_code == 404


def test_the_statement_comes_in_four_forms(office: Office) -> None:
    who = office.someone()
    address = f"{paid(who)}/statement?as_of=2019-12-31"
    stated = who.get(address)
    assert (stated.status_code, stated.json["as_of"]) == (200, "2019-12-31")
    assert who.get(address).data == stated.data
    pdf = who.get(address, Accept="application/pdf")
    assert pdf.data.startswith(b"%PDF-")
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="statement.pdf"'
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    workbook = who.get(address, Accept=sheet)
    assert zipfile.is_zipfile(io.BytesIO(workbook.data))
    assert "Statement of account" in who.get(address, Accept="text/html").text
    assert who.get(address, Accept="image/png").status_code == 406
    assert who.get(f"{address}&victim=V-1&defendant=D-1").status_code == 400


def test_an_earlier_statement_is_made_again(office: Office) -> None:
    who = office.someone()
    case = paid(who)
    address = f"{case}/statement?as_of=2019-12-31"
    seq = len(who.get(f"{case}/journal").json["entries"])
    before = who.get(f"{address}&known={seq}")
    again = who.post(f"{case}/payments", {**PAYMENT, "receipt": "C-2"})
    assert again.status_code == 201, again.text
    assert who.get(f"{address}&known={seq}").data == before.data
    assert who.get(address).data != before.data
    assert who.get(f"{case}/statement").status_code == 400


def test_what_concerns_one_victim_or_defendant_is_stated_alone(office: Office) -> None:
    who = office.someone()
    address = f"{paid(who)}/statement?as_of=2019-12-31"
    assert "V-2" not in who.get(f"{address}&victim=V-1").text
    assert who.get(f"{address}&defendant=D-1").status_code == 200
    assert who.get(f"{address}&victim=V-9").status_code in {404, 409}


def test_property_that_waits_is_listed_across_cases(office: Office) -> None:
    who = office.someone()
    case = ordered(who)
    asset = {"on": "2019-03-01", "reference": "AS-1", "what": "cash", "statute": "18 USC 1594"}
    assert who.post(f"{case}/assets", asset).status_code == 201
    for step in (
        {"on": "2019-03-02", "stage": "seized"},
        {"on": "2019-03-03", "stage": "noticed", "published_on": "2019-03-10"},
        {"on": "2019-06-03", "stage": "forfeited", "how": "criminal", "amount": "500.00"},
    ):
        entered = who.post(f"{case}/asset-steps", {"asset": "AS-1", "actor": "agency", **step})
        assert entered.status_code == 201, entered.text
    listed = who.get("/v1/delays?as_of=2019-07-03")
    assert listed.status_code == 200, listed.text
    assert [each["days_since_forfeiture"] for each in listed.json["assets"]] == [30]
    why = {"asset": "AS-1", "why": "no_order_yet", "responsible": "the office"}
    reason = {"on": "2019-07-01", "review_on": "2019-07-02", **why}
    assert who.post(f"{case}/delays", reason).status_code == 201
    address = "/v1/delays?as_of=2019-07-03&overdue=true&why=no_order_yet"
    assert len(who.get(address).json["assets"]) == 1
    assert who.get(address, Accept="application/pdf").data.startswith(b"%PDF-")
    assert "no order yet" in who.get(address, Accept="text/html").text
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert zipfile.is_zipfile(io.BytesIO(who.get(address, Accept=sheet).data))
    assert who.get("/v1/delays?as_of=2019-07-03&why=weather").status_code == 400


def test_the_clerks_ledger_is_read_once_its_columns_are_confirmed(office: Office) -> None:
    unit = office.someone("financial_unit")
    case = paid(office.someone())
    table = b"Date,Receipt,Received\n2019-07-01,R-100,400.00\n2019-08-01,R-101,25.00\n"

    def hand_in(**fields: str) -> TestResponse:
        file = (io.BytesIO(table), "ledger.csv", "text/csv")
        return unit.form(f"{case}/reconciliations", {"file": file, **fields})

    proposed = hand_in()
    assert (proposed.status_code, proposed.json["confirmed"]) == (200, False)
    columns = "on=Date,receipt=Receipt,received=Received"
    compared = hand_in(columns=columns, source="clerk", on="2019-12-31")
    assert compared.status_code == 201, compared.text
    counts = compared.json["counts"]
    assert (counts["matched"], counts["only_theirs"]) == (1, 1)
    (entered,) = unit.get(f"{case}/reconciliations").json["reconciliations"]
    assert entered == compared.json["entry"]
    assert hand_in(columns="on=Nothing").status_code == 422


def test_a_balance_that_differs_is_refused_with_the_difference(office: Office) -> None:
    who = office.someone()
    case = paid(who)
    held = {"on": "2019-07-01", "account": "held", "expected": "400.00"}
    assert who.post(f"{case}/assertions", held).status_code == 201
    other = who.post(f"{case}/assertions", {**held, "expected": "399.99"})
    assert other.status_code == 409
    assert "0.01" in json.dumps(other.json["errors"])
