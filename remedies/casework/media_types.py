"""Papers are what they are said to be: the first bytes of a file, held against the media type stated."""

from collections.abc import Mapping
from typing import Final

from remedies.errors import InvalidEntryError, Problem

_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_BEGINNINGS: Final[Mapping[str, tuple[bytes, ...]]] = {
    "application/pdf": (b"%PDF-",),
    "application/zip": (b"PK\x03\x04",),
    f"{_OFFICE}spreadsheetml.sheet": (b"PK\x03\x04",),
    f"{_OFFICE}wordprocessingml.document": (b"PK\x03\x04",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/tiff": (b"II*\x00", b"MM\x00*"),
}
"""How the bytes of a media type begin."""

_HOLDS: Final[Mapping[str, bytes]] = {
    f"{_OFFICE}spreadsheetml.sheet": b"xl/",
    f"{_OFFICE}wordprocessingml.document": b"word/",
}
"""The folder that an office document of a media type has among its members."""

_TEXTS: Final = frozenset({"text/plain", "text/csv", "application/json"})
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\f\r") | {127})


def demand_media_type(media_type: str, content: bytes) -> None:
    """Require that a paper has bytes, and those of the media type stated, where it is one known here.

    Raises:
        InvalidEntryError: ``empty``, or ``not_its_type``; of the file.

    """
    if not content:
        raise InvalidEntryError([Problem("file", "empty", "has no bytes")])
    if not (_is_text(content) if media_type in _TEXTS else _is(media_type, content)):
        says = f"is not of the media type {media_type} that was stated, by its bytes"
        raise InvalidEntryError([Problem("file", "not_its_type", says)])


def _is(media_type: str, content: bytes) -> bool:
    return (
        content.startswith(_BEGINNINGS.get(media_type, b""))
        and _HOLDS.get(media_type, b"") in content
    )


def _is_text(content: bytes) -> bool:
    """Return whether the bytes are UTF-8 without control characters."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return len(content.translate(None, _CONTROLS)) == len(content)
