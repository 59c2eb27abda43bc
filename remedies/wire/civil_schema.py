"""The civil part of a claim: when it was filed, paydays, tolling, contracts and tiers."""

from fractions import Fraction
from typing import Any

from marshmallow import fields, post_load, validate

from remedies.facts import Program
from remedies.facts.civil import (
    Civil,
    GuaranteedContract,
    Paydays,
    PayEvery,
    Spread,
    Tolled,
)
from remedies.figures import Evidence
from remedies.wire.base import Strict
from remedies.wire.fields import MESSAGES, Day, Flag, Number, Said, Text, Word, listed
from remedies.wire.theory_schema import Choices

FEW = validate.Length(max=100, error=Said("too_many", "has more than 100 entries"))
_KEY = validate.Regexp(
    r"us(?:-[a-z]{2})?(?:\.[a-z0-9_]{1,80}){1,2}\Z",
    error=Said("unknown_item", "is not the key of an item of law"),
)
_NO_KEY = MESSAGES | {"invalid": Said("wrong_type", "must be the key of an item of law")}
_TIER = validate.Regexp(
    r"[a-z0-9_]{1,60}\Z",
    error=Said("unknown_tier", "is no name of a tier, such as small_employer"),
)
_NO_TIER = MESSAGES | {"invalid": Said("wrong_type", "must be the name of a tier")}
_DAYS_AFTER = {str(days): days for days in range(32)}


class Tiers(Choices):
    """Tiers by the key of the item of law that has them; a problem names the key."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - marshmallow's own
        """Take the keys of items and the names of tiers."""
        super().__init__(**kwargs)
        self.key_field = fields.String(validate=_KEY, error_messages=_NO_KEY)
        self.value_field = fields.String(validate=_TIER, error_messages=_NO_TIER)


class PaydaysSchema(Strict):
    """The regular paydays: so many days after the end of each pay period."""

    every = Word.of(PayEvery, required=True)
    first = Day(load_default=None)
    days_after = Word(_DAYS_AFTER, load_default=7)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Paydays:
        """Return the paydays."""
        return Paydays(**data)


class TolledSchema(Strict):
    """Days in which time did not run against the claim."""

    begins_on = Day(data_key="from", required=True)
    ends_on = Day(data_key="to", required=True)
    why = Text(load_default="")

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Tolled:
        """Return the days."""
        return Tolled(**data)


class SpreadSchema(Strict):
    """Hours from the beginning to the end of each workday, where no clock times are given."""

    begins_on = Day(data_key="from", required=True)
    ends_on = Day(data_key="to", required=True)
    hours = Number(required=True)
    exhibit = Text(load_default="")
    evidence = Word.of(Evidence, load_default=None)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Spread:
        """Return the spread of hours."""
        return Spread(**data)


class ContractSchema(Strict):
    """An H-2A contract, or one block of an H-2B contract, for the three-fourths guarantee."""

    program = Word.of(Program, required=True)
    begins_on = Day(data_key="from", required=True)
    ends_on = Day(data_key="to", required=True)
    workdays = Number(required=True, places=2, positive=True)
    hours_per_workday = Number(required=True, positive=True)
    hours_offered = Number(required=True)
    rate = Number(required=True, positive=True)
    paid = Number(places=2, load_default=Fraction(0))
    short_job_order = Flag(load_default=False)
    exhibit = Text(load_default="")
    evidence = Word.of(Evidence, load_default=None)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> GuaranteedContract:
        """Return the contract."""
        return GuaranteedContract(**data)


class CivilSchema(Strict):
    """What a civil wage claim needs beside the work: dates, proof, paydays and tiers."""

    filed_on = Day(required=True)
    interest_to = Day(required=True)
    consent_on = Day(load_default=None)
    willful = Flag(load_default=False)
    good_faith_shown = Flag(load_default=False)
    separated_on = Day(load_default=None)
    final_wages_paid_on = Day(load_default=None)
    notice_on = Day(load_default=None)
    interest_from = Day(load_default=None)
    paydays = fields.Nested(PaydaysSchema, load_default=None, error_messages=MESSAGES)
    tolled = listed(TolledSchema, load_default=tuple, validate=FEW)
    spreads = listed(SpreadSchema, load_default=tuple, validate=FEW)
    contracts = listed(ContractSchema, load_default=tuple, validate=FEW)
    tiers = Tiers(load_default=dict)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Civil:
        """Return the facts."""
        for name in ("tolled", "spreads", "contracts"):
            data[name] = tuple(data[name])
        return Civil(**data)
