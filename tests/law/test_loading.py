"""The loader refuses law files that contradict themselves or lack what each entry needs."""

import datetime as dt
from pathlib import Path

import pytest

from remedies.calculators.assessment import assess
from remedies.errors import LawDataError, LawNotEncodedError
from remedies.law import load
from remedies.law.library import ROOT
from remedies.wire import read_claim, read_json

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = dt.date(2012, 1, 1)
PARAMETER = """
family = "federal_minimum_wage"
name = "a wage"
unit = "USD/hour"
confirmed_on = 2026-07-01
known_through = 2026-11-21

[[versions]]
effective_on = 2000-01-01
recorded_on = 2026-11-21
value = 5.15
authority = "29 U.S.C. § 206"
quote = "$5.15"
quoted_as = "$5.15"
url = "https://www.govinfo.gov/link/uscode/29/206"
checked = "statute"
"""
POSITION = """
key = "a_choice"
recorded_on = 2026-11-21
question = "Which?"
scope = "figure"
default = "one"
why_default = "It is the first."

[options.one]
says = "One."
computed = true

[[options.one.authorities]]
citation = "29 U.S.C. § 206"
holding = "One."
checked = "statute"

[circuits]
"""


CHOSEN = ("positions/figure/", "positions/order/", "positions/civil/")


def _parameter(root: Path, text: str) -> None:
    folder = root / "us"
    folder.mkdir()
    (folder / "wage.toml").write_text(text)
    load(root).on("us.wage", DAY)


def _position(root: Path, text: str) -> None:
    folder = root / "positions" / "figure"
    folder.mkdir(parents=True)
    (folder / "a_choice.toml").write_text(text)
    assert list(load(root).positions) == ["a_choice"]


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    _parameter(tmp_path, PARAMETER)
    assert load(tmp_path).item("us.wage").versions


@pytest.mark.parametrize(
    "line",
    [
        line
        for line in PARAMETER.split("\n")
        if "=" in line and not line.startswith(("url", "quote"))
    ],
)
def test_a_parameter_that_lacks_a_line_is_refused(line: str, tmp_path: Path) -> None:
    with pytest.raises(LawDataError, match=r"us\.wage"):
        _parameter(tmp_path, PARAMETER.replace(line, ""))


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ('unit = "USD/hour"', 'unit = "EUR/hour"'),
        ('checked = "statute"', 'checked = "certainly"'),
        ("value = 5.15", 'value = "five"'),
        ("value = 5.15", "value = nan"),
        ("value = 5.15", "value = inf"),
        ("value = 5.15", "value = true"),
        ("value = 5.15", "value = [5.15]"),
        ("effective_on = 2000-01-01", 'effective_on = "2000-01-01"'),
        ("effective_on = 2000-01-01", "effective_on = 2000-01-01T00:00:00"),
        ("known_through = 2026-11-21", 'known_through = "2026-11-21"'),
        ("confirmed_on = 2026-07-01", "confirmed_on = 7"),
        ("[[versions]]", "[versions]"),
        ("[[versions]]", "versions = []\n[[others]]"),
        ('name = "a wage"', "name = "),
        ('quote = "$5.15"', 'quote = "$5.15"\ntiers = ["no_such_tier"]'),
    ],
)
def test_a_parameter_with_a_wrong_entry_is_refused(
    line: str, instead: str, tmp_path: Path
) -> None:
    with pytest.raises(LawDataError):
        _parameter(tmp_path, PARAMETER.replace(line, instead))


def test_two_versions_of_one_day_are_refused(tmp_path: Path) -> None:
    second = PARAMETER[PARAMETER.index("[[versions]]") :].replace("5.15", "5.85")
    with pytest.raises(LawDataError, match="two versions"):
        _parameter(tmp_path, PARAMETER + second)


def test_two_versions_of_one_day_in_one_tier_are_refused(tmp_path: Path) -> None:
    tiers = '[tiers]\na = "A"\nb = "B"\n'
    whole = PARAMETER.replace("[[versions]]", tiers + "[[versions]]")
    second = PARAMETER[PARAMETER.index("[[versions]]") :] + 'tiers = ["b"]\n'
    with pytest.raises(LawDataError, match="two versions"):
        _parameter(tmp_path, whole + second)


def test_a_position_is_read(tmp_path: Path) -> None:
    _position(tmp_path, POSITION)


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ('default = "one"', 'default = "two"'),
        ("[circuits]", '[circuits]\n"2" = "two"'),
        ('key = "a_choice"', ""),
        ('scope = "figure"', ""),
        ('says = "One."', ""),
        ('checked = "statute"', 'checked = "certainly"'),
        ('citation = "29 U.S.C. § 206"', ""),
    ],
)
def test_a_position_that_contradicts_itself_is_refused(
    line: str, instead: str, tmp_path: Path
) -> None:
    with pytest.raises(LawDataError):
        _position(tmp_path, POSITION.replace(line, instead))


def test_the_digest_changes_with_any_file_of_the_law(tmp_path: Path) -> None:
    folder = tmp_path / "us"
    folder.mkdir()
    (folder / "rules.toml").write_text(
        '[[rules]]\nkey = "measure_1593_b3"\nrecorded_on = 2026-11-21\nquote = "q"\n'
        'authority = "18 U.S.C. § 1593(b)(3)"\n'
        'checked = "statute"\n'
    )
    (folder / "wage.toml").write_text(PARAMETER)
    before = load(tmp_path).digest(["us.wage"])
    assert load(tmp_path).digest(["us.wage"]) == before
    (folder / "wage.toml").write_text(PARAMETER.replace("5.15", "5.16"))
    assert load(tmp_path).digest(["us.wage"]) != before


def test_a_rule_without_a_file_of_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LawNotEncodedError):
        load(tmp_path).rule("measure_1593_b3")


def test_a_calculation_reads_only_the_law_that_it_needs_and_only_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    whole = Path.read_text

    def noted(path: Path, *arguments: str, **named: str) -> str:
        read.append(path.relative_to(ROOT).as_posix())
        return whole(path, *arguments, **named)  # type: ignore[arg-type]

    claim = read_claim(read_json((EXAMPLES / "live_in_domestic.json").read_bytes()))
    law = load(ROOT)
    monkeypatch.setattr(Path, "read_text", noted)
    assess(claim, law)
    items = {path for path in read if not path.startswith("positions/")}
    assert items == {
        "us/liquidated_damages.toml",
        "us/minimum_wage.toml",
        "us/overtime_multiplier.toml",
        "us/overtime_threshold.toml",
        "us/rules.toml",
        "us-ny/minimum_wage.toml",
    }
    assert all(path.startswith(CHOSEN) for path in set(read) - items)
    assert len(read) == len(set(read))
    read.clear()
    assess(claim, law)
    assert read == []
