"""A small library of law files, and the command line that reads it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from remedies.cli import main
from tests.law.test_importing import SERIES
from tests.law.test_steps import ITEM

Captured = pytest.CaptureFixture[str]
Run = Callable[..., tuple[int, str, str]]
CIVIL = """
family = "civil"
name = "California civil action"
confirmed_on = 2026-01-01
known_through = 2026-11-21
[[versions]]
effective_on = 2020-01-01
begins = "by"
recorded_on = 2026-11-21
authority = "Cal. Civ. Code § 52.5"
checked = "secondary"
source = "state"
terms = { who = "a victim", years = 7, jury = true }
"""
MISSING = 'family = "civil"\nname = "Alaska civil action"\nmissing = "None was found."\n'
FAMILIES = """
[state_minimum_wage]
name = "State minimum wage"
[interest]
name = "Interest"
[civil]
name = "Civil actions"
[civil.terms]
who = "who may sue"
"""
SOURCES = """
[state]
cites = "The state’s list"
host = "secondary"
url = "https://a.example"
[fred]
cites = "FRED"
host = "official"
[fred-dgs1-copy]
cites = "A copy of DGS1"
host = "copy"
[fred-wgs1yr-copy]
cites = "A copy of WGS1YR"
host = "copy"
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    root = tmp_path / "data"
    files = {
        "families": FAMILIES,
        "jurisdictions": 'us = "United States"\nus-ca = "California"\nus-ak = "Alaska"\n',
        "sources/all": SOURCES,
        "us-ca/minimum_wage": ITEM,
        "us-ca/civil_action": CIVIL,
        "us-ak/civil_action": MISSING,
        "us/treasury_1yr_weekly": SERIES,
    }
    for name, text in files.items():
        path = root / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


@pytest.fixture
def run(capsys: Captured, data: Path) -> Run:
    def law(*arguments: str) -> tuple[int, str, str]:
        status = main(["law", *arguments, "--data", str(data)])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return law


@pytest.fixture
def snapshot(data: Path) -> Callable[[], dict[str, bytes]]:
    return lambda: {
        str(p.relative_to(data)): p.read_bytes() for p in data.rglob("*") if p.is_file()
    }
