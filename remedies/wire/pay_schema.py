"""Pay that was agreed: its basis, and what was promised besides."""

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from remedies.facts import (
    HOURS_ALL,
    Bonus,
    BonusKind,
    BonusPer,
    DayRate,
    Fluctuating,
    Guaranteed,
    Hourly,
    JobRate,
    NoPay,
    Pay,
    PayPeriod,
    Piece,
    RateOfHours,
    Salary,
    SeveralRates,
)
from remedies.figures import Evidence
from remedies.wire.base import Strict, need, only
from remedies.wire.fields import Day, Flag, Number, Said, Text, Word, listed

_FEW = validate.Length(max=50, error=Said("too_many", "has more than 50 entries"))

# The fields that each basis needs, and those that it may have.
_PAY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "none": ((), ()),
    "hourly": (("rate",), ()),
    "several_rates": ((), ("rates",)),
    "salary": (("amount", "per"), ("covers_hours",)),
    "fluctuating": (("amount", "per"), ("conditions_met",)),
    "day": (("rate",), ()),
    "job": (("rate", "jobs_per_workweek"), ()),
    "piece": (("earnings_per_workweek",), ("waiting_hours", "waiting_rate")),
    "guaranteed": (("rate", "guaranteed_hours", "guaranty"), ("irregular_hours",)),
}


class RateSchema(Strict):
    """One of several rates and its hours in a full workweek."""

    rate = Number(required=True)
    hours = Number(data_key="hours_per_workweek", required=True, positive=True)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> RateOfHours:
        """Return the rate."""
        return RateOfHours(**data)


class PaySchema(Strict):
    """Pay that was agreed; ``basis`` says which fields it needs."""

    basis = Word({name: name for name in _PAY}, required=True)
    rate = Number(load_default=None)
    rates = listed(RateSchema, load_default=None, validate=_FEW)
    amount = Number(places=2, load_default=None)
    per = Word.of(PayPeriod, load_default=None)
    covers_hours = fields.Raw(
        load_default=None,
        metadata={"description": "a number of hours a workweek as a string, or all"},
    )
    conditions_met = Flag(load_default=None)
    jobs_per_workweek = Number(load_default=None)
    earnings_per_workweek = Number(places=2, load_default=None)
    waiting_hours = Number(load_default=None)
    waiting_rate = Number(load_default=None)
    guaranteed_hours = Number(load_default=None, positive=True)
    guaranty = Number(places=2, load_default=None)
    irregular_hours = Flag(load_default=None)

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
        return _pay(data)


def _pay(data: Mapping[str, Any]) -> Pay:
    match data["basis"]:
        case "none":
            return NoPay()
        case "hourly":
            return Hourly(data["rate"])
        case "several_rates":
            return SeveralRates(tuple(data["rates"] or ()))
        case "salary":
            return Salary(data["amount"], data["per"], _covers(data["covers_hours"]))
        case "fluctuating":
            return Fluctuating(data["amount"], data["per"], bool(data["conditions_met"]))
        case _:
            return _flat(data)


def _flat(data: Mapping[str, Any]) -> Pay:
    match data["basis"]:
        case "day":
            return DayRate(data["rate"])
        case "job":
            return JobRate(data["rate"], data["jobs_per_workweek"])
        case "piece":
            waiting = data["waiting_hours"], data["waiting_rate"]
            return Piece(data["earnings_per_workweek"], *waiting)
        case _:
            terms = data["rate"], data["guaranteed_hours"], data["guaranty"]
            return Guaranteed(*terms, bool(data["irregular_hours"]))


def _covers(value: object) -> Any:  # noqa: ANN401 - a number, all, or nothing
    if value is None or value == HOURS_ALL:
        return value
    try:
        return Number(positive=True).deserialize(value)
    except ValidationError as error:
        raise ValidationError({"covers_hours": error.messages}) from None


_WAYS = {
    "per_workweek": BonusPer.WORKWEEK,
    "per_half_month": BonusPer.HALF_MONTH,
    "per_month": BonusPer.MONTH,
    "amount": BonusPer.DATES,
    "per_hour": BonusPer.HOUR,
}
_BESIDE = {"amount": ("from", "to"), "per_hour": ("hours_per_workweek",)}


class BonusSchema(Strict):
    """What was promised besides, by the workweek, half month, month or hour, or for some dates."""

    kind = Word.of(BonusKind, load_default=BonusKind.BONUS)
    per_workweek = Number(places=2, load_default=None)
    per_half_month = Number(places=2, load_default=None)
    per_month = Number(places=2, load_default=None)
    per_hour = Number(load_default=None)
    amount = Number(places=2, load_default=None)
    begins_on = Day(data_key="from", load_default=None)
    ends_on = Day(data_key="to", load_default=None)
    hours = Number(data_key="hours_per_workweek", load_default=None, positive=True)
    excluded = Flag(load_default=False)
    exhibit = Text(load_default="")
    evidence = Word.of(Evidence, load_default=None)

    def misshapen(self, given: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
        """Say when there is not exactly one way, or when its dates are missing."""
        ways = [way for way in _WAYS if given.get(way) is not None]
        if len(ways) != 1:
            yield "_schema", Said("exactly_one", f"give exactly one of {', '.join(_WAYS)}")
            return
        beside = _BESIDE.get(ways[0], ())
        if ways[0] == "amount":
            yield from need(given, *beside)
        also = ("kind", "excluded", "exhibit", "evidence")
        yield from only(given, ways[0], *beside, *also, why=f"does not stand beside {ways[0]}")

    @post_load(pass_original=True)
    def make(self, data: dict[str, Any], original: Mapping[str, Any], **_: object) -> Bonus:
        """Return the bonus."""
        self.demand_shape(original)
        given = {way: data.pop(way) for way in _WAYS}
        way = next(way for way, value in given.items() if value is not None)
        return Bonus(amount=given[way], per=_WAYS[way], **data)
