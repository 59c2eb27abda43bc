"""A request that is asked for again is answered again; a key used for another is refused."""

import datetime as dt
import hashlib

import pytest
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from remedies.store import Answer, KeyReusedError
from tests.store.rows import AT, LATER

Sessions = sessionmaker[Session]
ONE, OTHER = (hashlib.sha256(word).hexdigest() for word in (b"one", b"other"))
ANSWER = Answer(status=201, body='{"seq":1,"note":"ü"}')


def _done(sessions: Sessions, organization: str, key: str, digest: str) -> Answer | None:
    with sessions.begin() as session:
        before = store.remember(session, organization, key, digest, at=AT)
        if before is None:
            store.answered(session, organization, key, ANSWER)
        return before


def test_a_request_is_new_once_and_then_answered_as_before(
    sessions: Sessions, organization: str
) -> None:
    assert _done(sessions, organization, "k-1", ONE) is None
    assert _done(sessions, organization, "k-1", ONE) == ANSWER
    assert _done(sessions, organization, "k-2", ONE) is None


def test_a_key_used_for_another_request_is_refused(sessions: Sessions, organization: str) -> None:
    _done(sessions, organization, "k-1", ONE)
    with pytest.raises(KeyReusedError) as caught:
        _done(sessions, organization, "k-1", OTHER)
    (problem,) = caught.value.problems
    assert (problem.field, caught.value.code) == ("Idempotency-Key", "idempotency-key-reused")
    assert _done(sessions, organization, "k-1", ONE) == ANSWER


def test_a_request_that_failed_is_new_again(sessions: Sessions, organization: str) -> None:
    with sessions() as session:
        assert store.remember(session, organization, "k-1", ONE, at=AT) is None
        session.rollback()
    assert _done(sessions, organization, "k-1", OTHER) is None


def test_organizations_have_keys_of_their_own(sessions: Sessions, organization: str) -> None:
    with sessions.begin() as session:
        other = store.add_organization(session, name="Another", at=AT)
    assert _done(sessions, organization, "k-1", ONE) is None
    assert _done(sessions, other.id, "k-1", OTHER) is None


def test_old_requests_are_forgotten(sessions: Sessions, organization: str) -> None:
    _done(sessions, organization, "k-1", ONE)
    with sessions.begin() as session:
        assert store.remember(session, organization, "k-2", ONE, at=LATER) is None
        store.answered(session, organization, "k-2", ANSWER)
        store.forget(session, before=AT + dt.timedelta(hours=1))
    assert _done(sessions, organization, "k-1", OTHER) is None
    assert _done(sessions, organization, "k-2", ONE) == ANSWER
