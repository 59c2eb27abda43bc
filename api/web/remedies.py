"""What may be open to you: one question at a time, then the answer; nothing is kept.

Every step is a POST that carries the answers in hidden fields: nothing of them stands in an address, in a
cookie or on a disk. It works without JavaScript.
"""

from typing import Any, Final

from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest

from api import clock
from api.v1.documents import response_for
from api.web.guide_view import body_of
from api.web.open_form import carried, entered_in, without, wrong_in
from api.web.open_questions import (
    BY_NAME,
    STEPS,
    Entered,
    Step,
    before,
    following,
    place_among,
)
from api.web.places import named_places
from api.web.speaking import chosen, months, spoken_page
from remedies.casework import PDF
from remedies.casework.material import Material
from remedies.casework.printing import page_of
from remedies.casework.wanted import ICS, Wanted
from remedies.documents.guides import Size
from remedies.documents.guides.catalog import CALENDAR
from remedies.errors import FactsError
from remedies.wire.answers import Question, read_answers

blueprint = Blueprint("remedies_pages", __name__, url_prefix="/remedies")

KIND: Final = "remedies"
_RESULT: Final = "result"
_TAKEN: Final = {"days": (CALENDAR, PDF), "calendar": (CALENDAR, ICS)}
"""What a button takes beside the result itself."""


@blueprint.get("")
def start() -> str:
    """Show what to know before the first question."""
    return spoken_page("open_start.html", chosen())


@blueprint.post("")
def step() -> str | tuple[str, int]:
    """Show the question that follows from a button, or the result."""
    at, go = request.form.get("at", ""), request.form.get("go", "")
    if at == _RESULT and go != "change":
        return _result(entered_in(request.form))
    current = BY_NAME.get(at)
    entered = entered_in(request.form)
    if current is None:
        return spoken_page("open_start.html", chosen()) if go == "say" else _onward(None, entered)
    match go:
        case "say":
            return _question(current, entered)
        case "back":
            earlier = before(current, entered)
            kept = _usable(entered, current)
            return (
                _question(earlier, kept) if earlier else spoken_page("open_start.html", chosen())
            )
        case "skip":
            return _onward(current, without(entered, current))
        case "see":
            return _result(entered)
        case _:
            return _onward(current, entered)


@blueprint.post("/paper")
def paper() -> Response:
    """Return the result, or its days alone, as a file."""
    entered = entered_in(request.form)
    try:
        question = _asked(entered)
    except FactsError:
        raise BadRequest from None
    size = Size.LARGE if request.form.get("size") == Size.LARGE else Size.ORDINARY
    kind, form = _TAKEN.get(request.form.get("take", ""), (KIND, PDF))
    return response_for(_wanted(question, kind, form=form, size=size))


def _onward(current: Step | None, entered: Entered) -> str | tuple[str, int]:
    """Return the next question, or the same one with what is wrong."""
    known = dict(entered)
    try:
        read_answers(known, clock.today())
    except FactsError as error:
        wrong, codes = wrong_in(error)
        return _question(wrong or current or STEPS[0], known, codes), 422
    following_step = following(current, known)
    return _question(following_step, known) if following_step else _result(known)


def _question(step: Step, entered: Entered, wrong: dict[str, str] | None = None) -> str:
    code, known = chosen(), dict(entered)
    return spoken_page(
        "open_question.html",
        code,
        step=step,
        entered=known,
        hidden=list(carried(known, step)),
        wrong=wrong or {},
        place=place_among(step, known),
        months=months(code),
        places=named_places(code),
    )


def _result(entered: dict[str, Any]) -> str | tuple[str, int]:
    try:
        question = _asked(entered)
    except FactsError as error:
        wrong, codes = wrong_in(error)
        return _question(wrong or STEPS[0], entered, codes), 422
    wanted = _wanted(question)
    hidden = list(carried(entered, None))
    return spoken_page(
        "open_result.html", wanted.language, body=body_of(page_of(wanted)), hidden=hidden
    )


def _asked(entered: Entered) -> Question:
    return Question(answers=read_answers(dict(entered), clock.today()))


def _wanted(question: Question, kind: str = KIND, **more: Any) -> Wanted:  # noqa: ANN401 - of what is wanted
    made_of = Material(question=question)
    return Wanted(kind=kind, language=chosen(), as_of=clock.today(), material=made_of, **more)


def _usable(entered: Entered, current: Step) -> dict[str, Any]:
    """Return the answers, without that to the question one leaves where it cannot be used."""
    known = dict(entered)
    try:
        read_answers(known, clock.today())
    except FactsError:
        return without(known, current)
    return known
