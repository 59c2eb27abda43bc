"""What the OpenAPI document says of the operations on cases: the parts that they share."""

from typing import Any, Final

from api.problems import KINDS, ProblemSchema
from api.v1.cases.headers import KEY_HEADER, REPLAYED
from api.v1.cases.paging import MOST, USUAL
from api.v1.cases.printed import HTML
from api.v1.files import FORM
from api.v1.operations import PROBLEM, file
from remedies.casework import JSON, PDF, XLSX

SCHEME: Final = "bearer"
Said = dict[str, Any]
SECURITY: Final[list[Said]] = [{SCHEME: []}]

TEXT: Final = {"type": "string"}
DAY: Final = {"type": "string", "format": "date"}
OBJECT: Final = {"type": "object"}
WHOLE: Final = {"type": "integer"}
NEXT: Final = {"type": ["string", "null"]}
_CASE_ID: Final = "^[0-9a-f]{32}$"


def parameter(name: str, says: str, *, where: str = "query", **schema: Any) -> Said:  # noqa: ANN401 - JSON Schema
    """Return one parameter; those in a path are required."""
    kind = {} if "anyOf" in schema else {"type": "string"}
    return {
        "name": name,
        "in": where,
        "required": where == "path",
        "description": says,
        "schema": kind | schema,
    }


CASE: Final = parameter("case", "the case's number", where="path", pattern=_CASE_ID)
REFERENCE: Final = parameter(
    "name", "the record's reference, such as V-1", where="path", maxLength=60, examples=["V-1"]
)
NUMBER: Final = parameter(
    "name", "the number of the record's entry", where="path", pattern="^[1-9][0-9]{0,8}$"
)
AS_OF: Final = parameter("as_of", "as things stood at the end of that day", format="date")
NEEDED_AS_OF: Final = {**AS_OF, "required": True}
KNOWN: Final = parameter(
    "known",
    "as it was known when the journal had that many entries: an earlier statement again",
    pattern="^[1-9][0-9]{0,8}$",
)
LIMIT: Final = parameter(
    "limit", "how many records", type="integer", minimum=1, maximum=MOST, default=USUAL
)
AFTER: Final = parameter("after", "the last record seen, as next says", maxLength=80)
KEY: Final = {
    **parameter(
        KEY_HEADER,
        "a new random value for each write; the same write sent again with it is entered once",
        where="header",
        pattern="^[!-~]{1,200}$",
        examples=["3f6c1c0e-7a53-4d1c-9c26-9f0d5a1f4a10"],
    ),
    "required": True,
}
IF_MATCH: Final = {
    **parameter(
        "If-Match",
        "the ETag of the version that the amendment was made from",
        where="header",
        pattern='^"[1-9][0-9]{0,8}"$',
        examples=['"7"'],
    ),
    "required": True,
}
IF_NONE_MATCH: Final = parameter(
    "If-None-Match", "an ETag: the answer is 304 while nothing has changed since", where="header"
)
_ETAG: Final = {
    "ETag": {
        "schema": {"type": "string"},
        "description": "the number of the latest entry about a record; the digest of anything else",
    }
}
_REPLAYED: Final = {
    REPLAYED: {
        "schema": {"type": "string", "enum": ["true"]},
        "description": "the write was made by an earlier request, whose answer this is",
    }
}


def printable(schema: Any, what: str, *, workbook: str = "") -> Said:  # noqa: ANN401 - JSON Schema
    """Return what is said of an answer as JSON, PDF or page, and as a workbook where that is described."""
    return {
        JSON: {"schema": schema},
        PDF: file(f"{what}; PDF/UA-1 and PDF/A-2a"),
        **({XLSX: file(f"{what} as a workbook{workbook}")} if workbook else {}),
        HTML: file(f"{what} as a page that loads nothing"),
    }


