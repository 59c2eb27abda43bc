"""Work in a claim: periods of hours and pay, days away and coverage."""

from typing import Any

from marshmallow import fields, post_load, validate

from remedies.facts import Away, Contract, Coverage, Program, WorkPeriod
from remedies.figures import Evidence
from remedies.wire.base import Strict
from remedies.wire.fields import MESSAGES, Day, Flag, Reference, Said, Text, Word, listed
from remedies.wire.hours_schema import HoursSchema, MealsSchema, OnCallSchema, SleepSchema
from remedies.wire.paid_schema import DeductionSchema, FacilitySchema, PaidSchema, TipsSchema
from remedies.wire.pay_schema import BonusSchema, PaySchema

WEEKDAYS = {
    name: place
    for place, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
MANY = validate.Length(max=1_000, error=Said("too_many", "has more than 1,000 entries"))
FEW = validate.Length(max=100, error=Said("too_many", "has more than 100 entries"))


class AwaySchema(Strict):
    """Days inside the period without work."""

    begins_on = Day(data_key="from", required=True)
    ends_on = Day(data_key="to", required=True)
    why = Text(load_default="")

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Away:
        """Return the days away."""
        return Away(**data)


class YouthSchema(Strict):
    """When a youth wage could have been paid: from the first day of employment, below the age of twenty."""

    begins_on = Day(data_key="from", required=True)
    through = Day(required=True)


class CoverageSchema(Strict):
    """How the Fair Labor Standards Act reaches the work."""

    group = Text(
        load_default=None,
        metadata={"description": "the coverage group; needed for work before 1978"},
    )
    domestic_service = Flag(load_default=False)
    lives_in = Flag(load_default=False)
    third_party_employer = Flag(load_default=False)
    companionship = Flag(load_default=False)
    agriculture = Flag(load_default=None)
    small_farm = Flag(load_default=False)
    youth = fields.Nested(YouthSchema, load_default=None, error_messages=MESSAGES)
    eight_and_eighty_from = Day(load_default=None)
    program = Word.of(Program, load_default=None)
    contract = Word.of(Contract, load_default=None)
    proven = Flag(load_default=None)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Coverage:
        """Return the coverage."""
        youth = data.pop("youth") or {}
        data["youth_from"], data["youth_through"] = youth.get("begins_on"), youth.get("through")
        return Coverage(**data)


class WorkSchema(Strict):
    """One period with one pattern of work and pay, both ends included."""

    begins_on = Day(data_key="from", required=True)
    ends_on = Day(data_key="to", required=True)
    workweek_starts_on = Word(WEEKDAYS, load_default=WEEKDAYS["sunday"])
    hours = fields.Nested(HoursSchema, required=True, error_messages=MESSAGES)
    pay = fields.Nested(PaySchema, required=True, error_messages=MESSAGES)
    paid = fields.Nested(PaidSchema, load_default=None, error_messages=MESSAGES)
    bonuses = listed(BonusSchema, load_default=tuple, validate=FEW)
    deductions = listed(DeductionSchema, load_default=tuple, validate=MANY)
    facilities = listed(FacilitySchema, load_default=tuple, validate=FEW)
    tips = fields.Nested(TipsSchema, load_default=None, error_messages=MESSAGES)
    sleep = fields.Nested(SleepSchema, load_default=None, error_messages=MESSAGES)
    meals = fields.Nested(MealsSchema, load_default=None, error_messages=MESSAGES)
    on_call = fields.Nested(OnCallSchema, load_default=None, error_messages=MESSAGES)
    records_kept = Flag(load_default=None)
    account = Reference(load_default="")
    place = Text(load_default="")
    place_tier = Text(load_default="")
    occupation = Text(load_default="")
    away = listed(AwaySchema, load_default=tuple, validate=MANY)
    coverage = fields.Nested(CoverageSchema, load_default=Coverage, error_messages=MESSAGES)
    exhibit = Text(load_default="")
    evidence = Word.of(Evidence, load_default=None)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> WorkPeriod:
        """Return the period."""
        for name in ("away", "bonuses", "deductions", "facilities"):
            data[name] = tuple(data[name])
        return WorkPeriod(**data)
