"""Garnishments: the most that may be taken of a defendant's earnings; nothing is stored."""

import json
from typing import Any, Final

from flask import Response
from flask_smorest import Blueprint  # type: ignore[import-untyped]

from api.errors import QueryError
from api.v1.operations import problems
from api.v1.query import needed_day, one_of, parts
from remedies import law
from remedies.calculators.collection.garnishment import PayPeriod
from remedies.casework import JSON
from remedies.wire.garnishment import GarnishmentSchema, earnings, garnishment

blueprint = Blueprint(
    "garnishments", __name__, url_prefix="/v1", description="What may be taken of earnings."
)
DISPOSABLE, PERIOD, ON = "disposable", "period", "payable_on"


def ceiling() -> Response:
    """Compute the ceiling of a garnishment."""
    query = parts(DISPOSABLE, PERIOD, ON)
    if DISPOSABLE not in query:
        raise QueryError(DISPOSABLE, "must be given", code="required")
    period = PayPeriod(one_of(query, PERIOD, PayPeriod) or PayPeriod.WEEK)
    payable_on = needed_day(query, ON)
    _, found = garnishment(earnings(query[DISPOSABLE]), period, payable_on, law.encoded())
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"
    return Response(text, mimetype=JSON)


def _part(name: str, says: str, *, required: bool = False, **schema: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON Schema
    return {
        "name": name,
        "in": "query",
        "required": required,
        "description": says,
        "schema": {"type": "string", **schema},
    }


_SAYS: Final[dict[str, Any]] = {
    "operationId": "garnishmentCeiling",
    "summary": "Compute the most that may be garnished",
    "description": "15 U.S.C. § 1673, through 18 U.S.C. § 3613(a)(3): the lesser of a quarter of "
    "disposable earnings and what they exceed thirty hours at the federal minimum wage by, for a pay "
    "period. Nothing is stored.",
    "parameters": [
        _part(
            DISPOSABLE,
            "the pay period's disposable earnings, in dollars",
            required=True,
            pattern=r"^\d{1,12}(\.\d{1,2})?$",
            examples=["512.40"],
        ),
        _part(PERIOD, "how often the defendant is paid", enum=list(PayPeriod), default="week"),
        _part(ON, "the day on which the earnings are payable", required=True, format="date"),
    ],
    "responses": {
        "200": {
            "description": "The ceiling and its worksheet",
            "content": {JSON: {"schema": GarnishmentSchema}},
        },
        "400": problems("bad-request"),
        "422": problems("invalid-claim", "law-not-encoded"),
        "500": problems("unexpected"),
    },
}
blueprint.add_url_rule("/garnishments/ceiling", view_func=blueprint.doc(**_SAYS)(ceiling))
