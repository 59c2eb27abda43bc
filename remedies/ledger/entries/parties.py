"""Who a case is about: the case itself, its defendants and its victims, by reference and never by name."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from remedies.facts.convictions import Statute


class Person(StrEnum):
    """What kind of person owes, or is owed."""

    INDIVIDUAL = "individual"
    ORGANIZATION = "organization"
    UNITED_STATES = "united_states"


class Losses(StrEnum):
    """What is known of a victim's losses (18 U.S.C. § 3664(d)(5))."""

    KNOWN = "known"
    NOT_YET_KNOWN = "not_yet_known"


class Grade(StrEnum):
    """The grade of an offense, which sets the assessment of 18 U.S.C. § 3013."""

    FELONY = "felony"
    CLASS_A_MISDEMEANOR = "class_a_misdemeanor"
    CLASS_B_MISDEMEANOR = "class_b_misdemeanor"
    CLASS_C_MISDEMEANOR = "class_c_misdemeanor"


class DeclaredBy(StrEnum):
    """Who declared a day a holiday: the President or Congress, or the state where the court is."""

    UNITED_STATES = "united_states"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredHoliday:
    """A day declared a holiday besides the legal public ones (Fed. R. Crim. P. 45(a)(6)(B), (C))."""

    on: dt.date
    by: DeclaredBy


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened:
    """A case, or a later version of what is known of it; ``circuit`` as positions name circuits.

    ``positions``: the options that the organization takes of positions of collection and forfeiture, where
    they are neither the circuit's nor the default ones. ``declared``: days declared holidays, which a last
    day gives way to as it does to a legal one.
    """

    kind: ClassVar[str] = "case"

    reference: str
    district: str = ""
    court_number: str = ""
    circuit: str = ""
    charged_on: dt.date | None = None
    plea_on: dt.date | None = None
    sentencing_set_for: dt.date | None = None
    sentenced_on: dt.date | None = None
    positions: Mapping[str, str] = field(default_factory=dict)
    declared: tuple[DeclaredHoliday, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Convicted:
    """One statute of conviction: its counts, and the dates of the offense, both included."""

    statute: Statute
    counts: int = 1
    begins_on: dt.date | None = None
    ends_on: dt.date | None = None
    grade: Grade = Grade.FELONY


@dataclass(frozen=True, slots=True, kw_only=True)
class Defendant:
    """A defendant, or a later version of what is known of one."""

    kind: ClassVar[str] = "defendant"

    reference: str
    person: Person = Person.INDIVIDUAL
    convictions: tuple[Convicted, ...] = ()
    indigent: bool | None = None
    released_on: dt.date | None = None
    died_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """A victim, or a later version of what is known of one; names and addresses are kept apart.

    ``discovered_on`` is the day on which losses not claimed at first were discovered (§ 3664(d)(5)).
    """

    kind: ClassVar[str] = "victim"

    reference: str
    person: Person = Person.INDIVIDUAL
    losses: Losses = Losses.KNOWN
    discovered_on: dt.date | None = None
