"""The pages of the documents: choose, read, take as a file; a claim fills the papers and is kept nowhere."""

import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from remedies.casework.wanted import DOCX
from remedies.documents.guides import Needs
from remedies.documents.guides.catalog import CATALOG, PAPERS
from tests.api.conftest import EXAMPLES

BY_NAME: dict[str, Path] = {path.stem: path for path in EXAMPLES}
CLAIM = BY_NAME["forced_labor"].read_text("utf-8")
FILLED = [kind.name for kind in PAPERS if "claim" in kind.parts]
ELSEWHERE = {Needs.ANSWERS, Needs.DAYS, Needs.CASE, Needs.ASSET}


def test_every_document_stands_on_the_page_in_both_languages(client: FlaskClient) -> None:
    for code in ("en", "es"):
        page = client.post("/documents", data={"lang": code}).text
        assert all(f'id="{name}"' in page for name in CATALOG)
        assert f'<html lang="{code}"' in page


def test_the_list_marks_a_title_in_another_language(client: FlaskClient) -> None:
    page = client.post("/documents", data={"lang": "es"}).text
    assert '<h3 id="plea-clauses" lang="en">' in page
    assert '<h3 id="leaflet">' in page


@pytest.mark.parametrize("kind", FILLED)
def test_the_result_of_a_claim_leads_to_the_papers_that_it_fills(
    client: FlaskClient, kind: str
) -> None:
    result = client.post(
        "/calculator/claim", data={"claim": (BY_NAME["forced_labor"].open("rb"), "claim.json")}
    )
    assert f'name="kind" value="{kind}"' in result.text
    page = client.post("/documents/read", data={"kind": kind, "claim": CLAIM})
    assert page.status_code == 200
    assert 'name="claim" value="{' in page.text
    assert page.headers["Cache-Control"] == "no-store"
    file = client.post("/documents/file", data={"kind": kind, "claim": CLAIM, "format": "docx"})
    assert file.mimetype == DOCX
    assert "ETag" not in file.headers


def test_a_paper_of_a_claim_says_its_figure_and_a_blank_one_none(client: FlaskClient) -> None:
    kind = {"kind": "request-for-restitution", "lang": "es"}
    assert "$499,525.00" in client.post("/documents/read", data=kind | {"claim": CLAIM}).text
    assert "$499,525.00" not in client.post("/documents/read", data=kind).text


def test_a_claim_cannot_break_the_page(client: FlaskClient) -> None:
    hostile = {**json.loads(CLAIM), "reference": '"><script>alert(1)</script>'}
    for sent in (json.dumps(hostile), '"><script>alert(1)</script>', "{", "\x00", "[" * 4000):
        data = {"kind": "stipulation", "claim": sent}
        for path in ("/documents/read", "/documents/file"):
            response = client.post(path, data=data)
            assert response.status_code in {400, 422}
            assert "<script" not in response.text


def test_what_is_asked_for_elsewhere_is_not_found_here(client: FlaskClient) -> None:
    for name, kind in CATALOG.items():
        status = client.post("/documents/read", data={"kind": name}).status_code
        expected = 404 if kind.needs in ELSEWHERE else 200 if kind.needs is Needs.NOTHING else 422
        assert status == expected, name


def test_the_days_of_the_answers_are_taken_as_a_paper_or_a_calendar(client: FlaskClient) -> None:
    answers = {"state": "US-CA", "forced": "yes", "ended_on": "2024-06"}
    days = client.post("/remedies/paper", data=answers | {"take": "days", "lang": "es"})
    assert days.mimetype == "application/pdf"
    calendar = client.post("/remedies/paper", data=answers | {"take": "calendar"})
    assert calendar.mimetype == "text/calendar"
    assert calendar.headers["Content-Disposition"] == 'attachment; filename="paper.ics"'
    titles = set(re.findall(r"SUMMARY:(.*?)\r\n", calendar.text))
    assert titles == {"Day to check"}


def test_a_page_of_a_document_has_no_answer_or_claim_in_an_address(client: FlaskClient) -> None:
    page = client.post("/documents/read", data={"kind": "stipulation", "claim": CLAIM}).text
    assert all("?" not in address for address in re.findall(r'action="([^"]*)"', page))
