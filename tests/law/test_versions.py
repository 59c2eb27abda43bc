"""Two calendars: what was law on a day, as it was recorded on a day; corrections, gaps and ends."""

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remedies.errors import LawAbsentError, LawDataError, LawNotEncodedError
from remedies.law import Item, Law, load

HEAD = """
family = "state_minimum_wage"
name = "a wage"
unit = "USD/hour"
confirmed_on = 2020-06-01
known_through = 2020-12-31
"""
DEFAULTS = """
[defaults]
recorded_on = 2020-01-01
authority = "Cal. Lab. Code § 1182.12"
checked = "secondary"
"""
FIRST = "[[versions]]\neffective_on = 2000-01-01\nvalue = 5.00\n"
SECOND = "[[versions]]\neffective_on = 2010-01-01\nvalue = 6.00\n"
DAY = dt.timedelta(days=1)

Encode = Callable[..., Law]


@pytest.fixture
def encode(tmp_path: Path) -> Encode:
    def write(*versions: str, tiers: str = "", head: str = HEAD) -> Law:
        folder = tmp_path / "us-ca"
        folder.mkdir(exist_ok=True)
        (folder / "wage.toml").write_text("\n".join((head, tiers, DEFAULTS, *versions)))
        return load(tmp_path)

    return write


def on(law: Law, day: str, tier: str | None = None) -> Fraction:
    return law.on("us-ca.wage", dt.date.fromisoformat(day), tier).value


def refusal(law: Law, day: str, tier: str | None = None) -> LawNotEncodedError:
    with pytest.raises(LawNotEncodedError) as raised:
        on(law, day, tier)
    return raised.value


def test_a_version_applies_from_its_day_to_the_day_before_the_next(encode: Encode) -> None:
    law = encode(FIRST, SECOND)
    assert on(law, "2000-01-01") == on(law, "2009-12-31") == 5
    assert on(law, "2010-01-01") == on(law, "2020-12-31") == 6


def test_before_the_first_version_the_error_says_when_it_took_effect_and_how_to_add(
    encode: Encode,
) -> None:
    error = refusal(encode(FIRST), "1999-12-31")
    assert error.why == "the first version took effect on 2000-01-01"
    assert "us-ca/wage.toml" in error.how
    assert not isinstance(error, LawAbsentError)


def test_before_a_version_that_was_only_read_in_force_the_error_says_that(encode: Encode) -> None:
    error = refusal(encode(FIRST + 'begins = "by"\n'), "1999-12-31")
    assert "read in force on 2000-01-01" in error.why


def test_past_the_last_known_day_the_law_is_refused(encode: Encode) -> None:
    assert "through 2020-12-31 only" in refusal(encode(FIRST), "2021-01-01").why


def test_a_scheduled_step_past_the_last_known_day_is_not_yet_answered(encode: Encode) -> None:
    law = encode(FIRST, "[[versions]]\neffective_on = 2021-07-01\nvalue = 9.00\n")
    assert refusal(law, "2021-08-01").why == (
        "the law is encoded through 2020-12-31 only; 9 USD/hour is recorded as scheduled for 2021-07-01"
    )


def test_a_gap_is_refused_with_both_of_its_ends(encode: Encode) -> None:
    law = encode(FIRST + "ends_on = 2005-06-30\n", SECOND)
    assert on(law, "2005-06-30") == 5
    error = refusal(law, "2005-07-01")
    assert "known through 2005-06-30 only" in error.why
    assert "the next takes effect on 2010-01-01" in error.why
    assert refusal(law, "2009-12-31").why == error.why
    assert on(law, "2010-01-01") == 6


def test_after_a_repeal_the_law_is_known_to_be_absent(encode: Encode) -> None:
    law = encode(FIRST, '[[versions]]\neffective_on = 2010-01-01\nnone = "It was repealed."\n')
    error = refusal(law, "2010-01-01")
    assert isinstance(error, LawAbsentError)
    assert error.why == "It was repealed."
    assert not isinstance(refusal(law, "2021-01-01"), LawAbsentError)


def test_a_correction_adds_a_version_and_the_old_figure_can_be_had_again(encode: Encode) -> None:
    wrong, right = FIRST, FIRST.replace("5.00", "5.15") + "recorded_on = 2020-03-01\n"
    law = encode(wrong, right)
    assert on(law, "2004-01-01") == Fraction("5.15")
    assert on(law.as_recorded_on(dt.date(2020, 2, 29)), "2004-01-01") == 5
    assert on(law.as_recorded_on(dt.date(2020, 3, 1)), "2004-01-01") == Fraction("5.15")


