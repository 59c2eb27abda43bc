"""Bars that can be read in print, in black and white, and by ear: one SVG, the same every time.

Lengths are exact until the last step, where each becomes a whole number of tenths of a pixel.
The drawing carries no style sheet, no script and no address, so it stands alike in a page with a
strict content policy and in a PDF.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from html import escape
from textwrap import wrap
from typing import Final

# All in pixels, 96 to the inch: the drawing is as wide as the text of a page, 6.5 inches.
WIDTH: Final = 624
_LABELS: Final = 204  # the column of the labels
_CHARACTER: Final = 7  # room for one character of a value; digits take 6.3
_LINE: Final = 14  # from one line of a label to the next
_THICKNESS: Final = 16  # of a bar
GAP: Final = 14  # between two rows
_LABEL_CHARACTERS: Final = 30

_KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Fill(StrEnum):
    """How a bar is filled; each can be told from the others without colour."""

    SOLID = "solid"
    HATCHED = "hatched"
    DOTTED = "dotted"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row of a chart: what it is, its value in words, and its length against the others."""

    label: str
    value: str
    length: Fraction | int
    fill: Fill = Fill.SOLID


_PATTERNS: Final = {
    Fill.HATCHED: (
        '<path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" fill="none" stroke="#000" stroke-width="1.2"/>'
    ),
    Fill.DOTTED: '<circle cx="3" cy="3" r="1.1" fill="#000"/>',
}


def check_key(key: str) -> None:
    """Refuse what could not begin an id.

    Raises:
        ValueError: it is not a letter, then letters, digits and hyphens.
    """
    if not _KEY.fullmatch(key):
        message = f"a chart's key is a letter, then letters, digits and hyphens; not {key!r}"
        raise ValueError(message)


def bars(title: str, description: str, rows: Sequence[Bar], *, key: str = "chart") -> str:
    """The rows as horizontal bars: an SVG element, 6.5 inches wide, to stand in a page.

    Args:
        title: what the chart shows, in a few words; said, not drawn.
        description: what to see in it; the order, every label and value, and the longest are added to it.
        rows: the bars, from the top down; the longest fills the width.
        key: begins the ids inside the drawing; each chart of a page needs its own.

    Raises:
        ValueError: no rows, a negative length, or a key that could not be an id.
    """
    check_key(key)
    if not rows or any(row.length < 0 for row in rows):
        message = "a chart has at least one bar, and none is shorter than nothing"
        raise ValueError(message)
    drawn, height = _rows(rows, key)
    said = " ".join([description, *_said(rows)])
    return svg(
        key,
        title,
        said,
        height,
        [
            "<defs>",
            *(_pattern(fill, key) for fill in _PATTERNS if any(row.fill is fill for row in rows)),
            "</defs>",
            *drawn,
            f'<path d="M{_LABELS} 0V{height}" stroke="#000" stroke-width="1"/>',
        ],
    )


def in_order(many: int) -> str:
    """How many bars there are, and in what order they are said."""
    return "1 bar." if many == 1 else f"{many} bars, from the top down."


def _said(rows: Sequence[Bar]) -> Iterator[str]:
    """What the bars show, for who does not see them: as they stand, and which is the longest."""
    yield in_order(len(rows))
    for row in rows:
        yield f"{row.label}: {row.value}."
    longest = max(row.length for row in rows)
    first = [f"{row.label}, {row.value}" for row in rows if row.length == longest]
    if not longest:
        yield "None has a length."
    elif len(rows) > 1:
        yield f"The longest {'is' if len(first) == 1 else 'are'} {'; '.join(first)}."


def svg(key: str, title: str, said: str, height: int, drawn: Iterable[str]) -> str:
    """The drawing as an SVG element with its name and description."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" direction="ltr" '
        f'width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'aria-labelledby="{key}-title" aria-describedby="{key}-desc" '
        'font-family="Noto Sans, Arial, sans-serif" font-size="11" fill="#000">'
    )
    names = [
        f'<title id="{key}-title">{text(title)}</title>',
        f'<desc id="{key}-desc">{text(said)}</desc>',
    ]
    return "\n".join([head, *names, *drawn, "</svg>"])


def _rows(rows: Sequence[Bar], key: str) -> tuple[list[str], int]:
    """The drawn rows, and the height that they take in pixels."""
    values = max(len(row.value) for row in rows) * _CHARACTER
    room = max(WIDTH - _LABELS - values - GAP, _THICKNESS)
    longest = max(row.length for row in rows)
    drawn: list[str] = []
    top = GAP // 2
    for row in rows:
        lines = wrap(row.label, _LABEL_CHARACTERS) or [""]
        taken = max(_THICKNESS, _LINE * len(lines))
        drawn += _label(lines, top + (taken - _LINE * len(lines)) // 2)
        drawn += _bar(row, top + taken // 2, _tenths(row.length, longest, room), key)
        top += taken + GAP
    return drawn, top - GAP // 2


def _label(lines: Sequence[str], top: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f'<text x="0" y="{top + number * _LINE + 11}">{text(line)}</text>'


def _bar(row: Bar, middle: int, tenths: int, key: str) -> Iterator[str]:
    """The bar, unless it is nothing, and its value beside it."""
    if tenths:
        yield (
            f'<rect x="{_LABELS}" y="{middle - _THICKNESS // 2}" width="{pixels(tenths)}" '
            f'height="{_THICKNESS}" fill="{_paint(row.fill, key)}" stroke="#000"/>'
        )
    beside = pixels(_LABELS * 10 + tenths + 60)
    yield f'<text x="{beside}" y="{middle + 4}">{text(row.value)}</text>'


def _tenths(length: Fraction | int, longest: Fraction | int, room: int) -> int:
    """The length in tenths of a pixel; what is not nothing is at least one pixel, to be seen."""
    if not length:
        return 0
    return max(round(Fraction(length) / Fraction(longest) * room * 10), 10)


def pixels(tenths: int) -> str:
    """A length in pixels, as the drawing writes it."""
    return f"{tenths // 10}.{tenths % 10}"


def _paint(fill: Fill, key: str) -> str:
    match fill:
        case Fill.SOLID:
            return "#333"
        case Fill.BLANK:
            return "#fff"
        case Fill.HATCHED | Fill.DOTTED:
            return f"url(#{key}-{fill})"


def _pattern(fill: Fill, key: str) -> str:
    return (
        f'<pattern id="{key}-{fill}" patternUnits="userSpaceOnUse" width="6" height="6">'
        f"{_PATTERNS[fill]}</pattern>"
    )


def text(words: str) -> str:
    """The words, safe in markup; a character that XML does not know becomes U+FFFD."""
    return escape(_NOT_XML.sub("\ufffd", words))
