"""Errors to HTTP: the only place that knows which error has which status.

A problem is ``application/problem+json`` (RFC 9457), or a page where the client prefers one. What is
not expected is logged by the kind of exception and a random number only: an exception's message may
quote a claim, so neither the message nor a traceback is written anywhere.
"""

import json
import logging
from http import HTTPStatus
from secrets import token_hex

from flask import Flask, Response, current_app, render_template, request
from werkzeug.exceptions import HTTPException

from api.problems import KINDS, document
from remedies.errors import RemediesError
from remedies.wire.problems import problem_document

PROBLEM = "application/problem+json"
_LOG = logging.getLogger("api")
_KIND_OF_STATUS = {
    400: "bad-request",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    413: "too-large",
    415: "unsupported-media-type",
}


class ProblemError(Exception):
    """What a request asks for cannot be had, for a reason that has its own kind of problem."""

    def __init__(
        self, *, kind: str, detail: str, headers: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """Name the kind, and say what is particular to this request."""
        self.kind = kind
        self.detail = detail
        self.headers = headers
        super().__init__(f"{kind}: {detail}")


class QueryError(Exception):
    """A part of a request's query is wrong."""

    of = "query"

    def __init__(self, field: str, message: str, *, code: str) -> None:
        """Name the part and say what it takes."""
        super().__init__(f"the {self.of}'s {field} {message}")
        self.wrong = {"field": field, "code": code, "message": message}


class FormError(QueryError):
    """A field of a form is wrong."""

    of = "form"


def register(app: Flask) -> None:
    """Answer every error of ``app`` with a problem."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(RemediesError, _remedies)
    app.register_error_handler(QueryError, _query)
    app.register_error_handler(ProblemError, _particular)
    app.register_error_handler(Exception, _unexpected)


def problem(found: dict[str, object]) -> Response:
    """Return the response for a problem document that has its status."""
    status = found["status"]
    assert isinstance(status, int)  # noqa: S101 - every kind has one
    if _prefers_page():
        name = str(found["type"]).rpartition("/")[2]
        page = render_template("problem.html", problem=found, kind=KINDS[name], name=name)
        return Response(page, status, mimetype="text/html")
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"
    return Response(text, status, mimetype=PROBLEM)


def _prefers_page() -> bool:
    if request.path.startswith("/v1/"):
        return False
    accept = request.accept_mimetypes
    return accept["text/html"] > max(accept[PROBLEM], accept["application/json"])


def _remedies(error: RemediesError) -> Response:
    found = problem_document(error)
    kind = KINDS.get(str(found["type"]).rpartition("/")[2])
    return _unexpected(error) if kind is None else problem({**found, "status": kind.status})


def _query(error: QueryError) -> Response:
    return problem(document("bad-request", str(error), (error.wrong,)))


def _particular(error: ProblemError) -> Response:
    response = problem(document(error.kind, error.detail))
    response.headers.extend(error.headers)
    return response


def _http(error: HTTPException) -> Response:
    if error.response is not None and isinstance(error.response, Response):
        return error.response
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if status < HTTPStatus.BAD_REQUEST:  # a redirect that the router asks for
        return Response(status=status, headers=_headers(error))
    name = _KIND_OF_STATUS.get(status)
    if name is None:
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return _unexpected(error)
        name = "bad-request"
    detail = ""
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        detail = f"a claim has at most {current_app.config['MAX_CONTENT_LENGTH']:,} bytes"
    response = problem(document(name, detail))
    response.headers.extend(_headers(error))
    return response


def _headers(error: HTTPException) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, value in error.get_headers()
        if name in {"Allow", "Location", "Retry-After"}
    ]


def _unexpected(error: Exception) -> Response:
    number = token_hex(8)
    _LOG.error("unexpected %s, number %s", type(error).__name__, number)
    return problem(document("unexpected", f"number {number}"))
