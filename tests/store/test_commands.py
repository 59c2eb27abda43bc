"""What an operator does by ``python -m remedies.store``, as docs/operations.md says."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from remedies.store import Keys, __main__, new_key
from tests.store.rows import AT, payments, tampered

Sessions = sessionmaker[Session]
Say = pytest.CaptureFixture[str]


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch, database_url: str) -> str:
    made = new_key()
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("REMEDIES_KEY", made)
    return made


@pytest.fixture
def identified(sessions: Sessions, key: str, case: store.CaseRow) -> store.CaseRow:
    with sessions.begin() as session:
        store.put_identity(
            session,
            Keys.read(key),
            case.organization,
            case.id,
            "V-1",
            content=b'{"name":"Ana Example"}',
            at=AT,
        )
    return case


def _said(capsys: Say, *words: str, status: int = 0) -> str:
    assert __main__.main(list(words)) == status
    streams = capsys.readouterr()
    return (streams.err if status else streams.out).strip()


def test_keys_are_rotated_step_by_step(
    identified: store.CaseRow,
    sessions: Sessions,
    key: str,
    capsys: Say,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = Keys.read(key).current
    assert _said(capsys, "keys") == f"{old}  1 rows  (encrypts)"
    newer = _said(capsys, "new-key")
    new = Keys.read(newer).current
    monkeypatch.setenv("REMEDIES_KEY", f"{newer},{key}")
    assert set(_said(capsys, "keys").splitlines()) == {
        f"{old}  1 rows",
        f"{new}  0 rows  (encrypts)",
    }
    assert _said(capsys, "rotate") == f"1 rows were encrypted anew under key {new}."
    monkeypatch.setenv("REMEDIES_KEY", newer)
    assert _said(capsys, "keys") == f"{new}  1 rows  (encrypts)"
    with sessions() as session:
        of = (identified.organization, identified.id, "V-1")
        found = store.get_identity(session, Keys.read(newer), *of)
    assert found == b'{"name":"Ana Example"}'


def test_rotating_without_the_older_key_is_refused(
    identified: store.CaseRow, capsys: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert identified.id
    monkeypatch.setenv("REMEDIES_KEY", new_key())
    assert "is needed to read this" in _said(capsys, "rotate", status=1)


def test_what_was_destroyed_is_gone_from_the_files(
    identified: store.CaseRow,
    sessions: Sessions,
    database: store.Engine,
    tmp_path: Path,
    capsys: Say,
) -> None:
    with database.connect() as connection:
        (ciphertext,) = connection.scalars(text("SELECT ciphertext FROM identities"))
    with sessions.begin() as session:
        store.purge_identity(session, identified.organization, identified.id, "V-1")
    assert _said(capsys, "scrub") == "What was destroyed is gone from the files."
    files = [path for path in tmp_path.iterdir() if path.name.startswith("remedies.db")]
    assert bool(files) == (database.dialect.name == "sqlite")
    for path in files:
        assert bytes(ciphertext) not in path.read_bytes()


def test_scrubbing_waits_for_readers(
    identified: store.CaseRow, sessions: Sessions, database: store.Engine, capsys: Say
) -> None:
    if database.dialect.name == "postgresql":
        return  # the server waits by itself
    with sessions() as reader:
        store.case(reader, identified.organization, identified.id)
        with sessions.begin() as session:
            store.purge_identity(session, identified.organization, identified.id, "V-1")
        assert "somebody is reading" in _said(capsys, "scrub", status=1)
    assert _said(capsys, "scrub")


@pytest.mark.usefixtures("key")
def test_tables_go_back_and_forth(capsys: Say) -> None:
    assert _said(capsys, "version") == "0003"
    assert _said(capsys, "go-back", "0002") == "The database has version 0002."
    assert _said(capsys, "migrate") == "The database has version 0003."
    assert _said(capsys, "go-back", "base") == "The database has version none."
    assert _said(capsys, "version") == "none"


@pytest.mark.usefixtures("identified")
def test_rows_are_not_destroyed_by_going_back(capsys: Say) -> None:
    assert "restore a backup instead" in _said(capsys, "go-back", "base", status=1)


def test_old_answers_are_forgotten(
    identified: store.CaseRow, sessions: Sessions, capsys: Say
) -> None:
    with sessions.begin() as session:
        store.remember(session, identified.organization, "k-1", "0" * 64, at=AT)
    for day, count in (("2026-11-22", 1), ("2026-11-23", 0)):
        _said(capsys, "forget", "--before", day)
        with sessions() as session:
            assert session.scalar(text("SELECT count(*) FROM requests")) == count


@pytest.mark.usefixtures("key")
def test_a_backup_is_of_sqlite_only_and_for_its_owner_only(
    database: store.Engine, tmp_path: Path, capsys: Say
) -> None:
    path = tmp_path / "backup.db"
    if database.dialect.name == "postgresql":
        assert "pg_dump" in _said(capsys, "back-up", str(path), status=1)
        return
    assert _said(capsys, "back-up", str(path)) == str(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert "File exists" in _said(capsys, "back-up", str(path), status=1)


def test_published_heads_prove_what_came_after(
    identified: store.CaseRow,
    database: store.Engine,
    sessions: Sessions,
    tmp_path: Path,
    capsys: Say,
) -> None:
    row = store.AuditRow(at=AT, actor="a", role="system", action="case.read")
    with sessions.begin() as session:
        case = store.append(session, identified, payments(1, 3))
        store.audited(session, case.organization, row)
    published = tmp_path / "heads.json"
    published.write_text(_said(capsys, "heads"))
    with sessions.begin() as session:
        store.append(session, case, payments(4, 5))
    assert "as it was written" in _said(capsys, "verify", "--heads", str(published))

    shorter = store.head_of(case.id, payments(1, 2))
    cut = [f"DELETE FROM entries WHERE seq = {seq}" for seq in (5, 4, 3)]  # noqa: S608
    move = f"UPDATE cases SET seq = 2, digest = '{shorter.digest}'"  # noqa: S608
    tampered(database, "entries", [*cut, move])
    assert "as it was written" in _said(capsys, "verify")
    said = _said(capsys, "verify", "--heads", str(published), status=1)
    assert "entry 3 was published, and the journal ends with 2" in said


@pytest.mark.parametrize("written", ["", "[]", '{"x": {}}', '{"x": {"audit": {"seq": 1}}}'])
@pytest.mark.usefixtures("key")
def test_heads_that_are_none_are_refused(tmp_path: Path, capsys: Say, written: str) -> None:
    path = tmp_path / "heads.json"
    path.write_text(written)
    assert "is not what `heads` wrote" in _said(capsys, "verify", "--heads", str(path), status=1)


@pytest.mark.usefixtures("key")
def test_an_organization_that_is_gone_is_found(tmp_path: Path, capsys: Say) -> None:
    path = tmp_path / "heads.json"
    head = {"seq": 1, "digest": "0" * 64}
    path.write_text(json.dumps({"0" * 32: {"audit": head, "cases": {"1" * 32: head}}}))
    said = _said(capsys, "verify", "--heads", str(path), status=1)
    assert "this organization was published, and is not in the database" in said


def test_a_database_that_is_not_there_is_said_in_a_line(capsys: Say, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    url = f"sqlite:///{tmp_path / 'file' / 'x.db'}"
    said = _said(capsys, "--database", url, "version", status=1)
    assert said == "remedies.store: the database cannot be used (OperationalError)"
