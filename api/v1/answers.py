"""Answers to opposing schedules: a claim and their table in, every difference out; nothing is stored."""

from enum import StrEnum
from typing import Final, TypeVar

from flask import Response, current_app, request
from flask_smorest import Blueprint  # type: ignore[import-untyped]
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from api.printing import PRINTING
from api.v1.accepting import accepted
from api.v1.answer_operation import ANSWER
from api.v1.files import FORM
from api.v1.query import parts
from remedies import casework
from remedies.calculators.answer import Answer, answer
from remedies.calculators.assessment import Assessment
from remedies.casework import JSON, PDF, XLSX
from remedies.casework.wanted import DOCX
from remedies.documents.answer_view import AnswerView
from remedies.errors import Problem
from remedies.intake.confirming import Said, looked_at, proposal_json
from remedies.intake.limits import MAX_BYTES as MAX_TABLE
from remedies.intake.refusals import TableError
from remedies.intake.values import DateOrder, NumberForm
from remedies.wire.answer import answer_json

blueprint = Blueprint(
    "answers", __name__, url_prefix="/v1", description="The other side's schedule, answered."
)

MOST_PRINTED: Final = 530
"""How many rows an answer printed over HTTP may have: ten years; equal workweeks on end share one."""

FILES: Final = ("claim", "schedule")
CHOICES: Final = ("columns", "dates", "numbers", "sheet", "header_row")
_FORMS: Final = (JSON, PDF, XLSX, DOCX)
Choice = TypeVar("Choice", bound=StrEnum)


@blueprint.before_request  # type: ignore[untyped-decorator]  # flask-smorest ships no types
def _take_tables() -> None:
    """Let a request hold a claim and a table, and no more."""
    take_tables()


def take_tables() -> None:
    """Let the request at hand hold a claim, a table and what a form says of them."""
    most = current_app.config["MAX_FORM_BYTES"] + MAX_TABLE * 4 // 3  # a page carries it as base64
    request.max_content_length = most
    request.max_form_memory_size = most


def answered() -> Response:
    """Answer a schedule."""
    parts()
    if request.mimetype != FORM:
        raise UnsupportedMediaType
    form = accepted(*_FORMS)
    content, table = _handed_in()
    assessment = casework.assessed(content)
    looked = looked_at(table, said(request.form.to_dict()))
    if looked.read is None:
        return Response(proposal_json(looked), mimetype=JSON)
    return made(assessment, answer(assessment, looked.read.schedule), form)


blueprint.add_url_rule("/answers", view_func=blueprint.doc(**ANSWER)(answered), methods=["POST"])


def made(assessment: Assessment, found: Answer, form: str) -> Response:
    """Return an answer as JSON, PDF or workbook, or the response to objections as a Word file.

    Raises:
        TableError: it lists more workweeks than are printed here.

    """
    if form == JSON:
        return _response(answer_json(assessment, found), JSON, "")
    view = AnswerView(assessment, found)
    if form == XLSX:
        from remedies.documents.answer_workbook import answer_workbook  # noqa: PLC0415

        return _response(answer_workbook(view), XLSX, "answer.xlsx")
    listed = len(view.spans) + len(found.only_ours) + len(found.only_theirs)
    if listed > MOST_PRINTED:
        why = (
            f"needs {listed:,} rows; an answer printed here has at most {MOST_PRINTED:,}. "
            "Take the workbook, or print it with the command line: remedies answer"
        )
        raise TableError([Problem("schedule", "too_many_workweeks", why)])
    from remedies.documents.answer import answer_pdf, response_word  # noqa: PLC0415

    if form == DOCX:
        return _response(response_word(view), DOCX, "response-to-objections.docx")
    with PRINTING:
        return _response(answer_pdf(view), PDF, "answer.pdf")


def said(form: dict[str, str]) -> Said:
    """Return what a form says of a table; a part that is not known is refused.

    Raises:
        TableError: a part is not known, or is none of the words that it takes.

    """
    for name in form:
        if name not in CHOICES:
            why = f"is not known; what is: {', '.join(CHOICES)}"
            raise TableError([Problem(name[:40], "unknown_parameter", why)])
    filled = {name: value.strip() for name, value in form.items() if value.strip()}
    return Said(
        columns=filled.get("columns"),
        dates=_one_of("dates", DateOrder, filled),
        numbers=_one_of("numbers", NumberForm, filled),
        sheet=filled.get("sheet"),
        header_row=_row(filled.get("header_row")),
    )


def _one_of(name: str, choices: type[Choice], form: dict[str, str]) -> Choice | None:
    if name not in form:
        return None
    known = [choice.value for choice in choices]
    if form[name] not in known:
        raise TableError([Problem(name, "not_one_of", f"must be one of {', '.join(known)}")])
    return choices(form[name])


def _row(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len("20000")):
        raise TableError([Problem("header_row", "out_of_range", "must be the number of a row")])
    return int(text)


def _handed_in() -> tuple[bytes, bytes]:
    """Return the claim and the table of the request, each within its own limit."""
    found = []
    for name in FILES:
        file = request.files.get(name)
        if file is None:
            raise TableError([Problem(name, "required", "is missing; hand it in as a file")])
        found.append(file.stream.read())
    if len(found[0]) > current_app.config["MAX_CONTENT_LENGTH"]:
        raise RequestEntityTooLarge
    return found[0], found[1]


def _response(content: str | bytes, media_type: str, name: str) -> Response:
    response = Response(content, mimetype=media_type)
    response.headers["Vary"] = "Accept"
    if name:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
