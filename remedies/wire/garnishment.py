"""The ceiling of a garnishment: its answer as JSON, with the worksheet that proves it."""

import datetime as dt
from fractions import Fraction
from typing import Final

from marshmallow import fields

from remedies.calculators.collection.garnishment import PayPeriod, garnishment_ceiling
from remedies.errors import FactsError, Problem
from remedies.figures import Figure
from remedies.law import Law
from remedies.wire.civil_result import worksheet_lines
from remedies.wire.fields import plain_number
from remedies.wire.result_schema import LineSchema
from remedies.wire.shapes import Exact, amount, many, one_of
from remedies.worksheet import decimal_text

_PLACES: Final = 2


class GarnishmentSchema(Exact):
    """The most that may be garnished of a pay period's disposable earnings, and why."""

    disposable = amount("what is left after the amounts that law requires to be withheld")
    period = one_of(PayPeriod, "how often the defendant is paid")
    payable_on = fields.Date(
        required=True, metadata={"description": "the day that fixes the minimum wage"}
    )
    ceiling = amount("the most that may be taken, in whole cents")
    worksheet = many(fields.Nested(LineSchema), "how the ceiling follows, line by line")


def earnings(text: str) -> Fraction:
    """Return the disposable earnings that a plain decimal stands for, in dollars.

    Raises:
        FactsError: it is none, or has more than two decimals.

    """
    found = plain_number(text, _PLACES)
    if found is None:
        message = "must be a plain decimal with at most two places, such as 512.40"
        raise FactsError([Problem("disposable", "not_a_plain_decimal", message)])
    return found


def garnishment(
    disposable: Fraction, period: PayPeriod, payable_on: dt.date, law: Law
) -> tuple[Figure, dict[str, object]]:
    """Return the ceiling, and its document as :class:`GarnishmentSchema` has it.

    Raises:
        LawNotEncodedError: the law of that day is not encoded.

    """
    ceiling = garnishment_ceiling(disposable, period, payable_on, law)
    document: dict[str, object] = {
        "disposable": decimal_text(disposable, _PLACES, _PLACES)[0],
        "period": period.value,
        "payable_on": payable_on.isoformat(),
        "ceiling": decimal_text(ceiling.value, _PLACES, _PLACES)[0],
        "worksheet": worksheet_lines(ceiling),
    }
    return ceiling, document
