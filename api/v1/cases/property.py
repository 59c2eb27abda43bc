"""Forfeited property: the papers that ask for it, where its money went, and who acts next."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Final

from flask import Response

from api import auth, clock
from api.errors import QueryError
from api.printing import PRINTING
from api.session import transaction
from api.v1.cases.answering import Answer, json_text
from api.v1.cases.papers import taken_claim
from api.v1.cases.records import AS_OF, KNOWN, past
from api.v1.cases.serving import Asked, Taken, View, reads
from api.v1.query import day
from remedies.casework.cases import Read, next_steps, remission, restoration, traced
from remedies.casework.exhibits import JSON, PDF
from remedies.errors import InvalidEntryError, Problem
from remedies.ledger.asset_requests import Remission
from remedies.ledger.restoration import RestorationRequest
from remedies.store import paper_digest
from remedies.wire import read_json
from remedies.wire.petitions import read_petitions
from remedies.wire.property import remission_document, restoration_document
from remedies.wire.property_trace import next_document, trace_document

HTML: Final = "text/html"
FORMS: Final = (JSON, PDF, HTML)
STATES, DENIES = "states", "denies"
ASSET, OBLIGEE, DISBURSEMENT = "asset", "obligee", "disbursement"
REQUESTED: Final = (AS_OF, KNOWN, STATES, DENIES)
DIVIDED: Final = (AS_OF, KNOWN)
TRACED: Final = (AS_OF, KNOWN, ASSET, OBLIGEE, DISBURSEMENT)

MOST_PRINTED: Final = 300
"""The most losses that are printed while somebody waits: about ten seconds."""

_TOO_LONG: Final = (
    f"more than {MOST_PRINTED} losses are not printed over HTTP: ask for application/json or text/html, or "
    "print with `remedies case remission`"
)


def asked_for(asked: Asked, case: str, name: str) -> Answer:
    """Return the request for an asset's proceeds as JSON, as PDF or as a page."""
    as_of, known = _when(asked)
    read = restoration(asked.desk, case, name, as_of=as_of, known=known, said=_said(asked))
    if asked.form == JSON:
        return _json(restoration_document(read.found, case=read.case, known=read.known))
    make = _request_pdf if asked.form == PDF else _request_page
    return _printed(asked, "restoration", partial(make, read))


def divided(asked: Asked, case: str, name: str, taken: Taken) -> Answer:
    """Return the worksheet of the petitions that were sent, as JSON, as PDF or as a page; keep nothing."""
    as_of, known = _when(asked)
    petitions = read_petitions(read_json(taken.content, whole_numbers=True))
    if asked.form == PDF and len(petitions.items) > MOST_PRINTED:
        raise InvalidEntryError([Problem("petitioners", "too_many", _TOO_LONG)])
    read = remission(asked.desk, case, name, as_of=as_of, known=known, petitions=petitions)
    if asked.form == JSON:
        return _json(remission_document(read.found, case=read.case, known=read.known))
    make = _worksheet_pdf if asked.form == PDF else _worksheet_page
    return _printed(asked, "remission", partial(make, read))


def followed(asked: Asked, case: str) -> Answer:
    """Return where money came from and went."""
    as_of, known = _when(asked)
    query = asked.query
    read = traced(
        asked.desk,
        case,
        as_of=as_of,
        known=known,
        asset=query.get(ASSET, ""),
        obligee=query.get(OBLIGEE, ""),
        disbursement=query.get(DISBURSEMENT, ""),
    )
    return _json(trace_document(read.found, case=read.case, as_of=as_of, known=read.known))


def waiting(asked: Asked, case: str) -> Answer:
    """Return what must be done next about each asset."""
    as_of, known = _when(asked)
    read = next_steps(asked.desk, case, as_of=as_of, known=known)
    return _json(next_document(read.found, case=read.case, as_of=as_of, known=read.known))


def computes(work: Callable[..., Answer], *known: str, forms: tuple[str, ...] = (JSON,)) -> View:
    """Return the view of an operation that computes from a body, which it keeps nowhere."""

    def view(**path: str) -> Response:
        secret, at = auth.bearer(), clock.now()
        transaction(lambda session: auth.caller(session, secret, at))  # before a body is read
        return reads(partial(work, taken=taken_claim()), *known, forms=forms)(**path)

    return view


def _when(asked: Asked) -> tuple[dt.date, int | None]:
    as_of = day(asked.query, AS_OF)
    if as_of is None:
        raise QueryError(AS_OF, "must be given: a date such as 2026-11-22", code="required")
    return as_of, past(asked.query)[1]


def _said(asked: Asked) -> dict[str, bool]:
    said: dict[str, bool] = {}
    for name, held in ((STATES, True), (DENIES, False)):
        for key in filter(None, asked.query.get(name, "").split(",")):
            if key in said:
                raise QueryError(name, "has a statement that is given twice", code="duplicate_key")
            said[key] = held
    return said


def _json(document: object) -> Answer:
    text = json_text(document).encode()
    return Answer(file=lambda: text, etag=f'"{paper_digest(text)}"')


def _printed(asked: Asked, name: str, make: Callable[[], bytes]) -> Answer:
    ending = "pdf" if asked.form == PDF else "html"
    return Answer(file=make, media_type=asked.form, name=f"{name}.{ending}")


# What prints is imported when something is printed: it takes longer than most requests.


def _request_pdf(read: Read[RestorationRequest]) -> bytes:
    from remedies.documents.restoration import restoration_pdf  # noqa: PLC0415

    with PRINTING:
        return restoration_pdf(read.found, read.case)


def _request_page(read: Read[RestorationRequest]) -> bytes:
    from remedies.documents.restoration import restoration_page  # noqa: PLC0415

    return restoration_page(read.found, read.case).encode()


def _worksheet_pdf(read: Read[Remission]) -> bytes:
    from remedies.documents.remission import remission_pdf  # noqa: PLC0415

    with PRINTING:
        return remission_pdf(read.found.worksheet, read.case, read.found.asset, read.found)


def _worksheet_page(read: Read[Remission]) -> bytes:
    from remedies.documents.remission import remission_page  # noqa: PLC0415

    return remission_page(read.found.worksheet, read.case, read.found.asset, read.found).encode()
