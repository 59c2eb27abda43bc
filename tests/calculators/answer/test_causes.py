"""Each cause by hand: what the other side did, what it moves, and the rule that is named.

The figures are of a workweek of 60 hours at 7.25: 435.00 straight time and 72.50 premium, 507.50 in all.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from remedies.calculators.answer import Answer, CauseKind, OurWeek, TheirRow
from tests.calculators.answer.conftest import Answered, document, records

Row = Callable[[OurWeek, TheirRow], TheirRow]


def dollars(text: str) -> Fraction:
    return Fraction(text)


def kinds(found: Answer) -> dict[CauseKind, Fraction]:
    return {total.kind: total.due for total in found.causes}


def cited(found: Answer) -> str:
    return "; ".join(a.citation for total in found.causes for a in total.authority)


CASES: list[tuple[str, dict[str, str], CauseKind, str, str]] = [
    # what they did; their hours, rate, due; the cause; what it moves in one workweek; the rule
    ("no premium", {"due": "435.00"}, CauseKind.NO_PREMIUM, "72.50", "207(a)(1)"),
    ("only forty hours", {"due": "290.00"}, CauseKind.CAPPED, "217.50", "206(a)"),
    # 435.00 + 3.625 x 12 = 478.50
    ("after 48 hours", {"due": "478.50"}, CauseKind.THRESHOLD, "29.00", "207(a)(1)"),
    # 48 x 7.25 + 8 x 3.625 = 377.00
    ("fewer hours", {"hours": "48", "due": "377.00"}, CauseKind.HOURS, "130.50", "778.103"),
    # 60 x 6.55 + 20 x 3.275 = 458.50
    ("old rate", {"rate": "6.55", "due": "458.50"}, CauseKind.RATE_OLD, "49.00", "779.3"),
    # 60 x 2.13 + 20 x 1.065 = 149.10
    ("tipped", {"rate": "2.13", "due": "149.10"}, CauseKind.RATE_TIPPED, "358.40", "203(m)(2)(A)"),
    # 60 x 4.25 + 20 x 2.125 = 297.50
    ("youth", {"rate": "4.25", "due": "297.50"}, CauseKind.RATE_YOUTH, "210.00", "206(g)"),
    # 60 x 7.00 + 20 x 3.50 = 490.00
    ("other rate", {"rate": "7.00", "due": "490.00"}, CauseKind.RATE_OTHER, "17.50", "206(a)"),
    ("two digits exchanged", {"due": "570.50"}, CauseKind.ARITHMETIC, "-63.00", ""),
]


@pytest.mark.parametrize(
    ("changed", "cause", "moved", "rule"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_row_that_was_reached_otherwise_is_explained_to_the_cent(
    answered: Answered, changed: dict[str, str], cause: CauseKind, moved: str, rule: str
) -> None:
    values = {name: Fraction(value) for name, value in changed.items()}
    found = answered(document(), lambda n, _, row: replace(row, **values) if n == 2 else row)
    assert kinds(found) == {cause: dollars(moved)}
    assert rule in cited(found)
    assert [entry.week.starts_on.isoformat() for entry in found.differing] == ["2012-01-15"]


def test_digits_that_changed_places_are_said(answered: Answered) -> None:
    found = answered(document(), lambda _, __, row: replace(row, due=Fraction("570.50")))
    assert "digits of it stand exchanged" in found.differing[0].causes[0].says


def test_several_causes_of_one_row_add_up_to_its_difference(answered: Answered) -> None:
    # 48 h at 5.15 without premium: 247.20. Hours: 12 x 5.15; rate: 60 x 2.10; premium: 20 x 3.625.
    change = {"hours": Fraction(48), "rate": Fraction("5.15"), "due": Fraction("247.20")}
    found = answered(document(), lambda _, __, row: replace(row, **change))
    one = found.differing[0]
    assert [(cause.kind, cause.due) for cause in one.causes] == [
        (CauseKind.HOURS, dollars("61.80")),
        (CauseKind.RATE_OLD, dollars("126.00")),
        (CauseKind.NO_PREMIUM, dollars("72.50")),
    ]
    assert sum(cause.due for cause in one.causes) == one.due == dollars("260.30")
    assert "1997-09-01 to 2007-07-23" in one.causes[1].says
    assert "Ex. 4 at 2, testimony" in one.causes[0].says


def test_a_rate_to_come_is_not_the_old_one(answered: Answered) -> None:
    claim = document({"from": "2009-06-07", "to": "2009-07-11"})
    change = {"rate": Fraction("7.25"), "due": Fraction("507.50")}
    found = answered(claim, lambda _, __, row: replace(row, **change))
    assert kinds(found) == {CauseKind.RATE_LATER: 5 * dollars("-49.00")}


def test_a_workweek_with_two_minimum_wages_at_one_of_them(answered: Answered) -> None:
    # July 19 to 25, 2009: 6.55 to Thursday, 7.25 from Friday; four days of six at the old rate.
    claim = document({"from": "2009-07-19", "to": "2009-07-25"})
    change = {"rate": Fraction("6.55"), "due": Fraction("458.50")}
    found = answered(claim, lambda _, __, row: replace(row, **change))
    assert list(kinds(found)) == [CauseKind.RATE_CHANGED]


def test_an_agreed_rate_below_the_minimum(answered: Answered) -> None:
    claim = document({"pay": {"basis": "hourly", "rate": "5.00"}})
    change = {"rate": Fraction(5), "due": Fraction(350)}
    found = answered(claim, lambda _, __, row: replace(row, **change))
    assert kinds(found) == {CauseKind.RATE_AGREED: 5 * dollars("157.50")}
    assert "778.107" in cited(found)


FORTY = {"per_workweek": "40", "days": ["mon", "tue", "wed", "thu", "fri"]}
HOURLY = {"basis": "hourly", "rate": "10.00"}
LIVE_IN = {"domestic_service": True, "lives_in": True}


@pytest.mark.parametrize(
    "facts",
    [
        {"hours": FORTY, "pay": HOURLY},
        {"pay": HOURLY, "coverage": LIVE_IN},
        {
            "hours": FORTY,
            "pay": {
                "basis": "several_rates",
                "rates": [
                    {"rate": "9.00", "hours_per_workweek": "20"},
                    {"rate": "10.00", "hours_per_workweek": "20"},
                ],
            },
        },
        {"hours": FORTY, "pay": {"basis": "day", "rate": "80.00"}},
        {"hours": FORTY, "pay": {"basis": "job", "rate": "40.00", "jobs_per_workweek": "10"}},
        {"hours": records("40", "40", "40", "40", "40"), "pay": {"basis": "day", "rate": "80.00"}},
        {"hours": FORTY, "pay": {"basis": "piece", "earnings_per_workweek": "400.00"}},
        {
            "hours": FORTY,
            "pay": {"basis": "salary", "amount": "400.00", "per": "week", "covers_hours": "40"},
        },
    ],
    ids=[
        "hourly",
        "live-in",
        "several rates",
        "day rate",
        "recorded days",
        "job rate",
        "piece",
        "salary",
    ],
)
def test_an_agreed_rate_above_the_minimum_is_known_where_only_the_minimum_is_secured(
    answered: Answered, facts: dict[str, object]
) -> None:
    def change(_: int, week: OurWeek, row: TheirRow) -> TheirRow:
        return replace(row, rate=Fraction(10), due=10 * week.hours)

    found = answered(document(facts), change)
    # theirs states more than ours: 2.75 for each hour
    hours = Fraction(60 if "coverage" in facts else 40)
    assert kinds(found) == {CauseKind.RATE_ABOVE: 5 * -hours * dollars("2.75")}
    says = found.differing[0].causes[0].says
    assert "agreed" in says
    assert "secures the minimum wage" in says
    assert "778.322" in cited(found)


def test_a_rate_that_nobody_agreed_is_said_to_be_none(answered: Answered) -> None:
    change = {"rate": Fraction("11.00"), "due": Fraction(440)}
    claim = document({"hours": FORTY, "pay": HOURLY})
    found = answered(claim, lambda _, __, row: replace(row, **change))
    assert list(kinds(found)) == [CauseKind.RATE_OTHER]
    assert "no rate that was agreed" in found.differing[0].causes[0].says


def test_the_minimum_where_a_higher_rate_was_agreed(answered: Answered) -> None:
    claim = document({"pay": {"basis": "hourly", "rate": "9.00"}})
    change = {"rate": Fraction("7.25"), "due": Fraction("507.50")}
    found = answered(claim, lambda _, __, row: replace(row, **change))
    assert kinds(found) == {CauseKind.RATE_MINIMUM: 5 * dollars("122.50")}


def test_a_premium_on_the_minimum_wage(answered: Answered) -> None:
    # 60 x 9.00 + 20 x 3.625 = 612.50 against 630.00
    claim = document({"pay": {"basis": "hourly", "rate": "9.00"}})
    found = answered(claim, lambda _, __, row: replace(row, due=Fraction("612.50")))
    assert kinds(found) == {CauseKind.PREMIUM_RATE: 5 * dollars("17.50")}
    assert "the minimum wage of the workweek" in found.differing[0].causes[0].says


SALARY = {"pay": {"basis": "salary", "amount": "400.00", "per": "week", "covers_hours": "40"}}


@pytest.mark.parametrize(
    ("due", "rate", "cause"),
    [
        ("400.00", "10.00", CauseKind.SALARY_ALONE),
        # 400 + 20 x half of 400/60 = 466.67
        ("466.67", "10.00", CauseKind.HALF_TIME),
    ],
)
def test_a_salary_that_is_made_to_cover_all_hours(
    answered: Answered, due: str, rate: str, cause: CauseKind
) -> None:
    change = {"rate": Fraction(rate), "due": Fraction(due)}
    found = answered(document(SALARY), lambda _, __, row: replace(row, **change))
    # ours: 60 x 10.00 + 20 x 5.00
    assert kinds(found) == {cause: 5 * (700 - Fraction(due))}


def test_a_salary_over_all_hours_shows_as_the_rate(answered: Answered) -> None:
    claim = document({"pay": SALARY["pay"] | {"amount": "600.00"}})
    # 600/60 = 10.00 an hour; 600 + 20 x 5 = 700 against 60 x 15 + 20 x 7.50 = 1,050
    change = {"rate": Fraction(10), "due": Fraction(700)}
    found = answered(claim, lambda _, __, row: replace(row, **change))
    assert kinds(found) == {CauseKind.RATE_SALARY: 5 * Fraction(350)}


def test_hours_averaged_over_two_workweeks(answered: Answered) -> None:
    # 60 and 30 hours: 90 in two workweeks, so they count ten overtime hours and not twenty.
    claim = document({"hours": records("60", "30", "60", "30")})
    due = {60: Fraction("471.25"), 30: Fraction("217.50")}
    found = answered(claim, lambda _, __, row: replace(row, due=due[int(row.hours or 0)]))
    assert kinds(found) == {CauseKind.AVERAGED: 2 * dollars("36.25")}
    assert "778.104" in cited(found)


def test_a_live_in_exemption_that_ours_does_not_apply(answered: Answered) -> None:
    coverage = {"domestic_service": True, "lives_in": True}
    positions = {"live_in_ot_exemption_in_1593": "do_not_apply"}
    claim = document({"coverage": coverage}, positions=positions)
    found = answered(claim, lambda _, __, row: replace(row, due=Fraction(435)))
    assert kinds(found) == {CauseKind.EXEMPTION: 5 * dollars("72.50")}
    assert "213(b)(21)" in cited(found)


def test_overtime_that_ours_leaves_out_by_an_exemption(answered: Answered) -> None:
    claim = document({"coverage": {"domestic_service": True, "lives_in": True}})
    found = answered(claim, lambda _, __, row: replace(row, due=Fraction("507.50")))
    assert kinds(found) == {CauseKind.EXEMPT_HERE: 5 * dollars("-72.50")}
    assert "213(b)(21)" in found.differing[0].causes[0].says


# 502.23 for 55 hours is 9.13145... an hour. Exact: 502.23 + 15 x 4.56572... = 570.71590..., so 570.72.
# Half of 9.13 is 4.565, to the cent 4.57: 502.23 + 15 x 4.57 = 570.78.
# One and one-half times 9.13 is 13.695, to the cent 13.70: 40 x 9.13 + 15 x 13.70 = 570.70.
@pytest.mark.parametrize(
    ("due", "says"),
    [
        ("570.71", "cut fractions of a cent"),
        ("570.78", "its half to the cent"),
        ("570.70", "one and one-half times it"),
    ],
)
def test_rounding_is_told_by_its_cents(answered: Answered, due: str, says: str) -> None:
    hours = {"per_workweek": "55", "days": ["mon", "tue", "wed", "thu", "fri"]}
    pay = {"basis": "salary", "amount": "502.23", "per": "week", "covers_hours": "all"}
    claim = document({"hours": hours, "pay": pay})
    found = answered(claim, lambda _, __, row: replace(row, due=Fraction(due)))
    assert list(kinds(found)) == [CauseKind.ROUNDING]
    assert found.differing[0].due == Fraction("570.72") - Fraction(due)
    assert says in found.differing[0].causes[0].says


def test_a_row_without_hours_and_rate_is_tried_with_ours_and_rates_that_are_known(
    answered: Answered,
) -> None:
    bare = {"hours": None, "rate": None}
    found = answered(document(), lambda _, __, row: replace(row, **bare, due=Fraction("360.50")))
    # 70 x 5.15, as if no rate had changed since 1997 and overtime were counted
    assert list(kinds(found)) == [CauseKind.RATE_OLD]
    odd = answered(document(), lambda _, __, row: replace(row, **bare, due=Fraction("123.45")))
    assert list(kinds(odd)) == [CauseKind.UNEXPLAINED]
    assert "no hours and no rate" in odd.differing[0].causes[0].says


def test_rates_that_only_our_position_rounds_are_told_too(answered: Answered) -> None:
    # By our position half of 9.13 is 4.57: 570.78; they compute exactly: 570.72.
    hours = {"per_workweek": "55", "days": ["mon", "tue", "wed", "thu", "fri"]}
    pay = {"basis": "salary", "amount": "502.23", "per": "week", "covers_hours": "all"}
    claim = document({"hours": hours, "pay": pay}, positions={"workweek_rounding": "dol_a"})
    found = answered(claim, lambda _, __, row: replace(row, due=Fraction("570.72")))
    assert kinds(found) == {CauseKind.ROUNDING: 5 * Fraction("0.06")}


def test_of_two_ways_that_fit_a_row_the_one_that_fits_most_rows_is_named(
    answered: Answered,
) -> None:
    # 41 hours: without premium 297.25, which is also overtime after 41; the rest has no premium.
    claim = document({"hours": records("60", "45", "50", "60")})
    found = answered(claim, lambda _, __, row: replace(row, due=(row.hours or 0) * row.rate))
    assert [(t.kind, t.workweeks) for t in found.causes] == [(CauseKind.NO_PREMIUM, 4)]


def test_a_period_of_fourteen_days_is_a_rule_of_ours(answered: Answered) -> None:
    coverage = {"eight_and_eighty_from": "2012-01-01"}
    claim = document(
        {"hours": records("60", "30", "60", "30"), "coverage": coverage},
        positions={"eight_and_eighty": "apply"},
    )
    assert not answered(claim).differs
