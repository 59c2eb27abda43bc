"""The calendar: holidays of each year by statute, days counted forward and backward."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remedies import law
from remedies.calculators.collection.calendar import (
    Days,
    Declared,
    Observed,
    due_after,
    due_before,
    holidays,
    legal_holiday,
)
from remedies.errors import LawNotEncodedError

LAW = law.encoded()
DAY = dt.timedelta(days=1)
days = st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31))


def _on(year: int) -> list[str]:
    return [f"{h.on:%m-%d}" for h in holidays(year, LAW) if not h.instead]


def _kept(year: int) -> list[str]:
    return [f"{h.on:%m-%d}" for h in holidays(year, LAW) if h.instead]


def test_the_holidays_of_2026_are_the_eleven_of_the_statute() -> None:
    assert _on(2026) == [
        "01-01", "01-19", "02-16", "05-25", "06-19", "07-04", "09-07", "10-12", "11-11", "11-26", "12-25",
    ]  # fmt: skip
    assert _kept(2026) == ["07-03"]


def test_juneteenth_is_a_holiday_from_2021_and_its_friday_was_kept_the_day_after_the_act() -> None:
    assert "06-19" not in _on(2020)
    assert "06-19" in _on(2021)
    assert "06-18" in _kept(2021)


def test_new_years_day_on_a_saturday_is_kept_on_the_last_day_of_the_year_before() -> None:
    assert "12-31" in _kept(2021)
    assert _kept(2022) == ["06-20", "12-26"]


def test_veterans_day_was_a_monday_in_october_until_1977() -> None:
    assert "10-24" in _on(1977)
    assert "11-11" not in _on(1977)
    assert "11-11" in _on(1978)


def test_the_birthday_of_martin_luther_king_is_a_holiday_from_1986() -> None:
    assert "01-21" not in _on(1985)
    assert "01-20" in _on(1986)


def test_a_holiday_names_its_statute() -> None:
    holiday = legal_holiday(dt.date(2026, 11, 26), LAW)
    assert holiday is not None
    assert holiday.name == "Thanksgiving Day"
    assert holiday.authority.citation == "5 U.S.C. § 6103(a)"
    assert legal_holiday(dt.date(2026, 11, 27), LAW) is None


@pytest.mark.parametrize("year", [1970, 2047])
def test_a_year_that_is_not_encoded_is_refused_by_its_number(year: int) -> None:
    with pytest.raises(LawNotEncodedError, match=str(year)):
        legal_holiday(dt.date(year, 5, 1), LAW)


def test_the_committee_s_example_of_a_filing_ten_days_before_ends_on_the_friday() -> None:
    # Fed. R. App. P. 26, note of 2009: the tenth day is Saturday, September 1, 2007.
    assert due_before(dt.date(2007, 9, 11), 10, LAW) == dt.date(2007, 8, 31)
    assert due_after(dt.date(2007, 8, 22), 10, LAW) == dt.date(2007, 9, 4)  # the 3rd is Labor Day


def test_a_state_s_holiday_moves_a_period_after_an_event_and_none_before_it() -> None:
    state = Declared(state=frozenset({dt.date(2026, 4, 20)}))
    assert due_after(dt.date(2026, 4, 10), 10, LAW, state) == dt.date(2026, 4, 21)
    assert due_before(dt.date(2026, 4, 30), 10, LAW, state) == dt.date(2026, 4, 20)


def test_a_day_that_the_president_declared_moves_both() -> None:
    federal = Declared(federal=frozenset({dt.date(2025, 1, 9)}))
    assert due_after(dt.date(2024, 12, 30), 10, LAW, federal) == dt.date(2025, 1, 10)
    assert due_before(dt.date(2025, 1, 19), 10, LAW, federal) == dt.date(2025, 1, 8)


def test_by_the_day_only_the_friday_kept_for_a_holiday_is_open() -> None:
    friday = dt.date(2026, 7, 3)
    assert not Days(LAW).is_open(friday)
    assert Days(LAW, observed=Observed.DAY_ONLY).is_open(friday)
    assert not Days(LAW, observed=Observed.DAY_ONLY).is_open(friday + DAY)


@given(days, st.integers(0, 200))
@settings(deadline=None)
def test_a_last_day_is_open_and_the_first_that_is_from_the_plain_day_on(
    event: dt.date, number: int
) -> None:
    court = Days(LAW)
    after, before = court.due_after(event, number), court.due_before(event, number)
    assert court.is_open(after)
    assert court.is_open(before)
    assert 0 <= (after - event).days - number <= 5
    assert 0 <= (event - before).days - number <= 5
    between = ((after - event).days - number, (event - before).days - number)
    assert not any(court.is_open(event + (number + step) * DAY) for step in range(between[0]))
    assert not any(court.is_open(event - (number + step) * DAY) for step in range(between[1]))


@given(days, st.integers(1, 20))
@settings(deadline=None)
def test_so_many_working_days_hold_exactly_so_many_open_days(event: dt.date, number: int) -> None:
    court = Days(LAW)
    last = court.working_days_after(event, number)
    spanned = (event + step * DAY for step in range(1, (last - event).days + 1))
    assert sum(court.is_open(day) for day in spanned) == number
    assert court.is_open(last)


@given(st.integers(1990, 2045))
def test_every_year_has_ten_or_eleven_holidays_and_each_on_a_weekend_has_its_weekday(
    year: int,
) -> None:
    named = [h for h in holidays(year, LAW) if not h.instead]
    assert len(named) == (11 if year >= 2021 else 10)
    for holiday in named:
        if holiday.on.weekday() >= 5:
            kept = holiday.on + (DAY if holiday.on.weekday() == 6 else -DAY)
            found = legal_holiday(kept, LAW)
            assert found is not None
            assert found.name == holiday.name
