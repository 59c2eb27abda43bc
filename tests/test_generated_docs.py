"""The documents made from the law are those of the law as it is encoded."""

from pathlib import Path

import pytest

from remedies import law
from scripts.generated_docs import documents

DOCUMENTS = documents(law.encoded())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_generated_document_is_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == DOCUMENTS[path], "run make docs"


def test_coverage_has_every_jurisdiction_in_every_state_family() -> None:
    text = next(text for path, text in DOCUMENTS.items() if path.name == "coverage.md")
    sections = {part.split("\n", 1)[0]: part for part in text.split("\n## ")[1:]}
    names = [name for key, name in law.encoded().register("jurisdictions").items() if key != "us"]
    for family in (
        "State and local minimum wage",
        "Damages and limitation for unpaid wages",
        "State civil actions for trafficking victims",
        "Crime victim compensation programs",
        "State restitution for trafficking victims",
        "Overtime",
        "Interest",
    ):
        assert [name for name in names if f"| {name} |" not in sections[family]] == []
