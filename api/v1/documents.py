"""Documents in several languages and forms: general ones, one person's, a stored case's; nothing is kept."""

import datetime as dt
import json
from contextlib import nullcontext
from dataclasses import replace
from typing import Any, Final

from flask import Response, abort, request
from flask_smorest import Blueprint  # type: ignore[import-untyped]

from api.errors import QueryError
from api.printing import PRINTING
from api.v1.accepting import accepted
from api.v1.cases.bodies import content
from api.v1.cases.serving import answered, desk_at
from api.v1.documents_operations import LIST, MAKE
from api.v1.query import needed_day, parts
from remedies import law, store
from remedies.casework import JSON, PDF
from remedies.casework.material import Material, Stored, material
from remedies.casework.printing import digest, kept, printed
from remedies.casework.wanted import EXAMPLES, HTML, Wanted, forms
from remedies.documents.guides import Needs, Reader, Size
from remedies.documents.guides.catalog import CATALOG, known_places, titled
from remedies.documents.texts import languages
from remedies.errors import FactsError, Problem
from remedies.wire import read_json
from remedies.wire.guide_wanted import GuideWanted, read_guide_wanted

blueprint = Blueprint(
    "documents", __name__, url_prefix="/v1", description="Guides to print, read aloud or edit."
)

AS_OF, LANG = "as_of", "lang"
MAX_AGE: Final = 300
MOST_ENTRIES: Final = 250
"""The most periods, losses and gains of a claim that a paper is printed of over HTTP: some ten seconds."""


def there() -> list[str]:
    """Return the kinds that can be had here: handouts are worked from the project's examples."""
    without = set() if EXAMPLES.is_dir() else {Reader.TRAINER}
    return [name for name, kind in CATALOG.items() if kind.reader not in without]


def listed() -> Response:
    """List the documents."""
    parts()
    found = {"documents": [_told(name) for name in there()]}
    said = json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"
    response = Response(said, mimetype=JSON)
    response.add_etag()
    response.cache_control.public = True
    response.cache_control.max_age = MAX_AGE
    response.make_conditional(request)
    return response


def _demand_short(wanted: Wanted) -> None:
    """Require of a claim that a paper of it is printed while somebody waits.

    Raises:
        FactsError: it has more entries than that.

    """
    claim = wanted.material.claim
    entries = 0 if claim is None else len(claim.work) + len(claim.losses) + len(claim.gains)
    if wanted.form != HTML and entries > MOST_ENTRIES:
        says = (
            f"has more than {MOST_ENTRIES} periods, losses and gains: ask for text/html, or print it with "
            "the command line: remedies document"
        )
        raise FactsError([Problem("claim", "too_many", says)])


def _told(name: str) -> dict[str, Any]:
    kind = CATALOG[name]
    said = {code: titled(kind, code) for code in kind.languages}
    return {
        "kind": name,
        "title": {code: title for code, (title, _) in said.items()},
        "summary": {code: summary for code, (_, summary) in said.items()},
        "reader": kind.reader,
        "stage": kind.stage,
        "needs": kind.needs,
        "takes": list(kind.parts),
        "languages": list(kind.languages),
        "forms": list(forms(kind)),
        "places": list(known_places(law.encoded())) if kind.needs is Needs.PLACE else [],
    }


def make(kind: str) -> Response:
    """Make a document."""
    query = parts(AS_OF, LANG)
    if kind not in there():
        abort(404)
    form = accepted(*forms(CATALOG[kind]))
    code = query.get(LANG, languages()[0])
    if code not in CATALOG[kind].languages:
        known = ", ".join(CATALOG[kind].languages)
        raise QueryError(LANG, f"must be one of {known}", code="not_one_of")
    as_of = needed_day(query, AS_OF)
    asked = GuideWanted()
    if request.content_length or "Transfer-Encoding" in request.headers:
        known_parts = CATALOG[kind].parts
        asked = read_guide_wanted(read_json(content()), known_parts, law.encoded(), as_of)
    return response_for(
        Wanted(
            kind=kind,
            language=code,
            as_of=as_of,
            form=form,
            size=Size.LARGE if asked.large else Size.ORDINARY,
            place=asked.place,
            named=asked.named,
            material=_material(kind, asked, as_of),
        )
    )


def _material(kind: str, asked: GuideWanted, as_of: dt.date) -> Material:
    """Return what a document is made of; a stored case is read for the token that was sent.

    Raises:
        QueryError, RemediesError: as :func:`remedies.casework.material.material` says, or no token was sent.

    """
    if not asked.case:
        return Material(
            question=asked.question,
            claim=asked.claim,
            reference=asked.reference,
            victim=asked.victim,
        )
    stored = Stored(case=asked.case, victim=asked.victim, asset=asked.asset, sealed=asked.sealed)
    at_desk = desk_at()

    def read(session: store.Session) -> Material:
        return material(at_desk(session), kind, stored, as_of)

    found = answered(read, at_desk, {"case": asked.case, "name": kind})
    return replace(found, question=asked.question)


def response_for(wanted: Wanted) -> Response:
    """Return a document as a file whose name says nothing of a person.

    Raises:
        InvalidEntryError: what it needs is missing, or is not known.
        LawNotEncodedError: law that it states is not encoded for its day.

    """
    found = kept(wanted)
    if found is None:
        _demand_short(wanted)
        with PRINTING if wanted.form == PDF else nullcontext():
            found = printed(wanted)
    response = Response(found, mimetype=wanted.form)
    response.headers["Content-Disposition"] = f'attachment; filename="{wanted.name}"'
    response.headers["Content-Language"] = wanted.language
    response.headers["Vary"] = "Accept"
    if not wanted.is_personal:
        response.set_etag(digest(wanted))
    return response


blueprint.add_url_rule("/documents", view_func=blueprint.doc(**LIST)(listed), methods=["GET"])
blueprint.add_url_rule(
    "/documents/<string:kind>",
    "make_document",
    blueprint.doc(**MAKE)(make),
    methods=["POST"],
)
