"""Law that templates and modules type is registered in the law library, and a sentence of law cites."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.citing import Cited, cited, registered
from tests.documents.reviewed_law import NO_LAW, NOT_CITED, WHOLE
from tests.documents.typed_law import (
    ROOT,
    Typed,
    rests,
    sentences_of,
    sentences_typed,
    sounds_like_law,
    strings_of,
    templates,
)

MODULES = sorted(
    path
    for package in ("remedies", "api")
    for path in (ROOT / package).rglob("*.py")
    if path.name != "citations.py"  # whose patterns are no citations
)
TEMPLATES = sorted(  # "terms" are the law data's own words in another language
    [
        *(ROOT / "api").rglob("*.html"),
        *(
            path
            for path in (ROOT / "remedies" / "templates").rglob("*")
            if path.suffix in {".html", ".md", ".toml"} and path.parent.name != "terms"
        ),
    ]
)
SPOKEN = (
    "documents/*.py",
    "ledger/statement*.py",
    "ledger/restoration.py",
    "ledger/remission.py",
)
"""Modules whose sentences stand in papers."""
WARNINGS = ("calculators/warnings.py", "calculators/work_warnings.py")
"""Modules whose sentences stand in papers without a capital and a full stop."""
REVIEWED = tuple(words for group in NO_LAW.values() for words in group)
NAMED_WHOLE = frozenset(name for group in WHOLE.values() for name in group)
LONG = 8  # words: a shorter string of a warning is a key or a name


def unregistered(words: str) -> Iterator[str]:
    """Yield what words cite and the law library does not, at that depth or above it."""
    for place in map(_with_its_book, cited(words)):
        if str(place) not in NOT_CITED and not _known(place):
            yield str(place)


def _with_its_book(place: Cited) -> Cited:
    """Return a section that was typed without its book as that of its only namesake."""
    books = {known.book for known in registered() if known.section == place.section}
    return place if place.book or len(books) != 1 else replace(place, book=books.pop())


def _known(place: Cited) -> bool:
    if place.book == "case":
        return any(r.book == "case" and r.section.startswith(place.section) for r in registered())
    whole = str(place) in NAMED_WHOLE
    return any(
        known == place
        or (known.paragraphs and known.holds(place))
        or (whole and place.holds(known))
        for known in registered()
    )


def uncited(typed: Iterable[Typed]) -> Iterator[str]:
    """Yield sentences that sound like law, cite nothing, and were not found to state none."""
    for each in typed:
        if not sounds_like_law(each.words) or rests(each.words) or rests(each.beside):
            continue
        if not each.words.startswith(REVIEWED):
            yield f"{each.where}: {each.words}"


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_citation_that_a_module_types_is_registered() -> None:
    found = {
        f"{typed.where} {place}"
        for path in MODULES
        for typed in strings_of(path.read_text("utf-8"), named(path))
        for place in unregistered(typed.words)
    }
    assert found == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_every_citation_that_a_template_types_is_registered(path: Path) -> None:
    assert list(unregistered(" ".join(path.read_text("utf-8").split()))) == []


def test_enough_is_read() -> None:
    assert len(TEMPLATES) > len(list(templates())) > 10
    typed = [place for path in templates() for place in cited(path.read_text("utf-8"))]
    assert len(typed) > 20
    assert len(registered()) > 800


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It is owed (18 U.S.C. § 3664(h)).", []),
        ("It is owed (18 U.S.C. § 3664(h)(9)).", []),  # beneath what is registered
        ("It is owed (18 U.S.C. § 3664(z)).", ["18 U.S.C. 3664(z)"]),
        ("It is owed (18 U.S.C. § 3664).", ["18 U.S.C. 3664"]),
        ("18 U.S.C. § 983(a)(2)(B), (9)(A)", ["18 U.S.C. 983(a)(9)(A)"]),
        ("18 U.S.C. §§ 3663(a)(3) and 9999", ["18 U.S.C. 9999"]),
        ("§ 1594(f)(3) says so", []),
        ("§ 1594(g) says so", ["18 U.S.C. 1594(g)"]),
        ("28 C.F.R. § 9.8(b)(1); Fed. R. Crim. P. 99.1", ["Fed. R. Crim. P. 99.1"]),
        ("Idaho Code § 45-607", ["Idaho Code 45-607"]),
        ("Dolan v. United States", []),
        ("Nobody v. United States, 999 U.S. 1", ["case Nobody v. United States", "999 U.S. 1"]),
    ],
)
def test_what_is_not_registered_is_found(words: str, found: list[str]) -> None:
    assert list(unregistered(words)) == found


def test_a_citation_put_into_a_template_is_found() -> None:
    page = (ROOT / "remedies/templates/remission/en.html").read_text("utf-8")
    mutated = page.replace("§ 9.8(b)(1)", "§ 9.88(b)(1)")
    assert mutated != page
    assert list(unregistered(mutated)) == ["28 C.F.R. 9.88(b)(1)"]


@pytest.mark.parametrize("path", list(templates()), ids=named)
def test_every_sentence_of_law_in_a_template_cites(path: Path) -> None:
    assert list(uncited(sentences_of(path.read_text("utf-8"), named(path)))) == []


@pytest.mark.parametrize(
    "path",
    sorted(path for pattern in SPOKEN for path in (ROOT / "remedies").glob(pattern)),
    ids=named,
)
def test_every_sentence_of_law_in_a_module_of_papers_cites(path: Path) -> None:
    assert list(uncited(sentences_typed(path.read_text("utf-8"), named(path)))) == []


@pytest.mark.parametrize("name", WARNINGS)
def test_every_warning_that_states_law_cites(name: str) -> None:
    said = strings_of((ROOT / "remedies" / name).read_text("utf-8"), name)
    assert list(uncited(each for each in said if len(each.words.split()) >= LONG)) == []


def test_nothing_stands_on_the_reviewed_list_that_nobody_types() -> None:
    typed = [each.words for path in templates() for each in sentences_of(path.read_text("utf-8"))]
    for pattern in (*SPOKEN, *WARNINGS):
        for path in (ROOT / "remedies").glob(pattern):
            typed += [each.words for each in sentences_typed(path.read_text("utf-8"))]
            typed += [each.words for each in strings_of(path.read_text("utf-8"))]
    assert [each for each in REVIEWED if not any(said.startswith(each) for said in typed)] == []


def test_a_sentence_of_law_without_a_citation_is_found() -> None:
    law_stated = "<p>The court must order the full amount. The page follows.</p>"
    assert len(list(uncited(sentences_of(law_stated)))) == 1
    cites = law_stated.replace("amount.", "amount (18 U.S.C. § 1593(b)(1)).")
    assert list(uncited(sentences_of(cites))) == []
    by_value = law_stated.replace("amount.", "amount ({{ cite([rule]) }}).")
    assert list(uncited(sentences_of(by_value))) == []
    template = (ROOT / "remedies/templates/statement/delays.html").read_text("utf-8")
    assert list(uncited(sentences_of(template))) == []
    assert list(uncited(sentences_of(re.sub(r"18 U\.S\.C\. § 1594|\(§ .*?\)\)", "", template))))
    module = 'says = f"The court must order {amount} in full."\n'
    assert len(list(uncited(sentences_typed(module)))) == 1
    ruled = 'Note(text="The court must order it in full.", rule="restitution_1593")\n'
    assert list(uncited(sentences_typed(ruled))) == []
