"""Who gets the schedule of victims, with which names, and what the audit trail says of it."""

import datetime as dt
import json
import logging
from pathlib import Path

import pytest

from remedies.casework.cases import Role, assess_claim, audit, put_identity, victims_schedule
from remedies.errors import ForbiddenError, NotFoundError
from tests.casework.offices import Office, payment

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = dt.date(2024, 3, 1)
IDENTITY = {
    "name": "Synthia Madeupova",
    "address": ["77 Imaginary Lane", "Nowhere Falls, ZZ 00000"],
    "phone": "555-010-7788",
}


@pytest.fixture
def assessed(office: Office, case_id: str) -> str:
    """The case with the losses of two of its victims assessed, one of whom has an identity stored."""
    claim = json.loads((EXAMPLES / "forced_labor.json").read_text("utf-8"))
    for victim in ("V-1", "V-2"):
        document = json.dumps(claim | {"reference": victim}).encode()
        assess_claim(office.desk(), case_id, document, DAY)
    put_identity(office.desk(Role.PROSECUTOR), case_id, "V-1", IDENTITY)
    office.session.commit()
    return case_id


def actions(office: Office, case_id: str) -> list[tuple[str, str, str]]:
    office.session.commit()
    rows = audit(office.desk(Role.AUDITOR), case_id=case_id)
    return [(row.role, row.action, row.subject) for _, row in rows]


def test_a_prosecutor_gets_the_names_that_are_stored_and_each_reading_is_audited(
    office: Office, assessed: str
) -> None:
    found = victims_schedule(office.desk(Role.PROSECUTOR), assessed, as_of=DAY, sealed=True)
    assert found.sealed
    assert found.payee("V-1").name == "Synthia Madeupova"
    assert found.payee("V-1").address == ("77 Imaginary Lane", "Nowhere Falls, ZZ 00000")
    assert found.not_stored == ("V-2",)
    assert actions(office, assessed).count(("prosecutor", "read identity", "V-1")) == 1
    assert ("prosecutor", "read identity", "V-2") not in actions(office, assessed)


def test_nothing_is_sealed_that_was_not_asked_for(office: Office, assessed: str) -> None:
    found = victims_schedule(office.desk(Role.PROSECUTOR), assessed, as_of=DAY)
    assert not found.sealed
    assert found.payees is None
    done = {action for _, action, _ in actions(office, assessed)}
    assert "read proposal" in done
    assert "read identity" not in done


@pytest.mark.parametrize("role", [Role.FINANCIAL_UNIT, Role.AUDITOR, Role.SYSTEM])
def test_a_role_that_reads_no_identities_gets_the_redacted_schedule_only(
    office: Office, assessed: str, role: Role
) -> None:
    with pytest.raises(ForbiddenError, match=role.value):
        victims_schedule(office.desk(role), assessed, as_of=DAY, sealed=True)
    assert "read proposal" not in {action for _, action, _ in actions(office, assessed)}
    assert len(victims_schedule(office.desk(role), assessed, as_of=DAY).order.proposed.awards) == 2


def test_a_money_office_gets_no_names_by_the_schedule_even_while_it_holds_money(
    office: Office, assessed: str
) -> None:
    office.enter(assessed, "payment", payment("100.00"))
    with pytest.raises(ForbiddenError):
        victims_schedule(office.desk(Role.FINANCIAL_UNIT), assessed, as_of=DAY, sealed=True)


def test_an_advocate_gets_neither(office: Office, assessed: str) -> None:
    desk = office.desk(Role.ADVOCATE, {assessed: frozenset({"V-1"})})
    for sealed in (False, True):
        with pytest.raises(ForbiddenError):
            victims_schedule(desk, assessed, as_of=DAY, sealed=sealed)


def test_a_case_of_another_is_not_found_before_any_right_is_asked(office: Office) -> None:
    for role in (Role.PROSECUTOR, Role.AUDITOR):
        with pytest.raises(NotFoundError):
            victims_schedule(office.desk(role), "no such case", as_of=DAY, sealed=True)


def test_an_order_that_was_made_is_known_to_the_schedule(office: Office, assessed: str) -> None:
    desk = office.desk()
    assert victims_schedule(desk, assessed, as_of=DAY).order.ordered_before is None
    later = victims_schedule(desk, assessed, as_of=dt.date(2024, 3, 4))
    assert later.order.ordered_before == ("O-1", dt.date(2024, 3, 4))


def test_no_name_is_logged(
    office: Office, assessed: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        found = victims_schedule(office.desk(Role.PROSECUTOR), assessed, as_of=DAY, sealed=True)
        logging.getLogger("remedies").warning("%r", found)
    assert "Madeupova" not in caplog.text
    assert "Imaginary" not in caplog.text
    assert "555-010-7788" not in repr(found.payees)
