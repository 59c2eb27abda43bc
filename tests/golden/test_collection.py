"""Collection worked by hand: each case names its source, and each figure audits."""

import datetime as dt
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from remedies import law
from remedies.calculators.collection.calendar import Declared
from remedies.calculators.collection.choices import CollectionChoices, collection_choices
from remedies.calculators.collection.civil_interest import civil_interest
from remedies.calculators.collection.dates import (
    CaseDates,
    DefendantDates,
    Discovery,
    ForfeitureNotice,
)
from remedies.calculators.collection.deadlines import deadlines
from remedies.calculators.collection.garnishment import PayPeriod, garnishment_ceiling
from remedies.calculators.collection.lateness import Due
from remedies.calculators.collection.liability import Sentence, liability_ends
from remedies.calculators.collection.penalties import Obligation, Record, penalties
from remedies.calculators.collection.restitution_interest import restitution_interest
from remedies.calculators.collection.terms import By, Relief, Terms
from remedies.figures import audit, given
from remedies.operations import Unit

LAW = law.encoded()
CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("collection.toml").read_text()
)
AS_OF = dt.date(2026, 6, 1)
OF_THE_CASE = {"sentencing_set_on", "sentencing_on", "petition_filed_on", "relief_denied_on"}
OF_THE_CASE |= {"stay_began_on"}


def _cases(kind: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in CASES[kind]]


def _cents(dollars: str) -> int:
    return int(Fraction(dollars) * 100)


def _dated(pairs: list[list[Any]]) -> list[tuple[dt.date, int]]:
    return [(on, _cents(dollars)) for on, dollars in pairs]


def _choices(case: dict[str, Any]) -> CollectionChoices:
    return collection_choices(LAW, case.get("circuit"), case.get("positions", {}))


def _relief(case: dict[str, Any]) -> tuple[Relief, ...]:
    return tuple(Relief(**entry | {"by": By(entry["by"])}) for entry in case.get("relief", ()))


def _declared(case: dict[str, Any]) -> Declared:
    return Declared(frozenset(case.get("federal", ())), frozenset(case.get("state", ())))


def _terms(case: dict[str, Any]) -> Terms:
    stated = case.get("stated_rate")
    rate = given("rate", Fraction(stated), Unit.PERCENT_PER_YEAR) if stated else None
    return Terms(**case.get("terms", {}), relief=_relief(case), stated_rate=rate)


@pytest.mark.parametrize("case", _cases("interest"))
def test_interest_on_restitution_is_as_worked_by_hand(case: dict[str, Any]) -> None:
    found = restitution_interest(
        _dated(case["principal"]),
        case["judgment_on"],
        _terms(case),
        case["as_of"],
        LAW,
        _choices(case),
        imposed=case.get("imposed"),
        declared=_declared(case),
    )
    assert found.cents == case["cents"]
    assert found.figure().value * 100 == case["cents"]
    audit(found.figure())
    assert found.why == case.get("why", "")
    assert case.get("first_on") in {None, found.first_on}
    if "rate" in case:
        assert found.rate is not None
        assert found.rate.value == Fraction(case["rate"])


@pytest.mark.parametrize("case", _cases("judgments"))
def test_interest_on_a_civil_judgment_is_as_worked_by_hand(case: dict[str, Any]) -> None:
    found = civil_interest(
        _cents(case["amount"]),
        case["entered_on"],
        _dated(case.get("payments", [])),
        case["as_of"],
        LAW,
        _choices(case),
        judged_on=case.get("judged_on"),
    )
    for part in ("accrued", "unpaid_interest", "unpaid_judgment"):
        figure = getattr(found, part)
        assert figure.value == Fraction(case[part]), part
        audit(figure)
    assert found.rate.value == Fraction(case.get("rate", "5.20"))


def _record(case: dict[str, Any]) -> Record:
    return Record(
        judgment_on=case["judgment_on"],
        due=[Due(on, cents) for on, cents in _dated(case["due"])],
        paid=_dated(case.get("paid", [])),
        owed=_dated(case["owed"]),
        default_notices=case.get("notices", ()),
        relief=_relief(case),
        of=Obligation(case.get("of", "restitution")),
    )


