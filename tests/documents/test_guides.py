"""Guides on paper: every one in every language is accessible, complete, and the same each time."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from remedies.documents.guides import (
    GUIDES,
    Guide,
    Needs,
    Size,
    guide,
    guide_html,
    guide_page,
    guide_pdf,
)
from remedies.documents.guides.places import places
from remedies.documents.texts.reading import read
from remedies.documents.texts.values import Said, Values
from remedies.law import encoded
from tests.documents.sample_languages import (
    SAMPLES,
    sample_about,
    sample_language,
    sample_text,
)

AS_OF = dt.date(2026, 11, 21)
PLACE = "us-ca"
EVERY = [(name, code) for name, kind in GUIDES.items() for code in kind.languages]


def made(name: str, code: str, where: str = PLACE) -> Guide:
    needed = where if GUIDES[name].needs is Needs.PLACE else ""
    return guide(name, code, encoded(), AS_OF, needed)


def sample(code: str) -> Guide:
    values = Values(
        law=encoded(),
        as_of=AS_OF,
        language=sample_language(code),
        contacts=encoded().register("contacts"),
    )
    return Guide(text=sample_text(code), values=values, about=sample_about(code))


def printed(folder: Path) -> Iterator[Path]:
    """Every guide in ordinary print, one in large print, and the samples of other scripts."""
    for name, code in EVERY:
        path = folder / f"{name}.{code}.pdf"
        path.write_bytes(guide_pdf(made(name, code)))
        yield path
    large = folder / "large.pdf"
    large.write_bytes(guide_pdf(made("unpaid-wages", "en"), Size.LARGE))
    yield large
    for code in SAMPLES:
        path = folder / f"sample.{code}.pdf"
        path.write_bytes(guide_pdf(sample(code)))
        yield path


def test_every_guide_in_every_language_passes_pdf_ua_and_pdf_a(
    verapdf: Callable[..., dict[tuple[Path, str], str]], tmp_path: Path
) -> None:
    judged = verapdf(*printed(tmp_path))
    assert {key: verdict for key, verdict in judged.items() if verdict != "pass"} == {}


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_a_page_names_its_language_and_leaves_no_value_unfilled(name: str, code: str) -> None:
    page = guide_page(made(name, code))
    assert f'<html lang="{code}" dir="ltr">' in page
    assert not re.search(r"\{[a-z]", page.split("</style>")[-1])
    assert 'href="#law-' not in page or 'id="law-1"' in page


@pytest.mark.parametrize("code", GUIDES["state-compensation"].languages)
def test_every_place_with_a_program_has_its_guide(code: str) -> None:
    found = places(encoded())
    assert len(found) >= 50
    for where in found:
        assert guide_html(made("state-compensation", code, where))


def test_the_numbers_in_the_text_lead_to_the_law_that_is_cited() -> None:
    page = guide_page(made("suing-the-trafficker", "en"))
    cited = {int(number) for number in re.findall(r'href="#law-(\d+)"', page)}
    listed = {int(number) for number in re.findall(r'id="law-(\d+)"', page)}
    assert cited == listed == set(range(1, max(listed) + 1))
    assert "18 U.S.C. § 1595(a)" in page


def test_law_that_was_not_read_says_so_on_the_page() -> None:
    page = guide_page(made("money-you-may-get", "en"))
    assert "not confirmed: ask before you rely on it" in page


def test_a_day_after_the_law_is_known_is_said_as_the_last_known_day() -> None:
    late = guide("unpaid-wages", "en", encoded(), dt.date(2027, 6, 1))
    page = guide_page(late)
    assert "November 21, 2026" in page
    assert "June 1, 2027" not in page


def test_what_a_value_says_is_never_markup() -> None:
    hostile = '<script>alert(1)</script>{{ 7 * 7 }}{% raw %}<img src="file:///etc/passwd">'
    found = made("state-compensation", "en")
    given = {**found.values.given, "place.name": Said(hostile, figures=False)}
    values = Values(
        law=found.values.law,
        as_of=AS_OF,
        language=found.values.language,
        contacts=found.values.contacts,
        given=given,
        stand_for=found.values.stand_for,
    )
    page = guide_page(Guide(text=found.text, values=values, holds=found.holds))
    assert "<script" not in page
    assert "<img" not in page
    assert "{{ 7 * 7 }}" in page


def test_the_same_guide_is_the_same_bytes() -> None:
    assert guide_pdf(made("leaflet", "en")) == guide_pdf(made("leaflet", "en"))


@pytest.mark.parametrize(("name", "pages"), [("leaflet", 2), ("poster", 1)])
def test_the_leaflet_is_one_sheet_and_the_poster_one_page(name: str, pages: int) -> None:
    for code in GUIDES[name].languages:
        written = PdfReader(BytesIO(guide_pdf(made(name, code))))
        assert len(written.pages) == pages, f"{name} in {code}"


def test_a_language_from_the_right_is_set_from_the_right_and_money_is_not() -> None:
    page = guide_page(sample("ar"))
    assert '<html lang="ar" dir="rtl">' in page
    assert '<bdi dir="ltr">$150,000.00</bdi>' in page


def test_words_of_our_own_say_on_paper_where_the_contact_is() -> None:
    page = guide_page(made("state-compensation", "en"))
    site = encoded().register("contacts")["compensation_directory"]["site"]
    assert f"list of the programs ({site})</a>" in page


def test_a_site_that_asks_for_a_login_is_not_linked_to() -> None:
    body = "## News {#news .advice}\n\nAsk the [office](contact:vns).\n"
    found = read("made-up", "en", f'+++\ntitle = "A"\nsummary = "B"\n+++\n\n{body}')
    values = made("leaflet", "en").values
    page = guide_page(Guide(text=found, values=values))
    assert f"office ({values.contacts['vns']['phone']})" in page
    assert values.contacts["vns"]["site"] not in page
