"""The papers of forfeited property of a stored case: who may read them, what they show, what is noted."""

import datetime as dt
from collections.abc import Callable

import pytest

from remedies import store
from remedies.casework.cases import Desk, Role, next_steps, remission, restoration, traced
from remedies.errors import ForbiddenError, InvalidEntryError, NotFoundError
from remedies.ledger.remission import Item, Loss, Petitioner, Petitions
from remedies.ledger.restoration import STATED
from tests.casework.offices import Office, payment

DAY = dt.date(2024, 12, 31)
PETITIONS = Petitions(
    petitioners=(Petitioner(victim="V-2", contributed=False),),
    items=(
        Item(
            victim="V-2",
            what="wages",
            kind=Loss.LOST_INCOME,
            amount=9_000,
            documents=("EX-1",),
            directly_caused=True,
            by_illegal_act=True,
        ),
    ),
)
READS: dict[str, Callable[[Desk, str], object]] = {
    "read restoration": lambda desk, case: restoration(desk, case, "AS-1", as_of=DAY),
    "read remission": lambda desk, case: remission(
        desk, case, "AS-1", as_of=DAY, petitions=PETITIONS
    ),
    "read trace": lambda desk, case: traced(desk, case, as_of=DAY, asset="AS-1"),
    "read next steps": lambda desk, case: next_steps(desk, case, as_of=DAY),
}


@pytest.fixture
def held(office: Office, case_id: str) -> str:
    """The case with $500.00 in cash, forfeited under § 981, of which $100.00 is sent to V-1."""
    entered = office.enter
    entered(
        case_id,
        "asset",
        {"on": "2024-01-05", "reference": "AS-1", "what": "cash", "statute": "18 USC 981"},
    )
    said: dict[str, dict[str, str]] = {
        "2024-02-05": {"stage": "noticed"},
        "2024-05-05": {"stage": "forfeited", "how": "civil", "amount": "500.00"},
        "2024-06-05": {"stage": "requested", "path": "restoration"},
        "2024-07-05": {"stage": "granted", "path": "restoration"},
    }
    for on, fields in said.items():
        entered(case_id, "asset_step", {"on": on, "asset": "AS-1", "actor": "office", **fields})
    sent = {"asset": "AS-1", "path": "restoration", "shares": {"V-1": "100.00"}}
    entered(case_id, "transfer", {"on": "2024-08-05", "reference": "T-1", **sent})
    return case_id


def test_the_request_divides_what_is_left_and_says_what_is_missing(
    office: Office, held: str
) -> None:
    read = restoration(office.desk(), held, "AS-1", as_of=DAY, said={STATED[0]: True})
    request = read.found
    assert (read.case, request.net, request.available) == ("EX-1", 50_000, 40_000)
    # 400.00 by awards of 6, 3 and 1.
    assert [line.share for line in request.schedule] == [24_000, 12_000, 4_000]
    assert [each.key for each in request.missing] == list(STATED[1:])


def test_an_earlier_paper_can_be_made_again(office: Office, held: str) -> None:
    before = restoration(office.desk(), held, "AS-1", as_of=DAY)
    transfer = {
        "on": "2024-09-05",
        "asset": "AS-1",
        "path": "restoration",
        "shares": {"V-2": "1.00"},
    }
    office.enter(held, "transfer", transfer)
    now = restoration(office.desk(), held, "AS-1", as_of=DAY)
    assert (now.known, now.found.available) == (before.known + 1, before.found.available - 100)
    assert restoration(office.desk(), held, "AS-1", as_of=DAY, known=before.known) == before


def test_the_worksheet_divides_what_is_left_and_says_what_the_entries_show(
    office: Office, held: str
) -> None:
    office.enter(held, "payment", payment("100.00"))
    found = remission(office.desk(), held, "AS-1", as_of=DAY, petitions=PETITIONS).found
    assert (found.worksheet.net, found.worksheet.divided, found.mandatory) == (
        40_000,
        9_000,
        False,
    )
    assert found.had == {"V-2": 3_000}


def test_a_petitioner_who_is_no_victim_of_the_case_is_named_by_field(
    office: Office, held: str
) -> None:
    other = Petitions(petitioners=(Petitioner(victim="V-1"), Petitioner(victim="V-9")))
    with pytest.raises(InvalidEntryError) as refused:
        remission(office.desk(), held, "AS-1", as_of=DAY, petitions=other)
    assert [(p.field, p.code) for p in refused.value.problems] == [
        ("petitioners[1].victim", "unknown_victim")
    ]


