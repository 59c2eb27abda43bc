"""A claim at other numbers than the likely ones: each entry with a range is read again at its ends."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from marshmallow import Schema, ValidationError

from remedies.errors import FactsError, Problem
from remedies.facts import Claim, Records
from remedies.facts.claim import Ranges
from remedies.facts.ranges import End, RangedFact
from remedies.wire import ranges
from remedies.wire.mending import flattened

MOST_RECORDS = 20_000
"""How many dated records, times the facts that are ranges, are computed anew for one claim."""

_Entry = tuple[str] | tuple[str, int]


class Variants:
    """A claim with ranges, and the same claim with some of its facts at an end."""

    def __init__(
        self,
        claim: Claim,
        document: Mapping[str, Any],
        facts: Mapping[RangedFact, Sequence[ranges.Place]],
        schemas: Mapping[str, Schema],
    ) -> None:
        """Take the claim and its document at the likely numbers, and how each kind of entry is read."""
        self._schemas = schemas
        self._claim = claim
        self._document = document
        self._facts = facts
        self._places = {fact.field: places for fact, places in facts.items()}
        self._singly: dict[tuple[str, End], Claim] = {}

    def at(self, ends: Mapping[str, End]) -> Claim:
        """Return the claim with facts, by their fields, at their ends; the others likely.

        Raises:
            FactsError: it cannot be so.

        """
        if len(ends) == 1:
            (one,) = ends.items()
            if one not in self._singly:
                self._singly[one] = self._made(ends)
            return self._singly[one]
        return self._made(ends)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong when one fact is at one of its ends, named by that end."""
        if too_long := list(_too_long(self._claim, self._facts)):
            yield from too_long
            return
        for fact, places in self._facts.items():
            own = {place.field for place in places}
            for end in (End.LOW, End.HIGH):
                try:
                    self.at({fact.field: end})
                except FactsError as error:
                    for problem in error.problems:
                        field = problem.field if problem.field in own else fact.field
                        yield Problem(f"{field}.{end.value}", problem.code, problem.message)

    def whole(self) -> Claim:
        """Return the claim with its ranges, and its facts marked where they are ranges."""
        parts = self._parts(self._claim)
        for fact, places in self._facts.items():
            low, high = (self._parts(self.at({fact.field: end})) for end in (End.LOW, End.HIGH))
            for key in dict.fromkeys(_entry(place.steps) for place in places):
                parts[key] = ranges.marked(parts[key], low[key], high[key])
        return replace(
            self._changed(parts), ranges=Ranges(facts=tuple(self._facts), claim_at=self.at)
        )

    def _made(self, ends: Mapping[str, End]) -> Claim:
        by_entry: dict[_Entry, dict[tuple[ranges.Step, ...], str]] = {}
        for field, end in ends.items():
            for place in self._places[field]:
                key = _entry(place.steps)
                by_entry.setdefault(key, {})[place.steps[len(key) :]] = place.at(end)
        parts = {key: self._reread(key, numbers) for key, numbers in by_entry.items()}
        return self._changed(parts)

    def _reread(self, key: _Entry, numbers: Mapping[tuple[ranges.Step, ...], str]) -> object:
        given: Any = self._document
        for step in key:
            given = given[step]
        try:
            return self._schemas[key[0]].load(ranges.substituted(given, numbers))
        except ValidationError as error:
            raise FactsError(flattened(error.messages, ranges.path(key))) from None

    def _parts(self, claim: Claim) -> dict[_Entry, Any]:
        keys = {_entry(place.steps) for places in self._facts.values() for place in places}
        return {key: _part(claim, key) for key in keys}

    def _changed(self, parts: Mapping[_Entry, Any]) -> Claim:
        changes: dict[str, Any] = {}
        for key, part in parts.items():
            if len(key) == 1:
                changes[key[0]] = part
            else:
                entries = list(changes.get(key[0], getattr(self._claim, key[0])))
                entries[key[1]] = part
                changes[key[0]] = tuple(entries)
        return replace(self._claim, **changes)


def _too_long(claim: Claim, varied: Iterable[RangedFact]) -> Iterator[Problem]:
    """Yield a problem when a claim of many dated records would be computed anew too often."""
    facts = sum(1 for fact in varied if fact.period is not None)
    kept = (period.hours for period in claim.work if isinstance(period.hours, Records))
    records = sum(len(hours.records) for hours in kept)
    if facts * records > MOST_RECORDS:
        why = (
            f"{records:,} dated records are computed anew for each end of each range; with so many at most "
            f"{MOST_RECORDS // records} facts of the work may be ranges"
        )
        yield Problem("work", "too_many_ranges", why)


def _entry(steps: Sequence[ranges.Step]) -> _Entry:
    """Return where the entry stands that holds a number: ``("work", 0)``."""
    top = str(steps[0])
    return (top, steps[1]) if isinstance(steps[1], int) else (top,)


def _part(claim: Claim, key: _Entry) -> object:
    part = getattr(claim, key[0])
    return part[key[1]] if len(key) > 1 else part
