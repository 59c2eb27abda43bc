"""Every authority reads as a citation, stands on an official host or says that it does not, and is used."""

import ast
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import remedies
from remedies import law
from remedies.calculators.losses import loss_rule
from remedies.calculators.measures import GREATER_OF_RULE, MEASURES, ORDER_RULE, Regime
from remedies.facts import Category
from remedies.figures import Authority, Checked

LAW = law.encoded()
SOURCE = Path(remedies.__file__).parent

OFFICIAL = {
    "uscode.house.gov",
    "www.govinfo.gov",
    "www.ecfr.gov",
    "www.federalregister.gov",
    "www.dol.gov",
    "www.congress.gov",
    "www.justice.gov",
    "www.uscourts.gov",
    "www.supremecourt.gov",
}
PARAGRAPH = r"\([0-9A-Za-z]+\)"
SECTION = r"\d+[A-Za-z]*(?:\.\d+[a-z]?)?(?:-\d+)?(?:\([0-9A-Za-z]+\))*"
SECTIONS = rf"§§? {SECTION}(?:(?:, |-)(?:{SECTION}|{PARAGRAPH}))*(?: \(.+\))?"
KINDS = {
    "code": re.compile(rf"\d+ U\.S\.C\. {SECTIONS}"),
    "regulation": re.compile(rf"\d+ C\.F\.R\. {SECTIONS}"),
    "rule": re.compile(r"Fed\. R\. (?:Crim|Civ|Evid|App)\. P\. [\d.]+(?:\([a-z0-9]+\))*"),
    "statute": re.compile(r"(?:Pub\. L\. \d+-\d+|\d+ Stat\. \d+)\b.*"),
    "case": re.compile(
        r"(?:.+ v\. .+|In re .+?),? (?:\d+ (?:U\.S\.|S\. Ct\.|F\.(?:2d|3d|4th)|F\. Supp\.(?: [23]d)?)"
        r" \d+|No\. [\w:-]+|\(\d+(?:st|d|th) Cir\.\)).*"
    ),
    "agency": re.compile(r"U\.S\. Department of (?:Labor|Justice), .+|IRS Notice \d{4}-\d+.*"),
    "brief": re.compile(r"(?:Reply )?Brief for the United States, .+ v\. .+, No\. .+"),
}
NONE = "No authority found"


def kind(citation: str) -> str | None:
    """Return what a citation cites; None when it reads as none."""
    return next((name for name, form in KINDS.items() if form.fullmatch(citation)), None)


def _authorities() -> Iterator[tuple[str, Authority, str]]:
    """Yield each authority with its name and with the note that stands beside it."""
    for key in LAW.keys():  # noqa: SIM118 - a library, not a mapping
        for version in LAW.item(key).versions:
            name = f"{key} {version.effective_on} {','.join(version.tiers)}"
            yield name, version.authority, version.note
    for key, authority in LAW.rules.items():
        yield key, authority, ""


def _holdings() -> list[object]:
    return [
        pytest.param(holding, id=f"{position.key} {option.key} {place}")
        for position in LAW.positions.values()
        for option in position.options.values()
        for place, holding in enumerate(option.authorities)
    ]


AUTHORITIES = [pytest.param(found, id=name) for name, found, _ in _authorities()]
NOTED = [pytest.param(found, note, id=name) for name, found, note in _authorities()]


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_every_authority_reads_as_citations(authority: Authority) -> None:
    # A semicolon inside brackets stands between the sources of one regulation.
    parts = re.split(r"; (?![^(]*\))", authority.citation)
    assert [part for part in parts if kind(part) is None] == []


@pytest.mark.parametrize("holding", _holdings())
def test_every_holding_reads_as_a_citation_or_says_that_there_is_none(
    holding: law.positions.Holding,
) -> None:
    if holding.citation == NONE:
        assert holding.checked is Checked.UNVERIFIED
    else:
        assert kind(holding.citation)
    assert holding.holding.endswith((".", "”", '"'))


@pytest.mark.parametrize(("authority", "note"), NOTED)
def test_an_authority_off_the_official_hosts_is_marked_secondary_or_says_why(
    authority: Authority, note: str
) -> None:
    parts = urlsplit(authority.url)
    assert parts.scheme == "https"
    if authority.checked in {Checked.STATUTE, Checked.OFFICIAL}:
        assert parts.netloc in OFFICIAL or note


@pytest.mark.parametrize("holding", _holdings())
def test_a_holding_off_the_official_hosts_is_not_marked_as_read_in_the_statute(
    holding: law.positions.Holding,
) -> None:
    if holding.url and urlsplit(holding.url).netloc not in OFFICIAL:
        assert holding.checked in {Checked.SECONDARY, Checked.UNVERIFIED}


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_a_quote_has_words_and_no_stray_marks(authority: Authority) -> None:
    quote = authority.quote
    if authority.checked is not Checked.UNVERIFIED:
        assert quote
    assert quote == " ".join(quote.split())
    assert quote.count("“") == quote.count("”")


@pytest.mark.parametrize(
    "citation",
    ["29 USC 206", "29 U.S.C. 206(a)", "U.S.C. § 206", "somebody said so", "", "Smith v."],
)
def test_what_is_no_citation_does_not_read_as_one(citation: str) -> None:
    assert kind(citation) is None


def _rules_cited(path: Path) -> set[str]:
    """Return the rules that a module names: arguments of ``rule(...)`` and values of its tables."""
    tree = ast.parse(path.read_text())
    named = {
        call.args[0].value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "rule"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }
    tables = {
        node.value
        for table in ast.walk(tree)
        if isinstance(table, ast.Dict)
        for node in table.values
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {str(key) for key in named} | {key for key in tables if key in LAW.rules}


def test_every_rule_that_a_module_cites_is_encoded() -> None:
    cited = {key for path in SOURCE.rglob("*.py") for key in _rules_cited(path)}
    assert len(cited) >= 15
    assert cited <= set(LAW.rules)


@pytest.mark.parametrize("governing", list(Regime))
@pytest.mark.parametrize("category", list(Category))
@pytest.mark.parametrize("ended_on", [None, dt.date(2018, 12, 6), dt.date(2018, 12, 7)])
def test_every_loss_that_a_statute_lists_has_an_encoded_rule(
    governing: Regime, category: Category, ended_on: dt.date | None
) -> None:
    rule = loss_rule(governing, category, ended_on)
    assert rule is None or rule in LAW.rules
    assert rule is not None or governing is Regime.GENERAL


@pytest.mark.parametrize("governing", list(Regime))
def test_every_measure_has_encoded_rules(governing: Regime) -> None:
    assert ORDER_RULE[governing] in LAW.rules
    assert (governing in GREATER_OF_RULE) == bool(MEASURES[governing])
    assert GREATER_OF_RULE.get(governing, ORDER_RULE[governing]) in LAW.rules


WITHOUT_CITATION = {"__init__", "choices", "reach", "warnings"}


@pytest.mark.parametrize(
    "path", sorted((SOURCE / "calculators").glob("*.py")), ids=lambda path: path.stem
)
def test_every_calculator_opens_with_its_authorities(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text())) or ""
    assert docstring
    if path.stem not in WITHOUT_CITATION:
        assert re.search(r"^Authority:", docstring, re.MULTILINE)
        assert re.search(r"U\.S\.C\.|C\.F\.R\.|as in :mod:", docstring)


def test_a_rule_that_is_not_encoded_is_refused() -> None:
    with pytest.raises(remedies.errors.LawNotEncodedError):
        LAW.rule("no_such_rule")
