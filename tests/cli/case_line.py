"""``remedies case …`` on a database of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from remedies.cli import main

Run = Callable[..., tuple[int, str, str]]


def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> Run:
    """Return what runs one command and gives its status and what it printed."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{folder}/cases.db")
    monkeypatch.setenv("REMEDIES_KEY_FILE", str(folder / "key"))
    monkeypatch.delenv("REMEDIES_KEY", raising=False)
    monkeypatch.delenv("REMEDIES_ORGANIZATION", raising=False)

    def run(*arguments: object) -> tuple[int, str, str]:
        status = main(["case", *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def opened(run: Run) -> Run:
    """Return the same with an organization, a case of two victims and two defendants, and its order."""
    run("organization", "create", "Example office")
    run("open", "EX-1", "--on", "2023-06-12", "--district", "example", "--circuit", "4")
    for victim in ("V-1", "V-2"):
        run("victim", "EX-1", victim, "--on", "2023-06-12")
    for defendant in ("D-1", "D-2"):
        conviction = "18 USC 1589,counts=1,from=2021-01-10,to=2023-04-30"
        run("defendant", "EX-1", defendant, "--on", "2023-06-12", "--conviction", conviction)
    return run


ORDER = {
    "reference": "O-1",
    "awards": [
        {"obligee": "V-1", "amount": "600.00", "statute": "18 USC 1593"},
        {"obligee": "V-2", "amount": "400.00", "statute": "18 USC 1593"},
    ],
    "liabilities": [
        {
            "obligor": "D-1",
            "judgment_on": "2024-03-04",
            "amounts": {"V-1": "600.00", "V-2": "400.00"},
            "special_assessment": "100.00",
        }
    ],
}
