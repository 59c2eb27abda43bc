"""The ledger: payments posted and disbursed against plain integers and beancount; a large case replayed."""

import datetime as dt
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from random import Random
from time import process_time

from benchmarks.bounds import Bound, report
from benchmarks.clock import medians, spoken, timed
from remedies import law
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


def plain() -> tuple[list[int], ...]:
    """Do the same sums with integers in lists: no objects, no journal, nothing refused.

    Each payment is divided by largest remainder, nobody above what is due, equal remainders to whoever is
    furthest behind; it lowers what is due to the victim and what the defendant owes, is held, and goes out.
    """
    awards = list(AWARDS.values())
    whole, places = sum(awards), range(len(awards))
    due, owed = list(awards), list(awards)
    held, out = [0] * len(awards), [0] * len(awards)
    for amount in PAYMENTS:
        shares, remainders = [], []
        for award in awards:
            share, remainder = divmod(amount * award, whole)
            shares.append(share)
            remainders.append(remainder)
        left = amount - sum(shares)
        if left:
            ranked = sorted(places, key=remainders.__getitem__, reverse=True)
            if remainders[ranked[left - 1]] == remainders[ranked[left]]:
                behind = [due[place] * whole // awards[place] for place in places]
                ranked.sort(key=lambda place: (remainders[place], behind[place]), reverse=True)
            for place in ranked[:left]:
                shares[place] += 1
        for place in places:
            share = shares[place]
            if share > due[place] or share > owed[place]:
                message = "the awards are meant to be larger than all payments"
                raise ValueError(message)
            due[place] -= share
            owed[place] -= share
            held[place] += share
        for place in places:
            out[place] += held[place]
            held[place] = 0
    return due, owed, held, out


def opened(awards: dict[str, int], defendants: int, *, of: int = 1) -> Book:
    """Return a book with one order: every defendant liable in full for every award, or for one ``of`` some.

    Where they are liable for one of two, or of more, hardly two victims have the same defendants.
    """
    book = Book()
    obligors = [f"D-{number + 1}" for number in range(defendants)]
    draw = Random(5)  # noqa: S311 - the same each time
    mine = {d: {v: c for v, c in awards.items() if not draw.randrange(of)} for d in obligors}
    bodies: list[Body] = [CaseOpened(reference="C-1")]
    bodies += [Defendant(reference=obligor) for obligor in obligors]
    bodies += [Victim(reference=victim) for victim in awards]
    bodies.append(
        Order(
            reference="O-1",
            awards=tuple(Award(obligee=v, amount=cents) for v, cents in awards.items()),
            liabilities=tuple(
                Liability(obligor=d, judgment_on=JUDGMENT, amounts=mine[d]) for d in obligors
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


def made() -> Book:
    """Compute, receive and disburse every payment: applications and entries are made here too."""
    book = opened(AWARDS, 1)
    for amount, on in zip(PAYMENTS, DAYS, strict=True):
        paid(book, "D-1", amount, on)
        disbursed(book, on)
    return book


def posted(before: Sequence[Entry], entries: Sequence[Entry]) -> Book:
    """Post every payment and disbursement of a journal, with all that a book checks."""
    book = Book.replay(before)
    for entry in entries:
        book.post(entry)
    return book


def large(*, of: int = 1) -> Book:
    """Return a case of 500 victims and 20 defendants, each of whom pays monthly for ten years."""
    awards = {f"V-{number}": 100_000_000 + 7_919 * number for number in range(500)}
    book = opened(awards, 20, of=of)
    for month in MONTHS:
        for number in range(20):
            paid(book, f"D-{number + 1}", 1_000_000 + 13 * number, month)
        disbursed(book, month)
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


LOAD = """
import resource, sys, time
from beancount import loader
text = sys.stdin.read()
loader.load_string(text)
started = time.process_time()
entries, errors, options = loader.load_string(text)
print(time.process_time() - started, len(entries), len(errors))
"""


def beancount(text: str) -> float | None:
    """Return the processor seconds in which beancount loads the postings; None where it is not installed."""
    if not find_spec("beancount"):
        return None
    command = [sys.executable, "-c", LOAD]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)  # noqa: S603
    seconds, entries, errors = done.stdout.split()
    if int(errors) or int(entries) < 2 * len(PAYMENTS):
        message = f"beancount found {errors} errors in {entries} entries"
        raise ValueError(message)
    return float(seconds)


def main() -> None:
    """Measure."""
    book = made()
    before, entries = book.entries[: -2 * len(PAYMENTS)], book.entries[-2 * len(PAYMENTS) :]
    if plain()[3] != [book.owed_to(victim).disbursed for victim in AWARDS]:
        message = "the plain sums and the book differ"
        raise ValueError(message)
    times = medians(
        {
            "plain": timed(plain),
            "posted": timed(lambda: posted(before, entries)),
            "made": timed(made),
        },
        rounds=9,
    )
    report([*_against_plain(times), _against_beancount(times, book), *_large(), _overlapping()])


def _against_plain(times: dict[str, float]) -> list[Bound]:
    """The whole against the plain loop, which divides every payment too; then the posting alone."""
    what = "1,200 payments over five victims"
    return [
        Bound(
            what=f"{what} applied, posted and disbursed, of plain integer arithmetic",
            limit=3,
            measured=times["made"] / times["plain"],
            notes=[
                f"{spoken(times['made'])} against {spoken(times['plain'])}: what each payment is applied to",
                "and what is payable are computed, the entries made, checked and posted",
            ],
        ),
        Bound(
            what=f"{what}, as entries made before, posted and disbursed, of the same",
            limit=3,
            measured=times["posted"] / times["plain"],
            notes=[f"{spoken(times['posted'])} against {spoken(times['plain'])}"],
        ),
    ]


def _against_beancount(times: dict[str, float], book: Book) -> Bound:
    theirs = beancount(journal(book))
    return Bound(
        what="the same postings, faster than beancount loads them",
        limit=20,
        at_least=True,
        measured=None if theirs is None else theirs / times["posted"],
        notes=["beancount is not installed here; `make bench` installs it"]
        if theirs is None
        else [f"{spoken(theirs)} against {spoken(times['posted'])}"],
    )


def _large() -> list[Bound]:
    """A large case: replayed, then everything asked of it that a statement asks."""
    entries = large().entries
    times = medians({"replayed": timed(lambda: Book.replay(entries))}, rounds=5)
    book = Book.replay(entries)
    started = process_time()
    for number in range(20):
        book.owed_by(f"D-{number + 1}")
        book.principal_steps(f"D-{number + 1}")
    for number in range(500):
        book.owed_to(f"V-{number}")
    asked = process_time() - started
    started = process_time()
    paid(book, "D-1", 1_000_000, MONTHS[-1])
    disbursed(book, MONTHS[-1])
    once = process_time() - started
    what = "500 victims, 20 defendants, 2,400 payments"
    return [
        Bound(what=f"{what}: replayed", limit=0.6, unit="s", measured=times["replayed"]),
        Bound(
            what=f"{what}: all that is owed, to and by all", limit=0.3, unit="s", measured=asked
        ),
        Bound(
            what=f"{what}: one more received and disbursed", limit=0.05, unit="s", measured=once
        ),
    ]


def _overlapping() -> Bound:
    """What one owes with interest and penalties, where others owe the same victims and others besides."""
    entries, known = large(of=2).entries, law.encoded()
    on = MONTHS[-1]
    Book.replay(entries).owed_by("D-1", on, known)  # the law is read before anything is measured

    def asked() -> None:
        Book.replay(entries).owed_by("D-1", on, known)

    times = medians({"asked": timed(asked)}, rounds=5)
    return Bound(
        what="500 victims, 20 defendants who overlap: replayed, and what one owes with interest",
        limit=0.5,
        unit="s",
        measured=times["asked"],
    )


if __name__ == "__main__":
    main()
