"""The result's schema: describes what :mod:`remedies.wire.result` writes; nothing is dumped through it.

The result is written as text, line by line, because an object per line would cost more than
computing it. A test holds every result against this description.
"""

from marshmallow import fields

from remedies.calculators.choices import ChosenBy
from remedies.calculators.measures import Measure, Regime
from remedies.figures import Checked, Evidence
from remedies.operations import Op, Unit
from remedies.wire.civil_result_schema import CivilResultSchema
from remedies.wire.doubt_schema import (
    AccountSchema,
    ArmsSchema,
    ComponentsSchema,
    MoverSchema,
    RangeSchema,
    StrengthSchema,
    TheoryResultSchema,
)
from remedies.wire.result import PRINTED
from remedies.wire.shapes import Exact, amount, by_column, many, one_of, text

_EXACT = r"^-?[0-9]+(?:/[0-9]+)?$"
_DIGEST = r"^sha256:[0-9a-f]{64}$"
_RATES = frozenset({"agreed_rate", "minimum_rate"})  # only where pay was agreed


class UnavailableSchema(Exact):
    """A measure or category of loss that the statutes of conviction do not open."""

    what = text(examples=["value_of_labor"])
    why = text("the reason, with its authority")


class TakenSchema(Exact):
    """A position that mattered: the option taken, who chose it and what it is worth."""

    key = text("the position's key in the register", examples=["liquidated_damages"])
    question = text("the question on which courts or agencies differ")
    option = text("the option taken", examples=["include"])
    says = text("what the option does")
    authority = text("the authorities for it; empty when there is none")
    checked = one_of(Checked, "how the least certain of them was checked", null=True)
    chosen_by = one_of(ChosenBy, "who chose it")
    effect = amount(
        "what the total would lose (below zero: gain) under the option named in against",
        null=True,
    )
    against = text("the other option that moves the total most", null=True)
    effects = fields.Dict(
        keys=fields.String(),
        values=amount(),
        required=True,
        metadata={"description": "the same for each other option of which a figure can be made"},
    )


class ColumnSchema(Exact):
    """A column of the schedule of workweeks: its formula over columns to its left."""

    key = text("the name of the column in workweeks", examples=["straight_time"])
    name = text()
    unit = one_of(Unit)
    operation = one_of([*Op, "cell"], "cell: the value comes from bases")
    operands = many(fields.String(), "keys of columns to its left")
    authority = text()
    checked = one_of(Checked, null=True)


class EntrySchema(Exact):
    """One date of a record."""

    on = text(format="date")
    value = amount("in the unit of the line; cut, not rounded, after six decimals")
    exact = text("the value as an exact ratio, where it was cut", required=False, pattern=_EXACT)
    note = text("the times of a clock", required=False, examples=["08:00 to 16:30"])


class LineSchema(Exact):
    """One line of a worksheet; it cites only lines above it."""

    line = fields.Integer(required=True, metadata={"minimum": 1})
    name = text()
    value = amount("cut, not rounded, after six decimals; exact holds what was cut")
    unit = one_of(Unit)
    operation = one_of(Op, "how the value follows from its operands")
    operands = many(fields.Integer(metadata={"minimum": 1}), "numbers of lines above")
    authority = text("the law that the line applies")
    checked = one_of(Checked, "how that was checked", null=True)
    source = text("the exhibit that shows a given fact")
    evidence = one_of(
        Evidence,
        "the weakest evidence that the line rests on, where any is stated",
        required=False,
    )
    exact = text("the value as an exact ratio", required=False, pattern=_EXACT)
    column = text("the column of workweeks that the line totals", required=False)
    entries = fields.List(
        fields.Nested(EntrySchema),
        metadata={"description": "the dated entries that a line of operation recorded adds up"},
    )


WorkweekSchema = Exact.from_dict(
    {"starts_on": text("the workweek's first day", format="date")}
    | {key: amount(required=key not in _RATES) for key in PRINTED}
    | {
        "basis": fields.Integer(
            required=True, metadata={"minimum": 1, "description": "its entry in bases"}
        )
    },
    name="WorkweekSchema",
)


class BasisSchema(Exact):
    """A distinct workweek: every column's value, and the lines that its cells come from."""

    basis = fields.Integer(required=True, metadata={"minimum": 1})
    evidence = one_of(
        Evidence, "the weakest evidence stated for a fact of the workweek", null=True
    )
    values = by_column(amount(), "the value of every column")
    exact = by_column(text(pattern=_EXACT), "exact ratios of values that six decimals cannot hold")
    cells = by_column(
        fields.List(fields.Nested(LineSchema)), "the lines behind each column that has no formula"
    )


class WarningSchema(Exact):
    """A doubt that is no error: something that a reader should check."""

    code = text("stable", examples=["gains_not_given"])
    message = text()
    field = text("the claim's field that it is about; empty when it is about the law")


class ReceiptSchema(Exact):
    """What proves the same answer later: the same three give the same bytes."""

    facts = text(
        "digest of the claim: its JSON with sorted keys, no spaces, in UTF-8", pattern=_DIGEST
    )
    law = text("digest of the law files used", pattern=_DIGEST)
    software = text("name and version", examples=["remedies 0.1.0"])
    law_as_recorded_on = text(
        "the day whose record of the law was asked for, where more is recorded now",
        required=False,
        format="date",
    )


class ResultSchema(Exact):
    """The figure for one victim, with every line, position and doubt behind it."""

    result = text("the contract's version", enum=["1"])
    reference = text("the claim's own reference")
    total = amount("the restitution, in dollars")
    measure = one_of(Measure, "the greatest of the values; null when only losses count", null=True)
    rounding = text(
        "the option of the position workweek_rounding that the wages follow; null without wages",
        null=True,
        examples=["exact"],
    )
    statute = one_of(Regime, "the statute that governs the amount")
    arms = fields.Nested(
        ArmsSchema,
        required=True,
        metadata={"description": "the values of which the greatest is taken"},
    )
    components = fields.Nested(
        ComponentsSchema,
        required=True,
        metadata={"description": "what the total is made of, in dollars; they add up to it"},
    )
    range = fields.Nested(RangeSchema, required=True)
    movers = many(
        MoverSchema, "the facts that are ranges, the one that moves the total most first"
    )
    evidence = one_of(Evidence, "the weakest evidence that the total rests on", null=True)
    strength = fields.Nested(
        StrengthSchema,
        required=True,
        metadata={
            "description": "the total by the weakest evidence stated beneath each part: each workweek's "
            "wages, damages as the wages that they double, each loss, each gain; they add up to the total"
        },
    )
    accounts = many(AccountSchema, "each account of the work; empty when there is but one")
    theories = many(
        TheoryResultSchema, "the claim's own positions and its theories; empty when it has none"
    )
    unavailable = many(UnavailableSchema)
    positions = many(TakenSchema, "every position that moved the total or that the claim chose")
    columns = many(ColumnSchema, "the schedule's columns, left to right; empty without work")
    workweeks = many(WorkweekSchema, "one entry for each workweek, by date")
    bases = many(BasisSchema, "what each distinct workweek starts from: lines for every cell")
    worksheet = many(LineSchema, "the lines from the first given to the total, which is last")
    warnings = many(WarningSchema)
    receipt = fields.Nested(ReceiptSchema, required=True)
    civil = fields.Nested(
        CivilResultSchema,
        metadata={
            "description": "the civil claim for the same wages, where the claim asks for one"
        },
    )
