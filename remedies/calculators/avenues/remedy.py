"""A remedy as it stands for one person's answers: keys, days, figures and rules; no sentence.

The sentences stand in language files under the same keys.

Authority:
    18 U.S.C. §§ 1593(a), 2429(a), 3663A(a)(1): the three kinds of federal restitution.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from remedies.figures import Figure

SHORT: Final = dt.timedelta(days=30)
"""How near a last day is called near: a choice of this program, no rule of law."""


class Standing(StrEnum):
    """How a remedy stands. ``ask_a_lawyer`` is an answer: the law is not simple enough for a program."""

    OPEN = "open"
    MAY_BE_OPEN = "may_be_open"
    ASK_A_LAWYER = "ask_a_lawyer"
    UNKNOWN = "unknown"
    CLOSED = "closed"
    NOT_FOR_THESE_ANSWERS = "not_for_these_answers"


class Avenue(StrEnum):
    """Every way to money or help that the program knows, in the order in which a reader meets it."""

    HOTLINE = "hotline"
    RESTITUTION_1593 = "restitution_1593"
    RESTITUTION_2429 = "restitution_2429"
    RESTITUTION_3663A = "restitution_3663A"
    RESTITUTION_STATE = "restitution_state"
    FORFEITURE_TRANSFER = "forfeiture_transfer"
    REMISSION = "remission"
    COMPENSATION_STATE = "compensation_state"
    CIVIL_1595 = "civil_1595"
    CIVIL_2255 = "civil_2255"
    CIVIL_STATE = "civil_state"
    CIVIL_RICO = "civil_rico"
    WAGES_FLSA = "wages_flsa"
    WAGES_DOL = "wages_dol"
    WAGES_STATE = "wages_state"
    WAGES_MSPA = "wages_mspa"
    WAGES_H2A = "wages_h2a"
    WAGES_H2B = "wages_h2b"
    DISCRIMINATION_EEOC = "discrimination_eeoc"
    CREDIT_BLOCK = "credit_block"
    TAX_2012_12 = "tax_2012_12"
    RECORD_CLEARING = "record_clearing"
    CERTIFICATION = "certification"
    IMMIGRATION_RELIEF = "immigration_relief"
    SERVICES = "services"
    TRIBAL = "tribal"
    DECLINED = "declined"


class Kind(StrEnum):
    """What the day of a time limit is."""

    LAST_DAY = "last_day"
    """One acts on it or before."""

    FIRST_PAYDAY = "first_payday"
    """Pay that was due before it is out of reach of a suit begun on the day of the question."""

    ENDS_DEBT = "ends_debt"
    """Until then the offender owes what was ordered."""


class Status(StrEnum):
    """How a time limit stands on the day of the question."""

    IN_TIME = "in_time"
    ARGUABLE = "arguable"
    PASSED = "passed"
    UNKNOWN = "unknown"
    NO_LIMIT = "no_limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit:
    """A time in which one must act: the last day that is safe under every reading, and the last arguable.

    ``law`` is the item that states the span, ``counts_from`` an answer's field or the name of an event.
    Without ``safe_on`` the event is not known; without ``latest_on`` nobody can say how much later.
    For paydays the two are the first payday in time by the shorter span and by the longer one.
    ``encoded`` is false where no law is encoded for the day of the question. ``words`` are the law's own,
    where only they say the time.
    """

    key: str
    counts_from: str
    law: str = ""
    kind: Kind = Kind.LAST_DAY
    safe_on: dt.date | None = None
    latest_on: dt.date | None = None
    exact: bool = True
    tolling: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    encoded: bool = True
    limited: bool = True

    def is_near(self, as_of: dt.date) -> bool:
        """Return whether the safe day is near, and not yet over."""
        if self.safe_on is None or self.kind is not Kind.LAST_DAY:
            return False
        return dt.timedelta(0) <= self.safe_on - as_of <= SHORT

    def status(self, as_of: dt.date) -> Status:
        """Return how it stands at a day: in time, arguable, passed, or not known."""
        if not self.limited:
            return Status.NO_LIMIT
        if self.kind is not Kind.LAST_DAY:
            return Status.UNKNOWN if self.safe_on is None else Status.IN_TIME
        if self.safe_on is not None and as_of <= self.safe_on:
            return Status.IN_TIME
        if self.latest_on is None:
            return Status.UNKNOWN
        if as_of > self.latest_on:
            return Status.PASSED
        return Status.UNKNOWN if self.safe_on is None else Status.ARGUABLE


class Bound(StrEnum):
    """What an amount is to what a remedy may bring; never a promise."""

    EXACTLY = "exactly"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brings:
    """An amount that the law sets for a remedy, or that a claim's facts come to; ``key`` says whence."""

    key: str
    figure: Figure
    bound: Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One remedy for one person's answers.

    ``why`` are the keys of the reasons for its standing, ``asks`` the fields of the answers that would
    decide more, ``brings`` figures of the law or of a claim, ``overlaps`` the remedies that pay for the
    same loss, each with the rule that says so, ``contacts`` keys of the register of contacts, ``cites`` the
    rules and items of law that it rests on, ``place`` the jurisdiction whose law it is.
    """

    avenue: Avenue
    standing: Standing
    why: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    limits: tuple[TimeLimit, ...] = ()
    brings: tuple[Brings, ...] = ()
    overlaps: tuple[tuple[Avenue, str], ...] = ()
    contacts: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    place: str = ""


@dataclass(slots=True)
class Reasons:
    """The worst standing that any reason gives, and the reasons in the order in which they were found."""

    standing: Standing = Standing.OPEN
    why: list[str] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    not_theirs: list[str] = field(default_factory=list)

    def lower(self, standing: Standing, why: str, *asks: str) -> None:
        """Note a reason; the standing never rises again."""
        if RANK[standing] > RANK[self.standing]:
            self.standing = standing
        if standing is Standing.NOT_FOR_THESE_ANSWERS:
            self.not_theirs.append(why)
        self.note(why, *asks)

    def note(self, why: str, *asks: str) -> None:
        """Note a reason that changes no standing, and what would say more."""
        if why not in self.why:
            self.why.append(why)
        self.ask(*asks)

    def ask(self, *asks: str) -> None:
        """Note answers that would say more."""
        self.asks += dict.fromkeys(ask for ask in asks if ask not in self.asks)

    def remedy(self, avenue: Avenue) -> Remedy:
        """Return the remedy with what the reasons say of it.

        What is not for these answers says only why not, and asks nothing.
        """
        if self.not_theirs:
            why = tuple(dict.fromkeys(self.not_theirs))
            return Remedy(avenue=avenue, standing=self.standing, why=why)
        asks = tuple(self.asks)
        return Remedy(avenue=avenue, standing=self.standing, why=tuple(self.why), asks=asks)


RANK: Final[Mapping[Standing, int]] = {
    standing: place
    for place, standing in enumerate(
        (
            Standing.OPEN,
            Standing.MAY_BE_OPEN,
            Standing.ASK_A_LAWYER,
            Standing.UNKNOWN,
            Standing.CLOSED,
            Standing.NOT_FOR_THESE_ANSWERS,
        )
    )
}
"""How far from open each standing is: the worst reason decides, a missing answer before a lawyer."""
