"""Synthetic answers for tests: a few people, and any answers at all."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from remedies.facts.answers import (
    Answers,
    Around,
    Court,
    Employees,
    Employer,
    JobProgram,
    Known,
    Paid,
    Prosecution,
    Received,
    Work,
    answers_problems,
    around,
)
from remedies.facts.civil import STATES

TODAY = dt.date(2026, 11, 22)

HOUSEHOLD = Answers(
    kinds_of_work=frozenset({Work.DOMESTIC}),
    forced=Known.YES,
    state="US-NY",
    began_on=around("2019-03-04"),
    ended_on=around("2024-06"),
    minor_then=Known.NO,
    employer=Employer.PRIVATE_PERSON,
    employees_band=Employees.UNDER_15,
    visa_program=JobProgram.NONE,
    paid=Paid.LESS,
    prosecution=Prosecution.CHARGED,
    court=Court.FEDERAL,
    statutes=("18 U.S.C. § 1589",),
    reported_to_police=Known.YES,
    property_seized=Known.YES,
    debt_in_name=Known.YES,
    discrimination=Known.YES,
    injured=Known.YES,
    arrested_for_it=Known.NO,
    on_tribal_land_or_member=Known.NO,
    outside_us=Known.NO,
    received=frozenset({Received.NONE}),
)

_known = st.sampled_from(Known)


@st.composite
def _abouts(draw: st.DrawFn, least: int = 1990, most: int = 2100) -> Around | None:
    day = draw(st.none() | st.dates(dt.date(least, 1, 1), dt.date(most, 12, 31)))
    if day is None:
        return None
    text = day.isoformat()
    return around(draw(st.sampled_from((text, text[:7], text[:4]))))


_STATUTES = ("18 U.S.C. § 1589", "18 USC 1591", "18 U.S.C. § 2421", "18 U.S.C. § 371")
_PLACES = tuple(f"US-{letters}" for letters in sorted(STATES))

any_answers = st.builds(
    Answers,
    kinds_of_work=st.frozensets(st.sampled_from(Work), max_size=3),
    forced=_known,
    state=st.sampled_from(("", *_PLACES)),
    other_states=st.lists(st.sampled_from(_PLACES), max_size=2).map(tuple),
    began_on=_abouts(),
    ended_on=_abouts(),
    minor_then=_known,
    turned_18_on=_abouts(),
    employer=st.sampled_from(Employer),
    employees_band=st.sampled_from(Employees),
    visa_program=st.sampled_from(JobProgram),
    paid=st.sampled_from(Paid),
    prosecution=st.sampled_from(Prosecution),
    court=st.sampled_from(Court),
    sentenced_on=_abouts(),
    statutes=st.lists(st.sampled_from(_STATUTES), max_size=2, unique=True).map(tuple),
    reported_to_police=_known,
    reported_on=_abouts(),
    property_seized=_known,
    debt_in_name=_known,
    discrimination=_known,
    injured=_known,
    arrested_for_it=_known,
    on_tribal_land_or_member=_known,
    outside_us=_known,
    received=st.frozensets(st.sampled_from(Received), max_size=3),
)
"""Any answers, contradictory ones too."""

days = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))


def mended(answers: Answers, as_of: dt.date) -> Answers:
    """Return the answers without those that contradict others, as on a day."""
    while problems := list(answers_problems(answers, as_of)):
        names = {problem.field.partition("[")[0] for problem in problems}
        answers = replace(answers, **{name: getattr(Answers(), name) for name in names})
    return answers
