"""The days of a remedy, as lines of a guide: which day, how sure it is, how it is counted."""

import datetime as dt
from collections.abc import Iterable, Iterator

from remedies.calculators.avenues.remedy import Kind, Remedy, Status, TimeLimit
from remedies.documents.guides.amounts import Amounts
from remedies.documents.guides.labels import terms
from remedies.documents.texts import Text
from remedies.documents.texts.language import SOURCE
from remedies.documents.texts.text import Line, Lines, Manner, Part, Section, Stressed, Words


def day_lines(remedy: Remedy, found: Text, amounts: Amounts, as_of: dt.date) -> Iterator[Line]:
    """Yield a line for each time limit, with what may stop its clock."""
    for limit in remedy.limits:
        section = found.section(f"deadline_{limit.key}")
        said = f": {_said(limit, amounts, as_of)}" if limit.limited else "."
        head: tuple[Part, ...] = (
            Stressed(Manner.STRONG, (*section.title.parts, Words(said))),
            Words(" "),
        )
        sections = [section, *(found.section(f"tolling_{key}") for key in limit.tolling)]
        yield _joined(head, sections, _words(limit, amounts))


def _joined(head: tuple[Part, ...], sections: Iterable[Section], words: str) -> Line:
    """Return one line of a head, the sentences of sections, and words of the law itself."""
    parts, cites = [*head], dict[str, None]()
    if words:
        parts.append(Words(f"{words} "))
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Lines):
                for line in block.lines:
                    parts += (*line.parts, Words(" "))
                    cites |= dict.fromkeys(line.cites)
    return Line(tuple(parts[:-1]), tuple(cites))


def _said(limit: TimeLimit, amounts: Amounts, as_of: dt.date) -> str:
    """Return the day itself, or why there is none."""
    labels = amounts.labels
    if limit.safe_on is None:
        return labels["day_unknown"]
    day = amounts.language.day(limit.safe_on)
    if limit.kind is not Kind.LAST_DAY:
        return labels[limit.kind].format(day)
    name = {Status.PASSED: "passed", Status.ARGUABLE: "arguable"}.get(limit.status(as_of), "")
    said = labels[name or ("exact_day" if limit.exact else "no_later_than")].format(day)
    if limit.latest_on is None or limit.latest_on == limit.safe_on:
        return said
    return f"{said} {labels['latest'].format(amounts.language.day(limit.latest_on))}"


def _words(limit: TimeLimit, amounts: Amounts) -> str:
    """Return the state's own words; in another language their translation, or nothing."""
    code = amounts.language.code
    known = terms(code)
    said = (words if code == SOURCE else known.get(words, "") for words in limit.words)
    quoted = "; ".join(each for each in said if each)
    return amounts.labels["state_words"].format(quoted) if quoted else ""
