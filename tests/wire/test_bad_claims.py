"""Each bad value is refused, with its exact field and a stable code, and nothing of it is repeated."""

import pytest

from tests.wire.claims import GONE, WHOLE, named, problems, spoiled

SECRET = "Maria-Secret-1987"  # noqa: S105 - a name that no message may repeat
NOT_PLAIN = "not_a_plain_decimal"

NUMBERS = [
    "work[0].hours.per_workweek",
    "work[0].pay.amount",
    "work[0].pay.covers_hours",
    "work[0].paid.records[0].amount",
    "work[1].pay.rate",
    "work[1].paid.total",
    "work[2].hours.daily.mon",
    "gains[0].amount",
    "gains[1].days",
    "gains[1].acts_per_day",
    "gains[1].price",
    "gains[2].hours",
    "gains[2].rate",
    "gains[3].amount",
    "losses[0].amount",
]
HOSTILE_NUMBERS = [
    "NaN",
    "nan",
    "sNaN",
    "Infinity",
    "-Infinity",
    "1e999999",
    "1E5",
    "1_000",
    "1,000.00",
    "-0.00",
    "-1",
    "+1",
    " 1",
    "1 ",
    "1\n",
    "",
    ".5",
    "5.",
    "0x10",
    "1/2",
    "١٢",
    "\uff17.25",
    "1.00001",
    "9" * 5000,
    "0." + "9" * 5000,
    "1" * 13,
    "$5",
    "five",
    "\x00",
]
DATES = [
    "as_of",
    "charged_on",
    "convictions[0].from",
    "convictions[0].to",
    "work[0].from",
    "work[0].to",
    "work[0].away[0].from",
    "work[0].paid.records[0].on",
    "work[0].paid.records[0].for",
    "work[1].hours.records[0].on",
    "gains[0].from",
    "gains[1].to",
    "losses[0].from",
]
TEXTS = [
    "convictions[0].defendant",
    "work[0].place",
    "work[0].occupation",
    "work[0].exhibit",
    "work[0].away[0].why",
    "work[1].paid.exhibit",
    "gains[2].exhibit",
    "losses[1].exhibit",
    "reference",
]
WORDS = [
    ("claim", "not_one_of"),
    ("circuit", "not_one_of"),
    ("work[0].workweek_starts_on", "not_one_of"),
    ("work[0].hours.days", "not_one_of"),
    ("work[0].pay.basis", "not_one_of"),
    ("work[0].pay.per", "not_one_of"),
    ("work[0].evidence", "not_one_of"),
    ("work[0].coverage.group", "unknown_group"),
    ("gains[0].kind", "not_one_of"),
    ("losses[0].category", "not_one_of"),
]
FLAGS = ["losses[1].future", "work[0].coverage.proven", "work[0].coverage.lives_in"]
OBJECTS = [
    "convictions[0]",
    "positions",
    "work[0]",
    "work[0].hours",
    "work[2].hours.daily",
    "work[1].hours.records[0]",
    "work[0].pay",
    "work[0].paid",
    "work[0].paid.records[0]",
    "work[0].coverage",
    "work[0].away[0]",
    "work[0].bonuses[0]",
    "gains[0]",
    "losses[0]",
]
LISTS = [
    "convictions",
    "work",
    "gains",
    "losses",
    "work[0].away",
    "work[0].bonuses",
    "work[0].hours.days",
    "work[1].hours.records",
    "work[0].paid.records",
]
REQUIRED = [
    "claim",
    "reference",
    "as_of",
    "convictions",
    "convictions[0].statute",
    "work[0].from",
    "work[0].to",
    "work[0].hours",
    "work[0].pay",
    "work[0].pay.basis",
    "work[0].pay.amount",
    "work[0].pay.per",
    "work[0].hours.per_workweek",
    "work[0].paid",
    "work[0].paid.records[0].on",
    "work[0].paid.records[0].amount",
    "work[0].away[0].from",
    "work[0].away[0].to",
    "work[1].hours.records[0].on",
    "work[1].hours.records[0].start",
    "work[1].hours.records[0].end",
    "work[1].pay.rate",
    "gains[0].kind",
    "gains[0].amount",
    "gains[1].from",
    "gains[1].days",
    "gains[1].price",
    "gains[2].rate",
    "losses[0].category",
    "losses[0].amount",
]


