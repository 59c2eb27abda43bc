"""The README shows what the program prints."""

import shlex
from pathlib import Path

import pytest

from remedies.cli import main

ROOT = Path(__file__).parents[1]


def test_the_worked_example_is_what_the_command_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    readme = (ROOT / "README.md").read_text("utf-8")
    command = "remedies summary examples/forced_labor.json"
    shown = readme.split(f"$ .venv/bin/{command}\n", 1)[1].split("```", 1)[0]
    assert main(shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out == shown


def test_the_row_shown_is_the_first_workweek_of_the_result(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = next(line for line in readme.splitlines() if line.startswith('{"starts_on"'))
    assert main(["compute", "examples/forced_labor.json"]) == 0
    result = capsys.readouterr().out.splitlines()
    assert shown == next(line for line in result if line.startswith('{"starts_on"'))


def test_the_law_shown_is_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    command = "remedies law show us-ny.minimum_wage --on 2018-06-01 --tier new_york_city"
    shown = readme.split(f"$ .venv/bin/{command} | head -15\n", 1)[1].split("```", 1)[0]
    assert main(shlex.split(command)[1:]) == 0
    assert "".join(capsys.readouterr().out.splitlines(keepends=True)[:15]) == shown


def test_every_link_of_the_readme_leads_somewhere() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    links = [part.split(")", 1)[0] for part in readme.split("](")[1:]]
    assert len(links) > 5
    assert [link for link in links if not (ROOT / link).exists()] == []
