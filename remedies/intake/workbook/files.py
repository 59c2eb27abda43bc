"""The sheets of a workbook that was handed in: cells with their rows, nothing computed, nothing run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from remedies.intake import elements
from remedies.intake.cells import Row
from remedies.intake.limits import MAX_BYTES
from remedies.intake.refusals import refuse
from remedies.intake.sheet import SheetReader
from remedies.intake.xlsx import Targets, book_of
from remedies.intake.zipped import SIGNATURES, Archive

MOST_SHEETS: Final = 40
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_MACROS: Final = "xl/vbaProject.bin"
_TRUE: Final = frozenset({"1", "true"})


@dataclass(slots=True)
class _Contents:
    """The sheets that a workbook lists, and its system of dates."""

    sheets: dict[str, str] = field(default_factory=dict)
    since_1904: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Keep a sheet, or the system of dates."""
        if name == "workbookPr":
            self.since_1904 = attributes.get("date1904") in _TRUE
        elif name == "sheet":
            relation = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            self.sheets[attributes.get("name", "")] = relation
            if len(self.sheets) > MOST_SHEETS:
                refuse("", "too_many", f"an intake workbook has at most {MOST_SHEETS} sheets")

    def text(self, data: str) -> None:
        """Take no text."""

    def end(self, name: str) -> None:
        """Need no end."""


def read_sheets(content: bytes) -> dict[str, Sequence[Row]]:
    """Return the rows of every sheet of a workbook, by the name on its tab.

    Raises:
        TableError: the file is no workbook that can be read safely, or it holds macros.

    """
    if len(content) > MAX_BYTES:
        refuse("", "too_large", f"an intake workbook has at most {MAX_BYTES:,} bytes")
    if not content.startswith(SIGNATURES):
        refuse("", "not_a_workbook", "is not a workbook; save it as .xlsx without a password")
    archive = Archive(content)
    if _WORKBOOK not in archive or _RELATIONS not in archive:
        refuse("", "not_a_workbook", "is not a workbook; save it as .xlsx without a password")
    if _MACROS in archive:
        refuse("", "unsafe_file", "holds macros, which this workbook never does; save it as .xlsx")
    return _sheets(archive)


def _sheets(archive: Archive) -> dict[str, Sequence[Row]]:
    contents, targets, allowance = _Contents(), Targets(), elements.Allowance()
    elements.read(partial(archive.chunks, _WORKBOOK), contents, allowance)
    elements.read(partial(archive.chunks, _RELATIONS), targets, allowance)
    book = book_of(archive, targets, allowance, since_1904=contents.since_1904)
    found: dict[str, Sequence[Row]] = {}
    for name, relation in contents.sheets.items():
        reader = SheetReader(book)
        elements.read(partial(archive.chunks, targets.parts.get(relation, "")), reader, allowance)
        found[name] = reader.rows
    return found
