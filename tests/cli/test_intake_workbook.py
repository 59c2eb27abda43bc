"""``remedies intake new`` and ``remedies intake read``."""

import argparse
import io
import json
from pathlib import Path

import pytest

from remedies.cli import intake_workbook
from remedies.errors import FactsError
from remedies.intake.refusals import TableError
from remedies.intake.workbook import blank, filled, read_intake

EXAMPLE = Path(__file__).parents[2] / "examples" / "rate_change.json"


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    intake_workbook.add(parser.add_subparsers(required=True))
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


def test_a_new_workbook_goes_to_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run("new", "--language", "es") == 0
    assert capsysbinary.readouterr().out == blank("es")


def test_a_new_workbook_goes_to_a_file_in_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run("new") == 0
    assert capsys.readouterr().out == "intake.xlsx\n"
    assert (tmp_path / "intake.xlsx").read_bytes() == blank("en")


def test_facts_are_continued_and_read_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "more.xlsx"
    assert run("new", "--from", str(EXAMPLE), "--out", str(path)) == 0
    capsys.readouterr()
    assert run("read", str(path)) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(EXAMPLE.read_text())


def test_cells_to_mend_are_listed_with_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "blank.xlsx"
    path.write_bytes(blank("en"))
    assert run("read", str(path)) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[0] == "Case!B4: “Reference for the victim” is missing"
    assert run("read", "--json", str(path)) == 2
    found = json.loads(capsys.readouterr().err)
    assert found["errors"][0]["field"] == "Case!B4"
    assert found["detail"] == "4 cells need mending; each is listed in errors"


def test_what_cannot_be_used_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"claim": "1"}')
    with pytest.raises(FactsError):
        run("new", "--from", str(bad))
    with pytest.raises(TableError):
        run("read", str(bad))


def test_every_example_is_a_workbook_that_reads_back() -> None:
    document = json.loads(EXAMPLE.read_text())
    assert read_intake(io.BytesIO(filled(document, "en")).read()).document == document
