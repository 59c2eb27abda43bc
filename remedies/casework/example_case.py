"""A case from a file of entries, as if it had been entered: in a database of its own that is thrown away."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory
from typing import Final

from remedies import store
from remedies.casework.callers import Caller, Role
from remedies.casework.desk import Desk
from remedies.casework.identities import put_identity
from remedies.casework.loading import load_case
from remedies.store.migrations import migrate
from remedies.wire import read_json

_KEY_BYTES: Final = 32


@contextmanager
def example_case(
    path: Path, at: dt.datetime, identities: Mapping[str, object] | None = None
) -> Iterator[tuple[Desk, str]]:
    """Give the desk of a prosecutor and the id of the case whose entries a file lists.

    Args:
        path: the file; those that it names stand beside it.
        at: the instant (UTC) at which everything is recorded.
        identities: who each victim is, by reference, in the form of an identity.

    Raises:
        OSError: the file cannot be read.
        RemediesError: it is no list of entries that can be made.

    """
    content = path.read_bytes()
    with TemporaryDirectory() as folder:
        database = store.engine(f"sqlite:///{folder}/example.db")
        migrate(database)
        try:
            with store.sessions(database)() as session:
                organization = store.add_organization(session, name="Example", at=at).id
                caller = Caller(organization=organization, role=Role.SYSTEM, actor="example")
                keys = store.Keys((token_bytes(_KEY_BYTES),))
                desk = Desk(session=session, caller=caller, at=at, keys=keys)
                document = read_json(content, whole_numbers=True)
                row, _ = load_case(desk, document, lambda name: (path.parent / name).read_bytes())
                prosecutor = replace(desk, caller=replace(caller, role=Role.PROSECUTOR))
                for victim, identity in (identities or {}).items():
                    put_identity(prosecutor, row.id, victim, identity)
                yield prosecutor, row.id
        finally:
            database.dispose()
