"""A text for its page: every line as safe HTML, every authority numbered where it is first relied on.

What a value says is escaped here and nowhere read again: it can be neither markup nor a template.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from markupsafe import Markup, escape

from remedies.documents.texts.text import (
    Blank,
    Block,
    Insert,
    Line,
    Lines,
    Link,
    Note,
    Part,
    Quoted,
    Section,
    Stressed,
    Table,
    Value,
    When,
    Within,
    Words,
)
from remedies.documents.texts.values import Said, Values
from remedies.figures import Authority

_CITE: Final = Markup('<a href="#law-{0}">{0}</a>')
_CITES: Final = Markup('<sup class="cites">\N{WORD JOINER}{}</sup>')
_FIGURES: Final = Markup('<bdi dir="ltr">{}</bdi>')
_ALONE: Final = Markup("<bdi>{}</bdi>")
_FOREIGN: Final = Markup('<bdi lang="{}">{}</bdi>')
_BLANK: Final = Markup('<span class="blank">{}</span>')
_QUOTED: Final = Markup('<span lang="{}">{}</span>')
_SITE: Final = Markup('<a href="{}"{}>{}</a>')
_LANGUAGE: Final = Markup(' lang="{}"')
_WITHIN: Final = Markup('<a class="within" href="#{}" data-page="{}">{}</a>')


@dataclass(frozen=True, slots=True)
class Shown:
    """A block for the template: what it is, and its lines as HTML."""

    form: str
    id: str = ""
    lines: tuple[Markup, ...] = ()
    blocks: tuple["Shown", ...] = ()
    rows: tuple[tuple[Markup, ...], ...] = ()


@dataclass(slots=True)
class Page:
    """One text on its way to HTML; it gathers the authorities as they are met."""

    values: Values
    holds: Collection[str]
    inserts: Mapping[str, Markup] = field(default_factory=dict)
    authorities: list[Authority] = field(default_factory=list)
    _told: frozenset[str] = frozenset()
    """The contacts of which the line in hand says a name, a number or an address."""

    def section(self, section: Section) -> Shown:
        """Return a section: its title is its only line."""
        blocks = tuple(self.blocks(section.blocks))
        return Shown("section", section.id, (self.words(section.title),), blocks)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Shown]:
        """Yield the blocks that stand; one whose condition does not hold is left out."""
        for block in blocks:
            match block:
                case When():
                    if block.condition in self.holds:
                        yield from self.blocks(block.blocks)
                case Note():
                    yield Shown("note", blocks=tuple(self.blocks(block.blocks)))
                case Insert():
                    yield Shown("insert", lines=(self.inserts[block.name],))
                case Table():
                    head = tuple(map(self.line, block.head))
                    rows = tuple(tuple(map(self.line, row)) for row in block.rows)
                    yield Shown("table", lines=head, rows=rows)
                case Lines():
                    yield Shown(block.form, block.id, tuple(map(self.line, block.lines)))

    def line(self, line: Line) -> Markup:
        """Return a line with the numbers of what it rests on."""
        said = self.words(line)
        found = [each for key in line.cites for each in self.values.authorities(key)]
        for name in line.values():
            found += self.values.said(name).authorities
        numbers = sorted({self._number(each) for each in found})
        if not numbers:
            return said
        return said + _CITES.format(Markup("\N{NO-BREAK SPACE}").join(map(_CITE.format, numbers)))

    def words(self, line: Line) -> Markup:
        """Return a line without its cites."""
        self._told = frozenset(name.split(".")[1] for name in line.values() if "contact." in name)
        return self._parts(line.parts)

    def _parts(self, parts: Iterable[Part]) -> Markup:
        return Markup("").join(map(self._part, parts))

    def _part(self, part: Part) -> Markup:
        match part:
            case Words():
                return escape(part.words)
            case Value():
                return _value(self.values.said(part.name))
            case Stressed():
                inside = self._parts(part.parts)
                return Markup("<{0}>{1}</{0}>").format(part.manner.value, inside)
            case Blank():
                return _BLANK.format(part.prompt)
            case Quoted():
                return _QUOTED.format(part.language, self._parts(part.parts))
            case Link():
                return self._link(part)
            case Within():
                page = self.values.language.words["page"]
                return _WITHIN.format(part.id, page.lower(), self._flat(part))

    def _link(self, link: Link) -> Markup:
        """Return words that lead to a contact, with where it is if the line says nothing else of it.

        A site that asks for a login is not linked to.
        """
        contact = self.values.contacts[link.contact]
        site = "" if contact.get("login") else contact.get("site", "")
        words = self._flat(link)  # a tag inside a link would be a second link in the PDF
        where = site or contact.get("phone", "")
        if where and link.contact not in self._told:
            words = f"{words} ({where})"
        name = self._name(link)
        if not site:
            return escape(words) if name is None else _value(name)
        foreign = _LANGUAGE.format(name.language) if name and name.language else ""
        found = _SITE.format(f"https://{site}", foreign, words)
        return found + _beside(name) if name else found

    def _name(self, link: Link) -> Said | None:
        """Return the value that a link's words are, where they are one value and nothing else."""
        match link.parts:
            case (Value() as only,):
                return self.values.said(only.name)
            case _:
                return None

    def _flat(self, part: Part) -> str:
        match part:
            case Words():
                return part.words
            case Value():
                return self.values.said(part.name).words
            case Stressed() | Link() | Quoted() | Within():
                return "".join(map(self._flat, part.parts))
            case Blank():
                return part.prompt

    def _number(self, authority: Authority) -> int:
        """Return the number of an authority; what is cited alike and checked alike is one."""
        for number, known in enumerate(self.authorities, start=1):
            if (known.citation, known.checked) == (authority.citation, authority.checked):
                return number
        self.authorities.append(authority)
        return len(self.authorities)


def _value(said: Said) -> Markup:
    if said.figures:
        return _FIGURES.format(said.words)
    return _alone(said) + _beside(said)


def _alone(said: Said) -> Markup:
    return (
        _FOREIGN.format(said.language, said.words) if said.language else _ALONE.format(said.words)
    )


def _beside(said: Said) -> Markup:
    return Markup(" ({})").format(_alone(said.beside)) if said.beside else Markup("")
