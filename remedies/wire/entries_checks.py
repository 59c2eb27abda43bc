"""What is wrong with the texts of an entry that came from elsewhere: the limits that its form has.

An entry read from a journal's text has the right types; its words may still be anything. Those that come in
an archive are held to what a form takes.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from marshmallow import ValidationError, fields

from remedies.errors import Problem
from remedies.ledger.entries import Entry
from remedies.wire.entries_fields import REFERENCE
from remedies.wire.entries_schema import of_shape
from remedies.wire.entries_shapes import MOST, Member, Shape, What, members
from remedies.wire.fields import Said

_UNKNOWN: Final = Said("unknown_position", "names what is not a position or an option")
_ACTOR: Final = Shape(What.TEXT)


def entry_problems(entry: Entry) -> list[Problem]:
    """Return what is wrong with an entry's texts, lists and tables; nothing of them is repeated."""
    found = list(_object(entry.body, ""))
    found += _said(_ACTOR, entry.actor, "actor")
    return found


def _object(value: Any, path: str) -> Iterator[Problem]:  # noqa: ANN401 - any class of the entries
    for member in members(value.__class__):
        yield from _member(member, getattr(value, member.name), path + member.name)


def _member(member: Member, value: Any, path: str) -> Iterator[Problem]:  # noqa: ANN401
    if not member.required and value == member.default():
        return
    yield from _value(member.shape, value, path)


def _value(shape: Shape, value: Any, path: str) -> Iterator[Problem]:  # noqa: ANN401
    match shape.what:
        case What.TEXT | What.REFERENCE | What.DIGEST | What.OPTIONS:
            yield from _said(shape, value, path)
        case What.OBJECT:
            yield from _object(value, path + ".")
        case What.LIST:
            yield from _many(value, path)
            for place, part in enumerate(value):
                yield from _value(shape.of, part, f"{path}[{place}]")
        case What.AMOUNTS:
            yield from _many(value, path)
            if not all(map(REFERENCE.fullmatch, value)):
                message = "the name of an amount must be a reference such as V-1"
                yield Problem(path, "not_a_reference", message)
        case _:
            return


def _many(value: Any, path: str) -> Iterator[Problem]:  # noqa: ANN401
    if len(value) > MOST:
        yield Problem(path, "too_many", f"has more than {MOST:,} entries")


def _said(shape: Shape, value: Any, path: str) -> Iterator[Problem]:  # noqa: ANN401
    try:
        _field(shape).deserialize(value)
    except ValidationError as error:
        said = error.messages[0] if isinstance(error.messages, list) else _UNKNOWN
        yield Problem(path, said.code if isinstance(said, Said) else "invalid", str(said))


@cache
def _field(shape: Shape) -> fields.Field[Any]:
    return of_shape(shape, {})
