"""What contradicts itself in the civil part of a claim is named by its field."""

import pytest
from marshmallow import ValidationError

from remedies.calculators.civil import civil_law_problems
from remedies.facts.civil import civil_problems
from remedies.law import encoded
from remedies.wire.civil_schema import CivilSchema
from tests.calculators.civil.claims import Document, civil, period

CONTRACT = {
    "program": "h2b",
    "from": "2024-01-07",
    "to": "2024-03-30",
    "workdays": "60",
    "hours_per_workday": "7",
    "hours_offered": "300",
    "rate": "15.00",
}


SHORT = CONTRACT | {"workdays": "20"}


def fields(**facts: object) -> list[str]:
    return [p.field for p in civil_problems(civil(**facts), {0: period("US-CA")})]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"interest_to": "2025-01-18"}, "civil.interest_to"),
        ({"filed_on": "2024-01-06"}, "civil.filed_on"),
        ({"separated_on": "2024-01-12"}, "civil.separated_on"),
        ({"final_wages_paid_on": "2024-01-20"}, "civil.final_wages_paid_on"),
        (
            {"separated_on": "2024-01-13", "final_wages_paid_on": "2024-01-12"},
            "civil.final_wages_paid_on",
        ),
        ({"interest_from": "2025-01-20"}, "civil.interest_from"),
        ({"interest_from": "2024-01-06"}, "civil.interest_from"),
        ({"consent_on": "2025-01-18"}, "civil.consent_on"),
        ({"notice_on": "2025-01-20"}, "civil.notice_on"),
        ({"contracts": [CONTRACT, CONTRACT]}, "civil.contracts[1].from"),
        (
            {"contracts": [SHORT | {"from": "2024-03-30", "to": "2024-04-30"}, CONTRACT]},
            "civil.contracts[1].from",
        ),
        (
            {
                "spreads": [
                    {"from": "2024-01-07", "to": "2024-01-10", "hours": "13"},
                    {"from": "2024-01-10", "to": "2024-01-13", "hours": "12"},
                ]
            },
            "civil.spreads[1].from",
        ),
        (
            {"spreads": [{"from": "2024-01-12", "to": "2024-01-13", "hours": "9"}]},
            "civil.spreads[0].hours",
        ),
        ({"paydays": {"every": "week"}}, "civil.paydays.first"),
        ({"paydays": {"every": "month", "first": "2024-01-01"}}, "civil.paydays.first"),
        ({"tolled": [{"from": "2024-02-01", "to": "2024-01-31"}]}, "civil.tolled[0].to"),
        (
            {"spreads": [{"from": "2024-02-01", "to": "2024-01-31", "hours": "9"}]},
            "civil.spreads[0].to",
        ),
        (
            {"spreads": [{"from": "2024-01-07", "to": "2024-01-13", "hours": "25"}]},
            "civil.spreads[0].hours",
        ),
        ({"contracts": [CONTRACT | {"to": "2024-03-31"}]}, "civil.contracts[0].to"),
        ({"contracts": [CONTRACT | {"short_job_order": True}]}, "civil.contracts[0].to"),
        ({"contracts": [CONTRACT | {"to": "2024-01-06"}]}, "civil.contracts[0].to"),
        ({"contracts": [CONTRACT | {"workdays": "85"}]}, "civil.contracts[0].workdays"),
        (
            {"contracts": [CONTRACT | {"hours_per_workday": "25"}]},
            "civil.contracts[0].hours_per_workday",
        ),
        (
            {"contracts": [CONTRACT | {"program": "h2a", "short_job_order": True}]},
            "civil.contracts[0].short_job_order",
        ),
    ],
)
def test_each_contradiction_names_its_field(facts: Document, field: str) -> None:
    assert fields(**facts) == [field]


def test_facts_that_fit_have_no_problem() -> None:
    next_block = CONTRACT | {"from": "2024-03-31", "to": "2024-06-22"}
    stated = {"from": "2024-01-07", "to": "2024-01-12", "hours": "10"}
    day_off = {"from": "2024-01-13", "to": "2024-01-13", "hours": "5"}
    assert (
        fields(
            separated_on="2024-01-13",
            contracts=[CONTRACT, next_block],
            spreads=[stated, day_off],
            consent_on="2025-01-19",
            notice_on="2025-01-19",
            interest_from="2024-01-07",
        )
        == []
    )


