"""Guides for many people at once, and the days of one as a calendar."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from remedies.cli import main

Captured = pytest.CaptureFixture[str]
DAY = ["--as-of", "2026-11-21"]
ANSWERS = {"forced": "yes", "began_on": "2019-05", "ended_on": "2021-06", "state": "US-CA"}


def lines(path: Path, *answers: object) -> str:
    path.write_text("".join(json.dumps({"answers": each}) + "\n" for each in answers), "utf-8")
    return str(path)


def test_each_line_is_one_guide_and_a_second_run_makes_none(
    capsys: Captured, tmp_path: Path
) -> None:
    facts = lines(tmp_path / "facts.jsonl", ANSWERS, {}, {"state": "US-NY"})
    folder = tmp_path / "out"
    command = ["document", "remedies", "--each", facts, "--out", str(folder), "--format", "html"]
    assert main([*command, "--workers", "2", *DAY]) == 0
    assert "3 made, 3 there" in capsys.readouterr().out
    assert sorted(path.name for path in folder.glob("guide-*")) == [
        "guide-0001.html",
        "guide-0002.html",
        "guide-0003.html",
    ]
    assert main([*command, "--workers", "1", *DAY]) == 0
    assert "0 made, 3 there" in capsys.readouterr().out


def test_a_wrong_line_is_named_and_nothing_is_made(capsys: Captured, tmp_path: Path) -> None:
    facts = lines(tmp_path / "facts.jsonl", ANSWERS, {"forced": "perhaps"})
    folder = tmp_path / "out"
    command = ["document", "remedies", "--each", facts, "--out", str(folder), *DAY]
    assert main(command) == 2
    assert "line 2: answers.forced" in capsys.readouterr().err
    assert not folder.exists()


def test_a_calendar_names_no_remedy_unless_asked(tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps({"answers": ANSWERS}), "utf-8")
    path = tmp_path / "days.ics"
    assert main(["remedies", str(facts), "--calendar", str(path), *DAY]) == 0
    found = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert found
    assert {str(event["summary"]) for event in found} == {"Day to check"}
    assert (
        main(["remedies", str(facts), "--calendar", str(path), "--named", "--lang", "es", *DAY])
        == 0
    )
    named = {
        str(event["summary"]) for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    }
    assert "Día para revisar" not in named


@pytest.mark.parametrize(
    ("ending", "opens"), [("pdf", b"%PDF"), ("html", b"<!DO"), ("docx", b"PK")]
)
def test_a_paper_is_filled_from_a_claim(tmp_path: Path, ending: str, opens: bytes) -> None:
    path = tmp_path / f"paper.{ending}"
    command = ["document", "request-for-restitution", "--claim", "examples/forced_labor.json"]
    assert main([*command, "--case", "X-1", "--victim", "V-1", "--out", str(path), *DAY]) == 0
    content = path.read_bytes().lstrip()
    assert content.startswith(opens)
    if ending == "html":
        assert b"$499,525.00" in content


def test_a_handout_says_where_its_examples_should_be(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "handout.html"
    command = ["document", "training-investigation", "--out", str(path), *DAY]
    assert main([*command, "--examples", "examples"]) == 0
    assert b"<h1>" in path.read_bytes()
    assert main([*command, "--examples", str(tmp_path)]) == 2
    assert "examples" in capsys.readouterr().err


def test_papers_and_handouts_are_listed(capsys: Captured) -> None:
    assert main(["document"]) == 0
    listed = capsys.readouterr().out
    assert "stipulation: " in listed
    assert "training-collection: " in listed
