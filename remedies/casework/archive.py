"""A case's whole story in one file, and back: the journal, its papers, identities only where asked for.

What is imported is held against its digests, against the journal's chain, and posted entry by entry to a
new book: nothing comes in that could not have been entered. An export of an import is the same bytes.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NoReturn

from remedies import store
from remedies.casework import archive_members
from remedies.casework.archive_members import IDENTITIES, JOURNAL, PAPERS, Archive
from remedies.casework.books import kept
from remedies.casework.callers import Right
from remedies.casework.desk import Desk
from remedies.casework.entering import AHEAD, mirrored
from remedies.casework.positions import unknown_positions
from remedies.casework.reading import case, papers_of
from remedies.casework.rows import purged_papers, row_of
from remedies.errors import LedgerError, Problem, UnreadableError
from remedies.ledger.book import Book
from remedies.ledger.entries import CaseOpened, Entry, Victim
from remedies.wire.entries import entry_json, entry_of, instant, instant_of
from remedies.wire.entries_checks import entry_problems
from remedies.wire.entries_identity import read_identity
from remedies.wire.reading import read_json

ZIP: Final = "application/zip"
_CASE: Final = frozenset({"id", "opened_at"})
_HEAD: Final = frozenset({"seq", "digest"})


def export_case(desk: Desk, case_id: str, *, identities: bool = False) -> bytes:
    """Return a case as one archive; the same case gives the same bytes.

    Args:
        desk: whose transaction it is, with keys.
        case_id: the case.
        identities: whether victims' identities are put in, readable by whoever has the file.

    Raises:
        ForbiddenError: the caller's role exports no cases, or no identities.
        NotFoundError: there is no such case that the caller may see.
        UnreadableError: the journal is not as it was recorded.

    """
    row = case(desk, case_id)
    desk.caller.demand(Right.EXPORT)
    if identities:
        desk.caller.demand(Right.EXPORT_IDENTITIES)
    desk.audit("export with identities" if identities else "export", case_id)
    with kept(desk.session, row) as found:
        entries = tuple(found.book.entries)
    lines = "".join(entry_json(entry) + "\n" for entry in entries)
    members = {IDENTITIES + f"{v}.json": c for v, c in _identities(desk, case_id, identities)}
    members[JOURNAL] = lines.encode()
    papers = list(_papers(desk, case_id, entries))
    members |= {PAPERS + paper.digest.removeprefix("sha256:"): c for paper, c in papers}
    about = {
        "case": {"id": row.id, "opened_at": instant(row.opened_at)},
        "head": {"seq": row.head.seq, "digest": row.head.digest},
        "papers": {paper.digest: paper.media_type for paper, _ in papers},
    }
    return archive_members.packed(Archive(about=about, members=dict(sorted(members.items()))))


def import_case(desk: Desk, content: bytes) -> store.CaseRow:
    """Import a case from its archive, whole or not at all, and return it.

    Raises:
        ConflictError: the organization has that case already, or another of its reference.
        ForbiddenError: the caller's role imports no cases, or none with identities.
        LedgerError: an entry could not have been entered.
        UnreadableError: the file is no archive of a case, or is not as its manifest and chain say.

    """
    desk.caller.demand(Right.IMPORT)
    archive = archive_members.unpacked(content)
    case_id, opened_at, head = _about(archive.about)
    entries = list(_entries(archive.members.get(JOURNAL, b"")))
    _happened(entries, desk.at)
    book = _posted(entries)
    rows = [row_of(entry) for entry in entries]
    if store.head_of(case_id, rows) != head:
        _refuse("chain_broken", "the journal's chain does not end as the manifest says")
    _known_members(archive)
    papers = _checked_papers(archive, book)
    opened = entries[0].body
    assert isinstance(opened, CaseOpened)  # noqa: S101 - _posted has seen to it
    row = store.open_case(
        desk.session,
        desk.organization,
        reference=opened.reference,
        district=opened.district,
        at=opened_at,
        case_id=case_id,
    )
    row = mirrored(desk.session, store.append(desk.session, row, rows), book)
    _put(desk, row, archive, papers)
    desk.audit("import", row.id)
    return row


def _identities(desk: Desk, case_id: str, wanted: bool) -> Iterator[tuple[str, bytes]]:  # noqa: FBT001
    if not wanted:
        return
    keys = desk.needed_keys()
    for victim in store.victims_identified(desk.session, desk.organization, case_id):
        content = store.get_identity(desk.session, keys, desk.organization, case_id, victim)
        if content is not None:
            desk.audit("read identity", case_id, victim)
            yield victim, content


def _papers(
    desk: Desk, case_id: str, entries: Sequence[Entry]
) -> Iterator[tuple[store.PaperRow, bytes]]:
    for digest in papers_of(entries):
        keys = desk.needed_keys()
        found = store.get_paper(desk.session, keys, desk.organization, case_id, digest)
        if found is not None:
            yield found


def _about(about: Mapping[str, Any]) -> tuple[str, dt.datetime, store.Head]:
    of, head = about.get("case"), about.get("head")
    try:
        if set(of) != _CASE or set(head) != _HEAD or set(about) != {"case", "head", "papers"}:  # type: ignore[arg-type]
            raise ValueError  # noqa: TRY301
        case_id, digest, seq = of["id"], head["digest"], head["seq"]  # type: ignore[index]
        if not (_hexadecimal(case_id, 32) and _hexadecimal(digest, 64) and type(seq) is int):
            raise ValueError  # noqa: TRY301
        return case_id, instant_of(of["opened_at"]), store.Head(seq=seq, digest=digest)  # type: ignore[index]
    except (TypeError, ValueError):
        _refuse("archive_invalid", "the manifest does not say which case it is of")


def _hexadecimal(text: object, length: int) -> bool:
    return isinstance(text, str) and len(text) == length and set(text) <= set("0123456789abcdef")


def _entries(content: bytes) -> Iterator[Entry]:
    try:
        *lines, rest = content.decode().split("\n")
    except UnicodeDecodeError:
        _refuse("archive_invalid", "the journal is not UTF-8")
    if rest:
        _refuse("archive_invalid", "the journal does not end with a whole line")
    for number, line in enumerate(lines, 1):
        entry = entry_of(line)
        if entry.seq != number or entry.recorded_at is None or entry_json(entry) != line:
            _refuse("archive_invalid", f"line {number} of the journal is not as it is written")
        problems = [*entry_problems(entry), *unknown_positions(entry.body)]
        if problems:
            message = f"line {number} of the journal has fields that cannot be used"
            raise UnreadableError(message, code="archive_invalid", problems=problems)
        yield entry


def _happened(entries: Sequence[Entry], at: dt.datetime) -> None:
    """Refuse what was recorded, or happened, after the instant of the import, or in another order."""
    recorded = [entry.recorded_at for entry in entries if entry.recorded_at is not None]
    if recorded != sorted(recorded) or any(instant > at for instant in recorded):
        _refuse("archive_invalid", "the journal was not recorded in its order, or not yet")
    if any(entry.on > at.date() + AHEAD for entry in entries):
        _refuse("archive_invalid", "the journal has an entry whose day lies ahead")


def _posted(entries: Sequence[Entry]) -> Book:
    if not entries or not isinstance(entries[0].body, CaseOpened):
        _refuse("archive_invalid", "the journal does not begin with the case")
    book = Book.replay(())
    for entry in entries:
        try:
            book.post(entry)
        except LedgerError as error:
            raise LedgerError(
                [
                    Problem(f"journal[{entry.seq}].{p.field}", p.code, p.message)
                    for p in error.problems
                ]
            ) from None
    return book


def _known_members(archive: Archive) -> None:
    if any(n != JOURNAL and not n.startswith((PAPERS, IDENTITIES)) for n in archive.members):
        _refuse("archive_invalid", "the archive has a member that belongs to no case")


def _checked_papers(archive: Archive, book: Book) -> Mapping[str, str]:
    """Return the papers' media types by digest, when they are those that the journal names."""
    listed = archive.about["papers"]
    held = {"sha256:" + name for name, _ in archive.under(PAPERS)}
    named = set(papers_of(book.entries))
    if (
        not isinstance(listed, dict)
        or not all(isinstance(media_type, str) for media_type in listed.values())
        or listed.keys() != held
        or not held <= named
        or not named - held <= purged_papers(book.entries)
    ):
        _refuse("archive_invalid", "the papers are not those that the journal names")
    return listed