def _short(value: object) -> str:
    return repr(value)[:24]


def test_the_claim_to_spoil_is_sound() -> None:
    assert problems(WHOLE) == []


@pytest.mark.parametrize("value", HOSTILE_NUMBERS, ids=_short)
@pytest.mark.parametrize("field", NUMBERS)
def test_a_number_that_is_not_a_plain_decimal_is_refused(field: str, value: str) -> None:
    assert named(spoiled(field, value)) == [(field, NOT_PLAIN)]


@pytest.mark.parametrize("value", [7.25, 0, -1, 1e300, True, 10**400], ids=_short)
@pytest.mark.parametrize("field", NUMBERS)
def test_a_json_number_is_refused(field: str, value: object) -> None:
    assert named(spoiled(field, value)) == [(field, "not_a_string")]


@pytest.mark.parametrize("literal", [b"NaN", b"Infinity", b"-Infinity", b"1e999999", b"-0.0"])
def test_a_json_number_that_is_no_number_is_refused(literal: bytes) -> None:
    content = b'{"losses": [{"category": "medical", "amount": %s}]}' % literal
    assert ("losses[0].amount", "not_a_string") in named(content)


@pytest.mark.parametrize("value", [[], {}, ["7.25"]], ids=_short)
@pytest.mark.parametrize("field", NUMBERS)
def test_another_type_is_no_number(field: str, value: object) -> None:
    assert named(spoiled(field, value)) == [(field, "wrong_type")]


@pytest.mark.parametrize(
    "value",
    [
        "2012-13-01",
        "2012-02-30",
        "2012-1-1",
        "20120101",
        "2012-W01-1",
        "01/02/2012",
        "2012-01-01T00:00:00",
        "\u0662\u0660\u0661\u0662-\u0660\u0661-\u0660\u0661",
        " 2012-01-01",
        "today",
        "",
        7,
        True,
        [],
        {},
    ],
    ids=_short,
)
@pytest.mark.parametrize("field", DATES)
def test_what_is_no_day_of_the_calendar_is_refused(field: str, value: object) -> None:
    assert named(spoiled(field, value)) == [(field, "not_a_date")]


@pytest.mark.parametrize(
    "value", ["0000-01-01", "0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"]
)
@pytest.mark.parametrize("field", DATES)
def test_a_year_far_from_any_claim_is_refused(field: str, value: str) -> None:
    code = "not_a_date" if value.startswith("0000") else "out_of_range"
    assert named(spoiled(field, value)) == [(field, code)]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("a\x00b", "unprintable"),
        ("\ud800", "unprintable"),
        ("two\nlines", "unprintable"),
        ("\x1b[31m", "unprintable"),
        ("\u202eevil", "unprintable"),
        ("\u200b", "unprintable"),
        ("\ufeff", "unprintable"),
        ("x" * 201, "too_long"),
        ("x" * 100_000, "too_long"),
        (7, "wrong_type"),
        (True, "wrong_type"),
        ([], "wrong_type"),
        ({}, "wrong_type"),
    ],
    ids=_short,
)
@pytest.mark.parametrize("field", TEXTS)
def test_text_that_cannot_be_printed_or_is_no_text_is_refused(
    field: str, value: object, code: str
) -> None:
    assert named(spoiled(field, value)) == [(field, code)]


@pytest.mark.parametrize(
    "value",
    [
        "<b>x</b>",
        "file:///etc/passwd",
        "=1+1",
        "@SUM(A1)",
        "' OR 1=1",
        "{{ 7 * 7 }}",
        "é",
        "陳",
        "🙂",
    ],
)
def test_text_that_looks_like_something_else_is_text(value: str) -> None:
    assert named(spoiled("work[0].exhibit", value)) == []


@pytest.mark.parametrize(
    "value", ["Maria Lopez", "1987-01-02x/", "a" * 41, "", "-V", "V_", "V-", "V 1", "Ünal", "V@1"]
)
@pytest.mark.parametrize("field", ["reference", "convictions[0].defendant"])
def test_a_reference_is_a_pseudonym_and_no_name(field: str, value: str) -> None:
    assert named(spoiled(field, value)) == [(field, "not_a_reference")]


