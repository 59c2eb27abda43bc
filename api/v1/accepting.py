"""What a client takes: the form of an answer, chosen by its ``Accept``."""

from typing import Any

from flask import request
from werkzeug.exceptions import NotAcceptable


def accepted(*forms: str) -> str:
    """Return the form that a client likes best; of equals the first, which ``*/*`` therefore gets.

    Raises:
        NotAcceptable: it takes none of them.

    """
    accept: Any = request.accept_mimetypes
    if not accept:
        return forms[0]
    best = max(forms, key=lambda form: accept[form])
    if not accept[best]:
        raise NotAcceptable
    return best
