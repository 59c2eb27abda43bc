"""What the avenues ask of the law and the answers: what follows from an answer, and the law of the day.

Authority:
    18 U.S.C. § 1591(a), 22 U.S.C. § 7102(11): commercial sex under 18 asks for no force.
    18 U.S.C. § 1595(b)(2): a criminal action includes the investigation, until the trial court is done.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dateutil.relativedelta import relativedelta

from remedies.errors import LawAbsentError, LawNotEncodedError
from remedies.facts.answers import (
    Answers,
    Around,
    JobProgram,
    Known,
    Prosecution,
    Work,
)
from remedies.figures import Checked
from remedies.law import Law, Version
from remedies.operations import Unit

_SPANS: Final = {
    Unit.YEAR: relativedelta(years=1),
    Unit.MONTH: relativedelta(months=1),
    Unit.WEEK: relativedelta(weeks=1),
    Unit.DAY: relativedelta(days=1),
}
_PENDING: Final = {Prosecution.INVESTIGATED, Prosecution.CHARGED, Prosecution.CONVICTED}
_SOUND: Final = {Checked.STATUTE, Checked.OFFICIAL}


@dataclass(frozen=True)
class Asked:
    """One person's answers before the law, on one day."""

    answers: Answers
    law: Law
    as_of: dt.date

    def version(self, key: str, tier: str | None = None) -> Version | None:
        """Return an item's version on the day of the question, or on the last day for which it is known.

        None where nothing is encoded for that day.
        """
        item = self.law.item(key)
        try:
            return item.on(min(self.as_of, item.known_through), tier)
        except LawNotEncodedError:
            return None

    def provides_nothing(self, key: str, tier: str | None = None) -> bool:
        """Return whether the law is known to provide nothing on the day of the question."""
        item = self.law.item(key)
        try:
            item.on(min(self.as_of, item.known_through), tier)
        except LawNotEncodedError as error:
            return isinstance(error, LawAbsentError)
        return False

    def span(self, key: str, tier: str | None = None) -> relativedelta | None:
        """Return a span of time that the law states; None where nothing is encoded for the day.

        Raises:
            KeyError: the item counts no time.

        """
        found = self.version(key, tier)
        if found is None:
            return None
        return _SPANS[found.figure.unit] * int(found.figure.value)

    @cached_property
    def minor(self) -> Known:
        """Whether the person was under 18 then: as answered, or as the birthday and the work's days show."""
        said, birthday = self.answers.minor_then, self.answers.turned_18_on
        began = self.answers.began_on
        if said is not Known.UNKNOWN or birthday is None or began is None:
            return said
        if birthday.first > began.last:
            return Known.YES
        return Known.NO if birthday.last <= began.first else Known.UNKNOWN

    @cached_property
    def majority(self) -> Around | None:
        """The eighteenth birthday of a person who was a minor, as well as it is known."""
        return self.answers.turned_18_on if self.minor is Known.YES else None

    @cached_property
    def is_adult_now(self) -> Known:
        """Whether the person is 18 on the day of the question."""
        birthday, began = self.answers.turned_18_on, self.answers.began_on
        if birthday is not None:
            if birthday.first > self.as_of:
                return Known.NO
            return Known.YES if birthday.last <= self.as_of else Known.UNKNOWN
        if self.minor is Known.NO:
            return Known.YES
        old = began is not None and began.last + relativedelta(years=18) <= self.as_of
        return Known.YES if old else Known.UNKNOWN

    @cached_property
    def sold_sex(self) -> Known:
        """Whether commercial sex was part of the work; not known where no kind of work is named."""
        if not self.answers.kinds_of_work:
            return Known.UNKNOWN
        return _known(Work.COMMERCIAL_SEX in self.answers.kinds_of_work)

    @cached_property
    def farm_work(self) -> Known:
        """Whether farm work was part of the work; not known where no kind of work is named."""
        if not self.answers.kinds_of_work:
            return Known.UNKNOWN
        return _known(Work.AGRICULTURE in self.answers.kinds_of_work)

    @cached_property
    def trafficked(self) -> Known:
        """Whether the answers describe trafficking: forced, or commercial sex by a person under 18."""
        if self.answers.forced is Known.YES:
            return Known.YES
        child = {self.sold_sex, self.minor}
        if child == {Known.YES}:
            return Known.YES
        if Known.NO in child:
            return self.answers.forced
        return Known.UNKNOWN

    @cached_property
    def prosecution(self) -> Prosecution:
        """How far the case has come: as answered, or sentenced where the day of the sentence is known."""
        said = self.answers.prosecution
        return Prosecution.SENTENCED if self.answers.sentenced_on else said

    @property
    def is_stayed(self) -> bool:
        """Whether a criminal action is pending, in which time a civil action waits."""
        return self.prosecution in _PENDING

    @cached_property
    def reported(self) -> Known:
        """Whether it was reported to the police, where another answer says so as well."""
        answers = self.answers
        if answers.reported_on or answers.prosecution is Prosecution.REPORTED:
            return Known.YES
        return answers.reported_to_police

    @property
    def program(self) -> JobProgram:
        """The job program; who would rather not say is not known to have had one."""
        said = self.answers.visa_program
        return JobProgram.UNKNOWN if said is JobProgram.RATHER_NOT_SAY else said

    @cached_property
    def jurisdiction(self) -> str:
        """The place as the law's keys name it: ``us-ca``; nothing where it is not said."""
        return self.answers.state.lower()

    def of_the_place(self, name: str) -> tuple[Version, ...]:
        """Return what the place's law provides, tier by tier; nothing where none is encoded for the day."""
        try:
            item = self.law.item(f"{self.jurisdiction}.{name}")
        except LawNotEncodedError:
            return ()
        day = min(self.as_of, item.known_through)
        found = (
            series.on(day) for tier, series in item.series.items() if tier in (item.tiers or ("",))
        )
        kept = [version for version in found if version is not None and not version.none]
        return tuple({id(version): version for version in kept}.values())


def is_sound(version: Version) -> bool:
    """Return whether a version was checked in the law's own text or an official source."""
    return version.authority.checked in _SOUND


def _known(yes: bool) -> Known:  # noqa: FBT001  # it turns a finding into an answer
    return Known.YES if yes else Known.NO
