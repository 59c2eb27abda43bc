"""The statutes of conviction decide the regime; chapter 77 comes first, then chapter 117."""

import pytest

from remedies.calculators.measures import Regime, regime, unavailable
from remedies.facts import Conviction, Statute

CHAPTER_77 = [
    "1581",
    "1583",
    "1584",
    "1589",
    "1590",
    "1591(a)(1)",
    "1592",
    "1593A",
    "1594(c)",
    "1597",
]
CHAPTER_117 = ["2421", "2422(b)", "2423(a)", "2425", "2428", "2429"]
OTHER = ["18 USC 371", "18 USC 241", "18 USC 1351", "8 USC 1324", "18 USC 1580", "18 USC 1598"]


def governing(*statutes: str) -> Regime:
    parsed = [Statute.parse(statute) for statute in statutes]
    return regime(Conviction(statute=statute) for statute in parsed if statute is not None)


@pytest.mark.parametrize("section", CHAPTER_77)
def test_every_section_of_chapter_77_opens_section_1593(section: str) -> None:
    assert governing(f"18 USC {section}") is Regime.TRAFFICKING


@pytest.mark.parametrize("section", CHAPTER_117)
def test_every_section_of_chapter_117_opens_section_2429(section: str) -> None:
    assert governing(f"18 U.S.C. § {section}") is Regime.TRANSPORTATION


@pytest.mark.parametrize("statute", OTHER)
def test_another_statute_leaves_the_general_ones(statute: str) -> None:
    assert governing(statute) is Regime.GENERAL


def test_section_2421a_has_a_regime_of_its_own() -> None:
    assert governing("18 USC 2421A") is Regime.PROMOTION


@pytest.mark.parametrize(
    ("statutes", "expected"),
    [
        (("18 USC 371", "18 USC 1589"), Regime.TRAFFICKING),
        (("18 USC 2423", "18 USC 1591"), Regime.TRAFFICKING),
        (("18 USC 2421A", "18 USC 2421"), Regime.TRANSPORTATION),
        (("18 USC 371", "18 USC 2421A"), Regime.PROMOTION),
    ],
)
def test_of_several_statutes_the_widest_governs_in_any_order(
    statutes: tuple[str, str], expected: Regime
) -> None:
    assert governing(*statutes) is governing(*reversed(statutes)) is expected


def test_what_each_regime_closes_has_a_reason() -> None:
    closed = {entry: [u.what for u in unavailable(entry)] for entry in Regime}
    every = ["gross_income", "value_to_defendant", "value_of_labor"]
    assert closed == {
        Regime.TRAFFICKING: [],
        Regime.TRANSPORTATION: ["value_of_labor"],
        Regime.PROMOTION: every,
        Regime.GENERAL: every,
    }
    assert all(u.why for entry in Regime for u in unavailable(entry))


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("18 USC 1589", "18 U.S.C. § 1589"),
        ("18 U.S.C. 1589", "18 U.S.C. § 1589"),
        ("18 U.S.C. § 1591(a)(1)", "18 U.S.C. § 1591(a)(1)"),
        ("18 USC § 1593A", "18 U.S.C. § 1593A"),
    ],
)
def test_a_statute_is_cited_as_a_brief_does(text: str, cited: str) -> None:
    assert str(Statute.parse(text)) == cited


@pytest.mark.parametrize(
    "text", ["", "1589", "18 USC", "18 USC 1589\n", "18 USC \u0661\u0665\u0668\u0669"]
)
def test_what_is_no_statute_is_not_read_as_one(text: str) -> None:
    assert Statute.parse(text) is None
