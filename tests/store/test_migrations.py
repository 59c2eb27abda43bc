"""Migrations: up and down with rows in the tables, by one process at a time, to what the code declares."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from sqlalchemy import Engine, create_engine, inspect, text

from remedies import store
from remedies.store import Keys, new_key
from remedies.store.migrations import MigrationError, go_back, migrate, version
from remedies.store.tables import metadata
from tests.databases import new_database
from tests.store.posting import posted
from tests.store.rows import AT, payments

NEWEST = "0003"


@pytest.fixture
def bare(bare_url: str) -> Iterator[Engine]:
    made = store.engine(bare_url)
    yield made
    made.dispose()


def _filled(database: Engine) -> tuple[store.CaseRow, Keys]:
    """Put rows in every table."""
    keys = Keys.read(new_key())
    with store.sessions(database).begin() as session:
        organization = store.add_organization(session, name="An office", at=AT).id
        case = store.open_case(session, organization, reference="C-1", district="", at=AT)
        victims = {(case.id, "V-1")}
        store.make_token(session, organization, "advocate", at=AT, expires_at=AT, victims=victims)
        of = (organization, case.id)
        store.put_identity(session, keys, *of, "V-1", content=b"{}", at=AT)
        store.put_paper(session, keys, *of, content=b"{}", media_type="text/plain", at=AT)
    posted(database, organization, case.id, "key-1", 1_00)
    return case, keys


def _counts(database: Engine) -> dict[str, int]:
    with database.connect() as connection:
        return {
            table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608
            for table in inspect(database).get_table_names()
            if table != "alembic_version"
        }


def test_migrating_makes_every_table_and_again_changes_nothing(bare: Engine) -> None:
    assert version(bare) is None
    assert migrate(bare) == version(bare) == NEWEST
    assert set(_counts(bare)) == set(metadata.tables)
    _filled(bare)
    before = _counts(bare)
    assert all(before.values())
    assert migrate(bare) == NEWEST
    assert _counts(bare) == before


def test_a_step_back_keeps_what_other_tables_hold(bare: Engine) -> None:
    migrate(bare)
    case, _ = _filled(bare)
    before = _counts(bare)
    go_back(bare, "0002")
    assert version(bare) == "0002"
    del before["requests"]
    assert _counts(bare) == before
    migrate(bare)
    assert _counts(bare) == {**before, "requests": 0}
    posted(bare, case.organization, case.id, "key-2", 2_00)
    with store.sessions(bare)() as session:
        assert len(store.journal(session, case.organization, case.id)) == 2
        assert store.journal_problems(session, case.organization, case.id) == ()
        assert store.audit_problems(session, case.organization) == ()


@pytest.mark.parametrize("to", ["0001", "base"])
def test_a_step_back_that_would_destroy_rows_is_refused_and_changes_nothing(
    bare: Engine, to: str
) -> None:
    migrate(bare)
    _filled(bare)
    before = _counts(bare)
    with pytest.raises(MigrationError, match="identities, papers"):
        go_back(bare, to)
    assert version(bare) == NEWEST
    assert _counts(bare) == before


def test_a_journal_is_not_destroyed_by_going_back(bare: Engine) -> None:
    migrate(bare)
    case, _ = _filled(bare)
    with store.sessions(bare).begin() as session:
        store.purge_identity(session, case.organization, case.id, "V-1")
        store.purge_paper(session, case.organization, case.id, store.paper_digest(b"{}"))
    go_back(bare, "0001")
    with pytest.raises(MigrationError, match="entries, audit"):
        go_back(bare, "base")
    assert version(bare) == "0001"
    assert _counts(bare)["entries"] == 1
    migrate(bare)
    with store.sessions(bare).begin() as session:
        found = store.case(session, case.organization, case.id)
        assert found is not None
        store.append(session, found, payments(2, 2))


def test_tables_without_rows_go_back_to_nothing_and_come_again(bare: Engine) -> None:
    migrate(bare)
    go_back(bare, "base")
    assert _counts(bare) == {}
    assert version(bare) is None
    assert migrate(bare) == NEWEST
    _filled(bare)


def test_many_may_migrate_at_once(bare: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: migrate(bare), range(8)))
    assert found == {NEWEST}
    _filled(bare)


def test_processes_may_migrate_at_once(bare_url: str) -> None:
    program = (
        "import sys; from remedies import store; from remedies.store.migrations import migrate; "
        "print(migrate(store.engine(sys.argv[1])))"
    )
    command = [sys.executable, "-c", program, bare_url]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [program.communicate()[0].strip() for program in started] == [NEWEST] * 3


def test_a_database_of_a_newer_program_is_refused(bare: Engine) -> None:
    migrate(bare)
    with bare.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(MigrationError, match="9999"):
        migrate(bare)


@pytest.fixture
def declared(bare: Engine, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Tables made from the declaration alone, on the same kind of database."""
    with ExitStack() as kept:
        url = "sqlite://"
        if bare.dialect.name == "postgresql":
            server = request.getfixturevalue("postgresql")
            url = kept.enter_context(new_database(server))
        made = create_engine(url)
        metadata.create_all(made)
        yield made
        made.dispose()


def test_the_migrations_make_what_the_code_declares(bare: Engine, declared: Engine) -> None:
    migrate(bare)
    for name in metadata.tables:
        assert _described(bare, name) == _described(declared, name), name


def _described(database: Engine, table: str) -> dict[str, object]:
    found = inspect(database)
    checks = found.get_check_constraints(table)
    return {
        "columns": [
            (column["name"], str(column["type"]), column["nullable"])
            for column in found.get_columns(table)
        ],
        "primary": found.get_pk_constraint(table),
        "foreign": sorted(found.get_foreign_keys(table), key=lambda key: str(key["name"])),
        "unique": sorted(found.get_unique_constraints(table), key=lambda key: str(key["name"])),
        "checks": sorted((check["name"], " ".join(check["sqltext"].split())) for check in checks),
        "indexes": sorted(found.get_indexes(table), key=lambda key: str(key["name"])),
        "options": found.get_table_options(table),
    }
