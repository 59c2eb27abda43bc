"""Deadlines, ends of liability and garnishment: what is not given is asked for, and never guessed."""

import datetime as dt
from dataclasses import fields, replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remedies import law
from remedies.calculators.collection.calendar import Declared
from remedies.calculators.collection.choices import collection_choices
from remedies.calculators.collection.dates import (
    CaseDates,
    DefendantDates,
    Discovery,
    ForfeitureNotice,
)
from remedies.calculators.collection.deadlines import deadlines
from remedies.calculators.collection.garnishment import PayPeriod, garnishment_ceiling
from remedies.calculators.collection.liability import (
    ASSESSMENT_YEARS,
    LiabilityEnds,
    Sentence,
    liability_ends,
    special_assessment_ends,
)
from remedies.errors import FactsError
from remedies.figures import Checked, audit

LAW = law.encoded()
DEFAULT = collection_choices(LAW)
AS_OF = dt.date(2026, 6, 1)
DAY = dt.timedelta(days=1)
days = st.dates(dt.date(2016, 12, 16), dt.date(2026, 11, 1))


def test_what_is_not_given_is_asked_for() -> None:
    found = deadlines(
        CaseDates(defendants=(DefendantDates(defendant="D-1"),)), AS_OF, LAW, DEFAULT
    )
    assert {entry.key: entry.needs for entry in found} == {
        "amounts_listed": ("sentencing_set_on",),
        "unascertained_told": ("sentencing_on",),
        "losses_determined": ("sentencing_on",),
        "petition_decided": ("petition_filed_on",),
        "reopening_petition": ("relief_denied_on",),
        "stay_ends": ("stay_began_on",),
        "free_of_interest": ("judgment_on",),
        "liability_ends": ("judgment_on",),
        "fine_ends": ("judgment_on",),
        "lien_ends": ("judgment_on",),
        "special_assessment_ends": ("judgment_on",),
    }
    assert all(entry.due_on is None and entry.days_left is None for entry in found)
    assert not any(entry.passed for entry in found)


def test_a_victim_and_an_asset_without_dates_are_listed_with_what_they_need() -> None:
    dates = CaseDates(
        discoveries=(Discovery(victim="V-2"),), notices=(ForfeitureNotice(asset="AS-3"),)
    )
    found = {entry.of: entry for entry in deadlines(dates, AS_OF, LAW, DEFAULT) if entry.of}
    assert found["V-2"].needs == ("discovered_on",)
    assert found["AS-3"].needs == ("published_on or received_on",)


def test_a_release_that_is_not_known_is_asked_for_and_the_earliest_end_is_said() -> None:
    sentence = Sentence(judgment_on=dt.date(2020, 3, 2), imprisoned=True)
    dates = CaseDates(defendants=(DefendantDates(defendant="D-1", sentence=sentence),))
    found = {entry.key: entry for entry in deadlines(dates, AS_OF, LAW, DEFAULT)}
    assert found["liability_ends"].needs == ("released_on",)
    assert found["liability_ends"].note.startswith("not before 2046-06-01")
    assert found["lien_ends"].due_on == dt.date(2040, 3, 2)


def test_deadlines_come_in_the_order_of_their_days_and_the_open_ones_last() -> None:
    dates = CaseDates(
        sentencing_set_on=dt.date(2026, 9, 16),
        sentencing_on=dt.date(2026, 9, 16),
        discoveries=(Discovery(victim="V-1", on=dt.date(2026, 5, 1)),),
    )
    due = [entry.due_on for entry in deadlines(dates, AS_OF, LAW, DEFAULT)]
    known = [day for day in due if day]
    assert known == sorted(known)
    assert due == known + [None] * (len(due) - len(known))


def test_the_day_itself_has_not_passed_and_the_day_after_has() -> None:
    dates = CaseDates(sentencing_on=dt.date(2026, 4, 5))
    due_on = dt.date(2026, 7, 6)
    for as_of, passed in ((due_on, False), (due_on + DAY, True)):
        found = deadlines(dates, as_of, LAW, DEFAULT)
        (entry,) = [entry for entry in found if entry.key == "losses_determined"]
        assert (entry.passed, entry.days_left) == (passed, -1 if passed else 0)


