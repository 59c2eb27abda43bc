"""What the OpenAPI document says of each operation, apart from the code that does it."""

from typing import Any, Final

from api.problems import KINDS, ProblemSchema, document
from api.v1.example import CLAIM
from remedies.casework import JSON, PDF, XLSX
from remedies.wire.claim_schema import ClaimSchema
from remedies.wire.result_schema import ResultSchema

PROBLEM: Final = "application/problem+json"
_WRONG: Final = {
    "field": "work[0].hours.per_workweek",
    "code": "too_many_hours",
    "message": "a workweek has no more than 168 hours",
}


def problems(*names: str) -> dict[str, Any]:
    """Return what the document says of a status: each kind of problem that has it, with an example."""
    examples = {
        name: {"summary": KINDS[name].title, "value": document(name, **_details(name))}
        for name in names
    }
    return {
        "description": "; or: ".join(KINDS[name].title for name in names),
        "content": {PROBLEM: {"schema": ProblemSchema, "examples": examples}},
    }


def _details(name: str) -> dict[str, Any]:
    if name == "invalid-claim":
        return {"detail": f"{_WRONG['field']} {_WRONG['message']}", "errors": (_WRONG,)}
    return {"detail": "number 2f1c9a40d5e68b73"} if name == "unexpected" else {}


def file(says: str) -> dict[str, Any]:
    """Return what the document says of a file."""
    return {"schema": {"type": "string", "format": "binary", "description": says}}


def exact_object(**properties: object) -> dict[str, Any]:
    """Return the schema of an object with these fields and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def list_of(items: object) -> dict[str, Any]:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


CALCULATE: Final[dict[str, Any]] = {
    "operationId": "calculate",
    "summary": "Compute a claim",
    "description": "Takes a claim and returns its figure with every line behind it. The Accept header "
    "chooses the form. Stateless: nothing is stored, and nothing of the claim is logged. Equal claims "
    "get equal bytes from the same law and software.",
    "parameters": [
        {
            "name": "exhibit",
            "in": "query",
            "required": False,
            "description": "which document, where a media type alone does not say: schedule is the "
            "schedule of workweeks, as PDF or as the workbook",
            "schema": {"type": "string", "enum": ["memorandum", "schedule", "civil"]},
        },
        {
            "name": "law_as_recorded_on",
            "in": "query",
            "required": False,
            "description": "compute with the law as this project had recorded it on that day, without later "
            "corrections: an old figure again",
            "schema": {"type": "string", "format": "date"},
        },
    ],
    "requestBody": {
        "required": True,
        "description": "A claim: one JSON object in UTF-8, of at most 1,048,576 bytes. No field may be "
        "given twice, and amounts, rates and hours are decimal strings.",
        "content": {
            JSON: {
                "schema": ClaimSchema,
                "examples": {
                    "forced_labor": {"summary": "Two workweeks without pay", "value": CLAIM}
                },
            }
        },
    },
    "responses": {
        "200": {
            "description": "The figure, in the form that was asked for",
            "headers": {
                "Cache-Control": {"schema": {"type": "string"}, "description": "no-store"},
                "Content-Disposition": {
                    "schema": {"type": "string"},
                    "description": "a neutral file name, for the PDF and the workbook",
                },
            },
            "content": {
                JSON: {"schema": ResultSchema},
                PDF: file("the memorandum, or the schedule; PDF/UA-1 and PDF/A-2a"),
                XLSX: file("the schedule as a workbook with live formulas"),
            },
        },
        "400": problems("unreadable", "bad-request"),
        "406": problems("not-acceptable"),
        "413": problems("too-large"),
        "415": problems("unsupported-media-type"),
        "422": problems("invalid-claim", "law-not-encoded"),
        "500": problems("unexpected"),
    },
}

_HEALTH: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "status": {"type": "string", "enum": ["ok", "unavailable"]},
        "law": {"type": "boolean", "description": "the encoded law loads"},
        "database": {"type": "boolean", "description": "the database answers"},
        "software": {"type": "string", "examples": ["remedies 0.1.0"]},
    },
    "required": ["status", "law", "database", "software"],
    "additionalProperties": False,
}

HEALTH: Final[dict[str, Any]] = {
    "operationId": "health",
    "summary": "Say whether the service can work",
    "description": "For monitors. Looks at the encoded law and asks the database for one row.",
    "responses": {
        "200": {"description": "It can", "content": {JSON: {"schema": _HEALTH}}},
        "503": {
            "description": "It cannot; the parts that fail are false",
            "content": {JSON: {"schema": _HEALTH}},
        },
        "500": problems("unexpected"),
    },
}
