"""Who may do what: every cell of the table of roles, and what each role sees of a case."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

import pytest

from remedies import store
from remedies.casework.cases import (
    RIGHTS,
    Caller,
    Right,
    Role,
    add_document,
    audit,
    book,
    case,
    cases,
    deadlines,
    delays,
    document,
    entered,
    export_case,
    journal,
    record,
    records,
    statement,
    verify,
)
from remedies.errors import ForbiddenError, NotFoundError
from remedies.ledger.entries import KINDS
from tests.casework.offices import Office, draft, payment

P, F, A, U, S = (
    Role.PROSECUTOR,
    Role.FINANCIAL_UNIT,
    Role.ADVOCATE,
    Role.AUDITOR,
    Role.SYSTEM,
)

ENTERS: Final[Mapping[str, frozenset[Role]]] = {
    "case": frozenset({P, S}),
    "defendant": frozenset({P, S}),
    "victim": frozenset({P, S}),
    "assessment": frozenset({P, S}),
    "evidence": frozenset({P, S}),
    "document": frozenset({P, F, A, S}),
    "deadline": frozenset({P, S}),
    "order": frozenset({P, S}),
    "judgment": frozenset({P, S}),
    "relief": frozenset({P, S}),
    "notice": frozenset({P, F, S}),
    "payment": frozenset({F, S}),
    "disbursement": frozenset({F, S}),
    "returned": frozenset({F, S}),
    "hold": frozenset({P, F, S}),
    "released": frozenset({P, F, S}),
    "refund": frozenset({F, S}),
    "reversal": frozenset({F, S}),
    "recovery": frozenset({P, F, S}),
    "compensation": frozenset({P, F, S}),
    "asset": frozenset({P, S}),
    "asset_step": frozenset({P, S}),
    "transfer": frozenset({P, F, S}),
    "not_transferred": frozenset({P, S}),
    "assertion": frozenset({F, S}),
    "reconciliation": frozenset({F, S}),
    "void": frozenset({P, F, S}),
    "seal": frozenset({P, S}),
    "purge": frozenset({P}),
}
MAY: Final[Mapping[Right, frozenset[Role]]] = {
    Right.READ_CASE: frozenset({P, F, U, S}),
    Right.READ_SEALED: frozenset({P, F, S}),
    Right.READ_OWN_VICTIMS: frozenset({A}),
    Right.READ_AUDIT: frozenset({P, F, U, S}),
    Right.READ_IDENTITY: frozenset({P}),
    Right.READ_IDENTITY_TO_PAY: frozenset({F}),
    Right.READ_OWN_IDENTITY: frozenset({A}),
    Right.WRITE_IDENTITY: frozenset({P}),
    Right.WRITE_OWN_IDENTITY: frozenset({A}),
    Right.PURGE: frozenset({P}),
    Right.EXPORT: frozenset({P, F, U, S}),
    Right.EXPORT_IDENTITIES: frozenset({P}),
    Right.IMPORT: frozenset({P, S}),
}
ON = dt.date(2026, 11, 22)


def test_the_table_has_a_row_for_every_kind_right_and_role() -> None:
    assert ENTERS.keys() == KINDS.keys()
    assert MAY.keys() == set(Right)
    assert RIGHTS.keys() == set(Role)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", KINDS)
def test_every_role_enters_what_the_table_says_and_nothing_else(kind: str, role: Role) -> None:
    caller = Caller(organization="o", role=role, actor="t")

    if role in ENTERS[kind]:
        caller.demand_entering(kind)
    else:
        with pytest.raises(ForbiddenError, match=f"the role {role}"):
            caller.demand_entering(kind)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("right", Right)
def test_every_role_may_do_what_the_table_says_and_nothing_else(right: Right, role: Role) -> None:
    caller = Caller(organization="o", role=role, actor="t")

    assert caller.may(right) == (role in MAY[right])


@pytest.mark.parametrize("role", [P, A, U])
def test_a_payment_is_refused_to_who_does_not_hold_money(
    office: Office, case_id: str, role: Role
) -> None:
    desk = office.desk(role, {case_id: frozenset({"V-1"})})

    with pytest.raises(ForbiddenError):
        entered(desk, case_id, draft("payment", payment("1.00")))


READS: Final[Mapping[str, Callable[[Office, str, Role], object]]] = {
    "book": lambda o, c, r: book(o.desk(r, {c: frozenset({"V-1"})}), c).__enter__(),
    "journal": lambda o, c, r: journal(o.desk(r, {c: frozenset({"V-1"})}), c),
    "orders": lambda o, c, r: records(o.desk(r, {c: frozenset({"V-1"})}), c, "order"),
    "payment": lambda o, c, r: records(o.desk(r, {c: frozenset({"V-1"})}), c, "payment"),
    "evidence": lambda o, c, r: records(o.desk(r, {c: frozenset({"V-1"})}), c, "evidence"),
    "statement": lambda o, c, r: statement(o.desk(r, {c: frozenset({"V-1"})}), c, as_of=ON),
    "deadlines": lambda o, c, r: deadlines(o.desk(r, {c: frozenset({"V-1"})}), c, as_of=ON),
    "delays": lambda o, c, r: delays(o.desk(r, {c: frozenset({"V-1"})}), as_of=ON),
    "audit": lambda o, c, r: audit(o.desk(r, {c: frozenset({"V-1"})}), case_id=c),
    "verify": lambda o, c, r: verify(o.desk(r, {c: frozenset({"V-1"})}), c),
    "export": lambda o, c, r: export_case(o.desk(r, {c: frozenset({"V-1"})}), c),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("what", READS)
def test_everyone_but_an_advocate_reads_the_case(
    office: Office, case_id: str, what: str, role: Role
) -> None:
    if role is A:
        with pytest.raises(ForbiddenError):
            READS[what](office, case_id, role)
    else:
        assert READS[what](office, case_id, role) is not None


def test_an_advocate_sees_its_own_victims_and_nothing_of_the_others(
    office: Office, case_id: str
) -> None:
    desk = office.desk(A, {case_id: frozenset({"V-2"})})

    assert [each.reference for each in records(desk, case_id, "victim")] == ["V-2"]
    assert statement(desk, case_id, as_of=ON, victim="V-2").whose == "V-2"
    with pytest.raises(NotFoundError):
        record(desk, case_id, "victim", "V-1")
    with pytest.raises(NotFoundError):
        statement(desk, case_id, as_of=ON, victim="V-1")
    with pytest.raises(ForbiddenError):
        statement(desk, case_id, as_of=ON, defendant="D-1")


def test_an_advocate_of_no_victim_of_the_case_does_not_find_it(
    office: Office, case_id: str
) -> None:
    other = office.open("EX-2")
    desk = office.desk(A, {other: frozenset({"V-1"})})

    assert [row.id for row in cases(desk)] == [other]
    with pytest.raises(NotFoundError):
        case(desk, case_id)
    assert cases(office.desk(A)) == ()


def test_an_advocate_enters_documents_for_its_own_victims_only(
    office: Office, case_id: str
) -> None:
    desk = office.desk(A, {case_id: frozenset({"V-2"})})
    form = {"on": "2024-05-01", "title": "declaration", "media_type": "text/plain"}

    entry = add_document(desk, case_id, draft("document", form | {"victims": ["V-2"]}), b"words")

    assert document(desk, case_id, "DOC-1")[1] == b"words"
    assert entry.seq == 7
    for victims in ([], ["V-1"], ["V-1", "V-2"]):
        with pytest.raises(ForbiddenError):
            add_document(desk, case_id, draft("document", form | {"victims": victims}), b"x")
    office.session.rollback()


def test_a_document_marked_for_no_victim_is_for_no_advocate(office: Office, case_id: str) -> None:
    form = {"on": "2024-05-01", "title": "plan", "media_type": "text/plain"}
    add_document(office.desk(), case_id, draft("document", form), b"plan")
    desk = office.desk(A, {case_id: frozenset({"V-2"})})

    assert records(desk, case_id, "document") == ()
    with pytest.raises(NotFoundError):
        document(desk, case_id, "DOC-1")


@pytest.mark.parametrize("role", Role)
def test_a_sealed_case_is_seen_by_who_works_on_it_only(
    office: Office, case_id: str, role: Role
) -> None:
    office.enter(case_id, "seal", {"on": "2024-01-02", "sealed": True})
    desk = office.desk(role, {case_id: frozenset({"V-1"})})

    if role in MAY[Right.READ_SEALED]:
        assert case(desk, case_id).sealed
        assert len(cases(desk)) == 1
    else:
        assert cases(desk) == ()
        with pytest.raises(NotFoundError):
            case(desk, case_id)


def test_every_read_and_write_is_in_the_audit_trail_and_no_content_is(
    office: Office, case_id: str
) -> None:
    entered(office.desk(F), case_id, draft("payment", payment("77.77", receipt="R-77")))
    statement(office.desk(U), case_id, as_of=ON, victim="V-1")
    records(office.desk(P), case_id, "victim")
    office.session.commit()

    rows = [row for _, row in audit(office.desk(U), case_id=case_id)]

    found = [(row.role, row.action, row.subject) for row in rows]
    assert found[-3:] == [
        ("financial_unit", "enter payment", "PAY-1"),
        ("auditor", "read statement", "V-1"),
        ("prosecutor", "list victim", ""),
    ]
    assert "77.77" not in repr(rows)
    assert "R-77" not in repr(rows)
    assert store.audit_problems(office.session, office.organization) == ()
