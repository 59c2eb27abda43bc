"""The schemas of the encoded law as JSON, for documentation and for tests; see :mod:`remedies.wire.law`."""

from marshmallow import fields

from remedies.figures import Checked
from remedies.law import Begins
from remedies.operations import Unit
from remedies.wire.shapes import AnyField, Exact, many, one_of, text


def _day(says: str, *, null: bool = False) -> AnyField:
    return text(says, null=null, format="date")


def _table(says: str, values: AnyField | None = None, *, null: bool = False) -> AnyField:
    return fields.Dict(
        keys=fields.String(),
        values=values,
        required=True,
        allow_none=null,
        metadata={"description": says},
    )


def _yes_or_no(says: str) -> AnyField:
    return fields.Boolean(required=True, metadata={"description": says})


class ListedItemSchema(Exact):
    """One item of law in the list."""

    key = text("the key, as its file is named", examples=["us-ca.minimum_wage"])
    name = text()
    family = text("a key of families")
    jurisdiction = text("a key of jurisdictions", examples=["us-ca"])
    unit = one_of(Unit, "the unit of a parameter; null for a provision", null=True)
    tiers = _table("what the value depends on: the qualifiers, each with what it covers", text())
    first_on = _day("the first day that is encoded", null=True)
    confirmed_on = _day("the last day on which a source has the last version in force", null=True)
    known_through = _day("the last day that is answered", null=True)
    version_count = fields.Integer(
        required=True, metadata={"description": "how many versions are recorded"}
    )
    checked = one_of(Checked, "the weakest mark among the versions", null=True)
    missing = text("what is known not to be encoded, when there is no version; else empty")


class ItemsSchema(Exact):
    """The items of encoded law."""

    items = many(ListedItemSchema)
    families = _table("the families by key", text())
    jurisdictions = _table("the jurisdictions by key", text())


class VersionSchema(Exact):
    """What the law provides from a day on: a value, terms, or nothing."""

    value = text(
        "a decimal string in the unit; null for a provision", null=True, examples=["7.25"]
    )
    unit = one_of(Unit, null=True)
    terms = _table("the terms of a provision: words, decimal strings, true or false", null=True)
    none = text("why the law provides nothing from this day; else null", null=True)
    effective_on = _day("the day from which it is law")
    begins = one_of(
        Begins, "on: law from that day; by: read in force on it; about: the day is not exact"
    )
    ends_on = _day("the last day on which it applies, or for which it is known", null=True)
    recorded_on = _day("the day on which it was recorded")
    replaces = _day("the first day of the record that this one corrects by moving it", null=True)
    tiers = many(text(), "the tiers that it is for; empty: every tier")
    authority = text("the primary authority, cited as in a brief")
    quote = text("the words that enact it, or the cell as printed")
    url = text("where the authority or its text stands")
    checked = one_of(Checked, "how value and day were checked, the weaker of the two")
    source = text("the id of the publication in which it was read, if not in the authority")
    printed = _table("other publications by id, each with what it prints", text())
    note = text()


class ConsideredSchema(Exact):
    """A version that was considered for an answer."""

    effective_on = _day("the day from which it is law")
    recorded_on = _day("the day on which it was recorded")
    tiers = many(text())
    value = text(null=True)
    applies = _yes_or_no("whether it is the answer")
    why = text("why it applies or does not")


class SourceSchema(Exact):
    """A publication in which values were read."""

    cites = text("the publication, cited")
    host = one_of(("official", "copy", "secondary"), "whose it is; copy: of an official text")
    url = text(required=False)
    note = text(required=False)


_SOURCES = _table("the publications named, by id", fields.Nested(SourceSchema))


class LawAnswerSchema(VersionSchema):
    """What the law provides on a day, and which versions were considered."""

    key = text("the key", examples=["us.minimum_wage"])
    name = text()
    on = _day("the day asked for")
    tier = text("the tier asked for", null=True)
    confirmed_on = _day("the last day on which a source has the last version in force")
    known_through = _day("the last day that is answered")
    item_note = text("what holds for every version")
    tiers_on_that_day = _table(
        "the value of each tier on that day; null where none is encoded", text(null=True)
    )
    considered = many(ConsideredSchema, "at most the hundred nearest")
    considered_in_all = fields.Integer(
        required=True, metadata={"description": "how many versions were considered"}
    )
    sources = _SOURCES


class LawHistorySchema(ListedItemSchema):
    """An item with every version that was ever recorded."""

    versions = many(VersionSchema)
    note = text()
    sources = _SOURCES


class HoldingSchema(Exact):
    """What an authority says for an option."""

    citation = text()
    holding = text()
    circuit = text(null=True)
    decided_on = _day("when it was decided", null=True)
    checked = one_of(Checked)
    url = text()


class PositionOptionSchema(Exact):
    """One answer to a position's question."""

    key = text()
    says = text()
    computed = _yes_or_no("whether a figure can be made of it")
    authorities = many(HoldingSchema)


class PositionSchema(Exact):
    """A point on which courts or agencies differ, or the law is silent."""

    key = text()
    question = text()
    scope = text("what the choice is made for: the figure, the order, and so on")
    default = text("the option taken when neither the claim nor its circuit chooses")
    why_default = text()
    circuits = _table("the option that a circuit has decided, by circuit", text())
    circuit_notes = _table("what was seen to be decided there, and what was not", text())
    options = many(PositionOptionSchema)


class PositionsSchema(Exact):
    """The register of positions."""

    positions = many(PositionSchema)
