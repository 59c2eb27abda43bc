"""From a request to its use-case and back: who asks, in one transaction, each write once for its key."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, TypeVar

from flask import Response, request

from api import auth, clock
from api.errors import QueryError
from api.session import kept, transaction
from api.v1.accepting import accepted
from api.v1.cases.answering import Answer, json_text, response
from api.v1.cases.bodies import digest
from api.v1.cases.headers import REPLAYED, idempotency_key
from api.v1.query import parts
from remedies import store
from remedies.casework import JSON, cases
from remedies.casework.desk import Desk
from remedies.casework.entering import read_ahead
from remedies.errors import ForbiddenError, LedgerError, NotFoundError
from remedies.wire.entries_fields import REFERENCE

View = Callable[..., Response]
Found = TypeVar("Found")
_CASE: Final = re.compile(r"[0-9a-f]{32}")
_ANY_CASE: Final = "0" * 32
_LONGEST: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as an operation sees it: where it is worked on, its query, and the form of its answer."""

    desk: Desk
    query: Mapping[str, str]
    form: str = JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a write hands in: its bytes, and beside a file its media type and the form's fields."""

    content: bytes = b""
    media_type: str = JSON
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation: its address and method, its view, and what the OpenAPI document says of it."""

    rule: str
    method: str = "GET"
    view: View
    says: Mapping[str, Any]


def reads(work: Callable[..., Answer], *known: str, forms: tuple[str, ...] = (JSON,)) -> View:
    """Return the view of an operation that reads; ``known``: the parts of the query that it takes."""

    def view(**path: str) -> Response:
        at_desk = desk_at()
        query, form = _query(known, path), accepted(*forms)

        def found(session: store.Session) -> Answer:
            return work(Asked(desk=at_desk(session), query=query, form=form), **path)

        return response(answered(found, at_desk, path))

    return view


def writes(work: Callable[..., Answer], take: Callable[[], Taken], *known: str) -> View:
    """Return the view of an operation that writes what ``take`` takes, once for each idempotency key."""

    def view(**path: str) -> Response:
        at_desk = desk_at()
        transaction(partial(_ready, at_desk, path))
        accepted(JSON)
        query, key, taken = _query(known, path), idempotency_key(), take()

        def made(session: store.Session) -> Answer:
            asked = Asked(desk=at_desk(session), query=query)
            case_id = path.get("case")
            return _once(asked, key, taken, lambda: work(asked, taken, **path), case_id)

        return response(answered(made, at_desk, path))

    return view


def _ready(
    at_desk: Callable[[store.Session], Desk], path: Mapping[str, str], session: store.Session
) -> None:
    """Know who asks, that they see the case, and its book, before a body is read and others wait."""
    desk, case_id = at_desk(session), path.get("case", "")
    if _CASE.fullmatch(case_id):
        cases.case(desk, case_id)
        read_ahead(desk, case_id)


def _query(known: tuple[str, ...], path: Mapping[str, str]) -> dict[str, str]:
    """Return the query, once it and the address are such as a database can be asked for.

    Raises:
        NotFoundError: the address names a case in a way that no case is named.
        QueryError: a part is not known, is given twice, or holds what cannot be printed.

    """
    if not _CASE.fullmatch(path.get("case", _ANY_CASE)):
        message = "the organization has no case of that number that this token may see"
        raise NotFoundError(message)
    query = parts(*known)
    for name, text in query.items():
        if len(text) > _LONGEST or not text.isprintable():
            says = f"must be printable text of at most {_LONGEST:,} characters"
            raise QueryError(name, says, code="unprintable")
    return query


def desk_at() -> Callable[[store.Session], Desk]:
    """Return what makes the desk of whoever sent the request, at this instant, with any session."""
    secret, at = auth.bearer(), clock.now()

    def desk(session: store.Session) -> Desk:
        return Desk(
            session=session, caller=auth.caller(session, secret, at), at=at, keys=kept().keys()
        )

    return desk


def answered(
    work: Callable[[store.Session], Found],
    at_desk: Callable[[store.Session], Desk],
    path: Mapping[str, str],
) -> Found:
    """Return what ``work`` answers; that the role or the book refused it is noted in the audit trail."""
    try:
        return transaction(work)
    except (ForbiddenError, LedgerError) as error:
        outcome = error.code
        transaction(lambda session: _refused(at_desk(session), path, outcome))
        raise


def _refused(desk: Desk, path: Mapping[str, str], outcome: str) -> None:
    name = path.get("name", "")
    action = str(request.endpoint).rpartition(".")[2].replace("_", " ")
    subject = name if REFERENCE.fullmatch(name) else ""
    desk.audit(action, path.get("case", ""), subject, outcome=outcome)


def _once(
    asked: Asked, key: str, taken: Taken, work: Callable[[], Answer], case_id: str | None
) -> Answer:
    """Return what ``work`` answers, or what it answered when it was done before under this key."""
    desk = asked.desk
    sent = digest(
        desk.caller.actor.encode(), taken.content, taken.media_type.encode(), **taken.fields
    )
    before = store.remember(desk.session, desk.organization, key, sent, at=desk.at)
    if before is not None:
        found = json.loads(before.body)
        headers = {**found["headers"], REPLAYED: "true"}
        return Answer(
            document=found["document"], status=before.status, etag=found["etag"], headers=headers
        )
    answer = work()
    body = json_text(
        {"document": answer.document, "etag": answer.etag, "headers": dict(answer.headers)}
    )
    kept_as = store.Answer(status=answer.status, body=body)
    store.answered(desk.session, desk.organization, key, kept_as, case_id=case_id)
    return answer
