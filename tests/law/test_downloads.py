"""Published files of Treasury yields: the forms that are read; all else is refused by line and field."""

import datetime as dt
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remedies.errors import ImportRefusedError
from remedies.law.download import MAX_BYTES, Download, read_download

FRED = b"observation_date,DGS1\n2026-08-13,3.98\n2026-08-14,4.01\n"
WEEKLY = b"observation_date,WGS1YR\n2026-08-07,4.04\n2026-08-14,4.00\n"
BOARD = b"""\
"Series Description","6-month yield","Market yield on U.S. Treasury securities at 1-year constant maturity"
"Unit:","Percent:_Per_Year","Percent:_Per_Year"
"Multiplier:","1","1"
"Currency:","NA","NA"
"Unique Identifier: ","H15/H15/RIFLGFCM06_N.B","H15/H15/RIFLGFCY01_N.B"
"Time Period","RIFLGFCM06_N.B","RIFLGFCY01_N.B"
2026-07-02,3.70,3.98
2026-07-03,ND,ND
2026-07-06,3.71,3.95
"""


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def refused(content: bytes) -> list[tuple[str, str]]:
    with pytest.raises(ImportRefusedError) as raised:
        read_download(content)
    return [(problem.field, problem.code) for problem in raised.value.problems]


def test_a_daily_file_of_fred_is_read() -> None:
    values = {day("2026-08-13"): Decimal("3.98"), day("2026-08-14"): Decimal("4.01")}
    assert read_download(FRED) == Download("fred", weekly=False, values=values)


def test_a_weekly_file_of_fred_is_read() -> None:
    found = read_download(WEEKLY)
    assert found.weekly
    assert list(found.values) == [day("2026-08-07"), day("2026-08-14")]


def test_a_file_of_the_board_is_read_by_the_identifier_of_its_series() -> None:
    found = read_download(BOARD)
    assert (found.source, found.weekly) == ("frb-h15", False)
    assert list(found.values.values()) == [Decimal("3.98"), None, Decimal("3.95")]


def test_a_weekly_file_of_the_board_is_read() -> None:
    rows = b"2026-08-07,3.7,4.04\n2026-08-14,3.7,4.00\n"
    head = BOARD[: BOARD.index(b"2026-07-02")].replace(b"Y01_N.B", b"Y01_N.WF")
    assert read_download(head + rows).weekly


@pytest.mark.parametrize(
    "same",
    [
        FRED.replace(b"\n", b"\r\n"),
        FRED.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + FRED,
        FRED.replace(b"observation_date", b"DATE"),
        FRED + b"\n\n",
        FRED.rstrip(),
        b'"observation_date","DGS1"\n2026-08-13,3.98\n2026-08-14,"4.01"\n',
        b"observation_date,DGS10,DGS1\n2026-08-13,4.5,3.98\n2026-08-14,4.6,4.01\n",
    ],
)
def test_line_ends_marks_and_quotes_make_no_difference(same: bytes) -> None:
    assert read_download(same) == read_download(FRED)


