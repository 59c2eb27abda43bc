"""Words for the encoded law: its marks, its terms, and links out of it."""

import re
from fractions import Fraction
from typing import Final

from markupsafe import Markup

from remedies.figures import Checked
from remedies.law import Term
from remedies.worksheet import decimal_text, dollars

MARKS: Final = {
    Checked.STATUTE: "statute read",
    Checked.OFFICIAL: "official publication",
    Checked.SECONDARY: "secondary sources",
    Checked.SINGLE_SOURCE: "one publication",
    Checked.PARTIAL: "read in part",
    Checked.CONFLICT: "sources disagree",
    Checked.UNVERIFIED: "not confirmed",
}
"""A mark in two or three words, for a table; ``CHECKED`` has the sentence."""

_MOST_PLACES: Final = 12
# Telephone numbers, and sites of governments: no other address in a text becomes a link.
_REACHED: Final = re.compile(
    r"(?P<phone>\b(?:1-)?[0-9]{3}-[0-9]{3}-[0-9]{4}\b)"
    r"|(?P<site>\b(?:[a-z0-9-]+\.)+(?:gov|(?:[a-z]{2}\.)us)\b(?:/[A-Za-z0-9._~/-]*[A-Za-z0-9/])?)"
)


def said(key: str, term: Term) -> str:
    """Return a term in words."""
    if isinstance(term, bool):
        return "Yes." if term else "No."
    if isinstance(term, Fraction):
        return dollars(term) if key.endswith("_usd") else decimal_text(term, 0, _MOST_PLACES)[0]
    return term


def linked(text: str) -> Markup:
    """Return a text with its telephone numbers and its governments' sites as links."""
    made, end = Markup(), 0
    for match in _REACHED.finditer(text):
        made += text[end : match.start()]
        found, end = match[0], match.end()
        if match["phone"]:
            number = found.replace("-", "").removeprefix("1")
            made += Markup('<a href="tel:+1{}">{}</a>').format(number, found)
        else:
            made += Markup('<a href="https://{}" rel="noreferrer noopener">{}</a>').format(
                found, found
            )
    return made + text[end:]


def web_address(url: str) -> str:
    """Return an address if it is one of the web, to be a link; nothing if it is not."""
    return url if url.startswith(("https://", "http://")) else ""
