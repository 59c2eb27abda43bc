import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessible import violations

DOUBT = Path(__file__).parents[1] / "documents" / "golden" / "claims" / "doubt.json"
EXAMPLE = Path(__file__).parents[2] / "examples" / "forced_labor.json"


def _compute(page: Page) -> None:
    page.get_by_role("button", name="Compute", exact=True).click()


def _fill(page: Page) -> None:
    page.goto("/calculator")
    page.get_by_label("Reference for the victim").fill("V-1")
    page.get_by_label("Statute of conviction").fill("18 USC 1589")
    page.get_by_label("Circuit").select_option("Fourth")
    page.get_by_label("As of").fill("2026-11-21")
    page.get_by_label("First day of work").fill("2009-09-13")
    page.get_by_label("Last day of work").fill("2014-10-11")
    page.get_by_label("Hours", exact=True).fill("100")
    for day in ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"):
        page.get_by_role("checkbox", name=day).check()
    page.get_by_label("None: no pay was agreed").check()
    page.get_by_label("Exhibit").fill("Ex. 4 at 2")
    page.get_by_label("Evidence").select_option("Testimony")


def _result(page: Page) -> None:
    _fill(page)
    _compute(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Restitution for V-1")


def _errors(page: Page) -> None:
    page.goto("/calculator")
    page.get_by_label("Hourly", exact=True).check()
    page.get_by_label("Hours", exact=True).fill("169 hours")
    _compute(page)
    expect(page.get_by_role("alert")).to_contain_text("need your attention")


def _bad_file(page: Page) -> None:
    page.goto("/calculator")
    content = b'{"claim": "1", "claim": "1"}'
    file = {"name": "claim.json", "mimeType": "application/json", "buffer": content}
    page.get_by_label("Claim file", exact=True).set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Compute the claim file").click()
    expect(page.get_by_role("alert")).to_contain_text("given twice")


def _doubtful(page: Page) -> None:
    claim = json.loads(DOUBT.read_text())
    claim["civil"] = {"filed_on": "2013-01-02", "interest_to": "2014-01-02"}
    content = json.dumps(claim).encode()
    page.goto("/calculator")
    file = {"name": "claim.json", "mimeType": "application/json", "buffer": content}
    page.get_by_label("Claim file", exact=True).set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Compute the claim file").click()
    expect(page.get_by_role("heading", name="Theories side by side")).to_be_visible()


PAGES: dict[str, Callable[[Page], object]] = {
    "start": lambda page: page.goto("/"),
    "calculator": lambda page: page.goto("/calculator"),
    "calculator with errors": _errors,
    "calculator with a bad file": _bad_file,
    "result": _result,
    "result with doubts": _doubtful,
    "method": lambda page: page.goto("/method"),
    "docs": lambda page: page.goto("/docs"),
    "problem": lambda page: page.goto("/problems/invalid-claim"),
    "not found": lambda page: page.goto("/nowhere"),
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


def test_axe_can_fail(visit: Callable[..., Any]) -> None:
    page = visit(bypass_csp=True).page
    page.goto("/")
    page.evaluate("document.querySelector('main').innerHTML = '<input><img src=\"data:,\">'")
    assert {violation.split(":")[0] for violation in violations(page)} >= {"image-alt", "label"}


def test_everything_works_without_javascript(visit: Callable[..., Any], tmp_path: Path) -> None:
    page = visit(java_script_enabled=False).page
    page.goto("/")
    page.get_by_role("link", name="Open the calculator").click()
    page.get_by_label("Claim file", exact=True).set_input_files(EXAMPLE)
    page.get_by_role("button", name="Compute the claim file").click()
    total = page.get_by_role("heading", level=1).inner_text().split("$")[1]
    expect(page.get_by_role("img", name="What the figure is made of")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download result.json").click()
    path = tmp_path / "result.json"
    waiting.value.save_as(path)
    assert waiting.value.suggested_filename == "result.json"
    assert f"{float(json.loads(path.read_text())['total']):,.2f}" == total
    for name in ("memorandum.pdf", "schedule.pdf", "schedule.xlsx"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=f"Download {name}").click()
        assert waiting.value.suggested_filename == name
    assert "V-1" not in page.url


def _tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText"
        )
        if focused and re.match(rf"{re.escape(name)}( \(if known\))?$", focused.strip()):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", name
            return
    pytest.fail(f"the keyboard does not reach {name}")


def test_a_person_gets_a_result_with_the_keyboard_only(visit: Callable[..., Any]) -> None:
    page = visit().page
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Skip to the content"
    page.keyboard.press("Enter")
    _tab_to(page, "Open the calculator")
    page.keyboard.press("Enter")
    page.wait_for_url("**/calculator")
    for name, text in [
        ("Reference for the victim", "V-1"),
        ("Statute of conviction", "18 USC 1589"),
        ("Circuit", "Fourth"),
        ("First day of work", "01012012"),
        ("Last day of work", "03312012"),
        ("Hours", "72"),
    ]:
        _tab_to(page, name)
        page.keyboard.type(text)
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"):
        _tab_to(page, day)
        page.keyboard.press("Space")
    _tab_to(page, "None: no pay was agreed")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Hourly", exact=True)).to_be_checked()
    _tab_to(page, "Compute")
    page.keyboard.press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Hourly rate in dollars: this is needed")
    expect(summary).to_be_focused()
    _tab_to(page, "Hourly rate in dollars")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Hourly rate in dollars")).to_be_focused()
    page.keyboard.type("5.00")
    _tab_to(page, "Paid")
    page.keyboard.type("Nothing")
    _tab_to(page, "Compute")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Restitution for V-1")
    _tab_to(page, "Change the facts")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Hourly rate in dollars")).to_have_value("5.00")


def test_only_the_fields_of_the_chosen_basis_are_shown(visit: Callable[..., Any]) -> None:
    page = visit().page
    page.goto("/calculator")
    rate, salary = page.get_by_label("Hourly rate in dollars"), page.get_by_label("Salary in")
    expect(rate).to_be_hidden()
    page.get_by_label("Hourly", exact=True).check()
    expect(rate).to_be_visible()
    expect(salary).to_be_hidden()
    page.get_by_label("Salary", exact=True).check()
    expect(salary).to_be_visible()
    expect(rate).to_be_hidden()


def test_the_content_policy_stops_script_and_style_that_are_not_ours(
    visit: Callable[..., Any],
) -> None:
    page = visit().page
    page.goto("/")
    blocked = page.evaluate(
        """() => new Promise(found => {
            document.addEventListener('securitypolicyviolation', e => found(e.effectiveDirective));
            const script = document.createElement('script');
            script.textContent = 'window.ran = true';
            document.body.append(script);
        })"""
    )
    assert blocked == "script-src-elem"
    assert page.evaluate("window.ran") is None


def test_the_civil_claim_is_downloaded_from_its_own_section(visit: Callable[..., Any]) -> None:
    page = visit().page
    _doubtful(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download civil.pdf of the civil claim").click()
    assert waiting.value.suggested_filename == "civil.pdf"
