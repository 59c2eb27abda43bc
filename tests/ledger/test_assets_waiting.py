"""What must be done next about an asset, since when, and why it waits."""

import pytest

from remedies.ledger.asset_next import Act, Office, next_steps
from remedies.ledger.assets import (
    advanced,
    asset_state,
)
from remedies.ledger.delays import CaseAssets, not_transferred
from remedies.ledger.entries import (
    AssetStep,
    Delay,
    Entry,
    NotTransferred,
    Path,
    Transfer,
)
from tests.ledger.asset_history import (
    FRAUD,
    HISTORY,
    SENT,
    SOLD,
    asset,
    day,
    entry,
    sent,
    step,
)


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
    posted: list[tuple[int, AssetStep | Transfer]] = [
        (7, step("requested", path=Path.RESTORATION)),
        (8, step("granted", path=Path.RESTORATION, amount=60_000)),
        (9, sent(60_000, Path.RESTORATION)),
    ]
    for seq, body in posted:
        state = advanced(state, entry(seq, f"2024-11-{seq:02}", body))
    acts = [found.act for found in next_steps(state, day("2024-12-01"), day("2024-01-01"))]
    assert acts == [Act.REQUEST_RESTORATION, Act.PETITION_FOR_REMISSION]


def test_an_asset_that_has_nothing_left_to_satisfy_neither_waits_nor_awaits_anything() -> None:
    ordered = day("2024-01-01")
    for owed, acts in ((1, [Act.TRANSFER]), (0, []), (None, [Act.TRANSFER])):
        found = next_steps(SENT, day("2025-01-01"), ordered, owed)
        assert [step.act for step in found] == acts
        outstanding = {} if owed is None else {"AS-1": owed}
        case = CaseAssets(case="A", assets=(SENT,), ordered_on=ordered, outstanding=outstanding)
        assert bool(not_transferred([case], day("2025-01-01"))) is bool(acts)


def test_restoration_is_not_asked_for_an_order_that_is_satisfied_while_petitions_stay_open() -> (
    None
):
    state = asset_state([entry(1, "2024-05-01", asset(FRAUD)), *HISTORY[1:5]])
    [only] = next_steps(state, day("2024-12-01"), day("2024-01-01"), 0)
    assert only.act is Act.PETITION_FOR_REMISSION


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
