"""What a state's law gives, what it refuses with a reason, and what neither guesses nor counts twice."""

import datetime as dt
from fractions import Fraction

import pytest

from remedies.calculators.civil.choices import civil_choices
from remedies.calculators.civil.damages import StateDamages
from remedies.calculators.civil.provisions import USES, Part
from remedies.calculators.civil.weeks import Refusals
from remedies.law import encoded
from tests.calculators.civil.claims import civil, claimed, period, refused

MONDAY = dt.date(2024, 1, 8)


def test_a_workweek_in_two_states_is_refused_for_both_and_computed_under_federal_law() -> None:
    found = claimed(
        period("US-CA", "2024-01-07", "2024-01-09"), period("US-NV", "2024-01-10", "2024-01-13")
    )
    assert not found.states
    assert {"wages of us-ca", "wages of us-nv"} <= refused(found).keys()
    assert found.federal is not None
    assert found.federal.amount("claimed") == Fraction("398.75")


def test_a_state_without_a_minimum_wage_and_without_agreed_pay_gives_nothing() -> None:
    found = claimed(period("US-AL"))
    assert not found.states
    assert "no minimum wage" in refused(found)["wages of us-al"]


def test_agricultural_work_is_under_the_agricultural_thresholds_or_none() -> None:
    farm = {"agriculture": True}
    texas = claimed(period("US-TX", coverage=farm))
    assert "agricultural weekly overtime threshold of us-tx" in refused(texas)
    washington = claimed(period("US-WA", coverage=farm))
    assert washington.states[0].amount("overtime") == Fraction("81.40")


def test_californias_farm_thresholds_need_the_size_of_the_employer() -> None:
    plain = claimed(period("US-CA", coverage={"agriculture": True}))
    assert "agricultural daily overtime threshold of us-ca" in refused(plain)
    tiers = {
        "us-ca.agricultural_daily_overtime_threshold": "small_employer",
        "us-ca.agricultural_weekly_overtime_threshold": "small_employer",
    }
    found = claimed(period("US-CA", coverage={"agriculture": True}), tiers=tiers)
    # From January 1, 2024 eight and one-half hours a day: five days of one and one-half; 45 a week: five.
    assert found.states[0].amount("overtime") == Fraction("7.5") * 8


def test_a_seventh_day_whose_rule_is_only_in_words_is_refused() -> None:
    found = claimed(period("US-KY", hours={"per_day": "6"}))
    assert "in words only" in refused(found)["seventh day of us-ky"]


def test_interest_at_a_varying_compound_or_discretionary_rate_is_refused() -> None:
    varying = refused(claimed(period("US-NV"), good_faith_shown=True))["interest in us-nv"]
    assert "varies" in varying or "variable" in varying or "first version" in varying
    assert "compounds" in refused(claimed(period("US-CO")))["interest in us-co"]


def test_the_seven_percent_rate_is_not_known_for_2024_and_so_refused() -> None:
    found = claimed(period("US-CA"), positions={"ca_wage_interest_rate": "seven_percent"})
    assert found.components["interest"].value == 0
    assert "interest in us-ca" in refused(found)


def test_a_state_without_a_known_limit_says_so_and_bars_nothing() -> None:
    found = claimed(period("US-MD", "2010-01-03", "2010-01-09"))
    assert found.states[0].amount("lost") == 0
    assert "limitation of minimum wages in us-md" in refused(found)


def test_a_discretionary_multiple_that_is_not_counted_is_named() -> None:
    found = claimed(
        period("US-MD", "2026-02-01", "2026-02-07"),
        filed_on="2026-06-01",
        interest_to="2026-06-01",
    )
    assert "up to 3 times in all" in refused(found)["discretionary damages in us-md"]


def test_colorados_penalty_is_in_words_and_so_refused() -> None:
    assert "damages on minimum wages in us-co" in refused(claimed(period("US-CO")))


def test_wages_above_a_higher_agreed_rate_carry_no_spread_of_hours() -> None:
    pay = {"basis": "hourly", "rate": "30.00"}
    found = claimed(period("US-NY", hours={"per_day": "12"}, pay=pay, paid={"total": "0.00"}))
    assert "disputed" in refused(found)["spread of hours of us-ny"]
    assert found.states[0].amount("spread_of_hours") == 0


def test_willful_tiers_need_a_willful_violation() -> None:
    law, refusals = encoded(), Refusals()
    for willful, multiple in ((False, 0), (True, 1)):
        facts = civil(willful=willful)
        damages = StateDamages("us-wa", law, facts, civil_choices(law, None), refusals)
        assert damages.of(Part.OVERTIME, MONDAY).extra.value == multiple


