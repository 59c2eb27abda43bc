"""The forms in which entries are handed in and given out, made from the entries' own classes.

A form has the fields of its kind besides ``on``, the day on which the thing happened, and ``corrects``, the
number of the entry that it replaces. Money is decimal strings of dollars. Unknown fields are refused, and
all that is wrong is said at once, each under its field. Nothing in a form is ever a person's name.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from typing import Any, Final

from marshmallow import Schema, ValidationError, fields, post_load, validate

from remedies.errors import InvalidEntryError, UnreadableError
from remedies.ledger.entries import KINDS, Body, Entry, Voided
from remedies.wire.base import Strict
from remedies.wire.entries import instant
from remedies.wire.entries_fields import Amounts, Cited, Count, Digest, Money, Reference, dollars
from remedies.wire.entries_shapes import MOST, Member, Shape, What, members
from remedies.wire.entries_words import named, says
from remedies.wire.fields import MESSAGES, Day, Flag, Said, Text, Word
from remedies.wire.mending import first, flattened
from remedies.wire.theory_schema import Choices

COMPUTED: Final[Mapping[str, frozenset[str]]] = {
    "payment": frozenset({"applied"}),
    "document": frozenset({"digest", "size"}),
}
"""Fields of an entry that its form does not have, because they are computed when it is entered."""

CHOSEN: Final[Mapping[str, str]] = {
    "payment": "PAY",
    "disbursement": "DIS",
    "transfer": "T",
    "hold": "H",
    "refund": "RF",
    "recovery": "R",
    "compensation": "P",
    "judgment": "J",
    "document": "DOC",
    "assessment": "A",
    "deadline": "DL",
}
"""Kinds whose reference is chosen where a form gives none, and how it then begins: ``PAY-1``."""

_OPTIONAL: Final[Mapping[str, tuple[str, ...]]] = {"disbursement": ("shares",)}
_TOO_MANY = Said("too_many", f"has more than {MOST:,} entries")


class Form(Strict):
    """A form: nothing but its fields."""

    error_messages = {  # noqa: RUF012 - marshmallow's own attribute
        "unknown": Said("unknown_field", "is not a field here"),
        "type": Said("wrong_type", "must be an object"),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a form gave: the values of the fields of its kind, the day, and what is corrected."""

    kind: str
    values: Mapping[str, Any]
    on: dt.date
    corrects: int | None = None

    def body(self, **computed: Any) -> Body:  # noqa: ANN401 - whatever the kind computes
        """Return what is to be entered, with the values that the form does not have."""
        return KINDS[self.kind](**{**self.values, **computed})


@cache
def form(kind: str) -> type[Schema]:
    """Return the schema in which an entry of a kind is handed in.

    Raises:
        KeyError: there is no such kind.

    """
    made = KINDS[kind]
    without = COMPUTED.get(kind, frozenset())
    found = {
        "on": Day(required=True, metadata={"description": says("", "on")}),
        "corrects": Count(
            required=made is Voided, metadata={"description": says("", "corrects"), "minimum": 1}
        ),
        **{m.name: _field(m, made) for m in members(made) if m.name not in without},
    }
    for name in _OPTIONAL.get(kind, ()) + (("reference",) if kind in CHOSEN else ()):
        found[name] = _field(_optional(made, name), made)
    return _schema(f"{made.__name__}FormSchema", _doc(made), found)


@cache
def entry_schema(kind: str) -> type[Schema]:
    """Return the schema of an entry of a kind as :func:`entry_document` gives it out.

    Raises:
        KeyError: there is no such kind.

    """
    made = KINDS[kind]
    found = {
        "seq": Count(required=True, metadata={"description": says("", "seq")}),
        "kind": Word({kind: kind}, required=True),
        "on": Day(required=True, metadata={"description": says("", "on")}),
        "recorded_at": fields.String(
            metadata={"format": "date-time", "description": says("", "recorded_at")}
        ),
        "actor": fields.String(metadata={"description": says("", "actor")}),
        "corrects": Count(metadata={"description": says("", "corrects")}),
        **{m.name: _field(m, made) for m in members(made)},
    }
    return _schema(f"{made.__name__}EntrySchema", _doc(made), found)


def read_form(kind: str, document: object) -> Given:
    """Return what a form of a kind gives.

    Args:
        kind: of :data:`remedies.ledger.entries.KINDS`.
        document: JSON as ``read_json(content, whole_numbers=True)`` returned it.

    Raises:
        InvalidEntryError: fields are unknown, missing or wrong; all at once, each by its name.
        UnreadableError: the document is not an object.

    """
    if not isinstance(document, dict):
        message = "an entry is a JSON object"
        raise UnreadableError(message, code="not_an_object")
    try:
        values = form(kind)().load(document)
    except ValidationError as error:
        raise InvalidEntryError(first(flattened(error.messages))) from None
    on, corrects = values.pop("on"), values.pop("corrects", None)
    if kind in CHOSEN:
        values.setdefault("reference", "")
    return Given(kind=kind, values=values, on=on, corrects=corrects)


