"""The register of positions is whole: options, defaults, circuits and authorities agree."""

import pytest

from remedies import law
from remedies.figures import Checked
from remedies.law import Position
from remedies.wire.claim_schema import CIRCUITS

LAW = law.encoded()
POSITIONS = [pytest.param(position, id=key) for key, position in LAW.positions.items()]
# The named choices of the project's reading of § 1593, with their options and defaults.
EXPECTED = {
    "1593_wage_law": ("federal", {"federal", "higher_state"}),
    "attorney_fees": ("include", {"include", "exclude"}),
    "facilities_credit": (
        "deny_when_coerced",
        {"deny_when_coerced", "reasonable_cost", "fair_value"},
    ),
    "flsa_arm_net_of_paid": ("net", {"net", "gross"}),
    "flsa_coverage_for_1593": ("treat_as_covered", {"treat_as_covered", "require_coverage"}),
    "flsa_sol_in_1593": ("none", {"none", "two_years", "three_years"}),
    "gross_income_offset": ("none", {"none", "deduct_expenses"}),
    "agriculture_ot_exemption_in_1593": ("apply", {"apply", "do_not_apply"}),
    "ill_gotten_plus_treatment": ("both", {"both"}),
    "joint_several": ("full", {"full", "apportioned"}),
    "liquidated_damages": ("include", {"include", "exclude"}),
    "live_in_ot_exemption_in_1593": ("apply", {"apply", "do_not_apply"}),
    "lost_income_overlap": ("exclude_same_days", {"exclude_same_days", "cumulative"}),
    "max_granularity": ("whole_offense", {"whole_offense", "by_workweek"}),
    "prejudgment_interest_in_restitution": ("none", {"none", "interest"}),
    "salary_covers": ("forty_hours", {"forty_hours", "all_hours"}),
    "straight_time_rate": ("agreed", {"agreed", "minimum"}),
    "value_to_defendant_method": (
        "market_replacement",
        {"market_replacement", "avoided_wages", "receipts"},
    ),
    "workweek_rounding": ("exact", {"exact", "dol_a", "dol_b"}),
}


def test_the_register_holds_the_named_choices_with_their_defaults() -> None:
    found = {key: (p.default, set(p.options)) for key, p in LAW.positions.items()}
    assert found == EXPECTED


@pytest.mark.parametrize("position", POSITIONS)
def test_the_default_is_an_option_of_which_a_figure_is_made(position: Position) -> None:
    assert position.options[position.default].computed
    assert position.why_default
    assert position.question.endswith("?")


@pytest.mark.parametrize("position", POSITIONS)
def test_every_option_names_an_authority_or_says_that_none_was_found(position: Position) -> None:
    for option in position.options.values():
        assert option.says
        assert option.authorities
        assert all(isinstance(holding.checked, Checked) for holding in option.authorities)


@pytest.mark.parametrize("position", POSITIONS)
def test_a_circuit_that_decided_is_one_that_a_claim_can_name_and_has_its_decision(
    position: Position,
) -> None:
    for circuit, option in position.circuits.items():
        decided = [h for h in position.options[option].authorities if h.circuit == circuit]
        assert decided
        assert circuit.lower() in CIRCUITS


@pytest.mark.parametrize("position", POSITIONS)
def test_a_decision_of_a_circuit_for_a_computed_option_is_followed_in_that_circuit(
    position: Position,
) -> None:
    for option in position.alternatives:
        for holding in option.authorities:
            if holding.circuit is not None:
                assert position.circuits[holding.circuit] == option.key


@pytest.mark.parametrize("position", POSITIONS)
def test_a_scope_is_the_figure_or_the_order(position: Position) -> None:
    assert position.scope in {"figure", "order"}
