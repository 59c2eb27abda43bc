"""The sheets of a workbook that was handed in: cells with their rows, nothing computed, nothing run."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from remedies.intake import elements
from remedies.intake.cells import Row
from remedies.intake.limits import MAX_BYTES
from remedies.intake.refusals import refuse
from remedies.intake.sheet import SheetReader
from remedies.intake.xlsx import Contents, Targets, book_of
from remedies.intake.zipped import SIGNATURES, Archive

MOST_SHEETS: Final = 40
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_MACROS: Final = "xl/vbaProject.bin"


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
    contents, targets, allowance = Contents(MOST_SHEETS), Targets(), elements.Allowance()
    elements.read(partial(archive.chunks, _WORKBOOK), contents, allowance)
    elements.read(partial(archive.chunks, _RELATIONS), targets, allowance)
    book = book_of(archive, targets, allowance, since_1904=contents.since_1904)
    found: dict[str, Sequence[Row]] = {}
    for sheet in contents.sheets:
        part = targets.parts.get(sheet.relation, "")
        reader = SheetReader(book)
        elements.read(partial(archive.chunks, part), reader, allowance)
        found[sheet.name] = reader.rows
    return found
