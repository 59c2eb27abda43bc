"""The examples as the exercises of the training handouts need them: read, assessed, stated.

The examples belong to the project and are not in the installed package, so a folder is given.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Final

from remedies.casework.example_case import example_case
from remedies.casework.exhibits import assessed
from remedies.casework.statements import statement
from remedies.documents.guides.exercises import Example, Worked, examples
from remedies.errors import UnreadableError
from remedies.ledger.statement_lines import Statement
from remedies.wire.result import result_json
from remedies.wire.statement import statement_json

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
            "the training handouts are made from the project's examples, and they are not there: run this "
            "in a checkout of the project, or say where its folder examples is"
        )
        raise UnreadableError(message, code="no_examples") from None
    if example.as_of is None:
        found = assessed(content)
        documents = {"claim": json.loads(content), "result": json.loads(result_json(found))}
        return Worked(documents=documents, assessment=found)
    account = _account(path, example.as_of)
    documents = {"story": json.loads(content), "statement": json.loads(statement_json(account))}
    return Worked(documents=documents, account=account)


def _account(path: Path, as_of: dt.date) -> Statement:
    """Return a case's statement, as if the case had been entered; the database is thrown away."""
    at = dt.datetime.combine(as_of + _RECORDED_AFTER, dt.time(), tzinfo=dt.UTC)
    with example_case(path, at) as (desk, case_id):
        return statement(desk, case_id, as_of=as_of)
