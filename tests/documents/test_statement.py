"""The statement of account on paper and as a workbook says what the statement says, to the cent."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from remedies.documents.statement import statement_html, statement_page, statement_pdf
from remedies.documents.statement_table import cited
from remedies.documents.statement_workbook import statement_workbook
from remedies.ledger.statement_lines import Equation, JournalLine, Statement, Sum
from remedies.ledger.statement_words import money
from tests.documents.soffice import recalculated, values
from tests.documents.statement_example import example

GOLDEN = Path(__file__).parent / "golden" / "statement.html"
HOSTILE = '=HYPERLINK("https://example.org")<b>x</b>'


@pytest.fixture(scope="module")
def statement() -> Statement:
    return example()


def flat(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_page_is_the_golden_page(statement: Statement) -> None:
    assert statement_html(statement) == GOLDEN.read_text(encoding="utf-8")


def test_every_balance_of_a_victim_and_of_a_defendant_is_on_the_page(statement: Statement) -> None:
    page = flat(statement_html(statement))
    for victim in statement.obligees:
        for cents in (victim.owed, victim.held, victim.awarded.cents, victim.received.cents):
            assert money(cents) in page
    (defendant,) = statement.obligors
    assert defendant.owes == 90000 + 20000 + 3292 + 500
    assert f"Owed in all {money(defendant.owes)}" in page
    assert "To the Attorney General, for transfers made to victims $200.00" in page


def test_an_amount_that_adds_up_entries_names_them(statement: Statement) -> None:
    page = statement_html(statement)
    assert '$300.00<span class="cites">entries 8, 10</span>' in page
    assert cited((4, 5, 6, 9)) == "entries 4–6, 9"
    many = tuple(range(1, 400, 2))
    assert cited(many) == "200 entries from 1 to 399"


def test_a_large_table_names_lists_of_entries_and_one_that_all_share_once(
    statement: Statement,
) -> None:
    first = statement.obligees[0]
    several = tuple(
        replace(first, obligee=f"V-{n}", received=Sum(100, (8, n)), moves=())
        for n in range(20, 40)
    )
    page = flat(statement_html(replace(statement, obligees=several)))
    assert "all: list 1" in page
    assert page.count("all: list") == 3  # awarded, transferred and paid; what was received differs
    assert "V-25 $1,000.00 $0.00 $200.00 $200.00 $600.00 $1.00 list 9 $100.00" in page
    assert "9 8, 25" in page


def test_a_running_balance_ends_where_the_account_does(statement: Statement) -> None:
    account = statement.obligees[0]
    assert sum(move.owed for move in account.moves) == account.owed
    assert sum(move.held for move in account.moves) == account.held
    assert "V-1: how the account came about" in statement_html(statement)


def test_a_correction_is_shown_both_ways(statement: Statement) -> None:
    page = flat(statement_html(statement))
    assert "Not counted: corrected by entry 12." in page
    assert "Hold on V-1. Corrects entry 11." in page


def test_a_proof_that_fails_is_said_on_the_first_page(statement: Statement) -> None:
    broken = Equation(key="money", left=(("payments", 100),), right=(("disbursed", 99),))
    assert "does not add up" not in statement_html(statement)
    page = statement_html(replace(statement, equations=(broken,)))
    assert "The account does not add up" in page


def test_what_is_recorded_is_escaped(statement: Statement) -> None:
    line = JournalLine(entry=1, on=statement.as_of, kind="case", says=HOSTILE)
    page = statement_page(replace(statement, journal=(line,)))
    assert "<b>x</b>" not in page
    assert "&lt;b&gt;x" in page


def test_a_page_that_stands_alone_loads_nothing(statement: Statement) -> None:
    page = statement_page(statement)
    assert "<link" not in page
    assert "src=" not in page
    assert 'name="viewport"' in page


def test_a_long_journal_is_printed_by_month(statement: Statement) -> None:
    many = tuple(
        JournalLine(
            entry=n,
            on=statement.as_of.replace(month=n % 9 + 1),
            kind="payment",
            says="$1.00 received.",
            cents=100,
        )
        for n in range(1, 402)
    )
    page = flat(statement_html(replace(statement, journal=many)))
    assert "2024-03 45 payments" in page
    assert page.count("$1.00 received.") == 0


def test_the_pdf_is_the_same_each_time_accessible_and_archival(
    statement: Statement, verapdf: Callable[..., dict[tuple[Path, str], str]], tmp_path: Path
) -> None:
    made = statement_pdf(statement)
    assert made == statement_pdf(statement)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)
    assert "$1,137.92" in text
    path = tmp_path / "statement.pdf"
    path.write_bytes(made)
    verdicts = verapdf(path)
    assert set(verdicts.values()) == {"pass"}, verdicts


def cells(book: openpyxl.Workbook) -> Iterator[tuple[str, str, object]]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float):
                    yield sheet.title, cell.coordinate, round(float(cell.value), 4)


def spoiled(content: bytes) -> bytes:
    """The same workbook with a wrong value stored beside every formula."""
    copy = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = re.sub(rb"</f><v>[^<]*</v>", b"</f><v>77.77</v>", old.read(name))
            new.writestr(name, part)
    return copy.getvalue()


def test_libreoffice_computes_the_same_amounts_from_the_formulas_alone(
    statement: Statement, tmp_path: Path
) -> None:
    made = statement_workbook(statement)
    found = recalculated({"plain": made, "spoiled": spoiled(made)}, tmp_path)
    stored = list(cells(values(made)))
    assert ("Statement", "B8", 1500.0) in stored
    assert len(stored) > 140
    assert list(cells(values(spoiled(made)))) != stored
    assert list(cells(found["plain"])) == stored
    assert list(cells(found["spoiled"])) == stored


def test_the_workbook_has_a_formula_for_each_balance(statement: Statement) -> None:
    book = openpyxl.load_workbook(BytesIO(statement_workbook(statement)))
    assert book["Victims"]["G4"].value == "=MAX(0,B4-C4-D4-E4-F4)"
    assert book["Victims"]["L4"].value == "=E4+F4+I4+J4-K4"
    assert book["Debts"]["I4"].value == "=MAX(0,MIN(F4,H4))"
    assert book["Interest"]["H4"].value == "=E4*F4/100*D4/G4"
    assert statement_workbook(statement) == statement_workbook(statement)


def test_what_was_restored_is_named_and_taken_off_what_is_left_of_the_award(
    statement: Statement,
) -> None:
    (defendant,) = statement.obligors
    debt = defendant.debts[0]._replace(relieved=20000, award_left=60000)
    account = replace(defendant, debts=(debt, *defendant.debts[1:]), interest_paid=700)
    account = replace(account, interest_to_attorney_general=300)
    restored = replace(statement, obligors=(account,))
    sheet = openpyxl.load_workbook(BytesIO(statement_workbook(restored)))["Debts"]
    assert sheet["M4"].value == 200
    assert sheet["H4"].value == "=MAX(0,Victims!B4-Victims!D4-D4-E4-G4-M4)"
    page = flat(statement_html(restored))
    assert "E. Left of the award: it, less recovered, restored or remitted, B and D" in page
    assert (
        "Interest on restitution $4.00 Interest on restitution, to the Attorney General $3.00"
        in page
    )


def test_text_that_looks_like_a_formula_stays_text(statement: Statement) -> None:
    line = JournalLine(entry=1, on=statement.as_of, kind="case", says=HOSTILE)
    made = statement_workbook(replace(statement, journal=(line,)))
    found = openpyxl.load_workbook(BytesIO(made))["Journal"]["E4"]
    assert (found.value, found.data_type, found.hyperlink) == (HOSTILE, "s", None)


def test_the_statement_of_a_defendant_alone_makes_a_workbook(statement: Statement) -> None:
    alone = replace(statement, whose="D-1", obligees=(), equations=())
    book = values(statement_workbook(alone))
    assert book["Defendants"]["R4"].value == pytest.approx(1137.92)
