"""One asset's entries: any order of recording, steps put before others, what to do next, why it waits."""

import datetime as dt
import tomllib

import pytest

from remedies import law
from remedies.errors import LedgerError
from remedies.facts.convictions import Statute
from remedies.law.library import ROOT
from remedies.ledger.asset_next import Act, Office, next_steps
from remedies.ledger.asset_periods import DAYS
from remedies.ledger.assets import (
    MANDATORY_SINCE,
    AssetState,
    advanced,
    allowed,
    asset_state,
    check_history,
    check_step,
    check_transfer,
    net_proceeds,
    untransferred,
)
from remedies.ledger.delays import CaseAssets, not_transferred
from remedies.ledger.entries import (
    Asset,
    AssetStep,
    Award,
    Delay,
    Entry,
    Forfeiture,
    NotTransferred,
    Order,
    Path,
    Stage,
    Transfer,
)

TRAFFICKING = Statute.parse("18 U.S.C. § 1594(d)")
FRAUD = Statute.parse("18 U.S.C. § 981(a)(1)(C)")
ORDER = Order(
    reference="O-1",
    awards=(Award(obligee="V-1", amount=500_000, statute=Statute.parse("18 U.S.C. § 1589")),),
    liabilities=(),
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def entry(seq: int, on: str, body: Asset | AssetStep | Transfer | NotTransferred) -> Entry:
    return Entry(seq=seq, on=day(on), body=body)


def asset(statute: Statute | None = TRAFFICKING) -> Asset:
    return Asset(reference="AS-1", what="vehicle", statute=statute)


def step(stage: str, **said: object) -> AssetStep:
    return AssetStep(asset="AS-1", stage=Stage(stage), actor="office", **said)  # type: ignore[arg-type]


def sent(cents: int, path: Path = Path.MANDATORY) -> Transfer:
    return Transfer(reference="T-1", asset="AS-1", path=path, shares={"V-1": cents})


NOTICED = step("noticed", published_on=day("2024-06-03"))
HISTORY = [
    entry(1, "2024-05-01", asset()),
    entry(2, "2024-05-02", step("seized")),
    entry(3, "2024-05-20", NOTICED),
    entry(4, "2024-08-01", step("forfeited", how=Forfeiture.CRIMINAL)),
    entry(5, "2024-10-01", step("liquidated", amount=100_000, costs=10_000)),
    entry(6, "2024-12-02", sent(60_000)),
]
FORFEITED, SOLD, SENT = asset_state(HISTORY[:4]), asset_state(HISTORY[:5]), asset_state(HISTORY)


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
    later = Asset(reference="AS-1", what="boat", statute=FRAUD)
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


@pytest.mark.parametrize(
    ("entries", "as_of", "ordered", "act", "office", "days"),
    [
        (1, "2024-05-02", None, Act.SEIZE, Office.AGENCY, 1),
        (2, "2024-05-12", None, Act.GIVE_NOTICE, Office.AGENCY, 10),
        (3, "2024-07-03", None, Act.PETITION, Office.THIRD_PARTIES, 44),
        (3, "2024-07-04", None, Act.FORFEIT, Office.UNITED_STATES_ATTORNEY, 0),
        (4, "2024-09-01", None, Act.SELL, Office.CUSTODIAN, 31),
        (5, "2024-10-31", None, Act.ORDER_RESTITUTION, Office.UNITED_STATES_ATTORNEY, 30),
        (5, "2024-11-30", "2024-11-20", Act.TRANSFER, Office.ATTORNEY_GENERAL, 10),
        (6, "2025-10-01", "2024-01-20", Act.TRANSFER, Office.ATTORNEY_GENERAL, 365),
    ],
)
def test_who_must_act_next_and_since_when(  # noqa: PLR0913, PLR0917
    entries: int, as_of: str, ordered: str | None, act: Act, office: Office, days: int
) -> None:
    ordered_on = day(ordered) if ordered else None
    found, *others = next_steps(asset_state(HISTORY[:entries]), day(as_of), ordered_on)
    assert [other.act for other in others] == (
        [Act.PETITION_FOR_REMISSION] if act is Act.ORDER_RESTITUTION else []
    )
    assert (found.act, found.office, found.days) == (act, office, days)


def test_other_statutes_await_a_request_then_a_decision_then_a_transfer() -> None:
    state = asset_state([entry(1, "2024-05-01", asset(FRAUD)), *HISTORY[1:5]])
    acts = [found.act for found in next_steps(state, day("2024-10-02"), day("2024-01-01"))]
    assert acts == [Act.REQUEST_RESTORATION, Act.PETITION_FOR_REMISSION]
    [only] = next_steps(state, day("2024-10-02"))
    assert (only.act, only.office) == (Act.PETITION_FOR_REMISSION, Office.VICTIMS)
    for seq, stage, act in [
        (7, "requested", Act.DECIDE_REQUEST),
        (8, "denied", Act.ASK_AGAIN),
        (9, "requested", Act.DECIDE_REQUEST),
        (10, "granted", Act.TRANSFER),
    ]:
        state = advanced(
            state, entry(seq, f"2024-11-{seq:02}", step(stage, path=Path.RESTORATION))
        )
        [found] = next_steps(state, day("2024-12-01"), day("2024-01-01"))
        assert (found.act, found.since.day) == (act, seq)


def test_a_grant_that_is_used_up_awaits_another_request() -> None:
    state = asset_state([entry(1, "2024-05-01", asset(FRAUD)), *HISTORY[1:5]])
    for seq, body in [
        (7, step("requested", path=Path.RESTORATION)),
        (8, step("granted", path=Path.RESTORATION, amount=60_000)),
        (9, sent(60_000, Path.RESTORATION)),
    ]:
        state = advanced(state, entry(seq, f"2024-11-{seq:02}", body))
    acts = [found.act for found in next_steps(state, day("2024-12-01"), day("2024-01-01"))]
    assert acts == [Act.REQUEST_RESTORATION, Act.PETITION_FOR_REMISSION]


def test_nothing_is_left_to_do_once_all_is_transferred() -> None:
    state = advanced(SENT, entry(7, "2024-12-03", sent(30_000)))
    assert next_steps(state, day("2025-01-01"), day("2024-01-01")) == ()


def told(why: Delay, on: str, seq: int = 20) -> Entry:
    body = NotTransferred(
        asset="AS-1", why=why, responsible="asset forfeiture unit", review_on=day("2025-01-15")
    )
    return entry(seq, on, body)


def test_assets_that_wait_are_listed_across_cases_the_longest_first() -> None:
    older = asset_state([*HISTORY[:3], entry(4, "2024-07-05", HISTORY[3].body)])  # type: ignore[arg-type]
    explained = advanced(SENT, told(Delay.VICTIM_NOT_LOCATED, "2024-12-10"))
    done = advanced(SENT, entry(7, "2024-12-03", sent(30_000)))
    cases = [
        CaseAssets(case="B", assets=(explained, done), ordered_on=day("2024-01-01")),
        CaseAssets(case="A", assets=(older,)),
    ]
    first, second = not_transferred(cases, day("2025-02-01"))
    assert (first.case, first.days_since_forfeiture, first.no_reason) == ("A", 211, True)
    assert (second.case, second.untransferred, second.no_reason) == ("B", 30_000, False)
    assert second.reason is not None
    assert (second.reason.days, second.reason.overdue_days) == (53, 17)
    assert not_transferred(cases, day("2024-06-30")) == ()


@pytest.mark.parametrize(
    ("why", "outdated"),
    [
        (Delay.NOT_LIQUIDATED, True),
        (Delay.NO_ORDER_YET, True),
        (Delay.THIRD_PARTY_CLAIM, True),
        (Delay.REQUEST_NOT_MADE, True),
        (Delay.REQUEST_PENDING, True),
        (Delay.NO_NET_PROCEEDS, True),
        (Delay.APPEAL_PENDING, False),
        (Delay.OTHER, False),
    ],
)
def test_a_reason_that_the_entries_contradict_is_outdated(why: Delay, outdated: bool) -> None:  # noqa: FBT001
    case = CaseAssets(
        case="A", assets=(advanced(SOLD, told(why, "2024-10-05")),), ordered_on=day("2024-01-01")
    )
    [waiting] = not_transferred([case], day("2024-11-01"))
    assert waiting.reason is not None
    assert waiting.reason.outdated is waiting.no_reason is outdated


def test_a_reason_before_forfeiture_is_listed_too() -> None:
    state = advanced(asset_state(HISTORY[:2]), told(Delay.APPEAL_PENDING, "2024-05-03"))
    [waiting] = not_transferred([CaseAssets(case="A", assets=(state,))], day("2024-05-10"))
    assert (waiting.days_since_forfeiture, waiting.no_reason) == (None, False)


def test_the_days_are_those_of_the_law_data() -> None:
    rules = tomllib.loads((ROOT / "us" / "rules.toml").read_text("utf-8"))["rules"]
    [transfer] = [rule for rule in rules if rule["key"] == "forfeiture_transfer_1594_f1"]
    assert transfer["effective_on"] == MANDATORY_SINCE
    assert law.encoded().on("us.forfeiture_petition_days", day("2024-01-01")).value == DAYS
