"""What an entry names: the parties, payments, orders and assets by reference that it is about."""

from collections.abc import Iterator

from remedies.ledger.entries import (
    Assessed,
    Asset,
    AssetStep,
    Body,
    CivilJudgment,
    Compensation,
    Disbursement,
    Evidence,
    Hold,
    Notice,
    NotTransferred,
    Order,
    Paper,
    Payment,
    Recovery,
    Refund,
    Released,
    ReliefGranted,
    Returned,
    Reversal,
    Transfer,
)

Named = Iterator[tuple[str, str]]
"""Kind and reference."""


def named(body: Body) -> Named:
    """Return the kind and reference of everything that an entry names besides itself."""
    match body:
        case Order():
            yield from (("victim", award.obligee) for award in body.awards)
            yield from (("defendant", each.obligor) for each in body.liabilities)
        case Payment():
            yield "defendant", body.obligor
            yield from (("victim", obligee) for obligee in body.applied.principal)
        case CivilJudgment():
            yield "defendant", body.obligor
            yield "victim", body.obligee
        case ReliefGranted() | Notice():
            yield "defendant", body.obligor
        case Recovery():
            yield "victim", body.victim
            yield "judgment", body.judgment
        case Compensation():
            yield "victim", body.victim
            yield "order", body.order
        case Assessed():
            yield "victim", body.victim
        case Evidence() | Paper():
            yield from (("victim", victim) for victim in body.victims)
        case Asset():
            yield from (("defendant", defendant) for defendant in body.defendants)
        case _:
            yield from _named_by_money(body)


def _named_by_money(body: Body) -> Named:
    match body:
        case AssetStep() | NotTransferred():
            yield "asset", body.asset
        case Transfer():
            yield "asset", body.asset
            yield from (("victim", victim) for victim in body.shares)
        case Disbursement():
            yield from (("victim", obligee) for obligee in body.shares)
        case Refund() | Reversal():
            yield "payment", body.payment
        case Returned():
            yield "disbursement", body.disbursement
        case Released():
            yield "hold", body.hold
        case Hold() if body.of:
            yield from ((kind, body.of) for kind in ("payment", "transfer", "victim"))
        case _:
            return
