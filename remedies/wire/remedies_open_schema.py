"""The answer to which remedies may be open, described for programs; nothing is dumped through it."""

from marshmallow import fields

from remedies.calculators.avenues import Avenue, Bound, Kind, Standing, Status
from remedies.figures import Checked
from remedies.wire.shapes import Exact, amount, many, one_of, text


class AuthoritySchema(Exact):
    """A source of law, and how it was checked."""

    citation = text()
    quote = text("its words, where they are quoted")
    url = text()
    checked = one_of(Checked)


class NamedAuthoritySchema(AuthoritySchema):
    """A rule or an item of law, and the source that says it."""

    key = text("the rule or the item of law", examples=["limitation_1595_c"])


class DeadlineSchema(Exact):
    """A time in which one must act, as it stands on the day of the question."""

    key = text("its name in the texts", examples=["limitation_1595"])
    kind = one_of(Kind)
    on = text("the last day that is safe, or the first payday in time", null=True, format="date")
    latest_on = text("the last day that can be argued", null=True, format="date")
    exact = fields.Boolean(
        required=True, metadata={"description": "false: counted from a month or a year"}
    )
    status = one_of(Status)
    counts_from = text("a field of the answers, or an event", examples=["began_on"])
    law = text("the item that states the time", null=True)
    tolling = many(fields.String(), "what may stop the time; never sure")
    words = many(fields.String(), "the place's own words, where only they say the time")


class BringsSchema(Exact):
    """An amount that the law sets, or that the claim comes to; never a promise."""

    key = text(
        "the item of law and its tier or term, or the claim", examples=["claim.restitution"]
    )
    name = text()
    amount = amount()
    unit = text()
    bound = one_of(Bound)
    authorities = many(AuthoritySchema)


class OverlapSchema(Exact):
    """A remedy that pays for the same loss, and the rule that keeps it from being paid twice."""

    rule = text(examples=["later_recovery_3664_j2"])

    class Meta:
        """The other remedy, under a name that Python keeps for itself."""

        include = {"with": one_of(Avenue)}  # noqa: RUF012 - marshmallow's own attribute


class RemedySchema(Exact):
    """One remedy for one person's answers."""

    key = one_of(Avenue)
    standing = one_of(Standing)
    why = many(fields.String(), "the reasons for it, by their names in the texts")
    asks = many(fields.String(), "fields of the answers that would decide more")
    deadlines = many(DeadlineSchema)
    may_bring = many(BringsSchema)
    overlaps = many(OverlapSchema)
    place = text("the jurisdiction whose law it is", null=True, examples=["us-ca"])
    contacts = many(fields.String(), "keys of the register of contacts")
    authorities = many(NamedAuthoritySchema)
    unverified = fields.Boolean(
        required=True,
        metadata={"description": "some authority was not checked in the law's own text"},
    )


class RemediesSchema(Exact):
    """Every remedy, always all of them in one order."""

    as_of = text(format="date")
    law_known_through = text(
        "the last day for which the law that is named is known", format="date"
    )
    remedies = many(RemedySchema)
