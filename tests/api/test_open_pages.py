"""The pages of remedies and guides: one question at a time, nothing kept, nothing in an address."""

import logging
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from api.web.open_questions import ASKED, STEPS
from remedies.documents.texts import languages

SAID = {"state": "US-CA", "kinds_of_work": ["domestic", "care"], "forced": "yes"}
NEVER_ASKED = ("visa_program", "name", "address", "immigration")
ADDRESSES = re.compile(r'(?:action|href)="([^"]*)"')


def hidden(page: str) -> dict[str, list[str]]:
    """The fields that a page carries in the form of its question or result."""
    form = next(
        form for form in page.split("<form")[1:] if 'value="next"' in form or "/paper" in form
    ).split("</form>")[0]
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form):
        found.setdefault(name, []).append(unescape(value))
    return found


def heading(page: str) -> str:
    found = re.search(r"<h1[^>]*>([^<]+)</h1>", page)
    assert found is not None
    return unescape(found[1])


def walked(client: FlaskClient, code: str, **answers: object) -> Iterator[str]:
    """Every page from the first question to the result, each answered as ``answers`` say."""
    page = client.post("/remedies", data={"lang": code, "go": "next"}).text
    while 'id="question"' in page:
        yield page
        fields = hidden(page)
        shown = {name: answers[name] for name in answers if f'name="{name}"' in page}
        page = client.post("/remedies", data={**fields, **shown, "go": "next"}).text
    yield page


@pytest.mark.parametrize("code", languages())
def test_skipping_everything_asks_every_question_once_and_still_answers(
    client: FlaskClient, code: str
) -> None:
    *questions, result = walked(client, code)
    conditional = sum(bool(step.after) for step in STEPS)
    assert len(questions) == len(STEPS) - conditional
    assert len({heading(page) for page in questions}) == len(questions)
    assert 'id="standing_open"' in result
    for page in (*questions, result):
        assert f'<html lang="{code}"' in page
        assert not any(f'name="{name}"' in page for name in NEVER_ASKED)


def test_answers_travel_in_the_page_and_never_in_an_address(client: FlaskClient) -> None:
    *_, last, result = walked(client, "en", **SAID)
    assert hidden(last)["kinds_of_work"] == ["domestic", "care"]
    assert hidden(last)["state"] == ["US-CA"]
    for page in (last, result):
        assert all("?" not in address for address in ADDRESSES.findall(page))
        assert "US-CA" not in "".join(ADDRESSES.findall(page))


def test_an_answer_calls_for_the_question_that_follows_from_it(client: FlaskClient) -> None:
    asked = {
        heading(page) for page in walked(client, "en", minor_then="yes", prosecution="sentenced")
    }
    assert "When did you turn 18, or when will you?" in asked
    assert "When was the sentence?" in asked
    assert "About how many people worked there?" not in asked


def test_an_answer_whose_question_is_no_longer_called_for_is_dropped(client: FlaskClient) -> None:
    data = {"at": "age", "minor_then": "no", "turned_18_on": "2020-01", "go": "next"}
    assert "turned_18_on" not in hidden(client.post("/remedies", data=data).text)


def test_back_keeps_what_was_said_and_skip_forgets_it(client: FlaskClient) -> None:
    data = {"at": "forced", "state": "US-CA", "forced": "yes", "kinds_of_work": "care"}
    back = client.post("/remedies", data=data | {"go": "back"}).text
    assert heading(back) == "What kind of work was it?"
    assert re.search(r'value="care" checked', back)
    assert hidden(back)["forced"] == ["yes"]
    skipped = client.post("/remedies", data=data | {"go": "skip"}).text
    assert "forced" not in hidden(skipped)
    first = client.post("/remedies", data={"at": "state", "go": "back"}).text
    assert heading(first) == "What may be open to you"


def test_another_language_keeps_the_place_and_the_answers(client: FlaskClient) -> None:
    data = {"at": "forced", "lang": "es", "go": "say", "state": "US-CA", "forced": "yes"}
    page = client.post("/remedies", data=data).text
    assert heading(page).startswith("¿Le hicieron trabajar")
    assert hidden(page)["state"] == ["US-CA"]
    result = client.post("/remedies", data=data | {"at": "result"}).text
    assert 'lang="es"' in result
    assert hidden(result)["forced"] == ["yes"]


