"""What every schema of a claim shares: unknown fields are errors, and messages have codes."""

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import RAISE, Schema, ValidationError

from remedies.wire.fields import MISSING, Said


class Strict(Schema):
    """A schema that refuses what it does not know."""

    error_messages = {  # noqa: RUF012 - marshmallow's own attribute
        "unknown": Said("unknown_field", "is not a field of a claim"),
        "type": Said("wrong_type", "must be an object"),
    }

    class Meta:
        """Unknown fields are errors; order follows the class."""

        unknown = RAISE


def need(data: Mapping[str, Any], names: Iterable[str], *, of: type[Strict]) -> None:
    """Require fields that a kind or basis makes necessary.

    Raises:
        ValidationError: naming each that is missing as the claim writes it.

    """
    missing = {_key(of, name): [MISSING] for name in names if data.get(name) is None}
    if missing:
        raise ValidationError(missing)


def only(data: Mapping[str, Any], names: Iterable[str], *, of: type[Strict], why: str) -> None:
    """Refuse fields that a kind or basis has no use for.

    Raises:
        ValidationError: naming each that does not belong.

    """
    allowed = set(names)
    extra = {
        _key(of, name): [Said("does_not_belong", why)]
        for name, value in data.items()
        if value is not None and name not in allowed
    }
    if extra:
        raise ValidationError(extra)


def _key(schema: type[Strict], name: str) -> str:
    field = schema._declared_fields[name]  # noqa: SLF001 - marshmallow's own registry of fields
    return field.data_key or name
