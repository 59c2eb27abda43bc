"""The clauses of a proposed order that follow the amounts: payment, interest, property, later losses.

Authority:
    18 U.S.C. § 3572(d): due immediately, or in installments. § 3612(b)(1)(F), (c), (f), (g), (i).
    18 U.S.C. § 3664(d)(5), (i), (k), (n): later losses, the United States last, changed means, windfalls.
    18 U.S.C. § 1594(f): forfeited assets satisfy the order, and do not lower what the defendants owe.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from remedies.calculators.proposed_order_parts import Ground, Liable, Pending, ProposedOrder
from remedies.documents.proposed_order_terms import Terms
from remedies.documents.proposed_order_words import (
    ORDINAL,
    grouped,
    limits,
    listed,
    usd,
)
from remedies.documents.wording import day
from remedies.law import Law
from remedies.ledger.entries import Distribution, InterestTerms
from remedies.worksheet import dollars

THRESHOLD: Final = "us.interest_threshold"
GRACE: Final = "us.interest_grace_days"
DETERMINED: Final = "losses_determined"
_DISTRIBUTION: Final = {
    Distribution.PRO_RATA: (
        "Money received is divided among the victims in proportion to their awards, to the cent, until each "
        "award is paid."
    ),
    Distribution.BY_ORDER: "Money received is paid to the victims in the order of Schedule A, each in full.",
    Distribution.BY_PRIORITY: (
        "Money received is paid by the priority stated for each victim; victims of one priority share in "
        "proportion to their awards."
    ),
}
CHANGES: Final = ("notify_means_3664_k", "changed_means_3664_k", "windfall_3664_n")
MOVED: Final = "notify_address_3612_b1F"
LATE: Final = "us.delinquency_penalty"
TRANSFERS: Final = ("forfeiture_transfer_1594_f1", "forfeiture_not_reduced_1594_f3")


def payment(found: ProposedOrder, terms: Terms) -> Iterator[str]:
    """Yield when and to whom the money is paid, and what changes that."""
    due = ((one.defendant, _due(one.defendant, terms)) for one in found.liabilities)
    for names, says in grouped(due):
        yield says.format(who=listed(names))
    yield (
        "Payments are made to the Clerk of this Court, who pays the victims at the addresses of the sealed "
        f"Schedule A ({_through(found)}18 U.S.C. § 3664(d)(4))."
    )
    yield _DISTRIBUTION[terms.distribution]
    yield (
        "Restitution is paid after the special assessment of 18 U.S.C. § 3013 and before every fine and "
        "cost (18 U.S.C. § 3612(c)); a victim that is the United States is paid after all others "
        "(18 U.S.C. § 3664(i))."
    )
    yield (
        "Each defendant shall notify the Court and the Attorney General of any material change in economic "
        "circumstances that might affect the ability to pay restitution (18 U.S.C. § 3664(k)). The Court "
        "may then, on its own motion or that of a party or a victim, adjust the schedule of payment or "
        "require payment in full at once (18 U.S.C. § 3664(k)). Substantial resources that reach a "
        "defendant in custody are applied to restitution still owed (18 U.S.C. § 3664(n))."
    )
    if later := [one.defendant for one in found.liabilities if one.defendant in terms.due]:
        yield (
            f"Until restitution is paid in full, {listed(later)} shall notify the Attorney General of any "
            "change of the mailing or residence address not later than thirty days after it (18 U.S.C. "
            "§ 3612(b)(1)(F))."
        )


def _through(found: ProposedOrder) -> str:
    """Return the citation of the statute that sends payments through the court, where it applies."""
    grounds = (part.ground for award in found.awards for part in award.parts)
    return "18 U.S.C. § 1593(b)(1); " if Ground.TRAFFICKING in grounds else ""


def _due(defendant: str, terms: Terms) -> str:
    due = terms.due.get(defendant)
    if due is None:
        return "Payment by {who} is due immediately (18 U.S.C. § 3572(d)(1))."
    return (
        f"Payment by {{who}} is due in installments of {usd(due.amount)} a month, each, from "
        f"{day(due.first_on)} on (18 U.S.C. § 3572(d)(1), (2))."
    )


def interest(found: ProposedOrder, terms: Terms, law: Law, on: dt.date) -> Iterator[str]:
    """Yield what interest is owed, defendant by defendant."""
    says = ((one.defendant, _bears(one, terms, law, on)) for one in found.liabilities)
    for names, words in grouped(says):
        yield words.format(who=listed(names))
    if found.liabilities:
        yield ("Penalties for delinquency and default are owed (18 U.S.C. § 3612(g)).")


def _bears(one: Liable, terms: Terms, law: Law, on: dt.date) -> str:
    """Return what is said of one defendant's interest, with a place for the names."""
    threshold = law.on(THRESHOLD, on).value
    grace = int(law.on(GRACE, on).value)
    stated = terms.interest.get(one.defendant, InterestTerms())
    if Fraction(one.most, 100) <= threshold:
        return (
            f"No interest is owed by {{who}}: restitution is not more than {dollars(threshold)} "
            "(18 U.S.C. § 3612(f)(1))."
        )
    if stated.waived:
        return (
            "The Court determines, of {who}, that the ability to pay interest is lacking, and waives "
            "interest (18 U.S.C. § 3612(f)(3)(A))."
        )
    return (
        f"Interest is owed by {{who}} on restitution of more than {dollars(threshold)}, unless it is "
        f"paid in full before the {ORDINAL.get(grace, f'{grace}th')} day after the date of the judgment "
        "(18 U.S.C. § 3612(f)(1)); payments go to principal first (18 U.S.C. § 3612(i)). "
        f"{limits(stated)}"
    ).rstrip()


def transfers(found: ProposedOrder, assets: Sequence[str]) -> bool:
    """Return whether property of the case is to satisfy this order under 18 U.S.C. § 1594(f)."""
    grounds = (part.ground for award in found.awards for part in award.parts)
    return bool(assets) and Ground.TRAFFICKING in grounds


def forfeited(found: ProposedOrder, assets: Sequence[str]) -> Iterator[str]:
    """Yield what forfeited property does for the victims, and what it does not do for the defendants."""
    if not transfers(found, assets):
        return
    yield (
        "Assets forfeited under 18 U.S.C. § 1594, or the proceeds of their sale, are transferred by the "
        "Attorney General to satisfy the awards that arise from violations of 18 U.S.C. chapter 77 "
        "(18 U.S.C. § 1594(f)(1)). On the date of this proposal the case has, to be forfeited under that "
        f"section: {listed(assets)}."
    )
    yield (
        "A transfer lowers what the victims are still to be paid, and no victim is paid more than the award."
        " It does not lower what a defendant convicted of a violation of that chapter must pay from assets "
        "that are not forfeited: to the victims, or to the Attorney General in reimbursement (18 U.S.C. "
        "§ 1594(f)(3))."
    )


def determined(pending: Sequence[Pending]) -> Iterator[tuple[str, dt.date | None]]:
    """Yield each victim whose losses are not yet known, with the last day for their determination."""
    for entry in pending:
        days = (one.due_on for one in entry.days if one.key == DETERMINED)
        yield entry.victim, next(days, None)
