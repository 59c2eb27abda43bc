"""What the OpenAPI document says of the answer to an opposing schedule."""

from typing import Any, Final

from api.v1.operations import exact_object, file, list_of, problems
from remedies.casework import JSON, PDF, XLSX
from remedies.casework.wanted import DOCX
from remedies.intake.opposing import FIELDS

_AMOUNT: Final = {"type": "string", "pattern": r"^-?\d+(\.\d{1,6})?$"}
_MAYBE: Final = {"type": ["string", "null"], "pattern": _AMOUNT["pattern"]}
_TEXT: Final = {"type": "string"}
_COUNT: Final = {"type": "integer", "minimum": 0}
_MOVED: Final = {"due": _AMOUNT, "paid": _MAYBE, "unpaid": _MAYBE}
_CITED: Final = {"authority": _TEXT, "checked": {"type": ["string", "null"]}}


_COMPARED: Final = exact_object(theirs=_MAYBE, ours=_AMOUNT, difference=_MAYBE)
_CAUSE: Final = exact_object(cause=_TEXT, says=_TEXT, **_MOVED, **_CITED)
_ROW: Final = {"workweek": {"type": "string", "format": "date"}, "hours": _MAYBE, "rate": _MAYBE}
_SUMS: Final = ("theirs", "only_theirs", "rows", "only_ours", "ours", "difference", "explained")
_COUNTS: Final = ("ours", "theirs", "agreeing", "differing", "only_ours", "only_theirs")

_ANSWER: Final = exact_object(
    answer={"type": "string", "enum": ["1"]},
    reference=_TEXT,
    differs={"type": "boolean"},
    workweeks=exact_object(**dict.fromkeys(_COUNTS, _COUNT)),
    balance=list_of(
        exact_object(column=_TEXT, **dict.fromkeys(_SUMS, _AMOUNT), holds={"type": "boolean"})
    ),
    causes=list_of(exact_object(cause=_TEXT, title=_TEXT, workweeks=_COUNT, **_MOVED, **_CITED)),
    differences=list_of(
        exact_object(
            workweek={"type": "string", "format": "date"},
            row=_TEXT,
            begins_later_by_days={"type": "integer"},
            source=_TEXT,
            **dict.fromkeys(("hours", "rate", "due", "paid", "unpaid"), _COMPARED),
            causes=list_of(_CAUSE),
        )
    ),
    only_ours=list_of(exact_object(**_ROW, **_MOVED)),
    only_theirs=list_of(exact_object(**_ROW, **_MOVED, row=_TEXT)),
    notes=list_of(_TEXT),
    receipt=exact_object(facts=_TEXT, law=_TEXT, software=_TEXT),
)
_NOTED: Final = list_of(exact_object(field=_TEXT, code=_TEXT, message=_TEXT))
_PROPOSAL: Final = exact_object(
    confirmed={"type": "boolean", "const": False},
    columns=_TEXT,
    dates={"type": ["string", "null"], "enum": ["iso", "mdy", "dmy", None]},
    header=list_of(_TEXT),
    first_rows=list_of(exact_object(row=_COUNT, workweek={"type": ["string", "null"]})),
    open=_NOTED,
    notes=_NOTED,
)
_FORM: Final = {
    "type": "object",
    "properties": {
        "claim": {"type": "string", "format": "binary", "description": "the claim, JSON"},
        "schedule": {
            "type": "string",
            "format": "binary",
            "description": "their schedule, CSV or XLSX, of at most 5,000,000 bytes",
        },
        "columns": {
            "type": "string",
            "description": "the columns, confirmed: field=Header or field=@A, separated by commas; the "
            f"fields are {', '.join(FIELDS)}. Without it nothing is compared, unless the header names "
            "the fields",
            "examples": ["workweek=Week of,hours=Hrs,rate=Rate,due=Due,paid=Paid"],
        },
        "dates": {"type": "string", "enum": ["iso", "mdy", "dmy"]},
        "numbers": {"type": "string", "enum": ["point", "comma"]},
        "sheet": {"type": "string", "description": "which sheet of a workbook"},
        "header_row": {"type": "string", "description": "the row that names the columns"},
    },
    "required": ["claim", "schedule"],
    "additionalProperties": False,
}


ANSWER: Final[dict[str, Any]] = {
    "operationId": "answer",
    "summary": "Answer an opposing schedule",
    "description": "Takes a claim and the other side's schedule, and returns every workweek that "
    "differs, by how much and because of which rule or fact; the causes add up to the difference "
    "exactly. Without confirmed columns it returns what the header suggests, and compares nothing. "
    "Nothing is stored.",
    "requestBody": {"required": True, "content": {"multipart/form-data": {"schema": _FORM}}},
    "responses": {
        "200": {
            "description": "The answer in the form that was asked for; or the columns to confirm",
            "content": {
                JSON: {"schema": {"oneOf": [_ANSWER, _PROPOSAL]}},
                PDF: file("the answer to file; PDF/UA-1 and PDF/A-2a"),
                XLSX: file("the answer as a workbook"),
                DOCX: file("the response to objections, with the answer in it, as a Word file"),
            },
        },
        "400": problems("unreadable", "bad-request"),
        "406": problems("not-acceptable"),
        "413": problems("too-large"),
        "415": problems("unsupported-media-type"),
        "422": problems("invalid-claim", "invalid-table", "law-not-encoded"),
        "500": problems("unexpected"),
    },
}
