"""The answer to the opposing schedule: what differs by cause, the proof of the sum, then every workweek."""

from typing import Final

from remedies.documents import pdf as printing
from remedies.documents.answer_view import AnswerView, plain
from remedies.documents.pages import alone

_TEMPLATE: Final = "answer/en.html"


def answer_html(view: AnswerView) -> str:
    """Return the answer as the page that is printed."""
    return printing.html(
        _TEMPLATE, view=view, answer=view.answer, assessment=view.assessment, number=plain
    )


def answer_page(view: AnswerView) -> str:
    """Return the answer as a page that stands alone: its styles are in it, and it loads nothing."""
    return alone(answer_html(view))


def answer_pdf(view: AnswerView) -> bytes:
    """Return the answer as a PDF; the same answer gives the same bytes."""
    return printing.pdf(answer_html(view))
