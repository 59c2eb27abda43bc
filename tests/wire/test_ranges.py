"""Any number of a claim may be a range; what is wrong with one is named by its end."""

import copy
import datetime as dt
import json
from fractions import Fraction
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from remedies.errors import FactsError
from remedies.facts import Claim, PerWorkweek
from remedies.facts.ranges import End, Likely
from remedies.wire import read_claim, read_json
from remedies.wire.claim_schema import digest
from remedies.wire.json_schema import claim_schema
from remedies.wire.ranges import MOST

Document = dict[str, Any]


def between(low: object, likely: object, high: object) -> Document:
    return {"low": low, "likely": likely, "high": high}


def claim(hours: object = None, **fields: object) -> Document:
    period = {
        "from": "2012-01-01",
        "to": "2012-01-28",
        "hours": {"per_workweek": "60"} if hours is None else hours,
        "pay": {"basis": "none"},
    }
    return {
        "claim": "1",
        "reference": "V-1",
        "as_of": "2026-06-30",
        "convictions": [{"statute": "18 USC 1589"}],
        "work": [period],
    } | fields


def read(document: Document) -> Claim:
    return read_claim(read_json(json.dumps(document).encode()))


def problems(document: Document) -> set[tuple[str, str]]:
    with pytest.raises(FactsError) as caught:
        read(document)
    return {(problem.field, problem.code) for problem in caught.value.problems}


def test_a_claim_is_read_at_its_likely_numbers_and_remembers_their_ends() -> None:
    found = read(claim({"per_workweek": between("60", "80", "100.5")}))
    hours = found.work[0].hours
    assert isinstance(hours, PerWorkweek)
    assert hours.hours == 80
    assert isinstance(hours.hours, Likely)
    assert (hours.hours.low, hours.hours.high) == (60, Fraction(201, 2))


def test_a_claim_is_there_at_each_end_of_each_range() -> None:
    document = claim(
        {"per_workweek": between("60", "80", "100")},
        losses=[{"category": "medical", "amount": between("1", "2", "3")}],
    )
    ranges = read(document).ranges
    assert ranges is not None
    assert [fact.field for fact in ranges.facts] == [
        "work[0].hours.per_workweek",
        "losses[0].amount",
    ]
    at = ranges.claim_at({"work[0].hours.per_workweek": End.HIGH, "losses[0].amount": End.LOW})
    assert at.work[0].hours == PerWorkweek(Fraction(100))
    assert at.losses[0].amount == 1
    assert ranges.claim_at({}).losses[0].amount == 2


def test_the_digest_is_of_the_claim_as_it_was_handed_in() -> None:
    document = claim({"per_workweek": between("60", "80", "100")})
    assert read(document).digest == digest(document)
    assert read(document).digest != read(claim({"per_workweek": "80"})).digest


def test_a_claim_without_ranges_has_none() -> None:
    assert read(claim()).ranges is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"low": "60", "high": "80"}, {("likely", "required")}),
        ({"likely": "60"}, {("low", "required"), ("high", "required")}),
        (between("60", "50", "80"), {("low", "out_of_order")}),
        (between("60", "70", "65"), {("high", "out_of_order")}),
        (between("0", "70", "80"), {("low", "out_of_range")}),
        (between(60, "70", "80"), {("low", "not_a_string")}),
        (between("60", "1e2", "80"), {("likely", "not_a_plain_decimal")}),
        (between("60", None, "80"), {("likely", "wrong_type")}),
        (between("60", between("1", "2", "3"), "80"), {("likely", "wrong_type")}),
        (between("60", "70", "80") | {"mean": "70"}, {("mean", "unknown_field")}),
        (between("60", "70", "169"), {("high", "too_many_hours")}),
    ],
)
def test_what_is_wrong_with_a_range_is_named_by_its_end(
    given: Document, expected: set[tuple[str, str]]
) -> None:
    where = "work[0].hours.per_workweek"
    assert problems(claim({"per_workweek": given})) == {
        (f"{where}.{end}", code) for end, code in expected
    }


def test_one_sending_tells_of_all_that_is_wrong_with_and_without_ranges() -> None:
    document = claim(
        {"per_workweek": between("60", "70", "169")},
        reference="Full Name",
        gains=[{"kind": "receipts", "amount": between("9", "8", "10")}],
    )
    assert problems(document) == {
        ("reference", "not_a_reference"),
        ("gains[0].amount.low", "out_of_order"),
    }
    document["reference"] = "V-1"
    assert problems(document) == {
        ("gains[0].amount.low", "out_of_order"),
        ("work[0].hours.per_workweek.high", "too_many_hours"),
    }


