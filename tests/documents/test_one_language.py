"""A document is in one language from end to end; what is not, says in which language it is.

Two ways find a stray word: a short list of words that every text of a language has, and the words of the
same documents in the other language, which a sentence that was left untranslated is made of.
"""

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import pytest

from api import create_app
from api.settings import Settings
from remedies import law
from remedies.casework.material import NOTHING, Material
from remedies.casework.printing import page_of
from remedies.casework.wanted import Wanted
from remedies.documents.guides import Needs
from remedies.documents.guides.catalog import CATALOG, known_places
from remedies.documents.guides.labels import terms
from remedies.documents.texts import language, languages
from remedies.documents.texts.language import SOURCE, listed_places
from remedies.facts.civil import STATES
from remedies.wire import read_claim, read_json
from remedies.wire.answers import read_question
from tests.documents.spoken_words import said, words

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = dt.date(2026, 11, 22)
CLAIMS = ("sex_trafficking_minor", "live_in_domestic", "rate_change")
ANSWERS: tuple[Mapping[str, Any], ...] = (
    {},
    {"state": "US-AS", "forced": "yes", "injured": "yes"},
    {"state": "US-PR", "forced": "yes", "began_on": "2019-05", "ended_on": "2021-06"},
    {
        "state": "US-DC",
        "forced": "yes",
        "kinds_of_work": ["domestic"],
        "employer": "diplomat",
        "visa_program": "other",
        "ended_on": "2023-01",
    },
    {
        "state": "US-NY",
        "forced": "yes",
        "kinds_of_work": ["agriculture"],
        "minor_then": "yes",
        "turned_18_on": "2022-04",
        "discrimination": "yes",
        "debt_in_name": "yes",
        "arrested_for_it": "yes",
        "on_tribal_land_or_member": "yes",
        "property_seized": "yes",
        "prosecution": "sentenced",
        "court": "federal",
        "sentenced_on": "2026-10",
        "paid": "nothing",
    },
)
_LISTS = tomllib.loads(Path(__file__).with_name("one_language.toml").read_text("utf-8"))
KNOWN = {code: frozenset(_LISTS[code]) for code in languages()}
"""Words that a text of each language has, whatever it is about."""
SHARED = frozenset(_LISTS["shared"])
"""Words that both languages have, and names that they share."""
ADVICE = "translate it or mark its language; a word of both languages goes into one_language.toml"
ACRONYM = 4
"""Longest of the capitals, such as a state's name for a court order, that are no word of any language."""


def stray(page: str, code: str, others: frozenset[str]) -> set[str]:
    """The words of a page that are another language's and are not marked as such."""
    found = said(page).get(code, "")
    capitals = {word for word in found.split() if word.strip("().,:;").isupper()}
    short = {word for word in words("\n".join(capitals)) if len(word) <= ACRONYM}
    return {word for word in words(found) if word in others} - SHARED - short


def strays(
    found: Iterable[tuple[str, str]], code: str, others: frozenset[str]
) -> dict[str, list[str]]:
    """The stray words of every page that has some, by its name."""
    named = {name: sorted(stray(page, code, others)) for name, page in found}
    return {name: words for name, words in named.items() if words}


def foreign(code: str) -> frozenset[str]:
    """Every word that the other languages say in the same documents."""
    found: set[str] = set()
    for other in languages():
        if other != code:
            found |= KNOWN[other]
            for _, page in documents(other):
                found |= words(said(page).get(other, "")).keys()
    return frozenset(found - places(code))


def places(code: str) -> set[str]:
    """The words of the names that a language has for places: some are as English has them."""
    return set(words("\n".join(language(code).places.values())))


@cache
def documents(code: str) -> tuple[tuple[str, str], ...]:
    """Every document that a language has, of every kind and place, with a name for it."""
    return tuple(
        (f"{wanted.kind} {wanted.place} {number}", page_of(wanted))
        for number, wanted in enumerate(_wanted(code))
    )


def _wanted(code: str) -> Iterator[Wanted]:
    for kind in CATALOG.values():
        if code not in kind.languages or kind.titled:
            continue
        for place in known_places(law.encoded()) if kind.needs is Needs.PLACE else ("",):
            for material in _materials(kind.needs, kind.parts):
                yield Wanted(
                    kind=kind.name, language=code, as_of=AS_OF, place=place, material=material
                )


@cache
def _materials(needs: Needs, parts: tuple[str, ...]) -> tuple[Material, ...]:
    if needs in (Needs.ANSWERS, Needs.DAYS):
        asked = (read_question({"answers": dict(answers)}, AS_OF) for answers in ANSWERS)
        return tuple(Material(question=question) for question in asked)
    if "claim" not in parts:
        return (NOTHING,)
    read = (read_json((EXAMPLES / f"{name}.json").read_bytes()) for name in CLAIMS)
    claims = (read_claim(each, law.encoded()) for each in read)
    filled = (Material(claim=claim, reference="26-0001", victim="V-1") for claim in claims)
    return (NOTHING, *filled)


