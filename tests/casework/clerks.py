"""Clerks of one office who enter anything at any time, each in a process of its own; from a seed alone.

A process keeps books of its own; now and then it starts anew and keeps none. A transaction enters one thing
or several, and is committed or rolled back. Synthetic, all of it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from random import Random
from typing import Final

from remedies import law, store
from remedies.casework import books
from remedies.casework.cases import Caller, Desk, Draft, Role, entered, open_case
from remedies.casework.cases import book as book_of
from remedies.errors import LedgerError, Problem
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Applied,
    Asset,
    AssetStep,
    Award,
    Back,
    Body,
    CaseOpened,
    Compensation,
    Defendant,
    Disbursement,
    Distribution,
    Forfeiture,
    Hold,
    HoldWhy,
    InterestTerms,
    Liability,
    Method,
    Order,
    Path,
    Payer,
    Payment,
    Person,
    Recovery,
    Refund,
    Released,
    Returned,
    Reversal,
    Stage,
    Transfer,
    Victim,
    Voided,
)
from tests.ledger.bookkeeping import CONVICTED_OF, FORFEITED_UNDER, JUDGMENT

AT: Final = dt.datetime(2026, 11, 22, 5, 6, 7, tzinfo=dt.UTC)
VICTIMS: Final = ("V-1", "V-2", "V-3", "US")
DEFENDANTS: Final = ("D-1", "D-2", "D-3")
PROCEEDS: Final = {"AS-1": 60_000, "AS-2": 777}
STEPS: Final = 30

ACTS: Final = (
    ("pay", 8),
    ("disburse", 6),
    ("come_back", 2),
    ("hold", 2),
    ("release", 3),
    ("reverse", 2),
    ("recover", 1),
    ("compensate", 1),
    ("transfer", 3),
    ("amend", 2),
    ("refund", 3),
    ("void", 2),
    ("correct", 2),
)


class Clerks:
    """A case with two or three victims, defendants and property, and what its clerks do to it.

    ``reached`` counts what came about; ``last`` is the latest day on which something happened.
    """

    def __init__(
        self, seed: int, sessions: Callable[[], store.Session], organization: str
    ) -> None:
        """Open the case."""
        self.rng = Random(seed)  # noqa: S311 - no secret
        self.sessions = sessions
        self.reached: Counter[str] = Counter()
        self.refused: list[Problem] = []
        self.last = JUDGMENT
        self.caller = Caller(organization=organization, role=Role.SYSTEM, actor=f"seed-{seed}")
        self.processes: list[dict[str, books.Kept]] = [{}, {}]
        self.awards = {
            victim: self.rng.choice([3, 500, 40_000, 300_000, 390_001])
            for victim in VICTIMS
            if victim == "V-1" or self.rng.random() < 0.7
        }
        with self.process(0) as desk:
            opened = Draft(body=CaseOpened(reference=f"EX-{seed}"), on=JUDGMENT)
            row, _ = open_case(desk, opened)
            self.case_id = row.id
            for body, on in self._opening():
                self.opening = entered(desk, self.case_id, Draft(body=body, on=on)).seq
            desk.session.commit()

    def desk(self, session: store.Session) -> Desk:
        """Return a desk in a session."""
        return Desk(session=session, caller=self.caller, at=AT)

    @contextmanager
    def process(self, number: int) -> Iterator[Desk]:
        """Be one of the processes: with its books, in a new transaction."""
        books.forget_all()
        books._KEPT.update(self.processes[number])  # noqa: SLF001 - another process has others
        try:
            with self.sessions() as session:
                yield self.desk(session)
        finally:
            self.processes[number] = dict(books._KEPT)  # noqa: SLF001

    def act(self) -> None:
        """Enter one thing or several in a transaction, and commit it or roll it back."""
        number = self.rng.randrange(len(self.processes))
        if self.rng.random() < 0.1:
            self.processes[number] = {}
            self.reached["started anew"] += 1
        with self.process(number) as desk:
            done = [self._one(desk) for _ in range(self.rng.choice([1, 1, 1, 2, 3]))]
            if self.rng.random() < 0.15:
                desk.session.rollback()
                self.reached["rolled back"] += 1
            else:
                desk.session.commit()
                self.reached.update(name for name in done if name)

    def _one(self, desk: Desk) -> str:
        """Enter what comes to mind; return what it was, or nothing where it was refused."""
        names, weights = zip(*ACTS, strict=True)
        name = self.rng.choices(names, weights)[0]
        with book_of(desk, self.case_id) as found:
            made: Draft | Body | None = getattr(self, f"_{name}")(found)
            self._look(found)
        if made is None:
            return ""
        draft = made if isinstance(made, Draft) else Draft(body=made, on=self._day())
        backdated = draft.on < self.last
        try:
            entry = entered(desk, self.case_id, draft)
        except LedgerError as refused:
            self.reached["refused"] += 1
            self.refused += refused.problems
            return ""
        self.last = max(self.last, draft.on)
        if isinstance(entry.body, Payment):
            self._received(entry.body.applied)
        return f"{name}, backdated" if backdated and name == "pay" else name

    def _day(self) -> dt.date:
        """Mostly a little later than all before, at times earlier than most of it."""
        step = dt.timedelta(self.rng.randint(0, 12))
        if self.rng.random() < 0.25:
            return max(JUDGMENT, self.last - 10 * step)
        return self.last + step

    def _received(self, applied: Applied) -> None:
        reached = {
            "reimbursed": applied.reimbursed,
            "interest": applied.interest,
            "funds": applied.funds,
            "unapplied": applied.unapplied,
            "payer paid": applied.compensated,
            "United States paid": "US" in applied.principal,
        }
        self.reached.update(name for name, parts in reached.items() if parts)

    def _look(self, book: Book) -> None:
        """Count what a book is like just now."""
        made_whole = [v for v in self.awards if not book.owed_to(v).outstanding]
        reached = {
            "shortfall": book.shortfall,
            "kept by a hold": any(hold.amounts for hold in book.on_hold),
            "unclaimed": book.unclaimed,
            "one is whole": made_whole,
            "overpaid": any(book.owed_to(v).overpaid for v in self.awards),
            "cap reached": self._at_cap(book),
        }
        self.reached.update(name for name, found in reached.items() if found)

    def _at_cap(self, book: Book) -> bool:
        terms = book.terms
        caps = {} if terms is None else {d: each.cap for d, each in terms.liabilities.items()}
        whole = all(not book.owed_to(v).debt for v in self.awards)
        return not whole and any(
            cap is not None and not book.owed_by(d).restitution for d, cap in caps.items()
        )

    def _opening(self) -> Iterator[tuple[Body, dt.date]]:
        before = JUDGMENT - dt.timedelta(days=100)
        for victim in VICTIMS:
            person = Person.UNITED_STATES if victim == "US" else Person.INDIVIDUAL
            yield Victim(reference=victim, person=person), JUDGMENT
        for defendant in DEFENDANTS:
            yield Defendant(reference=defendant), JUDGMENT
        for asset, proceeds in PROCEEDS.items():
            yield Asset(reference=asset, what="cash", statute=FORFEITED_UNDER), before
            yield AssetStep(asset=asset, stage=Stage.SEIZED, actor="office"), before
            noticed = AssetStep(
                asset=asset, stage=Stage.NOTICED, actor="office", published_on=before
            )
            yield noticed, before
            yield (
                AssetStep(
                    asset=asset,
                    stage=Stage.FORFEITED,
                    actor="office",
                    amount=proceeds,
                    how=Forfeiture.CRIMINAL,
                    statute=FORFEITED_UNDER,
                ),
                JUDGMENT,
            )
        yield self._order(), JUDGMENT

    def _order(self) -> Order:
        rng = self.rng
        liable = [d for d in DEFENDANTS if d == "D-1" or rng.random() < 0.6]
        return Order(
            reference="O-1",
            awards=tuple(
                Award(
                    obligee=victim,
                    amount=cents,
                    priority=rng.choice([1, 2]),
                    statute=CONVICTED_OF,
                )
                for victim, cents in self.awards.items()
            ),
            liabilities=tuple(self._liability(obligor) for obligor in liable),
            distribution=rng.choice(list(Distribution)),
            minimum_disbursement=rng.choice([0, 0, 0, 2_000]),
        )

    def _liability(self, obligor: str) -> Liability:
        rng, amounts, cap = self.rng, dict(self.awards), None
        kind = rng.choice(["full", "full", "part", "cap"])
        if kind == "part":
            amounts = {v: rng.randint(1, c) for v, c in amounts.items() if rng.random() < 0.7}
        elif kind == "cap":
            cap = rng.randint(1, sum(amounts.values()))
        return Liability(
            obligor=obligor,
            judgment_on=JUDGMENT,
            amounts=amounts,
            cap=cap,
            interest=InterestTerms(waived=rng.random() < 0.3),
            special_assessment=rng.choice([0, 10_000]),
            fine=rng.choice([0, 0, 300_000]),
        )

    def _pay(self, book: Book) -> Body:
        obligor = self.rng.choice(DEFENDANTS)
        owed = book.owed_by(obligor, self.last, law.encoded()).restitution
        amount = self.rng.choice(
            [
                *(1, 2, 3, 10_000),
                *(self.rng.randint(1, 200_000), self.rng.randint(1, 200_000)),
                *(max(1, owed), owed + self.rng.randint(1, 30_000), max(1, owed // 3)),
            ]
        )
        return Payment(
            reference="", obligor=obligor, amount=amount, method=Method.CASH, applied=Applied()
        )

    def _disburse(self, book: Book) -> Body:
        shares = book.payable(self.last)
        if self.rng.random() < 0.6:
            shares = {}
        elif self.rng.random() < 0.5:
            shares = {v: self.rng.randint(1, c) for v, c in shares.items()}
        return Disbursement(reference="", shares=shares)

    def _come_back(self, book: Book) -> Body | None:
        sent = [body for _, body in book.bodies(Disbursement)]
        if not sent:
            return None
        of = self.rng.choice(sent)
        obligee = self.rng.choice(sorted(of.shares))
        return Returned(
            disbursement=of.reference,
            obligee=obligee,
            amount=self.rng.randint(1, of.shares[obligee]),
            why=self.rng.choice(list(Back)),
        )

    def _named(self, book: Book, kind: str) -> str:
        found = sorted(book.versions[kind])
        return self.rng.choice(found) if found else ""

    def _hold(self, book: Book) -> Body:
        kinds = ["payment", "payment", "transfer", "victim", ""]
        kind = self.rng.choice(kinds)
        return Hold(
            reference="",
            why=self.rng.choice(list(HoldWhy)),
            of=self._named(book, kind) if kind else "",
        )

    def _release(self, book: Book) -> Body | None:
        hold = self._named(book, "hold")
        return Released(hold=hold) if hold else None

    def _reverse(self, book: Book) -> Body | None:
        payment = self._named(book, "payment")
        return Reversal(payment=payment) if payment else None

    def _recover(self, _: Book) -> Body:
        return Recovery(
            reference="",
            victim=self.rng.choice(VICTIMS),
            same_loss=self.rng.randint(1, 20_000),
            liquidated=self.rng.choice([0, 100]),
            liquidated_in_award=self.rng.choice([0, 50]),
        )

    def _compensate(self, _: Book) -> Body:
        paid = Compensation(
            reference=self.rng.choice(["P-1", "P-2"]),
            payer=Payer.INSURER,
            victim=self.rng.choice(VICTIMS),
            amount=self.rng.randint(1, 20_000),
        )
        ordered = paid.amount % 4 > 0  # the others only put it on record
        return replace(paid, order="O-1", document="Doc. 2") if ordered else paid

    def _transfer(self, _: Book) -> Body:
        victims = self.rng.sample(sorted(self.awards), self.rng.randint(1, len(self.awards)))
        return Transfer(
            reference="",
            asset=self.rng.choice(sorted(PROCEEDS)),
            path=Path.MANDATORY,
            shares={victim: self.rng.choice([1, 300, 9_000]) for victim in victims},
        )

    def _amend(self, _: Book) -> Body:
        """An award is raised, never lowered: so nobody can have had too much."""
        self.awards = {
            v: c + self.rng.choice([0, 0, self.rng.randint(1, 9_000)])
            for v, c in self.awards.items()
        }
        return self._order()

    def _refund(self, book: Book) -> Body | None:
        left = {
            body.reference: body.applied.unapplied
            for _, body in book.bodies(Payment)
            if body.applied.unapplied
        }
        if not left:
            return None
        payment = self.rng.choice(sorted(left))
        return Refund(reference="", payment=payment, amount=self.rng.randint(1, left[payment]))

    def _void(self, book: Book) -> Draft | None:
        later = [entry for entry in book.live if entry.seq > self.opening]
        if not later:
            return None
        gone = self.rng.choice(later)
        return Draft(body=Voided(why="entered by mistake"), on=self.last, corrects=gone.seq)

    def _correct(self, book: Book) -> Draft | None:
        """A payment was of another amount, or of another day."""
        paid = [e for e, _ in book.bodies(Payment)]
        if not paid:
            return None
        wrong = self.rng.choice(paid)
        body = wrong.body
        assert isinstance(body, Payment)
        right = Payment(
            reference=body.reference,
            obligor=body.obligor,
            amount=max(1, body.amount + self.rng.choice([0, 1, -1, 500, -500])),
            method=body.method,
            applied=Applied(),
        )
        on = max(JUDGMENT, wrong.on - dt.timedelta(self.rng.randint(0, 9)))
        return Draft(body=right, on=on, corrects=wrong.seq)
