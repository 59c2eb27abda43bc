"""Nothing of who a victim is reaches a paper: Fed. R. Crim. P. 49.1, 18 U.S.C. § 3509(d)."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from remedies import casework, law
from remedies.casework import cases
from remedies.casework.example_case import example_case
from remedies.casework.exercises import worked_examples
from remedies.documents.guides import guide_html
from remedies.documents.guides.court import PAPERS, Given, court_guide
from remedies.documents.guides.exercises import HANDOUTS, Worked, handout
from remedies.documents.memorandum import memorandum_html
from remedies.documents.pages import alone
from remedies.documents.pdf import pdf
from remedies.documents.proposed_order import proposed_order_html
from remedies.documents.remission import remission_html
from remedies.documents.restoration import restoration_html
from remedies.documents.statement import statement_html
from remedies.documents.victims_schedule import victims_schedule_html
from remedies.documents.word import word
from remedies.errors import RemediesError
from remedies.ledger.remission import Item, Loss, Petitioner, Petitions
from remedies.ledger.statement_lines import Statement
from remedies.wire.statement import statement_json

EXAMPLES = Path(__file__).parents[2] / "examples"
CLAIMS = sorted(EXAMPLES.glob("*.json"))
STORY = EXAMPLES / "case" / "story.json"
AS_OF = dt.date(2026, 11, 22)
END = dt.date(2025, 12, 31)
BEFORE = dt.date(2024, 3, 1)
SOLD = dt.date(2024, 9, 1)
AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
IDENTITY = {
    "name": "Synthia Madeupova",
    "preferred_name": "Synthie",
    "language": "Fictionese",
    "address": ["77 Imaginary Lane", "Nowhere Falls, ZZ 00000"],
    "phone": "555-010-7788",
    "email": "synthia@example.org",
    "representative": "Guardia Inventada",
    "contact_safely": "born: 1 May 2001, account 0123456789; never call the shop of Mr. Fabricado",
}
PAID_TO = ("Madeupova", "Imaginary Lane", "Nowhere Falls")
SECRETS = (
    *PAID_TO,
    *("Synthi", "Fictionese", "555-010-7788", "example.org", "Inventada"),
    *("1 May 2001", "0123456789", "Fabricado"),
)
PUBLIC = (
    "schedule of victims",
    "proposed order",
    "statement",
    "statement of one",
    "restoration",
    "remission",
    "memorandum",
)
PETITIONS = Petitions(
    petitioners=(Petitioner(victim="V-2", contributed=False),),
    items=(
        Item(
            victim="V-2",
            what="wages",
            kind=Loss.LOST_INCOME,
            amount=9_000,
            documents=("EX-9",),
            directly_caused=True,
            by_illegal_act=True,
        ),
    ),
)
NUMBERS = re.compile(
    r"\b\d{3}-\d{2}-\d{4}\b"  # social security
    r"|\b\d{9,}\b"  # an account
    r"|\b(?:born|birth date|date of birth)[: ]+\w*\s*\d"
    r"|\b\d+ (?:\w+ )?(?:Street|Avenue|Road|Lane|Drive)\b"
)


def said(page: str) -> str:
    """Every word of a page in its three printings, what no reader sees with it."""
    paper = PdfReader(BytesIO(pdf(page)))
    pages = " ".join(each.extract_text() for each in paper.pages)
    packet = paper.trailer["/Root"]["/Metadata"].get_data().decode()  # type: ignore[index]
    with ZipFile(BytesIO(word(page))) as parts:
        written = " ".join(
            parts.read(name).decode("utf-8")
            for name in parts.namelist()
            if name.endswith((".xml", ".rels"))
        )
    return f"{alone(page)} {pages} {paper.metadata} {packet} {written}"


@pytest.fixture(scope="module")
def stored() -> Iterator[tuple[cases.Desk, str]]:
    """The example case in a database that has the identities of its victims, too."""
    identities = dict.fromkeys(("V-1", "V-2", "V-3"), IDENTITY)
    with example_case(STORY, AT, identities) as found:
        yield found


@pytest.fixture(scope="module")
def account(stored: tuple[cases.Desk, str]) -> Statement:
    return cases.statement(*stored, as_of=END)


@pytest.fixture(scope="module")
def papers(stored: tuple[cases.Desk, str], account: Statement) -> Mapping[str, str]:
    """The page of every paper that is made of the case and may leave the office."""
    desk, case = stored
    asked = cases.restoration(desk, case, "AS-1", as_of=SOLD)
    read = cases.remission(desk, case, "AS-1", as_of=SOLD, petitions=PETITIONS)
    order = cases.proposal_view(cases.proposal(desk, case, as_of=BEFORE))
    claim = casework.assessed((STORY.parent / "claim-v1.json").read_bytes())
    of_one = cases.statement(desk, case, as_of=END, victim="V-2")
    return {
        "schedule of victims": victims_schedule_html(
            cases.victims_schedule(desk, case, as_of=BEFORE)
        ),
        "proposed order": proposed_order_html(order),
        "statement": statement_html(account),
        "statement of one": statement_html(of_one),
        "restoration": restoration_html(asked.found, asked.case),
        "remission": remission_html(read.found.worksheet, read.case, "AS-1", read.found),
        "memorandum": memorandum_html(claim),
    }


@pytest.fixture(scope="module")
def worked(account: Statement) -> Mapping[str, Worked]:
    found = worked_examples(EXAMPLES)
    documents = {**found["case"].documents, "statement": json.loads(statement_json(account))}
    return {**found, "case": Worked(documents=documents, account=account)}


def found_in(words: str) -> Iterator[str]:
    yield from (secret for secret in SECRETS if secret in words)
    yield from (each[0] for each in NUMBERS.finditer(re.sub(r"<[^>]+>|sha256:\w+", " ", words)))


@pytest.mark.parametrize("name", PUBLIC)
def test_no_paper_of_a_case_tells_who_anybody_is(name: str, papers: Mapping[str, str]) -> None:
    assert papers.keys() == set(PUBLIC)
    assert list(found_in(said(papers[name]))) == []


def test_the_sealed_schedule_tells_whom_to_pay_and_nothing_else(
    stored: tuple[cases.Desk, str],
) -> None:
    found = cases.victims_schedule(*stored, as_of=BEFORE, sealed=True)
    page = victims_schedule_html(found)
    printings = {
        "html": alone(page),
        "pdf": " ".join(each.extract_text() for each in PdfReader(BytesIO(pdf(page))).pages),
        "word": _body(word(page)),
    }
    for told in printings.values():
        assert {secret for secret in SECRETS if secret in told} == {*PAID_TO, "Synthi"}
    assert not any(secret in found.title for secret in SECRETS)


def _body(written: bytes) -> str:
    with ZipFile(BytesIO(written)) as parts:
        others = [name for name in parts.namelist() if name != "word/document.xml"]
        for name in others:
            assert not any(secret.encode() in parts.read(name) for secret in SECRETS)
        return parts.read("word/document.xml").decode()


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_no_paper_of_an_example_tells_who_anybody_is(path: Path, account: Statement) -> None:
    assessment = casework.assessed(path.read_bytes())
    given = Given(assessment=assessment, case=account.case, victim=account.obligees[0].obligee)
    for name in PAPERS:
        paper = court_guide(name, law.encoded(), AS_OF, given)
        printed = said(guide_html(paper)) if name == "declaration-of-losses" else guide_html(paper)
        assert list(found_in(printed)) == []


@pytest.mark.parametrize("name", HANDOUTS)
def test_no_handout_tells_who_anybody_is(name: str, worked: Mapping[str, Worked]) -> None:
    assert list(found_in(said(guide_html(handout(name, law.encoded(), AS_OF, worked))))) == []


def test_what_is_looked_for_is_found() -> None:
    told = f"{IDENTITY} 123-45-6789 born: 2001 0123456789 12 Some Street"
    assert set(SECRETS) <= set(found_in(told))
    assert len(list(found_in(told))) >= len(SECRETS) + 4


@pytest.mark.parametrize("field", ["name", "birth_date", "account_number", "address"])
def test_a_claim_has_no_place_for_who_somebody_is(field: str) -> None:
    claim = json.loads((EXAMPLES / "forced_labor.json").read_text("utf-8"))
    with pytest.raises(RemediesError):
        casework.assessed(json.dumps({**claim, field: "Synthia Madeupova"}).encode())
