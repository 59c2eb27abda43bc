import datetime as dt
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from remedies import law
from remedies.calculators.assessment import Assessment, assess
from remedies.documents.workbook import workbook
from remedies.documents.workbook.formulas import FORMS, MOST_ARGUMENTS, Term, applied, entered
from remedies.operations import LEAVES, Op, half_up
from remedies.schedule import ColumnOf
from remedies.wire import read_claim, read_json
from remedies.worksheet import decimal_text, rows, spelled
from tests.documents.soffice import recalculated, values

ROOT = Path(__file__).parents[2]
LONGEST_FORMULA = 8192
FIRST_WEEK = 6
HALF_A_CENT = Fraction(1, 200)
EXAMPLE = json.loads((ROOT / "examples" / "forced_labor.json").read_text(encoding="utf-8"))
BASE: dict[str, Any] = {
    "claim": "1",
    "reference": "V-1",
    "as_of": "2026-11-21",
    "circuit": "4",
    "convictions": [{"statute": "18 USC 1589", "defendant": "D-1"}],
}
HOSTILE = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "https://example.org/a", "0012", '=HYPERLINK("x")')


def days(first: dt.date, count: int, step: int = 1) -> list[str]:
    return [(first + dt.timedelta(days=n * step)).isoformat() for n in range(count)]


def daily_records(first: dt.date, count: int) -> list[dict[str, str]]:
    clock = [
        {"on": day, "start": "05:10", "end": "21:50"}  # 16 h 40 min: 50/3 hours
        if n % 3 == 0
        else {"on": day, "hours": str(6 + n % 7 * 1.25)}
        for n, day in enumerate(days(first, count))
    ]
    return [record for n, record in enumerate(clock) if n % 11]


def hourly_with_records() -> dict[str, Any]:
    paid = [
        {"on": day, "amount": f"{60 + 37 * n % 400}.{n:02d}", "exhibit": HOSTILE[n % len(HOSTILE)]}
        for n, day in enumerate(days(dt.date(2009, 6, 5), 20, step=7))
    ]
    work = {
        "from": "2009-06-01",
        "to": "2009-10-31",
        "hours": {"records": daily_records(dt.date(2009, 6, 1), 150)},
        "pay": {"basis": "hourly", "rate": "7.4321"},
        "paid": {"records": paid, "exhibit": "Ex. 8", "evidence": "record"},
        "exhibit": "=1+1",
        "evidence": "record",
    }
    return {**BASE, "work": [work]}


def monthly_salary() -> dict[str, Any]:
    work = {
        "from": "2013-01-05",
        "to": "2014-03-19",
        "hours": {"per_workweek": "72", "days": ["mon", "tue", "wed", "thu", "fri", "sat"]},
        "pay": {"basis": "salary", "amount": "1200.00", "per": "month"},
        "paid": {"per_month": "433.33"},
        "bonuses": [{"per_workweek": "25.00"}],
        "exhibit": "+Ex. 2",
        "evidence": "testimony",
    }
    return {**BASE, "work": [work]}


def rate_change_and_total_spread() -> dict[str, Any]:
    work = {
        "from": "2008-06-10",
        "to": "2008-09-30",
        "hours": {"per_workweek": "81.5", "days": ["mon", "tue", "wed", "thu", "fri", "sat"]},
        "pay": {"basis": "none"},
        "paid": {"total": "1000.00"},
        "exhibit": "@Ex",
        "evidence": "estimate",
    }
    return {**BASE, "work": [work]}


def half_cents_left_by_subtraction() -> dict[str, Any]:
    """Workweeks whose unpaid wages are half a cent too many, the rest of two larger amounts."""
    weeks = days(dt.date(2010, 1, 4), 200, step=7)
    hours = [Fraction(n, 10) + 10 for n in range(200)]
    paid = [half_up(h * Fraction(29, 4) * Fraction(n % 20, 21)) for n, h in enumerate(hours)]
    worked = zip(weeks, hours, strict=True)
    work = {
        "from": "2010-01-01",
        "to": "2013-12-31",
        "hours": {
            "records": [
                {"on": day, "hours": decimal_text(h - 10 if h > 20 else h, 0, 4)[0]}
                for day, h in worked
            ]
        },
        "pay": {"basis": "none"},
        "paid": {
            "records": [
                {"on": day, "amount": decimal_text(cents, 2, 2)[0]}
                for day, cents in zip(weeks, paid, strict=True)
            ]
        },
    }
    return {**BASE, "work": [work]}


