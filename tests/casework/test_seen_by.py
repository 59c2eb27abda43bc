"""A victim's statement changes with the entries that concern the victim, and with no others."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from remedies import law, store
from remedies.casework import books
from remedies.casework.cases import Role, journal, statement
from remedies.casework.seen_by import concerns
from remedies.errors import NotFoundError
from remedies.ledger.book import Book
from remedies.ledger.entries import Entry
from remedies.ledger.statement import victim_statement
from remedies.wire.statement import statement_json
from tests.casework.clerks import AT, STEPS, Clerks
from tests.casework.offices import Office, draft, payment

SEEDS = range(12)


def _told(found: Book, victim: str, entries: tuple[Entry, ...]) -> str:
    """A statement without what says up to which entry it is."""
    last = max(entry.on for entry in entries)
    made = victim_statement(found, law.encoded(), last, victim)
    return statement_json(replace(made, known=0, recorded_at=None))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_entry_that_does_not_concern_a_victim_changes_the_victim_s_statement(
    sessions: Callable[[], store.Session], seed: int
) -> None:
    with sessions() as session:
        of = store.add_organization(session, name="Example office", at=AT).id
        session.commit()
    clerks = Clerks(seed, sessions, of)
    for _ in range(STEPS):
        clerks.act()
    books.forget_all()
    with sessions() as session:
        entries = tuple(journal(clerks.desk(session), clerks.case_id, limit=10_000))
    quiet = 0
    for victim in ("V-1", "V-2"):
        if victim not in clerks.awards:
            continue
        before = _told(Book.replay(entries, known=clerks.opening), victim, entries)
        for entry in entries[clerks.opening :]:
            found = Book.replay(entries, known=entry.seq)
            now = _told(found, victim, entries)
            if not concerns(found, entry, victim):
                assert now == before, (victim, entry)
                quiet += 1
            before = now
    assert quiet


def test_an_advocate_s_statement_can_be_had_again_as_known_then(
    office: Office, case_id: str
) -> None:
    desk = office.desk(Role.ADVOCATE, {case_id: frozenset({"V-1"})})
    on = AT.date()
    first = statement(desk, case_id, as_of=on, victim="V-1")
    office.enter(case_id, "recovery", {"on": "2024-04-01", "victim": "V-2", "same_loss": "1.00"})

    assert statement(desk, case_id, as_of=on, victim="V-1") == first
    office.enter(case_id, "payment", payment("10.00"))
    later = statement(desk, case_id, as_of=on, victim="V-1")
    assert (first.known, later.known) == (6, 8)
    assert statement(desk, case_id, as_of=on, victim="V-1", known=first.known) == first
    assert statement(office.desk(), case_id, as_of=on, victim="V-1", known=7).known == 7


def test_before_the_opening_there_is_no_statement(office: Office, case_id: str) -> None:
    before = draft("case", {"on": "2023-06-11", "reference": "EX-1"}).on

    with pytest.raises(NotFoundError, match="not open then"):
        statement(office.desk(), case_id, as_of=before)
