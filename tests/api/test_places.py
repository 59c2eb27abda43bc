"""Places on the pages and in the API: chosen by name, and one without facts is answered kindly."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from remedies.documents.texts.language import listed_places
from remedies.law import encoded

HOTLINE = encoded().register("contacts")["hotline"]["phone"]
LOST = "us-mp"


def options(page: str, field: str) -> list[str]:
    select = page.partition(f'<select class="form-select" name="{field}"')[2].partition(
        "</select>"
    )[0]
    return [unescape(name) for name in re.findall(r"<option[^>]*>([^<]+)", select)][1:]


@pytest.mark.parametrize("code", ["en", "es"])
def test_places_are_chosen_by_their_names_in_the_order_of_the_language(
    client: FlaskClient, code: str
) -> None:
    names = [name for _, name in listed_places(code)]
    documents = client.post("/documents", data={"lang": code}).text
    question = client.post("/remedies", data={"lang": code, "go": "next"}).text
    assert options(documents, "place") == options(question, "state") == names


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("en", "We know the Northern Mariana Islands"),
        ("es", "Conocemos las Islas Marianas del Norte"),
    ],
)
def test_a_place_without_facts_is_answered_on_the_page(
    client: FlaskClient, code: str, says: str
) -> None:
    asked = {"lang": code, "kind": "state-compensation", "place": LOST}
    for path in ("/documents/read", "/documents/file"):
        answered = client.post(path, data=asked)
        assert answered.status_code == 422
        assert says in answered.text
        assert HOTLINE in answered.text
        assert f'<option value="{LOST}" selected>' in answered.text


def test_a_place_without_facts_is_answered_in_the_api(client: FlaskClient) -> None:
    path = "/v1/documents/state-compensation?as_of=2026-11-21"
    answered = client.post(path, json={"place": LOST})
    assert answered.status_code == 422
    assert answered.json is not None
    (problem,) = answered.json["errors"]
    assert (problem["field"], problem["code"]) == ("place", "unknown_place")
    assert "We know the Northern Mariana Islands" in problem["message"]
    assert HOTLINE in problem["message"]
    unknown = client.post(path, json={"place": "us-zz"})
    assert unknown.status_code == 422
    assert "We know" not in unknown.text
