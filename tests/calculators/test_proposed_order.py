"""Proposed orders worked by hand; victims and defendants are synthetic references."""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remedies import law
from remedies.calculators.assessment import assess
from remedies.calculators.choices import ChosenBy
from remedies.calculators.measures import Regime
from remedies.calculators.proposed_order import amounts_under, liability_choice, proposed_order
from remedies.calculators.proposed_order_entry import as_order
from remedies.calculators.proposed_order_parts import (
    Answering,
    Assessed,
    Ground,
    Offense,
    ProposedOrder,
)
from remedies.errors import FactsError
from remedies.facts import Conviction, Statute
from remedies.wire import read_claim, read_json

LAW = law.encoded()
FULL = liability_choice(LAW)
SHARED = liability_choice(LAW, option="apportioned")
EXAMPLE = Path(__file__).parents[2] / "examples" / "forced_labor.json"


def offense(cited: str, *victims: str) -> Offense:
    statute = Statute.parse(cited)
    assert statute is not None
    return Offense(conviction=Conviction(statute=statute), victims=victims or None)


def loss(victim: str, trafficking: int, general: int | None = None) -> Assessed:
    amounts = {Regime.TRAFFICKING: trafficking}
    if general is not None:
        amounts[Regime.GENERAL] = general
    return Assessed(victim=victim, total=trafficking, amounts=amounts, assessment="A-1")


def forced_labor(name: str, **more: object) -> Answering:
    return Answering(defendant=name, offenses=(offense("18 U.S.C. § 1589"),), **more)  # type: ignore[arg-type]


def amounts(found: ProposedOrder) -> dict[tuple[str, str], int]:
    return {
        (owed.defendant, owed.victim): owed.amount
        for liable in found.liabilities
        for owed in liable.owed
    }


def codes(found: ProposedOrder) -> list[tuple[str, str, str]]:
    return [(entry.code, entry.victim, entry.defendant) for entry in found.open]


def test_every_convicted_defendant_owes_the_whole_and_the_victim_is_paid_once() -> None:
    found = proposed_order(
        [loss("V-1", 100_00), loss("V-2", 50_00)],
        [forced_labor("D-1"), forced_labor("D-2")],
        FULL,
    )
    assert [(a.victim, a.amount, a.joint) for a in found.awards] == [
        ("V-1", 100_00, True),
        ("V-2", 50_00, True),
    ]
    assert [(one.defendant, one.most) for one in found.liabilities] == [
        ("D-1", 150_00),
        ("D-2", 150_00),
    ]
    assert (found.total, found.mandatory, found.discretionary) == (150_00, 150_00, 0)
    assert found.choice.chosen_by is ChosenBy.DEFAULT
    assert found.open == ()


def test_a_defendant_answers_only_for_victims_of_the_own_offenses() -> None:
    second = Answering(defendant="D-2", offenses=(offense("18 U.S.C. § 1591(a)(1)", "V-2"),))
    found = proposed_order(
        [loss("V-1", 100_00), loss("V-2", 50_00)], [forced_labor("D-1"), second], FULL
    )
    assert amounts(found) == {
        ("D-1", "V-1"): 100_00,
        ("D-1", "V-2"): 50_00,
        ("D-2", "V-2"): 50_00,
    }
    assert [award.joint for award in found.awards] == [False, True]


def test_a_defendant_convicted_elsewhere_answers_for_losses_and_at_the_courts_discretion() -> None:
    conspirator = Answering(defendant="D-2", offenses=(offense("18 U.S.C. § 371"),))
    found = proposed_order([loss("V-1", 100_00, 30_00)], [forced_labor("D-1"), conspirator], FULL)
    (owed,) = found.liabilities[1].owed
    assert [(part.ground, part.amount) for part in owed.parts] == [
        (Ground.DISCRETIONARY_LOSSES, 30_00)
    ]
    assert (found.awards[0].mandatory, found.awards[0].discretionary) == (100_00, 0)
    assert (found.liabilities[1].mandatory, found.liabilities[1].discretionary) == (0, 30_00)
    assert codes(found) == [("may_be_mandatory", "V-1", "D-2")]
    assert "restitution_3663" in found.rules


