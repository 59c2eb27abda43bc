"""The schemas of what :mod:`remedies.wire.property` writes; nothing is dumped through them."""

from enum import StrEnum
from typing import Final

from marshmallow import fields

from remedies.figures import Checked
from remedies.ledger.entries import Distribution, Forfeiture, Path, Stage
from remedies.ledger.remission import Division, Loss, Torts
from remedies.ledger.restoration import Shown
from remedies.wire import shapes
from remedies.wire.shapes import Exact, amount, many, one_of, text
from remedies.wire.statement_delays import NextStepSchema

LOSSES: Final = {loss.name.lower(): loss for loss in Loss}
"""The kinds of loss as they are written in JSON."""

_AS_OF: Final = "the day at whose end everything stands"
_KNOWN: Final = {"description": "how many entries of the journal were read", "minimum": 0}


def flag(says: str = "", *, null: bool = False) -> fields.Field[bool]:
    """Return true or false."""
    metadata = {"description": says} if says else {}
    return fields.Boolean(required=True, allow_none=null, metadata=metadata)


def whole(says: str = "") -> fields.Field[int]:
    """Return a whole number."""
    return fields.Integer(required=True, metadata={"description": says} if says else {})


def or_null(words: type[StrEnum]) -> fields.Field[str]:
    """Return one of a set of words, or null where it is not known."""
    return text(null=True, enum=[*(word.value for word in words), None])


class OfCaseSchema(Exact):
    """What every paper of a case says of it."""

    case = text("the case's reference")
    as_of = text(_AS_OF, format="date")
    known = fields.Integer(required=True, metadata=_KNOWN)


class RuleWordsSchema(Exact):
    """A rule that something rests on, with its words where they were read."""

    citation = text()
    quote = text("empty: its words were not read")
    checked = one_of(Checked)


class AskedPropertySchema(Exact):
    """The asset that is asked for."""

    reference = text()
    what = text()
    agency = text()
    number = text("the agency's own")
    statute = text("of the forfeiture; before it, the one under which it is to be forfeited")
    how = or_null(Forfeiture)
    stage = or_null(Stage)


class AssetProceedsSchema(Exact):
    """The way from gross proceeds to what is left: 28 C.F.R. § 9.9(a) for remission, else a reading."""

    gross = amount()
    costs = amount("the government's, as entered")
    third_parties = amount("interests that were granted")
    net = amount()
    transferred = amount("before")
    available = amount()


class SatisfiedOrderSchema(Exact):
    """The restitution order that the proceeds would satisfy."""

    reference = text()
    first_on = text("the day of its first version", null=True, format="date")
    distribution = one_of(Distribution)
    document = text()


class ScheduleLineSchema(Exact):
    """One victim of the schedule, by reference."""

    victim = text()
    awarded = amount()
    outstanding = amount("still owed to the victim, before")
    share = amount("of the proceeds")
    left = amount("still owed after")


class RepresentationSchema(Exact):
    """One statement of the request: by the entries, or as the office states, or still to be stated."""

    key = text()
    says = text()
    shown = one_of(Shown)
    by_entries = flag("the journal shows it; otherwise the office states it")
    authority = fields.Nested(RuleWordsSchema, required=True)


class TakenStepSchema(Exact):
    """One step of the asset."""

    on = text(format="date")
    entry = whole("its number in the journal")
    stage = one_of(Stage)
    actor = text()
    document = text()
    amount = shapes.amount(null=True)
    costs = shapes.amount(null=True)


class RestorationSchema(OfCaseSchema):
    """The request that forfeited proceeds satisfy the order, or the transfer that the law commands."""

    path = one_of(
        Path, "mandatory: 18 U.S.C. § 1594(f)(1) commands it, and nothing is to be stated"
    )
    asset = fields.Nested(AskedPropertySchema, required=True)
    proceeds = fields.Nested(AssetProceedsSchema, required=True)
    order = fields.Nested(SatisfiedOrderSchema, required=True, allow_none=True)
    schedule = many(ScheduleLineSchema)
    outside = many(
        fields.String(),
        "those whom these proceeds cannot pay: awards not shown to be of chapter 77",
    )
    requested = amount("all shares together")
    left = amount("what of the proceeds the order does not take")
    statements = many(RepresentationSchema)
    missing = many(
        fields.String(), "the keys of statements that do not hold, or nobody has made yet"
    )
    ready = flag("nothing is missing")
    steps = many(TakenStepSchema, "in the order of their days")
    next = many(NextStepSchema)


