"""Citations of law as words have them: found in any text, and looked up among those that are registered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from remedies.law import encoded

_PARAGRAPHS = r"(?:\((?:[0-9]{1,3}|[A-Z]{1,2}|[a-z]{1,4})\))+"
_SECTION = rf"\d+[A-Za-z]{{0,2}}(?:-\d+[a-z]?)?(?:\.\d+)?(?:{_PARAGRAPHS})?(?![\w])"
_MORE = rf"(?:, and | and |, | to |[-–])(?:{_SECTION}(?! U\.S\.C\.| C\.F\.R\.)|{_PARAGRAPHS})"
_RULES = r"Fed\. R\. (?:Crim|Civ|Evid|App)\. P\."
_STATE_CODE = r"[A-Z][\w.]*\.?(?: (?:[A-Z][\w.']*|&))* (?:Code|Stat\.|Law|Regs\.)(?: [A-Z][\w.]*)*"
_FOUND = re.compile(
    rf"(?P<book>\d+ (?:U\.S\.C\.|C\.F\.R\.)|{_STATE_CODE})? ?§§? ?(?P<sections>{_SECTION}(?:{_MORE})*)"
    rf"|(?P<rules>{_RULES}) (?P<numbers>{_SECTION}(?:, {_PARAGRAPHS})*)"
    r"|(?P<page>\d+ (?:U\.S\.|S\. Ct\.|F\.(?:2d|3d|4th)|F\. Supp\.(?: [23]d)?|Fed\. Reg\.|Stat\.) \d[\d,]*"
    r"|Pub\. L\. \d+-\d+|No\. \d\d-\d+\b)"
    r"|(?P<case>[A-Z][\w.’']*(?: (?:[A-Z&][\w.’']*|of|the|and))*,? v\. [A-Z][\w.’']+(?: [A-Z][\w.’']*)*)"
)
_PIECE = re.compile(
    rf"(?P<section>\d+[A-Za-z]{{0,2}}(?:-\d+[a-z]?)?(?:\.\d+)?)?(?P<paragraphs>{_PARAGRAPHS})?"
)
_PAGE = "page"
_LABEL = re.compile(r"\(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Cited:
    """One place in the law: a book, a section of it and the paragraphs below; or a page, or a case."""

    book: str
    section: str
    paragraphs: tuple[str, ...] = ()

    def __str__(self) -> str:
        below = "".join(f"({each})" for each in self.paragraphs)
        book = "" if self.book == _PAGE else self.book
        return f"{book} {self.section}{below}".strip()

    def holds(self, other: "Cited") -> bool:
        """Return whether the other place is this one or stands beneath it."""
        return (self.book, self.section) == (other.book, other.section) and (
            other.paragraphs[: len(self.paragraphs)] == self.paragraphs
        )


def cited(words: str) -> Iterator[Cited]:
    """Yield every place that the words name; a section without its book has that of the one before."""
    book = ""
    for found in _FOUND.finditer(words.replace("\xa0", " ")):
        if sections := found["sections"]:
            book = found["book"] or book
            yield from _places(book, sections)
        elif found["rules"]:
            yield from _places(found["rules"], found["numbers"])
        elif found["page"]:
            yield Cited(_PAGE, found["page"])
        else:
            yield Cited("case", found["case"])


def _places(book: str, listed: str) -> Iterator[Cited]:
    last = Cited(book, "")
    for part in re.split(r", and | and |, | to |–|-(?=\()", listed):
        found = _PIECE.fullmatch(part)
        if found is None:
            continue
        labels = tuple(_LABEL.findall(found["paragraphs"] or ""))
        if found["section"]:
            last = Cited(book, found["section"], labels)
        else:
            last = Cited(book, last.section, _beside(last.paragraphs, labels))
        yield last


def _beside(before: tuple[str, ...], labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the paragraphs of ``(4)(A)`` after ``(a)(2)(B)``: it replaces the label of its own kind."""
    for depth in reversed(range(len(before))):
        if _kind(before[depth]) == _kind(labels[0]):
            return (*before[:depth], *labels)
    return (*before, *labels)


def _kind(label: str) -> str:
    if label.isdecimal():
        return "number"
    return "capital" if label.isupper() else "roman" if len(label) > 1 else "letter"


@cache
def registered() -> frozenset[Cited]:
    """Return every place that a rule, an item or a position of the encoded law cites, each with its mark."""
    law = encoded()
    cites = [rule.citation for rule in law.rules.values()]
    cites += [version.authority.citation for item in law.items() for version in item.versions]
    cites += [
        holding.citation
        for position in law.all_positions().values()
        for option in position.options.values()
        for holding in option.authorities
    ]
    return frozenset(place for each in cites for place in cited(each) if place.book)
