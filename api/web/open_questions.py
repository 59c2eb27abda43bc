"""The questions of the page "what may be open": their order, which follow which, and their answers.

Words stand in the language files, under the names that are used here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from remedies.facts.answers import Answers, Court, Employees, Known, Paid, Prosecution, Work

Entered = Mapping[str, Any]
"""Answers as the page has them: a field's name to a word, a text or a list of words."""

_YES: Final = Known.YES.value
_HAS_CASE: Final = frozenset(Prosecution) - {
    Prosecution.NONE,
    Prosecution.REPORTED,
    Prosecution.UNKNOWN,
}


class Sort(StrEnum):
    """How a question is answered."""

    ONE = "one"
    MANY = "many"
    PLACE = "place"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One question; with a condition it is asked only where another answer calls for it."""

    name: str
    sort: Sort
    fields: tuple[str, ...]
    options: tuple[str, ...] = ()
    after: str = ""
    where: frozenset[str] = frozenset()

    def is_asked(self, entered: Entered) -> bool:
        """Return whether the answers so far call for it."""
        return not self.after or entered.get(self.after) in self.where


def _one(name: str, field: str, *options: str, **after: Any) -> Step:  # noqa: ANN401 - of a step
    return Step(name=name, sort=Sort.ONE, fields=(field,), options=options, **after)


def _yes_or_no(name: str, field: str) -> Step:
    return _one(name, field, _YES, Known.NO.value)


def _months(name: str, *fields: str, **after: Any) -> Step:  # noqa: ANN401 - of a step
    return Step(name=name, sort=Sort.MONTH, fields=fields, **after)


STEPS: Final = (
    Step(name="state", sort=Sort.PLACE, fields=("state",)),
    Step(
        name="work",
        sort=Sort.MANY,
        fields=("kinds_of_work",),
        options=tuple(each.value for each in Work),
    ),
    _yes_or_no("forced", "forced"),
    _yes_or_no("age", "minor_then"),
    _months("birthday", "turned_18_on", after="minor_then", where=frozenset({_YES})),
    _months("when", "began_on", "ended_on"),
    _one("pay", "paid", Paid.NOTHING, Paid.LESS, Paid.IN_FULL),
    _one(
        "case",
        "prosecution",
        *(each.value for each in Prosecution if each is not Prosecution.UNKNOWN),
    ),
    _one(
        "court",
        "court",
        Court.FEDERAL,
        Court.STATE,
        Court.TRIBAL,
        after="prosecution",
        where=_HAS_CASE,
    ),
    _months(
        "sentence",
        "sentenced_on",
        after="prosecution",
        where=frozenset({Prosecution.SENTENCED}),
    ),
    _yes_or_no("property", "property_seized"),
    _yes_or_no("debts", "debt_in_name"),
    _yes_or_no("arrests", "arrested_for_it"),
    _yes_or_no("unfair", "discrimination"),
    _one(
        "size",
        "employees_band",
        *(each.value for each in Employees if each is not Employees.UNKNOWN),
        after="discrimination",
        where=frozenset({_YES}),
    ),
    _yes_or_no("costs", "injured"),
    _yes_or_no("tribe", "on_tribal_land_or_member"),
)
BY_NAME: Final = {step.name: step for step in STEPS}
ASKED: Final = tuple(field for step in STEPS for field in step.fields)
"""Every field that the page asks for; whatever else a form holds is left where it is."""

assert set(ASKED) <= set(Answers.__slots__)  # noqa: S101 - a question without an answer is a slip


def step_of(field: str) -> Step | None:
    """Return the question that a field answers; None where the page does not ask for it."""
    return next((step for step in STEPS if field in step.fields), None)


def following(step: Step | None, entered: Entered) -> Step | None:
    """Return the next question that the answers call for; None after the last. None begins."""
    begin = 0 if step is None else STEPS.index(step) + 1
    return next((each for each in STEPS[begin:] if each.is_asked(entered)), None)


def before(step: Step, entered: Entered) -> Step | None:
    """Return the question before; None before the first."""
    earlier = reversed(STEPS[: STEPS.index(step)])
    return next((each for each in earlier if each.is_asked(entered)), None)


def place_among(step: Step, entered: Entered) -> tuple[int, int]:
    """Return which question it is, of how many that the answers call for."""
    asked = [each for each in STEPS if each is step or each.is_asked(entered)]
    return asked.index(step) + 1, len(asked)


def without_orphans(entered: Entered) -> dict[str, Any]:
    """Return answers without those whose question is no longer called for."""
    kept = dict(entered)
    for step in STEPS:
        if not step.is_asked(kept):
            for field in step.fields:
                kept.pop(field, None)
    return kept
