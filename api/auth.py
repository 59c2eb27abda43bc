"""Who asks: the bearer token of a request (RFC 6750), and nothing else, says whose cases it may reach."""

import datetime as dt
import re
from collections import defaultdict
from typing import Final

from flask import request

from api.errors import ProblemError
from remedies import store
from remedies.casework.callers import Caller, Role

REALM: Final = 'Bearer realm="remedies"'
_SECRET: Final = re.compile(r"[A-Za-z0-9._~+/-]{1,200}=*")


def bearer() -> str:
    """Return the secret that a request carries.

    Raises:
        ProblemError: it carries none, or one of another scheme.

    """
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    secret = secret.strip()
    if not scheme:
        raise unauthorized()
    if scheme.lower() != "bearer" or not _SECRET.fullmatch(secret):
        raise unauthorized(bad=True)
    return secret


def caller(session: store.Session, secret: str, at: dt.datetime) -> Caller:
    """Return who holds a secret at an instant.

    Raises:
        ProblemError: nobody does: it is unknown, expired or revoked, and nobody is told which.

    """
    found = store.token(session, secret, at=at)
    if found is None:
        raise unauthorized(bad=True)
    victims: defaultdict[str, set[str]] = defaultdict(set)
    for case, victim in found.victims:
        victims[case].add(victim)
    return Caller(
        organization=found.organization,
        role=Role(found.role),
        actor=found.id,
        victims={case: frozenset(own) for case, own in victims.items()},
    )


def unauthorized(*, bad: bool = False) -> ProblemError:
    """Return the problem of a request without a token, or with a bad one (RFC 6750 § 3)."""
    challenge = f'{REALM}, error="invalid_token"' if bad else REALM
    detail = "send the header Authorization: Bearer and a token"
    return ProblemError(
        kind="unauthorized", detail=detail, headers=(("WWW-Authenticate", challenge),)
    )
