"""Labels and help texts of the sheets about a civil claim in English."""

from typing import Final

CIVIL: Final = {
    "civil.filed_on": (
        "Filed on",
        "The day of the complaint, or of an agreement that stops the time limit, which counts back from it.",
    ),
    "civil.interest_to": ("Interest to", "The last day that bears interest."),
    "civil.interest_from": (
        "Interest from",
        "Only for one reasonable date in the middle; else each amount bears interest from its own day.",
    ),
    "civil.consent_on": (
        "Consent filed on",
        "Only in a collective action: when the written consent was filed.",
    ),
    "civil.notice_on": (
        "Notice of rights on",
        "When the worker was told of their rights, if ever.",
    ),
    "civil.willful": ("Willful?", "Is it proven that the violation was willful?"),
    "civil.good_faith_shown": ("Good faith shown?", "Did the employer show good faith?"),
    "civil.separated_on": ("Left on", "The day on which the employment ended."),
    "civil.final_wages_paid_on": ("Final wages paid on", "When the last wages were paid."),
    "civil.payday_every": ("Paid every", "How often wages were regularly paid."),
    "civil.payday_first": (
        "First day of a pay period",
        "Only for a week or two weeks: the first day of any one pay period.",
    ),
    "civil.payday_after": (
        "Payday: days after",
        "How many days after the end of a pay period; 7 when empty.",
    ),
    "tolled.why": ("Why", "Such as agreement or order."),
    "spreads.hours": ("Hours", "From the beginning to the end, meals and time off included."),
    "contracts.program": ("Visa program", "H-2A or H-2B."),
    "contracts.workdays": ("Workdays", "Workdays of the contract or block."),
    "contracts.hours_per_workday": ("Hours a workday", "As the job order states."),
    "contracts.hours_offered": ("Hours offered", "Hours worked, and hours offered and refused."),
    "contracts.rate": ("Rate $ an hour", "The rate of the contract."),
    "contracts.paid": ("Paid for the rest $", "What was paid for hours that were not offered."),
    "contracts.short_job_order": ("Under 120 days?", "Only H-2B: a job order under 120 days."),
    "tiers.subject": ("Item of law", "Such as us-ny.minimum_wage."),
    "tiers.choice": ("Tier", "Such as new_york_city."),
}
