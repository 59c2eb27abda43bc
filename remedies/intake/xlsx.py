"""Workbooks: which sheets there are, what their cells refer to, and the rows of one sheet.

The file is ECMA-376 SpreadsheetML (.xlsx, or .xlsm whose macros nothing here runs). A formula is never
computed and its stored result is never used: it may be another program's, or stale.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from posixpath import normpath

from remedies.intake import elements
from remedies.intake.cells import Row
from remedies.intake.limits import MAX_SHEETS, MAX_STYLES, MAX_TEXT, MAX_TEXTS
from remedies.intake.refusals import refuse
from remedies.intake.serials import Shown, shown_by
from remedies.intake.sheet import Book, SheetReader
from remedies.intake.zipped import Archive

_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_BINARY, _OPEN_DOCUMENT = "xl/workbook.bin", "mimetype"
_TRUE = frozenset({"1", "true"})
_LONGEST_TEXT = 40_000
_LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows of one sheet, which rows are hidden in it, and where it stands among the others."""

    number: int
    of: int
    rows: Sequence[Row]
    hidden: Sequence[int]


def read_sheet(content: bytes, name: str | None) -> Sheet:
    """Return one sheet: the one named, by name or number, or the only one that is not hidden.

    Raises:
        TableError: the file is not a workbook that can be read safely, or a sheet must be chosen.

    """
    archive = Archive(content)
    _check_kind(archive)
    contents, targets, allowance = Contents(), Targets(), elements.Allowance()
    elements.read(partial(archive.chunks, _WORKBOOK), contents, allowance)
    if _RELATIONS in archive:
        elements.read(partial(archive.chunks, _RELATIONS), targets, allowance)
    number, relation = _chosen(contents.sheets, name)
    reader = SheetReader(book_of(archive, targets, allowance, since_1904=contents.since_1904))
    elements.read(partial(archive.chunks, targets.parts.get(relation, "")), reader, allowance)
    return Sheet(number=number, of=len(contents.sheets), rows=reader.rows, hidden=reader.hidden)


def _check_kind(archive: Archive) -> None:
    if _WORKBOOK in archive:
        return
    if _BINARY in archive or _OPEN_DOCUMENT in archive:
        refuse("", "not_a_table", "is a workbook of another kind; save it as .xlsx or .csv")
    refuse("", "not_a_table", "is neither a workbook (.xlsx) nor a text table (.csv)")


def _chosen(sheets: Sequence["_Listed"], name: str | None) -> tuple[int, str]:
    numbered = list(enumerate(sheets, 1))
    if name is not None:
        found = [(n, s) for n, s in numbered if s.name == name]
        found = found or [(n, s) for n, s in numbered if str(n) == name]
        why = f"there is no such sheet; name one or give its number, 1 to {len(sheets)}"
    else:
        found = [(n, s) for n, s in numbered if not s.hidden]
        why = f"the workbook has {len(sheets)} sheets: say which, by its name or number"
    if len(found) != 1:
        refuse("sheet", "choose", why)
    number, sheet = found[0]
    return number, sheet.relation


def book_of(
    archive: Archive, targets: "Targets", allowance: elements.Allowance, *, since_1904: bool
) -> Book:
    """Return what the sheets of a workbook refer to: its texts and its formats."""
    texts, styles = _Texts(), _Styles()
    for part, reader in ((targets.texts, texts), (targets.styles, styles)):
        if part in archive:
            elements.read(partial(archive.chunks, part), reader, allowance)
    return Book(texts=texts.found, formats=styles.formats(), since_1904=since_1904)


@dataclass(frozen=True, slots=True)
class _Listed:
    name: str
    relation: str
    hidden: bool


@dataclass(slots=True)
class _Silent:
    """What all readers share that need no text."""

    def text(self, data: str) -> None:
        """Take no text."""

    def end(self, name: str) -> None:
        """Need no end."""


@dataclass(slots=True)
class Contents(_Silent):
    """The sheets that a workbook lists, of which it may have so many, and its system of dates."""

    most: int = MAX_SHEETS
    sheets: list[_Listed] = field(default_factory=list)
    since_1904: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Keep a sheet, or the system of dates."""
        if name == "workbookPr":
            self.since_1904 = attributes.get("date1904") in _TRUE
        elif name == "sheet":
            relation = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append(_Listed(attributes.get("name", ""), relation, hidden))
            if len(self.sheets) > self.most:
                refuse("", "too_many", f"a workbook has at most {self.most} sheets here")


@dataclass(slots=True)
class Targets(_Silent):
    """The parts that a workbook refers to."""

    parts: dict[str, str] = field(default_factory=dict)
    texts: str = ""
    styles: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Keep a part by its relation."""
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        part = target[1:] if target.startswith("/") else normpath(f"xl/{target}")
        self.parts[attributes.get("Id", "")] = part
        kind = attributes.get("Type", "").rpartition("/")[2]
        if kind == "sharedStrings":
            self.texts = part
        elif kind == "styles":
            self.styles = part


@dataclass(slots=True)
class _Texts:
    """The texts that cells share; how they are spoken is left out."""

    found: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _total: int = 0
    _capture: bool = False
    _phonetic: bool = False

    def start(self, name: str, _: Mapping[str, str]) -> None:
        """Begin a text or a piece of one."""
        if name == "si":
            self._pieces, self._length = [], 0
        elif name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._capture = not self._phonetic

    def text(self, data: str) -> None:
        """Keep a piece, cut where no cell could use it."""
        if not self._capture:
            return
        self._length += len(data)
        self._total += len(data)
        if self._length > _LONGEST_TEXT or self._total > MAX_TEXTS:
            refuse("", "too_long", "the workbook holds more text than a table does")
        self._pieces.append(data)

    def end(self, name: str) -> None:
        """Keep a text."""
        if name == "t":
            self._capture = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.found.append("".join(self._pieces))


@dataclass(slots=True)
class _Styles(_Silent):
    """What each style of a workbook shows of a number."""

    _codes: dict[int, str] = field(default_factory=dict)
    _used: list[int] = field(default_factory=list)
    _inside: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Keep a format's code, or the format of a style."""
        if name == "cellXfs":
            self._inside = True
        elif name == "numFmt":
            self._codes[_number(attributes)] = attributes.get("formatCode", "")[:MAX_TEXT]
        elif name == "xf" and self._inside:
            self._used.append(_number(attributes))
        if len(self._used) + len(self._codes) > MAX_STYLES:
            refuse("", "too_many", f"a workbook has at most {MAX_STYLES:,} styles here")

    def end(self, name: str) -> None:
        """Leave the styles of cells."""
        if name == "cellXfs":
            self._inside = False

    def formats(self) -> list[Shown]:
        """Return what each style shows, in their order."""
        known = {n: shown_by(n, self._codes.get(n)) for n in set(self._used)}
        return [known[number] for number in self._used]


def _number(attributes: Mapping[str, str]) -> int:
    stated = attributes.get("numFmtId", "0")
    sound = stated.isascii() and stated.isdigit() and len(stated) <= _LONGEST_NUMBER
    return int(stated) if sound else 0
