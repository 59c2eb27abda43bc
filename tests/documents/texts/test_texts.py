"""Every text, every language: readable, cited, in step with the English, and filled from the law."""

import datetime as dt
from collections.abc import Iterator

import pytest

from remedies.documents.guides.court import PAPERS
from remedies.documents.guides.places import LAWS
from remedies.documents.texts import kinds, language, text, translation
from remedies.documents.texts.language import SOURCE
from remedies.documents.texts.library import spoken
from remedies.documents.texts.reading import TextError, read
from remedies.documents.texts.text import (
    Block,
    Form,
    Line,
    Lines,
    Note,
    Section,
    Table,
    Text,
    When,
    lines,
)
from remedies.law import encoded
from tests.documents.texts.law_words import sounds_like_law
from tests.documents.texts.readability import ease, grade, sentences

HIGHEST_GRADE = 7.0
LOWEST_EASE = 65.0
FEWEST_WORDS = 30

OF_A_PLACE = {f"place.{name}" for name in LAWS}
FOR_LAWYERS = frozenset({*PAPERS, *(kind for kind in kinds() if kind.startswith("training-"))})
"""Texts that no survivor is handed; everything else must be plain."""
EVERY = [(kind, code) for kind in kinds() for code in spoken(kind)]
TRANSLATED = [(kind, code) for kind, code in EVERY if code != SOURCE]


def of(body: str, language: str = "en") -> Text:
    return read(
        "made-up", language, f'+++\ntitle = "A title"\nsummary = "A summary."\n+++\n\n{body}'
    )


def hard(found: Text) -> Iterator[str]:
    """Sections that are harder than they may be; a short one is read with the next."""
    said: list[str] = []
    for section in found.sections:
        said += sentences(section)
        if (
            sum(len(each.split()) for each in said) < FEWEST_WORDS
            and section is not found.sections[-1]
        ):
            continue
        if found.language == "en" and (worst := grade(said)) > HIGHEST_GRADE:
            yield f"{found.kind} {section.id}: grade {worst:.1f}"
        if found.language == "es" and (worst := ease(said)) < LOWEST_EASE:
            yield f"{found.kind} {section.id}: ease {worst:.1f}"
        said = []


def uncited(found: Text) -> Iterator[str]:
    """Lines that sound like law and neither cite nor say that they state none."""
    for section in found.sections:
        for line in _statements(section.blocks):
            cited = line.cites or any(name.startswith("us") for name in line.values())
            if section.advice:
                if line.cites or (sounds_like_law(line, found.language) and not line.no_law):
                    yield f"{section.id}: advice states law: {line.words()}"
            elif not cited and not line.no_law and _stands(line):
                yield f"{section.id}: no cite and no [~]: {line.words()}"


