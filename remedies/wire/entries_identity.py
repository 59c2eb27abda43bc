"""Who a victim is and how to reach them: the one document with names; it is stored encrypted and apart."""

from typing import Any, Final

from marshmallow import Schema, ValidationError, fields, validate

from remedies.errors import InvalidEntryError, UnreadableError
from remedies.wire.base import Strict
from remedies.wire.entries import canonical
from remedies.wire.fields import MESSAGES, Said, Text
from remedies.wire.mending import first, flattened

_MOST_LINES: Final = 8


def _text(says: str) -> Text:
    return Text(metadata={"description": says})


class IdentitySchema(Strict):
    """Who a victim is and how to reach them; every field may be left out."""

    error_messages = {  # noqa: RUF012 - marshmallow's own attribute
        "unknown": Said("unknown_field", "is not a field of an identity"),
        "type": Said("wrong_type", "must be an object"),
    }

    name = _text("the name under which payments are made out")
    preferred_name = _text("how the person wants to be addressed")
    language = _text("the language to write in")
    address = fields.List(
        Text(),
        validate=validate.Length(
            max=_MOST_LINES, error=Said("too_many", f"has more than {_MOST_LINES} lines")
        ),
        error_messages=MESSAGES | {"invalid": Said("wrong_type", "must be a list of lines")},
        metadata={"description": "where payments are sent, line by line"},
    )
    phone = _text("a telephone number")
    email = _text("an address for electronic mail")
    representative = _text("who acts for the victim (18 U.S.C. § 1593(c))")
    contact_safely = _text("how, and how not, the victim may be reached without danger")


_SCHEMA: Final[Schema] = IdentitySchema()


def read_identity(document: object) -> bytes:
    """Return an identity as it is stored: its fields' canonical JSON.

    Args:
        document: JSON as ``read_json`` returned it.

    Raises:
        InvalidEntryError: fields are unknown or wrong; nothing of them is repeated.
        UnreadableError: the document is not an object.

    """
    if not isinstance(document, dict):
        message = "an identity is a JSON object"
        raise UnreadableError(message, code="not_an_object")
    try:
        found: dict[str, Any] = _SCHEMA.load(document)
    except ValidationError as error:
        raise InvalidEntryError(first(flattened(error.messages))) from None
    return canonical(found).encode()
