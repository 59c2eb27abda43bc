"""Identities and papers: who gets them, what is refused, and what is destroyed."""

import datetime as dt
import json
from typing import Any

import pytest

from remedies import store
from remedies.casework.cases import (
    Role,
    add_document,
    assess_claim,
    audit,
    document,
    enter,
    get_identity,
    identified,
    paper,
    purge,
    put_identity,
)
from remedies.errors import (
    ConflictError,
    FactsError,
    ForbiddenError,
    InvalidEntryError,
    LedgerError,
    NotFoundError,
    UnreadableError,
)
from remedies.ledger.entries import Assessed, Paper
from remedies.wire import result_json
from tests.casework.offices import Office, draft, payment

IDENTITY = {"name": "Synthetic Person", "address": ["1 Example Street", "Exampletown"]}
CLAIM: dict[str, Any] = {
    "claim": "1",
    "reference": "V-1",
    "as_of": "2024-03-01",
    "convictions": [{"statute": "18 USC 1589", "from": "2012-01-01", "to": "2012-12-31"}],
    "work": [
        {
            "from": "2012-01-01",
            "to": "2012-03-31",
            "hours": {"per_workweek": "60", "days": ["mon", "tue", "wed", "thu", "fri"]},
            "pay": {"basis": "none"},
        }
    ],
}
PURGE = {"on": "2026-11-22", "authority": "retention schedule"}


def test_an_identity_comes_back_to_who_may_read_it(office: Office, case_id: str) -> None:
    put_identity(office.desk(Role.PROSECUTOR), case_id, "V-1", IDENTITY)

    assert get_identity(office.desk(Role.PROSECUTOR), case_id, "V-1") == IDENTITY
    assert identified(office.desk(Role.AUDITOR), case_id) == {"V-1"}


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.SYSTEM])
def test_an_identity_is_refused_to_who_does_not_need_it(
    office: Office, case_id: str, role: Role
) -> None:
    put_identity(office.desk(Role.PROSECUTOR), case_id, "V-1", IDENTITY)

    with pytest.raises(ForbiddenError):
        get_identity(office.desk(role), case_id, "V-1")
    with pytest.raises(ForbiddenError):
        put_identity(office.desk(role), case_id, "V-1", IDENTITY)


def test_a_financial_unit_reads_an_identity_while_money_is_held_for_the_victim(
    office: Office, case_id: str
) -> None:
    put_identity(office.desk(Role.PROSECUTOR), case_id, "V-1", IDENTITY)
    unit = office.desk(Role.FINANCIAL_UNIT)
    with pytest.raises(ForbiddenError, match="while money is held"):
        get_identity(unit, case_id, "V-1")

    office.enter(case_id, "payment", payment("100.00"))
    assert get_identity(unit, case_id, "V-1") == IDENTITY

    office.enter(case_id, "disbursement", {"on": "2024-04-15"})
    with pytest.raises(ForbiddenError):
        get_identity(unit, case_id, "V-1")


def test_an_advocate_keeps_the_identity_of_its_own_victims(office: Office, case_id: str) -> None:
    desk = office.desk(Role.ADVOCATE, {case_id: frozenset({"V-2"})})

    put_identity(desk, case_id, "V-2", IDENTITY)

    assert get_identity(desk, case_id, "V-2") == IDENTITY
    with pytest.raises(NotFoundError):
        put_identity(desk, case_id, "V-1", IDENTITY)
    with pytest.raises(NotFoundError):
        get_identity(desk, case_id, "V-1")


def test_an_identity_of_nobody_is_refused(office: Office, case_id: str) -> None:
    with pytest.raises(NotFoundError):
        put_identity(office.desk(Role.PROSECUTOR), case_id, "V-9", IDENTITY)
    with pytest.raises(NotFoundError, match="no identity"):
        get_identity(office.desk(Role.PROSECUTOR), case_id, "V-1")


@pytest.mark.parametrize(
    "wrong",
    [
        {"nickname": "Secret"},
        {"name": "Sec\x00ret"},
        {"name": "Secret" * 100},
        {"name": 7},
        {"address": "Secret"},
        {"address": ["Secret"] * 9},
        {"name": None},
    ],
)
def test_a_wrong_identity_is_refused_and_not_repeated(
    office: Office, case_id: str, wrong: dict[str, object]
) -> None:
    with pytest.raises(InvalidEntryError) as refused:
        put_identity(office.desk(Role.PROSECUTOR), case_id, "V-1", wrong)

    assert "Sec" not in repr(refused.value.problems)


