"""Documents of a stored case over HTTP: who may have which, and that nothing is told that is another's."""

import datetime as dt
import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api.session import kept
from remedies import store
from remedies.casework import cases
from remedies.casework.exhibits import PDF
from remedies.casework.wanted import DOCX, HTML, ICS
from remedies.documents.guides.catalog import CASE_PAPERS, CATALOG, MEMORANDUM, PAPERS
from remedies.wire import read_json
from tests.api.offices import Office, Someone

STORY = Path(__file__).parents[2] / "examples" / "case" / "story.json"
DAYS = {"restoration-request": "2024-08-01", "statement-of-account": "2025-12-31"}
USUAL_DAY = "2024-03-01"
RECORDED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
IDENTITY = {"name": "Synthia Madeupova", "address": ["77 Imaginary Lane", "Nowhere Falls"]}
SECRETS = ("Madeupova", "Imaginary Lane", "Nowhere Falls")
OF_A_VICTIM = {MEMORANDUM, *(paper.name for paper in PAPERS if "claim" in paper.parts)}
TAKE_A_CASE = [name for name, kind in CATALOG.items() if "case" in kind.parts]


@pytest.fixture
def case(office: Office) -> str:
    """The example case, with the identity of V-1."""

    def loaded(session: store.Session) -> str:
        caller = cases.Caller(organization=office.id, role=cases.Role.SYSTEM, actor="tests")
        desk = cases.Desk(session=session, caller=caller, at=RECORDED, keys=kept().keys())
        document = read_json(STORY.read_bytes(), whole_numbers=True)
        row, _ = cases.load_case(desk, document, lambda name: (STORY.parent / name).read_bytes())
        return row.id

    found = office._stored(loaded)  # noqa: SLF001 - the office's own way to its database
    stored = office.someone("prosecutor").put(f"{found}/victims/V-1/identity", IDENTITY)
    assert stored.status_code in {200, 201, 204}, stored.text
    return found


def asked(
    who: Someone, kind: str, accept: str = HTML, code: str = "en", **body: object
) -> TestResponse:
    day = DAYS.get(kind, USUAL_DAY)
    return who.client.post(
        f"/v1/documents/{kind}?as_of={day}&lang={code}",
        json=body,
        headers={"Authorization": f"Bearer {who.token}", "Accept": accept},
    )


def of_it(kind: str) -> dict[str, str]:
    """What is named beside the case, for a kind that needs it."""
    if kind == "restoration-request":
        return {"asset": "AS-1"}
    return {"victim": "V-1"} if kind in OF_A_VICTIM else {}


@pytest.mark.parametrize("kind", TAKE_A_CASE)
def test_every_document_that_takes_a_case_is_made_of_it(
    office: Office, case: str, kind: str
) -> None:
    who = office.someone("prosecutor")
    for code in CATALOG[kind].languages:
        response = asked(who, kind, code=code, case=case, **of_it(kind))
        assert response.status_code == 200, response.text
        assert response.text.startswith("<!DOCTYPE html>")
        assert "ETag" not in response.headers
        assert not any(secret in response.text for secret in SECRETS)
    assert any(row.case_id == case and row.action.startswith("read") for row in office.audited())


def test_a_paper_of_a_case_has_the_figure_of_the_victims_latest_assessment(
    office: Office, case: str
) -> None:
    who = office.someone("prosecutor")
    total = who.get(f"{case}/assessments/A-1").json["total"]
    said = asked(who, "request-for-restitution", case=case, victim="V-1").text
    assert f"${float(total):,.2f}" in said
    assert "EXAMPLE-1" in said
    before = who.client.post(
        "/v1/documents/request-for-restitution?as_of=2024-01-01",
        json={"case": case, "victim": "V-1"},
        headers={"Authorization": f"Bearer {who.token}", "Accept": HTML},
    )
    assert before.status_code == 200
    assert 'class="blank"' in before.text


def test_papers_of_cases_are_had_as_pdf_word_and_calendar(office: Office, case: str) -> None:
    who = office.someone("prosecutor")
    assert asked(who, "proposed-order", PDF, case=case).data.startswith(b"%PDF-1.7")
    paper = Document(BytesIO(asked(who, "proposed-order", DOCX, case=case).data))
    assert any(p.style and p.style.name == "Heading 1" for p in paper.paragraphs)
    days = asked(who, "calendar-of-deadlines", ICS, case=case)
    assert days.data.startswith(b"BEGIN:VCALENDAR")
    assert "EXAMPLE-1" not in days.text


