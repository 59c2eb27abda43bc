import json
import re
from collections.abc import Callable
from fractions import Fraction
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api import clock, create_app
from api.settings import Settings
from remedies.worksheet import dollars

DOUBT = Path(__file__).parents[1] / "documents" / "golden" / "claims" / "doubt.json"

PAGES = ["/", "/calculator", "/method", "/docs", "/problems/invalid-claim"]
FORM: dict[str, Any] = {
    "reference": "V-1",
    "statute": "18 USC 1589",
    "circuit": "4",
    "as_of": "2026-11-21",
    "begins_on": "2012-01-01",
    "ends_on": "2012-03-31",
    "hours": "72",
    "hours_way": "per_workweek",
    "days": ["mon", "tue", "wed", "thu", "fri", "sat"],
    "workweek_starts_on": "sunday",
    "basis": "hourly",
    "rate": "5.00",
    "paid_way": "per_workweek",
    "paid": "200.00",
    "exhibit": "Ex. 4 at 2",
    "evidence": "testimony",
}


def _sent_again(page: str) -> str:
    found = re.search(r'name="claim" value="([^"]*)"', page)
    assert found is not None
    return unescape(found[1])


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_whole_and_say_their_language_and_title(client: FlaskClient, path: str) -> None:
    page = client.get(path)
    assert (page.status_code, page.mimetype) == (200, "text/html")
    assert '<html lang="en">' in page.text
    assert re.search(r"<title>[^<]+ – remedies</title>", page.text)
    assert page.text.count("<h1") == 1
    assert "Skip to the content" in page.text
    assert "<script" not in page.text
    assert not re.search(r"\sstyle=|\son[a-z]+=", page.text)


@pytest.mark.parametrize(
    "path", [*PAGES, "/nowhere", "/health", "/openapi.json", "/v1/calculations"]
)
def test_every_answer_has_the_headers_that_protect(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in headers


def test_the_pages_own_files_may_be_kept(client: FlaskClient) -> None:
    page = client.get("/").text
    for path in re.findall(r'<link rel="stylesheet" href="([^"]+)"', page):
        assert path.startswith("/")
        with client.get(path) as response:
            assert response.status_code == 200
            assert "no-store" not in response.headers["Cache-Control"]


def test_the_form_begins_with_today(client: FlaskClient) -> None:
    assert f'value="{clock.today().isoformat()}"' in client.get("/calculator").text


def test_the_form_gives_the_figure_that_the_claim_gives(
    client: FlaskClient, claim: dict[str, Any]
) -> None:
    del claim["convictions"][0]["from"], claim["convictions"][0]["to"]
    result = client.post("/v1/calculations", json=claim).json
    assert result is not None
    page = client.post("/calculator", data=FORM)
    assert page.status_code == 200
    assert f"${float(result['total']):,.2f}" in page.text
    sent = json.loads(_sent_again(page.text))
    sent["work"][0].pop("workweek_starts_on")
    assert sent == claim


def test_the_result_names_no_facts_in_its_title(client: FlaskClient) -> None:
    page = client.post("/calculator", data=FORM).text
    assert "<title>Result – remedies</title>" in page


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("result.json", b"{"),
        ("memorandum.pdf", b"%PDF-"),
        ("schedule.pdf", b"%PDF-"),
        ("schedule.xlsx", b"PK"),
    ],
)
def test_every_exhibit_is_a_button_that_sends_the_claim_again(
    client: FlaskClient, name: str, begins: bytes
) -> None:
    page = client.post("/calculator", data=FORM).text
    assert f'formaction="/calculator/exhibits/{name}"' in page
    data = {"claim": _sent_again(page)}
    form = "multipart/form-data"
    response = client.post(f"/calculator/exhibits/{name}", data=data, content_type=form)
    assert response.status_code == 200
    assert response.data.startswith(begins)
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Cache-Control"] == "no-store"


def test_the_facts_can_be_changed(client: FlaskClient) -> None:
    page = client.post("/calculator", data=FORM).text
    form = client.post("/calculator/change", data={"claim": _sent_again(page)}).text
    for name in ("reference", "statute", "begins_on", "hours", "rate", "paid", "exhibit"):
        assert re.search(rf'name="{name}" id="{name}" value="{re.escape(FORM[name])}"', form), name
    for name, value in [("circuit", "4"), ("paid_way", "per_workweek"), ("evidence", "testimony")]:
        options = form.split(f'id="{name}"', 1)[1].split("</select>")[0]
        assert f'value="{value}" selected' in options
    assert 'id="days-sat" value="sat" checked' in form
    assert 'id="days-sun" value="sun" checked' not in form


def test_a_claim_that_the_form_cannot_hold_is_not_offered_for_change(
    client: FlaskClient, claim: dict[str, Any], hand_in: Callable[..., TestResponse]
) -> None:
    page = hand_in(json.dumps(claim).encode()).text
    assert "Download memorandum.pdf" in page
    assert "Change the facts" not in page
    data = {"claim": json.dumps(claim)}
    assert client.post("/calculator/change", data=data).status_code == 400


