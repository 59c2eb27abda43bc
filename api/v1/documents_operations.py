"""What the OpenAPI document says of the documents' operations."""

from typing import Any, Final

from api.v1.cases.describing import SECURITY
from api.v1.operations import problems
from api.v1.remedies_operation import AS_OF_PARAMETER
from remedies.casework import JSON
from remedies.casework.wanted import FORMS
from remedies.documents.guides.catalog import CATALOG
from remedies.documents.guides.kinds import Needs, Reader, Stage
from remedies.documents.texts import languages
from remedies.wire.guide_wanted import GuideWantedSchema

_TEXT: Final = {"type": "string"}
_BY_LANGUAGE: Final = {"type": "object", "additionalProperties": _TEXT}
_KIND: Final = {"type": "string", "enum": list(CATALOG)}
_LANGUAGE: Final = {"type": "string", "enum": list(languages())}
_ETAG: Final = {
    "ETag": {
        "schema": _TEXT,
        "description": "a digest of the document's texts, law and day; none where answers are in it",
    },
    "Content-Language": {"schema": _TEXT},
    "Content-Disposition": {"schema": _TEXT, "description": "a neutral file name"},
}


def _many(items: object) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _words(words: object) -> dict[str, Any]:
    return {"type": "string", "enum": [str(word) for word in words]}  # type: ignore[attr-defined]


_DOCUMENT: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "kind": _KIND,
        "title": {**_BY_LANGUAGE, "description": "by language"},
        "summary": {**_BY_LANGUAGE, "description": "one sentence, by language"},
        "reader": _words(Reader),
        "stage": _words(Stage),
        "needs": _words(Needs),
        "takes": _many({**_TEXT, "description": "a field of the request"}),
        "languages": _many(_LANGUAGE),
        "forms": _many({"type": "string", "enum": list(FORMS)}),
        "places": _many({"type": "string", "examples": ["us-ca"]}),
    },
}
_DOCUMENT["required"] = list(_DOCUMENT["properties"])
_DOCUMENT["additionalProperties"] = False

LIST: Final[dict[str, Any]] = {
    "operationId": "listDocuments",
    "summary": "List the documents",
    "description": "Every guide, paper and handout: for whom, at which stage of a case, in which languages "
    "and forms, what it must be given and what it can be made of. Open to anyone and cacheable.",
    "responses": {
        "200": {
            "description": "The documents",
            "content": {
                JSON: {
                    "schema": {
                        "type": "object",
                        "properties": {"documents": _many(_DOCUMENT)},
                        "required": ["documents"],
                        "additionalProperties": False,
                    }
                }
            },
        },
        "304": {"description": "Unchanged since the ETag that was sent"},
        "400": problems("bad-request"),
        "500": problems("unexpected"),
    },
}

MAKE: Final[dict[str, Any]] = {
    "operationId": "makeDocument",
    "summary": "Make a document",
    "description": "Prints a document as PDF (PDF/UA-1 and PDF/A-2a), as a page that stands alone, as a "
    "Word file or, of days, as a calendar, by Accept. It is made of the fields that the list says it "
    "takes: a place, the answers of `POST /v1/remedies`, a claim, or a stored case, which needs a token. "
    "Of the same law, texts, facts and day it has the same bytes. Nothing is stored or logged of them.",
    "security": [{}, *SECURITY],
    "parameters": [
        {"name": "kind", "in": "path", "required": True, "description": "which", "schema": _KIND},
        {
            "name": "lang",
            "in": "query",
            "required": False,
            "description": "the language, one of those that the list names; English when left out",
            "schema": _LANGUAGE,
        },
        AS_OF_PARAMETER,
    ],
    "requestBody": {
        "required": False,
        "description": "What it is made of, as the list says; left out for one that needs nothing.",
        "content": {
            JSON: {
                "schema": GuideWantedSchema,
                "examples": {"place": {"summary": "For one place", "value": {"place": "us-ca"}}},
            }
        },
    },
    "responses": {
        "200": {
            "description": "The document",
            "headers": _ETAG,
            "content": {form: {"schema": {**_TEXT, "format": "binary"}} for form in FORMS},
        },
        "400": problems("unreadable", "bad-request"),
        "401": problems("unauthorized"),
        "403": problems("forbidden"),
        "404": problems("not-found", "no-such-record"),
        "406": problems("not-acceptable"),
        "409": problems("refused", "journal-broken"),
        "413": problems("too-large"),
        "415": problems("unsupported-media-type"),
        "422": problems("invalid-entry", "invalid-claim", "law-not-encoded"),
        "500": problems("unexpected"),
        "503": problems("unavailable"),
    },
}