@pytest.mark.parametrize(
    "value", ["18 USC", "USC 1589", "18 USC 1589 and more", "1589", "18 USC ١٥٨٩", "18 CFR 9", ""]
)
def test_what_is_no_section_of_the_code_is_refused(value: str) -> None:
    field = "convictions[0].statute"
    assert named(spoiled(field, value)) == [(field, "not_a_statute")]


@pytest.mark.parametrize(("field", "code"), WORDS)
def test_a_word_outside_its_set_is_refused(field: str, code: str) -> None:
    value = ["mon", SECRET] if field.endswith("days") else SECRET
    assert named(spoiled(field, value)) == [(field, code)]


@pytest.mark.parametrize("value", ["true", "yes", 1, 0, "", []], ids=_short)
@pytest.mark.parametrize("field", FLAGS)
def test_only_true_and_false_are_flags(field: str, value: object) -> None:
    assert named(spoiled(field, value)) == [(field, "wrong_type")]


@pytest.mark.parametrize("value", [[], "x", 7, True], ids=_short)
@pytest.mark.parametrize("field", OBJECTS)
def test_what_must_be_an_object_is_refused_when_it_is_none(field: str, value: object) -> None:
    assert named(spoiled(field, value)) == [(field, "wrong_type")]


@pytest.mark.parametrize("value", [{}, "x", 7, True], ids=_short)
@pytest.mark.parametrize("field", LISTS)
def test_what_must_be_a_list_is_refused_when_it_is_none(field: str, value: object) -> None:
    assert named(spoiled(field, value)) == [(field, "wrong_type")]


@pytest.mark.parametrize("field", [*OBJECTS, *LISTS, *NUMBERS, *DATES, *TEXTS, *FLAGS])
def test_null_is_refused_or_the_same_as_a_field_left_out(field: str) -> None:
    assert named(spoiled(field, None)) in ([(field, "wrong_type")], named(spoiled(field, GONE)))


@pytest.mark.parametrize("field", REQUIRED)
def test_a_missing_field_is_named(field: str) -> None:
    assert named(spoiled(field, GONE)) == [(field, "required")]


@pytest.mark.parametrize(
    "where", ["", *(f"{field}." for field in OBJECTS if field != "positions")]
)
def test_an_unknown_field_is_named(where: str) -> None:
    assert named(spoiled(f"{where}surname", SECRET)) == [(f"{where}surname", "unknown_field")]


@pytest.mark.parametrize("name", ["<script>", "a b", "Σ", "x" * 41, "\x00", "na:me", "'", ""])
def test_an_unknown_field_with_an_odd_name_is_not_repeated(name: str) -> None:
    [problem] = problems({**WHOLE, name: SECRET})
    assert problem.code == "unknown_field"
    assert problem.field == "(a name that is not shown)"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("work[0].hours.per_workweek", "169", "too_many_hours"),
        ("work[0].hours.per_workweek", "168.0001", "too_many_hours"),
        ("work[0].hours.per_workweek", "144.01", "too_many_hours"),
        ("work[0].hours.per_workweek", "0", "out_of_range"),
        ("work[2].hours.daily.mon", "24.01", "too_many_hours"),
        ("work[0].pay.covers_hours", "0", "out_of_range"),
        ("work[0].pay.covers_hours", "168.5", "out_of_range"),
        ("work[0].hours.days", ["mon", "mon"], "duplicate_day"),
        ("work[0].to", "2011-12-31", "reversed_period"),
        ("convictions[0].to", "2011-12-31", "reversed_period"),
        ("work[0].away[0].to", "2012-01-09", "reversed_period"),
        ("gains[0].to", "2012-02-01", "reversed_period"),
        ("losses[0].to", "2011-12-31", "reversed_period"),
        ("gains[1].days", "15.5", "out_of_range"),
        ("work[1].hours.records[0].end", "08:00", "reversed_period"),
        ("work[1].hours.records[0].end", "25:00", "not_a_time"),
        ("work[1].hours.records[0].start", "8:00", "not_a_time"),
        ("work[1].hours.records[0].start", 8, "not_a_time"),
        ("work[1].hours.records[0].on", "2012-02-12", "outside_period"),
        ("work[1].hours.records[1]", {"on": "2012-02-06", "hours": "1"}, "duplicate_date"),
        ("work[0].coverage.lives_in", True, "inconsistent"),
    ],
    ids=_short,
)
def test_facts_that_contradict_themselves_are_refused(
    field: str, value: object, expected: str
) -> None:
    found = named(spoiled(field, value))
    assert (field if not isinstance(value, dict) else f"{field}.on", expected) in found
    assert all(name.startswith(field.split(".", maxsplit=1)[0]) for name, _ in found)


