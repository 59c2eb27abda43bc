"""The schema of the accounts in a statement: what each victim is owed, and what each defendant owes."""

from marshmallow import fields

from remedies.calculators.collection.penalties import Obligation
from remedies.figures import Checked
from remedies.ledger.due import Status
from remedies.ledger.entries import Fund, Person
from remedies.ledger.statement_lines import Moved
from remedies.wire import shapes
from remedies.wire.shapes import AnyField, Exact, by_column, many, one_of
from remedies.wire.statement import SUMS

RANGES = r"^[0-9]+(?:-[0-9]+)?(?:, [0-9]+(?:-[0-9]+)?)*$"


def day(says: str = "", *, null: bool = True) -> AnyField:
    """Return a day."""
    return shapes.text(says, null=null, format="date")


def whole(says: str = "", *, null: bool = False) -> AnyField:
    """Return a whole number."""
    metadata = {"description": says} if says else {}
    return fields.Integer(required=True, allow_none=null, strict=True, metadata=metadata)


def citation() -> AnyField:
    """Return the number of a citation."""
    return whole(
        "the number of a list of entries under citations; null without entries", null=True
    )


class CitationSchema(Exact):
    """Entries behind an amount, as their numbers and runs of numbers: ``4, 7, 15-34``."""

    citation = fields.Integer(required=True, metadata={"minimum": 1})
    entries = shapes.text(pattern=RANGES)


class CitedAmountSchema(Exact):
    """An amount, and the entries that it adds up."""

    amount = shapes.amount()
    citation = citation()


def summed() -> AnyField:
    """Return an amount with the entries that it adds up."""
    return fields.Nested(CitedAmountSchema, required=True)


class StatementMoveSchema(Exact):
    """One entry's share in a victim's account: by how much what is owed, and what is held, changes."""

    entry = whole()
    on = day(null=False)
    moved = one_of(Moved)
    by = shapes.text("the reference of the order, payment, defendant or asset")
    owed = shapes.amount()
    held = shapes.amount()


_SUMS = {
    "awarded": "what the order awards",
    "to_payers": "of it, what is owed to those who compensated the victim",
    "recovered": "compensatory damages for the same loss, recovered later",
    "transferred": "proceeds of forfeited property",
    "paid": "restitution applied from payments",
    "interest": "interest applied from payments",
    "received": "what was sent less what came back",
}
ObligeeAccountSchema = Exact.from_dict(
    {"reference": shapes.text(), "person": one_of(Person)}
    | {key: shapes.amount(_SUMS[key]) for key in SUMS}
    | {
        "advanced": shapes.amount(
            "paid out of a payment that was taken back, and not made up yet"
        ),
        "owed": shapes.amount(
            "awarded less to_payers, recovered, transferred and paid; not below zero"
        ),
        "held": shapes.amount("transferred, paid, interest and advanced less received"),
        "came_back": shapes.amount("of held: sent, came back, and not sent again"),
        "overpaid": shapes.amount("what reached the obligee beyond the loss"),
        "on_hold": many(fields.String(), "holds that keep money back"),
        "cites": by_column(fields.Integer(), "the citation of each amount that adds up entries"),
        "moves": many(
            StatementMoveSchema,
            "the account entry by entry; empty where a case is too large for it",
        ),
    },
    name="ObligeeAccountSchema",
)


class DebtSchema(Exact):
    """What a defendant owes on one award: the lesser of own_left and award_left."""

    victim = shapes.text()
    liable = shapes.amount()
    paid = shapes.amount("restitution that this defendant paid on it")
    reimbursed = shapes.amount("what this defendant paid to the Attorney General on it")
    by_others = shapes.amount("what the others paid and reimbursed on it")
    own_left = shapes.amount("liable less paid and reimbursed")
    award_left = shapes.amount(
        "the award less what was recovered, what all paid and reimbursed, and relieved"
    )
    owes = shapes.amount()
    to_victim = shapes.amount()
    to_payers = shapes.amount()
    to_attorney_general = shapes.amount()
    relieved = shapes.amount("restored or remitted to the victim, which lowers the debt too")


class FundAccountSchema(Exact):
    """What a defendant owes to a fund."""

    fund = one_of(Fund)
    ordered = shapes.amount()
    paid = summed()
    owed = shapes.amount()


StretchSchema = Exact.from_dict(
    {
        "from": day(null=False),
        "to": day(null=False),
        "days": whole(),
        "principal": shapes.amount("unpaid on each of these days"),
        "of_year": whole("the days into which the rate of the year is divided"),
        "amount": shapes.amount("interest, cut after six decimals"),
    },
    name="StretchSchema",
)


