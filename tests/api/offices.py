"""An office with a token for each role, and a small synthetic case told over HTTP."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api.session import kept
from remedies import store
from remedies.casework.cases import Caller, Desk, Draft, Role, open_case
from remedies.ledger.entries import CaseOpened

LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
NEVER = dt.datetime(2199, 1, 1, tzinfo=dt.UTC)
Json = dict[str, Any]

CASE: Json = {"on": "2019-03-01", "reference": "C-1", "district": "md", "circuit": "4"}
VICTIMS: list[Json] = [{"on": "2019-03-01", "reference": f"V-{n}"} for n in (1, 2)]
DEFENDANT: Json = {
    "on": "2019-03-01",
    "reference": "D-1",
    "convictions": [{"statute": "18 USC 1589"}],
}
ORDER: Json = {
    "on": "2019-06-03",
    "reference": "O-1",
    "awards": [
        {"obligee": "V-1", "amount": "3000.00", "statute": "18 USC 1593"},
        {"obligee": "V-2", "amount": "1000.00", "statute": "18 USC 1593"},
    ],
    "liabilities": [
        {
            "obligor": "D-1",
            "judgment_on": "2019-06-03",
            "amounts": {"V-1": "3000.00", "V-2": "1000.00"},
            "interest": {"waived": True},
        }
    ],
}
PAYMENT: Json = {
    "on": "2019-07-01",
    "obligor": "D-1",
    "amount": "400.00",
    "method": "cash",
    "receipt": "R-100",
}


class Someone:
    """Somebody with a token; every write has a new idempotency key unless it is given."""

    def __init__(self, client: FlaskClient, token: str) -> None:
        self.client = client
        self.token = token

    def get(self, path: str, **headers: str) -> TestResponse:
        return self.client.get(_address(path), headers=self._headers(headers))

    def post(self, path: str, body: object = None, **headers: str) -> TestResponse:
        return self._send("POST", path, body, headers)

    def put(self, path: str, body: object, **headers: str) -> TestResponse:
        return self._send("PUT", path, body, headers)

    def form(self, path: str, fields: Json, **headers: str) -> TestResponse:
        return self.client.post(
            _address(path), data=fields, headers=self._keyed(headers), content_type=FORM
        )

    def _send(self, method: str, path: str, body: object, headers: Json) -> TestResponse:
        return self.client.open(
            _address(path), method=method, json=body, headers=self._keyed(headers)
        )

    def _keyed(self, headers: Json) -> Json:
        return {"Idempotency-Key": str(uuid4())} | self._headers(headers)

    def _headers(self, headers: Json) -> Json:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return {"Authorization": f"Bearer {self.token}"} | named


FORM = "multipart/form-data"
Found = TypeVar("Found")


class Office:
    """An organization with its tokens."""

    def __init__(self, app: Flask, name: str = "An office") -> None:
        self.app = app
        self.id = self._stored(
            lambda session: store.add_organization(session, name=name, at=LONG_AGO).id
        )

    def someone(
        self,
        role: str = Role.SYSTEM,
        *,
        victims: Iterable[tuple[str, str]] = (),
        expires_at: dt.datetime = NEVER,
    ) -> Someone:
        _, secret = self._stored(
            lambda session: store.make_token(
                session, self.id, role, at=LONG_AGO, expires_at=expires_at, victims=victims
            )
        )
        return Someone(self.app.test_client(), secret)

    def opened(self, count: int) -> list[str]:
        """Open cases C-0, C-1 and so on in one transaction; return their ids."""
        caller = Caller(organization=self.id, role=Role.SYSTEM, actor="tests")
        on = dt.date(2019, 3, 1)

        def work(session: store.Session) -> list[str]:
            return [
                open_case(
                    Desk(session=session, caller=caller, at=LONG_AGO + dt.timedelta(seconds=n)),
                    Draft(body=CaseOpened(reference=f"C-{n}", district="md"), on=on),
                )[0].id
                for n in range(count)
            ]

        return self._stored(work)

    def audited(self) -> list[store.AuditRow]:
        return self._stored(lambda session: [row for _, row in store.audit(session, self.id)])

    def _stored(self, work: Callable[[store.Session], Found]) -> Found:
        with self.app.app_context(), kept().session() as session:
            found = work(session)
            session.commit()
            return found


def opened(who: Someone, case: Json | None = None) -> str:
    """Open a case and return its path."""
    response = who.post("", case or CASE)
    assert response.status_code == 201, response.text
    assert response.headers["Location"] == f"/v1/cases/{response.json['id']}"
    return str(response.json["id"])


def ordered(who: Someone) -> str:
    """Open a case with two victims, a defendant and an order; return its id."""
    case = opened(who)
    for path, body in (
        *(("victims", victim) for victim in VICTIMS),
        ("defendants", DEFENDANT),
        ("orders", ORDER),
    ):
        response = who.post(f"{case}/{path}", body)
        assert response.status_code == 201, response.text
    return case


def paid(who: Someone) -> str:
    """Return the id of a case in which a first payment was received."""
    case = ordered(who)
    response = who.post(f"{case}/payments", PAYMENT)
    assert response.status_code == 201, response.text
    return case


def _address(path: str) -> str:
    if path.startswith("/"):
        return path
    return f"/v1/cases/{path}" if path and not path.startswith("?") else f"/v1/cases{path}"
