"""What a statement says of an entry, in one plain sentence: references, days and amounts, never a name."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from remedies.ledger.effects import principal_of
from remedies.ledger.entries import (
    Asserted,
    Assessed,
    Asset,
    AssetStep,
    Body,
    CaseOpened,
    CivilJudgment,
    Compensation,
    CourtDeadline,
    Defendant,
    Disbursement,
    Evidence,
    Fund,
    Hold,
    HoldWhy,
    Notice,
    NotTransferred,
    Order,
    Paper,
    Payment,
    Purged,
    Reconciled,
    Recovery,
    Refund,
    Released,
    ReliefGranted,
    Returned,
    Reversal,
    Sealed,
    Stage,
    Transfer,
    Victim,
    Voided,
)

SHOWN: Final = 12
"""As many shares are named in a sentence; more are told by their number and sum."""

FUNDS: Final[Mapping[str, str]] = {
    Fund.SPECIAL_ASSESSMENT: "special assessment",
    Fund.CHILD_PORNOGRAPHY_ASSESSMENT: "assessment of 18 U.S.C. § 2259A",
    Fund.FINE: "fine",
    Fund.COSTS: "costs",
    Fund.FINE_INTEREST: "interest on the fine",
    Fund.PENALTIES: "penalties",
    Fund.JVTA_ASSESSMENT: "assessment of 18 U.S.C. § 3014",
    Fund.ATTORNEY_GENERAL: "Attorney General",
}
HOLDS: Final[Mapping[HoldWhy, str]] = {
    HoldWhy.PAYMENT_CLEARING: "until the payment clears",
    HoldWhy.APPEAL: "for an appeal",
    HoldWhy.COURT_ORDER: "by order of the court",
    HoldWhy.ADDRESS_UNKNOWN: "the address is not known",
    HoldWhy.IDENTITY_UNCONFIRMED: "the identity is not confirmed",
    HoldWhy.ASSIGNMENT_DISPUTED: "an assignment is disputed",
}
STAGES: Final[Mapping[Stage, str]] = {
    Stage.SEIZED: "seized",
    Stage.RESTRAINED: "restrained",
    Stage.NOTICED: "notice given",
    Stage.CLAIMED: "claimed by a third party",
    Stage.CLAIM_DENIED: "third party's claim denied",
    Stage.CLAIM_GRANTED: "third party's claim granted",
    Stage.FORFEITED: "forfeited",
    Stage.LIQUIDATED: "turned into money",
    Stage.REQUESTED: "transfer requested",
    Stage.GRANTED: "request granted",
    Stage.DENIED: "request denied",
    Stage.RETURNED_TO_OWNER: "returned to the owner",
}
_ACCOUNTS: Final = {
    "owed_to": "owed to",
    "owed_by": "owed by",
    "paid_to": "paid to",
    "paid_by": "paid by",
    "held_for": "held for",
    "held": "held in all",
}


def money(cents: int) -> str:
    """Return cents as documents print dollars: ``$1,234.56``."""
    whole, rest = divmod(abs(cents), 100)
    return f"{'−' if cents < 0 else ''}${whole:,}.{rest:02d}"


def plain(key: str) -> str:
    """Return a key as words."""
    return key.replace("_", " ")


def said(body: Body) -> str:
    """Return what an entry says, as one sentence without its day."""
    return _SAYS[type(body)](body)


def to_whom(key: str) -> str:
    """Return an obligee or a fund as a sentence names it."""
    return FUNDS.get(key, key)


def ranges(numbers: Sequence[int]) -> str:
    """Return rising numbers of entries in one line, runs of three and more as a range: ``4, 7, 15-34``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(_run(first, last) for first, last in runs)


