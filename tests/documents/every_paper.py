"""Every paper, made of each example claim and of the two example cases; and every guide."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from remedies import casework, law, store
from remedies.calculators.answer import answer
from remedies.calculators.assessment import Assessment
from remedies.casework import cases
from remedies.casework.delays import delays
from remedies.casework.property import remission, restoration
from remedies.casework.proposals import proposal, proposal_view
from remedies.casework.victims_schedule import victims_schedule
from remedies.documents.answer import answer_html
from remedies.documents.answer_view import AnswerView
from remedies.documents.civil import civil_html
from remedies.documents.guides import GUIDES, Needs, guide, guide_html
from remedies.documents.guides.court import PAPERS, Given, court_guide
from remedies.documents.memorandum import memorandum_html
from remedies.documents.proposed_order import proposed_order_html
from remedies.documents.remission import remission_html
from remedies.documents.restoration import restoration_html
from remedies.documents.schedule import schedule_html
from remedies.documents.statement import statement_html
from remedies.documents.statement_delays import delays_html
from remedies.documents.victims_schedule import victims_schedule_html
from remedies.intake.confirming import Said, looked_at
from remedies.store.migrations import migrate
from remedies.wire import read_json
from remedies.wire.petitions import read_petitions

EXAMPLES = Path(__file__).parents[2] / "examples"
CLAIMS = sorted(EXAMPLES.glob("*.json"))
AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
COLUMNS = "workweek=Week of,hours=Hrs,rate=Rate,due=Due,paid=Paid"
DAYS = (dt.date(2024, 8, 1), dt.date(2025, 12, 31))
"""When the asset of the example case is sold and not yet transferred, and the end of its story."""


def guides() -> dict[str, str]:
    """Return every guide in every language, and every paper for a court, blank and filled."""
    encoded, day = law.encoded(), dt.date(2026, 11, 22)
    found = {
        f"guide {name}.{code}": guide_html(
            guide(name, code, encoded, day, "us-ca" if kind.needs is Needs.PLACE else "")
        )
        for name, kind in GUIDES.items()
        for code in kind.languages
    }
    assessment = casework.assessed((EXAMPLES / "forced_labor.json").read_bytes())
    filled = Given(assessment=assessment, case="EXAMPLE-1", victim="V-1")
    for name in PAPERS:
        for how, given in (("blank", Given()), ("filled", filled)):
            found[f"{how} {name}"] = guide_html(court_guide(name, encoded, day, given))
    return found


def papers_of_claims() -> dict[str, str]:
    """Return each page of each example claim by name, in the order of the examples."""
    return {
        f"{path.stem}: {name}": page
        for path in CLAIMS
        for name, page in _of_a_claim(casework.assessed(path.read_bytes()))
    }


def _of_a_claim(found: Assessment) -> Iterator[tuple[str, str]]:
    yield "memorandum", memorandum_html(found)
    if found.schedule:
        yield "schedule", schedule_html(found)
    if found.civil:
        yield "civil claim", civil_html(found.civil, found.claim.reference, found.receipt)
    if found.claim.reference == "V-4":
        theirs = looked_at(
            (EXAMPLES / "opposing_schedule.csv").read_bytes(), Said(columns=COLUMNS)
        )
        assert theirs.read is not None
        yield "answer", answer_html(AnswerView(found, answer(found, theirs.read.schedule)))


def papers_of_cases(folder: Path) -> dict[str, str]:
    """Return each page of the example cases by name, from a database made under ``folder``."""
    database = store.engine(f"sqlite:///{folder / 'cases.db'}")
    migrate(database)
    with store.sessions(database)() as session:
        organization = store.add_organization(session, name="Example", at=AT).id
        desk = cases.Desk(
            session=session,
            caller=cases.Caller(organization=organization, role=cases.Role.SYSTEM, actor="test"),
            at=AT,
            keys=store.Keys((bytes(32),)),
        )
        return {**dict(_of_the_story(desk)), **dict(_of_the_petitions(desk))}


def _loaded(desk: cases.Desk, name: str) -> str:
    story = EXAMPLES / "case" / name
    row, _ = cases.load_case(
        desk,
        read_json(story.read_bytes(), whole_numbers=True),
        lambda file: (story.parent / file).read_bytes(),
    )
    return row.id


def _of_the_story(desk: cases.Desk) -> Iterator[tuple[str, str]]:
    case = _loaded(desk, "story.json")
    for day in DAYS:
        yield f"case {day}: statement", statement_html(cases.statement(desk, case, as_of=day))
        asked = restoration(desk, case, "AS-1", as_of=day)
        yield f"case {day}: restoration", restoration_html(asked.found, asked.case)
        waiting = [each.waiting for each in delays(desk, as_of=day)]
        yield f"case {day}: delays", delays_html(waiting, day)
    before = dt.date(2024, 3, 1)
    found = proposal(desk, case, as_of=before)
    yield "case: proposed order", proposed_order_html(proposal_view(found))
    listed = victims_schedule(desk, case, as_of=before)
    yield "case: schedule of victims", victims_schedule_html(listed)


def _of_the_petitions(desk: cases.Desk) -> Iterator[tuple[str, str]]:
    case, day = _loaded(desk, "remission.json"), DAYS[0]
    written = read_json((EXAMPLES / "case" / "petitions.json").read_bytes(), whole_numbers=True)
    read = remission(desk, case, "AS-1", as_of=day, petitions=read_petitions(written))
    yield (
        "petitions: remission",
        remission_html(read.found.worksheet, read.case, "AS-1", read.found),
    )
    asked = restoration(desk, case, "AS-1", as_of=day)
    yield "petitions: restoration", restoration_html(asked.found, asked.case)