def test_a_correction_of_the_day_withdraws_the_record_of_the_wrong_one(encode: Encode) -> None:
    moved = "[[versions]]\neffective_on = 2010-03-29\nvalue = 6.00\nrecorded_on = 2020-03-01\n"
    law = encode(FIRST, SECOND, moved + "replaces = 2010-01-01\n")
    assert on(law, "2010-03-28") == 5
    assert on(law, "2010-03-29") == 6
    assert on(law.as_recorded_on(dt.date(2020, 2, 1)), "2010-01-01") == 6


def test_what_replaces_a_version_that_is_not_there_is_refused(encode: Encode) -> None:
    with pytest.raises(LawDataError, match="no version of 2009-01-01"):
        on(encode(FIRST, SECOND + "replaces = 2009-01-01\n"), "2010-01-01")


def test_two_records_of_one_day_made_on_one_day_are_refused(encode: Encode) -> None:
    with pytest.raises(LawDataError, match="two versions of 2000-01-01"):
        on(encode(FIRST, FIRST.replace("5.00", "5.15")), "2001-01-01")


def test_before_anything_was_recorded_nothing_is_answered(encode: Encode) -> None:
    law = encode(FIRST).as_recorded_on(dt.date(2019, 12, 31))
    assert "nothing had been recorded by then" in refusal(law, "2001-01-01").why


def test_a_last_day_that_is_moved_leaves_earlier_refusals_as_they_were(encode: Encode) -> None:
    moved = "[[moved]]\nrecorded_on = 2021-02-01\nknown_through = 2021-12-31\n"
    law = encode(FIRST, moved)
    assert on(law, "2021-06-01") == 5
    assert law.item("us-ca.wage").confirmed_on == dt.date(2020, 6, 1)
    before = law.as_recorded_on(dt.date(2021, 1, 31))
    assert "through 2020-12-31 only" in refusal(before, "2021-06-01").why


def test_the_digest_of_an_earlier_day_is_what_it_was_then(encode: Encode, tmp_path: Path) -> None:
    (tmp_path / "us").mkdir()
    rule = '[[rules]]\nkey = "r"\nrecorded_on = 2020-01-01\nauthority = "18 U.S.C. § 1593"\n'
    (tmp_path / "us" / "rules.toml").write_text(rule + 'checked = "unverified"\n')
    before = encode(FIRST).digest(["us-ca.wage"])
    corrected = encode(FIRST, FIRST.replace("5.00", "5.15") + "recorded_on = 2020-03-01\n")
    assert corrected.digest(["us-ca.wage"]) != before
    assert corrected.as_recorded_on(dt.date(2020, 2, 1)).digest(["us-ca.wage"]) == before


GENERAL = '[tiers]\ngeneral = "all others"\nsmall = "small employers"\n'
OTHERS = '[tiers]\na = "group A"\nb = "group B"\n'


def tiered(day: str, value: str, tiers: str) -> str:
    return f"[[versions]]\neffective_on = {day}\nvalue = {value}\ntiers = {tiers}\n"


def test_a_question_without_a_tier_is_answered_from_the_general_one(encode: Encode) -> None:
    small, general = (
        tiered("2010-01-01", v, t) for v, t in (("5.50", '["small"]'), ("6.00", '["general"]'))
    )
    law = encode(FIRST, small, general, tiers=GENERAL)
    assert on(law, "2009-01-01", "small") == on(law, "2009-01-01") == 5
    assert on(law, "2010-01-01") == 6
    assert on(law, "2010-01-01", "small") == Fraction("5.50")


def test_without_a_general_tier_all_must_agree(encode: Encode) -> None:
    law = encode(
        tiered("2000-01-01", "5.00", '["a"]'),
        tiered("2001-01-01", "5.00", '["b"]'),
        tiered("2010-01-01", "6.00", '["b"]'),
        tiered("2012-01-01", "6.00", '["a"]'),
        tiers=OTHERS,
    )
    assert "name one of a, b" in refusal(law, "2000-06-01").why
    assert on(law, "2001-01-01") == on(law, "2009-12-31") == 5
    assert "name one of a, b" in refusal(law, "2010-01-01").why
    assert on(law, "2010-01-01", "a") == 5
    assert on(law, "2012-01-01") == 6


def test_what_the_law_provides_to_no_tier_is_absent_without_a_tier_too(encode: Encode) -> None:
    law = encode(
        tiered("2000-01-01", "5.00", '["a"]'),
        tiered("2000-01-01", "6.00", '["b"]'),
        '[[versions]]\neffective_on = 2010-01-01\nnone = "It was repealed."\n',
        tiers=OTHERS,
    )
    assert "name one of a, b" in refusal(law, "2005-01-01").why
    for tier in (None, "a", "b"):
        assert isinstance(refusal(law, "2010-01-01", tier), LawAbsentError)


