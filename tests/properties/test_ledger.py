"""Random histories: money is neither made nor lost, nobody has too much, and the book is its entries."""

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from remedies.errors import LedgerError
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Back,
    Compensation,
    Distribution,
    Fund,
    Order,
    Payer,
    Payment,
    Recovery,
    Refund,
    Released,
    Returned,
    Reversal,
)
from tests.ledger.bookkeeping import JUDGMENT, Case, dollars
from tests.ledger.bookkeeping import order as ordered
from tests.properties.reference_ledger import Reference

VICTIMS = ("V-1", "V-2", "V-3", "US")
DEFENDANTS = ("D-1", "D-2", "D-3")
PAYERS = ("P-1", "P-2")
PROCEEDS = {"AS-1": 30_000, "AS-2": 777}

amounts = st.integers(1, 60_000) | st.sampled_from([1, 2, 3, 100])
days = st.integers(0, 400)
numbers = st.integers(0, 60)


def snapshot(book: Book) -> dict[str, Any]:
    """Everything that a book says, to be compared."""
    return {
        "to": [book.owed_to(name) for name in (*VICTIMS, *PAYERS, *Fund)],
        "by": [book.owed_by(name, JUDGMENT) for name in DEFENDANTS],
        "sums": (book.money_in, book.held, book.shortfall, book.refunds, book.paid_out),
        "holds": book.on_hold,
        "unclaimed": book.unclaimed,
        "payable": book.payable(book.last_on),
        "steps": [book.principal_steps(name) for name in DEFENDANTS],
    }


def liability(draw: st.DataObject, obligor: str, awards: dict[str, int]) -> dict[str, Any]:
    """A liability in full, for a part of some awards, or under a cap."""
    said: dict[str, Any] = {"special_assessment": draw.draw(st.sampled_from(["0", "1.00"]))}
    kind = draw.draw(st.sampled_from(["full", "part", "cap"]), label=obligor)
    if kind == "part":
        mine = {v: c for v, c in awards.items() if draw.draw(st.booleans())}
        said["amounts"] = {
            v: dollars(draw.draw(st.integers(1, cents))) for v, cents in mine.items()
        }
    elif kind == "cap":
        said["cap"] = dollars(draw.draw(st.integers(1, sum(awards.values()))))
    if draw.draw(st.booleans()):
        said["fine"] = "7.00"
    return said


def has(*kinds: str) -> Any:  # noqa: ANN401 - a decorator
    """Draw a rule only where the book has an entry of one of these kinds."""
    return precondition(lambda self: any(self.book.versions[kind] for kind in kinds))


