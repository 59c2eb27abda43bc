"""What a paper says that a reader must check before filing, and what its marks mean."""

import re
from collections.abc import Iterator

from remedies.calculators.assessment import Assessment
from remedies.documents.doubt import records_unknown
from remedies.documents.positions import Bearing
from remedies.documents.sources import Support
from remedies.documents.wording import CHECKED, DOUBTED, count
from remedies.figures import Authority, Checked


def to_check(
    assessment: Assessment, cited: list[Authority], held: list[Bearing], facts: list[Support]
) -> Iterator[str]:
    """Yield what to check before filing, in sentences."""
    said = [warned.message for warned in assessment.warnings]
    for warned in assessment.warnings:
        about = f"{entry_words(warned.field)}: " if warned.field else ""
        yield f"{about}{warned.message.rstrip('.')}."
    for unknown in records_unknown(assessment.claim):
        yield f"{unknown}."
    for group in facts:
        if not group.exhibit:
            yield f"No exhibit is named for: {group.named}."
    for authority in cited:
        if authority.checked in DOUBTED and authority.citation not in " ".join(said):
            yield f"{authority.citation}. {CHECKED[authority.checked]}"
    unread = sum(entry.held.checked in DOUBTED for entry in held)
    if unread:
        yield (
            "What authorities on the positions say is known from a secondary source only, or not "
            f"confirmed, in {count(unread, 'entry')} of their table; each is marked."
        )


def entry_words(field: str) -> str:
    """Return a field of the claim in words: ``work[0].hours`` is ``Work, entry 1, hours``."""
    text = re.sub(r"\[(\d+)\]", lambda place: f", entry {int(place[1]) + 1}", field)
    text = text.replace(".", ", ").replace("_", " ")
    return text[:1].upper() + text[1:]


def legend(cited: list[Authority], held: list[Bearing]) -> list[tuple[str, str]]:
    """Return the marks used in a paper's lists of authorities, each with its meaning."""
    used = {a.checked for a in cited} | {entry.held.checked for entry in held}
    return [(mark.value.replace("_", " "), CHECKED[mark]) for mark in Checked if mark in used]
