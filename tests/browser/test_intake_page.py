"""A person's path through the intake workbook's page, with axe, narrow and wide, with and without script."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from remedies.intake.workbook import blank, filled, read_intake
from tests.browser.accessible import violations

EXAMPLE = Path(__file__).parents[2] / "examples" / "forced_labor.json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _hand_in(page: Page, content: bytes) -> None:
    page.goto("/intake")
    file = {"name": "intake.xlsx", "mimeType": XLSX, "buffer": content}
    page.get_by_label("Filled workbook").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Read the workbook").click()


def _read(page: Page) -> None:
    _hand_in(page, filled(json.loads(EXAMPLE.read_text()), "en"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("V-1")


def _mend(page: Page) -> None:
    _hand_in(page, blank("es"))
    expect(page.get_by_role("heading", level=1)).to_have_text("4 cells to mend")


def _no_workbook(page: Page) -> None:
    _hand_in(page, b"nothing")
    expect(page.get_by_role("alert")).to_contain_text("is not a workbook")


def _opened(page: Page) -> None:
    _read(page)
    page.get_by_text("The claim, as programs read it").click()


PAGES: dict[str, Callable[[Page], object]] = {
    "start": lambda page: page.goto("/intake"),
    "no workbook": _no_workbook,
    "cells to mend": _mend,
    "read": _read,
    "read, claim opened": _opened,
}


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", PAGES)
def test_every_intake_page_is_accessible_and_needs_no_sideways_scroll(
    visit: Callable[..., Any], name: str, width: int
) -> None:
    page = visit(width=width, bypass_csp=True).page
    PAGES[name](page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_from_a_blank_workbook_to_the_figure_without_javascript(
    visit: Callable[..., Any], tmp_path: Path
) -> None:
    page = visit(java_script_enabled=False).page
    page.goto("/intake")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Español").click()
    assert waiting.value.suggested_filename == "intake-es.xlsx"
    path = tmp_path / "intake.xlsx"
    waiting.value.save_as(path)
    assert path.read_bytes() == blank("es")
    _read(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download claim.json").click()
    claim = tmp_path / "claim.json"
    waiting.value.save_as(claim)
    assert json.loads(claim.read_text()) == json.loads(EXAMPLE.read_text())
    page.get_by_role("button", name="Compute the figure").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Restitution for V-1")
    assert "V-1" not in page.url


def test_a_claim_file_becomes_a_workbook_again(visit: Callable[..., Any], tmp_path: Path) -> None:
    page = visit().page
    page.goto("/intake")
    page.get_by_label("Claim file").set_input_files(EXAMPLE)
    page.get_by_label("Language of the workbook").select_option("Español")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Make the workbook").click()
    path = tmp_path / "intake.xlsx"
    waiting.value.save_as(path)
    found = read_intake(io.BytesIO(path.read_bytes()).read())
    assert (found.language, found.problems) == ("es", ())
