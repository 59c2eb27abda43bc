"""What the OpenAPI document says of the intake workbook."""

from typing import Any, Final

from api.v1.files import FORM
from api.v1.operations import problems
from remedies.casework import JSON, XLSX
from remedies.intake.limits import MAX_BYTES
from remedies.intake.workbook import LANGUAGES
from remedies.wire.claim_schema import ClaimSchema

_WORKBOOK: Final = {"type": "string", "format": "binary"}
_REQUEST: Final = {
    "type": "object",
    "properties": {
        "file": {**_WORKBOOK, "description": f"the workbook, of at most {MAX_BYTES:,} bytes"}
    },
    "required": ["file"],
    "additionalProperties": False,
}

NEW_INTAKE: Final[dict[str, Any]] = {
    "operationId": "newIntake",
    "summary": "Get the intake workbook",
    "description": "A workbook that people fill in: one sheet for each kind of fact, with lists, help and "
    "examples. It asks for no name, no birth date and no immigration status. The same language gets the "
    "same bytes.",
    "parameters": [
        {
            "name": "language",
            "in": "query",
            "required": False,
            "description": "the language of labels, lists and help; English when left out",
            "schema": {"type": "string", "enum": list(LANGUAGES)},
        }
    ],
    "responses": {
        "200": {"description": "The workbook", "content": {XLSX: {"schema": _WORKBOOK}}},
        "400": problems("bad-request"),
        "500": problems("unexpected"),
    },
}

READ_INTAKE: Final[dict[str, Any]] = {
    "operationId": "readIntake",
    "summary": "Read an intake workbook",
    "description": "Takes a workbook that was filled in and returns its claim, or the cells that "
    "need mending, each by its address, in the workbook's language. A formula is never computed. "
    "Stateless: nothing is stored, and nothing of the workbook is logged.",
    "requestBody": {
        "required": True,
        "description": "A form with the workbook.",
        "content": {FORM: {"schema": _REQUEST}},
    },
    "responses": {
        "200": {
            "description": "A claim that can be computed",
            "content": {JSON: {"schema": ClaimSchema}},
        },
        "400": problems("bad-request"),
        "406": problems("not-acceptable"),
        "413": problems("too-large"),
        "415": problems("unsupported-media-type"),
        "422": problems("invalid-claim", "invalid-table"),
        "500": problems("unexpected"),
    },
}
