"""What a deployment may choose; read once, in ``wsgi.py``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from remedies.wire import MAX_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of one deployment.

    ``database_url`` is an SQLAlchemy address; ``max_bytes`` is the largest claim taken, never above what
    the reader itself takes.
    """

    database_url: str = "sqlite:///var/remedies.db"
    max_bytes: int = MAX_BYTES

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Return the settings in ``DATABASE_URL`` and ``MAX_BYTES``; what is not set has its default.

        Raises:
            ValueError: ``MAX_BYTES`` is not a whole number from 1 to the reader's own limit.

        """
        most = environment.get("MAX_BYTES", "") or str(MAX_BYTES)
        if not (most.isascii() and most.isdigit() and 1 <= int(most[:12]) <= MAX_BYTES):
            message = f"MAX_BYTES is a whole number of bytes from 1 to {MAX_BYTES}"
            raise ValueError(message)
        return cls(
            database_url=environment.get("DATABASE_URL", "") or cls().database_url,
            max_bytes=int(most),
        )
