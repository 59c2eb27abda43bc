"""A case's records: listed, read, entered and amended; the same four operations for every noun."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any, Final

from flask import request, url_for

from api.errors import QueryError
from api.v1.cases.answering import Answer, digested
from api.v1.cases.bodies import content
from api.v1.cases.headers import amended_version, etag
from api.v1.cases.nouns import Noun
from api.v1.cases.paging import AFTER, LIMIT, Page, next_address, page, unknown_after
from api.v1.cases.serving import Asked, Taken
from api.v1.query import day
from remedies.casework import cases
from remedies.casework.cases import Draft, Record
from remedies.errors import InvalidEntryError, NotFoundError, Problem
from remedies.ledger.book import Book
from remedies.ledger.entries import Entry
from remedies.wire import read_json
from remedies.wire.entries_schema import entry_document

AS_OF, KNOWN = "as_of", "known"
ABOUT, SINCE, UNTIL = "about", "since", "until"
WARNING: Final = "warning"
LISTED: Final = (AS_OF, KNOWN, ABOUT, SINCE, UNTIL, LIMIT, AFTER)
READ: Final = (AS_OF, KNOWN)
_ALL: Final = 1_000_000
_LONGEST: Final = 9


def listed(asked: Asked, noun: Noun, case: str) -> Answer:
    """List a page of the records of one noun."""
    query = asked.query
    wanted = page(query)
    after = listed_after(wanted)
    since, until = day(query, SINCE), day(query, UNTIL)
    filtered = any(name in query for name in (ABOUT, SINCE, UNTIL))
    found = _found(asked, noun, case, after, _ALL if filtered else wanted.limit + 1)
    about = query.get(ABOUT)
    fitting = [record for record in found if _fits(record.entry, about, since, until)]
    kept = fitting[: wanted.limit + 1]
    shown, more = kept[: wanted.limit], len(kept) > wanted.limit
    last = str(shown[-1].first) if more else None
    return paged(noun.path, [document(record) for record in shown], last, query)


def paged(
    plural: str, shown: list[Any], after: str | None, query: Mapping[str, str], **told: object
) -> Answer:
    """Return a page of a list, with the address of the next where there is more, and what else is told.

    Its version is the digest of its bytes: the number of the latest entry would tell of entries that are not
    in the list, and that the caller may not see.
    """
    headers = {}
    if after is not None:
        headers["Link"] = f'<{next_address(request.path, query, after)}>; rel="next"'
    return replace(digested({plural: shown, "next": after, **told}), headers=headers)


def listed_after(wanted: Page) -> int:
    """Return the number after which a page of numbered things begins.

    Raises:
        QueryError: ``after`` is no number.

    """
    return whole(AFTER, wanted.after) if wanted.after else 0


def one(asked: Asked, noun: Noun, case: str, name: str) -> Answer:
    """Read one record."""
    if any(part in asked.query for part in READ):
        found = next((r for r in _found(asked, noun, case, 0, _ALL) if r.reference == name), None)
        if found is None:
            message = f"the case had no {noun.kind} of that reference then"
            raise NotFoundError(message)
    else:
        found = cases.record(asked.desk, case, noun.kind, name)
    return Answer(document=document(found), etag=etag(found.version))


def entered(asked: Asked, taken: Taken, noun: Noun, case: str) -> Answer:
    """Enter a new record, or one that replaces another entry of its kind."""
    draft = draft_of(noun.kind, taken)
    new = noun.amended and draft.corrects is None
    entry = cases.entered(asked.desk, case, draft, expected=0 if new else None)
    return replace(created(noun, case, entry), document=_warned(asked, case, entry))


def entered_all(asked: Asked, taken: Taken, case: str) -> Answer:
    """Enter many entries of any kinds, all or none."""
    document = read_json(taken.content, whole_numbers=True)
    entries = cases.enter_all(asked.desk, case, document)
    made = [_warned(asked, case, entry) for entry in entries]
    return Answer(document={"entries": made}, status=HTTPStatus.CREATED)


def amended(asked: Asked, taken: Taken, noun: Noun, case: str, name: str) -> Answer:
    """Put a new version of a record in the place of the one that was read."""
    expected = amended_version()
    draft = draft_of(noun.kind, taken)
    if getattr(draft.body, "reference", "") != name:
        says = "must be the reference in the address"
        raise InvalidEntryError([Problem("reference", "inconsistent", says)])
    cases.entered(asked.desk, case, draft, expected=expected)
    found = cases.record(asked.desk, case, noun.kind, name)
    return Answer(document=document(found), etag=etag(found.version))


def created(noun: Noun, case: str, entry: Entry) -> Answer:
    """Return the answer of a write: what was entered, and where it stands."""
    name = getattr(entry.body, "reference", "") or str(entry.seq)
    return Answer(
        document=entry_document(entry),
        status=HTTPStatus.CREATED,
        etag=etag(entry.seq),
        headers={"Location": url_for(f"cases.read_{noun.kind}", case=case, name=name)},
    )


def _warned(asked: Asked, case: str, entry: Entry) -> dict[str, object]:
    warning = cases.warning(asked.desk, case, entry)
    return entry_document(entry) | ({WARNING: warning} if warning else {})


def document(record: Record) -> dict[str, object]:
    """Return a record as JSON gives it out: its latest version, and who took it back, if anyone did."""
    found = entry_document(record.entry)
    if record.corrected_by is not None:
        found["corrected_by"] = record.corrected_by
    return found


def taken_json() -> Taken:
    """Take a JSON body."""
    return Taken(content=content())


def past(query: Mapping[str, str]) -> tuple[dt.date | None, int | None]:
    """Return the day as of which, and the entry as known at which, a query asks.

    Raises:
        QueryError: a part is no day, or no number of an entry.

    """
    known = query.get(KNOWN)
    return day(query, AS_OF), None if known is None else whole(KNOWN, known)


def draft_of(kind: str, taken: Taken) -> Draft:
    """Return the draft that a JSON form of a kind gives."""
    return cases.draft_of(kind, read_json(taken.content, whole_numbers=True))


def _found(asked: Asked, noun: Noun, case: str, after: int, limit: int) -> Iterable[Record]:
    as_of, known = past(asked.query)
    if as_of is None and known is None:
        return cases.records(asked.desk, case, noun.kind, after=after, limit=limit)
    with cases.book(asked.desk, case, as_of=as_of, known=known) as book:
        cases.opening(book)
        return [record for record in _then(book, noun.kind) if record.first > after][:limit]


def _then(book: Book, kind: str) -> list[Record]:
    """Return the records of a kind in a book of an earlier day or knowledge."""
    found: dict[str, Record] = {}
    for entry in book.live:
        if entry.body.kind == kind:
            name = getattr(entry.body, "reference", "") or str(entry.seq)
            first = found[name].first if name in found else entry.seq
            found[name] = Record(
                kind=kind, reference=name, entry=entry, first=first, version=entry.seq
            )
    return sorted(found.values(), key=lambda record: record.first)


def _fits(entry: Entry, about: str | None, since: dt.date | None, until: dt.date | None) -> bool:
    if (since is not None and entry.on < since) or (until is not None and entry.on > until):
        return False
    return about is None or cases.names(entry.body, about)


def whole(name: str, text: str, *, wrong: type[QueryError] = QueryError) -> int:
    """Return the number that a part of a query is, or of a form, whose kind of error ``wrong`` then is.

    Raises:
        QueryError: it is none.

    """
    if not (text.isascii() and text.isdigit() and 1 <= len(text) <= _LONGEST and int(text)):
        if name == AFTER:
            raise unknown_after()
        raise wrong(name, "must be the number of an entry", code="out_of_range")
    return int(text)
