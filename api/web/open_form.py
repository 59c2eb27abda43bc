"""The answers in a form of the page "what may be open": read, carried along, and what is wrong."""

from collections.abc import Iterator
from typing import Any

from werkzeug.datastructures import MultiDict

from api.web.open_questions import ASKED, STEPS, Sort, Step, step_of, without_orphans
from remedies.errors import FactsError, Problem

_MOST_WORDS = 20
_MONTHS = {field for step in STEPS if step.sort is Sort.MONTH for field in step.fields}
_LISTS = {field for step in STEPS if step.sort is Sort.MANY for field in step.fields}


def entered_in(form: MultiDict[str, str]) -> dict[str, Any]:
    """Return the answers in a form; one left empty or open is none."""
    found: dict[str, Any] = {}
    for field in ASKED:
        if field in _LISTS:
            said: Any = list(dict.fromkeys(form.getlist(field)))[:_MOST_WORDS]
        elif field in _MONTHS:
            said = _month(field, form)
        else:
            said = form.get(field, "").strip()
        if said and said != "unknown":
            found[field] = said
    return without_orphans(found)


def _month(field: str, form: MultiDict[str, str]) -> str:
    """Return a month or a year as the answers take it: typed now, or carried along."""
    year, month = (form.get(f"{field}.{part}", "").strip() for part in ("year", "month"))
    if f"{field}.year" not in form:
        return form.get(field, "").strip()
    return f"{year}-{month}" if month else year


def carried(entered: dict[str, Any], step: Step | None) -> Iterator[tuple[str, str]]:
    """Yield the hidden fields that carry the answers to all other questions."""
    for field, said in entered.items():
        if step is None or field not in step.fields:
            for word in said if isinstance(said, list) else [said]:
                yield field, word


def without(entered: dict[str, Any], step: Step) -> dict[str, Any]:
    """Return the answers without those to one question."""
    return {field: said for field, said in entered.items() if field not in step.fields}


def wrong_in(error: FactsError) -> tuple[Step | None, dict[str, str]]:
    """Return the first question whose answer cannot be used, and the code of what is wrong by field."""
    found = {_field(problem): problem.code for problem in error.problems}
    steps = (step_of(field) for field in found)
    asked = [step for step in steps if step is not None]
    return min(asked, key=STEPS.index, default=None), found


def _field(problem: Problem) -> str:
    """Return the field that a problem is about, without the place in a list."""
    return problem.field.removeprefix("answers.").split("[")[0].split(".")[0]
