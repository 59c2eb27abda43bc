"""What is no JSON document, or too much of one, is refused in bounded work."""

import datetime as dt
import json
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from remedies import law
from remedies.errors import UnreadableError
from remedies.wire import MAX_BYTES, read_claim, read_json
from tests.wire.claims import WHOLE, named, problems

SOUND = json.dumps(WHOLE).encode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_json"),
        (b" ", "not_json"),
        (b"{", "not_json"),
        (b'{"claim": "1",}', "not_json"),
        (b"{'claim': '1'}", "not_json"),
        (b'{"claim": "1"} {}', "not_json"),
        (b'{"claim": "a\x00b"}', "not_json"),
        (b'{"claim": "a\nb"}', "not_json"),
        (b"undefined", "not_json"),
        (b"\xff\xfe{", "not_utf8"),
        (b'{"claim": "\xed\xa0\x80"}', "not_utf8"),
        (b'{"claim": "\xc0\x80"}', "not_utf8"),
        (b"[" * 10_000, "too_deep"),
        (b'{"a":' * 10_000, "too_deep"),
        (b"[" * 10_000 + b"]" * 10_000, "too_deep"),
        (b'{"work":' * 100_000 + b"1" + b"}" * 100_000, "too_deep"),
        (b'{"losses": "' + b"x" * 10_000_000 + b'"}', "too_large"),
        (b" " * (MAX_BYTES + 1), "too_large"),
        (b"null", "not_an_object"),
        (b"7", "not_an_object"),
        (b"NaN", "not_an_object"),
        (b'"text"', "not_an_object"),
        (b"[]", "not_an_object"),
        (b"[{}]", "not_an_object"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_no_claim_at_all_is_refused_with_its_reason(content: bytes, code: str) -> None:
    assert named(content) == [("", code)]
    with pytest.raises(UnreadableError) as raised:
        read_claim(read_json(content))
    assert raised.value.code == "unreadable"


def test_a_document_of_the_largest_size_is_read() -> None:
    padded = SOUND + b" " * (MAX_BYTES - len(SOUND))
    assert named(padded) == []


def test_a_field_that_is_given_twice_is_named() -> None:
    content = SOUND.replace(b'"reference": "V-1"', b'"reference": "V-1", "reference": "V-2"')
    assert named(content) == [("reference", "duplicate_key")]


def test_a_field_that_is_given_twice_inside_is_named_and_an_odd_name_is_not_repeated() -> None:
    content = b'{"losses": [{"amount": "1.00", "amount": "2.00", "a b": 1, "a b": 2}]}'
    assert named(content) == [
        ("amount", "duplicate_key"),
        ("(a name that is not shown)", "duplicate_key"),
    ]


def test_an_escaped_nul_and_a_lone_surrogate_are_refused_where_they_stand() -> None:
    for escape in (rb"\u0000", rb"\ud800", rb"\udc00\ud800"):
        content = SOUND.replace(b'"restaurant"', b'"' + escape + b'"')
        assert named(content) == [("work[0].occupation", "unprintable")]


def test_a_number_of_many_digits_is_not_converted() -> None:
    content = SOUND.replace(b'"60"', b"9" * 500_000)
    assert named(content) == [("work[0].hours.per_workweek", "not_a_string")]


def test_no_message_repeats_what_was_handed_in() -> None:
    for content in (b'{"Maria-Secret": ', b'"Maria-Secret" x', b"Maria-Secret \xff"):
        assert all("Maria" not in problem.message for problem in problems(content))


def _list_of(field: str, entry: dict[str, Any], count: int) -> bytes:
    return json.dumps(WHOLE | {field: [entry] * count}).encode()


@pytest.mark.parametrize(
    ("field", "entry"),
    [
        ("convictions", {"statute": "18 USC 1589"}),
        ("gains", {"kind": "receipts", "amount": "1.00"}),
        ("losses", {"category": "medical", "amount": "1.00"}),
    ],
)
def test_a_list_has_at_most_a_thousand_entries(field: str, entry: dict[str, Any]) -> None:
    assert named(_list_of(field, entry, 1000)) == []
    assert named(_list_of(field, entry, 1001)) == [(field, "too_many")]


def calls(action: Callable[[], object]) -> int:
    """Return how many Python functions an action calls: its work, whatever the machine."""
    count = 0

    def counting(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "content",
    [
        b'{"losses": "' + b"x" * 10_000_000 + b'"}',
        b"[" * 10_000,
        b'{"work":' * 100_000 + b"1" + b"}" * 100_000,
    ],
    ids=["10 MB", "10,000 deep", "100,000 deep"],
)
def test_too_much_of_a_document_is_refused_with_little_work(content: bytes) -> None:
    assert calls(lambda: named(content)) < 100


@pytest.mark.parametrize("first", ["1726-01-01", "1900-01-01"])
def test_a_claim_of_centuries_is_refused_with_no_more_work_than_a_short_one(first: str) -> None:
    short = {**WHOLE, "work": [WHOLE["work"][2]]}
    long = {**WHOLE, "work": [{**WHOLE["work"][2], "from": first, "to": "2025-12-31"}]}
    assert named(long)
    assert calls(lambda: named(long)) < calls(lambda: named(short))


def test_eighty_eight_years_of_equal_workweeks_have_no_more_lines_than_the_law_has_steps(
    computed: Callable[[dict[str, Any]], dict[str, Any]],
) -> None:
    period = {
        "from": "1938-10-30",
        "to": "2026-06-27",
        "hours": {"per_workweek": "70"},
        "pay": {"basis": "none"},
        "coverage": {"group": "1938_act"},
    }
    document = {key: WHOLE[key] for key in ("claim", "reference", "as_of", "convictions")}
    result = computed(document | {"work": [period]})
    assert len(result["workweeks"]) == 4574
    # A line for each stretch between the days on which the law changed for any group, and one for
    # each workweek that holds such a day.
    days = {
        day
        for key in ("us.minimum_wage", "us.overtime_threshold")
        for day in law.encoded().item(key).changes
    }
    assert len(result["bases"]) <= 2 * len(days) + 1


def _many(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    first = dt.date(1990, 1, 7)
    work = [
        {
            "from": (first + dt.timedelta(days=10 * n)).isoformat(),
            "to": (first + dt.timedelta(days=10 * n + 4)).isoformat(),
            "hours": {"per_workweek": "70"},
            "pay": {"basis": "none"},
            **fields,
        }
        for n in range(400)
    ]
    document = {key: WHOLE[key] for key in ("claim", "reference", "as_of", "convictions")}
    return document | {"work": work}


def test_twice_the_periods_and_losses_are_about_twice_the_work() -> None:
    lost = {"category": "lost_income", "amount": "1.00", "from": "1990-01-07", "to": "2000-01-01"}
    whole = _many(paid={"total": "100.00"}) | {"losses": [lost] * 400}
    half = whole | {"work": whole["work"][:200], "losses": whole["losses"][:200]}
    assert problems(whole) == []
    assert calls(lambda: problems(whole)) < 2.5 * calls(lambda: problems(half))


def test_the_mark_that_some_editors_put_before_a_text_is_read_over() -> None:
    assert read_json(b"\xef\xbb\xbf{}") == {}