def test_an_empty_form_names_every_field_that_is_needed(client: FlaskClient) -> None:
    page = client.post("/calculator", data={})
    assert page.status_code == 422
    for name in (
        "reference",
        "statute",
        "as_of",
        "begins_on",
        "ends_on",
        "hours",
        "days",
        "basis",
    ):
        assert f'href="#{name}"' in page.text
        assert f'id="{name}"' in page.text
        assert re.search(rf'aria-describedby="[^"]*{name}-wrong"', page.text), name
        assert f'id="{name}-wrong"' in page.text
    assert "Please check" in page.text


def test_what_was_entered_is_kept_when_something_is_wrong(client: FlaskClient) -> None:
    page = client.post("/calculator", data={**FORM, "hours": "169"}).text
    assert 'id="hours" value="169"' in page
    assert re.search(r'id="hours"[^>]*aria-invalid="true"', page)
    assert 'id="reference" value="V-1"' in page
    assert "168 hours" in page


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"paid_way": "", "paid": "5.00"}, "paid_way"),
        ({"paid_way": "nothing", "paid": "5.00"}, "paid_way"),
        ({"paid_way": "", "paid": ""}, "paid_way"),
        ({"paid_way": "total", "paid": ""}, "paid"),
        ({"rate": ""}, "rate"),
        ({"basis": "none"}, "rate"),
        ({"days": []}, "days"),
        ({"ends_on": "2011-01-01"}, "ends_on"),
        ({"begins_on": "1930-01-01"}, "begins_on"),
        ({"lives_in": "yes"}, "lives_in"),
        ({"as_of": "2012-02-01"}, "ends_on"),
        ({"covers_hours": "40"}, "covers_hours"),
    ],
)
def test_each_problem_marks_its_field(
    client: FlaskClient, change: dict[str, Any], field: str
) -> None:
    page = client.post("/calculator", data=FORM | change)
    assert page.status_code == 422
    assert f'<a href="#{field}">' in page.text
    assert page.text.count('<li><a href="#') == 1


def test_with_a_place_the_result_says_what_the_state_wage_would_add(client: FlaskClient) -> None:
    question = "higher state or local one?"
    assert question not in client.post("/calculator", data=FORM).text
    assert question in client.post("/calculator", data=FORM | {"place": "US-CA"}).text
    refused = client.post("/calculator", data=FORM | {"place": "US-MP"})
    assert refused.status_code == 422


def test_markup_in_what_is_entered_is_text(client: FlaskClient) -> None:
    markup = '"><script>alert(1)</script><img src="file:///etc/passwd">'
    for page in (
        client.post("/calculator", data={**FORM, "exhibit": markup}),
        client.post("/calculator", data={**FORM, "exhibit": markup, "hours": markup}),
    ):
        assert "<script>" not in page.text
        assert "<img" not in page.text
        assert "&lt;script&gt;" in page.text


def test_health_says_what_fails(client: FlaskClient, tmp_path: Path) -> None:
    well = client.get("/health")
    assert well.status_code == 200
    assert well.json == {
        "status": "ok",
        "law": True,
        "database": True,
        "software": well.json["software"],  # type: ignore[index]
    }
    (tmp_path / "file").write_text("")
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'file' / 'x.db'}"))
    ill = app.test_client().get("/health")
    assert ill.status_code == 503
    assert ill.json is not None
    assert (ill.json["status"], ill.json["law"], ill.json["database"]) == (
        "unavailable",
        True,
        False,
    )


@pytest.fixture
def doubtful(client: FlaskClient) -> tuple[str, dict[str, Any]]:
    """The words of the page of a claim with doubts and a civil claim, and its result."""
    claim = json.loads(DOUBT.read_text())
    claim["civil"] = {"filed_on": "2013-01-02", "interest_to": "2014-01-02"}
    result = client.post("/v1/calculations", json=claim).get_json()
    data = {"claim": (BytesIO(json.dumps(claim).encode()), "claim.json")}
    page = client.post("/calculator/claim", data=data)
    assert page.status_code == 200
    return unescape(page.text), result


def test_the_result_shows_the_ranges_accounts_theories_and_evidence(
    doubtful: tuple[str, dict[str, Any]],
) -> None:
    page, result = doubtful
    totals = [
        *result["range"].values(),
        *(mover[key] for mover in result["movers"] for key in ("total_low", "total_high")),
        *(side["total"] for side in result["accounts"]),
        *(theory["total"] for theory in result["theories"]),
        *result["strength"].values(),
    ]
    for total in totals:
        assert dollars(Fraction(total)) in page
    for named in (*result["movers"], *result["theories"]):
        assert (named["name"] or "The claim’s own positions") in page
    assert 'id="movers-desc"' in page
    assert "Rounded by the policy: exact." in page


def test_the_result_shows_the_civil_total_beside_the_restitution(
    doubtful: tuple[str, dict[str, Any]],
) -> None:
    page, result = doubtful
    section = page.partition('<h2 id="civil">')[2].partition("</section>")[0]
    assert dollars(Fraction(result["civil"]["total"])) in section
    assert "no part of it" in section
    assert 'form="files" formaction="/calculator/exhibits/civil.pdf"' in section


def test_a_plain_claim_has_no_section_of_doubt(client: FlaskClient) -> None:
    page = client.post("/calculator", data=FORM).text
    for section in ("range", "accounts", "theories", "civil"):
        assert f'id="{section}"' not in page