def test_names_stand_only_in_the_sealed_schedule_and_only_for_who_may_read_them(
    office: Office, case: str
) -> None:
    sealed = {"case": case, "sealed": True}
    prosecutor = asked(office.someone("prosecutor"), "schedule-of-victims", **sealed)
    assert all(secret in prosecutor.text for secret in SECRETS)
    assert "Madeupova" not in str(prosecutor.headers)
    for role in ("system", "auditor", "financial_unit"):
        refused = asked(office.someone(role), "schedule-of-victims", **sealed)
        assert refused.status_code == 403, role
        assert not any(secret in refused.text for secret in SECRETS)
    read = [row for row in office.audited() if row.action == "read identity"]
    assert [row.subject for row in read] == ["V-1"]


def test_an_advocate_has_papers_of_their_own_victim_alone(office: Office, case: str) -> None:
    advocate = office.someone("advocate", victims=[(case, "V-1")])
    for kind in ("request-for-restitution", "statement-of-account", "calendar-of-deadlines"):
        assert asked(advocate, kind, case=case, victim="V-1").status_code == 200, kind
        assert asked(advocate, kind, case=case, victim="V-2").status_code == 404, kind
    for kind in ("proposed-order", "schedule-of-victims"):
        assert asked(advocate, kind, case=case).status_code == 403, kind
    assert asked(advocate, "restoration-request", case=case, asset="AS-1").status_code == 403
    assert asked(advocate, "calendar-of-deadlines", case=case).status_code == 403


@pytest.mark.parametrize("kind", [kind.name for kind in CASE_PAPERS])
def test_another_offices_case_is_no_case(
    app: Flask, client: FlaskClient, case: str, kind: str
) -> None:
    stranger = Office(app, "Another office").someone("prosecutor")
    response = asked(stranger, kind, case=case, **of_it(kind))
    assert response.status_code == 404
    nobody = client.post(f"/v1/documents/{kind}?as_of={USUAL_DAY}", json={"case": case})
    assert nobody.status_code == 401


@pytest.mark.parametrize(
    ("kind", "body", "fields"),
    [
        ("stipulation", {}, ["victim"]),
        ("stipulation", {"victim": "V-99"}, []),
        ("restoration-request", {}, ["asset"]),
        ("restoration-request", {"asset": "AS-9"}, []),
    ],
)
def test_what_a_case_does_not_have_is_said(
    office: Office, case: str, kind: str, body: dict[str, str], fields: list[str]
) -> None:
    response = asked(office.someone("prosecutor"), kind, case=case, **body)
    assert response.status_code == (422 if fields else 404)
    assert response.json is not None
    assert [each["field"] for each in response.json["errors"] if each["field"]] == fields


@pytest.mark.parametrize("kind", [kind for kind in TAKE_A_CASE if kind != MEMORANDUM])
def test_every_reading_of_a_case_is_in_the_trail(office: Office, case: str, kind: str) -> None:
    who = office.someone("prosecutor")
    before = len(office.audited())
    day = "2024-01-01" if kind in OF_A_VICTIM else DAYS.get(kind, USUAL_DAY)
    response = who.client.post(
        f"/v1/documents/{kind}?as_of={day}",
        json={"case": case, **of_it(kind)},
        headers={"Authorization": f"Bearer {who.token}", "Accept": HTML},
    )
    assert response.status_code == 200
    assert len(office.audited()) > before


def test_a_refused_document_is_named_in_the_trail(office: Office, case: str) -> None:
    advocate = office.someone("advocate", victims=[(case, "V-1")])
    asked(advocate, "schedule-of-victims", case=case)
    row = office.audited()[-1]
    assert (row.action, row.subject, row.outcome) == (
        "make document",
        "schedule-of-victims",
        "forbidden",
    )


def test_a_body_sent_in_pieces_is_read(office: Office, case: str) -> None:
    who = office.someone("prosecutor")
    sent = json.dumps({"case": case, "victim": "V-1"}).encode()
    response = who.client.post(
        "/v1/documents/request-for-restitution?as_of=2024-03-01",
        input_stream=BytesIO(sent),
        environ_overrides={"wsgi.input_terminated": True},
        headers={
            "Authorization": f"Bearer {who.token}",
            "Accept": HTML,
            "Transfer-Encoding": "chunked",
            "Content-Type": "application/json",
        },
    )
    assert response.status_code == 200
    assert "EXAMPLE-1" in response.text


def test_a_defendant_answers_for_the_victims_whose_claims_name_them(
    office: Office, case: str
) -> None:
    said = asked(office.someone("prosecutor"), "proposed-order", case=case).text
    assert "D-1 alone is liable for the award of V-3." in said
    assert "does not name this defendant" in said
