"""What whoever runs the program does with its database: ``python -m remedies.store COMMAND``.

The database is that of ``DATABASE_URL``, the keys are those of ``REMEDIES_KEY`` or ``REMEDIES_KEY_FILE``, as
for the server (docs/operations.md).
"""

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Final

from remedies.errors import RemediesError, UnreadableError
from remedies.store import (
    DatabaseError,
    Engine,
    Head,
    Keys,
    back_up,
    engine,
    forget,
    key_uses,
    new_key,
    rotate,
    scrub,
    sessions,
)
from remedies.store.migrations import go_back, migrate, version
from remedies.store.publishing import Published, heads, problems

DATABASE: Final = "sqlite:///var/remedies.db"
KEY_FILE: Final = "var/remedies.key"


class UnsoundError(RemediesError):
    """A chain is not as it was written."""

    code = "unsound"


def main(arguments: list[str] | None = None) -> int:
    """Do one command; return 0, or 1 when it could not be done."""
    options = _parser().parse_args(arguments)
    database = engine(options.database or os.environ.get("DATABASE_URL") or DATABASE)
    try:
        said = COMMANDS[options.command](database, options)
    except (RemediesError, OSError) as error:
        sys.stderr.write(f"remedies.store: {error}\n")
        return 1
    except DatabaseError as error:
        sys.stderr.write(f"remedies.store: the database cannot be used ({type(error).__name__})\n")
        return 1
    finally:
        database.dispose()
    sys.stdout.write(f"{said}\n")
    return 0


def _migrate(database: Engine, _: argparse.Namespace) -> str:
    return f"The database has version {migrate(database)}."


def _version(database: Engine, _: argparse.Namespace) -> str:
    return version(database) or "none"


def _go_back(database: Engine, options: argparse.Namespace) -> str:
    go_back(database, options.to)
    return f"The database has version {version(database) or 'none'}."


def _back_up(database: Engine, options: argparse.Namespace) -> str:
    back_up(database, options.file)
    return str(options.file)


def _new_key(_: Engine, __: argparse.Namespace) -> str:
    return new_key()


def _keys(database: Engine, _: argparse.Namespace) -> str:
    current = _loaded().current
    with sessions(database)() as session:
        uses = {current: 0, **key_uses(session)}
    return "\n".join(
        f"{key}  {count} rows{'  (encrypts)' if key == current else ''}"
        for key, count in sorted(uses.items())
    )


def _rotate(database: Engine, _: argparse.Namespace) -> str:
    keys, made = _loaded(), sessions(database)
    done = 0
    while True:
        with made.begin() as session:
            count = rotate(session, keys)
        if not count:
            return f"{done} rows were encrypted anew under key {keys.current}."
        done += count


def _forget(database: Engine, options: argparse.Namespace) -> str:
    before = dt.datetime.combine(options.before, dt.time(), dt.UTC)
    with sessions(database).begin() as session:
        forget(session, before=before)
    return f"What was answered before {options.before} is forgotten."


def _scrub(database: Engine, _: argparse.Namespace) -> str:
    if not scrub(database):
        message = "somebody is reading: do it again when nobody is"
        raise BlockingIOError(message)
    return "What was destroyed is gone from the files."


def _heads(database: Engine, _: argparse.Namespace) -> str:
    with sessions(database)() as session:
        found = heads(session)
    return json.dumps({name: asdict(one) for name, one in found.items()}, indent=1)


def _verify(database: Engine, options: argparse.Namespace) -> str:
    published = _published(options.heads) if options.heads else {}
    with sessions(database)() as session:
        found = problems(session, published)
    if found:
        raise UnsoundError("\n".join(f"{problem.field}: {problem.message}" for problem in found))
    return "Every audit trail and every journal is as it was written."


def _published(path: Path) -> dict[str, Published]:
    try:
        return {
            name: Published(
                audit=Head(**one["audit"]),
                cases={case_id: Head(**head) for case_id, head in one["cases"].items()},
            )
            for name, one in json.loads(path.read_text("utf-8")).items()
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        message = f"{path.name} is not what `heads` wrote"
        raise UnreadableError(message) from None


COMMANDS: Final[Mapping[str, Callable[[Engine, argparse.Namespace], str]]] = {
    "migrate": _migrate,
    "version": _version,
    "go-back": _go_back,
    "back-up": _back_up,
    "new-key": _new_key,
    "keys": _keys,
    "rotate": _rotate,
    "forget": _forget,
    "scrub": _scrub,
    "heads": _heads,
    "verify": _verify,
}


def _loaded() -> Keys:
    return Keys.load(os.environ, Path(os.environ.get("REMEDIES_KEY_FILE") or KEY_FILE))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m remedies.store", description=__doc__)
    parser.add_argument("--database", metavar="URL", help="an SQLAlchemy address")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("migrate", help="bring the tables to this program's version")
    commands.add_parser("version", help="say which version the tables have")
    back = commands.add_parser("go-back", help="bring the tables to an earlier version")
    back.add_argument("to", metavar="VERSION")
    backup = commands.add_parser("back-up", help="copy an SQLite database, whole, to a new file")
    backup.add_argument("file", type=Path, metavar="FILE")
    commands.add_parser("new-key", help="print a new key")
    commands.add_parser("keys", help="say how many rows stand under which key")
    commands.add_parser("rotate", help="encrypt everything anew under the first key")
    old = commands.add_parser("forget", help="delete the answers to requests of before a day")
    old.add_argument("--before", type=dt.date.fromisoformat, required=True, metavar="DATE")
    commands.add_parser("scrub", help="overwrite what destroyed rows left in the files")
    commands.add_parser("heads", help="print the heads of all chains, to be published")
    proof = commands.add_parser("verify", help="prove all chains")
    proof.add_argument("--heads", type=Path, metavar="FILE", help="as `heads` printed them once")
    return parser


if __name__ == "__main__":
    sys.exit(main())
