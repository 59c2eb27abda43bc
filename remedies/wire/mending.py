"""Everything that is to be mended in a claim that could not be read, found in one pass over what can be.

A claim with one wrong field still has facts that contradict each other or lie beyond the law encoded.
Each entry that can be read without its wrong fields is checked like those of a sound claim, so that
nobody has to send a claim twice to learn of a second problem.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from marshmallow import ValidationError

from remedies.calculators.choices import unknown_choices
from remedies.calculators.reach import reach
from remedies.errors import Problem
from remedies.facts import checks
from remedies.law import Law
from remedies.wire.base import Strict
from remedies.wire.fields import Day

AT_MOST = 500
"""How many problems are listed; the rest are counted."""

_STANDINS: Mapping[str, object] = {"hours": {"per_day": "1"}, "pay": {"basis": "none"}}
_DAY = Day()


def contradictions(
    document: Mapping[str, Any],
    schemas: Mapping[str, Strict],
    law: Law,
    wrong: Iterable[Problem] = (),
) -> Iterator[Problem]:
    """Yield what is wrong with the facts that can be read, each under its place in the claim.

    Nothing is said of a field that is ``wrong`` already, or of what holds it or lies in it.
    """
    known = {problem.field for problem in wrong}
    for problem in _found(document, schemas, law):
        if not any(
            _within(problem.field, field) or _within(field, problem.field) for field in known
        ):
            yield problem


def _within(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith((f"{outer}.", f"{outer}["))


def _found(
    document: Mapping[str, Any], schemas: Mapping[str, Strict], law: Law
) -> Iterator[Problem]:
    found = {name: _readable(document.get(name), schema) for name, schema in schemas.items()}
    yield from checks.problems(as_of=_day(document.get("as_of")), **found)
    yield from reach(found["work"], law)
    positions = document.get("positions")
    if isinstance(positions, dict) and len(positions) <= AT_MOST:
        named = {k: v for k, v in positions.items() if k in law.positions and isinstance(v, str)}
        yield from unknown_choices(named, law)


def _day(value: object) -> dt.date | None:
    try:
        day = _DAY.deserialize(value)
    except ValidationError:
        return None
    return day  # type: ignore[return-value]  # marshmallow types the field by its base


def first(problems: list[Problem]) -> list[Problem]:
    """Return each problem once, in order, at most so many; a last one counts those left out."""
    ordered = sorted(set(problems))
    if len(ordered) <= AT_MOST:
        return ordered
    message = f"{len(ordered) - AT_MOST:,} more problems are not listed"
    return [*ordered[:AT_MOST], Problem("", "too_many_problems", message)]


def _readable(entries: object, schema: Strict) -> dict[int, Any]:
    if not isinstance(entries, list):
        return {}
    found = {}
    for i, entry in enumerate(entries[:AT_MOST]):
        try:
            found[i] = _read(entry, schema)
        except ValidationError:
            continue
    return found


def _read(entry: Any, schema: Strict) -> Any:  # noqa: ANN401 - any JSON, any fact
    try:
        return schema.load(entry)
    except ValidationError as error:
        if not isinstance(entry, dict) or not isinstance(error.messages, dict):
            raise
        wrong = error.messages.keys()
        rest = {name: value for name, value in entry.items() if name not in wrong}
        rest |= {name: value for name, value in _STANDINS.items() if name in wrong}
        return schema.load(rest)
