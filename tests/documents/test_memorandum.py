"""The printed memorandum says what the result says, why, and on what it rests."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from remedies import law
from remedies.calculators.assessment import Assessment, assess
from remedies.documents.memorandum import memorandum, memorandum_html
from remedies.figures import Checked
from remedies.wire import read_claim, read_json, result_json
from remedies.worksheet import dollars

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "memorandum-forced_labor.html"
CLAIMS = sorted((HERE / "golden" / "claims").glob("*.json"))
EXAMPLE = HERE.parents[1] / "examples" / "forced_labor.json"
ALL = [EXAMPLE, *CLAIMS]
each_claim = pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)


def assessed(path: Path) -> Assessment:
    return assess(read_claim(read_json(path.read_bytes())), law.encoded())


@cache
def filed(path: Path) -> bytes:
    return memorandum(assessed(path))


def named(name: str) -> Assessment:
    return assessed(HERE / "golden" / "claims" / f"{name}.json")


def text_of(file: bytes) -> str:
    return " ".join("\n".join(p.extract_text() for p in PdfReader(BytesIO(file)).pages).split())


def words_of(page: str) -> str:
    """The page's text without its tags, its spaces made one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def amounts(page: str, caption: str) -> list[tuple[str, Fraction]]:
    """The rows of a table that hold a name and an amount."""
    after = page.partition(f"<caption>{caption}</caption>")[2]
    table = after.partition("</table>")[0]
    row = r'<tr><th scope="row">([^<]*)</th><td class="number">\$([\d,.]+)</td>'
    return [(name, Fraction(text.replace(",", ""))) for name, text in re.findall(row, table)]


@each_claim
def test_the_paper_says_the_same_numbers_as_the_result(path: Path) -> None:
    assessment = assessed(path)
    result = json.loads(result_json(assessment))
    text = text_of(filed(path))
    for number in (result["total"], *result["components"].values()):
        if Fraction(number):
            assert dollars(Fraction(number)) in text
    for number in result["arms"].values():
        assert number is None or dollars(Fraction(number)) in text
    for digest in (result["receipt"]["facts"], result["receipt"]["law"]):
        assert digest in text.replace(" ", "")


@each_claim
def test_the_printed_components_add_up_to_the_printed_total(path: Path) -> None:
    *parts, (name, total) = amounts(
        memorandum_html(assessed(path)), "Components of the restitution"
    )
    assert name == "Restitution"
    assert sum(value for _, value in parts) == total == assessed(path).total.value


@each_claim
def test_every_line_of_the_worksheet_is_printed_with_its_number(path: Path) -> None:
    page = memorandum_html(assessed(path))
    table = page.partition("<caption>Worksheet</caption>")[2].partition("</table>")[0]
    numbers = [int(n) for n in re.findall(r'<tr><th scope="row">(\d+)</th>', table)]
    result = json.loads(result_json(assessed(path)))
    assert numbers == [line["line"] for line in result["worksheet"]]


@each_claim
def test_every_position_is_printed_with_what_each_other_option_is_worth(path: Path) -> None:
    assessment = assessed(path)
    text = words_of(memorandum_html(assessment))
    for taken in assessment.taken:
        assert taken.choice.position.question in text
        assert taken.option.says in text
        for key, effect in taken.effects.items():
            assert taken.choice.position.options[key].says in text
            assert f"The total would be {dollars(assessment.total.value - effect)}" in text
        for held in taken.option.authorities:
            assert f"{held.citation} ({held.checked.value})" in text
            assert held.holding in text


@each_claim
def test_what_is_not_confirmed_says_so(path: Path) -> None:
    assessment = assessed(path)
    page = memorandum_html(assessment)
    text = words_of(page)
    for authority in {a for line in assessment.total.lines() for a in line.authority}:
        assert authority.quote in text
        if authority.checked in {Checked.SECONDARY, Checked.UNVERIFIED}:
            assert f"{authority.citation} (" in text
    for warned in assessment.warnings:
        assert warned.message in text


@each_claim
def test_headings_are_in_order_and_every_table_has_a_caption(path: Path) -> None:
    page = memorandum_html(assessed(path))
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.count("<table") == page.count("<caption>")
    assert "<th>" not in page


def test_the_worked_workweek_can_be_followed_with_a_pencil() -> None:
    text = words_of(memorandum_html(assessed(EXAMPLE)))
    for step in (
        "$7.25 an hour × 100.00 h = $725.00",
        "100.00 h − 40.00 h = 60.00 h",
        "$7.25 an hour × 0.5 × 60.00 h = $217.50",
        "$725.00 + $217.50 = $942.50",
        "$942.50 − $0.00 = $942.50",
    ):
        assert step in text
    assert "265 workweeks of 1 distinct kind" in text


def test_each_measure_is_compared_or_says_why_not() -> None:
    agreed = words_of(memorandum_html(named("agreed_pay")))
    assert "Gross income — No facts given." in agreed
    assert "Value of the victim’s labor $168,196.92 Taken: the greatest." in agreed
    transported = words_of(memorandum_html(named("transportation")))
    assert "Value of the victim’s labor — Not available: 18 U.S.C. § 2429" in transported
    harbored = words_of(memorandum_html(named("harboring")))
    assert harbored.count("Not available: no conviction is under chapter 77 or 117") == 3
    assert "Losses, temporary housing: not available;" in harbored


