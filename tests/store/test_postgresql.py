"""The same code on PostgreSQL."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import ProgrammingError

from api import create_app
from api.settings import Settings
from remedies import store
from remedies.store import answers, engine
from remedies.store.migrations import migrate
from tests.databases import new_database
from tests.store.posting import AT, posted

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"


def test_the_engine_reaches_a_server(postgresql: str) -> None:
    database = engine(postgresql)
    assert answers(database)
    with database.connect() as connection:
        version = connection.execute(text("select version()")).scalar_one()
    assert version.startswith("PostgreSQL")
    database.dispose()


def test_a_server_that_is_not_there_does_not_answer(postgresql: str) -> None:
    database = engine(postgresql.replace("/postgres", "/no_such_database"))
    assert not answers(database)
    database.dispose()


def test_health_answers_with_a_server(postgresql: str) -> None:
    app = create_app(Settings(database_url=postgresql))
    response = app.test_client().get("/health")
    app.extensions["database"].dispose()
    assert response.status_code == 200
    assert response.json is not None
    assert response.json["database"] is True


@pytest.fixture
def owned(postgresql: str, migrated_template: str) -> Iterator[str]:
    with new_database(postgresql, migrated_template) as url:
        yield url


def test_a_role_with_the_grants_that_the_guide_lists_serves_and_cannot_forge(
    owned: str,
) -> None:
    grants = re.findall(r"^    (GRANT .*);$", OPERATIONS.read_text("utf-8"), re.MULTILINE)
    assert len(grants) == 4
    owner = engine(owned)
    with owner.begin() as connection:
        for statement in ("CREATE ROLE remedies_server LOGIN", *grants):
            connection.execute(text(statement))
    serving = engine(
        make_url(owned).set(username="remedies_server").render_as_string(hide_password=False)
    )
    migrate(serving)
    keys = store.Keys.read(store.new_key())
    with store.sessions(serving).begin() as session:
        organization = store.add_organization(session, name="An office", at=AT).id
        case = store.open_case(session, organization, reference="C-1", district="", at=AT)
        store.amend_case(session, case, sealed=True)
        made, secret = store.make_token(session, organization, "auditor", at=AT, expires_at=AT)
        store.admit(session, organization, made.id, case.id, "V-1")
        store.exclude(session, organization, made.id, case.id, "V-1")
        store.token(session, secret, at=AT)
        store.revoke(session, organization, made.id, at=AT)
        of = (organization, case.id)
        store.put_identity(session, keys, *of, "V-1", content=b"{}", at=AT)
        store.put_paper(session, keys, *of, content=b"{}", media_type="text/plain", at=AT)
    posted(serving, organization, case.id, "key-1", 1_00)
    with store.sessions(serving).begin() as session:
        assert store.rotate(session, store.Keys((bytes(32), *keys.keys))) == 2
        assert store.purge_identity(session, organization, case.id, "V-1")
        store.forget(session, before=AT)
        assert store.journal_problems(session, organization, case.id) == ()
        assert store.audit_problems(session, organization) == ()
    for statement in (
        "ALTER TABLE entries DISABLE TRIGGER USER",
        "UPDATE entries SET cents = 1",
        "DELETE FROM audit",
        "TRUNCATE audit",
        "DROP TABLE entries",
    ):
        with pytest.raises(ProgrammingError), serving.begin() as connection:
            connection.execute(text(statement))
    serving.dispose()
    owner.dispose()
