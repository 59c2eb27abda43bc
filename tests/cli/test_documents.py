"""`remedies document` of a stored case, and the whole set of `make documents`."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from remedies.cli import main
from remedies.documents.guides.catalog import CATALOG
from scripts import documents, thumbnails
from tests.cli.case_line import Run, line

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCS = Path(__file__).parents[2] / "docs"
CASE = ["--case", "EXAMPLE-1", "--as-of", "2024-03-01"]
Captured = pytest.CaptureFixture[str]
Made = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def made(capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Made:
    """What runs `remedies document` on a database with the example case."""
    run: Run = line(capsys, monkeypatch, tmp_path)
    run("organization", "create", "Example office")
    status, _, problems = run("load", EXAMPLES / "case" / "story.json")
    assert status == 0, problems

    def document(kind: str, ending: str, *more: str) -> tuple[int, bytes, str]:
        out = tmp_path / f"made.{ending}"
        status = main(["document", kind, *CASE, *more, "--out", str(out)])
        return status, out.read_bytes() if out.exists() else b"", capsys.readouterr().err

    return document


@pytest.mark.parametrize(
    ("kind", "ending", "begins", "more"),
    [
        ("proposed-order", "docx", b"PK", []),
        ("schedule-of-victims", "html", b"<!DOCTYPE", []),
        ("request-for-restitution", "html", b"<!DOCTYPE", ["--victim", "V-1", "--lang", "es"]),
        ("memorandum", "pdf", b"%PDF-1.7", ["--victim", "V-1"]),
        ("calendar-of-deadlines", "ics", b"BEGIN:VCALENDAR", []),
    ],
)
def test_a_document_is_made_of_a_stored_case(
    made: Made, kind: str, ending: str, begins: bytes, more: list[str]
) -> None:
    status, content, problems = made(kind, ending, *more)
    assert (status, problems) == (0, "")
    assert content.startswith(begins)


@pytest.mark.parametrize(
    ("kind", "more", "says"),
    [
        ("stipulation", [], "victim: "),
        ("memorandum", ["--victim", "V-9"], "no victim of that reference"),
        ("restoration-request", [], "asset: "),
        ("leaflet", [], "--case: is not taken"),
        ("proposed-order", ["--sealed"], "--sealed: is not taken"),
        ("proposed-order", ["--format", "ics"], "format: "),
    ],
)
def test_what_a_case_document_lacks_is_said(
    made: Made, kind: str, more: list[str], says: str
) -> None:
    status, content, problems = made(kind, "pdf", *more)
    assert status != 0
    assert content == b""
    assert says in problems


def test_the_set_has_every_document_in_every_language() -> None:
    every = [*documents.general(documents.END), *documents.of_case()]
    paths = [file.path for file in every]
    assert len(paths) == len(set(paths))
    for name, kind in CATALOG.items():
        for code in kind.languages:
            found = {file.path.suffix for file in every if file.wanted.kind == name}
            assert {".pdf", ".html"} <= found
            assert any(f.wanted.kind == name and f.wanted.language == code for f in every)
    lawyers = {f.wanted.kind for f in every if f.path.suffix == ".docx"}
    assert lawyers == {name for name, kind in CATALOG.items() if kind.reader in documents.EDITED}


def test_the_index_of_the_set_opens_every_file(tmp_path: Path, capsys: Captured) -> None:
    assert documents.main(["--out", str(tmp_path), "--only", "en/poster"]) == 0
    index = (tmp_path / "index.html").read_text("utf-8")
    linked = set(re.findall(r'href="([^"]+)"', index))
    there = {
        path.relative_to(tmp_path).as_posix()
        for path in tmp_path.rglob("*")
        if path.is_file() and path.name != "index.html"
    }
    assert linked == there
    assert len(there) == 3
    assert str(tmp_path) in capsys.readouterr().out


def test_every_document_has_its_picture_and_its_row_in_the_docs() -> None:
    pictures = {path.stem for path in (DOCS / "thumbnails").glob("*.jpg")}
    assert pictures == set(CATALOG)
    said = (DOCS / "documents.md").read_text("utf-8")
    assert all(f'"thumbnails/{name}.jpg"' in said for name in CATALOG)


def test_a_set_that_was_not_printed_has_no_pictures(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make documents"):
        thumbnails.picture_of("leaflet", tmp_path)


def test_answers_and_a_claim_beside_them_are_one_question(tmp_path: Path) -> None:
    facts, claim = tmp_path / "facts.json", EXAMPLES / "forced_labor.json"
    facts.write_text('{"answers": {"state": "US-CA", "forced": "yes"}}', "utf-8")
    written = []
    for more in ([], ["--claim", str(claim)]):
        out = tmp_path / "guide.html"
        command = ["document", "remedies", "--facts", str(facts), "--as-of", "2026-11-21"]
        assert main([*command, *more, "--out", str(out)]) == 0
        written.append(out.read_text("utf-8"))
    assert "$499,525.00" in written[1]
    assert "$499,525.00" not in written[0]


def test_days_of_a_case_are_not_lost_beside_a_claim(made: Made, tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text('{"answers": {"state": "US-CA", "forced": "yes"}}', "utf-8")
    claim = str(EXAMPLES / "forced_labor.json")
    _, days, _ = made("calendar-of-deadlines", "ics", "--facts", str(facts))
    _, with_claim, _ = made(
        "calendar-of-deadlines", "ics", "--facts", str(facts), "--claim", claim
    )
    assert days.count(b"BEGIN:VEVENT") == with_claim.count(b"BEGIN:VEVENT") > 0


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (
            ["stipulation", "--claim", "c.json", "--victim", "a\x01b", "--out", "x.docx"],
            "--victim",
        ),
        (["memorandum", "--out", "x.odt"], "--out"),
        (["remedies", "--each", "f.jsonl", "--claim", "c.json", "--out", "x"], "--claim"),
    ],
)
def test_what_cannot_be_used_is_said_before_anything_is_read(
    capsys: Captured, arguments: list[str], field: str
) -> None:
    assert main(["document", *arguments]) == 2
    assert f"{field}: " in capsys.readouterr().err
