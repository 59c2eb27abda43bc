"""A PostgreSQL server of one's own: a temporary cluster on a free port of this machine."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SERVER_USER = "postgres"


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, the newest's; None where there are none."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0,
    )
    return found[-1].parent if found else None


@contextmanager
def cluster(found: Path, *, durable: bool = True) -> Iterator[str]:
    """Start a server with the programs found; give its address, and take everything away in the end.

    It is as durable as an installed one, unless it need not outlive a loss of power: then it is faster.

    Raises:
        subprocess.CalledProcessError: the server cannot be made or started.

    """
    folder = Path(tempfile.mkdtemp(prefix="remedies-postgresql-"))
    if os.getuid() == 0:
        os.chown(folder, pwd.getpwnam(SERVER_USER).pw_uid, pwd.getpwnam(SERVER_USER).pw_gid)
    data, port = folder / "data", _free_port()
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder}"
    if not durable:
        settings += " -c fsync=off -c full_page_writes=off"
    try:
        _run(
            found / "initdb", "-D", data, "-U", "remedies", "-A", "trust", "-E", "UTF8",
            "--no-sync",
        )  # fmt: skip
        _run(found / "pg_ctl", "-D", data, "-o", settings, "-l", folder / "log", "-w", "start")
        try:
            yield f"postgresql+psycopg://remedies@127.0.0.1:{port}/postgres"
        finally:
            _run(found / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str | Path) -> None:
    """Run a program as a user that PostgreSQL accepts: it refuses to be run by root."""
    words = [str(word) for word in command]
    if os.getuid() == 0:
        words = ["runuser", "-u", SERVER_USER, "--", *words]
    subprocess.run(words, check=True, capture_output=True, cwd="/")  # noqa: S603


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port
