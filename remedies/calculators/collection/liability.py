"""When liability ends: restitution, a fine, the lien, the special assessment.

Authority:
    18 U.S.C. § 3613(b): twenty years from the entry of judgment, or from release from imprisonment,
        whichever is later; a fine ends with death, while the estate answers for restitution.
    18 U.S.C. § 3613(c): the lien arises on the entry of judgment and continues for twenty years, or until
        the liability is satisfied or ends.
    18 U.S.C. § 3013(c): a special assessment ends five years after the judgment.

An end is the last day: what ends on a day is still owed on that day, and no more from the next on. That
is a reading; no authority on the day itself was found. A term of years ends on the same day of the year, and
one that begins on a February 29 on February 28 where the last year has no 29th.

Of somebody still imprisoned the end is not known: ``not_before`` is the earliest day that it can be. An
offense before April 24, 1996 has the term of its time by the position ``restitution_term_ex_post_facto``.
Death changes nothing of what ended before it: then no balance is unpaid for an estate to answer for, and no
lien is left to continue.
"""

import datetime as dt
from dataclasses import dataclass, replace

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
ASSESSMENT_YEARS = 5
"""Years after the judgment through which a special assessment is owed, in every version of § 3013(c)."""
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


def special_assessment_ends(judgment_on: dt.date, years: int = ASSESSMENT_YEARS) -> dt.date:
    """Return the last day on which a special assessment is owed (18 U.S.C. § 3013(c)).

    It is the fifth anniversary of the judgment; of a February 29, February 28. From the next day on nothing
    is owed.
    """
    return judgment_on + relativedelta(years=years)


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
        self.by_term = self._by_term()

    @property
    def estate_answers(self) -> bool:
        """Whether a balance was left at death, and the words on estates were enacted."""
        died_on = self.died_on
        if died_on is None or died_on < ESTATE_FROM:
            return False
        return not _before(self.by_term, died_on)

    def restitution(self) -> End:
        """Return the end of the liability for restitution."""
        if self.died_on is None:
            return self.by_term
        if _before(self.by_term, self.died_on):
            return replace(self.by_term, note=_said(self.by_term.note, "ended before death"))
        return self._after_death(self.died_on)

    def fine(self) -> End:
        """Return the end of the liability for a fine, which is death at the latest."""
        rule = self.law.rule(FINE)
        later = self._later(rule)
        if self.died_on is None or _before(later, self.died_on):
            return later
        return _known(self.died_on, rule, note="ended with death")

    def lien(self) -> End:
        """Return the end of the lien."""
        authority = self.law.item(LIEN).on(self.sentence.judgment_on).authority
        option = self.positions.option("restitution_lien_1593")
        if self.sentence.order_1593 and option == "no_lien":
            note = "no federal lien: position restitution_lien_1593"
            return End(on=None, not_before=None, authority=(authority,), note=note)
        died_on = self.died_on
        if self.estate_answers and died_on is not None and died_on <= self.from_judgment:
            cited = (authority, self.law.rule(ESTATE))
            note = "lasts until the estate receives a written release"
            return End(on=None, not_before=self.from_judgment, authority=cited, note=note)
        note = "earlier when the liability is satisfied, remitted, set aside or ends"
        return _known(self.from_judgment, authority, note=note)

    def special_assessment(self) -> End:
        """Return the end of the obligation to pay the special assessment."""
        judgment_on = self.sentence.judgment_on
        version = self.law.item(ASSESSMENT).on(judgment_on)
        last = special_assessment_ends(judgment_on, int(version.figure.value))
        return _known(last, version.authority)

    def _by_term(self) -> End:
        """Return the end of the liability for restitution as years alone set it."""
        offense = self.sentence.offense_ended_on
        option = self.positions.option("restitution_term_ex_post_facto")
        if offense and offense < LONGER_TERM_FROM and option == "law_of_the_offense":
            note = "the term of the time of the offense: position restitution_term_ex_post_facto"
            return _known(self.from_judgment, self.term.authority, note=note)
        return self._later(self.term.authority)

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
        if self.by_term.on is not None:
            return _known(self.by_term.on, *cited, note=_said(self.by_term.note, note))
        note += "; no authority was found on whether death in prison is a release"
        return End(on=None, not_before=self.from_judgment, authority=cited, note=note)


_BEFORE_ESTATES = (
    f"died before {ESTATE_FROM}, when the words on the estate were enacted; whether death had ended"
    " the liability for restitution is not encoded"
)


def _known(on: dt.date, *authority: Authority, note: str = "") -> End:
    return End(on=on, not_before=on, authority=authority, note=note)


def _before(end: End, day: dt.date) -> bool:
    return end.on is not None and end.on < day


def _said(*notes: str) -> str:
    return "; ".join(filter(None, notes))
