"""Guides: a text of one language, filled with values, as a page that stands alone, a PDF or a Word file."""

from remedies.documents.guides.kinds import GUIDES, Kind, Needs, Reader, Stage, guide
from remedies.documents.guides.page import (
    Guide,
    Layout,
    Size,
    guide_html,
    guide_page,
    guide_pdf,
    guide_word,
)

__all__ = [
    "GUIDES",
    "Guide",
    "Kind",
    "Layout",
    "Needs",
    "Reader",
    "Size",
    "Stage",
    "guide",
    "guide_html",
    "guide_page",
    "guide_pdf",
    "guide_word",
]