@pytest.mark.parametrize("hours", [{"per_workweek": "50"}, {"daily": {"mon": "4", "tue": "10"}}])
def test_a_spread_is_compared_with_the_hours_of_the_days_that_it_holds(hours: Document) -> None:
    short = {"from": "2024-01-08", "to": "2024-01-09", "hours": "7"}
    facts, work = civil(spreads=[short]), {0: period("US-NY", hours=hours)}
    found = [p.field for p in civil_problems(facts, work)]
    assert found == ["civil.spreads[0].hours"]
    monday = civil(spreads=[short | {"to": "2024-01-08", "hours": "7.15"}])
    assert [p.field for p in civil_problems(monday, work)] == []


def test_a_spread_is_compared_with_the_records_of_its_dates() -> None:
    records = {"records": [{"on": "2024-01-08", "hours": "9"}, {"on": "2024-01-09", "hours": "8"}]}
    work = {0: period("US-NY", hours=records)}
    spread = {"from": "2024-01-08", "to": "2024-01-09", "hours": "8.5"}
    assert [p.field for p in civil_problems(civil(spreads=[spread]), work)] == [
        "civil.spreads[0].hours"
    ]
    later = civil(spreads=[spread | {"from": "2024-01-09"}])
    assert not list(civil_problems(later, work))


@pytest.mark.parametrize(
    "place", ["NY", "us-ny", "New York", "US-NYC", "US-ZZ", "US", "US-NY.New York", "CA", "PR"]
)
def test_a_place_of_no_known_form_is_named_and_not_taken_for_none(place: str) -> None:
    (problem,) = civil_problems(civil(), {3: period(place)})
    assert (problem.field, problem.code) == ("work[3].place", "place_required")
    assert "not a place of the form US-CA" in problem.message
    assert place not in problem.message.replace("US-CA", "").replace("CA-ON", "")


@pytest.mark.parametrize("place", ["", "US-NY", "US-NY.new_york_city", "US-PR", "MX", "CA-ON"])
def test_a_place_in_the_united_states_or_plainly_abroad_is_taken(place: str) -> None:
    assert not list(civil_problems(civil(), {0: period(place)}))


def test_a_tier_of_no_known_form_is_called_a_tier() -> None:
    document = {
        "filed_on": "2025-01-19",
        "interest_to": "2025-01-19",
        "tiers": {"us-ny.minimum_wage": "Zq9X"},
    }
    with pytest.raises(ValidationError) as refused:
        CivilSchema().load(document)
    told = str(refused.value.messages)
    assert "tier" in told
    assert "position" not in told


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"tiers": {"us-or.no_such_item": "x"}}, "civil.tiers.us-or.no_such_item"),
        (
            {"tiers": {"us-or.daily_overtime_threshold": "mining"}},
            "civil.tiers.us-or.daily_overtime_threshold",
        ),
    ],
)
def test_what_the_law_does_not_know_names_its_field(facts: Document, field: str) -> None:
    assert [p.field for p in civil_law_problems(civil(**facts), encoded())] == [field]


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"filed_on": "2025-01-19", "interest_to": "2025-01-19", "filed": "2025"},
        {"filed_on": "2025-02-30", "interest_to": "2025-01-19"},
        {"filed_on": "2025-01-19", "interest_to": "2025-01-19", "willful": "yes"},
        {"filed_on": "2025-01-19", "interest_to": "2025-01-19", "tiers": {"../us": "x"}},
        {"filed_on": "2025-01-19", "interest_to": "2025-01-19", "tiers": ["x"]},
        {"filed_on": "2025-01-19", "interest_to": "2025-01-19", "positions": {"a b": "c"}},
        {
            "filed_on": "2025-01-19",
            "interest_to": "2025-01-19",
            "paydays": {"every": "week", "days_after": 7},
        },
        {"filed_on": "2025-01-19", "interest_to": "2025-01-19", "contracts": [{}] * 101},
    ],
)
def test_a_document_of_the_wrong_shape_is_refused(document: Document) -> None:
    with pytest.raises(ValidationError):
        CivilSchema().load(document)
