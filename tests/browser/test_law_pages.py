import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessible import violations

PAGES = {
    "start": "/law",
    "minimum wage": "/law/minimum-wage",
    "minimum wage of a day": "/law/minimum-wage?place=us-ny&on=2019-10-11",
    "minimum wage of a locality": "/law/minimum-wage?place=us-ca.oakland&on=2019-10-11",
    "minimum wage that depends on a group": "/law/minimum-wage?place=us-ny&on=1970-05-01",
    "minimum wage with errors": "/law/minimum-wage?place=&on=soon&tier=x&group=y",
    "positions": "/law/positions",
    "parameter": "/law/items/us-ny.minimum_wage?on=2019-10-11",
    "provision": "/law/items/us-ny.wage_damages?on=2015-01-01",
    "missing item": "/law/items/us-oh.trafficking_restitution",
    "state": "/law/place/us-oh",
    "federal": "/law/place/us",
    "not found": "/law/place/us-zz",
}


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", PAGES)
def test_every_law_page_is_accessible_and_needs_no_sideways_scroll(
    visit: Callable[..., Any], name: str, width: int
) -> None:
    page = visit(width=width, bypass_csp=True).page
    page.goto(PAGES[name])
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_a_person_reads_the_minimum_wage_of_new_york_without_javascript(
    visit: Callable[..., Any], width: int
) -> None:
    page = visit(width=width, java_script_enabled=False).page
    page.goto("/")
    page.get_by_role("link", name="Law", exact=True).click()
    page.get_by_role("link", name="Minimum wage", exact=True).click()
    page.get_by_label("Place of work").select_option("New York")
    page.get_by_label("Day of work").fill("2019-10-11")
    page.get_by_role("button", name="Show the minimum wage").click()
    expect(page.get_by_role("heading", level=2, name="$11.10 an hour")).to_be_visible()
    page.get_by_label("Kind of employer or work").select_option(value="new_york_city")
    page.get_by_role("button", name="Show the minimum wage").click()
    expect(page.get_by_role("heading", level=2, name="$15.00 an hour")).to_be_visible()
    expect(page.get_by_label("Place of work")).to_have_value("us-ny")
    expect(page.get_by_label("Day of work")).to_have_value("2019-10-11")
    drawing = page.get_by_role("img", name="Minimum wages in New York through time")
    if width > 800:
        expect(drawing).to_be_visible()
    history = page.get_by_role("table", name=re.compile("New York minimum wage"))
    expect(history.get_by_role("row", name=re.compile("^2018-12-31"))).to_contain_text("$15.00")
    page.get_by_text("The federal minimum wage by itself").click()
    expect(page.get_by_role("row", name=re.compile("^2009-07-24.*7.25")).last).to_be_visible()
    page.get_by_role("link", name="New York", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("New York")


def test_a_mistake_is_found_and_mended_with_the_keyboard_only(visit: Callable[..., Any]) -> None:
    page = visit().page
    page.goto("/law/minimum-wage")
    _tab_to(page, "Place of work")
    page.keyboard.type("Ohio")
    _tab_to(page, "Day of work")
    page.keyboard.type("October 11")
    page.keyboard.press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("this is not a date such as 2014-10-11")
    expect(summary).to_be_focused()
    _tab_to(page, "Day of work")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Day of work")).to_be_focused()
    expect(page.get_by_label("Day of work")).to_have_value("October 11")
    page.keyboard.press("Control+A")
    page.keyboard.type("2014-10-11")
    _tab_to(page, "Show the minimum wage")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name="$7.95 an hour")).to_be_visible()
    _tab_to(page, "us-oh.minimum_wage")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ohio minimum wage")


def _tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText"
        )
        if focused and focused.strip() == name:
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", name
            return
    pytest.fail(f"the keyboard does not reach {name}")


def test_a_position_is_reached_from_the_index_and_opens_its_authorities(
    visit: Callable[..., Any],
) -> None:
    page = visit().page
    page.goto("/law/positions")
    question = re.compile("include the Act's liquidated damages")
    page.get_by_role("navigation", name="Positions").get_by_role("link", name=question).click()
    assert page.url.endswith("#liquidated_damages")
    heading = page.get_by_role("heading", level=3, name=question)
    expect(heading).to_be_in_viewport()
    article = page.get_by_role("article", name=question)
    article.get_by_text("Authorities").click()
    edwards = re.compile("^United States v. Edwards, 995 F.3d 342")
    expect(article.get_by_role("link", name=edwards)).to_be_visible()


def test_a_link_to_a_government_says_nothing_of_where_it_was_followed(
    visit: Callable[..., Any],
) -> None:
    page = visit().page
    page.goto("/law/place/us-oh")
    out = page.locator('a[href^="http"]')
    assert out.count() > 3
    for place in range(out.count()):
        assert out.nth(place).get_attribute("rel") == "noreferrer noopener"
    assert page.locator('a[href^="tel:"]').count() > 0