@pytest.mark.parametrize(("described", "ground"), [(True, "§ 3663A"), (False, "§ 3663")])
def test_an_offense_that_3663a_describes_makes_the_part_mandatory(
    described: bool,  # noqa: FBT001 - a case of the table
    ground: str,
) -> None:
    answering = Answering(
        defendant="D-1", offenses=(offense("18 U.S.C. § 1351"),), described_3663A=described
    )
    found = proposed_order([loss("V-1", 100_00, 30_00)], [answering], FULL)
    (part,) = found.awards[0].parts
    assert part.ground.value == f"18 U.S.C. {ground}"
    assert (found.mandatory == 30_00) is described
    assert codes(found) == [("not_attributed", "V-1", "")]
    assert found.open[0].amount == 70_00


def test_a_conviction_outside_title_18_gives_nothing_without_a_plea_agreement() -> None:
    harboring = (offense("8 U.S.C. § 1324"),)
    answering = Answering(defendant="D-1", offenses=harboring)
    found = proposed_order([loss("V-1", 100_00, 30_00)], [answering], FULL)
    assert (found.awards, found.liabilities) == ((), ())
    assert codes(found) == [
        ("not_attributed", "V-1", ""),
        ("conviction_not_reached", "V-1", "D-1"),
        ("not_liable", "", "D-1"),
    ]
    agreed = Answering(defendant="D-1", offenses=harboring, agreed={"V-1": 40_00})
    found = proposed_order([loss("V-1", 100_00, 30_00)], [agreed], FULL)
    assert [(p.ground, p.amount) for p in found.awards[0].parts] == [(Ground.AGREED, 40_00)]
    assert (found.mandatory, found.discretionary) == (0, 40_00)


def test_an_agreement_adds_only_what_the_statute_does_not_give() -> None:
    answering = Answering(
        defendant="D-1", offenses=(offense("18 U.S.C. § 1589"),), agreed={"V-1": 120_00}
    )
    found = proposed_order([loss("V-1", 100_00)], [answering], FULL)
    assert [(p.ground, p.amount) for p in found.awards[0].parts] == [
        (Ground.TRAFFICKING, 100_00),
        (Ground.AGREED, 20_00),
    ]
    assert as_order(found, reference="O-1", judgment_on={})["awards"] == [
        {
            "obligee": "V-1",
            "amount": 120_00,
            "statute": Statute(18, "1593"),
            "mandatory": False,
        }
    ]


def test_limits_cap_a_defendant_and_what_nobody_answers_for_is_said() -> None:
    found = proposed_order(
        [loss("V-1", 100_00)],
        [forced_labor("D-1", up_to={"V-1": 60_00}), forced_labor("D-2", up_to={"V-1": 30_00})],
        FULL,
    )
    (award,) = found.awards
    assert (award.amount, award.joint, award.not_attributed) == (90_00, False, 10_00)
    assert codes(found) == [("not_attributed", "V-1", "")]
    assert all(owed.limited for owed in award.by)


def test_a_cap_over_all_victims_is_kept_and_a_sum_below_the_awards_is_said() -> None:
    found = proposed_order(
        [loss("V-1", 100_00), loss("V-2", 50_00)],
        [forced_labor("D-1", cap=70_00), forced_labor("D-2", cap=60_00)],
        FULL,
    )
    assert [(one.total, one.cap, one.most) for one in found.liabilities] == [
        (150_00, 70_00, 70_00),
        (150_00, 60_00, 60_00),
    ]
    assert codes(found) == [("caps_below_awards", "", "")]
    assert found.open[0].amount == 20_00
    wide = proposed_order([loss("V-1", 100_00)], [forced_labor("D-1", cap=100_00)], FULL)
    assert wide.liabilities[0].cap is None


