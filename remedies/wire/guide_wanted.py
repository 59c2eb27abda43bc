"""What a request for a document says: what it is to be made of, and how large; read strictly."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from marshmallow import fields

from remedies.errors import FactsError, InvalidEntryError, Problem
from remedies.facts import Claim
from remedies.law import Law
from remedies.wire.answers import AnswersSchema, Question, read_question
from remedies.wire.claim_schema import ClaimSchema, read_claim
from remedies.wire.entries_fields import REFERENCE
from remedies.wire.reading import safe_name
from remedies.wire.shapes import Exact, text

_PATTERNS: Final[Mapping[str, tuple[re.Pattern[str], str, str]]] = {
    "place": (
        re.compile(r"us-[a-z]{2}"),
        "unknown_place",
        "must be a state or territory such as us-ca",
    ),
    "case": (
        re.compile(r"[0-9a-f]{32}", re.ASCII),
        "not_a_reference",
        "must be a stored case's number, of 32 digits from 0 to f",
    ),
    "reference": (REFERENCE, "not_a_reference", "must be a reference such as 24-CR-10"),
    "victim": (REFERENCE, "not_a_reference", "must be a reference such as V-1"),
    "asset": (REFERENCE, "not_a_reference", "must be a reference such as AS-1"),
}
_FLAGS: Final = ("large", "sealed", "named")
_QUESTION: Final = ("answers", "claim")


class GuideWantedSchema(Exact):
    """What a document is to be made of: the parts that its kind takes, and no others."""

    place = text(
        "the state or territory of a guide for one place",
        required=False,
        pattern=r"^us-[a-z]{2}$",
        examples=["us-ca"],
    )
    large = fields.Boolean(metadata={"description": "in large print; a Word file has one size"})
    answers = fields.Nested(AnswersSchema, metadata={"description": "of the person it is for"})
    claim = fields.Nested(
        ClaimSchema, metadata={"description": "gives figures to the answers, or to a paper"}
    )
    case = text(
        "a stored case, by its number: a token is needed",
        required=False,
        pattern="^[0-9a-f]{32}$",
    )
    victim = text("a victim, by reference", required=False, examples=["V-1"])
    asset = text("an asset of the stored case, by reference", required=False, examples=["AS-1"])
    reference = text(
        "how a paper made of a claim names the case", required=False, examples=["24-CR-10"]
    )
    sealed = fields.Boolean(metadata={"description": "with the victims' names, to be sealed"})
    named = fields.Boolean(
        metadata={"description": "entries of a calendar file say what each day is for"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideWanted:
    """What a request said; ``claim`` where there are no answers beside it."""

    place: str = ""
    large: bool = False
    sealed: bool = False
    named: bool = False
    case: str = ""
    victim: str = ""
    asset: str = ""
    reference: str = ""
    question: Question | None = None
    claim: Claim | None = None


def read_guide_wanted(
    document: object, known: Collection[str], law: Law, as_of: dt.date
) -> GuideWanted:
    """Return what a document asks for; ``known`` are the parts that its kind takes.

    Raises:
        InvalidEntryError: a field is not known, or cannot be used.
        FactsError: the claim cannot be used.

    """
    if not isinstance(document, dict):
        raise InvalidEntryError([Problem("", "wrong_type", "must be an object")])
    problems = list(_problems(document, known))
    if problems:
        raise InvalidEntryError(problems)
    said = {name: document[name] for name in (*_PATTERNS, *_FLAGS) if name in document}
    asked = {name: document[name] for name in _QUESTION if name in document}
    if "answers" in asked:
        return GuideWanted(question=read_question(asked, as_of), **said)
    return GuideWanted(claim=_claim(asked["claim"], law) if asked else None, **said)


def _claim(document: object, law: Law) -> Claim:
    try:
        return read_claim(document, law)
    except FactsError as error:
        wrong = (replace(each, field=f"claim.{each.field}".rstrip(".")) for each in error.problems)
        raise FactsError(list(wrong)) from None


def _problems(document: Mapping[str, object], known: Collection[str]) -> Iterator[Problem]:
    for name in document:
        if name not in known:
            says = f"is not taken by this document; what is: {', '.join(known)}"
            yield Problem(safe_name(name), "unknown_field", says)
    for name, (pattern, code, says) in _PATTERNS.items():
        value = document.get(name)
        wrong = not isinstance(value, str) or not pattern.fullmatch(value)
        if name in document and wrong:
            yield Problem(name, code, says)
    if not isinstance(document.get("claim", {}), dict):
        yield Problem("claim", "wrong_type", "must be an object")
    for name in _FLAGS:
        if not isinstance(document.get(name, False), bool):
            yield Problem(name, "wrong_type", "must be true or false")
    if "case" in document:
        yield from _beside(document)
    elif "asset" in document or "sealed" in document:
        yield Problem("case", "required", "must be named: it is a part of a stored case")


def _beside(document: Mapping[str, object]) -> Iterator[Problem]:
    """Yield a problem for what cannot be given beside a stored case."""
    for name in ("reference",) if "answers" in document else ("claim", "reference"):
        if name in document:
            says = "cannot be given with case: the stored case says it"
            yield Problem(name, "not_together", says)