def test_a_trace_is_narrowed_by_asset_obligee_and_disbursement(office: Office, held: str) -> None:
    office.enter(held, "payment", payment("100.00", on="2024-09-01"))
    office.enter(held, "disbursement", {"on": "2024-10-01", "shares": {"V-1": "130.00"}})
    desk = office.desk()
    whole = traced(desk, held, as_of=DAY).found.flows
    assert sum(flow.cents for flow in whole) == 20_000
    of_asset = traced(desk, held, as_of=DAY, asset="AS-1").found.flows
    assert [(flow.disbursement, flow.cents) for flow in of_asset] == [("DIS-1", 10_000)]
    paid = traced(desk, held, as_of=DAY, disbursement="DIS-1", obligee="V-1").found.flows
    assert [(flow.source.reference, flow.cents) for flow in paid] == [
        ("T-1", 10_000),
        ("PAY-1", 3_000),
    ]
    early = traced(desk, held, as_of=dt.date(2024, 8, 31)).found.flows
    assert [flow.disbursement for flow in early] == [""]
    assert traced(desk, held, as_of=DAY, obligee="V-1").found.made_up == {}


def test_what_a_bank_took_back_is_made_up_in_whole_traces_only(office: Office, held: str) -> None:
    office.enter(held, "payment", payment("100.00", on="2024-09-01"))
    office.enter(held, "disbursement", {"on": "2024-10-01", "shares": {"V-2": "30.00"}})
    office.enter(held, "reversal", {"on": "2024-11-01", "payment": "PAY-1"})
    assert traced(office.desk(), held, as_of=DAY).found.made_up == {"V-2": 3_000}
    assert traced(office.desk(), held, as_of=DAY, obligee="V-1").found.made_up == {}
    assert traced(office.desk(), held, as_of=DAY, asset="AS-1").found.made_up == {}


def test_the_next_steps_are_those_of_the_day(office: Office, held: str) -> None:
    (now,) = next_steps(office.desk(), held, as_of=DAY).found
    assert (now.asset, now.left, [step.act.value for step in now.next]) == (
        "AS-1",
        40_000,
        ["transfer the proceeds"],
    )
    (then,) = next_steps(office.desk(), held, as_of=dt.date(2024, 1, 5)).found
    assert then.stage is None
    assert next_steps(office.desk(), held, as_of=dt.date(2024, 1, 4)).found == ()


@pytest.mark.parametrize("action", READS)
def test_each_reading_is_noted_once_with_its_asset_and_an_advocate_has_none(
    office: Office, held: str, action: str
) -> None:
    office.session.commit()
    before = len(store.audit(office.session, office.organization))
    READS[action](office.desk(Role.AUDITOR), held)
    office.session.commit()
    noted = [row for _, row in store.audit(office.session, office.organization)][before:]
    subject = "" if action == "read next steps" else "AS-1"
    assert [(row.action, row.case_id, row.subject) for row in noted] == [(action, held, subject)]
    own = {held: frozenset({"V-1", "V-2"})}
    with pytest.raises(ForbiddenError):
        READS[action](office.desk(Role.ADVOCATE, own), held)


@pytest.mark.parametrize("action", READS)
def test_another_organizations_case_is_not_found(office: Office, held: str, action: str) -> None:
    other = store.add_organization(office.session, name="Other office", at=office.desk().at)
    with pytest.raises(NotFoundError):
        READS[action](Office(office.session, other.id).desk(), held)


def test_what_the_case_does_not_have_is_not_found(office: Office, held: str) -> None:
    desk = office.desk()
    with pytest.raises(NotFoundError, match="asset"):
        restoration(desk, held, "AS-9", as_of=DAY)
    with pytest.raises(NotFoundError, match="asset"):
        restoration(desk, held, "AS-1", as_of=dt.date(2024, 1, 4))
    with pytest.raises(NotFoundError, match="asset"):
        remission(desk, held, "AS-9", as_of=DAY, petitions=PETITIONS)
    with pytest.raises(NotFoundError, match="asset"):
        traced(desk, held, as_of=DAY, asset="AS-9")
    with pytest.raises(NotFoundError, match="obligee"):
        traced(desk, held, as_of=DAY, obligee="V-9")
    with pytest.raises(NotFoundError, match="disbursement"):
        traced(desk, held, as_of=DAY, disbursement="DIS-9")
    assert traced(desk, held, as_of=DAY, obligee="V-3").found.flows == ()
