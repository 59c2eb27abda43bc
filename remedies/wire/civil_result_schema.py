"""The schema of the civil part of a result: describes what :mod:`remedies.wire.civil_result` writes."""

from marshmallow import fields

from remedies.calculators.choices import ChosenBy
from remedies.calculators.civil.comparison import FEDERAL, REQUIRED, STATE
from remedies.calculators.civil.provisions import Part
from remedies.figures import Checked, Evidence
from remedies.operations import Op, Unit
from remedies.wire.civil_result import COMPARED, RECOVERY_COLUMNS, WAGE_COLUMNS
from remedies.wire.shapes import Exact, amount, by_column, many, one_of, text

_RATIO = r"^-?[0-9]+(?:/[0-9]+)?$"
_ALWAYS = frozenset({"hours", "rate", "straight_time", "due", "paid", "overtime_hours"})
COMPONENTS = ("wages", "damages", "interest", "waiting_time", "guarantees")

CivilComponentsSchema = Exact.from_dict(
    {name: amount() for name in COMPONENTS}, name="CivilComponentsSchema"
)


class CivilEntrySchema(Exact):
    """One date of a record: its value as an exact ratio."""

    on = text(format="date")
    value = text(pattern=_RATIO)
    note = text()


class CivilLineSchema(Exact):
    """One line of a worksheet; it cites only lines above it."""

    line = fields.Integer(required=True, metadata={"minimum": 1})
    name = text()
    value = amount("cut, not rounded, after six decimals; exact holds what was cut")
    unit = one_of(Unit)
    operation = one_of(Op)
    operands = many(fields.Integer(metadata={"minimum": 1}), "numbers of lines above")
    authority = text("the law that the line applies")
    checked = one_of(Checked, "how that was checked", null=True)
    source = text("the exhibit that shows a given fact")
    evidence = one_of(Evidence, required=False)
    exact = text("the value as an exact ratio", required=False, pattern=_RATIO)
    column = text("the column of a schedule that the line totals", required=False)
    entries = fields.List(fields.Nested(CivilEntrySchema))


class CivilPartSchema(Exact):
    """One part of the unpaid wages under one law, over all workweeks."""

    unpaid = amount()
    claimed = amount("as far as it is in time")
    damages = amount("beyond the wages")


PartsSchema = Exact.from_dict(
    {part.value: fields.Nested(CivilPartSchema, required=True) for part in Part},
    name="PartsSchema",
)
ClaimedWorkweekSchema = Exact.from_dict(
    {
        "starts_on": text("the workweek's first day", format="date"),
        "due_on": text("the regular payday of its wages", format="date"),
    }
    | {key: amount(required=key in _ALWAYS) for key in WAGE_COLUMNS}
    | {key: amount() for key in RECOVERY_COLUMNS}
    | {
        "in_time": by_column(text(), "whether each unpaid part was brought in time, and why"),
        "interest_factors": by_column(
            text(pattern=_RATIO), "what interest multiplies the wages by, as exact ratios"
        ),
        "basis": fields.Integer(required=True, metadata={"minimum": 1}),
    },
    name="ClaimedWorkweekSchema",
)


class CivilBasisSchema(Exact):
    """What equal workweeks start from: the lines behind each cell, the damages and the rate of interest."""

    basis = fields.Integer(required=True, metadata={"minimum": 1})
    cells = by_column(fields.List(fields.Nested(CivilLineSchema)), "lines by column")


class ProvisionSchema(Exact):
    """A rule on damages that was applied, in plain words."""

    violation = text("what must have gone unpaid")
    rule = text("what the worker may recover")
    authority = text()
    checked = one_of(Checked, "how it was checked")


class LegalClaimSchema(Exact):
    """The claim under one law."""

    law = text("us, or the key of a state", examples=["us", "us-ca"])
    name = text()
    unpaid = amount("unpaid wages of all workweeks")
    claimed = amount("of them, what is in time")
    lost = amount("of them, what is too late")
    damages = amount("beyond the wages")
    interest = amount()
    total = amount()
    parts = fields.Nested(PartsSchema, required=True)
    provisions = many(
        ProvisionSchema, "the rules on damages that were applied; empty for federal law"
    )
    workweeks = many(ClaimedWorkweekSchema)
    bases = many(CivilBasisSchema)


ComparedWorkweekSchema = Exact.from_dict(
    {
        "starts_on": text(format="date"),
        "law": one_of((FEDERAL, STATE, REQUIRED), "the law taken for the workweek"),
    }
    | {key: amount() for key in COMPARED},
    name="ComparedWorkweekSchema",
)


class GuaranteeSchema(Exact):
    """What the three-fourths guarantee of one contract or block yields."""

    contract = fields.Integer(required=True, metadata={"minimum": 0})
    owed = amount()


class CivilPositionSchema(Exact):
    """A position that the claim's figures rest on."""

    key = text()
    option = text()
    says = text()
    chosen_by = one_of(ChosenBy)


class NotComputedSchema(Exact):
    """A part that was left out, why, and for which workweeks; null: for all."""

    what = text()
    why = text()
    begins_on = fields.String(
        data_key="from", required=True, allow_none=True, metadata={"format": "date"}
    )
    ends_on = fields.String(
        data_key="to", required=True, allow_none=True, metadata={"format": "date"}
    )


class CivilResultSchema(Exact):
    """What a civil suit can claim: each law by itself, the better by workweek, and what was left out."""

    total = amount("the components together")
    components = fields.Nested(CivilComponentsSchema, required=True)
    lost = amount("of the highest wages, what is unpaid and not among the wages taken")
    claims = many(LegalClaimSchema, "federal law first, then each state of the work")
    workweeks = many(ComparedWorkweekSchema, "the laws side by side, and the one taken")
    guarantees = many(GuaranteeSchema)
    positions = many(CivilPositionSchema)
    not_computed = many(NotComputedSchema)
    assumptions = many(fields.String())
    worksheet = many(CivilLineSchema, "the lines of the total")
