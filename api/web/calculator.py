"""The calculator: a form or a claim in, the result as a page, the exhibits as files; nothing is kept.

The claim travels in the page itself, in a hidden field: the buttons send it again, so that nothing of
it is stored here and nothing of it stands in an address.
"""

import json
from typing import Final

from flask import Blueprint, Response, current_app, render_template, request
from werkzeug.exceptions import BadRequest, NotFound, RequestEntityTooLarge

from api import clock
from api.v1.calculations import rendered
from api.web.form import BLANK, Filled, claim, entered_from, mark
from api.web.questions import GROUPS
from api.web.view import MOST, ResultView
from remedies import casework
from remedies.casework import EXHIBITS, JSON, Exhibit
from remedies.documents.guides.catalog import PAPERS, titled
from remedies.errors import FactsError, LawNotEncodedError, Problem, UnreadableError
from remedies.wire import read_json

blueprint = Blueprint("calculator", __name__, url_prefix="/calculator")

_EXHIBITS: Final = {exhibit.name: exhibit for exhibit in EXHIBITS}
_BAD: Final = (FactsError, UnreadableError, LawNotEncodedError)


@blueprint.before_request
def _take_forms() -> None:
    """Let a form hold a whole claim, and no more."""
    request.max_content_length = current_app.config["MAX_FORM_BYTES"]


@blueprint.get("")
def blank() -> str:
    """Show the empty form."""
    return _form(Filled(BLANK | {"as_of": [clock.today().isoformat()]}))


@blueprint.post("")
def calculate() -> Response | tuple[str, int]:
    """Compute what the form describes; with problems, show the form again as it was filled in."""
    entered = dict(request.form.lists())
    content = json.dumps(claim(entered)).encode()
    try:
        return result_page(content)
    except _BAD as error:
        return _form(Filled(entered, mark(_problems(error), entered))), 422


@blueprint.post("/claim")
def upload() -> Response | tuple[str, int]:
    """Compute a claim that was handed in as a file."""
    handed = request.files.get("claim")
    if handed is None or not handed.filename:
        missing = Problem("", "required", "choose a file first")
        return _upload_again((missing,)), 422
    content = handed.stream.read()
    if len(content) > current_app.config["MAX_CONTENT_LENGTH"]:
        raise RequestEntityTooLarge
    try:
        return result_page(content)
    except _BAD as error:
        return _upload_again(_problems(error)), 422


@blueprint.post("/change")
def change() -> str:
    """Show the form again, filled in from the claim in the page."""
    document = read_json(_sent())
    entered = entered_from(document) if isinstance(document, dict) else None
    if entered is None:
        raise BadRequest
    return _form(Filled(entered))


@blueprint.post("/exhibits/<name>")
def exhibit(name: str) -> Response:
    """Return an exhibit of the claim in the page as a file."""
    found = _EXHIBITS.get(name)
    if found is None:
        raise NotFound
    response = rendered(found, _sent())
    response.headers["Content-Disposition"] = f'attachment; filename="{found.name}"'
    return response


def _sent() -> bytes:
    return request.form.get("claim", "").encode("utf-8", "surrogatepass")


def result_page(content: bytes) -> Response:
    """Return the page of a claim's result."""
    assessment = casework.assessed(content)
    document = read_json(content)
    can_change = isinstance(document, dict) and entered_from(document) is not None
    page = render_template(
        "result.html",
        view=ResultView(assessment),
        most=MOST,
        claim=content.decode(),
        can_change=can_change,
        exhibits=sorted(casework.exhibits(assessment), key=_for_programs),
        papers=[(kind.name, titled(kind, "en")[0]) for kind in PAPERS if "claim" in kind.parts],
    )
    return Response(page, mimetype="text/html")


def _for_programs(entry: Exhibit) -> bool:
    return entry.media_type == JSON


def _form(filled: Filled) -> str:
    return render_template("calculator.html", groups=GROUPS, filled=filled, upload_problems=())


def _upload_again(problems: tuple[Problem, ...]) -> str:
    filled = Filled(BLANK | {"as_of": [clock.today().isoformat()]})
    return render_template(
        "calculator.html", groups=GROUPS, filled=filled, upload_problems=problems
    )


def _problems(error: FactsError | UnreadableError | LawNotEncodedError) -> tuple[Problem, ...]:
    if isinstance(error, LawNotEncodedError):
        return (Problem("", error.code, str(error)),)
    return error.problems
