"""The journal's text: the one canonical JSON of an entry, and back.

Keys are sorted, nothing is spaced, money is integer cents, dates are ISO, words are the enumerations'
values, statutes are cited; a field that is as it would be without it is left out. The same entry is
therefore always the same bytes, which the journal's chain of digests rests on. What is read here was
written here: it is checked for its types only. What people hand in is read by the forms of
:mod:`remedies.wire.entries_schema`.
"""

import datetime as dt
import json
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

import orjson

from remedies.errors import UnreadableError
from remedies.ledger.entries import KINDS, Body, Entry
from remedies.wire.entries_reading import MalformedError, Value, reader, text_of, whole
from remedies.wire.entries_shapes import Shape, What, members

_TOGETHER: Final = 256
"""How many texts are read at a time."""


def body_json(body: Body) -> str:
    """Return the canonical text of what was entered."""
    return canonical(_written(body))


def body_of(kind: str, text: str) -> Body:
    """Return what was entered, of its kind and the text that :func:`body_json` returned.

    Raises:
        UnreadableError: the text is no JSON of that kind; nothing of it is repeated.

    """
    return _body(kind, _parsed(text))


def bodies_of(texts: Sequence[tuple[str, str]]) -> list[Body]:
    """Return what was entered, of each pair of a kind and a text that a chain of digests proves.

    As :func:`body_of`, and much faster: the texts are read together, and share the words that they have in
    common, such as thousands of references.

    Raises:
        UnreadableError: a text is no JSON of its kind; nothing of it is repeated.

    """
    found: list[Body] = []
    for start in range(0, len(texts), _TOGETHER):
        some = texts[start : start + _TOGETHER]
        try:
            values = _parsed(f"[{','.join(text for _, text in some)}]")
            if len(values) == len(some):
                found += [
                    _body(kind, value, proven=True)
                    for (kind, _), value in zip(some, values, strict=True)
                ]
                continue
        except UnreadableError:
            pass
        found += [body_of(kind, text) for kind, text in some]  # says which one cannot be read
    return found


def entry_json(entry: Entry) -> str:
    """Return the canonical text of an entry: its place in the journal, its day and what was entered."""
    found: dict[str, object] = {
        "seq": entry.seq,
        "on": entry.on.isoformat(),
        "kind": entry.body.kind,
        "body": _written(entry.body),
        "actor": entry.actor,
    }
    if entry.corrects is not None:
        found["corrects"] = entry.corrects
    if entry.recorded_at is not None:
        found["recorded_at"] = instant(entry.recorded_at)
    return canonical(found)


def entry_of(text: str) -> Entry:
    """Return the entry of a text that :func:`entry_json` returned.

    Raises:
        UnreadableError: it is no such text.

    """
    found = _parsed(text)
    try:
        kind, corrects, recorded_at = (
            found["kind"],
            found.get("corrects"),
            found.get("recorded_at"),
        )
        return Entry(
            seq=whole(found["seq"]),
            on=dt.date.fromisoformat(found["on"]),
            body=reader(Shape(What.OBJECT, KINDS[kind]))(found["body"]),
            corrects=None if corrects is None else whole(corrects),
            recorded_at=None if recorded_at is None else instant_of(recorded_at),
            actor=text_of(found["actor"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, MalformedError):
        message = "the text is not an entry of a journal"
        raise UnreadableError(message, code="malformed_entry") from None


def canonical(value: object) -> str:
    """Return JSON with sorted keys and without spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def instant(at: dt.datetime) -> str:
    """Return an instant in UTC as ``2026-11-22T05:06:07.000008Z``.

    Raises:
        ValueError: it says no time zone.

    """
    if at.tzinfo is None:
        message = "an instant says its time zone"
        raise ValueError(message)
    return at.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def instant_of(text: str) -> dt.datetime:
    """Return the instant of a text that :func:`instant` returned.

    Raises:
        ValueError: it is no such text.

    """
    if len(text) != len("2026-11-22T05:06:07.000008Z") or not text.endswith("Z"):
        message = "must be an instant such as 2026-11-22T05:06:07.000008Z"
        raise ValueError(message)
    return dt.datetime.fromisoformat(text)


def _parsed(text: str) -> Value:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        message = "the journal has a text that is not JSON"
        raise UnreadableError(message, code="malformed_entry") from None


def _body(kind: str, value: Value, *, proven: bool = False) -> Body:
    made = KINDS.get(kind)
    if made is None:
        message = "the journal has an entry of a kind that is not known here"
        raise UnreadableError(message, code="unknown_kind")
    try:
        found: Body = reader(Shape(What.OBJECT, made), proven=proven)(value)
    except MalformedError as error:
        where = ".".join(reversed(error.path))
        message = f"the journal has a {kind} that cannot be read: {where} {error}"
        raise UnreadableError(message, code="malformed_entry") from None
    return found


def _written(value: Value) -> dict[str, object]:
    return {
        name: write(found)
        for name, default, write in _writers(value.__class__)
        if (found := getattr(value, name)) != default
    }


@cache
def _writers(made: type) -> tuple[tuple[str, object, Callable[[Value], object]], ...]:
    return tuple(
        (m.name, _REQUIRED if m.required else m.default(), _writer(m.shape)) for m in members(made)
    )


_REQUIRED: Final = object()


def _writer(shape: Shape) -> Callable[[Value], object]:
    match shape.what:
        case What.DAY:
            return dt.date.isoformat
        case What.STATUTE:
            return str
        case What.WORD:
            return _word_written
        case What.AMOUNTS | What.OPTIONS:
            return dict
        case What.OBJECT:
            return _written
        case What.LIST:
            inner = _writer(shape.of)
            return lambda value: [inner(part) for part in value]
        case _:
            return _same


def _same(value: Value) -> object:
    return value


def _word_written(value: Value) -> object:
    return value.value
