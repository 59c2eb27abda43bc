"""A backup taken while others write restores to a whole database, as docs/operations.md says to take it."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

from remedies import store
from scripts.cluster import programs
from tests.databases import new_database
from tests.store.posting import posted
from tests.store.rows import payment


def test_a_backup_taken_under_load_restores(
    database_url: str, database: store.Engine, case: store.CaseRow, tmp_path: Path
) -> None:
    posted(database, case.organization, case.id, "key-0", 1_00)
    stop = threading.Event()
    writer = threading.Thread(target=_post_until, args=(stop, database, case))
    writer.start()
    with _restored(database_url, tmp_path) as restored:
        stop.set()
        writer.join()
        copy = store.engine(restored)
        _check(copy, case)
        copy.dispose()


def _check(copy: store.Engine, case: store.CaseRow) -> None:
    """Check that a restored database is whole, and go on in it."""
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


@contextmanager
def _restored(url: str, folder: Path) -> Iterator[str]:
    """Back the database up with its own means, restore it elsewhere and give the copy's address."""
    if url.startswith("sqlite"):
        source = store.engine(url)
        store.back_up(source, folder / "backup.db")
        source.dispose()
        yield f"sqlite:///{folder / 'backup.db'}"
        return
    with new_database(url) as copy:
        _dumped(url, copy, folder / "backup.dump")
        yield copy


def _dumped(url: str, copy: str, dump: Path) -> None:
    address, programs_of_server = make_url(url), programs()
    assert programs_of_server is not None
    where = ["-h", str(address.host), "-p", str(address.port), "-U", str(address.username)]
    to = f"--dbname={make_url(copy).database}"
    for name, *words in (
        ["pg_dump", *where, "--format=custom", f"--file={dump}", str(address.database)],
        ["pg_restore", *where, "--exit-on-error", to, str(dump)],
    ):
        subprocess.run([programs_of_server / name, *words], check=True, capture_output=True)