def acts_and_prices() -> dict[str, Any]:
    acts = {
        "kind": "commercial_sex",
        "from": "2019-03-01",
        "to": "2019-03-15",
        "days": "15",
        "acts_per_day": "6.5",
        "price": "80.00",
        "exhibit": "-Ex. 7",
        "evidence": "testimony",
    }
    return {
        **BASE,
        "convictions": [{"statute": "18 USC 2422", "defendant": "D-1"}],
        "gains": [acts, {"kind": "receipts", "amount": "7200.00", "exhibit": "Ex. 8"}],
        "losses": [{"category": "medical", "amount": "6000.00", "exhibit": "Ex. 10"}],
    }


def losses_only() -> dict[str, Any]:
    losses = [
        {"category": category, "amount": f"{100 * n}.{n:02d}", "exhibit": exhibit}
        for n, (category, exhibit) in enumerate(
            zip(["medical", "psychological", "lost_income", "other"] * 2, HOSTILE, strict=False)
        )
    ]
    return {**BASE, "losses": losses}


CLAIMS: dict[str, Mapping[str, Any]] = {
    "forced_labor": EXAMPLE,
    "hourly_with_records": hourly_with_records(),
    "monthly_salary": monthly_salary(),
    "rate_change_and_total_spread": rate_change_and_total_spread(),
    "half_cents_left_by_subtraction": half_cents_left_by_subtraction(),
    "acts_and_prices": acts_and_prices(),
    "losses_only": losses_only(),
}
WITH_WORK = tuple(name for name, claim in CLAIMS.items() if "work" in claim)
every_claim = pytest.mark.parametrize("name", CLAIMS)
every_claim_with_work = pytest.mark.parametrize("name", WITH_WORK)


def assessed(claim: Mapping[str, Any]) -> Assessment:
    return assess(read_claim(read_json(json.dumps(claim).encode())), law.encoded())


@pytest.fixture(scope="module")
def assessments() -> dict[str, Assessment]:
    return {name: assessed(claim) for name, claim in CLAIMS.items()}


@pytest.fixture(scope="module")
def made(assessments: Mapping[str, Assessment]) -> dict[str, bytes]:
    return {name: workbook(assessment) for name, assessment in assessments.items()}


@pytest.fixture(scope="module")
def recomputed(
    made: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, openpyxl.Workbook]:
    """Every workbook, three spoiled or changed copies and the largest, after LibreOffice."""
    fewer = read(made["forced_labor"])
    named(fewer, "given_hours_a_workweek_1").value = 90
    files = {
        **made,
        **{f"spoiled_{name}": spoiled(content) for name, content in made.items()},
        "fewer_hours": saved(fewer),
        "crowded": workbook(assessed(crowded())),
    }
    return recalculated(files, tmp_path_factory.mktemp("soffice"))


