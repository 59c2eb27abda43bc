"""Interest and penalties of a statement: what collection computes, laid out line by line."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from operator import itemgetter
from typing import Final, TypeVar

from remedies.calculators.collection.accrued import Interest, Row
from remedies.calculators.collection.choices import CollectionChoices
from remedies.calculators.collection.civil_interest import HUNDRED, YEAR, Accrual
from remedies.calculators.collection.penalties import Charge, Lateness, Penalties
from remedies.calculators.collection.yields import week_before
from remedies.errors import LawNotEncodedError
from remedies.figures import Authority
from remedies.law import Law
from remedies.ledger.accruals import choices_of, fine_interest, interest_on, penalties_of
from remedies.ledger.book import Book
from remedies.ledger.derived import Terms
from remedies.ledger.entries import Liability
from remedies.ledger.joint_interest import every_interest_owed
from remedies.ledger.owed import OwedBy, owed_by
from remedies.ledger.statement_lines import (
    Compounded,
    InterestSheet,
    Missed,
    PenaltySheet,
    Stretch,
    Sum,
)
from remedies.ledger.statement_words import money
from remedies.ledger.terms import terms

LAW: Final = (
    "us.restitution_interest",
    "us.interest_threshold",
    "us.interest_grace_days",
    "us.legal_holidays",
    "us.treasury_1yr_weekly",
    "us.judgment_interest_1961",
    "us.delinquent_after_days",
    "us.delinquency_penalty",
    "us.delinquency_notice_days",
    "us.default_after_days",
    "us.default_penalty",
    "us.default_notice_days",
    "us.default_balance_due_days",
    "us.liability_term",
    "us.restitution_lien",
    "us.special_assessment_term",
    "us.restitution_amounts_days",
    "us.restitution_determination_days",
    "us.unascertained_losses_notice_days",
    "us.later_losses_petition_days",
    "us.cvra_mandamus_decision_hours",
    "us.cvra_reopening_petition_days",
    "us.cvra_stay_days",
    "us.forfeiture_petition_days",
)
"""The items of law that a statement rests on; their digest is in it."""

_JOINT: Final = (
    "Several owe this restitution together; what all of them pay in interest is no more than the most that "
    "one of them accrued (position joint_interest), so less is still owed."
)
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Collecting:
    """What all computations of collection share: the law, the positions taken, and the day."""

    law: Law
    choices: CollectionChoices
    as_of: dt.date
    late: Mapping[str, Penalties | str]
    _owed: dict[str, OwedBy] = field(default_factory=dict)

    def owed_by(self, book: Book, obligor: str) -> OwedBy:
        """Return what a defendant still owes, without what accrued; poured once for each."""
        if obligor not in self._owed:
            self._owed[obligor] = owed_by(book, obligor, self.as_of)
        return self._owed[obligor]


def collecting(book: Book, law: Law, as_of: dt.date) -> Collecting:
    """Return what the computations of one case share; ``late``: each defendant's penalties, or why none."""
    choices, ordered = choices_of(book, law), terms(book)
    late = {
        obligor: _or_why(partial(penalties_of, book, liability, as_of, law, choices))
        for obligor, liability in (ordered.liabilities.items() if ordered else ())
    }
    return Collecting(law=law, choices=choices, as_of=as_of, late=late)


def interests(book: Book, ordered: Terms, shared: Collecting) -> Mapping[str, Interest | str]:
    """Return the interest that each defendant accrued, or why it cannot be computed; each once."""
    return {
        obligor: _or_why(partial(interest_on, book, liability, *_of(shared)))
        for obligor, liability in ordered.liabilities.items()
    }


def interest_owed(
    book: Book, ordered: Terms, found: Mapping[str, Interest | str], shared: Collecting
) -> Mapping[str, int]:
    """Return what each defendant still owes in interest: on a joint debt all together pay it once.

    The position ``joint_interest`` decides that. Where the interest of one cannot be computed, it counts as
    nothing for the others.
    """

    def accrued(obligor: str) -> Interest:
        each = found[obligor]
        return Interest(first_on=None, last_on=shared.as_of) if isinstance(each, str) else each

    once = shared.choices.option("joint_interest") == "once"
    return every_interest_owed(book, ordered, accrued, once=once)


def _of(shared: Collecting) -> tuple[dt.date, Law, CollectionChoices]:
    return shared.as_of, shared.law, shared.choices


def fine_interest_owed(book: Book, liability: Liability, paid: int, shared: Collecting) -> int:
    """Return the interest that is owed on a defendant's fine, in cents; none where it is not known."""
    if not liability.fine:
        return 0
    found = _or_why(partial(fine_interest, book, liability, *_of(shared)))
    return 0 if isinstance(found, str) else max(0, found.cents - paid)


def interest_sheet(found: Interest | str, paid: Sum, owed: int) -> InterestSheet:
    """Return the interest on one defendant's restitution; where it cannot be computed, why."""
    if isinstance(found, str):
        return InterestSheet(paid=paid, why_not=found)
    if found.first_on is None or found.rate is None:
        notes = tuple(_sentence(note) for note in found.notes)
        why = f"none, {found.why}."
        return InterestSheet(first_day=found.first_on, paid=paid, why_not=why, notes=notes)
    return _interest(found, paid, owed)