def test_every_reading_of_a_damages_rule_names_a_tier_that_is_encoded() -> None:
    law = encoded()
    for state, uses in USES.items():
        series = law.item(f"{state}.wage_damages").series
        assert all(use.tier in series and any(series[use.tier].versions) for use in uses), state


def shifts(*times: tuple[str, str]) -> list[dict[str, str]]:
    """Return shifts of January 8, 2024 by the clock; one that ends before it begins ends a day later."""
    return [
        {"on": "2024-01-08", "start": first, "end": last}
        | ({"ends_on": "2024-01-09"} if last < first else {})
        for first, last in times
    ]


@pytest.mark.parametrize(
    ("times", "pay"),
    [
        ([("10:00", "12:00"), ("20:00", "23:59")], "15.00"),
        ([("10:00", "12:00"), ("20:00", "00:00")], "15.00"),
        ([("10:00", "12:00"), ("20:00", "01:00")], "15.00"),
        ([("00:00", "02:00"), ("10:00", "12:00")], "15.00"),
        ([("22:00", "08:00")], "0.00"),
        ([("12:00", "13:00"), ("13:30", "23:30")], "15.00"),
    ],
)
def test_new_yorks_spread_runs_from_the_first_beginning_to_the_last_end_of_a_days_shifts(
    times: list[tuple[str, str]], pay: str
) -> None:
    found = claimed(period("US-NY", hours={"records": shifts(*times)}))
    assert found.states[0].amount("spread_of_hours") == Fraction(pay)
    assert "spread of hours of us-ny" not in refused(found)


def test_a_date_that_only_ends_a_shift_has_no_spread_of_its_own() -> None:
    found = claimed(period("US-NY", hours={"records": shifts(("12:30", "11:30"))}))
    # One workday of 23 hours, eleven and a half of them after midnight: one hour's pay.
    assert found.states[0].amount("spread_of_hours") == 15


def test_the_positions_of_the_claim_count() -> None:
    whole = {"ca_liquidated_base": "wages_only", "ny_interest_start": "intermediate_date"}
    taken = civil_choices(encoded(), None, whole)
    assert taken.option("ca_liquidated_base") == "wages_only"
    assert taken.option("ny_interest_start") == "intermediate_date"
    assert taken.option("civil_wage_comparison_span") == "by_workweek"


def test_the_federal_claim_splits_what_the_wage_engine_finds_unpaid() -> None:
    visa = {"kind": "visa", "amount": "500.00", "on": "2024-01-10", "out_of_pocket": True}
    work = period("US-CA", deductions=[visa], paid={"per_workweek": "500.00"})
    found = claimed(work)
    assert found.federal is not None
    unpaid = found.federal.wages.total("unpaid", "unpaid wages").value
    # 398.75 due and 500.00 of costs, 500.00 paid.
    assert found.federal.amount("unpaid") == unpaid == Fraction("398.75")
    assert found.federal.amount("minimum_wages") == Fraction("362.50")


def test_a_rate_that_changes_in_a_workweek_counts_from_its_own_day() -> None:
    found = claimed(period("US-CA", "2023-12-31", "2024-01-06", hours={"per_day": "5"}))
    # Sunday at 15.50, six days at 16.00; the seventh day's five hours at half of the average more.
    line = next(iter(found.states[0].wages.rows()))[1]
    average = (5 * Fraction("15.50") + 30 * 16) / 35
    assert found.states[0].wages.value(line, "rate") == average
    due = 35 * average + 5 * average / 2
    assert found.states[0].wages.value(line, "due_exact") == due


def test_the_rules_on_damages_that_were_applied_stand_with_the_claim() -> None:
    found = claimed(period("US-PA"))
    (rule,) = found.states[0].provisions
    assert "25 percent" in str(rule.terms["rule"])
    assert "$500" in refused(found)["damages beyond the multiple in us-pa"]


def test_work_without_a_place_is_under_federal_law_alone_and_says_so() -> None:
    found = claimed(period(""))
    assert not found.states
    assert "names no place" in refused(found)["state law"]


def test_work_abroad_is_said_to_be_abroad() -> None:
    found = claimed(period("MX"), period("US-CA", "2024-01-14", "2024-01-20"))
    assert "outside the United States" in refused(found)["state law"]
    assert len(found.states) == 1


def test_a_suit_without_work_says_that_there_is_none() -> None:
    found = claimed(facts=civil())
    assert found.total.value == 0
    assert "no work" in refused(found)["wages"]
