"""How days stand: met and overtaken by entries, ended, passed only where somebody still owes."""

import datetime as dt

from remedies import law
from remedies.documents.due_words import status_words
from remedies.ledger.coming import coming
from remedies.ledger.due import Due, Status
from remedies.ledger.entries import (
    Award,
    CaseOpened,
    CourtDeadline,
    DeclaredBy,
    DeclaredHoliday,
    Defendant,
    InterestTerms,
    Liability,
    Losses,
    Notice,
    Order,
    Told,
    Victim,
)
from remedies.ledger.liability_ended import payment_warning
from remedies.ledger.statement import victim_statement
from remedies.ledger.statement_days import deadlines
from remedies.ledger.statement_interest import collecting
from tests.ledger.statement_case import AMOUNTS, Clerk, opened

LAW = law.encoded()
JUDGED = "2024-03-04"


def days(clerk: Clerk, as_of: str) -> dict[str, Due]:
    day = dt.date.fromisoformat(as_of)
    book = clerk.book.as_of(day)
    return {each.key: each for each in deadlines(book, collecting(book, LAW, day))}


def sentenced(*victims: Victim) -> Clerk:
    clerk = Clerk()
    clerk.enter(
        "2023-06-12",
        CaseOpened(
            reference="C-1",
            sentencing_set_for=dt.date(2024, 3, 4),
            sentenced_on=dt.date(2024, 3, 4),
        ),
    )
    clerk.enter("2023-06-12", Defendant(reference="D-1"))
    for victim in victims or (Victim(reference="V-1"),):
        clerk.enter("2023-06-12", victim)
    return clerk


def order(cents: int = 1000000, **more: object) -> Order:
    owed = Liability(
        obligor="D-1",
        judgment_on=dt.date(2024, 3, 4),
        amounts={"V-1": cents},
        **more,  # type: ignore[arg-type]
    )
    return Order(
        reference="O-1", awards=(Award(obligee="V-1", amount=cents),), liabilities=(owed,)
    )


def test_an_order_that_knows_all_losses_meets_the_ninety_days_and_overtakes_the_list() -> None:
    """18 U.S.C. § 3664(d)(1), (5): the court determined the losses on the day of its order."""
    clerk = sentenced()
    seq = clerk.enter(JUDGED, order())
    found = days(clerk, "2025-12-31")
    determined = found["losses_determined"]
    assert (determined.status, determined.met_on) == (Status.MET, dt.date(2024, 3, 4))
    assert determined.entry == seq
    assert status_words(determined) == f"met on 2024-03-04 by entry {seq}"
    for key in ("amounts_listed", "unascertained_told"):
        assert (found[key].status, found[key].entry) == (Status.OVERTAKEN, seq)
        assert found[key].why


def test_losses_not_yet_known_leave_the_determination_owed_after_ninety_days() -> None:
    unknown = Victim(reference="V-2", losses=Losses.NOT_YET_KNOWN)
    clerk = sentenced(Victim(reference="V-1"), unknown)
    clerk.enter(JUDGED, order())
    assert days(clerk, "2024-06-03")["losses_determined"].status is Status.SOON
    late = days(clerk, "2024-06-04")["losses_determined"]
    assert (late.status, late.days_left) == (Status.PASSED, -1)
    assert "V-2" in late.why
    assert status_words(late) == "passed 1 day ago"
    clerk.enter("2024-07-01", Victim(reference="V-2"))
    assert days(clerk, "2024-07-02")["losses_determined"].status is Status.PASSED
    seq = clerk.enter("2024-07-08", order())
    met = days(clerk, "2024-07-09")["losses_determined"]
    assert (met.status, met.met_on, met.entry) == (Status.MET, dt.date(2024, 7, 8), seq)


def test_without_an_order_a_passed_determination_is_still_owed() -> None:
    found = days(sentenced(), "2024-12-31")
    assert found["losses_determined"].status is Status.PASSED
    assert found["amounts_listed"].status is Status.PASSED
    assert found["unascertained_told"].status is Status.OVERTAKEN


def test_payment_in_full_in_time_keeps_restitution_free_of_interest() -> None:
    clerk = sentenced()
    clerk.enter(JUDGED, order())
    assert days(clerk, "2024-03-10")["free_of_interest"].status is Status.SOON
    assert days(clerk, "2024-03-19")["free_of_interest"].status is Status.ENDED
    seq = clerk.pay("2024-03-18", "D-1", 1000000, "PAY-1")
    met = days(clerk, "2024-12-31")["free_of_interest"]
    assert (met.status, met.met_on, met.entry) == (Status.MET, dt.date(2024, 3, 18), seq)


