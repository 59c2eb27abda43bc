"""Many who enter at once, on both databases: no number twice, no money twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from remedies import store
from remedies.casework import books
from remedies.casework.cases import book, entered
from remedies.errors import ConflictError
from tests.casework.offices import Office, draft, payment
from tests.databases import (
    database,
    database_url,
    migrated_file,
    migrated_template,
    postgresql,
)

__all__ = ["database", "database_url", "migrated_file", "migrated_template", "postgresql"]


def test_many_who_enter_at_once_each_get_a_number_of_their_own(
    office: Office, case_id: str, sessions: Callable[[], store.Session]
) -> None:
    count = 40

    def pay(_: int) -> int:
        with sessions() as session:
            desk = replace(office.desk(), session=session)
            entry = entered(desk, case_id, draft("payment", payment("1.00")))
            session.commit()
            return entry.seq

    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(pay, range(count)))

    assert sorted(numbers) == list(range(7, 7 + count))
    assert store.journal_problems(office.session, office.organization, case_id) == ()
    with book(office.desk(), case_id) as found:
        assert found.owed_to("V-1").received == count * 60
    books.forget_all()
    with book(office.desk(), case_id) as found:
        assert found.owed_to("V-1").received == count * 60


def test_of_clerks_who_disburse_at_once_exactly_one_succeeds(
    office: Office, case_id: str, sessions: Callable[[], store.Session]
) -> None:
    office.enter(case_id, "payment", payment("100.00"))
    office.session.commit()

    def pay_out(_: int) -> str:
        with sessions() as session:
            desk = replace(office.desk(), session=session)
            try:
                entered(desk, case_id, draft("disbursement", {"on": "2024-04-15"}))
            except ConflictError:
                return "conflict"
            session.commit()
            return "paid"

    with ThreadPoolExecutor(8) as pool:
        found = sorted(pool.map(pay_out, range(8)))

    assert found == ["conflict"] * 7 + ["paid"]
