"""The page of the intake workbook: blank ones to take, filled ones to hand in; nothing is kept.

The claim of a workbook travels in the page itself, in a hidden field, as it does in the calculator.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from flask import Blueprint, Response, current_app, render_template, request
from werkzeug.exceptions import NotFound, RequestEntityTooLarge

from api.v1.files import take_one
from api.v1.intake import workbook
from api.web.calculator import result_page
from remedies.casework import JSON
from remedies.errors import FactsError, Problem, UnreadableError
from remedies.intake.workbook import LANGUAGES, blank, claim_json, filled, read_intake
from remedies.wire import read_json

blueprint = Blueprint("intake_pages", __name__, url_prefix="/intake")
take_one(blueprint, "an intake workbook")

Page = str | tuple[str, int]
_FACTS: Final = (
    ("work", "Periods of work"),
    ("gains", "Gains of the defendant"),
    ("losses", "Losses of the victim"),
)
_NO_FILE: Final = Problem("", "required", "choose a file first")


@blueprint.get("")
def start() -> str:
    """Show where the workbook is taken and handed in."""
    return _start()


@blueprint.get("/new/<language>")
def new(language: str) -> Response:
    """Return the workbook to fill in."""
    if language not in LANGUAGES:
        raise NotFound
    return workbook(blank(language), language)


@blueprint.post("")
def hand_in() -> Page:
    """Show what a workbook gives: a claim, or the cells to mend."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return _start((_NO_FILE,)), 422
    try:
        intake = read_intake(file.stream.read())
    except UnreadableError as error:
        return _start(error.problems), 422
    if intake.problems:
        return render_template("intake_mend.html", intake=intake), 422
    return render_template(
        "intake_read.html",
        reference=intake.document["reference"],
        counts=list(_counts(intake.document)),
        claim=claim_json(intake),
    )


@blueprint.post("/result")
def result() -> Response:
    """Compute the claim in the page."""
    return result_page(_sent())


@blueprint.post("/claim.json")
def download() -> Response:
    """Return the claim in the page as a file."""
    response = Response(_sent(), mimetype=JSON)
    response.headers["Content-Disposition"] = 'attachment; filename="claim.json"'
    return response


@blueprint.post("/continue")
def resume() -> Response | Page:
    """Return a workbook with the facts of a claim file in it."""
    file, language = request.files.get("claim"), request.form.get("language", "")
    if file is None or not file.filename or language not in LANGUAGES:
        return _start(claim_problems=(_NO_FILE,)), 422
    content = file.stream.read()
    if len(content) > current_app.config["MAX_CONTENT_LENGTH"]:
        raise RequestEntityTooLarge
    try:
        return workbook(filled(read_json(content), language), language)
    except (FactsError, UnreadableError) as error:
        return _start(claim_problems=error.problems), 422


def _start(problems: Sequence[Problem] = (), claim_problems: Sequence[Problem] = ()) -> str:
    return render_template(
        "intake_start.html",
        languages=LANGUAGES.values(),
        problems=problems,
        claim_problems=claim_problems,
    )


def _sent() -> bytes:
    return request.form.get("claim", "").encode("utf-8", "surrogatepass")


def _counts(claim: Mapping[str, Any]) -> list[tuple[str, int]]:
    return [(label, len(claim.get(name, ()))) for name, label in _FACTS]
