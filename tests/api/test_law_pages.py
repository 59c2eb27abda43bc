import datetime as dt
import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode, urljoin

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from remedies.figures import Checked
from remedies.law import encoded, load
from remedies.law.floors import floors, highest
from remedies.wire.law import value_text

ACCEPT = {"Accept": "text/html"}
WAGE = "/law/minimum-wage"
PAGES = [
    "/law",
    WAGE,
    f"{WAGE}?place=us-ny&on=2019-10-11",
    f"{WAGE}?place=us-ny&on=2019-10-11&tier=new_york_city",
    f"{WAGE}?place=us-ca.oakland&on=2019-10-11",
    f"{WAGE}?place=us-al&on=1970-05-01",
    f"{WAGE}?place=us-al&on=1970-05-01&group=1938_act",
    "/law/positions",
    "/law/items/us.minimum_wage",
    "/law/items/us.minimum_wage?on=2014-10-11",
    "/law/items/us.treasury_1yr_weekly",
    "/law/items/us-oh.trafficking_restitution",
    "/law/items/us-oh.trafficking_civil_action?on=2020-01-01",
    "/law/place/us",
    "/law/place/us-oh",
]
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'

FAMILIES = """
[federal_minimum_wage]
name = "Federal minimum wage"
[state_minimum_wage]
name = "State and local minimum wage"
[victim_compensation]
name = "Crime victim compensation"
[victim_compensation.terms]
website = "official site"
phone = "official telephone number"
maximum_usd = "largest award, in dollars"
"""
HEAD = """
unit = "USD/hour"
confirmed_on = 2020-12-31
known_through = 2020-12-31
[defaults]
recorded_on = 2020-12-31
authority = "1 Fict. Code § 2"
"""


def _item(family: str, name: str, *versions: str, head: str = HEAD) -> str:
    found = "".join(f"\n[[versions]]\n{version}\n" for version in versions)
    return f'family = "{family}"\nname = "{name}"\n{head}{found}'


@pytest.fixture
def small(app: Flask, tmp_path: Path) -> Callable[..., None]:
    """Let the pages show a law of a few files instead of the encoded one."""

    def put(**files: str) -> None:
        given = {
            "families": FAMILIES,
            "jurisdictions": 'us = "United States"\nus-ny = "New York"\nus-oh = "Ohio"',
            "sources/list": '[book]\ncites = "The Book (2020)"\nhost = "secondary"',
            "us/minimum_wage": _item(
                "federal_minimum_wage",
                "federal minimum wage",
                'effective_on = 2010-01-01\nvalue = 7.25\nchecked = "statute"\nquote = "$7.25"',
            ),
        }
        (tmp_path / "law" / "positions").mkdir(parents=True)
        for name, text in (given | files).items():
            path = tmp_path / "law" / f"{name}.toml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        app.extensions["law"] = load(tmp_path / "law")

    return put


def _state(*versions: str, head: str = HEAD) -> str:
    return _item("state_minimum_wage", "New York minimum wage", *versions, head=head)


def _ask(
    client: FlaskClient, place: str = "us-ny", on: str = "2015-05-01", **more: str
) -> TestResponse:
    return client.get(WAGE, query_string={"place": place, "on": on} | more, headers=ACCEPT)


