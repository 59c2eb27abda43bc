"""Days that calculators act on are the days that the rules state."""

import datetime as dt
import tomllib

import pytest

from remedies.calculators.in_kind import TIPS_FROM
from remedies.calculators.losses import LISTED_FROM
from remedies.calculators.measures import FIRST_DAY, ORDER_RULE
from remedies.calculators.wage_choices import THIRD_PARTY_RULE_FROM
from remedies.calculators.work_warnings import DOMESTIC_FROM, RULE_FROM
from remedies.law.library import ROOT

RULES = {
    rule["key"]: rule for rule in tomllib.loads((ROOT / "us" / "rules.toml").read_text())["rules"]
}


@pytest.mark.parametrize("governing", list(FIRST_DAY))
def test_a_statute_governs_from_the_day_that_its_rule_states(governing: str) -> None:
    [(regime, day)] = [entry for entry in FIRST_DAY.items() if entry[0] == governing]
    assert day == RULES[ORDER_RULE[regime]]["effective_on"]


def test_the_list_of_losses_changes_on_the_day_that_its_rules_state() -> None:
    assert RULES["losses_2259_c2"]["effective_on"] == LISTED_FROM
    assert RULES["losses_2259_b3_former"]["ends_on"] == LISTED_FROM - dt.timedelta(days=1)


def test_a_third_party_employer_loses_the_exemption_on_the_day_that_its_rule_states() -> None:
    day = RULES["third_party_employer_no_live_in_exemption"]["effective_on"]
    assert day == THIRD_PARTY_RULE_FROM == RULE_FROM


def test_an_employer_may_keep_no_tips_from_the_day_that_its_rule_states() -> None:
    assert RULES["tips_203_m2B"]["effective_on"] == TIPS_FROM


def test_domestic_service_is_covered_from_the_day_that_its_rule_states() -> None:
    assert RULES["domestic_service_covered"]["effective_on"] == DOMESTIC_FROM
