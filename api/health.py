"""Health: whether the law loads and the database answers."""

from http import HTTPStatus

from flask import Response, current_app, jsonify
from flask_smorest import Blueprint  # type: ignore[import-untyped]

from api.v1.operations import HEALTH
from remedies import law, store
from remedies.calculators.assessment import SOFTWARE
from remedies.calculators.wages import PARAMETERS
from remedies.errors import RemediesError

blueprint = Blueprint("health", __name__, description="For monitors.")


def health() -> Response:
    """Say whether the service can work."""
    loads, answers = _law_loads(), store.answers(current_app.extensions["database"])
    well = loads and answers
    response = jsonify(
        status="ok" if well else "unavailable", law=loads, database=answers, software=SOFTWARE
    )
    response.status_code = HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE
    return response


blueprint.add_url_rule("/health", view_func=blueprint.doc(**HEALTH)(health))


def _law_loads() -> bool:
    try:
        found = law.encoded()
        found.digest(PARAMETERS)
    except (RemediesError, OSError, ValueError, KeyError):
        return False
    return True
