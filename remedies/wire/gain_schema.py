"""Gains in a claim: receipts, acts and prices, market value, expenses."""

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import post_load

from remedies.facts import CommercialSex, Expenses, Gain, MarketValue, Receipts
from remedies.figures import Evidence
from remedies.wire.base import Strict, need, only
from remedies.wire.fields import Day, Number, Said, Text, Word

_KINDS: dict[str, tuple[type, tuple[str, ...], tuple[str, ...]]] = {
    "receipts": (Receipts, ("amount",), ("from", "to")),
    "commercial_sex": (CommercialSex, ("from", "to", "days", "acts_per_day", "price"), ()),
    "market_value": (MarketValue, ("hours", "rate"), ()),
    "expenses": (Expenses, ("amount",), ()),
}
_ALWAYS = ("kind", "exhibit", "evidence")
_ATTRIBUTES = {"from": "begins_on", "to": "ends_on"}


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

    def misshapen(self, given: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
        """Yield what the kind lacks, and what it has no use for."""
        kind = given.get("kind")
        if not isinstance(kind, str) or kind not in _KINDS:
            return
        _, needed, possible = _KINDS[kind]
        yield from need(given, *needed)
        why = f"does not belong to the kind {kind}"
        yield from only(given, *needed, *possible, *_ALWAYS, why=why)

    @post_load(pass_original=True)
    def make(self, data: dict[str, Any], original: Mapping[str, Any], **_: object) -> Gain:
        """Return the gain of its kind."""
        self.demand_shape(original)
        fact, needed, possible = _KINDS[data["kind"]]
        names = [_ATTRIBUTES.get(name, name) for name in (*needed, *possible, *_ALWAYS[1:])]
        made: Gain = fact(**{name: data[name] for name in names})
        return made
