"""The tables, as the newest migration leaves them; ``migrations/`` makes them and their triggers.

Every row belongs to an organization and names it in its key, so that no foreign key can lead from one
organization to another.
"""

import datetime as dt
from typing import Final

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    Named,
    PrimaryKeyConstraint,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)

from remedies.store.columns import BIG, Day, Instant
from remedies.store.constraints import check, of_case, of_organization

MOST_CENTS: Final = 10**15
"""What no entry's amount exceeds either way; sums of a thousand such still fit in 64 bits."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class OrganizationColumns(TypedColumns):
    """An organization, and the head of its audit trail."""

    id: Named[str] = Column(Text)
    name: Named[str] = Column(Text, nullable=False)
    made_at: Named[dt.datetime] = Column(Instant, nullable=False)
    audit_seq: Named[int] = Column(BIG, nullable=False)
    audit_digest: Named[str] = Column(Text, nullable=False)


organizations = Table(
    "organizations",
    metadata,
    OrganizationColumns,
    PrimaryKeyConstraint("id"),
    UniqueConstraint("name"),
    check("id", "length(id) = 32"),
    check("name", "length(name) BETWEEN 1 AND 200"),
    check("audit_seq", "audit_seq >= 0"),
    check("audit_digest", "length(audit_digest) = 64"),
    sqlite_strict=True,
)


class TokenColumns(TypedColumns):
    """A bearer token; only the digest of its secret is kept."""

    id: Named[str] = Column(Text)
    organization: Named[str] = Column(Text, nullable=False)
    digest: Named[str] = Column(Text, nullable=False)
    role: Named[str] = Column(Text, nullable=False)
    made_at: Named[dt.datetime] = Column(Instant, nullable=False)
    expires_at: Named[dt.datetime] = Column(Instant, nullable=False)
    revoked_at: Named[dt.datetime | None] = Column(Instant)


tokens = Table(
    "tokens",
    metadata,
    TokenColumns,
    PrimaryKeyConstraint("organization", "id"),
    UniqueConstraint("digest"),
    of_organization(),
    check("id", "length(id) = 32"),
    check("digest", "length(digest) = 64"),
    check("role", "length(role) BETWEEN 1 AND 40"),
    sqlite_strict=True,
)


class CaseColumns(TypedColumns):
    """A case: what lists and locks need; its journal holds all else."""

    organization: Named[str] = Column(Text)
    id: Named[str] = Column(Text)
    reference: Named[str] = Column(Text, nullable=False)
    district: Named[str] = Column(Text, nullable=False)
    sealed: Named[int] = Column(BIG, nullable=False)
    opened_at: Named[dt.datetime] = Column(Instant, nullable=False)
    seq: Named[int] = Column(BIG, nullable=False)
    digest: Named[str] = Column(Text, nullable=False)


cases = Table(
    "cases",
    metadata,
    CaseColumns,
    PrimaryKeyConstraint("organization", "id"),
    UniqueConstraint("organization", "district", "reference"),
    of_organization(),
    check("id", "length(id) = 32"),
    check("reference", "length(reference) BETWEEN 1 AND 60"),
    check("district", "length(district) <= 60"),
    check("sealed", "sealed IN (0, 1)"),
    check("seq", "seq >= 0"),
    check("digest", "length(digest) = 64"),
    Index(None, "organization", "opened_at", "id"),
    sqlite_strict=True,
)


class TokenVictimColumns(TypedColumns):
    """A victim whom an advocate's token may see."""

    organization: Named[str] = Column(Text)
    token: Named[str] = Column(Text)
    case_id: Named[str] = Column(Text)
    victim: Named[str] = Column(Text)


token_victims = Table(
    "token_victims",
    metadata,
    TokenVictimColumns,
    PrimaryKeyConstraint("organization", "token", "case_id", "victim"),
    ForeignKeyConstraint(("organization", "token"), ("tokens.organization", "tokens.id")),
    of_case(),
    check("victim", "length(victim) BETWEEN 1 AND 60"),
    sqlite_strict=True,
)


class EntryColumns(TypedColumns):
    """One entry of a case's journal; ``cents`` is what it moves, for those who look at rows alone."""

    organization: Named[str] = Column(Text)
    case_id: Named[str] = Column(Text)
    seq: Named[int] = Column(BIG)
    kind: Named[str] = Column(Text, nullable=False)
    subject: Named[str] = Column(Text, nullable=False)
    on: Named[dt.date] = Column("on_date", Day, nullable=False)
    recorded_at: Named[dt.datetime] = Column(Instant, nullable=False)
    actor: Named[str] = Column(Text, nullable=False)
    corrects: Named[int | None] = Column(BIG)
    cents: Named[int | None] = Column(BIG)
    body: Named[str] = Column(Text, nullable=False)
    previous: Named[str] = Column(Text, nullable=False)
    digest: Named[str] = Column(Text, nullable=False)


