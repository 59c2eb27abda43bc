"""A chart says the same to the eye, in black and white, and to the ear."""

from collections.abc import Sequence
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from remedies.documents.chart import Bar, Fill, bars

SVG = "{http://www.w3.org/2000/svg}"

ROWS = [
    Bar(label="Minimum wages", value="$1,000.00", length=100_000),
    Bar(label="Overtime", value="$250.00", length=Fraction(25_000), fill=Fill.HATCHED),
    Bar(label="Losses", value="$125.00", length=12_500, fill=Fill.DOTTED),
    Bar(label="Paid", value="$0.00", length=0, fill=Fill.BLANK),
]


def drawn(rows: Sequence[Bar], key: str = "chart") -> ET.Element:
    return ET.fromstring(bars("Parts", "What is owed.", rows, key=key))  # noqa: S314  # our own


def widths(rows: Sequence[Bar]) -> list[Fraction]:
    pattern_free = drawn(rows).findall(f"{SVG}rect")
    return [Fraction(bar.attrib["width"]) for bar in pattern_free]


def test_it_is_an_image_with_a_title_and_a_description() -> None:
    chart = drawn(ROWS, "owed")
    assert chart.attrib["role"] == "img"
    assert chart.attrib["aria-labelledby"] == chart.find(f"{SVG}title").attrib["id"]
    assert chart.attrib["aria-describedby"] == chart.find(f"{SVG}desc").attrib["id"]
    assert chart.findtext(f"{SVG}title") == "Parts"


def said(rows: Sequence[Bar]) -> str:
    return drawn(rows).findtext(f"{SVG}desc") or ""


def test_the_description_says_the_order_every_label_and_value_and_the_longest() -> None:
    assert said(ROWS) == (
        "What is owed. 4 bars, from the top down. Minimum wages: $1,000.00. Overtime: $250.00. "
        "Losses: $125.00. Paid: $0.00. The longest is Minimum wages, $1,000.00."
    )


def test_equals_are_the_longest_together_and_one_bar_is_compared_with_none() -> None:
    twins = [Bar(label=name, value="$2.00", length=2) for name in ("Wages", "Damages")]
    assert said(twins).endswith("The longest are Wages, $2.00; Damages, $2.00.")
    assert said(twins[:1]) == "What is owed. 1 bar. Wages: $2.00."
    assert said([ROWS[3]]).endswith("Paid: $0.00. None has a length.")


def test_every_label_and_value_is_drawn_beside_its_bar() -> None:
    words = [text.text for text in drawn(ROWS).findall(f"{SVG}text")]
    assert words == [word for row in ROWS for word in (row.label, row.value)]


def test_lengths_are_in_proportion() -> None:
    longest, quarter, eighth = widths(ROWS)
    assert longest > 300
    assert abs(quarter - longest / 4) <= Fraction(1, 10)
    assert abs(eighth - longest / 8) <= Fraction(1, 10)


def test_the_scale_does_not_matter() -> None:
    larger = [Bar(label=r.label, value=r.value, length=r.length * 10**40) for r in ROWS]
    smaller = [Bar(label=r.label, value=r.value, length=r.length / Fraction(7)) for r in ROWS]
    assert widths(larger) == widths(smaller) == widths(ROWS)


def test_nothing_has_no_bar_and_next_to_nothing_can_be_seen() -> None:
    little = Bar(label="A cent", value="$0.01", length=1)
    none = Bar(label="None", value="$0.00", length=0)
    whole = Bar(label="Whole", value="$10,000,000.00", length=10**9)
    assert widths([whole, little, none])[1:] == [1]
    assert widths([none]) == []


def test_bars_and_values_stay_inside_the_page() -> None:
    value = "$999,999,999,999.99"
    for label in ("W" * 30, "word " * 40):
        chart = drawn([Bar(label=label, value=value, length=1)])
        last = chart.findall(f"{SVG}text")[-1]
        assert last.text == value
        assert Fraction(last.attrib["x"]) + 7 * len(value) <= int(chart.attrib["width"])
        lowest = max(int(text.attrib["y"]) for text in chart.findall(f"{SVG}text"))
        assert lowest < int(chart.attrib["height"])


def test_fills_differ_without_colour() -> None:
    fills = [
        bar.attrib["fill"]
        for bar in drawn(
            [Bar(label=fill, value="1", length=1, fill=fill) for fill in Fill]
        ).findall(f"{SVG}rect")
    ]
    assert len(set(fills)) == len(Fill)
    assert {fill for fill in fills if not fill.startswith("url(#chart-")} == {"#333", "#fff"}


def test_ids_of_two_charts_do_not_meet() -> None:
    ids = [
        element.attrib["id"]
        for key in ("wages", "losses")
        for element in drawn(ROWS, key).iter()
        if "id" in element.attrib
    ]
    assert len(ids) == len(set(ids)) == 8


def test_what_a_person_wrote_is_text() -> None:
    hostile = "</text><script>alert('&\"')</script>"
    row = Bar(label=hostile, value=hostile, length=1)
    chart = ET.fromstring(bars(hostile, hostile, [row]))  # noqa: S314
    assert {element.tag.removeprefix(SVG) for element in chart.iter()} == {
        "svg",
        "title",
        "desc",
        "defs",
        "text",
        "rect",
        "path",
    }
    assert chart.findtext(f"{SVG}title") == hostile


def test_a_character_that_xml_does_not_know_is_replaced() -> None:
    row = Bar(label="a\x00b\x1bc\ud800", value="\uffff", length=1)
    assert [text.text for text in drawn([row]).findall(f"{SVG}text")] == [
        "a\ufffdb\ufffdc\ufffd",
        "\ufffd",
    ]


def test_it_stands_under_a_strict_content_policy() -> None:
    for element in drawn(ROWS).iter():
        assert element.tag.removeprefix(SVG) not in {"style", "script", "foreignObject", "image"}
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
        assert not [name for name in element.attrib if name.endswith("href")]


def test_the_same_rows_give_the_same_drawing() -> None:
    assert bars("a", "b", ROWS) == bars("a", "b", list(ROWS))


@pytest.mark.parametrize("key", ["", "1a", 'a"b', "a b", "a\n", "é"])
def test_a_key_that_could_not_be_an_id_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        bars("a", "b", ROWS, key=key)


@pytest.mark.parametrize("rows", [[], [Bar(label="a", value="b", length=Fraction(-1, 9))]])
def test_no_rows_or_a_negative_length_are_refused(rows: list[Bar]) -> None:
    with pytest.raises(ValueError, match="at least one bar"):
        bars("a", "b", rows)
