"""What a reader sees of a table at a terminal of any width."""

import re
from io import StringIO

import pytest
from rich.console import Console, RenderableType

from remedies.documents.case_text import listing, ruled, statement_text
from remedies.documents.law_text import indented
from remedies.documents.proposed_order_words import usd
from tests.documents.statement_example import example

HEADS = ("", "Awarded", "Recovered", "Transferred", "Paid", "Still owed", "Received", "Held")
AMOUNT = re.compile(r"[$][\d,]+\.\d\d(?!\d)")
WIDTHS = (40, 80, 100, 120)


def printed(page: RenderableType, width: int) -> list[str]:
    console = Console(file=StringIO(), width=width, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(page)
    return [line.rstrip() for line in captured.get().splitlines()]


def accounts(*awarded: int) -> RenderableType:
    table = ruled(*HEADS, right=HEADS[1:])
    for number, cents in enumerate(awarded, 1):
        table.add_row(f"V-{number}", *(usd(cents + place) for place in range(7)))
    return indented(table)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("cents", [1, 12_345_678, 987_654_321_098, 1_234_567_890_123_456])
def test_no_amount_is_cut_at_any_width(width: int, cents: int) -> None:
    lines = printed(accounts(cents, cents // 2), width)
    found = AMOUNT.findall("\n".join(lines))
    assert found == [usd(each + place) for each in (cents, cents // 2) for place in range(7)]
    assert max(map(len, lines)) <= width


def test_a_table_that_does_not_fit_has_a_block_for_each_row() -> None:
    assert printed(accounts(12_345_678, 0), 80)[:9] == [
        "  V-1",
        "    Awarded       $123,456.78",
        "    Recovered     $123,456.79",
        "    Transferred   $123,456.80",
        "    Paid          $123,456.81",
        "    Still owed    $123,456.82",
        "    Received      $123,456.83",
        "    Held          $123,456.84",
        "  V-2",
    ]
    upright = printed(accounts(12_345_678, 0), 120)
    assert len(upright) == 4
    assert "Still owed" in upright[0]


def test_heads_are_set_on_two_lines_before_a_table_is_turned() -> None:
    heads = ("", "Of the victims", "Of the defendants")
    table = ruled(*heads, right=heads[1:])
    table.add_row("V-1", "$1,000,000.00", "$2,000,000.00")
    lines = printed(table, 36)
    assert [line.split() for line in lines[:2]] == [["Of", "the"] * 2, ["victims", "defendants"]]
    assert lines[3].split() == ["V-1", "$1,000,000.00", "$2,000,000.00"]
    assert max(map(len, lines)) <= 36
    assert [line.split() for line in printed(table, 34)] == [
        ["V-1"],
        ["Of", "the", "victims", "$1,000,000.00"],
        ["Of", "the", "$2,000,000.00"],
        ["defendants"],
    ]


def test_an_amount_among_words_is_not_cut() -> None:
    words = "of the proceeds $123,456,789.01 were kept"
    table = listing(("What", "Why", "Of"), [(words, words, "D-1")])
    for width in range(40, 60):
        assert "\n".join(printed(table, width)).count("$123,456,789.01") == 2


def test_words_are_folded_and_days_are_not() -> None:
    words = "the court is told which losses cannot be ascertained yet"
    table = listing(("By", "What", "Of"), [("2024-03-04", words, "D-1"), ("2025-03-04", "", "")])
    upright = printed(table, 40)
    assert [line[:10] for line in upright if line.startswith("20")] == ["2024-03-04", "2025-03-04"]
    turned = printed(table, 25)
    assert (turned[0], turned[-1]) == ("2024-03-04", "2025-03-04")
    assert "  Of     D-1" in turned
    assert " ".join(line.removeprefix("  What").strip() for line in turned[1:-2]) == words


@pytest.mark.parametrize("width", WIDTHS)
def test_a_statement_keeps_every_amount_at_every_width(width: int) -> None:
    lines = printed(statement_text(example()), width)
    wide = AMOUNT.findall("\n".join(printed(statement_text(example()), 300)))
    assert sorted(AMOUNT.findall("\n".join(lines))) == sorted(wide)
    assert max(map(len, lines)) <= width
