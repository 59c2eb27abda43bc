"""What the OpenAPI document says of reading a timesheet or payments."""

from typing import Any, Final

from api.v1.files import FORM
from api.v1.operations import exact_object, list_of, problems
from remedies.casework import JSON
from remedies.intake.columns import FIELDS, Sort
from remedies.intake.limits import MAX_BYTES

_TEXT: Final = {"type": "string"}
_COUNT: Final = {"type": "integer", "minimum": 1}
_MAYBE: Final = {"type": ["integer", "null"], "minimum": 1}


def _maybe(*words: str) -> dict[str, Any]:
    return {"type": ["string", "null"], "enum": [*words, None]}


_SAID: Final = list_of(exact_object(field=_TEXT, code=_TEXT, message=_TEXT))
_RECORD: Final = {"type": "object", "additionalProperties": _TEXT}
_KIND: Final = {"type": "string", "enum": [sort.value for sort in Sort]}
_PROPOSAL: Final = exact_object(
    confirmed={"type": "boolean", "const": False},
    kind=_KIND,
    header_row=_COUNT,
    sheet=_MAYBE,
    sheets=_MAYBE,
    columns=list_of(exact_object(column=_TEXT, header=_TEXT, field={"type": ["string", "null"]})),
    reading=exact_object(
        columns=_TEXT,
        dates=_maybe("iso", "mdy", "dmy"),
        numbers=_maybe("point", "comma"),
        overnight={"type": "boolean"},
    ),
    missing=_SAID,
    rows=list_of(
        exact_object(row=_COUNT, record={**_RECORD, "type": ["object", "null"]}, errors=_SAID)
    ),
    notes=_SAID,
)
_READING: Final = exact_object(
    confirmed={"type": "boolean", "const": True},
    kind=_KIND,
    work={
        "type": "object",
        "description": "hours or paid, with their records: a part of an entry of a claim's work",
        "additionalProperties": exact_object(records=list_of(_RECORD)),
    },
    notes=_SAID,
)
_FIELDS: Final = "; ".join(f"{sort.value}: {', '.join(names)}" for sort, names in FIELDS.items())
_DAY: Final = {"type": "string", "format": "date"}
_REQUEST: Final = {
    **exact_object(
        file={
            "type": "string",
            "format": "binary",
            "description": f"the table, CSV or XLSX, of at most {MAX_BYTES:,} bytes",
        },
        kind=_KIND,
        columns={
            "type": "string",
            "description": "the columns, confirmed: field=Header or field=@A, separated by commas; without "
            f"it nothing is read, and the answer is a proposal. Fields: {_FIELDS}",
            "examples": ["on=Date,start=In,end=Out"],
        },
        dates={"type": "string", "enum": ["iso", "mdy", "dmy"]},
        numbers={"type": "string", "enum": ["point", "comma"]},
        overnight={"type": "string", "enum": ["true", "false"]},
        sheet={"type": "string", "description": "which sheet of a workbook, by name or number"},
        header_row={"type": "string", "pattern": "^[1-9][0-9]{0,6}$"},
        **{"from": {**_DAY, "description": "the first day of the work"}, "to": _DAY},
    ),
    "required": ["file", "kind"],
}

READ_TABLE: Final[dict[str, Any]] = {
    "operationId": "readTable",
    "summary": "Read a timesheet or payments",
    "description": "Takes a table and returns the records that a claim takes. Nothing is guessed in "
    "silence: without columns the answer says what the header suggests, what must be chosen, and how the "
    "first rows would be read; with them it holds the records, or the problems by row. Formulas are never "
    "computed. Stateless: nothing is stored, and nothing of the table is logged.",
    "requestBody": {
        "required": True,
        "description": "A form with the table and how it is to be read.",
        "content": {FORM: {"schema": _REQUEST}},
    },
    "responses": {
        "200": {
            "description": "A proposal to confirm, or the records",
            "content": {JSON: {"schema": {"oneOf": [_PROPOSAL, _READING]}}},
        },
        "400": problems("bad-request"),
        "406": problems("not-acceptable"),
        "413": problems("too-large"),
        "415": problems("unsupported-media-type"),
        "422": problems("invalid-table"),
        "500": problems("unexpected"),
    },
}
