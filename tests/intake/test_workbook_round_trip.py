"""A claim, written as a workbook and read again, is the same claim."""

import io
import json
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from remedies.errors import FactsError
from remedies.intake.workbook import LANGUAGES, blank, filled, read_intake
from remedies.wire import read_claim
from tests.properties.claims import claim, made, whole
from tests.properties.claims_varied import varied, wage_choices

Document = dict[str, Any]
EVERYTHING = Path(__file__).with_name("everything.json")
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
ORDER = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")


def said(document: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return what a claim says: without what is empty, its days in one order."""
    if isinstance(document, dict):
        kept = {key: said(value) for key, value in document.items()}
        kept = {key: value for key, value in kept.items() if value not in ({}, [], None, "")}
        if "days" in kept and isinstance(kept["days"], list):
            kept["days"] = sorted(kept["days"], key=ORDER.index)
        return kept
    return [said(entry) for entry in document] if isinstance(document, list) else document


def round_trip(document: Document, language: str) -> Document:
    intake = read_intake(filled(document, language))
    assert intake.problems == ()
    assert intake.language == language
    return intake.document


def random_claim(r: Random) -> Document:
    document = whole(r) if r.randint(0, 2) else claim(varied(r), positions=wage_choices(r))
    for period in document["work"]:
        if period.get("paid", {}).get("records") == []:
            period["paid"] = {"total": "0.00"}
    return document


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [*EXAMPLES, EVERYTHING], ids=lambda path: path.stem)
def test_a_claim_comes_back_as_it_was(path: Path, language: str) -> None:
    document = json.loads(path.read_text())
    assert round_trip(document, language) == document


@given(made(random_claim))
@settings(max_examples=40)
def test_random_claims_come_back_as_they_were(document: Document) -> None:
    language = "es" if len(document["work"]) % 2 else "en"
    again = round_trip(document, language)
    assert said(again) == said(document)
    assert read_claim(again).work == read_claim(document).work


def test_every_column_is_used_by_the_claim_of_everything() -> None:
    book = openpyxl.load_workbook(io.BytesIO(filled(json.loads(EVERYTHING.read_text()), "en")))
    unused = []
    for sheet in book.worksheets[2:-1]:
        for column in list(sheet.columns)[1:-1]:
            marks = [cell.value for cell in next(iter(sheet.columns))]
            facts = [
                cell.value
                for mark, cell in zip(marks[4:], column[4:], strict=True)
                if mark != "Example"
            ]
            if not any(facts):
                unused.append(f"{sheet.title}: {column[2].value}")
    assert unused == []


def test_what_has_no_place_in_the_workbook_is_said() -> None:
    document = json.loads(EXAMPLES[0].read_text())
    document["work"][0]["paid"] = {"records": []}
    with pytest.raises(FactsError) as raised:
        filled(document, "en")
    (problem,) = raised.value.problems
    assert (problem.field, problem.code) == ("work[0].paid.records", "no_place")


def test_a_claim_that_cannot_be_used_is_not_continued() -> None:
    with pytest.raises(FactsError):
        filled({"claim": "1", "work": []}, "en")


def test_the_same_facts_make_the_same_bytes() -> None:
    document = json.loads(EVERYTHING.read_text())
    assert blank("es") == blank("es")
    assert filled(document, "en") == filled(document, "en")
    assert blank("es") != blank("en")
