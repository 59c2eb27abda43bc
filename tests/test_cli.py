"""The command line: what it prints, where, and its exit status."""

import io
import json
import sys
from pathlib import Path

import pytest

from remedies.cli import main

EXAMPLES = Path(__file__).parents[1] / "examples"
FORCED_LABOR = str(EXAMPLES / "forced_labor.json")
Captured = pytest.CaptureFixture[str]


def claim_file(folder: Path, **changes: object) -> str:
    document = json.loads(Path(FORCED_LABOR).read_text("utf-8")) | changes
    path = folder / "claim.json"
    path.write_text(json.dumps(document), "utf-8")
    return str(path)


def test_compute_prints_the_result_on_standard_output(capsys: Captured) -> None:
    assert main(["compute", FORCED_LABOR]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["total"] == "499525.00"
    assert printed.err == ""


def test_a_claim_is_read_from_standard_input(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(Path(FORCED_LABOR).read_bytes()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["compute", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["reference"] == "V-1"


def test_a_bad_claim_is_a_problem_on_standard_error_and_exit_status_2(
    capsys: Captured, tmp_path: Path
) -> None:
    assert main(["compute", claim_file(tmp_path, as_of="yesterday", surprise="x")]) == 2
    printed = capsys.readouterr()
    problem = json.loads(printed.err)
    assert printed.out == ""
    assert [error["field"] for error in problem["errors"]] == ["as_of", "surprise"]
    assert problem["type"] == "/problems/invalid-claim"


def test_what_is_not_json_is_exit_status_2_without_a_traceback(
    capsys: Captured, tmp_path: Path
) -> None:
    path = tmp_path / "claim.json"
    path.write_bytes(b"{" * 10_000)
    assert main(["summary", str(path)]) == 2
    error = capsys.readouterr().err
    assert "Traceback" not in error
    assert json.loads(error)["errors"][0]["code"] in {"too_deep", "not_json"}


def test_a_file_that_is_not_there_is_exit_status_1_and_one_line(capsys: Captured) -> None:
    assert main(["compute", "no-such-claim.json"]) == 1
    assert capsys.readouterr().err == "remedies: No such file or directory: no-such-claim.json\n"


def test_exhibits_writes_every_document_and_names_it(capsys: Captured, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    assert main(["exhibits", FORCED_LABOR, "--out", str(out)]) == 0
    names = ["result.json", "memorandum.pdf", "schedule.pdf", "schedule.xlsx"]
    assert capsys.readouterr().out.splitlines() == [str(out / name) for name in names]
    starts = {name: (out / name).read_bytes()[:4] for name in names}
    assert starts == {
        "result.json": b'{"re',
        "memorandum.pdf": b"%PDF",
        "schedule.pdf": b"%PDF",
        "schedule.xlsx": b"PK\x03\x04",
    }


def test_a_claim_without_work_has_no_schedule_of_workweeks(
    capsys: Captured, tmp_path: Path
) -> None:
    losses = [{"category": "medical", "amount": "10.00"}]
    claim = claim_file(tmp_path, work=[], losses=losses)
    assert main(["exhibits", claim, "--out", str(tmp_path / "out")]) == 0
    assert "schedule.pdf" not in capsys.readouterr().out


@pytest.mark.parametrize("document", ["claim", "result"])
def test_schema_prints_a_json_schema(document: str, capsys: Captured) -> None:
    assert main(["schema", document]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("example", sorted(path.name for path in EXAMPLES.glob("*.json")))
def test_the_summary_of_every_example_says_its_total(example: str, capsys: Captured) -> None:
    assert main(["compute", str(EXAMPLES / example)]) == 0
    total = json.loads(capsys.readouterr().out)["total"]
    assert main(["summary", str(EXAMPLES / example)]) == 0
    text = capsys.readouterr().out
    assert f"${int(total[:-3]):,}{total[-3:]}" in text.splitlines()[0]
    assert max(len(line) for line in text.splitlines()) <= 90


def test_help_names_every_command(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    text = capsys.readouterr().out
    assert all(
        word in text for word in ("compute", "summary", "exhibits", "schema", "Exit status")
    )


@pytest.mark.parametrize("document", ["claim", "result"])
def test_the_schema_in_the_documentation_is_current(document: str, capsys: Captured) -> None:
    stored = (EXAMPLES.parent / "docs" / f"{document}.schema.json").read_text("utf-8")
    assert main(["schema", document]) == 0
    assert capsys.readouterr().out == stored, "run: make docs"
