"""The kinds of deadlines: what each is, from which date it is counted, how, and which item of law sets it.

Authority:
    Cited as in :mod:`remedies.calculators.collection.deadlines`.
"""

from dataclasses import dataclass
from enum import StrEnum

from remedies.calculators.collection.penalties import Lateness


class Count(StrEnum):
    """How a period is counted."""

    BEFORE = "before"
    AFTER = "after"
    WORKING_DAYS = "working_days"
    HOURS = "hours"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of deadline; ``needs`` names the date it is counted from, ``rule`` what the note rests on."""

    key: str
    what: str
    item: str
    needs: str
    count: Count
    note: str = ""
    rule: str = ""


OF_THE_CASE = (
    Kind(
        key="amounts_listed",
        what="the Government lists the amounts subject to restitution",
        item="us.restitution_amounts_days",
        needs="sentencing_set_on",
        count=Count.BEFORE,
    ),
    Kind(
        key="unascertained_told",
        what="the court is told which losses cannot be ascertained yet",
        item="us.unascertained_losses_notice_days",
        needs="sentencing_on",
        count=Count.BEFORE,
    ),
    Kind(
        key="losses_determined",
        what="the court finally determines the losses",
        item="us.restitution_determination_days",
        needs="sentencing_on",
        count=Count.AFTER,
        note=(
            "a court that misses it can still order restitution, at least where it said before that it"
            " would"
        ),
        rule="ninety_days_missed",
    ),
    Kind(
        key="petition_decided",
        what="the court of appeals decides the victim's petition for mandamus",
        item="us.cvra_mandamus_decision_hours",
        needs="petition_filed_on",
        count=Count.HOURS,
        note="at the hour of the filing; the parties may agree otherwise with the court's approval",
    ),
    Kind(
        key="reopening_petition",
        what="the victim petitions for mandamus in order to reopen a plea or sentence",
        item="us.cvra_reopening_petition_days",
        needs="relief_denied_on",
        count=Count.AFTER,
        note=(
            "the paragraph does not say from when, and the denial is taken; it does not affect the right"
            " to restitution"
        ),
    ),
    Kind(
        key="stay_ends",
        what="a stay to enforce a victim's rights ends at the latest",
        item="us.cvra_stay_days",
        needs="stay_began_on",
        count=Count.LIMIT,
    ),
)

LATER_LOSSES = Kind(
    key="later_losses_petition",
    what="the victim petitions for losses discovered later",
    item="us.later_losses_petition_days",
    needs="discovered_on",
    count=Count.AFTER,
    note="good cause is needed for not having claimed them before",
)

THIRD_PARTY = Kind(
    key="third_party_petition",
    what="a third party petitions for an interest in the forfeited property",
    item="us.forfeiture_petition_days",
    needs="published_on or received_on",
    count=Count.AFTER,
)

NOTICES = {
    Lateness.DELINQUENCY: Kind(
        key="delinquency_notice",
        what="the Attorney General tells the defendant of the delinquency",
        item="us.delinquency_notice_days",
        needs="delinquent_on",
        count=Count.WORKING_DAYS,
    ),
    Lateness.DEFAULT: Kind(
        key="default_notice",
        what="the Attorney General tells the defendant of the default",
        item="us.default_notice_days",
        needs="in_default_on",
        count=Count.WORKING_DAYS,
    ),
}

LATENESS = (
    *NOTICES.values(),
    Kind(
        key="entire_amount_due",
        what="the entire amount is due after notice of default",
        item="us.default_balance_due_days",
        needs="told_of_default_on",
        count=Count.AFTER,
    ),
)

FREE_OF_INTEREST = Kind(
    key="free_of_interest",
    what="payment in full keeps restitution free of interest",
    item="us.interest_grace_days",
    needs="judgment_on",
    count=Count.LIMIT,
)

ENDS = {
    "restitution": Kind(
        key="liability_ends",
        what="the liability to pay restitution ends",
        item="us.liability_term",
        needs="judgment_on",
        count=Count.LIMIT,
    ),
    "fine": Kind(
        key="fine_ends",
        what="the liability to pay a fine ends",
        item="us.liability_term",
        needs="judgment_on",
        count=Count.LIMIT,
    ),
    "lien": Kind(
        key="lien_ends",
        what="the lien of the restitution order ends",
        item="us.restitution_lien",
        needs="judgment_on",
        count=Count.LIMIT,
    ),
    "special_assessment": Kind(
        key="special_assessment_ends",
        what="the obligation to pay the special assessment ends",
        item="us.special_assessment_term",
        needs="judgment_on",
        count=Count.LIMIT,
    ),
}
"""The ends of liability, by their names in :class:`LiabilityEnds`."""
