"""The packet for restoration and the worksheet for remission on paper: what they say and what they admit."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from pathlib import Path as File

import pytest
from pypdf import PdfReader

from remedies.documents.remission import remission_page, remission_pdf
from remedies.documents.restoration import restoration_page, restoration_pdf
from remedies.facts.convictions import Statute
from remedies.law import encoded
from remedies.ledger.assets import asset_state
from remedies.ledger.entries import (
    Asset,
    AssetStep,
    Award,
    Body,
    Entry,
    Forfeiture,
    Order,
    Path,
    Stage,
    Transfer,
)
from remedies.ledger.remission import (
    Item,
    Loss,
    Petitioner,
    RemissionWorksheet,
    remission_worksheet,
)
from remedies.ledger.restoration import RestorationRequest, restoration_request

LAW = encoded()
VICTIMS = 60
MARKUP = "<script>alert(1)</script>"


def request(statute: str, **said: bool) -> RestorationRequest:
    bodies: list[Body] = [
        Asset(
            reference="AS-1",
            what=f"vehicle {MARKUP}",
            statute=Statute.parse(statute),
            agency="agency",
            number="24-0001",
        ),
        AssetStep(asset="AS-1", stage=Stage.NOTICED, actor="office"),
        AssetStep(asset="AS-1", stage=Stage.FORFEITED, actor="court", how=Forfeiture.CRIMINAL),
        AssetStep(
            asset="AS-1", stage=Stage.LIQUIDATED, actor="office", amount=3_500_000, costs=450_000
        ),
        Transfer(reference="T-1", asset="AS-1", path=Path.MANDATORY, shares={"V-1": 50_000}),
    ]
    state = asset_state(
        Entry(seq=seq, on=dt.date(2024, 2 * seq, 1), body=body)
        for seq, body in enumerate(bodies, 1)
    )
    awards = [
        Award(obligee=f"V-{n}", amount=100_000, statute=Statute.parse("18 U.S.C. § 1589"))
        for n in range(1, VICTIMS + 1)
    ]
    order = Order(reference="O-1", awards=tuple(awards), liabilities=(), document="docket 88")
    owed = {award.obligee: 100_000 for award in awards} | {"V-1": 50_000}
    return restoration_request(
        state,
        dt.date(2025, 3, 3),
        LAW,
        order=order,
        ordered_on=dt.date(2024, 1, 5),
        outstanding=owed,
        said=said,
    )


def worksheet(*, open_item: bool = True) -> RemissionWorksheet:
    owner = Item(
        victim="V-1",
        what="car",
        kind=Loss.PROPERTY,
        amount=600_000,
        on=dt.date(2023, 4, 2),
        market_value=500_000,
        compensated=20_000,
        documents=("EX-4", MARKUP),
        directly_caused=True,
        by_illegal_act=True,
    )
    pay = Item(
        victim="V-2",
        what="wages",
        kind=Loss.LOST_INCOME,
        amount=2_400_000,
        documents=() if open_item else ("EX-1",),
        directly_caused=True,
        by_illegal_act=True,
    )
    petitioners = [
        Petitioner(victim="V-1", contributed=False, interest=200_000),
        Petitioner(victim="V-2", contributed=False),
    ]
    return remission_worksheet(petitioners, [owner, pay], 1_000_000, LAW)


def text(paper: bytes) -> str:
    return " ".join(
        " ".join(page.extract_text().split()) for page in PdfReader(BytesIO(paper)).pages
    ).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(scope="module")
def commanded() -> bytes:
    return restoration_pdf(request("18 U.S.C. § 1594(d)"), "C-1")


@pytest.fixture(scope="module")
def discretionary() -> bytes:
    return restoration_pdf(request("18 U.S.C. § 981(a)(1)(C)", losses_verified=True), "C-1")


@pytest.fixture(scope="module")
def sheet() -> bytes:
    return remission_pdf(worksheet(), "C-1", "AS-1")


def test_the_papers_are_accessible_and_archival(
    commanded: bytes,
    discretionary: bytes,
    sheet: bytes,
    tmp_path: File,
    verapdf: Callable[..., dict[tuple[File, str], str]],
) -> None:
    paths = [tmp_path / f"{n}.pdf" for n in range(3)]
    for path, paper in zip(paths, (commanded, discretionary, sheet), strict=True):
        path.write_bytes(paper)
    assert set(verapdf(*paths).values()) == {"pass"}


def test_the_commanded_transfer_says_that_no_decision_is_awaited(commanded: bytes) -> None:
    said = text(commanded)
    assert "Transfer of forfeited property under 18 U.S.C. § 1594(f)" in said
    assert "no discretionary decision is awaited" in said
    assert "It does not lower what the defendants owe" in said
    assert "Not ready" not in said
    assert "Not confirmed" not in said


def test_costs_are_called_a_reading_where_no_text_takes_them_off(
    commanded: bytes, discretionary: bytes
) -> None:
    told = "names no costs and no interests of third parties that come off first"
    assert told in text(commanded)
    assert "28 C.F.R. § 9.9(a), of remission" not in text(commanded)
    assert told not in text(discretionary)
    assert "28 C.F.R. § 9.9(a), of remission" in text(discretionary)


def test_restored_money_meets_the_debt_by_a_reading_and_not_by_section_1594(
    discretionary: bytes,
) -> None:
    said = text(discretionary)
    assert "and what the defendants owe: the words of 18 U.S.C. § 1594(f)(3) are of" in said
    assert "owed on, to the Attorney General" not in said


def test_the_request_says_what_is_missing_and_what_nobody_confirmed(discretionary: bytes) -> None:
    said = text(discretionary)
    assert "Request for restoration of forfeited property" in said
    assert "6 of 11 statements below do not hold, or were not made yet" in said
    assert "No text was found that lists what the United States Attorney must represent" in said
    assert said.count("To be stated") == 6
    assert "Yes, as the office states" in said
    assert "Not confirmed against any source. Never rely on it." in said


def test_the_packet_holds_the_proceeds_and_every_victim_by_reference(commanded: bytes) -> None:
    said = text(commanded)
    for amount in ("$35,000.00", "$4,500.00", "$30,500.00", "$500.00", "$30,000.00"):
        assert amount in said
    assert all(f"V-{n} " in said for n in range(1, VICTIMS + 1))
    found = request("18 U.S.C. § 1594(d)")
    assert f"${found.requested / 100:,.2f} of the proceeds is to satisfy" in said


def test_the_worksheet_says_what_counts_and_what_was_not_read(sheet: bytes) -> None:
    said = text(sheet)
    assert "A petition for remission needs no restitution order" in said
    assert "28 C.F.R. § 9.8(c) to (i) was not read" in said
    assert "among 1 victim of 2" in said
    assert "1 of 2 losses lacks something that the victim must show. It counts for nothing" in said
    assert "$24,000.00 $0.00 $24,000.00" in said
    assert "As owner" in said
    assert "documented costs" in said


def test_a_worksheet_with_nothing_open_does_not_ask_for_more() -> None:
    assert "Still to be shown." not in remission_page(worksheet(open_item=False), "C-1", "AS-1")


def test_the_same_facts_give_the_same_papers(commanded: bytes, sheet: bytes) -> None:
    assert restoration_pdf(request("18 U.S.C. § 1594(d)"), "C-1") == commanded
    assert remission_pdf(worksheet(), "C-1", "AS-1") == sheet


def test_the_pages_stand_alone_and_print_what_was_written_as_text() -> None:
    pages = [
        restoration_page(request("18 U.S.C. § 1594(d)"), MARKUP),
        remission_page(worksheet(), MARKUP, "AS-1"),
    ]
    for page in pages:
        assert "<script" not in page
        assert "<link" not in page
        assert "<style>" in page


def test_a_packet_without_an_order_says_so() -> None:
    state = request("18 U.S.C. § 1594").state
    found = restoration_request(
        state, dt.date(2025, 3, 3), LAW, order=None, ordered_on=None, outstanding={}
    )
    page = restoration_page(found, "C-1")
    assert "No restitution order is in force on that day" in page
    assert "The victims’ schedule" not in page
