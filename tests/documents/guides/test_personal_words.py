"""The words of the guide for one person's answers are approved by being in the repository."""

import os
from pathlib import Path

import pytest

from remedies.documents.guides import guide_html
from remedies.documents.texts import languages
from tests.documents.guides.test_personal import PEOPLE, made
from tests.documents.test_golden_texts import words

GOLDEN = Path(__file__).parents[1] / "golden" / "personal"
EVERY = [f"{name}.{code}" for name in ("household", "sentenced") for code in languages()]


@pytest.mark.parametrize("key", EVERY)
def test_the_words_are_the_approved_words(key: str) -> None:
    name, code = key.split(".")
    found = words(guide_html(made(PEOPLE[name], code)))
    path = GOLDEN / f"{key}.txt"
    if os.environ.get("APPROVE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    approved = path.read_text(encoding="utf-8") if path.exists() else ""
    assert found == approved, (
        f"The words of {key} are no longer the approved ones. Read the difference; if it is meant, "
        "approve it with\n"
        f"    APPROVE=1 python -m pytest tests/documents/guides/test_personal_words.py -k {key}\n"
        f"and commit {path.name} with the change."
    )


def test_nothing_is_approved_that_is_not_made() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(EVERY)
