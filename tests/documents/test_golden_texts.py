"""The words of every document, as printed, are approved by being in the repository."""

import datetime as dt
import os
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from remedies import casework, law
from remedies.calculators.answer import answer
from remedies.casework.exercises import worked_examples
from remedies.documents.answer_view import AnswerView
from remedies.documents.guides import GUIDES, Guide, Needs, guide, guide_html
from remedies.documents.guides.court import PAPERS, Given, court_guide
from remedies.documents.guides.exercises import HANDOUTS, Worked, handout
from remedies.documents.texts.library import spoken
from remedies.intake.confirming import Said, looked_at

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "guides"
EXAMPLES = HERE.parents[1] / "examples"
AS_OF = dt.date(2026, 11, 22)
PLACE = "us-ca"
COLUMNS = "workweek=Week of,hours=Hrs,rate=Rate,due=Due,paid=Paid"
EVERY = [
    *(f"{name}.{code}" for name, kind in GUIDES.items() for code in kind.languages),
    *(f"{name}.{how}{code}" for name in PAPERS for code in spoken(name) for how in ("", "blank.")),
    *(f"{name}.en" for name in HANDOUTS),
]
_BLOCK = re.compile(r"</?(?:p|h\d|li|ul|ol|tr|table|caption|section|div|main|title|body)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def worked() -> Mapping[str, Worked]:
    return worked_examples(EXAMPLES)


@pytest.fixture(scope="module")
def given() -> Mapping[str, Given]:
    """What each paper is filled from: among them every table and every condition."""
    claims = {
        "declaration-of-losses": "live_in_domestic",
        "response-to-objections": "rate_change",
    }
    found = {}
    for name in PAPERS:
        claim = claims.get(name, "sex_trafficking_minor")
        assessment = casework.assessed((EXAMPLES / f"{claim}.json").read_bytes())
        found[name] = Given(assessment=assessment, case="EXAMPLE-1", victim="V-1")
    own = found["response-to-objections"].assessment
    theirs = looked_at((EXAMPLES / "opposing_schedule.csv").read_bytes(), Said(columns=COLUMNS))
    assert own is not None
    assert theirs.read is not None
    view = AnswerView(own, answer(own, theirs.read.schedule))
    return {**found, "response-to-objections": Given(assessment=own, answer=view)}


def words(html: str) -> str:
    """What a reader sees: a line for each paragraph, point and row; cells with a bar between them."""
    body = re.sub(r"</t[hd]>\s*<t[hd]\b[^>]*>", " | ", html)
    body = re.sub(r"<h(\d)\b[^>]*>", lambda level: "\x00\x00" + "#" * int(level[1]) + " ", body)
    lines = (
        " ".join(_TAG.sub("", each).split()) for each in _BLOCK.sub("\x00", body).split("\x00")
    )
    return unescape("\n".join(line for line in lines if line)) + "\n"


def _guide(key: str, given: Mapping[str, Given], worked: Mapping[str, Worked]) -> Guide:
    name, *marks, code = key.split(".")
    if name in PAPERS:
        facts = Given() if marks else given[name]
        return court_guide(name, law.encoded(), AS_OF, facts, code)
    if name in HANDOUTS:
        return handout(name, law.encoded(), AS_OF, worked)
    place = PLACE if GUIDES[name].needs is Needs.PLACE else ""
    return guide(name, code, law.encoded(), AS_OF, place)


@pytest.mark.parametrize("key", EVERY)
def test_the_words_are_the_approved_words(
    key: str, given: Mapping[str, Given], worked: Mapping[str, Worked]
) -> None:
    found = words(guide_html(_guide(key, given, worked)))
    path = GOLDEN / f"{key}.txt"
    if os.environ.get("APPROVE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    approved = path.read_text(encoding="utf-8") if path.exists() else ""
    assert found == approved, (
        f"The words of {key} are no longer the approved ones. Read the difference; if it is meant, "
        "approve it with\n"
        f"    APPROVE=1 python -m pytest tests/documents/test_golden_texts.py -k {key}\n"
        f"and commit {path.name} with the change."
    )


def test_nothing_is_approved_that_is_not_made() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(EVERY)
