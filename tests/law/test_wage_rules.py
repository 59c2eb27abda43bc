"""The rules and positions of the wage engine: quoted where they stand, dated, and each record kept."""

import datetime as dt
import re
import tomllib
from collections import Counter
from fractions import Fraction

import pytest

from remedies import law
from remedies.errors import LawNotEncodedError
from remedies.figures import Checked
from remedies.law.library import ROOT
from remedies.law.words import numbers
from remedies.operations import Unit

LAW = law.encoded()
BEFORE = LAW.as_recorded_on(dt.date(2026, 11, 21))
RECORDS = tomllib.loads((ROOT / "us" / "rules.toml").read_text())["rules"]
LATEST = {record["key"]: record for record in RECORDS}
# What the wage engine may cite, and the section whose words stand there.
CITED = {
    "workweek_778_105": "29 C.F.R. § 778.105",
    "piece_778_111": "29 C.F.R. § 778.111(a)",
    "piece_guaranty_778_111_b": "29 C.F.R. § 778.111(b)",
    "day_job_778_112": "29 C.F.R. § 778.112",
    "fixed_salary_778_114": "29 C.F.R. § 778.114(a)",
    "fixed_salary_778_114_former": "29 C.F.R. § 778.114(a)",
    "two_rates_778_115": "29 C.F.R. § 778.115",
    "commissions_778_119_120": "29 C.F.R. § 778.119",
    "commissions_778_120": "29 C.F.R. § 778.120(a)(1)",
    "bonus_allocation_778_209": "29 C.F.R. § 778.209",
    "excluded_bonus_778_211": "29 C.F.R. § 778.211(a), (d)",
    "retroactive_raise_778_303": "29 C.F.R. § 778.303",
    "deductions_before_778_304": "29 C.F.R. § 778.304(b)",
    "lump_sum_778_310": "29 C.F.R. § 778.310",
    "fixed_sum_778_311": "29 C.F.R. § 778.311(a)",
    "agreements_778_316": "29 C.F.R. § 778.316",
    "unpaid_hours_first_778_317": "29 C.F.R. § 778.317",
    "belo_778_403": "29 C.F.R. § 778.403",
    "belo_778_406": "29 C.F.R. § 778.406",
    "belo_agreement_778_407": "29 C.F.R. § 778.407",
    "belo_778_408": "29 C.F.R. § 778.408(b)",
    "belo_778_413": "29 C.F.R. § 778.413",
    "fictitious_bonus_778_502": "29 C.F.R. § 778.502(e)",
    "eight_and_eighty_778_601": "29 C.F.R. § 778.601(c), (d)",
    "guaranteed_pay_207_f": "29 U.S.C. § 207(f)",
    "eight_and_eighty_207_j": "29 U.S.C. § 207(j)",
    "records_516_2": "29 C.F.R. § 516.2(a)",
    "records_516_27": "29 C.F.R. § 516.27(a)",
    "reasonable_cost_531_3": "29 C.F.R. § 531.3(a)-(d)",
    "customary_531_31": "29 C.F.R. § 531.31",
    "employer_benefit_531_32": "29 C.F.R. § 531.32(c)",
    "deductions_531_36": "29 C.F.R. § 531.36(b)",
    "deductions_overtime_531_37": "29 C.F.R. § 531.37(a)",
    "facilities_in_rate_531_37_b": "29 C.F.R. § 531.37(b)",
    "taxes_531_38": "29 C.F.R. § 531.38",
    "court_orders_531_39": "29 C.F.R. § 531.39(a)",
    "assignments_531_40": "29 C.F.R. § 531.40(a)",
    "tip_credit_531_59": "29 C.F.R. § 531.59",
    "tip_overtime_531_60": "29 C.F.R. § 531.60",
    "tips_203_m2A": "29 U.S.C. § 203(m)(2)(A)",
    "tips_203_m2B": "29 U.S.C. § 203(m)(2)(B)",
    "tips_216_b": "29 U.S.C. § 216(b)",
    "domestic_sleep_552_102": "29 C.F.R. § 552.102(a)",
    "live_in_records_552_110": "29 C.F.R. § 552.110(b)",
    "companionship_552_6": "29 C.F.R. § 552.6(b)",
    "third_party_552_109": "29 C.F.R. § 552.109(a)",
    "hours_suffered_785_11": "29 C.F.R. § 785.11",
    "waiting_785_15": "29 C.F.R. § 785.15",
    "waiting_785_16": "29 C.F.R. § 785.16(a)",
    "on_call_785_17": "29 C.F.R. § 785.17",
    "rest_785_18": "29 C.F.R. § 785.18",
    "meals_785_19": "29 C.F.R. § 785.19(a)",
    "sleep_785_21": "29 C.F.R. § 785.21",
    "sleep_785_22": "29 C.F.R. § 785.22(a)",
    "resides_785_23": "29 C.F.R. § 785.23",
    "clock_rounding_785_48": "29 C.F.R. § 785.48(b)",
    "companionship_213_a15": "29 U.S.C. § 213(a)(15)",
    "small_farm_213_a6": "29 U.S.C. § 213(a)(6)(A)",
    "man_day_203_u": "29 U.S.C. § 203(u)",
    "records_211_c": "29 U.S.C. § 211(c)",
    "youth_wage_206_g": "29 U.S.C. § 206(g)(1), (5)",
    "h2a_contract_wage": "20 C.F.R. § 655.120(a)",
    "h2a_guarantee_655_122_i": "20 C.F.R. § 655.122(i)",
    "h2b_guarantee_655_20_f": "29 C.F.R. § 503.16(f)(1)",
    "mt_clemens_inference": "Anderson v. Mt. Clemens Pottery Co., 328 U.S. 680",
}
NOT_READ_THEMSELVES = {
    "h2a_guarantee_655_122_i": Checked.OFFICIAL,
    "mt_clemens_inference": Checked.SECONDARY,
}
COMPUTED = {
    "workweek_rounding": {"exact", "dol_a", "dol_b"},
    "facilities_credit": {"deny_when_coerced", "reasonable_cost", "fair_value"},
    "sleep_and_meal_agreement": {"count_all", "exclude_by_agreement"},
    "on_call_time": {"count", "exclude_own_time"},
    "fluctuating_workweek": {"require_conditions", "half_time_always"},
    "guaranteed_pay_contract": {"require_conditions", "accept"},
    "eight_and_eighty": {"not_applied", "apply"},
    "companionship_exemption_in_1593": {"apply", "do_not_apply"},
    "small_farm_exemption_in_1593": {"apply", "do_not_apply"},
    "youth_wage_in_1593": {"do_not_apply", "apply"},
    "tip_credit": {"require_conditions", "deny", "allow"},
    "tips_kept_in_1593": {"leave_out", "include"},
    "voluntary_deductions": {"no_credit", "credit_within_limits"},
    "worker_borne_costs": {"count", "leave_out"},
    "third_party_domestic_employer": {"from_2015_01_01", "from_2015_10_13"},
    "civil_wage_comparison_span": {"by_workweek", "whole_claim"},
    "civil_wage_rounding_interest": {"exact", "per_diem", "per_year"},
    "ny_interest_start": {"each_item", "intermediate_date"},
}


