"""Keys that encrypt identities and papers: AES-256-GCM, each ciphertext bound to its place.

The table, column, row, organization and key are authenticated with the content (associated data), so that a
ciphertext moved to another row or another organization is refused, not read as that row's.
"""

import base64
import binascii
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from remedies.errors import RemediesError

VARIABLE: Final = "REMEDIES_KEY"
BYTES: Final = 32
NONCE: Final = 12
"""Random for each encryption; safe for 2³² encryptions under one key (NIST SP 800-38D § 8.3)."""


class KeysError(RemediesError):
    """The keys cannot be used, or are not those that a row was encrypted with."""

    code = "keys"


class TamperedError(RemediesError):
    """A ciphertext is not the one that was stored there: changed, or moved from another place."""

    code = "tampered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a ciphertext stands; ``row`` is what tells the row from others of its organization."""

    table: str
    column: str
    row: tuple[str, ...]
    organization: str


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys of 32 bytes: the first encrypts, all decrypt. To rotate, put a new one before the others."""

    keys: tuple[bytes, ...] = field(repr=False)

    def __post_init__(self) -> None:
        """Check the keys.

        Raises:
            KeysError: there is none, one has another length, or one is given twice.

        """
        if not self.keys or any(len(key) != BYTES for key in self.keys):
            message = f"at least one key of {BYTES} bytes is needed, in base64"
            raise KeysError(message)
        if len({key_id(key) for key in self.keys}) < len(self.keys):
            message = "a key is given twice"
            raise KeysError(message)

    @property
    def current(self) -> str:
        """The id of the key that encrypts."""
        return key_id(self.keys[0])

    def encrypt(self, content: bytes, place: Place) -> tuple[str, bytes]:
        """Return the id of the key used, and the ciphertext: 28 bytes longer than the content."""
        nonce = os.urandom(NONCE)
        sealed = AESGCM(self.keys[0]).encrypt(nonce, content, _bound(place, self.current))
        return self.current, nonce + sealed

    def decrypt(self, key: str, ciphertext: bytes, place: Place) -> bytes:
        """Return the content of a ciphertext that was encrypted with the key of id ``key`` at ``place``.

        Raises:
            KeysError: none of the keys has that id.
            TamperedError: the ciphertext was changed, or is not of this place.

        """
        for candidate in self.keys:
            if key_id(candidate) == key:
                break
        else:
            message = f"key {key} is needed to read this: add it after the first in {VARIABLE}"
            raise KeysError(message)
        try:
            return AESGCM(candidate).decrypt(
                ciphertext[:NONCE], ciphertext[NONCE:], _bound(place, key)
            )
        except (InvalidTag, ValueError):
            message = f"what stands in {place.table} is not what was stored there"
            raise TamperedError(message) from None

    @classmethod
    def read(cls, written: str) -> Self:
        """Return the keys in a list in base64, apart by commas or white space.

        Raises:
            KeysError: the list has no key, or one that is none.

        """
        try:
            decoded = [
                base64.b64decode(word, validate=True) for word in written.replace(",", " ").split()
            ]
        except (binascii.Error, ValueError):
            decoded = []
        return cls(tuple(decoded))

    @classmethod
    def load(cls, environment: Mapping[str, str], path: Path) -> Self:
        """Return the keys in ``REMEDIES_KEY``, or else in the file, which is made when it is missing.

        Raises:
            KeysError: they cannot be used, or others than its owner may read the file.
            OSError: the file cannot be read or made.

        """
        if written := environment.get(VARIABLE, ""):
            return cls.read(written)
        with suppress(FileExistsError):
            _make(path)
        if path.stat().st_mode & 0o077:
            message = f"others may read {path.name}: chmod 600"
            raise KeysError(message)
        return cls.read(path.read_text("ascii"))


def new_key() -> str:
    """Return a new key in base64."""
    return base64.b64encode(secrets.token_bytes(BYTES)).decode()


def key_id(key: bytes) -> str:
    """Return what names a key beside what it encrypted: eight signs that tell nothing of it."""
    return hashlib.sha256(b"remedies key " + key).hexdigest()[:8]


def _bound(place: Place, key: str) -> bytes:
    words = [place.table, place.column, *place.row, place.organization, key]
    return json.dumps(words).encode()


def _make(path: Path) -> None:
    """Make the file whole under its name, so that nobody reads half of it.

    Raises:
        FileExistsError: it is there; it is left as it is.

    """
    if path.exists():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(new_key() + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    finally:
        draft.unlink()
