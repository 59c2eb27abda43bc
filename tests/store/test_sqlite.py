from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ArgumentError

from remedies import store


def test_sqlite_is_opened_with_care(tmp_path: Path) -> None:
    path = tmp_path / "var" / "remedies.db"
    database = store.engine(f"sqlite:///{path}")
    with database.connect() as connection:
        found = {
            name: connection.scalar(text(f"PRAGMA {name}"))
            for name in (
                "journal_mode",
                "foreign_keys",
                "synchronous",
                "secure_delete",
                "busy_timeout",
            )
        }
    assert found == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "secure_delete": 1,
        "busy_timeout": 5000,
    }
    assert path.parent.stat().st_mode & 0o077 == 0
    assert store.answers(database)
    database.dispose()


def test_a_database_that_cannot_be_opened_does_not_answer(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not store.answers(store.engine(f"sqlite:///{tmp_path / 'file' / 'x.db'}"))


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(ArgumentError):
        store.engine("no address")
