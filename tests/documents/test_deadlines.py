"""The calendar of deadlines: of answers, a case or both; in each language, on paper and in a calendar."""

import ast
import datetime as dt
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html import unescape
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar

import remedies
from remedies.calculators.avenues import Remedy, open_remedies
from remedies.calculators.avenues.remedy import Avenue, Kind, Standing, TimeLimit
from remedies.calculators.collection import deadline_kinds as kinds
from remedies.casework.example_case import example_case
from remedies.casework.statements import deadlines
from remedies.documents.guides import Guide, guide_html, guide_page, guide_pdf, guide_word
from remedies.documents.guides.case_deadlines import ACTS, ITEMS
from remedies.documents.guides.deadlines import KIND, deadlines_calendar, deadlines_guide
from remedies.documents.guides.labels import labels
from remedies.documents.guides.ledger_words import LedgerWords
from remedies.documents.texts import language, languages
from remedies.facts.answers import Answers, Known, Paid, Work, around
from remedies.law import encoded
from remedies.ledger import statement_days
from remedies.ledger.due import Due, Status
from remedies.ledger.statement_words import plain
from tests.documents.spoken_words import said, words

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "deadlines"
STORY = HERE.parents[1] / "examples" / "case" / "story.json"
PACKAGE = Path(remedies.__file__).parent
AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
AS_OF = dt.date(2026, 11, 22)
BEFORE = dt.date(2024, 2, 10)
ANSWERS = Answers(
    kinds_of_work=frozenset({Work.DOMESTIC}),
    forced=Known.YES,
    state="US-CA",
    began_on=around("2019-05"),
    ended_on=around("2021-06-30"),
    minor_then=Known.YES,
    paid=Paid.NOTHING,
)
SOURCES = ("answers", "case", "both", "nothing")
EVERY = [(source, code) for source in SOURCES for code in languages()]
OUR_LEDGER = Due(
    key="losses_determined",
    what="The court finally determines the losses",
    due_on=dt.date(2027, 1, 4),
    days_left=43,
    status=Status.OPEN,
)
ENGLISH = frozenset({"the", "of", "and", "is", "was", "by", "with", "that", "you", "from", "not"})
_BLOCK = re.compile(r"</?(?:p|h\d|li|ul|ol|tr|table|section|div|main|title|body)\b[^>]*>")


@pytest.fixture(scope="module")
def days() -> Iterator[Callable[..., tuple[Due, ...]]]:
    """The deadlines of the example case on any day, as its store gives them."""
    found: dict[tuple[dt.date, str], tuple[Due, ...]] = {}
    with example_case(STORY, AT) as (desk, case_id):

        def on(day: dt.date, victim: str = "") -> tuple[Due, ...]:
            if (day, victim) not in found:
                found[day, victim] = deadlines(desk, case_id, as_of=day, victim=victim)
            return found[day, victim]

        yield on


def answered(answers: Answers = ANSWERS) -> tuple[Remedy, ...]:
    return open_remedies(answers, encoded(), AS_OF)


def made(source: str, code: str, days: Callable[..., tuple[Due, ...]]) -> Guide:
    dues = days(AS_OF) if source in {"case", "both"} else ()
    return deadlines_guide(
        encoded(),
        AS_OF,
        code,
        remedies=answered() if source in {"answers", "both"} else (),
        dues=dues,
        case="EXAMPLE-1" if dues else "",
    )


def of_due(due: Due, code: str = "en") -> str:
    page = deadlines_guide(encoded(), AS_OF, code, dues=[due], case="C-1")
    return plain_words(guide_html(page))


def of_limit(limit: TimeLimit, code: str = "en") -> str:
    remedy = Remedy(avenue=Avenue.CIVIL_1595, standing=Standing.OPEN, limits=(limit,))
    return plain_words(guide_html(deadlines_guide(encoded(), AS_OF, code, remedies=[remedy])))


def plain_words(html: str) -> str:
    """What a reader sees, a line for each paragraph, point and row."""
    body = re.sub(r"</t[hd]>\s*<t[hd]\b[^>]*>", " | ", html)
    lines = (" ".join(re.sub(r"<[^>]+>", "", each).split()) for each in _BLOCK.split(body))
    return unescape("\n".join(line for line in lines if line)) + "\n"


