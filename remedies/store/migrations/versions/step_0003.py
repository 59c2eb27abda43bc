"""Requests: the keys under which writes were asked for, and what was answered."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0003"
down_revision = "0002"

BIG: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT: Final = sa.Text().with_variant(TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "requests",
        sa.Column("organization", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("case_id", sa.Text),
        sa.Column("status", BIG),
        sa.Column("answer", sa.Text),
        sa.PrimaryKeyConstraint("organization", "key", name="pk_requests"),
        sa.ForeignKeyConstraint(
            ("organization",), ("organizations.id",), name="fk_requests_organizations"
        ),
        sa.CheckConstraint("length(key) BETWEEN 1 AND 200", name="ck_requests_key"),
        sa.CheckConstraint("length(request) = 64", name="ck_requests_request"),
        sa.CheckConstraint("status BETWEEN 100 AND 599", name="ck_requests_status"),
        sa.CheckConstraint("length(answer) <= 16000000", name="ck_requests_answer"),
        sqlite_strict=True,
    )
    op.create_index("ix_requests_organization_made_at", "requests", ["organization", "made_at"])


def downgrade() -> None:
    """Drop the table: what was answered is forgotten, and nothing else is lost."""
    op.drop_table("requests")
