"""The answer to an opposing schedule: where it differs from ours, by how much, and by which rule or fact.

Authority:
    29 C.F.R. § 778.103: all hours worked in the workweek are totaled.
    29 C.F.R. § 778.104: each workweek stands alone, so schedules are compared workweek by workweek.
    29 U.S.C. §§ 206(a), 207(a)(1): what is due for the hours.

A row of theirs is a workweek with what they say is due for it. How they reached it is not asked but tried:
a method counts as found only when it gives their amount to the cent. Then one ingredient after another is
replaced by ours, in this order: an error inside their own row; the hours; the rate; how overtime was
counted; rounding; anything that only our schedule has; and last what was credited as paid. The steps add up
to the difference exactly, whatever the order; the order decides only how a joint effect is shared.
Differences are ours less theirs: above zero is what their schedule leaves out.
"""

from remedies.calculators.answer.causes import Cause, CauseKind
from remedies.calculators.answer.comparison import (
    Answer,
    Balance,
    CauseTotal,
    answer,
    weeks_of,
)
from remedies.calculators.answer.differences import Difference
from remedies.calculators.answer.rows import OpposingSchedule, OurWeek, TheirRow

__all__ = [
    "Answer",
    "Balance",
    "Cause",
    "CauseKind",
    "CauseTotal",
    "Difference",
    "OpposingSchedule",
    "OurWeek",
    "TheirRow",
    "answer",
    "weeks_of",
]
