"""What the schedule of victims says: the rows of the proposed order's Schedule A; under seal, names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from remedies.documents.proposed_order_view import ProposalView
from remedies.figures import Authority

_PUBLIC: Final = ("redaction_who_49_1", "redaction_49_1", "unredacted_copy_49_1_f")
_BOTH: Final = (
    "reference_list_49_1_g",
    "more_redacted_49_1_e1",
    "privacy_3664_d4",
    "child_privacy_3509_d",
    "child_filing_3509_d2",
)
_SEALED: Final = ("unredacted_copy_49_1_f", "seal_49_1_d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Payee:
    """Whom a payment is made out to, and where it is sent, line by line; empty where it is not stored."""

    name: str = field(default="", repr=False)
    address: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, kw_only=True)
class VictimsSchedule:
    """The victims whom a proposed order pays; with ``payees``, even none of them, it is the sealed one."""

    order: ProposalView
    payees: Mapping[str, Payee] | None = field(default=None, repr=False)

    @property
    def sealed(self) -> bool:
        """Whether it names who each victim is, and must be filed under seal."""
        return self.payees is not None

    @property
    def title(self) -> str:
        """The title of the paper, which names nobody."""
        which = "under seal" if self.sealed else "redacted"
        return f"Schedule of victims, {which}: case {self.order.caption.case}"

    def payee(self, victim: str) -> Payee:
        """Return what is stored of a victim; nothing where no identity is."""
        return (self.payees or {}).get(victim, Payee())

    @property
    def not_stored(self) -> tuple[str, ...]:
        """The victims of whom a sealed schedule lacks the name."""
        victims = (award.victim for award in self.order.proposed.awards)
        return tuple(each for each in victims if not self.payee(each).name)

    @property
    def authorities(self) -> list[tuple[str, str, str]]:
        """The rules that the paper rests on: provision, its words, how it was checked."""
        found: dict[str, list[Authority]] = {}
        for key in (*(_SEALED if self.sealed else _PUBLIC), *_BOTH):
            rule = self.order.law.rule(key)
            found.setdefault(rule.citation, []).append(rule)
        return [(citation, _words(rules), _marks(rules)) for citation, rules in found.items()]

    @property
    def pending(self) -> tuple[str, ...]:
        """The victims whose losses are not yet known and who have no award so far."""
        awarded = {award.victim for award in self.order.proposed.awards}
        waiting = (entry.victim for entry in self.order.proposed.pending)
        return tuple(each for each in waiting if each not in awarded)


def _words(rules: Iterable[Authority]) -> str:
    return "; ".join(f"“{each.quote}”" for each in rules)


def _marks(rules: Iterable[Authority]) -> str:
    return "; ".join(dict.fromkeys(each.checked.value.replace("_", " ") for each in rules))