def test_an_identity_that_is_no_object_is_refused(office: Office, case_id: str) -> None:
    with pytest.raises(UnreadableError):
        put_identity(office.desk(Role.PROSECUTOR), case_id, "V-1", ["x"])


def test_a_purge_destroys_the_identity_and_says_so_in_the_journal(
    office: Office, case_id: str
) -> None:
    put_identity(office.desk(Role.PROSECUTOR), case_id, "V-1", IDENTITY)

    entry = purge(office.desk(Role.PROSECUTOR), case_id, draft("purge", PURGE | {"of": "V-1"}))

    assert entry.body.kind == "purge"
    assert identified(office.desk(Role.AUDITOR), case_id) == frozenset()
    with pytest.raises(NotFoundError):
        get_identity(office.desk(Role.PROSECUTOR), case_id, "V-1")


def test_who_destroys_nothing_is_refused_and_what_is_not_there_is_not_found(
    office: Office, case_id: str
) -> None:
    with pytest.raises(ForbiddenError):
        enter(office.desk(Role.SYSTEM), case_id, draft("purge", PURGE | {"of": "V-1"}))
    with pytest.raises(NotFoundError):
        purge(office.desk(Role.PROSECUTOR), case_id, draft("purge", PURGE | {"of": "V-3"}))
    office.session.rollback()


def test_a_document_is_kept_by_its_digest_and_can_be_destroyed(
    office: Office, case_id: str
) -> None:
    form = {"on": "2024-05-01", "title": "judgment", "media_type": "application/pdf"}
    entry = add_document(office.desk(), case_id, draft("document", form), b"%PDF-1.7")
    assert isinstance(entry.body, Paper)
    assert entry.body.size == 8
    assert document(office.desk(Role.AUDITOR), case_id, "DOC-1") == (entry.body, b"%PDF-1.7")

    purge(office.desk(Role.PROSECUTOR), case_id, draft("purge", PURGE | {"of": "DOC-1"}))

    with pytest.raises(NotFoundError, match="destroyed"):
        document(office.desk(), case_id, "DOC-1")


def test_a_claim_is_assessed_and_kept_with_its_papers(office: Office, case_id: str) -> None:
    content = json.dumps(CLAIM).encode()
    on = dt.date(2024, 3, 1)

    entry, assessment = assess_claim(office.desk(Role.PROSECUTOR), case_id, content, on)

    body = entry.body
    assert isinstance(body, Assessed)
    assert body.reference == "A-1"
    assert body.victim == "V-1"
    assert body.total == assessment.total.value * 100 > 0
    assert body.facts == assessment.receipt.facts
    assert paper(office.desk(), case_id, body.claim)[1] == content
    assert paper(office.desk(), case_id, body.result)[1] == result_json(assessment).encode()


def test_papers_of_an_assessment_are_for_the_victims_advocate_only(
    office: Office, case_id: str
) -> None:
    on = dt.date(2024, 3, 1)
    entry, _ = assess_claim(office.desk(), case_id, json.dumps(CLAIM).encode(), on)
    body = entry.body
    assert isinstance(body, Assessed)

    mine = office.desk(Role.ADVOCATE, {case_id: frozenset({"V-1"})})
    theirs = office.desk(Role.ADVOCATE, {case_id: frozenset({"V-2"})})

    assert paper(mine, case_id, body.claim)[0].media_type == "application/json"
    with pytest.raises(NotFoundError):
        paper(theirs, case_id, body.claim)


def test_a_claim_of_no_victim_of_the_case_is_refused(office: Office, case_id: str) -> None:
    on = dt.date(2024, 3, 1)
    content = json.dumps(CLAIM | {"reference": "V-9"}).encode()

    with pytest.raises(LedgerError, match="unknown_victim"):
        assess_claim(office.desk(), case_id, content, on)
    with pytest.raises(FactsError):
        assess_claim(office.desk(), case_id, b'{"claim": "1"}', on)
    with pytest.raises(ForbiddenError):
        assess_claim(office.desk(Role.FINANCIAL_UNIT), case_id, content, on)


