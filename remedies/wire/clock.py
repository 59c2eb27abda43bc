"""Clock times of one day, exact to the minute."""

import re
from fractions import Fraction
from typing import Any

from marshmallow import ValidationError, fields

from remedies.wire.fields import MESSAGES, Said

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")


class Clock(fields.String):
    """A time such as ``"07:30"``; ``"24:00"`` ends a day."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - marshmallow's own
        """Describe the pattern for the schema document."""
        metadata = {"pattern": f"^(?:{_CLOCK.pattern})$"}
        super().__init__(error_messages=MESSAGES, metadata=metadata, **kwargs)

    def _deserialize(self, value: object, *_: object, **__: object) -> str:
        if not isinstance(value, str) or not _CLOCK.fullmatch(value):
            raise ValidationError(Said("not_a_time", 'must be a time such as "07:30"'))
        return value


def hours_between(start: str, end: str) -> Fraction:
    """Return the hours from ``start`` to ``end`` on one day, exact.

    Raises:
        ValidationError: the end is not after the start.

    """
    minutes = _minutes(end) - _minutes(start)
    if minutes <= 0:
        message = (
            "must be after start on the same day; give each date its own record past midnight"
        )
        raise ValidationError({"end": [Said("reversed_period", message)]})
    return Fraction(minutes, 60)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
