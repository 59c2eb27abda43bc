"""Papers of a case: documents and the claims and results behind assessments, encrypted, by their digests."""

from dataclasses import replace
from typing import Final

from remedies import store
from remedies.casework.books import Kept, kept
from remedies.casework.desk import Desk, Draft
from remedies.casework.entering import enter
from remedies.casework.media_types import demand_media_type
from remedies.casework.reading import case, concerns
from remedies.casework.rows import digests
from remedies.casework.seen_by import only_own
from remedies.errors import NotFoundError
from remedies.ledger.entries import Entry, Paper, Purged, Victim

_GONE: Final = "the bytes of that paper were destroyed, or never stored here"


def add_document(desk: Desk, case_id: str, draft: Draft, content: bytes) -> Entry:
    """Store a document's bytes and enter it; ``digest`` and ``size`` of the draft are those of the bytes.

    A document that is there is replaced by one that corrects it, and by no other of its reference.

    Raises:
        ConflictError: the case has a document of that reference.
        ForbiddenError: the caller's role enters no documents, or not for these victims.
        InvalidEntryError: the bytes are none, or not of the media type.
        LedgerError: the book refuses it.
        NotFoundError: there is no such case that the caller may see.

    """
    body = draft.body
    assert isinstance(body, Paper)  # noqa: S101 - the caller's own
    demand_media_type(body.media_type, content)
    made = replace(body, digest=store.paper_digest(content), size=len(content))
    entry = enter(
        desk, case_id, replace(draft, body=made), expected=0 if draft.corrects is None else None
    )
    put(desk, case_id, content, body.media_type)
    return entry


def document(desk: Desk, case_id: str, reference: str) -> tuple[Paper, bytes]:
    """Return a document's entry and its bytes.

    Raises:
        NotFoundError: there is none that the caller may see, or its bytes were destroyed.

    """
    row = case(desk, case_id)
    own = desk.caller.own(case_id)
    with kept(desk.session, row) as found:
        latest = found.book.latest(Paper.kind, reference)
        gone = latest is not None and _purged(found, latest)
    if latest is not None and concerns(latest, own):
        if gone:
            raise NotFoundError(_GONE)
        body = only_own(latest, own).body
        assert isinstance(body, Paper)  # noqa: S101 - versions are kept by kind
        desk.audit("read document", case_id, reference)
        return body, _got(desk, case_id, body.digest)[1]
    message = "the case has no document of that reference that this token may see"
    raise NotFoundError(message)


def paper(desk: Desk, case_id: str, digest: str) -> tuple[store.PaperRow, bytes]:
    """Return the bytes of any paper that the journal names: an assessment's claim or result, a document.

    Raises:
        NotFoundError: the journal names none that the caller may see, or its bytes were destroyed.

    """
    row = case(desk, case_id)
    with kept(desk.session, row) as found:
        naming = [entry for entry in found.book.entries if _names(desk, found, entry, digest)]
        gone = naming and all(_purged(found, entry) for entry in naming)
    if gone:
        raise NotFoundError(_GONE)
    if not naming:
        message = "the case has no paper of that digest that this token may see"
        raise NotFoundError(message)
    desk.audit("read paper", case_id, digest)
    return _got(desk, case_id, digest)


def put(desk: Desk, case_id: str, content: bytes, media_type: str) -> str:
    """Store a paper's bytes and return their digest; the caller's right was checked by entering it."""
    row = store.put_paper(
        desk.session,
        desk.needed_keys(),
        desk.organization,
        case_id,
        content=content,
        media_type=media_type,
        at=desk.at,
    )
    return row.digest


def _purged(found: Kept, entry: Entry) -> bool:
    """Return whether the papers of an entry were destroyed, even where another has the same bytes."""
    reference = getattr(entry.body, "reference", "")
    if found.book.latest(Victim.kind, reference) is not None:  # whose identity a purge is about
        return False
    purges = (e for e in found.book.entries[entry.seq :] if isinstance(e.body, Purged))
    return any(e.body.of == reference for e in purges)  # type: ignore[union-attr]


def _names(desk: Desk, found: Kept, entry: Entry, digest: str) -> bool:
    """Return whether an entry that the caller may see names a paper.

    Who is limited to some victims sees what stands now: a document that was marked for them by mistake, or
    an assessment that was taken back, is theirs no more, whoever still knows its digest.
    """
    if digest not in digests(entry.body):
        return False
    own = desk.caller.own(found.case_id)
    reference = getattr(entry.body, "reference", "")
    stands = found.book.latest(entry.body.kind, reference) is entry
    return own is None or (stands and concerns(entry, own))


def _got(desk: Desk, case_id: str, digest: str) -> tuple[store.PaperRow, bytes]:
    found = store.get_paper(desk.session, desk.needed_keys(), desk.organization, case_id, digest)
    if found is None:
        raise NotFoundError(_GONE)
    return found
