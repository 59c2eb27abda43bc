"""Reading JSON strictly: duplicate keys, numbers that are not strings and deep nesting are errors."""

import json
import re
from collections.abc import Callable, Iterable

from remedies.errors import Problem, UnreadableError

MAX_BYTES = 1_048_576
"""The largest claim read, in bytes: ten years of daily records take a quarter of it."""

_WHOLE_DIGITS = 15
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_.\-]{1,40}")


class JsonNumber:
    """A number written as a JSON number, or ``NaN``: never money, hours or a rate here."""

    __slots__ = ()


NUMBER = JsonNumber()


def read_json(content: bytes, *, whole_numbers: bool = False) -> object:
    """Return the document in ``content``; numbers come back as :class:`JsonNumber`.

    Args:
        content: the JSON.
        whole_numbers: read those of at most 15 digits as integers, for forms that count.

    Raises:
        UnreadableError: it is too large, not UTF-8, not JSON, too deep, or names a field twice.

    """
    if len(content) > MAX_BYTES:
        message = f"a claim has at most {MAX_BYTES:,} bytes; this one has {len(content):,}"
        raise UnreadableError(message, code="too_large")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"the text is not UTF-8 at byte {error.start}"
        raise UnreadableError(message, code="not_utf8") from None
    return _parse(text, _whole if whole_numbers else _number)


def safe_name(name: object) -> str:
    """Return a field's name when it is plain, and otherwise words that repeat nothing of it."""
    text = str(name)
    return text if _PLAIN_NAME.fullmatch(text) else "(a name that is not shown)"


def _number(_: str) -> JsonNumber:
    return NUMBER


def _whole(plain: str) -> int | JsonNumber:
    return int(plain) if len(plain) <= _WHOLE_DIGITS else NUMBER


def _parse(text: str, integer: Callable[[str], object]) -> object:
    repeated: list[str] = []

    def build(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, value in pairs:
            if name in found:
                repeated.append(name)
            found[name] = value
        return found

    try:
        document: object = json.loads(
            text,
            object_pairs_hook=build,
            parse_int=integer,
            parse_float=_number,
            parse_constant=_number,
        )
    except RecursionError:
        message = "the document is nested too deeply"
        raise UnreadableError(message, code="too_deep") from None
    except ValueError as error:
        where = ""
        if isinstance(error, json.JSONDecodeError):
            where = f" at line {error.lineno}, column {error.colno}"
        message = f"the text is not JSON{where}"
        raise UnreadableError(message, code="not_json") from None
    if repeated:
        raise _repeated(repeated)
    return document


def _repeated(names: list[str]) -> UnreadableError:
    problems = [
        Problem(safe_name(name), "duplicate_key", "is given twice in one object")
        for name in dict.fromkeys(names)
    ]
    return UnreadableError("a field is given twice", code="duplicate_key", problems=problems)
