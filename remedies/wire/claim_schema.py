"""The claim's schema: the JSON that people and case systems hand in, to facts.

The names are a contract: extended, never renamed within version 1. Unknown fields are errors.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from remedies.errors import FactsError, Problem, UnreadableError
from remedies.facts import Category, Claim, Conviction, Loss, Statute
from remedies.figures import Evidence
from remedies.law import Law, encoded
from remedies.wire.base import Strict
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
from remedies.wire.mending import contradictions, first
from remedies.wire.reading import safe_name
from remedies.wire.work_schema import WorkSchema

CIRCUITS = (*(str(number) for number in range(1, 12)), "dc", "fed")
MANY = validate.Length(max=1000, error=Said("too_many", "has more than 1,000 entries"))

_MOST_POSITIONS = 100
_WORD = validate.Regexp(
    r"[a-z0-9_]{1,60}\Z", error=Said("unknown_position", "is not a registered position or option")
)
_NO_WORD = MESSAGES | {"invalid": Said("wrong_type", "must be the name of an option")}


class Choices(fields.Dict):
    """Options by the position that each is chosen for; a problem names the position."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - marshmallow's own
        if isinstance(value, dict) and len(value) > _MOST_POSITIONS:
            message = f"has more than {_MOST_POSITIONS} entries"
            raise ValidationError([Said("too_many", message)])
        try:
            return super()._deserialize(value, *args, **kwargs)  # type: ignore[no-untyped-call]
        except ValidationError as error:
            if not isinstance(error.messages, dict):
                raise
            said = {
                key: [message for messages in found.values() for message in messages]
                for key, found in error.messages.items()
            }
            raise ValidationError(said) from None


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
    positions = Choices(
        keys=fields.String(validate=_WORD, error_messages=_NO_WORD),
        values=fields.String(validate=_WORD, error_messages=_NO_WORD),
        load_default=dict,
        error_messages=MESSAGES | {"invalid": Said("wrong_type", "must be an object")},
    )
    work = listed(WorkSchema, load_default=list, validate=MANY)
    gains = listed(GainSchema, load_default=list, validate=MANY)
    losses = listed(LossSchema, load_default=list, validate=MANY)


_SCHEMA = ClaimSchema()
_ENTRIES: dict[str, Strict] = {
    "convictions": ConvictionSchema(),
    "work": WorkSchema(),
    "gains": GainSchema(),
    "losses": LossSchema(),
}


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
        data = _SCHEMA.load(document)
    except ValidationError as error:
        wrong = _flatten(error.messages)
        more = contradictions(document, _ENTRIES, law or encoded(), first(wrong))
        raise FactsError(first([*wrong, *more])) from None
    del data["claim"]
    for name in _ENTRIES:
        data[name] = tuple(data[name])
    try:
        return Claim(**data, digest=digest(document))
    except FactsError as error:
        more = contradictions(document, _ENTRIES, law or encoded())
        raise FactsError(first([*error.problems, *more])) from None


def digest(document: object) -> str:
    """Return the digest of a claim: its JSON with sorted keys, without spaces, in UTF-8."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "sha256:" + sha256(text.encode()).hexdigest()


def _flatten(messages: Any, path: str = "") -> list[Problem]:  # noqa: ANN401 - marshmallow nests freely
    if isinstance(messages, Mapping):
        return [
            problem
            for name, inner in messages.items()
            for problem in _flatten(inner, _join(path, name))
        ]
    found = messages if isinstance(messages, list) else [messages]
    return [Problem(path, getattr(said, "code", "invalid"), str(said)) for said in found]


def _join(path: str, name: object) -> str:
    if name == "_schema":
        return path
    if isinstance(name, int):
        return f"{path}[{name}]"
    return f"{path}.{safe_name(name)}" if path else safe_name(name)
