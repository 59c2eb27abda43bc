"""Every authority reads as a citation, stands on an official host or says that it does not, and is used."""

import ast
import datetime as dt
import re
from pathlib import Path

import pytest

import remedies
from remedies import law
from remedies.calculators.losses import loss_rule
from remedies.calculators.measures import GREATER_OF_RULE, MEASURES, ORDER_RULE, Regime
from remedies.facts import Category
from remedies.figures import Authority, Checked
from remedies.law.citations import FORMS, kind, of_another, parts
from remedies.law.soundness import is_official

LAW = law.encoded()
SOURCE = Path(remedies.__file__).parent

NONE = "No authority found"


RULES = [pytest.param(authority, id=key) for key, authority in LAW.rules.items()]


def _holdings() -> list[object]:
    return [
        pytest.param(holding, id=f"{position.key} {option.key} {place}")
        for position in LAW.all_positions().values()
        for option in position.options.values()
        for place, holding in enumerate(option.authorities)
    ]


@pytest.mark.parametrize("authority", RULES)
def test_every_rule_reads_as_citations(authority: Authority) -> None:
    assert {kind(part) for part in parts(authority.citation)} <= set(FORMS)


@pytest.mark.parametrize("holding", _holdings())
def test_every_holding_reads_as_a_citation_or_says_that_there_is_none(
    holding: law.positions.Holding,
) -> None:
    if holding.citation == NONE:
        assert holding.checked is Checked.UNVERIFIED
    else:
        assert {kind(part) for part in parts(holding.citation)} <= set(FORMS)
    assert holding.holding.endswith((".", "”", '"'))


@pytest.mark.parametrize("holding", _holdings())
def test_a_holding_off_the_official_hosts_is_not_marked_as_read_in_the_statute(
    holding: law.positions.Holding,
) -> None:
    if holding.url and not is_official(holding.url):
        assert holding.checked in {Checked.SECONDARY, Checked.UNVERIFIED}


@pytest.mark.parametrize("authority", RULES)
def test_a_rule_quotes_its_words_from_an_official_host_or_is_marked(authority: Authority) -> None:
    quote = authority.quote
    assert quote or authority.checked is Checked.UNVERIFIED
    assert quote == " ".join(quote.split())
    assert quote.count("“") == quote.count("”")
    assert authority.url.startswith("https://")
    assert is_official(authority.url) or authority.checked not in {
        Checked.STATUTE,
        Checked.OFFICIAL,
    }


@pytest.mark.parametrize(
    "citation",
    ["29 USC 206", "29 U.S.C. 206(a)", "U.S.C. § 206", "somebody said so", "", "Smith v."],
)
def test_what_is_no_citation_does_not_read_as_one(citation: str) -> None:
    assert kind(citation) is None


@pytest.mark.parametrize(
    ("citation", "name"),
    [
        ("Cal. Lab. Code § 1182.12(b)(1)", "state code"),
        ("Mass. Gen. Laws ch. 151, § 1B", "state code"),
        ("Me. Rev. Stat. tit. 26, § 626-A", "state code"),
        ("740 Ill. Comp. Stat. 128/20", "illinois"),
        ("Fla. Const. art. X, § 24(c)", "constitution"),
        ("N.Y. Comp. Codes R. & Regs. tit. 12, § 142-2.4", "state code"),
        ("Seattle, Wash., Mun. Code ch. 14.19", "municipal"),
        ("90 Fed. Reg. 13037", "register"),
        ("Vaghul and Zipperer, Historical State and Sub-state Minimum Wages", "publication"),
    ],
)
def test_a_citation_is_known_for_what_it_is(citation: str, name: str) -> None:
    assert kind(citation) == name


def test_the_law_of_another_state_is_noticed() -> None:
    assert of_another("Cal. Lab. Code § 1182.12", "us-ny")
    assert not of_another("Cal. Lab. Code § 1182.12", "us-ca")
    assert not of_another("29 U.S.C. § 206", "us-ny")


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


WITHOUT_CITATION = {"choices", "civil/assumptions", "civil/choices", "reach", "warnings"}
CALCULATORS = SOURCE / "calculators"
MODULES = [
    pytest.param(path, id=path.relative_to(CALCULATORS).with_suffix("").as_posix())
    for path in sorted(CALCULATORS.rglob("*.py"))
    if path.stem != "__init__"
]
_TITLE = r"\d+ (?:U\.S\.C\.|C\.F\.R\.)"
_SECTION = r"(?:\d+(?:\.\d+)?[A-Z]?)?(?:\(\w+\))*"
_SECTIONS = re.compile(
    rf"(?P<title>{_TITLE})|§+ (?P<list>{_SECTION}(?:(?:, and |, | and | to |-)(?=[\d(]){_SECTION})*)"
)


