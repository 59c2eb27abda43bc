"""The civil judgments of a statement: interest under 28 U.S.C. § 1961, and what was recovered on each.

Authority:
    28 U.S.C. § 1961(a): interest from the entry of a judgment of a federal district court, at the yield of
        the calendar week before the date of the judgment.
    28 U.S.C. § 1961(b): daily to the date of payment, compounded once a year.

A judgment is no part of the restitution order, and nothing here is added to what the order leaves owed. A
recovery is paid on the judgment that its entry names. Where it names none, what a victim recovered in a
federal court from the day of the judgment on is taken as paid on the judgment, if the victim has only one.
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
    "not computed, because {obligee} has several judgments of federal courts, and recovery {recovery} "
    "does not say on which of them it was paid: correct its entry."
)
_COUNTED = (
    "What {obligee} recovered in a federal court from that day on, of whatever kind, counts as paid on this "
    "judgment, where no entry says on which it was paid."
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
    doubt = "" if alone else _doubtful(book, body)
    paid = list(_paid(book, body)) if not doubt else []
    recovered = Sum(sum(cents for _, _, cents in paid), tuple(seq for seq, _, _ in paid))
    base = JudgmentAccount(
        judgment=body.reference,
        obligee=body.obligee,
        obligor=body.obligor,
        entered_on=body.entered_on,
        amount=Sum(body.amount, (entry.seq,)),
        recovered=recovered,
    )
    if doubt:
        why_not = _SEVERAL.format(obligee=body.obligee, recovery=doubt)
        return replace(base, why_not=why_not)
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
        notes=tuple(_notes(book, body, made, paid=bool(paid), option=option)),
        authority=made.rate.authority,
    )


def _cents(dollars: Fraction) -> int:
    return int(dollars * 100)


def _doubtful(book: Book, judgment: CivilJudgment) -> str:
    """The first recovery that could be on this judgment and names none; nothing where there is none."""
    return next((body.reference for _, body in _on(book, judgment) if not body.judgment), "")


def _on(book: Book, judgment: CivilJudgment) -> Iterator[tuple[Entry, Recovery]]:
    """Yield what the victim recovered on a judgment, or may have recovered on it."""
    for entry, body in book.every(Recovery):
        unnamed = not body.judgment and body.court is Court.FEDERAL
        of_victim = body.victim == judgment.obligee and entry.on >= judgment.entered_on
        if of_victim and (unnamed or body.judgment == judgment.reference):
            yield entry, body


def _paid(book: Book, judgment: CivilJudgment) -> Iterator[tuple[int, dt.date, int]]:
    """Yield what the victim recovered on a judgment: the entry, its day and how much."""
    for entry, body in _on(book, judgment):
        cents = body.same_loss + body.liquidated + body.other
        if cents:
            yield entry.seq, entry.on, cents


def _notes(
    book: Book,
    judgment: CivilJudgment,
    made: JudgmentInterest,
    *,
    paid: bool,
    option: str,
) -> Iterator[str]:
    if _doubtful(book, judgment):
        yield _COUNTED.format(obligee=judgment.obligee)
    if paid:
        yield f"{_APPLIED[option]} (position judgment_payment_application)."
    if made.overpaid.value > 0:
        yield _BEYOND
    yield from made.notes
