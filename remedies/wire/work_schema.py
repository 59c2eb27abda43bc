"""Work in a claim: hours, pay, what was paid, days away and coverage."""

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from remedies.facts import (
    DAYS,
    HOURS_ALL,
    Away,
    Coverage,
    Daily,
    Hourly,
    Hours,
    NoPay,
    PaidPerHour,
    PaidPerMonth,
    PaidPerWorkweek,
    PaidRecords,
    PaidTotal,
    Pay,
    Payment,
    PayPeriod,
    PerDay,
    PerWorkweek,
    Record,
    Records,
    Salary,
    WorkPeriod,
)
from remedies.facts.pay import Paid
from remedies.facts.work import EVERY_DAY
from remedies.figures import Evidence
from remedies.operations import ZERO
from remedies.wire.base import Strict, need, only
from remedies.wire.clock import Clock, hours_between
from remedies.wire.fields import (
    MESSAGES,
    Day,
    Days,
    Flag,
    Number,
    Said,
    Text,
    Word,
    listed,
    plain_day,
    plain_number,
)

_PLAIN_RECORD = {"on", "hours"}
_PLAIN_PAYMENT = {"on", "amount"}
WEEKDAYS = {
    name: place
    for place, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
MANY_RECORDS = validate.Length(
    max=10_000, error=Said("too_many", "has more than 10,000 entries; split the period")
)
MANY = validate.Length(max=1_000, error=Said("too_many", "has more than 1,000 entries"))


class DailySchema(Strict):
    """Hours by weekday; a day left out is a day off."""

    mon = Number(load_default=ZERO)
    tue = Number(load_default=ZERO)
    wed = Number(load_default=ZERO)
    thu = Number(load_default=ZERO)
    fri = Number(load_default=ZERO)
    sat = Number(load_default=ZERO)
    sun = Number(load_default=ZERO)


class RecordSchema(Strict):
    """Hours of one date, as a number or from a start to an end on the clock of the same day."""

    on = Day(required=True)
    hours = Number(load_default=None)
    start = Clock(load_default=None)
    end = Clock(load_default=None)

    def misshapen(self, given: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
        """Yield what the way of recording lacks, or has no use for."""
        if given.get("hours") is not None:
            yield from only(given, "on", "hours", why="give either hours or start and end")
        else:
            yield from need(given, "start", "end")

    @post_load(pass_original=True)
    def make(self, data: dict[str, Any], original: Mapping[str, Any], **_: object) -> Record:
        """Return the record, its hours exact to the minute."""
        self.demand_shape(original)
        if data["hours"] is not None:
            return Record(data["on"], data["hours"])
        hours = hours_between(data["start"], data["end"])
        return Record(data["on"], hours, f"{data['start']} to {data['end']}")


def _plain_record(entry: object) -> Record | None:
    if not isinstance(entry, dict) or entry.keys() != _PLAIN_RECORD:
        return None
    on, hours = plain_day(entry["on"]), plain_number(entry["hours"], 4)
    return None if on is None or hours is None else Record(on, hours)


_HOURS = {
    "records": (),
    "daily": ("per_workweek",),
    "per_day": ("days",),
    "per_workweek": ("days",),
}
_PAY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "none": ((), ()),
    "hourly": (("rate",), ()),
    "salary": (("amount", "per"), ("covers_hours",)),
}


class HoursSchema(Strict):
    """Hours: per_workweek with days, per_day with days, daily, or records; exactly one way.

    ``per_workweek`` may stand beside ``daily`` as the total that the record states; it must agree.
    """

    per_workweek = Number(load_default=None, positive=True)
    per_day = Number(load_default=None, positive=True)
    days = Days(load_default=None)
    daily = fields.Nested(DailySchema, load_default=None, error_messages=MESSAGES)
    records = listed(RecordSchema, plain=_plain_record, load_default=None, validate=MANY_RECORDS)

    def misshapen(self, given: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
        """Yield what the way of giving hours lacks, or has no use for."""
        for way, beside in _HOURS.items():
            if given.get(way) is not None:
                yield from only(given, way, *beside, why=f"does not stand beside {way}")
                return
        yield from need(given, "per_workweek")

    @post_load(pass_original=True)
    def make(self, data: dict[str, Any], original: Mapping[str, Any], **_: object) -> Hours:
        """Return the hours in the one way that they were given."""
        self.demand_shape(original)
        days = data["days"] or EVERY_DAY
        if data["records"] is not None:
            return Records(tuple(data["records"]))
        if data["daily"] is not None:
            by_day = tuple(data["daily"][day] for day in DAYS)
            if not any(by_day):
                raise ValidationError({"daily": [Said("required", "has no hours on any day")]})
            return Daily(by_day, data["per_workweek"])
        if data["per_day"] is not None:
            return PerDay(data["per_day"], days)
        return PerWorkweek(data["per_workweek"], days)


class PaySchema(Strict):
    """Pay that was agreed; ``basis`` says which fields it needs."""

    basis = Word({name: name for name in _PAY}, required=True)
    rate = Number(load_default=None)
    amount = Number(places=2, load_default=None)
    per = Word.of(PayPeriod, load_default=None)
    covers_hours = fields.Raw(
        load_default=None,
        metadata={"description": "a number of hours a workweek as a string, or all"},
    )

    def misshapen(self, given: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
        """Yield what the basis lacks, or has no use for."""
        basis = given.get("basis")
        if not isinstance(basis, str) or basis not in _PAY:
            return
        needed, possible = _PAY[basis]
        yield from need(given, *needed)
        why = f"does not belong to the basis {basis}"
        yield from only(given, "basis", *needed, *possible, why=why)

    @post_load(pass_original=True)
    def make(self, data: dict[str, Any], original: Mapping[str, Any], **_: object) -> Pay:
        """Return the basis of pay."""
        self.demand_shape(original)
        match data["basis"]:
            case "none":
                return NoPay()
            case "hourly":
                return Hourly(data["rate"])
            case _:
                return Salary(data["amount"], data["per"], _covers(data["covers_hours"]))


class PaymentSchema(Strict):
    """One payment; ``for`` is a day of the work that it paid, when that is not its own workweek."""

    on = Day(required=True)
    amount = Number(places=2, required=True)
    for_work_on = Day(data_key="for", load_default=None)
    exhibit = Text(load_default="")

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Payment:
        """Return the payment."""
        data["for_work_on"] = data["for_work_on"] or data["on"]
        return Payment(**data)


def _plain_payment(entry: object) -> Payment | None:
    if not isinstance(entry, dict) or entry.keys() != _PLAIN_PAYMENT:
        return None
    on, amount = plain_day(entry["on"]), plain_number(entry["amount"], 2)
    return None if on is None or amount is None else Payment(on=on, amount=amount, for_work_on=on)


_PAID = {
    "per_hour": PaidPerHour,
    "per_workweek": PaidPerWorkweek,
    "per_month": PaidPerMonth,
    "total": PaidTotal,
}


_WAYS = (*_PAID, "records")


class PaidSchema(Strict):
    """What reached the victim: exactly one of per_hour, per_workweek, per_month, total, records."""

    per_hour = Number(load_default=None)
    per_workweek = Number(places=2, load_default=None)
    per_month = Number(places=2, load_default=None)
    total = Number(places=2, load_default=None)
    records = listed(PaymentSchema, plain=_plain_payment, load_default=None, validate=MANY_RECORDS)
    exhibit = Text(load_default="")
    evidence = Word.of(Evidence, load_default=None)

    def misshapen(self, given: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
        """Say when there is not exactly one way."""
        if len(_ways(given)) != 1:
            yield "_schema", Said("exactly_one", f"give exactly one of {', '.join(_WAYS)}")

    @post_load(pass_original=True)
    def make(self, data: dict[str, Any], original: Mapping[str, Any], **_: object) -> Paid:
        """Return what was paid, in the one way that it was given."""
        self.demand_shape(original)
        (way,) = _ways(original)
        beside = {"exhibit": data["exhibit"], "evidence": data["evidence"]}
        if way == "records":
            return PaidRecords(payments=tuple(data["records"]), **beside)
        paid: Paid = _PAID[way](amount=data[way], **beside)  # type: ignore[assignment]
        return paid


def _ways(given: Mapping[str, Any]) -> list[str]:
    return [name for name in _WAYS if given.get(name) is not None]


class AwaySchema(Strict):
    """Days inside the period without work."""

    begins_on = Day(data_key="from", required=True)
    ends_on = Day(data_key="to", required=True)
    why = Text(load_default="")

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Away:
        """Return the days away."""
        return Away(**data)


class CoverageSchema(Strict):
    """How the Fair Labor Standards Act reaches the work."""

    group = Text(
        load_default=None,
        metadata={"description": "the coverage group; needed for work before 1978"},
    )
    domestic_service = Flag(load_default=False)
    lives_in = Flag(load_default=False)
    third_party_employer = Flag(load_default=False)
    agriculture = Flag(load_default=None)
    proven = Flag(load_default=None)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Coverage:
        """Return the coverage."""
        return Coverage(**data)


class BonusSchema(Strict):
    """A bonus that was promised for the work, by the workweek; part of the regular rate."""

    per_workweek = Number(places=2, required=True)


class WorkSchema(Strict):
    """One period with one pattern of work and pay, both ends included."""

    begins_on = Day(data_key="from", required=True)
    ends_on = Day(data_key="to", required=True)
    workweek_starts_on = Word(WEEKDAYS, load_default=WEEKDAYS["sunday"])
    hours = fields.Nested(HoursSchema, required=True, error_messages=MESSAGES)
    pay = fields.Nested(PaySchema, required=True, error_messages=MESSAGES)
    paid = fields.Nested(PaidSchema, load_default=None, error_messages=MESSAGES)
    bonuses = listed(BonusSchema, load_default=list, validate=MANY)
    place = Text(load_default="")
    place_tier = Text(load_default="")
    occupation = Text(load_default="")
    away = listed(AwaySchema, load_default=list, validate=MANY)
    coverage = fields.Nested(CoverageSchema, load_default=Coverage, error_messages=MESSAGES)
    exhibit = Text(load_default="")
    evidence = Word.of(Evidence, load_default=None)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> WorkPeriod:
        """Return the period."""
        bonuses = data.pop("bonuses")
        data["bonus_per_workweek"] = sum((b["per_workweek"] for b in bonuses), ZERO) or None
        data["away"] = tuple(data["away"])
        return WorkPeriod(**data)


def _covers(value: object) -> Any:  # noqa: ANN401 - a number, all, or nothing
    if value is None or value == HOURS_ALL:
        return value
    try:
        return Number(positive=True).deserialize(value)
    except ValidationError as error:
        raise ValidationError({"covers_hours": error.messages}) from None
