"""The result's schema: describes what :mod:`remedies.wire.result` writes; nothing is dumped through it.

The result is written as text, line by line, because an object per line would cost more than
computing it. A test holds every result against this description.
"""

from typing import Any

from marshmallow import RAISE, Schema, fields

from remedies.calculators.choices import ChosenBy
from remedies.calculators.measures import Measure, Regime
from remedies.calculators.restitution import COMPONENTS
from remedies.figures import Checked, Evidence, Op, Unit
from remedies.wire.result import PRINTED

_Field = fields.Field[Any]
_DECIMAL = r"^-?[0-9]+(?:\.[0-9]{1,6})?$"
_EXACT = r"^-?[0-9]+(?:/[0-9]+)?$"
_DIGEST = r"^sha256:[0-9a-f]{64}$"
_RATES = frozenset({"agreed_rate", "minimum_rate"})  # only where pay was agreed


def _text(says: str = "", *, required: bool = True, null: bool = False, **more: object) -> _Field:
    metadata = {**({"description": says} if says else {}), **more}
    return fields.String(required=required, allow_none=null, metadata=metadata)


def _amount(says: str = "", *, required: bool = True, null: bool = False) -> _Field:
    return _text(says, required=required, null=null, pattern=_DECIMAL, examples=["545905.92"])


def _one_of(words: object, says: str = "", *, required: bool = True, null: bool = False) -> _Field:
    values = [str(word) for word in words]  # type: ignore[attr-defined]
    return _text(says, required=required, null=null, enum=values)


def _many(of: type[Schema] | _Field, says: str = "") -> _Field:
    inner = fields.Nested(of) if isinstance(of, type) else of
    return fields.List(inner, required=True, metadata={"description": says} if says else {})


def _by_column(values: _Field, says: str) -> _Field:
    return fields.Dict(
        keys=fields.String(), values=values, required=True, metadata={"description": says}
    )


class Exact(Schema):
    """A part of the result: nothing but the fields named here."""

    class Meta:
        """Nothing else stands in it."""

        unknown = RAISE


ArmsSchema = Exact.from_dict(
    {
        measure.value: _amount(
            "null: the claim has no facts for it, or the law does not open it", null=True
        )
        for measure in Measure
    },
    name="ArmsSchema",
)
ComponentsSchema = Exact.from_dict(
    {name: _amount(required=False) for name in COMPONENTS}, name="ComponentsSchema"
)


class RangeSchema(Exact):
    """The total when every range is low, as likely, and high; three times the total without ranges."""

    low = _amount()
    likely = _amount()
    high = _amount()


class UnavailableSchema(Exact):
    """A measure or category of loss that the statutes of conviction do not open."""

    what = _text(examples=["value_of_labor"])
    why = _text("the reason, with its authority")


class TakenSchema(Exact):
    """A position that mattered: the option taken, who chose it and what it is worth."""

    key = _text("the position's key in the register", examples=["liquidated_damages"])
    question = _text("the question on which courts or agencies differ")
    option = _text("the option taken", examples=["include"])
    says = _text("what the option does")
    authority = _text("the authorities for it; empty when there is none")
    checked = _one_of(Checked, "how the least certain of them was checked", null=True)
    chosen_by = _one_of(ChosenBy, "who chose it")
    effect = _amount(
        "what the total would lose (below zero: gain) under the option named in against",
        null=True,
    )
    against = _text("the other option that moves the total most", null=True)
    effects = fields.Dict(
        keys=fields.String(),
        values=_amount(),
        required=True,
        metadata={"description": "the same for each other option of which a figure can be made"},
    )


class ColumnSchema(Exact):
    """A column of the schedule of workweeks: its formula over columns to its left."""

    key = _text("the name of the column in workweeks", examples=["straight_time"])
    name = _text()
    unit = _one_of(Unit)
    operation = _one_of([*Op, "cell"], "cell: the value comes from bases")
    operands = _many(fields.String(), "keys of columns to its left")
    authority = _text()
    checked = _one_of(Checked, null=True)


class EntrySchema(Exact):
    """One date of a record."""

    on = _text(format="date")
    value = _amount("in the unit of the line; cut, not rounded, after six decimals")
    exact = _text("the value as an exact ratio, where it was cut", required=False, pattern=_EXACT)
    note = _text("the times of a clock", required=False, examples=["08:00 to 16:30"])


class LineSchema(Exact):
    """One line of a worksheet; it cites only lines above it."""

    line = fields.Integer(required=True, metadata={"minimum": 1})
    name = _text()
    value = _amount("cut, not rounded, after six decimals; exact holds what was cut")
    unit = _one_of(Unit)
    operation = _one_of(Op, "how the value follows from its operands")
    operands = _many(fields.Integer(metadata={"minimum": 1}), "numbers of lines above")
    authority = _text("the law that the line applies")
    checked = _one_of(Checked, "how that was checked", null=True)
    source = _text("the exhibit that shows a given fact")
    evidence = _one_of(Evidence, "what a given fact rests on", required=False)
    exact = _text("the value as an exact ratio", required=False, pattern=_EXACT)
    column = _text("the column of workweeks that the line totals", required=False)
    entries = fields.List(
        fields.Nested(EntrySchema),
        metadata={"description": "the dated entries that a line of operation recorded adds up"},
    )


WorkweekSchema = Exact.from_dict(
    {"starts_on": _text("the workweek's first day", format="date")}
    | {key: _amount(required=key not in _RATES) for key in PRINTED}
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
    values = _by_column(_amount(), "the value of every column")
    exact = _by_column(
        _text(pattern=_EXACT), "exact ratios of values that six decimals cannot hold"
    )
    cells = _by_column(
        fields.List(fields.Nested(LineSchema)), "the lines behind each column that has no formula"
    )


class WarningSchema(Exact):
    """A doubt that is no error: something that a reader should check."""

    code = _text("stable", examples=["gains_not_given"])
    message = _text()
    field = _text("the claim's field that it is about; empty when it is about the law")


class ReceiptSchema(Exact):
    """What proves the same answer later: the same three give the same bytes."""

    facts = _text(
        "digest of the claim: its JSON with sorted keys, no spaces, in UTF-8", pattern=_DIGEST
    )
    law = _text("digest of the law files used", pattern=_DIGEST)
    software = _text("name and version", examples=["remedies 0.1.0"])


class ResultSchema(Exact):
    """The figure for one victim, with every line, position and doubt behind it."""

    result = _text("the contract's version", enum=["1"])
    reference = _text("the claim's own reference")
    total = _amount("the restitution, in dollars")
    measure = _one_of(
        Measure, "the greatest of the values; null when only losses count", null=True
    )
    statute = _one_of(Regime, "the statute that governs the amount")
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
    evidence = _one_of(Evidence, "the weakest evidence that the total rests on", null=True)
    unavailable = _many(UnavailableSchema)
    positions = _many(TakenSchema, "every position that moved the total or that the claim chose")
    columns = _many(ColumnSchema, "the schedule's columns, left to right; empty without work")
    workweeks = _many(WorkweekSchema, "one entry for each workweek, by date")
    bases = _many(BasisSchema, "what each distinct workweek starts from: lines for every cell")
    worksheet = _many(LineSchema, "the lines from the first given to the total, which is last")
    warnings = _many(WarningSchema)
    receipt = fields.Nested(ReceiptSchema, required=True)
