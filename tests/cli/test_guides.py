"""`remedies remedies` and `remedies document`: at a terminal, as JSON, as files."""

import json
from pathlib import Path

import pytest

from remedies.cli import main
from remedies.documents.guides.catalog import CATALOG
from scripts import translations

Captured = pytest.CaptureFixture[str]
DAY = ["--as-of", "2026-11-21"]


@pytest.fixture
def facts(tmp_path: Path) -> str:
    path = tmp_path / "facts.json"
    answers = {"forced": "yes", "began_on": "2019-05", "ended_on": "2021-06", "state": "US-CA"}
    path.write_text(json.dumps({"answers": answers}), "utf-8")
    return str(path)


def test_what_is_open_is_printed_plainly(capsys: Captured, facts: str) -> None:
    assert main(["remedies", facts, *DAY]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("WHAT MAY BE OPEN TO YOU\n")
    assert "no later than May 1, 2029" in printed
    assert max(map(len, printed.splitlines())) <= 100


def test_it_speaks_spanish(capsys: Captured, facts: str) -> None:
    assert main(["remedies", facts, "--lang", "es", *DAY]) == 0
    assert "a más tardar el 1 de mayo de 2029" in capsys.readouterr().out


def test_json_is_what_the_api_answers(capsys: Captured, facts: str) -> None:
    assert main(["remedies", facts, "--json", *DAY]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["as_of"] == "2026-11-21"
    assert found["remedies"][0]["key"] == "hotline"


@pytest.mark.parametrize(
    ("content", "field"),
    [('{"answers": {"name": "Jane"}}', "answers.name"), ("{}", "answers"), ("[]", "")],
)
def test_answers_that_cannot_be_used_are_refused(
    capsys: Captured, tmp_path: Path, content: str, field: str
) -> None:
    path = tmp_path / "facts.json"
    path.write_text(content, "utf-8")
    assert main(["remedies", str(path), *DAY]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert field in printed.err
    assert "Jane" not in printed.err


def test_the_list_names_every_document(capsys: Captured) -> None:
    assert main(["document"]) == 0
    printed = capsys.readouterr().out
    assert all(f"{name}: " in printed for name in CATALOG)


@pytest.mark.parametrize(
    ("name", "begins"), [("a.pdf", b"%PDF"), ("a.html", b"<!DO"), ("a.docx", b"PK")]
)
def test_a_document_is_written_in_the_form_of_its_files_name(
    tmp_path: Path, name: str, begins: bytes
) -> None:
    out = tmp_path / name
    command = ["document", "state-compensation", "--place", "us-tx", "--lang", "es", *DAY]
    assert main([*command, "--out", str(out)]) == 0
    assert out.read_bytes().startswith(begins)


def test_the_personal_document_is_made_of_the_facts(tmp_path: Path, facts: str) -> None:
    out = tmp_path / "a.html"
    assert main(["document", "remedies", "--facts", facts, "--out", str(out), *DAY]) == 0
    assert "no later than May 1, 2029" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (["document", "nothing", "--out", "x.pdf"], "KIND"),
        (["document", "leaflet"], "--out"),
        (["document", "leaflet", "--lang", "xx", "--out", "x.pdf"], "lang"),
        (["document", "state-compensation", "--out", "x.pdf"], "place"),
        (["document", "remedies", "--out", "x.pdf"], "answers"),
    ],
)
def test_what_is_missing_or_not_known_is_named(
    capsys: Captured,
    arguments: list[str],
    field: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*arguments, *DAY]) == 2
    assert f"{field}: " in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_stale_translation_is_listed_and_fails_the_check(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [("leaflet", "es", "stale, not reviewed"), ("poster", "es", "current, not reviewed")]
    monkeypatch.setattr(translations, "standing", lambda: iter(said))
    assert translations.main(["--check"]) == 1
    assert capsys.readouterr().out == "leaflet es: stale, not reviewed\n"
    monkeypatch.setattr(translations, "standing", lambda: iter(said[1:]))
    assert translations.main(["--check"]) == 0