def test_where_no_interest_runs_its_days_of_grace_are_overtaken() -> None:
    waived = sentenced()
    waived.enter(JUDGED, order(interest=InterestTerms(waived=True)))
    small = sentenced()
    small.enter(JUDGED, order(250000))
    for clerk, why in ((waived, "waived"), (small, "not more than $2,500")):
        found = days(clerk, "2024-12-31")["free_of_interest"]
        assert found.status is Status.OVERTAKEN
        assert why in found.why


def test_the_days_of_grace_count_from_an_order_that_came_after_the_judgment() -> None:
    """Ordered July 8, 2024: interest from the fifteenth day after it, July 23, so July 22 is the last."""
    clerk = sentenced()
    clerk.enter("2024-07-08", order())
    assert days(clerk, "2024-07-10")["free_of_interest"].due_on == dt.date(2024, 7, 22)


def test_the_period_for_claims_has_ended_and_nobody_missed_it() -> None:
    clerk = opened()
    found = days(clerk, "2025-12-31")["forfeiture_claims"]
    assert found.status is Status.ENDED
    assert "forfeited on 2024-03-04" in found.why
    assert found.entry is not None


def test_a_notice_of_delinquency_is_owed_until_it_is_given_or_nothing_is_owed() -> None:
    clerk = opened()
    late = days(clerk, "2024-06-20")["delinquency_notice"]
    assert (late.status, late.days_left) == (Status.PASSED, -6)
    whole = sum(AMOUNTS.values()) + 20000
    clerk.pay("2024-06-21", "D-1", whole + 200000, "PAY-1")
    assert days(clerk, "2024-06-22")["delinquency_notice"].status is Status.OVERTAKEN
    given = opened()
    seq = given.enter("2024-06-12", Notice(obligor="D-1", tells=Told.DELINQUENCY))
    met = days(given, "2024-06-20")["delinquency_notice"]
    assert (met.status, met.entry) == (Status.MET, seq)


def test_an_end_of_liability_warns_a_year_before_and_is_never_missed() -> None:
    clerk = sentenced()
    clerk.enter(JUDGED, Defendant(reference="D-1", released_on=dt.date(2024, 3, 4)))
    clerk.enter(JUDGED, order())
    assert days(clerk, "2043-03-03")["lien_ends"].status is Status.OPEN
    assert days(clerk, "2043-03-04")["lien_ends"].status is Status.SOON
    assert days(clerk, "2044-03-05")["lien_ends"].status is Status.ENDED


def test_the_lien_of_what_was_paid_in_full_is_overtaken() -> None:
    clerk = sentenced()
    clerk.enter(JUDGED, order())
    clerk.pay("2024-03-10", "D-1", 1000000, "PAY-1")
    found = days(clerk, "2043-06-01")
    assert found["lien_ends"].status is Status.OVERTAKEN
    assert found["liability_ends"].status is Status.OVERTAKEN


def test_losses_discovered_later_have_sixty_days_that_end_or_are_overtaken() -> None:
    clerk = sentenced()
    clerk.enter(JUDGED, order())
    clerk.enter("2024-05-01", Victim(reference="V-1", discovered_on=dt.date(2024, 5, 1)))
    assert days(clerk, "2024-06-20")["later_losses_petition"].status is Status.SOON
    assert days(clerk, "2024-12-31")["later_losses_petition"].status is Status.ENDED
    seq = clerk.enter("2024-06-10", order(1500000))
    found = days(clerk, "2024-12-31")["later_losses_petition"]
    assert (found.status, found.entry) == (Status.OVERTAKEN, seq)


def test_a_court_deadline_is_met_by_the_entry_that_says_so() -> None:
    clerk = opened()
    due = CourtDeadline(reference="DL-1", due_on=dt.date(2024, 7, 31), what="Report.")
    clerk.enter("2024-06-01", due)
    assert days(clerk, "2024-06-01")["DL-1"].status is Status.OPEN
    assert days(clerk, "2024-07-01")["DL-1"].status is Status.SOON
    assert days(clerk, "2024-08-01")["DL-1"].status is Status.PASSED
    met = CourtDeadline(
        reference="DL-1", due_on=dt.date(2024, 7, 31), what="Report.", met_on=dt.date(2024, 7, 30)
    )
    seq = clerk.enter("2024-08-02", met)
    assert days(clerk, "2024-08-03")["DL-1"].entry == seq
    assert days(clerk, "2024-08-03")["DL-1"].status is Status.MET


