"""The audit trail is written with what it tells of, and says when it was tampered with."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from remedies.errors import ConflictError
from tests.store.rows import AT, payments, tampered

Sessions = sessionmaker[Session]
ROW = store.AuditRow(
    at=AT,
    actor="token-1",
    role="prosecutor",
    action="identity.read",
    case_id="0" * 32,
    subject="V-1",
)


def _trail(sessions: Sessions, organization: str, count: int) -> store.Head:
    with sessions.begin() as session:
        for number in range(1, count + 1):
            store.audited(session, organization, replace(ROW, subject=f"V-{number}"))
    with sessions() as session:
        head = store.audit_head(session, organization)
    assert head is not None
    return head


def _problems(
    sessions: Sessions, organization: str, head: store.Head | None = None
) -> set[tuple[str, str]]:
    with sessions() as session:
        found = store.audit_problems(session, organization, head)
    return {(problem.field, problem.code) for problem in found}


def test_rows_come_back_in_their_order(sessions: Sessions, organization: str) -> None:
    head = _trail(sessions, organization, 3)
    assert head.seq == 3
    with sessions() as session:
        found = store.audit(session, organization)
        assert [seq for seq, _ in found] == [1, 2, 3]
        assert found[1][1] == replace(ROW, subject="V-2")
        assert store.audit(session, organization, after=1, limit=1) == found[1:2]
        assert store.audit(session, organization, case_id="1" * 32) == ()
        assert store.audit(session, organization, case_id=ROW.case_id) == found
    assert _problems(sessions, organization, head) == set()


def test_a_row_is_kept_with_what_it_tells_of_and_lost_with_it(
    sessions: Sessions, case: store.CaseRow
) -> None:
    with sessions() as session:
        store.audited(session, case.organization, ROW)
        store.append(session, case, payments(1, 1))
        session.rollback()
        store.audited(session, case.organization, replace(ROW, outcome="refused"))
        session.commit()
        (found,) = store.audit(session, case.organization)
        assert found == (1, replace(ROW, outcome="refused"))
        assert store.journal(session, case.organization, case.id) == ()


def test_a_part_that_is_undone_leaves_the_rows_gathered(
    sessions: Sessions, case: store.CaseRow
) -> None:
    with sessions.begin() as session:
        store.open_case(session, case.organization, reference="C-2", district="mad", at=AT)
        store.audited(session, case.organization, ROW)
        with pytest.raises(ConflictError):
            store.amend_case(session, case, reference="C-2")
        store.amend_case(session, case, reference="C-3")
    with sessions() as session:
        assert store.audit(session, case.organization) == ((1, ROW),)


def test_a_row_is_written_after_reading_only(sessions: Sessions, case: store.CaseRow) -> None:
    with sessions() as reading, sessions() as other:
        store.case(reading, case.organization, case.id)
        store.audited(other, case.organization, ROW)
        other.commit()
        store.audited(reading, case.organization, ROW)
        reading.commit()
    assert _problems(sessions, case.organization) == set()


def test_each_organization_has_a_trail_of_its_own(sessions: Sessions, organization: str) -> None:
    with sessions.begin() as session:
        other = store.add_organization(session, name="Another", at=AT)
        store.audited(session, other.id, ROW)
        store.audited(session, organization, ROW)
        store.audited(session, other.id, ROW)
    with sessions() as session:
        heads = [store.audit_head(session, of) for of in (organization, other.id)]
        assert store.audit_head(session, "0" * 32) is None
    assert [head.seq for head in heads if head] == [1, 2]
    assert _problems(sessions, other.id, heads[1]) == set()


@pytest.mark.parametrize(
    "change",
    [
        "outcome = 'refused'",
        "subject = 'V-9'",
        "actor = 'token-2'",
        "role = 'auditor'",
        "action = 'case.read'",
        "case_id = ''",
        "at = '2026-11-22T12:30:15.123457Z'",
    ],
)
def test_a_changed_row_is_found(
    database: store.Engine, sessions: Sessions, organization: str, change: str
) -> None:
    _trail(sessions, organization, 4)
    tampered(database, "audit", [f"UPDATE audit SET {change} WHERE seq = 2"])  # noqa: S608
    assert _problems(sessions, organization) == {("audit[2]", "changed")}


def test_a_row_taken_out_is_found(
    database: store.Engine, sessions: Sessions, organization: str
) -> None:
    _trail(sessions, organization, 4)
    tampered(database, "audit", ["DELETE FROM audit WHERE seq = 2"])
    found = _problems(sessions, organization)
    assert found == {("audit[3]", "missing"), ("audit[3]", "unlinked")}


def test_a_trail_cut_off_with_its_head_is_found_by_the_published_head(
    database: store.Engine, sessions: Sessions, organization: str
) -> None:
    before = _trail(sessions, organization, 3)
    after = _trail(sessions, organization, 1)
    head = f"UPDATE organizations SET audit_seq = 3, audit_digest = '{before.digest}'"  # noqa: S608
    tampered(database, "audit", ["DELETE FROM audit WHERE seq = 4"])
    assert _problems(sessions, organization) == {("audit[3]", "truncated")}
    tampered(database, "audit", [head])
    assert _problems(sessions, organization) == set()
    assert _problems(sessions, organization, before) == set()
    assert _problems(sessions, organization, after) == {("audit[3]", "truncated")}


def test_a_trail_made_anew_is_found_by_the_published_head(
    sessions: Sessions, organization: str
) -> None:
    _trail(sessions, organization, 3)
    false = store.Head(seq=2, digest="0" * 64)
    assert _problems(sessions, organization, false) == {("audit[2]", "unpublished")}