entries = Table(
    "entries",
    metadata,
    EntryColumns,
    PrimaryKeyConstraint("organization", "case_id", "seq"),
    of_case(),
    check("seq", "seq >= 1"),
    check("kind", "length(kind) BETWEEN 1 AND 40"),
    check("subject", "length(subject) <= 60"),
    check("actor", "length(actor) <= 200"),
    check("corrects", "corrects BETWEEN 1 AND seq - 1"),
    check("cents", f"cents BETWEEN -{MOST_CENTS} AND {MOST_CENTS}"),
    check("body", "length(body) BETWEEN 2 AND 16000000"),
    check("digests", "length(previous) = 64 AND length(digest) = 64"),
    Index(None, "organization", "kind", "case_id", "seq"),
    sqlite_strict=True,
)


class IdentityColumns(TypedColumns):
    """Who a victim is and how to reach them, encrypted; ``key_id`` says under which key."""

    organization: Named[str] = Column(Text)
    case_id: Named[str] = Column(Text)
    victim: Named[str] = Column(Text)
    key_id: Named[str] = Column(Text, nullable=False)
    ciphertext: Named[bytes] = Column(LargeBinary, nullable=False)
    put_at: Named[dt.datetime] = Column(Instant, nullable=False)


identities = Table(
    "identities",
    metadata,
    IdentityColumns,
    PrimaryKeyConstraint("organization", "case_id", "victim"),
    of_case(),
    check("victim", "length(victim) BETWEEN 1 AND 60"),
    check("key_id", "length(key_id) = 8"),
    check("ciphertext", "length(ciphertext) BETWEEN 28 AND 1000000"),
    sqlite_strict=True,
)


class PaperColumns(TypedColumns):
    """A paper's bytes, encrypted; named by the digest of what they were before."""

    organization: Named[str] = Column(Text)
    case_id: Named[str] = Column(Text)
    digest: Named[str] = Column(Text)
    media_type: Named[str] = Column(Text, nullable=False)
    size: Named[int] = Column(BIG, nullable=False)
    key_id: Named[str] = Column(Text, nullable=False)
    ciphertext: Named[bytes] = Column(LargeBinary, nullable=False)
    put_at: Named[dt.datetime] = Column(Instant, nullable=False)


papers = Table(
    "papers",
    metadata,
    PaperColumns,
    PrimaryKeyConstraint("organization", "case_id", "digest"),
    of_case(),
    check("digest", "length(digest) = 71"),
    check("media_type", "length(media_type) BETWEEN 3 AND 200"),
    check("size", "size BETWEEN 0 AND 200000000"),
    check("key_id", "length(key_id) = 8"),
    check("ciphertext", "length(ciphertext) = size + 28"),
    sqlite_strict=True,
)


class RequestColumns(TypedColumns):
    """A write that was asked for under an idempotency key, and what was answered."""

    organization: Named[str] = Column(Text)
    key: Named[str] = Column(Text)
    request: Named[str] = Column(Text, nullable=False)
    made_at: Named[dt.datetime] = Column(Instant, nullable=False)
    case_id: Named[str | None] = Column(Text)
    status: Named[int | None] = Column(BIG)
    answer: Named[str | None] = Column(Text)


requests = Table(
    "requests",
    metadata,
    RequestColumns,
    PrimaryKeyConstraint("organization", "key"),
    of_organization(),
    check("key", "length(key) BETWEEN 1 AND 200"),
    check("request", "length(request) = 64"),
    check("status", "status BETWEEN 100 AND 599"),
    check("answer", "length(answer) <= 16000000"),
    Index(None, "organization", "made_at"),
    sqlite_strict=True,
)


class AuditColumns(TypedColumns):
    """One row of an organization's audit trail: who did what to what, and how it ended; no content."""

    organization: Named[str] = Column(Text)
    seq: Named[int] = Column(BIG)
    at: Named[dt.datetime] = Column(Instant, nullable=False)
    actor: Named[str] = Column(Text, nullable=False)
    role: Named[str] = Column(Text, nullable=False)
    action: Named[str] = Column(Text, nullable=False)
    case_id: Named[str] = Column(Text, nullable=False)
    subject: Named[str] = Column(Text, nullable=False)
    outcome: Named[str] = Column(Text, nullable=False)
    previous: Named[str] = Column(Text, nullable=False)
    digest: Named[str] = Column(Text, nullable=False)


audit = Table(
    "audit",
    metadata,
    AuditColumns,
    PrimaryKeyConstraint("organization", "seq"),
    of_organization(),
    check("seq", "seq >= 1"),
    check("actor", "length(actor) <= 200"),
    check(
        "words", "length(role) <= 40 AND length(action) BETWEEN 1 AND 80 AND length(outcome) <= 80"
    ),
    check("subject", "length(case_id) <= 60 AND length(subject) <= 200"),
    check("digests", "length(previous) = 64 AND length(digest) = 64"),
    Index(None, "organization", "case_id", "seq"),
    sqlite_strict=True,
)
