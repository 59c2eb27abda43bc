"""The forms in which entries are handed in and given out: what is read, refused, and said of them."""

import datetime as dt
import json
from typing import Any

import pytest
from apispec import APISpec
from hypothesis import given
from hypothesis import strategies as st

from remedies.errors import InvalidEntryError, UnreadableError
from remedies.facts.convictions import Statute
from remedies.ledger.entries import (
    KINDS,
    Convicted,
    Defendant,
    Entry,
    Liability,
    Order,
    Refund,
)
from remedies.wire import json_schema
from remedies.wire.entries_checks import entry_problems
from remedies.wire.entries_fields import cents, dollars
from remedies.wire.entries_schema import (
    CHOSEN,
    entry_document,
    entry_schema,
    form,
    read_form,
)
from remedies.wire.entries_shapes import MOST, MOST_CENTS, members
from remedies.wire.entries_words import says
from remedies.wire.reading import read_json

REFUND: dict[str, Any] = {
    "on": "2024-05-01",
    "reference": "R-1",
    "payment": "PAY-1",
    "amount": "1.00",
}


def read(kind: str, document: object) -> Any:  # noqa: ANN401
    return read_form(kind, read_json(json.dumps(document).encode(), whole_numbers=True))


def problems(kind: str, document: object) -> dict[str, str]:
    with pytest.raises(InvalidEntryError) as refused:
        read(kind, document)
    return {problem.field: problem.code for problem in refused.value.problems}


def test_a_form_is_read_into_its_kind() -> None:
    found = read(
        "defendant",
        {
            "on": "2023-06-12",
            "corrects": 3,
            "reference": "D-1",
            "indigent": False,
            "convictions": [{"statute": "18 USC 1589", "counts": 2, "from": "2021-01-10"}],
        },
    )

    assert (found.on, found.corrects) == (dt.date(2023, 6, 12), 3)
    assert found.body() == Defendant(
        reference="D-1",
        indigent=False,
        convictions=(
            Convicted(statute=Statute(18, "1589"), counts=2, begins_on=dt.date(2021, 1, 10)),
        ),
    )


def test_what_a_payment_is_applied_to_is_not_handed_in() -> None:
    form_of_payment = {"on": "2024-01-01", "obligor": "D-1", "amount": "10.05", "method": "cash"}

    found = read("payment", form_of_payment)

    assert found.values["amount"] == 1005
    assert found.values["reference"] == ""
    assert problems("payment", form_of_payment | {"applied": {}}) == {"applied": "unknown_field"}


def test_every_problem_is_named_by_its_field_at_once() -> None:
    found = problems(
        "order",
        {
            "on": "2024-02-30",
            "name": "Jane",
            "reference": "O 1",
            "awards": [{"obligee": "V-1", "amount": 5}, {"amount": "1e9"}],
            "liabilities": [
                {"obligor": "D-1", "judgment_on": "yesterday", "amounts": {"V-1": "-1", "V-2": 2}}
            ],
            "minimum_disbursement": "1.234",
        },
    )

    assert found == {
        "on": "not_a_date",
        "name": "unknown_field",
        "reference": "not_a_reference",
        "awards[0].amount": "not_a_string",
        "awards[1].amount": "not_a_plain_decimal",
        "awards[1].obligee": "required",
        "liabilities[0].judgment_on": "not_a_date",
        "liabilities[0].amounts.V-1": "not_a_plain_decimal",
        "liabilities[0].amounts.V-2": "not_a_string",
        "minimum_disbursement": "not_a_plain_decimal",
    }


HOSTILE_MONEY = [
    "1e9", "1e999999", "NaN", "Infinity", "1_000", "1,000", "-1", "-0.00", "+1", " 1", "1 ", "1.", ".5",
    "1.234", "1234567890123", "\u0663", "\uff11", "0x10", "", "1\n", "1.00\x00",
]  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE_MONEY)
def test_hostile_money_is_refused(hostile: str) -> None:
    assert problems("refund", REFUND | {"amount": hostile}) == {"amount": "not_a_plain_decimal"}
    shares = {"on": "2024-05-01", "shares": {"V-1": hostile}}
    assert problems("disbursement", shares) == {"shares.V-1": "not_a_plain_decimal"}


@pytest.mark.parametrize("number", [1, 1.5, 10**400, True])
def test_money_as_a_json_number_is_refused(number: object) -> None:
    content = json.dumps(REFUND | {"amount": number}).encode()

    with pytest.raises((InvalidEntryError, UnreadableError)):
        read_form("refund", read_json(content, whole_numbers=True))


@pytest.mark.parametrize(
    "hostile",
    [
        "",
        " ",
        "V 1",
        "V-1\n",
        "../V-1",
        "V/1",
        "-V",
        "V" * 61,
        "Jané",
        "V-1\x00",
        "<b>",
        7,
        None,
        ["V"],
    ],
)
def test_a_hostile_reference_is_refused(hostile: object) -> None:
    assert problems("victim", {"on": "2024-05-01", "reference": hostile}).keys() == {"reference"}


@pytest.mark.parametrize("text", ["a\x00b", "a\nb", "a\u202eb", "a\ud800b", "a\x85b", "x" * 201])
def test_a_text_with_control_characters_or_too_long_is_refused(text: str) -> None:
    found = problems("void", {"on": "2024-05-01", "corrects": 1, "why": text})

    assert found.keys() == {"why"}


