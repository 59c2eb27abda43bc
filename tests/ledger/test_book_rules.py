"""What the book forbids of voids, releases, assertions, versions of assets, claims and recoveries."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from remedies import law
from remedies.calculators.collection.calendar import Declared
from remedies.errors import LedgerError
from remedies.facts.convictions import Statute
from remedies.ledger.accruals import choices_of, interest_on
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Account,
    Asserted,
    Asset,
    AssetStep,
    Body,
    CaseOpened,
    CivilJudgment,
    Compensation,
    DeclaredBy,
    DeclaredHoliday,
    Entry,
    Forfeiture,
    Hold,
    HoldWhy,
    Method,
    Path,
    Payer,
    Payment,
    Recovery,
    Released,
    Stage,
    Transfer,
    Victim,
    Voided,
)
from remedies.ledger.stated import case_stated, declared_in
from remedies.ledger.statement import statement
from remedies.ledger.statement_lines import Work
from remedies.wire.entries import body_json, body_of
from tests.ledger.bookkeeping import FORFEITED_UNDER, JUDGMENT, Case, applied, cents, order

LAW = law.encoded()
DAY = dt.timedelta(days=1)


@pytest.fixture
def case() -> Case:
    """One defendant, 300.00 to V-1 and 200.00 to V-2."""
    found = Case(("V-1", "V-2"), ("D-1", "D-2"))
    found.enter(order({"V-1": "300.00", "V-2": "200.00"}, {"D-1": {}}))
    return found


def refused(
    case: Case, body: Body, on: dt.date | None = None, corrects: int | None = None
) -> set[tuple[str, str]]:
    before = list(case.book.entries)
    with pytest.raises(LedgerError) as raised:
        case.enter(body, on, corrects)
    assert case.book.entries == before
    return {(problem.field, problem.code) for problem in raised.value.problems}


def test_a_void_takes_back_an_entry_and_not_before_it_was_made(case: Case) -> None:
    seq = case.enter(Hold(reference="H-1", why=HoldWhy.APPEAL), JUDGMENT + 9 * DAY)
    void = Voided(why="entered by mistake")
    assert refused(case, void) == {("corrects", "required")}
    assert refused(case, void, JUDGMENT + 8 * DAY, seq) == {("on", "too_early")}
    case.enter(void, JUDGMENT + 9 * DAY, seq)


def test_a_hold_is_not_released_before_it_was_made(case: Case) -> None:
    case.enter(Hold(reference="H-1", why=HoldWhy.APPEAL), JUDGMENT + 9 * DAY)
    assert refused(case, Released(hold="H-1"), JUDGMENT + 8 * DAY) == {("on", "too_early")}
    case.enter(Released(hold="H-1"), JUDGMENT + 9 * DAY)


@pytest.mark.parametrize(
    ("account", "of", "code"),
    [
        (Account.OWED_TO, "NOPE", "unknown_reference"),
        (Account.OWED_TO, "D-1", "unknown_reference"),
        (Account.PAID_TO, "NOPE", "unknown_reference"),
        (Account.HELD_FOR, "NOPE", "unknown_reference"),
        (Account.OWED_BY, "V-1", "unknown_reference"),
        (Account.PAID_BY, "NOPE", "unknown_reference"),
        (Account.PAID_BY, "", "required"),
        (Account.HELD, "V-1", "not_here"),
    ],
)
def test_an_assertion_is_about_somebody_of_the_case(
    case: Case, account: Account, of: str, code: str
) -> None:
    assert refused(case, Asserted(account=account, of=of, expected=0)) == {("of", code)}


def test_an_assertion_may_be_about_a_fund_or_a_payer(case: Case) -> None:
    paid = Compensation(reference="P-1", payer=Payer.INSURER, victim="V-1", amount=100)
    case.enter(paid)
    for of in ("P-1", "fine", "attorney_general"):
        case.enter(Asserted(account=Account.OWED_TO, of=of, expected=0))


def transferred(case: Case) -> None:
    case.cash("AS-1", "100.00")
    body = Transfer(
        reference="T-1", asset="AS-1", path=Path.MANDATORY, shares={"V-1": cents("60.00")}
    )
    case.enter(body)


def test_the_statute_of_a_forfeiture_does_not_change_after_it(case: Case) -> None:
    transferred(case)
    other = Asset(reference="AS-1", what="cash", statute=Statute.parse("21 USC 881"))
    assert ("statute", "already_forfeited") in refused(case, other)
    case.enter(Asset(reference="AS-1", what="cash", statute=FORFEITED_UNDER, agency="agency"))


def claimed(case: Case, **more: Any) -> int:  # noqa: ANN401 - a step's fields
    return step(case, Stage.CLAIMED, actor="bank", document="Doc. 8", **more)


def step(case: Case, stage: Stage, actor: str = "court", **more: Any) -> int:  # noqa: ANN401
    return case.enter(AssetStep(asset="AS-1", stage=stage, actor=actor, **more))


@pytest.fixture
def house(case: Case) -> Case:
    before = JUDGMENT - 100 * DAY
    case.enter(Asset(reference="AS-1", what="building", statute=FORFEITED_UNDER), before)
    noticed = AssetStep(
        asset="AS-1", stage=Stage.NOTICED, actor="agency", published_on=JUDGMENT - 90 * DAY
    )
    case.enter(noticed, before)
    return case


def denied(claim: str = "") -> AssetStep:
    return AssetStep(asset="AS-1", stage=Stage.CLAIM_DENIED, actor="court", claim=claim)


def test_of_several_open_claims_a_decision_says_which_it_decides(house: Case) -> None:
    claimed(house, claim="CL-1", amount=cents("10.00"))
    assert refused(
        house, AssetStep(asset="AS-1", stage=Stage.CLAIMED, actor="bank", document="Doc. 8")
    ) == {("claim", "required")}
    assert refused(
        house,
        AssetStep(
            asset="AS-1", stage=Stage.CLAIMED, actor="bank", document="Doc. 8", claim="CL-1"
        ),
    ) == {("claim", "taken")}
    claimed(house, claim="CL-2", amount=cents("50.00"))
    assert refused(house, denied()) == {("claim", "required")}
    assert refused(house, denied("CL-3")) == {("claim", "unknown_claim")}
    step(house, Stage.CLAIM_DENIED, claim="CL-2")
    assert refused(house, denied("CL-2")) == {("claim", "decided_already")}
    above = AssetStep(
        asset="AS-1",
        stage=Stage.CLAIM_GRANTED,
        actor="court",
        claim="CL-1",
        amount=cents("10.01"),
    )
    assert ("amount", "above_claim") in refused(house, above)
    step(house, Stage.CLAIM_GRANTED, amount=cents("10.00"))


def test_one_claim_needs_no_name_and_other_steps_have_none(house: Case) -> None:
    claimed(house)
    step(house, Stage.CLAIM_DENIED)
    wrong = AssetStep(
        asset="AS-1",
        stage=Stage.FORFEITED,
        actor="court",
        how=Forfeiture.CRIMINAL,
        statute=FORFEITED_UNDER,
        claim="CL-1",
    )
    assert ("claim", "does_not_belong") in refused(house, wrong)


def test_a_claim_that_a_decision_names_is_not_taken_back_before_the_decision(house: Case) -> None:
    filed = claimed(house, claim="CL-1")
    decided = step(house, Stage.CLAIM_DENIED, claim="CL-1")
    assert refused(house, Voided(why="mistake"), None, filed) == {("asset", "breaks_later")}
    house.enter(Voided(why="mistake"), None, decided)
    house.enter(Voided(why="mistake"), None, filed)


def test_a_recovery_names_a_judgment_of_that_victim_that_was_entered(case: Case) -> None:
    judged = CivilJudgment(
        reference="J-1", obligor="D-1", obligee="V-1", amount=100, entered_on=JUDGMENT + 5 * DAY
    )
    case.enter(judged, JUDGMENT + 5 * DAY)
    paid = Recovery(reference="R-1", victim="V-1", same_loss=10, judgment="J-1")
    late = JUDGMENT + 6 * DAY
    strange = Recovery(reference="R-1", victim="V-1", same_loss=10, judgment="J-9")
    other = Recovery(reference="R-1", victim="V-2", same_loss=10, judgment="J-1")
    assert refused(case, strange, late) == {("judgment", "unknown_judgment")}
    assert refused(case, other, late) == {("judgment", "other_victim")}
    assert refused(case, paid, JUDGMENT) == {("on", "too_early")}
    case.enter(paid, late)


def test_a_recovery_before_the_order_is_for_the_court_to_consider(case: Case) -> None:
    early = Recovery(reference="R-1", victim="V-1", same_loss=10)
    assert refused(case, early, JUDGMENT - DAY) == {("on", "too_early")}


def test_before_any_order_there_is_nothing_that_a_recovery_could_reduce() -> None:
    """18 U.S.C. § 3664(j)(2): "any amount later recovered"; an order of the next day knew of it."""
    case = Case(("V-1",), ("D-1",))
    early = Recovery(reference="R-1", victim="V-1", same_loss=cents("50.00"))
    assert refused(case, early, JUDGMENT - DAY) == {("on", "nothing_ordered")}


def test_a_later_version_of_the_case_is_the_one_in_force(case: Case) -> None:
    """Even where it gives the case another reference."""
    case.enter(CaseOpened(reference="C-1-A", circuit="9", district="x"), JUDGMENT + DAY)
    assert case_stated(case.book).circuit == "9"
    assert case_stated(case.book.as_of(JUDGMENT)).circuit == ""


def test_a_declared_holiday_moves_the_first_day_of_interest() -> None:
    """Judged January 6, 2025: the fifteenth day is January 21, a Tuesday, here declared a holiday.

    Fed. R. Crim. P. 45(a)(6)(B): a day that the President declares a holiday. A holiday of the state counts
    for periods of the rules, and not for the day of 18 U.S.C. § 3612(f)(1).
    """
    declared = DeclaredHoliday(on=dt.date(2025, 1, 21), by=DeclaredBy.UNITED_STATES)
    local = DeclaredHoliday(on=dt.date(2025, 1, 22), by=DeclaredBy.STATE)
    first = {}
    for days in ((), (declared,), (declared, local)):
        case = Case(("V-1",), ("D-1",))
        case.enter(CaseOpened(reference="C-1", declared=days))
        case.enter(order({"V-1": "9000.00"}, {"D-1": {}}))
        assert case.book.terms is not None
        liability = case.book.terms.liabilities["D-1"]
        choices = choices_of(case.book, LAW)
        found = interest_on(case.book, liability, JUDGMENT + 60 * DAY, LAW, choices)
        first[days] = found.first_on
    assert first[()] == dt.date(2025, 1, 21)
    assert first[declared,] == first[declared, local] == dt.date(2025, 1, 22)


def test_the_days_declared_are_those_of_the_version_in_force(case: Case) -> None:
    day = dt.date(2025, 1, 9)
    mourning = DeclaredHoliday(on=day, by=DeclaredBy.UNITED_STATES)
    case.enter(CaseOpened(reference="C-1", declared=(mourning,)))
    assert declared_in(case.book) == Declared(federal=frozenset({day}))
    assert case.book.body(Victim, "V-1") is not None


def test_a_journal_from_before_compensation_named_its_order_keeps_its_bytes_and_its_proofs() -> (
    None
):
    """Written when a payer took a part of the award by itself: 100.00 went to P-1, of 120.00 of V-1's."""
    text = '{"amount":12000,"payer":"insurer","reference":"P-1","victim":"V-1"}'
    old = body_of("compensation", text)
    assert body_json(old) == text
    case = Case(("V-1",), ("D-1",))
    case.enter(order({"V-1": "300.00"}, {"D-1": {}}))
    case.enter(old)
    paid = Payment(
        reference="PAY-1",
        obligor="D-1",
        amount=cents("280.00"),
        method=Method.CASH,
        applied=applied({"V-1": "180.00", "P-1 for V-1": "100.00"}),
    )
    entries = [*case.book.entries, Entry(seq=case.book.next_seq, on=JUDGMENT, body=paid)]
    book = Book.replay(entries)
    assert book.owed_to("V-1").compensated == 0
    assert book.owed_to("V-1").outstanding == cents("120.00")
    found = statement(book, LAW, JUDGMENT)
    assert all(each.holds for each in found.equations)
    assert {each.of for each in found.worklists if each.work is Work.NOT_ORDERED} == {"P-1"}


def test_what_a_payer_was_paid_keeps_the_order_that_provided_for_it(case: Case) -> None:
    """V-1 is owed 180.00, P-1 120.00 after all victims; 100.00 went to P-1."""
    provided = Compensation(
        reference="P-1",
        payer=Payer.INSURER,
        victim="V-1",
        amount=cents("120.00"),
        order="O-1",
        document="Doc. 2",
    )
    seq = case.enter(provided)
    paid = case.pay("D-1", "480.00")
    void = Voided(why="mistake")
    assert refused(case, void, None, seq) == {("corrects", "payer_paid_already")}
    without = replace(provided, order="")
    assert refused(case, without, None, seq) == {("corrects", "payer_paid_already")}
    case.enter(void, None, paid)
    case.enter(without, None, seq)
    assert case.book.owed_to("V-1").outstanding == cents("300.00")
