"""Cases themselves: listed, opened, read and amended."""

import datetime as dt
from http import HTTPStatus

from flask import url_for

from api.v1.cases.answering import Answer, digested
from api.v1.cases.headers import amended_version, etag
from api.v1.cases.paging import AFTER, LIMIT, page, unknown_after
from api.v1.cases.records import AS_OF, KNOWN, draft_of, paged, past
from api.v1.cases.serving import Asked, Taken
from api.v1.query import day, one_of
from remedies.casework import cases
from remedies.casework.cases import Right
from remedies.errors import NotFoundError
from remedies.ledger.entries import KINDS, CaseOpened
from remedies.store import CaseRow, Chosen
from remedies.wire.entries import instant
from remedies.wire.entries_schema import entry_document

DISTRICT, REFERENCE, SINCE, HAS = "district", "reference", "opened_since", "has"
LISTED = (DISTRICT, REFERENCE, SINCE, HAS, LIMIT, AFTER)
READ = (AS_OF, KNOWN)


def listed(asked: Asked) -> Answer:
    """List a page of the organization's cases, in the order of their opening."""
    query = asked.query
    wanted = page(query)
    _known_after(asked, wanted.after)
    if one_of(query, HAS, KINDS) is not None:
        asked.desk.caller.demand(Right.READ_CASE)  # what a case has tells of others' victims
    since = day(query, SINCE)
    chosen = Chosen(
        district=query.get(DISTRICT),
        reference=query.get(REFERENCE),
        opened_since=None if since is None else dt.datetime.combine(since, dt.time(), dt.UTC),
        kind=query.get(HAS),
    )
    found = cases.cases(asked.desk, chosen, after=wanted.after or None, limit=wanted.limit + 1)
    shown = found[: wanted.limit]
    after = shown[-1].id if len(found) > wanted.limit else None
    return paged("cases", [_row(row) for row in shown], after, query)


def _known_after(asked: Asked, after: str) -> None:
    """Require that a page begins after a case that the caller may see.

    Raises:
        QueryError: there is none of that number.

    """
    if not after:
        return
    try:
        cases.case(asked.desk, after)
    except NotFoundError:
        raise unknown_after() from None


def opened(asked: Asked, taken: Taken) -> Answer:
    """Open a case."""
    row, entry = cases.open_case(asked.desk, draft_of(CaseOpened.kind, taken))
    return Answer(
        document=_row(row) | entry_document(entry),
        status=HTTPStatus.CREATED,
        etag=etag(entry.seq),
        headers={"Location": url_for("cases.read_case", case=row.id)},
    )


def one(asked: Asked, case: str) -> Answer:
    """Read a case; an advocate reads its number and reference only."""
    as_of, known = past(asked.query)
    row = _row(cases.case(asked.desk, case))
    if not asked.query and not asked.desk.caller.may(Right.READ_CASE):
        return digested(row)
    if as_of is None and known is None:
        found = cases.record(asked.desk, case, CaseOpened.kind, "")
        return Answer(document=row | entry_document(found.entry), etag=etag(found.version))
    with cases.book(asked.desk, case, as_of=as_of, known=known) as book:
        entry = cases.opening(book)
    return Answer(document=row | entry_document(entry), etag=etag(entry.seq))


def amended(asked: Asked, taken: Taken, case: str) -> Answer:
    """Put a new version of what is known of a case in the place of the one that was read."""
    draft = draft_of(CaseOpened.kind, taken)
    cases.enter(asked.desk, case, draft, expected=amended_version())
    return one(Asked(desk=asked.desk, query={}), case)


def _row(row: CaseRow) -> dict[str, object]:
    return {
        "id": row.id,
        "reference": row.reference,
        "district": row.district,
        "sealed": row.sealed,
        "opened_at": instant(row.opened_at),
    }