@pytest.mark.parametrize("counted", ["2", 2.0, -1, 1.5, True, None, 10**15, 10**16])
def test_a_count_is_a_plain_whole_number(counted: object) -> None:
    conviction = {"statute": "18 USC 1589", "counts": counted}
    found = problems(
        "defendant", {"on": "2024-05-01", "reference": "D-1", "convictions": [conviction]}
    )

    assert found.keys() == {"convictions[0].counts"}


@pytest.mark.parametrize("document", [[], "x", None, 7])
def test_a_form_that_is_no_object_is_refused(document: object) -> None:
    with pytest.raises(UnreadableError):
        read("victim", document)


@pytest.mark.parametrize(
    "nested",
    [{"awards": {}}, {"awards": "x"}, {"awards": ["x"]}, {"awards": [None]}, {"liabilities": 7}],
)
def test_a_part_of_another_type_is_refused(nested: dict[str, object]) -> None:
    document: dict[str, object] = {
        "on": "2024-01-01", "reference": "O-1", "awards": [], "liabilities": [],
    }  # fmt: skip

    assert problems("order", document | nested)


def test_lists_and_tables_have_a_greatest_size() -> None:
    shares = {f"V-{place}": "0.01" for place in range(MOST + 1)}
    found = problems("disbursement", {"on": "2024-01-01", "shares": shares})
    assert found == {"shares": "too_many"}

    victims = [f"V-{place}" for place in range(MOST + 1)]
    document = {"on": "2024-01-01", "title": "x", "media_type": "text/plain", "victims": victims}
    assert problems("document", document) == {"victims": "too_many"}


def test_a_name_in_a_table_is_not_repeated() -> None:
    with pytest.raises(InvalidEntryError) as refused:
        read("disbursement", {"on": "2024-01-01", "shares": {"Jane Q. Public": "1.00"}})

    assert "Jane" not in repr(refused.value.problems)


@given(st.integers(0, MOST_CENTS))
def test_cents_are_dollars_and_back(amount: int) -> None:
    assert cents(dollars(amount)) == amount


def test_less_than_nothing_has_a_sign_and_a_dime_is_a_dime() -> None:
    assert dollars(-5) == "-0.05"
    assert cents("0.1") == 10
    assert cents("7") == 700


def test_what_is_given_out_can_be_handed_in_again() -> None:
    order = Order(
        reference="O-1",
        awards=(),
        liabilities=(
            Liability(obligor="D-1", judgment_on=dt.date(2024, 3, 4), amounts={"V-1": 100}),
        ),
    )
    given_out = entry_document(Entry(seq=7, on=dt.date(2024, 3, 4), body=order, actor="t"))

    handed_in = {k: v for k, v in given_out.items() if k not in {"seq", "kind", "actor"}}

    assert read("order", handed_in).body() == order


def test_what_is_not_known_is_left_out() -> None:
    entry = Entry(seq=7, on=dt.date(2024, 3, 4), body=Defendant(reference="D-1"))

    assert entry_document(entry) == {
        "seq": 7,
        "kind": "defendant",
        "on": "2024-03-04",
        "reference": "D-1",
        "person": "individual",
        "convictions": [],
        "actor": "",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_form_and_a_document_that_are_described(kind: str) -> None:
    plugin = json_schema.plugin()
    spec = APISpec("x", "1", "3.1.0", plugins=[plugin])
    json_schema.prepare(plugin)
    spec.components.schema("Form", schema=form(kind))
    spec.components.schema("Given", schema=entry_schema(kind))
    json_schema.explain(spec, plugin)

    schemas = spec.to_dict()["components"]["schemas"]

    for name, schema in schemas.items():
        assert schema["description"], name
        assert schema["additionalProperties"] is False or "properties" in schema
    assert json.dumps(schemas)
    assert "on" in schemas["Form"]["required"]
    assert ("reference" in schemas["Form"].get("required", ())) <= (kind not in CHOSEN)


@pytest.mark.parametrize("made", KINDS.values(), ids=KINDS)
def test_every_field_says_what_it_means(made: type) -> None:
    silent = [
        f"{made.__name__}.{member.name}"
        for member in members(made)
        if not says(made.__name__, member.name)
    ]

    assert silent == []


def test_texts_of_an_entry_from_elsewhere_are_held_to_the_limits_of_its_form() -> None:
    sound = Refund(reference="R-1", payment="PAY-1", amount=1)
    hostile = Refund(reference="Jane Public", payment="PAY\x00", amount=1)

    assert entry_problems(Entry(seq=1, on=dt.date(2024, 1, 1), body=sound)) == []
    found = entry_problems(Entry(seq=1, on=dt.date(2024, 1, 1), body=hostile, actor="a\nb"))
    assert [problem.field for problem in found] == ["reference", "payment", "actor"]
    assert "Jane" not in repr(found)


def test_a_whole_number_is_read_only_where_it_is_asked_for() -> None:
    assert read_json(b'{"a": 7}', whole_numbers=True) == {"a": 7}
    assert read_json(b'{"a": 7}') != {"a": 7}
    assert type(read_json(b"[" + b"9" * 16 + b"]", whole_numbers=True)) is list
    assert read_json(b"[9999999999999999]", whole_numbers=True) != [9999999999999999]
