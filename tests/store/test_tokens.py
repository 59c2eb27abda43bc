"""Tokens: only a digest is kept; they end when they expire or are revoked."""

import datetime as dt
from collections.abc import Iterable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from tests.store.rows import AT, LATER

Sessions = sessionmaker[Session]
SECOND = dt.timedelta(seconds=1)


def _made(
    sessions: Sessions,
    organization: str,
    role: str = "prosecutor",
    victims: Iterable[tuple[str, str]] = (),
) -> tuple[store.Token, str]:
    with sessions.begin() as session:
        return store.make_token(
            session, organization, role, at=AT, expires_at=LATER, victims=victims
        )


def _found(sessions: Sessions, secret: str, at: dt.datetime = AT) -> store.Token | None:
    with sessions() as session:
        return store.token(session, secret, at=at)


def test_a_secret_finds_its_token(sessions: Sessions, organization: str) -> None:
    made, secret = _made(sessions, organization)
    other, _ = _made(sessions, organization, "auditor")
    assert _found(sessions, secret) == made
    assert (made.organization, made.role, made.expires_at) == (organization, "prosecutor", LATER)
    assert made.id != other.id


@pytest.mark.parametrize("secret", ["", "remedies_", "x" * 10_000, "\udcff", "\x00"])
def test_another_secret_finds_nothing(sessions: Sessions, organization: str, secret: str) -> None:
    _, true = _made(sessions, organization)
    assert _found(sessions, secret) is None
    assert _found(sessions, true + secret if secret else true[:-1]) is None


def test_the_secret_is_not_kept(
    database: store.Engine, sessions: Sessions, organization: str
) -> None:
    made, secret = _made(sessions, organization)
    with database.connect() as connection:
        row = connection.execute(text("SELECT * FROM tokens")).one()
    assert not any(secret[9:] in str(value) for value in row)
    assert secret not in repr(made)
    assert len(secret) >= 43 + len("remedies_")


def test_a_token_ends_when_it_expires(sessions: Sessions, organization: str) -> None:
    _, secret = _made(sessions, organization)
    assert _found(sessions, secret, LATER - SECOND) is not None
    assert _found(sessions, secret, LATER) is None


def test_a_token_ends_when_it_is_revoked(sessions: Sessions, organization: str) -> None:
    made, secret = _made(sessions, organization)
    _, other = _made(sessions, organization)
    with sessions.begin() as session:
        assert store.revoke(session, organization, made.id, at=AT + SECOND)
        assert not store.revoke(session, organization, made.id, at=AT + SECOND)
        listed = store.tokens(session, organization)
    assert _found(sessions, secret, AT + SECOND) is None
    assert _found(sessions, other, AT + SECOND) is not None
    assert {token.id: revoked for token, revoked in listed}[made.id] == AT + SECOND


def test_another_organization_cannot_revoke_it(sessions: Sessions, organization: str) -> None:
    made, secret = _made(sessions, organization)
    with sessions.begin() as session:
        other = store.add_organization(session, name="Another", at=AT)
        assert not store.revoke(session, other.id, made.id, at=AT)
        assert store.tokens(session, other.id) == ()
    assert _found(sessions, secret) == made


def test_an_advocates_token_knows_its_victims(sessions: Sessions, case: store.CaseRow) -> None:
    victims = {(case.id, "V-1"), (case.id, "V-2")}
    made, secret = _made(sessions, case.organization, "advocate", victims)
    assert made.victims == victims
    assert _found(sessions, secret) == made
    with sessions.begin() as session:
        store.exclude(session, case.organization, made.id, case.id, "V-1")
        for _ in range(2):
            store.admit(session, case.organization, made.id, case.id, "V-3")
    found = _found(sessions, secret)
    assert found is not None
    assert found.victims == {(case.id, "V-2"), (case.id, "V-3")}


def test_no_token_is_for_a_victim_of_another_organizations_case(
    sessions: Sessions, case: store.CaseRow
) -> None:
    with sessions.begin() as session:
        other = store.add_organization(session, name="Another", at=AT)
    with pytest.raises(IntegrityError):
        _made(sessions, other.id, "advocate", {(case.id, "V-1")})
    with sessions() as session:
        assert store.tokens(session, other.id) == ()
