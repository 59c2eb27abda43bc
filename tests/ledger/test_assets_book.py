"""A book's packet and trace: the same numbers as the book's, and every dollar found again."""

import datetime as dt

import pytest

from remedies.errors import LedgerError
from remedies.facts.convictions import Statute
from remedies.law import encoded
from remedies.ledger.asset_next import Act
from remedies.ledger.asset_requests import acts_of, case_assets, request_of, traced
from remedies.ledger.book import Book
from remedies.ledger.delays import not_transferred
from remedies.ledger.entries import (
    Applied,
    Asset,
    AssetStep,
    Award,
    Body,
    CaseOpened,
    Convicted,
    Defendant,
    Disbursement,
    Entry,
    Forfeiture,
    Liability,
    Method,
    Order,
    Path,
    Payment,
    Stage,
    Transfer,
    Victim,
)

LAW = encoded()
LABOR = Statute(18, "1589")
ORDERED = dt.date(2024, 3, 4)


def step(stage: Stage, **said: object) -> AssetStep:
    return AssetStep(asset="AS-1", stage=stage, actor="office", **said)  # type: ignore[arg-type]


ENTRIES: list[tuple[str, Body]] = [
    ("2023-01-03", CaseOpened(reference="C-1")),
    ("2023-01-03", Defendant(reference="D-1", convictions=(Convicted(statute=LABOR),))),
    ("2023-01-03", Victim(reference="V-1")),
    ("2023-01-03", Victim(reference="V-2")),
    ("2023-01-03", Asset(reference="AS-1", what="vehicle", statute=Statute(18, "1594", "(d)"))),
    ("2023-02-01", step(Stage.SEIZED)),
    (
        "2024-03-04",
        Order(
            reference="O-1",
            awards=(Award(obligee="V-1", amount=60_000), Award(obligee="V-2", amount=30_000)),
            liabilities=(
                Liability(
                    obligor="D-1", judgment_on=ORDERED, amounts={"V-1": 60_000, "V-2": 30_000}
                ),
            ),
        ),
    ),
    ("2024-03-05", step(Stage.NOTICED, published_on=dt.date(2024, 4, 5))),
    ("2024-06-03", step(Stage.FORFEITED, how=Forfeiture.CRIMINAL)),
    ("2024-09-03", step(Stage.LIQUIDATED, amount=33_000, costs=3_000)),
]


def book(*more: tuple[str, Body]) -> Book:
    found = Book()
    for seq, (on, body) in enumerate([*ENTRIES, *more], 1):
        found.post(Entry(seq=seq, on=dt.date.fromisoformat(on), body=body))
    return found


def sent(**shares: int) -> Transfer:
    return Transfer(
        reference="T-1",
        asset="AS-1",
        path=Path.MANDATORY,
        shares={victim.replace("_", "-"): cents for victim, cents in shares.items()},
    )


def test_the_packet_has_the_books_numbers() -> None:
    found = request_of(book(), "AS-1", dt.date(2024, 10, 1), LAW)
    assert [(line.victim, line.outstanding, line.share) for line in found.schedule] == [
        ("V-1", 60_000, 20_000),
        ("V-2", 30_000, 10_000),
    ]
    assert (found.missing, found.ordered_on) == ((), ORDERED)
    early = request_of(book(), "AS-1", dt.date(2024, 3, 3), LAW)
    assert early.order is None
    assert {each.key for each in early.missing} >= {"forfeited", "money", "order"}


def test_the_shares_of_the_packet_can_be_entered_as_the_transfer() -> None:
    before = book()
    proposed = request_of(before, "AS-1", dt.date(2024, 10, 1), LAW)
    shares = {line.victim: line.share for line in proposed.schedule}
    body = Transfer(reference="T-1", asset="AS-1", path=proposed.path, shares=shares)
    before.post(Entry(seq=before.next_seq, on=dt.date(2024, 10, 1), body=body))
    after = request_of(before, "AS-1", dt.date(2024, 10, 2), LAW)
    assert (after.available, after.requested) == (0, 0)


def test_an_asset_waits_no_longer_once_the_victims_of_chapter_77_are_whole() -> None:
    """V-1 and V-2 are paid 900.00 on October 1: nothing is left to satisfy, and 300.00 is not sent."""
    paid = Payment(
        reference="PAY-1",
        obligor="D-1",
        amount=90_000,
        method=Method.CASH,
        applied=Applied(principal={"V-1": 60_000, "V-2": 30_000}),
    )
    found = book(("2024-10-01", paid))
    before, after = dt.date(2024, 9, 30), dt.date(2024, 10, 1)
    assert case_assets(found, "C-1", before).outstanding == {"AS-1": 90_000}
    assert [step.act for step in acts_of(found, before)[0].next] == [Act.TRANSFER]
    assert len(not_transferred([case_assets(found, "C-1", before)], before)) == 1
    assert case_assets(found, "C-1", after).outstanding == {"AS-1": 0}
    assert acts_of(found, after)[0].next == ()
    assert not_transferred([case_assets(found, "C-1", after)], after) == ()


def test_before_an_order_it_is_not_known_what_an_asset_would_satisfy() -> None:
    early = case_assets(book(), "C-1", dt.date(2024, 3, 3))
    assert (early.ordered_on, early.outstanding) == (None, {})


def test_an_asset_that_the_case_does_not_have_is_refused() -> None:
    with pytest.raises(LedgerError) as refused:
        request_of(book(), "AS-9", dt.date(2024, 10, 1), LAW)
    assert refused.value.problems[0].code == "unknown_asset"


def test_a_step_put_before_others_is_refused_by_the_book_too() -> None:
    found = book(("2024-10-01", sent(V_1=20_000, V_2=10_000)))
    claim = step(Stage.CLAIMED, amount=5_000)
    with pytest.raises(LedgerError) as refused:
        found.post(Entry(seq=found.next_seq, on=dt.date(2024, 4, 1), body=claim))
    assert refused.value.problems[0].code == "breaks_later"


def test_the_trace_of_a_book_holds_every_dollar_that_came_in() -> None:
    payment = Payment(
        reference="PAY-1",
        obligor="D-1",
        amount=900,
        method=Method.CASH,
        applied=Applied(principal={"V-1": 600, "V-2": 300}),
    )
    found = book(
        ("2024-10-01", sent(V_1=20_000, V_2=10_000)),
        ("2024-10-02", payment),
        ("2024-10-03", Disbursement(reference="DIS-1", shares={"V-1": 20_100, "V-2": 10_000})),
    )
    flows = traced(found).flows
    assert sum(flow.cents for flow in flows) == found.money_in == 30_900
    assert sum(flow.cents for flow in flows if not flow.disbursement) == found.held
    out = [flow for flow in flows if flow.disbursement == "DIS-1"]
    assert [(flow.source.asset, flow.cents) for flow in out] == [
        ("AS-1", 20_000),
        ("AS-1", 10_000),
        ("", 100),
    ]
