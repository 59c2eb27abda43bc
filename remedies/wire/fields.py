"""Fields that take plain decimal strings, days, flags and text, and say clearly what they take."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Any, Self

from marshmallow import Schema, ValidationError, fields

from remedies.facts import DAYS
from remedies.wire.reading import NUMBER

FIRST_YEAR, LAST_YEAR = 1900, 2199
MAX_TEXT = 200
_PLAIN = {places: re.compile(rf"[0-9]{{1,12}}(?:\.[0-9]{{1,{places}}})?") for places in (2, 4)}
_PLACES = {day: place for place, day in enumerate(DAYS)}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
REFERENCE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9.])?")


class Said(str):
    """A message with a stable code."""

    __slots__ = ("code",)
    code: str

    def __new__(cls, code: str, message: str) -> Self:
        """Keep the code beside the words."""
        said = super().__new__(cls, message)
        said.code = code
        return said

    def format(self, *args: object, **kwargs: object) -> "Said":
        """Keep the code when marshmallow fills a message in."""
        return Said(self.code, super().format(*args, **kwargs))


MISSING = Said("required", "is missing")
MESSAGES: dict[str, Any] = {
    "required": MISSING,
    "null": Said("wrong_type", "must not be null; leave the field out when it is not known"),
}


@lru_cache(maxsize=1024)
def _exact(plain: str) -> Fraction:
    whole, _, decimals = plain.partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals))


Plain = Callable[[object], object | None]
"""Reads an object in its plain form, and returns None for any other."""


class Many(fields.List[Any]):
    """A list that may be long: all in plain form it is read at once, otherwise by the entries' schema."""

    plain: Plain | None = None

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> list[Any]:  # noqa: ANN401
        if self.plain is not None and isinstance(value, list):
            found = [self.plain(entry) for entry in value]
            if all(entry is not None for entry in found):
                return found
        return super()._deserialize(value, *args, **kwargs)


def listed(of: type[Schema], *, plain: Plain | None = None, **kwargs: Any) -> Many:  # noqa: ANN401 - marshmallow's own
    """Return a field for a list of objects, each read by ``plain`` or else by the schema ``of``."""
    messages = MESSAGES | {"invalid": Said("wrong_type", "must be a list")}
    inner = fields.Nested(of, error_messages=MESSAGES)
    many = Many(inner, error_messages=messages, **kwargs)
    many.plain = plain
    return many


def plain_number(value: object, places: int) -> Fraction | None:
    """Return the number that a plain decimal string stands for; None when it is anything else."""
    if not isinstance(value, str) or not _PLAIN[places].fullmatch(value):
        return None
    return _exact(value)


def plain_day(value: object) -> dt.date | None:
    """Return the date that a string stands for; None when it is anything else."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


class Number(fields.String):
    """A plain decimal string such as ``"7.25"``: exact, never negative.

    Args:
        places: how many decimals it may have: 2 for amounts of dollars, 4 for rates and hours.
        positive: whether zero is refused.

    """

    def __init__(self, *, places: int = 4, positive: bool = False, **kwargs: Any) -> None:  # noqa: ANN401 - marshmallow's own
        """Describe the pattern for the schema document."""
        self._pattern = _PLAIN[places]
        self._places = places
        self._positive = positive
        metadata = {
            "pattern": f"^{self._pattern.pattern}$",
            "examples": ["7.25"],
            **kwargs.pop("metadata", {}),
        }
        super().__init__(error_messages=MESSAGES, metadata=metadata, **kwargs)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> Fraction:  # type: ignore[override]  # noqa: ANN401, ARG002 - marshmallow's signature
        if value is NUMBER or isinstance(value, int | float):
            raise ValidationError(
                Said("not_a_string", 'must be a string such as "7.25", not a JSON number')
            )
        if not isinstance(value, str):
            raise ValidationError(Said("wrong_type", 'must be a string such as "7.25"'))
        if not self._pattern.fullmatch(value):
            message = (
                "must be a plain decimal: digits, and a point with at most "
                f"{self._places} decimals where needed; no sign, no exponent, no separators"
            )
            raise ValidationError(Said("not_a_plain_decimal", message))
        number = _exact(value)
        if self._positive and not number:
            raise ValidationError(Said("out_of_range", "must be more than zero"))
        return number


class Day(fields.String):
    """A date such as ``"2014-10-11"``."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401
        """Describe the format for the schema document."""
        metadata = {"format": "date", **kwargs.pop("metadata", {})}
        super().__init__(error_messages=MESSAGES, metadata=metadata, **kwargs)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> dt.date:  # type: ignore[override]  # noqa: ANN401, ARG002 - marshmallow's signature
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise ValidationError(Said("not_a_date", 'must be a date such as "2014-10-11"'))
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            raise ValidationError(Said("not_a_date", "is not a day of the calendar")) from None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            message = f"must lie between {FIRST_YEAR} and {LAST_YEAR}"
            raise ValidationError(Said("out_of_range", message))
        return day


