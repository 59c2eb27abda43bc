"""Tokens: who may call. A secret is shown once, when it is made; only its digest is kept."""

import datetime as dt
import hashlib
import hmac
import secrets
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from remedies.store.adding import added
from remedies.store.connection import writing
from remedies.store.tables import token_victims
from remedies.store.tables import tokens as table

PREFIX: Final = "remedies_"
"""How every secret begins, so that a scanner for leaked secrets can know one."""
LONGEST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token that is in force: whose, in what role, until when.

    ``victims`` are pairs of case and victim: all that an advocate may see; empty in other roles.
    """

    id: str
    organization: str
    role: str
    expires_at: dt.datetime
    victims: frozenset[tuple[str, str]] = frozenset()


def make_token(  # noqa: PLR0913 - all are named
    session: Session,
    organization: str,
    role: str,
    *,
    at: dt.datetime,
    expires_at: dt.datetime,
    victims: Iterable[tuple[str, str]] = (),
) -> tuple[Token, str]:
    """Add a token; return it with its secret, which cannot be had again.

    Raises:
        sqlalchemy.exc.IntegrityError: the organization does not exist, or has no such case.

    """
    writing(session)
    secret = PREFIX + secrets.token_urlsafe(32)
    made = Token(
        id=uuid.uuid4().hex,
        organization=organization,
        role=role,
        expires_at=expires_at,
        victims=frozenset(victims),
    )
    row = {
        "id": made.id,
        "organization": organization,
        "digest": _digest(secret),
        "role": role,
        "made_at": at,
        "expires_at": expires_at,
    }
    session.execute(insert(table).values(row))
    for case_id, victim in sorted(made.victims):
        admit(session, organization, made.id, case_id, victim)
    return made, secret


def token(session: Session, secret: str, *, at: dt.datetime) -> Token | None:
    """Return the token of a secret that is in force at an instant; None for every other secret.

    Looked up by the secret's digest, so that the time it takes tells nothing of any secret.
    """
    if len(secret) > LONGEST:
        return None
    digest = _digest(secret)
    found = session.execute(
        select(
            table.c.id,
            table.c.organization,
            table.c.digest,
            table.c.role,
            table.c.expires_at,
            table.c.revoked_at,
        ).where(table.c.digest == digest)
    ).first()
    if found is None:
        return None
    made, organization, kept, role, expires_at, revoked_at = found
    ended = at >= expires_at or (revoked_at is not None and at >= revoked_at)
    if not hmac.compare_digest(kept, digest) or ended:
        return None
    return Token(
        id=made,
        organization=organization,
        role=role,
        expires_at=expires_at,
        victims=_victims(session, organization, made),
    )


def tokens(session: Session, organization: str) -> tuple[tuple[Token, dt.datetime | None], ...]:
    """Return the organization's tokens, each with the instant of its revocation, oldest first."""
    query = (
        select(table.c.id, table.c.role, table.c.expires_at, table.c.revoked_at)
        .where(table.c.organization == organization)
        .order_by(table.c.made_at, table.c.id)
    )
    return tuple(
        (
            Token(
                id=made,
                organization=organization,
                role=role,
                expires_at=expires_at,
                victims=_victims(session, organization, made),
            ),
            revoked_at,
        )
        for made, role, expires_at, revoked_at in session.execute(query).all()
    )


def revoke(session: Session, organization: str, token_id: str, *, at: dt.datetime) -> bool:
    """End a token now; return whether the organization has it and it was not revoked before."""
    writing(session)
    ended = (
        update(table)
        .where(
            table.c.organization == organization,
            table.c.id == token_id,
            table.c.revoked_at.is_(None),
        )
        .values(revoked_at=at)
        .returning(table.c.id)
    )
    return session.execute(ended).first() is not None


def admit(session: Session, organization: str, token_id: str, case_id: str, victim: str) -> None:
    """Let a token see a victim of a case."""
    row = {"organization": organization, "token": token_id, "case_id": case_id, "victim": victim}
    added(session, token_victims, row)


def exclude(session: Session, organization: str, token_id: str, case_id: str, victim: str) -> None:
    """Let a token see a victim no more."""
    writing(session)
    session.execute(
        delete(token_victims).where(
            token_victims.c.organization == organization,
            token_victims.c.token == token_id,
            token_victims.c.case_id == case_id,
            token_victims.c.victim == victim,
        )
    )


def _victims(session: Session, organization: str, token_id: str) -> frozenset[tuple[str, str]]:
    query = select(token_victims.c.case_id, token_victims.c.victim).where(
        token_victims.c.organization == organization, token_victims.c.token == token_id
    )
    return frozenset((case_id, victim) for case_id, victim in session.execute(query))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
