"""The civil wage claim on paper says what the computation says, and is accessible and archival."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from remedies.calculators.assessment import Assessment
from remedies.calculators.civil import CivilClaim
from remedies.documents.civil import civil_html, civil_pdf
from remedies.worksheet import dollars
from tests.calculators.civil.claims import civil, claimed, period

CONTRACT = {
    "program": "h2a",
    "from": "2024-01-07",
    "to": "2024-06-30",
    "workdays": "100",
    "hours_per_workday": "8",
    "hours_offered": "450",
    "rate": "13.67",
    "exhibit": "Ex. 9",
}


@pytest.fixture(scope="module")
def found() -> CivilClaim:
    facts = civil(willful=True, separated_on="2024-02-17", contracts=[CONTRACT])
    return claimed(period("US-CA", last="2024-02-17", exhibit="Ex. 4 at 2"), facts=facts)


def test_the_page_says_every_sum_of_the_claim(found: CivilClaim) -> None:
    page = civil_html(found, "V-1")
    assert "victim <bdi>V-1</bdi>" in page
    sums = [found.total, found.lost, *found.components.values()]
    assert all(dollars(figure.value) in page for figure in sums)
    for claim in found.claims:
        assert claim.name in page
        assert dollars(claim.amount("total")) in page
    for entry in found.not_computed:
        assert entry.what[1:] in page
    assert all(sentence in page.replace("&#39;", "'") for sentence in found.assumptions)
    assert "Cal. Lab. Code § 203" in page
    assert "Ex. 9" in page


def test_the_page_of_an_assessment_names_its_receipt(
    assessed: Callable[[dict[str, Any]], Assessment],
) -> None:
    document = {
        "claim": "1",
        "reference": "V-1",
        "as_of": "2026-06-30",
        "convictions": [{"statute": "18 USC 1589"}],
        "work": [
            {
                "from": "2024-01-07",
                "to": "2024-01-13",
                "hours": {"per_day": "10"},
                "pay": {"basis": "none"},
                "place": "US-WA",
            }
        ],
        "civil": {"filed_on": "2025-01-19", "interest_to": "2025-01-19"},
    }
    assessment = assessed(document)
    assert assessment.civil is not None
    page = civil_html(assessment.civil, "V-1", assessment.receipt)
    assert assessment.receipt.law in page


def test_what_a_claim_says_is_escaped() -> None:
    facts = civil(tolled=[{"from": "2024-01-01", "to": "2024-01-02", "why": "<b>x</b>"}])
    page = civil_html(claimed(period("US-CA", exhibit="<b>Ex</b>"), facts=facts), "V-1")
    assert "<b>Ex" not in page
    assert "<b>x" not in page


def test_a_claim_without_workweeks_in_time_still_prints() -> None:
    found = claimed(period("", "2010-01-03", "2010-01-09"))
    assert "$0.00" in civil_html(found, "V-1")


def test_the_pdf_is_the_same_each_time_accessible_and_archival(
    found: CivilClaim, verapdf: Callable[..., dict[tuple[Path, str], str]], tmp_path: Path
) -> None:
    made = civil_pdf(found, "V-1")
    assert made == civil_pdf(found, "V-1")
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)
    assert dollars(found.total.value) in text
    path = tmp_path / "civil.pdf"
    path.write_bytes(made)
    verdicts = verapdf(path)
    assert set(verdicts.values()) == {"pass"}, verdicts
