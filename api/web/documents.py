"""The page of the documents: choose one, read it here, or take it as a file; nothing is kept.

A claim that fills a paper travels in the page itself, in a hidden field.
"""

from itertools import groupby
from typing import Final

from flask import Blueprint, Response, current_app, request
from werkzeug.exceptions import BadRequest, NotFound

from api import clock
from api.v1.documents import response_for, there
from api.web.guide_view import body_of
from api.web.places import guided_places
from api.web.speaking import chosen, spoken_page
from remedies import law
from remedies.casework import PDF
from remedies.casework.material import Material
from remedies.casework.printing import page_of
from remedies.casework.wanted import FORMS, Wanted, forms
from remedies.documents.guides import Kind, Needs, Size
from remedies.documents.guides.catalog import CATALOG, titled
from remedies.documents.guides.places import without_facts
from remedies.documents.texts import language
from remedies.errors import InvalidEntryError
from remedies.facts import Claim
from remedies.wire import read_claim, read_json

_READERS: Final = tuple(dict.fromkeys(kind.reader for kind in CATALOG.values()))
_USUAL: Final = FORMS[PDF]

_ELSEWHERE: Final = frozenset({Needs.ANSWERS, Needs.DAYS, Needs.CASE, Needs.ASSET})
"""What is asked for on another page, or of a stored case."""

blueprint = Blueprint("document_pages", __name__, url_prefix="/documents")


@blueprint.before_request
def _take_forms() -> None:
    """Let a form hold a whole claim, and no more."""
    request.max_content_length = current_app.config["MAX_FORM_BYTES"]
    request.max_form_memory_size = current_app.config["MAX_FORM_BYTES"]


@blueprint.get("")
@blueprint.post("")
def start() -> str:
    """Show the guides to choose from."""
    return _start()


@blueprint.post("/read")
def preview() -> str | tuple[str, int]:
    """Show a guide."""
    wanted = _wanted()
    try:
        page = page_of(wanted)
    except InvalidEntryError:
        return _start(missing=wanted.kind), 422
    return spoken_page(
        "document.html",
        chosen(),
        body=body_of(page),
        wanted=wanted,
        kind=CATALOG[wanted.kind],
        claim=_sent(),
        language=wanted.language,
    )


@blueprint.post("/file")
def file() -> Response | tuple[str, int]:
    """Return a guide as a file."""
    wanted = _wanted()
    try:
        return response_for(wanted)
    except InvalidEntryError:
        return _start(missing=wanted.kind), 422


def _start(missing: str = "") -> str:
    code, place = chosen(), request.form.get("place", "")
    found = (CATALOG[name] for name in there())
    shown = sorted(found, key=lambda kind: _READERS.index(kind.reader))
    groups = [
        (reader, [(kind, _language(kind, code)) for kind in kinds])
        for reader, kinds in groupby(shown, key=lambda kind: kind.reader)
    ]
    return spoken_page(
        "documents.html",
        code,
        groups=groups,
        places=guided_places(code),
        needs=Needs,
        missing=missing,
        place=place,
        without_facts=without_facts(place, law.encoded(), language(code)) if missing else "",
        titled=titled,
    )


def _language(kind: Kind, code: str) -> str:
    return code if code in kind.languages else kind.languages[0]


def _sent() -> str:
    """Return the claim in the page, as it was handed in; nothing where there is none."""
    return request.form.get("claim", "")


def _claim(kind: Kind) -> Claim | None:
    """Return the claim in the page, for a kind that takes one.

    Raises:
        FactsError, UnreadableError: it cannot be used.

    """
    sent = _sent()
    if not sent or "claim" not in kind.parts:
        return None
    return read_claim(read_json(sent.encode("utf-8", "surrogatepass")), law.encoded())


def _wanted() -> Wanted:
    """Return what the form asks for.

    Raises:
        NotFound: there is no such document, or it is asked for elsewhere.
        BadRequest: it names a form that there is not.

    """
    kind = CATALOG.get(request.form.get("kind", ""))
    if kind is None or kind.name not in there() or kind.needs in _ELSEWHERE:
        raise NotFound
    endings = {FORMS[form]: form for form in forms(kind)}
    form = endings.get(request.form.get("format", _USUAL))
    if form is None:
        raise BadRequest
    large = kind.has_large_print and request.form.get("size") == Size.LARGE
    return Wanted(
        kind=kind.name,
        language=_language(kind, chosen()),
        as_of=clock.today(),
        form=form,
        size=Size.LARGE if large else Size.ORDINARY,
        place=request.form.get("place", ""),
        material=Material(claim=_claim(kind)),
    )
