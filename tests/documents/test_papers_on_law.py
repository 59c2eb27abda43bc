"""A paper says of the law that it cites what was not read, and beside an amount what it rests on."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import pytest

from remedies import law
from remedies.documents.wording import DOUBTED
from remedies.figures import Checked
from remedies.law.citations import parts
from tests.documents.every_paper import guides, papers_of_cases, papers_of_claims
from tests.documents.printed import Table, printed

SAID = re.compile(
    r"†|secondary|unverified|one source|single source|read in part|partial|disagree|conflict|"
    r"not confirmed|known from|no authority|sin confirmar|leído en parte|se conoce por",
    re.IGNORECASE,
)
AUTHORITY = re.compile(r"authority|\brule\b|rests on", re.IGNORECASE)
MONEY = re.compile(r"[−-]?\$?\d[\d,]*\.\d\d\b")
FOLLOWS = re.compile(
    r" [×÷+−] |\blines? \d|, to the cent|^total of |^the (?:greater|lesser) of |added|steps above|"
    r"not below zero"
)
NOTHING = re.compile(r"[−-]?\$?0\.00")
ENTERED = (
    "Gross proceeds of the sale",
    "Money forfeited",
    "Net proceeds",
    "less what was transferred before",
    "Workweeks that only their schedule has",
)
"""Rows whose amount is entered, or the sum of rows above; no law makes it."""


def doubted() -> dict[str, Checked]:
    """Return every citation that no official text was read for, by the words of which it is made."""
    encoded = law.encoded()
    marks: dict[str, set[Checked]] = defaultdict(set)
    held = [*encoded.rules.values()]
    held += [version.authority for item in encoded.items() for version in item.versions]
    for authority in held:
        for part in parts(authority.citation):
            marks[part.partition(" (7")[0]].add(authority.checked)
    for position in encoded.all_positions().values():
        for option in position.options.values():
            for holding in option.authorities:
                marks[holding.citation].add(holding.checked)
    return {part: min(found) for part, found in marks.items() if found <= DOUBTED}


def unsaid(page: str, doubts: Mapping[str, Checked]) -> Iterator[str]:
    """Yield each block of a page that cites law which was not read, and does not say so."""
    for block in printed(page).blocks:
        if SAID.search(block):
            continue
        for part, mark in doubts.items():
            at = block.find(part)
            if at >= 0 and not re.match(r"[\w(]|\.\d|, \(", block[at + len(part) :]):
                yield f"{part} ({mark}): {block}"


def bare(page: str) -> Iterator[str]:
    """Yield each row that has an amount, and an empty cell where its authority belongs."""
    for table in printed(page).tables:
        for column, head in enumerate(table.heads):
            if AUTHORITY.search(head) and column:
                yield from (f"{table.caption}: {' | '.join(row)}" for row in _empty(table, column))


def _empty(table: Table, column: int) -> Iterator[list[str]]:
    """Yield the rows without an authority that neither follow from other rows nor are nothing."""
    for row in table.rows:
        amounts = [found[0] for cell in row if (found := MONEY.match(cell))]
        made = any(FOLLOWS.search(cell) for cell in row)
        nothing = all(NOTHING.fullmatch(amount) for amount in amounts)
        entered = any(cell in ENTERED for cell in row)
        if amounts and not (row[column] or made or nothing or entered):
            yield row


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return {**papers_of_claims(), **papers_of_cases(tmp_path_factory.mktemp("cases"))}


@pytest.fixture(scope="module")
def doubts() -> dict[str, Checked]:
    return doubted()


def test_every_paper_says_of_the_law_that_it_cites_what_was_not_read(
    papers: dict[str, str], doubts: dict[str, Checked]
) -> None:
    found = [f"{name}: {line}" for name, page in papers.items() for line in unsaid(page, doubts)]
    assert found == []


def test_every_guide_says_of_the_law_that_it_cites_what_was_not_read(
    doubts: dict[str, Checked],
) -> None:
    found = [f"{name}: {line}" for name, page in guides().items() for line in unsaid(page, doubts)]
    assert found == []


def test_law_that_was_not_read_stands_in_these_papers(
    papers: dict[str, str], doubts: dict[str, Checked]
) -> None:
    standing = {
        part
        for page in papers.values()
        for block in printed(page).blocks
        for part in doubts
        if part in block
    }
    assert len(standing) >= 10


def test_a_doubt_that_is_not_said_is_found(doubts: dict[str, Checked]) -> None:
    weakest = "28 C.F.R. § 9.8(c)"
    assert doubts[weakest] is Checked.UNVERIFIED
    assert len(list(unsaid(f"<p>Interest does not count ({weakest}).</p>", doubts))) == 1
    assert list(unsaid(f"<p>Interest does not count ({weakest} †).</p>", doubts)) == []
    assert list(unsaid("<p>The full amount (18 U.S.C. § 1593(b)(1)).</p>", doubts)) == []


def test_every_amount_in_a_table_with_authorities_has_its_own_or_follows_from_others(
    papers: dict[str, str],
) -> None:
    assert [f"{name}: {row}" for name, page in papers.items() for row in bare(page)] == []


def test_an_amount_without_its_authority_is_found(papers: dict[str, str]) -> None:
    page = papers["sex_trafficking_minor: memorandum"]
    worksheet = next(each for each in printed(page).tables if each.caption == "Worksheet")
    resting = [row[-1] for row in worksheet.rows if row[-1] and "given" in row]
    assert resting
    row = "<td>given</td><td>$64.00</td><td>{}</td>"
    made = (
        "<table><caption>Worksheet</caption><thead><tr><th>How</th><th>Amount</th><th>Authority</th>"
        f"</tr></thead><tbody><tr>{row}</tr></tbody></table>"
    )
    assert list(bare(made.format(""))) == ["Worksheet: given | $64.00 | "]
    assert list(bare(made.format("29 U.S.C. § 206(a)"))) == []
