"""Gross income or value to the defendant of the victim's services or labor.

Authority:
    18 U.S.C. § 1593(b)(3): "the greater of the gross income or value to the defendant".
    18 U.S.C. § 2429(b)(1): the same for chapter 117, where the services are commercial sex acts.
"""

from collections.abc import Sequence
from fractions import Fraction

from remedies.facts import CommercialSex, Expenses, Gain, MarketValue, Receipts
from remedies.figures import Figure, excess, given, product, to_cents, total
from remedies.operations import Unit


def gross_income(found: Sequence[Gain], *, deduct_expenses: bool = False) -> Figure | None:
    """Return what the defendant took in, in dollars; None when the claim gives no receipts.

    Args:
        found: the claim's gains.
        deduct_expenses: the position ``gross_income_offset``; nothing is deducted by default.

    """
    receipts = [
        _receipts(gain) if isinstance(gain, Receipts) else _acts(gain)
        for gain in found
        if isinstance(gain, Receipts | CommercialSex)
    ]
    if not receipts:
        return None
    income = receipts[0] if len(receipts) == 1 else total("gross income", *receipts)
    expenses = [_expenses(gain) for gain in found if isinstance(gain, Expenses)]
    if not deduct_expenses or not expenses:
        return income
    spent = expenses[0] if len(expenses) == 1 else total("expenses", *expenses)
    return excess("gross income less expenses, by position", income, spent)


def market_value(found: Sequence[Gain]) -> Figure | None:
    """Return what the same work would have cost on the market, in dollars; None when not given."""
    values = [
        to_cents(
            "market value of the work",
            product(
                "market value of the work, exact",
                _given("market rate", gain, gain.rate, Unit.USD_PER_HOUR),
                _given("hours of work", gain, gain.hours, Unit.HOUR),
            ),
        )
        for gain in found
        if isinstance(gain, MarketValue)
    ]
    if not values:
        return None
    return values[0] if len(values) == 1 else total("market value of the work", *values)


def _receipts(gain: Receipts) -> Figure:
    return _given("receipts", gain, gain.amount, Unit.USD)


def _expenses(gain: Expenses) -> Figure:
    return _given("expenses claimed", gain, gain.amount, Unit.USD)


def _acts(gain: CommercialSex) -> Figure:
    acts = product(
        "acts",
        _given("acts a day", gain, gain.acts_per_day, Unit.ACT_PER_DAY),
        _given("days", gain, gain.days, Unit.DAY),
    )
    price = _given("price of an act", gain, gain.price, Unit.USD_PER_ACT)
    income = product("income from acts", price, acts)
    if 100 % income.value.denominator:
        return to_cents("income from acts, to the cent", income)
    return income


def _given(name: str, gain: Gain, value: Fraction, unit: Unit) -> Figure:
    return given(name, value, unit, source=gain.exhibit, evidence=gain.evidence)
