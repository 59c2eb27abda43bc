"""Papers for prosecutors and courts: with a claim they hold its figure, without one they hold blanks."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from remedies import law
from remedies.calculators.assessment import Assessment, assess
from remedies.documents.guides import guide_html, guide_pdf, guide_word
from remedies.documents.guides.court import PAPERS, Given, court_guide
from remedies.wire import read_claim, read_json

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = EXAMPLES / "forced_labor.json"
CLAIMS = sorted(
    [*EXAMPLES.glob("*.json"), *(Path(__file__).parent / "golden" / "claims").glob("*.json")]
)
AS_OF = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return assess(read_claim(read_json(EXAMPLE.read_bytes())), law.encoded())


def page(name: str, given: Given) -> str:
    return guide_html(court_guide(name, law.encoded(), AS_OF, given))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_without_facts_has_blanks_and_no_empty_place(name: str) -> None:
    written = page(name, Given())
    assert 'class="blank"' in written
    assert not re.search(r"\{[a-z]", written)
    assert "<p></p>" not in written


@pytest.mark.parametrize("name", ["request-for-restitution", "declaration-of-losses"])
def test_a_paper_of_a_claim_says_the_case_and_the_victim_by_reference(
    name: str, assessment: Assessment
) -> None:
    written = page(name, Given(assessment=assessment, case="EXAMPLE-1", victim="V-7"))
    assert "EXAMPLE-1" in written
    assert "V-7" in written


def test_a_request_says_the_total_of_the_claim(assessment: Assessment) -> None:
    written = page("request-for-restitution", Given(assessment=assessment))
    assert "$499,525.00" in written
    assert "$249,762.50" in written


def test_a_response_states_each_position_with_what_it_is_worth(assessment: Assessment) -> None:
    written = page("response-to-objections", Given(assessment=assessment))
    assert "$249,762.50" in written
    assert "United States v. Edwards" in written


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_every_paper_can_be_made_of_every_claim(path: Path) -> None:
    found = assess(read_claim(read_json(path.read_bytes())), law.encoded())
    for name in PAPERS:
        written = page(name, Given(assessment=found, case="EXAMPLE-1", victim="V-1"))
        assert not re.search(r"\{(?:case|claim|law|table|us|victim)\.", written)
        assert "<tbody>\n</tbody>" not in written
        assert not re.search(r"<(?:script|img|b|a href=.http)\b", written)


def test_a_declaration_says_what_was_received_and_taken_and_nothing_that_was_computed() -> None:
    found = assess(
        read_claim(read_json((EXAMPLES / "day_rate_domestic.json").read_bytes())), law.encoded()
    )
    written = page("declaration-of-losses", Given(assessment=found, case="C-1", victim="V-1"))
    assert "$190.00" in written
    assert "recruitment" in written
    assert "$1,500.00" in written
    for computed in ("$62,007.00", "Wages due", "Due each"):
        assert computed not in written


def test_workweeks_that_are_alike_stand_in_one_line(assessment: Assessment) -> None:
    written = page("declaration-of-losses", Given(assessment=assessment, case="C-1"))
    table = written.split("Hours and pay by workweek")[1].split("</table>")[0]
    assert table.count("<tr>") == 2
    assert ">265<" in table


def test_a_figure_lists_losses_by_kind_and_marks_the_measure_that_counts() -> None:
    path = EXAMPLES / "sex_trafficking_minor.json"
    found = assess(read_claim(read_json(path.read_bytes())), law.encoded())
    written = page("request-for-restitution", Given(assessment=found))
    assert "Losses: psychological, projected" in written
    assert "$46,800.00" in written
    assert "Gross income of the defendant: the greatest, which counts" in written
    assert "Value of the labor under federal wage law:" not in written


def test_a_stipulation_has_one_line_for_the_victim(assessment: Assessment) -> None:
    written = page("stipulation", Given(assessment=assessment, victim="V-9"))
    table = written.split("Amounts by victim")[1].split("</table>")[0]
    assert "V-9" in table
    assert table.count("$499,525.00") == 2


def test_a_position_marks_its_default_and_says_how_far_it_was_read() -> None:
    written = page("plea-clauses", Given())
    assert "(The program’s default.)" in written
    assert "Why that is the default:" in written
    assert "known from reports" in written


def test_what_a_reference_says_is_never_markup() -> None:
    written = page("request-for-restitution", Given(case="<b>X</b>", victim="{{ 7 }}"))
    assert "&lt;b&gt;X&lt;/b&gt;" in written
    assert "<b>X" not in written


def test_every_paper_is_accessible_and_opens_as_word(
    verapdf: Callable[..., dict[tuple[Path, str], str]], tmp_path: Path, assessment: Assessment
) -> None:
    paths = []
    for name in PAPERS:
        found = court_guide(name, law.encoded(), AS_OF, Given(assessment=assessment))
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(guide_pdf(found))
        assert guide_word(found).startswith(b"PK")
    judged = verapdf(*paths)
    assert {key: verdict for key, verdict in judged.items() if verdict != "pass"} == {}
