import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api import create_app
from api.settings import Settings
from tests.api.offices import Office
from tests.databases import (
    database_url,
    migrated_file,
    migrated_template,
    postgresql,
)

__all__ = ["database_url", "migrated_file", "migrated_template", "postgresql"]

_FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = sorted(path for path in _FOLDER.rglob("*.json") if path.parent.name != "case")
CLAIM: dict[str, Any] = {
    "claim": "1",
    "reference": "V-1",
    "as_of": "2026-11-21",
    "convictions": [{"statute": "18 USC 1589", "from": "2012-01-01", "to": "2012-12-31"}],
    "circuit": "4",
    "work": [
        {
            "from": "2012-01-01",
            "to": "2012-03-31",
            "hours": {"per_workweek": "72", "days": ["mon", "tue", "wed", "thu", "fri", "sat"]},
            "pay": {"basis": "hourly", "rate": "5.00"},
            "paid": {"per_workweek": "200.00"},
            "exhibit": "Ex. 4 at 2",
            "evidence": "testimony",
        }
    ],
}

Calculate = Callable[..., TestResponse]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        database_url=f"sqlite:///{tmp_path / 'remedies.db'}", key_file=tmp_path / "remedies.key"
    )


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    yield app
    app.extensions["database"].dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def office(app: Flask) -> Office:
    return Office(app)


@pytest.fixture
def claim() -> dict[str, Any]:
    return json.loads(json.dumps(CLAIM))


@pytest.fixture
def calculate(client: FlaskClient) -> Calculate:
    def post(body: object, **headers: str) -> TestResponse:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        named = {"Content-Type": "application/json"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        return client.post("/v1/calculations", data=content, headers=named)

    return post


@pytest.fixture
def hand_in(client: FlaskClient) -> Callable[..., TestResponse]:
    def send(
        content: bytes, path: str = "/calculator/claim", *, file: bool = True
    ) -> TestResponse:
        """Send a form as a browser does; the test client would put a large one on disk."""
        more = ' filename="claim.json"' if file else ""
        head = f'--edge\r\nContent-Disposition: form-data; name="claim";{more}\r\n\r\n'.encode()
        return client.post(
            path,
            data=head + content + b"\r\n--edge--\r\n",
            content_type="multipart/form-data; boundary=edge",
            headers={"Accept": "text/html"},
        )

    return send


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> bytes:
    return request.param.read_bytes()
