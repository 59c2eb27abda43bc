"""What a page's style sheets say that Word can follow: the paper, widths, the middle, new pages, sizes.

Only plain selectors are read (a tag, classes, one element around it); what they do not say, Word decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from lxml.etree import _Element as Element

TEMPLATES: Final = Path(__file__).resolve().parents[2] / "templates"
_LETTER: Final = (8.5, 11.0)
_POINTS: Final = 72
_INCH: Final = {"in": 1.0, "pt": 1 / 72, "cm": 1 / 2.54, "mm": 1 / 25.4}
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT: Final = re.compile(r"@[^{;]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})")
_PAGE: Final = re.compile(r"@page\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_INNER: Final = re.compile(r"@[^{;]*\{[^{}]*\}")
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PLAIN: Final = re.compile(r"([a-z][a-z0-9]*)?((?:\.[\w-]+)*)\Z")
_LENGTH: Final = re.compile(r"([\d.]+)(in|pt|cm|mm)\b")
_MARGINS: Final = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
"""Which of one to four lengths is the top, right, bottom and left margin."""

Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Simple:
    """A tag and classes that an element must have."""

    tag: str
    classes: frozenset[str]

    def fits(self, element: Element) -> bool:
        return self.tag in ("", element.tag) and self.classes <= set(
            element.get("class", "").split()
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is said of elements that fit, within one that fits."""

    around: _Simple | None
    of: _Simple
    said: tuple[tuple[str, str], ...]

    @property
    def weight(self) -> tuple[int, int]:
        both = [self.of, *([self.around] if self.around else [])]
        return sum(len(each.classes) for each in both), sum(bool(each.tag) for each in both)

    def fits(self, element: Element) -> bool:
        return self.of.fits(element) and (
            self.around is None or any(map(self.around.fits, element.iterancestors()))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A sheet of paper in inches: its width and height, and its margins from the top around."""

    width: float
    height: float
    margins: tuple[float, float, float, float]

    @property
    def within(self) -> float:
        """The width between the margins."""
        return self.width - self.margins[1] - self.margins[3]


class Looks:
    """The styles of one page."""

    def __init__(self, root: Element) -> None:
        """Read the style sheets that the page links to or holds."""
        self._body = root.find("body")
        self._sheets = list(_sheets(root))
        found = [rule for sheet in self._sheets for rule in _rules(sheet)]
        self._rules = sorted(found, key=lambda rule: rule.weight)

    def of(self, element: Element) -> Said:
        """Return what is said of an element by its style sheets and by itself."""
        found = {
            name: value for rule in self._rules if rule.fits(element) for name, value in rule.said
        }
        return found | dict(_declared(element.get("style", "")))

    @property
    def letters(self) -> float:
        """The size of the page's letters in points; nought where no style sheet says it."""
        said = self.of(self._body)
        stated = inches(said.get("font-size") or said.get("font", ""))
        return stated[0] * _POINTS if stated else 0

    @cached_property
    def leaf(self) -> Leaf:
        """The paper: US Letter with margins of one inch unless a style sheet says otherwise."""
        said: Said = {}
        for sheet in self._sheets:
            for page in _PAGE.findall(sheet):
                said |= dict(_declared(_INNER.sub("", page)))
        width, height = _LETTER
        if "landscape" in said.get("size", ""):
            width, height = height, width
        lengths = inches(said.get("margin", "1in"))
        margins = tuple(lengths[place] for place in _MARGINS[len(lengths)])
        return Leaf(width=width, height=height, margins=margins)  # type: ignore[arg-type]  # there are four


def inches(words: str) -> list[float]:
    """Return the lengths in words, in inches."""
    return [float(number) * _INCH[unit] for number, unit in _LENGTH.findall(words)]


def percent(words: str) -> float | None:
    """Return a share of the width, of one; None where it is none."""
    return float(words[:-1]) / 100 if words.endswith("%") else None


def _sheets(root: Element) -> Iterator[str]:
    for element in root.iterfind("head/*"):
        if element.tag == "link" and element.get("rel") == "stylesheet":
            yield _read(element.get("href", ""))
        elif element.tag == "style":
            yield _COMMENT.sub("", element.text or "")


@cache
def _read(name: str) -> str:
    """Return one of our style sheets; of another's address nothing is read."""
    path = (TEMPLATES / name).resolve()
    if path.suffix != ".css" or not path.is_relative_to(TEMPLATES) or not path.is_file():
        return ""
    return _COMMENT.sub("", path.read_text("utf-8"))


@cache
def _rules(sheet: str) -> tuple[_Rule, ...]:
    return tuple(
        rule
        for selectors, block in _RULE.findall(_AT.sub("", sheet))
        for selector in selectors.split(",")
        if (rule := _rule(selector.split(), tuple(_declared(block)))) is not None
    )


def _rule(selector: list[str], said: tuple[tuple[str, str], ...]) -> _Rule | None:
    simple = [_simple(part) for part in selector]
    match simple:
        case [_Simple() as of]:
            return _Rule(None, of, said)
        case [_Simple() as around, _Simple() as of]:
            return _Rule(around, of, said)
        case _:
            return None


def _simple(part: str) -> _Simple | None:
    found = _PLAIN.match(part)
    if found is None:
        return None
    return _Simple(found[1] or "", frozenset(found[2].split(".")[1:]))


def _declared(block: str) -> Iterator[tuple[str, str]]:
    for part in block.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            yield name.strip(), value.strip()
