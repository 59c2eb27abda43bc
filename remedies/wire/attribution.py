"""For what each defendant answers, as it is stated beside the convictions when an order is proposed."""

from fractions import Fraction
from typing import Any, Final

from marshmallow import ValidationError, fields, post_load, validate

from remedies.errors import InvalidEntryError, UnreadableError
from remedies.ledger.proposing import Stated
from remedies.wire.entries_fields import REFERENCE, Amounts, Money, Reference
from remedies.wire.entries_schema import Form
from remedies.wire.fields import MESSAGES, Flag, Said, listed, plain_number
from remedies.wire.mending import first, flattened

MOST_DEFENDANTS: Final = 500
MOST_VICTIMS: Final = 10_000
SHARE_PLACES: Final = 4
_SHARE: Final = rf"^[0-9]{{1,12}}(?:\.[0-9]{{1,{SHARE_PLACES}}})?$"


def _says(words: str) -> dict[str, str]:
    return {"description": words}


def _few(most: int) -> validate.Length:
    return validate.Length(max=most, error=Said("too_many", f"has more than {most:,} entries"))


class Share(fields.String):
    """A weight such as ``"0.25"``, to an exact fraction."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - marshmallow's own
        """Describe the pattern for the schema document."""
        metadata = {"pattern": _SHARE, "examples": ["0.25"], **kwargs.pop("metadata", {})}
        super().__init__(error_messages=MESSAGES, metadata=metadata, **kwargs)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Fraction:  # type: ignore[override]  # noqa: ANN401 - marshmallow's signature
        found = plain_number(value, SHARE_PLACES) if isinstance(value, str) else None
        if found is None:
            message = f"must be a plain decimal of at most {SHARE_PLACES} places, as text"
            raise ValidationError(Said("not_a_share", message))
        return found


class AnsweringSchema(Form):
    """One defendant; what is left out follows from the convictions, or takes the law's whole."""

    defendant = Reference(required=True)
    victims = fields.List(
        Reference(),
        load_default=None,
        error_messages=MESSAGES,
        validate=_few(MOST_VICTIMS),
        metadata=_says(
            "the victims of these offenses; left out: whose claims name the defendant or nobody"
        ),
    )
    up_to = Amounts(
        load_default=dict, metadata=_says("the most of a victim's loss that is this defendant's")
    )
    cap = Money(load_default=None, metadata=_says("the most that this defendant owes in all"))
    agreed = Amounts(
        load_default=dict, metadata=_says("what a plea agreement says (18 U.S.C. § 3663(a)(3))")
    )
    described_3663A = Flag(  # noqa: N815 - the section's own letter
        load_default=None,
        metadata=_says(
            "whether 18 U.S.C. § 3663A(c)(1) describes the offense; left out: not said"
        ),
    )
    share = Share(load_default=None, metadata=_says("the share of an apportioned order"))
    shares = fields.Dict(
        keys=fields.String(metadata={"pattern": f"^{REFERENCE.pattern}$"}),
        values=Share(),
        load_default=dict,
        error_messages=MESSAGES,
        metadata=_says("the share for one victim, by reference"),
    )


class AttributionSchema(Form):
    """For what each defendant answers; nothing of it is stored."""

    defendants = listed(AnsweringSchema, required=True, validate=_few(MOST_DEFENDANTS))

    @post_load
    def make(self, data: dict[str, Any], **_: object) -> dict[str, Stated]:
        """Return what is stated, by defendant."""
        said = data["defendants"]
        names = [each.pop("defendant") for each in said]
        twice = Said("duplicate_defendant", "is stated above already; put everything there")
        wrong = {
            place: {"defendant": [twice]}
            for place, name in enumerate(names)
            if name in names[:place]
        }
        if wrong:
            raise ValidationError({"defendants": wrong})
        return {name: _stated(each) for name, each in zip(names, said, strict=True)}


def _stated(said: dict[str, Any]) -> Stated:
    victims = said.pop("victims")
    return Stated(victims=None if victims is None else tuple(victims), **said)


def read_attribution(document: object) -> dict[str, Stated]:
    """Return what a document states of each defendant.

    Args:
        document: JSON as ``read_json(content)`` returned it.

    Raises:
        InvalidEntryError: fields are unknown, missing or wrong; all at once, each by its name.
        UnreadableError: the document is not an object.

    """
    if not isinstance(document, dict):
        message = "what is stated of the defendants is a JSON object"
        raise UnreadableError(message, code="not_an_object")
    try:
        found: dict[str, Stated] = AttributionSchema().load(document)
    except ValidationError as error:
        raise InvalidEntryError(first(flattened(error.messages))) from None
    return found
