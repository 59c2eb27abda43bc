"""Places and offices by name: in the language of the document, and as one asks for them."""

import datetime as dt
import re

import pytest

from remedies.calculators.avenues import open_remedies
from remedies.documents.guides import guide, guide_page
from remedies.documents.guides.labels import terms
from remedies.documents.guides.personal import personal
from remedies.documents.guides.places import places, without_facts
from remedies.documents.guides.plain import guide_text
from remedies.documents.texts import language, languages
from remedies.documents.texts.language import SOURCE
from remedies.documents.texts.values import Values
from remedies.facts.answers import Answers, Employer, Known
from remedies.law import encoded

AS_OF = dt.date(2026, 11, 21)
LAW = encoded()
WITHOUT = ("us-as", "us-mp")
SAID = {
    "victim_compensation": ("maximum", "sub_limits", "deadline", "reporting", "trafficking"),
    "trafficking_civil_action": ("limitation",),
    "wage_damages": ("limitation",),
}
"""The terms that a guide prints in the words of the data, by family."""


def compensation(place: str, code: str) -> str:
    page = guide_page(guide("state-compensation", code, LAW, AS_OF, place))
    return page[page.index("<h1>") :]


@pytest.mark.parametrize(
    ("place", "code", "title"),
    [
        ("us-ny", "es", "Compensación para víctimas de delitos en Nueva York"),
        ("us-dc", "es", "Compensación para víctimas de delitos en el Distrito de Columbia"),
        ("us-dc", "en", "Crime victim compensation in the District of Columbia"),
        ("us-pa", "es", "Compensación para víctimas de delitos en Pensilvania"),
    ],
)
def test_a_title_names_the_place_as_a_sentence_does(place: str, code: str, title: str) -> None:
    page = compensation(place, code)
    heading = page[: page.index("</h1>")]
    assert re.sub(r"<[^>]+>", "", heading) == title


@pytest.mark.parametrize(
    ("place", "code", "named"),
    [
        ("us-va", "en", "<bdi>Virginia Victims Fund (Criminal Injuries Compensation Fund)</bdi>"),
        (
            "us-va",
            "es",
            (
                '<bdi lang="en">Virginia Victims Fund</bdi> '
                "(<bdi>fondo de compensación por lesiones de un delito</bdi>)"
            ),
        ),
        (
            "us-ca",
            "es",
            (
                '<bdi lang="en">California Victim Compensation Board</bdi> '
                '(<bdi lang="en">CalVCB</bdi>)'
            ),
        ),
        (
            "us-pr",
            "en",
            (
                '<bdi lang="es">Oficina de Compensación y Servicios a las Víctimas '
                "y Testigos de Delito</bdi> "
                '(<bdi lang="es">Departamento de Justicia</bdi>)'
            ),
        ),
    ],
)
def test_a_program_is_named_as_one_asks_for_it(place: str, code: str, named: str) -> None:
    assert named in compensation(place, code)


def test_a_number_that_answers_in_its_state_alone_says_so_in_the_language() -> None:
    assert "1-800-300-4500 (in New Hampshire)" in compensation("us-nh", "en")
    assert "1-800-300-4500 (en Nuevo Hampshire)" in compensation("us-nh", "es")


@pytest.mark.parametrize("place", places(LAW))
def test_every_program_is_named_and_what_stands_beside_the_name_is_translated(place: str) -> None:
    item = LAW.item(f"{place}.victim_compensation")
    named = str(item.versions[-1].terms["program"])
    beside = named.partition(" (")[2].removesuffix(")")
    page = compensation(place, "es")
    assert named.partition(" (")[0].replace("'", "&#39;") in page
    if " " in beside and place != "us-pr":
        assert f"({beside})" not in re.sub(r"<[^>]+>", "", page)


def test_an_office_is_named_in_the_language_with_the_name_to_ask_for() -> None:
    contacts = LAW.register("contacts")
    values = Values(law=LAW, as_of=AS_OF, language=language("es"), contacts=contacts)
    office = values.said("contact.wage_hour.name")
    assert office.words == contacts["wage_hour"]["name_es"]
    assert office.beside is not None
    assert (office.beside.words, office.beside.language) == (contacts["wage_hour"]["name"], "en")
    line = values.said("contact.hotline.name")
    assert (line.words, line.beside) == (contacts["hotline"]["name_es"], None)
    unnamed = values.said("contact.legal_aid_finder.name")
    assert (unnamed.words, unnamed.language) == ("Legal Services Corporation", "en")
    english = Values(law=LAW, as_of=AS_OF, language=language("en"), contacts=contacts)
    assert english.said("contact.wage_hour.name").language == ""
    assert english.said("contact.wage_hour.name").beside is None


def test_a_link_that_is_a_name_says_its_language_on_itself_and_holds_no_tag() -> None:
    page = guide_page(guide("unpaid-wages", "es", LAW, AS_OF))
    assert '<a href="https://lsc.gov" lang="en">Legal Services Corporation</a>' in page
    assert re.search(r"<a href=\"https[^>]*>[^<]*<(?!/a>)", page) is None


def test_every_name_in_another_language_says_where_it_was_read() -> None:
    for key, contact in LAW.register("contacts").items():
        for name in (each for each in contact if each.startswith("name_")):
            read = [entry for entry in contact["read"] if name in entry["what"]]
            assert read, f"{key} has {name} and does not say from where"


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("place", WITHOUT)
def test_a_place_without_facts_is_known_and_says_whom_to_ask(place: str, code: str) -> None:
    told = without_facts(place, LAW, language(code))
    contacts = LAW.register("contacts")
    assert language(code).place(place) in told
    assert contacts["hotline"]["phone"] in told
    assert contacts["compensation_directory"]["phone"] in told
    found = open_remedies(Answers(state=place.upper(), forced=Known.YES), LAW, AS_OF)
    paper = guide_text(personal(found, LAW, AS_OF, code, place), 10_000)
    (line,) = (each for each in paper.splitlines() if language(code).place(place) in each)
    assert contacts["compensation_directory"]["phone"] in line


def test_only_a_place_without_facts_is_sent_elsewhere() -> None:
    assert {key for key in language("en").places if without_facts(key, LAW, language("en"))} == {
        *WITHOUT
    }
    assert without_facts("", LAW, language("en")) == ""
    assert without_facts("us-zz", LAW, language("en")) == ""


@pytest.mark.parametrize("code", ["en", "es"])
def test_a_diplomat_as_employer_is_told_with_the_law(code: str) -> None:
    answers = Answers(forced=Known.YES, employer=Employer.DIPLOMAT)
    page = guide_page(personal(open_remedies(answers, LAW, AS_OF), LAW, AS_OF, code))
    assert "22 U.S.C. § 254d" in page
    assert "8 U.S.C. § 1375c(c)(1)(A)" in page


@pytest.mark.parametrize("code", [code for code in languages() if code != SOURCE])
def test_whatever_a_state_says_in_words_is_translated(code: str) -> None:
    """A sentence that is not is left out of the personal guide, and breaks that of the place."""
    known, keys = terms(code), LAW.keys()
    said = {
        (key, str(version.terms[name]))
        for key in keys
        for family, names in SAID.items()
        if key.endswith(f".{family}")
        for version in LAW.item(key).versions
        for name in names
        if name in version.terms
    }
    assert len(said) > len(LAW.register("jurisdictions"))
    assert {(key, words) for key, words in said if words not in known} == set()
