"""Ranges in a claim: any number may be ``{"low": …, "likely": …, "high": …}`` instead of a string.

They are looked for only in a claim that cannot be read without them, along the fields that its schema
knows. The claim is then read at its likely numbers, and again at each end of each range, so that a range
whose end could be no fact is an error that names that end.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from fractions import Fraction
from typing import Any, TypeVar

from marshmallow import Schema, ValidationError
from marshmallow import fields as wire

from remedies.errors import Problem
from remedies.facts.ranges import End, Likely, RangedFact
from remedies.operations import ZERO
from remedies.wire.fields import MISSING, Number
from remedies.wire.range_words import named
from remedies.wire.reading import safe_name

MOST = 40
"""How many facts of a claim may be ranges."""

Step = str | int
_STANDIN = "1"
_LISTS = frozenset({"records"})
_COVERS_HOURS = Number(positive=True)
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One number of a claim that is given as a range: where, how it is read, and what is given."""

    steps: tuple[Step, ...]
    number: Number
    given: Mapping[str, Any]

    @property
    def field(self) -> str:
        """The field as problems name it."""
        return path(self.steps)

    @property
    def fact(self) -> str:
        """The field of the fact that the number is part of: for a dated entry, that of the whole list."""
        for place, step in enumerate(self.steps):
            if step in _LISTS:
                return path([*self.steps[: place + 1], self.steps[-1]])
        return self.field

    def at(self, end: End) -> str:
        """Return the number as text at an end; something to read on with when it is none."""
        text = self.given.get(end.value)
        return text if isinstance(text, str) and self._read(end) is not None else _STANDIN

    def value(self, end: End) -> Fraction:
        """Return the number at an end of a range that has no problem."""
        return self._read(end) or ZERO

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the range itself."""
        for end in End:
            where = f"{self.field}.{end.value}"
            if end.value not in self.given:
                yield Problem(where, MISSING.code, str(MISSING))
                continue
            try:
                if self.number.deserialize(self.given[end.value]) is None:
                    yield Problem(where, "wrong_type", "must not be null")
            except ValidationError as error:
                for said in error.messages:
                    yield Problem(where, getattr(said, "code", "invalid"), str(said))
        for name in self.given.keys() - set(End):
            why = "is no part of a range, which has low, likely and high"
            yield Problem(f"{self.field}.{safe_name(name)}", "unknown_field", why)
        yield from self._order()

    def _order(self) -> Iterator[Problem]:
        low, likely, high = (self._read(end) for end in End)
        if low is not None and likely is not None and low > likely:
            why = "must not be more than likely"
            yield Problem(f"{self.field}.low", "out_of_order", why)
        if high is not None and likely is not None and high < likely:
            why = "must not be less than likely"
            yield Problem(f"{self.field}.high", "out_of_order", why)

    def _read(self, end: End) -> Fraction | None:
        try:
            number: Fraction | None = self.number.deserialize(self.given.get(end.value))  # type: ignore[assignment]  # marshmallow types the field by its base
        except ValidationError:
            return None
        return number


def places(document: Mapping[str, Any], schema: Schema) -> list[Place]:
    """Return the ranges in a document, in the order of the schema's fields."""
    return list(_in_object(document, schema, ()))


def facts(found: Sequence[Place], document: Mapping[str, Any]) -> dict[RangedFact, list[Place]]:
    """Return the facts that ranges are given for, each with the numbers that vary together."""
    groups: dict[str, list[Place]] = {}
    for place in found:
        groups.setdefault(place.fact, []).append(place)
    return {_fact(name, own, document): own for name, own in groups.items()}


def too_many(found: Sequence[Place]) -> Iterator[Problem]:
    """Yield a problem when more facts are ranges than are varied."""
    names = list(dict.fromkeys(place.fact for place in found))
    if len(names) > MOST:
        why = (
            f"{len(names)} facts of the claim are ranges, and at most {MOST} are varied; "
            "give the ones that matter least as one number"
        )
        yield Problem(names[MOST], "too_many_ranges", why)


def substituted(value: Any, numbers: Mapping[tuple[Step, ...], str]) -> Any:  # noqa: ANN401 - JSON
    """Return JSON with some of its parts, found by their steps, replaced by text; the rest is shared."""
    if () in numbers:
        return numbers[()]
    parts: dict[Step, dict[tuple[Step, ...], str]] = {}
    for steps, text in numbers.items():
        parts.setdefault(steps[0], {})[steps[1:]] = text
    changed = value.copy()
    for step, inner in parts.items():
        changed[step] = substituted(value[step], inner)
    return changed


def marked(likely: _T, low: object, high: object) -> _T:
    """Return a fact whose numbers remember their ends, where the same fact differs at its ends."""
    if low == likely == high:
        return likely
    found: Any = likely
    if isinstance(found, Fraction) and isinstance(low, Fraction) and isinstance(high, Fraction):
        found = Likely(found, min(low, high), max(low, high))
    elif isinstance(found, tuple) and isinstance(low, tuple) and isinstance(high, tuple):
        make = getattr(type(found), "_make", tuple)
        found = make(marked(*each) for each in zip(found, low, high, strict=True))
    elif is_dataclass(found) and type(low) is type(high) is type(found):
        found = replace(found, **_changes(found, low, high))  # type: ignore[type-var]  # it is no class
    return found  # type: ignore[no-any-return]  # of the type that was given


def path(steps: Iterable[Step]) -> str:
    """Return steps into a document as problems name the field: ``work[0].hours.per_day``."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".")


def _changes(likely: Any, low: object, high: object) -> dict[str, object]:  # noqa: ANN401
    return {
        field.name: marked(*(getattr(fact, field.name) for fact in (likely, low, high)))
        for field in fields(likely)
    }


def _fact(name: str, own: Sequence[Place], document: Mapping[str, Any]) -> RangedFact:
    low, likely, high = (sum((p.value(end) for p in own), ZERO) for end in End)
    first = own[0].steps
    return RangedFact(
        field=name,
        name=named(first, document, len(own)),
        low=low,
        likely=likely,
        high=high,
        period=first[1] if first[0] == "work" and isinstance(first[1], int) else None,
    )


def _in_object(
    given: Mapping[str, Any], schema: Schema, steps: tuple[Step, ...]
) -> Iterator[Place]:
    for name, field in schema.fields.items():
        key = field.data_key or name
        if key in given:
            yield from _in(given[key], field, (*steps, key))


def _in(value: object, field: wire.Field[Any], steps: tuple[Step, ...]) -> Iterator[Place]:
    if isinstance(field, wire.Nested) and isinstance(value, dict):
        yield from _in_object(value, field.schema, steps)
    elif isinstance(field, wire.List) and isinstance(value, list):
        for i, entry in enumerate(value):
            yield from _in(entry, field.inner, (*steps, i))
    elif isinstance(value, dict) and value.keys() & set(End):
        if isinstance(field, Number):
            yield Place(steps, field, value)
        elif steps[-1] == "covers_hours":
            yield Place(steps, _COVERS_HOURS, value)
