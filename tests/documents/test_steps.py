"""Steps say the same to the eye, in black and white, and to the ear."""

import datetime as dt
import re
from collections.abc import Sequence
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from remedies.documents.steps import Line, Step, Stroke, steps

SVG = "{http://www.w3.org/2000/svg}"


def step(begins: str, ends: str, value: str) -> Step:
    return Step(
        begins_on=dt.date.fromisoformat(begins),
        ends_on=dt.date.fromisoformat(ends),
        value=Fraction(value),
    )


FEDERAL = Line(
    label="Federal",
    steps=[
        step("2000-01-01", "2007-07-23", "5.15"),
        step("2007-07-24", "2009-07-23", "5.85"),
        step("2009-07-24", "2020-01-01", "7.25"),
    ],
    stroke=Stroke.DASHED,
)
STATE = Line(
    label="Ohio & others",
    steps=[step("2005-01-01", "2009-12-31", "6.85"), step("2012-01-01", "2020-01-01", "10")],
    stroke=Stroke.BROAD,
)


def drawn(
    lines: Sequence[Line], marked: dt.date | None = None, key: str = "wages"
) -> tuple[ET.Element, list[str]]:
    chart = ET.fromstring(steps("Wages", "What was due.", lines, marked=marked, key=key))  # noqa: S314  # our own
    thick = [p.attrib for p in chart.findall(f"{SVG}path") if p.attrib.get("fill") == "none"]
    return chart, [path["d"] for path in thick if "V" in path["d"] or "H" in path["d"]]


def test_it_is_an_image_with_a_title_and_a_description() -> None:
    chart, _ = drawn([FEDERAL], key="owed")
    assert chart.attrib["role"] == "img"
    assert chart.attrib["aria-labelledby"] == chart.find(f"{SVG}title").attrib["id"]
    assert chart.attrib["aria-describedby"] == chart.find(f"{SVG}desc").attrib["id"]
    assert chart.findtext(f"{SVG}title") == "Wages"
    assert chart.findtext(f"{SVG}desc") == (
        "What was due. Federal: from $5.15 on 2000-01-01 to $7.25 since 2009-07-24, in 3 steps."
    )


def test_a_line_steps_up_on_its_days_and_is_broken_where_days_are_missing() -> None:
    _, (whole, broken) = drawn([FEDERAL, STATE])
    assert whole.count("M") == 1
    assert broken.count("M") == 2
    days = (dt.date(2020, 1, 1) - dt.date(2000, 1, 1)).days
    rises = (dt.date(2007, 7, 24) - dt.date(2000, 1, 1)).days
    across = [Fraction(x) for x in re.findall(r"H([\d.]+)", whole)]
    start = Fraction(re.match(r"M([\d.]+)", whole)[1])
    room = across[-1] - start
    assert abs(across[0] - start - room * rises / days) <= Fraction(1, 10)


def test_heights_are_in_proportion() -> None:
    line = Line(
        label="A",
        stroke=Stroke.THIN,
        steps=[step("2000-01-01", "2000-12-31", "5"), step("2001-01-01", "2001-12-31", "10")],
    )
    chart, (path,) = drawn([line])
    low, high = (
        Fraction(re.match(r"M[\d.]+ ([\d.]+)", path)[1]),
        Fraction(re.search(r"V([\d.]+)", path)[1]),
    )
    named = {text.text: Fraction(text.attrib["y"]) for text in chart.findall(f"{SVG}text")}
    assert named["$0"] - high == 2 * (named["$0"] - low)
    assert high == named["$10"]


def test_lines_are_named_and_told_apart_without_colour() -> None:
    chart, _ = drawn([STATE, FEDERAL])
    words = [text.text for text in chart.findall(f"{SVG}text")]
    assert words[:2] == ["Ohio & others", "Federal"]
    strokes = {
        (p.attrib["stroke-width"], p.attrib.get("stroke-dasharray"))
        for p in chart.findall(f"{SVG}path")
        if p.attrib.get("fill") == "none"
    }
    assert len(strokes) == 2


def test_levels_and_years_are_few_and_inside_the_page() -> None:
    for first, last, value in (
        ("1938-10-24", "2026-11-21", "16.90"),
        ("2020-01-01", "2020-01-01", "0.25"),
    ):
        chart, _ = drawn([Line(label="A", stroke=Stroke.THIN, steps=[step(first, last, value)])])
        assert len(chart.findall(f"{SVG}text")) < 18
        for text in chart.findall(f"{SVG}text"):
            assert 0 <= Fraction(text.attrib["x"]) <= int(chart.attrib["width"])
            assert Fraction(text.attrib["y"]) <= int(chart.attrib["height"])


def test_a_day_can_be_marked_even_outside_the_steps() -> None:
    plain, _ = drawn([FEDERAL])
    marked, _ = drawn([FEDERAL], marked=dt.date(1990, 5, 1))
    assert len(marked.findall(f"{SVG}path")) > len(plain.findall(f"{SVG}path"))


def test_it_carries_no_style_no_script_and_no_address() -> None:
    text = steps("<b>", "& more", [STATE, FEDERAL])
    assert not re.search(r"style|<script|href|url\(", text)
    assert "&lt;b&gt;" in text


def test_it_is_the_same_every_time() -> None:
    assert steps("A", "b", [STATE]) == steps("A", "b", [STATE])


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ([], "a"),
        ([Line(label="A", steps=[], stroke=Stroke.THIN)], "a"),
        (
            [Line(label="A", steps=[step("2000-01-01", "2000-01-02", "-1")], stroke=Stroke.THIN)],
            "a",
        ),
        ([FEDERAL], "1 2"),
    ],
)
def test_what_cannot_be_drawn_is_refused(lines: list[Line], key: str) -> None:
    with pytest.raises(ValueError, match="chart"):
        steps("A", "b", lines, key=key)
