"""docs/case-commands.md shows what its commands print, run one after another in one database."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from remedies.cli import main

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "case-commands.md").read_text("utf-8")


def commands() -> Iterator[tuple[str, str]]:
    """Yield every command of the page's blocks, and what the page shows under it."""
    for block in re.findall(r"^```\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE):
        for part in block.split("$ ")[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown


def test_every_command_prints_what_the_page_shows(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/page.db")
    monkeypatch.setenv("REMEDIES_KEY_FILE", str(tmp_path / "key"))
    monkeypatch.delenv("REMEDIES_ORGANIZATION", raising=False)
    compared = 0
    for command, shown in commands():
        status = main(shlex.split(command)[1:])
        printed = capsys.readouterr()
        assert status == 0 or shown, (command, printed.err)
        if shown:
            assert printed.err + printed.out == shown, command
            compared += 1
    assert compared >= 6