def reading(
    name: str, summary: str, says: str, content: Said, *parameters: Said, **more: Said
) -> Said:
    """Return what is said of an operation that reads; ``content`` is that of its answer by media type."""
    return {
        "operationId": name,
        "summary": summary,
        "description": says,
        "security": SECURITY,
        "parameters": [*parameters, IF_NONE_MATCH],
        "responses": {
            "200": {"description": "The answer", "headers": _ETAG, "content": content},
            "304": {"description": "Unchanged since the ETag that was sent"},
            "400": problems("bad-request"),
            "406": problems("not-acceptable"),
            "409": problems("journal-broken"),
            **_always(),
            **more,
        },
    }


def writing(  # noqa: PLR0913 - each a part of what is said
    name: str,
    summary: str,
    says: str,
    body: Said,
    answers: Said,
    *parameters: Said,
    status: str = "201",
    also: str = "",
    amends: bool = False,
) -> Said:
    """Return what is said of an operation that writes; an amendment has ``IF_MATCH`` as a parameter.

    ``status`` is that of success; ``also`` another one, where nothing was entered. ``amends``: the body may
    say which version it amends.
    """
    matches = IF_MATCH in parameters
    stale = {"412": problems("changed")} if amends or matches else {}
    stale |= {"428": problems("if-match-required")} if matches else {}
    status = "200" if matches else status
    success = {
        "description": "The new version" if matches else "What was entered",
        "headers": _ETAG | _REPLAYED,
        "content": answers,
    }
    taken = {} if not body else {"requestBody": {"required": True, **body}}
    return {
        "operationId": name,
        "summary": summary,
        "description": says,
        "security": SECURITY,
        "parameters": [*parameters, KEY],
        **taken,
        "responses": {
            **{each: success for each in (status, also) if each},
            "400": problems("idempotency-key-required", "unreadable", "bad-request"),
            "406": problems("not-acceptable"),
            "409": problems("refused", "conflict", "journal-broken"),
            "413": problems("too-large"),
            "415": problems("unsupported-media-type"),
            "422": problems("invalid-entry", "idempotency-key-reused"),
            **stale,
            **_always(),
        },
    }


def computing(
    name: str, summary: str, says: str, body: Said, content: Said, *parameters: Said
) -> Said:
    """Return what is said of an operation that takes a body and stores nothing: no key, and no version."""
    read = reading(name, summary, says, content, *parameters)
    refusals = {
        "413": problems("too-large"),
        "415": problems("unsupported-media-type"),
        "422": problems("invalid-entry"),
    }
    responses = {status: said for status, said in read["responses"].items() if status != "304"}
    return {
        **read,
        "parameters": list(parameters),
        "requestBody": {"required": True, **body},
        "responses": responses | refusals,
    }


def json_body(schema: Any, says: str) -> Said:  # noqa: ANN401 - a schema class, or JSON Schema
    """Return what is said of a JSON body."""
    return {"description": says, "content": {JSON: {"schema": schema}}}


def json_object(**properties: object) -> Said:
    """Return the schema of an object with these fields."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def json_list(**properties: object) -> Said:
    """Return the schema of a list of objects with these fields."""
    return {"type": "array", "items": json_object(**properties)}


def file_form(required: list[str], **fields: Any) -> Said:  # noqa: ANN401 - JSON Schema
    """Return what is said of a form with one file and these fields beside it."""
    file = {"type": "string", "format": "binary"}
    schema = {
        "type": "object",
        "properties": {"file": file, **fields},
        "required": ["file", *required],
        "additionalProperties": False,
    }
    return {"description": "A form with one file.", "content": {FORM: {"schema": schema}}}


def problems(*names: str) -> Said:
    """Return what is said of a status; the kinds' own pages explain them, so no example is repeated here."""
    return {
        "description": "; or: ".join(KINDS[name].title for name in names),
        "content": {PROBLEM: {"schema": ProblemSchema}},
    }


def _always() -> Said:
    return {
        "401": problems("unauthorized"),
        "403": problems("forbidden"),
        "404": problems("no-such-record"),
        "500": problems("unexpected"),
        "503": problems("unavailable"),
    }
