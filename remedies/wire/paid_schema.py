"""What reached the victim, what was taken from it, what was given in kind, and tips."""

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import post_load

from remedies.facts import (
    Deduction,
    DeductionKind,
    Facility,
    FacilityKind,
    FacilityMeasure,
    Keeper,
    Paid,
    PaidPerDay,
    PaidPerHour,
    PaidPerMonth,
    PaidPerWorkweek,
    PaidRecords,
    PaidTotal,
    Payment,
    Tips,
)
from remedies.figures import Evidence
from remedies.wire.base import Strict, need, only
from remedies.wire.fields import (
    Day,
    Flag,
    Number,
    Said,
    Text,
    Word,
    listed,
    plain_day,
    plain_number,
)
from remedies.wire.hours_schema import MANY_RECORDS

_PLAIN_PAYMENT = {"on", "amount"}


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
    "per_day": PaidPerDay,
    "per_workweek": PaidPerWorkweek,
    "per_month": PaidPerMonth,
    "total": PaidTotal,
}


_WAYS = (*_PAID, "records")


class PaidSchema(Strict):
    """What reached the victim: exactly one of per_hour, per_day, per_workweek, per_month, total, records."""

    per_hour = Number(load_default=None)
    per_day = Number(places=2, load_default=None)
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


class DeductionSchema(Strict):
    """Money withheld from pay, or paid by the worker: by the workweek, on a day, or over dates."""

    kind = Word.of(DeductionKind, required=True)
    per_workweek = Number(places=2, load_default=None)
    amount = Number(places=2, load_default=None)
    on = Day(load_default=None)
    begins_on = Day(data_key="from", load_default=None)
    ends_on = Day(data_key="to", load_default=None)
    out_of_pocket = Flag(load_default=False)
    voluntary = Flag(load_default=False)
    exhibit = Text(load_default="")
    evidence = Word.of(Evidence, load_default=None)

    def misshapen(self, given: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
        """Yield what the way of giving the amount lacks, or has no use for."""
        also = ("kind", "out_of_pocket", "voluntary", "exhibit", "evidence")
        if given.get("per_workweek") is not None:
            why = "does not stand beside per_workweek"
            yield from only(given, "per_workweek", *also, why=why)
        elif given.get("on") is not None:
            yield from need(given, "amount")
            yield from only(given, "amount", "on", *also, why="does not stand beside on")
        else:
            yield from need(given, "amount", "from", "to")

    @post_load(pass_original=True)
    def make(self, data: dict[str, Any], original: Mapping[str, Any], **_: object) -> Deduction:
        """Return the deduction."""
        self.demand_shape(original)
        per_workweek, on = data.pop("per_workweek"), data.pop("on")
        data["amount"] = data["amount"] if per_workweek is None else per_workweek
        data["begins_on"] = data["begins_on"] or on
        return Deduction(**data)


class FacilitySchema(Strict):
    """Board, lodging or other facilities, and the conditions of a credit for them."""

    kind = Word.of(FacilityKind, required=True)
    amount = Number(data_key="per_workweek", places=2, required=True)
    measure = Word.of(FacilityMeasure, required=True)
    voluntary = Flag(load_default=False)
    customary = Flag(load_default=False)
    recorded = Flag(load_default=False)
    lawful = Flag(load_default=False)
    exhibit = Text(load_default="")
    evidence = Word.of(Evidence, load_default=None)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Facility:
        """Return the facility."""
        return Facility(**data)


class TipsSchema(Strict):
    """Tips of a full workweek and who kept them; not part of what the employer paid."""

    amount = Number(data_key="per_workweek", places=2, required=True)
    kept_by = Word.of(Keeper, required=True)
    informed = Flag(load_default=False)
    exhibit = Text(load_default="")
    evidence = Word.of(Evidence, load_default=None)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Tips:
        """Return the tips."""
        return Tips(**data)
