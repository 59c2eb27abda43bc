"""Constraints that several tables have: rules with names, and whose case or organization a row is."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint


def check(name: str, rule: str) -> CheckConstraint:
    """Return a rule; its name begins with that of its table."""
    return CheckConstraint(rule, name=name)


def of_case() -> ForeignKeyConstraint:
    """Return that a row is of a case of its organization."""
    return ForeignKeyConstraint(("organization", "case_id"), ("cases.organization", "cases.id"))


def of_organization() -> ForeignKeyConstraint:
    """Return that a row is of an organization."""
    return ForeignKeyConstraint(("organization",), ("organizations.id",))
