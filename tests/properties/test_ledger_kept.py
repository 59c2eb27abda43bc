"""Random histories: what a book keeps up to date is, after every entry, what its entries give anew."""

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from remedies.calculators.collection.balances import daily_balances
from remedies.errors import LedgerError
from remedies.ledger.book import Book
from remedies.ledger.entries import Disbursement, Method, Payment
from remedies.ledger.standing import debt, standing
from remedies.ledger.steps import daily_by_part
from tests.ledger.bookkeeping import JUDGMENT
from tests.properties.test_ledger import DEFENDANTS, Histories, amounts, days, has, numbers

LATER = JUDGMENT + dt.timedelta(days=500)


def nonzero(amounts: Any) -> dict[Any, int]:  # noqa: ANN401 - any mapping of cents
    return {key: cents for key, cents in amounts.items() if cents}


def kept(book: Book) -> dict[str, Any]:
    """Every sum and everything derived from the sums, with what the next payment would be applied to."""
    now = standing(book)
    return {
        "paid": {
            obligor: [
                nonzero(tally.principal),
                nonzero(tally.reimbursed),
                nonzero(tally.interest),
                nonzero(tally.funds),
                nonzero(tally.compensated),
                [entry.seq for entry in tally.paid],
            ]
            for obligor, tally in book.tallies.items()
            if tally.paid
        },
        "sums": [
            nonzero(sums)
            for sums in (
                book.disbursed,
                book.transferred,
                book.relieved,
                book.recovered,
                book.compensated,
                book.unapplied,
                book.refunded,
                book.returned,
                book.received,
            )
        ],
        "standing": [
            now.due,
            now.payer_due,
            now.unreimbursed,
            now.left,
            now.under_cap,
            nonzero(now.balance),
            now.last,
            now.over,
            debt(book),
        ],
        "payable": list(book.payable(book.last_on).items()),
        "backdated": list(book.payable(JUDGMENT).items()),
        "next": [
            book.application(obligor, cents, LATER)
            for obligor in DEFENDANTS
            for cents in (1, 777, 10**7)
        ],
        "steps": [book.principal_steps(obligor) for obligor in DEFENDANTS],
        "parts": [daily_by_part(book, obligor, JUDGMENT, LATER) for obligor in DEFENDANTS],
    }


class KeptHistories(Histories):
    """The same clerk, who also replaces payments and disbursements by others."""

    @has("payment")
    @rule(number=numbers, obligor=st.sampled_from(DEFENDANTS), amount=amounts, day=days)
    def replace_payment(self, number: int, obligor: str, amount: int, day: int) -> None:
        on = JUDGMENT + dt.timedelta(days=day)
        reference = self._some(Payment, number)
        if reference in self.book.reversed:
            return
        before = self.book.versions["payment"][reference][-1]
        without = Book.replay(entry for entry in self.book.live if entry is not before)
        body = Payment(
            reference=reference,
            obligor=obligor,
            amount=amount,
            method=Method.CASH,
            applied=without.application(obligor, amount, on),
        )
        self.replace(body, on, before.seq)

    @has("disbursement")
    @rule(number=numbers, day=days)
    def replace_disbursement(self, number: int, day: int) -> None:
        """By half of it."""
        before = self.book.versions["disbursement"][self._some(Disbursement, number)][-1]
        body = before.body
        assert isinstance(body, Disbursement)
        half = {obligee: (cents + 1) // 2 for obligee, cents in body.shares.items()}
        sent = Disbursement(reference=body.reference, shares=half)
        self.replace(sent, JUDGMENT + dt.timedelta(days=day), before.seq)

    def replace(self, body: Payment | Disbursement, on: dt.date, corrects: int) -> None:
        try:
            self.case.enter(body, on, corrects)
        except LedgerError as refused:
            self.refused = refused

    @invariant()
    def what_is_kept_is_what_the_entries_give(self) -> None:
        if hasattr(self, "case"):
            assert kept(self.book) == kept(Book.replay(self.book.entries))

    @invariant()
    def the_parts_of_a_debt_are_the_debt(self) -> None:
        """Of everybody without a cap: an amended order here takes no victim away."""
        ordered = self.book.terms if hasattr(self, "case") else None
        for obligor, liability in ordered.liabilities.items() if ordered else ():
            if all(cap is None for cap in self.caps(obligor)):
                steps = self.book.principal_steps(obligor)
                parts = daily_by_part(self.book, obligor, JUDGMENT, LATER)
                assert sum(parts.values()) == daily_balances(steps, JUDGMENT, LATER), liability

    def caps(self, obligor: str) -> list[int | None]:
        found: list[Any] = [
            e.body for versions in self.book.versions["order"].values() for e in versions
        ]
        return [x.cap for order in found for x in order.liabilities if x.obligor == obligor]


TestKeptHistories = KeptHistories.TestCase
TestKeptHistories.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
