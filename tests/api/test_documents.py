"""`GET /v1/documents` and `POST /v1/documents/{kind}`: every kind, language and form; what each needs."""

import json
import re
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from remedies.casework import printing
from remedies.casework.exhibits import PDF
from remedies.casework.wanted import DOCX, FORMS, HTML, ICS, Wanted, forms
from remedies.documents.guides import Kind, Needs
from remedies.documents.guides.catalog import CALENDAR, CASE_PAPERS, CATALOG, PAPERS
from tests.api.conftest import EXAMPLES

DAY = "as_of=2026-11-21"
ANSWERS: dict[str, Any] = {
    "kinds_of_work": ["domestic"],
    "forced": "yes",
    "state": "US-CA",
    "began_on": "2019-05",
    "ended_on": "2021-06-30",
    "paid": "nothing",
}
BY_NAME = {path.stem: path for path in EXAMPLES}
CLAIM: dict[str, Any] = json.loads(BY_NAME["forced_labor"].read_bytes())
OTHER_CLAIM: dict[str, Any] = json.loads(BY_NAME["sex_trafficking_minor"].read_bytes())
GIVEN: dict[Needs, dict[str, Any]] = {
    Needs.NOTHING: {},
    Needs.PLACE: {"place": "us-ca"},
    Needs.ANSWERS: {"answers": ANSWERS},
    Needs.DAYS: {"answers": ANSWERS},
    Needs.CLAIM: {"claim": CLAIM},
}
OPEN = [name for name, kind in CATALOG.items() if kind.needs in GIVEN]
EVERY = [(name, code) for name in OPEN for code in CATALOG[name].languages]
BEGINS = {PDF: b"%PDF-1.7", HTML: b"<!DOCTYPE html>", DOCX: b"PK\x03\x04", ICS: b"BEGIN:VCALENDAR"}
OF_ANYBODY = ("answers", "claim", "case")


def made(
    client: FlaskClient, kind: str, code: str = "en", accept: str = PDF, **body: object
) -> TestResponse:
    sent = GIVEN.get(CATALOG[kind].needs, {}) | body
    return client.post(
        f"/v1/documents/{kind}?lang={code}&{DAY}", json=sent, headers={"Accept": accept}
    )


def fields(response: TestResponse) -> list[str]:
    assert response.json is not None
    return [error["field"] for error in response.json["errors"]]


@pytest.mark.parametrize(
    ("kind", "code", "form"),
    [*((*each, HTML) for each in EVERY), *(("poster", "es", f) for f in (PDF, DOCX))],
)
def test_every_document_can_be_had_in_every_language_and_form(
    client: FlaskClient, kind: str, code: str, form: str
) -> None:
    response = made(client, kind, code, accept=form)
    assert response.status_code == 200, response.text
    assert response.mimetype == form
    assert response.data.startswith(BEGINS[form])
    name = response.headers["Content-Disposition"]
    assert name.endswith(f'.{FORMS[form]}"')
    assert name.removeprefix('attachment; filename="').split(".")[0] in {"guide", "paper", kind}
    assert response.headers["Content-Language"] == code
    assert response.headers["Cache-Control"] == "no-store"
    assert ("ETag" in response.headers) is (CATALOG[kind].needs in {Needs.NOTHING, Needs.PLACE})


