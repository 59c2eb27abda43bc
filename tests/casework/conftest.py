"""A case on a database of the test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from remedies import store
from remedies.casework import books
from remedies.store.migrations import migrate
from tests.casework.offices import AT, ORDER, Office


@pytest.fixture(scope="session")
def database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("casework") / "empty.db"
    made = store.engine(f"sqlite:///{path}")
    migrate(made)
    made.dispose()
    return path


@pytest.fixture
def database(database_file: Path, tmp_path: Path) -> Iterator[store.Engine]:
    path = tmp_path / "remedies.db"
    path.write_bytes(database_file.read_bytes())
    made = store.engine(f"sqlite:///{path}")
    books.forget_all()
    yield made
    made.dispose()


@pytest.fixture
def sessions(database: store.Engine) -> Callable[[], store.Session]:
    return store.sessions(database)


@pytest.fixture
def office(sessions: Callable[[], store.Session]) -> Iterator[Office]:
    with sessions() as session:
        made = store.add_organization(session, name="Example office", at=AT)
        session.commit()
        yield Office(session, made.id)


@pytest.fixture
def case_id(office: Office) -> str:
    """A case with three victims, a defendant and an order, committed."""
    made = office.open()
    for victim in ("V-1", "V-2", "V-3"):
        office.enter(made, "victim", {"on": "2023-06-12", "reference": victim})
    conviction = {"statute": "18 USC 1589", "from": "2021-01-10", "to": "2023-04-30"}
    defendant = {"on": "2023-06-12", "reference": "D-1", "convictions": [conviction]}
    office.enter(made, "defendant", defendant)
    office.enter(made, "order", ORDER)
    office.session.commit()
    return made
