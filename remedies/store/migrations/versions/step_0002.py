"""Identities and papers, encrypted."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

from remedies.store.migrations import refuse_unless_empty

revision = "0002"
down_revision = "0001"

BIG: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT: Final = sa.Text().with_variant(TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "identities",
        sa.Column("organization", sa.Text, nullable=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("victim", sa.Text, nullable=False),
        *_sealed(),
        sa.PrimaryKeyConstraint("organization", "case_id", "victim", name="pk_identities"),
        _case("identities"),
        sa.CheckConstraint("length(victim) BETWEEN 1 AND 60", name="ck_identities_victim"),
        sa.CheckConstraint("length(key_id) = 8", name="ck_identities_key_id"),
        sa.CheckConstraint(
            "length(ciphertext) BETWEEN 28 AND 1000000", name="ck_identities_ciphertext"
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "papers",
        sa.Column("organization", sa.Text, nullable=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("size", BIG, nullable=False),
        *_sealed(),
        sa.PrimaryKeyConstraint("organization", "case_id", "digest", name="pk_papers"),
        _case("papers"),
        sa.CheckConstraint("length(digest) = 71", name="ck_papers_digest"),
        sa.CheckConstraint("length(media_type) BETWEEN 3 AND 200", name="ck_papers_media_type"),
        sa.CheckConstraint("size BETWEEN 0 AND 200000000", name="ck_papers_size"),
        sa.CheckConstraint("length(key_id) = 8", name="ck_papers_key_id"),
        sa.CheckConstraint("length(ciphertext) = size + 28", name="ck_papers_ciphertext"),
        sqlite_strict=True,
    )


def downgrade() -> None:
    """Drop both tables; refused while there is a row in either."""
    refuse_unless_empty(op.get_bind(), "identities", "papers")
    op.drop_table("papers")
    op.drop_table("identities")


def _sealed() -> tuple[sa.Column[str], sa.Column[bytes], sa.Column[str]]:
    return (
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("ciphertext", sa.LargeBinary, nullable=False),
        sa.Column("put_at", INSTANT, nullable=False),
    )


def _case(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ("organization", "case_id"),
        ("cases.organization", "cases.id"),
        name=f"fk_{table}_cases",
    )
