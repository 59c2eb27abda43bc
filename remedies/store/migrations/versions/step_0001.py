"""Organizations with their tokens and audit trails, cases with their journals."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

from remedies.store.migrations import refuse_unless_empty
from remedies.store.migrations.triggers import FUNCTION, chained, unchained

revision = "0001"
down_revision = None

BIG: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT: Final = sa.Text().with_variant(TIMESTAMP(timezone=True), "postgresql")
DAY: Final = sa.Text().with_variant(sa.Date(), "postgresql")
TABLES: Final = ("entries", "audit", "token_victims", "cases", "tokens", "organizations")


def upgrade() -> None:
    """Make the tables, and the triggers that keep entries and audit trails as they are."""
    _organizations()
    _tokens()
    _cases()
    _token_victims()
    _entries()
    _audit()
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        op.execute(FUNCTION)
    for table, key in (("entries", ("organization", "case_id")), ("audit", ("organization",))):
        for statement in chained(table, key, connection.dialect.name):
            op.execute(statement)


def downgrade() -> None:
    """Drop the tables; refused while there is a row in any."""
    connection = op.get_bind()
    refuse_unless_empty(connection, *TABLES)
    for statement in unchained(("entries", "audit"), connection.dialect.name):
        op.execute(statement)
    for table in TABLES:
        op.drop_table(table)


def _organizations() -> None:
    op.create_table(
        "organizations",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("audit_seq", BIG, nullable=False),
        sa.Column("audit_digest", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organizations"),
        sa.UniqueConstraint("name", name="uq_organizations_name"),
        sa.CheckConstraint("length(id) = 32", name="ck_organizations_id"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name="ck_organizations_name"),
        sa.CheckConstraint("audit_seq >= 0", name="ck_organizations_audit_seq"),
        sa.CheckConstraint("length(audit_digest) = 64", name="ck_organizations_audit_digest"),
        sqlite_strict=True,
    )


def _tokens() -> None:
    op.create_table(
        "tokens",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("organization", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("revoked_at", INSTANT),
        sa.PrimaryKeyConstraint("organization", "id", name="pk_tokens"),
        sa.UniqueConstraint("digest", name="uq_tokens_digest"),
        sa.ForeignKeyConstraint(
            ("organization",), ("organizations.id",), name="fk_tokens_organizations"
        ),
        sa.CheckConstraint("length(id) = 32", name="ck_tokens_id"),
        sa.CheckConstraint("length(digest) = 64", name="ck_tokens_digest"),
        sa.CheckConstraint("length(role) BETWEEN 1 AND 40", name="ck_tokens_role"),
        sqlite_strict=True,
    )


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("organization", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("district", sa.Text, nullable=False),
        sa.Column("sealed", BIG, nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("seq", BIG, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("organization", "id", name="pk_cases"),
        sa.UniqueConstraint(
            "organization",
            "district",
            "reference",
            name="uq_cases_organization_district_reference",
        ),
        sa.ForeignKeyConstraint(
            ("organization",), ("organizations.id",), name="fk_cases_organizations"
        ),
        sa.CheckConstraint("length(id) = 32", name="ck_cases_id"),
        sa.CheckConstraint("length(reference) BETWEEN 1 AND 60", name="ck_cases_reference"),
        sa.CheckConstraint("length(district) <= 60", name="ck_cases_district"),
        sa.CheckConstraint("sealed IN (0, 1)", name="ck_cases_sealed"),
        sa.CheckConstraint("seq >= 0", name="ck_cases_seq"),
        sa.CheckConstraint("length(digest) = 64", name="ck_cases_digest"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_cases_organization_opened_at_id", "cases", ["organization", "opened_at", "id"]
    )


def _token_victims() -> None:
    op.create_table(
        "token_victims",
        sa.Column("organization", sa.Text, nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("victim", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint(
            "organization", "token", "case_id", "victim", name="pk_token_victims"
        ),
        sa.ForeignKeyConstraint(
            ("organization", "token"),
            ("tokens.organization", "tokens.id"),
            name="fk_token_victims_tokens",
        ),
        sa.ForeignKeyConstraint(
            ("organization", "case_id"),
            ("cases.organization", "cases.id"),
            name="fk_token_victims_cases",
        ),
        sa.CheckConstraint("length(victim) BETWEEN 1 AND 60", name="ck_token_victims_victim"),
        sqlite_strict=True,
    )


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("organization", sa.Text, nullable=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("seq", BIG, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("on_date", DAY, nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("corrects", BIG),
        sa.Column("cents", BIG),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("organization", "case_id", "seq", name="pk_entries"),
        sa.ForeignKeyConstraint(
            ("organization", "case_id"),
            ("cases.organization", "cases.id"),
            name="fk_entries_cases",
        ),
        sa.CheckConstraint("seq >= 1", name="ck_entries_seq"),
        sa.CheckConstraint("length(kind) BETWEEN 1 AND 40", name="ck_entries_kind"),
        sa.CheckConstraint("length(subject) <= 60", name="ck_entries_subject"),
        sa.CheckConstraint("length(actor) <= 200", name="ck_entries_actor"),
        sa.CheckConstraint("corrects BETWEEN 1 AND seq - 1", name="ck_entries_corrects"),
        sa.CheckConstraint(
            "cents BETWEEN -1000000000000000 AND 1000000000000000", name="ck_entries_cents"
        ),
        sa.CheckConstraint("length(body) BETWEEN 2 AND 16000000", name="ck_entries_body"),
        sa.CheckConstraint(
            "length(previous) = 64 AND length(digest) = 64", name="ck_entries_digests"
        ),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_entries_organization_kind_case_id_seq",
        "entries",
        ["organization", "kind", "case_id", "seq"],
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("organization", sa.Text, nullable=False),
        sa.Column("seq", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("organization", "seq", name="pk_audit"),
        sa.ForeignKeyConstraint(
            ("organization",), ("organizations.id",), name="fk_audit_organizations"
        ),
        sa.CheckConstraint("seq >= 1", name="ck_audit_seq"),
        sa.CheckConstraint("length(actor) <= 200", name="ck_audit_actor"),
        sa.CheckConstraint(
            "length(role) <= 40 AND length(action) BETWEEN 1 AND 80 AND length(outcome) <= 80",
            name="ck_audit_words",
        ),
        sa.CheckConstraint(
            "length(case_id) <= 60 AND length(subject) <= 200", name="ck_audit_subject"
        ),
        sa.CheckConstraint(
            "length(previous) = 64 AND length(digest) = 64", name="ck_audit_digests"
        ),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_audit_organization_case_id_seq", "audit", ["organization", "case_id", "seq"]
    )
