"""The journal's text: every kind of entry round-trips exactly, and the same entry is the same bytes."""

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remedies.errors import UnreadableError
from remedies.facts.convictions import Statute
from remedies.ledger.entries import (
    KINDS,
    Applied,
    Body,
    Convicted,
    Defendant,
    Entry,
    Fund,
    Method,
    Payment,
    Victim,
)
from remedies.wire.entries import bodies_of, body_json, body_of, entry_json, entry_of
from remedies.wire.entries_shapes import MOST_CENTS, Shape, What, members

CENTS = st.integers(-MOST_CENTS, MOST_CENTS)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
STATUTES = st.builds(
    Statute,
    st.integers(1, 54),
    st.from_regex(r"[1-9][0-9]{0,3}[A-Z]?", fullmatch=True),
    st.from_regex(r"(\([0-9a-z]{1,3}\)){0,2}", fullmatch=True),
)


def values(shape: Shape) -> st.SearchStrategy[Any]:
    match shape.what:
        case What.MONEY | What.COUNT:
            return CENTS
        case What.FLAG:
            return st.booleans()
        case What.DAY:
            return st.dates()
        case What.STATUTE:
            return STATUTES
        case What.WORD:
            return st.sampled_from(shape.of)
        case What.AMOUNTS | What.OPTIONS:
            amounts = shape.what is What.AMOUNTS
            keys = st.sampled_from(shape.of) if shape.of else TEXT
            return st.dictionaries(keys, CENTS if amounts else TEXT, max_size=3)
        case What.LIST:
            return st.lists(values(shape.of), max_size=3).map(tuple)
        case What.OBJECT:
            return objects(shape.of)
        case _:
            return TEXT


def objects(made: type) -> st.SearchStrategy[Any]:
    needed = {m.name: values(m.shape) for m in members(made) if m.required}
    rest = {m.name: values(m.shape) for m in members(made) if not m.required}
    return st.fixed_dictionaries(needed, optional=rest).map(lambda given: made(**given))


BODIES = st.sampled_from(list(KINDS.values())).flatmap(objects)


@given(body=BODIES)
def test_what_was_entered_comes_back_from_its_text_and_its_text_from_it(body: Body) -> None:
    text = body_json(body)

    again = body_of(body.kind, text)

    assert again == body
    assert body_json(again) == text


@given(bodies=st.lists(BODIES, max_size=5))
def test_texts_read_together_are_read_as_each_alone(bodies: list[Body]) -> None:
    texts = [(body.kind, body_json(body)) for body in bodies]

    assert bodies_of(texts) == bodies


@pytest.mark.parametrize(
    "hostile",
    [
        '{"reference":"V-1"},{"reference":"V-2"}',
        "{}",
        '{"reference":7}',
        "[",
        '{"reference":"V-1"}]',
    ],
)
def test_one_text_that_cannot_be_read_among_others_is_refused(hostile: str) -> None:
    sound = ("victim", '{"reference":"V-1"}')

    with pytest.raises(UnreadableError):
        bodies_of([sound, ("victim", hostile), sound])


@pytest.mark.parametrize("shares", ['{"V-1":"1"}', '{"V-1":null}', '{"V-1":1.5}', "7", "[1]"])
def test_a_proven_text_must_still_have_amounts_that_add_up(shares: str) -> None:
    with pytest.raises(UnreadableError):
        bodies_of([("disbursement", f'{{"reference":"DIS-1","shares":{shares}}}')])


@given(
    entry=st.builds(
        Entry,
        seq=st.integers(1, 10**6),
        body=BODIES,
        corrects=st.none() | st.integers(1, 10**6),
        recorded_at=st.none() | st.datetimes(timezones=st.just(dt.UTC)),
        actor=TEXT,
    )
)
def test_an_entry_comes_back_from_its_text(entry: Entry) -> None:
    assert entry_of(entry_json(entry)) == entry


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_every_field_of_every_kind_comes_back(kind: str, data: st.DataObject) -> None:
    made: type[Body] = KINDS[kind]
    given_values = {m.name: data.draw(values(m.shape)) for m in members(made)}

    again = body_of(kind, body_json(made(**given_values)))

    for field in dataclasses.fields(again):
        assert getattr(again, field.name) == given_values[field.name]


def test_the_text_is_canonical() -> None:
    body = Payment(
        reference="PAY-1",
        obligor="D-1",
        amount=12345,
        method=Method.CARD,
        applied=Applied(principal={"V-2": 2, "V-1": 12000}, funds={Fund.FINE: 343}),
    )

    assert body_json(body) == (
        '{"amount":12345,"applied":{"funds":{"fine":343},"principal":{"V-1":12000,"V-2":2}},'
        '"method":"card","obligor":"D-1","reference":"PAY-1"}'
    )


def test_a_statute_is_its_citation_and_what_is_as_without_it_is_left_out() -> None:
    conviction = Convicted(statute=Statute(18, "1589"), begins_on=dt.date(2012, 1, 3))

    text = body_json(Defendant(reference="D-1", convictions=(conviction,)))

    assert text == (
        '{"convictions":[{"begins_on":"2012-01-03","statute":"18 U.S.C. § 1589"}],"reference":"D-1"}'
    )


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("victim", "{"),
        ("victim", "[]"),
        ("victim", "{}"),
        ("victim", '{"reference":7}'),
        ("victim", '{"reference":"V-1","unheard_of":"x"}'),
        ("victim", '{"reference":"V-1","losses":"unheard_of"}'),
        ("victim", '{"reference":"V-1","discovered_on":"20190101"}'),
        ("victim", '{"reference":"V-1","discovered_on":5}'),
        ("victim", "[" * 100_000),
        ("nothing", "{}"),
        ("defendant", '{"indigent":1,"reference":"D-1"}'),
        ("refund", '{"amount":1.5,"payment":"PAY-1","reference":"R-1"}'),
        ("refund", '{"amount":1e999,"payment":"PAY-1","reference":"R-1"}'),
        ("refund", '{"amount":NaN,"payment":"PAY-1","reference":"R-1"}'),
        ("refund", '{"amount":true,"payment":"PAY-1","reference":"R-1"}'),
        ("refund", '{"amount":100000000000000,"payment":"PAY-1","reference":"R-1"}'),
        ("disbursement", '{"reference":"DIS-1","shares":{"V-1":true}}'),
        ("disbursement", '{"reference":"DIS-1","shares":{"V-1":100000000000000}}'),
        ("disbursement", '{"reference":"DIS-1","shares":[]}'),
    ],
)
def test_a_text_of_another_shape_is_refused_and_not_repeated(kind: str, text: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        body_of(kind, text)

    assert "unheard_of" not in str(refused.value)


def test_a_refusal_names_the_field_in_its_place() -> None:
    text = '{"convictions":[{"statute":"18 USC 1589"},{"statute":"the law"}],"reference":"D-1"}'

    with pytest.raises(UnreadableError, match=r"convictions\.1\.statute"):
        body_of("defendant", text)


@pytest.mark.parametrize("text", ["{}", "[]", '{"seq":1}', '{"seq":"1","on":"2020-01-01"}'])
def test_a_text_that_is_no_entry_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="not an entry"):
        entry_of(text)


def test_an_instant_without_a_time_zone_is_refused() -> None:
    entry = Entry(
        seq=1,
        on=dt.date(2020, 1, 1),
        body=Victim(reference="V-1"),
        recorded_at=dt.datetime(2020, 1, 1),  # noqa: DTZ001 - that is the case
    )

    with pytest.raises(ValueError, match="time zone"):
        entry_json(entry)
