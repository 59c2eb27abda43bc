"""What a deployment may choose; read once, in ``wsgi.py``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from remedies.wire import MAX_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of one deployment.

    ``database_url`` is an SQLAlchemy address; ``max_bytes`` is the largest claim taken, never above what
    the reader itself takes. ``keys`` are those that encrypt identities and papers, in base64, the first for
    what is new; without any they are in ``key_file``, which is made when it is first needed.
    """

    database_url: str = "sqlite:///var/remedies.db"
    max_bytes: int = MAX_BYTES
    keys: str = field(default="", repr=False)
    key_file: Path = Path("var/remedies.key")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Return the settings in the environment; what is not set has its default.

        They are ``DATABASE_URL``, ``MAX_BYTES``, ``REMEDIES_KEY`` and ``REMEDIES_KEY_FILE``.

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
            keys=environment.get("REMEDIES_KEY", ""),
            key_file=Path(environment.get("REMEDIES_KEY_FILE", "") or cls().key_file),
        )
