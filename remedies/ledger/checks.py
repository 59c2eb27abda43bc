"""Contradictions inside one entry: what no case could make right; each names its field and what to do."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from remedies.errors import Problem
from remedies.ledger.entries import (
    Applied,
    Body,
    CivilJudgment,
    Compensation,
    Disbursement,
    Fund,
    Liability,
    Order,
    Payment,
    Recovery,
    Refund,
    Relief,
    ReliefGranted,
    Returned,
    Transfer,
    Victim,
)

LARGEST: Final = 99_999_999_999_999
"""The largest amount that can be entered, in cents: 999,999,999,999.99 dollars."""

RESERVED: Final = frozenset(Fund)


def contradictions(body: Body) -> Iterable[Problem]:
    """Return everything that contradicts itself in an entry, by field."""
    check = _CHECKS.get(type(body))
    return check(body) if check else ()


def _amount(field: str, cents: int, *, least: int = 1) -> Iterator[Problem]:
    if cents < least:
        message = "The amount must be more than nothing." if least else "It cannot be negative."
        yield Problem(field, "not_positive" if least else "negative", message)
    elif cents > LARGEST:
        yield Problem(field, "too_large", "The amount is above 999,999,999,999.99.")


def _parts(field: str, parts: Mapping[Any, int]) -> Iterator[Problem]:
    for key, cents in parts.items():
        yield from _amount(f"{field}.{key}", cents)


def _shares(field: str, parts: Mapping[str, int]) -> Iterator[Problem]:
    if not parts:
        yield Problem(field, "empty", "Name at least one share and its amount.")
    yield from _parts(field, parts)


def _victim(body: Victim) -> Iterator[Problem]:
    if body.reference in RESERVED:
        message = "This word names a fund; give the victim another reference, such as V-1."
        yield Problem("reference", "reserved", message)


def _order(body: Order) -> Iterator[Problem]:
    yield from _amount("minimum_disbursement", body.minimum_disbursement, least=0)
    yield from _repeated("awards", (award.obligee for award in body.awards), "an award")
    yield from _repeated("liabilities", (each.obligor for each in body.liabilities), "a liability")
    for index, award in enumerate(body.awards):
        yield from _amount(f"awards[{index}].amount", award.amount)
        if award.priority < 1:
            field = f"awards[{index}].priority"
            yield Problem(field, "not_positive", "Priorities count from 1, the first to be paid.")
    awards = {award.obligee: award.amount for award in body.awards}
    for index, liability in enumerate(body.liabilities):
        yield from _liability(f"liabilities[{index}]", liability, awards)


def _repeated(field: str, references: Iterable[str], what: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, reference in enumerate(references):
        if reference in seen:
            message = f"{reference} has {what} already; give each once, with the whole amount."
            yield Problem(f"{field}[{index}]", "repeated", message)
        seen.add(reference)


def _liability(field: str, liability: Liability, awards: Mapping[str, int]) -> Iterator[Problem]:
    for victim, cents in liability.amounts.items():
        where = f"{field}.amounts.{victim}"
        yield from _amount(where, cents)
        if victim not in awards:
            message = f"There is no award to {victim}; add the award, or leave the liability out."
            yield Problem(where, "no_award", message)
        elif cents > awards[victim]:
            message = "Nobody is liable for more than the award; lower it to the award."
            yield Problem(where, "above_award", message)
    whole = sum(liability.amounts.values())
    if liability.cap is not None:
        yield from _amount(f"{field}.cap", liability.cap)
        if liability.cap > whole:
            message = "The cap is above the sum of the amounts, so it caps nothing; leave it out."
            yield Problem(f"{field}.cap", "above_sum", message)
    if liability.due is not None:
        yield from _amount(f"{field}.due.amount", liability.due.amount)
    if liability.interest.limit is not None:
        yield from _amount(f"{field}.interest.limit", liability.interest.limit, least=0)
    for name in _OTHERS:
        yield from _amount(f"{field}.{name}", getattr(liability, name), least=0)


_OTHERS: Final = (
    "special_assessment",
    "fine",
    "costs",
    "child_pornography_assessment",
    "jvta_assessment",
)


def _payment(body: Payment) -> Iterator[Problem]:
    applied, whole = body.applied, whole_of(body.applied)
    yield from _amount("amount", body.amount)
    for name in ("principal", "reimbursed", "interest", "funds"):
        yield from _parts(f"applied.{name}", getattr(applied, name))
    yield from _amount("applied.unapplied", applied.unapplied, least=0)
    if Fund.ATTORNEY_GENERAL in applied.funds:
        message = "Say for which victim the Attorney General is reimbursed, under reimbursed."
        yield Problem("applied.funds.attorney_general", "not_here", message)
    if whole != body.amount:
        message = (
            f"The parts add up to {dollars(whole)}, the payment is {dollars(body.amount)};"
            " they must be equal."
        )
        yield Problem("applied", "does_not_add_up", message)


def whole_of(applied: Applied) -> int:
    """Return the sum of all parts, in cents."""
    whole = sum(applied.principal.values()) + applied.unapplied
    for parts in (applied.reimbursed, applied.interest, applied.funds):
        if parts:
            whole += sum(parts.values())
    return whole


def dollars(cents: int) -> str:
    """Return an amount as a person reads it: dollars with cents, grouped by thousands."""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100:,}.{abs(cents) % 100:02}"


def _each_share(body: Transfer | Disbursement) -> Iterator[Problem]:
    yield from _shares("shares", body.shares)


def _positive(body: Returned | Refund | Compensation | CivilJudgment) -> Iterator[Problem]:
    yield from _amount("amount", body.amount)


def _compensation(body: Compensation) -> Iterator[Problem]:
    yield from _amount("amount", body.amount)
    if body.reference in RESERVED:
        message = "This word names a fund; give the payer another reference, such as P-1."
        yield Problem("reference", "reserved", message)
    if body.reference == body.victim:
        message = "The payer and the victim cannot be one; give the payer its own reference."
        yield Problem("reference", "same_as_victim", message)


def _recovery(body: Recovery) -> Iterator[Problem]:
    for name in ("same_loss", "liquidated", "other"):
        yield from _amount(name, getattr(body, name), least=0)
    if not body.same_loss + body.liquidated + body.other:
        message = "Nothing was recovered; give at least one part of the recovery."
        yield Problem("same_loss", "empty", message)


def _relief(body: ReliefGranted) -> Iterator[Problem]:
    if body.relief is Relief.COURT_LIMITS_INTEREST:
        if body.limit is None:
            message = "Give the amount to which the court limited interest."
            yield Problem("limit", "missing", message)
        else:
            yield from _amount("limit", body.limit, least=0)
    elif body.limit is not None:
        message = "Only a limit of interest has an amount; leave it out."
        yield Problem("limit", "not_here", message)


# Looked up by the body's type, which is the one that each declares.
_CHECKS: Final[Mapping[type, Callable[[Any], Iterable[Problem]]]] = {
    Victim: _victim,
    Order: _order,
    Payment: _payment,
    Disbursement: _each_share,
    Transfer: _each_share,
    Returned: _positive,
    Refund: _positive,
    CivilJudgment: _positive,
    Compensation: _compensation,
    Recovery: _recovery,
    ReliefGranted: _relief,
}
