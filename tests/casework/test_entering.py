"""Entering: versions, chosen references, conflicts, corrections, and the book that is kept in memory."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from remedies import store
from remedies.casework import books
from remedies.casework.cases import (
    Role,
    book,
    case,
    cases,
    enter,
    entered,
    journal,
    record,
    records,
)
from remedies.errors import (
    ChangedError,
    ConflictError,
    ForbiddenError,
    LedgerError,
    NotFoundError,
    UnreadableError,
)
from remedies.ledger.entries import Disbursement, Payment
from tests.casework.offices import AT, Office, draft, payment

VICTIM = {"on": "2023-07-01", "reference": "V-1", "losses": "not_yet_known"}


def test_a_payment_gets_the_next_reference_and_is_applied_pro_rata(
    office: Office, case_id: str
) -> None:
    first = office.enter(case_id, "payment", payment("100.00"))
    second = office.enter(case_id, "payment", payment("10.00"))

    assert isinstance(first.body, Payment)
    assert isinstance(second.body, Payment)
    assert (first.body.reference, second.body.reference) == ("PAY-1", "PAY-2")
    assert first.body.applied.principal == {"V-1": 6000, "V-2": 3000, "V-3": 1000}


def test_a_chosen_reference_never_takes_one_that_was_given(office: Office, case_id: str) -> None:
    office.enter(case_id, "payment", payment("1.00", reference="PAY-2"))

    entry = office.enter(case_id, "payment", payment("1.00"))

    assert isinstance(entry.body, Payment)
    assert entry.body.reference == "PAY-3"


def test_a_disbursement_without_shares_pays_out_all_that_may_be(
    office: Office, case_id: str
) -> None:
    office.enter(case_id, "payment", payment("100.00"))

    entry = office.enter(case_id, "disbursement", {"on": "2024-04-15"})

    assert isinstance(entry.body, Disbursement)
    assert entry.body.shares == {"V-1": 6000, "V-2": 3000, "V-3": 1000}
    with book(office.desk(), case_id) as found:
        assert found.owed_to("V-1").held == 0


def test_of_two_clerks_who_disburse_the_same_money_one_gets_a_conflict(
    office: Office, case_id: str
) -> None:
    office.enter(case_id, "payment", payment("100.00"))
    office.enter(case_id, "disbursement", {"on": "2024-04-15"})

    with pytest.raises(ConflictError, match="nothing_payable"):
        office.enter(case_id, "disbursement", {"on": "2024-04-15"})
    with pytest.raises(ConflictError):
        office.enter(case_id, "disbursement", {"on": "2024-04-15", "shares": {"V-1": "60.00"}})


def test_an_amendment_is_refused_when_another_came_in_between(
    office: Office, case_id: str
) -> None:
    seen = record(office.desk(), case_id, "victim", "V-1").version
    amended = office.enter(case_id, "victim", VICTIM, expected=seen)

    with pytest.raises(ChangedError):
        office.enter(case_id, "victim", VICTIM, expected=seen)

    now = record(office.desk(), case_id, "victim", "V-1")
    assert now.version == amended.seq
    assert now.first == seen
    assert now.entry == amended


def test_what_is_said_to_be_new_must_be_new(office: Office, case_id: str) -> None:
    with pytest.raises(ConflictError) as refused:
        office.enter(case_id, "victim", VICTIM, expected=0)

    assert not isinstance(refused.value, ChangedError)
    assert office.enter(case_id, "victim", VICTIM | {"reference": "V-9"}, expected=0).seq == 7


def test_an_asset_changes_its_version_with_every_step_and_delay(
    office: Office, case_id: str
) -> None:
    office.enter(case_id, "asset", {"on": "2023-06-12", "reference": "AS-1", "what": "cash"})
    step = {"on": "2023-06-12", "asset": "AS-1", "stage": "seized", "actor": "agency"}
    seized = office.enter(case_id, "asset_step", step)

    assert record(office.desk(), case_id, "asset", "AS-1").version == seized.seq
    assert record(office.desk(), case_id, "asset_step", str(seized.seq)).entry == seized


def test_a_payment_that_is_corrected_is_applied_as_if_the_wrong_one_had_not_been(
    office: Office, case_id: str
) -> None:
    wrong = office.enter(case_id, "payment", payment("900.00"))

    right = office.enter(
        case_id, "payment", payment("90.00", reference="PAY-1", corrects=wrong.seq)
    )

    assert isinstance(right.body, Payment)
    assert right.body.applied.principal == {"V-1": 5400, "V-2": 2700, "V-3": 900}
    found = record(office.desk(), case_id, "payment", "PAY-1")
    assert found.entry == right
    assert found.version == right.seq


def test_a_payment_taken_back_says_by_which_entry(office: Office, case_id: str) -> None:
    wrong = office.enter(case_id, "payment", payment("90.00"))

    void = office.enter(
        case_id, "void", {"on": "2024-04-02", "corrects": wrong.seq, "why": "entered twice"}
    )

    found = record(office.desk(), case_id, "payment", "PAY-1")
    assert found.corrected_by == void.seq
    assert found.version == void.seq
    with book(office.desk(), case_id) as made:
        assert made.owed_to("V-1").received == 0


def test_a_step_that_is_corrected_stays_one_record_under_its_first_number(
    office: Office, case_id: str
) -> None:
    office.enter(case_id, "asset", {"on": "2023-06-12", "reference": "AS-1", "what": "cash"})
    step = {"on": "2023-06-12", "asset": "AS-1", "stage": "seized", "actor": "agency"}
    wrong = office.enter(case_id, "asset_step", step)

    right = office.enter(
        case_id,
        "asset_step",
        step | {"on": "2023-06-13", "corrects": wrong.seq},
        expected=wrong.seq,
    )

    found = records(office.desk(), case_id, "asset_step")
    assert [(each.reference, each.entry, each.version) for each in found] == [
        (str(wrong.seq), right, right.seq)
    ]
    assert record(office.desk(), case_id, "asset", "AS-1").version == right.seq


def test_a_correction_of_an_entry_that_is_not_there_is_refused(
    office: Office, case_id: str
) -> None:
    with pytest.raises(LedgerError, match="no_such_entry"):
        office.enter(case_id, "void", {"on": "2024-04-02", "corrects": 99, "why": "none"})


def test_who_may_not_enter_a_payment_may_not_take_one_back(office: Office, case_id: str) -> None:
    paid = office.enter(case_id, "payment", payment("90.00"))

    with pytest.raises(ForbiddenError):
        office.enter(
            case_id,
            "void",
            {"on": "2024-04-02", "corrects": paid.seq, "why": "wrong"},
            role=Role.PROSECUTOR,
        )


def test_what_the_book_refuses_leaves_no_entry_and_the_book_goes_on(
    office: Office, case_id: str
) -> None:
    with pytest.raises(LedgerError):
        office.enter(case_id, "payment", payment("1.00", obligor="D-9"))

    assert office.enter(case_id, "payment", payment("1.00")).seq == 7


def test_the_cases_row_repeats_what_its_journal_says(office: Office, case_id: str) -> None:
    office.enter(case_id, "case", {"on": "2024-01-01", "reference": "EX-2", "district": "other"})
    office.enter(case_id, "seal", {"on": "2024-01-02", "sealed": True})

    row = case(office.desk(), case_id)

    assert (row.reference, row.district, row.sealed) == ("EX-2", "other", True)
    assert record(office.desk(), case_id, "case", "").entry.seq == 7
    office.enter(case_id, "seal", {"on": "2024-01-03", "sealed": False})
    assert not case(office.desk(), case_id).sealed


def test_an_entry_that_was_rolled_back_is_not_in_the_book_that_is_kept(
    office: Office, case_id: str
) -> None:
    office.enter(case_id, "payment", payment("1.00"))
    office.session.rollback()

    with book(office.desk(), case_id) as found:
        assert len(found.entries) == 6
    assert office.enter(case_id, "payment", payment("2.00")).seq == 7


def test_a_reader_sees_the_book_as_it_was_before_an_entry_that_is_not_committed(
    office: Office, case_id: str, sessions: Callable[[], store.Session]
) -> None:
    office.enter(case_id, "payment", payment("1.00"))
    ahead = books._KEPT[case_id]  # noqa: SLF001

    with sessions() as session, book(replace(office.desk(), session=session), case_id) as found:
        assert len(found.entries) == 6
    office.session.commit()

    assert books._KEPT[case_id] is ahead  # noqa: SLF001 - it was not thrown away
    with book(office.desk(), case_id) as found:
        assert found is ahead.book
        assert len(found.entries) == 7


def test_a_book_kept_here_is_extended_by_what_others_entered(
    office: Office, case_id: str, sessions: Callable[[], store.Session]
) -> None:
    office.enter(case_id, "payment", payment("1.00"))
    office.session.commit()
    mine = books._KEPT.pop(case_id)  # noqa: SLF001 - as another process would have it
    with sessions() as session:
        desk = replace(office.desk(), session=session)
        entered(desk, case_id, draft("payment", payment("2.00")))
        session.commit()
    books._KEPT[case_id] = mine  # noqa: SLF001

    with book(office.desk(), case_id) as found:
        assert [entry.seq for entry in found.entries][-2:] == [7, 8]
        assert found is mine.book


def test_a_journal_that_was_changed_is_not_computed_from(
    office: Office, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    books.forget_all()
    kept = store.journal

    def changed(*args: object, **kwargs: object) -> tuple[store.JournalRow, ...]:
        first, *rest = kept(*args, **kwargs)  # type: ignore[arg-type]
        return (replace(first, on=dt.date(2020, 1, 1)), *rest)

    monkeypatch.setattr(store, "journal", changed)

    with pytest.raises(UnreadableError, match="not as it was recorded"):
        case_book(office, case_id)


def case_book(office: Office, case_id: str) -> int:
    with book(office.desk(), case_id) as found:
        return len(found.entries)


def test_earlier_days_and_earlier_knowledge_are_replayed(office: Office, case_id: str) -> None:
    office.enter(case_id, "payment", payment("100.00", on="2024-04-01"))
    office.enter(case_id, "payment", payment("100.00", on="2024-05-01"))

    with book(office.desk(), case_id, as_of=dt.date(2024, 4, 30)) as found:
        assert found.owed_to("V-1").received == 6000
    with book(office.desk(), case_id, known=6) as found:
        assert found.owed_to("V-1").received == 0
    with book(office.desk(), case_id) as found:
        assert found.owed_to("V-1").received == 12000


def test_records_are_listed_page_by_page_in_their_order(office: Office, case_id: str) -> None:
    first = records(office.desk(), case_id, "victim", limit=2)
    rest = records(office.desk(), case_id, "victim", after=first[-1].first, limit=2)

    assert [each.reference for each in (*first, *rest)] == ["V-1", "V-2", "V-3"]
    entries = journal(office.desk(), case_id, after=2, limit=2)
    assert [entry.seq for entry in entries] == [3, 4]
    assert [e.seq for e in journal(office.desk(), case_id, kind="order")] == [6]


def test_another_organizations_case_is_not_found(office: Office, case_id: str) -> None:
    other = store.add_organization(office.session, name="Other office", at=AT)
    stranger = Office(office.session, other.id)

    assert cases(stranger.desk()) == ()
    with pytest.raises(NotFoundError):
        case(stranger.desk(), case_id)
    with pytest.raises(NotFoundError):
        stranger.enter(case_id, "payment", payment("1.00"))


def test_a_second_case_of_the_same_reference_is_a_conflict(office: Office, case_id: str) -> None:
    assert case(office.desk(), case_id).reference == "EX-1"

    with pytest.raises(ConflictError):
        office.open("EX-1")


def test_a_journal_begins_with_the_case(office: Office, case_id: str) -> None:
    with pytest.raises(LedgerError):
        enter(
            office.desk(), case_id, draft("void", {"on": "2024-01-01", "corrects": 1, "why": "x"})
        )
