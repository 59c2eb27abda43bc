"""The register of positions is whole: options, defaults, circuits and authorities agree."""

import pytest

from remedies import law
from remedies.figures import Checked
from remedies.law import Position
from remedies.law.library import ROOT
from remedies.wire.claim_schema import CIRCUITS

LAW = law.encoded()
POSITIONS = [pytest.param(position, id=key) for key, position in LAW.all_positions().items()]
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
    "companionship_exemption_in_1593": ("apply", {"apply", "do_not_apply"}),
    "eight_and_eighty": ("not_applied", {"not_applied", "apply"}),
    "fluctuating_workweek": ("require_conditions", {"require_conditions", "half_time_always"}),
    "guaranteed_pay_contract": ("require_conditions", {"require_conditions", "accept"}),
    "on_call_time": ("count", {"count", "exclude_own_time"}),
    "small_farm_exemption_in_1593": ("apply", {"apply", "do_not_apply"}),
    "tip_credit": ("require_conditions", {"require_conditions", "deny", "allow"}),
    "tips_kept_in_1593": ("leave_out", {"leave_out", "include"}),
    "voluntary_deductions": ("no_credit", {"no_credit", "credit_within_limits"}),
    "worker_borne_costs": ("count", {"count", "leave_out"}),
    "youth_wage_in_1593": ("do_not_apply", {"do_not_apply", "apply"}),
    "civil_wage_rounding_interest": ("exact", {"exact", "per_diem", "per_year"}),
    "state_discretionary_damages": ("not_counted", {"not_counted", "most"}),
    "ca_liquidated_base": ("wages_and_interest", {"wages_and_interest", "wages_only"}),
    "ca_liquidated_good_faith": ("full", {"full", "reduced"}),
    "ca_wage_interest_rate": ("ten_percent", {"ten_percent", "seven_percent"}),
    "civil_recovery_same_loss": ("part_by_part", {"part_by_part", "unpaid_wages_and_losses_only"}),
    "civil_wage_comparison_span": ("by_workweek", {"by_workweek", "whole_claim"}),
    "default_day_count": (
        "ninety_days_delinquent",
        {"ninety_days_delinquent", "ninety_days_late"},
    ),
    "default_penalty_base": ("missed_payments", {"missed_payments", "whole_balance"}),
    "dma_rounding": ("nearest_cent", {"nearest_cent", "nearest_dollar"}),
    "domestic_facilities_safe_harbor": ("actual_cost", {"actual_cost", "percentages"}),
    "eo_13658_revival": ("not_revived", {"not_revived", "revived"}),
    "federal_and_state_liquidated": ("once", {"once", "both"}),
    "flsa_equitable_tolling": ("none", {"none", "until_notice_of_rights", "during_captivity"}),
    "flsa_prejudgment_interest": ("instead_of_liquidated", {"instead_of_liquidated", "none"}),
    "gains_from_abroad": ("include", {"include", "exclude"}),
    "good_faith_in_1593": ("no_reduction", {"no_reduction", "reduce"}),
    "greater_of_for_2421a": ("losses_only", {"losses_only", "with_greater_of"}),
    "h2a_vacated_rule_rates": ("certified_rate", {"certified_rate", "rate_without_the_rule"}),
    "holiday_on_a_weekend": ("weekday_too", {"weekday_too", "day_only"}),
    "interest_waiver_after_sentencing": (
        "at_sentencing_only",
        {"at_sentencing_only", "also_later"},
    ),
    "joint_interest": ("once", {"once", "each"}),
    "judgment_payment_application": ("interest_first", {"interest_first", "judgment_first"}),
    "jvta_assessment_gap": ("none", {"none", "owed"}),
    "jvta_assessment_unit": ("per_count", {"per_offender", "per_count"}),
    "jvta_assessment_window": (
        "every_event",
        {"every_event", "offense", "conviction", "sentence"},
    ),
    "jvta_indigence": ("present_and_future", {"present_and_future", "present_only"}),
    "losses_under_2429": ("present_list", {"present_list", "former_list", "no_list"}),
    "mspa_violation_counting": ("each_duty_once", {"each_duty_once", "each_paragraph"}),
    "ny_interest_start": ("each_item", {"each_item", "intermediate_date"}),
    "ny_pay_frequency": ("interest_only", {"interest_only", "liquidated_damages", "nothing"}),
    "punitive_damages_1595": ("available", {"available", "not_available"}),
    "remission_of_torts": (
        "documented_costs",
        {"documented_costs", "no_injury_items", "all_restitution_losses"},
    ),
    "remission_shares": ("pro_rata", {"pro_rata", "by_priority"}),
    "restitution_interest_day_count": ("three_sixty_five", {"three_sixty_five", "actual_year"}),
    "restitution_interest_rate": ("section_3612", {"section_3612", "section_1961"}),
    "restitution_lien_1593": ("lien_through_3664", {"lien_through_3664", "no_lien"}),
    "restitution_term_ex_post_facto": (
        "law_of_the_offense",
        {"law_of_the_offense", "present_term"},
    ),
    "rico_business_or_property": (
        "economic_losses",
        {"economic_losses", "no_loss_from_personal_injury"},
    ),
    "sleep_and_meal_agreement": ("count_all", {"count_all", "exclude_by_agreement"}),
    "tax_of_other_awards": ("not_by_the_notice", {"not_by_the_notice", "excluded"}),
    "third_party_domestic_employer": (
        "from_2015_01_01",
        {"from_2015_01_01", "from_2015_10_13", "not_applied_from_2025_07_25"},
    ),
    "wage_arm_for_labor_abroad": ("value_it", {"value_it", "leave_out"}),
}
SCOPES = {
    "figure", "order", "assessment", "civil", "collection", "compensation", "forfeiture", "tax", "wages",
}  # fmt: skip


def test_the_register_holds_the_named_choices_with_their_defaults() -> None:
    found = {key: (p.default, set(p.options)) for key, p in LAW.all_positions().items()}
    assert found == EXPECTED


@pytest.mark.parametrize("position", POSITIONS)
def test_the_default_is_computed_where_an_option_is_and_always_for_the_figure(
    position: Position,
) -> None:
    if position.alternatives or position.scope in {"figure", "order"}:
        assert position.options[position.default].computed
    assert (position.key in LAW.positions) == (position.scope in {"figure", "order", "civil"})
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
def test_a_scope_is_one_of_those_named_and_the_folder_of_the_file(position: Position) -> None:
    assert position.scope in SCOPES
    assert (ROOT / "positions" / position.scope / f"{position.key}.toml").is_file()


def test_a_claim_chooses_among_the_positions_of_its_figure_its_order_and_its_civil_claims() -> (
    None
):
    scopes = {position.scope for position in LAW.positions.values()}
    assert scopes == {"figure", "order", "civil"}
    assert list(LAW.positions) == sorted(LAW.positions)
