"""What the OpenAPI document says of asking which remedies may be open."""

from typing import Any, Final

from api.v1.operations import problems
from remedies.casework import JSON
from remedies.wire.answers import QuestionSchema
from remedies.wire.remedies_open_schema import RemediesSchema

AS_OF_PARAMETER: Final[dict[str, Any]] = {
    "name": "as_of",
    "in": "query",
    "required": True,
    "description": "the day that is asked of, and of the law",
    "schema": {"type": "string", "format": "date"},
}
_EXAMPLE: Final = {
    "answers": {
        "state": "US-CA",
        "kinds_of_work": ["domestic"],
        "forced": "yes",
        "ended_on": "2021-06",
        "paid": "nothing",
    }
}

REMEDIES: Final[dict[str, Any]] = {
    "operationId": "openRemedies",
    "summary": "Say which remedies may be open",
    "description": "Takes a few answers, of which every one may be left out, and returns every remedy "
    "with its standing, reasons, days, amounts, overlaps and authorities, as keys of sentences that "
    "`POST /v1/documents/remedies` prints. Unknown and ask_a_lawyer are answers; nothing is guessed. "
    "It asks for no name, address or status. Stateless: nothing is stored, and nothing of the "
    "answers is logged.",
    "parameters": [AS_OF_PARAMETER],
    "requestBody": {
        "required": True,
        "description": "Answers, and a claim beside them where figures are wanted.",
        "content": {
            JSON: {
                "schema": QuestionSchema,
                "examples": {"household": {"summary": "Unpaid housework", "value": _EXAMPLE}},
            }
        },
    },
    "responses": {
        "200": {
            "description": "Every remedy, as it stands for the answers",
            "content": {JSON: {"schema": RemediesSchema}},
        },
        "400": problems("unreadable", "bad-request"),
        "406": problems("not-acceptable"),
        "413": problems("too-large"),
        "415": problems("unsupported-media-type"),
        "422": problems("invalid-entry", "invalid-claim", "law-not-encoded"),
        "500": problems("unexpected"),
    },
}
