"""The answer to the opposing schedule: what differs by cause, the proof of the sum, then every workweek."""

from typing import Final

from remedies.documents import pdf as printing
from remedies.documents.answer_view import AnswerView, plain
from remedies.documents.guides.court import Given, court_guide
from remedies.documents.guides.page import guide_word
from remedies.documents.pages import alone

_TEMPLATE: Final = "answer/en.html"
_RESPONSE: Final = "response-to-objections"


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


def response_word(view: AnswerView) -> bytes:
    """Return the response to objections with the answer's tables in it, as a Word file for a lawyer."""
    found = view.assessment
    given = Given(assessment=found, answer=view)
    return guide_word(court_guide(_RESPONSE, found.law, found.claim.as_of, given))
