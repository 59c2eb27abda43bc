"""What every schema of a claim shares: unknown fields are errors, and messages have codes."""

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import RAISE, Schema, ValidationError

from remedies.wire.fields import MISSING, Said


class Strict(Schema):
    """A schema that refuses what it does not know, and says at once all that is wrong.

    A subclass whose ``kind`` or ``basis`` decides which fields it takes says so in :meth:`misshapen`;
    what is missing is then reported beside what is wrong.
    """

    error_messages = {  # noqa: RUF012 - marshmallow's own attribute
        "unknown": Said("unknown_field", "is not a field of a claim"),
        "type": Said("wrong_type", "must be an object"),
    }

    class Meta:
        """Unknown fields are errors; order follows the class."""

        unknown = RAISE

    def misshapen(self, given: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:  # noqa: ARG002 - for subclasses
        """Yield the fields that are missing from, or do not belong to, the object as it was given."""
        yield from ()

    def demand_shape(self, given: Mapping[str, Any]) -> None:
        """Require the shape of :meth:`misshapen`.

        Raises:
            ValidationError: naming each field as the claim writes it.

        """
        found = {name: [said] for name, said in self.misshapen(given)}
        if found:
            raise ValidationError(found)

    def handle_error(self, error: ValidationError, data: Any, *, many: bool, **_: object) -> None:  # noqa: ANN401
        """Add what is misshapen to what is wrong; marshmallow calls this before it raises."""
        if many or not isinstance(data, dict) or not isinstance(error.messages, dict):
            return
        for name, said in self.misshapen(data):
            error.messages.setdefault(name, [said])


def need(given: Mapping[str, Any], *names: str) -> Iterator[tuple[str, Said]]:
    """Yield the names, as the claim writes them, that a kind or basis makes necessary."""
    for name in names:
        if given.get(name) is None:
            yield name, MISSING


def only(given: Mapping[str, Any], *names: str, why: str) -> Iterator[tuple[str, Said]]:
    """Yield the names given that a kind or basis has no use for."""
    for name, value in given.items():
        if value is not None and name not in names:
            yield name, Said("does_not_belong", why)
