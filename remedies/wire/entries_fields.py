"""Fields of the forms in which entries are handed in: money, counts, digests, statutes, amounts."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from marshmallow import ValidationError, fields

from remedies.facts.convictions import Statute
from remedies.wire.entries_shapes import MOST
from remedies.wire.fields import MESSAGES, Said, Text
from remedies.wire.reading import NUMBER, safe_name

MONEY: Final = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,2})?")
REFERENCE: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9.])?")
"""A reference within a case: the shape of a claim's reference, at most 60 characters."""

_DIGEST: Final = re.compile(r"sha256:[0-9a-f]{64}")
_NOT_PLAIN = Said(
    "not_a_plain_decimal",
    "must be a plain decimal of dollars: at most 12 digits, and a point with at most 2 decimals where "
    "needed; no sign, no exponent, no separators",
)
_NOT_TEXT = Said("not_a_string", 'must be a string such as "7.25", not a JSON number')
MOST_COUNTED: Final = 10**12


def dollars(cents: int) -> str:
    """Return cents as dollars, such as ``7.25``; a minus sign before what is below zero."""
    whole, part = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole}.{part:02d}"


def cents(plain: str) -> int:
    """Return the cents of a plain decimal of dollars that :data:`MONEY` matches."""
    whole, _, decimals = plain.partition(".")
    return int(whole + decimals.ljust(2, "0"))


class Money(fields.String):
    """An amount of dollars such as ``"7.25"``, to integer cents; never negative."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - marshmallow's own
        """Describe the pattern for the schema document."""
        metadata = {
            "pattern": f"^{MONEY.pattern}$",
            "examples": ["7.25"],
            **kwargs.pop("metadata", {}),
        }
        super().__init__(error_messages=MESSAGES, metadata=metadata, **kwargs)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> int:  # type: ignore[override]  # noqa: ANN401 - marshmallow's signature
        said = _wrong_money(value)
        if said is not None:
            raise ValidationError(said)
        return cents(value)


def _wrong_money(value: object) -> Said | None:
    if isinstance(value, str) and MONEY.fullmatch(value):
        return None
    return _NOT_TEXT if value is NUMBER or isinstance(value, int | float) else _NOT_PLAIN


class Count(fields.Integer):
    """A whole number, never negative."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - marshmallow's own
        """Describe the bounds for the schema document."""
        metadata = {"minimum": 0, "maximum": MOST_COUNTED, **kwargs.pop("metadata", {})}
        super().__init__(error_messages=MESSAGES, metadata=metadata, **kwargs)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> int:  # noqa: ANN401 - marshmallow's signature
        if type(value) is not int or not 0 <= value <= MOST_COUNTED:
            message = f"must be a whole number from 0 to {MOST_COUNTED:,}"
            raise ValidationError(Said("not_a_count", message))
        return value


class Reference(Text):
    """A reference within the case, such as ``V-1``: letters, digits, ``.``, ``_`` and ``-``."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - marshmallow's own
        """Describe the pattern for the schema document."""
        metadata = {
            "pattern": f"^{REFERENCE.pattern}$",
            "maxLength": 60,
            **kwargs.pop("metadata", {}),
        }
        super().__init__(metadata=metadata, **kwargs)

    def _deserialize(self, value: object, *_: Any, **__: Any) -> str:  # noqa: ANN401
        if not isinstance(value, str) or not REFERENCE.fullmatch(value):
            message = (
                "must be a reference such as V-1, at most 60 letters, digits, points, hyphens and "
                "underscores; never a name (Fed. R. Crim. P. 49.1)"
            )
            raise ValidationError(Said("not_a_reference", message))
        return value


class Digest(Text):
    """The digest of a paper's bytes: ``sha256:`` and 64 hexadecimal digits."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - marshmallow's own
        """Describe the pattern for the schema document."""
        metadata = {"pattern": f"^{_DIGEST.pattern}$", **kwargs.pop("metadata", {})}
        super().__init__(metadata=metadata, **kwargs)

    def _deserialize(self, value: object, *_: Any, **__: Any) -> str:  # noqa: ANN401
        if not isinstance(value, str) or not _DIGEST.fullmatch(value):
            message = "must be sha256: and 64 hexadecimal digits"
            raise ValidationError(Said("not_a_digest", message))
        return value


class Cited(Text):
    """A section of the United States Code such as ``18 USC 1589``."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - marshmallow's own
        """Give an example for the schema document."""
        metadata = {"examples": ["18 USC 1589"], **kwargs.pop("metadata", {})}
        super().__init__(metadata=metadata, **kwargs)

    def _deserialize(self, value: object, *args: Any, **kwargs: Any) -> Statute:  # type: ignore[override]  # noqa: ANN401
        found = Statute.parse(super()._deserialize(value, *args, **kwargs))
        if found is None:
            message = "must be a section of the United States Code such as 18 USC 1589"
            raise ValidationError(Said("not_a_statute", message))
        return found


class Amounts(fields.Dict):
    """Amounts of dollars by reference, or by the words of a closed set; at most so many."""

    def __init__(self, words: type[StrEnum] | None = None, **kwargs: Any) -> None:  # noqa: ANN401
        """Describe keys and values for the schema document."""
        self._keys: Mapping[str, str] | None = None
        if words is not None:
            self._keys = {word.value: word for word in words}
        super().__init__(
            keys=fields.String(metadata={"pattern": f"^{REFERENCE.pattern}$"}),
            values=Money(),
            error_messages=MESSAGES,
            metadata={"maxProperties": MOST, **kwargs.pop("metadata", {})},
            **kwargs,
        )

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> dict[str, int]:  # noqa: ANN401
        if not isinstance(value, dict):
            raise ValidationError(Said("wrong_type", "must be an object of amounts by reference"))
        if len(value) > MOST:
            raise ValidationError(Said("too_many", f"has more than {MOST:,} entries"))
        wrong: dict[str, list[Said]] = {}
        found: dict[str, int] = {}
        for name, amount in value.items():
            said = list(self._wrong(name, amount))
            if said:
                wrong.setdefault(safe_name(name), []).extend(said)
            else:
                found[self._keys[name] if self._keys else name] = cents(amount)
        if wrong:
            raise ValidationError(dict(wrong))
        return found

    def _wrong(self, name: str, amount: object) -> Iterator[Said]:
        if self._keys is not None:
            if name not in self._keys:
                yield Said("not_one_of", f"must be one of {', '.join(self._keys)}")
        elif not REFERENCE.fullmatch(name):
            yield Said("not_a_reference", "the name of an amount must be a reference such as V-1")
        said = _wrong_money(amount)
        if said is not None:
            yield said
