"""A printed page that stands alone: its styles are in it, and it loads nothing."""

import re
from typing import Final

from remedies.documents import pdf as printing

_LINK: Final = re.compile(r'<link rel="stylesheet" href="([a-z_/]+\.css)">')


def alone(page: str) -> str:
    """Return the page with each style sheet of ours in the place of the link to it."""
    return _LINK.sub(_styles, page)


def _styles(link: re.Match[str]) -> str:
    sheet = (printing.TEMPLATES / link[1]).read_text("utf-8")
    return f"<style>\n{sheet}</style>"
