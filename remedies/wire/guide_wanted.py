"""What a request for a document says: the place, the size, and a person's answers; read strictly."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from marshmallow import fields

from remedies.errors import InvalidEntryError, Problem
from remedies.wire.answers import AnswersSchema, Question, read_question
from remedies.wire.claim_schema import ClaimSchema
from remedies.wire.reading import safe_name
from remedies.wire.shapes import Exact, text

_PLACE = re.compile(r"us-[a-z]{2}")
_QUESTION = ("answers", "claim")


class GuideWantedSchema(Exact):
    """What a document is to be made of; a general guide needs nothing of it."""

    place = text(
        "the state or territory of a guide for one place",
        required=False,
        pattern=r"^us-[a-z]{2}$",
        examples=["us-ca"],
    )
    large = fields.Boolean(metadata={"description": "in large print; a Word file has one size"})
    answers = fields.Nested(AnswersSchema, metadata={"description": "of the person it is for"})
    claim = fields.Nested(ClaimSchema, metadata={"description": "gives figures to the answers"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideWanted:
    """What a request said."""

    place: str = ""
    large: bool = False
    question: Question | None = None


def read_guide_wanted(document: object, as_of: dt.date) -> GuideWanted:
    """Return what a document asks for.

    Raises:
        InvalidEntryError: a field is not known, or cannot be used.
        FactsError: the claim beside the answers cannot be used.

    """
    if not isinstance(document, dict):
        raise InvalidEntryError([Problem("", "wrong_type", "must be an object")])
    problems = list(_problems(document))
    if problems:
        raise InvalidEntryError(problems)
    asked = {name: document[name] for name in _QUESTION if name in document}
    return GuideWanted(
        place=document.get("place", ""),
        large=document.get("large", False),
        question=read_question(asked, as_of) if asked else None,
    )


def _problems(document: dict[str, object]) -> Iterator[Problem]:
    known = ("place", "large", *_QUESTION)
    for name in document:
        if name not in known:
            says = f"is not known; what is: {', '.join(known)}"
            yield Problem(safe_name(name), "unknown_field", says)
    place = document.get("place", "")
    if not isinstance(place, str) or (place and not _PLACE.fullmatch(place)):
        yield Problem("place", "unknown_place", "must be a state or territory such as us-ca")
    if not isinstance(document.get("large", False), bool):
        yield Problem("large", "wrong_type", "must be true or false")
