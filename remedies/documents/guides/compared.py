"""What differs from the other side's schedule, as tables of a paper for a court: in English."""

from typing import Final

from markupsafe import Markup

from remedies.documents.answer_view import AnswerView
from remedies.documents.guides.tables import table

_CAUSES: Final = ("Mark", "Cause", "Workweeks", "Due", "Unpaid", "Rule")
_PROOF: Final = ("Column", "Theirs", "Only theirs", "Both", "Only ours", "Ours", "Outcome")


def answer(view: AnswerView) -> Markup:
    """Return what differs from the other side's schedule: by cause, then the proof of the sum."""
    causes = [
        (letter, total.title, str(total.workweeks), due, unpaid, authority)
        for letter, total, due, unpaid, authority in view.causes()
    ]
    made = table(
        "What each cause moves, in dollars, ours less theirs",
        _CAUSES,
        causes,
        ("All", "All causes", "", *view.sums, ""),
        numbers=(2, 3, 4),
        widths=(7, 31, 14, 13, 13, 22),
        notes=(view.conclusion,),
    )
    rows = [(name, *numbers, outcome) for name, numbers, outcome in view.balances()]
    caption = "From their total to ours, in hours and dollars"
    return made + table(caption, _PROOF, rows, numbers=(1, 2, 3, 4, 5))
