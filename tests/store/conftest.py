"""Databases to test on, and an organization that has a case in each."""

import pytest
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from tests.databases import (
    bare_url,
    database,
    database_url,
    migrated_file,
    migrated_template,
    postgresql,
)
from tests.store.rows import AT

__all__ = [
    "bare_url",
    "database",
    "database_url",
    "migrated_file",
    "migrated_template",
    "postgresql",
]


@pytest.fixture
def sessions(database: store.Engine) -> sessionmaker[Session]:
    return store.sessions(database)


@pytest.fixture
def organization(sessions: sessionmaker[Session]) -> str:
    with sessions.begin() as session:
        return store.add_organization(session, name="An office", at=AT).id


@pytest.fixture
def case(sessions: sessionmaker[Session], organization: str) -> store.CaseRow:
    """A case without entries."""
    with sessions.begin() as session:
        return store.open_case(session, organization, reference="C-1", district="mad", at=AT)
