"""Whatever happens in a case, its statement adds up, agrees with the book, and tells accounts to the end."""

import contextlib
import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from remedies import law
from remedies.errors import LedgerError
from remedies.ledger.entries import (
    Compensation,
    Order,
    Payer,
    Recovery,
    Reversal,
    Voided,
)
from remedies.ledger.statement import statement, victim_statement
from remedies.ledger.statement_lines import Statement
from tests.ledger.statement_case import AMOUNTS, AWARDS, FIRST, SECOND, Clerk, opened

LAW = law.encoded()
LAST = dt.date(2026, 6, 30)
FIRST_DAY = dt.date(2024, 6, 4)
VICTIM = st.sampled_from(sorted(AMOUNTS))
HAPPENED = st.one_of(
    st.tuples(st.just("pay"), st.sampled_from(["D-1", "D-2"]), st.integers(1, 5000000)),
    st.tuples(st.just("disburse"), VICTIM, st.just(0)),
    st.tuples(st.just("reverse"), VICTIM, st.integers(0, 9)),
    st.tuples(st.just("recover"), VICTIM, st.integers(1, 2000000)),
    st.tuples(st.just("compensate"), VICTIM, st.integers(1, 500000)),
    st.tuples(st.just("void"), VICTIM, st.integers(14, 40)),
)


def happen(clerk: Clerk, place: int, what: tuple[str, str, int]) -> None:
    on = (FIRST_DAY + dt.timedelta(days=place)).isoformat()
    kind, who, number = what
    match kind:
        case "pay":
            clerk.pay(on, who, number, f"PAY-{place}")
        case "disburse":
            clerk.disburse(on, f"DIS-{place}")
        case "reverse":
            clerk.enter(on, Reversal(payment=f"PAY-{number}"))
        case "recover":
            clerk.enter(on, Recovery(reference=f"R-{place}", victim=who, same_loss=number))
        case "compensate":
            body = Compensation(
                reference=f"P-{place}",
                payer=Payer.INSURER,
                victim=who,
                amount=number,
                order="O-1",
                document="Doc. 2",
            )
            clerk.enter(on, body)
        case _:
            clerk.enter(on, Voided(why="entered by mistake"), corrects=number)


def played(story: list[tuple[str, str, int]]) -> Clerk:
    clerk = opened()
    clerk.enter("2024-06-03", Order(reference="O-1", awards=AWARDS, liabilities=(FIRST, SECOND)))
    for place, what in enumerate(story):
        with contextlib.suppress(LedgerError):
            happen(clerk, place, what)
    return clerk


def check(found: Statement, clerk: Clerk) -> None:
    assert all(each.holds for each in found.equations), found.equations
    for account in found.obligees:
        assert account.held - account.advanced == sum(move.held for move in account.moves)
        assert account.owed - account.overpaid == sum(move.owed for move in account.moves)
        alone = victim_statement(clerk.book, LAW, LAST, account.obligee)
        assert alone.obligees == (account,)
        assert all(each.holds for each in alone.equations)
    for owing in found.obligors:
        owed = clerk.book.owed_by(owing.obligor, LAST, LAW)
        assert owing.restitution == owed.restitution
        assert owing.restitution + owing.by_cap == sum(debt.owes for debt in owing.debts)
        assert owing.by_cap >= 0
        assert owing.interest.owed == owed.accrued.interest
        assert owing.penalties.owed == owed.accrued.penalties


@settings(max_examples=40)
@given(st.lists(HAPPENED, max_size=12))
def test_a_statement_of_any_history_adds_up_and_agrees_with_the_book(
    story: list[tuple[str, str, int]],
) -> None:
    clerk = played(story)
    check(statement(clerk.book, LAW, LAST), clerk)
