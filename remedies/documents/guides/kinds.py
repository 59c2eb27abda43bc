"""Which guides there are: who reads each, at which stage of a case, and what it needs."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from remedies.documents.guides.page import Guide, Layout
from remedies.documents.guides.places import place
from remedies.documents.texts import language, text
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
    """What a document must be given."""

    NOTHING = "nothing"
    PLACE = "place"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A guide: its text, its readers, its stage, what it needs."""

    name: str
    reader: Reader
    stage: Stage = Stage.ANY
    needs: Needs = Needs.NOTHING
    layout: Layout = Layout.PAGES

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it can be had in."""
        return spoken(self.name)


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
