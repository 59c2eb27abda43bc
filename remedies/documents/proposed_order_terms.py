"""What is stated of a proposed order beside its amounts: the caption, and the terms of payment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from remedies.ledger.entries import Distribution, Installments, InterestTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The case that a proposal is for, by its numbers and never by a name."""

    case: str
    district: str = ""
    court_number: str = ""

    @property
    def court(self) -> str:
        """The district as a caption has it; empty where what is recorded is no name of one."""
        return self.district if "district" in self.district.lower() else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is proposed beside the amounts: how money is divided, when it is due, what interest it bears."""

    distribution: Distribution = Distribution.PRO_RATA
    due: Mapping[str, Installments] = field(default_factory=dict)
    interest: Mapping[str, InterestTerms] = field(default_factory=dict)
