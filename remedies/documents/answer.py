"""The answer to the opposing schedule: what differs by cause, the proof of the sum, then every workweek."""

import re
from typing import Final

from remedies.documents import pdf as printing
from remedies.documents.answer_view import AnswerView, plain

_TEMPLATE: Final = "answer/en.html"
_LINK: Final = re.compile(r'<link rel="stylesheet" href="([a-z/]+\.css)">')


def answer_html(view: AnswerView) -> str:
    """Return the answer as the page that is printed."""
    return printing.html(
        _TEMPLATE, view=view, answer=view.answer, assessment=view.assessment, number=plain
    )


def answer_page(view: AnswerView) -> str:
    """Return the answer as a page that stands alone: its styles are in it, and it loads nothing."""
    return _LINK.sub(_styles, answer_html(view))


def answer_pdf(view: AnswerView) -> bytes:
    """Return the answer as a PDF; the same answer gives the same bytes."""
    return printing.pdf(answer_html(view))


def _styles(link: re.Match[str]) -> str:
    sheet = (printing.TEMPLATES / link[1]).read_text("utf-8")
    return f"<style>\n{sheet}</style>"