def test_nothing_of_an_identity_stands_in_the_database_or_the_trail(
    office: Office, case_id: str, database: store.Engine
) -> None:
    put_identity(office.desk(Role.PROSECUTOR), case_id, "V-1", IDENTITY)
    get_identity(office.desk(Role.PROSECUTOR), case_id, "V-1")
    office.session.commit()

    rows = audit(office.desk(Role.AUDITOR), case_id=case_id)
    path = database.url.database
    assert path is not None
    with open(path, "rb") as file, open(path + "-wal", "rb") as log:  # noqa: PTH123
        stored = file.read() + log.read()

    assert [row.action for _, row in rows][-2:] == ["put identity", "read identity"]
    assert b"Synthetic" not in stored
    assert "Synthetic" not in repr(rows)


def test_a_document_is_not_replaced_by_another_of_its_reference(
    office: Office, case_id: str
) -> None:
    form = {"on": "2024-05-01", "title": "x", "media_type": "text/plain", "reference": "DOC-2"}
    add_document(office.desk(), case_id, draft("document", form | {"victims": ["V-2"]}), b"theirs")
    advocate = office.desk(Role.ADVOCATE, {case_id: frozenset({"V-1"})})

    with pytest.raises(ConflictError):
        add_document(advocate, case_id, draft("document", form | {"victims": ["V-1"]}), b"mine")

    assert document(office.desk(), case_id, "DOC-2")[1] == b"theirs"


def test_a_purge_destroys_what_it_names_and_nothing_else(office: Office, case_id: str) -> None:
    form = {"on": "2024-05-01", "title": "x", "media_type": "text/plain"}
    prosecutor = office.desk(Role.PROSECUTOR)
    for reference, content in (
        ("V-1", b"named as she is"),
        ("DOC-1", b"old"),
        ("DOC-9", b"other"),
    ):
        made = draft("document", form | {"reference": reference})
        add_document(office.desk(), case_id, made, content)
    put_identity(prosecutor, case_id, "V-1", IDENTITY)

    purge(prosecutor, case_id, draft("purge", PURGE | {"of": "V-1"}))
    assert document(office.desk(), case_id, "V-1")[1] == b"named as she is"

    purge(prosecutor, case_id, draft("purge", PURGE | {"of": "DOC-1"}))
    again = draft("document", form | {"reference": "DOC-4"})
    add_document(office.desk(), case_id, again, b"old")
    purge(prosecutor, case_id, draft("purge", PURGE | {"of": "DOC-9"}))
    assert document(office.desk(), case_id, "DOC-4")[1] == b"old"


def test_a_paper_that_another_document_has_too_stays_for_that_one_until_it_is_destroyed(
    office: Office, case_id: str
) -> None:
    form = {"on": "2024-05-01", "title": "x", "media_type": "text/plain"}
    for reference in ("DOC-1", "DOC-2"):
        made = draft("document", form | {"reference": reference})
        add_document(office.desk(), case_id, made, b"the same")

    purge(office.desk(Role.PROSECUTOR), case_id, draft("purge", PURGE | {"of": "DOC-1"}))
    with pytest.raises(NotFoundError):
        document(office.desk(), case_id, "DOC-1")
    assert document(office.desk(), case_id, "DOC-2")[1] == b"the same"

    purge(office.desk(Role.PROSECUTOR), case_id, draft("purge", PURGE | {"of": "DOC-2"}))
    with pytest.raises(NotFoundError):
        document(office.desk(), case_id, "DOC-2")


def test_the_trail_does_not_say_of_a_sealed_case_which_it_is(office: Office, case_id: str) -> None:
    office.session.commit()
    before = audit(office.desk(Role.AUDITOR))
    office.enter(case_id, "seal", {"on": "2024-05-01", "sealed": True}, Role.PROSECUTOR)
    office.session.commit()

    rows = [row for _, row in audit(office.desk(Role.AUDITOR))]

    assert any(row.case_id == case_id for _, row in before)
    assert len(rows) > len(before)
    assert all(row.case_id != case_id and row.subject != "V-1" for row in rows)
    assert any(row.case_id == case_id for _, row in audit(office.desk(Role.SYSTEM)))
