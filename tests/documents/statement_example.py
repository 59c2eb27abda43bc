"""A statement made by hand, small enough to check with a pencil; the case is synthetic."""

import datetime as dt
from fractions import Fraction

from remedies.facts.convictions import Statute
from remedies.figures import Authority, Checked
from remedies.ledger.due import Status
from remedies.ledger.entries import Fund, Person
from remedies.ledger.statement_lines import (
    Debt,
    Due,
    Equation,
    FundAccount,
    InterestSheet,
    JournalLine,
    Missed,
    Move,
    Moved,
    Note,
    ObligeeAccount,
    ObligorAccount,
    Open,
    PenaltySheet,
    PropertyAccount,
    StageLine,
    Statement,
    Stretch,
    Sum,
    Work,
)

INTEREST = Authority("18 U.S.C. § 3612(f)", checked=Checked.STATUTE)
ORDERED, PAID, OUT, SENT, OUT_AGAIN = range(6, 11)
JUDGMENT = dt.date(2024, 3, 4)


def _obligees() -> tuple[ObligeeAccount, ...]:
    """Of 1,000.00 and 500.00, 300.00 is paid and 300.00 transferred, two to one."""
    return (
        ObligeeAccount(
            obligee="V-1",
            awarded=Sum(100000, (ORDERED,)),
            transferred=Sum(20000, (SENT,)),
            paid=Sum(20000, (PAID,)),
            received=Sum(30000, (OUT, OUT_AGAIN)),
            owed=60000,
            held=10000,
            on_hold=("H-1",),
            moves=(
                Move(entry=ORDERED, on=JUDGMENT, moved=Moved.AWARDED, owed=100000, by="O-1"),
                Move(
                    entry=PAID,
                    on=dt.date(2024, 4, 1),
                    moved=Moved.PAID,
                    owed=-20000,
                    held=20000,
                    by="D-1",
                ),
                Move(
                    entry=OUT,
                    on=dt.date(2024, 4, 15),
                    moved=Moved.DISBURSED,
                    held=-20000,
                    by="DIS-1",
                ),
                Move(
                    entry=SENT,
                    on=dt.date(2024, 9, 16),
                    moved=Moved.TRANSFERRED,
                    owed=-20000,
                    held=20000,
                    by="AS-1",
                ),
                Move(
                    entry=OUT_AGAIN,
                    on=dt.date(2024, 9, 30),
                    moved=Moved.DISBURSED,
                    held=-10000,
                    by="DIS-2",
                ),
            ),
        ),
        ObligeeAccount(
            obligee="V-2",
            person=Person.INDIVIDUAL,
            awarded=Sum(50000, (ORDERED,)),
            transferred=Sum(10000, (SENT,)),
            paid=Sum(10000, (PAID,)),
            received=Sum(20000, (OUT, OUT_AGAIN)),
            owed=30000,
        ),
    )


def _obligor() -> ObligorAccount:
    return ObligorAccount(
        obligor="D-1",
        judgment_on=JUDGMENT,
        ordered=Sum(150000, (ORDERED,)),
        cap=140000,
        received=Sum(40000, (PAID,)),
        principal=30000,
        by_cap=10000,
        debts=(
            Debt(obligee="V-1", liable=100000, paid=20000, reimbursed=0, by_others=0, own_left=80000,
                 award_left=80000, owes=80000, to_victim=60000, to_attorney_general=20000),
            Debt(obligee="V-2", liable=50000, paid=10000, reimbursed=0, by_others=0, own_left=40000,
                 award_left=40000, owes=40000, to_victim=30000, to_attorney_general=10000),
        ),
        to_victims=90000,
        to_attorney_general=20000,
        funds=(FundAccount(fund=Fund.SPECIAL_ASSESSMENT, ordered=10000, paid=Sum(10000, (PAID,)), owed=0),),
        interest=InterestSheet(
            first_day=dt.date(2024, 3, 19),
            rate=Fraction(5),
            week_from=dt.date(2024, 3, 10),
            week_to=dt.date(2024, 3, 16),
            days_in_year="365 days in each year",
            stretches=(
                Stretch(begins_on=dt.date(2024, 3, 19), ends_on=dt.date(2024, 3, 31), days=13,
                        principal=150000, amount=Fraction(1500 * 5 * 13, 36500)),
                Stretch(begins_on=dt.date(2024, 4, 1), ends_on=dt.date(2024, 10, 1), days=184,
                        principal=120000, amount=Fraction(1200 * 5 * 184, 36500)),
            ),
            exact=Fraction(1500 * 5 * 13 + 1200 * 5 * 184, 36500),
            accrued=3292,
            owed=3292,
            authority=(INTEREST,),
        ),
        penalties=PenaltySheet(
            missed=(
                Missed(due_on=dt.date(2024, 5, 1), amount=5000, delinquent_on=dt.date(2024, 6, 1),
                       delinquent=5000, delinquency_penalty=Fraction(5)),
            ),
            accrued=500,
            owed=500,
            authority=(Authority("18 U.S.C. § 3612(g)", checked=Checked.STATUTE),),
        ),
        liability=(
            Due(key="liability_end", what="Liability for restitution ends at the earliest.", of="D-1",
                due_on=dt.date(2044, 3, 4), days_left=7093, status=Status.OPEN,
                authority=(Authority("18 U.S.C. § 3613(b)", checked=Checked.STATUTE),)),
        ),
    )  # fmt: skip