class RemissionGroundSchema(Exact):
    """Why an item counts for less, or not at all, or not yet."""

    says = text()
    open = flag("an answer would change it")
    authority = fields.Nested(RuleWordsSchema, required=True)


class RemissionLineSchema(Exact):
    """One loss of a petition with what of it counts."""

    victim = text()
    what = text()
    kind = one_of(LOSSES)
    amount = shapes.amount("claimed")
    on = text(null=True, format="date")
    market_value = shapes.amount("on the day of the loss", null=True)
    compensated = shapes.amount("by others")
    documents = many(fields.String())
    directly_caused = flag("null: not said", null=True)
    by_illegal_act = flag("null: not said", null=True)
    shown = shapes.amount("what counts now")
    to_show = shapes.amount("what would count once everything is shown")
    grounds = many(RemissionGroundSchema)


class RemissionOutcomeSchema(Exact):
    """One petitioner's sums."""

    victim = text()
    contributed = flag("null: not said", null=True)
    interest = amount("what of the property itself is the victim's")
    priority = whole()
    claimed = amount()
    shown = amount()
    to_show = amount()
    compensated = amount("stated with the losses")
    had_by_entries = amount(
        "what the journal shows as applied, transferred or recovered, from all sources"
    )
    as_owner = amount("share of the proceeds as an owner")
    as_victim = amount("share of what owners leave")
    share = amount("both together")


class RemissionReadingsSchema(Exact):
    """The options of the two positions that decide the worksheet."""

    remission_of_torts = one_of(Torts)
    remission_shares = one_of(Division)


class RemissionSchema(OfCaseSchema):
    """What of each loss counts for remission and why, and how the proceeds are divided."""

    asset = text()
    mandatory = flag(
        "forfeited under 18 U.S.C. § 1594: with an order, subsection (f) names the path"
    )
    positions = fields.Nested(RemissionReadingsSchema, required=True)
    available = amount("net proceeds not yet transferred")
    lines = many(RemissionLineSchema)
    petitioners = many(RemissionOutcomeSchema)
    divided = amount("all shares together")
    left = amount("what is divided among nobody")
    authorities = many(RuleWordsSchema)


class PaidOutSchema(Exact):
    """What a disbursement paid out of it."""

    disbursement = text()
    on = text(null=True, format="date")
    amount = shapes.amount()


class ToObligeeSchema(Exact):
    """What of a source is for one obligee, and what became of it."""

    obligee = text("a victim, a payer or a fund")
    amount = shapes.amount()
    held = shapes.amount("not paid out")
    disbursements = many(PaidOutSchema)


class MoneySourceSchema(Exact):
    """A transfer of an asset's proceeds, or a payment."""

    reference = text("of the transfer or the payment")
    entry = whole("its number in the journal")
    on = text(format="date")
    asset = text("null: a payment", null=True)
    path = or_null(Path)
    order = text("the order that a transfer satisfies", null=True)
    amount = shapes.amount()
    disbursed = shapes.amount()
    held = shapes.amount()
    to = many(ToObligeeSchema)


class AssetMoneySchema(Exact):
    """Where an asset's proceeds went."""

    asset = text()
    transferred = amount()
    disbursed = amount()
    held = amount()
    transfers = many(fields.String(), "references, oldest first")


class CameSchema(Exact):
    """Whence an obligee's money came."""

    source = text("reference of the transfer or the payment")
    asset = text("null: a payment", null=True)
    amount = shapes.amount()
    disbursement = text("null: it is held", null=True)
    paid_on = text(null=True, format="date")


class ObligeeMoneySchema(Exact):
    """Everything that came for one obligee, and whence."""

    obligee = text()
    amount = shapes.amount("what came")
    disbursed = shapes.amount("paid out, of what came")
    held = shapes.amount()
    made_up = shapes.amount("paid out, and covered by nothing that came: a payment was taken back")
    came = many(CameSchema)


class TraceSchema(OfCaseSchema):
    """Where every dollar came from and went.

    Dollars held for one obligee are alike: by the convention of this program the oldest are paid out first.
    """

    sources = many(MoneySourceSchema, "each transfer and payment: order, obligees, disbursements")
    assets = many(AssetMoneySchema, "the same, summed by asset")
    obligees = many(ObligeeMoneySchema, "the same, back from each obligee")


class ActsSchema(Exact):
    """What must be done next about one asset."""

    asset = text()
    what = text()
    stage = or_null(Stage)
    left = amount("net proceeds not yet transferred")
    next = many(NextStepSchema, "empty: all is done")


class NextStepsSchema(OfCaseSchema):
    """What must be done next about each asset of a case."""

    assets = many(ActsSchema)
