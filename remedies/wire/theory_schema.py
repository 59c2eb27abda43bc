"""Theories in a claim: named sets of positions, and how options are given for positions."""

from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from remedies.facts.theories import Theory
from remedies.wire.base import Strict
from remedies.wire.fields import MESSAGES, Said, Text

MOST_THEORIES = 20
_MOST_POSITIONS = 100
_LONGEST_NAME = 60
_WORD = validate.Regexp(
    r"[a-z0-9_]{1,60}\Z", error=Said("unknown_position", "is not a registered position or option")
)
_NO_WORD = MESSAGES | {"invalid": Said("wrong_type", "must be the name of an option")}


class Choices(fields.Dict):
    """Options by the position that each is chosen for; a problem names the position."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - marshmallow's own
        """Take the names of positions and options."""
        super().__init__(
            keys=fields.String(validate=_WORD, error_messages=_NO_WORD),
            values=fields.String(validate=_WORD, error_messages=_NO_WORD),
            error_messages=MESSAGES | {"invalid": Said("wrong_type", "must be an object")},
            **kwargs,
        )

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - marshmallow's own
        if isinstance(value, dict) and len(value) > _MOST_POSITIONS:
            message = f"has more than {_MOST_POSITIONS} entries"
            raise ValidationError([Said("too_many", message)])
        try:
            return super()._deserialize(value, *args, **kwargs)  # type: ignore[no-untyped-call]
        except ValidationError as error:
            if not isinstance(error.messages, dict):
                raise
            said = {
                key: [message for messages in found.values() for message in messages]
                for key, found in error.messages.items()
            }
            raise ValidationError(said) from None


class TheorySchema(Strict):
    """A theory: a name, and the options of the positions on which it differs from the claim's own."""

    name = Text(
        required=True,
        validate=validate.Length(
            min=1, max=_LONGEST_NAME, error=Said("too_long", "must have 1 to 60 characters")
        ),
        metadata={"minLength": 1, "maxLength": _LONGEST_NAME},
    )
    positions = Choices(required=True)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Theory:
        """Return the theory."""
        return Theory(**data)
