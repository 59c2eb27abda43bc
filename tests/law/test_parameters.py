"""The encoded law says what the words that enact it say, on every day of the calendar."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest

from remedies import law
from remedies.errors import LawNotEncodedError
from remedies.figures import Checked, Unit
from remedies.law import Item, Version
from tests.law.words import value_of

LAW = law.encoded()
KEYS = LAW.keys()
UNIFIED_ON = dt.date(1978, 1, 1)
DAY = dt.timedelta(days=1)
SMALLEST = {
    Unit.USD_PER_HOUR: Fraction(1, 100),
    Unit.USD: Fraction(1, 100),
    Unit.HOUR: Fraction(1),
    Unit.RATIO: Fraction(1, 10),
}


def _versions(*, quoted: bool = False) -> list[object]:
    return [
        pytest.param(
            version, id=f"{key} {version.effective_on} {','.join(version.tiers) or 'all'}"
        )
        for key in KEYS
        for version in LAW.item(key).versions
        if version.authority.quote or not quoted
    ]


def quote_is_right(version: Version) -> bool:
    """Return whether the quoted words hold the words of the value, and these state the value."""
    quote, said = version.authority.quote, version.quoted_as
    found = re.search(rf"(?<![\w.$]){re.escape(said)}(?!\w|[.,]\d)", quote)
    return found is not None and value_of(said) == version.value


def test_the_parameters_of_wages_are_encoded() -> None:
    assert KEYS == [
        "us.liquidated_damages",
        "us.minimum_wage",
        "us.overtime_multiplier",
        "us.overtime_threshold",
    ]


@pytest.mark.parametrize("version", _versions())
def test_the_quoted_words_state_the_value(version: Version) -> None:
    if not version.authority.quote:
        assert version.authority.checked is Checked.UNVERIFIED
        assert not version.quoted_as
        assert version.note
    else:
        assert quote_is_right(version)


@pytest.mark.parametrize("version", _versions(quoted=True))
def test_a_value_off_by_its_smallest_unit_does_not_pass_for_its_quote(version: Version) -> None:
    for off in (SMALLEST[version.figure.unit], -SMALLEST[version.figure.unit]):
        assert not quote_is_right(replace(version, value=version.value + off))


@pytest.mark.parametrize("version", _versions(quoted=True))
def test_a_quote_of_another_amount_does_not_pass_for_the_value(version: Version) -> None:
    other = version.authority.quote.replace(version.quoted_as, "$0.01")
    assert not quote_is_right(replace(version, authority=replace(version.authority, quote=other)))


@pytest.mark.parametrize("version", _versions())
def test_the_figure_of_a_version_is_its_value_with_its_authority(version: Version) -> None:
    assert version.figure.value == version.value
    assert version.figure.authority == (version.authority,)
    assert version.value > 0
    assert version.recorded_on >= version.effective_on
    assert version.authority.url.startswith("https://")


def _tiers(parameter: Item) -> Iterator[str | None]:
    yield from parameter.tiers or (None,)


@pytest.mark.parametrize("key", KEYS)
def test_no_two_versions_of_a_tier_take_effect_on_one_day(key: str) -> None:
    parameter = LAW.item(key)
    for tier in _tiers(parameter):
        days = [v.effective_on for v in parameter.versions if not v.tiers or tier in v.tiers]
        assert len(days) == len(set(days))
        assert days


@pytest.mark.parametrize("key", KEYS)
def test_a_version_names_only_tiers_of_its_parameter(key: str) -> None:
    parameter = LAW.item(key)
    assert all(set(version.tiers) <= set(parameter.tiers) for version in parameter.versions)


@pytest.mark.parametrize("key", KEYS)
def test_every_tier_is_encoded_on_every_day_from_its_first_version_on(key: str) -> None:
    parameter = LAW.item(key)
    for tier in _tiers(parameter):
        own = [v for v in parameter.versions if not v.tiers or tier in v.tiers]
        expected = {version.effective_on: version for version in own}
        day, current = own[0].effective_on, own[0]
        while day <= parameter.known_through:
            current = expected.get(day, current)
            assert parameter.on(day, tier) is current
            day += DAY


@pytest.mark.parametrize("key", KEYS)
def test_without_a_tier_every_day_since_1978_has_one_value(key: str) -> None:
    parameter = LAW.item(key)
    day = UNIFIED_ON
    while day <= parameter.known_through:
        found = parameter.on(day).value
        assert all(parameter.on(day, tier).value == found for tier in _tiers(parameter))
        day += DAY


@pytest.mark.parametrize("key", KEYS)
def test_the_day_before_a_tiers_first_version_is_refused(key: str) -> None:
    parameter = LAW.item(key)
    for tier in _tiers(parameter):
        own = [v for v in parameter.versions if not v.tiers or tier in v.tiers]
        before = own[0].effective_on - DAY
        with pytest.raises(LawNotEncodedError) as raised:
            parameter.on(before, tier)
        assert raised.value.key == key
        assert raised.value.on == before


@pytest.mark.parametrize("key", KEYS)
def test_the_day_after_the_law_was_last_known_is_refused(key: str) -> None:
    parameter = LAW.item(key)
    assert parameter.on(parameter.known_through).value > 0
    with pytest.raises(LawNotEncodedError, match="encoded through"):
        parameter.on(parameter.known_through + DAY)


@pytest.mark.parametrize("key", [key for key in KEYS if LAW.item(key).tiers])
def test_an_unknown_coverage_group_is_refused(key: str) -> None:
    with pytest.raises(LawNotEncodedError, match="no coverage group"):
        LAW.on(key, dt.date(2012, 1, 1), "1961_act")


@pytest.mark.parametrize("day", ["1938-10-24", "1961-09-03", "1977-12-31"])
def test_before_1978_the_coverage_group_must_be_named(day: str) -> None:
    with pytest.raises(LawNotEncodedError, match="coverage group"):
        LAW.on("us.minimum_wage", dt.date.fromisoformat(day))


def test_the_day_before_the_first_minimum_wage_is_refused() -> None:
    with pytest.raises(LawNotEncodedError, match="1938-10-24"):
        LAW.on("us.minimum_wage", dt.date(1938, 10, 23))


def test_agriculture_has_no_overtime_threshold_and_no_multiplier() -> None:
    for key in ("us.overtime_threshold", "us.overtime_multiplier"):
        with pytest.raises(LawNotEncodedError):
            LAW.on(key, dt.date(2012, 1, 1), "1966_amendments_farm")


def test_a_parameter_that_no_file_states_is_refused() -> None:
    for key in ("us.maximum_wage", "us", ""):
        with pytest.raises(LawNotEncodedError):
            LAW.item(key)


def test_the_step_of_2007_is_the_sixtieth_day_and_its_anniversaries() -> None:
    enacted = dt.date(2007, 5, 25)
    first = enacted + 60 * DAY
    assert first == dt.date(2007, 7, 24)
    for year, value in ((2007, "5.85"), (2008, "6.55"), (2009, "7.25")):
        on = LAW.item("us.minimum_wage").on(first.replace(year=year))
        assert (on.effective_on, on.value) == (first.replace(year=year), Fraction(value))


def test_minimum_wages_never_fall() -> None:
    parameter = LAW.item("us.minimum_wage")
    for tier in parameter.tiers:
        values = [v.value for v in parameter.versions if not v.tiers or tier in v.tiers]
        assert values == sorted(values)
