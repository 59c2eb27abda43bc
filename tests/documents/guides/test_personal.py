"""The guide that is made of one person's answers: complete, in order, in one language, of nobody."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from remedies.calculators.avenues import Remedy, Standing, open_remedies
from remedies.calculators.avenues.remedy import Kind, TimeLimit
from remedies.documents.guides import Guide, guide_html, guide_page
from remedies.documents.guides.labels import labels
from remedies.documents.guides.personal import nearest, ordered, personal
from remedies.documents.guides.plain import guide_text
from remedies.documents.texts import languages, text
from remedies.facts.answers import Answers, Known, Paid, Prosecution, Work, around
from remedies.law import encoded

AS_OF = dt.date(2026, 11, 21)
HOUSEHOLD = Answers(
    kinds_of_work=frozenset({Work.DOMESTIC}),
    forced=Known.YES,
    state="US-CA",
    began_on=around("2019-05"),
    ended_on=around("2021-06-30"),
    minor_then=Known.YES,
    paid=Paid.NOTHING,
)
PEOPLE = {
    "nothing said": Answers(),
    "household": HOUSEHOLD,
    "a territory without law": replace(HOUSEHOLD, state="US-AS"),
    "sentenced": replace(
        HOUSEHOLD,
        prosecution=Prosecution.SENTENCED,
        sentenced_on=around("2025-03-01"),
        property_seized=Known.YES,
        debt_in_name=Known.YES,
        discrimination=Known.YES,
        injured=Known.YES,
        arrested_for_it=Known.YES,
        on_tribal_land_or_member=Known.YES,
    ),
    "farm": replace(HOUSEHOLD, kinds_of_work=frozenset({Work.AGRICULTURE}), state="US-FL"),
}


def found(answers: Answers) -> tuple[Remedy, ...]:
    return open_remedies(answers, encoded(), AS_OF)


def made(answers: Answers, code: str = "en") -> Guide:
    return personal(found(answers), encoded(), AS_OF, code, answers.state.lower())


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("name", PEOPLE)
def test_every_remedy_stands_on_the_page_once_under_its_title(name: str, code: str) -> None:
    page = guide_html(made(PEOPLE[name], code))
    for remedy in found(PEOPLE[name]):
        told = f'<h3 id="{remedy.avenue}">' in page
        assert told is (remedy.standing is not Standing.NOT_FOR_THESE_ANSWERS)
        title = text("remedies", code).section(remedy.avenue).title.words()
        assert title in page.replace("&#39;", "'")


@pytest.mark.parametrize("code", languages())
def test_the_page_is_of_one_language_and_leaves_nothing_unfilled(code: str) -> None:
    page = guide_page(made(PEOPLE["sentenced"], code))
    assert f'<html lang="{code}"' in page
    assert not re.search(r"\{[a-z]|\{\}", page.split("</style>")[-1])


def test_open_remedies_come_first_and_of_these_the_nearest_day() -> None:
    sections = [section.id for section in made(HOUSEHOLD).text.sections]
    assert sections[:3] == ["before-you-read", "at-a-glance", "standing_open"]
    assert sections[-1] == "standing_not_for_these_answers"
    days = [nearest(r, AS_OF) for r in ordered(found(HOUSEHOLD), AS_OF) if r.standing == "open"]
    assert days == sorted(days)
    assert days[0] == dt.date(2029, 5, 1)


def test_a_day_that_has_passed_is_not_the_nearest() -> None:
    limits = (
        TimeLimit(key="a", counts_from="x", safe_on=dt.date(2026, 11, 20)),
        TimeLimit(key="b", counts_from="x", safe_on=AS_OF),
        TimeLimit(key="c", counts_from="x", safe_on=dt.date(2023, 1, 1), kind=Kind.FIRST_PAYDAY),
    )
    remedy = replace(found(Answers())[0], limits=limits)
    assert nearest(remedy, AS_OF) == AS_OF
    assert nearest(replace(remedy, limits=limits[:1]), AS_OF) == dt.date.max


def test_a_day_from_a_month_says_no_later_than_and_an_exact_one_does_not() -> None:
    assert "no later than May 1, 2029" in guide_text(made(HOUSEHOLD), 500)
    exact = replace(HOUSEHOLD, began_on=around("2019-05-01"))
    said = guide_text(made(exact), 500)
    assert "no later than May 1, 2029" not in said
    assert "The last safe day to sue: May 1, 2029." in said


def test_an_amount_of_the_law_stands_with_its_authority() -> None:
    said = guide_text(made(HOUSEHOLD), 500)
    line = next(line for line in said.splitlines() if "set by law" in line)
    assert re.search(r"\$150,000\.00, set by law \[\d+\]", line)


def test_what_was_passed_over_is_what_it_asks_for() -> None:
    assert labels("en", "parts")["asks"] in guide_text(made(Answers()), 500)


@pytest.mark.parametrize("table", ["parts", "page"])
def test_every_language_has_the_same_short_words(table: str) -> None:
    def names(of: object, under: str = "") -> set[str]:
        if not isinstance(of, dict):
            return {f"{under} {str(of).count('{}')}" if isinstance(of, str) else under}
        return {name for key, each in of.items() for name in names(each, f"{under}.{key}")}

    expected = names(dict(labels("en", table)))
    for code in languages():
        assert names(dict(labels(code, table))) == expected


def test_plain_text_keeps_to_its_width() -> None:
    said = guide_text(made(PEOPLE["sentenced"]), 80)
    assert max(map(len, said.splitlines())) <= 80
    assert "<" not in said
