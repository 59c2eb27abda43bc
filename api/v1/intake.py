"""The intake workbook: blank out, filled in back; nothing of it is stored or logged."""

from typing import Final

from flask import Response, request
from flask_smorest import Blueprint  # type: ignore[import-untyped]
from werkzeug.exceptions import UnsupportedMediaType

from api.errors import problem
from api.problems import document
from api.v1.accepting import accepted
from api.v1.files import FORM, take_one
from api.v1.intake_operation import NEW_INTAKE, READ_INTAKE
from api.v1.query import one_of, parts
from remedies.casework import JSON, XLSX
from remedies.errors import Problem
from remedies.intake.refusals import TableError
from remedies.intake.workbook import LANGUAGES, Intake, blank, claim_json, read_intake
from remedies.wire.reading import safe_name

blueprint = Blueprint(
    "intake", __name__, url_prefix="/v1", description="A workbook of facts in, a claim out."
)

take_one(blueprint, "an intake workbook")

LANGUAGE: Final = "language"
_DEFAULT: Final = "en"


def new() -> Response:
    """Return the workbook to fill in."""
    language = one_of(parts(LANGUAGE), LANGUAGE, LANGUAGES) or _DEFAULT
    return workbook(blank(language), language)


def read() -> Response:
    """Return the claim of a workbook that was filled in, or the cells to mend."""
    parts()
    accepted(JSON)
    if request.mimetype != FORM:
        raise UnsupportedMediaType
    for name in (*request.form, *request.files):
        if name != "file":
            wrong = Problem(safe_name(name), "unknown_parameter", "is not known; what is: file")
            raise TableError([wrong])
    file = request.files.get("file")
    if file is None:
        raise TableError([Problem("file", "required", "is missing; send the workbook as a file")])
    intake = read_intake(file.stream.read())
    return _mend(intake) if intake.problems else Response(claim_json(intake), mimetype=JSON)


def workbook(content: bytes, language: str) -> Response:
    """Return a workbook as a file whose name says nothing of a case."""
    name = "intake.xlsx" if language == _DEFAULT else f"intake-{language}.xlsx"
    response = Response(content, mimetype=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _mend(intake: Intake) -> Response:
    found = intake.problem_document()
    return problem({**document("invalid-claim"), **found})


blueprint.add_url_rule("/intake", view_func=blueprint.doc(**NEW_INTAKE)(new), methods=["GET"])
blueprint.add_url_rule("/intake", view_func=blueprint.doc(**READ_INTAKE)(read), methods=["POST"])
