"""A person's way from a timesheet to records, with axe on every page of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessible import violations
from tests.intake.files import csv

HOURS = csv(
    "Date,Time in,Time out,Hours,Name",
    *[f"1/{day}/2012,7:00 AM,7:{day} PM,12,Synthetic" for day in range(10, 28)],
)


def _hand_in(page: Page, content: bytes = HOURS) -> None:
    page.goto("/records")
    file: Any = {"name": "hours.csv", "mimeType": "text/csv", "buffer": content}
    page.get_by_label("Table", exact=True).set_input_files(file)
    page.get_by_role("button", name="Show the columns").click()


def _confirm(page: Page) -> None:
    _hand_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Which column is which?")


def _read(page: Page) -> None:
    _confirm(page)
    page.get_by_role("button", name="Read the table so").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("18 records for a claim")


def _wrong_rows(page: Page) -> None:
    _confirm(page)
    page.get_by_label("Dates").select_option("Day first: 10/11/2014 is November 10")
    page.get_by_role("button", name="Read the table so").click()
    expect(page.get_by_role("alert")).to_contain_text("row 5, column Date")


def _wrong_file(page: Page) -> None:
    _hand_in(page, b"\x89PNG\x00")
    expect(page.get_by_role("alert")).to_contain_text("cannot be read yet")


PAGES: dict[str, Callable[[Page], object]] = {
    "start": lambda page: page.goto("/records"),
    "columns": _confirm,
    "records": _read,
    "wrong rows": _wrong_rows,
    "wrong file": _wrong_file,
}


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_records_is_accessible_and_needs_no_sideways_scroll(
    visit: Callable[..., Any], name: str, width: int
) -> None:
    page = visit(width=width, bypass_csp=True).page
    PAGES[name](page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_a_timesheet_becomes_records_without_javascript(
    visit: Callable[..., Any], tmp_path: Path
) -> None:
    page = visit(java_script_enabled=False).page
    _read(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download records.json").click()
    path = tmp_path / "records.json"
    waiting.value.save_as(path)
    records = json.loads(path.read_text("utf-8"))["hours"]["records"]
    assert records[0] == {"on": "2012-01-10", "start": "07:00", "end": "19:10"}
    assert "Synthetic" not in path.read_text("utf-8")
    assert page.url.endswith("/records/read")