CompoundedSchema = Exact.from_dict(
    {
        "from": day(null=False),
        "to": day(null=False),
        "days": whole(),
        "base": shapes.amount(
            "what bore interest, with interest that anniversaries added; cut after six decimals"
        ),
        "amount": shapes.amount("interest, cut after six decimals"),
    },
    name="CompoundedSchema",
)


class InterestSheetSchema(Exact):
    """Interest on restitution: principal times rate times days, over the days of the year."""

    first_day = day("the first day that bears interest")
    rate = shapes.text("percent a year", null=True)
    week_from = day("the week of the yield")
    week_to = day()
    days_in_year = shapes.text()
    stretches = many(StretchSchema)
    compounded = many(
        CompoundedSchema, "instead of stretches where the position is taken as section_1961"
    )
    exact = shapes.amount("the sum of the stretches, cut after six decimals")
    accrued = shapes.amount("to the cent, after waivers and limits")
    paid = summed()
    owed = shapes.amount()
    notes = many(fields.String())
    why_not = shapes.text("why nothing was computed; empty where it was")
    authority = shapes.text()
    checked = one_of(Checked, null=True)


class JudgmentAccountSchema(Exact):
    """A civil judgment of a victim: interest under 28 U.S.C. § 1961, and what was recovered on it."""

    reference = shapes.text()
    victim = shapes.text()
    defendant = shapes.text()
    entered_on = day(null=False)
    amount = summed()
    rate = shapes.text("percent a year; null where nothing was computed", null=True)
    week_from = day("the week of the yield")
    week_to = day()
    compounded = many(CompoundedSchema)
    accrued = shapes.amount("interest of all days, to the cent")
    recovered = summed()
    unpaid_judgment = shapes.amount()
    unpaid_interest = shapes.amount()
    notes = many(fields.String())
    why_not = shapes.text("why nothing was computed; empty where it was")
    authority = shapes.text()
    checked = one_of(Checked, null=True)


class MissedSchema(Exact):
    """A late payment and its penalties, in exact dollars."""

    due_on = day(null=False)
    amount = shapes.amount()
    of = one_of(Obligation, "on what it was due")
    delinquent_on = day()
    delinquent = shapes.amount()
    delinquency_penalty = shapes.amount()
    default_on = day()
    in_default = shapes.amount()
    default_penalty = shapes.amount()


class PenaltySheetSchema(Exact):
    """Penalties on late payments."""

    missed = many(MissedSchema)
    accrued = shapes.amount()
    paid = summed()
    owed = shapes.amount()
    notes = many(fields.String())
    why_not = shapes.text()
    authority = shapes.text()
    checked = one_of(Checked, null=True)


class DueSchema(Exact):
    """A day on which something is due or ends; without a day, what is needed to know it."""

    key = shapes.text()
    what = shapes.text()
    of = shapes.text("whom it concerns; empty: the case")
    due_on = day()
    days_left = whole("below zero after the day", null=True)
    met_on = day()
    status = one_of(Status)
    why = shapes.text("the reason of the status, in words; may be empty")
    entry = whole("the entry that met or overtook it", null=True)
    needs = shapes.text()
    note = shapes.text()
    authority = shapes.text()
    checked = one_of(Checked, null=True)


AppliedTotalsSchema = Exact.from_dict(
    {key: shapes.amount() for key in ("principal", "reimbursed", "interest", "unapplied")}
    | {
        "interest_attorney_general": shapes.amount(
            "of the interest, what went to the Attorney General on what was reimbursed"
        )
    },
    name="AppliedTotalsSchema",
)
OwesSchema = Exact.from_dict(
    {
        key: shapes.amount()
        for key in (
            "victims",
            "payers",
            "united_states",
            "attorney_general",
            "interest",
            "penalties",
            "all",
        )
    },
    name="OwesSchema",
)


class ObligorAccountSchema(Exact):
    """What a defendant was ordered to pay, has paid, and owes, to whom."""

    reference = shapes.text()
    person = one_of(Person)
    judgment_on = day()
    ordered = summed()
    cap = shapes.amount(
        "the most that the defendant owes in restitution; null without a limit", null=True
    )
    received = summed()
    applied = fields.Nested(AppliedTotalsSchema, required=True)
    owes = fields.Nested(OwesSchema, required=True)
    above_cap = shapes.amount("what the debts have above what is left under the cap")
    funds = many(FundAccountSchema)
    debts = many(DebtSchema)
    interest = fields.Nested(InterestSheetSchema, required=True)
    penalties = fields.Nested(PenaltySheetSchema, required=True)
    liability = many(DueSchema, "when liability and liens end")
