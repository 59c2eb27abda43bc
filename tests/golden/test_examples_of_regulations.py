"""No worked example of a regulation is skipped in silence."""

import tomllib
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
EXAMPLES = tomllib.loads((HERE / "examples_of_regulations.toml").read_text())["examples"]
WORKED = {
    case["example"] for case in tomllib.loads((HERE / "regulations.toml").read_text())["cases"]
}


def test_every_example_has_a_case_or_a_reason_and_never_both() -> None:
    without = {entry["id"] for entry in EXAMPLES if entry["without_case"]}
    assert WORKED | without == {entry["id"] for entry in EXAMPLES}
    assert not WORKED & without


def test_every_example_stands_once_with_its_citation() -> None:
    assert max(Counter(entry["id"] for entry in EXAMPLES).values()) == 1
    assert all(entry["citation"] for entry in EXAMPLES)
    assert len(EXAMPLES) == 32
