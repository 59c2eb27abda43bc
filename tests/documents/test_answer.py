"""The answer on paper and in the workbook: the numbers of the JSON, in files that can be read by anyone."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from remedies import casework
from remedies.calculators.answer import answer
from remedies.documents.answer import answer_page, answer_pdf
from remedies.documents.answer_view import AnswerView
from remedies.documents.answer_workbook import answer_workbook
from remedies.intake.confirming import Said, looked_at
from remedies.wire.answer import answer_json

EXAMPLES = Path(__file__).parents[2] / "examples"
COLUMNS = "workweek=Week of,hours=Hrs,rate=Rate,due=Due,paid=Paid"


@pytest.fixture(scope="module")
def view() -> AnswerView:
    assessment = casework.assessed((EXAMPLES / "rate_change.json").read_bytes())
    content = (EXAMPLES / "opposing_schedule.csv").read_bytes()
    read = looked_at(content, Said(columns=COLUMNS)).read
    assert read is not None
    return AnswerView(assessment, answer(assessment, read.schedule))


@pytest.fixture(scope="module")
def paper(view: AnswerView) -> bytes:
    return answer_pdf(view)


def test_the_paper_is_accessible_and_archival(
    paper: bytes, tmp_path: Path, verapdf: Callable[..., dict[tuple[Path, str], str]]
) -> None:
    path = tmp_path / "answer.pdf"
    path.write_bytes(paper)
    assert set(verapdf(path).values()) == {"pass"}


def test_the_paper_says_the_amounts_of_the_json(view: AnswerView, paper: bytes) -> None:
    found = json.loads(answer_json(view.assessment, view.answer))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)
    for cause in found["causes"]:
        assert f"{abs(float(cause['due'])):,.2f}" in text
    assert "does not add up" not in text
    assert text.count("adds up") == len(found["balance"]) == 4
    assert "row 2" in text
    assert "“for a workweek longer than forty hours" in text


def test_the_same_answer_gives_the_same_paper(view: AnswerView, paper: bytes) -> None:
    assert answer_pdf(view) == paper


def test_what_a_person_wrote_is_printed_as_text(view: AnswerView) -> None:
    assert "<script" not in answer_page(view)


def test_the_workbook_holds_every_row_and_no_formula(view: AnswerView) -> None:
    book = openpyxl.load_workbook(BytesIO(answer_workbook(view)))
    causes, rows = book["Causes"], book["Workweeks"]
    assert causes.max_row == 3 + len(view.answer.causes)
    alone = len(view.answer.only_ours) + len(view.answer.only_theirs)
    assert rows.max_row == 1 + len(view.answer.differing) + alone
    assert (rows["A6"].value, rows["C6"].value, rows["D6"].value) == ("2008-08-03", None, 60)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert rows["K2"].value == 172.8


def test_equal_workweeks_share_a_row_of_the_paper() -> None:
    assessment = casework.assessed((EXAMPLES / "forced_labor.json").read_bytes())
    header = "workweek,hours,rate,due\n"
    weeks = ("2009-09-13", "2009-09-20", "2009-09-27")
    table = header + "".join(f"{week},100,7.25,725.00\n" for week in weeks)
    read = looked_at(table.encode(), Said()).read
    assert read is not None
    view = AnswerView(assessment, answer(assessment, read.schedule))
    (span,) = view.spans
    assert (span.count, span.workweeks) == (3, "2009-09-13 to 2009-09-27")
    assert span.rows == "row 2 to 4"
    assert view.columns() == ["hours", "rate", "due"]
