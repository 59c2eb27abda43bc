"""The claim: all facts about one victim, checked as a whole."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from remedies.errors import FactsError
from remedies.facts import checks
from remedies.facts.convictions import Conviction
from remedies.facts.gains import Gain
from remedies.facts.losses import Loss
from remedies.facts.work import WorkPeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Everything that the figure for one victim is computed from.

    ``digest`` identifies the document that the facts were read from.

    Raises:
        FactsError: the facts contradict each other or themselves; every problem is listed.

    """

    reference: str
    as_of: dt.date
    convictions: tuple[Conviction, ...]
    circuit: str | None = None
    charged_on: dt.date | None = None
    positions: Mapping[str, str] = field(default_factory=dict)
    work: tuple[WorkPeriod, ...] = ()
    gains: tuple[Gain, ...] = ()
    losses: tuple[Loss, ...] = ()
    digest: str = ""

    def __post_init__(self) -> None:
        """Check the claim as a whole."""
        problems = [
            *checks.problems(
                as_of=self.as_of,
                convictions=dict(enumerate(self.convictions)),
                work=dict(enumerate(self.work)),
                gains=dict(enumerate(self.gains)),
                losses=dict(enumerate(self.losses)),
            ),
            *checks.missing(
                convictions=self.convictions, facts=(self.work, self.gains, self.losses)
            ),
        ]
        if problems:
            raise FactsError(problems)
