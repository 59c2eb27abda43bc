"""What the fields of a civil claim mean, for its JSON Schema."""

from collections.abc import Mapping

SAYS: Mapping[str, str] = {
    "Civil.filed_on": "the day from which limitation counts back: the complaint's, or that of a tolling "
    "agreement",
    "Civil.interest_to": "the last day that bears interest",
    "Civil.consent_on": "the day on which a written consent was filed in a collective action, not before "
    "filed_on",
    "Civil.willful": "the violation was willful (29 U.S.C. § 255(a)); false when left out",
    "Civil.good_faith_shown": "the employer showed good faith and reasonable grounds (29 U.S.C. § 260)",
    "Civil.separated_on": "the day on which the employment ended",
    "Civil.final_wages_paid_on": "the day on which the wages due at the end were paid, if late but in "
    "full too; needs separated_on",
    "Civil.notice_on": "the day on which the worker had counsel or learned of the rights, by filed_on at "
    "the latest; for the position flsa_equitable_tolling",
    "Civil.interest_from": "a single reasonable intermediate date from which interest runs, where a law "
    "allows one; not before the first day of work",
    "Civil.paydays": "when wages were regularly due; seven days after each workweek without it, as an "
    "assumption that the result states",
    "Civil.tolled": "days in which time did not run against the federal claim; for the position "
    "flsa_equitable_tolling",
    "Civil.spreads": "hours from the beginning to the end of workdays, where no clock times are given; "
    "a date has one spread, which holds all hours worked on it",
    "Civil.contracts": "contracts under a visa program with a three-fourths guarantee; a day belongs to one",
    "Civil.tiers": "the tier that applies, by the key of an item of law",
    "Paydays.every": "how often wages are paid",
    "Paydays.first": "the first day of any one pay period, for pay by the week or by two weeks",
    "Paydays.days_after": "how many days after its pay period a payday comes; 7 when left out",
    "Tolled.why": "such as an agreement of the parties",
    "Contract.program": "the visa program",
    "Contract.workdays": "workdays of the contract or block, without those that the rules leave out",
    "Contract.hours_per_workday": "hours of a workday that the job order states",
    "Contract.hours_offered": "hours worked, and hours offered and refused up to the stated workday",
    "Contract.rate": "dollars an hour for hours that were not offered",
    "Contract.paid": "dollars that were paid for hours not offered; none when left out",
    "Contract.short_job_order": "the H-2B job order was shorter than 120 days, so that blocks are of six "
    "weeks",
}