def _run(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return f"{first}, {last}" if last == first + 1 else f"{first}-{last}"


def parts(shares: Mapping[str, int], whole: int | None = None) -> str:
    """Return shares as words: each, or their number and sum, ``whole`` if given, where they are many."""
    if len(shares) > SHOWN:
        added = sum(shares.values()) if whole is None else whole
        return f"{len(shares):,} obligees {money(added)} in shares"
    return ", ".join(f"{to_whom(key)} {money(cents)}" for key, cents in shares.items())


def _payment(body: Payment) -> str:
    by = f"from {body.payer}, for {body.obligor}" if body.payer else f"from {body.obligor}"
    applied = body.applied
    told = []
    if applied.principal:
        whole = principal_of(body) - sum(applied.reimbursed.values())
        told.append(f"restitution of {parts(applied.principal, whole)}")
    if applied.reimbursed:
        told.append(f"to the Attorney General, for the transfers of {parts(applied.reimbursed)}")
    if applied.interest:
        told.append(f"interest to {parts(applied.interest)}")
    if applied.funds:
        told.append(parts({fund.value: cents for fund, cents in applied.funds.items()}))
    if applied.unapplied:
        told.append(f"{money(applied.unapplied)} beyond all that is owed")
    to = f", applied: {'; '.join(told)}" if told else ""
    receipt = f", receipt {body.receipt}" if body.receipt else ""
    return f"{money(body.amount)} received {by} ({plain(body.method)}{receipt}){to}."


def _order(body: Order) -> str:
    awards = {award.obligee: award.amount for award in body.awards}
    whose = ", ".join(_liability(liability) for liability in body.liabilities[:SHOWN])
    more = len(body.liabilities) - SHOWN
    others = f" and {more} others" if more > 0 else ""
    return (
        f"Order of restitution: {money(sum(awards.values()))} to {parts(awards)}. "
        f"Owed by {whose}{others}. Divided {plain(body.distribution)}."
    )


def _liability(liability: Any) -> str:  # noqa: ANN401 - a Liability, named where orders are
    amount = sum(liability.amounts.values())
    cap = "" if liability.cap is None else f", at most {money(liability.cap)} in all"
    return f"{liability.obligor} (judgment of {liability.judgment_on}, {money(amount)}{cap})"


def _recovery(body: Recovery) -> str:
    other = f"; {money(body.other)} for something else" if body.other else ""
    double = f"; {money(body.liquidated)} of liquidated damages" if body.liquidated else ""
    on = f", on {body.judgment}" if body.judgment else ""
    return (
        f"{body.victim} recovered {money(body.same_loss)} for the same loss in a {body.court} "
        f"civil proceeding{double}{other}{on}."
    )


def _step(body: AssetStep) -> str:
    amount = f", {money(body.amount)}" if body.amount is not None else ""
    costs = f", costs {money(body.costs)}" if body.costs else ""
    how = f" ({plain(body.how)})" if body.how else ""
    path = f", path {plain(body.path)}" if body.path else ""
    claim = f" ({body.claim})" if body.claim else ""
    return f"{body.asset}: {STAGES[body.stage]}{claim}{how}{amount}{costs}{path}, by {body.actor}."


def _not_transferred(body: NotTransferred) -> str:
    return (
        f"{body.asset} not transferred: {plain(body.why)}. {body.responsible} is responsible; "
        f"to be looked at again on {body.review_on}."
    )


def _relief(body: ReliefGranted) -> str:
    limit = "" if body.limit is None else f", to {money(body.limit)}"
    return f"For {body.obligor}: {plain(body.relief)}{limit}."


def _judgment(body: CivilJudgment) -> str:
    return (
        f"Civil judgment for {body.obligee} against {body.obligor}: {money(body.amount)}, "
        f"entered {body.entered_on}."
    )


def _hold(body: Hold) -> str:
    return f"Hold on {body.of or 'everything'}: {HOLDS[body.why]}."


def _asserted(body: Asserted) -> str:
    of = f" {to_whom(body.of)}" if body.of else ""
    return f"Other books say: {_ACCOUNTS[body.account]}{of} {money(body.expected)}. Ours agree."


def _reconciled(body: Reconciled) -> str:
    return (
        f"Compared with {body.source}: {body.matched} agree, {body.differing} differ, "
        f"{body.only_theirs} only theirs, {body.only_ours} only ours; theirs "
        f"{money(body.theirs_total)}, ours {money(body.ours_total)}."
    )


def _compensation(body: Compensation) -> str:
    place = (
        f"{body.order} pays it after all victims"
        if body.order
        else "no order provides for it yet, and nothing moves"
    )
    return (
        f"{body.reference} ({plain(body.payer)}) paid {money(body.amount)} for a loss of "
        f"{body.victim}; {place}."
    )


_SAYS: Final[Mapping[type, Callable[[Any], str]]] = {
    CaseOpened: lambda body: f"Case {body.reference}.",
    Defendant: lambda body: f"Defendant {body.reference} ({plain(body.person)}).",
    Victim: lambda body: f"Victim {body.reference} ({plain(body.person)}).",
    Assessed: lambda b: f"Loss of {b.victim} assessed at {money(b.total)} ({plain(b.measure)}).",
    Evidence: lambda body: f"Evidence ({plain(body.basis)}).",
    Paper: lambda body: f"Paper of {body.size:,} bytes.",
    CourtDeadline: lambda body: f"Deadline {body.due_on}: {body.what.rstrip('.')}.",
    Order: _order,
    CivilJudgment: _judgment,
    ReliefGranted: _relief,
    Notice: lambda body: f"Notice to {body.obligor}: {plain(body.tells)}.",
    Payment: _payment,
    Disbursement: lambda b: f"{money(sum(b.shares.values()))} paid out: {parts(b.shares)}.",
    Returned: lambda b: (
        f"{money(b.amount)} of {b.disbursement} to {b.obligee} came back: {b.why}."
    ),
    Hold: _hold,
    Released: lambda body: f"Hold {body.hold} ends.",
    Refund: lambda body: f"{money(body.amount)} of {body.payment} given back.",
    Reversal: lambda body: f"Payment {body.payment} was taken back by the bank.",
    Recovery: _recovery,
    Compensation: _compensation,
    Asset: lambda body: f"{body.reference}: {body.what}.",
    AssetStep: _step,
    Transfer: lambda b: f"Proceeds of {b.asset} sent to the victims: {parts(b.shares)}.",
    NotTransferred: _not_transferred,
    Asserted: _asserted,
    Reconciled: _reconciled,
    Voided: lambda body: f"Taken back: {body.why}.",
    Sealed: lambda body: "The case is sealed." if body.sealed else "The case is unsealed.",
    Purged: lambda body: f"Destroyed: {body.of} ({body.authority}).",
}
