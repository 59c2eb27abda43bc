"""Chains of digests: each row's covers its content and the digest before it, from a start of its own.

Whoever keeps a head (number and digest) outside the database can later prove that nothing up to it was
changed, taken out, put in, reordered or cut off.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import orjson

Content = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where a chain ends: how many rows it has, and the last one's digest (64 hexadecimal signs)."""

    seq: int
    digest: str


def start(what: str, of: str) -> Head:
    """Return the head of a chain that has no row yet; no two chains have the same."""
    return Head(seq=0, digest=hashlib.sha256(f"remedies {what} {of}".encode()).hexdigest())


def link(content: Content, previous: str) -> str:
    """Return the digest of a row: SHA-256 of the canonical JSON of its content and ``previous``."""
    canonical = orjson.dumps({**content, "previous": previous}, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(canonical).hexdigest()
