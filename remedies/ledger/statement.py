"""The statement of account of a case, a victim or a defendant: as of any day, as known at any entry.

Authority:
    18 U.S.C. § 3664(h)-(j): what each victim is owed, and each defendant owes.
    18 U.S.C. § 1594(f)(3): a forfeiture transfer lowers what a victim is owed and not what a defendant owes.
    18 U.S.C. § 3612(f), (g): interest and penalties.
    28 U.S.C. § 1961: interest on civil judgments of victims.

Nothing here is kept: a statement is made from the book each time. What it says of one victim says nothing of
another: no reference, no amount, no count.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from remedies.errors import refuse
from remedies.law import Law
from remedies.ledger.book import Book
from remedies.ledger.entries import Sealed, Victim
from remedies.ledger.stated import case_stated
from remedies.ledger.statement_cites import Cites
from remedies.ledger.statement_days import deadlines
from remedies.ledger.statement_interest import LAW, collecting
from remedies.ledger.statement_journal import journal, journal_of, notes, positions
from remedies.ledger.statement_judgments import judgment_accounts
from remedies.ledger.statement_lines import Due, ObligorAccount, Statement
from remedies.ledger.statement_obligees import (
    obligee_account,
    obligee_accounts,
    payer_accounts,
    shares,
)
from remedies.ledger.statement_obligors import obligor_accounts, obligors_of
from remedies.ledger.statement_open import account_equations, equations, worklists
from remedies.ledger.statement_property import property_accounts

DETAILED: Final = 2_000
"""As many shares of money are told entry by entry in the accounts of victims; a larger case tells sums."""


def statement(book: Book, law: Law, as_of: dt.date) -> Statement:
    """Return the statement of a whole case at the end of a day.

    Args:
        book: the case's journal, as far as it is to be known.
        law: the encoded law, for interest, penalties and days.
        as_of: the day; entries of later days are left out.

    """
    book = up_to(book, as_of)
    cites, shared = Cites(book), collecting(book, law, as_of)
    days = deadlines(book, shared)
    accounts = obligor_accounts(book, cites, shared)
    taken = positions(book, law, shared.choices)
    return _opened(
        book,
        as_of,
        law,
        obligees=obligee_accounts(book, cites, detailed=shares(book) <= DETAILED),
        payers=payer_accounts(book, cites),
        obligors=_with_days(accounts, days),
        judgments=judgment_accounts(book, shared),
        property=property_accounts(book, as_of),
        equations=equations(book),
        deadlines=days,
        journal=journal(book, as_of),
        worklists=worklists(book, as_of),
        notes=notes(book, taken),
        positions=taken,
    )


def victim_statement(book: Book, law: Law, as_of: dt.date, victim: str) -> Statement:
    """Return what one victim, and who speaks for them, may see: nothing of any other victim.

    Raises:
        LedgerError: ``unknown``: no such victim is entered up to that day.

    """
    book = up_to(book, as_of)
    if book.latest(Victim.kind, victim) is None:
        refuse("victim", "unknown", "No such victim is entered in this case up to that day.")
    cites, shared = Cites(book), collecting(book, law, as_of)
    account = obligee_account(book, cites, victim)
    taken = positions(book, law, shared.choices)
    return _opened(
        book,
        as_of,
        law,
        whose=victim,
        obligees=(account,),
        obligors=obligors_of(book, cites, victim),
        judgments=judgment_accounts(book, shared, obligee=victim),
        equations=account_equations(account),
        worklists=tuple(each for each in worklists(book, as_of) if each.of == victim),
        deadlines=tuple(_theirs(deadlines(book, shared, victim), victim)),
        notes=notes(book, taken, victim=victim),
        positions=taken,
    )


def defendant_statement(book: Book, law: Law, as_of: dt.date, defendant: str) -> Statement:
    """Return what one defendant was ordered to pay, has paid and owes, with the entries that say so.

    Raises:
        LedgerError: ``unknown``: no such defendant is entered up to that day.

    """
    book = up_to(book, as_of)
    shared = collecting(book, law, as_of)
    accounts = obligor_accounts(book, Cites(book), shared, defendant)
    days = tuple(each for each in deadlines(book, shared) if each.of == defendant)
    taken = positions(book, law, shared.choices)
    if not accounts:
        refuse("defendant", "unknown", "No such defendant is entered in this case up to that day.")
    return _opened(
        book,
        as_of,
        law,
        whose=defendant,
        obligors=_with_days(accounts, days),
        judgments=judgment_accounts(book, shared, obligor=defendant),
        deadlines=days,
        journal=journal_of(book, as_of, defendant),
        notes=notes(book, taken, defendant=defendant),
        positions=taken,
    )


def _with_days(
    accounts: Iterable[ObligorAccount], days: Iterable[Due]
) -> tuple[ObligorAccount, ...]:
    """Return the accounts, each with the days that are the defendant's own."""
    own: dict[str, list[Due]] = {}
    for each in days:
        own.setdefault(each.of, []).append(each)
    return tuple(
        replace(account, liability=tuple(own.get(account.obligor, ()))) for account in accounts
    )


def _theirs(found: Iterable[Due], victim: str) -> Iterator[Due]:
    """Yield the deadlines of a victim, and of the case by law; what a court set may name others."""
    for each in found:
        if each.of == victim or not (each.of or each.by_court):
            yield each


def up_to(book: Book, as_of: dt.date) -> Book:
    """Return the book at the end of a day: itself where no entry that counts is of a later day."""
    if book.last_on <= as_of:
        return book
    return Book.replay(book.entries, as_of=as_of, choices=book.choices)


def _opened(book: Book, as_of: dt.date, law: Law, **parts: Any) -> Statement:  # noqa: ANN401 - fields
    """Return a statement with what is said of the case itself."""
    last = book.entries[-1] if book.entries else None
    opened = case_stated(book)
    seals = [entry.body.sealed for entry in book.live if isinstance(entry.body, Sealed)]
    later = sum(1 for entry in book.entries if entry.on > as_of)
    return Statement(
        case=opened.reference,
        as_of=as_of,
        known=last.seq if last else 0,
        recorded_at=last.recorded_at if last else None,
        district=opened.district,
        court_number=opened.court_number,
        sealed=bool(seals) and seals[-1],
        later=0 if parts.get("whose") else later,
        law=law.digest(LAW),
        **parts,
    )
