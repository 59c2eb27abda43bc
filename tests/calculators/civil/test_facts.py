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
    assert fields(separated_on="2024-01-13", contracts=[CONTRACT]) == []


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
