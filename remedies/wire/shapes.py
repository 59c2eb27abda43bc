"""The parts that schemas of what this program writes are made of; nothing is dumped through them."""

from typing import Any

from marshmallow import RAISE, Schema, fields

AnyField = fields.Field[Any]
DECIMAL = r"^-?[0-9]+(?:\.[0-9]{1,6})?$"


def text(says: str = "", *, required: bool = True, null: bool = False, **more: object) -> AnyField:
    """Return a text."""
    metadata = {**({"description": says} if says else {}), **more}
    return fields.String(required=required, allow_none=null, metadata=metadata)


def amount(says: str = "", *, required: bool = True, null: bool = False) -> AnyField:
    """Return an amount as a decimal string."""
    return text(says, required=required, null=null, pattern=DECIMAL, examples=["545905.92"])


def one_of(
    words: object, says: str = "", *, required: bool = True, null: bool = False
) -> AnyField:
    """Return one of a set of words."""
    values = [str(word) for word in words]  # type: ignore[attr-defined]
    return text(says, required=required, null=null, enum=values)


def many(of: type[Schema] | AnyField, says: str = "") -> AnyField:
    """Return a list."""
    inner = fields.Nested(of) if isinstance(of, type) else of
    return fields.List(inner, required=True, metadata={"description": says} if says else {})


def by_column(values: AnyField, says: str) -> AnyField:
    """Return values by the key of their column."""
    return fields.Dict(
        keys=fields.String(), values=values, required=True, metadata={"description": says}
    )


class Exact(Schema):
    """A part of the result: nothing but the fields named here."""

    class Meta:
        """Nothing else stands in it."""

        unknown = RAISE
