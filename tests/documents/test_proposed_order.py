"""The proposed order on paper says the amounts of its JSON; the case is synthetic."""

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from rich.console import Console

from remedies import law
from remedies.calculators.measures import Regime
from remedies.calculators.proposed_order import liability_choice, proposed_order
from remedies.calculators.proposed_order_parts import Answering, Assessed, Offense
from remedies.documents.proposed_order import proposed_order_page, proposed_order_pdf
from remedies.documents.proposed_order_text import proposed_order_text
from remedies.documents.proposed_order_view import Caption, ProposalView, Terms
from remedies.facts import Conviction, Statute
from remedies.ledger.entries import Distribution, Installments, InterestTerms
from remedies.ledger.proposing import LawDay, with_days
from remedies.ledger.statement_lines import Due
from remedies.wire.proposed_order import order_form, proposed_order_document

LAW = law.encoded()
ON = dt.date(2024, 3, 4)


def offense(cited: str, *victims: str) -> Offense:
    statute = Statute.parse(cited)
    assert statute is not None
    return Offense(conviction=Conviction(statute=statute), victims=victims or None)


def loss(victim: str, trafficking: int, general: int) -> Assessed:
    return Assessed(
        victim=victim,
        total=trafficking,
        amounts={Regime.TRAFFICKING: trafficking, Regime.GENERAL: general},
        assessment=f"A-{victim}",
    )


def view(option: str = "full", terms: Terms | None = None) -> ProposalView:
    share = Fraction(1)
    found = proposed_order(
        [
            loss("V-1", 100_000_00, 12_000_00),
            loss("V-2", 40_000_00, 2_000_00),
            Assessed(victim="V-3", unknown=True),
        ],
        [
            Answering(defendant="D-1", offenses=(offense("18 USC 1589"),), share=share),
            Answering(
                defendant="D-2",
                offenses=(offense("18 USC 1589", "V-1"), offense("18 USC 371", "V-2")),
                up_to={"V-1": 50_000_00},
                cap=51_000_00,
                share=share,
            ),
            Answering(defendant="D-3", offenses=(offense("18 USC 371", "V-2"),), share=share),
        ],
        liability_choice(LAW, option=option),
    )
    due = Due(
        key="losses_determined",
        what="the court finally determines the losses",
        due_on=dt.date(2024, 6, 3),
        authority=(LAW.rule("unascertained_losses_3664_d5"),),
    )
    return ProposalView(
        proposed=with_days(found, [due]),
        law=LAW,
        caption=Caption(case="EX-1", district="example", court_number="1:24-cr-1"),
        on=ON,
        terms=terms or Terms(),
    )


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
    first, second, third = found.interest
    assert first.startswith(
        "Interest is owed by D-1 on restitution of more than $2,500.00, unless"
    )
    assert "fifteenth day after the date of the judgment" in first
    assert "limited to $1,000.00 (18 U.S.C. § 3612(f)(3)(B))" in first
    assert second.startswith("The Court determines, of D-2,")
    assert third.startswith("No interest is owed by D-3")
    assert found.payment[0] == (
        "Payment by D-1 is due in installments of $250.00 a month, each, from May 1, 2024 on "
        "(18 U.S.C. § 3572(d)(1), (2))."
    )
    assert found.payment[1].startswith("Payment by D-2 and D-3 is due immediately")
    assert "in the order of Schedule A" in found.payment[2]


def test_nothing_to_propose_is_said_and_not_printed_as_an_order() -> None:
    empty = proposed_order([Assessed(victim="V-1", unknown=True)], [], liability_choice(LAW))
    found = ProposalView(proposed=empty, law=LAW, caption=Caption(case="EX-1"), on=ON)
    page = proposed_order_page(found)
    assert "no restitution can be proposed yet" in page
    assert "Schedule A" not in page
    assert "not computed" in page


def test_the_page_stands_alone_and_prints_text_as_text() -> None:
    found = ProposalView(
        proposed=view().proposed, law=LAW, caption=Caption(case="<script>x</script>"), on=ON
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
