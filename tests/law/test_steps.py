"""A step goes to the end of its item's file, as it was written; what is recorded is never lost."""

import datetime as dt
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from remedies.errors import ImportRefusedError
from remedies.law import Law, load
from remedies.law.steps import MAX_BYTES, Moves, Step, read_step, with_step

ITEM = """\
# A comment that stays.

family = "state_minimum_wage"
name = "California minimum wage"
unit = "USD/hour"
confirmed_on = 2026-07-01
known_through = 2026-11-21  # and this one

[tiers]
general = "everybody"
small = "small employers"

[defaults]
recorded_on = 2026-11-21
authority = "Cal. Lab. Code § 1182.12"
url = "https://leginfo.legislature.ca.gov/"
checked = "single_source"
source = "state"

[[versions]]
effective_on = 2026-01-01
value = 16.90
tiers = ["general"]
"""
STEP = """\
key = "us-ca.minimum_wage"

# The words were read on paper.
[[versions]]
effective_on = 2027-01-01
recorded_on = 2026-12-01
value = 17.40   # dollars
tiers = ["general"]
checked = "single_source"
"""
DAY = dt.date(2026, 12, 1)
STAY = Moves()


@pytest.fixture
def library(tmp_path: Path) -> Law:
    (tmp_path / "us-ca").mkdir()
    (tmp_path / "us-ca" / "minimum_wage.toml").write_text(ITEM, "utf-8")
    (tmp_path / "families.toml").write_text('[state_minimum_wage]\nname = "Wages"\n')
    (tmp_path / "jurisdictions.toml").write_text('us-ca = "California"\n')
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "state.toml").write_text('[state]\ncites = "A"\nhost = "secondary"\n')
    return load(tmp_path)


def step(text: str = STEP, day: dt.date | None = None) -> Step:
    return read_step(text.encode(), day)


def refusals(content: bytes | str) -> list[tuple[str, str]]:
    with pytest.raises(ImportRefusedError) as raised:
        read_step(content if isinstance(content, bytes) else content.encode())
    return [(problem.field, problem.code) for problem in raised.value.problems]


def test_a_step_is_added_at_the_end_as_it_was_written(library: Law) -> None:
    made = with_step(ITEM, step(), STAY, library)
    assert made == ITEM + "\n" + STEP[STEP.index("[[versions]]") :]


def test_the_last_days_move_where_they_are_told_to(library: Law) -> None:
    moves = Moves(confirmed_on=DAY, known_through=dt.date(2027, 12, 31))
    made = with_step(ITEM, step(), moves, library)
    assert made.startswith(ITEM)
    assert made.endswith(
        "\n[[moved]]\nrecorded_on = 2026-12-01\nconfirmed_on = 2026-12-01\nknown_through = 2027-12-31\n"
    )


def test_a_last_day_never_moves_back(library: Law) -> None:
    with pytest.raises(ImportRefusedError, match="never moves back"):
        with_step(ITEM, step(), Moves(known_through=dt.date(2026, 11, 20)), library)


def test_a_version_without_a_day_of_recording_takes_the_one_given() -> None:
    bare = STEP.replace("recorded_on = 2026-12-01\n", "")
    assert refusals(bare) == [("version 1", "recorded_on")]
    assert step(bare, DAY).versions[0]["recorded_on"] == DAY
    assert "[[versions]]\nrecorded_on = 2026-12-01\neffective_on" in step(bare, DAY).text


def test_a_version_keeps_its_own_day_of_recording() -> None:
    assert step(STEP, dt.date(2026, 12, 31)).versions[0]["recorded_on"] == DAY


def test_line_ends_and_marks_of_other_systems_make_no_difference() -> None:
    assert read_step(b"\xef\xbb\xbf" + STEP.replace("\n", "\r\n").encode()) == step()


@pytest.mark.parametrize(
    "other",
    ["2026-01-01", "2027-02-01\nreplaces = 2026-01-01"],
)  # fmt: skip
def test_what_is_recorded_is_corrected_only_on_demand(library: Law, other: str) -> None:
    found = step(STEP.replace("2027-01-01", other))
    with pytest.raises(ImportRefusedError, match=r"2026-01-01 for general is already recorded, on "
                       r"2026-11-21: 16\.9; a correction needs --correct"):  # fmt: skip
        with_step(ITEM, found, STAY, library)
    made = with_step(ITEM, found, STAY, library, correct=True)
    assert made.startswith(ITEM)


def test_another_tier_of_a_recorded_day_is_no_contradiction(library: Law) -> None:
    found = step(STEP.replace("2027-01-01", "2026-01-01").replace("general", "small"))
    assert with_step(ITEM, found, STAY, library)
    every = step(STEP.replace("2027-01-01", "2026-01-01").replace('tiers = ["general"]\n', ""))
    with pytest.raises(ImportRefusedError, match="already recorded"):
        with_step(ITEM, every, STAY, library)