def _statements(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Every line that can state something: a row of a table is one, a heading and a head are none."""
    for block in blocks:
        match block:
            case Lines() if block.form is Form.HEADING:
                pass
            case Lines():
                yield from block.lines
            case Table():
                for row in block.rows:
                    parts = tuple(part for cell in row for part in cell.parts)
                    cites = tuple(key for cell in row for key in cell.cites)
                    yield Line(parts, cites, any(cell.no_law for cell in row))
            case Note() | When():
                yield from _statements(block.blocks)


def _stands(line: Line) -> bool:
    return bool(line.words().strip())


def shape(blocks: tuple[Block, ...]) -> list[object]:
    """What a translation must keep: blocks, values, cites, contacts, conditions."""
    found: list[object] = []
    for block in blocks:
        match block:
            case Lines():
                found.append((block.form, block.id, [_kept(line) for line in block.lines]))
            case Table():
                rows = [[_kept(cell) for cell in row] for row in (block.head, *block.rows)]
                found.append(("table", rows))
            case Note():
                found.append(("note", shape(block.blocks)))
            case When():
                found.append(("when", block.condition, shape(block.blocks)))
    return found


def _kept(line: Line) -> tuple[list[str], list[str], list[str], bool]:
    return sorted(line.values()), sorted(line.cites), sorted(line.links()), line.no_law


def unlike(one: Section, other: Section) -> bool:
    return (one.id, one.advice, shape(one.blocks)) != (other.id, other.advice, shape(other.blocks))


@pytest.mark.parametrize(("kind", "code"), [each for each in EVERY if each[0] not in FOR_LAWYERS])
def test_every_section_is_plain(kind: str, code: str) -> None:
    assert list(hard(text(kind, code))) == []


@pytest.mark.parametrize(("kind", "code"), EVERY)
def test_every_statement_of_law_cites_what_it_rests_on(kind: str, code: str) -> None:
    assert list(uncited(text(kind, code))) == []


@pytest.mark.parametrize(("kind", "code"), EVERY)
def test_every_cite_is_registered(kind: str, code: str) -> None:
    law = encoded()
    cites = {
        key
        for section in text(kind, code).sections
        for line in lines(section.blocks)
        for key in line.cites
    }
    registered = {*law.rules, *law.keys(), *OF_A_PLACE}
    assert {key for key in cites if key.partition(":")[0] not in registered} == set()


@pytest.mark.parametrize(("kind", "code"), TRANSLATED)
def test_a_translation_says_all_that_the_english_says_and_in_its_order(
    kind: str, code: str
) -> None:
    ours, theirs = text(kind, SOURCE).sections, text(kind, code).sections
    assert [section.id for section in theirs] == [section.id for section in ours]
    assert [one.id for one, other in zip(ours, theirs, strict=True) if unlike(one, other)] == []


@pytest.mark.parametrize(("kind", "code"), TRANSLATED)
def test_no_translation_is_stale(kind: str, code: str) -> None:
    found = text(kind, code)
    assert translation(found).current, f"{kind}/{code}.md renders another English text"
    assert found.translator


@pytest.mark.parametrize(("kind", "code"), EVERY)
def test_every_contact_is_registered_and_may_be_printed(kind: str, code: str) -> None:
    contacts = encoded().register("contacts")
    every = [line for section in text(kind, code).sections for line in lines(section.blocks)]
    linked = {key for line in every for key in line.links()}
    said = {
        name.split(".")[1] for line in every for name in line.values() if name[:8] == "contact."
    }
    assert linked | said <= contacts.keys()
    assert {key for key in linked | said if contacts[key]["checked"] == "unverified"} == set()
    assert {key for key in linked if contacts[key].get("login")} == set()


def test_long_words_in_long_sentences_are_found() -> None:
    body = (
        "## Restitution {#r .advice}\n\n"
        "Notwithstanding administrative considerations regarding subrogation, "
        "compensation determinations necessitate documentation establishing proximately attributable "
        "expenditures, including rehabilitation, transportation, accommodation, representation and "
        "miscellaneous disbursements incurred subsequently to victimization.\n"
    )
    assert [each.split(":")[0] for each in hard(of(body))] == ["made-up r"]
    spanish = body.replace("{#r", "{#e")
    assert [each.split(":")[0] for each in hard(of(spanish, "es"))] == ["made-up e"]


def test_short_words_are_found_plain() -> None:
    body = (
        "## What it is {#w .advice}\n\n"
        + "You may ask for help. It is up to you. No one can make you. " * 4
    )
    assert list(hard(of(body))) == []


def test_law_without_a_cite_is_found() -> None:
    stated = "The judge must order the full sum."
    assert len(list(uncited(of(f"## A {{#a}}\n\n{stated}\n")))) == 1
    assert len(list(uncited(of(f"## A {{#a .advice}}\n\n{stated}\n")))) == 1
    assert list(uncited(of(f"## A {{#a}}\n\n{stated} [@restitution_1593]\n"))) == []
    assert list(uncited(of("## A {#a .advice}\n\nYou can stop at any time.\n"))) == []
    assert len(list(uncited(of("## A {#a}\n\n- El juez decide.\n", "es")))) == 1


def test_a_changed_shape_is_found() -> None:
    one = of("## A {#a}\n\nOne {as_of}. [@restitution_1593]\n").sections[0]
    other = of("## A {#a}\n\nUno. [@restitution_1593]\n", "es").sections[0]
    assert unlike(one, other)
    assert not unlike(one, of("## B {#a}\n\nUno {as_of}. [@restitution_1593]\n", "es").sections[0])


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("## A\n", "a heading ends with its mark"),
        ("## A {#a}\n\nWithin 10 years.\n", "a number is typed"),
        ("## A {#a}\n\n![x](y)\n", "no image"),
        ("## A {#a}\n\n[x](https://example.org)\n", "registered contact only"),
        ("## A {#a}\n\n- a\n  - b\n", "a list is flat"),
        ("## A {#a}\n\n    code\n", "no code block"),
        ("## A {#a}\n\n{{ x }}\n", "no name of a value"),
        ("## A {#a}\n\n## B {#a}\n", "a second section"),
        ("text\n", "heading_open was expected"),
    ],
)
def test_what_the_format_does_not_have_is_refused_with_its_line(body: str, says: str) -> None:
    with pytest.raises(TextError, match=says) as refused:
        of(body)
    assert "made-up/en.md, line " in str(refused.value)


def test_a_day_and_a_number_are_said_in_each_language() -> None:
    day = dt.date(2026, 11, 22)
    assert language("en").day(day) == "November 22, 2026"
    assert language("es").day(day) == "22 de noviembre de 2026"
