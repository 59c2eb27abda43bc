"""What a statement adds to the accounts: the proof that they add up, and what waits for somebody."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from remedies.ledger.book import Book
from remedies.ledger.entries import Compensation, Payment, Reversal, Transfer
from remedies.ledger.holding import hold_list, payable, unclaimed
from remedies.ledger.owed import OwedTo
from remedies.ledger.standing import debt, standing
from remedies.ledger.statement_cites import paid_of
from remedies.ledger.statement_lines import Equation, ObligeeAccount, Open, Work
from remedies.ledger.statement_places import Place, places
from remedies.ledger.statement_words import HOLDS, plain, to_whom
from remedies.ledger.terms import terms


def equations(book: Book) -> tuple[Equation, ...]:
    """Return the proofs: money in and where it is; what is owed by defendants and to victims."""
    return (_money(book), _transfers(book))


def _money(book: Book) -> Equation:
    payments = transfers = taken_back = 0
    for entry in book.live:
        match entry.body:
            case Payment():
                payments += entry.body.amount
            case Transfer():
                transfers += sum(entry.body.shares.values())
            case Reversal():
                paid = paid_of(book.versions, entry.body)
                taken_back += paid.amount if paid else 0
            case _:
                continue
    disbursed = sum(book.disbursed.values())
    balance = standing(book).balance.values()
    held = sum(cents for cents in balance if cents > 0)
    shortfall = -sum(cents for cents in balance if cents < 0)
    refunded = sum(book.refunded.values())
    unapplied = sum(book.unapplied.values()) - refunded
    return Equation(
        key="money",
        left=(
            ("payments", payments),
            ("reversed", -taken_back),
            ("transfers", transfers),
            ("shortfall", shortfall),
        ),
        right=(("disbursed", disbursed), ("held", held + unapplied), ("refunded", refunded)),
    )


def _transfers(book: Book) -> Equation:
    """What defendants owe on all awards less what victims are owed is the transfers not yet reimbursed.

    What was restored or remitted is no part of it: it lowers the debt too. Where more reached a victim than
    the award left, neither side goes below zero; that part is named.
    """
    now, debts = standing(book), debt(book)
    payer_due: defaultdict[str, int] = defaultdict(int)
    for (_, victim), cents in now.payer_due.items():
        payer_due[victim] += cents
    named = debts.keys() | book.transferred.keys() | payer_due.keys()
    met = [victim for victim in named if not (debts.get(victim) and now.due.get(victim))]
    beyond = sum(
        _beyond(book.owed_to(each), payer_due.get(each, 0), book.relieved.get(each, 0))
        for each in met
    )
    reimbursed = sum(sum(tally.reimbursed.values()) for tally in book.tallies.values())
    left = [("debts", sum(debts.values())), ("owed", -sum(now.due.values()))]
    right = [("transfers", sum(book.transferred.values())), ("reimbursed", -reimbursed)]
    relieved = sum(book.relieved.values())
    if relieved:
        right.append(("relieved", -relieved))
    if any(payer_due.values()):
        left.append(("owed_to_payers", -sum(payer_due.values())))
    if beyond:
        right.append(("covered", beyond))
    return Equation(key="transfers", left=tuple(left), right=tuple(right))


def _beyond(owed: OwedTo, payer_due: int, relieved: int) -> int:
    """What was met of a debt beyond it, less what reached the victim beyond the award, in cents."""
    met = (
        owed.recovered + owed.received + owed.compensated - payer_due + owed.reimbursed + relieved
    )
    return max(0, met - owed.awarded) - owed.overpaid


def worklists(book: Book, as_of: dt.date) -> tuple[Open, ...]:
    """Return what waits for somebody to act: held and why, payable, came back, unapplied, shortfalls.

    Of one kind, in the order's listing.
    """
    place = places(book)
    return (
        *_on_hold(book, place),
        *_payable(book, as_of, place),
        *_above_award(book, place),
        *_came_back(book),
        *_unapplied(book),
        *_not_ordered(book),
    )


def _on_hold(book: Book, place: Place) -> Iterator[Open]:
    for hold in hold_list(book):
        for obligee in sorted(hold.amounts, key=place):
            cents = hold.amounts[obligee]
            yield Open(
                work=Work.ON_HOLD,
                of=to_whom(obligee),
                cents=cents,
                why=f"{hold.hold}: {HOLDS[hold.why]}",
                since=hold.since,
                entries=(hold.seq,),
            )


def _payable(book: Book, as_of: dt.date, place: Place) -> Iterator[Open]:
    now, stands = payable(book, as_of), standing(book)
    kept = {obligee: cents for hold in hold_list(book) for obligee, cents in hold.amounts.items()}
    back = {each.obligee for each in unclaimed(book)}
    ordered = terms(book)
    least = ordered.order.minimum_disbursement if ordered else 0
    for obligee in sorted(stands.balance, key=place):
        cents = stands.balance[obligee]
        free = cents - stands.over.get(obligee, 0)
        if cents < 0:
            why = "paid out of a payment that was taken back; made up from what is next held"
            yield Open(work=Work.SHORTFALL, of=to_whom(obligee), cents=-cents, why=why)
        elif now.get(obligee, 0) > 0:
            yield Open(
                work=Work.PAYABLE,
                of=to_whom(obligee),
                cents=now[obligee],
                why="nothing holds it back",
            )
        elif 0 < free < least and obligee not in kept and obligee not in back:
            why = "the order sets a minimum, and more is still due"
            yield Open(work=Work.BELOW_MINIMUM, of=to_whom(obligee), cents=free, why=why)


def _above_award(book: Book, place: Place) -> Iterator[Open]:
    """Yield what is held of a victim's money that the award no longer leaves room for."""
    now = standing(book)
    for obligee in sorted(now.over, key=place):
        cents = min(now.over[obligee], now.balance.get(obligee, 0))
        if cents > 0:
            why = "more than the award leaves: the victim would be overpaid if it were paid out"
            yield Open(work=Work.ABOVE_AWARD, of=to_whom(obligee), cents=cents, why=why)


