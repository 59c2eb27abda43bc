"""Under state law only money counts as paid: what federal law credits is not taken over, and is named."""

from fractions import Fraction
from typing import Any

import pytest

from remedies.calculators.civil import CivilClaim, LegalClaim
from tests.calculators.civil.claims import Document, claimed, period, refused

TIPS: Document = {"per_workweek": "500.00", "kept_by": "worker", "informed": True}
BOARD: Document = {
    "kind": "board",
    "per_workweek": "340.00",
    "measure": "reasonable_cost",
    "voluntary": True,
    "customary": True,
    "recorded": True,
}
EIGHT = {"per_day": "8", "days": ["mon", "tue", "wed", "thu", "fri"]}


def suit(**more: Any) -> CivilClaim:  # noqa: ANN401 - JSON
    """Return the claim of a workweek of forty hours, filed on its payday."""
    place = more.pop("place", "US-CA")
    work = period(place, hours=EIGHT, **more)
    return claimed(work, filed_on="2024-01-20", interest_to="2024-01-20")


def state(found: CivilClaim) -> LegalClaim:
    (claim,) = found.states
    return claim


def test_californias_wages_are_not_filled_by_tips() -> None:
    found = suit(paid={"per_workweek": "100.00"}, tips=TIPS)
    # 40 × 16.00 = 640.00, less 100.00 of cash; as much again. Federal: 290.00 due, 190.00 of it by tips.
    assert state(found).amount("unpaid") == 540
    assert state(found).amount("claimed") + state(found).amount("damages") == 1080
    assert "no tip is credited" in refused(found)["tip credit of us-ca"]
    assert found.federal is not None
    assert found.federal.amount("unpaid") == 0


def test_californias_wages_are_not_filled_by_board() -> None:
    found = suit(paid={"per_workweek": "300.00"}, facilities=[BOARD])
    assert state(found).amount("unpaid") == 340
    assert "facility is credited" in refused(found)["board and lodging credit of us-ca"]
    assert found.federal is not None
    assert found.federal.amount("unpaid") == 0


def test_what_is_unpaid_under_the_highest_law_is_net_of_what_that_law_credits() -> None:
    found = suit(paid={"per_workweek": "100.00"}, tips=TIPS)
    assert found.comparison is not None
    schedule = found.comparison.schedule
    (line,) = [line for _, line in schedule.rows()]
    assert schedule.value(line, "paid") == 100
    assert schedule.value(line, "unpaid") == schedule.value(line, "wages") == 540
    assert found.lost.value == 0


def test_board_does_not_raise_the_regular_rate_of_a_state_that_does_not_credit_it() -> None:
    pay = {"basis": "hourly", "rate": "20.00"}
    found = suit(pay=pay, paid={"per_workweek": "0.00"}, facilities=[BOARD])
    assert state(found).amount("unpaid") == 800


@pytest.mark.parametrize("more", [{}, {"tips": TIPS, "place": ""}])
def test_nothing_is_said_of_credits_where_no_state_could_take_them(more: Document) -> None:
    found = refused(suit(**more))
    assert not [what for what in found if "credit" in what]


def test_tips_that_the_employer_kept_are_not_counted_and_named() -> None:
    kept = {"per_workweek": "100.00", "kept_by": "employer"}
    found = suit(tips=kept)
    assert "203(m)(2)(B)" in refused(found)["tips kept by the employer"]
    assert "tip credit of us-ca" not in refused(found)
    before = claimed(period("US-CA", "2018-03-11", "2018-03-17", tips=kept))
    assert "tips kept by the employer" not in refused(before)


def test_costs_that_the_worker_bore_count_under_federal_law_alone_and_are_named() -> None:
    visa = {"kind": "visa", "amount": "500.00", "on": "2024-01-10", "out_of_pocket": True}
    found = suit(deductions=[visa], paid={"per_workweek": "640.00"})
    assert state(found).amount("unpaid") == 0
    assert "costs borne by the worker in us-ca" in refused(found)
    withheld = suit(deductions=[visa | {"out_of_pocket": False}], paid={"per_workweek": "640.00"})
    assert "costs borne by the worker in us-ca" not in refused(withheld)