@pytest.mark.parametrize(("key", "section"), CITED.items())
def test_a_rule_of_the_wage_engine_cites_its_section(key: str, section: str) -> None:
    assert re.match(re.escape(section) + r"(?=$|[ ;,])", LAW.rule(key).citation)


@pytest.mark.parametrize("key", CITED)
def test_a_rule_of_the_wage_engine_was_read_where_it_stands_or_is_marked(key: str) -> None:
    rule = LAW.rule(key)
    assert rule.checked is NOT_READ_THEMSELVES.get(key, Checked.STATUTE)
    assert rule.checked is Checked.STATUTE or "not read" in LATEST[key]["note"]


@pytest.mark.parametrize("record", [pytest.param(r, id=r["key"]) for r in RECORDS])
def test_a_rule_of_a_code_links_to_the_section_that_it_quotes(record: dict[str, str]) -> None:
    cited = re.match(r"(\d+) (U\.S\.C\.|C\.F\.R\.) §§? ([\w.]+(?:-\d+)?)", record["authority"])
    if cited:
        title, collection, section = cited.groups()
        code = f"uscode/{title}/{section}"
        regulation = f"title-{title}/section-{section}"
        assert record["url"].endswith(code if collection == "U.S.C." else regulation)


def test_no_rule_is_recorded_twice_on_one_day() -> None:
    made = Counter((record["key"], record["recorded_on"]) for record in RECORDS)
    assert made.most_common(1)[0][1] == 1


