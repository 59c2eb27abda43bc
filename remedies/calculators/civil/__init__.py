"""Civil wage claims: federal and state law side by side, with damages, interest and limitation.

Each law's claim is two schedules by workweek: the wages that it guarantees and what is recovered of them. A
third compares the laws. What the encoded law does not settle is refused with the reason, and the rest is
computed.
"""

from remedies.calculators.civil.choices import CivilChoices, civil_law_problems
from remedies.calculators.civil.claim import CivilClaim, civil_claim
from remedies.calculators.civil.recovery import LegalClaim

__all__ = ["CivilChoices", "CivilClaim", "LegalClaim", "civil_claim", "civil_law_problems"]
