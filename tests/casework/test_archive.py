"""The archive: the same bytes out of an import as went in, and nothing in that was changed on the way."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable, Mapping

import pytest

from remedies import store
from remedies.casework import archive_members
from remedies.casework.archive_members import Archive, packed, unpacked
from remedies.casework.cases import (
    Draft,
    Role,
    add_document,
    assess_claim,
    book,
    document,
    enter,
    export_case,
    get_identity,
    import_case,
    purge,
    put_identity,
    verify,
)
from remedies.errors import ConflictError, ForbiddenError, LedgerError, UnreadableError
from remedies.ledger.entries import Applied, Method, Payment
from tests.casework.offices import AT, Office, draft, payment
from tests.casework.test_identities_and_papers import CLAIM, IDENTITY, PURGE


@pytest.fixture
def told(office: Office, case_id: str) -> str:
    """The case with a payment, an assessment, a document, a destroyed document and an identity."""
    desk = office.desk(Role.SYSTEM)
    assess_claim(desk, case_id, json.dumps(CLAIM).encode(), dt.date(2024, 3, 1))
    form = {"on": "2024-05-01", "title": "judgment", "media_type": "text/plain"}
    add_document(desk, case_id, draft("document", form), b"judgment")
    add_document(desk, case_id, draft("document", form | {"title": "letter"}), b"its words")
    purge(office.desk(Role.PROSECUTOR), case_id, draft("purge", PURGE | {"of": "DOC-2"}))
    put_identity(office.desk(Role.PROSECUTOR), case_id, "V-1", IDENTITY)
    office.enter(case_id, "payment", payment("100.00"))
    office.enter(case_id, "disbursement", {"on": "2024-04-15"})
    office.session.commit()
    return case_id


@pytest.fixture
def elsewhere(office: Office) -> Office:
    made = store.add_organization(office.session, name="Another office", at=AT)
    return Office(office.session, made.id)


def test_the_same_case_is_the_same_bytes(office: Office, told: str) -> None:
    assert export_case(office.desk(), told) == export_case(office.desk(Role.AUDITOR), told)


@pytest.mark.parametrize("identities", [False, True])
def test_an_export_of_an_import_is_the_same_bytes(
    office: Office, told: str, elsewhere: Office, *, identities: bool
) -> None:
    content = export_case(office.desk(Role.PROSECUTOR), told, identities=identities)

    row = import_case(elsewhere.desk(Role.PROSECUTOR), content)
    elsewhere.session.commit()

    desk = elsewhere.desk(Role.PROSECUTOR)
    assert row.id == told
    assert export_case(desk, told, identities=identities) == content
    assert verify(desk, told) == ()
    assert document(desk, told, "DOC-1")[1] == b"judgment"
    if identities:
        assert get_identity(desk, told, "V-1") == IDENTITY
    with book(desk, told) as found:
        assert found.owed_to("V-1").received == 6000


def test_the_manifest_names_every_member_with_its_digest(office: Office, told: str) -> None:
    content = export_case(office.desk(Role.PROSECUTOR), told, identities=True)

    with zipfile.ZipFile(io.BytesIO(content)) as file:
        manifest = json.loads(file.read("manifest.json"))
        names = file.namelist()

    assert names[0] == "manifest.json"
    assert names[1:] == list(manifest["members"])
    assert sorted(n.partition("/")[0] for n in names) == [
        "identities", "journal.jsonl", "manifest.json", "papers", "papers", "papers",
    ]  # fmt: skip
    assert b"its words" not in content  # destroyed


def test_identities_leave_with_who_may_take_them_only(office: Office, told: str) -> None:
    assert b"Synthetic" not in export_case(office.desk(Role.PROSECUTOR), told)
    for role in (Role.SYSTEM, Role.AUDITOR, Role.FINANCIAL_UNIT):
        with pytest.raises(ForbiddenError):
            export_case(office.desk(role), told, identities=True)


def test_identities_come_in_with_who_may_write_them_only(
    office: Office, told: str, elsewhere: Office
) -> None:
    content = export_case(office.desk(Role.PROSECUTOR), told, identities=True)

    with pytest.raises(ForbiddenError):
        import_case(elsewhere.desk(Role.SYSTEM), content)
    elsewhere.session.rollback()


def test_a_case_that_is_there_is_not_imported_over(office: Office, told: str) -> None:
    content = export_case(office.desk(), told)

    with pytest.raises(ConflictError):
        import_case(office.desk(), content)


def test_a_case_of_the_same_reference_is_in_the_way(
    office: Office, told: str, elsewhere: Office
) -> None:
    content = export_case(office.desk(), told)
    elsewhere.open("EX-1")

    with pytest.raises(ConflictError):
        import_case(elsewhere.desk(), content)


Change = Callable[[dict[str, bytes]], None]


def _line(number: int, old: str, new: str) -> Change:
    def change(members: dict[str, bytes]) -> None:
        lines = members["journal.jsonl"].decode().split("\n")
        assert old in lines[number]
        lines[number] = lines[number].replace(old, new)
        members["journal.jsonl"] = "\n".join(lines).encode()

    return change


def _without(name: str) -> Change:
    def change(members: dict[str, bytes]) -> None:
        found = next(each for each in members if each.startswith(name))
        del members[found]

    return change


def _with(name: str, content: bytes) -> Change:
    return lambda members: members.update({name: content})


def _last_line_gone(members: dict[str, bytes]) -> None:
    lines = members["journal.jsonl"].splitlines(keepends=True)
    members["journal.jsonl"] = b"".join(lines[:-1])


CHANGES: Mapping[str, Change] = {
    "an amount": _line(5, "60000", "60001"),
    "an order of keys": _line(1, '{"actor":', '{ "actor":'),
    "a number": _line(3, '"seq":4', '"seq":5'),
    "a text that cannot be printed": _line(4, "18 U.S.C. § 1589", "18 U.S.C. § 1589\\u0000"),
    "a name for a reference": _line(1, '"V-1"', '"A Name"'),
    "the last entry gone": _last_line_gone,
    "no journal": _without("journal.jsonl"),
    "a paper gone": _without("papers/"),
    "a paper that nobody named": _with("papers/" + "0" * 64, b"x"),
    "an identity of nobody": _with("identities/V-9.json", b"{}"),
    "an identity as it is not written": _with("identities/V-1.json", b'{"name": "x"}'),
    "a member of no folder": _with("zzz.txt", b"x"),
    "a half line": _with("journal.jsonl", b"{"),
    "no text": _with("journal.jsonl", b"\xff\n"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_and_packed_anew_is_refused(
    office: Office, told: str, elsewhere: Office, what: str
) -> None:
    archive = unpacked(export_case(office.desk(Role.PROSECUTOR), told, identities=True))
    members = dict(archive.members)
    CHANGES[what](members)
    content = packed(Archive(about=archive.about, members=dict(sorted(members.items()))))

    with pytest.raises((UnreadableError, LedgerError)) as refused:
        import_case(elsewhere.desk(Role.PROSECUTOR), content)

    assert "A Name" not in str(refused.value)
    elsewhere.session.rollback()
    with pytest.raises(ConflictError):  # it was there all the while, in the office that it is of
        import_case(office.desk(), export_case(office.desk(), told))


def test_an_entry_that_could_not_have_been_entered_is_refused_by_its_number(
    office: Office, told: str, elsewhere: Office
) -> None:
    archive = unpacked(export_case(office.desk(), told))
    lines = archive.members["journal.jsonl"].decode().split("\n")
    lines[6] = lines[6].replace('"victim":"V-1"', '"victim":"V-7"')
    members = {**archive.members, "journal.jsonl": "\n".join(lines).encode()}

    with pytest.raises(LedgerError, match=r"journal\[7\]"):
        import_case(elsewhere.desk(), packed(Archive(about=archive.about, members=members)))


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"PK\x05\x06" + bytes(18), b"x" * 1000],
    ids=["empty", "two bytes", "no member", "noise"],
)
def test_a_file_that_is_no_archive_is_refused(office: Office, content: bytes) -> None:
    with pytest.raises(UnreadableError):
        import_case(office.desk(), content)


def test_every_truncation_and_every_changed_byte_is_refused(
    office: Office, told: str, elsewhere: Office
) -> None:
    content = export_case(office.desk(), told)
    for place in range(40, len(content), len(content) // 60):
        changed = bytearray(content)
        changed[place] ^= 1
        for hostile in (bytes(changed), content[:place]):
            try:
                import_case(elsewhere.desk(), hostile)
            except UnreadableError:
                pass
            else:  # a byte that no member's content or name depends on, such as an attribute
                assert unpacked(hostile).members == unpacked(content).members
            elsewhere.session.rollback()
            elsewhere.organization = store.add_organization(
                elsewhere.session, name=f"Office {place} {len(hostile)}", at=AT
            ).id


def test_a_compressed_or_repeated_member_is_refused(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("manifest.json", "0" * 10_000_000)
    with pytest.raises(UnreadableError, match="compressed"):
        import_case(office.desk(), file.getvalue())

    monkeypatch.setattr(archive_members, "MOST_BYTES", 10)
    with pytest.raises(UnreadableError, match="at most 10 bytes"):
        import_case(office.desk(), file.getvalue())


def test_an_advocate_exports_and_imports_nothing(office: Office, told: str) -> None:
    desk = office.desk(Role.ADVOCATE, {told: frozenset({"V-1"})})

    with pytest.raises(ForbiddenError):
        export_case(desk, told)
    with pytest.raises(ForbiddenError):
        import_case(desk, b"")


def test_an_archive_of_what_has_not_happened_yet_is_refused(
    office: Office, told: str, elsewhere: Office
) -> None:
    content = export_case(office.desk(Role.PROSECUTOR), told)
    before = elsewhere.desk(Role.PROSECUTOR, at=dt.datetime(2024, 1, 1, tzinfo=dt.UTC))

    with pytest.raises(UnreadableError, match="not recorded in its order"):
        import_case(before, content)


def test_verifying_finds_a_payment_that_came_in_applied_otherwise(
    office: Office, case_id: str
) -> None:
    """The chain holds; what the payment was applied to does not follow from the entries before it."""
    body = Payment(
        reference="PAY-1",
        obligor="D-1",
        amount=100_00,
        method=Method.CASH,
        applied=Applied(unapplied=100_00),
    )
    enter(office.desk(), case_id, Draft(body=body, on=dt.date(2024, 4, 1)))
    assert [one.code for one in verify(office.desk(), case_id)] == ["applied_otherwise"]
