"""The guide that is made of one person's answers: complete, in order, in one language, of nobody."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from remedies.calculators.avenues import Remedy, Standing, open_remedies
from remedies.calculators.avenues.remedy import Kind, TimeLimit
from remedies.documents.guides import Guide, guide_html, guide_page, guide_pdf
from remedies.documents.guides.first_steps import first_steps
from remedies.documents.guides.labels import labels
from remedies.documents.guides.personal import nearest, ordered, personal
from remedies.documents.guides.plain import guide_text
from remedies.documents.guides.written import lines_of
from remedies.documents.texts import languages, text
from remedies.documents.texts.text import Table
from remedies.documents.texts.values import Said
from remedies.facts.answers import Answers, Known, Paid, Prosecution, Work, around
from remedies.law import encoded

AS_OF = dt.date(2026, 11, 21)
MOST_PAGES = 13
IN_A_LINE = (Standing.CLOSED, Standing.NOT_FOR_THESE_ANSWERS)
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
    page = guide_html(made(PEOPLE[name], code)).replace("&#39;", "'")
    for remedy in found(PEOPLE[name]):
        title = text("remedies", code).section(remedy.avenue).title.words()
        whole = page.count(f'<h3 id="{remedy.avenue}">{title}</h3>')
        in_a_line = page.count(f"<li><strong>{title}.</strong>")
        assert (whole, in_a_line) == ((0, 1) if remedy.standing in IN_A_LINE else (1, 0))


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("name", PEOPLE)
def test_every_time_limit_stands_with_its_remedy_or_the_remedy_that_has_the_same(
    name: str, code: str
) -> None:
    sentences, page = text("remedies", code), guide_html(made(PEOPLE[name], code))
    told = {}
    for section in re.split(r'<h3 id="', page.replace("&#39;", "'"))[1:]:
        told[section.partition('"')[0]] = section
    for remedy in found(PEOPLE[name]):
        if remedy.standing in IN_A_LINE:
            continue
        same = labels(code, "parts")["same_days"].partition("{}")[0]
        for limit in remedy.limits:
            title = sentences.section(f"deadline_{limit.key}").title.words()
            assert f"<strong>{title}" in told[remedy.avenue] or same in told[remedy.avenue]


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("name", PEOPLE)
def test_what_stands_in_a_few_words_stands_once_in_full(name: str, code: str) -> None:
    concern = [each for each in found(PEOPLE[name]) if each.standing not in IN_A_LINE[1:]]
    stopping = {key for each in concern for limit in each.limits for key in limit.tolling}
    counted = Counter(why for each in concern for why in each.why)
    shared = {f"reason_{why}" for why, times in counted.items() if times > 1}
    page = guide_html(made(PEOPLE[name], code))
    for key in shared | {f"tolling_{key}" for key in stopping}:
        title = text("remedies", code).section(key).title.words()
        assert page.count(f"<li><strong>{title}.</strong>") == 1


@pytest.mark.parametrize("name", PEOPLE)
def test_what_leads_within_the_page_leads_somewhere(name: str) -> None:
    page = guide_html(made(PEOPLE[name]))
    there = set(re.findall(r'\bid="([^"]+)"', page))
    led = re.findall(r'class="within" href="#([^"]+)"', page)
    assert led
    assert set(led) <= there


def test_the_first_page_says_the_nearest_day_first() -> None:
    guide = made(HOUSEHOLD)
    (table,) = (
        each for each in guide.text.section("at-a-glance").blocks if isinstance(each, Table)
    )
    days = [nearest(each, AS_OF) for each in found(HOUSEHOLD)]
    assert table.rows[0][2].words() == "May 1, 2029"
    assert sum(row[2].words() != "See below" for row in table.rows) == sum(
        day < dt.date.max for day in days
    )


def test_the_first_steps_are_few_and_fit_the_answers() -> None:
    def steps(answers: Answers) -> tuple[str, ...]:
        return first_steps(found(answers), has_day=False)

    assert steps(Answers()) == ("call",)
    assert steps(PEOPLE["sentenced"])[0] == "order"
    charged = replace(HOUSEHOLD, prosecution=Prosecution.CHARGED)
    assert steps(charged)[0] == "prosecutor"
    assert all(len(steps(person)) <= 5 for person in PEOPLE.values())


@pytest.mark.parametrize("code", languages())
def test_the_page_is_of_one_language_and_leaves_nothing_unfilled(code: str) -> None:
    page = guide_page(made(PEOPLE["sentenced"], code))
    assert f'<html lang="{code}"' in page
    assert not re.search(r"\{[a-z]|\{\}", page.split("</style>")[-1])


def test_open_remedies_come_first_and_of_these_the_nearest_day() -> None:
    sections = [section.id for section in made(HOUSEHOLD).text.sections]
    assert sections[:4] == ["before-you-read", "first-steps", "at-a-glance", "standing_open"]
    assert sections[-4:] == [
        "standing_not_for_these_answers",
        "paid-once",
        "in-full",
        "tells-more",
    ]
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
    said = guide_text(made(HOUSEHOLD), 5000)
    line = next(line for line in said.splitlines() if "set by law" in line)
    assert re.search(r"In numbers: \$150,000\.00, set by law\..* \[\d+[\d, ]*\]$", line)


def test_the_words_of_a_state_stand_with_their_authority() -> None:
    lines = guide_text(made(HOUSEHOLD), 5000).splitlines()
    said = [line for line in lines if "As we have the state’s rule:" in line]
    assert len(said) == 3
    assert all(line.endswith("]") for line in said)


def test_what_was_passed_over_is_asked_for_once() -> None:
    page = guide_html(made(Answers()))
    for ask in {ask for each in found(Answers()) for ask in each.asks}:
        (line,) = lines_of(text("remedies", "en").section(f"asks_{ask}").blocks)
        assert page.count(line.words().replace("'", "&#39;")) == 1


def test_hostile_answers_are_neither_shown_nor_run() -> None:
    hostile = "<script>alert(1)</script>{{ 7 * 7 }}{us.limitation_1595}[x](contact:hotline)"
    person = replace(
        PEOPLE["sentenced"], state=hostile, other_states=(hostile,), statutes=(hostile,)
    )
    for code in languages():
        page = guide_page(made(person, code))
        assert "<script" not in page
        assert "alert(1)" not in page
        assert "7 * 7" not in page


def test_a_state_with_a_hostile_name_is_only_words() -> None:
    hostile = "</p><script>alert(1)</script>{{ 7 * 7 }}"
    guide = made(HOUSEHOLD)
    given = {**guide.values.given, "place.name": Said(hostile, figures=False)}
    page = guide_page(replace(guide, values=replace(guide.values, given=given)))
    assert "<script" not in page
    assert "{{ 7 * 7 }}" in page


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


def test_on_paper_it_is_accessible_and_no_longer_than_it_must_be(
    verapdf: Callable[..., dict[tuple[Path, str], str]], tmp_path: Path
) -> None:
    paths = []
    for code in languages():
        written = guide_pdf(made(HOUSEHOLD, code))
        assert len(PdfReader(BytesIO(written)).pages) <= MOST_PAGES
        paths.append(tmp_path / f"{code}.pdf")
        paths[-1].write_bytes(written)
    judged = verapdf(*paths)
    assert {key: verdict for key, verdict in judged.items() if verdict != "pass"} == {}
