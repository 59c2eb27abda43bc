"""The page of the guides: choose one, read it here, or take it as a file; nothing is kept."""

from itertools import groupby
from typing import Final

from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest, NotFound

from api import clock
from api.v1.documents import response_for
from api.web.guide_view import body_of
from api.web.places import guided_places
from api.web.speaking import chosen, spoken_page
from remedies.casework import PDF
from remedies.casework.guides import FORMS, Wanted, guide_of
from remedies.documents.guides import Kind, Needs, Size
from remedies.documents.guides.catalog import CATALOG, in_a_list
from remedies.documents.texts import Text, text
from remedies.errors import InvalidEntryError

_READERS: Final = tuple(dict.fromkeys(kind.reader for kind in CATALOG.values()))
_USUAL: Final = FORMS[PDF]

blueprint = Blueprint("document_pages", __name__, url_prefix="/documents")


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
        guide = guide_of(wanted)
    except InvalidEntryError:
        return _start(missing=wanted.kind), 422
    return spoken_page(
        "document.html", chosen(), body=body_of(guide), wanted=wanted, language=wanted.language
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
    code = chosen()
    shown = sorted(CATALOG.values(), key=lambda kind: _READERS.index(kind.reader))
    groups = [
        (reader, [(kind, _text(kind, code)) for kind in kinds])
        for reader, kinds in groupby(shown, key=lambda kind: kind.reader)
    ]
    return spoken_page(
        "documents.html",
        code,
        groups=groups,
        places=guided_places(),
        needs=Needs,
        missing=missing,
        in_a_list=in_a_list,
    )


def _text(kind: Kind, code: str) -> Text:
    """Return a kind's text in the visitor's language, or in English where there is none."""
    return text(kind.name, _language(kind, code))


def _language(kind: Kind, code: str) -> str:
    return code if code in kind.languages else kind.languages[0]


def _wanted() -> Wanted:
    """Return what the form asks for.

    Raises:
        NotFound: there is no such guide, or it is made of answers and asked for elsewhere.
        BadRequest: it names a form that there is not.

    """
    kind = CATALOG.get(request.form.get("kind", ""))
    if kind is None or kind.needs is Needs.ANSWERS:
        raise NotFound
    forms = {ending: form for form, ending in FORMS.items()}
    form = forms.get(request.form.get("format", _USUAL))
    if form is None:
        raise BadRequest
    return Wanted(
        kind=kind.name,
        language=_language(kind, chosen()),
        as_of=clock.today(),
        form=form,
        size=Size.LARGE if request.form.get("size") == Size.LARGE else Size.ORDINARY,
        place=request.form.get("place", ""),
    )