def entry_document(entry: Entry) -> dict[str, object]:
    """Return an entry as JSON gives it out: money as decimal strings; what is not known is left out."""
    found: dict[str, object] = {
        "seq": entry.seq,
        "kind": entry.body.kind,
        "on": entry.on.isoformat(),
        **body_document(entry.body),
        "actor": entry.actor,
    }
    if entry.recorded_at is not None:
        found["recorded_at"] = instant(entry.recorded_at)
    if entry.corrects is not None:
        found["corrects"] = entry.corrects
    return found


def body_document(body: Any) -> dict[str, object]:  # noqa: ANN401 - any class of the entries
    """Return a body, or an object in one, as JSON gives it out; None and empty texts are left out."""
    return {
        key: write(value)
        for name, key, write in _writers(body.__class__)
        if (value := getattr(body, name)) is not None and value != ""
    }


def _schema(name: str, doc: str, found: Mapping[str, Any]) -> type[Schema]:
    return type(name, (Form,), {**found, "__doc__": doc, "__module__": __name__})


def _doc(made: type) -> str:
    return cleandoc(made.__doc__ or "").partition("\n\n")[0]


def _optional(made: type, name: str) -> Member:
    (found,) = (m for m in members(made) if m.name == name)
    return Member(name=found.name, shape=found.shape, required=False, default=str)


@cache
def _nested(made: type) -> type[Schema]:
    found: dict[str, Any] = {m.name: _field(m, made) for m in members(made)}

    def make(_: Schema, data: dict[str, Any], **__: object) -> object:
        return made(**data)

    found["make"] = post_load(make)
    return _schema(f"{made.__name__}Schema", _doc(made), found)


def _field(member: Member, made: type) -> fields.Field[Any]:
    words = says(made.__name__, member.name)
    name = named(made.__name__, member.name)
    more: dict[str, Any] = {
        **({} if name == member.name else {"data_key": name}),
        "required": member.required,
        "metadata": {"description": words} if words else {},
    }
    if member.shape.what in (What.FLAG, What.WORD) and not member.required:
        value = member.default()
        if value is not None:
            more["load_default"] = value
    return of_shape(member.shape, more)


def of_shape(shape: Shape, more: dict[str, Any]) -> fields.Field[Any]:
    """Return the field that reads a shape; ``more``: what the field is made with."""
    match shape.what:
        case What.WORD:
            return Word.of(shape.of, **more)
        case What.AMOUNTS:
            return Amounts(shape.of, **more)
        case What.LIST:
            return _list(shape.of, more)
        case What.TEXT:
            return _text(shape, **more)
        case What.OBJECT:
            return fields.Nested(_nested(shape.of), error_messages=MESSAGES, **more)
        case _:
            return _SIMPLE[shape.what](**more)


def _text(shape: Shape, **more: Any) -> Text:  # noqa: ANN401 - marshmallow's own
    """Return the field of a text, which may have to be shorter than others."""
    if shape.of is None:
        return Text(**more)
    said = Said("too_long", f"must have at most {shape.of} characters")
    metadata = {**more.pop("metadata", {}), "maxLength": shape.of}
    return Text(validate=validate.Length(max=shape.of, error=said), metadata=metadata, **more)


_SIMPLE: Final[Mapping[What, Callable[..., fields.Field[Any]]]] = {
    What.OPTIONS: Choices,
    What.REFERENCE: Reference,
    What.DIGEST: Digest,
    What.MONEY: Money,
    What.COUNT: Count,
    What.FLAG: Flag,
    What.DAY: Day,
    What.STATUTE: Cited,
}


class _Listed(fields.List[Any]):
    """A list that becomes a tuple."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        if isinstance(value, list) and len(value) > MOST:
            raise ValidationError(_TOO_MANY)
        return tuple(super()._deserialize(value, *args, **kwargs))


def _list(of: Shape, more: dict[str, Any]) -> fields.Field[Any]:
    messages = MESSAGES | {"invalid": Said("wrong_type", "must be a list")}
    return _Listed(
        of_shape(of, {}), error_messages=messages, validate=validate.Length(max=MOST), **more
    )


@cache
def _writers(made: type) -> tuple[tuple[str, str, Callable[[Any], object]], ...]:
    return tuple((m.name, named(made.__name__, m.name), _writer(m.shape)) for m in members(made))


def _writer(shape: Shape) -> Callable[[Any], object]:
    match shape.what:
        case What.MONEY:
            return dollars
        case What.DAY:
            return dt.date.isoformat
        case What.STATUTE:
            return str
        case What.WORD:
            return lambda value: value.value
        case What.AMOUNTS:
            return lambda value: {str(key): dollars(amount) for key, amount in value.items()}
        case What.OPTIONS:
            return dict
        case What.OBJECT:
            return body_document
        case What.LIST:
            inner = _writer(shape.of)
            return lambda value: [inner(part) for part in value]
        case _:
            return lambda value: value
