"""The schema of what :mod:`remedies.wire.doubt` writes; nothing is dumped through it."""

from marshmallow import fields

from remedies.calculators.measures import Measure
from remedies.calculators.restitution import COMPONENTS
from remedies.figures import Evidence
from remedies.wire.doubt import NONE_STATED
from remedies.wire.shapes import Exact, amount, by_column, many, one_of, text

ArmsSchema = Exact.from_dict(
    {
        measure.value: amount(
            "null: the claim has no facts for it, or the law does not open it", null=True
        )
        for measure in Measure
    },
    name="ArmsSchema",
)
ComponentsSchema = Exact.from_dict(
    {name: amount(required=False) for name in COMPONENTS}, name="ComponentsSchema"
)
StrengthSchema = Exact.from_dict(
    {name: amount() for name in (*Evidence, NONE_STATED)}, name="StrengthSchema"
)


class RangeSchema(Exact):
    """The lowest, likely and highest total in dollars; three times the total without ranges.

    Likely is the total of the likely facts. For low and high each fact stands at the end that, alone, moves
    the total that way; a fact that alone moves nothing is tried at both ends. No total of ``movers`` lies
    outside them, so that low is never more, and high never less, than likely.
    """

    low = amount()
    likely = amount()
    high = amount()


class MoverSchema(Exact):
    """A fact that is a range, and how far it moves the total alone while the other facts are likely."""

    field = text("the claim's field; for dated entries, that of the list and of the number in it")
    name = text("what it is in words", examples=["hours a workweek, 2012-01-01 to 2012-12-31"])
    low = amount("the fact; for dated entries, which vary together, their sum")
    likely = amount()
    high = amount()
    total_low = amount("the total with the fact at its low, in dollars")
    total_high = amount("the total with the fact at its high, in dollars")
    swing = amount("how far apart these two are")


class ExhibitOfAccountSchema(Exact):
    """An exhibit of an account's own periods of work, and the evidence that it is."""

    exhibit = text("empty: none is named")
    evidence = one_of(Evidence, null=True)


class ToldSchema(Exact):
    """What an account tells of one workweek."""

    starts_on = text("the workweek's first day", format="date")
    hours = amount("hours worked")
    due = amount("wages due, in dollars")
    unpaid = amount("unpaid wages, in dollars")
    difference = amount("unpaid wages more (below zero: less) than by the account that is used")


class AccountSchema(Exact):
    """One account of the work: its figure, its exhibits and where it differs from the others."""

    account = text("its name in the claim")
    used = fields.Boolean(
        required=True, metadata={"description": "whether the result's total is of this account"}
    )
    total = amount("the restitution by this account, in dollars")
    difference = amount("the total more (below zero: less) than by the account that is used")
    measure = one_of(Measure, "the measure that is greatest by this account", null=True)
    hours = amount("hours worked, all workweeks")
    due = amount("wages due, all workweeks, in dollars")
    unpaid = amount("unpaid wages, all workweeks, in dollars")
    exhibits = many(ExhibitOfAccountSchema)
    workweeks = many(ToldSchema, "the workweeks of which the accounts do not tell the same")


class TheoryResultSchema(Exact):
    """The claim's own positions, or a theory: the same facts under other positions."""

    name = text("null: the claim's own positions, which come first", null=True)
    positions = by_column(fields.String(), "the options that differ from the claim's own")
    total = amount("the restitution, in dollars")
    difference = amount("the total more (below zero: less) than by the claim's own positions")
    measure = one_of(Measure, "the measure that is greatest", null=True)
    arms = fields.Nested(ArmsSchema, required=True)
    components = fields.Nested(ComponentsSchema, required=True)
