"""The ledger: payments posted and disbursed against plain integers and beancount; a large case replayed."""

import datetime as dt
import subprocess
import sys
from importlib.util import find_spec

from benchmarks.bounds import Bound, report
from benchmarks.clock import medians, spoken, timed
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Award,
    Body,
    CaseOpened,
    Defendant,
    Disbursement,
    Entry,
    Liability,
    Method,
    Order,
    Payment,
    Victim,
)

AWARDS = {"V-1": 41_233_317, "V-2": 17_002_951, "V-3": 9_999_999, "V-4": 6_504_013, "V-5": 811_207}
PAYMENTS = [2_500 + 7_919 * number % 20_011 for number in range(1_200)]
JUDGMENT = dt.date(2015, 1, 5)
MONTHS = [dt.date(2015 + month // 12, month % 12 + 1, 20) for month in range(120)]
DAYS = [JUDGMENT + dt.timedelta(days=3 * number) for number in range(len(PAYMENTS))]


def plain() -> tuple[list[int], list[int]]:
    """Divide each payment by largest remainder and add it to balances: integers only, no objects."""
    awards = list(AWARDS.values())
    whole = sum(awards)
    places = range(len(awards))
    held, disbursed = [0] * len(awards), [0] * len(awards)
    for amount in PAYMENTS:
        shares, remainders = [], []
        for award in awards:
            share, remainder = divmod(amount * award, whole)
            shares.append(share)
            remainders.append(remainder)
        left = amount - sum(shares)
        for place in sorted(places, key=remainders.__getitem__, reverse=True)[:left]:
            shares[place] += 1
        for place in places:
            held[place] += shares[place]
        for place in places:
            held[place] -= shares[place]
            disbursed[place] += shares[place]
    return held, disbursed


def opened(awards: dict[str, int], defendants: int) -> Book:
    """Return a book with one order: every defendant liable in full for every award."""
    book = Book()
    obligors = [f"D-{number + 1}" for number in range(defendants)]
    bodies: list[Body] = [CaseOpened(reference="C-1")]
    bodies += [Defendant(reference=obligor) for obligor in obligors]
    bodies += [Victim(reference=victim) for victim in awards]
    bodies.append(
        Order(
            reference="O-1",
            awards=tuple(Award(obligee=v, amount=cents) for v, cents in awards.items()),
            liabilities=tuple(
                Liability(obligor=d, judgment_on=JUDGMENT, amounts=awards) for d in obligors
            ),
        )
    )
    for body in bodies:
        book.post(Entry(seq=book.next_seq, on=JUDGMENT, body=body))
    return book


def paid(book: Book, obligor: str, amount: int, on: dt.date) -> None:
    """Receive one payment: what it is applied to, and the entry."""
    seq = book.next_seq
    body = Payment(
        reference=f"PAY-{seq}",
        obligor=obligor,
        amount=amount,
        method=Method.ELECTRONIC,
        applied=book.application(obligor, amount, on),
    )
    book.post(Entry(seq=seq, on=on, body=body))


def disbursed(book: Book, on: dt.date) -> None:
    """Send out everything that may go out."""
    seq = book.next_seq
    body = Disbursement(reference=f"DIS-{seq}", shares=book.payable(on))
    book.post(Entry(seq=seq, on=on, body=body))


def posted() -> Book:
    """Receive and disburse every payment, with all that a book checks."""
    book = opened(AWARDS, 1)
    for amount, on in zip(PAYMENTS, DAYS, strict=True):
        paid(book, "D-1", amount, on)
        disbursed(book, on)
    return book


def journal(book: Book) -> str:
    """Write the same postings as beancount reads them."""
    lines = ['option "operating_currency" "USD"']
    accounts = ["Assets:Held", "Income:D1", *(f"Liabilities:{v.replace('-', '')}" for v in AWARDS)]
    lines += [f"{JUDGMENT} open {account} USD" for account in accounts]
    for entry in book.live:
        if isinstance(entry.body, Payment):
            shares, sign = entry.body.applied.principal, -1
        elif isinstance(entry.body, Disbursement):
            shares, sign = entry.body.shares, 1
        else:
            continue
        lines.append(f'{entry.on} * "{entry.body.reference}"')
        whole = sum(shares.values())
        lines.append(f"  Assets:Held  {_decimal(-sign * whole)} USD")
        for victim, cents in shares.items():
            lines.append(f"  Liabilities:{victim.replace('-', '')}  {_decimal(sign * cents)} USD")
    return "\n".join(lines) + "\n"


def _decimal(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02}"