def _authorities_of(path: Path) -> str:
    """Return a module's list of authorities, on one line."""
    docstring = ast.get_docstring(ast.parse(path.read_text())) or ""
    assert docstring
    listed = re.search(r"^Authority:(.*?)(?:\n\n|\Z)", docstring, re.MULTILINE | re.DOTALL)
    return " ".join(listed[1].split()) if listed else ""


def _declared(path: Path) -> str:
    """Return a module's list of authorities with the lists that it takes over from other modules."""
    found = _authorities_of(path)
    for name in re.findall(r":mod:`remedies\.([\w.]+)`", found):
        found += " " + _declared(SOURCE.joinpath(*name.split(".")).with_suffix(".py"))
    return found


def _sections(text: str) -> set[str]:
    """Return the sections named in a text, each with its title; a range is all between its ends."""
    found, title = set(), ""
    for match in _SECTIONS.finditer(text):
        if match["title"]:
            title = match["title"]
        else:
            found |= {f"{title} § {section}" for section in _listed(match["list"])}
    return found


def _listed(text: str) -> set[str]:
    found: list[str] = []
    through = False
    for step in re.split(r"(, and |, | and | to |-)", text):
        if step in {" to ", "-"}:
            through = True
        elif re.match(r"[\d(]", step):
            found += _between(found[-1], step) if through else [_whole(step, found)]
            through = False
    return set(found)


def _whole(step: str, before: list[str]) -> str:
    """Return a section; what is only a paragraph is one of the section before it."""
    if not step.startswith("("):
        return step
    last = before[-1]
    return (last.rpartition("(")[0] if step[1].isdigit() else last.partition("(")[0]) + step


def _between(first: str, last: str) -> list[str]:
    """Return the sections of a range; of a range of paragraphs, what holds them all."""
    if last.startswith("("):
        return [first.rpartition("(")[0]]
    part, _, end = last.partition(".")
    return [f"{part}.{number}" for number in range(int(first.partition(".")[2]), int(end) + 1)]


def _rules_named(path: Path) -> set[str]:
    return {
        node.value
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } & set(LAW.rules)


def _undeclared(citation: str, declared: str) -> set[str]:
    """Return the sections that a rule cites and a list of authorities does not name, in whole or in part.

    Of a rule that cites no section, the case.
    """
    cited, known = _sections(citation), _sections(declared)
    if not cited:
        return set() if citation.partition(",")[0] in declared else {citation}
    return {section for section in cited if not any(_same(section, other) for other in known)}


def _same(cited: str, declared: str) -> bool:
    """Return whether two sections are one, or one is a paragraph of the other."""
    shorter, longer = sorted((cited, declared), key=len)
    return longer == shorter or longer.startswith(f"{shorter}(")


@pytest.mark.parametrize("path", MODULES)
def test_every_calculator_opens_with_its_authorities(path: Path) -> None:
    if path.relative_to(CALCULATORS).with_suffix("").as_posix() not in WITHOUT_CITATION:
        assert re.search(r"§|Exec\. Order|as in :mod:|\bitems?\b", _authorities_of(path))


@pytest.mark.parametrize("path", MODULES)
def test_every_calculator_declares_the_sections_of_the_rules_that_it_names(path: Path) -> None:
    declared = _declared(path)
    missing = {
        f"{key}: {section}"
        for key in _rules_named(path)
        for section in _undeclared(LAW.rules[key].citation, declared)
    }
    assert missing == set()


def test_a_section_that_is_not_declared_is_noticed() -> None:
    declared = (
        "29 U.S.C. § 206(a): a wage; § 218(a). 29 C.F.R. §§ 531.38-531.40, 778.113 and 778.315."
    )
    assert _undeclared("29 U.S.C. § 206(a)(1)", declared) == set()
    assert (
        _undeclared("29 C.F.R. § 531.39(a) (35 Fed. Reg. 10757, July 2, 1970)", declared) == set()
    )
    assert _undeclared("29 C.F.R. § 778.11", declared) == {"29 C.F.R. § 778.11"}
    assert _undeclared("29 U.S.C. § 206(g)(1), (5)", declared) == {
        "29 U.S.C. § 206(g)(1)",
        "29 U.S.C. § 206(g)(5)",
    }
    assert _undeclared("29 U.S.C. § 778.113", declared) == {"29 U.S.C. § 778.113"}
    assert _undeclared("18 U.S.C. § 2259(c)(2)(D)", "18 U.S.C. § 2259(c)(2)(A)-(F)") == set()
    assert _undeclared("Smith v. Jones, 1 U.S. 1 (1790)", declared) == {
        "Smith v. Jones, 1 U.S. 1 (1790)"
    }


def test_a_rule_that_is_not_encoded_is_refused() -> None:
    with pytest.raises(remedies.errors.LawNotEncodedError):
        LAW.rule("no_such_rule")
