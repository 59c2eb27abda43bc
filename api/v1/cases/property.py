"""Forfeited property: the papers that ask for it, where its money went, and who acts next."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Final

from flask import Response

from api import auth, clock
from api.errors import QueryError
from api.session import transaction
from api.v1.cases import printed
from api.v1.cases.answering import Answer, digested
from api.v1.cases.papers import taken_claim
from api.v1.cases.records import AS_OF, KNOWN, past
from api.v1.cases.serving import Asked, Taken, View, reads
from api.v1.query import needed_day
from remedies.casework.cases import next_steps, remission, restoration, traced
from remedies.casework.exhibits import JSON, PDF
from remedies.errors import InvalidEntryError, Problem
from remedies.wire import read_json
from remedies.wire.petitions import read_petitions
from remedies.wire.property import remission_document, restoration_document
from remedies.wire.property_trace import next_document, trace_document

FORMS: Final = (JSON, PDF, printed.HTML)
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
        return digested(restoration_document(read.found, case=read.case, known=read.known))
    make = printed.restoration_pdf if asked.form == PDF else printed.restoration_page
    return printed.file(asked.form, "restoration", partial(make, read))


def divided(asked: Asked, case: str, name: str, taken: Taken) -> Answer:
    """Return the worksheet of the petitions that were sent, as JSON, as PDF or as a page; keep nothing."""
    as_of, known = _when(asked)
    petitions = read_petitions(read_json(taken.content, whole_numbers=True))
    if asked.form == PDF and len(petitions.items) > MOST_PRINTED:
        raise InvalidEntryError([Problem("petitioners", "too_many", _TOO_LONG)])
    read = remission(asked.desk, case, name, as_of=as_of, known=known, petitions=petitions)
    if asked.form == JSON:
        return digested(remission_document(read.found, case=read.case, known=read.known))
    make = printed.remission_pdf if asked.form == PDF else printed.remission_page
    return printed.file(asked.form, "remission", partial(make, read))


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
    return digested(trace_document(read.found, case=read.case, as_of=as_of, known=read.known))


def waiting(asked: Asked, case: str) -> Answer:
    """Return what must be done next about each asset."""
    as_of, known = _when(asked)
    read = next_steps(asked.desk, case, as_of=as_of, known=known)
    return digested(next_document(read.found, case=read.case, as_of=as_of, known=read.known))


def computes(work: Callable[..., Answer], *known: str, forms: tuple[str, ...] = (JSON,)) -> View:
    """Return the view of an operation that computes from a body, which it keeps nowhere."""

    def view(**path: str) -> Response:
        secret, at = auth.bearer(), clock.now()
        transaction(lambda session: auth.caller(session, secret, at))  # before a body is read
        return reads(partial(work, taken=taken_claim()), *known, forms=forms)(**path)

    return view


def _when(asked: Asked) -> tuple[dt.date, int | None]:
    return needed_day(asked.query, AS_OF), past(asked.query)[1]


def _said(asked: Asked) -> dict[str, bool]:
    said: dict[str, bool] = {}
    for name, held in ((STATES, True), (DENIES, False)):
        for key in filter(None, asked.query.get(name, "").split(",")):
            if key in said:
                raise QueryError(name, "has a statement that is given twice", code="duplicate_key")
            said[key] = held
    return said