@pytest.mark.parametrize("field", ["reference", "as_of", "circuit", "charged_on", "account"])
def test_what_is_no_number_takes_no_range(field: str) -> None:
    found = problems(claim(**{field: between("1", "2", "3")}))
    assert [name for name, _ in found] == [field]


def test_an_object_that_is_no_range_is_no_number_either() -> None:
    assert problems(claim({"per_workweek": {}})) == {("work[0].hours.per_workweek", "wrong_type")}


def test_hours_that_a_salary_covers_may_be_a_range() -> None:
    document = claim()
    covers = between("40", "50", "60")
    document["work"][0]["pay"] = {
        "basis": "salary",
        "amount": "300",
        "per": "week",
        "covers_hours": covers,
    }
    document["work"][0]["paid"] = {"total": "0.00"}
    ranges = read(document).ranges
    assert ranges is not None
    assert [fact.name for fact in ranges.facts] == [
        "hours that the salary covers, 2012-01-01 to 2012-01-28"
    ]
    covers["low"] = "0"
    assert problems(document) == {("work[0].pay.covers_hours.low", "out_of_range")}


def records(hours: object) -> Document:
    return {
        "records": [
            {"on": "2012-01-02", "hours": hours},
            {"on": "2012-01-03", "hours": "8"},
            {"on": "2012-01-04", "hours": hours},
        ]
    }


def test_dated_records_that_are_ranges_are_one_fact() -> None:
    ranges = read(claim(records(between("8", "10", "12")))).ranges
    assert ranges is not None
    (fact,) = ranges.facts
    assert fact.field == "work[0].hours.records.hours"
    assert fact.name == "hours recorded by date (2 entries), 2012-01-01 to 2012-01-28"
    assert (fact.low, fact.likely, fact.high) == (16, 20, 24)


def test_a_record_that_could_not_be_so_long_is_named_itself() -> None:
    assert problems(claim(records(between("8", "10", "25")))) == {
        ("work[0].hours.records[0].hours.high", "too_many_hours"),
        ("work[0].hours.records[2].hours.high", "too_many_hours"),
    }


def losses(number: int) -> list[Document]:
    return [{"category": "medical", "amount": between("1", "2", "3")} for _ in range(number)]


def test_at_most_forty_facts_are_ranges() -> None:
    assert read(claim(losses=losses(MOST))).ranges is not None
    assert problems(claim(losses=losses(MOST + 1))) == {
        (f"losses[{MOST}].amount", "too_many_ranges")
    }


def test_ranges_beside_years_of_dated_records_are_fewer() -> None:
    first = dt.date(2004, 1, 4)
    days = [(first + dt.timedelta(days=n)).isoformat() for n in range(3_640)]
    document = claim({"records": [{"on": day, "hours": "9"} for day in days]}, losses=losses(17))
    document["work"][0] |= {"from": days[0], "to": days[-1]}
    document["work"][0]["bonuses"] = [{"per_workweek": between("1", "2", "3")}] * 5
    assert read(document).ranges is not None  # what does not change the work is not computed anew
    document["work"][0]["bonuses"] *= 2
    assert problems(document) == {("work", "too_many_ranges")}


def test_a_message_repeats_nothing_of_what_was_given() -> None:
    told = "Maria Lopez"
    given = between(told, "2", "3") | {told: "1"}
    with pytest.raises(FactsError) as caught:
        read(claim({"per_workweek": given}))
    assert told not in " ".join(f"{p.field} {p.message}" for p in caught.value.problems)


def test_ends_that_depend_on_each_other_are_checked_one_at_a_time() -> None:
    document = claim({"daily": {"mon": between("1", "12", "24"), "tue": between("1", "12", "24")}})
    ranges = read(document).ranges
    assert ranges is not None
    assert len(ranges.facts) == 2
    document["work"][0]["hours"]["per_workweek"] = "24"
    fields = {field for field, _ in problems(document)}
    assert fields == {
        f"work[0].hours.daily.{day}.{end}" for day in ("mon", "tue") for end in ("low", "high")
    }


def test_the_schema_takes_a_range_wherever_a_number_stands_and_no_other_object() -> None:
    schema = Draft202012Validator(claim_schema())
    good = claim(
        {"per_workweek": between("60", "80", "100")},
        losses=[{"category": "medical", "amount": between("1", "2.50", "3")}],
    )
    assert schema.is_valid(good)
    for spoil in ({"low": "1", "high": "2"}, between("1", "2.505", "3"), between(1, 2, 3), {}):
        bad = copy.deepcopy(good)
        bad["losses"][0]["amount"] = spoil
        assert not schema.is_valid(bad)
        with pytest.raises(FactsError):
            read(bad)
