"""What a write hands in: a JSON document, a claim, or a form with one file; each within its own limit."""

import hashlib
from collections.abc import Mapping
from typing import Final

from flask import current_app, request
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from api.errors import FormError, ProblemError
from api.v1.files import BESIDE, FORM
from remedies.casework import JSON

FILE, FIELDS = "file", "fields"
MOST_PAPER: Final = 16 * 1_048_576
"""The most bytes of one paper of a case."""

MOST_ARCHIVE: Final = 128 * 1_048_576
"""The most bytes of an archive that is imported."""


def content(most: int | None = None, *, media_type: str = JSON) -> bytes:
    """Return the whole body of a request, of one media type.

    Raises:
        UnsupportedMediaType: it is of another.
        ProblemError: it has more bytes than are taken.

    """
    if request.mimetype != media_type:
        raise UnsupportedMediaType
    limit = current_app.config["MAX_CONTENT_LENGTH"] if most is None else most
    request.max_content_length = limit + 1
    try:
        found = request.get_data(cache=False)
    except RequestEntityTooLarge:
        raise _too_large(limit) from None
    if len(found) > limit:
        raise _too_large(limit)
    return found


def one_file(known: tuple[str, ...], most: int = MOST_PAPER) -> tuple[bytes, str, dict[str, str]]:
    """Return the file of a form, its media type, and the form's other fields.

    Raises:
        UnsupportedMediaType: the body is no form.
        ProblemError: it has more bytes than are taken.
        FormError: the form has no file, or fields that are not known or given twice.

    """
    if request.mimetype != FORM:
        raise UnsupportedMediaType
    request.max_content_length = most + BESIDE
    request.max_form_memory_size = most + BESIDE
    try:
        fields = request.form.to_dict(flat=False)
    except RequestEntityTooLarge:
        raise _too_large(most) from None
    for name, values in fields.items():
        if name not in known:
            says = f"are not all known; what is: file, {', '.join(known)}"
            raise FormError(FIELDS, says, code="unknown_field")
        if len(values) > 1:
            raise FormError(name, "is given more than once", code="duplicate_key")
    files = request.files.getlist("file")
    if len(files) != 1 or len(request.files) != 1:
        raise FormError(FILE, "must be one file", code="required")
    found = files[0].stream.read()
    if len(found) > most:
        raise _too_large(most)
    return found, files[0].mimetype, {name: values[0] for name, values in fields.items()}


def _too_large(most: int) -> ProblemError:
    return ProblemError(kind="too-large", detail=f"this takes at most {most:,} bytes")


def digest(*parts: bytes, **named: str) -> str:
    """Return what tells one write from another: method, address, and what was handed in."""
    found = hashlib.sha256()
    for part in (request.method.encode(), request.full_path.encode(), *parts, *_named(named)):
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.hexdigest()


def _named(fields: Mapping[str, str]) -> list[bytes]:
    return [part.encode() for name in sorted(fields) for part in (name, fields[name])]
