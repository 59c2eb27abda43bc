"""Databases to test on: SQLite always, PostgreSQL whenever a server of its own can be started.

A folder of tests takes the fixtures by importing them in its ``conftest.py``::

    from tests.databases import database, database_url, migrated_file, migrated_template, postgresql
"""

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, make_url, text

from remedies import store
from remedies.store.migrations import migrate
from scripts.cluster import cluster, programs

__all__ = [
    "bare_url",
    "database",
    "database_url",
    "migrated_file",
    "migrated_template",
    "postgresql",
]

BACKENDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A temporary cluster on a free port of this machine, gone when the tests end."""
    found = programs()
    if found is None:
        pytest.skip(
            "NOT TESTED ON POSTGRESQL: no server is installed (apt-get install postgresql)"
        )
    with cluster(found, durable=False) as address:
        yield address


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the tables and no row, to be copied."""
    path = tmp_path_factory.mktemp("migrated") / "remedies.db"
    made = store.engine(f"sqlite:///{path}")
    migrate(made)
    made.dispose()  # the last connection takes the log into the file
    return path


@pytest.fixture(scope="session")
def migrated_template(postgresql: str) -> Iterator[str]:
    """The name of a PostgreSQL database with the tables and no row, to be copied."""
    with new_database(postgresql) as url:
        made = store.engine(url)
        migrate(made)
        made.dispose()
        yield str(make_url(url).database)


@contextmanager
def new_database(server: str, template: str = "template1") -> Iterator[str]:
    """Make a database on the server, give its address, and drop it in the end."""
    name = f"test_{uuid.uuid4().hex}"
    made = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with made.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with made.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture(params=BACKENDS)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of the test's own that has no table, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.db'}"
        return
    with new_database(request.getfixturevalue("postgresql")) as url:
        yield url


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of the test's own that has the tables and no row, on both."""
    if request.param == "sqlite":
        path = tmp_path / "remedies.db"
        shutil.copy(request.getfixturevalue("migrated_file"), path)
        yield f"sqlite:///{path}"
        return
    server, template = (
        request.getfixturevalue(name) for name in ("postgresql", "migrated_template")
    )
    with new_database(server, template) as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[store.Engine]:
    """An engine of such a database."""
    made = store.engine(database_url)
    yield made
    made.dispose()
