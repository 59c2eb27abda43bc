"""What an operation on cases answers, and how it becomes a response."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from flask import Response, request

from remedies.casework import JSON
from remedies.store import paper_digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an operation answers: a JSON document, or a file that is made once the transaction has ended.

    ``etag`` is the version of what is answered, quoted as the header has it; ``headers`` are the others.
    """

    document: object = None
    status: int = HTTPStatus.OK
    etag: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    file: Callable[[], bytes] | None = None
    media_type: str = JSON
    name: str = ""


def json_text(document: object) -> str:
    """Return a document as JSON of one line."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def digested(document: object, *, text: bytes | None = None) -> Answer:
    """Return the answer that is a JSON document, or its ``text``; its version is the digest of its bytes."""
    written = json_text(document).encode() if text is None else text
    return Answer(file=lambda: written, etag=f'"{paper_digest(written)}"')


def unchanged(answer: Answer) -> bool:
    """Return whether the client holds this version already, as its ``If-None-Match`` says."""
    return bool(answer.etag) and answer.etag.strip('"') in request.if_none_match


def response(answer: Answer) -> Response:
    """Return the response for an answer; 304 where the client holds that version."""
    if request.method in {"GET", "HEAD"} and unchanged(answer):
        made = Response(status=HTTPStatus.NOT_MODIFIED)
    else:
        content = json_text(answer.document) if answer.file is None else answer.file()
        made = Response(content, answer.status, mimetype=answer.media_type)
        if answer.name:
            made.headers["Content-Disposition"] = f'attachment; filename="{answer.name}"'
    if answer.etag:
        made.headers["ETag"] = answer.etag
    made.headers["Vary"] = "Accept, Authorization"
    made.headers.update(answer.headers)
    return made
