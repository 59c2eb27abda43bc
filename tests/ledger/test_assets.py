"""One asset's entries: any order of recording, steps put before others, the period for claims."""

import tomllib

import pytest

from remedies import law
from remedies.errors import LedgerError
from remedies.facts.convictions import Statute
from remedies.law.library import ROOT
from remedies.ledger.asset_periods import DAYS, LETTER_DAYS, claim_period
from remedies.ledger.assets import (
    MANDATORY_SINCE,
    AssetState,
    advanced,
    allowed,
    asset_state,
    check_history,
    check_step,
    check_transfer,
    check_version,
    net_proceeds,
    untransferred,
)
from remedies.ledger.entries import (
    Asset,
    AssetStep,
    Award,
    Entry,
    Forfeiture,
    Order,
    Path,
    Stage,
)
from tests.ledger.asset_history import (
    FORFEITED,
    FRAUD,
    HISTORY,
    ORDER,
    SENT,
    SOLD,
    TRAFFICKING,
    asset,
    day,
    entry,
    sent,
    step,
)


def refusal(state: AssetState, body: AssetStep, on: str) -> str:
    with pytest.raises(LedgerError) as refused:
        check_step(state, body, day(on))
    return refused.value.problems[0].code


def test_the_state_is_the_same_in_whatever_order_the_entries_were_recorded() -> None:
    assert asset_state(reversed(HISTORY)).events == SENT.events
    assert (net_proceeds(SENT), untransferred(SENT)) == (90_000, 30_000)
    assert net_proceeds(FORFEITED) == 0


def test_the_state_as_of_a_day_has_nothing_that_came_after_it() -> None:
    assert SENT.as_of(day("2024-12-01")).events == SOLD.events
    assert SENT.as_of(day("2024-04-30")).asset is None


def test_what_is_not_about_an_asset_leaves_the_state_as_it_is() -> None:
    assert advanced(SENT, Entry(seq=9, on=day("2025-01-01"), body=ORDER)) is SENT


def test_a_later_version_of_the_asset_prevails_from_its_day() -> None:
    later = Asset(reference="AS-1", what="boat", statute=TRAFFICKING)
    state = advanced(SENT, entry(7, "2025-01-01", later))
    assert state.asset == later
    assert state.as_of(day("2024-12-31")).asset == asset()


def test_a_refusal_names_the_steps_that_are_possible() -> None:
    with pytest.raises(LedgerError) as refused:
        check_step(asset_state(HISTORY[:3]), step("liquidated", amount=1), day("2024-06-10"))
    [problem] = refused.value.problems
    assert "Possible on 2024-06-10: restrained, noticed, claimed" in problem.message
    assert (problem.field, problem.code) == ("stage", "not_forfeited")


def test_a_step_of_an_asset_that_is_not_entered_is_refused() -> None:
    assert refusal(AssetState(), step("seized"), "2024-05-01") == "unknown_asset"
    assert refusal(SENT, step("seized"), "2024-04-30") == "unknown_asset"


@pytest.mark.parametrize(
    ("said", "on", "field", "code"),
    [
        (step("claimed", path=Path.MANDATORY), "2024-06-01", "path", "does_not_belong"),
        (step("claimed", costs=5), "2024-06-01", "costs", "does_not_belong"),
        (step("claimed", amount=-5), "2024-06-01", "amount", "negative"),
        (
            AssetStep(asset="AS-1", stage=Stage.CLAIMED, actor=" "),
            "2024-06-01",
            "actor",
            "required",
        ),
        (step("forfeited"), "2024-08-01", "how", "required"),
        (
            step("forfeited", how=Forfeiture.CRIMINAL, costs=5),
            "2024-08-01",
            "costs",
            "does_not_belong",
        ),
        (step("requested"), "2024-08-01", "path", "required"),
    ],
)
def test_what_a_step_lacks_or_may_not_say_is_named(
    said: AssetStep, on: str, field: str, code: str
) -> None:
    with pytest.raises(LedgerError) as refused:
        check_step(asset_state(HISTORY[:3]), said, day(on))
    assert (field, code) in {(each.field, each.code) for each in refused.value.problems}


def test_a_forfeiture_must_say_its_statute_where_the_asset_does_not() -> None:
    state = asset_state([entry(1, "2024-05-01", asset(None)), *HISTORY[1:3]])
    assert refusal(state, step("forfeited", how=Forfeiture.CIVIL), "2024-08-01") == "required"
    check_step(state, step("forfeited", how=Forfeiture.CIVIL, statute=FRAUD), day("2024-08-01"))


def test_a_step_put_before_others_is_refused_where_a_later_one_would_not_stand() -> None:
    with pytest.raises(LedgerError) as refused:
        check_step(SENT, step("claimed", amount=70_000), day("2024-07-01"))
    [problem] = refused.value.problems
    assert problem.code == "breaks_later"
    assert "The step of 2024-08-01 (entry 4) would not stand" in problem.message


def test_a_transfer_that_a_grant_to_a_third_party_would_uncover_is_named() -> None:
    state = advanced(SENT, entry(7, "2024-07-01", step("claimed", amount=70_000)))
    state = advanced(state, entry(8, "2024-07-15", step("claim_granted", amount=70_000)))
    with pytest.raises(LedgerError) as refused:
        check_history(state)
    [problem] = refused.value.problems
    assert "The transfer of 2024-12-02 (entry 6) would not stand" in problem.message


def test_a_transfer_put_before_others_must_leave_enough_for_them() -> None:
    check_transfer(SENT, sent(30_000), day("2024-10-02"), ORDER)
    with pytest.raises(LedgerError) as refused:
        check_transfer(SENT, sent(30_001), day("2024-10-02"), ORDER)
    assert [problem.code for problem in refused.value.problems] == ["breaks_later"]


