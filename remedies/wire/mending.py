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
from remedies.calculators.civil import civil_law_problems
from remedies.calculators.reach import reach
from remedies.errors import Problem
from remedies.facts import checks
from remedies.facts.accounts import each_account
from remedies.facts.civil import civil_problems
from remedies.law import Law
from remedies.wire.base import Strict
from remedies.wire.fields import Day
from remedies.wire.reading import safe_name

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
    yield from apart_from(wrong, _found(document, schemas, law))


def apart_from(known: Iterable[Problem], problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems of fields that are not known to be wrong, hold none that are, and lie in none."""
    fields = {problem.field for problem in known}
    around = {holder for field in fields for holder in _holders(field)}
    for problem in problems:
        if problem.field not in around and fields.isdisjoint(_holders(problem.field)):
            yield problem


def _holders(field: str) -> Iterator[str]:
    """Yield a field and every field that holds it, as problems name them."""
    yield field
    for place in range(len(field) - 1, 0, -1):
        if field[place] in ".[":
            yield field[:place]


def _found(
    document: Mapping[str, Any], schemas: Mapping[str, Strict], law: Law
) -> Iterator[Problem]:
    found = {name: _readable(document.get(name), schema) for name, schema in schemas.items()}
    as_of, work = _day(document.get("as_of")), found.pop("work")
    civil = found.pop("civil").get(0)
    for told in each_account(work):
        yield from checks.problems(as_of=as_of, work=told, **found)
        if civil is not None:
            yield from civil_problems(civil, told)
    yield from reach(work, law)
    if civil is not None:
        yield from civil_law_problems(civil, law)
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
    if isinstance(entries, dict):
        entries = [entries]
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


def flattened(messages: Any, path: str = "") -> list[Problem]:  # noqa: ANN401 - marshmallow nests freely
    """Return what marshmallow found wrong, each problem under the path of its field."""
    if isinstance(messages, Mapping):
        return [
            problem
            for name, inner in messages.items()
            for problem in flattened(inner, _join(path, name))
        ]
    found = messages if isinstance(messages, list) else [messages]
    return [Problem(path, getattr(said, "code", "invalid"), str(said)) for said in found]


def _join(path: str, name: object) -> str:
    if name == "_schema":
        return path
    if isinstance(name, int):
        return f"{path}[{name}]"
    return f"{path}.{safe_name(name)}" if path else safe_name(name)
