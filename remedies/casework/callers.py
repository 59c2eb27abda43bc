"""Who may do what: one table. A face of the program says who calls; everything else asks here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from remedies.errors import ForbiddenError
from remedies.ledger.entries import KINDS


class Role(StrEnum):
    """What a caller does in a case."""

    PROSECUTOR = "prosecutor"
    FINANCIAL_UNIT = "financial_unit"
    ADVOCATE = "advocate"
    AUDITOR = "auditor"
    SYSTEM = "system"


class Right(StrEnum):
    """What a role may do besides entering."""

    READ_CASE = "read_case"
    READ_SEALED = "read_sealed"
    READ_OWN_VICTIMS = "read_own_victims"
    READ_AUDIT = "read_audit"
    READ_IDENTITY = "read_identity"
    READ_IDENTITY_TO_PAY = "read_identity_to_pay"
    READ_OWN_IDENTITY = "read_own_identity"
    WRITE_IDENTITY = "write_identity"
    WRITE_OWN_IDENTITY = "write_own_identity"
    PURGE = "purge"
    EXPORT = "export"
    EXPORT_IDENTITIES = "export_identities"
    IMPORT = "import"


MONEY: Final = frozenset(
    {"payment", "disbursement", "returned", "refund", "reversal"} | {"assertion", "reconciliation"}
)
"""What moves money or proves it: entered by those who hold it, never by those who ask for it."""

_UNIT: Final = MONEY | {
    *("hold", "released", "notice", "recovery", "compensation", "transfer", "document", "void")
}
_ALL: Final = frozenset(KINDS)
_READS: Final = frozenset({Right.READ_CASE, Right.READ_AUDIT, Right.EXPORT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What a role is for, what it may enter, and what else it may do."""

    what_for: str
    enters: frozenset[str]
    may: frozenset[Right]


RIGHTS: Final[Mapping[Role, Rights]] = {
    Role.PROSECUTOR: Rights(
        what_for="reads everything and enters everything but money received, paid out or reconciled",
        enters=_ALL - MONEY,
        may=_READS
        | {Right.READ_SEALED, Right.READ_IDENTITY, Right.WRITE_IDENTITY, Right.PURGE}
        | {Right.EXPORT_IDENTITIES, Right.IMPORT},
    ),
    Role.FINANCIAL_UNIT: Rights(
        what_for="reads everything, identities only of those for whom money is held, and enters money, "
        "holds, notices, assertions and reconciliations",
        enters=_UNIT,
        may=_READS | {Right.READ_SEALED, Right.READ_IDENTITY_TO_PAY},
    ),
    Role.ADVOCATE: Rights(
        what_for="reads what concerns its own victims, and keeps their contact data and documents",
        enters=frozenset({"document"}),
        may=frozenset({Right.READ_OWN_VICTIMS, Right.READ_OWN_IDENTITY, Right.WRITE_OWN_IDENTITY}),
    ),
    Role.AUDITOR: Rights(
        what_for="reads everything but identities, and the audit trail",
        enters=frozenset(),
        may=_READS,
    ),
    Role.SYSTEM: Rights(
        what_for="reads and enters everything but identities",
        enters=_ALL - {"purge"},
        may=_READS | {Right.READ_SEALED, Right.IMPORT},
    ),
}
"""The table: ``docs/security.md`` prints it, and the tests hold every cell of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who calls: an organization's token or program, its role, and an advocate's victims by case id."""

    organization: str
    role: Role
    actor: str
    victims: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def may(self, right: Right) -> bool:
        """Return whether the role has a right."""
        return right in RIGHTS[self.role].may

    def demand(self, *rights: Right) -> None:
        """Require one of several rights.

        Raises:
            ForbiddenError: the role has none of them.

        """
        if not any(self.may(right) for right in rights):
            raise self.forbidden()

    def demand_entering(self, kind: str) -> None:
        """Require that the role enters a kind of entry.

        Raises:
            ForbiddenError: it does not.

        """
        if kind not in RIGHTS[self.role].enters:
            raise self.forbidden()

    def forbidden(self) -> ForbiddenError:
        """Return the refusal: what the role is for."""
        return ForbiddenError(f"the role {self.role} {RIGHTS[self.role].what_for}")

    def own(self, case_id: str) -> frozenset[str] | None:
        """Return the victims to whom the caller is limited in a case; None when it is not limited."""
        if self.may(Right.READ_CASE):
            return None
        return frozenset(self.victims.get(case_id, frozenset()))
