"""The encoded law says what the words that enact it say, on every day of the calendar."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
import tomli

from remedies import law
from remedies.errors import LawAbsentError, LawNotEncodedError
from remedies.law import Item, reading
from remedies.law.library import ROOT
from remedies.law.soundness import is_official, supported, wrong_with
from remedies.operations import Unit

LAW = law.encoded()
KEYS = LAW.keys()
FEDERAL = [
    "us.minimum_wage",
    "us.overtime_threshold",
    "us.overtime_multiplier",
    "us.liquidated_damages",
]
UNIFIED_ON = dt.date(1978, 1, 1)
DAY = dt.timedelta(days=1)


def _tiers(item: Item) -> Iterator[str | None]:
    yield from item.tiers or (None,)


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_wrong_with_an_item(key: str) -> None:
    assert list(wrong_with(LAW.item(key), LAW)) == []


@pytest.mark.parametrize(("name", "source"), LAW.register("sources").items())
def test_a_source_is_cited_and_official_only_on_an_official_host(
    name: str, source: dict[str, str]
) -> None:
    assert re.fullmatch(r"[a-z0-9-]+", name)
    assert source["cites"]
    assert source["host"] in {"official", "copy", "secondary"}
    if source["host"] == "official" and "url" in source:
        assert is_official(source["url"])


def test_no_source_stands_twice() -> None:
    names = [
        line
        for path in (ROOT / "sources").glob("*.toml")
        for line in path.read_text().splitlines()
        if line.startswith("[")
    ]
    assert len(names) == len(set(names)) == len(LAW.register("sources"))


def test_every_source_is_used_or_can_be_imported_from() -> None:
    versions = [version for key in KEYS for version in LAW.item(key).versions]
    used = {name for v in versions for name in (v.source, *v.printed)}
    assert set(LAW.register("sources")) - used <= {"fred", "frb-h15"}


def _mutants(key: str) -> Iterator[tuple[str, Item]]:
    """Yield the item of a file in which one number that is supported is a smallest unit wrong."""
    path = ROOT.joinpath(*key.split(".")).with_suffix(".toml")
    file = tomli.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    unit = LAW.item(key).unit
    off = Decimal("0.25") if unit is Unit.HOUR else Decimal("0.01")
    for place, entry in enumerate(file.get("versions", ())):
        given = {**file.get("defaults", {}), **entry}
        if "value" in entry and (given.get("quoted_as") or given.get("printed")):
            for wrong in (entry["value"] + off, entry["value"] - off):
                yield f"{entry['effective_on']} {wrong}", _with(key, file, place, {"value": wrong})
        for name, term in entry.get("terms", {}).items():
            if type(term) in {int, Decimal}:
                terms = {**entry["terms"], name: term + Decimal("0.037")}
                yield f"{entry['effective_on']} {name}", _with(key, file, place, {"terms": terms})


def _with(key: str, file: dict[str, Any], place: int, change: dict[str, Any]) -> Item:
    versions = [*file["versions"]]
    versions[place] = versions[place] | change
    return reading.item(key, {**file, "versions": versions})


@pytest.mark.parametrize("key", KEYS)
def test_one_cent_off_in_a_file_is_found_wherever_a_quotation_or_a_print_supports_the_value(
    key: str,
) -> None:
    for what, mutant in _mutants(key):
        assert list(wrong_with(mutant, LAW)), what


def test_thousands_of_such_errors_are_tried() -> None:
    assert sum(1 for key in KEYS for _ in _mutants(key)) > 3_000


def test_most_values_have_a_quotation_or_a_second_publication() -> None:
    versions = [v for key in KEYS for v in LAW.item(key).versions if v.value is not None]
    assert len(versions) > 1_500
    assert sum(map(supported, versions)) > len(versions) / 3


@pytest.mark.parametrize("key", KEYS)
def test_every_day_of_every_tier_has_one_answer_or_a_reason(key: str) -> None:
    item = LAW.item(key)
    for tier in _tiers(item):
        own = item.series[tier or ""]
        turns = {day + step * DAY for day in own.days for step in (-1, 0, 1)}
        turns |= {
            v.ends_on + step * DAY for v in own.versions if v and v.ends_on for step in (0, 1)
        }
        for day in sorted(turns):
            try:
                version = item.on(day, tier)
            except LawNotEncodedError as refused:
                error = refused
            else:
                assert version.effective_on <= day <= (version.ends_on or item.known_through)
                continue
            assert error.why
            assert isinstance(error, LawAbsentError) or error.how or tier is None


@pytest.mark.parametrize("key", KEYS)
def test_a_day_past_what_is_known_is_refused(key: str) -> None:
    item = LAW.item(key)
    if item.versions:
        for tier in _tiers(item):
            with pytest.raises(LawNotEncodedError):
                item.on(item.known_through + DAY, tier)


@pytest.mark.parametrize("key", KEYS)
def test_the_day_before_a_tiers_first_version_is_refused(key: str) -> None:
    item = LAW.item(key)
    for tier in _tiers(item) if item.versions else ():
        own = item.series[tier or ""]
        before = own.days[0] - DAY
        with pytest.raises(LawNotEncodedError) as raised:
            item.on(before, tier)
        assert raised.value.key == key
        assert raised.value.on == before


@pytest.mark.parametrize("key", KEYS)
def test_exactly_one_version_applies_where_there_is_an_answer(key: str) -> None:
    item = LAW.item(key)
    for tier in _tiers(item):
        for day in item.series[tier or ""].days:
            applied = [entry.version for entry in item.explain(day, tier) if entry.applies]
            try:
                assert applied == [item.on(day, tier)]
            except LawNotEncodedError:
                assert applied == []


@pytest.mark.parametrize("key", FEDERAL)
def test_without_a_tier_every_day_since_1978_has_one_federal_value(key: str) -> None:
    item = LAW.item(key)
    day = UNIFIED_ON
    while day <= item.known_through:
        found = item.on(day).value
        assert all(item.on(day, tier).value == found for tier in _tiers(item))
        day += DAY


@pytest.mark.parametrize("key", [key for key in KEYS if LAW.item(key).tiers])
def test_an_unknown_tier_is_refused(key: str) -> None:
    with pytest.raises(LawNotEncodedError):
        LAW.item(key).on(dt.date(2012, 1, 1), "1961_act")


@pytest.mark.parametrize("day", ["1938-10-24", "1961-09-03", "1977-12-31"])
def test_before_1978_the_coverage_group_must_be_named(day: str) -> None:
    with pytest.raises(LawNotEncodedError, match="coverage group"):
        LAW.on("us.minimum_wage", dt.date.fromisoformat(day))


def test_the_day_before_the_first_minimum_wage_is_refused() -> None:
    with pytest.raises(LawNotEncodedError, match="1938-10-24"):
        LAW.on("us.minimum_wage", dt.date(1938, 10, 23))


def test_agriculture_has_no_federal_overtime_threshold_and_no_multiplier() -> None:
    for key in ("us.overtime_threshold", "us.overtime_multiplier"):
        with pytest.raises(LawNotEncodedError):
            LAW.on(key, dt.date(2012, 1, 1), "1966_amendments_farm")


@pytest.mark.parametrize(
    "key",
    [
        "us.maximum_wage",
        "us",
        "",
        "us.rules",
        "positions.order.joint_several",
        "..",
        "us/../us",
        "us./etc/x",
    ],
)
def test_what_no_file_states_is_refused(key: str) -> None:
    with pytest.raises(LawNotEncodedError):
        LAW.item(key)


def test_the_step_of_2007_is_the_sixtieth_day_and_its_anniversaries() -> None:
    enacted = dt.date(2007, 5, 25)
    first = enacted + 60 * DAY
    assert first == dt.date(2007, 7, 24)
    for year, value in ((2007, "5.85"), (2008, "6.55"), (2009, "7.25")):
        on = LAW.item("us.minimum_wage").on(first.replace(year=year))
        assert (on.effective_on, on.value) == (first.replace(year=year), Fraction(value))


def test_federal_minimum_wages_never_fall() -> None:
    item = LAW.item("us.minimum_wage")
    for tier in item.tiers:
        values = [v.value for v in item.versions if not v.tiers or tier in v.tiers]
        assert values == sorted(values)  # type: ignore[type-var]


@pytest.mark.parametrize("jurisdiction", [j for j in LAW.register("jurisdictions") if j != "us"])
def test_every_jurisdiction_has_every_family_or_says_what_is_missing(jurisdiction: str) -> None:
    here = {key.rpartition(".")[2] for key in KEYS if key.startswith(f"{jurisdiction}.")}
    assert here >= {
        "minimum_wage", "wage_damages", "trafficking_civil_action", "trafficking_restitution",
        "victim_compensation", "judgment_interest", "prejudgment_interest",
    }  # fmt: skip
    assert any("overtime" in name for name in here)


def test_cash_wage_and_tip_credit_make_up_the_minimum_wage() -> None:
    credit = LAW.item("us.maximum_tip_credit")
    for day in credit.changes:
        parts = (
            LAW.on(key, day).value for key in ("us.tipped_cash_wage", "us.maximum_tip_credit")
        )
        assert sum(parts) == LAW.on("us.minimum_wage", day).value
