"""Papers for prosecutors and courts: with a claim they hold its figure, without one they hold blanks."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from remedies import law
from remedies.calculators.assessment import Assessment, assess
from remedies.documents.guides import guide_html, guide_pdf, guide_word
from remedies.documents.guides.court import PAPERS, Given, court_guide
from remedies.documents.guides.labels import labels
from remedies.documents.guides.placed import placed
from remedies.documents.texts import languages, text
from remedies.documents.texts.language import SOURCE
from remedies.documents.texts.library import spoken
from remedies.wire import read_claim, read_json

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = EXAMPLES / "forced_labor.json"
CLAIMS = sorted(
    [*EXAMPLES.glob("*.json"), *(Path(__file__).parent / "golden" / "claims").glob("*.json")]
)
AS_OF = dt.date(2026, 11, 21)
SPOKEN = [(name, code) for name in PAPERS for code in spoken(name)]
IN_SPANISH = [name for name, code in SPOKEN if code == "es"]
ENGLISH = re.compile(
    r"\b(?:the|and|or|of|in|on|to|for|from|with|by|each|all|both|not|none|no exhibit|so far|still|hours?|"
    r"days?|weeks?|workweeks?|months?|years?|loss(?:es)?|care|medical|psychological|projected|transport|"
    r"transportation|housing|income|attorney|fees|records?|testimony|estimates?|amounts?|exhibits?|paid|"
    r"pay|wages|received|taken|worker|employer|kept|tips|agreed|recruitment|tools|debt|fine|together|"
    r"gross|value|labor|defendant|figure|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
    re.IGNORECASE,
)
_OTHER_TONGUE = re.compile(r'<span lang="en"[^>]*>.*?</span>|<bdi>[^<]*</bdi></t[hd]>|<[^>]*>')


@cache
def assessed(path: Path) -> Assessment:
    return assess(read_claim(read_json(path.read_bytes())), law.encoded())


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return assessed(EXAMPLE)


def page(name: str, given: Given, code: str = SOURCE) -> str:
    return guide_html(court_guide(name, law.encoded(), AS_OF, given, code))


def english(written: str) -> set[str]:
    """The English words of a Spanish page that are not marked as such, exhibits' own signs aside."""
    return set(ENGLISH.findall(_OTHER_TONGUE.sub(" ", written)))


@pytest.mark.parametrize(("name", "code"), SPOKEN)
def test_a_paper_without_facts_has_blanks_and_no_empty_place(name: str, code: str) -> None:
    written = page(name, Given(), code)
    assert 'class="blank"' in written
    assert not re.search(r"\{[a-z]", written)
    assert "<p></p>" not in written


@pytest.mark.parametrize("name", ["request-for-restitution", "declaration-of-losses"])
def test_a_paper_of_a_claim_says_the_case_and_the_victim_by_reference(
    name: str, assessment: Assessment
) -> None:
    written = page(name, Given(assessment=assessment, case="EXAMPLE-1", victim="V-7"))
    assert "EXAMPLE-1" in written
    assert "V-7" in written


def test_a_request_says_the_total_of_the_claim(assessment: Assessment) -> None:
    written = page("request-for-restitution", Given(assessment=assessment))
    assert "$499,525.00" in written
    assert "$249,762.50" in written


def test_a_response_states_each_position_with_what_it_is_worth(assessment: Assessment) -> None:
    written = page("response-to-objections", Given(assessment=assessment))
    assert "$249,762.50" in written
    assert "United States v. Edwards" in written


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_every_paper_can_be_made_of_every_claim(path: Path) -> None:
    found = assessed(path)
    for name, code in SPOKEN:
        written = page(name, Given(assessment=found, case="EXAMPLE-1", victim="V-1"), code)
        assert not re.search(r"\{(?:case|claim|law|table|us|victim)\.", written)
        assert "{}" not in written
        assert "<tbody>\n</tbody>" not in written
        assert not re.search(r"<(?:script|img|b|a href=.http)\b", written)


def test_a_declaration_says_what_was_received_and_taken_and_nothing_that_was_computed() -> None:
    found = assessed(EXAMPLES / "day_rate_domestic.json")
    written = page("declaration-of-losses", Given(assessment=found, case="C-1", victim="V-1"))
    assert "$190.00" in written
    assert "Recruitment" in written
    assert "$1,500.00" in written
    for computed in ("$62,007.00", "Wages due", "Due each"):
        assert computed not in written


def test_workweeks_that_are_alike_stand_in_one_line(assessment: Assessment) -> None:
    written = page("declaration-of-losses", Given(assessment=assessment, case="C-1"))
    table = written.split("Hours and pay by workweek")[1].split("</table>")[0]
    assert table.count("<tr>") == 2
    assert ">265<" in table


def test_a_figure_lists_losses_by_kind_and_marks_the_measure_that_counts() -> None:
    path = EXAMPLES / "sex_trafficking_minor.json"
    found = assessed(path)
    written = page("request-for-restitution", Given(assessment=found))
    assert "Losses: psychological care, still to come" in written
    assert "$46,800.00" in written
    assert "Gross income of the defendant: the greatest, which counts" in written
    assert "Value of the labor under federal wage law:" not in written


def test_a_stipulation_has_one_line_for_the_victim(assessment: Assessment) -> None:
    written = page("stipulation", Given(assessment=assessment, victim="V-9"))
    table = written.split("Amounts by victim")[1].split("</table>")[0]
    assert "V-9" in table
    assert table.count("$499,525.00") == 2