def test_days_that_come_are_listed_across_cases_the_earliest_first() -> None:
    first, second = opened(), sentenced()
    due = CourtDeadline(reference="DL-1", due_on=dt.date(2024, 7, 31), what="Report.")
    first.enter("2024-04-01", due)
    books = [("one", first.book), ("two", second.book)]
    as_of = dt.date(2024, 5, 25)
    near = coming(books, LAW, as_of, 0)
    assert {(each.case, each.due.key) for each in near} >= {("two", "losses_determined")}
    assert all(each.due.status in {Status.SOON, Status.PASSED} for each in near)
    far = coming(books, LAW, as_of, 90)
    assert ("one", "DL-1") in {(each.case, each.due.key) for each in far}
    assert ("one", "DL-1") not in {(each.case, each.due.key) for each in near}
    when = [each.due.due_on for each in far]
    assert when == sorted(when, key=str)


def test_days_that_come_are_asked_of_the_book_as_of_that_day() -> None:
    clerk = sentenced()
    clerk.enter(JUDGED, order())
    books = [("one", clerk.book)]
    before = {each.due.key for each in coming(books, LAW, dt.date(2024, 2, 20), 30)}
    assert "unascertained_told" in before
    assert "losses_determined" not in {
        each.due.key for each in coming(books, LAW, dt.date(2024, 5, 20), 30)
    }


def test_what_is_received_after_a_liability_ended_is_named_and_bears_no_interest() -> None:
    """Judged and released March 4, 2004: § 3613(b) ends it on March 4, 2024; interest stops that day."""
    clerk = Clerk()
    clerk.enter("2004-01-02", CaseOpened(reference="C-1"))
    clerk.enter("2004-01-02", Victim(reference="V-1"))
    clerk.enter("2004-01-02", Defendant(reference="D-1", released_on=dt.date(2004, 3, 4)))
    owed = Liability(obligor="D-1", judgment_on=dt.date(2004, 3, 4), amounts={"V-1": 1000000})
    awards = (Award(obligee="V-1", amount=1000000),)
    clerk.enter("2004-03-04", Order(reference="O-1", awards=awards, liabilities=(owed,)))
    ended = dt.date(2024, 3, 4)
    assert payment_warning(clerk.book, "D-1", ended, LAW) == ""
    assert "2024-03-04" in payment_warning(clerk.book, "D-1", dt.date(2024, 3, 5), LAW)
    before = days(clerk, "2024-03-05")["liability_ends"]
    assert (before.status, before.why) == (Status.ENDED, "")
    clerk.pay("2024-03-04", "D-1", 100, "PAY-1")
    clerk.pay("2024-04-01", "D-1", 100, "PAY-2")
    found = days(clerk, "2024-12-31")["liability_ends"]
    assert "PAY-2" in found.why
    assert "PAY-1" not in found.why
    stops = [clerk.book.owed_by("D-1", on, LAW).accrued.interest for on in (ended, LATER)]
    assert stops[0] == stops[1] > 0


LATER = dt.date(2026, 1, 1)


def test_a_last_day_gives_way_to_a_day_that_the_case_says_was_declared_a_holiday() -> None:
    """Ninety days after March 4, 2024 end on Sunday, June 2; Monday is declared, so Tuesday, June 4."""
    clerk = sentenced()
    declared = DeclaredHoliday(on=dt.date(2024, 6, 3), by=DeclaredBy.STATE)
    opened_on = dt.date(2024, 3, 4)
    case = CaseOpened(
        reference="C-1",
        sentencing_set_for=opened_on,
        sentenced_on=opened_on,
        declared=(declared,),
    )
    assert days(clerk, "2024-05-01")["losses_determined"].due_on == dt.date(2024, 6, 3)
    clerk.enter("2024-04-01", case)
    assert days(clerk, "2024-05-01")["losses_determined"].due_on == dt.date(2024, 6, 4)


def test_what_a_victim_is_told_of_the_determination_says_nothing_of_another_victim() -> None:
    unknown = Victim(reference="V-2", losses=Losses.NOT_YET_KNOWN)
    clerk = sentenced(Victim(reference="V-1"), unknown)
    clerk.enter(JUDGED, order())
    found = victim_statement(clerk.book, LAW, dt.date(2024, 12, 31), "V-1").deadlines
    assert "V-2" not in repr(found)
    own = next(each for each in found if each.key == "losses_determined")
    assert own.status is Status.MET
