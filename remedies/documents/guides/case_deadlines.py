"""The days of a stored case as rows of the calendar of deadlines; references stand for everybody."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from remedies.calculators.collection.deadline_kinds import (
    ENDS,
    FREE_OF_INTEREST,
    LATENESS,
    LATER_LOSSES,
    OF_THE_CASE,
    THIRD_PARTY,
)
from remedies.documents.guides.deadline_rows import Place, Row
from remedies.documents.guides.labels import labels
from remedies.documents.guides.ledger_words import TABLE, LedgerWords
from remedies.documents.guides.written import plain
from remedies.documents.texts.language import SOURCE, language
from remedies.documents.texts.text import Line, Value, Words
from remedies.documents.texts.values import Said
from remedies.ledger.due import Due, Status

ACTS: Final = {
    "amounts_listed": "prosecutor",
    "unascertained_told": "prosecutor_or_officer",
    "losses_determined": "court",
    "petition_decided": "appeals",
    "reopening_petition": "victim",
    "stay_ends": "nobody",
    "later_losses_petition": "victim",
    "third_party_petition": "claimants",
    "forfeiture_claims": "claimants",
    "delinquency_notice": "attorney_general",
    "default_notice": "attorney_general",
    "entire_amount_due": "defendant",
    "free_of_interest": "defendant",
    "liability_ends": "nobody",
    "fine_ends": "nobody",
    "lien_ends": "nobody",
    "special_assessment_ends": "nobody",
    "not_computed": "nobody",
}
"""Who acts, by what is due: 18 U.S.C. §§ 3664(d)(1), (5), 3771(d)(3), (5), 3612(d)-(f), 3613(b), (c)."""

ITEMS: Final = {
    kind.key: kind.item
    for kind in (
        *OF_THE_CASE,
        LATER_LOSSES,
        THIRD_PARTY,
        *LATENESS,
        FREE_OF_INTEREST,
        *ENDS.values(),
    )
} | {ENDS["lien"].key: ENDS["restitution"].item}
"""The item of law whose number a day is counted by, by what is due; the lien’s own states words alone."""

_AHEAD: Final = frozenset({Status.OPEN, Status.SOON})
_SETTLED: Final = frozenset({Status.MET, Status.OVERTAKEN, Status.ENDED})


class CaseDeadlines:
    """Days of a case in one language; ``given`` gathers their authorities as values that the rows name."""

    def __init__(self, code: str) -> None:
        """Take the language.

        Raises:
            KeyError: there is no such language.

        """
        self._language = language(code)
        self._said = labels(code, TABLE)
        self._words = LedgerWords(code)
        self.given: dict[str, Said] = {}

    def rows(self, dues: Iterable[Due]) -> Iterator[Row]:
        """Yield a row for each day, those of one kind numbered in their order."""
        numbers: Counter[tuple[bool, str, str]] = Counter()
        for due in sorted(
            dues, key=lambda each: (each.due_on is None, each.due_on or dt.date.max)
        ):
            kind = (due.by_court, due.key, due.of)
            numbers[kind] += 1
            yield self._row(
                due, f"{'court' if due.by_court else 'law'} {due.key} {due.of} {numbers[kind]}"
            )

    def _row(self, due: Due, identity: str) -> Row:
        on = due.due_on or due.met_on
        place = Place.AHEAD if due.status in _AHEAD else Place.BEHIND
        return Row(
            place=Place.UNKNOWN if on is None else place,
            on=on,
            what=self._words.what(due),
            of=due.of,
            who=self._said["who"]["as_ordered" if due.by_court else ACTS[due.key]],
            stands=tuple(self._stands(due)),
            counted=self._counted(due),
            notes=tuple(self._words.said(due.note)),
            authority=self._authority(due),
            identity=identity,
            missing=tuple(self._missing(due)),
        )

    def _stands(self, due: Due) -> Iterator[str]:
        status = due.status
        if status is Status.MET and due.met_on is not None:
            yield self._said["status"][status].format(self._language.day(due.met_on))
        elif status is not Status.UNKNOWN:
            yield self._said["status"][status]
        yield from self._words.said(due.why)
        if due.entry is not None:
            yield self._said["by_entry"].format(due.entry)

    def _counted(self, due: Due) -> Line:
        """Return how the law counts the day; nothing of a court's, nor where several rules may hold."""
        item = None if due.by_court else ITEMS.get(due.key)
        if item is None:
            return Line(())
        before, after = self._said["counted"][due.key].split("{}")
        return Line((Words(before), Value(item), Words(after)))

    def _missing(self, due: Due) -> Iterator[str]:
        """Yield what would give the day; where the law of its time is not encoded, that."""
        if due.status in _SETTLED:
            yield self._said["settled"]
            return
        found = tuple(self._words.said(due.needs))
        if found == (self._said["more"],) or not found:
            found = (self._said["counts_from"]["not_encoded"],)
        yield from found

    def _authority(self, due: Due) -> Line:
        """Return what sets the day; of a court's day only that an order does: its words are not repeated."""
        if due.by_court:
            return plain(self._said["court_order"])
        cited = "; ".join(dict.fromkeys(each.citation for each in due.authority))
        if not (cited or due.says_authority):
            return plain(self._said["no_authority"])
        name = f"due.{len(self.given) + 1}"
        self.given[name] = Said(
            cited or due.says_authority,
            due.authority,
            figures=False,
            language="" if self._language.code == SOURCE else SOURCE,
        )
        return Line((Value(name),))
