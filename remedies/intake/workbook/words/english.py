"""The workbook in English."""

from typing import Final

from remedies.intake.workbook.words.english_choices import CHOICES
from remedies.intake.workbook.words.english_columns import COLUMNS
from remedies.intake.workbook.words.english_says import INSTEAD, SAYS
from remedies.intake.workbook.words.language import Language, Marks

_TABS: Final = {
    "start": "Start",
    "case": "Case",
    "convictions": "Convictions",
    "work": "Work",
    "hours": "Hours",
    "days": "Days",
    "away": "Away",
    "rest": "Rest",
    "pay": "Pay",
    "paid": "Paid",
    "payments": "Payments",
    "deductions": "Deductions",
    "facilities": "In kind",
    "tips": "Tips",
    "bonuses": "Bonuses",
    "coverage": "Coverage",
    "gains": "Gains",
    "losses": "Losses",
    "positions": "Positions",
    "civil": "Civil claim",
    "tolled": "Time stopped",
    "spreads": "Spread of hours",
    "contracts": "Contracts",
    "tiers": "Tiers",
    "lists": "Lists",
}

_TITLES: Final = {
    "start": ("Intake workbook", ""),
    "case": ("The case", "One line for each fact. Never a name, a birth date or a status."),
    "convictions": (
        "Statutes of conviction",
        "One row for each statute: it decides which measures of restitution apply.",
    ),
    "work": (
        "Periods of work",
        "One row for each stretch of time with one pattern of hours and pay. Both days are part of it.",
    ),
    "hours": (
        "Hours of work",
        (
            "One row for each period. Put x on each day of work (all empty: all seven), or its "
            "hours when the "
            "hours are known by weekday."
        ),
    ),
    "days": (
        "Hours day by day",
        "Only where days were recorded one by one: a row for each day, or for each shift with its times.",
    ),
    "away": ("Days without work", "Stretches inside a period on which no work was done."),
    "rest": (
        "Sleep, meals and waiting",
        "Only time that is part of the hours stated on the sheet Hours. One row for each period.",
    ),
    "pay": (
        "Pay that was agreed",
        "One row for each period. What was promised, not what arrived: that goes on the sheet Paid.",
    ),
    "paid": (
        "What reached the worker",
        "One row for each period for which pay was agreed, even when nothing was paid.",
    ),
    "payments": (
        "Payments one by one",
        "Only where the sheet Paid says that payments are listed.",
    ),
    "deductions": (
        "Deductions and costs",
        "What was kept back from pay, and what the worker had to pay for the employer.",
    ),
    "facilities": ("Board, lodging and other things", "What was given instead of money."),
    "tips": ("Tips", "One row for each period with tips."),
    "bonuses": ("Bonuses and commissions", "What was promised besides the pay."),
    "coverage": (
        "Coverage",
        "Only for special kinds of work. One row for each period; what is not known stays empty.",
    ),
    "gains": ("What the defendant gained", "One row for each gain from the services or labor."),
    "losses": ("What it cost the victim", "One row for each loss, paid already or still to come."),
    "positions": (
        "Positions",
        "For lawyers: choices on points where courts differ. Empty means the usual choice.",
    ),
    "civil": (
        "A civil wage claim",
        "Only for a civil claim for wages beside, or instead of, restitution. One line for each fact.",
    ),
    "tolled": (
        "Time that did not count",
        "Only for a civil claim: days in which the time limit did not run.",
    ),
    "spreads": (
        "Spread of hours",
        "Only for a civil claim without clock times: from the beginning to the end of each workday.",
    ),
    "contracts": (
        "H-2A and H-2B contracts",
        "Only for a civil claim: each H-2A contract, or each block of weeks of an H-2B contract.",
    ),
    "tiers": (
        "Tiers",
        "For lawyers, for a civil claim: which tier of an item of law applies, by the keys of the law.",
    ),
    "lists": ("Lists", "What the drop-down lists offer. There is nothing to fill in here."),
}

_START: Final = (
    (
        "text",
        (
            "This workbook collects the facts from which restitution and unpaid wages are computed. "
            "One workbook is for one victim. A paralegal, an advocate or a coordinator can fill it in, "
            "on paper or by phone."
        ),
    ),
    ("heading", "What it never asks"),
    (
        "text",
        (
            "No name, no birth date, no immigration status, no address. Use a reference such as V-1, keep "
            "the list of who is who somewhere else, and give the file a name that says nothing."
        ),
    ),
    ("heading", "How to fill it in"),
    (
        "step",
        "Fill in Case, Convictions, Work, Hours, Pay and Paid first. Use the rest as needed.",
    ),
    (
        "step",
        (
            "Begin below the gray example. Examples and help are not read. Empty rows do no harm, "
            "and rows may "
            "stand in any order."
        ),
    ),
    ("step", "A star * marks what a row cannot do without. Leave empty what is not known."),
    (
        "step",
        (
            "Write numbers with digits and a point: 1234.50. Write dates as 2012-03-25. Use the lists "
            "in the cells."
        ),
    ),
    (
        "step",
        (
            "Not sure of a number? Give low, likely and high where there are three columns; "
            "anywhere else write "
            "60 / 80 / 100. The result then shows all three totals."
        ),
    ),
    (
        "step",
        (
            "Each period of work has a short name such as W1. The other sheets say by that name what they "
            "are about; with one period it may stay empty."
        ),
    ),
    (
        "step",
        (
            "Two accounts of the same time? Give each its own periods and name the account on the "
            "sheet Work. "
            "The sheet Case says which one is used."
        ),
    ),
    (
        "step",
        (
            "Say where each fact can be found (exhibit) and what it rests on (evidence). The "
            "column Notes is "
            "for you: it is not read."
        ),
    ),
    ("heading", "When it is filled in"),
    (
        "text",
        (
            "Hand it in on the page Intake, or run: remedies intake read FILE.xlsx. The answer is "
            "a claim that "
            "can be computed, or the list of cells to mend. Nothing is stored and no formula is computed: "
            "type values, not formulas."
        ),
    ),
    ("heading", "The sheets"),
)

_TEXTS: Final = {
    "restaurant": "restaurant",
    "owner's travel": "owner's travel",
    "Ex. 4 at 2": "Ex. 4 at 2",
    "Defense theory": "Defense theory",
}

ENGLISH: Final = Language(
    code="en",
    name="English",
    tabs=_TABS,
    titles=_TITLES,
    columns=COLUMNS,
    choices=CHOICES,
    says=SAYS,
    instead=INSTEAD,
    texts=_TEXTS,
    start=_START,
    marks=Marks(
        example="Example",
        help="Help",
        first="Row",
        what="What",
        entry="Your entry",
        needed="* needed in every row",
        notes="Notes (not read)",
        notes_help="For your own use. Nothing here goes into the claim.",
        not_a_date="A date is needed here, such as 2012-03-25.",
        not_a_number="A number is needed here: digits and a point, such as 72.5, or low / likely / high.",
        not_a_time="A time is needed here, such as 07:30.",
        not_in_list="Choose one of the words in the list.",
        not_a_weekday="Type x for a day of work, or its hours such as 8.5.",
        not_accepted="Please check this cell",
        said="“{}” {}",
        edition="Edition",
        page="Page",
        nothing_to_fill_in="nothing to fill in",
    ),
)