def _or_why(compute: Callable[[], Found]) -> Found | str:
    """Return what is computed, or why the encoded law does not let it be."""
    try:
        return compute()
    except LawNotEncodedError as missing:
        return f"not computed, because {missing.why}."


def _interest(found: Interest, paid: Sum, owed: int) -> InterestSheet:
    assert found.first_on is not None  # noqa: S101 - asked only where something bears interest
    assert found.rate is not None  # noqa: S101
    rows = found.rows()
    first, last = week_before(found.first_on)
    return InterestSheet(
        first_day=found.first_on,
        rate=found.rate.value,
        week_from=first,
        week_to=last,
        days_in_year=_years(rows),
        stretches=tuple(_stretch(row) for row in rows),
        compounded=compounded(found.accruals, found.rate.value),
        exact=found.exact,
        accrued=found.cents,
        paid=paid,
        owed=owed,
        notes=tuple(_interest_notes(found, paid, owed)),
        authority=found.rate.authority,
    )


def _interest_notes(found: Interest, paid: Sum, owed: int) -> Iterator[str]:
    yield from (_sentence(note) for note in found.notes)
    if found.limit is not None:
        yield f"The interest is limited to {money(found.limit)} in all."
    if owed < found.cents - paid.cents:
        yield _JOINT


def _sentence(note: str) -> str:
    return f"{note[:1].upper()}{note[1:]}."


def _years(rows: Sequence[Row]) -> str:
    days = sorted({row.of_year for row in rows})
    return " or ".join(f"{count}" for count in days) + " days" if days else ""


def _stretch(row: Row) -> Stretch:
    return Stretch(
        begins_on=row.stretch.first,
        ends_on=row.stretch.last,
        days=row.stretch.days,
        principal=row.stretch.cents,
        amount=row.interest,
        of_year=row.of_year,
    )


def compounded(accruals: Sequence[Accrual], rate: Fraction) -> tuple[Compounded, ...]:
    """Return days on end, each with what bore interest on them: the interest over rate and days."""
    return tuple(_compounded(each, rate / HUNDRED / YEAR) for each in accruals)


def _compounded(each: Accrual, daily: Fraction) -> Compounded:
    days, amount = (each.last - each.first).days + 1, each.interest.value
    return Compounded(
        begins_on=each.first,
        ends_on=each.last,
        days=days,
        base=amount / (daily * days) if daily else Fraction(0),
        amount=amount,
    )


def penalty_sheet(found: Penalties | str, paid: Sum) -> PenaltySheet:
    """Return the penalties on one defendant's late payments; where they cannot be computed, why."""
    if isinstance(found, str):
        return PenaltySheet(paid=paid, why_not=found)
    return PenaltySheet(
        missed=tuple(_missed(found.charges)),
        accrued=found.cents,
        paid=paid,
        owed=max(0, found.cents - paid.cents),
        notes=tuple(_penalty_notes(found)),
        authority=_cited(found.charges),
    )


def _missed(charges: Sequence[Charge]) -> Iterator[Missed]:
    """Yield each late payment with its charges; the payments in the order of their days."""
    late: defaultdict[tuple[dt.date, str, int], list[Charge]] = defaultdict(list)
    for each in charges:
        late[each.due.on, each.of.value, each.due.cents].append(each)
    for (due_on, of, cents), mine in sorted(late.items(), key=itemgetter(0)):
        delinquency = next((c for c in mine if c.lateness is Lateness.DELINQUENCY), None)
        default = next((c for c in mine if c.lateness is Lateness.DEFAULT), None)
        yield Missed(
            due_on=due_on,
            amount=cents,
            of=of,
            delinquent_on=delinquency.on if delinquency else None,
            delinquent=delinquency.cents if delinquency else 0,
            delinquency_penalty=delinquency.exact if delinquency else Fraction(0),
            default_on=default.on if default else None,
            in_default=default.cents if default else 0,
            default_penalty=default.exact if default else Fraction(0),
        )


def _penalty_notes(found: Penalties) -> Iterator[str]:
    rates = {each.lateness: each.rate.value * 100 for each in found.charges}
    for lateness, rate in rates.items():
        whole = rate.numerator if rate.denominator == 1 else rate
        yield f"The penalty for {lateness} is {whole} percent of the principal then missing."
    if found.delinquent:
        yield (
            f"On this day {money(found.delinquent)} is delinquent, of which "
            f"{money(found.in_default)} is in default."
        )
    if found.entire_due_on is not None:
        yield f"After notice of default the entire amount was due by {found.entire_due_on}."
    if found.limit is not None:
        yield f"The penalties are limited to {money(found.limit)} in all."
    yield from (_sentence(note) for note in found.notes)


def _cited(charges: Sequence[Charge]) -> tuple[Authority, ...]:
    found = {each.citation: each for charge in charges for each in charge.rate.authority}
    return tuple(found.values())
