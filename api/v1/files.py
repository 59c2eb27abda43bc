"""Requests that hand in one file: how large it may be, and what is said of one that is too large."""

from typing import Any, Final

from flask import Response, request
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from api.errors import problem
from api.problems import document
from remedies.intake.limits import MAX_BYTES

FORM: Final = "multipart/form-data"
BESIDE: Final = 65_536
"""The bytes that a form may have beside its file."""


def take_one(blueprint: Any, what: str, most: int = MAX_BYTES + BESIDE) -> None:  # noqa: ANN401 - of Flask or smorest
    """Let the forms of a blueprint hold one file and no more; ``what`` calls it, as "a table"."""

    def let_in() -> None:
        request.max_content_length = most
        if most > MAX_BYTES + BESIDE:  # a page carries the file among its fields
            request.max_form_memory_size = most

    def too_large(_: RequestEntityTooLarge) -> Response:
        return problem(document("too-large", f"{what} has at most {MAX_BYTES:,} bytes"))

    def no_form(_: UnsupportedMediaType) -> Response:
        return problem(document("unsupported-media-type", f"{what} is sent as {FORM}"))

    blueprint.before_request(let_in)
    blueprint.register_error_handler(RequestEntityTooLarge, too_large)
    blueprint.register_error_handler(UnsupportedMediaType, no_form)
