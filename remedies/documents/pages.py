"""A printed page that stands alone: it loads nothing, and wide tables scroll by themselves."""

import re
from typing import Final

from markupsafe import Markup, escape

from remedies.documents import pdf as printing

_LINK: Final = re.compile(r'<link rel="stylesheet" href="([a-z_/]+\.css)">')
_TABLE: Final = re.compile(r"<table\b.*?</table>", re.DOTALL)
_CAPTION: Final = re.compile(r"<caption[^>]*>(.*?)</caption>", re.DOTALL)
_WIDE: Final = "base/screen.css"


def alone(page: str) -> str:
    """Return the page with each style sheet of ours in the place of the link to it.

    A page with the style for screens has each table in a box that scrolls, and that a keyboard reaches.
    """
    boxed = _TABLE.sub(_boxed, page) if _WIDE in page else page
    return _LINK.sub(_styles, boxed)


def _boxed(table: re.Match[str]) -> str:
    caption = _CAPTION.search(table[0])
    said = escape(Markup(caption[1]).striptags()) if caption else ""  # noqa: S704 - our own page
    named = f' aria-label="{said}"' if said else ""
    return f'<div class="scroll" role="group"{named} tabindex="0">\n{table[0]}\n</div>'


def _styles(link: re.Match[str]) -> str:
    sheet = (printing.TEMPLATES / link[1]).read_text("utf-8")
    return f"<style>\n{sheet}</style>"
