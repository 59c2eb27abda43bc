"""What always holds of an answer: it is exact, complete, and finds nothing between equal schedules."""

import json
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from remedies import law
from remedies.calculators.answer import OpposingSchedule, TheirRow, answer, weeks_of
from remedies.calculators.assessment import Assessment, assess
from remedies.intake.confirming import Said, looked_at
from remedies.wire import read_claim, read_json
from remedies.wire.answer import answer_json, schedule_csv
from tests.calculators.answer.conftest import document
from tests.properties.claims import made, whole

DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
CENTS = st.integers(0, 200_000).map(lambda cents: Fraction(cents, 100))
HOURS = st.integers(0, 1_680).map(lambda tenths: Fraction(tenths, 10))
RATES = st.sampled_from(("2.13", "4.25", "5.15", "6.55", "7.25", "9.00")).map(Fraction)


@st.composite
def claims(draw: st.DrawFn) -> dict[str, object]:
    hours = draw(st.integers(1, 96))
    count = draw(st.integers(4, 7))
    rate = draw(st.sampled_from(("none", "5.00", "7.25", "11.37", "salary")))
    pay: dict[str, str] = {"basis": "hourly", "rate": rate}
    if rate == "none":
        pay = {"basis": "none"}
    elif rate == "salary":
        pay = {"basis": "salary", "amount": "1234.56", "per": "month"}
    period = {
        "from": draw(st.sampled_from(("2009-06-14", "2009-07-12", "2012-01-04"))),
        "to": draw(st.sampled_from(("2009-08-08", "2009-08-25"))),
        "hours": {"per_workweek": str(hours), "days": DAYS[:count]},
        "pay": pay,
        "paid": {"per_workweek": draw(st.sampled_from(("0", "33.33", "250.00")))},
    }
    if period["from"] > period["to"]:
        period["to"] = "2012-02-02"
    return document(period)


def assessment_of(claim: dict[str, object]) -> Assessment:
    return assess(read_claim(read_json(json.dumps(claim).encode())), law.encoded())


@settings(max_examples=25)
@given(claims())
def test_our_own_export_compared_with_itself_differs_nowhere(claim: dict[str, object]) -> None:
    assessment = assessment_of(claim)
    exported = schedule_csv(weeks_of(assessment))
    looked = looked_at(exported.encode(), Said())
    assert looked.read is not None
    found = answer(assessment, looked.read.schedule)
    assert not found.differs
    assert found.agreeing == len(found.weeks)


@settings(max_examples=40)
@given(made(whole))
def test_whatever_the_claim_its_export_is_its_own_schedule(claim: dict[str, object]) -> None:
    assessment = assessment_of(claim)
    weeks = weeks_of(assessment)
    if weeks:
        looked = looked_at(schedule_csv(weeks).encode(), Said())
        assert looked.read is not None
        found = answer(assessment, looked.read.schedule)
        assert not found.differs, found.causes


def changed(data: st.DataObject, row: TheirRow) -> TheirRow:
    draw, pick = data.draw, st.booleans()
    return TheirRow(
        starts_on=row.starts_on,
        hours=draw(HOURS) if draw(pick) else row.hours,
        rate=draw(RATES) if draw(pick) else row.rate,
        due=draw(CENTS) if draw(pick) else row.due,
        paid=draw(CENTS) if draw(pick) else row.paid,
        where=row.where,
    )


@settings(max_examples=40)
@given(st.data(), claims() | made(whole))
def test_causes_add_up_to_every_difference_and_differences_to_the_totals(
    data: st.DataObject, claim: dict[str, object]
) -> None:
    assessment = assessment_of(claim)
    weeks = weeks_of(assessment)
    rows = []
    for number, week in enumerate(weeks[:20]):
        row = TheirRow(
            starts_on=week.starts_on,
            hours=week.hours,
            rate=week.rate,
            due=week.due,
            paid=week.paid,
            where=f"row {number}",
        )
        rows.append(changed(data, row))
    if not rows:
        return
    found = answer(assessment, OpposingSchedule(rows=tuple(rows)))
    for entry in found.differing:
        assert sum((cause.due for cause in entry.causes), Fraction(0)) == entry.due
        assert sum((cause.paid or 0 for cause in entry.causes), Fraction(0)) == entry.paid
        assert sum((cause.unpaid or 0 for cause in entry.causes), Fraction(0)) == entry.unpaid
    for column in ("due", "paid", "unpaid"):
        balance = found.balance(column)
        assert balance is not None
        assert balance.holds
        totals = sum((getattr(t, column) or 0 for t in found.causes), Fraction(0))
        assert totals == balance.difference
    assert answer_json(assessment, found) == answer_json(assessment, found)