def test_a_correction_is_recorded_later_than_what_it_corrects(library: Law) -> None:
    same_day = STEP.replace("2027-01-01", "2026-01-01").replace("2026-12-01", "2026-11-21")
    with pytest.raises(ImportRefusedError, match="two versions of 2026-01-01"):
        with_step(ITEM, step(same_day), STAY, library, correct=True)


def test_a_record_is_never_dated_back(library: Law) -> None:
    with pytest.raises(ImportRefusedError, match="before the last record, of 2026-11-21"):
        with_step(ITEM, step(STEP.replace("2026-12-01", "2026-11-20")), STAY, library)


def test_a_step_is_not_added_twice(library: Law) -> None:
    once = with_step(ITEM, step(), STAY, library)
    with pytest.raises(ImportRefusedError, match="word for word"):
        with_step(once, step(), STAY, library)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"general"', '"everyone"', "tier that is not listed"),
        ("value = 17.40", 'value = "17.40"', "not a finite number"),
        ("value = 17.40", "valeu = 17.40", "unknown entries"),
        ("2027-01-01", '"2027-01-01"', "is not a day"),
        ('"single_source"', '"certain"', "certain"),
        ('"single_source"', '"statute"', "statute"),
        ('"single_source"', '"single_source"\nsource = "nowhere"', "unknown source 'nowhere'"),
        ('"single_source"', '"single_source"\nreplaces = 2020-01-01', "no version of 2020-01-01"),
    ],
)
def test_a_step_that_the_law_files_do_not_take_is_refused(
    library: Law, old: str, new: str, why: str
) -> None:
    with pytest.raises(ImportRefusedError, match=why):
        with_step(ITEM, step(STEP.replace(old, new)), STAY, library, correct=True)


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (b"", [("key", "missing"), ("versions", "missing")]),
        (b"\xff", [("line 1", "not_text")]),
        (b"key = 'us.x'\n\n\xff", [("line 3", "not_text")]),
        (b"x" * (MAX_BYTES + 1), [("", "too_large")]),
        (b"<!DOCTYPE html><html>", [("", "not_toml")]),
        (b"effective_on;value\n2027-01-01;17,40\n", [("", "not_toml")]),
        (b"a = " + b"[" * 900_000, [("", "not_toml")]),
        (b'key = "us.x"\nversions = "x"', [("versions", "missing")]),
        (b'key = "us.x"\nversions = []', [("versions", "missing")]),
        (b'key = "us.x"\nversions = [1]', [("version 1", "form")]),
        (b'key = 7\n[[versions]]\neffective_on = 2027-01-01\nchecked = "x"', [("key", "missing")]),
        (b'key = "us.x"\nname = "x"\n[[versions]]\neffective_on = 1\nchecked = "x"', [("name", "unknown")]),
        (b'key = "us.x"\nversions = [{effective_on = 2027-01-01, checked = "x"}]', [("versions", "form")]),
        (b'key = "us.x"\n[[versions]]\nvalue = 1', [("version 1", "missing")] * 2),
    ],
)  # fmt: skip
def test_what_is_no_step_is_refused(content: bytes, problems: list[tuple[str, str]]) -> None:
    assert refusals(content) == problems


@pytest.mark.parametrize("number", ["nan", "inf", "1e999999999", "-1e99", "1e-99", "9" * 30])
def test_a_number_that_no_law_names_is_refused_before_it_is_computed(number: str) -> None:
    wrong = STEP.replace("17.40", number)
    assert refusals(wrong) == [("version 1, value", "value")]
    in_terms = STEP.replace("value = 17.40", f"terms = {{ percent = {number} }}")
    assert refusals(in_terms) == [("version 1, percent", "value")]


@given(st.lists(st.dates(dt.date(2026, 1, 2), dt.date(2029, 1, 1)), min_size=1, unique=True))
def test_every_version_of_a_step_is_in_the_file_and_nothing_else_changed(
    days: list[dt.date],
) -> None:
    table = STEP[STEP.index("[[versions]]") :]
    many = 'key = "us-ca.minimum_wage"\n' + "\n".join(
        table.replace("2027-01-01", str(day)) for day in days
    )
    made = ITEM + "\n" + step(many).text
    old, new = tomli.loads(ITEM), tomli.loads(made)
    assert new.pop("versions") == old.pop("versions") + list(
        tomli.loads(step(many).text)["versions"]
    )
    assert new == old
    assert [version["effective_on"] for version in step(many).versions] == days
