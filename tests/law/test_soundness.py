"""Each check of an item of law can fail: one wrong line, one complaint."""

from pathlib import Path

import pytest

from remedies.law import load
from remedies.law.soundness import is_official, printed_value, wrong_with

REGISTERS = {
    "families.toml": '[wages]\nname = "Wages"\n[wages.terms]\nrule = "the rule"\nmultiple = "times"\n'
    'limitation_years = "years"\n',
    "jurisdictions.toml": 'us = "United States"\nus-ca = "California"\n',
    "localities.toml": '"us-ca.oakland" = "Oakland, California"\n',
    "sources/all.toml": '[dol-2014]\ncites = "A table"\nhost = "official"\n'
    '[copy]\ncites = "A copy"\nhost = "copy"\n',
}
SOUND = """
family = "wages"
name = "California minimum wage"
unit = "USD/hour"
confirmed_on = 2020-06-01
known_through = 2020-12-31
complete = true

[tiers]
general = "all others"

[[versions]]
effective_on = 2014-07-01
recorded_on = 2020-01-01
tiers = ["general"]
value = 9.00
authority = "Cal. Lab. Code § 1182.12(a)"
quote = "not less than nine dollars ($9) per hour"
quoted_as = "($9) per hour"
url = "https://leginfo.legislature.ca.gov/"
checked = "statute"
printed = { "dol-2014" = "9.00" }
note = "A note."
"""
PROVISION = """
family = "wages"
name = "California wage damages"
confirmed_on = 2020-06-01
known_through = 2020-12-31

[[versions]]
effective_on = 2014-07-01
recorded_on = 2020-01-01
authority = "Cal. Lab. Code § 1194.2"
quote = "liquidated damages in an amount equal to the wages unlawfully unpaid"
checked = "statute"

[versions.terms]
rule = "The unpaid wages and an equal amount."
multiple = 2
"""


def complaints(root: Path, text: str, key: str = "us-ca.wage") -> list[str]:
    for name, content in REGISTERS.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(content)
    path = root.joinpath(*key.split(".")).with_suffix(".toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    law = load(root)
    return list(wrong_with(law.item(key), law))


@pytest.mark.parametrize("text", [SOUND, PROVISION])
def test_nothing_is_wrong_with_a_sound_item(tmp_path: Path, text: str) -> None:
    assert complaints(tmp_path, text) == []


@pytest.mark.parametrize(
    ("line", "instead", "complaint"),
    [
        ("value = 9.00", "value = 9.01", "do not state the value"),
        ("value = 9.00", "value = -9.00", "is not above zero"),
        ("value = 9.00", 'value = 9.00\nbegins = "by"', ""),
        (
            "effective_on = 2014-07-01",
            'effective_on = 2020-07-01\nbegins = "by"',
            "after the last day",
        ),
        ('"dol-2014" = "9.00"', '"dol-2014" = "9.10"', "which is not the value"),
        ('"dol-2014" = "9.00"', '"dol-2014" = "..."', "which is not the value"),
        ('"dol-2014" = "9.00"', '"dol-2015" = "9.00"', "unknown source 'dol-2015'"),
        ('quoted_as = "($9) per hour"', 'quoted_as = "($9) a week"', "does not hold"),
        ('quoted_as = "($9) per hour"', 'quoted_as = ""', "which words state the value"),
        ('quote = "not less', 'quote = "not  less', "stray spaces"),
        ('quote = "not less than nine', 'quote = "', "does not hold|stray"),
        ("Cal. Lab. Code § 1182.12(a)", "somebody said so", "does not read as a citation"),
        ("Cal. Lab. Code § 1182.12(a)", "N.Y. Lab. Law § 652", "the law of another state"),
        ("Cal. Lab. Code § 1182.12(a)", "Jane Doe, A List of Wages", "cites a publication"),
        ("leginfo.legislature.ca.gov", "www.wages.example", "is no official host"),
        ("https://leginfo", "ftp://leginfo.other", "is not https|no official host"),
        ('family = "wages"', 'family = "salaries"', "unknown family"),
        ('name = "California minimum wage"', 'name = "California  wage"', "stray spaces"),
        ("known_through = 2020-12-31", "known_through = 2019-12-31", "before confirmed_on"),
        ("value = 9.00", "value = 9.00\nends_on = 2014-06-30", "ends before it begins"),
        ("value = 9.00", "value = 9.00\nends_on = 2015-06-30", "claims to be complete"),
        ("effective_on = 2014-07-01", "effective_on = 1814-07-01", "before 1900"),
        ('checked = "statute"', 'checked = "conflict"\n', ""),
        ('note = "A note."', "", ""),
    ],
)
def test_one_wrong_line_is_found(tmp_path: Path, line: str, instead: str, complaint: str) -> None:
    assert line in SOUND
    found = complaints(tmp_path, SOUND.replace(line, instead))
    if complaint:
        assert any(part in why for why in found for part in complaint.split("|"))
    else:
        assert found == []


def test_a_doubtful_mark_needs_a_note(tmp_path: Path) -> None:
    doubtful = SOUND.replace('checked = "statute"', 'checked = "partial"').replace(
        'note = "A note."', ""
    )
    assert any("no note says why" in why for why in complaints(tmp_path, doubtful))


def test_an_official_value_needs_a_quotation_or_a_print(tmp_path: Path) -> None:
    bare = SOUND.replace('checked = "statute"', 'checked = "official"')
    bare = bare.replace('quote = "not less than nine dollars ($9) per hour"\n', "")
    bare = bare.replace('quoted_as = "($9) per hour"\n', "")
    assert complaints(tmp_path, bare) == []
    bare = bare.replace('printed = { "dol-2014" = "9.00" }\n', "")
    assert any("neither quotes nor names a print" in why for why in complaints(tmp_path, bare))


@pytest.mark.parametrize(
    ("line", "instead", "complaint"),
    [
        ("multiple = 2", "multiple = 3", "no words state the term 'multiple'"),
        (
            "multiple = 2",
            "multiple = 2\nlimitation_years = 2",
            "no words state the term 'limitation_years'",
        ),
        ("multiple = 2", "multiply = 2", "unknown term 'multiply'"),
        ('rule = "The', 'rule = " The', "stray spaces"),
    ],
)
def test_a_wrong_term_is_found(tmp_path: Path, line: str, instead: str, complaint: str) -> None:
    assert any(complaint in why for why in complaints(tmp_path, PROVISION.replace(line, instead)))


def test_an_item_of_an_unknown_place_is_found(tmp_path: Path) -> None:
    assert any("unknown jurisdiction" in why for why in complaints(tmp_path, SOUND, "us-xx.wage"))
    assert any(
        "unknown locality" in why for why in complaints(tmp_path, SOUND, "us-ca.nowhere.wage")
    )
    assert complaints(tmp_path, SOUND, "us-ca.oakland.wage") == []


@pytest.mark.parametrize(
    ("url", "official"),
    [
        ("https://www.dol.gov/x", True),
        ("https://dir.ca.gov/", True),
        ("https://www.state.nj.us/x", True),
        ("https://fred.stlouisfed.org/series/DGS1", True),
        ("https://dol.gov.example.com/", False),
        ("https://casetext.com/", False),
        ("https://notgov/", False),
    ],
)
def test_a_host_is_official_by_its_name(url: str, *, official: bool) -> None:
    assert is_official(url) is official


@pytest.mark.parametrize(
    ("text", "value"), [("$9.00", 9), ("9.25[c]", 9.25), ("...", None), ("", None)]
)
def test_a_printed_value_is_read_without_its_footnote(text: str, value: float | None) -> None:
    assert printed_value(text) == value
