"""The accounts of those who are owed: victims, and those who compensated them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final

from remedies.ledger.book import Book
from remedies.ledger.effects import effective
from remedies.ledger.entries import (
    Compensation,
    Disbursement,
    Entry,
    Order,
    Payment,
    Person,
    Recovery,
    Returned,
    Reversal,
    Transfer,
    Victim,
)
from remedies.ledger.holding import hold_list, unclaimed
from remedies.ledger.owed import owed_to
from remedies.ledger.statement_cites import Cites, paid_of
from remedies.ledger.statement_lines import Move, Moved, ObligeeAccount, Sum
from remedies.ledger.terms import order_versions, terms


def obligee_accounts(book: Book, cites: Cites, *, detailed: bool) -> tuple[ObligeeAccount, ...]:
    """Return the account of every victim that is known, in the order's listing and then by entry."""
    ordered = terms(book)
    listed = dict.fromkeys(ordered.awards) if ordered else {}
    listed |= dict.fromkeys(book.versions[Victim.kind])
    return tuple(_accounts(book, cites, listed, detailed=detailed))


def obligee_account(book: Book, cites: Cites, reference: str) -> ObligeeAccount:
    """Return one victim's account, entry by entry."""
    (account,) = _accounts(book, cites, {reference: None}, detailed=True)
    return account


def shares(book: Book) -> int:
    """Return how many shares of money there are in all: the size of the accounts entry by entry."""
    found = 0
    for entry in book.live:
        match entry.body:
            case Payment():
                found += len(entry.body.applied.principal) + len(entry.body.applied.interest)
            case Disbursement() | Transfer():
                found += len(entry.body.shares)
            case _:
                continue
    return found


def payer_accounts(book: Book, cites: Cites) -> tuple[ObligeeAccount, ...]:
    """Return the account of everybody who compensated a victim and is paid after all of them."""
    payers = dict.fromkeys(payer for payer, _ in book.compensated)
    return tuple(_accounts(book, cites, payers, detailed=False))


def _accounts(
    book: Book, cites: Cites, references: Mapping[str, None], *, detailed: bool
) -> Iterator[ObligeeAccount]:
    holds: dict[str, list[str]] = {}
    for hold in hold_list(book):
        for obligee in hold.amounts:
            holds.setdefault(obligee, []).append(hold.hold)
    back: Counter[str] = Counter()
    for each in unclaimed(book):
        back[each.obligee] += each.amount
    ordered = terms(book)
    order = (ordered.seq,) if ordered else ()
    for reference in references:
        yield replace(
            _account(book, cites, reference, order),
            came_back=back[reference],
            on_hold=tuple(holds.get(reference, ())),
            moves=tuple(moves(book, reference)) if detailed else (),
        )


def _account(book: Book, cites: Cites, reference: str, order: tuple[int, ...]) -> ObligeeAccount:
    owed = owed_to(book, reference)
    payer = any(payer == reference for payer, _ in book.compensated)
    awarded_by = cites.of("compensated", reference) if payer else order if owed.awarded else ()
    return ObligeeAccount(
        obligee=reference,
        person=person(book, reference),
        awarded=Sum(owed.awarded, awarded_by),
        to_payers=Sum(owed.compensated, () if payer else cites.of("compensated", reference)),
        recovered=Sum(owed.recovered, cites.of("recovered", reference)),
        transferred=Sum(owed.transferred, cites.of("transferred", reference)),
        paid=Sum(owed.received, cites.of("paid", reference)),
        interest=Sum(owed.interest, cites.of("interest", reference)),
        advanced=owed.shortfall,
        received=Sum(owed.disbursed, cites.of("disbursed", reference)),
        owed=owed.outstanding,
        held=owed.held,
        overpaid=owed.overpaid,
    )


def person(book: Book, reference: str) -> Person:
    """Return what kind of person an obligee is, so far as an entry says it."""
    found = book.latest(Victim.kind, reference)
    return found.body.person if found and isinstance(found.body, Victim) else Person.INDIVIDUAL


def moves(book: Book, victim: str) -> Iterator[Move]:
    """Yield what each entry does to one victim's account, in the order of the days."""
    yield from sorted(_moves(book, victim), key=attrgetter("on", "entry"))


def _moves(book: Book, victim: str) -> Iterator[Move]:
    yield from _awarded(book, victim)
    for entry in book.live:
        made = _MOVES.get(type(entry.body))
        if made is not None:
            yield from made(book, entry, entry.body, victim)


def _awarded(book: Book, victim: str) -> Iterator[Move]:
    before = 0
    for place, entry in enumerate(order_versions(book)):
        order = entry.body
        assert isinstance(order, Order)  # noqa: S101 - versions are kept by kind
        now = sum(award.amount for award in order.awards if award.obligee == victim)
        if now != before:
            moved = Moved.AMENDED if place and before else Moved.AWARDED
            yield Move(
                entry=entry.seq, on=entry.on, moved=moved, owed=now - before, by=order.reference
            )
        before = now


def _payment(_: Book, entry: Entry, body: Payment, victim: str) -> Iterator[Move]:
    yield from _of_payment(entry, body, victim, 1)


def _of_payment(entry: Entry, paid: Payment, victim: str, sign: int) -> Iterator[Move]:
    principal = sign * paid.applied.principal.get(victim, 0)
    interest = sign * paid.applied.interest.get(victim, 0)
    taken_back = sign < 0
    for cents, owed, moved in ((principal, -principal, Moved.PAID), (interest, 0, Moved.INTEREST)):
        if cents:
            yield Move(
                entry=entry.seq,
                on=entry.on,
                moved=Moved.REVERSED if taken_back else moved,
                owed=owed,
                held=cents,
                by=paid.obligor,
            )


def _reversal(book: Book, entry: Entry, body: Reversal, victim: str) -> Iterator[Move]:
    paid = paid_of(book.versions, body)
    if paid is not None:
        yield from _of_payment(entry, paid, victim, -1)


def _transfer(_: Book, entry: Entry, body: Transfer, victim: str) -> Iterator[Move]:
    cents = body.shares.get(victim, 0)
    if cents:
        yield _move(entry, Moved.TRANSFERRED, body.asset, -cents, cents)


def _disbursement(_: Book, entry: Entry, body: Disbursement, victim: str) -> Iterator[Move]:
    cents = body.shares.get(victim, 0)
    if cents:
        yield _move(entry, Moved.DISBURSED, body.reference, 0, -cents)


def _returned(_: Book, entry: Entry, body: Returned, victim: str) -> Iterator[Move]:
    if body.obligee == victim:
        yield _move(entry, Moved.RETURNED, body.disbursement, 0, body.amount)


def _recovery(book: Book, entry: Entry, body: Recovery, victim: str) -> Iterator[Move]:
    if body.victim == victim:
        yield _move(entry, Moved.RECOVERED, body.reference, -effective(body, book.choices), 0)


def _compensation(_: Book, entry: Entry, body: Compensation, victim: str) -> Iterator[Move]:
    if body.order and body.victim == victim:
        yield _move(entry, Moved.COMPENSATED, body.reference, -body.amount, 0)


def _move(entry: Entry, moved: Moved, by: str, owed: int, held: int) -> Move:
    return Move(entry=entry.seq, on=entry.on, moved=moved, owed=owed, held=held, by=by)


_MOVES: Final[Mapping[type, Callable[[Book, Entry, Any, str], Iterator[Move]]]] = {
    Payment: _payment,
    Reversal: _reversal,
    Transfer: _transfer,
    Disbursement: _disbursement,
    Returned: _returned,
    Recovery: _recovery,
    Compensation: _compensation,
}
