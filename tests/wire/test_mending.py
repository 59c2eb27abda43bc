"""One sending tells all: form, contradictions and the reach of the law are reported together."""

from typing import Any

import pytest

from remedies.errors import FactsError
from remedies.wire import read_claim
from remedies.wire.mending import AT_MOST


def claim(**changes: object) -> dict[str, Any]:
    period = {
        "from": "2012-01-01",
        "to": "2012-12-31",
        "hours": {"per_workweek": "60"},
        "pay": {"basis": "none"},
    }
    sound: dict[str, Any] = {
        "claim": "1",
        "reference": "V-1",
        "as_of": "2026-11-21",
        "convictions": [{"statute": "18 USC 1589"}],
        "work": [period],
    }
    return sound | changes


def period(**changes: object) -> dict[str, Any]:
    found: dict[str, Any] = {**claim()["work"][0]}
    found.update(changes)
    return found


def problems(document: dict[str, Any]) -> set[tuple[str, str]]:
    with pytest.raises(FactsError) as caught:
        read_claim(document)
    return {(problem.field, problem.code) for problem in caught.value.problems}


def test_a_wrong_reference_does_not_hide_169_hours() -> None:
    document = claim(reference="Full Name", work=[period(hours={"per_workweek": "169"})])
    assert problems(document) == {
        ("reference", "not_a_reference"),
        ("work[0].hours.per_workweek", "too_many_hours"),
    }


def test_a_wrong_field_of_a_period_does_not_hide_its_reversed_dates_or_an_overlap() -> None:
    document = claim(
        work=[
            period(exhibit="\x00", to="2011-01-01"),
            period(hours={"per_workweek": "NaN"}),
            period(),
        ]
    )
    assert problems(document) == {
        ("work[0].exhibit", "unprintable"),
        ("work[0].to", "reversed_period"),
        ("work[1].hours.per_workweek", "not_a_plain_decimal"),
        ("work[2].from", "overlap"),
    }


def test_contradictions_stand_beside_periods_beyond_the_law_and_unknown_positions() -> None:
    document = claim(
        work=[period(), period(), period(**{"from": "1937-01-01", "to": "1937-12-31"})],
        positions={"liquidated_damages": "sometimes"},
    )
    assert problems(document) == {
        ("work[1].from", "overlap"),
        ("work[2].from", "law_not_encoded"),
        ("work[2].to", "law_not_encoded"),
        ("positions.liquidated_damages", "unknown_option"),
    }


def test_what_a_basis_lacks_is_said_beside_what_is_wrong_in_it() -> None:
    document = claim(work=[period(pay={"basis": "salary", "amount": 5}, paid={"total": "0.00"})])
    assert problems(document) == {
        ("work[0].pay.amount", "not_a_string"),
        ("work[0].pay.per", "required"),
    }


def test_no_consequence_of_a_wrong_field_is_reported() -> None:
    work = period(pay={"basis": "hourly", "rate": "9.00"}, paid={"total": "-1"})
    assert problems(claim(work=[work])) == {("work[0].paid.total", "not_a_plain_decimal")}


def test_a_flood_of_problems_is_cut_and_counted() -> None:
    document = claim(**{f"field_{i}": 1 for i in range(AT_MOST + 20)})
    with pytest.raises(FactsError) as caught:
        read_claim(document)
    assert len(caught.value.problems) == AT_MOST + 1
    cut = [p for p in caught.value.problems if p.code == "too_many_problems"]
    assert [p.message for p in cut] == ["20 more problems are not listed"]


def test_a_flood_of_positions_is_one_problem() -> None:
    document = claim(positions={f"k{i}": "x" for i in range(5000)})
    assert problems(document) == {("positions", "too_many")}