SEPARATED: Document = {"willful": True, "separated_on": "2024-01-13"}


def test_california_owes_waiting_time_for_final_wages_paid_late_but_in_full() -> None:
    work = period(
        "US-CA", paid={"records": [{"on": "2024-01-23", "amount": "880.00", "for": "2024-01-10"}]}
    )
    suit_ = {"filed_on": "2024-02-19", "interest_to": "2024-02-19"} | SEPARATED
    found = claimed(work, **suit_, final_wages_paid_on="2024-01-23")
    # Ten days × 10 h × 16.00.
    assert found.components["waiting_time"].value == found.total.value == 1600
    unsaid = claimed(work, **suit_)
    assert unsaid.components["waiting_time"].value == 0


@pytest.mark.parametrize(
    ("filed_on", "penalty"), [("2026-01-07", Fraction(4650)), ("2026-01-08", Fraction(0))]
)
def test_waiting_time_is_too_late_when_the_wages_are(filed_on: str, penalty: Fraction) -> None:
    work = period("US-CA", "2023-01-01", "2023-01-07")
    suit_ = {"filed_on": filed_on, "interest_to": filed_on, "willful": True}
    found = claimed(work, **suit_, separated_on="2023-01-07")
    assert found.components["waiting_time"].value == penalty
    said = refused(found).get("waiting time in California", "")
    assert ("too late" in said) is (not penalty)


def test_waiting_time_ends_with_the_suit() -> None:
    suit_ = {"filed_on": "2024-01-18", "interest_to": "2024-01-18"} | SEPARATED
    found = claimed(period("US-CA"), **suit_, final_wages_paid_on="2024-02-01")
    assert found.components["waiting_time"].value == 5 * 160


def test_waiting_time_without_a_willful_failure_says_what_it_needs() -> None:
    found = claimed(period("US-CA"), separated_on="2024-01-13")
    assert "willful" in refused(found)["waiting time in California"]
    assert found.components["waiting_time"].value == 0


@pytest.mark.parametrize("state_", ["us-ma", "us-ks"])
def test_interest_on_torts_is_refused_for_wages(state_: str) -> None:
    found = claimed(
        period(state_.upper(), "2026-07-12", "2026-07-18"),
        filed_on="2026-10-23",
        interest_to="2026-11-02",
        tiers={f"{state_}.prejudgment_interest": "tort"},
        good_faith_shown=True,
    )
    assert state(found).amount("interest") == 0
    assert "not for wages" in refused(found)[f"interest in {state_}"]


def test_an_assumption_says_that_required_rates_are_not_combined_either() -> None:
    work = period("", coverage={"agriculture": True, "program": "h2a"})
    assert any("required rate" in said for said in claimed(work).assumptions)
    assert not any("required rate" in said for said in claimed(period("")).assumptions)


@pytest.mark.parametrize(("filed_on", "said"), [("2024-01-19", True), ("2024-01-20", False)])
def test_wages_that_were_not_due_yet_at_the_suit_are_named(filed_on: str, said: bool) -> None:  # noqa: FBT001 - a case
    found = claimed(period("US-CA"), filed_on=filed_on, interest_to=filed_on)
    assert any("payday comes after" in text for text in found.assumptions) is said


def test_of_two_required_rates_the_higher_counts() -> None:
    coverage = {"agriculture": True, "program": "h2a", "contract": "eo_13658"}
    work = period("US-GA", "2019-03-03", "2019-03-09", coverage=coverage)
    found = claimed(work, filed_on="2019-03-20", interest_to="2019-03-20")
    assert found.comparison is not None
    # Georgia's adverse effect wage rate of 2019 is 11.13, the contractors' minimum wage 10.60: 50 h.
    assert found.comparison.total("required_due", "due").value == Fraction("556.50")


def test_damages_that_come_to_one_time_leave_the_interest() -> None:
    found = claimed(period("US-RI"), good_faith_shown=True)
    # 50 × 14.00 and 10 × 7.00 are 770.00; twelve percent for 365 days.
    assert state(found).amount("damages") == 0
    assert state(found).amount("interest") == Fraction("92.40")