def test_an_event_beyond_the_encoded_law_has_its_deadline_by_the_last_law_that_is_encoded() -> (
    None
):
    dates = CaseDates(sentencing_set_on=dt.date(2027, 3, 1))
    (entry,) = [e for e in deadlines(dates, AS_OF, LAW, DEFAULT) if e.key == "amounts_listed"]
    assert entry.due_on == dt.date(2026, 12, 31)
    assert entry.checked is Checked.STATUTE


def test_an_event_before_the_encoded_law_leaves_the_other_deadlines_standing() -> None:
    dates = CaseDates(
        relief_denied_on=dt.date(2009, 11, 30),
        petition_filed_on=dt.date(2014, 12, 4),
        sentencing_on=dt.date(2026, 4, 5),
    )
    found = {each.key: each for each in deadlines(dates, AS_OF, LAW, DEFAULT)}
    for key in ("reopening_petition", "petition_decided"):
        assert (found[key].due_on, found[key].needs, found[key].passed) == (None, (), False)
        assert found[key].note.startswith("not computed: ")
    assert found["losses_determined"].due_on == dt.date(2026, 7, 6)
    assert len(found) == 6


def test_a_judgment_before_the_encoded_law_leaves_its_ends_unknown_and_says_why() -> None:
    old, new = (Sentence(judgment_on=dt.date(year, 5, 1)) for year in (1980, 2020))
    defendants = (
        DefendantDates(defendant="D-1", sentence=old),
        DefendantDates(defendant="D-2", sentence=new),
    )
    found = deadlines(CaseDates(defendants=defendants), AS_OF, LAW, DEFAULT)
    ends = [each for each in found if each.of == "D-1"]
    assert len(ends) == 5
    assert all(each.note.startswith("not computed: ") and not each.due_on for each in ends)
    assert all(each.due_on for each in found if each.of == "D-2")


def test_the_only_day_known_of_two_is_said_to_be_perhaps_not_the_earlier() -> None:
    notice = ForfeitureNotice(asset="AS-1", published_on=dt.date(2026, 5, 4))
    for given_notice, other in (
        (notice, "receipt"),
        (replace(notice, published_on=None, received_on=notice.published_on), "final publication"),
    ):
        found = deadlines(CaseDates(notices=(given_notice,)), AS_OF, LAW, DEFAULT)
        (entry,) = [entry for entry in found if entry.of == "AS-1"]
        assert entry.due_on == dt.date(2026, 6, 3)
        assert other in entry.note


def test_a_state_s_holiday_is_counted_where_the_court_is() -> None:
    monday = dt.date(2026, 7, 6)
    dates = CaseDates(
        sentencing_on=dt.date(2026, 4, 5), declared=Declared(state=frozenset({monday}))
    )
    (entry,) = [e for e in deadlines(dates, AS_OF, LAW, DEFAULT) if e.key == "losses_determined"]
    assert entry.due_on == monday + DAY


@given(days, st.integers(0, 4_000), days)
def test_liability_ends_no_earlier_than_twenty_years_from_judgment_and_from_release(
    judgment_on: dt.date, served: int, as_of: dt.date
) -> None:
    released_on = judgment_on + served * DAY
    sentence = Sentence(judgment_on=judgment_on, imprisoned=True, released_on=released_on)
    ends = liability_ends(sentence, as_of, LAW, DEFAULT)
    assert ends.restitution.on is not None
    for day in (judgment_on, released_on):
        assert (ends.restitution.on - day).days >= 7_304
    kept = liability_ends(replace(sentence, released_on=None), as_of, LAW, DEFAULT)
    assert kept.restitution.on is None
    assert kept.restitution.not_before is not None
    assert (kept.restitution.not_before - as_of).days >= 7_304


@given(st.dates(dt.date(1988, 11, 18), dt.date(2026, 11, 1)))
def test_the_special_assessment_ends_on_one_day_with_and_without_the_law(day: dt.date) -> None:
    last = special_assessment_ends(day)
    if day.year >= 1996 and day >= dt.date(1996, 4, 24):
        ends = liability_ends(Sentence(judgment_on=day), AS_OF, LAW, DEFAULT)
        assert ends.special_assessment.on == last
    assert (last.month, last.day) == (
        (2, 28) if (day.month, day.day) == (2, 29) else (day.month, day.day)
    )
    assert last.year == day.year + ASSESSMENT_YEARS


