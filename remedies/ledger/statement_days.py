"""The days of a statement: deadlines of the law and of courts, and when liability and liens end.

The dates that deadlines are counted from are taken from the entries. What is not entered is not guessed: a
defendant whose release is not entered may still be imprisoned, so the end of liability is said as not known.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from remedies.calculators.collection import dates as known
from remedies.calculators.collection.deadlines import deadlines as of_the_law
from remedies.calculators.collection.liability import Sentence
from remedies.calculators.collection.penalties import Penalties
from remedies.errors import LawNotEncodedError
from remedies.ledger.asset_periods import claim_period
from remedies.ledger.asset_transfers import is_chapter_77
from remedies.ledger.assets import asset_state
from remedies.ledger.book import Book
from remedies.ledger.days_asked import Asked
from remedies.ledger.days_settled import of_claims, of_courts, stood
from remedies.ledger.derived import Terms
from remedies.ledger.due import Due
from remedies.ledger.entries import (
    Asset,
    CourtDeadline,
    Defendant,
    Liability,
    Notice,
    Person,
    Told,
    Victim,
)
from remedies.ledger.stated import case_stated, declared_in
from remedies.ledger.statement_interest import Collecting
from remedies.ledger.statement_words import plain
from remedies.ledger.steps import principal_steps
from remedies.ledger.terms import terms

_WHEN_IT_HAPPENS: Final = frozenset({"petition_decided", "reopening_petition", "stay_ends"})
"""Deadlines that begin with something that may never happen: left out until it does."""

_NEEDS: Final = {
    "sentencing_set_on": "the day set for sentencing",
    "sentencing_on": "the day of sentencing",
    "judgment_on": "the day of judgment",
    "released_on": "the day of release from prison",
    "discovered_on": "the day on which the losses were discovered",
}
_CLAIMS: Final = "Third parties claim an interest in the property to be forfeited"
_OF_A_SUM: Final = {"fine_ends": "fine", "special_assessment_ends": "special_assessment"}


def deadlines(book: Book, shared: Collecting, victim: str = "") -> tuple[Due, ...]:
    """Return the deadlines of a case, the earliest first; those without a day last.

    With ``victim``, how each stands is said by nobody else's losses.
    """
    made = [
        *_of_courts(book, shared.as_of),
        *_of_law(Asked(book, shared, victim)),
        *_of_assets(book, shared),
    ]
    return tuple(sorted(made, key=_in_order))


def _in_order(due: Due) -> tuple[bool, dt.date, str, str]:
    return due.due_on is None, due.due_on or dt.date.max, due.key, due.of


def _of_courts(book: Book, as_of: dt.date) -> Iterator[Due]:
    for entry, body in book.bodies(CourtDeadline):
        due = Due(
            key=body.reference,
            what=body.what,
            due_on=body.due_on,
            days_left=(body.due_on - as_of).days,
            met_on=body.met_on,
            says_authority=body.authority,
            by_court=True,
        )
        yield of_courts(due, entry, as_of)


def _of_law(case: Asked) -> Iterator[Due]:
    book, shared = case.book, case.shared
    try:
        found = of_the_law(case_dates(book, shared), shared.as_of, shared.law, shared.choices)
    except LawNotEncodedError as missing:
        yield Due(key="not_computed", what="The deadlines of the law.", needs=missing.why)
        return
    ordered = terms(book)
    for each in found:
        if not _is_moot(each, ordered):
            yield stood(_due(each), case)


def _due(each: known.Deadline) -> Due:
    return Due(
        key=each.key,
        what=f"{each.what[:1].upper()}{each.what[1:]}",
        of=each.of,
        due_on=each.due_on,
        days_left=each.days_left,
        met_on=each.met_on,
        needs=", ".join(_NEEDS.get(need, plain(need)) for need in each.needs),
        note=each.note,
        authority=(each.authority,),
    )


def _is_moot(each: known.Deadline, ordered: Terms | None) -> bool:
    """Return whether a deadline concerns nothing of this case: no such event, no such sum."""
    if each.due_on is None and each.needs and each.key in _WHEN_IT_HAPPENS:
        return True
    liability = ordered.liabilities.get(each.of) if ordered else None
    name = _OF_A_SUM.get(each.key)
    return name is not None and not (liability and getattr(liability, name))


def case_dates(book: Book, shared: Collecting) -> known.CaseDates:
    """Return the dates of a case from which the deadlines of the law are counted."""
    opened = case_stated(book)
    return known.CaseDates(
        sentencing_set_on=opened.sentencing_set_for,
        sentencing_on=opened.sentenced_on,
        discoveries=tuple(
            known.Discovery(victim=body.reference, on=body.discovered_on)
            for _, body in book.bodies(Victim)
            if body.discovered_on is not None
        ),
        defendants=tuple(_defendants(book, shared)),
        declared=declared_in(book),
    )


def _of_assets(book: Book, shared: Collecting) -> Iterator[Due]:
    """Yield the last day for claims to each asset, under the rule of its proceeding."""
    for reference in book.versions[Asset.kind]:
        state = asset_state(book.by_asset[reference])
        try:
            period = claim_period(state, shared.law)
        except LawNotEncodedError as missing:
            yield Due(key="forfeiture_claims", what=_CLAIMS, of=reference, needs=missing.why)
            continue
        if period is None:
            continue
        unsure = period.how is None and state.forfeited is None
        note = "the longest period, while the proceeding is not entered" if unsure else ""
        due = Due(
            key="forfeiture_claims",
            what=_CLAIMS,
            of=reference,
            due_on=period.last,
            days_left=(period.last - shared.as_of).days,
            note=note,
            says_authority=period.authority,
        )
        yield of_claims(due, state, shared.as_of)


def _defendants(book: Book, shared: Collecting) -> Iterator[known.DefendantDates]:
    ordered = terms(book)
    told: defaultdict[tuple[str, Told], list[dt.date]] = defaultdict(list)
    for entry, notice in book.every(Notice):
        told[notice.obligor, notice.tells].append(entry.on)
    for _, body in book.bodies(Defendant):
        name, late = body.reference, shared.late.get(body.reference)
        liability = ordered.liabilities.get(name) if ordered else None
        in_default = told[name, Told.DEFAULT]
        yield known.DefendantDates(
            defendant=name,
            sentence=_sentence(body, liability, ordered) if liability and ordered else None,
            liable_from=next((on for on, _ in principal_steps(book, name)), None),
            told_of_default_on=in_default[-1] if in_default else None,
            charges=late.charges if isinstance(late, Penalties) else (),
            delinquency_notices=tuple(told[name, Told.DELINQUENCY]),
            default_notices=tuple(in_default),
        )


def _sentence(body: Defendant, liability: Liability, ordered: Terms) -> Sentence:
    awards = [ordered.awards[each] for each in liability.amounts if each in ordered.awards]
    ends = [each.ends_on for each in body.convictions if each.ends_on is not None]
    return Sentence(
        judgment_on=liability.judgment_on,
        imprisoned=body.person is Person.INDIVIDUAL,
        released_on=body.released_on,
        died_on=body.died_on,
        offense_ended_on=max(ends, default=None),
        order_1593=any(is_chapter_77(each.statute) for each in awards if each.statute)
        or any(is_chapter_77(each.statute) for each in body.convictions),
    )
