import io
from datetime import UTC, date, datetime, time

import openpyxl
import pytest
import xlsxwriter

from remedies.intake.cells import BLANK, Cell, Kind
from remedies.intake.refusals import TableError
from remedies.intake.tables import Table, read_table
from tests.intake.files import book, header, packed, parts_of, row, text, value


def cells(*made: str, **more: object) -> list[Cell]:
    table = read_table(book(header("Day", "Time") + row(2, *made), **more))
    return list(table.rows[0].cells)


def problem(content: bytes, **how: object) -> tuple[str, str]:
    with pytest.raises(TableError) as raised:
        read_table(content, **how)  # type: ignore[arg-type]
    (found,) = raised.value.problems
    return found.field, found.code


def words(*texts: str) -> list[Cell]:
    return [Cell(Kind.TEXT, each) for each in texts]


def test_dates_and_times_are_read_exactly() -> None:
    made = [
        value("A2", "40910", 1),
        value("B2", "0.35416666666666669", 2),
        value("C2", "40910.916666666664", 3),
        value("D2", "1.5", 4),
        value("E2", "1", 2),
        value("F2", "0.99999999999", 2),
    ]
    assert cells(*made) == words(
        "2012-01-02", "08:30", "2012-01-02 22:00", "36:00", "24:00", "24:00"
    )


def test_every_minute_of_a_day_is_read_as_itself() -> None:
    made = "".join(row(n + 2, value(f"A{n + 2}", repr(n / 1440), 2)) for n in range(1440))
    rows = read_table(book(header("Time") + made)).rows
    assert [r.cells[0].text for r in rows] == [f"{n // 60:02}:{n % 60:02}" for n in range(1440)]


def test_a_time_with_seconds_keeps_them() -> None:
    assert cells(value("A2", repr(30_601 / 86_400), 2)) == words("08:30:01")


@pytest.mark.parametrize(
    ("serial", "since_1904", "day"),
    [
        ("1", False, "1900-01-01"),
        ("59", False, "1900-02-28"),
        ("61", False, "1900-03-01"),
        ("0", True, "1904-01-01"),
        ("39448", True, "2012-01-02"),
        ("4.091E4", False, "2012-01-02"),
    ],
)
def test_both_systems_of_dates_are_known(serial: str, since_1904: bool, day: str) -> None:  # noqa: FBT001
    properties = '<workbookPr date1904="1"/>' if since_1904 else ""
    assert cells(value("A2", serial, 1), properties=properties) == words(day)


@pytest.mark.parametrize("serial", ["60", "-1", "2958466", "99999999"])
def test_a_number_that_is_no_date_stays_a_number(serial: str) -> None:
    assert cells(value("A2", serial, 1)) == [Cell(Kind.NUMBER, serial)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1.1000000000000001", "1.1"),
        ("8", "8"),
        ("8.25", "8.25"),
        ("1E3", "1000"),
        ("33.333333333333336", "33.3333333333333"),
        ("-5", "-5"),
        ("0", "0"),
    ],
)
def test_a_number_is_what_the_spreadsheet_means_by_it(written: str, read: str) -> None:
    assert cells(value("A2", written, 5)) == [Cell(Kind.NUMBER, read)]


@pytest.mark.parametrize(
    "written", ["1E999999", "NaN", "1e-300", "0x10", "9" * 40, "\N{ARABIC-INDIC DIGIT ONE}"]
)
def test_a_number_beyond_measure_is_refused_by_its_cell(written: str) -> None:
    assert problem(book(header("a") + row(2, value("A2", written)))) == (
        "cell A2",
        "not_a_plain_decimal",
    )


def test_texts_are_read_wherever_a_workbook_keeps_them() -> None:
    shared = "<si><t>In</t></si><si><r><t>Ru</t></r><r><t>n</t></r><rPh><t>x</t></rPh></si>"
    made = [
        '<c r="A2" t="s"><v>1</v></c>',
        '<c r="B2" t="b"><v>1</v></c>',
        '<c r="C2" t="d"><v>2012-01-02T08:30:00</v></c>',
        text("D2", "=1+1"),
        '<c r="E2" t="inlineStr"><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c>',
    ]
    assert cells(*made, texts=shared) == words("Run", "TRUE", "2012-01-02T08:30:00", "=1+1", "ab")


