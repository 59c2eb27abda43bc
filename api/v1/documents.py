"""Documents: guides in several languages and forms, general ones and one person's; nothing is stored."""

import json
from typing import Any, Final

from flask import Response, abort, request
from flask_smorest import Blueprint  # type: ignore[import-untyped]

from api.errors import QueryError
from api.printing import PRINTING
from api.v1.accepting import accepted
from api.v1.cases.bodies import content
from api.v1.documents_operations import LIST, MAKE
from api.v1.query import needed_day, parts
from remedies import law
from remedies.casework import JSON
from remedies.casework.guides import FORMS, Wanted, digest, kept, printed
from remedies.documents.guides import Needs, Size
from remedies.documents.guides.catalog import CATALOG, in_a_list, known_places
from remedies.documents.texts import languages, text
from remedies.wire import read_json
from remedies.wire.guide_wanted import GuideWanted, read_guide_wanted

blueprint = Blueprint(
    "documents", __name__, url_prefix="/v1", description="Guides to print, read aloud or edit."
)

AS_OF, LANG = "as_of", "lang"
MAX_AGE: Final = 300


def listed() -> Response:
    """List the documents."""
    parts()
    found = {"documents": [_told(name) for name in CATALOG]}
    said = json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"
    response = Response(said, mimetype=JSON)
    response.add_etag()
    response.cache_control.public = True
    response.cache_control.max_age = MAX_AGE
    response.make_conditional(request)
    return response


def _told(name: str) -> dict[str, Any]:
    kind = CATALOG[name]
    titles = {code: text(name, code) for code in kind.languages}
    return {
        "kind": name,
        "title": {code: in_a_list(found.title, code) for code, found in titles.items()},
        "summary": {code: in_a_list(found.summary, code) for code, found in titles.items()},
        "reader": kind.reader,
        "stage": kind.stage,
        "needs": kind.needs,
        "languages": list(kind.languages),
        "forms": list(FORMS),
        "places": list(known_places(law.encoded())) if kind.needs is Needs.PLACE else [],
    }


def make(kind: str) -> Response:
    """Make a document."""
    query = parts(AS_OF, LANG)
    if kind not in CATALOG:
        abort(404)
    form = accepted(*FORMS)
    code = query.get(LANG, languages()[0])
    if code not in CATALOG[kind].languages:
        known = ", ".join(CATALOG[kind].languages)
        raise QueryError(LANG, f"must be one of {known}", code="not_one_of")
    as_of = needed_day(query, AS_OF)
    asked = read_guide_wanted(read_json(content()), as_of) if request.content_length else None
    asked = asked or GuideWanted()
    return response_for(
        Wanted(
            kind=kind,
            language=code,
            as_of=as_of,
            form=form,
            size=Size.LARGE if asked.large else Size.ORDINARY,
            place=asked.place,
            question=asked.question,
        )
    )


def response_for(wanted: Wanted) -> Response:
    """Return a document as a file whose name says nothing of a person.

    Raises:
        InvalidEntryError: what it needs is missing, or is not known.
        LawNotEncodedError: law that it states is not encoded for its day.

    """
    found = kept(wanted)
    if found is None:
        with PRINTING:
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
    "/documents/<string:kind>", view_func=blueprint.doc(**MAKE)(make), methods=["POST"]
)
