"""Random histories on both databases: the kept book is the journal, and money is neither made nor lost."""

from collections import Counter
from typing import Any, TypeVar

from remedies import law, store
from remedies.casework import books
from remedies.casework.cases import audit_problems, book, journal, statement, verify
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Disbursement,
    Entry,
    Fund,
    Order,
    Payment,
    Refund,
    Returned,
    Transfer,
)
from remedies.wire.statement import statement_json
from tests.casework.clerks import AT, DEFENDANTS, PROCEEDS, STEPS, VICTIMS, Clerks
from tests.databases import (
    database,
    database_url,
    migrated_file,
    migrated_template,
    postgresql,
)

__all__ = ["database", "database_url", "migrated_file", "migrated_template", "postgresql"]

SEEDS = range(20)
Made = TypeVar("Made")
PAYERS = ("P-1", "P-2")
IN_A_TENTH = (
    *("pay", "pay, backdated", "disburse", "come_back", "hold", "release", "reverse", "recover"),
    *("compensate", "transfer", "amend", "refund", "void", "correct", "rolled back", "refused"),
    *("started anew", "reimbursed", "interest", "funds", "unapplied", "payer paid"),
    *("United States paid", "shortfall", "kept by a hold", "unclaimed", "one is whole"),
    *("cap reached",),
)
"""What must come about in at least one history of ten, or the test tests something else."""


def said(found: Book) -> dict[str, Any]:
    """Everything that a book says, to be compared."""
    encoded = law.encoded()
    return {
        "entries": list(found.entries),
        "to": [found.owed_to(name) for name in (*VICTIMS, *PAYERS, *Fund)],
        "by": [found.owed_by(name, found.last_on, encoded) for name in DEFENDANTS],
        "sums": (found.money_in, found.held, found.shortfall, found.refunds, found.paid_out),
        "holds": found.on_hold,
        "unclaimed": found.unclaimed,
        "payable": found.payable(found.last_on),
        "steps": [found.principal_steps(name) for name in DEFENDANTS],
        "applied": [found.application(d, 54_321, found.last_on, encoded) for d in DEFENDANTS],
    }


def committed(clerks: Clerks) -> tuple[Entry, ...]:
    """The journal, read by a program that keeps nothing."""
    books.forget_all()
    with clerks.sessions() as session:
        desk = clerks.desk(session)
        found = tuple(journal(desk, clerks.case_id, limit=10_000))
        assert verify(desk, clerks.case_id) == ()
        assert audit_problems(desk) == ()
    return found


def check_one_truth(clerks: Clerks, entries: tuple[Entry, ...]) -> Book:
    """Each process's book, one replayed and one read anew say the same, and make the same statement."""
    replayed = Book.replay(entries)
    truth, last = said(replayed), replayed.last_on
    statements = set()
    for number, anew in ((0, False), (1, False), (1, True)):
        with clerks.process(number) as desk:
            if anew:
                books.forget_all()
            with book(desk, clerks.case_id) as found:
                assert said(found) == truth
            statements.add(statement_json(statement(desk, clerks.case_id, as_of=last)))
            desk.session.rollback()
    assert len(statements) == 1
    assert replayed.audit(law.encoded()) == ()
    return replayed


def live(found: Book, made: type[Made]) -> list[Made]:
    """Every entry of a kind in effect, as the journal lists it."""
    return [entry.body for entry in found.live if isinstance(entry.body, made)]


def check_sums(found: Book) -> None:
    """What came in went out or is held, and no asset gave more than it brought."""
    payments = [body for body in live(found, Payment) if body.reference not in found.reversed]
    transfers = live(found, Transfer)
    came_in = sum(body.amount for body in payments) + sum(
        sum(b.shares.values()) for b in transfers
    )
    out = sum(sum(body.shares.values()) for body in live(found, Disbursement))
    out += sum(body.amount for body in live(found, Refund))
    out -= sum(body.amount for body in live(found, Returned))
    assert came_in + found.shortfall == out + found.held
    for asset, proceeds in PROCEEDS.items():
        assert sum(sum(b.shares.values()) for b in transfers if b.asset == asset) <= proceeds


def check_victims(found: Book) -> None:
    """Nobody was paid above the award, no loss was collected twice, no transfer counted twice."""
    payments = [body for body in live(found, Payment) if body.reference not in found.reversed]
    transfers = live(found, Transfer)
    returned = live(found, Returned)
    awards = {award.obligee: 0 for body in live(found, Order) for award in body.awards}
    for body in live(found, Order):
        for award in body.awards:
            awards[award.obligee] = max(awards[award.obligee], award.amount)
    for victim, awarded in awards.items():
        principal = sum(body.applied.principal.get(victim, 0) for body in payments)
        reimbursed = sum(body.applied.reimbursed.get(victim, 0) for body in payments)
        interest = sum(body.applied.interest.get(victim, 0) for body in payments)
        on_account = sum(
            each.amount
            for body in payments
            for each in body.applied.compensated
            if each.victim == victim
        )
        transferred = sum(body.shares.get(victim, 0) for body in transfers)
        sent = sum(body.shares.get(victim, 0) for body in live(found, Disbursement))
        sent -= sum(body.amount for body in returned if body.obligee == victim)
        short = found.owed_to(victim).shortfall
        assert sent - short <= awarded + interest
        assert principal + transferred + on_account <= awarded
        assert principal + on_account + reimbursed <= awarded
        assert reimbursed <= transferred
        now = found.owed_to(victim)
        assert (now.received, now.transferred, now.reimbursed) == (
            principal,
            transferred,
            reimbursed,
        )
        if not now.overpaid:
            open_ = transferred - reimbursed + now.compensated - on_account
            assert now.debt - now.outstanding == open_


def test_after_a_random_history_every_book_of_the_case_is_its_journal(
    database: store.Engine,
) -> None:
    sessions = store.sessions(database)
    with sessions.begin() as session:
        organization = store.add_organization(session, name="Example office", at=AT).id
    reached: Counter[str] = Counter()
    for seed in SEEDS:
        clerks = Clerks(seed, sessions, organization)
        try:
            for _ in range(STEPS):
                clerks.act()
            found = check_one_truth(clerks, committed(clerks))
            check_sums(found)
            check_victims(found)
            assert all(p.field and p.code and p.message for p in clerks.refused)
        except BaseException as error:
            error.add_note(f"the history of seed {seed}")
            raise
        reached.update(set(clerks.reached))
    rare = {name: reached[name] for name in IN_A_TENTH if reached[name] * 10 < len(SEEDS)}
    assert not rare
