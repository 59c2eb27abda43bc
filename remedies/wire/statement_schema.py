"""The schema of a statement of account: describes what :mod:`remedies.wire.statement` writes."""

from marshmallow import fields

from remedies.ledger.entries import KINDS
from remedies.ledger.statement_lines import Work
from remedies.wire import shapes
from remedies.wire.shapes import Exact, by_column, many, one_of
from remedies.wire.statement_account_schema import (
    CitationSchema,
    DueSchema,
    JudgmentAccountSchema,
    ObligeeAccountSchema,
    ObligorAccountSchema,
    citation,
    day,
    summed,
    whole,
)


class PropertyStepSchema(Exact):
    """One step of an asset."""

    entry = whole()
    on = day(null=False)
    what = shapes.text()
    by = shapes.text()
    document = shapes.text()
    amount = shapes.amount(null=True)
    costs = shapes.amount(null=True)


class PropertyAccountSchema(Exact):
    """What an asset brought, what went to victims, what is left and why."""

    reference = shapes.text()
    what = shapes.text()
    statute = shapes.text()
    gross = summed()
    costs = summed()
    third_parties = summed()
    transferred = summed()
    left = shapes.amount()
    steps = many(PropertyStepSchema)
    why = shapes.text()
    responsible = shapes.text()
    review_on = day()
    days = whole(null=True)
    note = shapes.text()


class EquationSchema(Exact):
    """Two sides that must be equal."""

    equation = shapes.text()
    left = by_column(shapes.amount(), "the parts of the left side")
    right = by_column(shapes.amount(), "the parts of the right side")
    holds = fields.Boolean(required=True)


class OpenSchema(Exact):
    """Money that waits for somebody to act."""

    work = one_of(Work)
    of = shapes.text()
    amount = shapes.amount()
    why = shapes.text()
    since = day()
    citation = citation()


class JournalLineSchema(Exact):
    """One entry; with ``corrected_by`` it is not counted."""

    entry = whole()
    on = day(null=False)
    kind = one_of(KINDS)
    reference = shapes.text()
    says = shapes.text()
    amount = shapes.amount(null=True)
    corrects = whole(null=True)
    corrected_by = whole(null=True)
    recorded_at = shapes.text(null=True, format="date-time")


class StatementNoteSchema(Exact):
    """How something was computed; ``unverified``: what it says was not confirmed."""

    text = shapes.text()
    authority = shapes.text()
    unverified = fields.Boolean(required=True)


class PositionTakenSchema(Exact):
    """A position that the statement takes, where courts differ or none has decided."""

    position = shapes.text()
    option = shapes.text("the option taken")
    says = shapes.text("what the option does")
    chosen_by = one_of(("case", "circuit", "default"))
    computed = fields.Boolean(required=True)


class StatementSchema(Exact):
    """The state of a case's money at the end of a day, as far as known at an entry."""

    statement = shapes.text("the version of this shape")
    case = shapes.text()
    district = shapes.text()
    court_number = shapes.text()
    as_of = day(null=False)
    known = whole("the last entry that was known")
    recorded_at = shapes.text(null=True, format="date-time")
    later = whole("entries known that are of a later day, and not in it")
    whose = shapes.text("the victim or defendant whose statement it is; empty: the whole case")
    sealed = fields.Boolean(required=True)
    law = shapes.text("the digest of the law used")
    victims = many(ObligeeAccountSchema)
    payers = many(
        ObligeeAccountSchema, "those who compensated a victim and are paid after all victims"
    )
    defendants = many(ObligorAccountSchema)
    judgments = many(
        JudgmentAccountSchema, "civil judgments of victims; no part of what the order leaves owed"
    )
    property = many(PropertyAccountSchema)
    equations = many(EquationSchema)
    worklists = many(OpenSchema)
    deadlines = many(DueSchema)
    journal = many(JournalLineSchema)
    notes = many(StatementNoteSchema)
    positions = many(PositionTakenSchema, "the positions taken; none before an order")
    citations = many(CitationSchema)