def test_the_years_of_the_special_assessment_are_those_of_every_encoded_version() -> None:
    versions = LAW.item("us.special_assessment_term").versions
    assert {version.figure.value for version in versions} == {ASSESSMENT_YEARS}


def test_the_special_assessment_is_not_past_on_its_last_day() -> None:
    sentence = Sentence(judgment_on=dt.date(2004, 2, 29))
    dates = CaseDates(defendants=(DefendantDates(defendant="D-1", sentence=sentence),))
    for as_of, passed in ((dt.date(2009, 2, 28), False), (dt.date(2009, 3, 1), True)):
        found = {each.key: each for each in deadlines(dates, as_of, LAW, DEFAULT)}
        assert found["special_assessment_ends"].due_on == dt.date(2009, 2, 28)
        assert found["special_assessment_ends"].passed is passed


@given(
    st.dates(dt.date(1996, 4, 24), dt.date(2012, 1, 1)),
    st.integers(0, 11_000),
    st.sampled_from([None, dt.date(1995, 1, 1)]),
)
def test_an_estate_never_answers_for_what_ended_before_death(
    judgment_on: dt.date, lived: int, offense: dt.date | None
) -> None:
    died_on = judgment_on + lived * DAY
    sentence = Sentence(judgment_on=judgment_on, died_on=died_on, offense_ended_on=offense)
    ends = liability_ends(sentence, dt.date(2045, 1, 1), LAW, DEFAULT)
    assert ends.lien.not_before is not None
    if ends.estate_answers:
        assert ends.restitution.on is not None
        assert died_on <= ends.restitution.on
        assert died_on <= ends.lien.not_before
    elif ends.restitution.on is not None and died_on <= dt.date(2045, 1, 1):
        assert ends.restitution.on < died_on
        assert ends.lien.on == ends.restitution.on == ends.fine.on


def test_every_end_is_announced_a_year_before() -> None:
    ends = liability_ends(Sentence(judgment_on=dt.date(2020, 3, 2)), AS_OF, LAW, DEFAULT)
    for part in fields(LiabilityEnds):
        end = getattr(ends, part.name)
        if part.name != "estate_answers":
            assert end.warn_on == end.on.replace(year=end.on.year - 1)


@given(
    st.integers(0, 500_000).map(lambda cents: Fraction(cents, 100)),
    st.sampled_from(PayPeriod),
)
def test_garnishment_takes_at_most_a_quarter_and_leaves_the_protected_amount(
    disposable: Fraction, period: PayPeriod
) -> None:
    ceiling = garnishment_ceiling(disposable, period, dt.date(2020, 3, 6), LAW)
    audit(ceiling)
    protected = {"week": 217.5, "two_weeks": 435, "half_month": 471.25, "month": 942.5}[period]
    assert ceiling.value <= disposable / 4
    assert ceiling.value == 0 or disposable - ceiling.value >= Fraction(protected)
    exact = max(Fraction(0), min(disposable / 4, disposable - Fraction(protected)))
    assert 0 <= exact - ceiling.value < Fraction(1, 100)


def test_a_part_of_a_week_is_protected_as_a_week() -> None:
    part = garnishment_ceiling(Fraction(250), Fraction(3, 7), dt.date(2020, 3, 6), LAW)
    assert part.value == Fraction("32.5")


def test_three_workweeks_protect_three_times_as_much() -> None:
    three = garnishment_ceiling(Fraction(700), Fraction(3), dt.date(2020, 3, 6), LAW)
    assert three.value == Fraction("47.5")


def test_earnings_below_nothing_and_a_period_without_workweeks_are_refused_together() -> None:
    with pytest.raises(FactsError) as refused:
        garnishment_ceiling(Fraction(-1), Fraction(0), dt.date(2020, 3, 6), LAW)
    assert [p.field for p in refused.value.problems] == ["disposable", "period"]
