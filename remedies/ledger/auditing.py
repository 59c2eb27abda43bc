"""Whether every entry follows from those before it: applications derived again, balances added up again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from remedies.errors import LedgerError
from remedies.law import Law
from remedies.ledger.application import application
from remedies.ledger.assertions import balance, held, shortfall
from remedies.ledger.assets import asset_state, check_history
from remedies.ledger.checks import contradictions, dollars
from remedies.ledger.effects import take_effect
from remedies.ledger.entries import Applied, Asserted, CaseOpened, Entry, Fund, Payment
from remedies.ledger.state import State
from remedies.ledger.stated import positions_stated

_ACCRUING = (Fund.FINE_INTEREST, Fund.PENALTIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What does not follow: the entry, or 0 for the book as a whole; a stable code; and why."""

    seq: int
    code: str
    message: str


def audit(
    state: State, entries: Sequence[Entry], law: Law | None, choices: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Return what does not follow from the entries before it, in the order of recording.

    ``choices`` are the positions taken where the case stated none at the time.
    Without ``law`` a payment of which something went to interest or penalties is not derived again.
    """
    return (*_contents(state), *_applications(state, entries, law, choices), *_sums(state))


def _contents(state: State) -> Iterator[Finding]:
    for entry in state.live:
        for problem in contradictions(entry.body):
            message = f"{problem.field}: {problem.message}"
            yield Finding(seq=entry.seq, code=problem.code, message=message)


def _applications(
    state: State, entries: Sequence[Entry], law: Law | None, choices: Mapping[str, str]
) -> Iterator[Finding]:
    """Each payment against the book as it was known when it was entered."""
    known = _Known(choices)
    then = known.state()
    for entry in entries:
        if entry.corrects is not None:
            known.correct(entry.corrects)
            then = known.state()
        if isinstance(entry.body, Payment) and entry.seq not in state.corrected:
            yield from _application(then, entry, entry.body, law)
        known.entries[entry.seq] = entry
        if isinstance(entry.body, CaseOpened):
            then = known.state()
        else:
            take_effect(then, entry)


class _Known:
    """The entries in effect as they were known at some point of the journal."""

    def __init__(self, choices: Mapping[str, str]) -> None:
        self.choices = choices
        self.entries: dict[int, Entry] = {}

    def correct(self, seq: int) -> None:
        self.entries.pop(seq, None)

    def state(self) -> State:
        then = State({**self.choices, **positions_stated(self.entries.values())})
        for entry in self.entries.values():
            take_effect(then, entry)
        return then


def _application(then: State, entry: Entry, body: Payment, law: Law | None) -> Iterator[Finding]:
    recorded = body.applied
    if law is None and (recorded.interest or any(f in recorded.funds for f in _ACCRUING)):
        return
    derived = application(then, body.obligor, body.amount, entry.on, law)
    if derived != recorded:
        message = f"It was applied otherwise than the order of payment says: {_parts(derived)}."
        yield Finding(seq=entry.seq, code="applied_otherwise", message=message)


def _parts(applied: Applied) -> str:
    said = [f"{obligee} {dollars(cents)}" for obligee, cents in applied.principal.items()]
    said += [f"for {v} reimbursed {dollars(cents)}" for v, cents in applied.reimbursed.items()]
    said += [f"interest to {v} {dollars(cents)}" for v, cents in applied.interest.items()]
    said += [f"{fund} {dollars(cents)}" for fund, cents in applied.funds.items()]
    said += [f"unapplied {dollars(applied.unapplied)}"] if applied.unapplied else []
    return "; ".join(said)


def _sums(state: State) -> Iterator[Finding]:
    """Money in is money out and held; what was asserted still holds; proceeds are not overspent."""
    out = sum(state.disbursed.values()) + sum(state.refunded.values())
    if state.money_in + shortfall(state) != out + held(state):
        message = "What came in is not what was disbursed, refunded and is held."
        yield Finding(seq=0, code="does_not_add_up", message=message)
    for entry, body in state.every(Asserted):
        then = state.as_of(entry.on) if entry.on < state.last_on else state
        ours = balance(then, body.account, body.of)
        if ours != body.expected:
            message = f"{dollars(body.expected)} was asserted; it is {dollars(ours)} now."
            yield Finding(seq=entry.seq, code="asserted_otherwise", message=message)
    for reference, about in state.by_asset.items():
        try:
            check_history(asset_state(about))
        except LedgerError as refused:
            problem = refused.problems[0]
            message = f"{reference}: {problem.message}"
            yield Finding(seq=about[-1].seq, code=problem.code, message=message)