def test_taking_a_step_back_is_refused_while_a_later_one_stands_on_it() -> None:
    without_notice = asset_state([each for each in HISTORY if each.seq != 3])
    with pytest.raises(LedgerError) as refused:
        check_history(without_notice)
    assert "entry 4" in refused.value.problems[0].message
    check_history(SENT)


def test_an_award_that_says_no_statute_counts_where_a_liable_defendant_has_a_conviction() -> None:
    unsaid = Order(reference="O-1", awards=(Award(obligee="V-1", amount=1),), liabilities=())
    with pytest.raises(LedgerError) as refused:
        check_transfer(SOLD, sent(100), day("2024-12-02"), unsaid)
    assert refused.value.problems[0].code == "not_chapter_77"
    convicted = [Statute.parse("18 U.S.C. § 1591"), Statute.parse("18 U.S.C. § 1343")]
    check_transfer(
        SOLD, sent(100), day("2024-12-02"), unsaid, [each for each in convicted if each]
    )


def test_a_transfer_dated_before_the_sale_is_refused() -> None:
    with pytest.raises(LedgerError) as refused:
        check_transfer(SOLD, sent(100), day("2024-09-30"), ORDER)
    assert refused.value.problems[0].code == "not_liquidated"


def test_a_lienholders_petition_after_forfeiture_is_decided_before_victims_are_paid() -> None:
    steps = [entry(1, "2024-05-01", asset(FRAUD)), *HISTORY[1:3]]
    steps += [entry(4, "2024-08-01", step("forfeited", how=Forfeiture.CIVIL)), HISTORY[4]]
    steps += [
        entry(6, "2024-10-02", step("requested", path=Path.REMISSION)),
        entry(7, "2024-10-03", step("granted", path=Path.REMISSION)),
        entry(8, "2024-10-04", step("claimed", amount=40_000)),
    ]
    state = asset_state(steps)
    with pytest.raises(LedgerError) as refused:
        check_transfer(state, sent(90_000, Path.REMISSION), day("2024-10-05"))
    assert refused.value.problems[0].code == "claim_open"
    paid = advanced(state, entry(9, "2024-10-05", step("claim_granted", amount=40_000)))
    assert net_proceeds(paid) == 50_000
    check_transfer(paid, sent(50_000, Path.REMISSION), day("2024-10-06"))


def test_no_step_is_possible_once_the_property_went_back() -> None:
    state = advanced(asset_state(HISTORY[:2]), entry(3, "2024-05-03", step("returned_to_owner")))
    assert allowed(state, day("2024-05-04")) == ()
    with pytest.raises(LedgerError, match="returned_to_owner"):
        check_step(state, step("noticed"), day("2024-05-04"))


def test_the_statute_of_an_asset_is_not_restated_after_its_forfeiture() -> None:
    other = asset(Statute.parse("21 U.S.C. § 881"))
    with pytest.raises(LedgerError) as refused:
        check_version(SENT, other, day("2025-01-01"))
    assert [each.code for each in refused.value.problems] == ["already_forfeited"]
    with pytest.raises(LedgerError) as refused:
        check_version(SENT, other, day("2024-05-01"))
    assert [each.code for each in refused.value.problems] == ["breaks_later"]
    boat = Asset(reference="AS-1", what="boat", statute=TRAFFICKING)
    check_version(SENT, boat, day("2025-01-01"))
    check_version(asset_state(HISTORY[:3]), other, day("2024-06-01"))


@pytest.mark.parametrize(
    ("statute", "how", "last", "cited"),
    [
        ("18 U.S.C. § 1594(d)", None, "2024-03-06", "21 U.S.C. § 853(n)(2)"),
        ("18 U.S.C. § 1594(e)", None, "2024-03-11", "853(n)(2); 18 U.S.C. § 983(a)(2)(B), (4)(A)"),
        ("18 U.S.C. § 981", Forfeiture.CIVIL, "2024-03-06", "18 U.S.C. § 983(a)(4)(A)"),
        ("18 U.S.C. § 981", Forfeiture.ADMINISTRATIVE, "2024-03-11", "18 U.S.C. § 983(a)(2)(B)"),
    ],
)
def test_an_asset_has_one_period_for_claims_under_the_rule_of_its_proceeding(
    statute: str, how: Forfeiture | None, last: str, cited: str
) -> None:
    known = [
        entry(1, "2024-01-02", asset(Statute.parse(statute))),
        entry(2, "2024-01-05", step("noticed")),
        entry(3, "2024-02-05", step("noticed")),
    ]
    if how:
        known.append(entry(4, "2024-03-12", step("forfeited", how=how)))
    found = claim_period(asset_state(known))
    assert found is not None
    assert (found.last, found.counted_from) == (day(last), day("2024-02-05"))
    assert found.authority.endswith(cited)
    assert claim_period(asset_state(known[:1])) is None


def test_the_days_are_those_of_the_law_data() -> None:
    rules = tomllib.loads((ROOT / "us" / "rules.toml").read_text("utf-8"))["rules"]
    [transfer] = [rule for rule in rules if rule["key"] == "forfeiture_transfer_1594_f1"]
    assert transfer["effective_on"] == MANDATORY_SINCE
    assert law.encoded().on("us.forfeiture_petition_days", day("2024-01-01")).value == DAYS
    letter = law.encoded().rule("forfeiture_claim_983_a2")
    assert (
        f"not earlier than {LETTER_DAYS} days after the date the letter is mailed" in letter.quote
    )
