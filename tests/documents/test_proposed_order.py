"""The proposed order on paper says the amounts of its JSON; the case is synthetic."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from rich.console import Console

from remedies.calculators.proposed_order import liability_choice, proposed_order
from remedies.calculators.proposed_order_parts import Assessed
from remedies.documents.proposed_order import (
    proposed_order_html,
    proposed_order_page,
    proposed_order_pdf,
)
from remedies.documents.proposed_order_text import proposed_order_text
from remedies.documents.proposed_order_view import Caption, ProposalView, Terms
from remedies.ledger.entries import Distribution, Installments, InterestTerms
from remedies.ledger.proposing import LawDay, with_days
from remedies.ledger.statement_lines import Due
from remedies.wire.proposed_order import order_form, proposed_order_document
from tests.documents.proposed_order_example import LAW, ON, view


@pytest.fixture(scope="module")
def paper() -> bytes:
    return proposed_order_pdf(view())


def text_of(paper: bytes) -> str:
    pages = [page.extract_text() for page in PdfReader(BytesIO(paper)).pages]
    return " ".join(" ".join(pages).replace("\N{NO-BREAK SPACE}", " ").split())


def test_the_paper_is_accessible_and_archival(
    paper: bytes, tmp_path: Path, verapdf: Callable[..., dict[tuple[Path, str], str]]
) -> None:
    path = tmp_path / "proposed_order.pdf"
    path.write_bytes(paper)
    assert set(verapdf(path).values()) == {"pass"}


def test_the_paper_says_the_amounts_of_the_json(paper: bytes) -> None:
    text = text_of(paper)
    document = proposed_order_document(view().proposed, LAW)
    for award in document["awards"]:  # type: ignore[attr-defined]
        assert f"${float(award['amount']):,.2f}" in text
    for one in document["liabilities"]:  # type: ignore[attr-defined]
        assert f"${float(one['total']):,.2f}" in text
    for authority in document["authorities"]:  # type: ignore[attr-defined]
        assert authority["citation"] in text
    assert "A proposal, not an order." in text
    assert "June 3, 2024" in text


def test_the_same_proposal_gives_the_same_paper(paper: bytes) -> None:
    assert proposed_order_pdf(view()) == paper


def test_the_words_of_liability_follow_from_the_amounts() -> None:
    assert view().liability == (
        "D-1 and D-2 are jointly and severally liable for the award of V-1 (18 U.S.C. § 3664(h)).",
        "Of the award of V-1, D-2 is liable for no more than $50,000.00.",
        "D-1, D-2 and D-3 are jointly and severally liable for the award of V-2 (18 U.S.C. § 3664(h)).",
        "Of the award of V-2, D-2 is liable for no more than $2,000.00.",
        "Of the award of V-2, D-3 is liable for no more than $2,000.00.",
        (
            "What one of them pays on an award reduces what all of them owe on it. Nobody pays more than "
            "their amount in Schedule B, and no victim is paid more than the award."
        ),
        "In all, D-2 is liable for no more than $51,000.00.",
    )


def test_an_apportioned_order_says_so_and_joins_nobody() -> None:
    found = view("apportioned")
    assert found.liability[0].startswith("Liability is apportioned")
    assert not any("jointly" in sentence for sentence in found.liability)
    assert {row[-1] for _, rows in found.liabilities() for row in rows} == {"nobody"}


def test_discretionary_parts_stand_apart_and_are_not_counted_twice() -> None:
    found = view()
    assert found.totals() == ("$140,000.00", "$0.00", "$140,000.00")
    rows = {(one.defendant, row[0]): row for one, rows in found.liabilities() for row in rows}
    assert rows["D-3", "V-2"][1:5] == (
        "18 U.S.C. § 3663",
        "$0.00",
        "$2,000.00",
        "$2,000.00",
    )
    assert any("they are not counted twice" in sentence for sentence in found.ordered)


def test_interest_is_said_by_what_each_owes_and_what_the_court_said() -> None:
    terms = Terms(
        distribution=Distribution.BY_ORDER,
        due={"D-1": Installments(amount=250_00, first_on=dt.date(2024, 5, 1))},
        interest={
            "D-1": InterestTerms(limit=1_000_00),
            "D-2": InterestTerms(waived=True),
        },
    )
    found = view(terms=terms)
    first, second, third, late = found.interest
    assert first.startswith(
        "Interest is owed by D-1 on restitution of more than $2,500.00, unless"
    )
    assert "fifteenth day after the date of the judgment" in first
    assert "limited to $1,000.00 (18 U.S.C. § 3612(f)(3)(B))" in first
    assert second.startswith("The Court determines, of D-2,")
    assert third.startswith("No interest is owed by D-3")
    assert late == "Penalties for delinquency and default are owed (18 U.S.C. § 3612(g))."
    assert any("D-1 shall notify the Attorney General" in each for each in found.payment)
    assert found.payment[0] == (
        "Payment by D-1 is due in installments of $250.00 a month, each, from May 1, 2024 on "
        "(18 U.S.C. § 3572(d)(1), (2))."
    )
    assert found.payment[1].startswith("Payment by D-2 and D-3 is due immediately")
    assert found.payment[2].startswith("Payments are made to the Clerk")
    assert "in the order of Schedule A" in found.payment[3]


def test_the_order_is_under_a_caption_with_blanks_where_nothing_is_known() -> None:
    page = proposed_order_html(view())
    assert '<span class="blank">district</span>' in page
    assert '<span class="blank">name</span>, defendant <bdi>D-3</bdi>' in page
    assert "No. <bdi>1:24-cr-1</bdi>" in page
    known = replace(
        view(),
        caption=Caption(case="EX-1", district="Northern District of Example"),
        convicted={"D-1": ("18 U.S.C. § 1589", "18 U.S.C. § 1594")},
    )
    page = proposed_order_html(known)
    assert "for the <bdi>Northern District of Example</bdi>" in page
    assert 'No. <span class="blank">docket number</span>' in page
    assert "<bdi>D-1</bdi> under 18 U.S.C. § 1589 and 18 U.S.C. § 1594, " in page
    assert '<bdi>D-2</bdi> under <span class="blank">statutes and counts</span>' in page


def test_the_paragraphs_are_numbered_through_and_end_with_what_is_not_yet_known() -> None:
    found = view()
    numbers = [first for _, _, first in found.numbered]
    lengths = [len(sentences) for _, sentences, _ in found.numbered]
    assert numbers == [1, 5, 12, 17]
    assert found.following == sum(lengths) + 1 == 20
    assert found.determinations == [("V-3", "June 3, 2024")]
    page = proposed_order_html(found)
    assert '<ol start="20"' in page
    assert "date, not later than June 3, 2024" in page


def test_what_is_not_part_of_the_order_stands_after_the_judges_signature() -> None:
    order, notes = proposed_order_html(view()).split('<section class="apart">')
    assert "United States District Judge" in order
    assert "Schedule B: what D-3 is to owe" in order
    for told in ("A proposal, not an order", "To settle before", "Law that the proposal applies"):
        assert told not in order
        assert told in notes


def test_forfeited_property_is_spoken_of_where_the_case_has_some_under_section_1594() -> None:
    assert view().forfeited == ()
    found = view(assets=("AS-1", "AS-2"))
    assert found.forfeited[0].endswith("to be forfeited under that section: AS-1 and AS-2.")
    assert "It does not lower what a defendant convicted of a violation" in found.forfeited[1]
    cited = {authority.citation for authority in found.authorities}
    assert {"18 U.S.C. § 1594(f)(1)", "18 U.S.C. § 1594(f)(3)"} <= cited
    assert "Forfeited property" not in proposed_order_html(view())


def test_an_order_that_the_case_already_has_is_named_in_the_notes() -> None:
    assert "already has" not in proposed_order_html(view())
    found = replace(view(), ordered_before=("O-1", dt.date(2024, 6, 3)))
    order, notes = proposed_order_html(found).split('<section class="apart">')
    assert (
        "what the case already has: <bdi>O-1</bdi>, of June 3, 2024. The amounts here come"
        in notes
    )
    assert "O-1" not in order


def test_nothing_to_propose_is_said_and_not_printed_as_an_order() -> None:
    empty = proposed_order([Assessed(victim="V-1", unknown=True)], [], liability_choice(LAW))
    found = ProposalView(proposed=empty, law=LAW, caption=Caption(case="EX-1"), on=ON)
    page = proposed_order_page(found)
    assert "no restitution can be proposed yet" in page
    assert "Schedule A" not in page
    assert "not computed" in page


def test_the_page_stands_alone_and_prints_text_as_text() -> None:
    found = ProposalView(
        proposed=view().proposed,
        law=LAW,
        caption=Caption(case="<script>x</script>", district="<script>y</script>"),
        on=ON,
    )
    page = proposed_order_page(found)
    assert "<script>" not in page
    assert "<link" not in page


def test_a_terminal_shows_the_same_amounts() -> None:
    console = Console(width=120, record=True, file=StringIO())
    console.print(proposed_order_text(view()))
    text = console.export_text()
    assert "$140,000.00" in text
    assert "V-3" in text
    assert "To settle before this is asked for" in text


def test_days_of_another_victim_or_rule_are_not_taken() -> None:
    found = view().proposed
    (day,) = found.pending[0].days
    assert (day.key, day.due_on) == ("losses_determined", dt.date(2024, 6, 3))
    other = Due(key="x", what="y", of="V-9", authority=day_authority(day))
    wrong = Due(key="x", what="y", authority=(LAW.rule("joint_several_3664_h"),))
    assert with_days(found, [other, wrong]).pending[0].days == ()


def day_authority(day: object) -> tuple[object, ...]:
    assert isinstance(day, LawDay)
    return (day.authority,)


def test_the_form_of_the_order_leaves_the_days_of_judgment_to_the_court() -> None:
    form = order_form(view().proposed)
    assert [one["judgment_on"] for one in form["liabilities"]] == ["", "", ""]  # type: ignore[attr-defined]
    assert form["liabilities"][1] == {  # type: ignore[index]
        "obligor": "D-2",
        "judgment_on": "",
        "amounts": {"V-1": "50000.00", "V-2": "2000.00"},
        "cap": "51000.00",
    }
