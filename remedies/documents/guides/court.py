"""Papers for the prosecutor and the court: a text with a claim's figure in it, or with blanks instead."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from markupsafe import Markup

from remedies.calculators.assessment import Assessment
from remedies.calculators.measures import Measure
from remedies.documents.answer_view import AnswerView
from remedies.documents.guides import compared, tables
from remedies.documents.guides.page import Guide, Layout
from remedies.documents.guides.placed import placed
from remedies.documents.guides.standpoints import position
from remedies.documents.guides.table_words import TableWords
from remedies.documents.texts import language, text
from remedies.documents.texts.language import SOURCE
from remedies.documents.texts.text import Text
from remedies.documents.texts.values import Said, Values
from remedies.facts import Claim, CommercialSex, Receipts
from remedies.figures import Figure
from remedies.law import Law
from remedies.worksheet import dollars

PAPERS: Final = (
    "request-for-restitution",
    "declaration-of-losses",
    "checklist-of-proof",
    "stipulation",
    "plea-clauses",
    "response-to-objections",
)
"""Every paper that this module makes, by the name of its text."""

_POSITION: Final = "table.position."
_OF_CLAIM: Final = {
    "table.figure": tables.figure,
    "table.workweeks": tables.workweeks,
    "table.losses": tables.losses,
    "table.exhibits": tables.exhibits,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a paper is made of, as far as it is known; victims stand by reference."""

    assessment: Assessment | None = None
    case: str = ""
    victim: str = ""
    answer: AnswerView | None = None


def court_guide(name: str, law: Law, as_of: dt.date, given: Given, code: str = SOURCE) -> Guide:
    """Return a paper: in the court's language, English, or in another to be read beside that one.

    Raises:
        KeyError: there is no such text, or it has not that language.

    """
    found, told = text(name, code), TableWords(language(code))
    values = Values(
        law=law,
        as_of=as_of,
        language=told.language,
        contacts=law.register("contacts"),
        given=dict(_values(given, told)),
    )
    original = "original" if code == SOURCE else "copy"
    return Guide(
        text=found,
        values=values,
        holds=frozenset((original, *_holds(given))),
        inserts=dict(_inserts(found, law, given, told)),
        layout=Layout.LETTER,
    )


def _values(given: Given, told: TableWords) -> Iterator[tuple[str, Said]]:
    yield "case.reference", Said(given.case, figures=False)
    yield "victim.reference", Said(_victim(given), figures=False)
    found = given.assessment
    if found is None:
        return
    yield "claim.period", Said(_period(found.claim, told), figures=False)
    yield "claim.total", Said(dollars(found.total.value))
    yield "claim.losses", Said(dollars(found.outcome.losses.value))
    for name, worth in (("labor", _labor(found)), ("gains", _gains(found))):
        if worth is not None:
            yield f"claim.{name}", Said(dollars(worth.value))


def _victim(given: Given) -> str:
    return given.victim or (given.assessment.claim.reference if given.assessment else "")


def _labor(found: Assessment) -> Figure | None:
    return found.outcome.arms.get(Measure.VALUE_OF_LABOR)


def _gains(found: Assessment) -> Figure | None:
    """Return the greater of gross income and value to the defendant, where one is not nought."""
    both = (
        found.outcome.arms.get(key) for key in (Measure.GROSS_INCOME, Measure.VALUE_TO_DEFENDANT)
    )
    return max((worth for worth in both if worth and worth.value), key=_worth, default=None)


def _worth(figure: Figure) -> Fraction:
    return figure.value


def _period(claim: Claim, told: TableWords) -> str:
    """Return the first to the last day of work or services, or else of the offenses."""
    days = [end for period in claim.work for end in (period.begins_on, period.ends_on)]
    dated = claim.convictions
    gains = (each for each in claim.gains if isinstance(each, Receipts | CommercialSex))
    for each in (*gains, *(() if days or claim.gains else dated)):
        days += [end for end in (each.begins_on, each.ends_on) if end is not None]
    if not days:
        return told.words("of_the_offense")
    return told.between(min(days), max(days))


def _holds(given: Given) -> Iterator[str]:
    yield "case" if given.case and _victim(given) else "case.none"
    yield "answer" if given.answer is not None else "answer.none"
    found = given.assessment
    if found is None:
        yield from ("claim.none", "claim.no_losses")
        return
    yield "claim"
    yield "claim.has_labor" if found.schedule is not None else "claim.no_labor"
    yield "claim.has_losses" if found.claim.losses else "claim.no_losses"
    if _labor(found) is not None:
        yield "claim.values_labor"
    if _gains(found) is not None:
        yield "claim.has_gains"


def _inserts(
    found: Text, law: Law, given: Given, told: TableWords
) -> Iterator[tuple[str, Markup]]:
    for name in placed(found):
        if name.startswith(_POSITION):
            yield name, position(name.removeprefix(_POSITION), law, given.assessment)
        elif name in _OF_CLAIM and given.assessment is not None:
            yield name, _OF_CLAIM[name](given.assessment, told)
        elif name == "table.amounts" and given.assessment is not None:
            yield name, tables.amounts(given.assessment, told, _victim(given))
        elif name == "table.answer" and given.answer is not None:
            yield name, compared.answer(given.answer)
