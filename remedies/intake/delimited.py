"""Text tables: values with commas, semicolons or tabs between them (CSV, RFC 4180).

Nothing in a text table is a formula: a value that begins with ``=``, ``+``, ``-`` or ``@`` is text.
"""

import codecs
import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO

from remedies.intake.cells import BLANK, Cell, Kind, Row
from remedies.intake.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT
from remedies.intake.refusals import refuse

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Half of a character, written as if it were one: no text of Windows either.
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_QUOTED = re.compile(r'"(?:[^"]|"")*(?:"|\Z)')
_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delimited:
    """The rows of a text table, and how it turned out to be written."""

    rows: tuple[Row, ...]
    encoding: str
    delimiter: str


def read_delimited(content: bytes) -> Delimited:
    """Return the rows of a text table.

    Raises:
        TableError: it is not text, or larger than is taken.

    """
    text, encoding = _text(content)
    delimiter = _delimiter(text)
    return Delimited(rows=tuple(_rows(text, delimiter)), encoding=encoding, delimiter=delimiter)


def _text(content: bytes) -> tuple[str, str]:
    """Return the text and its encoding: UTF-8, UTF-16 with its mark, or else Windows-1252."""
    encodings = ["utf-16"] if content.startswith(_UTF_16) else ["utf-8-sig"]
    if not content.startswith((*_UTF_16, codecs.BOM_UTF8)) and not _SURROGATE.search(content):
        encodings.append("cp1252")
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            return _checked(content.decode(encoding)), encoding.removesuffix("-sig")
    return refuse("", "not_utf8", "the text is not UTF-8; save the table as CSV UTF-8")


def _checked(text: str) -> str:
    if _CONTROL.search(text):
        why = "is neither a workbook (.xlsx) nor a text table (.csv): it has control characters"
        refuse("", "not_a_table", why)
    return text


def _delimiter(text: str) -> str:
    """Return the sign that stands between the values of the first line that has any."""
    line = text.lstrip("\r\n").partition("\n")[0]
    bare = _QUOTED.sub("", line[: MAX_COLUMNS * MAX_TEXT])
    counts = {sign: bare.count(sign) for sign in _DELIMITERS}
    most = max(counts.values())
    found = [sign for sign, count in counts.items() if count == most]
    if most and len(found) > 1:
        why = "the first row has as many of one separator as of another; use commas only"
        refuse("row 1", "not_a_table", why)
    return found[0]


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    kept = cells = 0
    for number, values in enumerate(_records(text, delimiter), 1):
        if not any(value.strip() for value in values):
            continue
        kept += 1
        cells += len(values)
        if kept > MAX_ROWS + 1:
            refuse("", "too_many", f"a table has at most {MAX_ROWS:,} rows; split the file")
        if cells > MAX_CELLS:
            refuse("", "too_many", f"a table has at most {MAX_CELLS:,} cells; split the file")
        if len(values) > MAX_COLUMNS:
            refuse(f"row {number}", "too_many", f"has more than {MAX_COLUMNS} columns")
        if any(len(value) > MAX_TEXT for value in values):
            refuse(f"row {number}", "too_long", f"has a cell of more than {MAX_TEXT:,} characters")
        yield Row(number, tuple(_cell(value) for value in values))


def _cell(value: str) -> Cell:
    return Cell(Kind.TEXT, value) if value and not value.isspace() else BLANK


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            why = (
                "cannot be read: a quotation mark is left open or stands inside a value, or a value is very "
                "long"
            )
            refuse(f"row {number}", "not_a_table", why)
