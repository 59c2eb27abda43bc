"""Entries as rows: what each moves, what it is about, and that every touch of a case leaves a trace."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Final

import pytest

from remedies.casework import rows
from remedies.casework.cases import (
    Role,
    add_document,
    assess_claim,
    audit,
    audit_problems,
    book,
    deadlines,
    delays,
    document,
    export_case,
    get_identity,
    identified,
    journal,
    open_case,
    paper,
    proposal,
    purge,
    put_identity,
    record,
    records,
    statement,
    verify,
)
from remedies.errors import LedgerError, NotFoundError
from remedies.ledger import entries as ledger
from remedies.ledger.entries import Applied, Assessed, Body, Entry
from tests.casework.offices import AT, Office, draft, payment
from tests.casework.test_identities_and_papers import CLAIM, IDENTITY, PURGE

ON = dt.date(2024, 4, 1)
PAID = ledger.Payment(
    reference="PAY-1", obligor="D-1", amount=500, method=ledger.Method.CASH, applied=Applied()
)
BACK = ledger.Returned(disbursement="DIS-1", obligee="V-1", amount=7, why=ledger.Back.RETURNED)
SENT = ledger.Transfer(
    reference="T-1", asset="AS-1", path=ledger.Path.MANDATORY, shares={"V-1": 3, "V-2": 4}
)
WAITS = ledger.NotTransferred(
    asset="AS-1", why=ledger.Delay.OTHER, responsible="office", review_on=ON
)

MOVED: Final[list[tuple[Body, str, int | None, list[rows.About]]]] = [
    (PAID, "PAY-1", 500, [("payment", "PAY-1")]),
    (
        ledger.Disbursement(reference="DIS-1", shares={"V-1": 3, "fine": 4}),
        "DIS-1",
        7,
        [("disbursement", "DIS-1")],
    ),
    (BACK, "DIS-1", 7, [("returned", "9"), ("disbursement", "DIS-1")]),
    (
        ledger.Refund(reference="RF-1", payment="PAY-1", amount=5),
        "RF-1",
        5,
        [("refund", "RF-1"), ("payment", "PAY-1")],
    ),
    (
        ledger.Reversal(payment="PAY-1"),
        "PAY-1",
        None,
        [("reversal", "9"), ("payment", "PAY-1")],
    ),
    (SENT, "T-1", 7, [("transfer", "T-1"), ("asset", "AS-1")]),
    (WAITS, "AS-1", None, [("not_transferred", "9"), ("asset", "AS-1")]),
    (ledger.Released(hold="H-1"), "H-1", None, [("released", "9"), ("hold", "H-1")]),
    (
        ledger.Notice(obligor="D-1", tells=ledger.Told.DEFAULT),
        "D-1",
        None,
        [("notice", "9"), ("defendant", "D-1")],
    ),
    (ledger.CaseOpened(reference="EX-1"), "EX-1", None, [rows.CASE]),
    (ledger.Sealed(sealed=True), "", None, [rows.CASE]),
]


@pytest.mark.parametrize(
    ("body", "subject", "cents", "about"), MOVED, ids=[each[0].kind for each in MOVED]
)
def test_a_row_says_what_is_moved_and_about_what(
    body: Body, subject: str, cents: int | None, about: list[rows.About]
) -> None:
    entry = Entry(seq=9, on=ON, body=body, recorded_at=AT, actor="t")

    row = rows.row_of(entry)

    assert (row.seq, row.kind, row.on, row.actor) == (9, body.kind, ON, "t")
    assert (row.subject, row.cents) == (subject, cents)
    assert list(rows.about(entry, lambda _: entry)) == about
    assert rows.entries_of([row]) == [entry]


def test_a_correction_is_about_what_it_corrects() -> None:
    first = Entry(seq=3, on=ON, body=SENT, recorded_at=AT)
    void = Entry(seq=9, on=ON, body=ledger.Voided(why="x"), corrects=3, recorded_at=AT)

    assert list(rows.about(void, lambda _: first)) == [("transfer", "T-1"), ("asset", "AS-1")]


def test_an_entry_without_its_instant_is_not_stored() -> None:
    with pytest.raises(ValueError, match="instant"):
        rows.row_of(Entry(seq=1, on=ON, body=SENT))


def test_what_has_not_happened_yet_is_not_entered(office: Office, case_id: str) -> None:
    today = AT.date()
    tomorrow, later = today + dt.timedelta(days=1), today + dt.timedelta(days=2)

    office.enter(case_id, "payment", payment("1.00", on=tomorrow.isoformat()))
    with pytest.raises(LedgerError, match="in_the_future"):
        office.enter(case_id, "payment", payment("1.00", on=later.isoformat()))


def test_a_purge_of_an_assessment_destroys_the_claim_and_its_result(
    office: Office, case_id: str
) -> None:
    entry, _ = assess_claim(office.desk(), case_id, json.dumps(CLAIM).encode(), ON)
    body = entry.body
    assert isinstance(body, Assessed)

    purge(office.desk(Role.PROSECUTOR), case_id, draft("purge", PURGE | {"of": "A-1"}))

    for digest in (body.claim, body.result):
        with pytest.raises(NotFoundError, match="destroyed"):
            paper(office.desk(), case_id, digest)
    with pytest.raises(NotFoundError, match="destroyed"):
        proposal(office.desk(), case_id, as_of=ON)
    assert record(office.desk(), case_id, "assessment", "A-1").version > entry.seq


TOUCHES: Final[Mapping[str, tuple[Callable[[Office, str], object], str, str]]] = {
    "book": (lambda o, c: book(o.desk(), c).__enter__(), "read book", ""),
    "journal": (lambda o, c: journal(o.desk(), c), "read journal", ""),
    "records": (lambda o, c: records(o.desk(), c, "order"), "list order", ""),
    "record": (lambda o, c: record(o.desk(), c, "order", "O-1"), "read order", "O-1"),
    "statement": (
        lambda o, c: statement(o.desk(), c, as_of=ON, defendant="D-1"),
        "read statement",
        "D-1",
    ),
    "proposal": (lambda o, c: proposal(o.desk(), c, as_of=ON), "read proposal", ""),
    "deadlines": (lambda o, c: deadlines(o.desk(), c, as_of=ON), "read statement", ""),
    "verify": (lambda o, c: verify(o.desk(), c), "verify journal", ""),
    "export": (lambda o, c: export_case(o.desk(), c), "export", ""),
    "export with identities": (
        lambda o, c: export_case(o.desk(Role.PROSECUTOR), c, identities=True),
        "read identity",
        "V-1",
    ),
    "identity": (
        lambda o, c: get_identity(o.desk(Role.PROSECUTOR), c, "V-1"),
        "read identity",
        "V-1",
    ),
    "identities": (lambda o, c: identified(o.desk(), c), "list identities", ""),
    "put identity": (
        lambda o, c: put_identity(o.desk(Role.PROSECUTOR), c, "V-2", IDENTITY),
        "put identity",
        "V-2",
    ),
    "document": (lambda o, c: document(o.desk(), c, "DOC-1"), "read document", "DOC-1"),
    "payment": (lambda o, c: o.enter(c, "payment", payment("1.00")), "enter payment", "PAY-1"),
    "audit": (lambda o, c: audit(o.desk(), case_id=c), "read audit trail", ""),
}


@pytest.mark.parametrize("touch", TOUCHES)
def test_every_touch_of_a_case_is_in_its_audit_trail(
    office: Office, case_id: str, touch: str
) -> None:
    call, action, subject = TOUCHES[touch]
    put_identity(office.desk(Role.PROSECUTOR), case_id, "V-1", IDENTITY)
    form = {"on": "2024-05-01", "title": "judgment", "media_type": "text/plain"}
    add_document(office.desk(), case_id, draft("document", form), b"judgment")
    office.session.commit()

    call(office, case_id)
    office.session.commit()

    *_, (_, row) = audit(office.desk(), case_id=case_id)
    assert (row.action, row.subject, row.case_id) == (action, subject, case_id)
    assert (row.at, row.outcome) == (AT, "done")


def test_touches_of_no_one_case_are_in_the_audit_trail_too(office: Office, case_id: str) -> None:
    assert case_id
    delays(office.desk(), as_of=ON)
    audit_problems(office.desk())
    other = Office(office.session, office.organization)
    made, _ = open_case(other.desk(), draft("case", {"on": "2024-01-01", "reference": "EX-9"}))
    office.session.commit()

    found = [row.action for _, row in audit(office.desk())]

    assert found[-3:] == ["list delays", "verify audit trail", "enter case"]
    assert made.reference == "EX-9"
