"""The schedule of victims: by reference for the public, with names under seal; the case is synthetic."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from remedies.documents.proposed_order_view import ProposalView
from remedies.documents.victims_schedule import (
    Payee,
    VictimsSchedule,
    victims_schedule_html,
    victims_schedule_page,
    victims_schedule_pdf,
)
from remedies.documents.word import word
from tests.documents.proposed_order_example import view

NAME, STREET, TOWN = "Synthia Madeupova", "77 Imaginary Lane", "Nowhere Falls, ZZ 00000"


@pytest.fixture(scope="module")
def order() -> ProposalView:
    return view()


@pytest.fixture(scope="module")
def sealed(order: ProposalView) -> VictimsSchedule:
    return VictimsSchedule(order=order, payees={"V-1": Payee(name=NAME, address=(STREET, TOWN))})


@pytest.fixture(scope="module")
def redacted(order: ProposalView) -> VictimsSchedule:
    return VictimsSchedule(order=order)


def text_of(paper: bytes) -> str:
    pages = [page.extract_text() for page in PdfReader(BytesIO(paper)).pages]
    return " ".join(" ".join(pages).replace("\N{NO-BREAK SPACE}", " ").split())


def test_both_papers_are_accessible_and_archival(
    redacted: VictimsSchedule,
    sealed: VictimsSchedule,
    tmp_path: Path,
    verapdf: Callable[..., dict[tuple[Path, str], str]],
) -> None:
    paths = [tmp_path / "redacted.pdf", tmp_path / "sealed.pdf"]
    for path, found in zip(paths, (redacted, sealed), strict=True):
        path.write_bytes(victims_schedule_pdf(found))
    assert set(verapdf(*paths).values()) == {"pass"}


def test_the_redacted_one_has_the_rows_of_the_order_and_says_what_is_left_out(
    order: ProposalView, redacted: VictimsSchedule
) -> None:
    text = text_of(victims_schedule_pdf(redacted))
    for row in order.awards():
        assert " ".join(row[:3]) in text
        assert row[5] in text
    assert "D-1 and D-2, jointly" in text
    assert "Left out, whole: names, home addresses, telephone numbers, birth dates" in text
    for rule in ("Fed. R. Crim. P. 49.1(a)", "Fed. R. Crim. P. 49.1(f)", "18 U.S.C. § 3664(d)(4)"):
        assert rule in text
    assert "more be redacted (Fed. R. Crim. P. 49.1(e)(1))" in text
    assert "“require redaction of additional information”" in text
    assert "the case has it recorded as example" in text
    assert "FILED UNDER SEAL" not in text
    assert "V-3 (18 U.S.C. § 3664(d)(5))" in text


def test_the_sealed_one_has_names_and_its_mark_on_every_page(sealed: VictimsSchedule) -> None:
    paper = PdfReader(BytesIO(victims_schedule_pdf(sealed)))
    assert all("FILED UNDER SEAL" in page.extract_text() for page in paper.pages)
    text = " ".join(page.extract_text() for page in paper.pages).replace("\N{NO-BREAK SPACE}", " ")
    for told in (NAME, STREET, TOWN, "18 U.S.C. § 3509(d)(2)", "Fed. R. Crim. P. 49.1(f)"):
        assert told in text


def test_what_is_not_stored_is_said_row_by_row_and_in_the_notes(
    order: ProposalView, sealed: VictimsSchedule
) -> None:
    assert sealed.not_stored == ("V-2",)
    page = victims_schedule_html(sealed)
    row = next(line for line in page.splitlines() if "<bdi>V-2</bdi></th>" in line)
    assert row.count("not stored") == 2
    assert "No name is stored for <bdi>V-2</bdi>" in page
    nobody = VictimsSchedule(order=order, payees={})
    assert nobody.sealed
    assert "No name is stored for <bdi>V-1 and V-2</bdi>" in victims_schedule_html(nobody)


def test_no_name_is_in_a_title_in_metadata_or_in_what_a_log_would_print(
    sealed: VictimsSchedule,
) -> None:
    paper = PdfReader(BytesIO(victims_schedule_pdf(sealed)))
    assert paper.metadata is not None
    assert paper.metadata.title == sealed.title == "Schedule of victims, under seal: case EX-1"
    for told in (*paper.metadata.values(), repr(sealed), repr(sealed.payee("V-1"))):
        assert "Madeupova" not in told
        assert "Imaginary" not in told


def test_a_name_is_text_and_never_markup(order: ProposalView) -> None:
    payees = {"V-1": Payee(name="<b>Bobby</b>", address=("<img src=x>",))}
    page = victims_schedule_page(VictimsSchedule(order=order, payees=payees))
    assert "&lt;b&gt;Bobby" in page
    assert "<img" not in page
    assert "<link" not in page


def test_the_same_schedule_gives_the_same_bytes(
    redacted: VictimsSchedule, sealed: VictimsSchedule
) -> None:
    for found in (redacted, sealed):
        assert victims_schedule_pdf(found) == victims_schedule_pdf(found)
        assert word(victims_schedule_html(found)) == word(victims_schedule_html(found))