def pages(code: str, folder: Path) -> Iterator[tuple[str, str]]:
    """The pages that ask and let choose, and the one that a place without facts leads to."""
    app = create_app(
        Settings(
            database_url=f"sqlite:///{folder / 'remedies.db'}", key_file=folder / "remedies.key"
        )
    )
    client, asked = app.test_client(), {"lang": code}
    try:
        yield "/documents", client.post("/documents", data=asked).text
        yield "/remedies", client.post("/remedies", data={**asked, "go": "say"}).text
        page = client.post("/remedies", data={**asked, "go": "next"}).text
        at = ""
        while 'id="question"' in page:
            at = page.partition('name="at" value="')[2].partition('"')[0]
            yield at, page
            page = client.post("/remedies", data={**asked, "at": at, "go": "skip"}).text
        yield f"after {at}", page
        lost = {**asked, "kind": "state-compensation", "place": "us-mp"}
        yield "no facts", client.post("/documents/read", data=lost).text
    finally:
        app.extensions["database"].dispose()


@pytest.mark.parametrize("code", languages())
def test_a_document_has_no_word_of_another_language(code: str) -> None:
    others = foreign(code)
    assert strays(documents(code), code, others) == {}, ADVICE


@pytest.mark.parametrize("code", languages())
def test_a_page_that_asks_has_no_word_of_another_language(code: str, tmp_path: Path) -> None:
    others = foreign(code)
    shown = tuple(pages(code, tmp_path))
    assert len(shown) > len(ANSWERS)
    assert strays(shown, code, others) == {}, ADVICE


@pytest.mark.parametrize("code", [code for code in languages() if code != SOURCE])
def test_what_states_say_has_no_word_of_another_language(code: str) -> None:
    others = foreign(code) | words("\n".join(terms(code))).keys() - places(code)
    told = ((named, f'<p lang="{code}">{escape(said)}</p>') for named, said in terms(code).items())
    assert strays(told, code, frozenset(others)) == {}, ADVICE


MADE_UP = words("claim form pfa visa new york jersey").keys() - places("es")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>Pida el <b>claim form</b> hoy.</p>", {"claim", "form"}),
        ('<p>Pida el <b lang="en">claim form</b> hoy.</p>', set()),
        ('<input placeholder="Wages"><p>Hoy.</p>', {"wages"}),
        ('<p><bdi dir="ltr">example.gov/victims</bdi>: Wash. Rev. Code § 7.68.080.</p>', set()),
        ("<p>Pasó en New York, no en Nueva Jersey.</p>", {"new"}),
        ("<style>.wages { color: red }</style>", set()),
        ("<p>Pida una orden (PFA) o una visa.</p>", set()),
    ],
)
def test_a_stray_word_is_found_and_a_marked_one_is_not(inside: str, expected: set[str]) -> None:
    page = f'<html lang="es"><body>{inside}</body></html>'
    assert stray(page, "es", frozenset({*MADE_UP, *KNOWN["en"]})) == expected


def test_the_other_way_round_is_found_too() -> None:
    page = '<html lang="en"><p>Ask the judge. <b>Pregunte al juez.</b> <i lang="es">Sí.</i></p>'
    assert stray(page, "en", frozenset({"pregunte", "sí", *KNOWN["es"]})) == {
        "pregunte",
        "al",
        "juez",
    }


@pytest.mark.parametrize("code", languages())
def test_every_place_that_the_law_knows_has_its_name_in_every_language(code: str) -> None:
    names = law.encoded().register("jurisdictions")
    every = {*names, *(f"us-{state.lower()}" for state in STATES)} - {"us"}
    assert language(code).places.keys() == every
    assert set(language(code).places_in_text) < every
    assert len(set(language(code).places.values())) == len(every)


def test_the_law_and_the_pages_name_places_alike() -> None:
    named = language("en").places
    names = law.encoded().register("jurisdictions")
    assert {key: named[key] for key in names if key != "us"} == {
        key: name for key, name in names.items() if key != "us"
    }


def test_a_list_of_places_is_in_the_order_of_its_language() -> None:
    spanish = [name for _, name in listed_places("es")]
    assert spanish[:3] == ["Alabama", "Alaska", "Arizona"]
    assert spanish.index("Carolina del Norte") < spanish.index("Colorado")
    assert spanish.index("Míchigan") < spanish.index("Minnesota")
    assert [key for key, _ in listed_places("en")] != [key for key, _ in listed_places("es")]
