"""What the engine says has its sentence, and every sentence is said by some answers."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from remedies import law
from remedies.calculators.avenues import Avenue, Standing, open_remedies
from remedies.documents.guides.first_steps import STEPS
from remedies.documents.texts.library import text
from remedies.facts.answers import (
    FIELDS,
    Answers,
    Court,
    Employees,
    Employer,
    JobProgram,
    Known,
    Paid,
    Prosecution,
    Received,
    Work,
    around,
)
from tests.calculators.avenues.people import HOUSEHOLD, TODAY

LAW = law.encoded()
KEYS = {section.id for section in text("remedies", "en").sections}
NEVER_ASKED = {"other_states"}
"""Fields that only say more of another: a form shows them beside it."""


def _choices(name: str) -> list[Any]:
    kinds: dict[str, list[Any]] = {
        "kinds_of_work": [frozenset({each}) for each in Work],
        "received": [frozenset({each}) for each in Received],
        "employer": list(Employer),
        "employees_band": list(Employees),
        "visa_program": list(JobProgram),
        "paid": list(Paid),
        "prosecution": list(Prosecution),
        "court": list(Court),
        "state": ["US-NY", "US-CA", "US-AL", "US-WY", "US-MN"],
        "other_states": [("US-TX",)],
        "statutes": [("18 U.S.C. § 2421",), ("18 U.S.C. § 371",)],
    }
    dates = ["1999-01-01", "2004-05", "2012", "2016-12-01", "2023-01-01", "2025-11-30", "2027-01"]
    return kinds.get(
        name, [around(each) for each in dates] if name.endswith("_on") else list(Known)
    )


def _asked() -> Iterator[tuple[Answers, dt.date]]:
    """Yield people who differ from three others in one answer or two."""
    child = Answers(
        kinds_of_work=frozenset({Work.COMMERCIAL_SEX}),
        minor_then=Known.YES,
        began_on=around("2004-01"),
        turned_18_on=around("2017-01-01"),
    )
    yield Answers(), dt.date(2001, 1, 1)
    yield Answers(visa_program=JobProgram.H2B, ended_on=around("2020")), TODAY
    for person in (Answers(), HOUSEHOLD, child):
        for name in FIELDS:
            for choice in _choices(name):
                yield replace(person, **{name: choice}), TODAY
    for prosecution in Prosecution:
        for court in Court:
            yield replace(HOUSEHOLD, prosecution=prosecution, court=court), TODAY


@pytest.fixture(scope="module")
def said() -> set[str]:
    found: set[str] = set()
    for answers, as_of in _asked():
        for remedy in open_remedies(answers, LAW, as_of):
            found |= {remedy.avenue.value, f"standing_{remedy.standing}"}
            found |= {f"reason_{why}" for why in remedy.why}
            found |= {f"asks_{ask}" for ask in remedy.asks}
            for limit in remedy.limits:
                found |= {f"deadline_{limit.key}", *(f"tolling_{each}" for each in limit.tolling)}
    return found


def test_whatever_is_said_has_its_section(said: set[str]) -> None:
    assert said - KEYS == set()


def test_every_section_is_said_by_some_answers(said: set[str]) -> None:
    steps = {f"step_{step}" for step in STEPS}
    around = {"before-you-read", "first-steps", "paid-once", "in-full", "tells-more"}
    assert KEYS - said - steps - around == set()


def test_every_remedy_and_standing_has_its_section() -> None:
    assert {avenue.value for avenue in Avenue} <= KEYS
    assert {f"standing_{standing}" for standing in Standing} <= KEYS


def test_every_question_says_why_it_is_asked() -> None:
    assert {f"asks_{name}" for name in FIELDS if name not in NEVER_ASKED} <= KEYS
