"""Papers for the prosecutor and the court: a text with a claim's figure in it, or with blanks instead."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
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
from remedies.documents.positions import stances
from remedies.documents.texts import language, text
from remedies.documents.texts.language import SOURCE
from remedies.documents.texts.text import Section, Text, When
from remedies.documents.texts.values import Said, Values
from remedies.facts import Claim, CommercialSex, Conviction, Receipts, WorkPeriod
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
    holds = frozenset(("original" if code == SOURCE else "copy", *_holds(given)))
    standing = tuple(section for section in found.sections if _stands(section, holds))
    return Guide(
        text=replace(found, sections=standing),
        values=values,
        holds=holds,
        inserts=dict(_inserts(found, law, given, told)),
        layout=Layout.LETTER,
    )


def _stands(section: Section, holds: Collection[str]) -> bool:
    """Return whether anything of a section stands; a heading alone does not."""
    return any(not isinstance(each, When) or each.condition in holds for each in section.blocks)


def _values(given: Given, told: TableWords) -> Iterator[tuple[str, Said]]:
    yield "case.reference", Said(given.case, figures=False)
    yield "victim.reference", Said(_victim(given), figures=False)
    found = given.assessment
    if found is None:
        return
    yield "claim.period", Said(_period(found.claim, told), figures=False)
    yield "claim.total", Said(dollars(found.total.value))
    yield "claim.losses", Said(dollars(found.outcome.losses.value))
    yield "claim.statutes", Said(_statutes(found.claim), figures=False)
    if days := _days(found.claim):
        yield "claim.first_day", Said(told.language.day(min(days)), figures=False)
        yield "claim.last_day", Said(told.language.day(max(days)), figures=False)
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
    days = _days(claim)
    if not (days or claim.gains):
        days = _ends(claim.convictions)
    if not days:
        return told.words("of_the_offense")
    return told.between(min(days), max(days))


def _days(claim: Claim) -> list[dt.date]:
    """Return the ends of every period of work or services."""
    gains = (each for each in claim.gains if isinstance(each, Receipts | CommercialSex))
    return _ends((*claim.work, *gains))


def _ends(
    periods: Iterable[WorkPeriod | Receipts | CommercialSex | Conviction],
) -> list[dt.date]:
    return [end for each in periods for end in (each.begins_on, each.ends_on) if end is not None]


def _statutes(claim: Claim) -> str:
    """Return the statutes of conviction, each with the defendant where the claim names one."""
    named = (
        f"{each.statute} ({each.defendant})" if each.defendant else str(each.statute)
        for each in claim.convictions
    )
    return ", ".join(dict.fromkeys(named))


def _holds(given: Given) -> Iterator[str]:
    yield "case" if given.case and _victim(given) else "case.none"
    yield "victim" if _victim(given) else "victim.none"
    yield "answer" if given.answer is not None else "answer.none"
    found = given.assessment
    if found is None:
        yield from ("claim.none", "claim.no_losses", "claim.undated", "claim.no_positions")
        yield from ("claim.hours_one_figure", "domestic")
        return
    yield "claim"
    yield from _holds_of_claim(found)


def _holds_of_claim(found: Assessment) -> Iterator[str]:
    claim = found.claim
    yield "claim.has_labor" if found.schedule is not None else "claim.no_labor"
    yield "claim.has_losses" if claim.losses else "claim.no_losses"
    yield "claim.dated" if claim.convictions and _days(claim) else "claim.undated"
    yield "claim.takes_positions" if found.taken else "claim.no_positions"
    ranged = any(".hours" in mover.fact.field for mover in found.spread.movers)
    yield "claim.hours_range" if ranged else "claim.hours_one_figure"
    if any(period.coverage.domestic_service for period in claim.work):
        yield "domestic"
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
        elif name == "table.positions" and given.assessment is not None:
            yield name, _positions(given.assessment)
        elif name == "table.amounts" and given.assessment is not None:
            yield name, tables.amounts(given.assessment, told, _victim(given))
        elif name == "table.answer" and given.answer is not None:
            yield name, compared.answer(given.answer)


def _positions(found: Assessment) -> Markup:
    """Return the positions that the figure takes; a paper with them is had in English only."""
    rows = [(taken.question, taken.option.says) for taken in stances(found)]
    return tables.table("Positions agreed", ("Point", "Choice"), rows)