def _text(response: TestResponse) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_whole_and_may_be_kept(client: FlaskClient, path: str) -> None:
    page = client.get(path, headers=ACCEPT)
    assert (page.status_code, page.mimetype) == (200, "text/html")
    assert page.text.count("<h1") == 1
    assert "<script" not in page.text
    assert not re.search(r"\sstyle=|\son[a-z]+=", page.text)
    assert 'href="/law" aria-current=' in page.text
    assert page.headers["Cache-Control"] == "public, max-age=300"
    assert encoded().whole_digest() in page.headers["ETag"]
    assert "Set-Cookie" not in page.headers
    assert page.headers["Referrer-Policy"] == "no-referrer"
    again = client.get(path, headers={"If-None-Match": page.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("path", PAGES)
def test_ids_are_given_once_and_names_refer_to_them(client: FlaskClient, path: str) -> None:
    page = client.get(path, headers=ACCEPT).text
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for names in re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', page):
        assert set(names.split()) <= set(ids)


class _Links(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.ids: set[str | None] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids.add(given.get("id"))
        if tag == "a":
            self.found.append(given)


def test_every_link_within_the_site_leads_somewhere(client: FlaskClient) -> None:
    waiting = list(PAGES)
    seen: dict[str, set[str | None]] = {}
    fragments: set[tuple[str, str]] = set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        page = client.get(path, headers=ACCEPT)
        assert page.status_code == 200, path
        links = _Links(page.text if page.mimetype == "text/html" else "")
        seen[path] = links.ids
        for link in links.found:
            href = link["href"]
            assert href is not None
            if re.match(r"https?:", href):
                assert link["rel"] == "noreferrer noopener"
            elif not href.startswith("tel:"):
                there, _, fragment = urljoin(path, href).partition("#")
                waiting.append(there)
                if fragment:
                    fragments.add((there, fragment))
    assert {f"/law/items/{key}" for key in encoded().keys()} <= seen.keys()  # noqa: SIM118 - a library
    for there, fragment in fragments:
        assert fragment in seen[there] or there == "/docs", (there, fragment)


def test_a_place_alone_only_fills_in_the_form(client: FlaskClient) -> None:
    page = client.get(f"{WAGE}?place=us-ny")
    assert page.status_code == 200
    assert '<option value="us-ny" selected>' in page.text
    assert 'name="tier"' in page.text
    assert 'id="answer"' not in page.text


@pytest.mark.parametrize("on", ["1996-02-29", "2014-10-11", "2019-10-11", "2026-11-21"])
@pytest.mark.parametrize("place", ["us-ny", "us-ca", "us-al", "us-oh", "us-ca.oakland", "us-dc"])
def test_the_page_names_the_wage_that_the_law_names(
    client: FlaskClient, place: str, on: str
) -> None:
    page = _ask(client, place, on)
    assert page.status_code == 200
    found = floors(encoded(), place, dt.date.fromisoformat(on))
    best = highest(found)
    if best is None:
        assert "Which minimum wage is highest cannot be said" in page.text
    else:
        assert best.version is not None
        value = value_text(best.version.value, best.version.unit)
        heading = re.search(r'<h2 id="answer">(.*?)</h2>', page.text, re.DOTALL)
        assert heading is not None
        assert f"${value} an hour" in heading[1]
    doubted = {Checked.STATUTE, Checked.OFFICIAL}
    if any(floor.version and floor.version.authority.checked not in doubted for floor in found):
        assert "Check before you rely on this" in page.text


def test_the_form_offers_every_state_and_every_place_with_a_wage_of_its_own(
    client: FlaskClient,
) -> None:
    options = set(re.findall(r'<option value="([^"]+)"', client.get(WAGE).text))
    law = encoded()
    keys = law.keys()
    wages = {key.removesuffix(".minimum_wage") for key in keys if key.endswith(".minimum_wage")}
    assert options == {*law.register("jurisdictions"), *wages} - {"us"}
    assert len(set(law.register("jurisdictions")) - {"us"}) == 54


def test_every_place_answers(client: FlaskClient) -> None:
    for place in re.findall(r'<option value="([^"]+)"', client.get(WAGE).text):
        assert _ask(client, place, "2020-06-15").status_code == 200, place


def test_an_answer_shows_where_each_value_stands_and_how_it_changed(
    client: FlaskClient, small: Callable[..., None]
) -> None:
    small(
        **{
            "us-ny/minimum_wage": _state(
                'effective_on = 2014-01-01\nvalue = 8.00\nchecked = "statute"\n'
                'quote = "not less than $8.00"\nquoted_as = "$8.00"\nurl = "https://www.nysenate.gov/x"',
                'effective_on = 2016-03-01\nbegins = "by"\nvalue = 9.10\nchecked = "single_source"\n'
                'source = "book"\nprinted = { book = "9.10" }\nnote = "A note on it."',
            )
        }
    )
    page = _ask(client, on="2017-01-01")
    text = _text(page)
    assert "$9.10 an hour" in text
    assert "Read in force on 2016-03-01" in text
    assert "rests on one publication" in text
    assert "The Book (2020), which prints “9.10”" in text
    assert "A note on it." in text
    assert "Check before you rely on this" in text
    assert "from what day it applied is not established" in text
    assert re.search(r"2014-01-01 \$8.00 \$7.25", text)
    assert 'role="img"' in page.text
    before = _text(_ask(client, on="2014-01-01"))
    assert "The New York minimum wage applies; it is the highest." in before
    assert "Quoted words not less than $8.00" in before
    assert "Check before you rely on this" not in before


def test_a_hole_is_said_and_never_filled(client: FlaskClient, small: Callable[..., None]) -> None:
    small(
        **{
            "us-ny/minimum_wage": _state(
                "effective_on = 2014-01-01\nends_on = 2014-12-31\nvalue = 8.00\n"
                'checked = "statute"\nquote = "$8.00"',
                'effective_on = 2016-01-01\nvalue = 9.00\nchecked = "statute"\nquote = "$9.00"',
            )
        }
    )
    for on, why in (
        ("2015-06-01", "known through 2014-12-31 only"),
        ("2012-01-01", "the first version took effect on 2014-01-01"),
    ):
        page = _ask(client, on=on)
        text = _text(page)
        assert page.status_code == 200
        assert "Which minimum wage is highest cannot be said" in text
        assert "It is at least $7.25 an hour" in text
        assert why in text.replace("The first", "the first")
    assert "Not known (through 2015-12-31)." in text


def test_sources_that_disagree_are_named(client: FlaskClient, small: Callable[..., None]) -> None:
    small(
        **{
            "us-ny/minimum_wage": _state(
                'effective_on = 2014-01-01\nvalue = 8.00\nchecked = "conflict"\nsource = "book"\n'
                'note = "The Book prints 8.00, the Almanac 8.05."'
            )
        }
    )
    text = _text(_ask(client))
    assert "Sources disagree" in text
    assert text.count("the Almanac 8.05") >= 2


def test_a_state_without_a_wage_of_its_own_leaves_the_federal_one(
    client: FlaskClient, small: Callable[..., None]
) -> None:
    small(
        **{
            "us-ny/minimum_wage": _state(
                'effective_on = 1900-01-01\nnone = "There is no such law."\nchecked = "statute"'
            )
        }
    )
    text = _text(_ask(client))
    assert "The federal minimum wage applies." in text
    assert "There is no such law" in text
    assert "cannot be said" not in text


def test_equal_wages_are_both_named(client: FlaskClient, small: Callable[..., None]) -> None:
    version = 'effective_on = 2010-01-01\nvalue = 7.25\nchecked = "statute"\nquote = "$7.25"'
    small(**{"us-ny/minimum_wage": _state(version)})
    assert "The same under federal and New York law." in _text(_ask(client))


def test_a_locality_is_named_without_a_register(
    client: FlaskClient, small: Callable[..., None]
) -> None:
    version = 'effective_on = 2010-01-01\nvalue = {}\nchecked = "statute"\nquote = "it"'
    small(
        **{
            "us-ny/minimum_wage": _state(version.format("8.00")),
            "us-ny/old_town/minimum_wage": _state(version.format("9.00")),
        }
    )
    page = _ask(client, "us-ny.old_town")
    assert '<optgroup label="Places in New York">' in page.text
    assert "The Old Town minimum wage applies; it is the highest." in _text(page)


def test_groups_are_offered_and_shown_beside_each_other(client: FlaskClient) -> None:
    page = _ask(client, "us-ny", "2019-10-11")
    assert '<option value="new_york_city">' in page.text
    assert "Each group on that day" in page.text
    chosen = _ask(client, "us-ny", "2019-10-11", tier="new_york_city")
    assert '<option value="new_york_city" selected>' in chosen.text
    assert "$15.00 an hour" in chosen.text.split('id="answer"')[1].split("</h2>")[0]
    assert 'name="tier"' not in _ask(client, "us-al").text


def test_the_federal_group_is_asked_for_before_1978_only(client: FlaskClient) -> None:
    page = _ask(client, "us-al", "1970-05-01")
    assert 'name="group"' in page.text
    assert 'href="#group"' in page.text
    assert "cannot be said" in page.text
    assert "cannot be said" not in _ask(client, "us-al", "1970-05-01", group="1938_act").text
    assert 'name="group"' not in _ask(client, "us-al", "1980-05-01").text


@pytest.mark.parametrize(
    ("query", "status", "fields"),
    [
        ({"place": "", "on": ""}, 400, ["place", "on"]),
        ({"on": "2014-10-11"}, 400, ["place"]),
        ({"place": "us-zz", "on": "2014-10-11"}, 400, ["place"]),
        ({"place": "us", "on": "2014-10-11"}, 400, ["place"]),
        ({"place": "../../etc/passwd", "on": "2014-10-11"}, 400, ["place"]),
        ({"place": "us-ny.\x00", "on": "2014-10-11"}, 400, ["place"]),
        ({"place": "us-ny" + "x" * 500, "on": "2014-10-11"}, 400, ["place"]),
        ({"place": "us-ny", "on": "soon"}, 400, ["on"]),
        ({"place": "us-ny", "on": "2014-02-30"}, 400, ["on"]),
        ({"place": "us-ny", "on": "٢٠١٤-10-11"}, 400, ["on"]),
        ({"place": "us-ny", "on": "2014-10-11", "tier": "miners"}, 400, ["tier"]),
        ({"place": "us-al", "on": "2014-10-11", "tier": "miners"}, 400, ["tier"]),
        ({"place": "us-ny", "on": "1970-10-11", "group": "miners"}, 400, ["group"]),
        ({"place": "us-ny", "on": "2090-01-01"}, 404, ["on"]),
        ({"place": "us-ny", "on": "1912-01-01"}, 404, ["on"]),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_was_entered_is_kept(
    client: FlaskClient, query: dict[str, str], status: int, fields: list[str]
) -> None:
    page = client.get(f"{WAGE}?{urlencode(query)}", headers=ACCEPT)
    assert page.status_code == status
    assert re.findall(r'<li><a href="#([a-z]+)">', page.text) == fields
    for field in fields:
        assert f'id="{field}-wrong"' in page.text
        assert re.search(rf'id="{field}"[^>]*aria-describedby="[^"]*{field}-wrong"', page.text)
    assert "Please check" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    if query.get("place") == "us-ny":
        assert '<option value="us-ny" selected>' in page.text
    if "on" in query:
        assert f'id="on" value="{query["on"]}"' in page.text


def test_a_place_whose_wage_is_missing_is_said_at_the_place(
    client: FlaskClient, small: Callable[..., None]
) -> None:
    small()
    page = _ask(client, "us-oh")
    assert page.status_code == 404
    assert "no minimum wage is encoded for this place" in page.text
    assert '<option value="us-oh" selected>' in page.text


@pytest.mark.parametrize(
    "path",
    [
        f"{WAGE}?place={{}}&on={{}}&tier={{}}&group={{}}&more={{}}",
        "/law/items/us-ny.minimum_wage?on={}&tier={}",
        "/law/items/{}",
        "/law/place/{}",
    ],
)
def test_markup_in_an_address_is_text(client: FlaskClient, path: str) -> None:
    hostile = urlencode({"": HOSTILE})[1:].replace("%2F", "")
    page = client.get(path.replace("{}", hostile), headers=ACCEPT)
    assert page.status_code in {400, 404}
    assert "<script" not in page.text
    assert "<img" not in page.text


@pytest.mark.parametrize(
    "path",
    [
        "/law/items/us.nothing",
        "/law/items/nothing",
        "/law/items/us.rules",
        "/law/items/us..",
        "/law/items/us." + "a" * 400,
        "/law/items/us.%00",
        "/law/items/..%2f..%2fetc",
        "/law/place/us-zz",
        "/law/place/ny",
        "/law/nowhere",
    ],
)
def test_what_is_not_there_is_a_problem_page(client: FlaskClient, path: str) -> None:
    page = client.get(path, headers=ACCEPT)
    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert page.headers["Cache-Control"] == "no-store"


def test_an_item_shows_its_versions_and_the_answer_of_a_day(client: FlaskClient) -> None:
    item = encoded().item("us.overtime_multiplier")
    page = client.get("/law/items/us.overtime_multiplier?on=2014-10-11", headers=ACCEPT)
    text = _text(page)
    for version in item.versions:
        assert str(version.effective_on) in text
        assert " ".join(version.authority.quote.split()) in text
    assert "Why each version does or does not apply on 2014-10-11" in text


@pytest.mark.parametrize(
    ("query", "status", "field"),
    [
        ("on=", 400, "on"),
        ("on=yesterday", 400, "on"),
        ("on=2090-01-01&tier=1938_act", 404, "on"),
        ("on=1970-05-01", 400, "tier"),
        ("on=1970-05-01&tier=miners", 400, "tier"),
    ],
)
def test_a_wrong_question_about_an_item_is_said_at_its_field(
    client: FlaskClient, query: str, status: int, field: str
) -> None:
    page = client.get(f"/law/items/us.minimum_wage?{query}", headers=ACCEPT)
    assert page.status_code == status
    assert f'<li><a href="#{field}">' in page.text
    assert f'id="{field}-wrong"' in page.text


def test_an_item_that_provides_nothing_on_a_day_says_so(
    client: FlaskClient, small: Callable[..., None]
) -> None:
    small(
        **{
            "us-ny/minimum_wage": _state(
                'effective_on = 2014-01-01\nvalue = 8.00\nchecked = "statute"\nquote = "$8.00"',
                'effective_on = 2016-01-01\nnone = "It was repealed."\nchecked = "statute"',
            )
        }
    )
    page = client.get("/law/items/us-ny.minimum_wage?on=2017-01-01", headers=ACCEPT)
    assert page.status_code == 200
    assert "On 2017-01-01 the law provides nothing" in page.text
    assert "It was repealed." in page.text


def test_a_long_series_shows_the_newest_and_says_what_it_leaves_out(client: FlaskClient) -> None:
    count = len(encoded().item("us.treasury_1yr_weekly").versions)
    page = client.get("/law/items/us.treasury_1yr_weekly", headers=ACCEPT)
    assert f"{count - 120:,} older versions are not shown here" in page.text
    old = client.get("/law/items/us.treasury_1yr_weekly?on=2001-03-14", headers=ACCEPT)
    assert re.search(r"2001-03-\d\d", old.text)


def test_a_place_has_everything_encoded_and_what_is_missing(client: FlaskClient) -> None:
    law = encoded()
    for place in ("us", "us-oh", "us-ca", "us-ny"):
        page = client.get(f"/law/place/{place}", headers=ACCEPT)
        text = _text(page)
        for key in law.keys():  # noqa: SIM118 - a library, not a mapping
            if key.split(".")[0] == place:
                assert f'href="/law/items/{key}"' in page.text
                assert " ".join(law.item(key).missing.split()) in text


def test_a_compensation_program_can_be_reached(
    client: FlaskClient, small: Callable[..., None]
) -> None:
    head = HEAD.replace('unit = "USD/hour"\n', "")
    version = (
        'effective_on = 2020-01-01\nbegins = "by"\nchecked = "secondary"\n[versions.terms]\n'
        'website = "ovc.example.gov/apply (ask for help), evil.example.com"\n'
        'phone = "1-800-555-0100"\nmaximum_usd = 50000'
    )
    small(
        **{
            "us-oh/victim_compensation": _item("victim_compensation", "Ohio", version, head=head),
            "us-ny/minimum_wage": _state(
                'effective_on = 2014-01-01\nvalue = 8\nchecked = "official"\nquote = "$8"'
            ),
        }
    )
    page = client.get("/law/place/us-oh", headers=ACCEPT).text
    link = '<a href="https://ovc.example.gov/apply" rel="noreferrer noopener">'
    assert f"{link}ovc.example.gov/apply</a> (ask for help), evil.example.com" in page
    assert '<a href="tel:+18005550100">1-800-555-0100</a>' in page
    assert "$50,000.00" in page
    assert "Nothing is encoded here for" in page
    assert "State and local minimum wage" in page


def test_every_position_has_an_anchor_its_options_and_its_authorities(client: FlaskClient) -> None:
    page = client.get("/law/positions")
    text = _text(page)
    for position in encoded().all_positions().values():
        assert f'<h3 id="{position.key}">' in page.text
        assert f'<a href="#{position.key}">' in page.text
        assert " ".join(position.why_default.split()) in text
        for option in position.options.values():
            assert " ".join(option.says.split()) in text
            for held in option.authorities:
                assert " ".join(held.holding.split()) in text
        for note in position.circuit_notes.values():
            assert " ".join(note.split()) in text


def test_the_start_counts_what_is_encoded(client: FlaskClient) -> None:
    law = encoded()
    items = list(law.items())
    text = _text(client.get("/law"))
    for key, family in law.register("families").items():
        found = [item for item in items if item.family == key and not item.missing]
        versions = sum(len(item.versions) for item in found)
        assert re.search(rf"{re.escape(family['name'])} \d+ {len(found):,} {versions:,} \d+", text)
    for name in law.register("jurisdictions").values():
        assert name in text