def test_the_browsers_language_is_taken_where_none_is_chosen(client: FlaskClient) -> None:
    for said, code in (("es-MX,es;q=0.9", "es"), ("de", "en"), ("", "en"), ("x" * 9000, "en")):
        page = client.get("/remedies", headers={"Accept-Language": said}).text
        assert f'<html lang="{code}"' in page


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"at": "when", "began_on.year": "1" + "0" * 400, "began_on.month": ""}, 422),
        ({"at": "when", "began_on.year": "<b>", "began_on.month": "05"}, 422),
        ({"at": "when", "began_on.year": "", "began_on.month": "05"}, 422),
        ({"at": "when", "began_on.year": "2999", "began_on.month": ""}, 422),
        ({"at": "when", "began_on": "2020", "ended_on": "2019"}, 422),
        ({"at": "state", "state": "<script>alert(1)</script>"}, 422),
        ({"at": "work", "kinds_of_work": ["{{ 7 * 1234567 }}"] * 50}, 422),
        ({"at": "forced", "forced": "perhaps"}, 422),
        ({"at": "nowhere", "go": "\x00"}, 200),
        ({"at": "tribe", "name": "Jane Example", "immigration_status": "x"}, 200),
        ({"lang": "../../etc/passwd"}, 200),
    ],
)
def test_hostile_forms_get_a_page_that_repeats_nothing_as_markup(
    client: FlaskClient, data: dict[str, Any], status: int
) -> None:
    for go in ("next", "see"):
        response = client.post("/remedies", data={"go": go} | data)
        assert response.status_code in {status, 200}
        assert "<script" not in response.text
        assert "<b>" not in response.text
        assert "Jane" not in response.text
        assert "8641969" not in response.text
    assert client.post("/remedies/paper", data=data).status_code in {200, 400}


def test_pages_keep_nothing_and_ask_nothing_of_others(client: FlaskClient) -> None:
    pages = [
        client.get("/remedies"),
        client.post("/remedies", data={"at": "tribe", "go": "next"}),
        client.get("/documents"),
        client.post("/documents/read", data={"kind": "leaflet"}),
    ]
    for response in pages:
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in response.headers
        assert "<script" not in response.text
        assert not re.search(r'(?:src|srcset)="', response.text)
        assert all(
            link.startswith(("/", "data:"))
            for link in re.findall(r'<link[^>]*href="([^"]+)"', response.text)
        )
        assert response.text.count("<h1") == 1
        assert 'class="leave"' in response.text


def test_nothing_of_a_form_is_logged(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client.post("/remedies", data={"at": "tribe", "go": "next", "state": "US-CA"})
    client.post("/remedies", data={"at": "tribe", "go": "next", "state": "Jane Example"})
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert "US-CA" not in logged
    assert "Jane" not in logged


def test_the_result_is_taken_as_a_file_of_a_neutral_name(client: FlaskClient) -> None:
    response = client.post("/remedies/paper", data={"state": "US-CA", "size": "large"})
    assert response.mimetype == "application/pdf"
    assert response.headers["Content-Disposition"] == 'attachment; filename="guide.pdf"'
    assert "ETag" not in response.headers


def test_guides_that_there_are_not_are_not_found(client: FlaskClient) -> None:
    for path in ("/documents/read", "/documents/file"):
        for kind in ("", "nothing", "remedies", "../page"):
            assert client.post(path, data={"kind": kind}).status_code == 404
        missing = client.post(path, data={"kind": "state-compensation"})
        assert missing.status_code == 422
        assert "Choose a state first." in missing.text
        wrong = client.post(path, data={"kind": "state-compensation", "place": "<b>us-ca</b>"})
        assert wrong.status_code == 422
        assert "<b>" not in wrong.text
    assert (
        client.post("/documents/file", data={"kind": "leaflet", "format": "exe"}).status_code
        == 400
    )


def test_every_question_is_asked_in_the_order_that_was_decided() -> None:
    assert [step.name for step in STEPS if not step.after] == [
        *("state", "work", "forced", "age", "when", "pay", "case", "property", "debts"),
        *("arrests", "unfair", "costs", "tribe"),
    ]
    assert len(set(ASKED)) == len(ASKED)