def test_a_later_record_of_a_rule_replaces_it_and_the_earlier_day_still_has_the_former() -> None:
    now, before = LAW.rule("regular_rate_778_109"), BEFORE.rule("regular_rate_778_109")
    assert (now.checked, before.checked) == (Checked.STATUTE, Checked.SECONDARY)
    assert before.quote in now.quote
    with pytest.raises(LawNotEncodedError):
        BEFORE.rule("piece_778_111")


@pytest.mark.parametrize(
    ("key", "unit", "value"),
    [
        ("piece_778_111", Unit.RATIO, Fraction(1, 2)),
        ("fixed_salary_778_114", Unit.RATIO, Fraction(1, 2)),
        ("bonus_allocation_778_209", Unit.RATIO, Fraction(1, 2)),
        ("guaranteed_pay_207_f", Unit.RATIO, Fraction(3, 2)),
        ("guaranteed_pay_207_f", Unit.HOUR, Fraction(60)),
        ("eight_and_eighty_207_j", Unit.HOUR, Fraction(80)),
        ("eight_and_eighty_207_j", Unit.HOUR, Fraction(8)),
        ("sleep_785_22", Unit.HOUR, Fraction(8)),
        ("h2a_guarantee_655_122_i", Unit.RATIO, Fraction(3, 4)),
        ("h2b_guarantee_655_20_f", Unit.RATIO, Fraction(3, 4)),
        ("companionship_552_6", Unit.RATIO, Fraction(1, 5)),
        ("tips_216_b", Unit.RATIO, Fraction(1)),
        ("youth_wage_206_g", Unit.USD_PER_HOUR, Fraction("4.25")),
    ],
)
def test_the_words_quoted_state_the_number_that_the_engine_uses(
    key: str, unit: Unit, value: Fraction
) -> None:
    assert value in numbers(LAW.rule(key).quote, unit)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("tips_203_m2B", dt.date(2018, 3, 23)),
        ("tips_216_b", dt.date(2018, 3, 23)),
        ("fixed_salary_778_114", dt.date(2020, 8, 7)),
        ("third_party_552_109", dt.date(2015, 1, 1)),
        ("h2b_guarantee_655_20_f", dt.date(2015, 4, 29)),
    ],
)
def test_a_rule_that_changed_what_is_owed_is_dated(key: str, day: dt.date) -> None:
    assert LATEST[key]["effective_on"] == day


def test_the_former_text_on_fixed_salaries_ends_the_day_before_the_present_one() -> None:
    former, present = (LATEST[f"fixed_salary_778_114{which}"] for which in ("_former", ""))
    assert former["ends_on"] + dt.timedelta(days=1) == present["effective_on"]


def test_the_rule_of_a_guarantee_has_the_first_day_of_its_parameter() -> None:
    for key in ("h2a_guarantee", "h2b_guarantee"):
        rule = next(name for name in CITED if name.startswith(key))
        assert LATEST[rule]["effective_on"] == LAW.item(f"us.{key}").versions[0].effective_on


@pytest.mark.parametrize(("key", "options"), COMPUTED.items())
def test_a_figure_can_be_made_of_the_options_that_the_engine_computes(
    key: str, options: set[str]
) -> None:
    position = LAW.all_positions()[key]
    assert {option.key for option in position.alternatives} == options
    assert position.default in options


def test_a_position_as_recorded_before_is_what_it_was() -> None:
    now, before = LAW.positions["workweek_rounding"], BEFORE.positions["workweek_rounding"]
    assert [option.key for option in before.alternatives] == ["exact"]
    assert before.question == now.question
    assert before.why_default != now.why_default
    assert "tip_credit" in LAW.positions
    assert "tip_credit" not in BEFORE.positions


def test_the_position_on_domestic_meals_quotes_percentages_that_add_up() -> None:
    option = LAW.all_positions()["domestic_facilities_safe_harbor"].options["percentages"]
    meals, lodging = (holding.holding for holding in option.authorities[:2])
    breakfast, lunch, dinner, day = map(Fraction, re.findall(r"([\d.]+) percent", meals))
    assert breakfast + lunch + dinner == day
    assert "seven and one-half times the statutory minimum hourly wage" in lodging