class Text(fields.String):
    """A short text of one line, without characters that cannot be printed."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401
        """Describe the length for the schema document."""
        metadata = {"maxLength": MAX_TEXT, **kwargs.pop("metadata", {})}
        super().__init__(error_messages=MESSAGES, metadata=metadata, **kwargs)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:  # noqa: ANN401, ARG002 - marshmallow's signature
        if not isinstance(value, str):
            raise ValidationError(Said("wrong_type", "must be text"))
        if len(value) > MAX_TEXT:
            raise ValidationError(Said("too_long", f"must have at most {MAX_TEXT} characters"))
        if _UNPRINTABLE.search(value):
            message = "has a character that cannot be printed (a control or a lone surrogate)"
            raise ValidationError(Said("unprintable", message))
        return value


class Reference(Text):
    """A pseudonym or initials: letters, digits, ``.``, ``_`` and ``-``, no spaces."""

    def _deserialize(self, value: object, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401
        text = super()._deserialize(value, *args, **kwargs)
        if not REFERENCE.fullmatch(text):
            message = (
                "must be a pseudonym or initials such as V-1, at most 40 letters, digits, points, "
                "hyphens and underscores; a full name is never needed (Fed. R. Crim. P. 49.1)"
            )
            raise ValidationError(Said("not_a_reference", message))
        return text


class Flag(fields.Boolean):
    """``true`` or ``false``, nothing that merely looks like it."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401
        """Say the same as other fields of what is missing."""
        super().__init__(error_messages=MESSAGES, **kwargs)

    def _deserialize(self, value: object, *_: object, **__: object) -> bool:
        if not isinstance(value, bool):
            raise ValidationError(Said("wrong_type", "must be true or false"))
        return value


class Word(fields.String):
    """One of a closed set of words, each standing for a value."""

    def __init__(self, words: Mapping[str, object], **kwargs: Any) -> None:  # noqa: ANN401
        """List the words for the schema document."""
        self._words = dict(words)
        metadata = {"enum": list(self._words), **kwargs.pop("metadata", {})}
        super().__init__(error_messages=MESSAGES, metadata=metadata, **kwargs)

    @classmethod
    def of(cls, words: type[StrEnum], **kwargs: Any) -> "Word":  # noqa: ANN401
        """Return a field for a closed set."""
        return cls({word.value: word for word in words}, **kwargs)

    def _deserialize(self, value: object, *_: object, **__: object) -> Any:  # noqa: ANN401
        if not isinstance(value, str) or value not in self._words:
            message = f"must be one of {', '.join(self._words)}"
            raise ValidationError(Said("not_one_of", message))
        return self._words[value]


class Days(fields.List[str]):
    """Weekdays such as ``["mon", "tue"]``, each once; to their numbers in order, Monday 0."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401
        """Describe the entries for the schema document."""
        super().__init__(Word({day: day for day in DAYS}), error_messages=MESSAGES, **kwargs)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> tuple[int, ...]:  # type: ignore[override]  # noqa: ANN401, ARG002
        if not isinstance(value, list) or not value:
            message = f"must be a list of days: {', '.join(DAYS)}"
            raise ValidationError(Said("wrong_type", message))
        places = [_PLACES.get(day) if isinstance(day, str) else None for day in value]
        found = [place for place in places if place is not None]
        if len(found) < len(places):
            message = f"has an entry that is not one of {', '.join(DAYS)}"
            raise ValidationError(Said("not_one_of", message))
        if len(set(found)) < len(found):
            raise ValidationError(Said("duplicate_day", "names a day twice"))
        return tuple(sorted(found))
