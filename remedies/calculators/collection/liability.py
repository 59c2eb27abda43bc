"""When liability ends: restitution, a fine, the lien, the special assessment.

Authority:
    18 U.S.C. § 3613(b): twenty years from the entry of judgment, or from release from imprisonment,
        whichever is later; a fine ends with death, while the estate answers for restitution.
    18 U.S.C. § 3613(c): the lien arises on the entry of judgment and continues for twenty years, or until
        the liability is satisfied or ends.
    18 U.S.C. § 3013(c): a special assessment ends five years after the judgment.

Of somebody still imprisoned the end is not known: ``not_before`` is the earliest day that it can be. An
offense before April 24, 1996 has the term of its time by the position ``restitution_term_ex_post_facto``.
"""

import datetime as dt
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from remedies.calculators.collection.choices import CollectionChoices
from remedies.figures import Authority
from remedies.law import Law

TERM, LIEN, ASSESSMENT = (
    "us.liability_term",
    "us.restitution_lien",
    "us.special_assessment_term",
)
LONGER_TERM_FROM = dt.date(1996, 4, 24)
"""The day from which the later of the two terms counts (Pub. L. 104-132)."""
ESTATE, FINE = "estate_3613_b", "fine_ends_3613_b"
ESTATE_FROM = dt.date(2016, 12, 16)
_A_YEAR = relativedelta(years=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What the record shows of one defendant's sentence.

    ``imprisoned`` says that the sentence included imprisonment, and ``released_on`` when it ended, None
    while it lasts. ``order_1593`` says that restitution was ordered under 18 U.S.C. § 1593.
    """

    judgment_on: dt.date
    imprisoned: bool = False
    released_on: dt.date | None = None
    died_on: dt.date | None = None
    offense_ended_on: dt.date | None = None
    order_1593: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """When something ends: ``on`` a day, or None where that is not known yet, but ``not_before`` is."""

    on: dt.date | None
    not_before: dt.date | None
    authority: tuple[Authority, ...]
    note: str = ""

    @property
    def warn_on(self) -> dt.date | None:
        """A year before the end, or before the earliest day that it can be."""
        day = self.on or self.not_before
        return day - _A_YEAR if day else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiabilityEnds:
    """When each liability of one defendant ends, and whether an estate answers for restitution."""

    restitution: End
    fine: End
    lien: End
    special_assessment: End
    estate_answers: bool


def liability_ends(
    sentence: Sentence, as_of: dt.date, law: Law, positions: CollectionChoices
) -> LiabilityEnds:
    """Return when the liabilities end, as known on ``as_of``.

    Raises:
        LawNotEncodedError: the judgment is older than the law that is encoded.

    """
    ends = _Ends(sentence, as_of, law, positions)
    return LiabilityEnds(
        restitution=ends.restitution(),
        fine=ends.fine(),
        lien=ends.lien(),
        special_assessment=ends.special_assessment(),
        estate_answers=ends.estate_answers,
    )


class _Ends:
    """The days of one sentence, with the law on the day of its judgment."""

    def __init__(
        self, sentence: Sentence, as_of: dt.date, law: Law, positions: CollectionChoices
    ) -> None:
        self.sentence = sentence
        self.as_of = as_of
        self.law = law
        self.positions = positions
        self.term = law.item(TERM).on(sentence.judgment_on)
        self.years = relativedelta(years=int(self.term.figure.value))
        self.from_judgment = sentence.judgment_on + self.years
        died_on = sentence.died_on
        self.died_on = died_on if died_on and died_on <= as_of else None
        self.estate_answers = self.died_on is not None and self.died_on >= ESTATE_FROM

    def restitution(self) -> End:
        """Return the end of the liability for restitution."""
        if self.died_on is not None:
            return self._after_death(self.died_on)
        offense = self.sentence.offense_ended_on
        option = self.positions.option("restitution_term_ex_post_facto")
        if offense and offense < LONGER_TERM_FROM and option == "law_of_the_offense":
            note = "the term of the time of the offense: position restitution_term_ex_post_facto"
            return _known(self.from_judgment, self.term.authority, note=note)
        return self._later(self.term.authority)

    def fine(self) -> End:
        """Return the end of the liability for a fine, which is death at the latest."""
        rule = self.law.rule(FINE)
        later = self._later(rule)
        if self.died_on is None or (later.on and later.on < self.died_on):
            return later
        return _known(self.died_on, rule, note="ended with death")

    def lien(self) -> End:
        """Return the end of the lien."""
        authority = self.law.item(LIEN).on(self.sentence.judgment_on).authority
        option = self.positions.option("restitution_lien_1593")
        if self.sentence.order_1593 and option == "no_lien":
            note = "no federal lien: position restitution_lien_1593"
            return End(on=None, not_before=None, authority=(authority,), note=note)
        if self.estate_answers:
            cited = (authority, self.law.rule(ESTATE))
            note = "lasts until the estate receives a written release"
            return End(on=None, not_before=self.from_judgment, authority=cited, note=note)
        note = "earlier when the liability is satisfied, remitted, set aside or ends"
        return _known(self.from_judgment, authority, note=note)

    def special_assessment(self) -> End:
        """Return the end of the obligation to pay the special assessment."""
        version = self.law.item(ASSESSMENT).on(self.sentence.judgment_on)
        years = relativedelta(years=int(version.figure.value))
        return _known(self.sentence.judgment_on + years, version.authority)

    def _later(self, authority: Authority) -> End:
        """Return the later of twenty years from judgment and twenty years from release."""
        released_on = self.sentence.released_on
        if not self.sentence.imprisoned:
            return _known(self.from_judgment, authority)
        if released_on is None:
            least = max(self.from_judgment, self.as_of + self.years)
            note = "not known while imprisonment lasts"
            return End(on=None, not_before=least, authority=(authority,), note=note)
        note = "if released on that day" if released_on > self.as_of else ""
        return _known(max(self.from_judgment, released_on + self.years), authority, note=note)

    def _after_death(self, died_on: dt.date) -> End:
        authority = self.term.authority
        if not self.estate_answers:
            return End(on=None, not_before=died_on, authority=(authority,), note=_BEFORE_ESTATES)
        cited = (authority, self.law.rule(ESTATE))
        note = "the estate answers for what is unpaid"
        offense = self.sentence.offense_ended_on
        if offense and offense < ESTATE_FROM:
            note += f"; the offense came before {ESTATE_FROM}: no decision on that was found"
        if self.sentence.imprisoned and self.sentence.released_on is None:
            note += "; no authority was found on whether death in prison is a release"
            return End(on=None, not_before=self.from_judgment, authority=cited, note=note)
        return _known(self._later(authority).on or self.from_judgment, *cited, note=note)


_BEFORE_ESTATES = (
    f"died before {ESTATE_FROM}, when the words on the estate were enacted; whether death had ended"
    " the liability for restitution is not encoded"
)


def _known(on: dt.date, *authority: Authority, note: str = "") -> End:
    return End(on=on, not_before=on, authority=authority, note=note)