def test_shares_divide_every_loss_to_the_cent() -> None:
    third = Fraction(1)
    found = proposed_order(
        [loss("V-1", 100_00)],
        [forced_labor(name, share=third) for name in ("D-1", "D-2", "D-3")],
        SHARED,
    )
    assert list(amounts(found).values()) == [33_34, 33_33, 33_33]
    assert (found.awards[0].amount, found.awards[0].joint) == (100_00, False)


def test_what_a_share_gives_beyond_what_is_a_defendants_falls_to_the_others() -> None:
    conspirator = Answering(
        defendant="D-2", offenses=(offense("18 U.S.C. § 371"),), share=Fraction(50)
    )
    found = proposed_order(
        [loss("V-1", 100_00, 20_00)],
        [forced_labor("D-1", share=Fraction(50)), conspirator],
        SHARED,
    )
    assert amounts(found) == {("D-1", "V-1"): 80_00, ("D-2", "V-1"): 20_00}
    assert [(p.ground, p.amount) for p in found.awards[0].parts] == [
        (Ground.TRAFFICKING, 80_00),
        (Ground.DISCRETIONARY_LOSSES, 20_00),
    ]


def test_a_share_for_one_victim_goes_before_the_general_one() -> None:
    found = proposed_order(
        [loss("V-1", 100_00), loss("V-2", 100_00)],
        [
            forced_labor("D-1", share=Fraction(3), shares={"V-2": Fraction(0)}),
            forced_labor("D-2", share=Fraction(1)),
        ],
        SHARED,
    )
    assert amounts(found) == {
        ("D-1", "V-1"): 75_00,
        ("D-2", "V-1"): 25_00,
        ("D-2", "V-2"): 100_00,
    }


def test_a_missing_share_names_the_defendant_and_a_sole_defendant_needs_none() -> None:
    assessed = [loss("V-1", 100_00)]
    with pytest.raises(FactsError) as refused:
        proposed_order(
            assessed, [forced_labor("D-1", share=Fraction(1)), forced_labor("D-2")], SHARED
        )
    assert [(p.field, p.code) for p in refused.value.problems] == [("shares.D-2", "required")]
    assert proposed_order(assessed, [forced_labor("D-1")], SHARED).total == 100_00


def test_a_loss_not_assessed_under_a_defendants_statute_is_said_and_not_guessed() -> None:
    transporter = Answering(defendant="D-2", offenses=(offense("18 U.S.C. § 2421"),))
    found = proposed_order([loss("V-1", 100_00)], [forced_labor("D-1"), transporter], FULL)
    assert amounts(found) == {("D-1", "V-1"): 100_00}
    assert codes(found) == [
        ("not_assessed_under", "V-1", "D-2"),
        ("not_liable", "", "D-2"),
    ]


def test_victims_whose_losses_are_not_known_are_listed_with_their_days() -> None:
    class Set:
        key = "restitution_determination_days"
        due_on = dt.date(2024, 6, 3)
        what = "final determination of the losses"
        authority = LAW.rule("unascertained_losses_3664_d5")

    found = proposed_order(
        [loss("V-1", 100_00), Assessed(victim="V-2", unknown=True, days=(Set(),))],
        [forced_labor("D-1")],
        FULL,
    )
    assert [(p.victim, [d.due_on for d in p.days]) for p in found.pending] == [
        ("V-2", [dt.date(2024, 6, 3)])
    ]
    assert codes(found) == [("losses_not_known", "V-2", "")]
    assert "unascertained_losses_3664_d5" in found.rules


def test_a_defendant_without_conviction_owes_nothing() -> None:
    found = proposed_order(
        [loss("V-1", 100_00)], [forced_labor("D-1"), Answering(defendant="D-2")], FULL
    )
    assert [one.defendant for one in found.liabilities] == ["D-1"]
    assert codes(found) == [("not_convicted", "", "D-2")]


