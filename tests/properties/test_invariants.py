"""What must hold for every claim of work, whatever its facts."""

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from random import Random

from hypothesis import given, settings

from tests.properties.claims import KINDS, Document, claim, made, money, work
from tests.properties.reference import Period, cents, minimum_wage

Compute = Callable[[Document], Document]
RULE_CHANGE = dt.date(2015, 1, 1)
FEW = settings(max_examples=80)


def _cents(text: str) -> int:
    found = Fraction(text) * 100
    assert found.denominator == 1, "money of a result is whole cents"
    return int(found)


def _rows(result: Document) -> dict[str, Document]:
    return {
        row["starts_on"]: result["bases"][row["basis"] - 1]["values"] | row
        for row in result["workweeks"]
    }


@FEW
@given(made(work))
def test_what_is_due_is_never_below_the_minimum_wage(
    computed: Compute, periods: list[Document]
) -> None:
    days = [(p, day, hours) for p in map(Period, periods) for day, hours in p.hours.items()]
    for starts_on, row in _rows(computed(claim(periods))).items():
        first = dt.date.fromisoformat(starts_on)
        week = [
            hours * minimum_wage(day) for _, day, hours in days if 0 <= (day - first).days <= 6
        ]
        assert _cents(row["due"]) >= cents(sum(week, Fraction(0)))


@FEW
@given(made(work))
def test_forty_hours_or_fewer_give_no_premium(computed: Compute, periods: list[Document]) -> None:
    for row in _rows(computed(claim(periods))).values():
        if Fraction(row["hours"]) <= 40:
            assert Fraction(row["overtime_premium"]) == 0


@FEW
@given(made(work))
def test_totals_are_the_sums_of_the_printed_rows(
    computed: Compute, periods: list[Document]
) -> None:
    result = computed(claim(periods))
    rows = _rows(result).values()
    components = result["components"]
    unpaid = sum(_cents(row["unpaid"]) for row in rows)
    assert all(
        _cents(row["unpaid"]) == max(0, _cents(row["due"]) - _cents(row["paid"])) for row in rows
    )
    for component, column in (
        ("minimum_wages", "unpaid_minimum_wages"),
        ("overtime", "unpaid_overtime"),
        ("straight_time_above_minimum", "unpaid_above_minimum"),
    ):
        printed = sum(_cents(row.get(column, "0.00")) for row in rows)
        assert _cents(components[component]) == printed
    assert _cents(components["liquidated_damages"]) == unpaid
    assert _cents(result["total"]) == 2 * unpaid
    assert sum(map(_cents, components.values())) == 2 * unpaid


def _and_more(r: Random, kinds: tuple[str, ...]) -> tuple[list[Document], list[Document]]:
    """Return periods and the same periods with more paid in one of them."""
    periods = work(r, kinds=kinds)
    more = [dict(period) for period in periods]
    place = r.randrange(len(more))
    found = dict(more[place].get("paid", {r.choice(kinds): "0.00"}))
    if isinstance(found.get("records"), list) or "records" in found:
        payment = {"on": more[place]["from"], "amount": money(r, 600)}
        found["records"] = [*([] if found["records"] == "0.00" else found["records"]), payment]
    else:
        [(kind, amount)] = found.items()
        found[kind] = f"{cents(Fraction(amount)) + r.randint(1, 60_000)}"
        found[kind] = f"{found[kind][:-2] or '0'}.{found[kind][-2:]:0>2}"
    more[place]["paid"] = found
    return periods, more


@FEW
@given(made(lambda r: _and_more(r, ("per_hour", "per_workweek", "per_month", "records"))))
def test_paying_more_never_leaves_more_owed(
    computed: Compute, both: tuple[list[Document], list[Document]]
) -> None:
    before, after = (computed(claim(periods)) for periods in both)
    assert _cents(after["total"]) <= _cents(before["total"])
    rows = _rows(after)
    for starts_on, row in _rows(before).items():
        assert _cents(rows[starts_on]["unpaid"]) <= _cents(row["unpaid"])


@FEW
@given(made(lambda r: _and_more(r, ("total",))))
def test_a_larger_total_leaves_no_more_owed_than_the_cent_by_which_spreading_rounds(
    computed: Compute, both: tuple[list[Document], list[Document]]
) -> None:
    before, after = (_rows(computed(claim(periods))) for periods in both)
    for starts_on, row in before.items():
        assert _cents(after[starts_on]["unpaid"]) <= _cents(row["unpaid"]) + 1


def _split(r: Random) -> tuple[list[Document], list[Document]]:
    """Return periods and the same periods with one of them cut in two at some day."""
    kinds = ("per_hour", "per_workweek", "per_month")
    periods = work(r, kinds=kinds, by_record=False, most=2)
    place = r.randrange(len(periods))
    whole = periods[place]
    first, last = (dt.date.fromisoformat(whole[end]) for end in ("from", "to"))
    if first == last:
        return periods, periods
    cut = first + dt.timedelta(days=r.randint(1, (last - first).days))
    before = cut - dt.timedelta(days=1)
    left, right = whole | {"to": before.isoformat()}, whole | {"from": cut.isoformat()}
    for part in (left, right):
        part["away"] = [
            {"from": max(a["from"], part["from"]), "to": min(a["to"], part["to"])}
            for a in whole["away"]
            if a["from"] <= part["to"] and a["to"] >= part["from"]
        ]
    return periods, [*periods[:place], left, right, *periods[place + 1 :]]


@settings(max_examples=200)
@given(made(_split))
def test_splitting_a_period_in_two_at_any_day_changes_no_workweek(
    computed: Compute, both: tuple[list[Document], list[Document]]
) -> None:
    whole, split = (computed(claim(periods)) for periods in both)
    columns = ("hours", "rate", "straight_time", "overtime_premium", "due", "paid", "unpaid")

    def printed(result: Document) -> list[tuple[str, ...]]:
        return [(day, *(row[c] for c in columns)) for day, row in _rows(result).items()]

    assert printed(split) == printed(whole)
    assert split["total"] == whole["total"]
    assert split["components"] == whole["components"]


def _shuffled(r: Random) -> tuple[list[Document], list[Document]]:
    periods = work(r, kinds=KINDS)
    return periods, r.sample(periods, len(periods))


@FEW
@given(made(_shuffled))
def test_the_order_of_periods_does_not_matter(
    computed: Compute, both: tuple[list[Document], list[Document]]
) -> None:
    in_order, shuffled = (computed(claim(periods)) for periods in both)
    assert shuffled["workweeks"] == in_order["workweeks"]
    assert shuffled["total"] == in_order["total"]
    assert shuffled["components"] == in_order["components"]