def test_more_hours_in_a_day_than_a_day_has_are_refused() -> None:
    for hours in ({"per_day": "24.5"}, {"per_day": "25", "days": ["mon"]}):
        found = named(spoiled("work[2].hours", hours))
        assert found == [("work[2].hours.per_day", "too_many_hours")]
    long = {"records": [{"on": "2012-02-06", "hours": "24.5"}]}
    found = named(spoiled("work[1].hours", long))
    assert found == [("work[1].hours.records[0].hours", "too_many_hours")]


def test_a_schedule_whose_days_do_not_add_up_to_its_total_is_refused() -> None:
    found = named(spoiled("work[2].hours.per_workweek", "16"))
    assert found == [("work[2].hours.per_workweek", "does_not_add_up")]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("work[0].hours.per_day", "8", [("work[0].hours.per_workweek", "does_not_belong")]),
        ("work[1].hours.days", ["mon"], [("work[1].hours.days", "does_not_belong")]),
        ("work[2].hours.days", ["mon"], [("work[2].hours.days", "does_not_belong")]),
        ("work[2].pay.rate", "7.25", [("work[2].pay.rate", "does_not_belong")]),
        ("work[0].pay.rate", "7.25", [("work[0].pay.rate", "does_not_belong")]),
        ("work[1].pay.covers_hours", "40", [("work[1].pay.covers_hours", "does_not_belong")]),
        ("work[0].paid.total", "5.00", [("work[0].paid", "exactly_one")]),
        ("work[1].paid.total", GONE, [("work[1].paid", "exactly_one")]),
        ("gains[0].price", "5.00", [("gains[0].price", "does_not_belong")]),
        ("gains[2].from", "2012-01-01", [("gains[2].from", "does_not_belong")]),
        (
            "work[1].hours.records[0].hours",
            "8",
            [
                ("work[1].hours.records[0].end", "does_not_belong"),
                ("work[1].hours.records[0].start", "does_not_belong"),
            ],
        ),
    ],
    ids=_short,
)
def test_a_field_that_has_no_use_beside_others_is_refused(
    field: str, value: object, expected: list[tuple[str, str]]
) -> None:
    assert named(spoiled(field, value)) == expected


def test_hours_of_every_day_that_are_zero_are_refused() -> None:
    found = named(spoiled("work[2].hours", {"daily": {"mon": "0"}}))
    assert found == [("work[2].hours.daily", "required")]


def test_periods_that_overlap_are_refused() -> None:
    found = named(spoiled("work[1].from", "2012-01-28"))
    assert ("work[1].from", "overlap") in found


def test_days_away_that_overlap_or_leave_the_period_are_refused() -> None:
    inside = {"from": "2012-01-11", "to": "2012-01-12"}
    assert named(spoiled("work[0].away[1]", inside)) == [("work[0].away[1]", "overlap")]
    outside = {"from": "2012-01-27", "to": "2012-01-29"}
    assert named(spoiled("work[0].away[1]", outside)) == [("work[0].away[1]", "outside_period")]


def test_a_record_in_days_away_is_refused() -> None:
    away = [{"from": "2012-02-06", "to": "2012-02-07"}]
    found = named(spoiled("work[1].away", away))
    assert found == [("work[1].hours.records[0].on", "while_away")]


def test_workweeks_that_change_their_start_without_two_weeks_between_are_refused() -> None:
    found = named(spoiled("work[1].workweek_starts_on", "monday"))
    assert found == [("work[1].workweek_starts_on", "workweek_changed")]


def test_work_after_the_day_of_the_claim_is_refused() -> None:
    found = named(spoiled("as_of", "2012-03-09"))
    assert found == [("work[2].to", "after_as_of")]