class Histories(RuleBasedStateMachine):
    """A clerk who enters anything at any time; what the book refuses is not entered."""

    @initialize(data=st.data())
    def opened(self, data: st.DataObject) -> None:
        self.case = Case(VICTIMS, DEFENDANTS)
        self.known: dict[int, dict[str, Any]] = {}
        for asset, proceeds in PROCEEDS.items():
            self.case.cash(asset, dollars(proceeds))
        listed = [v for v in VICTIMS if v == "V-1" or data.draw(st.booleans())]
        self.awards = {v: data.draw(st.integers(1, 50_000), label=v) for v in listed}
        self.case.enter(self._order(data))
        self.opening = len(self.book.entries)

    def _order(self, data: st.DataObject) -> Order:
        liable = [d for d in DEFENDANTS if d == "D-1" or data.draw(st.booleans())]
        return ordered(
            {v: dollars(cents) for v, cents in self.awards.items()},
            {d: liability(data, d, self.awards) for d in liable},
            distribution=data.draw(st.sampled_from(Distribution)),
            minimum=data.draw(st.sampled_from(["0", "0", "20.00"])),
            priorities={"V-2": 2, "V-3": 2},
        )

    @property
    def book(self) -> Book:
        return self.case.book

    def enter(self, body: Any, day: int) -> bool:  # noqa: ANN401 - any body
        """Enter, if the book allows; what was known before that day stays as it was."""
        on = JUDGMENT + dt.timedelta(days=day)
        before = self.book.as_of(on - dt.timedelta(days=1))
        try:
            self.case.enter(body, on)
        except LedgerError as refused:
            self.refused = refused
            return False
        after = self.book.as_of(on - dt.timedelta(days=1))
        assert snapshot(after) == snapshot(before)
        self.known[self.book.entries[-1].seq] = snapshot(self.book)
        return True

    @rule(obligor=st.sampled_from(DEFENDANTS), amount=amounts, day=days)
    def pay(self, obligor: str, amount: int, day: int) -> None:
        on = JUDGMENT + dt.timedelta(days=day)
        reference = Reference(self.book.entries)
        found = self.book.application(obligor, amount, on)
        if obligor in reference.liabilities:
            funds = sum(c for fund, c in found.funds.items() if fund is Fund.SPECIAL_ASSESSMENT)
            expected = reference.restitution(obligor, amount - funds)
            expected.pop("rest", None)
            ours = dict(found.principal) | {f"AG:{v}": c for v, c in found.reimbursed.items()}
            assert ours == expected
        self.case.pay(obligor, dollars(amount), on=on, parts=found)
        self.known[self.book.entries[-1].seq] = snapshot(self.book)

    @rule(obligor=st.sampled_from(DEFENDANTS), amount=amounts, day=days)
    def pay_and_disburse(self, obligor: str, amount: int, day: int) -> None:
        """What a clerk does most days."""
        self.pay(obligor, amount, day)
        self.send_all(max(self.book.last_on, JUDGMENT + dt.timedelta(days=day)))

    def send_all(self, on: dt.date) -> None:
        shares = self.book.payable(on)
        if shares:
            self.case.disburse({v: dollars(c) for v, c in shares.items()}, on=on)
            self.known[self.book.entries[-1].seq] = snapshot(self.book)

    @has("payment", "transfer")
    @rule(day=days, part=st.booleans(), data=st.data())
    def disburse(self, day: int, part: bool, data: st.DataObject) -> None:  # noqa: FBT001 - drawn
        on = JUDGMENT + dt.timedelta(days=day)
        shares = self.book.payable(on)
        assert all(cents > 0 for cents in shares.values())
        if part:
            shares = {v: data.draw(st.integers(1, cents)) for v, cents in shares.items()}
        if shares:
            self.case.disburse({v: dollars(c) for v, c in shares.items()}, on=on)
            self.known[self.book.entries[-1].seq] = snapshot(self.book)

    @rule(asset=st.sampled_from(sorted(PROCEEDS)), day=days, data=st.data())
    def transfer(self, asset: str, day: int, data: st.DataObject) -> None:
        victims = data.draw(
            st.lists(st.sampled_from(sorted(self.awards)), min_size=1, unique=True)
        )
        shares = {v: dollars(data.draw(amounts)) for v in victims}
        self.case.on = JUDGMENT + dt.timedelta(days=day)
        try:
            self.case.transfer(asset, shares, reference=f"T-{self.book.next_seq}")
        except LedgerError:
            pass
        else:
            self.known[self.book.entries[-1].seq] = snapshot(self.book)

    @rule(victim=st.sampled_from(VICTIMS), amount=amounts, part=amounts, day=days)
    def recover(self, victim: str, amount: int, part: int, day: int) -> None:
        name = f"R-{self.book.next_seq}"
        self.enter(
            Recovery(
                reference=name,
                victim=victim,
                same_loss=amount,
                liquidated=part,
                liquidated_in_award=part // 2,
            ),
            day,
        )

    @rule(payer=st.sampled_from(PAYERS), victim=st.sampled_from(VICTIMS), amount=amounts, day=days)
    def compensate(self, payer: str, victim: str, amount: int, day: int) -> None:
        paid = Compensation(
            reference=payer,
            payer=Payer.INSURER,
            victim=victim,
            amount=amount,
            order="O-1" if amount % 4 else "",
            document="Doc. 2",
        )
        self.enter(paid, day)

    @has("payment")
    @rule(number=numbers, day=days)
    def reverse(self, number: int, day: int) -> None:
        self.enter(Reversal(payment=self._some(Payment, number)), day)

    @has("payment")
    @rule(number=numbers, amount=amounts, day=days)
    def refund(self, number: int, amount: int, day: int) -> None:
        payment = self._some(Payment, number)
        name = f"RF-{self.book.next_seq}"
        self.enter(Refund(reference=name, payment=payment, amount=amount), day)

    @has("disbursement")
    @rule(number=numbers, why=st.sampled_from(Back), day=days, data=st.data())
    def come_back(self, number: int, why: Back, day: int, data: st.DataObject) -> None:
        sent = [entry.body for entry in self.book.live if entry.body.kind == "disbursement"]
        if sent:
            body: Any = sent[number % len(sent)]
            obligee = data.draw(st.sampled_from(sorted(body.shares)))
            amount = data.draw(st.integers(1, body.shares[obligee]))
            back = Returned(disbursement=body.reference, obligee=obligee, amount=amount, why=why)
            self.enter(back, day)

    @has("payment", "transfer")
    @rule(number=numbers, kind=st.sampled_from(["payment", "transfer", "victim", "all"]))
    def hold(self, number: int, kind: str) -> None:
        of = {"victim": VICTIMS[number % len(VICTIMS)], "all": ""}.get(kind)
        if of is None:
            of = self._named(kind, number)
        try:
            self.case.hold(of, reference=f"H-{self.book.next_seq}")
        except LedgerError:
            return
        self.known[self.book.entries[-1].seq] = snapshot(self.book)

    @has("hold")
    @rule(number=numbers, day=days)
    def release(self, number: int, day: int) -> None:
        self.enter(Released(hold=self._named("hold", number)), day)

    @precondition(lambda self: len(self.book.entries) > self.opening)
    @rule(number=numbers)
    def void(self, number: int) -> None:
        later = self.book.entries[self.opening :]
        if not later:
            return
        entry = later[number % len(later)]
        try:
            self.case.void(entry.seq)
        except LedgerError:
            return
        self.known[self.book.entries[-1].seq] = snapshot(self.book)

    @rule(day=days, data=st.data())
    def amend(self, day: int, data: st.DataObject) -> None:
        """An amended order never lowers an award here, so that nobody can have had too much."""
        raised = {v: c + data.draw(st.integers(0, 5_000)) for v, c in self.awards.items()}
        before, self.awards = self.awards, raised
        if not self.enter(self._order(data), day):
            self.awards = before

    def _named(self, kind: str, number: int) -> str:
        found = sorted(self.book.versions[kind])
        return found[number % len(found)] if found else "none"

    def _some(self, kind: type, number: int) -> str:
        return self._named(kind.kind, number)  # type: ignore[attr-defined]

    @invariant()
    def every_refusal_says_what_and_why(self) -> None:
        refused = getattr(self, "refused", None)
        assert refused is None or all(p.field and p.code and p.message for p in refused.problems)

    @invariant()
    def money_is_neither_made_nor_lost(self) -> None:
        if not hasattr(self, "case"):
            return
        book = self.book
        out = book.paid_out + book.refunds
        assert book.money_in + book.shortfall == out + book.held
        reference = Reference(book.entries)
        assert (book.money_in, out) == (reference.money_in(), reference.money_out())

    @invariant()
    def every_balance_is_what_the_rules_say(self) -> None:
        if not hasattr(self, "case"):
            return
        reference = Reference(self.book.entries)
        for victim in reference.awards:
            found = self.book.owed_to(victim)
            assert found.outstanding == reference.due(victim)
            assert found.debt == reference.debt(victim)
            assert found.held - found.shortfall == reference.balance(victim)
            if not found.recovered:
                assert found.received + found.transferred <= found.awarded - found.compensated
        for obligor in reference.liabilities:
            owed = self.book.owed_by(obligor)
            parts = {**owed.to_victims, **owed.to_payers, **owed.to_united_states}
            parts |= {f"AG:{v}": cents for v, cents in owed.to_attorney_general.items()}
            expected = reference.restitution(obligor, 10**12)
            expected.pop("rest")
            assert parts == expected
            assert (self.book.principal_steps(obligor) or [(0, 0)])[-1][1] == owed.restitution

    @invariant()
    def proceeds_are_never_overspent_and_debts_differ_from_dues_by_the_transfers(self) -> None:
        if not hasattr(self, "case"):
            return
        reference = Reference(self.book.entries)
        for asset, proceeds in PROCEEDS.items():
            sent = [e.body for e in self.book.by_asset[asset] if e.body.kind == "transfer"]
            assert sum(sum(body.shares.values()) for body in sent) <= proceeds  # type: ignore[union-attr]
        for victim in reference.awards:
            found = self.book.owed_to(victim)
            payers = sum(c for (_, v), c in reference.to_payers().items() if v == victim)
            open_ = found.transferred - found.reimbursed + found.compensated - payers
            if not found.overpaid:
                assert found.debt - found.outstanding == open_

    def teardown(self) -> None:
        """The book is its entries: replayed whole, as of its last day, and as known at any of them."""
        if not hasattr(self, "case"):
            return
        book = self.book
        assert book.audit() == ()
        now = snapshot(book)
        assert snapshot(Book.replay(book.entries)) == now
        assert snapshot(book.as_of(book.last_on)) == now
        days = sorted({entry.on for entry in book.live})
        for day in days[:: max(1, len(days) // 4)]:
            then = book.as_of(day)
            for obligor in DEFENDANTS:
                steps = [owed for on, owed in book.principal_steps(obligor) if on <= day]
                assert (steps or [0])[-1] == then.owed_by(obligor).restitution
        for seq, said in self.known.items():
            assert snapshot(Book.replay(book.entries, known=seq)) == said


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
