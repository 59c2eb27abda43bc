"""What may be open to you: one person's answers as a guide, made of the remedies and their sentences.

Every remedy that the answers leave open, under its standing, the nearest safe day first: what it is, why it
stands so, its days, what it may bring, what it needs and costs. It names no person.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from remedies.calculators.avenues import Remedy, Standing
from remedies.calculators.avenues.remedy import RANK
from remedies.documents.guides.amounts import Amounts
from remedies.documents.guides.days import day_lines
from remedies.documents.guides.labels import labels
from remedies.documents.guides.page import Guide
from remedies.documents.guides.places import Place, place
from remedies.documents.texts import Text, language, text
from remedies.documents.texts.text import (
    Block,
    Form,
    Line,
    Lines,
    Manner,
    Part,
    Section,
    Stressed,
    Table,
    When,
    Words,
)
from remedies.documents.texts.values import Values
from remedies.law import Law

KIND: Final = "remedies"
"""The text that holds the sentences, and the name of the document that is made of them."""

_FIRST: Final = "before-you-read"
_WHOLE: Final = ("decides", "brings", "needs", "deadline", "overlaps", "privacy", "help")
_SHORT: Final = ("decides", "help")
_TOLD_SHORTLY: Final = (Standing.UNKNOWN, Standing.CLOSED)
"""What must be asked first, or seems over, is told shortly: the paper is for what can be done now."""

_NOWHERE: Final = Place(given={}, holds=frozenset(), stand_for={})


def personal(
    remedies: Sequence[Remedy], law: Law, as_of: dt.date, code: str, place_key: str = ""
) -> Guide:
    """Return the guide for one person's answers; ``place_key`` is the state's, ``us-ca``, or nothing.

    Raises:
        KeyError: the text is not there in the language, or has no sentence for something that is said.

    """
    found, spoken = text(KIND, code), language(code)
    known = place_key in law.register("jurisdictions")
    where = place(place_key, law, as_of, spoken) if known else _NOWHERE
    amounts = Amounts(spoken, labels(code, "parts"))
    writer = Writer(found, amounts, as_of)
    sections = (found.section(_FIRST), *writer.sections(remedies))
    values = Values(
        law=law,
        as_of=as_of,
        language=spoken,
        contacts=law.register("contacts"),
        given={**where.given, **amounts.given},
        stand_for=where.stand_for,
    )
    return Guide(text=with_sections(found, sections), values=values, holds=where.holds)


def with_sections(found: Text, sections: Sequence[Section]) -> Text:
    """Return a text with other sections; it is still the text that was translated."""
    return Text(
        kind=found.kind,
        language=found.language,
        title=found.title,
        summary=found.summary,
        sections=tuple(sections),
        digest=found.digest,
        renders=found.renders,
        translator=found.translator,
        reviewer=found.reviewer,
    )


def ordered(remedies: Iterable[Remedy], as_of: dt.date) -> list[Remedy]:
    """Return remedies as they are read: by standing, the nearest day that is still to come first."""
    return sorted(remedies, key=lambda each: (RANK[each.standing], nearest(each, as_of)))


def nearest(remedy: Remedy, as_of: dt.date) -> dt.date:
    """Return the first safe day of a remedy that has not passed; the last of all days without one."""
    days = (limit.safe_on for limit in remedy.limits if limit.kind.value == "last_day")
    return min((day for day in days if day is not None and day >= as_of), default=dt.date.max)


class Writer:
    """Sections from remedies, with the sentences of one text."""

    def __init__(self, found: Text, amounts: Amounts, as_of: dt.date) -> None:
        """Take the text, what says amounts in its language, and the day of the question."""
        self._text = found
        self._amounts = amounts
        self._labels = amounts.labels
        self._as_of = as_of

    def sections(self, remedies: Sequence[Remedy]) -> Iterator[Section]:
        """Yield a section for each standing that some remedy has."""
        self._elsewhere = {r.avenue for r in remedies if not _concerns(r)}
        yield self._glance([r for r in ordered(remedies, self._as_of) if _concerns(r)])
        for standing in sorted(Standing, key=RANK.__getitem__):
            kept = [r for r in ordered(remedies, self._as_of) if r.standing is standing]
            if kept:
                yield self._standing(standing, kept)

    def _glance(self, remedies: Sequence[Remedy]) -> Section:
        """Return the table that says all in a few lines: what, how it stands, the nearest day."""
        rows = tuple(self._row(each) for each in remedies)
        head = tuple(_plain(self._labels[f"glance_{name}"]) for name in ("what", "stands", "day"))
        return Section("at-a-glance", _plain(self._labels["glance"]), (Table(head, rows),))

    def _row(self, remedy: Remedy) -> tuple[Line, ...]:
        day = nearest(remedy, self._as_of)
        said = (
            self._amounts.language.day(day) if day < dt.date.max else self._labels["glance_no_day"]
        )
        standing = self._text.section(f"standing_{remedy.standing}").title
        return self._title(remedy), standing, _plain(said)

    def _standing(self, standing: Standing, remedies: Sequence[Remedy]) -> Section:
        said = self._text.section(f"standing_{standing}")
        if standing is Standing.NOT_FOR_THESE_ANSWERS:
            titles = tuple(self._title(each) for each in remedies)
            blocks: tuple[Block, ...] = (Lines(Form.BULLETS, titles),)
        else:
            blocks = tuple(block for each in remedies for block in self._remedy(each))
        return Section(said.id, said.title, (*said.blocks, *blocks))

    def _title(self, remedy: Remedy) -> Line:
        return self._text.section(remedy.avenue).title

    def _remedy(self, remedy: Remedy) -> Iterator[Block]:
        parts = _parts_of(self._text.section(remedy.avenue))
        yield Lines(Form.HEADING, (self._title(remedy),), remedy.avenue)
        yield from parts.get("what", ())
        yield from self._listed("why", self._sentences("reason", remedy.why))
        yield from self._listed("days", day_lines(remedy, self._text, self._amounts, self._as_of))
        for name in _SHORT if remedy.standing in _TOLD_SHORTLY else _WHOLE:
            yield from _labelled(self._labels[name], parts.get(name, ()))
            if name == "brings":
                yield from self._listed("figures", self._amounts.lines(remedy))
            if name == "overlaps":
                yield from self._listed("counted_once", self._counted_once(remedy))
        yield from self._listed("asks", self._sentences("asks", remedy.asks))

    def _sentences(self, prefix: str, keys: Iterable[str]) -> Iterator[Line]:
        for key in keys:
            yield from lines_of(self._text.section(f"{prefix}_{key}"))

    def _listed(self, label: str, lines: Iterable[Line]) -> Iterator[Block]:
        """Yield lines under a label; one alone stands beside it."""
        found = tuple(lines)
        if len(found) == 1:
            yield from _labelled(self._labels[label], (Lines(Form.PARAGRAPH, found),))
        elif found:
            yield Lines(Form.PARAGRAPH, (Line((strong(self._labels[label]),)),))
            yield Lines(Form.BULLETS, found)

    def _counted_once(self, remedy: Remedy) -> Iterator[Line]:
        rules: dict[str, list[str]] = {}
        for other, rule in remedy.overlaps:
            if other not in self._elsewhere:
                rules.setdefault(rule, []).append(self._text.section(other).title.words())
        for rule, titles in rules.items():
            yield Line((Words("; ".join(dict.fromkeys(titles)) + "."),), (rule,))


def _concerns(remedy: Remedy) -> bool:
    return remedy.standing is not Standing.NOT_FOR_THESE_ANSWERS


def _parts_of(section: Section) -> dict[str, tuple[Block, ...]]:
    """Return the blocks under each nameless sub-heading of a remedy, by its id."""
    found: dict[str, list[Block]] = {}
    name = ""
    for block in section.blocks:
        if isinstance(block, Lines) and block.form is Form.HEADING:
            name = block.id
        else:
            found.setdefault(name, []).append(block)
    return {name: tuple(blocks) for name, blocks in found.items()}


def _labelled(label: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, the label before the first words."""
    if not blocks:
        return
    first, *rest = blocks
    if isinstance(first, Lines) and first.form is Form.PARAGRAPH:
        line = first.lines[0]
        parts: tuple[Part, ...] = (strong(label), Words(" "), *line.parts)
        yield Lines(Form.PARAGRAPH, (Line(parts, line.cites, line.no_law),))
    else:
        yield Lines(Form.PARAGRAPH, (Line((strong(label),)),))
        yield first
    yield from rest


def lines_of(section: Section) -> Iterator[Line]:
    """Yield the lines of a section that is a sentence or two."""
    for block in section.blocks:
        if isinstance(block, Lines):
            yield from block.lines
        elif isinstance(block, When):
            msg = f"{section.id} has a condition; a sentence stands without one"
            raise TypeError(msg)


def _plain(words: str) -> Line:
    return Line((Words(words),))


def strong(words: str) -> Stressed:
    """Return words said with stress."""
    return Stressed(Manner.STRONG, (Words(words),))
