"""The manner of the workbook: its styles, and sheets that are ready to be filled in and printed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from textwrap import wrap
from typing import Any, Final

import xlsxwriter

from remedies.intake.workbook.examples import EDITION

LETTER: Final = 1
_LINE_HEIGHT: Final = 13.0
_HIGHEST: Final = 409
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT: Final = {"font_name": "Arial", "font_size": 10, "font_scheme": "none"}
_INK, _SHADE, _QUIET = "#1F4E79", "#F3F6F9", "#595959"
_TOP: Final = {"valign": "top", "text_wrap": True}
_LEFT: Final = {**_TOP, "align": "left", "indent": 1}
_BOX: Final = {"border": 1, "border_color": "#BFC7CF"}
_GRAY: Final = {**_LEFT, **_BOX, "italic": True, "font_color": _QUIET}
_RIGHT: Final = {"align": "right", "indent": 1}
_CENTER: Final = {"align": "center", "indent": 0}
_DAY: Final = {"num_format": "yyyy-mm-dd", **_RIGHT}
_TIME: Final = {"num_format": "hh:mm", **_RIGHT}
_ALIGNED: Final[Mapping[str, Mapping[str, object]]] = {
    "": {},
    "_right": _RIGHT,
    "_center": _CENTER,
    "_date": _DAY,
    "_time": _TIME,
}
STYLES: Final[Mapping[str, Mapping[str, object]]] = {
    "title": {"bold": True, "font_size": 16, "font_color": _INK, "valign": "vcenter"},
    "heading": {"bold": True, "font_size": 12, "font_color": _INK, "valign": "bottom"},
    "note": {"font_color": _QUIET, "valign": "top"},
    "plain": {"valign": "top"},
    "words": _TOP,
    "link": {**_TOP, "font_color": _INK, "underline": 1},
    "head": {
        **_LEFT,
        **_BOX,
        "bold": True,
        "valign": "bottom",
        "font_color": "#FFFFFF",
        "bg_color": _INK,
        "border_color": "#FFFFFF",
    },
    "help": {**_GRAY, "font_size": 9, "bg_color": _SHADE},
    "label": {**_LEFT, **_BOX, "bold": True, "bg_color": _SHADE},
    **{f"column{name}": {**_LEFT, **more} for name, more in _ALIGNED.items()},
    **{f"entry{name}": {**_LEFT, **_BOX, **more} for name, more in _ALIGNED.items()},
    **{f"example{name}": {**_GRAY, **more} for name, more in _ALIGNED.items()},
}
"""Every style: a column's own, and that of the cells in it that are drawn, by how they are aligned."""


@dataclass(slots=True)
class Book:
    """A workbook in memory: the same content gives the same bytes."""

    title: str
    _bytes: BytesIO = field(default_factory=BytesIO)
    _styles: dict[str, Any] = field(default_factory=dict)
    _file: Any = field(init=False)

    def __post_init__(self) -> None:
        """Open the file; no name of a person and no clock goes into it."""
        options = {**_OPTIONS, "default_format_properties": dict(_FONT)}
        self._file = xlsxwriter.Workbook(self._bytes, options)
        at_midnight = dt.datetime.fromisoformat(EDITION).replace(tzinfo=dt.UTC)
        self._file.set_properties({"title": self.title, "created": at_midnight})

    def sheet(self, name: str, *, landscape: bool = True, pages: int = 0) -> Any:  # noqa: ANN401 - the library is untyped
        """Return a new sheet of the library: Letter paper, one page wide, ``pages`` long where stated."""
        made = self._file.add_worksheet(name)
        made.set_paper(LETTER)
        if landscape:
            made.set_landscape()
        made.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        made.fit_to_pages(1, pages)
        return made

    def style(self, name: str) -> Any:  # noqa: ANN401 - the library is untyped
        """Return a style, made once."""
        if name not in self._styles:
            self._styles[name] = self._file.add_format(dict(STYLES[name]))
        return self._styles[name]

    def name(self, name: str, reference: str) -> None:
        """Give cells a name."""
        self._file.define_name(name, f"={reference}")

    def content(self) -> bytes:
        """Close the file and return it."""
        self._file.close()
        return self._bytes.getvalue()


def height(texts_and_widths: list[tuple[str, float]], size: float = 1.0) -> float:
    """Return the height of a row that shows every text whole: not every program makes room by itself."""
    lines = max((_lines(text, width / size) for text, width in texts_and_widths), default=1)
    return min(lines * _LINE_HEIGHT * size + 4, _HIGHEST)


def _lines(text: str, width: float) -> int:
    letters = int(width * 1.1) - 2
    return max(1, len(wrap(text, max(5, letters))))
