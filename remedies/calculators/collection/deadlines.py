"""The days that the law sets after a plea, a sentence, a notice or a payment that did not come.

Authority:
    18 U.S.C. § 3664(d)(1): the amounts are listed 60 days before the date initially set for sentencing.
    18 U.S.C. § 3664(d)(5): what cannot be ascertained is told 10 days before sentencing and determined
        within 90 days after it; losses discovered later, by petition within 60 days.
    Dolan v. United States, 560 U.S. 605 (2010): what missing the 90 days does not do.
    18 U.S.C. § 3771(d)(3), (5): a victim's petition for mandamus: decided within 72 hours, stays of five
        days; within 14 days to reopen a plea or sentence.
    21 U.S.C. § 853(n)(2): third parties petition within 30 days of the final publication of notice or of
        receiving it, whichever is earlier.
    18 U.S.C. § 3612(d)-(f): notices of delinquency and default; interest.
    18 U.S.C. § 3572(i): the entire amount, 30 days after notification of default.
    18 U.S.C. § 3613(b), (c): liability and lien. 18 U.S.C. § 3013(c): the special assessment.
    Fed. R. Crim. P. 45(a)(1), (5), (6): days counted forward and backward.

A deadline whose date is not given is returned with what it needs, one whose law is not encoded with why it
is not computed; the others stand. Nothing is guessed. A last day that a weekend or holiday moved keeps the
plain day in its note: it is safe under every reading.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import partial

from remedies.calculators.collection.calendar import Days, Observed
from remedies.calculators.collection.choices import CollectionChoices
from remedies.calculators.collection.dates import (
    CaseDates,
    Deadline,
    DefendantDates,
    ForfeitureNotice,
)
from remedies.calculators.collection.deadline_kinds import (
    ENDS,
    FREE_OF_INTEREST,
    LATENESS,
    LATER_LOSSES,
    NOTICES,
    OF_THE_CASE,
    THIRD_PARTY,
    Count,
    Kind,
)
from remedies.calculators.collection.liability import End, LiabilityEnds, Sentence, liability_ends
from remedies.calculators.collection.penalties import Charge, Lateness
from remedies.errors import LawNotEncodedError
from remedies.figures import Checked
from remedies.law import Law, Version

DAY = dt.timedelta(days=1)
_HOURS_OF_A_DAY = 24


def deadlines(
    dates: CaseDates, as_of: dt.date, law: Law, positions: CollectionChoices
) -> tuple[Deadline, ...]:
    """Return every deadline of a case: those with a day in its order, then those that need a date.

    The law of the day of the event applies; for events still ahead, the law that is encoded last. One whose
    law or holidays are not encoded has no day; its note says why, and it needs nothing.
    """
    counted = _Counted(dates, as_of, law, positions)
    made = (*counted.of_the_case(), *counted.of_assets(), *counted.of_defendants())
    return tuple(sorted(made, key=_in_order))


class _Counted:
    """The deadlines of one case, as counted in its court."""

    def __init__(
        self, dates: CaseDates, as_of: dt.date, law: Law, positions: CollectionChoices
    ) -> None:
        self.dates = dates
        self.as_of = as_of
        self.law = law
        self.positions = positions
        observed = Observed(positions.option("holiday_on_a_weekend"))
        self.days = Days(law, dates.declared, observed)

    def of_the_case(self) -> Iterator[Deadline]:
        """Yield the deadlines of sentencing and of victims' petitions."""
        for kind in OF_THE_CASE:
            yield self._from(kind, getattr(self.dates, kind.needs))
        for discovery in self.dates.discoveries:
            yield self._from(LATER_LOSSES, discovery.on, of=discovery.victim)

    def of_assets(self) -> Iterator[Deadline]:
        """Yield the last days for third parties to petition for forfeited property."""
        for notice in self.dates.notices:
            known = [day for day in (notice.published_on, notice.received_on) if day]
            first = min(known, default=None)
            yield self._from(THIRD_PARTY, first, of=notice.asset, note=_other(notice))

    def of_defendants(self) -> Iterator[Deadline]:
        """Yield the deadlines of each defendant."""
        for defendant in self.dates.defendants:
            yield from self._lateness(defendant)
            yield from self._notices(defendant)
            sentence = defendant.sentence
            if sentence is None:
                for kind in (FREE_OF_INTEREST, *ENDS.values()):
                    yield self._from(kind, None, of=defendant.defendant)
            else:
                begun = max(sentence.judgment_on, defendant.liable_from or sentence.judgment_on)
                grace = partial(self._grace, begun, defendant.defendant)
                yield self._or_why(FREE_OF_INTEREST, defendant.defendant, grace)
                yield from self._ends(sentence, defendant.defendant)

    def _lateness(self, dates: DefendantDates) -> Iterator[Deadline]:
        for kind in LATENESS:
            day: dt.date | None = getattr(dates, kind.needs)
            if day is not None:
                yield self._from(kind, day, of=dates.defendant)

    def _notices(self, dates: DefendantDates) -> Iterator[Deadline]:
        """Yield a notice for each charge with which an obligation becomes late, one for a day."""
        told = {
            Lateness.DELINQUENCY: dates.delinquency_notices,
            Lateness.DEFAULT: dates.default_notices,
        }
        for charge in {(c.lateness, c.of, c.on): c for c in dates.charges if c.began}.values():
            if charge.on <= self.as_of:
                days = [day for day in told[charge.lateness] if charge.on <= day <= self.as_of]
                made = self._notice(charge, dates.defendant)
                yield replace(made, met_on=min(days, default=None))

    def _notice(self, charge: Charge, defendant: str) -> Deadline:
        kind = NOTICES[charge.lateness]
        note = f"{charge.of}: the payment due on {charge.due.on}"
        version = self._version(kind, charge.on)
        return self._made(kind, version, charge.notify_by, of=defendant, note=note)

    def _grace(self, begun: dt.date, defendant: str) -> Deadline:
        version = self._version(FREE_OF_INTEREST, begun)
        last = begun + (int(version.figure.value) - 1) * DAY
        return self._made(FREE_OF_INTEREST, version, last, of=defendant)

    def _ends(self, sentence: Sentence, defendant: str) -> Iterator[Deadline]:
        try:
            ends = liability_ends(sentence, self.as_of, self.law, self.positions)
        except LawNotEncodedError as missing:
            for kind in ENDS.values():
                yield self._unknown(kind, defendant, missing)
            return
        for part in fields(LiabilityEnds):
            if part.name in ENDS:
                end: End = getattr(ends, part.name)
                yield self._end(ENDS[part.name], end, defendant)

    def _end(self, kind: Kind, end: End, defendant: str) -> Deadline:
        released = end.on is None and end.not_before is not None
        least = f"not before {end.not_before}; " if released else ""
        warned = end.warn_on is not None and end.warn_on <= self.as_of
        soon = "; within a year" if warned and not self._past(end.on) else ""
        return Deadline(
            key=kind.key,
            what=kind.what,
            authority=end.authority[-1],
            of=defendant,
            due_on=end.on,
            days_left=(end.on - self.as_of).days if end.on else None,
            passed=self._past(end.on),
            note=f"{least}{end.note}{soon}".removeprefix("; "),
            needs=("released_on",) if released else (),
        )

    def _from(
        self, kind: Kind, event: dt.date | None, *, of: str = "", note: str = ""
    ) -> Deadline:
        """Return a deadline counted from an event; without one, what it needs."""
        if event is None:
            return self._made(kind, self._version(kind, None), None, of=of)
        return self._or_why(kind, of, partial(self._of_event, kind, event, of, note))

    def _or_why(self, kind: Kind, of: str, count: Callable[[], Deadline]) -> Deadline:
        """Return what is counted; where the encoded law does not let it be, why."""
        try:
            return count()
        except LawNotEncodedError as missing:
            return self._unknown(kind, of, missing)

    def _unknown(self, kind: Kind, of: str, missing: LawNotEncodedError) -> Deadline:
        made = self._made(kind, self._version(kind, None), None, of=of)
        return replace(made, needs=(), note=f"not computed: {missing.why}")

    def _of_event(self, kind: Kind, event: dt.date, of: str, note: str) -> Deadline:
        version = self._version(kind, event)
        number = int(version.figure.value)
        due_on = self._counted(kind, event, number)
        plain = event + (-number if kind.count is Count.BEFORE else number) * DAY
        moved = kind.count in {Count.BEFORE, Count.AFTER} and due_on != plain
        return self._made(kind, version, due_on, of=of, note=note, plain=plain if moved else None)

    def _counted(self, kind: Kind, event: dt.date, number: int) -> dt.date:
        match kind.count:
            case Count.BEFORE:
                return self.days.due_before(event, number)
            case Count.AFTER:
                return self.days.due_after(event, number)
            case Count.WORKING_DAYS:
                return self.days.working_days_after(event, number)
            case Count.HOURS:
                return self.days.next_open(event + number // _HOURS_OF_A_DAY * DAY)
            case Count.LIMIT:
                return event + number * DAY

    def _made(  # noqa: PLR0913 - what a deadline says
        self,
        kind: Kind,
        version: Version,
        due_on: dt.date | None,
        *,
        of: str = "",
        note: str = "",
        plain: dt.date | None = None,
    ) -> Deadline:
        cited = self._cited(kind.rule) if kind.rule else ""
        moved = f"moved from {plain:%A}, {plain}" if plain else ""
        return Deadline(
            key=kind.key,
            what=kind.what,
            authority=version.authority,
            of=of,
            due_on=due_on,
            days_left=(due_on - self.as_of).days if due_on else None,
            passed=self._past(due_on),
            note="; ".join(filter(None, (moved, note, f"{kind.note} {cited}".strip()))),
            needs=() if due_on else (kind.needs,),
        )

    def _cited(self, key: str) -> str:
        """Return a rule's citation; one whose own text was not read says so."""
        rule = self.law.rule(key)
        read = rule.checked in {Checked.STATUTE, Checked.OFFICIAL}
        doubt = "" if read else f"; checked: {rule.checked.value.replace('_', ' ')}"
        return f"({rule.citation}{doubt})"

    def _version(self, kind: Kind, event: dt.date | None) -> Version:
        item = self.law.item(kind.item)
        return item.on(min(event or item.known_through, item.known_through))

    def _past(self, day: dt.date | None) -> bool:
        return day is not None and day < self.as_of


def _other(notice: ForfeitureNotice) -> str:
    if notice.published_on and notice.received_on:
        return "the earlier of publication and receipt"
    other = "receipt" if notice.published_on else "the final publication"
    return f"earlier, if {other} came first: that day is not given"


def _in_order(deadline: Deadline) -> tuple[bool, dt.date, str, str]:
    return deadline.due_on is None, deadline.due_on or dt.date.max, deadline.key, deadline.of
