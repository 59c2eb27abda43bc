"""A backup taken while others write restores to a whole database, as docs/operations.md says to take it."""

import subprocess
import threading
import uuid
from pathlib import Path

from sqlalchemy import make_url

from remedies import store
from scripts.cluster import programs
from tests.databases import new_database
from tests.store.posting import posted
from tests.store.rows import payment

POSTS = 40


def test_a_backup_taken_under_load_restores(
    database_url: str, database: store.Engine, case: store.CaseRow, tmp_path: Path
) -> None:
    posted(database, case.organization, case.id, "key-0", 1_00)
    stop = threading.Event()
    writer = threading.Thread(target=_post_until, args=(stop, database, case))
    writer.start()
    restored = _restored(database_url, tmp_path)
    stop.set()
    writer.join()
    copy = store.engine(restored)
    with store.sessions(copy)() as session:
        rows = store.journal(session, case.organization, case.id)
        head = store.head_of(case.id, rows)
        assert store.journal_problems(session, case.organization, case.id, head) == ()
        assert store.audit_problems(session, case.organization) == ()
        trail = store.audit_head(session, case.organization)
    assert rows
    assert trail is not None
    assert trail.seq == len(rows)
    posted(copy, case.organization, case.id, "key-after", 2_00)
    with store.sessions(copy)() as session:
        after = store.journal(session, case.organization, case.id)
    assert after == (*rows, payment(len(rows) + 1, 2_00))
    copy.dispose()


def test_a_backup_never_overwrites_one(
    database: store.Engine, tmp_path: Path, migrated_file: Path
) -> None:
    del database
    kept = tmp_path / "kept.db"
    kept.write_bytes(b"an older backup")
    source = store.engine(f"sqlite:///{migrated_file}")
    try:
        store.back_up(source, kept)
    except FileExistsError:
        assert kept.read_bytes() == b"an older backup"
    else:
        raise AssertionError
    finally:
        source.dispose()


def _post_until(stop: threading.Event, database: store.Engine, case: store.CaseRow) -> None:
    for number in range(1, 2_000):
        if stop.is_set():
            return
        posted(database, case.organization, case.id, f"key-{number}", 1_00)


def _restored(url: str, folder: Path) -> str:
    """Back the database up with its own means, restore it elsewhere and return the copy's address."""
    if url.startswith("sqlite"):
        source = store.engine(url)
        store.back_up(source, folder / "backup.db")
        source.dispose()
        return f"sqlite:///{folder / 'backup.db'}"
    address = make_url(url)
    copy = make_url(new_database(url, f"restored_{uuid.uuid4().hex}"))
    bin_ = programs()
    assert bin_ is not None
    where = ["-h", str(address.host), "-p", str(address.port), "-U", str(address.username)]
    dump = folder / "backup.dump"
    for command in (
        ["pg_dump", *where, "--format=custom", f"--file={dump}", str(address.database)],
        ["pg_restore", *where, "--exit-on-error", f"--dbname={copy.database}", str(dump)],
    ):
        subprocess.run([bin_ / command[0], *command[1:]], check=True, capture_output=True)
    return copy.render_as_string(hide_password=False)
