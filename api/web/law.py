"""The pages of the encoded law: what there is, the minimum wage of a day, items, places, positions.

They hold nothing of a person, so they may be kept like the API's answers; their tag follows the law
and the version of the software that wrote them.
"""

from http import HTTPStatus

from flask import Blueprint, Response, current_app, render_template, request

import remedies
from api.errors import problem
from api.problems import document
from api.v1.law import MAX_AGE
from api.web.item_form import Inquiry
from api.web.law_view import FEDERAL, LawView
from api.web.law_words import MARKS
from api.web.positions_view import Register
from api.web.wage_form import Question
from remedies.documents.wording import CHECKED
from remedies.errors import LawNotEncodedError

blueprint = Blueprint("law_pages", __name__, url_prefix="/law")


@blueprint.get("")
def start() -> str:
    """Show what is encoded and where to find it."""
    return render_template("law_start.html", law=_law(), marks=MARKS, checked=CHECKED)


@blueprint.get("/minimum-wage")
def minimum_wage() -> tuple[str, int]:
    """Show the question for a minimum wage, and its answer where it was asked."""
    asked = Question(_law(), request.args.to_dict(flat=False)).asked()
    return render_template("law_minimum_wage.html", asked=asked), asked.status


@blueprint.get("/positions")
def positions() -> str:
    """Show the register of positions."""
    return render_template("law_positions.html", register=Register(_law().law))


@blueprint.get("/items/<string:key>")
def item(key: str) -> tuple[str, int]:
    """Show an item, and what it provides on a day where one is asked for."""
    law = _law()
    if key not in law.keys:
        raise LawNotEncodedError(key, "no file states it")
    view = law.item(key)
    asked = Inquiry(view, request.args).asked()
    return render_template("law_item.html", view=view, asked=asked), asked.status


@blueprint.get("/place/<string:jurisdiction>")
def place(jurisdiction: str) -> str:
    """Show everything encoded for a jurisdiction, and what is known to be missing."""
    law = _law()
    if jurisdiction not in law.jurisdictions:
        raise LawNotEncodedError(jurisdiction, "it is not the key of a jurisdiction")
    return render_template(
        "law_place.html",
        law=law,
        place=jurisdiction,
        name=law.jurisdictions[jurisdiction],
        found=law.at(jurisdiction),
        federal=FEDERAL,
    )


@blueprint.errorhandler(LawNotEncodedError)
def _not_encoded(error: LawNotEncodedError) -> Response:
    return problem(document("no-such-law", str(error)))


@blueprint.after_request
def _may_be_kept(response: Response) -> Response:
    """Let a page be kept for as long as the API's answers are; an error is not kept."""
    if response.status_code == HTTPStatus.OK:
        response.set_etag(f"{remedies.__version__}-{_law().law.whole_digest()}")
        response.cache_control.public = True
        response.cache_control.max_age = MAX_AGE
        response.make_conditional(request)
    return response


def _law() -> LawView:
    return LawView(current_app.extensions["law"])
