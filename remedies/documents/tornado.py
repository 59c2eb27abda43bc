"""Bars to the left and right of one line: how far each of several facts moves a total, alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from textwrap import wrap
from typing import Final

from remedies.documents.chart import GAP, WIDTH, check_key, in_order, pixels, svg, text
from remedies.worksheet import dollars

# All in pixels, as in remedies.documents.chart.
_LABELS: Final = 230
_ROOM: Final = WIDTH - _LABELS - 8
_LINE: Final = 14
_THICKNESS: Final = 14
_HEAD: Final = 20  # above the rows: the amount at the line
_LABEL_CHARACTERS: Final = 34
_HALF_AMOUNT: Final = 44  # room that half of the amount at the line takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One row: what is varied, and the lowest and highest total in dollars that it alone gives."""

    label: str
    low: Fraction
    high: Fraction


def tornado(title: str, likely: Fraction, rows: Sequence[Reach], *, key: str) -> str:
    """The rows as bars around a line at the likely total: an SVG element, 6.5 inches wide.

    What lies below the likely total is hatched, what lies above it is solid.

    Args:
        title: what the chart shows, in a few words; said, not drawn.
        likely: the total in dollars at which the line stands.
        rows: the bars, from the top down.
        key: begins the ids inside the drawing; each chart of a page needs its own.

    Raises:
        ValueError: no rows, or a key that could not be an id.

    """
    check_key(key)
    if not rows:
        message = "a chart has at least one bar"
        raise ValueError(message)
    across = _Across(min(likely, *(r.low for r in rows)), max(likely, *(r.high for r in rows)))
    drawn: list[str] = []
    top = _HEAD + GAP // 2
    for row in rows:
        lines = wrap(row.label, _LABEL_CHARACTERS) or [""]
        drawn += _row(row, lines, top, across, likely, key)
        top += max(_THICKNESS + _LINE, _LINE * len(lines)) + GAP
    return svg(
        key, title, _said(likely, rows), top, [_hatching(key), *drawn, *_line(likely, across, top)]
    )


@dataclass(frozen=True, slots=True)
class _Across:
    """The dollars from side to side."""

    low: Fraction
    high: Fraction

    def tenths(self, value: Fraction) -> int:
        span = (self.high - self.low) or Fraction(1)
        return _LABELS * 10 + round((value - self.low) / span * _ROOM * 10)


def _said(likely: Fraction, rows: Sequence[Reach]) -> str:
    each = " ".join(f"{r.label}: {dollars(r.low)} to {dollars(r.high)}." for r in rows)
    return (
        "One bar for each fact, from the lowest to the highest total that it gives while the other facts "
        f"are likely; the line stands at the likely total, {dollars(likely)}. {in_order(len(rows))} {each}"
        f"{_widest(rows)}"
    )


def _widest(rows: Sequence[Reach]) -> str:
    """Which facts move the total most, and by how much."""
    swing = max(row.high - row.low for row in rows)
    most = [row.label for row in rows if row.high - row.low == swing]
    if not swing or len(rows) == 1:
        return ""
    verb = "is" if len(most) == 1 else "are"
    return f" The widest {verb} {'; '.join(most)}, with {dollars(swing)} from end to end."


def _row(  # noqa: PLR0913, PLR0917 - a row and where it stands
    row: Reach, lines: Sequence[str], top: int, across: _Across, likely: Fraction, key: str
) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f'<text x="0" y="{top + number * _LINE + 11}">{text(line)}</text>'
    for low, high, fill in (
        (row.low, min(row.high, likely), f"url(#{key}-hatched)"),
        (max(row.low, likely), row.high, "#333"),
    ):
        if low < high:
            begins, ends = across.tenths(low), across.tenths(high)
            yield (
                f'<rect x="{pixels(begins)}" y="{top}" width="{pixels(max(ends - begins, 10))}" '
                f'height="{_THICKNESS}" fill="{fill}" stroke="#000"/>'
            )
    beneath = top + _THICKNESS + 12
    yield f'<text x="{_LABELS}" y="{beneath}">{text(dollars(row.low))}</text>'
    yield (
        f'<text x="{_LABELS + _ROOM}" y="{beneath}" text-anchor="end">{text(dollars(row.high))}</text>'
    )


def _line(likely: Fraction, across: _Across, bottom: int) -> Iterator[str]:
    at = across.tenths(likely)
    middle = min(max(at, (_LABELS + _HALF_AMOUNT) * 10), (_LABELS + _ROOM - _HALF_AMOUNT) * 10)
    yield f'<text x="{pixels(middle)}" y="12" text-anchor="middle">{text(dollars(likely))}</text>'
    yield (
        f'<path d="M{pixels(at)} {_HEAD - 2}V{bottom - GAP // 2}" fill="none" stroke="#000" '
        'stroke-width="1.5" stroke-dasharray="4 2"/>'
    )


def _hatching(key: str) -> str:
    return (
        f'<defs><pattern id="{key}-hatched" patternUnits="userSpaceOnUse" width="6" height="6">'
        '<path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" fill="none" stroke="#000" stroke-width="1.2"/>'
        "</pattern></defs>"
    )
