"""Every document as a page: nothing that axe finds, nothing wider than a telephone, nothing loaded."""

import datetime as dt
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from remedies.casework.printing import printed
from remedies.casework.wanted import HTML
from scripts import documents
from tests.browser.accessible import violations

AS_OF = dt.date(2026, 11, 21)
PLACES = ("", "us-ca")
_LANG = re.compile(r'<html lang="([a-z]+)"')


def pages() -> list[documents.File]:
    """Every page of the set; of the guides for a place, one."""
    every = (*documents.general(AS_OF), *documents.of_case())
    return [each for each in every if each.wanted.form == HTML and each.wanted.place in PLACES]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 800})
    opened = context.new_page()
    yield opened
    context.close()


@pytest.mark.parametrize("file", pages(), ids=lambda file: str(file.path))
def test_a_document_is_accessible_and_fits_a_telephone(page: Page, file: documents.File) -> None:
    asked: list[str] = []
    watch: Callable[..., None] = lambda request: asked.append(request.url)  # noqa: E731
    page.on("request", watch)
    html = printed(file.wanted).decode()
    page.set_content(html)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.remove_listener("request", watch)
    assert asked == []
    language = _LANG.search(html)
    assert language is not None
    assert language[1] == file.wanted.language