@pytest.mark.parametrize("nothing", [b"", b".", b"ND", b" "])
def test_a_holiday_has_no_value(nothing: bytes) -> None:
    found = read_download(FRED.replace(b"3.98", nothing))
    assert found.values[day("2026-08-13")] is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b",,,\n", "empty"),
        (b"observation_date,DGS1\n", "empty"),
        (b"observation_date,DGS1\n2026-08-13,.\n", "empty"),
        (b"\0" * 100, "not_text"),
        (bytes(range(256)), "not_text"),
        (FRED.decode().encode("utf-16"), "not_text"),
        (FRED + b"2026-08-17,4\xa302\n", "not_text"),
        (b"x" * (MAX_BYTES + 1), "too_large"),
        (b"<!DOCTYPE html><html><body>DGS1</body></html>", "not_csv"),
        (b"\n  <?xml version='1.0'?><message/>", "not_csv"),
        (b'observation_date,DGS1\n"' + b"a" * 200_000, "not_csv"),
        (b'observation_date,DGS1\n2026-08-13,"3"98\n', "not_csv"),
        (b"PK\x03\x04 spreadsheet", "unknown_form"),
        (b"Date,1 Yr\n08/14/2026,4.01\n", "unknown_form"),
        (FRED.replace(b"DGS1", b"DGS10"), "wrong_series"),
        (FRED.replace(b"DGS1", b"DGS1,WGS1YR"), "wrong_series"),
        (BOARD.replace(b"H15/RIFLGFCY01_N.B", b"H15/RIFLGFCY10_N.B"), "wrong_series"),
        (BOARD.replace(b'"Time Period","RIFLGFCM06_N.B","RIFLGFCY01_N.B"', b"a,b,c"), "heading"),
        (BOARD.replace(b'"Multiplier:","1","1"', b'"Multiplier:","1","100"'), "heading"),
        (BOARD.replace(b'"Percent:_Per_Year"\n', b'"Currency"\n'), "heading"),
        (BOARD.replace(b'"Currency:"', b'"Money:"'), "heading"),
        (b'"Series Description"', "heading"),
        (b'"Series Description"\n"Unit:"\n"Multiplier:"\n"Currency:"\n"Unique Identifier:"', "wrong_series"),
    ],
)  # fmt: skip
def test_what_is_no_such_file_is_refused(content: bytes, code: str) -> None:
    assert {found for _, found in refused(content)} == {code}


@pytest.mark.parametrize(
    "value",
    [b"NaN", b"nan", b"Infinity", b"1e999", b"4,01", b"4.011", b"--4", b"+4", b"4.", b".5", b"4 .0",
     b"\xd9\xa4", b"0x4", b"400", b"99.99", b"-9.99", b"4_0", b"4%", b"N/A"],
)  # fmt: skip
def test_a_value_that_is_no_plausible_yield_is_refused_by_line_and_field(value: bytes) -> None:
    row = b'2026-08-17,"' + value + b'"\n'
    assert refused(FRED + row) == [("line 4, DGS1", "value")]


@pytest.mark.parametrize("value", ["-0.25", "0.00", "0", "4", "4.1", "16.72"])
def test_a_yield_may_be_negative_nought_or_short(value: str) -> None:
    found = read_download(FRED + f"2026-08-17,{value}\n".encode())
    assert found.values[day("2026-08-17")] == Decimal(value)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (b"2026-08-14,4.01", ("line 4, observation_date", "order")),  # twice
        (b"2026-08-12,4.01", ("line 4, observation_date", "order")),
        (b"2026-08-15,4.01", ("line 4, observation_date", "date")),  # a Saturday
        (b"2026-02-30,4.01", ("line 4, observation_date", "date")),
        (b"20260817,4.01", ("line 4, observation_date", "date")),
        (b"2026-W34-1,4.01", ("line 4, observation_date", "date")),
        (b"08/17/2026,4.01", ("line 4, observation_date", "date")),
        (b",4.01", ("line 4, observation_date", "date")),
        (b"2026-08-17", ("line 4", "fields")),
        (b"2026-08-17,4.01,4.02", ("line 4", "fields")),
    ],
)
def test_a_row_that_cannot_be_used_is_named(row: bytes, problem: tuple[str, str]) -> None:
    assert refused(FRED + row + b"\n") == [problem]


def test_a_week_is_named_by_its_friday() -> None:
    assert refused(WEEKLY + b"2026-08-20,4.00\n") == [("line 4, observation_date", "date")]


def test_all_problems_are_told_at_once_up_to_twenty() -> None:
    assert refused(FRED + b"x,1\n2026-08-17,y\n") == [
        ("line 4, observation_date", "date"),
        ("line 5, DGS1", "value"),
    ]
    assert len(refused(FRED + b"x,1\n" * 1000)) == 20


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for whole in (content, FRED + content, BOARD + content):
        with suppress(ImportRefusedError):
            assert read_download(whole).values
