"""A case's whole life: charged, assessed, ordered, collected, forfeited, corrected, proved, moved."""

import datetime as dt
import json
from fractions import Fraction

import pytest

from remedies import store
from remedies.casework import books
from remedies.casework.cases import (
    Role,
    Which,
    add_document,
    assess_claim,
    audit_problems,
    book,
    deadlines,
    delays,
    export_case,
    import_case,
    journal,
    proposal,
    put_identity,
    reconciled,
    record_reconciliation,
    statement,
    verify,
)
from remedies.errors import ConflictError, LedgerError
from remedies.ledger.entries import Delay, Disbursement, Reconciled
from remedies.ledger.proposing import Stated
from remedies.ledger.reconciliation import TheirRow, Way
from tests.casework.offices import AT, Office, draft
from tests.casework.test_identities_and_papers import CLAIM, IDENTITY
from tests.databases import (
    database,
    database_url,
    migrated_file,
    migrated_template,
    postgresql,
)

__all__ = ["database", "database_url", "migrated_file", "migrated_template", "postgresql"]

SENTENCED = "2024-03-04"


def test_a_case_from_charge_to_the_last_dollar(office: Office) -> None:  # noqa: PLR0915 - a whole life
    prosecutor, unit = Role.PROSECUTOR, Role.FINANCIAL_UNIT
    case_id = office.open(charged_on="2023-06-12", circuit="4")

    def enter(kind: str, on: str, role: Role = prosecutor, **fields: object) -> int:
        return office.enter(case_id, kind, {"on": on} | fields, role).seq

    # Charged: who it is about, and who that is, apart.
    for victim in ("V-1", "V-2"):
        enter("victim", "2023-06-12", reference=victim)
    convictions = [{"statute": "18 USC 1589", "from": "2012-01-01", "to": "2012-12-31"}]
    for defendant in ("D-1", "D-2"):
        enter("defendant", "2023-06-12", reference=defendant, convictions=convictions)
    put_identity(office.desk(prosecutor), case_id, "V-1", IDENTITY)

    # Assessed: one victim's claim, and what may be asked of the court.
    content = json.dumps(CLAIM).encode()
    on = dt.date(2024, 2, 1)
    assessed, assessment = assess_claim(office.desk(prosecutor), case_id, content, on)
    asked = proposal(office.desk(prosecutor), case_id, as_of=on).order
    total = int(assessment.total.value * 100)
    assert [(award.victim, award.amount) for award in asked.awards] == [("V-1", total)]
    assert [each.defendant for each in asked.liabilities] == ["D-1", "D-2"]
    form = {"on": SENTENCED, "title": "judgment", "media_type": "application/pdf"}
    add_document(office.desk(prosecutor), case_id, draft("document", form), b"%PDF-1.7")

    # Ordered: both defendants for both victims, joint and several; D-2 up to a cap.
    amounts = {"V-1": "8000.00", "V-2": "4000.00"}
    enter(
        "order",
        SENTENCED,
        reference="O-1",
        awards=[{"obligee": v, "amount": a, "statute": "18 USC 1593"} for v, a in amounts.items()],
        liabilities=[
            {"obligor": "D-1", "judgment_on": SENTENCED, "amounts": amounts,
             "interest": {"waived": True}},
            {"obligor": "D-2", "judgment_on": SENTENCED, "amounts": amounts, "cap": "3000.00",
             "interest": {"waived": True}},
        ],
    )  # fmt: skip

    # Forfeited: a thing sold, and in the meantime a reason why nothing has come of it.
    enter("asset", "2023-06-12", reference="AS-1", what="vehicle", statute="18 USC 1594")
    step = {"asset": "AS-1", "actor": "agency"}
    enter("asset_step", "2023-06-12", **step, stage="seized")
    enter("asset_step", "2023-09-01", **step, stage="noticed", published_on="2023-10-01")
    enter(
        "asset_step", SENTENCED, **step, stage="forfeited", how="criminal", statute="18 USC 1594"
    )
    enter("not_transferred", SENTENCED, asset="AS-1", why="not_liquidated",
          responsible="agency", review_on="2024-05-01")  # fmt: skip
    waiting = delays(office.desk(Role.AUDITOR), as_of=dt.date(2024, 6, 1))
    assert [(each.case_id, each.waiting.asset) for each in waiting] == [(case_id, "AS-1")]
    assert waiting[0].waiting.case == "EX-1"
    later = Which(why=Delay.NOT_LIQUIDATED, overdue=True, responsible="agency")
    assert delays(office.desk(unit), as_of=dt.date(2024, 6, 1), which=later) == waiting
    assert delays(office.desk(unit), as_of=dt.date(2024, 4, 1), which=later) == ()

    # Collected, disbursed, returned, disbursed again.
    money = {"obligor": "D-1", "method": "cashiers_check"}
    paid = enter("payment", "2024-04-01", unit, **money, amount="1200.00", receipt="C-1")
    enter("disbursement", "2024-04-15", unit)
    enter("returned", "2024-05-06", unit, disbursement="DIS-1", obligee="V-2",
          amount="400.00", why="returned")  # fmt: skip
    enter("hold", "2024-05-06", unit, why="address_unknown", of="V-2")
    with pytest.raises(ConflictError):
        enter("disbursement", "2024-05-07", unit)
    enter("released", "2024-05-20", unit, hold="H-1")
    again = office.enter(
        case_id, "disbursement", {"on": "2024-05-21", "shares": {"V-2": "400.00"}}, unit
    )
    assert isinstance(again.body, Disbursement)

    # Transferred: what the thing brought lowers what victims are owed, not what defendants owe.
    enter("asset_step", "2024-07-01", **step, stage="liquidated", amount="3500.00", costs="500.00")
    with pytest.raises(LedgerError):
        enter("transfer", "2024-08-01", unit, asset="AS-1", path="mandatory",
              shares={"V-1": "3000.01"})  # fmt: skip
    enter("transfer", "2024-08-01", unit, asset="AS-1", path="mandatory",
          shares={"V-1": "2000.00", "V-2": "1000.00"})  # fmt: skip
    assert delays(office.desk(unit), as_of=dt.date(2024, 9, 1)) == ()
    enter("disbursement", "2024-08-15", unit)

    # Corrected: a second payment was entered twice, once with a wrong receipt, and that is taken back.
    enter("payment", "2024-09-01", unit, **money, amount="600.00", receipt="C-2")
    twice = enter("payment", "2024-09-01", unit, **money, amount="600.00", receipt="C-3")
    enter("void", "2024-09-02", unit, corrects=twice, why="entered twice")
    enter("assertion", "2024-09-02", unit, account="paid_by", of="D-1", expected="1800.00")

    # What each is owed, and each owes; made again as it was known before the void.
    with book(office.desk(unit), case_id) as found:
        assert found.owed_to("V-1").outstanding == 800_000 - 80_000 - 200_000 - 40_000
        assert found.owed_to("V-2").outstanding == 400_000 - 40_000 - 100_000 - 20_000
        assert found.held == 60_000
        assert not list(found.audit())
    with book(office.desk(unit), case_id, known=twice) as found:
        assert found.owed_to("V-1").received == 80_000 + 40_000 + 40_000
    whole = statement(office.desk(unit), case_id, as_of=dt.date(2024, 12, 31))
    assert all(equation.holds for equation in whole.equations)
    again_then = statement(office.desk(unit), case_id, as_of=dt.date(2024, 12, 31), known=paid)
    assert again_then.known == paid
    mine = office.desk(Role.ADVOCATE, {case_id: frozenset({"V-2"})})
    own = statement(mine, case_id, as_of=dt.date(2024, 12, 31), victim="V-2")
    assert "V-1" not in repr(own)
    deadlines(office.desk(unit), case_id, as_of=dt.date(2024, 3, 5))

    # Compared with the clerk's ledger, and recorded.
    rows = [
        TheirRow(where="2", on=dt.date(2024, 4, 1), way=Way.RECEIVED, amount=120_000, party="D-1",
                 receipt="C-1"),
    ]  # fmt: skip
    compared = reconciled(office.desk(unit), case_id, rows, ends_on=dt.date(2024, 4, 10))
    assert len(compared.matched) == 1
    noted = record_reconciliation(
        office.desk(unit), case_id, compared, source="clerk", digest="sha256:" + "0" * 64,
        on=dt.date(2024, 12, 31),
    )  # fmt: skip
    assert isinstance(noted.body, Reconciled)

    # Proved, read anew, moved to another office, byte for byte.
    office.session.commit()
    assert verify(office.desk(Role.AUDITOR), case_id) == ()
    assert audit_problems(office.desk(Role.AUDITOR)) == ()
    told = journal(office.desk(unit), case_id)
    books.forget_all()
    assert journal(office.desk(unit), case_id) == told
    file = export_case(office.desk(prosecutor), case_id, identities=True)
    other = Office(office.session, store.add_organization(office.session, name="Other", at=AT).id)
    import_case(other.desk(prosecutor), file)
    assert export_case(other.desk(prosecutor), case_id, identities=True) == file
    assert assessed.seq < paid


def test_a_share_of_the_loss_may_be_asked_of_each_defendant(office: Office, case_id: str) -> None:
    content = json.dumps(CLAIM).encode()
    assess_claim(office.desk(), case_id, content, dt.date(2024, 2, 1))
    office.enter(case_id, "defendant", {"on": "2024-01-01", "reference": "D-2"})
    day = dt.date(2024, 2, 1)
    whole = proposal(office.desk(), case_id, as_of=day).order

    stated = {"D-1": Stated(share=Fraction(1)), "D-2": Stated(share=Fraction(0))}
    asked = proposal(office.desk(), case_id, as_of=day, stated=stated, option="apportioned").order

    assert [each.defendant for each in asked.liabilities] == ["D-1"]
    assert asked.awards[0].amount == whole.awards[0].amount
