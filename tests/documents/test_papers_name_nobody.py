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

from remedies import casework, law, store
from remedies.casework import cases
from remedies.casework.exercises import worked_examples
from remedies.documents.guides import Guide, guide_page, guide_pdf, guide_word
from remedies.documents.guides.court import PAPERS, Given, court_guide
from remedies.documents.guides.exercises import HANDOUTS, Worked, handout
from remedies.errors import RemediesError
from remedies.ledger.statement_lines import Statement
from remedies.store.migrations import migrate
from remedies.wire import read_json
from remedies.wire.statement import statement_json

EXAMPLES = Path(__file__).parents[2] / "examples"
CLAIMS = sorted(EXAMPLES.glob("*.json"))
STORY = EXAMPLES / "case" / "story.json"
AS_OF = dt.date(2026, 11, 22)
END = dt.date(2025, 12, 31)
AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
IDENTITY = {
    "name": "Synthia Madeupova",
    "preferred_name": "Synthie",
    "address": ["77 Imaginary Lane", "Nowhere Falls, ZZ 00000"],
    "phone": "555-010-7788",
    "email": "synthia@example.org",
}
SECRETS = ("Madeupova", "Synthi", "Imaginary Lane", "Nowhere Falls", "555-010-7788", "example.org")
NUMBERS = re.compile(
    r"\b\d{3}-\d{2}-\d{4}\b"  # social security
    r"|\b\d{9,}\b"  # an account
    r"|\b(?:born|birth date|date of birth)[: ]+\w*\s*\d"
    r"|\b\d+ (?:\w+ )?(?:Street|Avenue|Road|Lane|Drive)\b"
)


def said(guide: Guide) -> str:
    """Every word of a paper in its three printings, what no reader sees with it."""
    paper = PdfReader(BytesIO(guide_pdf(guide)))
    pages = " ".join(page.extract_text() for page in paper.pages)
    with ZipFile(BytesIO(guide_word(guide))) as parts:
        word = " ".join(
            parts.read(name).decode("utf-8", "replace")
            for name in parts.namelist()
            if name.startswith(("word/document", "docProps/"))
        )
    return f"{guide_page(guide)} {pages} {paper.metadata} {word}"


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Statement:
    """The example case as stated from a database that has the identities of its victims, too."""
    database = store.engine(f"sqlite:///{tmp_path_factory.mktemp('case') / 'case.db'}")
    migrate(database)
    with store.sessions(database)() as session:
        organization = store.add_organization(session, name="Example", at=AT).id
        system, prosecutor = (
            cases.Desk(
                session=session,
                caller=cases.Caller(organization=organization, role=role, actor="test"),
                at=AT,
                keys=store.Keys((bytes(32),)),
            )
            for role in (cases.Role.SYSTEM, cases.Role.PROSECUTOR)
        )
        row, _ = cases.load_case(
            system,
            read_json(STORY.read_bytes(), whole_numbers=True),
            lambda name: (STORY.parent / name).read_bytes(),
        )
        for victim in ("V-1", "V-2", "V-3"):
            cases.put_identity(prosecutor, row.id, victim, IDENTITY)
        return cases.statement(system, row.id, as_of=END)


@pytest.fixture(scope="module")
def worked(account: Statement) -> Mapping[str, Worked]:
    found = worked_examples(EXAMPLES)
    documents = {**found["case"].documents, "statement": json.loads(statement_json(account))}
    return {**found, "case": Worked(documents=documents, account=account)}


def found_in(words: str) -> Iterator[str]:
    yield from (secret for secret in SECRETS if secret in words)
    yield from (each[0] for each in NUMBERS.finditer(re.sub(r"<[^>]+>|sha256:\w+", " ", words)))


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_no_paper_of_an_example_tells_who_anybody_is(path: Path, account: Statement) -> None:
    assessment = casework.assessed(path.read_bytes())
    given = Given(assessment=assessment, case=account.case, victim=account.obligees[0].obligee)
    for name in PAPERS:
        paper = court_guide(name, law.encoded(), AS_OF, given)
        printed = said(paper) if name == "declaration-of-losses" else guide_page(paper)
        assert list(found_in(printed)) == []


@pytest.mark.parametrize("name", HANDOUTS)
def test_no_handout_tells_who_anybody_is(name: str, worked: Mapping[str, Worked]) -> None:
    assert list(found_in(said(handout(name, law.encoded(), AS_OF, worked)))) == []


def test_what_is_looked_for_is_found() -> None:
    told = f"{IDENTITY} 123-45-6789 born: 2001 0123456789 12 Some Street"
    assert len(list(found_in(told))) >= 8


@pytest.mark.parametrize("field", ["name", "birth_date", "account_number", "address"])
def test_a_claim_has_no_place_for_who_somebody_is(field: str) -> None:
    claim = json.loads((EXAMPLES / "forced_labor.json").read_text("utf-8"))
    with pytest.raises(RemediesError):
        casework.assessed(json.dumps({**claim, field: "Synthia Madeupova"}).encode())
