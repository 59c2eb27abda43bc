"""A paper whose bytes were put in place of others, under the right key and in the right place."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from remedies import store
from remedies.store.keys import Place
from tests.store.rows import AT

KEYS = store.Keys((bytes(range(32)),))
CONTENT, OTHER = b"%PDF what was filed", b"%PDF what was faked"


def test_a_paper_that_was_encrypted_anew_with_other_bytes_is_refused(
    sessions: sessionmaker[Session], case: store.CaseRow
) -> None:
    digest = store.paper_digest(CONTENT)
    place = Place(
        table="papers",
        column="ciphertext",
        row=(case.id, digest),
        organization=case.organization,
    )
    key, other = KEYS.encrypt(OTHER, place)
    with sessions.begin() as session:
        store.put_paper(
            session, KEYS, case.organization, case.id,
            content=CONTENT, media_type="application/pdf", at=AT,
        )  # fmt: skip
        swapped = text("UPDATE papers SET ciphertext = :other, key_id = :key")
        session.execute(swapped, {"other": other, "key": key})

    with sessions() as session, pytest.raises(store.TamperedError):
        store.get_paper(session, KEYS, case.organization, case.id, digest)
