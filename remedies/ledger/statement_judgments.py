"""The civil judgments of a statement: interest under 28 U.S.C. § 1961, and what was recovered on each.

Authority:
    28 U.S.C. § 1961(a): interest from the entry of a judgment of a federal district court, at the yield of
        the calendar week before the date of the judgment.
    28 U.S.C. § 1961(b): daily to the date of payment, compounded once a year.

A judgment is no part of the restitution order, and nothing here is added to what the order leaves owed. An
entry of a recovery does not name a judgment: what a victim recovered in a federal court from the day of the
entry on is taken as paid on the judgment, where the victim has only one.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from remedies.calculators.collection.civil_interest import JudgmentInterest, civil_interest
from remedies.calculators.collection.yields import week_before
from remedies.errors import LawNotEncodedError
from remedies.ledger.book import Book
from remedies.ledger.entries import CivilJudgment, Court, Entry, Recovery
from remedies.ledger.statement_accrued import JudgmentAccount, Sum
from remedies.ledger.statement_interest import Collecting, compounded

_SEVERAL = (
    "not computed, because {obligee} has several judgments of federal courts, and an entry of a recovery "
    "does not say on which of them it was paid."
)
_COUNTED = (
    "What {obligee} recovered in a federal court from that day on, of whatever kind, counts as paid on this "
    "judgment; no entry says so."
)
_APPLIED = {
    "interest_first": "A payment first pays interest, then the judgment",
    "judgment_first": "A payment first pays the judgment, then the interest of the year",
}
_BEYOND = (
    "More was recovered than judgment and interest came to; the rest is not on this judgment."
)


def judgment_accounts(
    book: Book, shared: Collecting, *, obligee: str = "", obligor: str = ""
) -> tuple[JudgmentAccount, ...]:
    """Return the civil judgments of a case, of one victim or against one defendant, as of a day."""
    found = list(book.bodies(CivilJudgment))
    of = [body.obligee for _, body in found]
    return tuple(
        _account(book, entry, body, shared, alone=of.count(body.obligee) == 1)
        for entry, body in found
        if obligee in {"", body.obligee} and obligor in {"", body.obligor}
    )


def _account(
    book: Book, entry: Entry, body: CivilJudgment, shared: Collecting, *, alone: bool
) -> JudgmentAccount:
    paid = list(_paid(book, body)) if alone else []
    recovered = Sum(sum(cents for _, _, cents in paid), tuple(seq for seq, _, _ in paid))
    base = JudgmentAccount(
        judgment=body.reference,
        obligee=body.obligee,
        obligor=body.obligor,
        entered_on=body.entered_on,
        amount=Sum(body.amount, (entry.seq,)),
        recovered=recovered,
    )
    if not alone:
        return replace(base, why_not=_SEVERAL.format(obligee=body.obligee))
    try:
        made = civil_interest(
            body.amount,
            body.entered_on,
            [(on, cents) for _, on, cents in paid],
            shared.as_of,
            shared.law,
            shared.choices,
        )
    except LawNotEncodedError as missing:
        return replace(base, why_not=f"not computed, because {missing.why}.")
    first, last = week_before(body.entered_on)
    option = shared.choices.option("judgment_payment_application")
    return replace(
        base,
        rate=made.rate.value,
        week_from=first,
        week_to=last,
        stretches=compounded(made.accruals, made.rate.value),
        accrued=_cents(made.accrued.value),
        unpaid_interest=_cents(made.unpaid_interest.value),
        unpaid_judgment=_cents(made.unpaid_judgment.value),
        notes=tuple(_notes(body, made, paid=bool(paid), option=option)),
        authority=made.rate.authority,
    )


def _cents(dollars: Fraction) -> int:
    return int(dollars * 100)


def _paid(book: Book, judgment: CivilJudgment) -> Iterator[tuple[int, dt.date, int]]:
    """Yield what the victim recovered in a federal court from the entry of the judgment on."""
    for entry, body in book.every(Recovery):
        if body.victim != judgment.obligee or body.court is not Court.FEDERAL:
            continue
        cents = body.same_loss + body.liquidated + body.other
        if entry.on >= judgment.entered_on and cents:
            yield entry.seq, entry.on, cents


def _notes(
    judgment: CivilJudgment, made: JudgmentInterest, *, paid: bool, option: str
) -> Iterator[str]:
    if paid:
        yield _COUNTED.format(obligee=judgment.obligee)
        yield f"{_APPLIED[option]} (position judgment_payment_application)."
    if made.overpaid.value > 0:
        yield _BEYOND
    yield from made.notes
