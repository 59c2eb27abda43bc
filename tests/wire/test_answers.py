"""Answers and remedies on the wire: what is refused, by field, and what an answer looks like."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from remedies import law
from remedies.calculators.avenues import Avenue
from remedies.casework.remedies_open import remedies_open
from remedies.errors import FactsError, InvalidEntryError, UnreadableError
from remedies.facts.answers import FIELDS, Answers, Court, Known, Received, Work, around
from remedies.wire.answers import AnswersSchema, Question, read_answers, read_question
from remedies.wire.remedies_open import remedies_document
from remedies.wire.remedies_open_schema import RemediesSchema

TODAY = dt.date(2026, 11, 22)
EXAMPLES = Path(__file__).parents[2] / "examples"


def wrong(document: object) -> list[tuple[str, str]]:
    with pytest.raises(InvalidEntryError) as refused:
        read_answers(document, TODAY)
    return [(problem.field, problem.code) for problem in refused.value.problems]


def test_nothing_said_is_nothing_known() -> None:
    assert read_answers({}, TODAY) == Answers()


def test_what_was_said_is_read() -> None:
    said = {
        "kinds_of_work": ["domestic", "care"],
        "forced": "yes",
        "state": "US-CA",
        "began_on": "2019-05",
        "court": "federal",
        "received": ["none"],
    }
    assert read_answers(said, TODAY) == Answers(
        kinds_of_work=frozenset({Work.DOMESTIC, Work.CARE}),
        forced=Known.YES,
        state="US-CA",
        began_on=around("2019-05"),
        court=Court.FEDERAL,
        received=frozenset({Received.NONE}),
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-02-29", "2020-02-29", "2020-02-29"),
    ],
)
def test_a_day_is_as_exact_as_it_was_said(text: str, first: str, last: str) -> None:
    found = around(text)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)
    assert found.exact is (first == last)


@pytest.mark.parametrize(
    "text",
    ["", "19", "2019-13", "2019-02-29", "2019-5", "2019-05-07\n", "٢٠١٩", "0000", 2019, []],
)
def test_what_is_no_day_is_refused_under_its_field(text: object) -> None:
    [(field, code)] = wrong({"ended_on": text})
    assert field == "ended_on"
    assert code in {"not_a_day", "wrong_type"}


@pytest.mark.parametrize(
    ("said", "field", "code"),
    [
        ({"name": "x"}, "name", "unknown_field"),
        ({"forced": "maybe"}, "forced", "not_one_of"),
        ({"kinds_of_work": ["mining"]}, "kinds_of_work[0]", "not_one_of"),
        ({"kinds_of_work": "domestic"}, "kinds_of_work", "wrong_type"),
        ({"state": "California"}, "state", "unknown_place"),
        ({"state": "us-ca"}, "state", "unknown_place"),
        ({"other_states": ["US-ZZ"]}, "other_states", "unknown_place"),
        ({"statutes": ["forced labor"]}, "statutes[0]", "not_a_statute"),
        ({"received": ["none", "wages"]}, "received", "contradicts_itself"),
        ({"began_on": "2027"}, "began_on", "in_the_future"),
        ({"began_on": "1949-12"}, "began_on", "too_early"),
        ({"turned_18_on": "2045"}, "turned_18_on", "in_the_future"),
        ({"began_on": "2020-05", "ended_on": "2020-04"}, "ended_on", "reversed"),
        ({"prosecution": "charged", "sentenced_on": "2020"}, "sentenced_on", "not_sentenced"),
        ({"reported_to_police": "no", "reported_on": "2020"}, "reported_on", "not_reported"),
        (
            {"minor_then": "yes", "began_on": "2020-01-01", "turned_18_on": "2019"},
            "turned_18_on",
            "not_a_minor",
        ),
        (
            {"minor_then": "no", "began_on": "2018", "turned_18_on": "2019"},
            "turned_18_on",
            "a_minor",
        ),
    ],
)
def test_what_is_wrong_is_refused_by_its_field(
    said: dict[str, Any], field: str, code: str
) -> None:
    assert wrong(said) == [(field, code)]


def test_the_month_of_the_birthday_may_be_that_of_the_beginning() -> None:
    said = {"minor_then": "yes", "began_on": "2020-05", "turned_18_on": "2020-05"}
    assert read_answers(said, TODAY).minor_then is Known.YES


def test_no_message_repeats_what_was_said() -> None:
    with pytest.raises(InvalidEntryError) as refused:
        read_answers({"state": "Zanzibar", "forced": "Zanzibar", "began_on": "Zanzibar"}, TODAY)
    assert len(refused.value.problems) == 3 - 1
    assert "Zanzibar" not in str([problem.message for problem in refused.value.problems])


@pytest.mark.parametrize("document", [None, [], "answers", 3])
def test_what_is_no_object_is_refused(document: object) -> None:
    with pytest.raises(UnreadableError):
        read_answers(document, TODAY)
    with pytest.raises(UnreadableError):
        read_question(document, TODAY)


def test_a_question_names_all_that_is_wrong_at_once() -> None:
    document = {
        "answers": {"forced": "maybe", "state": "US-ZZ", "began_on": "2021", "ended_on": "2020"},
        "more": 1,
    }
    with pytest.raises(InvalidEntryError) as refused:
        read_question(document, TODAY)
    assert [problem.field for problem in refused.value.problems] == [
        "answers.ended_on",
        "answers.forced",
        "answers.state",
        "more",
    ]


def test_a_question_without_answers_is_refused() -> None:
    with pytest.raises(InvalidEntryError) as refused:
        read_question({}, TODAY)
    assert [(p.field, p.code) for p in refused.value.problems] == [("answers", "required")]


def test_the_document_is_as_its_schema_says() -> None:
    answers = read_answers(
        {"forced": "yes", "state": "US-KS", "began_on": "2020-02", "ended_on": "2024"}, TODAY
    )
    found = remedies_open(Question(answers=answers), TODAY)
    document = remedies_document(found, law.encoded(), TODAY)
    assert RemediesSchema().validate(json.loads(json.dumps(document))) == {}
    assert (document["as_of"], document["law_known_through"]) == ("2026-11-22", "2026-11-21")


def test_an_authority_that_is_weaker_marks_its_remedy() -> None:
    answers = read_answers({"forced": "yes"}, TODAY)
    found = remedies_open(Question(answers=answers), TODAY)
    document: Any = remedies_document(found, law.encoded(), TODAY)
    marks = {each["key"]: each["unverified"] for each in document["remedies"]}
    assert marks["civil_rico"] is True
    assert marks["wages_h2b"] is False


def test_a_claim_beside_the_answers_brings_its_figures() -> None:
    claim = json.loads((EXAMPLES / "two_accounts.json").read_text())
    question = read_question({"answers": {"forced": "yes"}, "claim": claim}, TODAY)
    found = {each.avenue: each for each in remedies_open(question, TODAY)}
    brings = {key: [each.key for each in remedy.brings] for key, remedy in found.items()}
    assert brings[Avenue.RESTITUTION_1593] == ["claim.restitution"]
    assert brings[Avenue.WAGES_FLSA] == brings[Avenue.WAGES_DOL] == ["claim.wages"]
    assert set(brings[Avenue.WAGES_STATE]) == {"claim.wages"}


def test_a_claim_that_cannot_be_used_is_refused_under_its_name() -> None:
    question = read_question({"answers": {}, "claim": {"claim": "1"}}, TODAY)
    with pytest.raises(FactsError) as refused:
        remedies_open(question, TODAY)
    assert {problem.field for problem in refused.value.problems} == {
        "claim.reference",
        "claim.as_of",
        "claim.convictions",
    }


def test_every_question_can_be_answered_and_no_other() -> None:
    assert set(AnswersSchema().fields) == set(FIELDS)
