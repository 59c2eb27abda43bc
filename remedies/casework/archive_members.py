"""The archive of a case as a file: members stored uncompressed, in order, with a manifest of their digests.

Fixed times and no compression make the same case the same bytes on every machine. Nothing is unpacked when
one is read: what a member declares is what it holds, and everything is held against the manifest.
"""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final, NoReturn

from remedies.errors import Problem, UnreadableError
from remedies.wire.entries import canonical

VERSION: Final = "1"
MANIFEST: Final = "manifest.json"
JOURNAL: Final = "journal.jsonl"
PAPERS: Final = "papers/"
IDENTITIES: Final = "identities/"
MOST_BYTES: Final = 512 * 1024 * 1024
"""The largest archive read."""

_MOST_MEMBERS: Final = 20_000
_BEGINNING: Final = (1980, 1, 1, 0, 0, 0)
_MODE: Final = 0o100600 << 16
_UNIX: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What an archive holds: ``about`` is the manifest without its members; contents by member's name."""

    about: Mapping[str, Any]
    members: Mapping[str, bytes] = field(default_factory=dict)

    def under(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Yield the members of a folder, each by its name within it."""
        for name, content in self.members.items():
            if name.startswith(folder):
                yield name.removeprefix(folder), content


def packed(archive: Archive) -> bytes:
    """Return the bytes of an archive: the manifest, then its members in their order."""
    digests = {name: _digest(content) for name, content in archive.members.items()}
    manifest = {"archive": VERSION, **archive.about, "members": digests}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as made:
        _add(made, MANIFEST, (canonical(manifest) + "\n").encode())
        for name, content in archive.members.items():
            _add(made, name, content)
    return file.getvalue()


def unpacked(content: bytes) -> Archive:
    """Return what the bytes of an archive hold, every member held against its digest.

    Raises:
        UnreadableError: it is no archive of a case, or is not as its manifest says.

    """
    if len(content) > MOST_BYTES:
        _refuse("too_large", f"an archive has at most {MOST_BYTES:,} bytes")
    found = dict(_members(content))
    manifest = _manifest(found.pop(MANIFEST, b""))
    digests = manifest.pop("members", None)
    if not isinstance(digests, dict) or list(digests) != sorted(digests):
        _refuse("archive_invalid", "the manifest does not list the members")
    wrong = [
        Problem(name, "archive_changed", "is not as the manifest says, or is missing")
        for name in digests
        if name not in found or _digest(found[name]) != digests[name]
    ]
    if wrong or found.keys() != digests.keys():
        message = "the archive's members are not those of its manifest"
        raise UnreadableError(message, code="archive_changed", problems=wrong)
    return Archive(about=manifest, members=found)


def _add(made: zipfile.ZipFile, name: str, content: bytes) -> None:
    member = zipfile.ZipInfo(name, _BEGINNING)
    member.create_system = _UNIX
    member.external_attr = _MODE
    made.writestr(member, content)


def _digest(content: bytes) -> str:
    return f"sha256:{sha256(content).hexdigest()}"


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            listed = file.infolist()
            names = {member.filename for member in listed}
            if len(names) < len(listed) or len(listed) > _MOST_MEMBERS:
                _refuse("archive_invalid", "a member is there twice, or there are too many")
            for member in listed:
                if member.compress_type != zipfile.ZIP_STORED or member.flag_bits & 1:
                    _refuse("archive_invalid", "a member is compressed or encrypted")
                yield member.filename, file.read(member)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError):
        _refuse("archive_invalid", "the file is no archive of a case, or is damaged")


def _manifest(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.pop("archive", None) != VERSION:
        _refuse("archive_invalid", "the archive has no manifest that is read here")
    return found


def _refuse(code: str, message: str) -> NoReturn:
    raise UnreadableError(message, code=code) from None
