"""The parts of a workbook's ZIP file, none of them larger than is said beforehand.

The directory is measured before it is read, every declared size before anything is unpacked, and
Python's reader stops at the declared size: so what is unpacked is bounded whatever the file says.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from remedies.intake.limits import MAX_DIRECTORY, MAX_PARTS, MAX_RATIO, MAX_UNPACKED
from remedies.intake.refusals import refuse

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_END_SIZE = 22
_LONGEST_TAIL = _END_SIZE + 65_535
_DIRECTORY_SIZE_AT = 12
_CHUNK = 65_536
_SMALL = 1_000_000
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile and zlib raise on a damaged file; a KeyError of theirs would be a bug of ours.
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Archive:
    """The parts of a ZIP file, by name."""

    def __init__(self, content: bytes) -> None:
        """Look at the directory and at nothing else.

        Raises:
            TableError: it is damaged, protected, or larger than is taken.

        """
        _check_directory(content)
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except _DAMAGED:
            refuse("", "not_a_table", "the workbook is damaged: its directory cannot be read")
        self._parts = {part.filename: part for part in self._zip.infolist()}
        self._check_parts()

    def __contains__(self, name: str) -> bool:
        """Return whether there is a part of that name."""
        return name in self._parts

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part, unpacked, piece by piece.

        Raises:
            TableError: the part is missing or damaged.

        """
        if name not in self._parts:
            refuse("", "not_a_table", "the workbook is damaged: a part of it is missing")
        try:
            with self._zip.open(self._parts[name]) as part:
                while chunk := part.read(_CHUNK):
                    yield chunk
        except _DAMAGED:
            refuse("", "not_a_table", "the workbook is damaged: a part of it cannot be unpacked")

    def _check_parts(self) -> None:
        parts = self._zip.infolist()
        if len(parts) > MAX_PARTS:
            refuse("", "unsafe_file", f"a workbook has at most {MAX_PARTS} parts")
        if len(self._parts) < len(parts):
            refuse("", "unsafe_file", "the workbook names a part twice")
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            refuse("", "not_a_table", "the workbook is protected; save a copy without a password")
        if any(part.compress_type not in _METHODS for part in parts):
            refuse("", "unsafe_file", "the workbook is packed in a way that workbooks are not")
        if sum(part.file_size for part in parts) > MAX_UNPACKED:
            why = f"unpacked, a workbook has at most {MAX_UNPACKED:,} bytes; this one has more"
            refuse("", "unsafe_file", why)
        if any(_out_of_proportion(part) for part in parts):
            why = f"a part of the workbook unpacks to more than {MAX_RATIO} times its size"
            refuse("", "unsafe_file", why)


def _out_of_proportion(part: zipfile.ZipInfo) -> bool:
    return part.file_size > max(_SMALL, MAX_RATIO * part.compress_size)


def _check_directory(content: bytes) -> None:
    """Refuse a directory that would be large when read; Python reads it whole."""
    tail = content[-_LONGEST_TAIL:]
    if _END_64 in tail:
        refuse("", "unsafe_file", "the workbook is packed as a ZIP64 file, which needs no 5 MB")
    at = tail.find(_END)
    while at >= 0:
        record = tail[at : at + _END_SIZE]
        if len(record) == _END_SIZE:
            (size,) = struct.unpack_from("<L", record, _DIRECTORY_SIZE_AT)
            if size > MAX_DIRECTORY:
                refuse("", "unsafe_file", f"a workbook has at most {MAX_PARTS} parts")
        at = tail.find(_END, at + 1)
