"""The headers of requests to the cases: which version is meant, and which write this is."""

import re
from typing import Final

from flask import request

from api.errors import ProblemError

KEY_HEADER: Final = "Idempotency-Key"
REPLAYED: Final = "Idempotency-Replayed"
_KEY: Final = re.compile(r"[!-~]{1,200}")
_VERSION: Final = re.compile(r'"([1-9][0-9]{0,8})"')


def idempotency_key() -> str:
    """Return the key of a write.

    Raises:
        ProblemError: there is none, or it is not one.

    """
    key = request.headers.get(KEY_HEADER, "").strip().strip('"')
    if not _KEY.fullmatch(key):
        detail = f"send the header {KEY_HEADER}: 1 to 200 visible characters"
        raise ProblemError(kind="idempotency-key-required", detail=detail)
    return key


def etag(seq: int) -> str:
    """Return the ETag of a record whose latest entry is ``seq``."""
    return f'"{seq}"'


def amended_version() -> int:
    """Return the entry that an amendment was made from, as its ``If-Match`` says.

    Raises:
        ProblemError: there is no such header, or what it names is no version of a record.

    """
    given = request.headers.get("If-Match", "").strip()
    if not given or given == "*":
        detail = 'send the header If-Match: "…" as its ETag said'
        raise ProblemError(kind="if-match-required", detail=detail)
    found = _VERSION.fullmatch(given)
    if found is None:
        detail = "If-Match names no version of this record"
        raise ProblemError(kind="changed", detail=detail)
    return int(found[1])
