"""What may be open to you: one person's answers as a guide, made of the remedies and their sentences.

The first page says what to do first and what is open, the nearest day first. Then comes every remedy that
the answers leave open, under its standing; last, once, what several of them say alike. It names no person.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from remedies.calculators.avenues import Remedy, Standing
from remedies.calculators.avenues.remedy import RANK
from remedies.documents.guides.amounts import Amounts
from remedies.documents.guides.first_steps import first_steps
from remedies.documents.guides.labels import labels
from remedies.documents.guides.page import Guide, Layout
from remedies.documents.guides.places import Place, place
from remedies.documents.guides.told import Telling, concerns, leading_strong, shared_reasons
from remedies.documents.guides.written import joined, lines_of, plain, strong, within
from remedies.documents.texts import language, text
from remedies.documents.texts.text import Block, Form, Line, Lines, Part, Section, Table, Words
from remedies.documents.texts.values import Values
from remedies.law import Law

KIND: Final = "remedies"
"""The text that holds the sentences, and the name of the document that is made of them."""

_TOLD_LAST: Final = (Standing.UNKNOWN, Standing.CLOSED)
"""What needs an answer first, or seems over, is no row of the first page unless a day of it is to come."""

_IN_A_LINE: Final = (Standing.CLOSED, Standing.NOT_FOR_THESE_ANSWERS)

_NOWHERE: Final = Place(given={}, holds=frozenset(), stand_for={})


def personal(
    remedies: Sequence[Remedy], law: Law, as_of: dt.date, code: str, place_key: str = ""
) -> Guide:
    """Return the guide for one person's answers; ``place_key`` is the state's, ``us-ca``, or nothing.

    Raises:
        KeyError: the text is not there in the language, or has no sentence for something that is said.

    """
    found, spoken = text(KIND, code), language(code)
    where = place(place_key, law, as_of, spoken) if place_key in spoken.places else _NOWHERE
    amounts = Amounts(spoken, labels(code, "parts"))
    concern = [each for each in remedies if concerns(each)]
    telling = Telling(
        text=found,
        amounts=amounts,
        as_of=as_of,
        holds=where.holds,
        concern=frozenset(each.avenue for each in concern),
        shared=shared_reasons(concern),
    )
    sections = tuple(_sections(telling, ordered(remedies, as_of)))
    values = Values(
        law=law,
        as_of=as_of,
        language=spoken,
        contacts=law.register("contacts"),
        given={**where.given, **amounts.given},
        stand_for=where.stand_for,
    )
    made_of = replace(found, sections=sections)
    return Guide(text=made_of, values=values, holds=where.holds, layout=Layout.PERSONAL)


def ordered(remedies: Iterable[Remedy], as_of: dt.date) -> list[Remedy]:
    """Return remedies as they are read: by standing, the nearest day that is still to come first."""
    return sorted(remedies, key=lambda each: (RANK[each.standing], nearest(each, as_of)))


def nearest(remedy: Remedy, as_of: dt.date) -> dt.date:
    """Return the first safe day of a remedy that has not passed; the last of all days without one."""
    days = (limit.safe_on for limit in remedy.limits if limit.kind.value == "last_day")
    return min((day for day in days if day is not None and day >= as_of), default=dt.date.max)


def _sections(telling: Telling, remedies: Sequence[Remedy]) -> Iterator[Section]:
    """Yield the sections, in the order in which they are read."""
    found = telling.text
    concern = [each for each in remedies if concerns(each)]
    yield found.section("before-you-read")
    yield _first(telling, concern)
    yield _glance(telling, concern)
    for standing in sorted(Standing, key=RANK.__getitem__):
        kept = [each for each in remedies if each.standing is standing]
        if kept:
            yield _standing(telling, standing, kept)
    yield found.section("paid-once")
    tolling = dict.fromkeys(
        key for each in concern for limit in each.limits for key in limit.tolling
    )
    for name, lines in (
        ("in-full", telling.in_full(tolling)),
        ("tells-more", telling.asks(concern)),
    ):
        if said := tuple(lines):
            section = found.section(name)
            yield replace(section, blocks=(*section.blocks, Lines(Form.BULLETS, said)))


def _first(telling: Telling, remedies: Sequence[Remedy]) -> Section:
    """Return what to do first, a few steps."""
    section, has_day = telling.text.section("first-steps"), _has_day(remedies, telling.as_of)
    names = first_steps(remedies, has_day=has_day)
    steps = (telling.text.section(f"step_{name}") for name in names)
    lines = tuple(
        joined((Line((leading_strong(step.title),)), *lines_of(step.blocks))) for step in steps
    )
    return replace(section, blocks=(*section.blocks, Lines(Form.STEPS, lines)), advice=False)


def _has_day(remedies: Iterable[Remedy], as_of: dt.date) -> bool:
    return any(nearest(each, as_of) < dt.date.max for each in remedies)


def _glance(telling: Telling, remedies: Sequence[Remedy]) -> Section:
    """Return the ways that are open in a table, the nearest day first, and the others in a line."""
    as_of, labels = telling.as_of, telling.labels
    first = sorted(remedies, key=lambda each: nearest(each, as_of))
    rows = [
        each
        for each in first
        if each.standing not in _TOLD_LAST or nearest(each, as_of) < dt.date.max
    ]
    head = tuple(plain(labels[f"glance_{name}"]) for name in ("what", "stands", "day"))
    blocks: list[Block] = []
    if rows:
        blocks.append(Table(head, tuple(_row(telling, each) for each in rows)))
    for standing in _TOLD_LAST:
        rest = [each for each in remedies if each.standing is standing and each not in rows]
        if rest:
            blocks.append(Lines(Form.PARAGRAPH, (_named(telling, standing, rest),)))
    return Section("at-a-glance", plain(labels["glance"]), tuple(blocks))


def _row(telling: Telling, remedy: Remedy) -> tuple[Line, ...]:
    day = nearest(remedy, telling.as_of)
    known = day < dt.date.max
    said = telling.amounts.language.day(day) if known else telling.labels["glance_no_day"]
    standing = telling.title(f"standing_{remedy.standing}")
    return Line((_led(telling, remedy),)), standing, plain(said)


def _named(telling: Telling, standing: Standing, remedies: Iterable[Remedy]) -> Line:
    """Return the titles of remedies under their standing, in one line."""
    parts: list[Part] = [strong(f"{telling.title(f'standing_{standing}').words()}:"), Words(" ")]
    for each in remedies:
        parts += (_led(telling, each), Words("; "))
    return Line((*parts[:-1], Words(".")))


def _led(telling: Telling, remedy: Remedy) -> Part:
    """Return a remedy's title that leads to where it is told."""
    of = f"standing_{remedy.standing}" if remedy.standing in _IN_A_LINE else remedy.avenue.value
    return within(telling.text.section(remedy.avenue), of)


def _standing(telling: Telling, standing: Standing, remedies: Sequence[Remedy]) -> Section:
    section = telling.text.section(f"standing_{standing}")
    if standing in _IN_A_LINE:
        blocks: tuple[Block, ...] = (
            Lines(Form.BULLETS, tuple(telling.briefly(each) for each in remedies)),
        )
    else:
        blocks = tuple(block for each in remedies for block in telling.whole(each))
    return replace(section, blocks=(*section.blocks, *blocks))
