"""One remedy as a reader needs it, tightly: what it is, why it stands so, its days, what it brings.

What several remedies say alike stands in each in a few words, and once in full at the end.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from remedies.calculators.avenues.remedy import Avenue, Remedy, Standing, TimeLimit
from remedies.documents.guides.amounts import Amounts
from remedies.documents.guides.days import day_lines
from remedies.documents.guides.written import (
    joined,
    labelled,
    lines_of,
    listed,
    paragraph,
    within,
)
from remedies.documents.texts import Text
from remedies.documents.texts.text import (
    Block,
    Form,
    Line,
    Lines,
    Manner,
    Part,
    Section,
    Stressed,
    Words,
)


def concerns(remedy: Remedy) -> bool:
    """Return whether a remedy may be for the one who answered."""
    return remedy.standing is not Standing.NOT_FOR_THESE_ANSWERS


@dataclass(slots=True, kw_only=True)
class Telling:
    """How the remedies of one person are told: with which sentences, and what was told already."""

    text: Text
    amounts: Amounts
    as_of: dt.date
    holds: Collection[str]
    concern: frozenset[Avenue]
    """The remedies that may be for this person: of the others nobody is told that they are counted once."""
    shared: tuple[str, ...]
    """The reasons that more than one remedy has, in the order in which they come."""
    _days_of: dict[tuple[TimeLimit, ...], Avenue] = field(default_factory=dict)

    @property
    def labels(self) -> Mapping[str, str]:
        """The labels of the parts, in the language of the text."""
        return self.amounts.labels

    def title(self, name: str) -> Line:
        """Return the title of a section."""
        return self.text.section(name).title

    def whole(self, remedy: Remedy) -> Iterator[Block]:
        """Yield everything about a remedy, under its title."""
        parts = self._parts(remedy)
        said, labels = parts.get, self.labels
        yield Lines(Form.HEADING, (self.title(remedy.avenue),), remedy.avenue)
        why = labelled(labels["why"], self.reasons(remedy))
        yield from paragraph((*said("what", ()), *said("decides", ()), *why))
        yield from listed(labels["deadline"], (*self.days(remedy), *said("deadline", ())))
        brings = (*said("brings", ()), *labelled(labels["figures"], self._figures(remedy)))
        needs = labelled(labels["needs"], said("needs", ()))
        yield from paragraph((*labelled(labels["brings"], brings), *needs))
        beside = (*said("overlaps", ()), *self._counted_once(remedy))
        privacy = labelled(labels["privacy"], said("privacy", ()))
        yield from paragraph((*labelled(labels["overlaps"], beside), *privacy))
        yield from paragraph(labelled(labels["help"], said("help", ())))

    def briefly(self, remedy: Remedy) -> Line:
        """Return a remedy that is closed, or not for these answers, in one line."""
        title = Line((leading_strong(self.title(remedy.avenue)),))
        if not concerns(remedy):
            return joined((title, *self._sentences("reason", remedy.why[:1])))
        parts = self._parts(remedy)
        return joined(
            (
                title,
                *self.reasons(remedy),
                *self.days(remedy),
                *labelled(self.labels["help"], parts.get("help", ())),
            )
        )

    def reasons(self, remedy: Remedy) -> Iterator[Line]:
        """Yield why a remedy stands as it does: what others share in a few words."""
        for why in remedy.why:
            if why in self.shared:
                yield Line((*self.title(f"reason_{why}").parts, Words(".")))
        own = (why for why in remedy.why if why not in self.shared)
        yield from self._sentences("reason", own)

    def days(self, remedy: Remedy) -> Iterator[Line]:
        """Yield the days of a remedy, or the remedy that has the same ones and was told before."""
        limits = remedy.limits
        other = self._days_of.setdefault(limits, remedy.avenue)
        if other is not remedy.avenue and len(limits) > 1:
            before, after = self.labels["same_days"].split("{}")
            yield Line((Words(before), within(self.text.section(other)), Words(after)))
            return
        yield from day_lines(remedy, self.text, self.amounts, self.as_of)

    def in_full(self, tolling: Iterable[str]) -> Iterator[Line]:
        """Yield in full what remedies say in a few words: shared reasons, and what may stop a clock."""
        names = (*(f"reason_{why}" for why in self.shared), *(f"tolling_{key}" for key in tolling))
        for name in names:
            section = self.text.section(name)
            yield joined((Line((leading_strong(section.title),)), *lines_of(section.blocks)))

    def asks(self, remedies: Iterable[Remedy]) -> Iterator[Line]:
        """Yield what would tell more, each once."""
        return self._sentences(
            "asks", dict.fromkeys(ask for each in remedies for ask in each.asks)
        )

    def _parts(self, remedy: Remedy) -> Mapping[str, tuple[Line, ...]]:
        return _parts_of(self.text.section(remedy.avenue), self.holds)

    def _sentences(self, prefix: str, keys: Iterable[str]) -> Iterator[Line]:
        sections = (self.text.section(f"{prefix}_{key}") for key in keys)
        return chain.from_iterable(lines_of(section.blocks) for section in sections)

    def _figures(self, remedy: Remedy) -> Iterator[Line]:
        for line in self.amounts.lines(remedy):
            yield Line((*line.parts, Words(".")), line.cites)

    def _counted_once(self, remedy: Remedy) -> Iterator[Line]:
        """Yield the remedies that pay for the same loss, with the rules that say so."""
        told = [(other, rule) for other, rule in remedy.overlaps if other in self.concern]
        parts: list[Part] = [Words(self.labels["counted_once"])]
        for place, other in enumerate(dict.fromkeys(other for other, _ in told)):
            parts += (Words("; " if place else " "), within(self.text.section(other)))
        if told:
            yield Line((*parts, Words(".")), tuple(dict.fromkeys(rule for _, rule in told)))


def leading_strong(title: Line) -> Part:
    """Return a title as the stressed words that a line opens with."""
    return Stressed(Manner.STRONG, (*title.parts, Words(".")))


def shared_reasons(remedies: Sequence[Remedy]) -> tuple[str, ...]:
    """Return the reasons that more than one remedy has, in the order in which they come."""
    counted = Counter(why for each in remedies for why in each.why)
    return tuple(why for why, times in counted.items() if times > 1)


def _parts_of(section: Section, holds: Collection[str]) -> Mapping[str, tuple[Line, ...]]:
    """Return the lines under each nameless sub-heading of a remedy, by its id."""
    found: dict[str, list[Block]] = {}
    name = ""
    for block in section.blocks:
        if isinstance(block, Lines) and block.form is Form.HEADING:
            name = block.id
        else:
            found.setdefault(name, []).append(block)
    return {name: tuple(lines_of(blocks, holds)) for name, blocks in found.items()}
