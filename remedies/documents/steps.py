"""Steps through time that can be read in print, in black and white, and by ear: one SVG, as the bars are.

Places are exact until the last step, where each becomes a whole number of tenths of a pixel.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import partial
from typing import Final

from remedies.documents.chart import GAP, WIDTH, check_key, pixels, svg, text
from remedies.worksheet import dollars

_LEFT: Final = 44  # the column of the amounts beside the steps
_ROOM: Final = WIDTH - _LEFT - 24  # for the steps, from side to side
_TALL: Final = 200  # for the steps, from the top down
_KEY_LINE: Final = 20  # from one line of the key to the next
_FOOT: Final = 24  # for the years
_MOST_TICKS: Final = 8


class Stroke(StrEnum):
    """How a line is drawn; each can be told from the others without colour, and seen where they meet."""

    BROAD = "broad"
    THIN = "thin"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One level of a line: its first and last day, and its height."""

    begins_on: dt.date
    ends_on: dt.date
    value: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a chart of steps; between two steps that do not follow each other it is broken."""

    label: str
    steps: Sequence[Step]
    stroke: Stroke


_STROKES: Final = {
    Stroke.BROAD: 'stroke="#888" stroke-width="6"',
    Stroke.THIN: 'stroke="#000" stroke-width="1.6"',
    Stroke.DASHED: 'stroke="#000" stroke-width="1.6" stroke-dasharray="6 3"',
}


def steps(
    title: str,
    description: str,
    lines: Sequence[Line],
    *,
    marked: dt.date | None = None,
    key: str = "steps",
) -> str:
    """The lines as steps of dollars through time: an SVG element, 6.5 inches wide, to stand in a page.

    Args:
        title: what the chart shows, in a few words; said, not drawn.
        description: what to see in it; each line's first, highest and last step are added to it.
        lines: from the back to the front; those without a step are left out.
        marked: a day at which an upright line is drawn.
        key: begins the ids inside the drawing; each chart of a page needs its own.

    Raises:
        ValueError: no step to draw, a step below nothing, or a key that could not be an id.
    """
    check_key(key)
    drawn = [line for line in lines if line.steps]
    every = [step for line in drawn for step in line.steps]
    if not every or any(step.value < 0 for step in every):
        message = "a chart has at least one step, and none is lower than nothing"
        raise ValueError(message)
    days = [day for step in every for day in (step.begins_on, step.ends_on)]
    if marked:
        days.append(marked)
    across = _Across(min(days), max(days))
    apart, highest = _apart(max(step.value for step in every))
    top = _KEY_LINE * len(drawn) + GAP
    up = partial(_up, highest=highest, top=top)
    parts = [
        *(part for place, line in enumerate(drawn) for part in _named(line, place)),
        *(part for level in range(0, highest + 1, apart) for part in _level(level, up)),
        *(part for year in across.years() for part in _year(year, across, top)),
        *(_stairs(line, across, up) for line in drawn),
    ]
    if marked:
        at = across.of(marked)
        parts.append(f'<path d="M{at} {top - 6}V{top + _TALL}" stroke="#000" stroke-width="1"/>')
    said = " ".join([description, *(_said(line) for line in drawn)])
    return svg(key, title, said, top + _TALL + _FOOT, parts)


@dataclass(frozen=True, slots=True)
class _Across:
    """The days from side to side."""

    first: dt.date
    last: dt.date

    def of(self, day: dt.date) -> str:
        share = Fraction((day - self.first).days, max((self.last - self.first).days, 1))
        return pixels(_LEFT * 10 + round(share * _ROOM * 10))

    def years(self) -> range:
        """The years that are named: as many as there is room for."""
        count = self.last.year - self.first.year
        apart = next(n for n in (1, 2, 5, 10, 20, 50, 100, 5000) if count <= n * _MOST_TICKS)
        return range(-(-(self.first.year + 1) // apart) * apart, self.last.year + 1, apart)


def _apart(highest: Fraction) -> tuple[int, int]:
    """How many dollars lie between two levels that are named, and the highest of them."""
    apart = 1
    while highest > apart * 4:
        apart = apart * 2 if str(apart)[0] != "2" else apart * 5 // 2
    return apart, max(-(-highest // apart), 1) * apart


def _up(value: Fraction | int, *, highest: int, top: int) -> str:
    return pixels((top + _TALL) * 10 - round(Fraction(value) / highest * _TALL * 10))


def _named(line: Line, place: int) -> Iterator[str]:
    middle = place * _KEY_LINE + 12
    yield f'<path d="M{_LEFT} {middle}h40" fill="none" {_STROKES[line.stroke]}/>'
    yield f'<text x="{_LEFT + 50}" y="{middle + 4}">{text(line.label)}</text>'


def _level(level: int, up: partial[str]) -> Iterator[str]:
    yield f'<path d="M{_LEFT} {up(level)}h{_ROOM}" stroke="#bbb" stroke-width="0.6"/>'
    yield f'<text x="{_LEFT - 8}" y="{up(level)}" dy="4" text-anchor="end">${level}</text>'


def _year(year: int, across: _Across, top: int) -> Iterator[str]:
    at = across.of(dt.date(year, 1, 1))
    yield f'<path d="M{at} {top + _TALL}v5" stroke="#000" stroke-width="1"/>'
    yield f'<text x="{at}" y="{top + _TALL + 18}" text-anchor="middle">{year}</text>'


def _stairs(line: Line, across: _Across, up: partial[str]) -> str:
    path, follows_on = "", None
    for step in line.steps:
        begins = across.of(step.begins_on)
        path += (
            f"V{up(step.value)}" if step.begins_on == follows_on else f"M{begins} {up(step.value)}"
        )
        follows_on = step.ends_on + dt.timedelta(days=1)
        path += f"H{across.of(step.ends_on if step is line.steps[-1] else follows_on)}"
    return f'<path d="{path}" fill="none" {_STROKES[line.stroke]}/>'


def _said(line: Line) -> str:
    first, last = line.steps[0], line.steps[-1]
    highest = max(line.steps, key=lambda step: step.value)
    peak = f"; the highest is {dollars(highest.value)}" if highest.value > last.value else ""
    return (
        f"{line.label}: from {dollars(first.value)} on {first.begins_on} "
        f"to {dollars(last.value)} since {last.begins_on}, in {len(line.steps)} steps{peak}."
    )
