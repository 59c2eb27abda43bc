"""Calculations: a claim in, its figure out; nothing is stored and nothing of the claim is logged."""

import datetime as dt
from typing import Final

from flask import Response, current_app, request
from flask_smorest import Blueprint  # type: ignore[import-untyped]
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from api.errors import QueryError
from api.printing import PRINTING
from api.v1.accepting import accepted
from api.v1.operations import CALCULATE
from api.v1.query import day, parts
from remedies import casework
from remedies.casework import EXHIBITS, JSON, PDF, XLSX, Exhibit
from remedies.errors import FactsError, Problem

blueprint = Blueprint(
    "calculations", __name__, url_prefix="/v1", description="A claim in, its figure out."
)

EXHIBIT, RECORDED = "exhibit", "law_as_recorded_on"
_BY_NAME: Final = {exhibit.name: exhibit for exhibit in EXHIBITS}
# What ?exhibit= may ask for, and the forms in which each can be had, the usual one first.
FORMS: Final = {
    "": {
        JSON: _BY_NAME["result.json"],
        PDF: _BY_NAME["memorandum.pdf"],
        XLSX: _BY_NAME["schedule.xlsx"],
    },
    "memorandum": {PDF: _BY_NAME["memorandum.pdf"]},
    "schedule": {PDF: _BY_NAME["schedule.pdf"], XLSX: _BY_NAME["schedule.xlsx"]},
    "civil": {PDF: _BY_NAME["civil.pdf"]},
}
_WITHOUT: Final = {
    "work": "is needed for a schedule of workweeks, and this claim has none",
    "civil": "is needed for a civil claim, and this claim asks for none",
}


MOST_ROWS: Final = 1_040
"""How many workweeks, twenty years, a schedule printed over HTTP may have."""


def calculate() -> Response:
    """Compute a claim."""
    query = parts(EXHIBIT, RECORDED)
    forms = FORMS.get(query.get(EXHIBIT, ""))
    if forms is None:
        known = ", ".join(name for name in FORMS if name)
        raise QueryError(EXHIBIT, f"must be one of {known}", code="not_one_of")
    exhibit = forms[accepted(*forms)]
    if request.mimetype != JSON:
        raise UnsupportedMediaType
    recorded_on = day(query, RECORDED)
    return rendered(exhibit, _body(), law_as_recorded_on=recorded_on)


blueprint.add_url_rule(
    "/calculations", view_func=blueprint.doc(**CALCULATE)(calculate), methods=["POST"]
)


def rendered(
    exhibit: Exhibit, content: bytes, *, law_as_recorded_on: dt.date | None = None
) -> Response:
    """Return an exhibit of the claim in ``content``, by the law as it was recorded on a day.

    Raises:
        UnreadableError: the content is not a JSON object that can be read.
        FactsError: the claim's facts cannot be used, or the exhibit needs work and there is none.

    """
    assessment = casework.assessed(content, law_as_recorded_on=law_as_recorded_on)
    if not exhibit.fits(assessment):
        raise FactsError([Problem(exhibit.needs, "required", _WITHOUT[exhibit.needs])])
    rows = assessment.schedule.row_count if assessment.schedule else 0
    if exhibit is _BY_NAME["schedule.pdf"] and rows > MOST_ROWS:
        why = (
            f"has {rows:,} workweeks; a schedule is printed here for at most {MOST_ROWS:,}. Take the "
            "workbook, or print it with the command line: remedies exhibits"
        )
        raise FactsError([Problem("work", "too_many_workweeks", why)])
    if exhibit.media_type == PDF:
        with PRINTING:
            content = exhibit.make(assessment)
    else:
        content = exhibit.make(assessment)
    response = Response(content, mimetype=exhibit.media_type)
    response.headers["Vary"] = "Accept"
    if exhibit.media_type != JSON:
        response.headers["Content-Disposition"] = f'attachment; filename="{exhibit.name}"'
    return response


def _body() -> bytes:
    """Return the body, whole: one sent in chunks is cut at the limit, so one byte more is asked for."""
    most = current_app.config["MAX_CONTENT_LENGTH"]
    request.max_content_length = most + 1
    content = request.get_data(cache=False)
    if len(content) > most:
        raise RequestEntityTooLarge
    return content
