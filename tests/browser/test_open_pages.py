"""What may be open, and the guides, in a real browser: accessible, in two languages, without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessible import violations


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def _begin(page: Page) -> None:
    page.goto("/remedies")
    _press(page, "Begin")


def _months(page: Page) -> None:
    _begin(page)
    for _ in range(4):
        _press(page, "Skip this question")
    expect(page.get_by_role("heading", level=1)).to_contain_text("When did it begin")


def _wrong_month(page: Page) -> None:
    _months(page)
    page.get_by_label("Year, with four digits").first.fill("19")
    _press(page, "Next")
    expect(page.get_by_role("alert")).to_contain_text("four digits")


def _kinds(page: Page) -> None:
    _begin(page)
    _press(page, "Next")


def _result(page: Page) -> None:
    _kinds(page)
    page.get_by_label("Housework").check()
    _press(page, "Next")
    page.get_by_label("Yes", exact=True).check()
    _press(page, "See what may be open now")
    expect(page.get_by_role("heading", level=1)).to_have_text("What may be open to you")


def _spanish_result(page: Page) -> None:
    _result(page)
    _press(page, "Español")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lo que puede estar abierto")


def _guide(page: Page) -> None:
    page.goto("/documents")
    guide = page.get_by_role("region", name="Getting your unpaid wages")
    guide.get_by_role("button", name="Read it here").click()


def _no_state(page: Page) -> None:
    page.goto("/documents")
    guide = page.get_by_role("region", name="Crime victim compensation")
    guide.get_by_role("button", name="Read it here").click()
    expect(page.get_by_role("alert")).to_have_text("Choose a state first.")


PAGES: dict[str, Callable[[Page], object]] = {
    "safety": lambda page: page.goto("/remedies"),
    "state": _begin,
    "kinds": _kinds,
    "months": _months,
    "wrong month": _wrong_month,
    "result": _result,
    "result in Spanish": _spanish_result,
    "guides": lambda page: page.goto("/documents"),
    "guides without a state": _no_state,
    "guide": _guide,
}


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible_and_needs_no_sideways_scroll(
    visit: Callable[..., Any], name: str, width: int
) -> None:
    page = visit(width=width, bypass_csp=True).page
    PAGES[name](page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_the_questions_work_without_javascript_and_leave_no_trace(
    visit: Callable[..., Any],
) -> None:
    visited = visit(java_script_enabled=False)
    page: Page = visited.page
    page.goto("/remedies")
    expect(page.get_by_role("link", name="Leave this site quickly")).to_be_visible()
    expect(page.locator("#leave-note")).to_contain_text("cannot hide")
    _press(page, "Begin")
    page.get_by_label("State or territory").select_option("California")
    _press(page, "Next")
    page.get_by_label("Farm work").check()
    _press(page, "Next")
    _press(page, "Back")
    expect(page.get_by_label("Farm work")).to_be_checked()
    _press(page, "Español")
    expect(page.get_by_label("Trabajo en el campo")).to_be_checked()
    _press(page, "Ver ahora lo que puede estar abierto")
    expect(page.locator("#wages_mspa")).to_be_visible()
    with page.expect_download() as download:
        _press(page, "Obtener esto en PDF")
    assert download.value.suggested_filename == "guide.pdf"
    assert visited.context.cookies() == []
    assert all("?" not in url and "US-CA" not in url for url in visited.requests)


def test_a_guide_is_read_and_taken_as_a_file(visit: Callable[..., Any]) -> None:
    page: Page = visit(java_script_enabled=False).page
    page.goto("/documents")
    guide = page.get_by_role("region", name="Crime victim compensation")
    guide.get_by_label("State").select_option("Texas")
    guide.get_by_role("button", name="Read it here").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Texas")
    with page.expect_download() as download:
        _press(page, "Word")
    assert download.value.suggested_filename == "guide.docx"
