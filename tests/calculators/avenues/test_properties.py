"""What holds of every remedy, whatever is answered and whenever it is asked."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remedies import law
from remedies.calculators.avenues import Avenue, Kind, Remedy, Standing, Status, open_remedies
from remedies.calculators.avenues.remedy import RANK
from remedies.facts.answers import FIELDS, Answers, Known, Prosecution
from tests.calculators.avenues.people import HOUSEHOLD, TODAY, any_answers, days, mended

LAW = law.encoded()
SINCE = dt.date(2026, 11, 21)
"""From this day on the same law is read: the last that is known."""


def stand(answers: Answers, as_of: dt.date) -> dict[Avenue, Remedy]:
    return {remedy.avenue: remedy for remedy in open_remedies(answers, LAW, as_of)}


@given(any_answers, days)
@settings(max_examples=150, deadline=None)
def test_any_answers_on_any_day_have_every_remedy_once_and_in_order(
    answers: Answers, as_of: dt.date
) -> None:
    assert [remedy.avenue for remedy in open_remedies(answers, LAW, as_of)] == list(Avenue)


@given(any_answers, days)
@settings(max_examples=60, deadline=None)
def test_the_safe_day_is_never_after_the_arguable_one(answers: Answers, as_of: dt.date) -> None:
    for remedy in open_remedies(mended(answers, as_of), LAW, as_of):
        for limit in remedy.limits:
            if limit.safe_on is None or limit.latest_on is None:
                continue
            if limit.kind is Kind.FIRST_PAYDAY:
                assert limit.latest_on <= limit.safe_on
            else:
                assert limit.safe_on <= limit.latest_on


@given(any_answers, st.dates(SINCE, dt.date(2060, 1, 1)), st.integers(0, 9000))
@settings(max_examples=60, deadline=None)
def test_no_remedy_opens_by_waiting(answers: Answers, as_of: dt.date, later: int) -> None:
    answers = mended(answers, as_of)
    then = stand(answers, as_of + dt.timedelta(days=later))
    for avenue, remedy in stand(answers, as_of).items():
        assert RANK[then[avenue].standing] >= RANK[remedy.standing], avenue


@given(any_answers, days)
@settings(max_examples=60, deadline=None)
def test_only_a_refused_case_closes_anything(answers: Answers, as_of: dt.date) -> None:
    for remedy in open_remedies(answers, LAW, as_of):
        if remedy.standing is Standing.CLOSED:
            assert answers.prosecution is Prosecution.DECLINED
            assert "declined" in remedy.why


@given(any_answers, days)
@settings(max_examples=60, deadline=None)
def test_a_remedy_that_is_not_open_says_why_and_one_not_known_says_what_would_decide(
    answers: Answers, as_of: dt.date
) -> None:
    for remedy in open_remedies(answers, LAW, as_of):
        assert remedy.why, remedy.avenue
        assert set(remedy.asks) <= set(FIELDS)
        if remedy.standing is Standing.UNKNOWN:
            withheld = answers.visa_program == "rather_not_say"
            assert remedy.asks or withheld or "law_not_for_this_day" in remedy.why, remedy
        if remedy.standing is Standing.NOT_FOR_THESE_ANSWERS:
            assert (remedy.asks, remedy.limits, remedy.brings) == ((), (), ())


@given(any_answers, days)
@settings(max_examples=40, deadline=None)
def test_nobody_is_asked_again_what_was_answered(answers: Answers, as_of: dt.date) -> None:
    blank = Answers()
    for remedy in open_remedies(answers, LAW, as_of):
        for name in remedy.asks:
            assert getattr(answers, name) == getattr(blank, name), (remedy.avenue, name)


@given(any_answers)
@settings(max_examples=15, deadline=None)
def test_saying_less_never_closes_a_remedy(answers: Answers) -> None:
    answers = mended(answers, TODAY)
    full = stand(answers, TODAY)
    for name in FIELDS:
        less = replace(answers, **{name: getattr(Answers(), name)})
        for avenue, remedy in stand(less, TODAY).items():
            if remedy.standing is Standing.CLOSED:
                assert full[avenue].standing in (
                    Standing.CLOSED,
                    Standing.NOT_FOR_THESE_ANSWERS,
                ), (avenue, name)


def test_no_answers_conclude_nothing() -> None:
    certain = {Standing.CLOSED, Standing.NOT_FOR_THESE_ANSWERS}
    found = stand(Answers(), TODAY)
    assert not [avenue for avenue, remedy in found.items() if remedy.standing in certain]
    opened = {avenue for avenue, remedy in found.items() if remedy.standing is Standing.OPEN}
    assert opened == {Avenue.HOTLINE, Avenue.SERVICES}
    assert not [
        limit
        for remedy in found.values()
        for limit in remedy.limits
        if limit.safe_on and limit.kind is not Kind.FIRST_PAYDAY
    ]


def test_unknown_and_left_out_are_one() -> None:
    said = Answers(forced=Known.UNKNOWN, minor_then=Known.UNKNOWN, prosecution=Prosecution.UNKNOWN)
    assert open_remedies(said, LAW, TODAY) == open_remedies(Answers(), LAW, TODAY)


def test_an_overlap_is_told_on_both_sides() -> None:
    found = stand(HOUSEHOLD, TODAY)
    for avenue, remedy in found.items():
        for other, rule in remedy.overlaps:
            assert (avenue, rule) in found[other].overlaps


@pytest.mark.parametrize("as_of", [dt.date(2000, 2, 29), dt.date(2008, 2, 29)])
def test_where_no_law_is_encoded_no_day_is_counted(as_of: dt.date) -> None:
    answers = Answers(forced=Known.YES, minor_then=Known.NO)
    remedy = stand(answers, as_of)[Avenue.CIVIL_1595]
    assert remedy.standing is Standing.UNKNOWN
    assert "law_not_for_this_day" in remedy.why
    assert [limit.status(as_of) for limit in remedy.limits] == [Status.UNKNOWN]


def test_every_rule_item_and_contact_that_is_named_is_registered() -> None:
    contacts = set(LAW.register("contacts"))
    for state in ("", "US-CA", "US-AL", "US-TX"):
        for remedy in open_remedies(replace(HOUSEHOLD, state=state), LAW, TODAY):
            named = (*remedy.cites, *(rule for _, rule in remedy.overlaps))
            for key in named:
                assert key in LAW.rules or LAW.item(key).key == key
            assert set(remedy.contacts) <= contacts