def _put(desk: Desk, row: store.CaseRow, archive: Archive, papers: Mapping[str, str]) -> None:
    for name, content in archive.under(PAPERS):
        digest = "sha256:" + name
        put = store.put_paper(
            desk.session,
            desk.needed_keys(),
            desk.organization,
            row.id,
            content=content,
            media_type=papers[digest],
            at=desk.at,
        )
        if put.digest != digest:
            _refuse("archive_changed", "a paper is not the one that its name says")
    for name, content in archive.under(IDENTITIES):
        _put_identity(desk, row, name.removesuffix(".json"), content)


def _put_identity(desk: Desk, row: store.CaseRow, victim: str, content: bytes) -> None:
    desk.caller.demand(Right.WRITE_IDENTITY)
    with kept(desk.session, row) as found:
        known = found.book.latest(Victim.kind, victim) is not None
    if not known or read_identity(read_json(content)) != content:
        _refuse("archive_invalid", "an identity is of no victim, or is not as it is written")
    store.put_identity(
        desk.session,
        desk.needed_keys(),
        desk.organization,
        row.id,
        victim,
        content=content,
        at=desk.at,
    )
    desk.audit("put identity", row.id, victim)


def _refuse(code: str, message: str) -> NoReturn:
    raise UnreadableError(message, code=code) from None