def test_work_before_the_law_and_after_it_is_refused_at_each_end() -> None:
    early = {**WHOLE["work"][2], "from": "1938-10-01", "to": "1938-10-20"}
    found = named({**WHOLE, "work": [early | {"coverage": {"group": "1938_act"}}]})
    assert found == [("work[0].from", "law_not_encoded"), ("work[0].to", "law_not_encoded")]
    late = {**WHOLE["work"][2], "from": "2026-11-01", "to": "2027-02-01"}
    found = named({**WHOLE, "as_of": "2027-06-01", "work": [late]})
    assert found == [("work[0].to", "law_not_encoded")]


def test_work_before_1978_without_a_coverage_group_is_refused() -> None:
    period = {**WHOLE["work"][2], "from": "1970-01-04", "to": "1970-01-10"}
    found = named({**WHOLE, "work": [period]})
    assert found == [("work[0].from", "law_not_encoded"), ("work[0].to", "law_not_encoded")]


def test_a_claim_of_three_hundred_years_is_refused_at_its_first_day() -> None:
    period = {**WHOLE["work"][2], "from": "1726-01-01", "to": "2025-12-31"}
    assert named({**WHOLE, "work": [period]}) == [("work[0].from", "out_of_range")]
    period["from"] = "1900-01-01"
    assert named({**WHOLE, "work": [period]}) == [("work[0].from", "law_not_encoded")]


def test_a_claim_without_anything_to_compute_from_is_refused() -> None:
    bare = {key: value for key, value in WHOLE.items() if key not in {"work", "gains", "losses"}}
    assert named(bare) == [("work", "required")]


def test_a_claim_without_a_conviction_is_refused() -> None:
    assert named(spoiled("convictions", [])) == [("convictions", "required")]


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ({"no_such_choice": "none"}, [("positions.no_such_choice", "unknown_position")]),
        ({"liquidated_damages": "triple"}, [("positions.liquidated_damages", "unknown_option")]),
        (
            {"max_granularity": "by_workweek"},
            [("positions.max_granularity", "option_not_computed")],
        ),
        (
            {"flsa_coverage_for_1593": "require_coverage"},
            [
                ("work[1].coverage.proven", "required"),
                ("work[2].coverage.proven", "required"),
            ],
        ),
    ],
    ids=_short,
)
def test_a_position_that_cannot_be_taken_is_refused(
    positions: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert named({**WHOLE, "positions": positions}) == expected


def test_a_limitation_without_the_day_of_the_charge_is_refused() -> None:
    document = spoiled("charged_on", GONE)
    document["positions"] = {"flsa_sol_in_1593": "two_years"}
    assert named(document) == [("charged_on", "required")]


@pytest.mark.parametrize("key", ["Liquidated_Damages", "a b", "x" * 61, "<b>", "\x00"])
def test_a_position_with_an_odd_name_is_refused_and_not_repeated(key: str) -> None:
    found = problems({**WHOLE, "positions": {key: "include"}})
    assert [problem.code for problem in found] == ["unknown_position"]
    assert key not in found[0].message


@pytest.mark.parametrize("value", [7, None, [], {}, "Include", SECRET], ids=_short)
def test_an_option_that_is_no_option_is_refused(value: object) -> None:
    [problem] = problems(spoiled("positions.liquidated_damages", value))
    assert problem.field == "positions.liquidated_damages"
    assert problem.code in {"unknown_position", "wrong_type"}


def test_all_problems_are_reported_at_once_in_the_order_of_their_fields() -> None:
    document = spoiled("work[0].hours.per_workweek", "NaN")
    document["losses"][0]["amount"] = 5
    document["surname"] = SECRET
    document["convictions"][0]["statute"] = "no"
    del document["as_of"]
    assert named(document) == [
        ("as_of", "required"),
        ("convictions[0].statute", "not_a_statute"),
        ("losses[0].amount", "not_a_string"),
        ("surname", "unknown_field"),
        ("work[0].hours.per_workweek", "not_a_plain_decimal"),
    ]


@pytest.mark.parametrize(
    "field", [*NUMBERS, *DATES, *FLAGS, *OBJECTS, *LISTS, *(field for field, _ in WORDS)]
)
def test_no_message_repeats_a_value(field: str) -> None:
    for value in (SECRET, [SECRET], {SECRET: SECRET}):
        for problem in problems(spoiled(field, value)):
            assert SECRET not in problem.message
            assert problem.message