def events(content: bytes) -> list[tuple[dt.date, str, int]]:
    return [
        (event.start, str(event["summary"]), len(event.subcomponents))
        for event in Calendar.from_ical(content).walk("VEVENT")
    ]


def uids(content: bytes) -> list[str]:
    return [str(event["uid"]) for event in Calendar.from_ical(content).walk("VEVENT")]


# --- Words in every language ---


def every_key() -> Iterator[tuple[str, str]]:
    """Every key of the ledger with the ledger's own words."""
    of_law = (
        *kinds.OF_THE_CASE,
        kinds.LATER_LOSSES,
        kinds.THIRD_PARTY,
        *kinds.LATENESS,
        kinds.FREE_OF_INTEREST,
        *kinds.ENDS.values(),
    )
    for kind in of_law:
        yield kind.key, f"{kind.what[:1].upper()}{kind.what[1:]}"
    tree = ast.parse(Path(statement_days.__file__).read_text("utf-8"))
    constants = {
        node.targets[0].id if isinstance(node, ast.Assign) else node.target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Due":
            given = {each.arg: each.value for each in node.keywords}
            if isinstance(given["key"], ast.Constant):
                what = given["what"]
                yield (
                    given["key"].value,
                    constants[what.id] if isinstance(what, ast.Name) else what.value,
                )


def test_every_day_that_the_ledger_knows_has_words_and_the_english_are_the_ledgers() -> None:
    expected = dict(every_key())
    assert {"forfeiture_claims", "not_computed", "liability_ends"} <= expected.keys()
    assert dict(labels("en", "deadlines")["days"]) == expected
    assert ACTS.keys() == expected.keys()
    for code in languages():
        table = labels(code, "deadlines")
        assert table["days"].keys() == expected.keys()
        assert table["counted"].keys() == ITEMS.keys()
        assert set(ACTS.values()) <= table["who"].keys()
        assert set(Status) == table["status"].keys()


def test_every_language_has_the_same_words() -> None:
    def names(of: object, under: str = "") -> set[str]:
        if not isinstance(of, dict):
            places = sorted(set(re.findall(r"\{\w*\}", str(of))) - {"{more}"})
            return {f"{under} {places}"}
        return {name for key, each in of.items() for name in names(each, f"{under}.{key}")}

    expected = names(dict(labels("en", "deadlines")))
    for code in languages():
        assert names(dict(labels(code, "deadlines"))) == expected


SAID_OTHERWISE = {"sentencing_set_on", "sentencing_on", "judgment_on", "discovered_on"}
"""Needs that the ledger says in words of its own, which are looked at with the rest."""

SAMPLES = ("2024-03-04", "V-1", "V-1, V-2", "$2,500", "Sunday", "restitution", "receipt")


def sentences() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every note, reason and need that the code can say; with a sample in each of its places."""
    for module, names in (
        ("ledger/days_of_losses.py", {"why"}),
        ("ledger/days_of_defendants.py", {"why"}),
        ("ledger/days_settled.py", {"why", "_why"}),
        ("ledger/liability_ended.py", {"received_after"}),
        ("ledger/statement_days.py", {"note", "_NEEDS"}),
        ("calculators/collection/liability.py", {"note", "_BEFORE_ESTATES"}),
        ("calculators/collection/restitution_interest.py", {"why_no_interest"}),
        ("calculators/collection/deadlines.py", {"_other", "moved", "note"}),
    ):
        tree = ast.parse((PACKAGE / module).read_text("utf-8"))
        for node in ast.walk(tree):
            if named(node) & names:
                for value in spoken(node):
                    whole = tuple(each.removeprefix("; ") for each in filled(value))
                    yield f"{module}: {ast.unparse(value)}", whole
    for kind in (*kinds.OF_THE_CASE, *kinds.LATENESS, kinds.THIRD_PARTY, kinds.LATER_LOSSES):
        cited = " (A v. B, 1 U.S. 2 (2010); checked: secondary)" if kind.rule else ""
        if kind.note:
            yield f"{kind.key} notes", (f"{kind.note}{cited}",)
        if kind.needs not in SAID_OTHERWISE:
            yield f"{kind.key} needs", (plain(kind.needs),)


def named(node: ast.AST) -> set[str]:
    match node:
        case ast.keyword(arg=str(name)) | ast.FunctionDef(name=name):
            return {name}
        case ast.Assign(targets=[ast.Name(id=name)]):
            return {name}
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.AugAssign(target=ast.Name(id=name)):
            return {name}
    return set()


def spoken(node: ast.AST) -> Iterator[ast.expr]:
    """The strings of a node that are sentences."""
    docs = ast.get_docstring(node, clean=False) if isinstance(node, ast.FunctionDef) else None
    inside = {
        id(part)
        for each in ast.walk(node)
        if isinstance(each, ast.JoinedStr)
        for part in ast.walk(each)
        if part is not each
    }
    keys = {id(key) for each in ast.walk(node) if isinstance(each, ast.Dict) for key in each.keys}
    for each in ast.walk(node):
        if id(each) in inside | keys:
            continue
        whole = isinstance(each, ast.Constant) and isinstance(each.value, str)
        if whole and " " in each.value.strip() and each.value != docs:
            yield each
        if isinstance(each, ast.JoinedStr) and " " in "".join(pieces(each)).strip():
            yield each


def pieces(value: ast.JoinedStr) -> list[str]:
    return [part.value if isinstance(part, ast.Constant) else "" for part in value.values]


def filled(value: ast.expr) -> tuple[str, ...]:
    """A sentence with each combination of samples in its places."""
    if isinstance(value, ast.Constant):
        return (value.value,)
    assert isinstance(value, ast.JoinedStr)
    places = [
        [part.value] if isinstance(part, ast.Constant) else list(SAMPLES) for part in value.values
    ]
    return tuple("".join(each) for each in product(*places))


def test_whatever_the_ledger_says_beside_a_day_is_said_in_every_language() -> None:
    found = {where: each for where, each in sentences() if not _is_a_part(where)}
    assert len(found) > 45
    for code in languages():
        if code == "en":
            continue
        spoken_in, more = LedgerWords(code), labels(code, "deadlines")["more"]
        unknown = {
            where
            for where, each in found.items()
            if not any(more not in tuple(spoken_in.said(words)) for words in each)
        }
        assert unknown == set()


def _is_a_part(where: str) -> bool:
    """Sentences that are put together of others, each of which is looked at by itself."""
    return any(
        each in where
        for each in (
            "{least}{end.note}{soon}",
            "{kind.note} {cited}",
            "not computed:",
            "no interest: {why}",
            "f'; checked",
            "f'({",
            "'the final publication'",
            "the court waived it",
            "restitution of not more than",
        )
    )


def test_what_the_ledger_says_is_said_with_its_days_and_references() -> None:
    why = "the order of 2024-03-04 awards V-1 more; moved from Sunday, 2024-06-02"
    assert list(LedgerWords("en").said(why)) == [
        "The order of March 4, 2024 awards V-1 more.",
        "Moved from Sunday, June 2, 2024.",
    ]
    assert list(LedgerWords("es").said(why)) == [
        "La orden del 4 de marzo de 2024 da más a V-1.",
        "Se movió: era domingo, 2 de junio de 2024.",
    ]


def test_what_has_no_words_in_a_language_is_not_said_in_english_there() -> None:
    assert list(LedgerWords("es").said("something new; paid in full")) == [
        "Se pagó por completo.",
        labels("es", "deadlines")["more"],
    ]
    assert list(LedgerWords("en").said("something new; paid in full")) == [
        "Something new.",
        "Paid in full.",
    ]


def test_every_event_that_a_time_limit_counts_from_can_be_said_to_be_missing() -> None:
    found = set()
    for path in (PACKAGE / "calculators" / "avenues").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "counts_from":
                found |= {
                    each.value
                    for each in ast.walk(node.value)
                    if isinstance(each, ast.Constant) and each.value
                }
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "event":
                found |= {each.value for each in node.args[1:2] if isinstance(each, ast.Constant)}
    assert {"began_on", "state_law", "letter"} <= found
    for code in languages():
        assert found <= labels(code, "deadlines")["counts_from"].keys()


# --- On paper ---


@pytest.mark.parametrize(("source", "code"), EVERY)
def test_the_words_are_the_approved_words(
    source: str, code: str, days: Callable[..., tuple[Due, ...]]
) -> None:
    found = plain_words(guide_html(made(source, code, days)))
    path = GOLDEN / f"{source}.{code}.txt"
    if os.environ.get("APPROVE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    approved = path.read_text(encoding="utf-8") if path.exists() else ""
    assert found == approved, f"read the difference; APPROVE=1 approves {path.name}"


@pytest.mark.parametrize("source", SOURCES)
def test_a_spanish_calendar_has_no_stray_english(
    source: str, days: Callable[..., tuple[Due, ...]]
) -> None:
    page = guide_page(made(source, "es", days))
    assert not re.search(r"\{[a-z]|\{\}", page.split("</style>")[-1])
    assert ENGLISH & words(said(page)["es"]).keys() == set()


def test_the_example_has_words_for_its_whole_life(
    days: Callable[..., tuple[Due, ...]],
) -> None:
    more = labels("es", "deadlines")["more"]
    for year in (2024, 2025, 2030, 2045):
        on = dt.date(year, 6, 30)
        spanish = plain_words(guide_html(deadlines_guide(encoded(), on, "es", dues=days(on))))
        assert more not in spanish


def test_days_of_both_sources_stand_in_one_order(
    days: Callable[..., tuple[Due, ...]],
) -> None:
    page = made("both", "en", days)
    for name in ("days-ahead", "days-behind", "days-moving"):
        rows = table(page, name)
        found = [on(row) for row in rows]
        assert found == sorted(found)
        assert rows
    ahead = " ".join(table(page, "days-ahead"))
    assert "The last safe day to sue" in ahead
    assert "The lien of the restitution order ends (D-1)" in ahead


def on(row: str) -> dt.date:
    """The day that a row of the English page begins with."""
    found = re.match(r"(\w+) (\d+), (\d{4})", row)
    assert found is not None
    return dt.date(int(found[3]), language("en").months.index(found[1]) + 1, int(found[2]))


def table(page: Guide, section: str) -> list[str]:
    html = guide_html(page).split(f'<h2 id="{section}">')[1].split("</section>")[0]
    body = html.split("<tbody>")[1] if "<tbody>" in html else ""
    return [each for each in plain_words(body).splitlines() if each]


def test_a_day_ahead_says_how_far_it_is_and_who_acts() -> None:
    row = of_due(replace(OUR_LEDGER, due_on=AS_OF + dt.timedelta(43)))
    assert "January 4, 2027, in 43 days | The court finally determines the losses." in row
    assert "Who acts: the judge." in row
    assert "January 4, 2027, in 43 days" not in of_due(replace(OUR_LEDGER, due_on=AS_OF))
    assert "November 22, 2026, today" in of_due(replace(OUR_LEDGER, due_on=AS_OF))
    assert "faltan 43 días" in of_due(OUR_LEDGER, "es")


@pytest.mark.parametrize(
    ("status", "section"),
    [
        (Status.OPEN, "days-ahead"),
        (Status.SOON, "days-ahead"),
        (Status.MET, "days-behind"),
        (Status.OVERTAKEN, "days-behind"),
        (Status.ENDED, "days-behind"),
        (Status.PASSED, "days-behind"),
    ],
)
def test_a_day_stands_in_the_table_of_how_it_stands(status: Status, section: str) -> None:
    due = replace(OUR_LEDGER, status=status, met_on=AS_OF if status is Status.MET else None)
    page = deadlines_guide(encoded(), AS_OF, "en", dues=[due])
    assert len(table(page, section)) == 1
    others = {"days-ahead", "days-behind", "days-unknown"} - {section}
    assert [row for other in others for row in table(page, other)] == []


def test_a_day_that_is_not_known_says_which_fact_is_missing() -> None:
    due = replace(
        OUR_LEDGER,
        due_on=None,
        days_left=None,
        status=Status.UNKNOWN,
        needs="the day of sentencing",
    )
    page = deadlines_guide(encoded(), AS_OF, "es", dues=[due])
    (row,) = table(page, "days-unknown")
    assert "| El día de la sentencia. |" in row
    overtaken = replace(due, status=Status.OVERTAKEN)
    (row,) = table(deadlines_guide(encoded(), AS_OF, "en", dues=[overtaken]), "days-unknown")
    assert "| Nothing is missing: it is no longer needed. |" in row


def test_what_a_court_or_a_clerk_wrote_is_not_repeated() -> None:
    due = replace(
        OUR_LEDGER,
        key="CD-1",
        what="Synthia Madeupova files her affidavit",
        says_authority="Order for Synthia Madeupova",
        by_court=True,
    )
    for code in languages():
        found = of_due(due, code)
        assert "Madeupova" not in found
        assert "CD-1" in found
        content = deadlines_calendar(AS_OF, code, dues=[due], named=True)
        assert b"Madeupova" not in content


def test_how_sure_a_day_is_is_said() -> None:
    limit = TimeLimit(
        key="limitation_1595",
        counts_from="began_on",
        law="us.limitation_1595",
        safe_on=dt.date(2027, 5, 1),
        latest_on=dt.date(2029, 5, 1),
    )
    assert "Exact. The last day that can be argued is May 1, 2029." in of_limit(limit)
    assert "No later than this day" in of_limit(replace(limit, exact=False))
    arguable = of_limit(replace(limit, safe_on=dt.date(2025, 5, 1)))
    assert "May 1, 2029, in 891 days" in arguable
    assert "Can be argued. The safe day was May 1, 2025" in arguable
    unsure = of_limit(replace(limit, safe_on=dt.date(2025, 5, 1), latest_on=None))
    assert "do not tell how much later" in unsure
    passed = of_limit(replace(limit, safe_on=None, latest_on=dt.date(2025, 5, 1)))
    assert "May 1, 2025, 570 days ago" in passed
    missing = of_limit(replace(limit, safe_on=None, latest_on=None))
    assert "| The day when it began. |" in missing
    debt = replace(limit, key="liability_term", kind=Kind.ENDS_DEBT, latest_on=None)
    assert "The debt lasts until this day at least." in of_limit(debt)


def test_a_time_limit_that_two_remedies_share_is_one_row(
    days: Callable[..., tuple[Due, ...]],
) -> None:
    rows = table(made("answers", "en", days), "days-moving")
    assert [row for row in rows if "Federal wages, in court; A complaint to the Labor" in row]
    assert len(rows) == 3


def test_the_record_of_a_case_prevails_over_the_answers() -> None:
    due = replace(OUR_LEDGER, key="amounts_listed", what="The Government lists …")
    alone = guide_html(deadlines_guide(encoded(), AS_OF, "en", remedies=answered()))
    both = guide_html(deadlines_guide(encoded(), AS_OF, "en", remedies=answered(), dues=[due]))
    assert "List of losses before the sentence" in alone
    assert "List of losses before the sentence" not in both


def test_of_a_case_one_victim_s_days_can_be_shown(
    days: Callable[..., tuple[Due, ...]],
) -> None:
    page = deadlines_guide(
        encoded(), AS_OF, "en", dues=days(AS_OF, "V-1"), case="EXAMPLE-1", victim="V-1"
    )
    found = plain_words(guide_html(page))
    assert "record of case EXAMPLE-1" in found
    assert "the days for V-1" in found


def test_without_answers_and_without_a_case_it_says_so_and_helps() -> None:
    found = plain_words(guide_html(deadlines_guide(encoded(), AS_OF, "en")))
    assert "No answers and no case were given" in found
    assert "180 days from the act" in found
    assert "Days ahead" not in found


def test_a_case_without_days_has_its_empty_tables_said() -> None:
    found = plain_words(guide_html(deadlines_guide(encoded(), AS_OF, "en", case="C-1")))
    assert "We know of no day ahead." in found
    assert "No day in this calendar waits for a fact." in found


def test_every_calendar_passes_pdf_ua_and_pdf_a_and_opens_in_word(
    verapdf: Callable[..., Mapping[tuple[Path, str], str]],
    days: Callable[..., tuple[Due, ...]],
    tmp_path: Path,
) -> None:
    paths = []
    for source, code in (("both", "en"), ("both", "es"), ("nothing", "es")):
        page = made(source, code, days)
        paths.append(tmp_path / f"{source}.{code}.pdf")
        paths[-1].write_bytes(guide_pdf(page))
        paper = Document(BytesIO(guide_word(page)))
        assert len(paper.tables) == (4 if source == "both" else 0)
    judged = verapdf(*paths)
    assert {key: verdict for key, verdict in judged.items() if verdict != "pass"} == {}


# --- In a calendar ---


@pytest.mark.parametrize("code", languages())
def test_entries_are_neutral_and_remind_of_what_lies_ahead(
    code: str, days: Callable[..., tuple[Due, ...]]
) -> None:
    content = deadlines_calendar(AS_OF, code, remedies=answered(), dues=days(AS_OF))
    neutral = labels(code, "calendar")["title"]
    assert events(content) == [
        (dt.date(2029, 5, 1), neutral, 3),
        (dt.date(2044, 3, 4), neutral, 3),
        (dt.date(2044, 6, 3), neutral, 3),
    ]
    for told in (b"emed", b"restit", b"sue", b"demand", b"D-1", b"EXAMPLE", b"lien", b"1595"):
        assert told not in content


def test_the_same_days_are_the_same_bytes_and_no_line_is_too_long(
    days: Callable[..., tuple[Due, ...]],
) -> None:
    for named in (False, True):
        made_twice = {
            deadlines_calendar(BEFORE, "es", dues=order, named=named)
            for order in (days(BEFORE), tuple(reversed(days(BEFORE))))
        }
        (content,) = made_twice
        assert content.count(b"\n") == content.count(b"\r\n")
        assert max(map(len, content.split(b"\r\n"))) <= 75


def test_entries_are_named_when_asked_for(days: Callable[..., tuple[Due, ...]]) -> None:
    content = deadlines_calendar(BEFORE, "es", dues=days(BEFORE), named=True)
    assert [title for _, title, _ in events(content)] == [
        "Se informa al tribunal qué pérdidas aún no se pueden determinar",
        "El tribunal determina las pérdidas de forma definitiva",
    ]


def test_near_days_have_fewer_reminders(days: Callable[..., tuple[Due, ...]]) -> None:
    (near, _, reminders), *_ = events(deadlines_calendar(BEFORE, "en", dues=days(BEFORE)))
    assert (near - BEFORE).days == 13
    assert reminders == 2


def test_a_newer_file_of_a_case_brings_an_older_one_up_to_date() -> None:
    moved = replace(OUR_LEDGER, due_on=dt.date(2027, 2, 1))
    of = {"case": "EXAMPLE-1"}
    one = deadlines_calendar(AS_OF, "en", dues=[OUR_LEDGER], **of)
    other = deadlines_calendar(AS_OF + dt.timedelta(1), "es", dues=[moved], named=True, **of)
    assert uids(one) == uids(other)
    sequences = [
        next(iter(Calendar.from_ical(each).walk("VEVENT")))["sequence"] for each in (one, other)
    ]
    assert sequences[0] < sequences[1]
    assert uids(one) != uids(deadlines_calendar(AS_OF, "en", dues=[OUR_LEDGER], case="EXAMPLE-2"))


def test_of_people_who_are_not_named_no_day_takes_the_place_of_another() -> None:
    one, other = (
        replace(ANSWERS, began_on=around(began)) for began in ("2019-05-01", "2020-05-01")
    )
    first, second = (
        set(uids(deadlines_calendar(AS_OF, "en", remedies=answered(each))))
        for each in (one, other)
    )
    assert first
    assert first & second == set()


def test_two_victims_of_a_case_share_its_days_and_not_their_own() -> None:
    found = [
        set(
            uids(
                deadlines_calendar(
                    AS_OF, "en", remedies=answered(), dues=[OUR_LEDGER], case="C-1", victim=victim
                )
            )
        )
        for victim in ("V-1", "V-2")
    ]
    assert len(found[0] & found[1]) == 1
    assert len(found[0]) == len(found[1]) == 2


def test_two_notices_of_one_kind_are_two_entries() -> None:
    notices = [
        replace(OUR_LEDGER, key="delinquency_notice", of="D-1", due_on=dt.date(2027, month, 4))
        for month in (1, 2)
    ]
    found = uids(deadlines_calendar(AS_OF, "en", dues=notices, case="C-1"))
    assert len(set(found)) == 2


def test_what_is_done_passed_or_unknown_is_no_entry() -> None:
    for status in (Status.MET, Status.OVERTAKEN, Status.PASSED, Status.UNKNOWN):
        due = replace(OUR_LEDGER, status=status)
        assert events(deadlines_calendar(AS_OF, "en", dues=[due])) == []
    assert deadlines_calendar(AS_OF, "en").startswith(b"BEGIN:VCALENDAR")
    assert KIND == "calendar-of-deadlines"