@pytest.mark.parametrize("case", _cases("penalties"))
def test_penalties_are_as_worked_by_hand(case: dict[str, Any]) -> None:
    found = penalties(_record(case), case["as_of"], LAW, _choices(case))
    made = [[str(charge.lateness), charge.on, charge.cents] for charge in found.charges]
    assert made == [[kind, on, _cents(dollars)] for kind, on, dollars in case["charges"]]
    assert {charge.of for charge in found.charges} <= {case.get("of", "restitution")}
    assert found.cents == case["cents"]
    assert found.figure().value * 100 == case["cents"]
    audit(found.figure())
    assert found.entire_due_on == case.get("entire_due_on")
    assert found.told_of_default_on == case.get("told_of_default_on")
    for part in ("delinquent", "in_default"):
        if part in case:
            assert getattr(found, part) == _cents(case[part])
    for note in case.get("notes", ()):
        assert note in found.notes


@pytest.mark.parametrize("case", _cases("notices"))
def test_notices_of_lateness_are_due_as_worked_by_hand(case: dict[str, Any]) -> None:
    charges = penalties(_record(case), case["as_of"], LAW, _choices(case)).charges
    dates = DefendantDates(
        defendant="D-1",
        charges=charges,
        delinquency_notices=tuple(case.get("told_delinquency", ())),
        default_notices=tuple(case.get("told_default", ())),
    )
    found = deadlines(CaseDates(defendants=(dates,)), case["as_of"], LAW, _choices(case))
    notices = [entry for entry in found if entry.due_on]
    made = [(entry.key, entry.due_on, entry.met_on) for entry in notices]
    assert made == [(*row, None)[:3] for row in case["expected"]]
    for entry in notices:
        assert entry.of == "D-1"
        assert entry.note.startswith(f"{case.get('of', 'restitution')}: the payment due on ")
        assert entry.passed == (entry.due_on < case["as_of"])
        assert entry.authority.citation in {"18 U.S.C. § 3612(d)", "18 U.S.C. § 3612(e)"}


@pytest.mark.parametrize("case", _cases("garnishments"))
def test_the_ceiling_on_garnishment_is_as_worked_by_hand(case: dict[str, Any]) -> None:
    found = garnishment_ceiling(
        Fraction(case["disposable"]), PayPeriod(case["period"]), case["payable_on"], LAW
    )
    assert found.value == Fraction(case["ceiling"])
    audit(found)


@pytest.mark.parametrize("case", _cases("ends"))
def test_liability_ends_as_worked_by_hand(case: dict[str, Any]) -> None:
    found = liability_ends(Sentence(**case["sentence"]), case["as_of"], LAW, _choices(case))
    for part in ("restitution", "fine", "lien", "special_assessment"):
        end = getattr(found, part)
        assert end.on == case.get(part), part
        assert end.not_before == case.get(part, case.get(f"{part}_not_before")), part
        assert end.authority
    assert found.restitution.note == case.get("note", found.restitution.note)
    assert found.estate_answers == case.get("estate_answers", False)


def _dates(given_dates: dict[str, dt.date]) -> CaseDates:
    of = {key: day for key, day in given_dates.items() if key not in OF_THE_CASE}
    late = ("delinquent_on", "in_default_on", "told_of_default_on")
    sentence = Sentence(judgment_on=of["judgment_on"]) if "judgment_on" in of else None
    defendant = DefendantDates(
        defendant="D-1", sentence=sentence, **{key: of[key] for key in late if key in of}
    )
    notice = ForfeitureNotice(
        asset="AS-1", published_on=of.get("published_on"), received_on=of.get("received_on")
    )
    of_the_case: dict[str, Any] = {k: day for k, day in given_dates.items() if k in OF_THE_CASE}
    return CaseDates(
        **of_the_case,
        discoveries=(Discovery(victim="V-1", on=of.get("discovered_on")),),
        notices=(notice,),
        defendants=(defendant,),
    )


@pytest.mark.parametrize("case", _cases("deadlines"))
def test_a_deadline_is_as_worked_by_hand(case: dict[str, Any]) -> None:
    found = deadlines(_dates(case["dates"]), AS_OF, LAW, _choices(case))
    deadline = next(entry for entry in found if entry.key == case["key"])
    assert (deadline.due_on, deadline.days_left) == (case["due_on"], case["days_left"])
    assert deadline.passed == (case["days_left"] < 0)
    assert deadline.of == case.get("of", "")
    assert deadline.needs == ()
    assert deadline.note == case.get("note", deadline.note)
    assert deadline.authority.citation.split(" ")[0] in {"18", "21"}


def test_every_case_names_its_source_and_its_arithmetic() -> None:
    cases = [case for kind in CASES.values() for case in kind]
    assert all(case["source"] and case["arithmetic"] for case in cases)
    names = [case["name"] for case in cases]
    assert len(names) == len(set(names)) > 75
