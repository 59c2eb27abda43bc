"""What the OpenAPI document says of the law's operations."""

from typing import Any, Final

from marshmallow import Schema

from api.v1.operations import problems
from remedies.casework import JSON
from remedies.wire.law_schema import (
    ItemsSchema,
    LawAnswerSchema,
    LawHistorySchema,
    PositionsSchema,
)

_CACHE: Final = (
    "Open to anyone and cacheable: the ETag is a digest of the law that the answer tells; send it "
    "back as If-None-Match and an unchanged answer has status 304 and no body."
)


def _parameter(name: str, says: str, *, where: str = "query", **schema: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON Schema
    return {
        "name": name,
        "in": where,
        "required": where == "path",
        "description": says,
        "schema": {"type": "string", **schema},
    }


_RECORDED: Final = _parameter(
    "as_recorded_on",
    "answer with the law as this project had recorded it on that day, without later corrections",
    format="date",
)
_KEY: Final = _parameter("key", "the item's key", where="path", examples=["us.minimum_wage"])


def _operation(
    name: str,
    summary: str,
    says: str,
    schema: type[Schema],
    parameters: list[dict[str, Any]],
    **more: Any,  # noqa: ANN401 - JSON
) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        "description": f"{says} {_CACHE}",
        "parameters": [*parameters, _RECORDED],
        "responses": {
            "200": {
                "description": "The answer",
                "headers": {
                    "ETag": {"schema": {"type": "string"}, "description": "a digest of the law"},
                    "Cache-Control": {"schema": {"type": "string"}},
                },
                "content": {JSON: {"schema": schema, **more}},
            },
            "304": {"description": "Unchanged since the ETag that was sent"},
            "400": problems("bad-request"),
            "404": problems("no-such-law"),
            "500": problems("unexpected"),
        },
    }


LIST: Final = _operation(
    "listLaw",
    "List the encoded law",
    "Every item of law that is encoded, and what is known not to be: its key, unit, tiers, how far it is "
    "known, and the weakest mark of how it was checked.",
    ItemsSchema,
    [
        _parameter("family", "only items of this family, such as state_minimum_wage"),
        _parameter("jurisdiction", "only items of this jurisdiction, such as us-ca"),
    ],
)
ANSWER: Final = _operation(
    "lawOnDay",
    "Say what the law provides on a day",
    "The version in force on the day, with the words that enact it, how it was checked, where it was read, "
    "and why every other version does not apply. A day for which nothing is encoded is refused.",
    LawAnswerSchema,
    [
        _KEY,
        {
            **_parameter("on", "the day asked about", format="date", examples=["2012-06-01"]),
            "required": True,
        },
        _parameter("tier", "a qualifier of the item; its general tier without one"),
    ],
)
HISTORY: Final = _operation(
    "lawHistory",
    "List every version of an item",
    "Every version that was ever recorded, corrections included.",
    LawHistorySchema,
    [_KEY],
)
POSITIONS: Final = _operation(
    "listPositions",
    "List the register of positions",
    "The points on which courts or agencies differ or the law is silent: the options, the authority for "
    "each, the circuits that have decided, and the default.",
    PositionsSchema,
    [],
)
