"""The printed schedule shows every workweek, adds up, and can be recomputed with a pencil."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from remedies import law
from remedies.calculators.assessment import Assessment, assess
from remedies.documents.columns import Lettering
from remedies.documents.notes import Notes
from remedies.documents.schedule import schedule, schedule_html
from remedies.wire import read_claim, read_json
from remedies.worksheet import dollars

CLAIMS = Path(__file__).parent / "golden" / "claims"
EXAMPLE = Path(__file__).parents[2] / "examples" / "forced_labor.json"
WITH_WORK = [EXAMPLE, CLAIMS / "agreed_pay.json", CLAIMS / "hostile.json"]
_ROW = re.compile(r'<tr><th scope="row">(\d{4}-\d\d-\d\d)</th>(.*?)</tr>')
_TOTALS = re.compile(r'<tfoot><tr><th scope="row">Total</th>(.*?)</tr></tfoot>')
_CELL = re.compile(r'<td class="number">(.*?)</td>')


def assessed(path: Path) -> Assessment:
    return assess(read_claim(read_json(path.read_bytes())), law.encoded())


@cache
def filed(path: Path) -> bytes:
    return schedule(assessed(path))


def work(**changes: object) -> Assessment:
    """An assessment of one period of work, 60 hours a workweek, changed as a test needs."""
    period = {
        "from": "2012-01-01",
        "to": "2012-01-28",
        "hours": {"per_workweek": "60"},
        "pay": {"basis": "none"},
        "exhibit": "Ex. 1",
        "evidence": "record",
    } | changes
    document = {
        "claim": "1",
        "reference": "V-9",
        "as_of": "2026-11-21",
        "convictions": [{"statute": "18 USC 1589"}],
        "work": [period],
    }
    return assess(read_claim(document), law.encoded())


def printed(assessment: Assessment) -> dict[str, tuple[list[Decimal], Decimal]]:
    """Each column that was not cut, by key: its printed cells and its printed total."""
    page = schedule_html(assessment)
    rows = [_CELL.findall(row) for _, row in _ROW.findall(page)]
    totals = _CELL.findall(_TOTALS.findall(page)[0])
    found = {}
    assert assessment.schedule is not None
    for place, column in enumerate(Lettering(assessment.schedule).printed):
        texts = [row[place] for row in rows] + [totals[place]]
        if all(texts) and not any("…" in text for text in texts):
            *cells, total = [Decimal(text.replace(",", "")) for text in texts]
            found[column.key] = cells, total
    return found


@pytest.mark.parametrize("path", WITH_WORK, ids=lambda path: path.stem)
def test_the_printed_rows_add_up_to_the_printed_totals_which_are_the_result_s(path: Path) -> None:
    assessment = assessed(path)
    columns = printed(assessment)
    assert {"due", "paid", "unpaid", "unpaid_minimum_wages", "unpaid_overtime"} <= columns.keys()
    for key, (cells, total) in columns.items():
        assert len(cells) == assessment.schedule.row_count
        assert sum(cells) == total, key
        assert total == assessment.schedule.total(key, key).value, key


@pytest.mark.parametrize("path", WITH_WORK, ids=lambda path: path.stem)
def test_every_workweek_stands_in_the_pdf_with_its_unpaid_wages(path: Path) -> None:
    assessment = assessed(path)
    pages = [page.extract_text() for page in PdfReader(BytesIO(filed(path))).pages]
    text = "\n".join(pages)
    for starts_on, line in assessment.schedule.rows():
        assert starts_on.isoformat() in text
        assert dollars(assessment.schedule.value(line, "unpaid")).lstrip("$") in text
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_the_formulas_recompute_every_printed_row() -> None:
    columns = {key: cells for key, (cells, _) in printed(assessed(EXAMPLE)).items()}
    page = schedule_html(assessed(EXAMPLE))
    for formula in (
        "C = B × A",
        "D = A − 40.00 h, not below zero",
        "E = B × 0.5 × D",
        "F = C + E, to the cent",
        "H = F − G, not below zero",
        "K = H − J, not below zero",
    ):
        assert f"<td>{formula}</td>" in page
    for row in range(265):
        hours = columns["hours"][row]
        straight = hours * Decimal("7.25")
        premium = (hours - 40) * Decimal("7.25") / 2
        assert columns["straight_time"][row] == straight
        assert columns["overtime_premium"][row] == premium
        assert columns["due"][row] == straight + premium


def test_a_plain_schedule_needs_no_notes() -> None:
    assert "<h2>Notes</h2>" not in schedule_html(assessed(EXAMPLE))


def test_a_rate_change_inside_a_workweek_is_explained_once_with_its_workweek() -> None:
    assessment = work(**{"from": "2008-07-06", "to": "2008-08-09"})
    page = schedule_html(assessment)
    # Sunday July 20 to Wednesday July 23 at $5.85, Thursday July 24 to Saturday July 26 at $6.55.
    exact = (Fraction("5.85") * 4 + Fraction("6.55") * 3) / 7
    assert exact == Fraction(123, 20)
    assert "$5.85 an hour × 34 2/7 h + $6.55 an hour × 25 5/7 h) ÷ 60.00 h" in page
    assert page.count("minimum wage, weighted by hours") == 1
    notes = dict(_ROW.findall(page))
    assert _CELL.findall(notes["2008-07-20"])[1] == "6.15"
    assert _CELL.findall(notes["2008-07-20"])[-1] != ""


def test_a_cut_workweek_and_a_payment_have_notes_and_other_rows_have_none() -> None:
    paid = {"records": [{"on": "2012-01-10", "amount": "75.00", "exhibit": "Ex. 2"}]}
    page = schedule_html(work(to="2012-01-25", paid=paid))
    marks = {day: _CELL.findall(row)[-1] for day, row in _ROW.findall(page)}
    assert marks == {"2012-01-01": "", "2012-01-08": "1", "2012-01-15": "", "2012-01-22": "2, 3"}
    assert "hours on 4 of 7 days: 60.00 h × (4 days ÷ 7 days)" in page
    assert "34 2/7 h" in page
    assert "paid on 2012-01-10" in page


def test_an_exemption_from_overtime_has_a_column_and_its_authority() -> None:
    page = schedule_html(work(coverage={"domestic_service": True, "lives_in": True}))
    assert "live-in exemption" in page
    assert "29 U.S.C. § 213(b)(21)" in page
    assert "overtime after" in page


def test_what_a_cell_cuts_stands_exactly_in_a_note() -> None:
    page = schedule_html(work(hours={"per_day": "8.3333"}))
    assert Fraction("8.3333") * 7 * Fraction("7.25") == Fraction("422.914975")
    assert '<td class="number">422.9149…</td>' in page
    assert "C = 422.914975" in page


def test_very_many_payments_of_one_shape_share_a_note() -> None:
    assessment = work(to="2012-12-29", paid={"total": "1000.00"})
    notes = Notes(assessment.schedule, Lettering(assessment.schedule)).notes
    assert len(notes) < 5


def test_one_workweek_and_a_claim_without_work() -> None:
    assert "1 workweek," in schedule_html(work(to="2012-01-07"))
    with pytest.raises(ValueError, match="without work"):
        schedule_html(assessed(CLAIMS / "harboring.json"))


def test_eighty_eight_years_of_workweeks_can_be_laid_out() -> None:
    coverage = {"group": "1938_act"}
    assessment = work(**{"from": "1938-10-30", "to": "2026-10-31", "coverage": coverage})
    page = schedule_html(assessment)
    assert len(_ROW.findall(page)) == assessment.schedule.row_count == 4592
    cells, total = printed(assessment)["unpaid"]
    assert sum(cells) == total


def test_hostile_text_stays_text() -> None:
    page = schedule_html(assessed(CLAIMS / "hostile.json"))
    assert "&lt;/table&gt;&lt;h1&gt;Ex. 1" in page
    assert "<img" not in page
    file = filed(CLAIMS / "hostile.json")
    with pikepdf.open(BytesIO(file)) as opened:
        assert "/EmbeddedFiles" not in opened.Root.get("/Names", {})
    assert b"root:" not in file


def test_the_same_claim_gives_the_same_bytes() -> None:
    path = CLAIMS / "agreed_pay.json"
    assert schedule(assessed(path)) == filed(path)


def test_schedules_are_accessible_and_archival(
    verapdf: Callable[..., dict[tuple[Path, str], str]], tmp_path: Path
) -> None:
    files = []
    for path in WITH_WORK:
        files.append(tmp_path / f"{path.stem}.pdf")
        files[-1].write_bytes(filed(path))
    assert set(verapdf(*files).values()) == {"pass"}