@pytest.mark.parametrize(
    ("assessed", "attribution", "field", "code"),
    [
        ([loss("V-1", 1), loss("V-1", 2)], [], "victims.V-1", "duplicate_reference"),
        (
            [loss("V-1", 1)],
            [forced_labor("D-1"), forced_labor("D-1")],
            "defendants.D-1",
            "duplicate_reference",
        ),
        ([loss("V-1", -1)], [], "victims.V-1", "out_of_range"),
        (
            [loss("V-1", 1)],
            [forced_labor("D-1", up_to={"V-9": 5})],
            "defendants.D-1.victims.V-9",
            "unknown_reference",
        ),
        ([loss("V-1", 1)], [forced_labor("D-1", cap=-5)], "defendants.D-1", "out_of_range"),
    ],
)
def test_what_contradicts_itself_is_refused_by_its_field(
    assessed: Sequence[Assessed], attribution: Sequence[Answering], field: str, code: str
) -> None:
    with pytest.raises(FactsError) as refused:
        proposed_order(assessed, attribution, FULL)
    assert [(p.field, p.code) for p in refused.value.problems] == [(field, code)]


def test_an_option_that_is_none_is_refused() -> None:
    with pytest.raises(FactsError) as refused:
        liability_choice(LAW, option="half")
    assert refused.value.problems[0].code == "unknown_option"


def test_the_order_takes_the_amounts_caps_and_days_of_judgment() -> None:
    found = proposed_order(
        [loss("V-1", 100_00)],
        [forced_labor("D-1"), forced_labor("D-2", up_to={"V-1": 40_00}, cap=30_00)],
        FULL,
    )
    day = dt.date(2024, 3, 4)
    order = as_order(
        found,
        reference="O-1",
        judgment_on={"D-1": day, "D-2": day},
        terms={"D-2": {"fine": 500_00}},
        distribution="pro_rata",
    )
    assert order["liabilities"] == [
        {"obligor": "D-1", "judgment_on": day, "amounts": {"V-1": 100_00}, "cap": None},
        {
            "obligor": "D-2",
            "judgment_on": day,
            "amounts": {"V-1": 40_00},
            "cap": 30_00,
            "fine": 500_00,
        },
    ]
    assert order["distribution"] == "pro_rata"


def test_a_claim_comes_to_its_own_total_under_its_statute_and_to_losses_under_3663() -> None:
    claim = read_claim(read_json(EXAMPLE.read_bytes()), LAW)
    whole = assess(claim, LAW)
    found = amounts_under(claim, LAW, [Regime.TRAFFICKING, Regime.GENERAL])
    assert Fraction(found[Regime.TRAFFICKING], 100) == whole.total.value
    assert found[Regime.GENERAL] <= found[Regime.TRAFFICKING]


_CENTS = st.integers(0, 10_000)
_DEFENDANTS = st.lists(
    st.tuples(st.sampled_from(["18 U.S.C. § 1589", "18 U.S.C. § 371"]), _CENTS, _CENTS),
    min_size=1,
    max_size=4,
)


@given(losses=st.lists(st.tuples(_CENTS, _CENTS), min_size=1, max_size=3), stated=_DEFENDANTS)
@pytest.mark.parametrize("choice", [FULL, SHARED], ids=["full", "apportioned"])
def test_no_victim_is_awarded_more_than_the_loss_and_parts_add_up(
    choice: object, losses: list[tuple[int, int]], stated: list[tuple[str, int, int]]
) -> None:
    assessed = [loss(f"V-{n}", whole + part, part) for n, (whole, part) in enumerate(losses, 1)]
    attribution = [
        Answering(
            defendant=f"D-{n}",
            offenses=(offense(cited),),
            up_to={"V-1": limit},
            share=Fraction(weight, 7),
        )
        for n, (cited, limit, weight) in enumerate(stated, 1)
    ]
    found = proposed_order(assessed, attribution, choice)  # type: ignore[arg-type]
    for one in assessed:
        award = next((a for a in found.awards if a.victim == one.victim), None)
        if award is None:
            continue
        owed = sum(o.amount for o in award.by)
        assert award.amount <= one.total
        assert award.amount + award.not_attributed == one.total
        assert all(o.amount <= o.most for o in award.by)
        assert award.amount <= owed if choice is FULL else award.amount == owed
    assert sum(a.amount for a in found.awards) == found.mandatory + found.discretionary
