"""The time limits of a person's answers as rows of the calendar of deadlines."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from remedies.calculators.avenues.remedy import Kind, Remedy, Standing, Status, TimeLimit
from remedies.documents.guides.deadline_rows import Place, Row
from remedies.documents.guides.labels import labels, terms
from remedies.documents.guides.ledger_words import TABLE
from remedies.documents.guides.written import joined, lines_of, plain
from remedies.documents.texts import language, text
from remedies.documents.texts.language import SOURCE
from remedies.documents.texts.text import Line, Section, Value

_SENTENCES: Final = "remedies"
_ACTS: Final = {
    "restitution_amounts": "prosecutor",
    "restitution_determination": "court",
    "liability_term": "nobody",
}
"""Who acts, where it is not the person."""

_IN_THE_RECORD: Final = {
    "restitution_amounts": "amounts_listed",
    "restitution_determination": "losses_determined",
    "later_losses": "later_losses_petition",
    "liability_term": "liability_ends",
}
"""The day of a case's record that a time limit of the answers is: the record says it better."""


class AnswerDeadlines:
    """Time limits in one language, as they stand on a day."""

    def __init__(self, code: str, as_of: dt.date) -> None:
        """Take the language and the day from which days are counted.

        Raises:
            KeyError: there is no such language.

        """
        self._language = language(code)
        self._as_of = as_of
        self._text = text(_SENTENCES, code)
        self._said = labels(code, TABLE)
        self._parts = labels(code, "parts")

    def rows(self, remedies: Iterable[Remedy], recorded: Collection[str] = ()) -> Iterator[Row]:
        """Yield a row for each time limit, once for all remedies that have it on the same day.

        ``recorded`` are the keys of a case's days: a time limit that is one of them is left out.
        """
        same: dict[TimeLimit, list[Remedy]] = {}
        for remedy in remedies:
            if remedy.standing is not Standing.NOT_FOR_THESE_ANSWERS:
                for limit in remedy.limits:
                    if _IN_THE_RECORD.get(limit.key) not in recorded:
                        same.setdefault(limit, []).append(remedy)
        for limit, found in same.items():
            yield self._row(limit, found)

    def _row(self, limit: TimeLimit, remedies: Iterable[Remedy]) -> Row:
        section = self._text.section(f"deadline_{limit.key}")
        avenues = [remedy.avenue for remedy in remedies]
        titles = (self._text.section(each).title.words() for each in avenues)
        place, on = self._placed(limit)
        return Row(
            place=place,
            on=on,
            what=section.title.words(),
            of="; ".join(each for each in dict.fromkeys(titles) if each != section.title.words()),
            who=self._said["who"][_ACTS.get(limit.key, "you")],
            stands=tuple(self._stands(limit, place)),
            counted=self._counted(limit, section, place),
            authority=self._authority(limit, section),
            identity=f"answers {limit.key} {avenues[0]}",
            missing=tuple(self._missing(limit)),
            by_answers=True,
        )

    def _placed(self, limit: TimeLimit) -> tuple[Place, dt.date | None]:
        """Return the table that a time limit stands in, and the day that it stands under."""
        safe, latest = limit.safe_on, limit.latest_on
        if limit.kind is not Kind.LAST_DAY:
            if safe is None:
                return Place.UNKNOWN, None
            if limit.kind is Kind.FIRST_PAYDAY:
                return Place.MOVING, safe
            return (Place.BEHIND if safe < self._as_of else Place.AHEAD), safe
        match limit.status(self._as_of):
            case Status.IN_TIME:
                return Place.AHEAD, safe
            case Status.ARGUABLE:
                return Place.AHEAD, latest
            case Status.PASSED:
                return Place.BEHIND, safe or latest
            case Status.UNKNOWN if safe is not None:
                return Place.BEHIND, safe
            case _:
                return Place.UNKNOWN, None

    def _stands(self, limit: TimeLimit, place: Place) -> Iterator[str]:
        said, safe, latest = self._said, limit.safe_on, limit.latest_on
        if limit.kind is Kind.ENDS_DEBT:
            if safe is not None:
                yield said["debt" if place is Place.AHEAD else "debt_past"]
            return
        if place is Place.MOVING and safe is not None:
            reached = self._parts["first_payday"].format(self._language.day(safe))
            yield f"{reached[:1].upper()}{reached[1:]}"
            if latest is not None and latest != safe:
                yield said["out_of_reach_longer"].format(self._language.day(latest))
            return
        status = limit.status(self._as_of)
        if status is Status.ARGUABLE and safe is not None:
            yield said["arguable"].format(self._language.day(safe))
            return
        yield from self._sure(limit, place)
        if latest is not None and latest != safe:
            name = "latest_past" if status is Status.PASSED else "latest"
            yield said[name].format(self._language.day(latest))

    def _sure(self, limit: TimeLimit, place: Place) -> Iterator[str]:
        said = self._said
        if place is Place.AHEAD:
            if limit.is_near(self._as_of):
                yield said["status"]["soon"]
            yield said["exact" if limit.exact else "no_later_than"]
        elif place is Place.BEHIND:
            passed = limit.status(self._as_of) is Status.PASSED
            yield said["past" if passed else "maybe_later"]

    def _missing(self, limit: TimeLimit) -> Iterator[str]:
        if not limit.limited:
            yield self._said["no_limit"]
        elif limit.encoded:
            yield self._said["counts_from"][limit.counts_from]
        else:
            yield self._said["counts_from"]["not_encoded"]

    def _counted(self, limit: TimeLimit, section: Section, place: Place) -> Line:
        """Return the state's own words and how a day is counted; of one that passed, what may stop it."""
        sections = [section]
        if place is Place.BEHIND or limit.status(self._as_of) is Status.ARGUABLE:
            sections += [self._text.section(f"tolling_{key}") for key in limit.tolling]
        quoted = self._words(limit)
        said = (line for each in sections for line in lines_of(each.blocks))
        return joined((*((plain(quoted),) if quoted else ()), *said))

    def _words(self, limit: TimeLimit) -> str:
        code = self._language.code
        known = terms(code)
        said = (words if code == SOURCE else known.get(words, "") for words in limit.words)
        quoted = "; ".join(each.rstrip(".") for each in said if each)
        return f"{self._parts['state_words'].format(quoted)}." if quoted else ""

    def _authority(self, limit: TimeLimit, section: Section) -> Line:
        """Return the law that states the span, or else what the sentence rests on, if it is found."""
        cites = (cite for line in lines_of(section.blocks) for cite in line.cites)
        key = limit.law if limit.law and limit.limited else next(cites, "")
        return Line((Value(f"law.{key}"),)) if key else plain(self._said["no_authority"])
