"""Remedies: a few answers in, what may be open and until when out; nothing is stored or logged."""

import json

from flask import Response
from flask_smorest import Blueprint  # type: ignore[import-untyped]

from api.v1.accepting import accepted
from api.v1.cases.bodies import content
from api.v1.query import needed_day, parts
from api.v1.remedies_operation import REMEDIES
from remedies import law
from remedies.casework import JSON
from remedies.casework.remedies_open import remedies_open
from remedies.wire import read_json
from remedies.wire.answers import read_question
from remedies.wire.remedies_open import remedies_document

blueprint = Blueprint(
    "remedies",
    __name__,
    url_prefix="/v1",
    description="Which remedies may be open, and until when.",
)

AS_OF = "as_of"


def which() -> Response:
    """Say which remedies may be open."""
    as_of = needed_day(parts(AS_OF), AS_OF)
    accepted(JSON)
    question = read_question(read_json(content()), as_of)
    found = remedies_document(remedies_open(question, as_of), law.encoded(), as_of)
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"
    return Response(text, mimetype=JSON)


blueprint.add_url_rule("/remedies", view_func=blueprint.doc(**REMEDIES)(which), methods=["POST"])