def test_a_formula_is_seen_and_neither_computed_nor_its_result_used() -> None:
    made = [
        '<c r="A2"><f>1+1</f><v>2</v></c>',
        '<c r="B2" t="str"><f>WEBSERVICE("http://a.example")</f><v>x</v></c>',
        '<c r="C2"><f t="shared" si="0"/></c>',
        '<c r="D2" t="e"><v>#REF!</v></c>',
    ]
    found = cells(*made)
    assert [cell.kind for cell in found] == [*[Kind.FORMULA] * 3, Kind.ERROR]
    assert {cell.text for cell in found} == {""}


def test_rows_keep_their_numbers_and_empty_ones_are_left_out() -> None:
    sheet = row(3, text("B3", "Day")) + row(4) + row(1_048_576, value("B1048576", "7"))
    table = read_table(book(sheet))
    assert (table.header_row, table.header) == (3, ("", "Day"))
    assert [r.number for r in table.rows] == [1_048_576]
    assert table.rows[0].cells == (BLANK, Cell(Kind.NUMBER, "7"))


def test_places_are_counted_where_a_workbook_leaves_them_out() -> None:
    sheet = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"
    table = read_table(book(sheet))
    assert table.header == ("1", "2")
    assert [(r.number, r.cells[1].text) for r in table.rows] == [(2, "3")]


def test_elements_with_a_prefix_are_the_same_elements() -> None:
    parts = parts_of(header("Day") + row(2, value("A2", "40910", 1)))
    for name in parts:
        content = str(parts[name])
        if name.startswith(("xl/w", "xl/s")):
            content = content.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
            content = content.replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")
        parts[name] = content
    assert read_table(packed(parts)).rows[0].cells == tuple(words("2012-01-02"))


def test_the_only_sheet_that_is_not_hidden_is_taken() -> None:
    sheets = [header("a") + row(2, value("A2", str(n))) for n in (1, 2)]
    table = read_table(book(*sheets, states=("hidden",)))
    assert (table.sheet, table.sheets, table.rows[0].cells[0].text) == (2, 2, "2")


def test_one_of_several_sheets_must_be_chosen() -> None:
    content = book(*[header("a") + row(2, value("A2", str(n))) for n in (1, 2, 3)])
    assert problem(content) == ("sheet", "choose")
    assert problem(content, sheet="4") == ("sheet", "choose")
    assert read_table(content, sheet="3").rows[0].cells[0].text == "3"
    assert read_table(content, sheet="Sheet 2").rows[0].cells[0].text == "2"


def test_hidden_rows_are_read_and_said() -> None:
    table = read_table(book(header("a") + row(2, value("A2", "1"), more=' hidden="1"')))
    assert [(n.field, n.code) for n in table.notes] == [("row 2", "hidden")]
    assert len(table.rows) == 1


def _of_xlsxwriter() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        day, clock = made.add_format({"num_format": 14}), made.add_format({"num_format": "h:mm"})
        sheet.write_row(0, 0, ["Fecha", "Entrada", "Horas"])
        sheet.write_datetime(1, 0, date(2012, 1, 2), day)
        sheet.write_datetime(1, 1, time(7, 30), clock)
        sheet.write_number(1, 2, 10.1)
    return file.getvalue()


def _of_openpyxl() -> bytes:
    made, file = openpyxl.Workbook(), io.BytesIO()
    assert made.active is not None
    made.active.append(["Fecha", "Entrada", "Horas"])
    made.active.append([datetime(2012, 1, 2, tzinfo=UTC).replace(tzinfo=None), time(7, 30), 10.1])
    made.save(file)
    return file.getvalue()


@pytest.mark.parametrize("make", [_of_xlsxwriter, _of_openpyxl])
def test_workbooks_of_other_programs_are_read(make: object) -> None:
    assert callable(make)
    table: Table = read_table(make())
    assert table.header == ("Fecha", "Entrada", "Horas")
    assert [cell.text for cell in table.rows[0].cells] == ["2012-01-02", "07:30", "10.1"]
