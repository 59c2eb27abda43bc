"""The days of a remedy, as lines of a guide: which day, how sure it is, how it is counted."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from remedies.calculators.avenues.remedy import Kind, Remedy, Status, TimeLimit
from remedies.documents.guides.amounts import Amounts
from remedies.documents.guides.labels import terms
from remedies.documents.guides.written import joined, lines_of, plain
from remedies.documents.texts import Text
from remedies.documents.texts.language import SOURCE
from remedies.documents.texts.text import Line, Manner, Stressed, Words
from remedies.facts.answers import FIELDS

_OF_A_STATE: Final = "us-"


def day_lines(remedy: Remedy, found: Text, amounts: Amounts, as_of: dt.date) -> Iterator[Line]:
    """Yield a line for each time limit, with its rule, and in a few words what may stop its clock."""
    for limit in remedy.limits:
        section = found.section(f"deadline_{limit.key}")
        said = _said(limit, amounts, as_of)
        ending = f": {said}" if said else "."
        head = Line((Stressed(Manner.STRONG, (*section.title.parts, Words(ending))),))
        lines = (*_words(limit, amounts), *lines_of(section.blocks))
        yield joined((head, *lines, *_tolling(limit, found, amounts)))


def _said(limit: TimeLimit, amounts: Amounts, as_of: dt.date) -> str:
    """Return the day itself, or that an answer to come would say it; nothing where no answer does."""
    labels = amounts.labels
    if limit.safe_on is None:
        return labels["day_unknown"] if limit.limited and limit.counts_from in FIELDS else ""
    day = amounts.language.day(limit.safe_on)
    if limit.kind is not Kind.LAST_DAY:
        return labels[limit.kind].format(day)
    name = {Status.PASSED: "passed", Status.ARGUABLE: "arguable"}.get(limit.status(as_of), "")
    said = labels[name or ("exact_day" if limit.exact else "no_later_than")].format(day)
    if limit.latest_on is None or limit.latest_on == limit.safe_on:
        return said
    return f"{said} {labels['latest'].format(amounts.language.day(limit.latest_on))}"


def _tolling(limit: TimeLimit, found: Text, amounts: Amounts) -> Iterator[Line]:
    """Yield what may stop the clock, by its titles; what they mean stands once in the guide."""
    titles = [found.section(f"tolling_{key}").title.words() for key in limit.tolling]
    if titles:
        named = "; ".join(title[0].lower() + title[1:] for title in titles)
        yield plain(amounts.labels["may_stop"].format(named))


def _words(limit: TimeLimit, amounts: Amounts) -> Iterator[Line]:
    """Yield the state's own words; in another language their translation, or nothing."""
    code = amounts.language.code
    known = terms(code)
    said = (words if code == SOURCE else known.get(words, "") for words in limit.words)
    quoted = "; ".join(each.rstrip(".") for each in said if each)
    if quoted:
        cites = (limit.law,) if limit.law.startswith(_OF_A_STATE) else ()
        yield Line((Words(f"{amounts.labels['state_words'].format(quoted)}."),), cites)
