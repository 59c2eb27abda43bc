"""The OpenAPI 3.1 document: made of the marshmallow schemas once, when it is first asked for.

What many operations share stands in its components, and it is written in one line, so that it is small.
"""

import json
from typing import Any, Final

import flask_smorest  # type: ignore[import-untyped]
from flask import Blueprint, Flask, Response, current_app

import remedies
from api import health
from api.openapi_sharing import shared
from api.problems import ProblemSchema
from api.v1 import (
    answers,
    calculations,
    cases,
    documents,
    example,
    garnishments,
    intake,
    law,
    uploads,
)
from api.v1 import (
    remedies as open_remedies,
)
from api.v1.cases.describing import SCHEME
from remedies.casework import JSON
from remedies.wire import json_schema

blueprint = Blueprint("openapi", __name__)


class Api(flask_smorest.Api):  # type: ignore[misc]  # its types say too little
    """flask-smorest with our problems, and the document served by this module."""

    ERROR_SCHEMA = ProblemSchema
    DEFAULT_ERROR_RESPONSE_NAME = None
    _text: str | None = None

    def _register_error_handlers(self) -> None:
        """Leave errors to ``api.errors``."""

    def document(self) -> dict[str, Any]:
        """Return the document with its words and its computed example."""
        found: dict[str, Any] = json.loads(self.text())
        return found

    def text(self) -> str:
        """Return the document as JSON text, made once."""
        if self._text is None:
            json_schema.explain(self.spec, self.ma_plugin)
            found = self.spec.to_dict()
            answers = found["paths"]["/v1/calculations"]["post"]["responses"]["200"]["content"]
            answers[JSON]["examples"] = {
                "forced_labor": {"summary": "The example's result", "value": example.result()}
            }
            self._text = json.dumps(shared(found), ensure_ascii=False, separators=(",", ":"))
        return self._text


_BEARER: Final = {
    "type": "http",
    "scheme": "bearer",
    "description": "A token of an organization, with a role. Whoever runs the service makes tokens.",
}


def register(app: Flask) -> None:
    """Register the operations and the document that describes them."""
    app.config.update(
        API_TITLE="remedies",
        API_VERSION=remedies.__version__,
        OPENAPI_VERSION="3.1.0",
        API_SPEC_OPTIONS={
            "info": {
                "summary": "Restitution for trafficking victims, with every line behind the figure",
                "description": "Computes what a victim is owed under 18 U.S.C. § 1593 from a claim, and "
                "returns the figure with its worksheet, the law beside every line, and the positions "
                "taken; a claim that is computed is not stored. Cases are stored: their parties, orders, "
                "money and property, as entries of a journal, for holders of a token.",
                "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            },
            "servers": [{"url": "/"}],
        },
    )
    made = Api(spec_kwargs={"marshmallow_plugin": json_schema.plugin()})
    made.init_app(app)
    json_schema.prepare(made.ma_plugin)
    made.register_blueprint(calculations.blueprint)
    made.register_blueprint(answers.blueprint)
    made.register_blueprint(intake.blueprint)
    made.register_blueprint(uploads.blueprint)
    made.register_blueprint(garnishments.blueprint)
    made.register_blueprint(open_remedies.blueprint)
    made.register_blueprint(documents.blueprint)
    made.register_blueprint(law.blueprint)
    made.register_blueprint(cases.blueprint)
    made.register_blueprint(health.blueprint)
    made.spec.components.security_scheme(SCHEME, _BEARER)
    app.register_blueprint(blueprint)
    app.extensions["openapi"] = made


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """Serve the document."""
    return Response(current_app.extensions["openapi"].text(), mimetype=JSON)
