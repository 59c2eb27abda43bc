"""The examples as the exercises of the training handouts need them: read, assessed, stated.

The examples belong to the project and are not in the installed package, so a folder is given.
"""

import datetime as dt
import json
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory
from typing import Final

from remedies import store
from remedies.casework.callers import Caller, Role
from remedies.casework.desk import Desk
from remedies.casework.exhibits import assessed
from remedies.casework.loading import load_case
from remedies.casework.statements import statement
from remedies.documents.guides.exercises import Example, Worked, examples
from remedies.errors import UnreadableError
from remedies.ledger.statement_lines import Statement
from remedies.store.migrations import migrate
from remedies.wire import read_json
from remedies.wire.result import result_json
from remedies.wire.statement import statement_json

_KEY_BYTES: Final = 32
_RECORDED_AFTER: Final = dt.timedelta(days=1)


def worked_examples(folder: Path) -> dict[str, Worked]:
    """Return every example that the handouts use, worked by the program itself.

    Raises:
        UnreadableError: the folder does not hold them.

    """
    return {name: _worked(folder / example.file, example) for name, example in examples().items()}


def _worked(path: Path, example: Example) -> Worked:
    try:
        content = path.read_bytes()
    except OSError:
        message = (
            f"the training handouts are made from the project's examples, and there is no {path}: "
            "run this in a checkout of the project, or say where its folder examples is"
        )
        raise UnreadableError(message, code="no_examples") from None
    if example.as_of is None:
        found = assessed(content)
        documents = {"claim": json.loads(content), "result": json.loads(result_json(found))}
        return Worked(documents=documents, assessment=found)
    account = _account(path, content, example.as_of)
    documents = {"story": json.loads(content), "statement": json.loads(statement_json(account))}
    return Worked(documents=documents, account=account)


def _account(path: Path, content: bytes, as_of: dt.date) -> Statement:
    """Return a case's statement, as if the case had been entered; the database is thrown away."""
    at = dt.datetime.combine(as_of + _RECORDED_AFTER, dt.time(), tzinfo=dt.UTC)
    with TemporaryDirectory() as folder:
        database = store.engine(f"sqlite:///{folder}/example.db")
        migrate(database)
        with store.sessions(database)() as session:
            organization = store.add_organization(session, name="Example", at=at).id
            caller = Caller(organization=organization, role=Role.SYSTEM, actor="example")
            keys = store.Keys((token_bytes(_KEY_BYTES),))
            desk = Desk(session=session, caller=caller, at=at, keys=keys)
            document = read_json(content, whole_numbers=True)
            row, _ = load_case(desk, document, lambda name: (path.parent / name).read_bytes())
            found = statement(desk, row.id, as_of=as_of)
        database.dispose()
    return found