def read(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def saved(book: openpyxl.Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def spoiled(content: bytes) -> bytes:
    """The same workbook with a wrong value stored beside every formula."""
    copy = BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts(content).items():
            archive.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f><v>77.77</v>", part))
    return copy.getvalue()


def crowded() -> dict[str, Any]:
    """A claim whose sums have more addends than a formula has arguments, and none in a row."""
    claim = hourly_with_records()
    first = dt.date(2009, 6, 1)
    payments = [
        {"on": first.isoformat(), "amount": "0.11", "exhibit": f"R. {n}"} for n in range(2000)
    ]
    claim["work"][0]["paid"] = {"records": payments}
    income = {"category": "lost_income", "from": "2009-10-01", "to": "2009-11-30"}
    claim["losses"] = [{**income, "amount": f"{n}.13"} for n in range(1000)]
    acts = {"kind": "commercial_sex", "from": "2009-06-01", "to": "2009-06-30", "days": "3.3333"}
    claim["gains"] = [{**acts, "acts_per_day": "0.3333", "price": f"{n}.07"} for n in range(1000)]
    return claim


def named(book: openpyxl.Workbook, name: str) -> Any:  # noqa: ANN401 - a cell holds anything
    ((sheet, place),) = book.defined_names[name].destinations
    return book[sheet][place]


def formulas(book: openpyxl.Workbook) -> Iterator[tuple[str, str, str]]:
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate, cell.value


def texts(book: openpyxl.Workbook) -> list[str]:
    return [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "s"
    ]


def labelled(book: openpyxl.Workbook, label: str) -> Any:  # noqa: ANN401
    """What stands beside a label on the summary."""
    (found,) = [row[1] for row in book["Summary"].iter_rows(values_only=True) if row[0] == label]
    return found


def same(got: object, exact: Fraction) -> bool:
    """Whether a cell holds the exact amount, as nearly as any cell can."""
    return isinstance(got, int | float) and abs(Fraction(got) - exact) < Fraction(1, 10**6)


def to_the_cent(got: object, exact: Fraction) -> bool:
    return isinstance(got, int | float) and half_up(Fraction(repr(got))) == half_up(exact)


def differences(book: openpyxl.Workbook, assessment: Assessment) -> list[str]:
    """Every amount of a workbook that is not the assessment's to the cent."""
    found = [] if to_the_cent(labelled(book, "Total"), assessment.total.value) else ["total"]
    found += [
        f"worksheet line {row.number}"
        for row in rows(assessment.total)
        if not same(book["Worksheet"].cell(row.number + 3, 3).value, row.figure.value)
    ]
    amounts = {row[0]: row[1] for row in book["Summary"].iter_rows(values_only=True)}
    found += [
        key
        for key, figure in assessment.components.items()
        if figure.value and not to_the_cent(amounts[component(key, figure.name)], figure.value)
    ]
    if not to_the_cent(amounts["components added"], assessment.total.value):
        found.append("components added")
    if amounts["difference from the total"] != 0:
        found.append("components do not add up")
    return found + list(weeks_that_differ(book, assessment))


def component(key: str, name: str) -> str:
    return key.replace("_", " ") if key in {"gross_income", "value_to_defendant"} else name


def weeks_that_differ(book: openpyxl.Workbook, assessment: Assessment) -> Iterator[str]:
    schedule = assessment.schedule
    if schedule is None:
        return
    sheet = book["Schedule"]
    for at, (day, line) in enumerate(schedule.rows(), start=FIRST_WEEK):
        if sheet.cell(at, 2).value.date() != day:
            yield f"row {at} is not {day}"
        for place, (column, exact) in enumerate(
            zip(schedule.columns, line.values, strict=True), start=3
        ):
            got = sheet.cell(at, place).value
            cents = column.key in {"due", "paid", "unpaid"} or column.op is Op.TO_CENTS
            if not (to_the_cent if cents else same)(got, exact):
                yield f"{column.key} of {day}: {got} is not {exact}"
    for place, column in enumerate(schedule.columns, start=3):
        got = sheet.cell(FIRST_WEEK + schedule.row_count, place).value
        if got is not None and not same(got, ColumnOf(schedule, column.key).total()):
            yield f"total of {column.key}: {got}"


@every_claim
def test_stored_values_are_the_results(
    name: str, made: Mapping[str, bytes], assessments: Mapping[str, Assessment]
) -> None:
    assert differences(values(made[name]), assessments[name]) == []


@every_claim
def test_libreoffice_computes_the_same_cents(
    name: str,
    recomputed: Mapping[str, openpyxl.Workbook],
    assessments: Mapping[str, Assessment],
) -> None:
    assert differences(recomputed[name], assessments[name]) == []


@every_claim
def test_wrong_stored_values_come_back_right_so_the_formulas_alone_make_them(
    name: str,
    made: Mapping[str, bytes],
    recomputed: Mapping[str, openpyxl.Workbook],
    assessments: Mapping[str, Assessment],
) -> None:
    assert labelled(values(spoiled(made[name])), "Total") == pytest.approx(77.77)
    assert differences(recomputed[f"spoiled_{name}"], assessments[name]) == []


def test_a_changed_given_gives_the_total_of_the_changed_claim(
    recomputed: Mapping[str, openpyxl.Workbook], assessments: Mapping[str, Assessment]
) -> None:
    hours = {**EXAMPLE["work"][0]["hours"], "per_workweek": "90"}
    changed = assessed({**EXAMPLE, "work": [{**EXAMPLE["work"][0], "hours": hours}]})
    assert changed.total.value != assessments["forced_labor"].total.value
    assert differences(recomputed["fewer_hours"], changed) == []


@every_claim
def test_only_boxed_values_are_entered(name: str, made: Mapping[str, bytes]) -> None:
    book = read(made[name])
    entered_in = {
        (sheet.title, cell.column_letter)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "n" and cell.value is not None
    }
    assert entered_in <= {("Worksheet", "A"), ("Schedule", "A"), ("Givens and rates", "B")}


@every_claim
def test_every_given_and_every_value_of_law_stands_once_under_its_name(
    name: str, made: Mapping[str, bytes], assessments: Mapping[str, Assessment]
) -> None:
    book = read(made[name])
    found = [leaf for leaf in assessments[name].total.leaves() if leaf.op in LEAVES]
    leaves = [fact for leaf in found for fact in spelled(leaf).leaves()]
    listed = [
        (row[0], row[3])
        for row in book["Givens and rates"].iter_rows(min_row=4, values_only=True)
        if row[3]
    ]
    assert {figure_name for figure_name, _ in listed} >= {leaf.name for leaf in leaves}
    assert len({given for _, given in listed}) == len(listed)
    laws = {(leaf.name, leaf.value, leaf.authority) for leaf in leaves if leaf.op is Op.LAW}
    assert sum(given.startswith("law_") for _, given in listed) >= len(laws)
    for _, given in listed:
        assert isinstance(named(book, given).value, int | float | str)


@every_claim
def test_names_are_valid_and_every_name_in_a_formula_is_defined(
    name: str, made: Mapping[str, bytes]
) -> None:
    book = read(made[name])
    assert all(re.fullmatch(r"(given|law)_[a-z0-9_]{1,120}", name) for name in book.defined_names)
    used = {word for *_, text in formulas(book) for word in re.findall(r"(?:given|law)_\w+", text)}
    assert used <= set(book.defined_names)
    assert used


def test_the_names_tell_a_reader_what_they_are(made: Mapping[str, bytes]) -> None:
    book = read(made["forced_labor"])
    assert named(book, "given_hours_a_workweek_1").value == 100
    assert named(book, "law_federal_minimum_wage_2009_07_24").value == 7.25
    assert sum("minimum_wage" in name for name in book.defined_names) == 1


def test_hours_from_the_clock_and_shares_of_a_year_are_entered_as_fractions(
    made: Mapping[str, bytes],
) -> None:
    records, salary = read(made["hourly_with_records"]), read(made["monthly_salary"])
    assert named(records, "given_hours_on_2009_06_04_1").value == "=50/3"
    assert named(salary, "law_workweeks_share_of_a_month").value == "=12/52"
    assert entered(Fraction(29, 4)) == 7.25


def test_recorded_hours_are_a_live_sum_of_their_dates(made: Mapping[str, bytes]) -> None:
    book = read(made["hourly_with_records"])
    week = book["Schedule"].cell(7, 3)
    days = ("07", "08", "09", "10", "11", "12", "13")
    assert set(week.value[1:].split("+")) == {
        name
        for name in book.defined_names
        if name[:-2] in {f"given_hours_on_2009_06_{d}" for d in days}
    }


@every_claim_with_work
def test_a_column_is_one_formula_filled_down(
    name: str, made: Mapping[str, bytes], assessments: Mapping[str, Assessment]
) -> None:
    schedule = assessments[name].schedule
    assert schedule is not None
    sheet = read(made[name])["Schedule"]
    for place, column in enumerate(schedule.columns, start=3):
        if column.op is None:
            continue
        down = {
            re.sub(rf"(?<=[A-Z]){at}\b", "#", str(sheet.cell(at, place).value))
            for at in range(FIRST_WEEK, FIRST_WEEK + schedule.row_count)
        }
        assert len(down) == 1, column.key


def test_a_cut_workweek_and_a_change_of_rate_are_formulas_over_named_givens(
    made: Mapping[str, bytes],
) -> None:
    cells = read(made["rate_change_and_total_spread"])["Schedule"]
    sheet = {place: str(cells[place].value) for place in ("C6", "D12", "G7")}
    hours = "given_hours_a_workweek_1"
    assert sheet["C6"] == f"={hours}*(given_days_of_work_1/given_days_of_work_2)"
    rate = sheet["D12"]
    assert rate.endswith("/C12")
    assert "law_federal_minimum_wage_2007_07_24" in rate
    assert "law_federal_minimum_wage_2008_07_24" in rate
    assert sheet["G7"].startswith("=MAX(0,ROUND(ROUND(given_wages_paid_in_all_1*")


@every_claim
def test_text_of_the_claim_stays_text_and_nothing_links_outside(
    name: str,
    made: Mapping[str, bytes],
    recomputed: Mapping[str, openpyxl.Workbook],
    assessments: Mapping[str, Assessment],
) -> None:
    exhibits = {leaf.source for leaf in assessments[name].total.leaves() if leaf.source}
    assert exhibits <= set(texts(read(made[name])))
    assert exhibits <= set(texts(recomputed[name]))
    for path, content in parts(made[name]).items():
        assert "externalLink" not in path
        assert b"<hyperlink" not in content
        assert b'TargetMode="External"' not in content


def test_hostile_exhibits_are_among_those_tried(
    assessments: Mapping[str, Assessment],
) -> None:
    tried = {leaf.source for a in assessments.values() for leaf in a.total.leaves()}
    assert tried >= set(HOSTILE)


def test_a_claim_without_work_has_no_schedule(made: Mapping[str, bytes]) -> None:
    sheets = ["Summary", "Worksheet", "Schedule", "Givens and rates", "Authorities"]
    assert read(made["forced_labor"]).sheetnames == sheets
    sheets.remove("Schedule")
    assert read(made["losses_only"]).sheetnames == sheets
    assert read(made["acts_and_prices"]).sheetnames == sheets


@every_claim
def test_no_formula_fails(name: str, recomputed: Mapping[str, openpyxl.Workbook]) -> None:
    for sheet in recomputed[name]:
        for row in sheet.iter_rows():
            assert [cell.coordinate for cell in row if cell.data_type == "e"] == []


def test_sums_of_very_many_lines_keep_to_the_limits_and_come_out_right(
    recomputed: Mapping[str, openpyxl.Workbook],
) -> None:
    assessment = assessed(crowded())
    for sheet, place, text in formulas(read(workbook(assessment))):
        assert len(text) < LONGEST_FORMULA, (sheet, place)
        assert all(call.count(",") < MOST_ARGUMENTS for call in re.findall(r"\([^()]*\)", text))
    assert differences(recomputed["crowded"], assessment) == []


def test_every_operation_has_a_formula() -> None:
    assert set(FORMS) == set(Op) - LEAVES - {Op.COLUMN_TOTAL}


@pytest.mark.parametrize(
    ("op", "operands", "expected"),
    [
        (Op.TOTAL, [Term("a"), Term("b*c", loose=True)], "a+b*c"),
        (Op.PRODUCT, [Term("a+b", loose=True), Term("c")], "(a+b)*c"),
        (Op.QUOTIENT, [Term("a"), Term("b*c", loose=True)], "a/(b*c)"),
        (Op.EXCESS, [Term("a"), Term("b+c", loose=True)], "MAX(0,a-(b+c))"),
        (Op.GREATER, [Term("a"), Term("b")], "MAX(a,b)"),
        (Op.LESSER, [Term("a"), Term("b")], "MIN(a,b)"),
        (Op.TO_CENTS, [Term("a+b", loose=True)], "ROUND(ROUND(a+b,10),2)"),
    ],
)
def test_operations_become_formulas(op: Op, operands: list[Term], expected: str) -> None:
    assert applied(op, operands).text == expected


@every_claim
def test_it_is_ready_to_print_and_names_nobody(name: str, made: Mapping[str, bytes]) -> None:
    book = read(made[name])
    assert book.active.title == "Summary"
    assert not book.properties.creator
    assert not book.properties.lastModifiedBy
    assert book.properties.created == dt.datetime.fromisoformat(CLAIMS[name]["as_of"])
    for sheet in book:
        assert sheet.page_setup.paperSize == int(sheet.PAPERSIZE_LETTER)
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.right.text == "Page &P of &N"
        assert not sheet.protection.sheet
        if sheet.title != "Summary":
            assert sheet.freeze_panes
            assert sheet.print_title_rows


def test_two_processes_write_the_same_bytes(made: Mapping[str, bytes], tmp_path: Path) -> None:
    claim = tmp_path / "claim.json"
    claim.write_text(json.dumps(CLAIMS["hourly_with_records"]), encoding="utf-8")
    program = (
        "import sys\n"
        "from remedies import law\n"
        "from remedies.calculators.assessment import assess\n"
        "from remedies.documents.workbook import workbook\n"
        "from remedies.wire import read_claim, read_json\n"
        "content = open(sys.argv[1], 'rb').read()\n"
        "assessment = assess(read_claim(read_json(content)), law.encoded())\n"
        "sys.stdout.buffer.write(workbook(assessment))\n"
    )
    written = [
        subprocess.run(
            [sys.executable, "-c", program, str(claim)],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert all(first == second for first, second in pairwise(written))
    assert written[0] == made["hourly_with_records"]


@pytest.fixture
def ten_years() -> Callable[[], bytes]:
    first = dt.date(2010, 1, 1)
    records = [{"on": day, "hours": str(8 + n % 9 / 2)} for n, day in enumerate(days(first, 3650))]
    work = {
        "from": "2010-01-01",
        "to": "2019-12-31",
        "hours": {"records": records},
        "pay": {"basis": "hourly", "rate": "9.00"},
        "paid": {"per_hour": "2.1111"},
    }
    assessment = assessed({**BASE, "work": [work]})
    return lambda: workbook(assessment)


def test_ten_years_of_daily_records_all_stand_in_the_workbook(
    ten_years: Callable[[], bytes],
) -> None:
    content = ten_years()
    assert sum(name.startswith("given_hours_on") for name in read(content).defined_names) == 3650
