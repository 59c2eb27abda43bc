"""A synthetic case with three victims, two defendants and a building, entered as a clerk would."""

import datetime as dt
from typing import Any

from remedies import law
from remedies.facts.convictions import Statute
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Asset,
    AssetStep,
    Award,
    Back,
    Body,
    CaseOpened,
    CourtDeadline,
    Defendant,
    Delay,
    Disbursement,
    Entry,
    Forfeiture,
    Hold,
    HoldWhy,
    Installments,
    InterestTerms,
    Liability,
    Method,
    NotTransferred,
    Order,
    Path,
    Payment,
    Recovery,
    Returned,
    Stage,
    Transfer,
    Victim,
)

SECTION = Statute.parse("18 USC 1594")
AMOUNTS = {"V-1": 6000000, "V-2": 3000000, "V-3": 1000000}
LABOR = Statute.parse("18 USC 1593")
AWARDS = tuple(
    Award(obligee=victim, amount=cents, statute=LABOR) for victim, cents in AMOUNTS.items()
)
FIRST = Liability(
    obligor="D-1",
    judgment_on=dt.date(2024, 3, 4),
    amounts=AMOUNTS,
    due=Installments(amount=10000, first_on=dt.date(2024, 5, 1)),
    special_assessment=20000,
)
SECOND = Liability(
    obligor="D-2",
    judgment_on=dt.date(2024, 6, 3),
    amounts={"V-1": 1200000, "V-2": 600000},
    cap=1500000,
    interest=InterestTerms(waived=True),
    special_assessment=10000,
)


class Clerk:
    """Enters what happens, day by day."""

    def __init__(self) -> None:
        self.book = Book()

    def enter(self, on: str, body: Body, corrects: int | None = None) -> int:
        seq = self.book.next_seq
        at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=seq)
        day = dt.date.fromisoformat(on)
        self.book.post(Entry(seq=seq, on=day, body=body, corrects=corrects, recorded_at=at))
        return seq

    def pay(self, on: str, obligor: str, amount: int, reference: str, receipt: str = "") -> int:
        day = dt.date.fromisoformat(on)
        applied = self.book.application(obligor, amount, day, law.encoded())
        body = Payment(
            reference=reference,
            obligor=obligor,
            amount=amount,
            method=Method.CASHIERS_CHECK,
            applied=applied,
            receipt=receipt,
        )
        return self.enter(on, body)

    def disburse(self, on: str, reference: str) -> int:
        shares = self.book.payable(dt.date.fromisoformat(on))
        return self.enter(on, Disbursement(reference=reference, shares=shares))

    def step(self, on: str, stage: Stage, actor: str, **more: Any) -> int:  # noqa: ANN401 - fields
        return self.enter(on, AssetStep(asset="AS-1", stage=stage, actor=actor, **more))


def opened() -> Clerk:
    """Return the case up to the first order."""
    clerk = Clerk()
    clerk.enter("2023-06-12", CaseOpened(reference="EXAMPLE-1", district="example", circuit="4"))
    for victim in AMOUNTS:
        clerk.enter("2023-06-12", Victim(reference=victim))
    clerk.enter("2023-06-12", Defendant(reference="D-1"))
    clerk.enter("2023-06-12", Defendant(reference="D-2"))
    clerk.enter("2023-06-12", Asset(reference="AS-1", what="building", statute=SECTION))
    clerk.step("2023-06-12", Stage.RESTRAINED, "court")
    clerk.step(
        "2023-07-03", Stage.NOTICED, "United States Attorney", published_on=dt.date(2023, 8, 1)
    )
    clerk.step("2024-03-04", Stage.FORFEITED, "court", how=Forfeiture.CRIMINAL, statute=SECTION)
    clerk.enter("2024-03-04", Order(reference="O-1", awards=AWARDS, liabilities=(FIRST,)))
    return clerk


def story() -> Clerk:
    """Return the whole case: an amended order, payments, a transfer, a return, a recovery, a correction."""
    clerk = opened()
    clerk.pay("2024-04-01", "D-1", 100000, "PAY-1", receipt="C-1001")
    clerk.disburse("2024-04-15", "DIS-1")
    clerk.enter(
        "2024-05-06",
        Returned(disbursement="DIS-1", obligee="V-3", amount=8000, why=Back.RETURNED),
    )
    clerk.enter("2024-06-03", Order(reference="O-1", awards=AWARDS, liabilities=(FIRST, SECOND)))
    clerk.pay("2024-07-01", "D-2", 160000, "PAY-2")
    clerk.step("2024-07-15", Stage.LIQUIDATED, "custodian", amount=2800000, costs=300000)
    shares = {"V-1": 1200000, "V-2": 600000, "V-3": 200000}
    transfer = Transfer(reference="T-1", asset="AS-1", path=Path.MANDATORY, shares=shares)
    clerk.enter("2024-09-16", transfer)
    clerk.disburse("2024-09-30", "DIS-2")
    clerk.enter("2025-03-10", Recovery(reference="R-1", victim="V-2", same_loss=500000, other=100))
    wrong = clerk.enter("2025-03-11", Hold(reference="H-1", why=HoldWhy.APPEAL, of="V-2"))
    right = Hold(reference="H-1", why=HoldWhy.ADDRESS_UNKNOWN, of="V-3")
    clerk.enter("2025-03-11", right, corrects=wrong)
    clerk.pay("2025-06-02", "D-1", 7500000, "PAY-3")
    clerk.enter(
        "2025-06-30",
        NotTransferred(
            asset="AS-1",
            why=Delay.APPEAL_PENDING,
            responsible="example office",
            review_on=dt.date(2025, 9, 1),
        ),
    )
    clerk.enter(
        "2025-06-30",
        CourtDeadline(reference="DL-1", due_on=dt.date(2025, 7, 31), what="Report to the court."),
    )
    return clerk