def test_a_first_day_that_is_not_exact_is_not_said_to_be(encode: Encode) -> None:
    error = refusal(encode(FIRST + 'begins = "about"\n'), "1999-12-31")
    assert error.why.startswith("the first version took effect about 2000-01-01")


def test_where_one_tier_ends_all_no_longer_agree(encode: Encode) -> None:
    law = encode(
        tiered("2000-01-01", "5.00", '["a"]'),
        tiered("2000-01-01", "5.00", '["b"]') + "ends_on = 2004-12-31\n",
        tiers=OTHERS,
    )
    assert on(law, "2004-12-31") == 5
    refusal(law, "2005-01-01")
    assert on(law, "2005-01-01", "a") == 5


def test_an_unknown_tier_is_refused_by_name(encode: Encode) -> None:
    assert (
        "no coverage group 'large'"
        in refusal(encode(FIRST, tiers=GENERAL), "2001-01-01", "large").why
    )


def why(item: Item, day: str, tier: str | None = None) -> list[tuple[bool, str]]:
    found = item.explain(dt.date.fromisoformat(day), tier)
    return [(entry.applies, entry.why) for entry in found]


def test_the_explanation_says_of_every_version_why_it_applies_or_not(encode: Encode) -> None:
    law = encode(
        FIRST,
        SECOND,
        SECOND.replace("6.00", "6.10") + "recorded_on = 2020-02-01\n",
        tiered("2010-01-01", "5.50", '["small"]').replace("2010", "2011"),
        "[[versions]]\neffective_on = 2015-01-01\nvalue = 7.00\nends_on = 2016-12-31\n",
        tiers=GENERAL,
    )
    item = law.item("us-ca.wage")
    assert why(item, "2012-01-01") == [
        (False, "was followed by the version of 2010-01-01"),
        (False, "corrected by the record of 2020-02-01"),
        (True, "applies: in force from 2010-01-01"),
        (False, "is for small employers"),
        (False, "takes effect only on 2015-01-01"),
    ]
    assert why(item, "2017-01-01")[-1] == (
        False,
        "ended on 2016-12-31, or is known through that day only",
    )
    assert why(item, "2021-01-01")[-1][1].startswith("ended on")


@pytest.mark.parametrize(
    ("begins", "said"),
    [
        ("on", "takes effect only on 2010-01-01"),
        ("by", "was read in force on 2010-01-01; whether it was law earlier was not established"),
        ("about", "took effect about 2010-01-01; the exact day was not established"),
    ],
)
def test_the_explanation_does_not_say_more_of_a_first_day_than_is_known(
    encode: Encode, begins: str, said: str
) -> None:
    law = encode(FIRST, SECOND + f'begins = "{begins}"\n')
    assert why(law.item("us-ca.wage"), "2005-01-01")[1] == (False, said)


def test_what_is_known_to_be_missing_says_so(encode: Encode) -> None:
    head = 'family = "state_minimum_wage"\nname = "a wage"\nunit = "USD/hour"\nmissing = "Not found."\n'
    law = encode(head=head)
    assert refusal(law, "2001-01-01").why == "Not found."
    assert law.item("us-ca.wage").versions == ()


days = st.dates(dt.date(2000, 1, 1), dt.date(2020, 12, 31))


@given(
    steps=st.lists(
        st.tuples(
            days, st.dates(dt.date(2018, 1, 1), dt.date(2020, 12, 31)), st.integers(1, 9999)
        ),
        min_size=1,
        unique_by=(lambda step: (step[0], step[1]),),
    ),
    day=days,
    recorded=st.dates(dt.date(2018, 1, 1), dt.date(2020, 12, 31)),
)
def test_the_answer_is_the_last_record_of_the_last_day(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[dt.date, dt.date, int]],
    day: dt.date,
    recorded: dt.date,
) -> None:
    root = tmp_path_factory.mktemp("law")
    (root / "us-ca").mkdir()
    versions = [
        f"[[versions]]\neffective_on = {since}\nrecorded_on = {on}\nvalue = {cents / 100:.2f}\n"
        for since, on, cents in steps
    ]
    (root / "us-ca" / "wage.toml").write_text("\n".join((HEAD, DEFAULTS, *versions)))
    law = load(root).as_recorded_on(recorded)
    known = [step for step in steps if step[0] <= day and step[1] <= recorded]
    if not known:
        with pytest.raises(LawNotEncodedError):
            law.on("us-ca.wage", day)
        return
    since = max(step[0] for step in known)
    cents = max((step for step in known if step[0] == since), key=lambda step: step[1])[2]
    assert law.on("us-ca.wage", day).value == Fraction(cents, 100)
