"""Answers as they are handed in, to ask which remedies may be open; nothing of it is stored.

Every field may be left out. A day is a text: ``2019``, ``2019-05`` or ``2019-05-07``.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from marshmallow import ValidationError, fields, post_load, validate

from remedies.errors import InvalidEntryError, Problem, UnreadableError
from remedies.facts.answers import (
    MOST_STATUTES,
    Answers,
    Around,
    Court,
    Employees,
    Employer,
    JobProgram,
    Known,
    Paid,
    Prosecution,
    Received,
    Work,
    answers_problems,
    around,
)
from remedies.wire.entries_schema import Form
from remedies.wire.fields import MESSAGES, Said, Text, Word
from remedies.wire.mending import apart_from, first, flattened

_MOST_PLACES: Final = 60
_NO_LIST: Final = MESSAGES | {"invalid": Said("wrong_type", "must be a list")}


class About(fields.String):
    """A day, known to the year, the month or the day: ``"2019"``, ``"2019-05"``, ``"2019-05-07"``."""

    def __init__(self, says: str) -> None:
        """Describe the pattern for the schema document."""
        pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
        metadata = {"description": says, "pattern": pattern, "examples": ["2019-05"]}
        super().__init__(load_default=None, error_messages=MESSAGES, metadata=metadata)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> Around:  # type: ignore[override]  # noqa: ANN401, ARG002 - marshmallow's signature
        found = around(value) if isinstance(value, str) else None
        if found is None:
            message = 'must be a year, month or day such as "2019", "2019-05" or "2019-05-07"'
            raise ValidationError(Said("not_a_day", message))
        return found


def _word(of: type[StrEnum], default: StrEnum, says: str) -> Word:
    return Word.of(of, load_default=default, metadata={"description": says})


def _known(says: str) -> Word:
    return _word(Known, Known.UNKNOWN, says)


def _list(of: fields.Field[Any], most: int, says: str) -> fields.List[Any]:
    many = validate.Length(max=most, error=Said("too_many", f"has more than {most} entries"))
    return fields.List(
        of,
        load_default=list,
        error_messages=_NO_LIST,
        validate=many,
        metadata={"description": says},
    )


class AnswersSchema(Form):
    """What one person answers; what is left out is not known."""

    kinds_of_work = _list(Word.of(Work), len(Work), "every kind of work that it was")
    forced = _known("made to work or to sell sex by force, threats, tricks or debt")
    state = Text(load_default="", metadata={"description": "where it was: US-CA"})
    other_states = _list(Text(), _MOST_PLACES, "other states where it was")
    began_on = About("when it began")
    ended_on = About("when it ended")
    minor_then = _known("under 18 for any of it")
    turned_18_on = About("when the person turns or turned 18")
    employer = _word(Employer, Employer.UNKNOWN, "for whom the work was done")
    employees_band = _word(Employees, Employees.UNKNOWN, "how many people worked there")
    visa_program = _word(JobProgram, JobProgram.UNKNOWN, "a job program that brought the person")
    paid = _word(Paid, Paid.UNKNOWN, "how the work was paid")
    prosecution = _word(Prosecution, Prosecution.UNKNOWN, "how far a criminal case has come")
    court = _word(Court, Court.UNKNOWN, "whose court has it")
    sentenced_on = About("the day of the sentence")
    statutes = _list(Text(), MOST_STATUTES, "the laws charged: 18 U.S.C. § 1589")
    reported_to_police = _known("reported to the police")
    reported_on = About("the day of the report")
    property_seized = _known("the government took money or things")
    debt_in_name = _known("debts in the person's name")
    discrimination = _known("treated worse because of sex, race or where the person comes from")
    injured = _known("costs for care")
    arrested_for_it = _known("arrested for something that the person was made to do")
    on_tribal_land_or_member = _known("tribal land or a tribe is part of it")
    outside_us = _known("part of it was outside the United States")
    received = _list(
        Word.of(Received), len(Received), "money that came already; none stands alone"
    )

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Answers:
        """Return the answers."""
        for name in ("kinds_of_work", "received"):
            data[name] = frozenset(data[name])
        for name in ("other_states", "statutes"):
            data[name] = tuple(dict.fromkeys(data[name]))
        return Answers(**data)


class QuestionSchema(Form):
    """The question which remedies may be open: answers and, for figures, a claim."""

    answers = fields.Nested(AnswersSchema, required=True, error_messages=MESSAGES)
    claim = fields.Dict(
        load_default=None,
        error_messages=MESSAGES | {"invalid": Said("wrong_type", "must be an object")},
        metadata={"description": "a claim as /v1/assessments takes it"},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The answers, and a claim's document that was not read yet."""

    answers: Answers
    claim: Mapping[str, Any] | None = None


def read_answers(document: object, as_of: dt.date) -> Answers:
    """Return the answers in a document as ``read_json`` returned it, or of a page's form.

    Raises:
        InvalidEntryError: fields are unknown or wrong, or contradict each other; all at once, by name.
        UnreadableError: the document is not an object.

    """
    if not isinstance(document, dict):
        message = "answers are a JSON object"
        raise UnreadableError(message, code="not_an_object")
    return _checked(_answers(document, ""), as_of, "")


def read_question(document: object, as_of: dt.date) -> Question:
    """Return the question in a document as ``read_json`` returned it.

    Raises:
        InvalidEntryError: fields are missing, unknown or wrong, or contradict each other; all at once.
        UnreadableError: the document is not an object.

    """
    if not isinstance(document, dict):
        message = "the question is a JSON object"
        raise UnreadableError(message, code="not_an_object")
    try:
        found = QuestionSchema().load(document)
    except ValidationError as error:
        wrong = flattened(error.messages)
        more = _contradictions(document.get("answers"), as_of, wrong)
        raise InvalidEntryError(first([*wrong, *more])) from None
    return Question(answers=_checked(found["answers"], as_of, "answers."), claim=found["claim"])


def _answers(document: Mapping[str, Any], path: str) -> Answers:
    try:
        found: Answers = AnswersSchema().load(document)
    except ValidationError as error:
        raise InvalidEntryError(first(flattened(error.messages, path))) from None
    return found


def _checked(answers: Answers, as_of: dt.date, path: str) -> Answers:
    problems = [_under(path, problem) for problem in answers_problems(answers, as_of)]
    if problems:
        raise InvalidEntryError(first(problems))
    return answers


def _contradictions(document: object, as_of: dt.date, wrong: list[Problem]) -> list[Problem]:
    """Return what contradicts itself among the answers that can be read, beside what is wrong."""
    if not isinstance(document, dict):
        return []
    bad = {problem.field.removeprefix("answers.").partition("[")[0] for problem in wrong}
    known = {k: v for k, v in document.items() if k in AnswersSchema().fields and k not in bad}
    try:
        found: Answers = AnswersSchema().load(known)
    except ValidationError:
        return []
    problems = [_under("answers.", problem) for problem in answers_problems(found, as_of)]
    return list(apart_from(wrong, problems))


def _under(path: str, problem: Problem) -> Problem:
    return Problem(path + problem.field, problem.code, problem.message)
