"""Files that are no intake workbook, and workbooks in which anything was typed anywhere."""

import io
import json
import re
import zipfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from remedies.intake.cells import Cell, Kind, Row
from remedies.intake.refusals import TableError
from remedies.intake.workbook import blank, read_intake
from remedies.intake.workbook.files import read_sheets
from remedies.intake.workbook.reading import intake_of
from tests.intake.files import book as small_book
from tests.intake.files import header, packed
from tests.intake.typed import written
from tests.properties.claims import made as made_by_chance

ANYTHING = (
    *(
        "",
        "x",
        "W1",
        "W2",
        "W9",
        "1",
        "-1",
        "24:00",
        "1e9",
        "9" * 14,
        "a" * 300,
        "\ud800",
        "Example",
    ),
    *(
        "2012-01-02",
        "2200-01-01",
        "60 / 80 / 100",
        "100 / 80 / 60",
        "/ /",
        "yes",
        "Salary",
        "Week",
    ),
    *("By the hour", "Each month", "Nothing was paid", "Day by day: sheet Days", "By weekday"),
)


def typed_anywhere(r: Random) -> dict[str, list[Row]]:
    """Return the sheets of a workbook after somebody typed anything anywhere, labels included."""
    document = json.loads((Path(__file__).with_name("everything.json")).read_text())
    sheets = {tab: list(rows) for tab, rows in read_sheets(written(document, "en")).items()}
    for _ in range(r.randint(1, 12)):
        rows = sheets[r.choice([tab for tab, rows in sheets.items() if rows])]
        place = r.randrange(len(rows))
        cells = list(rows[place].cells)
        column = r.randrange(len(cells) + 1)
        cells[column : column + 1] = [Cell(r.choice(list(Kind)), r.choice(ANYTHING))]
        rows[place] = Row(rows[place].number, tuple(cells))
    return sheets


@given(made_by_chance(typed_anywhere))
@settings(max_examples=40)
def test_whatever_is_typed_anywhere_is_read_or_told(sheets: dict[str, list[Row]]) -> None:
    for problem in intake_of(sheets).problems:
        assert problem.message
        assert re.fullmatch(r"('[\w ]+'|\w+)![A-Z]+[0-9]+|", problem.field)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_a_workbook"),
        (b"claim,1\n", "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0old", "not_a_workbook"),
        (b"PK\x03\x04", "not_a_table"),
        (b"x" * 5_000_001, "too_large"),
        (packed({"xl/media/a.txt": "x"}), "not_a_workbook"),
        (small_book(header("Day", "Time")), "not_an_intake_workbook"),
    ],
)
def test_other_files_are_refused(content: bytes, code: str) -> None:
    with pytest.raises(TableError) as raised:
        read_intake(content)
    assert raised.value.problems[0].code == code


def test_macros_and_bombs_are_refused() -> None:
    def packed_with(name: str, part: bytes) -> bytes:
        file = io.BytesIO(blank("en"))
        with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, part)
        return file.getvalue()

    for name, part in (("xl/vbaProject.bin", b"x"), ("xl/bomb.xml", b" " * 25_000_000)):
        with pytest.raises(TableError) as raised:
            read_intake(packed_with(name, part))
        assert raised.value.problems[0].code == "unsafe_file"
