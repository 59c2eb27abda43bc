import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from remedies.wire import MAX_BYTES

HandIn = Callable[..., TestResponse]
BROWSER = {"Accept": "text/html"}


def test_every_example_can_be_handed_in(hand_in: HandIn, example: bytes) -> None:
    page = hand_in(example).text
    assert "Restitution for" in page
    sent = re.search(r'name="claim" value="([^"]*)"', page)
    assert sent is not None
    assert unescape(sent[1]).encode() == example


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"claim": "1", "claim": "1"}', "given twice"),
        (b"[" * 10_000, "nested too deeply"),
        (b"\x89PNG", "not UTF-8"),
        (b"<html>", "not JSON"),
        (b"{}", "is missing"),
    ],
)
def test_a_claim_file_is_read_strictly(hand_in: HandIn, content: bytes, said: str) -> None:
    page = hand_in(content)
    assert page.status_code == 422
    assert said in page.text


def test_no_file_is_said_plainly(client: FlaskClient) -> None:
    assert "choose a file first" in client.post("/calculator/claim", data={}).text


def test_a_form_has_a_limit(client: FlaskClient) -> None:
    large = "M" * (MAX_BYTES + 200_000)
    page = client.post("/calculator", data={"exhibit": large}, headers=BROWSER)
    assert (page.status_code, page.mimetype) == (413, "text/html")


def test_a_form_has_a_limit_of_fields(client: FlaskClient) -> None:
    fields = {f"f{number}": "x" for number in range(2_000)}
    form = "multipart/form-data"
    page = client.post("/calculator", data=fields, headers=BROWSER, content_type=form)
    assert page.status_code == 413


def test_a_claim_file_has_the_limit_of_a_claim(hand_in: HandIn) -> None:
    assert hand_in(b" " * (MAX_BYTES + 1)).status_code == 413


def test_a_claim_as_large_as_allowed_can_be_sent_again(
    hand_in: HandIn, claim: dict[str, Any]
) -> None:
    content = json.dumps(claim).encode()
    content += b" " * (MAX_BYTES - len(content))
    response = hand_in(content, "/calculator/exhibits/result.json", file=False)
    assert response.status_code == 200


def test_a_large_file_touches_no_disk(
    hand_in: HandIn, claim: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        message = "a file was opened"
        raise AssertionError(message)

    content = json.dumps(claim).encode()
    content += b" " * (MAX_BYTES - len(content))
    monkeypatch.setattr("werkzeug.formparser.SpooledTemporaryFile", refuse)
    assert "Restitution for" in hand_in(content).text


def test_a_schedule_of_many_different_workweeks_is_shortened(
    hand_in: HandIn, claim: dict[str, Any]
) -> None:
    records = [
        {"on": f"2012-{month:02}-{day:02}", "hours": f"{day % 7 + month}"}
        for month in range(1, 13)
        for day in (3, 9, 17, 25)
    ]
    claim["work"][0] |= {"to": "2013-12-31", "hours": {"records": records}}
    other = {**claim["work"][0], "from": "2014-01-01", "to": "2014-12-31"}
    other["hours"] = {"records": [{**r, "on": r["on"].replace("2012", "2014")} for r in records]}
    claim["work"].append(other)
    page = hand_in(json.dumps(claim).encode()).text
    assert "workweeks are not shown here" in page
    assert "more are in schedule.xlsx" in page
