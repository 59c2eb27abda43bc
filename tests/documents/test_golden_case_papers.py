"""The words of a case's papers, as printed for the example case, are approved in the repository."""

import datetime as dt
import os
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from remedies.casework.cases import proposal, proposal_view, restoration, victims_schedule
from remedies.casework.example_case import example_case
from remedies.documents.proposed_order import proposed_order_html
from remedies.documents.restoration import restoration_html
from remedies.documents.victims_schedule import victims_schedule_html

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "case_papers"
STORY = HERE.parents[1] / "examples" / "case" / "story.json"
AT = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
BEFORE_JUDGMENT = dt.date(2024, 3, 1)
AFTER_SALE = dt.date(2024, 9, 1)
EVERY = ("proposed-order", "restoration-request", "schedule-of-victims")
_BLOCK = re.compile(
    r"</?(?:p|h\d|li|ul|ol|tr|table|caption|section|div|main|title|body|dt|dd|br)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    with example_case(STORY, AT) as (desk, case_id):
        found = proposal(desk, case_id, as_of=BEFORE_JUDGMENT)
        asked = restoration(desk, case_id, "AS-1", as_of=AFTER_SALE)
        victims = victims_schedule(desk, case_id, as_of=BEFORE_JUDGMENT)
    return {
        "proposed-order": proposed_order_html(proposal_view(found)),
        "restoration-request": restoration_html(asked.found, asked.case),
        "schedule-of-victims": victims_schedule_html(victims),
    }


def words(html: str) -> str:
    """What a reader sees: a line for each paragraph, point and row; cells with a bar between them."""
    body = re.sub(r"</t[hd]>\s*<t[hd]\b[^>]*>", " | ", html).replace("&shy;", "")
    body = re.sub(r'<span class="blank">([^<]*)</span>', r"[\1]", body)
    body = re.sub(r"<h(\d)\b[^>]*>", lambda level: "\x00\x00" + "#" * int(level[1]) + " ", body)
    lines = (
        " ".join(_TAG.sub("", each).split()) for each in _BLOCK.sub("\x00", body).split("\x00")
    )
    return unescape("\n".join(line for line in lines if line)) + "\n"


@pytest.mark.parametrize("name", EVERY)
def test_the_words_are_the_approved_words(name: str, pages: Mapping[str, str]) -> None:
    found = words(pages[name])
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("APPROVE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    approved = path.read_text(encoding="utf-8") if path.exists() else ""
    assert found == approved, (
        f"The words of {name} are no longer the approved ones. Read the difference; if it is meant, "
        "approve it with\n"
        f"    APPROVE=1 python -m pytest tests/documents/test_golden_case_papers.py -k {name}\n"
        f"and commit {path.name} with the change."
    )


def test_nothing_is_approved_that_is_not_made() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(EVERY)
