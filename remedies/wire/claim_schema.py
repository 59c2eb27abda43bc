"""The claim's schema: the JSON that people and case systems hand in, to facts.

The names are a contract: extended, never renamed within version 1. Unknown fields are errors.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from remedies.errors import FactsError, Problem, UnreadableError
from remedies.facts import Category, Claim, Conviction, Loss, Statute
from remedies.facts.ranges import End
from remedies.figures import Evidence
from remedies.law import Law, encoded
from remedies.wire import ranges
from remedies.wire.base import Strict
from remedies.wire.civil_schema import CivilSchema
from remedies.wire.fields import (
    MESSAGES,
    Day,
    Flag,
    Number,
    Reference,
    Said,
    Text,
    Word,
    listed,
)
from remedies.wire.gain_schema import GainSchema
from remedies.wire.mending import apart_from, contradictions, first, flattened
from remedies.wire.range_reading import Variants
from remedies.wire.theory_schema import MOST_THEORIES, Choices, TheorySchema
from remedies.wire.work_schema import WorkSchema

CIRCUITS = (*(str(number) for number in range(1, 12)), "dc", "fed")
MANY = validate.Length(max=1000, error=Said("too_many", "has more than 1,000 entries"))


class ConvictionSchema(Strict):
    """A conviction: the statute that decides the measure, the defendant and the offense's dates."""

    statute = Text(required=True, metadata={"examples": ["18 USC 1589"]})
    defendant = Reference(load_default="")
    begins_on = Day(data_key="from", load_default=None)
    ends_on = Day(data_key="to", load_default=None)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Conviction:
        """Return the conviction."""
        statute = Statute.parse(data.pop("statute"))
        if statute is None:
            message = "must be a section of the United States Code such as 18 USC 1589"
            raise ValidationError({"statute": [Said("not_a_statute", message)]})
        return Conviction(statute=statute, **data)


class LossSchema(Strict):
    """A loss by its category under 18 U.S.C. § 2259(c)(2)."""

    category = Word.of(Category, required=True)
    amount = Number(places=2, required=True)
    begins_on = Day(data_key="from", load_default=None)
    ends_on = Day(data_key="to", load_default=None)
    future = Flag(load_default=False)
    exhibit = Text(load_default="")
    evidence = Word.of(Evidence, load_default=None)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Loss:
        """Return the loss."""
        return Loss(**data)


class ClaimSchema(Strict):
    """A claim: the facts about one victim, by reference."""

    claim = Word({"1": "1"}, required=True, metadata={"description": "the contract's version"})
    reference = Reference(required=True)
    as_of = Day(required=True)
    convictions = listed(ConvictionSchema, required=True, validate=MANY)
    circuit = Word({name: name for name in CIRCUITS}, load_default=None)
    charged_on = Day(
        load_default=None,
        metadata={"description": "when the charge was filed; for the position flsa_sol_in_1593"},
    )
    positions = Choices(load_default=dict)
    account = Reference(load_default="")
    work = listed(WorkSchema, load_default=list, validate=MANY)
    gains = listed(GainSchema, load_default=list, validate=MANY)
    losses = listed(LossSchema, load_default=list, validate=MANY)
    theories = listed(
        TheorySchema,
        load_default=list,
        validate=validate.Length(
            max=MOST_THEORIES, error=Said("too_many", f"has more than {MOST_THEORIES} entries")
        ),
    )
    civil = fields.Nested(CivilSchema, load_default=None, error_messages=MESSAGES)


_SCHEMA = ClaimSchema()
_ENTRIES: dict[str, Strict] = {
    "convictions": ConvictionSchema(),
    "work": WorkSchema(),
    "gains": GainSchema(),
    "losses": LossSchema(),
}
_PARTS: dict[str, Strict] = {**_ENTRIES, "civil": CivilSchema()}


def read_claim(document: object, law: Law | None = None) -> Claim:
    """Return the claim in a JSON document that :func:`remedies.wire.reading.read_json` returned.

    Args:
        document: the JSON.
        law: how far periods and positions may reach; the encoded law when it is left out.

    Raises:
        FactsError: fields are unknown, missing or wrong, or the facts contradict each other.
        UnreadableError: the document is not an object.

    """
    if not isinstance(document, dict):
        message = "a claim is a JSON object"
        raise UnreadableError(message, code="not_an_object")
    try:
        return _claim(document, document)
    except FactsError as error:
        raise _refused(document, law, error.problems) from None
    except ValidationError as error:
        found = ranges.places(document, _SCHEMA)
        if not found:
            raise _refused(document, law, flattened(error.messages)) from None
    return _with_ranges(document, found, law)


def digest(document: object) -> str:
    """Return the digest of a claim: its JSON with sorted keys, without spaces, in UTF-8."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "sha256:" + sha256(text.encode()).hexdigest()


def _claim(document: Mapping[str, Any], given: object) -> Claim:
    """Return the claim in a document without ranges, made of what was ``given``, whose digest it keeps.

    Raises:
        FactsError: the facts contradict each other.
        ValidationError: fields are unknown, missing or wrong.

    """
    data = _SCHEMA.load(document)
    del data["claim"]
    for name in (*_ENTRIES, "theories"):
        data[name] = tuple(data[name])
    return Claim(**data, digest=digest(given))


def _refused(
    document: Mapping[str, Any],
    law: Law | None,
    wrong: Iterable[Problem],
    known: Sequence[Problem] = (),
) -> FactsError:
    """Return the refusal of a document without ranges: all that is wrong with it.

    What was ``known`` before hides what follows from it.
    """
    found = [*known, *apart_from(known, wrong)]
    more = contradictions(document, _PARTS, law or encoded(), first(found))
    return FactsError(first([*found, *more]))


def _with_ranges(
    document: Mapping[str, Any], found: Sequence[ranges.Place], law: Law | None
) -> Claim:
    """Return a claim at its likely numbers, with the ranges that it was given."""
    crowded = list(ranges.too_many(found))
    wrong = [*crowded, *(problem for place in found for problem in place.problems())]
    likely = ranges.substituted(document, {place.steps: place.at(End.LIKELY) for place in found})
    try:
        claim = _claim(likely, likely if wrong else document)
    except FactsError as error:
        raise _refused(likely, law, error.problems, first(wrong)) from None
    except ValidationError as error:
        raise _refused(likely, law, flattened(error.messages), first(wrong)) from None
    if crowded or len(wrong) > ranges.MOST:
        raise FactsError(first(wrong))
    bad = {problem.field.rpartition(".")[0] for problem in wrong}
    sound = [place for place in found if place.field not in bad]
    variants = Variants(claim, likely, ranges.facts(sound, likely), _PARTS)
    wrong += variants.problems()
    if wrong:
        raise FactsError(first(wrong))
    return variants.whole()
