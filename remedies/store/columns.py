"""Types of columns that mean the same on SQLite, whose STRICT tables know five types, and on PostgreSQL."""

import datetime as dt
from typing import Any, Final

from sqlalchemy import BigInteger, Date, Dialect, Integer, Text, TypeDecorator
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeEngine

BIG: Final = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits with a sign: cents, and numbers that count."""


class Instant(TypeDecorator[dt.datetime]):
    """An instant in UTC, to the microsecond; on SQLite as text that sorts in time's order."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type of a dialect."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(Text())
        return dialect.type_descriptor(TIMESTAMP(timezone=True))

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Return what the driver stores."""
        if value is None or dialect.name != "sqlite":
            return value
        return instant_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:  # noqa: ANN401, ARG002
        """Return the instant that the driver read."""
        if isinstance(value, str):
            return dt.datetime.fromisoformat(value)
        return value.astimezone(dt.UTC) if isinstance(value, dt.datetime) else None


class Day(TypeDecorator[dt.date]):
    """A day; on SQLite as text that sorts in time's order."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type of a dialect."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Date())

    def process_bind_param(self, value: dt.date | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Return what the driver stores."""
        return value.isoformat() if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.date | None:  # noqa: ANN401, ARG002
        """Return the day that the driver read."""
        return dt.date.fromisoformat(value) if isinstance(value, str) else value


def instant_text(instant: dt.datetime) -> str:
    """Return an instant as 27 signs in UTC, always with microseconds: ``2026-11-22T05:06:24.000000Z``.

    Raises:
        ValueError: the instant has no time zone, so that nobody knows which it is.

    """
    if instant.tzinfo is None:
        message = "an instant needs its time zone"
        raise ValueError(message)
    return instant.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
