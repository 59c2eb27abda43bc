"""The claim: all facts about one victim, checked as a whole."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from remedies.errors import FactsError
from remedies.facts import accounts, checks, theories
from remedies.facts.civil import Civil, civil_problems
from remedies.facts.convictions import Conviction
from remedies.facts.gains import Gain
from remedies.facts.losses import Loss
from remedies.facts.ranges import End, RangedFact
from remedies.facts.theories import Theory
from remedies.facts.work import WorkPeriod

_PERIOD = re.compile(r"work\[(\d+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Everything that the figure for one victim is computed from.

    Facts that are given as ranges stand at their likely numbers; ``ranges`` gives the claim at others.
    ``account`` names the account of the work that is used, where periods of work name several. ``places``
    is empty, or says where each period stands in the claim as it was given (:meth:`told_by`).
    ``civil`` holds what a civil claim for the same wages needs. ``digest`` identifies the document that
    the facts were read from.

    Raises:
        FactsError: the facts contradict each other or themselves; every problem is listed.

    """

    reference: str
    as_of: dt.date
    convictions: tuple[Conviction, ...]
    circuit: str | None = None
    charged_on: dt.date | None = None
    positions: Mapping[str, str] = field(default_factory=dict)
    account: str = ""
    work: tuple[WorkPeriod, ...] = ()
    gains: tuple[Gain, ...] = ()
    losses: tuple[Loss, ...] = ()
    theories: tuple[Theory, ...] = ()
    civil: Civil | None = None
    ranges: "Ranges | None" = field(default=None, compare=False, repr=False)
    places: tuple[int, ...] = ()
    digest: str = ""

    def __post_init__(self) -> None:
        """Check the claim as a whole."""
        work = dict(enumerate(self.work))
        problems = [
            *accounts.problems(self.account, work),
            *theories.problems(self.theories),
            *checks.missing(
                convictions=self.convictions, facts=(self.work, self.gains, self.losses)
            ),
        ]
        for told in accounts.each_account(work):
            problems += checks.problems(
                as_of=self.as_of,
                convictions=dict(enumerate(self.convictions)),
                work=told,
                gains=dict(enumerate(self.gains)),
                losses=dict(enumerate(self.losses)),
            )
            if self.civil is not None:
                problems += civil_problems(self.civil, told)
        if problems:
            raise FactsError(problems)

    @property
    def accounts(self) -> tuple[str, ...]:
        """The accounts that periods of work name."""
        return accounts.accounts(self.work)

    @property
    def told(self) -> "Claim":
        """The claim with the work of the account that is used; the claim itself when there is but one."""
        return self.told_by(self.account)

    def told_by(self, account: str) -> "Claim":
        """Return the claim with the work that one of its accounts tells of, and of no other."""
        if len(self.accounts) <= 1:
            return self
        work = accounts.told_by(account, dict(enumerate(self.work)))
        return replace(self, account=account, work=tuple(work.values()), places=tuple(work))

    def as_given(self, name: str) -> str:
        """Return a field's name with its period's place in the claim as it was given."""
        found = _PERIOD.match(name)
        if found is None or not self.places:
            return name
        return f"work[{self.places[int(found[1])]}]{name[found.end() :]}"


@dataclass(frozen=True, slots=True)
class Ranges:
    """The facts of a claim that are ranges, and the claim with some of them at other numbers than likely.

    ``claim_at`` takes the end at which to take each fact, by its field; facts left out are likely. It
    raises :class:`remedies.errors.FactsError` where facts at their ends contradict each other.
    """

    facts: tuple[RangedFact, ...]
    claim_at: Callable[[Mapping[str, End]], Claim]