def test_the_list_says_what_each_document_needs_and_takes(client: FlaskClient) -> None:
    response = client.get("/v1/documents")
    assert response.json is not None
    listed = {entry["kind"]: entry for entry in response.json["documents"]}
    assert list(listed) == list(CATALOG)
    assert listed["state-compensation"]["needs"] == "place"
    assert "us-ca" in listed["state-compensation"]["places"]
    assert listed["remedies"]["needs"] == "answers"
    assert listed["schedule-of-victims"]["takes"] == ["case", "sealed"]
    assert ICS in listed[CALENDAR]["forms"]
    assert ICS not in listed["leaflet"]["forms"]
    said = [
        word for e in listed.values() for name in ("title", "summary") for word in e[name].values()
    ]
    assert all(said)
    assert not any("{" in word for word in said)
    again = client.get("/v1/documents", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_every_form_that_the_list_names_can_be_had(client: FlaskClient) -> None:
    for form in forms(CATALOG[CALENDAR]):
        assert made(client, CALENDAR, accept=form).data.startswith(BEGINS[form])
    assert made(client, "leaflet", accept=ICS).status_code == 406


@pytest.mark.parametrize(
    "kind", [kind for kind in PAPERS if "claim" in kind.parts], ids=lambda kind: kind.name
)
def test_a_paper_is_filled_from_a_claim_and_has_blanks_without_one(
    client: FlaskClient, kind: Kind
) -> None:
    blank = made(client, kind.name, accept=HTML)
    filled = made(client, kind.name, accept=HTML, claim=CLAIM, reference="24-CR-10", victim="V-9")
    assert 'class="blank"' in blank.text
    assert filled.status_code == 200
    assert filled.text != blank.text
    assert "ETag" in blank.headers
    assert "ETag" not in filled.headers


def test_a_paper_names_the_case_and_the_victim_as_the_request_does(client: FlaskClient) -> None:
    said = made(
        client,
        "request-for-restitution",
        accept=HTML,
        claim=CLAIM,
        reference="24-CR-10",
        victim="V-9",
    ).text
    assert "24-CR-10" in said
    assert "V-9" in said
    assert "$499,525.00" in said


def test_a_word_paper_has_headings_tables_and_fields(client: FlaskClient) -> None:
    paper = Document(BytesIO(made(client, "memorandum", accept=DOCX).data))
    styles = {paragraph.style.name for paragraph in paper.paragraphs if paragraph.style}
    assert {"Heading 1", "Heading 2"} <= styles
    assert paper.tables
    assert "PAGE" in paper.sections[0].footer.part.element.xml


def test_a_document_is_found_again_and_another_day_place_size_or_language_is_another(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made(client, "leaflet")
    tags = {
        first.headers["ETag"],
        made(client, "leaflet", "es").headers["ETag"],
        made(client, "leaflet", large=True).headers["ETag"],
        made(client, "leaflet", accept=HTML).headers["ETag"],
        made(client, "poster").headers["ETag"],
        made(client, "state-compensation").headers["ETag"],
        made(client, "state-compensation", place="us-tx").headers["ETag"],
    }
    assert len(tags) == 7

    page_of, printed_now = printing.page_of, list[str]()

    def watched(wanted: Wanted) -> str:
        printed_now.append(wanted.kind)
        return page_of(wanted)

    monkeypatch.setattr(printing, "page_of", watched)
    again = made(client, "leaflet")
    assert again.data == first.data
    assert again.headers["ETag"] == first.headers["ETag"]
    assert printed_now == []
    for _ in range(2):
        made(client, "remedies", accept=HTML)
    assert printed_now == ["remedies"] * 2


@pytest.mark.parametrize(
    ("kind", "body", "field"),
    [
        ("state-compensation", {"place": ""}, "place"),
        ("state-compensation", {"place": "us-zz"}, "place"),
        ("state-compensation", {"place": "<b>us-ca</b>"}, "place"),
        ("state-compensation", {"place": ["us-ca"]}, "place"),
        ("state-compensation", {"place": "../../etc/passwd"}, "place"),
        ("poster", {"place": "us-ca"}, "place"),
        ("leaflet", {"large": "yes"}, "large"),
        ("leaflet", {"name": "Jane Example"}, "name"),
        ("leaflet", {"<script>": "x"}, "(a name that is not shown)"),
        ("memorandum", {"claim": {"name": "Jane Example"}}, "claim.name"),
        ("memorandum", {"claim": None}, "claim"),
        ("memorandum", {"large": True}, "large"),
        ("stipulation", {"reference": "<b>Jane</b>"}, "reference"),
        ("stipulation", {"victim": "Jane Example"}, "victim"),
        ("stipulation", {"case": "C-1"}, "case"),
        ("stipulation", {"case": "0" * 32, "reference": "C-1"}, "reference"),
        ("proposed-order", {}, "case"),
        ("restoration-request", {"asset": "AS-1"}, "case"),
        ("schedule-of-victims", {"sealed": True}, "case"),
        ("schedule-of-victims", {"case": "0" * 32, "sealed": "yes"}, "sealed"),
    ],
)
def test_a_document_that_cannot_be_made_says_which_field_to_mend(
    client: FlaskClient, kind: str, body: dict[str, Any], field: str
) -> None:
    response = made(client, kind, **body)
    assert response.status_code == 422
    assert field in fields(response)
    assert "<" not in response.text
    assert "Jane" not in response.text


@pytest.mark.parametrize(
    ("kind", "field"),
    [("remedies", "answers"), (CALENDAR, "answers"), ("memorandum", "claim")],
)
def test_what_a_document_needs_is_asked_for(client: FlaskClient, kind: str, field: str) -> None:
    refused = client.post(f"/v1/documents/{kind}?{DAY}", json={})
    assert refused.status_code == 422
    assert fields(refused) == [field]


def test_answers_may_be_empty(client: FlaskClient) -> None:
    for kind in ("remedies", CALENDAR):
        assert made(client, kind, accept=HTML, answers={}).status_code == 200


def test_a_kind_language_or_form_that_there_is_not_is_a_problem(client: FlaskClient) -> None:
    assert client.post(f"/v1/documents/nothing?{DAY}", json={}).status_code == 404
    assert client.post(f"/v1/documents/leaflet?{DAY}&lang=xx", json={}).status_code == 400
    assert client.post(f"/v1/documents/plea-clauses?{DAY}&lang=es", json={}).status_code == 400
    assert made(client, "leaflet", accept="image/png").status_code == 406
    page = client.post(f"/v1/documents/leaflet?{DAY}", data="x=1")
    assert page.status_code == 415


def test_a_page_that_stands_alone_loads_nothing(client: FlaskClient) -> None:
    for kind in OPEN:
        page = made(client, kind, accept=HTML).text
        assert "<link" not in page
        assert "<script" not in page
        assert "src=" not in page
        assert not re.search(r"url\((?!#)", page)


def test_a_stored_case_is_for_those_with_a_token(client: FlaskClient) -> None:
    for kind in CASE_PAPERS:
        refused = client.post(f"/v1/documents/{kind.name}?{DAY}", json={"case": "0" * 32})
        assert refused.status_code == 401, kind.name


def test_a_claim_of_many_periods_is_not_printed_while_others_wait(client: FlaskClient) -> None:
    losses = [{"category": "medical", "amount": "1.00", "exhibit": f"Ex. {n}"} for n in range(300)]
    claim = {**OTHER_CLAIM, "losses": losses}
    refused = made(client, "declaration-of-losses", claim=claim)
    assert refused.status_code == 422
    assert "claim" in fields(refused)
    assert made(client, "declaration-of-losses", accept=HTML, claim=claim).status_code == 200