def _came_back(book: Book) -> Iterator[Open]:
    for each in unclaimed(book):
        yield Open(
            work=Work.CAME_BACK,
            of=each.obligee,
            cents=each.amount,
            why=f"{each.disbursement}: {plain(each.why)}",
            since=each.on,
            entries=(each.seq,),
        )


_APPLY: Final = "the defendant owes, and it can be applied now: correct the payment with itself"


def _unapplied(book: Book) -> Iterator[Open]:
    for reference, cents in book.unapplied.items():
        left = cents - book.refunded.get(reference, 0)
        if left > 0:
            found = book.versions[Payment.kind][reference][-1]
            owing = isinstance(found.body, Payment) and book.owed_by(found.body.obligor).principal
            yield Open(
                work=Work.UNAPPLIED,
                of=reference,
                cents=left,
                why=_APPLY if owing else "more than all that is owed; to be given back",
                since=found.on,
                entries=(found.seq,),
            )


_NOT_ORDERED: Final = (
    "compensated, and the order does not provide for it yet (18 U.S.C. § 3664(j)(1)): once it does, correct "
    "the entry so that it names the order and its document"
)


def _not_ordered(book: Book) -> Iterator[Open]:
    """Yield what others paid victims for a loss and no order gives them."""
    for entry, body in book.every(Compensation):
        if not body.order:
            yield Open(
                work=Work.NOT_ORDERED,
                of=body.reference,
                cents=body.amount,
                why=_NOT_ORDERED,
                since=entry.on,
                entries=(entry.seq,),
            )


def account_equations(account: ObligeeAccount) -> tuple[Equation, ...]:
    """Return the proofs of one victim's account: where the award stands, and where the money is."""
    instead = (("to_payers", account.to_payers.cents),) if account.to_payers.cents else ()
    return (
        Equation(
            key="award",
            left=(("awarded", account.awarded.cents), ("overpaid", account.overpaid)),
            right=(
                *instead,
                ("recovered", account.recovered.cents),
                ("transferred", account.transferred.cents),
                ("paid", account.paid.cents),
                ("outstanding", account.owed),
            ),
        ),
        Equation(
            key="account",
            left=(
                ("transferred", account.transferred.cents),
                ("paid", account.paid.cents),
                ("interest", account.interest.cents),
                ("advanced", account.advanced),
            ),
            right=(("received", account.received.cents), ("held", account.held)),
        ),
    )
