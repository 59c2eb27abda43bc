"""`remedies theories` prints the same facts under several sets of positions."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from remedies.cli import main
from remedies.worksheet import dollars

CLAIM = Path(__file__).parents[1] / "documents" / "golden" / "claims" / "doubt.json"


def test_the_table_has_a_row_for_the_claim_and_for_each_theory(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["compute", str(CLAIM)]) == 0
    result = json.loads(capsys.readouterr().out)
    assert main(["theories", str(CLAIM)]) == 0
    printed = capsys.readouterr().out
    for entry in result["theories"]:
        assert dollars(Fraction(entry["total"])) in printed
        assert (entry["name"] or "own").split()[0] in printed


def test_a_claim_without_theories_is_told_how_to_give_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = json.loads(CLAIM.read_text()) | {"theories": []}
    path = tmp_path / "claim.json"
    path.write_text(json.dumps(claim))
    assert main(["theories", str(path)]) == 2
    (error,) = json.loads(capsys.readouterr().err)["errors"]
    assert (error["field"], error["code"]) == ("theories", "required")
