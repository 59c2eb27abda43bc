"""Every guide that can be asked for, those that are made of one person's answers with them."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from remedies.calculators.avenues import Remedy
from remedies.documents.guides.kinds import GUIDES, Kind, Needs, Reader, guide
from remedies.documents.guides.labels import labels
from remedies.documents.guides.page import Guide
from remedies.documents.guides.personal import KIND, personal
from remedies.documents.guides.places import places
from remedies.documents.texts import text
from remedies.documents.texts.text import Line
from remedies.law import Law

_PLACE: Final = "{place.name}"

CATALOG: Final[Mapping[str, Kind]] = {
    KIND: Kind(name=KIND, reader=Reader.SURVIVOR, needs=Needs.ANSWERS),
    **GUIDES,
}
"""Every kind of guide by its name, in the order in which a list shows them."""


def made(  # noqa: PLR0913  # what a guide is made of
    name: str,
    code: str,
    law: Law,
    as_of: dt.date,
    *,
    place_key: str = "",
    remedies: Sequence[Remedy] = (),
) -> Guide:
    """Return a guide of the catalog.

    Raises:
        KeyError: there is no such guide, language or place.

    """
    if CATALOG[name].needs is Needs.ANSWERS:
        return personal(remedies, law, as_of, code, place_key)
    return guide(name, code, law, as_of, place_key)


def in_a_list(line: Line, code: str) -> str:
    """Return a title or a summary as a list says it, before any place is chosen."""
    return line.words().replace(_PLACE, labels(code, "page")["your_state"])


def texts_of(name: str, code: str) -> Iterator[str]:
    """Yield the digests of the texts that a guide is made of: its own, and the words around it."""
    for kind in (name, "page"):
        yield text(kind, code).digest


def known_places(law: Law) -> tuple[str, ...]:
    """Return every place that a guide for one place can be asked for, by key."""
    return places(law)
