"""The papers say what the facts leave open: ranges, accounts, theories, evidence, missing records."""

import copy
import json
import re
from collections.abc import Callable
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from remedies.calculators.assessment import Assessment
from remedies.documents.doubt import records_unknown
from remedies.documents.memorandum import memorandum_html
from remedies.documents.periods import periods
from remedies.documents.summary import summary
from remedies.documents.tornado import Reach, tornado
from remedies.wire import result_json
from remedies.worksheet import dollars

Document = dict[str, Any]
Assess = Callable[[Document], Assessment]
CLAIM: Document = json.loads((Path(__file__).parent / "golden/claims/doubt.json").read_text())
SVG = "{http://www.w3.org/2000/svg}"


def changed(**fields: object) -> Document:
    return copy.deepcopy(CLAIM) | fields


@pytest.fixture(scope="module")
def found(assessed: Assess) -> Assessment:
    return assessed(CLAIM)


@pytest.fixture(scope="module")
def result(found: Assessment) -> Document:
    parsed: Document = json.loads(result_json(found))
    return parsed


@pytest.fixture(scope="module")
def page(found: Assessment) -> str:
    return memorandum_html(found)


@pytest.fixture(scope="module")
def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def table(page: str, caption: str) -> list[list[str]]:
    body = page.partition(f"<caption>{caption}</caption>")[2].partition("</table>")[0]
    return [
        [
            unescape(re.sub(r"<[^>]+>", "", cell))
            for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", row)
        ]
        for row in re.findall(r"<tr>.*?</tr>", body.partition("<tbody>")[2])
    ]


def money(text: str) -> str:
    return dollars(Fraction(text))


def test_the_memorandum_prints_each_fact_with_its_two_totals_in_the_order_of_their_swing(
    page: str, words: str, result: Document
) -> None:
    rows = table(page, "Facts by how far each moves the total, alone, while the others are likely")
    assert [row[0] for row in rows] == [mover["name"] for mover in result["movers"]]
    assert [row[2:] for row in rows] == [
        [money(mover[key]) for key in ("total_low", "total_high", "swing")]
        for mover in result["movers"]
    ]
    low, high = money(result["range"]["low"]), money(result["range"]["high"])
    assert f"over their ranges it lies between {low} and {high}" in words


def test_the_chart_says_in_words_what_it_shows(page: str, result: Document) -> None:
    said = unescape(page.partition('<desc id="movers-desc">')[2].partition("</desc>")[0])
    assert money(result["total"]) in said
    for mover in result["movers"]:
        ends = sorted((mover["total_low"], mover["total_high"]), key=Fraction)
        assert f"{mover['name']}: {money(ends[0])} to {money(ends[1])}." in said


def test_a_worksheet_line_says_that_its_fact_is_a_range(page: str, result: Document) -> None:
    name = "receipts (2000 to 30000, likely 9000)"
    assert [line["name"] for line in result["worksheet"]].count(name) == 1
    assert f"<td>{name}</td>" in page


def test_both_accounts_stand_with_their_exhibits_and_figures(page: str, result: Document) -> None:
    rows = table(page, "What follows from each account")
    assert [row[:2] for row in rows] == [
        ["worker", "Ex. 1 at 4 (testimony); Ex. 3 (estimate)"],
        ["employer", "Ex. D-1 (record); Ex. D-2 (record)"],
    ]
    assert [row[4] for row in rows] == [money(side["total"]) for side in result["accounts"]]
    weeks = table(page, "Workweeks of which the accounts do not tell the same, by their first day")
    assert [row[1] for row in weeks] == ["worker", "employer"]
    assert weeks[0][0] == "2012-01-01 to 2012-03-25 (13)"


def test_each_theory_is_a_row(page: str, result: Document) -> None:
    rows = table(page, "What each theory comes to")
    assert [row[0] for row in rows] == [
        "The claim’s own positions",
        "Wages without doubling",
        "Nothing subtracted",
    ]
    assert rows[1][1] == "liquidated damages: exclude"
    assert [row[2] for row in rows] == [money(entry["total"]) for entry in result["theories"]]


def test_the_total_stands_split_by_strength_of_evidence(page: str, result: Document) -> None:
    rows = table(page, "The restitution by the weakest evidence stated beneath each part")
    assert [row[1] for row in rows] == [
        *(money(part) for part in result["strength"].values()),
        money(result["total"]),
    ]


def test_the_note_on_the_inference_names_the_periods_without_records(
    page: str, words: str
) -> None:
    assert "Work without records: the just and reasonable inference" in words
    assert "Anderson v. Mt. Clemens Pottery Co., 328 U.S. 680" in words
    assert "What would rebut it:" in words
    rows = table(page, "The facts on which the inference leans")
    assert [(row[0][:10], row[2]) for row in rows] == [
        ("2012-01-01", "Ex. 1 at 4; evidence: testimony")
    ]


def test_without_such_a_period_there_is_no_note(assessed: Assess) -> None:
    work = copy.deepcopy(CLAIM["work"])
    work[0]["records_kept"] = True
    assert "Mt. Clemens" not in memorandum_html(assessed(changed(work=work)))


