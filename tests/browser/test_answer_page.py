"""A person's path through the answer to an opposing schedule: files, columns, differences, paper."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessible import violations

EXAMPLES = Path(__file__).parents[2] / "examples"


def check(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_two_files_lead_to_the_differences(visit: Callable[..., Any], width: int) -> None:
    page = visit(width=width, bypass_csp=True).page
    page.goto("/answer")
    check(page, width)
    page.get_by_role("button", name="Show the columns").click()
    expect(page.get_by_role("alert")).to_contain_text("choose a file first")
    page.get_by_label("Your claim file").set_input_files(EXAMPLES / "rate_change.json")
    page.get_by_label("Their schedule").set_input_files(EXAMPLES / "opposing_schedule.csv")
    page.get_by_role("button", name="Show the columns").click()
    expect(page.get_by_label("Wages due")).to_have_value("@D")
    check(page, width)
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("6 workweeks differ")
    check(page, width)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download answer.xlsx").click()
    assert download.value.suggested_filename == "answer.xlsx"
