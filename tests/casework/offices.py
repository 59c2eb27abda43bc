"""An organization to test with: desks of every role, and drafts as forms give them."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from remedies import store
from remedies.casework.cases import Caller, Desk, Draft, Role, draft_of, entered, open_case
from remedies.ledger.entries import Entry
from remedies.wire.reading import read_json

AT = dt.datetime(2026, 11, 22, 5, 6, 7, tzinfo=dt.UTC)
KEYS = store.Keys((bytes(range(32)),))
Document = Mapping[str, Any]


class Office:
    """An organization with a database; ``desk`` gives a desk in the one session that a test works in."""

    def __init__(self, session: store.Session, organization: str) -> None:
        self.session = session
        self.organization = organization

    def desk(
        self,
        role: Role = Role.SYSTEM,
        victims: Mapping[str, frozenset[str]] | None = None,
        at: dt.datetime = AT,
    ) -> Desk:
        caller = Caller(
            organization=self.organization, role=role, actor=f"token-{role}", victims=victims or {}
        )
        return Desk(session=self.session, caller=caller, at=at, keys=KEYS)

    def open(self, reference: str = "EX-1", **fields: object) -> str:
        document = {"on": "2023-06-12", "reference": reference, "district": "example"} | fields
        row, _ = open_case(self.desk(), draft("case", document))
        return row.id

    def enter(
        self,
        case_id: str,
        kind: str,
        document: Document,
        role: Role = Role.SYSTEM,
        expected: int | None = None,
    ) -> Entry:
        return entered(self.desk(role), case_id, draft(kind, document), expected)


def draft(kind: str, document: Document) -> Draft:
    return draft_of(kind, read_json(json.dumps(document).encode(), whole_numbers=True))


ORDER: Document = {
    "on": "2024-03-04",
    "reference": "O-1",
    "awards": [
        {"obligee": "V-1", "amount": "600.00"},
        {"obligee": "V-2", "amount": "300.00"},
        {"obligee": "V-3", "amount": "100.00"},
    ],
    "liabilities": [
        {
            "obligor": "D-1",
            "judgment_on": "2024-03-04",
            "amounts": {"V-1": "600.00", "V-2": "300.00", "V-3": "100.00"},
        }
    ],
}


def payment(amount: str, on: str = "2024-04-01", **fields: object) -> Document:
    return {"on": on, "obligor": "D-1", "amount": amount, "method": "cash"} | fields