def test_the_facts_are_listed_by_exhibit_and_evidence() -> None:
    text = words_of(memorandum_html(named("agreed_pay")))
    assert "Ex. 5 at 2 record paid on 2007-02-02: $500.00" in text
    assert "no exhibit named not stated medical, projected: $6,000.00" in text
    assert "No exhibit is named for: medical, projected: $6,000.00." in text
    assert "of the facts whose evidence is stated, that is estimate" in text


def test_the_paper_says_what_it_is_not_and_names_nobody() -> None:
    text = words_of(memorandum_html(assessed(EXAMPLE)))
    assert "It is not evidence, and it is not legal advice." in text
    assert "The victim is named by reference only. Fed. R. Crim. P. 49.1(a)" in text


def test_what_is_for_counsel_stands_last_and_apart() -> None:
    page = memorandum_html(assessed(EXAMPLE))
    argued, _, notes = page.partition("Notes for counsel: not part of the memorandum")
    assert "Take these notes out before filing." in notes
    for heading in ("To check before filing", "Receipt"):
        assert f"<h3>{heading}</h3>" in notes
        assert heading not in argued
    assert "<caption>Law that the figure applies</caption>" in argued


def test_an_opinion_not_read_is_marked_and_said_once_in_the_argument() -> None:
    document = json.loads(EXAMPLE.read_bytes())
    document["work"][0]["records_kept"] = False
    page = memorandum_html(assess(read_claim(document), law.encoded()))
    section = page.partition("<h2>Work without records")[2].partition("<h2>")[0]
    assert "secondary source only" not in section
    assert section.count("687-88 (1946) †") == 4
    assert section.count("† The opinion was read in quotations only.") == 1


def test_the_chart_has_an_alternative_in_text() -> None:
    page = memorandum_html(assessed(EXAMPLE))
    said = page.partition("<desc")[2].partition("</desc>")[0]
    for key, figure in assessed(EXAMPLE).components.items():
        assert not figure.value or dollars(figure.value) in said, key
    assert "Unpaid overtime: $57,637.50." in said


def test_hostile_text_stays_text_and_nothing_is_fetched() -> None:
    assessment = named("hostile")
    page = memorandum_html(assessment)
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page
    tags = _Tags()
    tags.feed(page)
    assert not [url for url in tags.links if not url.startswith("https://")]
    file = memorandum(assessment)
    assert "W" * 10 in text_of(file)
    with pikepdf.open(BytesIO(file)) as opened:
        assert "/EmbeddedFiles" not in opened.Root.get("/Names", {})


class _Tags(HTMLParser):
    """The addresses that a page would follow, its own style sheets apart."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "link":
            self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_the_memorandum_of_the_example_is_the_approved_one() -> None:
    # The digests change with any word of the law; another test compares them with the result's.
    found = re.sub(r"sha256:[0-9a-f]{64}", "sha256:(digest)", memorandum_html(assessed(EXAMPLE)))
    if os.environ.get("APPROVE"):
        GOLDEN.write_text(found, encoding="utf-8")
    approved = GOLDEN.read_text(encoding="utf-8") if GOLDEN.exists() else ""
    assert found == approved, (
        "The memorandum of examples/forced_labor.json is no longer the approved text. Read the "
        "difference; if it is meant, approve it with\n"
        "    APPROVE=1 python -m pytest tests/documents/test_memorandum.py -k approved\n"
        f"and commit {GOLDEN.name} with the change."
    )


def test_the_same_claim_gives_the_same_bytes() -> None:
    assert memorandum(assessed(EXAMPLE)) == filed(EXAMPLE)


def test_memoranda_are_accessible_and_archival(
    verapdf: Callable[..., dict[tuple[Path, str], str]], tmp_path: Path
) -> None:
    files = []
    for path in ALL:
        files.append(tmp_path / f"{path.stem}.pdf")
        files[-1].write_bytes(filed(path))
    assert set(verapdf(*files).values()) == {"pass"}


def test_chinese_and_japanese_text_is_printed(
    verapdf: Callable[..., dict[tuple[Path, str], str]], tmp_path: Path
) -> None:
    listing = [shutil.which("fc-list") or "fc-list", ":lang=ja", "family"]
    fonts = subprocess.run(listing, check=True, capture_output=True, text=True)
    if not fonts.stdout.strip():
        pytest.skip("no font for Japanese is installed (apt-get install fonts-noto-cjk)")
    document = json.loads(EXAMPLE.read_bytes())
    document["work"][0]["occupation"] = "工作証拠 清掃"
    file = tmp_path / "cjk.pdf"
    file.write_bytes(memorandum(assess(read_claim(document), law.encoded())))
    assert "清掃" in text_of(file.read_bytes())
    assert set(verapdf(file).values()) == {"pass"}
