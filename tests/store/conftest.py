"""Databases to test on: SQLite always, PostgreSQL whenever a server of its own can be started."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

SERVER_USER = "postgres"


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def _as_server(*command: str | Path) -> None:
    """Run a program as a user that PostgreSQL accepts: it refuses to be run by root."""
    words = [str(word) for word in command]
    if os.getuid() == 0:
        words = ["runuser", "-u", SERVER_USER, "--", *words]
    subprocess.run(words, check=True, capture_output=True, cwd="/")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A temporary cluster on a free port of this machine, gone when the tests end."""
    programs = _programs()
    if programs is None:
        pytest.skip(
            "NOT TESTED ON POSTGRESQL: no server is installed (apt-get install postgresql)"
        )
    folder = Path(tempfile.mkdtemp(prefix="remedies-postgresql-"))
    if os.getuid() == 0:
        user = pwd.getpwnam(SERVER_USER)
        os.chown(folder, user.pw_uid, user.pw_gid)
    port = _free_port()
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder}"
    try:
        _as_server(
            programs / "initdb",
            "-D",
            folder / "data",
            "-U",
            "remedies",
            "-A",
            "trust",
            "--no-sync",
        )
        _as_server(
            programs / "pg_ctl", "-D", folder / "data", "-o", settings, "-l", folder / "log",
            "-w", "start",
        )  # fmt: skip
        yield f"postgresql+psycopg://remedies@127.0.0.1:{port}/postgres"
        _as_server(programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
