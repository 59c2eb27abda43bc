"""Identities and papers are stored encrypted, each bound to its row, and can be destroyed and rotated."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from remedies.store import Keys, KeysError, TamperedError, new_key
from tests.store.rows import AT, LATER

Sessions = sessionmaker[Session]
NAME = '{"name":"Ánna Example","phone":"555-0100"}'.encode()


@pytest.fixture
def keys() -> Keys:
    return Keys.read(new_key())


def _put(sessions: Sessions, keys: Keys, case: store.CaseRow, victim: str, content: bytes) -> None:
    with sessions.begin() as session:
        store.put_identity(
            session, keys, case.organization, case.id, victim, content=content, at=AT
        )


def _get(sessions: Sessions, keys: Keys, case: store.CaseRow, victim: str) -> bytes | None:
    with sessions() as session:
        return store.get_identity(session, keys, case.organization, case.id, victim)


def _put_paper(
    sessions: Sessions, keys: Keys, case: store.CaseRow, content: bytes
) -> store.PaperRow:
    with sessions.begin() as session:
        return store.put_paper(
            session,
            keys,
            case.organization,
            case.id,
            content=content,
            media_type="application/json",
            at=AT,
        )


def test_an_identity_comes_back_and_is_replaced(
    sessions: Sessions, keys: Keys, case: store.CaseRow
) -> None:
    assert _get(sessions, keys, case, "V-1") is None
    for content in (NAME, b"{}"):
        _put(sessions, keys, case, "V-1", content)
        assert _get(sessions, keys, case, "V-1") == content
    _put(sessions, keys, case, "V-2", NAME)
    assert _get(sessions, keys, case, "V-1") == b"{}"
    with sessions() as session:
        found = store.victims_identified(session, case.organization, case.id)
    assert found == {"V-1", "V-2"}


def test_no_name_stands_in_the_database(
    database: store.Engine, sessions: Sessions, keys: Keys, case: store.CaseRow
) -> None:
    _put(sessions, keys, case, "V-1", NAME)
    _put_paper(sessions, keys, case, NAME)
    with database.connect() as connection:
        for table in ("identities", "papers"):
            (ciphertext,) = connection.scalars(text(f"SELECT ciphertext FROM {table}"))  # noqa: S608
            assert b"Example" not in bytes(ciphertext)


def test_a_purged_identity_is_gone(sessions: Sessions, keys: Keys, case: store.CaseRow) -> None:
    _put(sessions, keys, case, "V-1", NAME)
    _put(sessions, keys, case, "V-2", NAME)
    with sessions.begin() as session:
        assert store.purge_identity(session, case.organization, case.id, "V-1")
        assert not store.purge_identity(session, case.organization, case.id, "V-1")
    assert _get(sessions, keys, case, "V-1") is None
    assert _get(sessions, keys, case, "V-2") == NAME


def test_an_identity_moved_to_another_victim_is_refused(
    database: store.Engine, sessions: Sessions, keys: Keys, case: store.CaseRow
) -> None:
    _put(sessions, keys, case, "V-1", NAME)
    with database.begin() as connection:
        connection.execute(text("UPDATE identities SET victim = 'V-2'"))
    with pytest.raises(TamperedError):
        _get(sessions, keys, case, "V-2")


def test_an_identity_moved_to_another_organization_is_refused(
    database: store.Engine, sessions: Sessions, keys: Keys, case: store.CaseRow
) -> None:
    _put(sessions, keys, case, "V-1", NAME)
    with sessions.begin() as session:
        other = store.add_organization(session, name="Another", at=AT)
        store.open_case(session, other.id, reference="C-1", district="mad", at=AT, case_id=case.id)
    with database.begin() as connection:
        connection.execute(
            text("UPDATE identities SET organization = :other"), {"other": other.id}
        )
    with sessions() as session, pytest.raises(TamperedError):
        store.get_identity(session, keys, other.id, case.id, "V-1")


def test_a_paper_comes_back_and_is_stored_once(
    sessions: Sessions, keys: Keys, case: store.CaseRow
) -> None:
    rows = [_put_paper(sessions, keys, case, content) for content in (NAME, NAME, b"")]
    assert rows[0] == rows[1] != rows[2]
    with sessions() as session:
        found = store.get_paper(session, keys, case.organization, case.id, rows[0].digest)
        assert found == (rows[0], NAME)
        assert set(store.papers(session, case.organization, case.id)) == set(rows)
        absent = store.get_paper(session, keys, case.organization, case.id, "sha256:0")
    assert absent is None
    assert rows[0].digest == store.paper_digest(NAME)


def test_a_purged_paper_is_gone(sessions: Sessions, keys: Keys, case: store.CaseRow) -> None:
    row = _put_paper(sessions, keys, case, NAME)
    with sessions.begin() as session:
        assert store.purge_paper(session, case.organization, case.id, row.digest)
        assert not store.purge_paper(session, case.organization, case.id, row.digest)
        assert store.papers(session, case.organization, case.id) == ()


def test_a_paper_under_another_ones_digest_is_refused(
    database: store.Engine, sessions: Sessions, keys: Keys, case: store.CaseRow
) -> None:
    _put_paper(sessions, keys, case, NAME)
    digest = store.paper_digest(b"another")
    with database.begin() as connection:
        connection.execute(text("UPDATE papers SET digest = :digest"), {"digest": digest})
    with sessions() as session, pytest.raises(TamperedError):
        store.get_paper(session, keys, case.organization, case.id, digest)


def test_a_ciphertext_too_short_to_be_one_is_not_stored(
    database: store.Engine, sessions: Sessions, keys: Keys, case: store.CaseRow
) -> None:
    _put(sessions, keys, case, "V-1", NAME)
    with pytest.raises(DBAPIError, match="ck_identities_ciphertext"), database.begin() as link:
        link.execute(text("UPDATE identities SET ciphertext = :short"), {"short": b"x" * 27})


def test_rotation_puts_every_row_under_the_newest_key(
    sessions: Sessions, keys: Keys, case: store.CaseRow
) -> None:
    for number in range(5):
        _put(sessions, keys, case, f"V-{number}", NAME)
    row = _put_paper(sessions, keys, case, NAME)
    newest = new_key()
    both = Keys((*Keys.read(newest).keys, *keys.keys))
    counts: list[int] = []
    while not counts or counts[-1]:
        with sessions.begin() as session:
            counts.append(store.rotate(session, both, limit=2))
    assert counts == [2, 2, 2, 0]
    only = Keys.read(newest)
    assert _get(sessions, only, case, "V-4") == NAME
    with sessions() as session:
        found = store.get_paper(session, only, case.organization, case.id, row.digest)
        assert found == (row, NAME)
        assert store.key_uses(session) == {only.current: 6}
    with pytest.raises(KeysError):
        _get(sessions, keys, case, "V-4")


def test_the_instant_of_an_identity_is_that_of_its_last_version(
    database: store.Engine, sessions: Sessions, keys: Keys, case: store.CaseRow
) -> None:
    _put(sessions, keys, case, "V-1", NAME)
    with sessions.begin() as session:
        store.put_identity(
            session, keys, case.organization, case.id, "V-1", content=b"{}", at=LATER
        )
    with database.connect() as connection:
        (put_at,) = connection.scalars(text("SELECT put_at FROM identities"))
    assert str(put_at)[:10] == "2026-11-23"
