"""Which guides there are: who reads each, at which stage of a case, what it needs and what it takes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from remedies.documents.guides.page import Guide, Layout
from remedies.documents.guides.places import place
from remedies.documents.texts import language, text
from remedies.documents.texts.language import SOURCE
from remedies.documents.texts.library import spoken
from remedies.documents.texts.values import Values
from remedies.law import Law


class Reader(StrEnum):
    """For whom a document is written."""

    SURVIVOR = "survivor"
    ADVOCATE = "advocate"
    PROSECUTOR = "prosecutor"
    TRAINER = "trainer"
    PUBLIC = "public"


class Stage(StrEnum):
    """At which stage of a case a document is used."""

    ANY = "any"
    INVESTIGATION = "investigation"
    IMPOSITION = "imposition"
    TRANSFER = "transfer"
    COLLECTION = "collection"


class Needs(StrEnum):
    """What a document must be given; ``claim``: a claim, or a stored case and a victim of it.

    ``days``: answers, or a stored case; ``asset``: a stored case and an asset of it.
    """

    NOTHING = "nothing"
    PLACE = "place"
    ANSWERS = "answers"
    DAYS = "days"
    CLAIM = "claim"
    CASE = "case"
    ASSET = "asset"


LARGE: Final = "large"
_GUIDE: Final = {
    Needs.NOTHING: (LARGE,),
    Needs.PLACE: ("place", LARGE),
    Needs.ANSWERS: ("answers", "claim", LARGE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A document: its text, its reader, its stage, what it needs.

    ``takes`` are the parts that it can be made of, by the names that a request gives them; those of a guide
    when left out. ``titled`` is the title and the summary of one that no text file holds, in English.
    """

    name: str
    reader: Reader
    stage: Stage = Stage.ANY
    needs: Needs = Needs.NOTHING
    layout: Layout = Layout.PAGES
    takes: tuple[str, ...] = ()
    titled: tuple[str, str] | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it can be had in."""
        return (SOURCE,) if self.titled else spoken(self.name)

    @property
    def parts(self) -> tuple[str, ...]:
        """What a request for it may give."""
        return self.takes or _GUIDE[self.needs]

    @property
    def dated(self) -> bool:
        """Whether it can be had as a calendar file."""
        return self.needs is Needs.DAYS

    @property
    def has_large_print(self) -> bool:
        """Whether it can be had in large print."""
        return LARGE in self.parts


_ALL: Final = (
    Kind(name="money-you-may-get", reader=Reader.SURVIVOR),
    Kind(name="how-restitution-works", reader=Reader.SURVIVOR),
    Kind(name="asking-for-restitution", reader=Reader.SURVIVOR, stage=Stage.IMPOSITION),
    Kind(name="state-compensation", reader=Reader.SURVIVOR, needs=Needs.PLACE),
    Kind(name="suing-the-trafficker", reader=Reader.SURVIVOR),
    Kind(name="unpaid-wages", reader=Reader.SURVIVOR),
    Kind(name="what-happens-to-seized-property", reader=Reader.SURVIVOR, stage=Stage.TRANSFER),
    Kind(name="leaflet", reader=Reader.PUBLIC, layout=Layout.LEAFLET),
    Kind(name="poster", reader=Reader.PUBLIC, layout=Layout.POSTER),
)
GUIDES: Final[Mapping[str, Kind]] = {kind.name: kind for kind in _ALL}


def guide(name: str, code: str, law: Law, as_of: dt.date, place_key: str = "") -> Guide:
    """Return a guide in a language on a day; one that needs a place is given its key, ``us-ca``.

    Raises:
        KeyError: there is no such guide, language or place.

    """
    kind = GUIDES[name]
    found = text(name, code)
    spoken_in = language(code)
    values = Values(law=law, as_of=as_of, language=spoken_in, contacts=law.register("contacts"))
    if kind.needs is Needs.NOTHING:
        return Guide(text=found, values=values, layout=kind.layout)
    where = place(place_key, law, as_of, spoken_in)
    values = replace(values, given=where.given, stand_for=where.stand_for)
    return Guide(text=found, values=values, holds=where.holds)