def test_a_response_says_of_the_hours_what_the_claim_has(assessment: Assessment) -> None:
    ranged = assessed(EXAMPLES / "day_rate_domestic.json")
    shows, names = (
        "the least, the likely and the most hours",
        "names the evidence beside the hours",
    )
    for given, said, unsaid in (
        (Given(assessment=ranged), shows, names),
        (Given(assessment=assessment), names, shows),
        (Given(), names, shows),
    ):
        written = page("response-to-objections", given)
        assert said in written
        assert unsaid not in written


def test_a_response_answers_on_live_in_work_only_where_the_work_is_domestic(
    assessment: Assessment,
) -> None:
    heading = "Live-in domestic work"
    domestic = assessed(EXAMPLES / "live_in_domestic.json")
    assert heading in page("response-to-objections", Given(assessment=domestic))
    assert heading in page("response-to-objections", Given())
    assert heading not in page("response-to-objections", Given(assessment=assessment))


def test_a_stipulation_is_filled_from_the_claim(assessment: Assessment) -> None:
    given = Given(assessment=assessment, case="EXAMPLE-1", victim="V-9")
    written = re.sub(r"<[^>]*>", "", page("stipulation", given))
    for said in (
        "United States v. defendant, No. docket number",
        "Our reference: EXAMPLE-1. This draft covers V-9 only.",
        "The convictions in this case are under 18 U.S.C. § 1589 (D-1).",
        "from September 13, 2009 to October 11, 2014",
        "Positions agreed",
    ):
        assert said in written
    assert written.count("EXAMPLE-1") == 1


def test_a_position_marks_its_default_and_says_how_far_it_was_read() -> None:
    written = page("plea-clauses", Given())
    assert "(The program’s default.)" in written
    assert "Why that is the default:" in written
    assert "known from reports" in written


def test_what_a_reference_says_is_never_markup() -> None:
    written = page("request-for-restitution", Given(case="<b>X</b>", victim="{{ 7 }}"))
    assert "&lt;b&gt;X&lt;/b&gt;" in written
    assert "<b>X" not in written


@pytest.mark.parametrize("path", [None, *CLAIMS], ids=lambda path: path.stem if path else "blank")
def test_a_spanish_paper_has_no_english_word_that_is_not_marked_as_one(path: Path | None) -> None:
    given = Given()
    if path is not None:
        found = assessed(path)
        given = Given(assessment=found, case="EXAMPLE-1", victim="V-1")
    for name in IN_SPANISH:
        assert english(page(name, given, "es")) == set()


def test_an_english_word_in_a_spanish_paper_is_found() -> None:
    assert english("<td>medical</td><td>en total</td>") == {"medical"}
    assert english(page("declaration-of-losses", Given())) != set()


@pytest.mark.parametrize("name", ["stipulation", "plea-clauses", "response-to-objections"])
def test_a_paper_that_only_a_court_reads_is_not_had_in_spanish(name: str) -> None:
    with pytest.raises(KeyError):
        court_guide(name, law.encoded(), AS_OF, Given(), "es")


@pytest.mark.parametrize("name", IN_SPANISH)
def test_a_translation_places_the_tables_that_the_english_places(name: str) -> None:
    assert placed(text(name, "es")) == placed(text(name, SOURCE))


def test_every_language_has_the_words_of_tables_with_the_same_places_in_them() -> None:
    def names(of: object, under: str = "") -> Iterator[str]:
        match of:
            case dict():
                for key, each in of.items():
                    yield from names(each, f"{under}.{key}")
            case list():
                yield f"{under} {len(of)}"
            case _:
                yield f"{under} {sorted(re.findall(r'{[a-z]*}', str(of)))}"

    expected = set(names(dict(labels(SOURCE, "tables"))))
    for code in languages():
        assert set(names(dict(labels(code, "tables")))) == expected


def test_a_declaration_in_spanish_is_for_reading_and_has_no_place_to_sign() -> None:
    ours, theirs = (
        page("declaration-of-losses", Given()),
        page("declaration-of-losses", Given(), "es"),
    )
    signing = '<span class="blank">signature</span>'
    assert signing in ours
    assert "No firme este papel." in theirs
    assert "No firme" not in ours
    last = theirs.split('id="signature"')[1].split("</section>")[0]
    assert "blank" not in last
    oath = "I declare under penalty of perjury that the foregoing is true and correct."
    assert f'<span lang="en">{oath}</span>' in last
    assert oath in ours


def test_a_letter_in_spanish_says_which_one_is_sent() -> None:
    assert "Mande la que está en inglés." in page("request-for-restitution", Given(), "es")
    assert "in English" not in page("request-for-restitution", Given())


def test_a_spanish_paper_says_the_facts_of_the_claim_in_spanish() -> None:
    path = EXAMPLES / "live_in_domestic.json"
    found = assessed(path)
    written = page("declaration-of-losses", Given(assessment=found, case="C-1"), "es")
    for said in (
        "del 3 de febrero de 2013 al 30 de agosto de 2014",
        "de lunes a viernes 14 horas, sábado 12 horas, domingo 8 horas",
        "Cuidado médico",
        "<td>testimonio</td>",
        '<bdi dir="ltr">$2,210.00</bdi>',
    ):
        assert said in written


def test_every_paper_is_accessible_and_opens_as_word(
    verapdf: Callable[..., dict[tuple[Path, str], str]], tmp_path: Path, assessment: Assessment
) -> None:
    paths = []
    for name, code in SPOKEN:
        found = court_guide(name, law.encoded(), AS_OF, Given(assessment=assessment), code)
        paths.append(tmp_path / f"{name}.{code}.pdf")
        paths[-1].write_bytes(guide_pdf(found))
        assert str(PdfReader(paths[-1]).root_object["/Lang"]) == code
        assert guide_word(found).startswith(b"PK")
    judged = verapdf(*paths)
    assert {key: verdict for key, verdict in judged.items() if verdict != "pass"} == {}
