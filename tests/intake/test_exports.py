"""The import of an export is the identity, for every record that a claim may hold."""

import datetime as dt
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError

from remedies.intake.cells import Cell, Kind
from remedies.intake.columns import FIELDS, Mapping, Sort
from remedies.intake.exports import payments_csv, timesheet_csv
from remedies.intake.imports import imported
from remedies.intake.refusals import TableError
from remedies.intake.tables import read_table
from remedies.intake.values import CellError, words
from remedies.wire.fields import Text

DAY = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 30))
DECIMAL = st.from_regex(r"[0-9]{1,4}(\.[0-9]{1,2})?", fullmatch=True)
FORMULA_SIGNS = (
    *"=+-@",
    "\N{FULLWIDTH EQUALS SIGN}",
    "\N{FULLWIDTH PLUS SIGN}",
    "\N{FULLWIDTH HYPHEN-MINUS}",
    "\N{FULLWIDTH COMMERCIAL AT}",
)
SIGNS = st.sampled_from([*FORMULA_SIGNS, *"'\" ,;"])
LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
EXHIBIT = st.text(st.one_of(SIGNS, LETTERS), min_size=1, max_size=30).map(str.strip).filter(bool)


@st.composite
def hour_records(draw: st.DrawFn) -> list[dict[str, str]]:
    """Records of single days, with hours or with a shift that may end on the next day."""
    found: list[dict[str, str]] = []
    for n, on in enumerate(sorted(draw(st.sets(DAY, min_size=1, max_size=20)))):
        if n and (on - dt.date.fromisoformat(found[-1]["on"])).days < 2:
            continue
        record = {"on": on.isoformat()}
        if draw(st.booleans()):
            record["hours"] = draw(st.integers(0, 2400).map(lambda h: f"{h // 100}.{h % 100:02}"))
        else:
            start = draw(st.integers(0, 1439))
            end = start + draw(st.integers(1, 1440))
            record |= {"start": clock(start), "end": clock(end if end <= 1440 else end - 1440)}
            if end > 1440:
                record["ends_on"] = (on + dt.timedelta(days=1)).isoformat()
        if draw(st.booleans()):
            record["rate"] = draw(DECIMAL)
        found.append(record)
    return found


PAYMENT = st.fixed_dictionaries(
    {"on": DAY.map(dt.date.isoformat), "amount": DECIMAL},
    optional={"for": DAY.map(dt.date.isoformat), "exhibit": EXHIBIT},
)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def imported_again(text: str, sort: Sort) -> list[dict[str, str]]:
    table = read_table(text.encode())
    assert set(table.header) <= set(FIELDS[sort])
    columns = {name: place for place, name in enumerate(table.header)}
    return list(imported(table, sort, Mapping(columns=columns)).records)


@given(records=hour_records())
def test_the_import_of_an_exported_timesheet_is_the_identity(
    records: list[dict[str, str]],
) -> None:
    assert imported_again(timesheet_csv(records), Sort.TIMESHEET) == records


@given(payments=st.lists(PAYMENT, min_size=1, max_size=20))
def test_the_import_of_exported_payments_is_the_identity(payments: list[dict[str, str]]) -> None:
    assert imported_again(payments_csv(payments), Sort.PAYMENTS) == payments


@given(payments=st.lists(PAYMENT, min_size=1, max_size=20))
def test_no_cell_of_an_export_can_be_taken_for_a_formula(payments: list[dict[str, str]]) -> None:
    table = read_table(payments_csv(payments).encode())
    cells = [cell.text for row in table.rows for cell in row.cells]
    assert not [text for text in cells if text.startswith(FORMULA_SIGNS)]


@pytest.mark.parametrize(
    "record",
    [
        {"on": "2012-01-02", "hours": {"low": "8", "likely": "9", "high": "10"}},
        {"on": "2012-01-02", "hours": "8", "note": "x"},
    ],
)
def test_what_a_row_cannot_hold_is_not_left_out_in_silence(record: dict[str, Any]) -> None:
    with pytest.raises(TableError) as raised:
        timesheet_csv([{"on": "2012-01-01", "hours": "8"}, record])
    assert [p.field for p in raised.value.problems] == ["work[].hours.records[1]"]


def test_words_are_printable_as_a_claim_takes_them() -> None:
    claims = Text()
    for code in (*range(0x11000), 0x1F600, sys.maxunicode):
        text = f"a{chr(code)}b"
        try:
            words(Cell(Kind.TEXT, text))
            taken = True
        except CellError:
            taken = False
        try:
            claims.deserialize(text)
            expected = True
        except ValidationError:
            expected = False
        assert taken == expected, hex(code)
