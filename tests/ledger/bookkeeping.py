"""A synthetic case for tests: entered as a clerk would, with amounts as strings of dollars."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from remedies.facts.convictions import Statute
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Applied,
    Asset,
    AssetStep,
    Award,
    Back,
    Body,
    CaseOpened,
    Defendant,
    Disbursement,
    Distribution,
    Entry,
    Forfeiture,
    Fund,
    Hold,
    HoldWhy,
    InterestTerms,
    Liability,
    Method,
    OnAccount,
    Order,
    Path,
    Payment,
    Person,
    Stage,
    Transfer,
    Victim,
    Voided,
)

if TYPE_CHECKING:
    from remedies.law import Law

JUDGMENT = dt.date(2025, 1, 6)
FORFEITED_UNDER = Statute.parse("18 USC 1594")
CONVICTED_OF = Statute.parse("18 USC 1589")
FUNDS = {fund.value for fund in Fund}


def cents(dollars: str) -> int:
    return int(Decimal(dollars) * 100)


def dollars(amount: int) -> str:
    return f"{Decimal(amount) / 100:.2f}"


def shares(amounts: Mapping[str, str]) -> dict[str, int]:
    return {name: cents(amount) for name, amount in amounts.items()}


def applied(amounts: Mapping[str, str]) -> Applied:
    """Read ``V-1``, ``P-1 for V-1``, ``AG:V-1``, ``interest:V-1``, a fund, ``unapplied``, with dollars."""
    parts: dict[str, dict[Any, int]] = {"principal": {}, "AG": {}, "interest": {}, "funds": {}}
    on_account = []
    for name, amount in amounts.items():
        kind, _, whom = name.rpartition(":")
        payer, _, victim = name.partition(" for ")
        if name in FUNDS:
            parts["funds"][Fund(name)] = cents(amount)
        elif victim:
            parts["principal"][payer] = parts["principal"].get(payer, 0) + cents(amount)
            on_account.append(OnAccount(payer=payer, victim=victim, amount=cents(amount)))
        elif name != "unapplied":
            parts[kind or "principal"][whom] = cents(amount)
    return Applied(
        principal=parts["principal"],
        reimbursed=parts["AG"],
        interest=parts["interest"],
        funds=parts["funds"],
        unapplied=cents(amounts.get("unapplied", "0")),
        compensated=tuple(on_account),
    )


def order(  # noqa: PLR0913 - what an order says
    awards: Mapping[str, str],
    liabilities: Mapping[str, Mapping[str, Any]],
    *,
    distribution: str = "pro_rata",
    minimum: str = "0",
    priorities: Mapping[str, int] | None = None,
    child_pornography: tuple[str, ...] = (),
) -> Order:
    """Return an order; a liability without ``amounts`` is for every award in full."""
    return Order(
        reference="O-1",
        awards=tuple(
            Award(
                obligee=victim,
                amount=cents(amount),
                priority=(priorities or {}).get(victim, 1),
                statute=CONVICTED_OF,
                child_pornography=victim in child_pornography,
            )
            for victim, amount in awards.items()
        ),
        liabilities=tuple(
            _liability(obligor, dict(said), awards) for obligor, said in liabilities.items()
        ),
        distribution=Distribution(distribution),
        minimum_disbursement=cents(minimum),
    )


def _liability(obligor: str, said: dict[str, Any], awards: Mapping[str, str]) -> Liability:
    amounts = shares(said.pop("amounts", awards))
    judgment_on = said.pop("judgment_on", JUDGMENT)
    limit = said.pop("interest_limit", None)
    terms = InterestTerms(limit=None if limit is None else cents(limit))
    money = {name: cents(amount) for name, amount in said.items()}
    return Liability(
        obligor=obligor, judgment_on=judgment_on, amounts=amounts, interest=terms, **money
    )


class Case:
    """A book and what a clerk does to it; each act returns the number of its entry."""

    def __init__(
        self, victims: tuple[str, ...], defendants: tuple[str, ...], **choices: str
    ) -> None:
        self.book = Book(choices)
        self.on = JUDGMENT
        self.law: Law | None = None
        self.enter(CaseOpened(reference="C-1"))
        for victim in victims:
            person = Person.UNITED_STATES if victim == "US" else Person.INDIVIDUAL
            self.enter(Victim(reference=victim, person=person))
        for defendant in defendants:
            self.enter(Defendant(reference=defendant))

    def enter(self, body: Body, on: dt.date | None = None, corrects: int | None = None) -> int:
        seq = self.book.next_seq
        self.book.post(Entry(seq=seq, on=on or self.on, body=body, corrects=corrects))
        return seq

    def void(self, seq: int) -> int:
        return self.enter(Voided(why="entered by mistake"), corrects=seq)

    def pay(  # noqa: PLR0913, PLR0917 - what a payment says
        self,
        obligor: str,
        amount: str,
        reference: str = "",
        on: dt.date | None = None,
        parts: Applied | None = None,
        receipt: str = "",
    ) -> int:
        found = parts or self.book.application(obligor, cents(amount), on or self.on, self.law)
        body = Payment(
            reference=reference or f"PAY-{self.book.next_seq}",
            obligor=obligor,
            amount=cents(amount),
            method=Method.CASH,
            applied=found,
            receipt=receipt,
        )
        return self.enter(body, on)

    def disburse(
        self,
        amounts: Mapping[str, str] | None = None,
        reference: str = "",
        on: dt.date | None = None,
    ) -> int:
        sent = shares(amounts) if amounts is not None else self.book.payable(on or self.on)
        name = reference or f"DIS-{self.book.next_seq}"
        return self.enter(Disbursement(reference=name, shares=sent), on)

    def cash(self, reference: str, amount: str) -> None:
        """Cash forfeited under § 1594, ready to be transferred."""
        thing = Asset(reference=reference, what="cash", statute=FORFEITED_UNDER)
        self.enter(thing, JUDGMENT - dt.timedelta(days=100))
        self.step(reference, Stage.SEIZED)
        self.step(reference, Stage.NOTICED, published_on=JUDGMENT - dt.timedelta(days=90))
        self.step(
            reference,
            Stage.FORFEITED,
            amount=cents(amount),
            how=Forfeiture.CRIMINAL,
            statute=FORFEITED_UNDER,
        )

    def step(self, asset: str, stage: Stage, **more: Any) -> None:  # noqa: ANN401 - a step's fields
        body = AssetStep(asset=asset, stage=stage, actor="example office", **more)
        before = stage in {Stage.SEIZED, Stage.NOTICED}
        self.enter(body, JUDGMENT - dt.timedelta(days=100) if before else None)

    def transfer(self, asset: str, amounts: Mapping[str, str], reference: str = "T-1") -> int:
        sent = shares(amounts)
        return self.enter(
            Transfer(reference=reference, asset=asset, path=Path.MANDATORY, shares=sent)
        )

    def hold(self, of: str, reference: str = "H-1") -> int:
        return self.enter(Hold(reference=reference, why=HoldWhy.COURT_ORDER, of=of))


__all__ = ["Back", "Case", "applied", "cents", "dollars", "order", "shares"]
