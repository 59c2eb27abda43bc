"""The record of a case whole: its journal, its audit trail, the proof of both, and its archive."""

import re
from http import HTTPStatus
from typing import Final

from flask import url_for

from api.errors import QueryError
from api.v1.cases.answering import Answer
from api.v1.cases.bodies import MOST_ARCHIVE, content
from api.v1.cases.paging import AFTER, LIMIT, page
from api.v1.cases.records import listed_after, paged
from api.v1.cases.serving import Asked, Taken
from api.v1.query import flag, one_of
from remedies.casework import cases
from remedies.errors import Problem
from remedies.ledger.entries import KINDS
from remedies.store import AuditRow, Head
from remedies.wire.entries import instant
from remedies.wire.entries_schema import entry_document

ZIP: Final = "application/zip"
KIND, HEAD, IDENTITIES = "kind", "head", "identities"
PAGED: Final = (LIMIT, AFTER)
_HEAD: Final = re.compile(r"([1-9][0-9]{0,8}):([0-9a-f]{64})")


def journal(asked: Asked, case: str) -> Answer:
    """Return a page of the journal, and the head that can be published to prove it later."""
    kind = one_of(asked.query, KIND, KINDS)
    wanted = page(asked.query)
    head = cases.case(asked.desk, case).head
    found = cases.journal(
        asked.desk, case, kind=kind, after=listed_after(wanted), limit=wanted.limit + 1
    )
    shown = found[: wanted.limit]
    after = str(shown[-1].seq) if len(found) > wanted.limit else None
    told = {"seq": head.seq, "digest": head.digest}
    entries = [entry_document(entry) for entry in shown]
    return paged("entries", entries, after, asked.query, head=told)


def journal_proof(asked: Asked, case: str) -> Answer:
    """Prove the journal's chain."""
    return _proof(cases.verify(asked.desk, case, _head(asked)))


def audit_proof(asked: Asked) -> Answer:
    """Prove the audit trail's chain."""
    return _proof(cases.audit_problems(asked.desk, _head(asked)))


def trail(asked: Asked, case: str | None = None) -> Answer:
    """Return a page of the audit trail: of the organization, or what concerns one case."""
    wanted = page(asked.query)
    found = cases.audit(
        asked.desk, case_id=case, after=listed_after(wanted), limit=wanted.limit + 1
    )
    shown = found[: wanted.limit]
    after = str(shown[-1][0]) if len(found) > wanted.limit else None
    return paged("rows", [_row(seq, row) for seq, row in shown], after, asked.query)


def archive(asked: Asked, case: str) -> Answer:
    """Return a case as one archive."""
    found = cases.export_case(asked.desk, case, identities=flag(asked.query, IDENTITIES))
    return Answer(file=lambda: found, media_type=ZIP, name="case.zip")


def taken_archive() -> Taken:
    """Take an archive."""
    return Taken(content=content(MOST_ARCHIVE, media_type=ZIP), media_type=ZIP)


def imported(asked: Asked, taken: Taken) -> Answer:
    """Import a case from its archive."""
    row = cases.import_case(asked.desk, taken.content)
    return Answer(
        document={"id": row.id, "reference": row.reference, "entries": row.head.seq},
        status=HTTPStatus.CREATED,
        headers={"Location": url_for("cases.read_case", case=row.id)},
    )


def _head(asked: Asked) -> Head | None:
    given = asked.query.get(HEAD)
    if given is None:
        return None
    found = _HEAD.fullmatch(given)
    if found is None:
        says = "must be a number, a colon and a digest, as they were published"
        raise QueryError(HEAD, says, code="invalid")
    return Head(seq=int(found[1]), digest=found[2])


def _proof(problems: tuple[Problem, ...]) -> Answer:
    listed = [{"field": p.field, "code": p.code, "message": p.message} for p in problems]
    return Answer(document={"whole": not problems, "problems": listed})


def _row(seq: int, row: AuditRow) -> dict[str, object]:
    return {
        "seq": seq,
        "at": instant(row.at),
        "actor": row.actor,
        "role": row.role,
        "action": row.action,
        "case": row.case_id,
        "subject": row.subject,
        "outcome": row.outcome,
    }
