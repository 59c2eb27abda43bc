"""A guide's page: one text, one language, one day; in print and in large print, as PDF and as Word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from markupsafe import Markup

from remedies.documents import pdf as printing
from remedies.documents.guides.shown import Page
from remedies.documents.pages import alone
from remedies.documents.texts import Text, text, translation
from remedies.documents.texts.text import lines
from remedies.documents.texts.values import Values
from remedies.documents.word import word
from remedies.documents.wording import DOUBTED

_TEMPLATE: Final = "guides/page.html"
_ABOUT: Final = "page"
_AROUND: Final = ("hotline", "real", "what-this-is", "as-of", "sources", "not-reviewed")


class Size(StrEnum):
    """How large a guide is printed."""

    ORDINARY = "ordinary"
    LARGE = "large"


class Layout(StrEnum):
    """How a guide lies on the paper, beside its ordinary pages."""

    PAGES = "pages"
    LEAFLET = "leaflet"
    POSTER = "poster"
    LETTER = "letter"
    DAYS = "days"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A document that can be printed: its text with all that it names.

    ``holds`` names the conditions that hold, ``inserts`` the tables that stand in the text.
    """

    text: Text
    values: Values
    holds: frozenset[str] = frozenset()
    inserts: Mapping[str, Markup] = field(default_factory=dict)
    layout: Layout = Layout.PAGES
    about: Text | None = None
    """The words around the text; left out, those of its language."""


def guide_html(guide: Guide, size: Size = Size.ORDINARY) -> str:
    """Return the page that is printed.

    Raises:
        LawNotEncodedError: a value or a cite names law that is not encoded for the day.
        KeyError: nobody gives a value or a table that the text names.

    """
    values = replace(guide.values, as_of=guide.values.known_on(_named(guide.text)))
    page = Page(values, guide.holds, guide.inserts)
    about = guide.about or text(_ABOUT, guide.text.language)
    return printing.html(
        _TEMPLATE,
        title=page.words(guide.text.title),
        sections=[page.section(section) for section in guide.text.sections],
        about={name: page.section(about.section(name)) for name in _AROUND},
        authorities=page.authorities,
        language=values.language,
        translation=translation(guide.text),
        doubted=DOUBTED,
        layout=guide.layout,
        large=size is Size.LARGE,
    )


def guide_page(guide: Guide, size: Size = Size.ORDINARY) -> str:
    """Return the guide as a page that stands alone: its styles are in it, and it loads nothing."""
    return alone(guide_html(guide, size))


def guide_pdf(guide: Guide, size: Size = Size.ORDINARY) -> bytes:
    """Return the guide as a PDF; the same guide gives the same bytes."""
    return printing.pdf(guide_html(guide, size))


def guide_word(guide: Guide) -> bytes:
    """Return the guide as a Word document, for what a lawyer edits."""
    return word(guide_html(guide))


def _named(found: Text) -> Iterator[str]:
    """Yield every name of law or value in a text, whether its block will stand or not."""
    for section in found.sections:
        for line in lines(section.blocks):
            yield from line.cites
            yield from line.values()
