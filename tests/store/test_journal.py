"""The journal comes back as it was appended, and says when it was tampered with."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from remedies.errors import ConflictError
from tests.store.rows import AT, payment, payments, tampered

Sessions = sessionmaker[Session]


@pytest.fixture
def kept(sessions: Sessions, case: store.CaseRow) -> store.CaseRow:
    """The case with five payments."""
    with sessions.begin() as session:
        return store.append(session, case, payments(1, 5))


def _problems(
    sessions: Sessions, case: store.CaseRow, head: store.Head | None = None
) -> set[tuple[str, str]]:
    with sessions() as session:
        found = store.journal_problems(session, case.organization, case.id, head)
    return {(problem.field, problem.code) for problem in found}


def test_rows_come_back_as_they_were_appended(sessions: Sessions, case: store.CaseRow) -> None:
    rows = (
        *payments(1, 2),
        store.JournalRow(
            seq=3,
            kind="void",
            subject="",
            on=dt.date(1, 1, 1),
            recorded_at=AT.astimezone(dt.timezone(dt.timedelta(hours=-5))),
            actor="",
            corrects=2,
            cents=None,
            body='{"why":"“twice” – ünïcode, \\u0000"}',
        ),
        payment(4, -(10**15)),
    )
    with sessions.begin() as session:
        after = store.append(session, case, rows)
    with sessions() as session:
        assert store.journal(session, case.organization, case.id) == rows
        assert store.journal(session, case.organization, case.id, 2) == rows[2:]
        assert store.journal(session, case.organization, case.id, 1, limit=2) == rows[1:3]
        assert store.case(session, case.organization, case.id) == after
    assert after.head == store.head_of(case.id, rows)
    assert _problems(sessions, case, after.head) == set()


def test_the_chain_is_the_same_however_the_rows_were_appended(
    sessions: Sessions, case: store.CaseRow
) -> None:
    with sessions.begin() as session:
        one = store.append(session, case, payments(1, 2))
        other = store.append(session, one, payments(3, 3))
    assert other.head == store.head_of(case.id, payments(1, 3))
    assert other.head != store.head_of("0" * 32, payments(1, 3))


def test_nothing_appended_changes_nothing(sessions: Sessions, case: store.CaseRow) -> None:
    with sessions.begin() as session:
        assert store.append(session, case, ()) == case


def test_a_stale_head_is_a_conflict(sessions: Sessions, case: store.CaseRow) -> None:
    with sessions.begin() as session:
        store.append(session, case, payments(1, 1))
    with sessions() as session, pytest.raises(ConflictError, match="head_moved"):
        store.append(session, case, payments(1, 1))
    with sessions() as session:
        assert store.journal(session, case.organization, case.id) == payments(1, 1)


@pytest.mark.parametrize("numbers", [(2,), (1, 3), (0, 1), (1, 1)])
def test_a_gap_in_the_numbers_is_refused(
    sessions: Sessions, case: store.CaseRow, numbers: tuple[int, ...]
) -> None:
    with sessions() as session, pytest.raises(ValueError, match="numbered on from 0"):
        store.append(session, case, [payment(number) for number in numbers])


@pytest.mark.parametrize(
    "row",
    [
        payment(1, 10**15 + 1),
        payment(1, -(10**15) - 1),
        replace(payment(1), kind=""),
        replace(payment(1), subject="x" * 61),
        replace(payment(1), corrects=1),
        replace(payment(1), body="{"),
    ],
)
def test_rows_beyond_what_can_be_are_refused(
    sessions: Sessions, case: store.CaseRow, row: store.JournalRow
) -> None:
    with sessions() as session, pytest.raises(DBAPIError, match="ck_entries_"):
        store.append(session, case, [row])


def test_an_instant_without_a_zone_is_refused(sessions: Sessions, case: store.CaseRow) -> None:
    row = replace(payment(1), recorded_at=AT.replace(tzinfo=None))
    with sessions() as session, pytest.raises(ValueError, match="time zone"):
        store.append(session, case, [row])


def test_an_error_never_repeats_what_was_to_be_stored(
    sessions: Sessions, case: store.CaseRow
) -> None:
    row = replace(payment(1, body='{"note":"secret words"}'), kind="")
    with sessions() as session, pytest.raises(DBAPIError) as caught:
        store.append(session, case, [row])
    assert "parameters" not in str(caught.value) or "hidden" in str(caught.value)


CHANGES = {
    "the body": "UPDATE entries SET body = '{}' WHERE seq = 3",
    "the cents": "UPDATE entries SET cents = cents + 1 WHERE seq = 3",
    "the actor": "UPDATE entries SET actor = 'other' WHERE seq = 3",
    "the day": "UPDATE entries SET on_date = '2026-11-21' WHERE seq = 3",
    "the kind": "UPDATE entries SET kind = 'refund' WHERE seq = 3",
    "the subject": "UPDATE entries SET subject = 'PAY-9' WHERE seq = 3",
    "what it corrects": "UPDATE entries SET corrects = 1 WHERE seq = 3",
    "the instant": "UPDATE entries SET recorded_at = '2026-11-22T12:30:15.123457Z' WHERE seq = 3",
    "its digest": f"UPDATE entries SET digest = '{'0' * 64}' WHERE seq = 3",  # noqa: S608
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_row_is_found(
    database: store.Engine, sessions: Sessions, kept: store.CaseRow, change: str
) -> None:
    tampered(database, "entries", [change])
    assert ("journal[3]", "changed") in _problems(sessions, kept)


def test_a_row_taken_out_is_found(
    database: store.Engine, sessions: Sessions, kept: store.CaseRow
) -> None:
    tampered(database, "entries", ["DELETE FROM entries WHERE seq = 3"])
    assert _problems(sessions, kept) == {("journal[4]", "missing"), ("journal[4]", "unlinked")}


def test_rows_in_another_order_are_found(
    database: store.Engine, sessions: Sessions, kept: store.CaseRow
) -> None:
    swap = ((2, 9), (3, 2), (9, 3))
    tampered(
        database,
        "entries",
        [f"UPDATE entries SET seq = {new} WHERE seq = {old}" for old, new in swap],  # noqa: S608
    )
    assert {("journal[2]", "unlinked"), ("journal[3]", "unlinked")} <= _problems(sessions, kept)


def test_rows_cut_off_are_found(
    database: store.Engine, sessions: Sessions, kept: store.CaseRow
) -> None:
    tampered(database, "entries", ["DELETE FROM entries WHERE seq = 5"])
    assert _problems(sessions, kept) == {("journal[4]", "truncated")}


def test_a_journal_cut_off_with_its_head_is_found_by_the_published_head(
    database: store.Engine, sessions: Sessions, kept: store.CaseRow
) -> None:
    shorter = store.head_of(kept.id, payments(1, 4))
    tampered(
        database,
        "entries",
        [
            "DELETE FROM entries WHERE seq = 5",
            f"UPDATE cases SET seq = 4, digest = '{shorter.digest}'",  # noqa: S608
        ],
    )
    assert _problems(sessions, kept) == set()
    assert _problems(sessions, kept, kept.head) == {("journal[4]", "truncated")}


def test_a_journal_chained_anew_is_found_by_the_published_head(
    database: store.Engine, sessions: Sessions, kept: store.CaseRow
) -> None:
    rows = (*payments(1, 4), payment(5, 1))
    forged, before = store.head_of(kept.id, rows), store.head_of(kept.id, rows[:4])
    tampered(
        database,
        "entries",
        [
            (
                f"UPDATE entries SET cents = 1, body = '{rows[4].body}', digest = '{forged.digest}' "  # noqa: S608
                f"WHERE seq = 5 AND previous = '{before.digest}'"
            ),
            f"UPDATE cases SET digest = '{forged.digest}'",  # noqa: S608
        ],
    )
    assert _problems(sessions, kept) == set()
    assert _problems(sessions, kept, kept.head) == {("journal[5]", "unpublished")}
    with sessions.begin() as session:
        found = store.case(session, kept.organization, kept.id)
        assert found is not None
        store.append(session, found, payments(6, 6))
    assert _problems(sessions, kept, kept.head) == {("journal[5]", "unpublished")}


def test_kinds_are_found_across_the_cases_of_an_organization(
    sessions: Sessions, kept: store.CaseRow
) -> None:
    with sessions.begin() as session:
        other = store.open_case(session, kept.organization, reference="C-2", district="mad", at=AT)
        row = replace(payment(1), kind="not_transferred")
        store.append(session, other, [row, payment(2)])
        store.append(session, kept, [replace(row, seq=6)])
    with sessions() as session:
        found = store.kinds(session, kept.organization, "not_transferred")
        expected = sorted([(kept.id, replace(row, seq=6)), (other.id, row)], key=lambda x: x[0])
        assert list(found) == expected
        paged = store.kinds(session, kept.organization, "payment", limit=2)
        while more := store.kinds(
            session,
            kept.organization,
            "payment",
            after=(paged[-1][0], paged[-1][1].seq),
            limit=2,
        ):
            paged += more
        assert paged == store.kinds(session, kept.organization, "payment")
        assert len(paged) == 6


def test_a_number_that_is_none_is_refused(database: store.Engine, kept: store.CaseRow) -> None:
    with database.connect() as connection, pytest.raises(DBAPIError):
        connection.execute(text("UPDATE cases SET seq = 'many' WHERE id = :id"), {"id": kept.id})