def test_a_claim_that_does_not_say_is_asked_whether_records_were_kept(
    found: Assessment, assessed: Assess, words: str
) -> None:
    asked = "kept records of hours and pay (work of 2012-04-01 to 2012-06-30): where none were"
    assert asked in words
    assert asked in " ".join(summary(found).split())
    work = copy.deepcopy(CLAIM["work"])
    work[2]["records_kept"] = True
    assert "Say whether the employer kept records" not in summary(assessed(changed(work=work)))


def test_the_summary_shows_all_of_it_in_plain_text(found: Assessment, result: Document) -> None:
    text = summary(found)
    for mover in result["movers"]:
        assert f"{money(mover['total_low'])} at its low" in text
    for side in result["accounts"]:
        assert money(side["total"]) in text
    for entry in result["theories"]:
        assert money(entry["total"]) in text
    assert all(len(line) <= 88 for line in text.splitlines() if "sha256" not in line)


def test_a_bar_of_the_summary_has_the_likely_total_on_one_line(found: Assessment) -> None:
    bars = [line for line in summary(found).splitlines() if re.fullmatch(r" *-*\|=*", line)]
    assert len(bars) == 4
    assert len({bar.index("|") for bar in bars}) == 1


def test_a_claim_without_doubt_has_none_of_these_sections(assessed: Assess) -> None:
    plain = changed(theories=[], gains=[], losses=[], work=[CLAIM["work"][2]])
    del plain["account"]
    page = memorandum_html(assessed(plain))
    for heading in ("How far the facts", "The accounts of the work", "Theories side by side"):
        assert heading not in page


def rects(drawn: str) -> list[dict[str, str]]:
    return [dict(rect.attrib) for rect in ET.fromstring(drawn).iter(f"{SVG}rect")]  # noqa: S314 - our own


def test_what_lies_below_the_likely_total_is_hatched_and_what_lies_above_it_solid() -> None:
    drawn = tornado(
        "Reach",
        Fraction(50),
        [Reach(label="Hours", low=Fraction(0), high=Fraction(100))],
        key="reach",
    )
    below, above = rects(drawn)
    assert below["fill"] == "url(#reach-hatched)"
    assert above["fill"] == "#333"
    assert below["width"] == above["width"]
    assert float(below["x"]) + float(below["width"]) == float(above["x"])


def test_a_fact_that_moves_nothing_has_no_bar_and_a_label_cannot_become_markup() -> None:
    rows = [Reach(label="a <b> & c", low=Fraction(5), high=Fraction(5))]
    drawn = tornado("Reach", Fraction(5), rows, key="reach")
    assert rects(drawn) == []
    assert "a &lt;b&gt; &amp; c" in drawn


def test_a_chart_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one bar"):
        tornado("Reach", Fraction(5), [], key="reach")


def with_days_worked(many: int) -> Document:
    """A claim of so many days of work in several periods, and nothing said of records."""
    first = CLAIM["work"][2]
    days = [f"2012-04-{day:02d}" for day in range(1, many + 1)]
    work = [{**first, "from": day, "to": day} for day in days]
    plain = changed(theories=[], gains=[], losses=[], work=work)
    del plain["account"]
    return plain


@pytest.mark.parametrize(("many", "more"), [(4, "1 more period"), (5, "2 more periods")])
def test_periods_without_a_word_on_records_are_named_by_their_dates_and_counted(
    assessed: Assess, many: int, more: str
) -> None:
    (asked,) = records_unknown(assessed(with_days_worked(many)).claim)
    assert f"2012-04-03 to 2012-04-03 and {more})" in asked
    assert "work[" not in asked


def test_a_tier_is_printed_in_the_words_of_the_law(assessed: Assess) -> None:
    work = [{**CLAIM["work"][2], "place": "US-NY", "place_tier": "new_york_city"}]
    plain = changed(theories=[], gains=[], losses=[], work=work)
    del plain["account"]
    found = assessed(plain)
    (period,) = periods(found.claim, found.law)
    assert "US-NY (New York City, employers with 11 or more employees" in period.work


def test_what_was_taken_and_given_in_kind_is_a_line_of_its_own(assessed: Assess) -> None:
    deduction = {"kind": "debt", "per_workweek": "50.00", "exhibit": "Ex. 3"}
    plain = changed(
        theories=[], gains=[], losses=[], work=[{**CLAIM["work"][2], "deductions": [deduction]}]
    )
    del plain["account"]
    page = memorandum_html(assessed(plain))
    assert (
        '<tr class="besides"><td colspan="6"><b>Taken from pay, given in kind, tips:</b> debt $50.00'
    ) in page


def test_the_civil_total_is_said_to_be_no_part_of_the_restitution(assessed: Assess) -> None:
    found = assessed(changed(civil={"filed_on": "2013-01-02", "interest_to": "2014-01-02"}))
    assert found.civil is not None
    total = dollars(found.civil.total.value)
    said = f"computes to {total}, as civil.pdf shows. It is no part of the restitution."
    assert said in memorandum_html(found)
    assert "civil.pdf" not in memorandum_html(assessed(CLAIM))
