"""No organization sees, changes or is stopped by what another has."""

import pytest
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from remedies.errors import ConflictError
from remedies.store import Keys, new_key
from tests.store.rows import AT, payments

Sessions = sessionmaker[Session]


@pytest.fixture
def keys() -> Keys:
    return Keys.read(new_key())


@pytest.fixture
def full(sessions: Sessions, keys: Keys, case: store.CaseRow) -> store.CaseRow:
    """The case with entries, an identity and a paper."""
    with sessions.begin() as session:
        of = (case.organization, case.id)
        store.put_identity(session, keys, *of, "V-1", content=b"{}", at=AT)
        store.put_paper(session, keys, *of, content=b"{}", media_type="text/plain", at=AT)
        store.audited(
            session,
            case.organization,
            store.AuditRow(at=AT, actor="a", role="system", action="case.open", case_id=case.id),
        )
        return store.append(session, case, payments(1, 3))


@pytest.fixture
def other(sessions: Sessions) -> str:
    with sessions.begin() as session:
        return store.add_organization(session, name="Another office", at=AT).id


def test_nothing_of_another_organization_is_seen(
    sessions: Sessions, keys: Keys, full: store.CaseRow, other: str
) -> None:
    digest = store.paper_digest(b"{}")
    with sessions() as session:
        assert store.case(session, other, full.id) is None
        assert store.lock_case(session, other, full.id) is None
        assert store.cases(session, other) == ()
        assert store.cases(session, other, after=full.id) == ()
        assert store.journal(session, other, full.id) == ()
        assert store.kinds(session, other, "payment") == ()
        assert store.get_identity(session, keys, other, full.id, "V-1") is None
        assert store.victims_identified(session, other, full.id) == frozenset()
        assert store.get_paper(session, keys, other, full.id, digest) is None
        assert store.papers(session, other, full.id) == ()
        assert store.audit(session, other) == ()


def test_nothing_of_another_organization_is_destroyed(
    sessions: Sessions, full: store.CaseRow, other: str
) -> None:
    digest = store.paper_digest(b"{}")
    with sessions.begin() as session:
        assert not store.purge_identity(session, other, full.id, "V-1")
        assert not store.purge_paper(session, other, full.id, digest)
        assert len(store.papers(session, full.organization, full.id)) == 1


def test_two_organizations_may_have_a_case_of_the_same_id_and_reference(
    sessions: Sessions, full: store.CaseRow, other: str
) -> None:
    with sessions.begin() as session:
        same = store.open_case(
            session, other, reference="C-1", district="mad", at=AT, case_id=full.id
        )
        imported = store.append(session, same, store.journal(session, full.organization, full.id))
    assert imported.head == full.head
    with sessions() as session:
        assert store.journal_problems(session, other, full.id, full.head) == ()
        assert len(store.journal(session, full.organization, full.id)) == 3


def test_a_name_is_given_once(sessions: Sessions, other: str) -> None:
    with sessions() as session, pytest.raises(ConflictError, match="organization_exists"):
        store.add_organization(session, name="Another office", at=AT)
    with sessions() as session:
        assert [found.id for found in store.organizations(session)] == [other]
