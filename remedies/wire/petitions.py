"""Petitions for remission as they are handed in: who petitions, and each loss with what is known of it.

What is left out is not known: the worksheet then says what is still to be shown. Nothing in it is a
person's name.
"""

from typing import Any, Final

from marshmallow import ValidationError, fields, post_load, validate

from remedies.errors import InvalidEntryError, UnreadableError
from remedies.ledger.remission import Division, Item, Petitioner, Petitions, Torts
from remedies.wire.entries_fields import Count, Money, Reference
from remedies.wire.entries_schema import Form
from remedies.wire.fields import MESSAGES, Day, Flag, Said, Text, Word, listed
from remedies.wire.mending import first, flattened
from remedies.wire.property_schema import LOSSES

MOST_PETITIONERS: Final = 500
MOST_LOSSES: Final = 200
"""The most losses of one petitioner."""

MOST_LINES: Final = 2_000
"""The most losses of all petitioners together."""

_LAST_PRIORITY: Final = 1_000


def _few(most: int) -> validate.Length:
    return validate.Length(max=most, error=Said("too_many", f"has more than {most:,} entries"))


def _says(words: str) -> dict[str, str]:
    return {"description": words}


class PetitionLossSchema(Form):
    """One loss: an amount, the papers that show it, and what decides whether it counts."""

    what = Text(required=True, metadata=_says("what was lost, in neutral words; never a name"))
    kind = Word(LOSSES, required=True)
    amount = Money(required=True, metadata=_says("dollars claimed"))
    on = Day(load_default=None, metadata=_says("the day of the loss"))
    market_value = Money(
        load_default=None,
        metadata=_says("dollars: the fair market value on the day of the loss; for property"),
    )
    compensated = Money(load_default=0, metadata=_says("dollars that others paid for it"))
    documents = fields.List(
        Text(),
        load_default=tuple,
        error_messages=MESSAGES | {"invalid": Said("wrong_type", "must be a list")},
        validate=_few(MOST_LOSSES),
        metadata=_says("invoices, receipts, exhibits: without one it is not documented"),
    )
    directly_caused = Flag(
        load_default=None, metadata=_says("the offense caused it directly; left out: not said")
    )
    by_illegal_act = Flag(
        load_default=None, metadata=_says("an illegal act caused it; left out: not said")
    )


class PetitionerSchema(Form):
    """A victim who petitions, and the losses."""

    victim = Reference(required=True, metadata=_says("a victim of the case, by reference"))
    contributed = Flag(
        load_default=None,
        metadata=_says("knowingly contributed to, took part in or benefited; left out: not said"),
    )
    interest = Money(
        load_default=0, metadata=_says("dollars of the property itself that are the victim's own")
    )
    priority = Count(
        load_default=1,
        validate=validate.Range(
            1, _LAST_PRIORITY, error=Said("out_of_range", f"must be from 1 to {_LAST_PRIORITY:,}")
        ),
        metadata=_says("1 is paid first, by the option by_priority"),
    )
    losses = listed(PetitionLossSchema, load_default=tuple, validate=_few(MOST_LOSSES))


class PetitionReadingsSchema(Form):
    """The options of the positions that decide the worksheet; what is left out is as the case states it."""

    remission_of_torts = Word.of(Torts, load_default=None, allow_none=False)
    remission_shares = Word.of(Division, load_default=None, allow_none=False)


class PetitionsSchema(Form):
    """Everybody who petitions for one asset's proceeds; nothing of it is stored."""

    petitioners = listed(PetitionerSchema, required=True, validate=_few(MOST_PETITIONERS))
    positions = fields.Nested(
        PetitionReadingsSchema,
        load_default=lambda: PetitionReadingsSchema().load({}),
        error_messages=MESSAGES,
    )

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> Petitions:
        """Return the petitions."""
        said = data["petitioners"]
        _demand_once([each["victim"] for each in said])
        if sum(len(each["losses"]) for each in said) > MOST_LINES:
            message = f"all petitioners together have more than {MOST_LINES:,} losses"
            raise ValidationError({"petitioners": [Said("too_many", message)]})
        return Petitions(
            petitioners=tuple(_petitioner(each) for each in said),
            items=tuple(_item(each["victim"], loss) for each in said for loss in each["losses"]),
            torts=data["positions"]["remission_of_torts"],
            division=data["positions"]["remission_shares"],
        )


def read_petitions(document: object) -> Petitions:
    """Return what petitions say.

    Args:
        document: JSON as ``read_json(content, whole_numbers=True)`` returned it.

    Raises:
        InvalidEntryError: fields are unknown, missing or wrong; all at once, each by its name.
        UnreadableError: the document is not an object.

    """
    if not isinstance(document, dict):
        message = "petitions are a JSON object"
        raise UnreadableError(message, code="not_an_object")
    try:
        found: Petitions = PetitionsSchema().load(document)
    except ValidationError as error:
        raise InvalidEntryError(first(flattened(error.messages))) from None
    return found


def _demand_once(victims: list[str]) -> None:
    said = Said("duplicate_petitioner", "petitions above already; put all losses there")
    twice = {
        place: {"victim": [said]}
        for place, victim in enumerate(victims)
        if victim in victims[:place]
    }
    if twice:
        raise ValidationError({"petitioners": twice})


def _petitioner(said: dict[str, Any]) -> Petitioner:
    return Petitioner(**{name: value for name, value in said.items() if name != "losses"})


def _item(victim: str, said: dict[str, Any]) -> Item:
    return Item(**{**said, "victim": victim, "documents": tuple(said["documents"])})
