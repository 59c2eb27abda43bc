"""Papers of a victim are seen by that victim's advocate while they are that victim's, and by no other."""

import datetime as dt
import json

import pytest

from remedies.casework.cases import (
    Desk,
    Role,
    add_document,
    assess_claim,
    document,
    enter,
    paper,
    record,
    records,
)
from remedies.errors import InvalidEntryError, NotFoundError
from remedies.ledger.entries import Assessed, Entry, Paper
from tests.casework.offices import Office, draft
from tests.casework.test_identities_and_papers import CLAIM

FORM = {"on": "2024-05-01", "title": "x", "media_type": "text/plain", "reference": "DOC-1"}


def added(office: Office, case_id: str, victims: list[str], **fields: object) -> Entry:
    made = draft("document", FORM | {"victims": victims} | fields)
    return add_document(office.desk(), case_id, made, b"of one victim")


def advocate(office: Office, case_id: str, victim: str) -> Desk:
    return office.desk(Role.ADVOCATE, {case_id: frozenset({victim})})


def digest_of(entry: Entry) -> str:
    assert isinstance(entry.body, Paper)
    return entry.body.digest


def test_a_document_of_another_victim_is_not_found_by_its_digest(
    office: Office, case_id: str
) -> None:
    digest = digest_of(added(office, case_id, ["V-1"]))

    assert paper(advocate(office, case_id, "V-1"), case_id, digest)[1] == b"of one victim"
    with pytest.raises(NotFoundError):
        paper(advocate(office, case_id, "V-2"), case_id, digest)


def test_a_document_marked_for_a_victim_by_mistake_is_hers_no_more(
    office: Office, case_id: str
) -> None:
    first = added(office, case_id, ["V-1"])
    added(office, case_id, ["V-2"], corrects=first.seq)

    with pytest.raises(NotFoundError):
        paper(advocate(office, case_id, "V-1"), case_id, digest_of(first))
    assert paper(advocate(office, case_id, "V-2"), case_id, digest_of(first))[1]
    assert paper(office.desk(Role.AUDITOR), case_id, digest_of(first))[1]


def test_an_assessment_that_was_taken_back_is_read_by_no_advocate(
    office: Office, case_id: str
) -> None:
    entry, _ = assess_claim(
        office.desk(), case_id, json.dumps(CLAIM).encode(), dt.date(2024, 3, 1)
    )
    assert isinstance(entry.body, Assessed)
    gone = draft("void", {"on": "2024-05-02", "why": "wrong victim", "corrects": entry.seq})
    enter(office.desk(Role.PROSECUTOR), case_id, gone)

    with pytest.raises(NotFoundError):
        paper(advocate(office, case_id, "V-1"), case_id, entry.body.claim)
    assert paper(office.desk(Role.AUDITOR), case_id, entry.body.claim)[1]


def test_a_document_of_two_victims_shows_neither_the_other(office: Office, case_id: str) -> None:
    added(office, case_id, ["V-1", "V-2"])
    theirs = advocate(office, case_id, "V-2")

    listed = records(theirs, case_id, Paper.kind)
    bodies = [document(theirs, case_id, "DOC-1")[0], *(each.entry.body for each in listed)]
    bodies.append(record(theirs, case_id, Paper.kind, "DOC-1").entry.body)

    assert [body.victims for body in bodies if isinstance(body, Paper)] == [("V-2",)] * 3
    assert document(office.desk(), case_id, "DOC-1")[0].victims == ("V-1", "V-2")


@pytest.mark.parametrize("content", [b"", b"not a page"])
def test_bytes_that_are_not_of_their_media_type_are_refused(
    office: Office, case_id: str, content: bytes
) -> None:
    made = draft("document", FORM | {"media_type": "application/pdf"})
    with pytest.raises(InvalidEntryError):
        add_document(office.desk(), case_id, made, content)
