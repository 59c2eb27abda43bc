"""Which account of the work is used, and theories: what a claim may say of them and what is refused."""

from typing import Any

import pytest

from tests.wire.claims import named

Document = dict[str, Any]


def period(account: str = "", **fields: object) -> Document:
    found: Document = {
        "from": "2012-01-01",
        "to": "2012-01-28",
        "hours": {"per_workweek": "60"},
        "pay": {"basis": "none"},
    } | fields
    return found | ({"account": account} if account else {})


def claim(*work: Document, **fields: object) -> Document:
    return {
        "claim": "1",
        "reference": "V-1",
        "as_of": "2026-06-30",
        "convictions": [{"statute": "18 USC 1589"}],
        "work": list(work),
    } | fields


def test_periods_of_two_accounts_may_cover_the_same_days() -> None:
    assert named(claim(period("a"), period("b"), account="a")) == []


def test_periods_of_one_account_or_of_all_do_not_overlap() -> None:
    work = [period("a"), period("b"), period("b")]
    assert named(claim(*work, account="a")) == [("work[2].from", "overlap")]
    work = [period("a"), period("b"), period(**{"from": "2012-01-28", "to": "2012-02-01"})]
    assert set(named(claim(*work, account="b"))) == {("work[2].from", "overlap")}


def test_a_contradiction_of_another_account_is_found_beside_a_wrong_field() -> None:
    work = [period("a"), period("b"), period("b")]
    assert named(claim(*work, account="a", reference="Full Name")) == [
        ("reference", "not_a_reference"),
        ("work[2].from", "overlap"),
    ]


def test_of_several_accounts_one_is_named_as_used() -> None:
    assert named(claim(period("a"), period("b"))) == [("account", "required")]
    assert named(claim(period("a"), period("b"), account="c")) == [("account", "unknown_account")]
    assert named(claim(period(), account="a")) == [("account", "unknown_account")]


def test_a_single_account_need_not_be_named_again() -> None:
    assert named(claim(period("a"))) == []
    assert named(claim(period("a"), account="a")) == []


def test_what_the_account_that_is_used_lacks_is_named_where_the_claim_gives_it() -> None:
    positions = {"flsa_coverage_for_1593": "require_coverage"}
    proven = {"coverage": {"proven": True}}
    work = [
        period("a", **proven),
        period("b"),
        period("a", **{"from": "2013-01-01", "to": "2013-01-28"}),
    ]
    assert named(claim(*work, account="a", positions=positions)) == [
        ("work[2].coverage.proven", "required"),
    ]


def test_a_period_of_any_account_must_lie_within_the_law_encoded() -> None:
    early = {"from": "1937-01-01", "to": "1937-01-28"}
    found = named(claim(period("a"), period("b", **early), account="a"))
    assert {field for field, _ in found} == {"work[1].from", "work[1].to"}


def theory(name: object = "Wages once", **positions: object) -> Document:
    return {"name": name, "positions": positions}


def test_theories_are_named_sets_of_positions() -> None:
    assert named(claim(period(), theories=[theory(liquidated_damages="exclude")])) == []
    assert named(claim(period(), theories=[theory()] * 2)) == [
        ("theories[1].name", "duplicate_name")
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (theory(no_such="x"), ("theories[0].positions.no_such", "unknown_position")),
        (
            theory(liquidated_damages="maybe"),
            ("theories[0].positions.liquidated_damages", "unknown_option"),
        ),
        (theory(flsa_sol_in_1593="two_years"), ("charged_on", "required")),
        (theory(""), ("theories[0].name", "too_long")),
        (theory("x" * 61), ("theories[0].name", "too_long")),
        (theory("a\u202eb"), ("theories[0].name", "unprintable")),
        ({"name": "x"}, ("theories[0].positions", "required")),
    ],
)
def test_what_is_wrong_with_a_theory_is_named_by_its_field(
    given: Document, expected: tuple[str, str]
) -> None:
    assert named(claim(period(), theories=[given])) == [expected]


def test_there_are_at_most_twenty_theories() -> None:
    many = [theory(f"T{i}") for i in range(21)]
    assert named(claim(period(), theories=many[:20])) == []
    assert named(claim(period(), theories=many)) == [("theories", "too_many")]
