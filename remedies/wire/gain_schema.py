"""Gains in a claim: receipts, acts and prices, market value, expenses."""

from typing import Any

from marshmallow import post_load

from remedies.facts import CommercialSex, Expenses, Gain, MarketValue, Receipts
from remedies.figures import Evidence
from remedies.wire.base import Strict, need, only
from remedies.wire.fields import Day, Number, Text, Word

_KINDS: dict[str, tuple[type, tuple[str, ...], tuple[str, ...]]] = {
    "receipts": (Receipts, ("amount",), ("begins_on", "ends_on")),
    "commercial_sex": (
        CommercialSex,
        ("begins_on", "ends_on", "days", "acts_per_day", "price"),
        (),
    ),
    "market_value": (MarketValue, ("hours", "rate"), ()),
    "expenses": (Expenses, ("amount",), ()),
}
_ALWAYS = ("kind", "exhibit", "evidence")


class GainSchema(Strict):
    """A gain; ``kind`` says which fields it needs.

    ``receipts``: amount. ``commercial_sex``: from, to, days, acts_per_day, price. ``market_value``: hours,
    rate. ``expenses`` (deducted under the position gross_income_offset only): amount.
    """

    kind = Word({kind: kind for kind in _KINDS}, required=True)
    amount = Number(places=2, load_default=None)
    begins_on = Day(data_key="from", load_default=None)
    ends_on = Day(data_key="to", load_default=None)
    days = Number(load_default=None)
    acts_per_day = Number(load_default=None)
    price = Number(places=2, load_default=None)
    hours = Number(load_default=None)
    rate = Number(load_default=None)
    exhibit = Text(load_default="")
    evidence = Word.of(Evidence, load_default=None)

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Gain:
        """Return the gain of its kind."""
        kind = data.pop("kind")
        fact, needed, possible = _KINDS[kind]
        need(data, needed, of=GainSchema)
        allowed = {*needed, *possible, *_ALWAYS}
        only(data, allowed, of=GainSchema, why=f"does not belong to the kind {kind}")
        made: Gain = fact(**{name: value for name, value in data.items() if name in allowed})
        return made