def _journal() -> tuple[JournalLine, ...]:
    lines = [
        (1, "2023-06-12", "case", "Case EXAMPLE-1.", None),
        (2, "2023-06-12", "victim", "Victim V-1 (individual).", None),
        (3, "2023-06-12", "victim", "Victim V-2 (individual).", None),
        (4, "2023-06-12", "defendant", "Defendant D-1 (individual).", None),
        (5, "2023-06-12", "asset", "AS-1: =cash.", None),
        (6, "2024-03-04", "order", "Order of restitution: $1,500.00 to V-1 $1,000.00, V-2 $500.00.", 150000),
        (7, "2024-04-01", "payment", "$400.00 received from D-1 (electronic).", 40000),
        (8, "2024-04-15", "disbursement", "$300.00 paid out: V-1 $200.00, V-2 $100.00.", 30000),
        (9, "2024-09-16", "transfer", "AS-1 sent to the victims: V-1 $200.00, V-2 $100.00.", 30000),
        (10, "2024-09-30", "disbursement", "$200.00 paid out: V-1 $100.00, V-2 $100.00.", 20000),
    ]  # fmt: skip
    found = [
        JournalLine(entry=n, on=dt.date.fromisoformat(on), kind=kind, says=says, cents=cents)
        for n, on, kind, says, cents in lines
    ]
    wrong = JournalLine(
        entry=11, on=dt.date(2024, 9, 30), kind="hold", says="Hold on V-2.", corrected_by=12
    )
    right = JournalLine(
        entry=12,
        on=dt.date(2024, 9, 30),
        kind="hold",
        reference="H-1",
        says="Hold on V-1.",
        corrects=11,
    )
    return (*found, wrong, right)


def example() -> Statement:
    """Return the statement of a whole case with two victims, one defendant and one asset."""
    return Statement(
        case="EXAMPLE-1",
        as_of=dt.date(2024, 10, 1),
        known=12,
        recorded_at=dt.datetime(2024, 10, 1, 14, 30, tzinfo=dt.UTC),
        later=1,
        law="sha256:0123",
        obligees=_obligees(),
        obligors=(_obligor(),),
        property=(
            PropertyAccount(
                asset="AS-1",
                what="cash",
                statute=Statute.parse("18 USC 1594"),
                gross=Sum(50000, (5,)),
                transferred=Sum(30000, (SENT,)),
                left=20000,
                steps=(
                    StageLine(entry=5, on=dt.date(2024, 3, 4), what="forfeited", amount=50000, by="court"),
                    StageLine(entry=SENT, on=dt.date(2024, 9, 16), what="sent", amount=30000, by="T-1"),
                ),
                why="appeal_pending",
                responsible="example office",
                review_on=dt.date(2024, 12, 1),
                days=211,
            ),
        ),
        equations=(
            Equation(
                key="money",
                left=(("payments", 40000), ("transfers", 30000)),
                right=(("disbursed", 50000), ("held", 20000), ("refunded", 0)),
            ),
            Equation(
                key="transfers",
                left=(("debts", 120000), ("owed", -90000)),
                right=(("transfers", 30000), ("reimbursed", 0)),
            ),
        ),
        deadlines=(
            Due(key="restitution_determination_days", what="Final determination of losses.", of="V-2",
                needs="the day of sentencing", says_authority="18 U.S.C. § 3664(d)(5)"),
        ),
        journal=_journal(),
        worklists=(
            Open(work=Work.ON_HOLD, of="V-1", cents=10000, why="H-1: the address is not known",
                 since=dt.date(2024, 9, 30), entries=(SENT, 12)),
        ),
        notes=(
            Note(text="Interest on restitution is paid before a fine.", unverified=True),
            Note(text="What a payment was applied to is a fact.", authority="18 U.S.C. § 3612(c)"),
        ),
    )  # fmt: skip
