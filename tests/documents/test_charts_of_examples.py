"""Who does not see a chart of a memorandum hears its figures, and reads them in a table beside it."""

import re
from decimal import Decimal
from fractions import Fraction
from html import unescape
from pathlib import Path

import pytest

from remedies import casework
from remedies.documents.memorandum import memorandum_html
from remedies.documents.tornado import Reach, tornado
from tests.documents.every_paper import CLAIMS
from tests.documents.printed import Table, printed

PARTS, MOVERS = "Components of the restitution", "Facts by how far each moves the total"
RANGED = "day_rate_domestic"
_MONEY = re.compile(r"\$[\d,]+\.\d\d")


def memorandum(path: Path) -> str:
    return memorandum_html(casework.assessed(path.read_bytes()))


def said(page: str, key: str) -> str:
    found = re.search(rf'<desc id="{key}-desc">(.*?)</desc>', page, re.DOTALL)
    assert found, f"no chart {key}"
    return unescape(found[1])


def table(page: str, caption: str) -> Table:
    return next(each for each in printed(page).tables if each.caption.startswith(caption))


def worth(amount: str) -> Decimal:
    return Decimal(amount.strip("$").replace(",", ""))


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_the_chart_of_components_says_its_total_its_bars_in_order_and_the_longest(
    path: Path,
) -> None:
    page = memorandum(path)
    words, rows = said(page, "components"), table(page, PARTS).rows
    values = [(row[0], row[1]) for row in rows]
    bars = [f"{name}: {amount}." for name, amount in values]
    assert f"{len(rows)} bars, from the top down. {' '.join(bars)} " in words
    total = sum(worth(amount) for _, amount in values)
    assert f"the total of ${total:,.2f}." in words
    most = max(worth(amount) for _, amount in values)
    longest = [f"{name}, {amount}" for name, amount in values if worth(amount) == most]
    assert words.endswith(
        f"The longest {'is' if longest[1:] == [] else 'are'} {'; '.join(longest)}."
    )


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_a_chart_stands_beside_the_table_of_its_data(path: Path) -> None:
    page = memorandum(path)
    for key, caption in (("components", PARTS), ("movers", MOVERS)):
        if f'id="{key}-desc"' not in page:
            continue
        drawn = page.index(f'id="{key}-desc"')
        listed = page.index(f"<caption>{caption}")
        assert "<h2>" not in page[min(drawn, listed) : max(drawn, listed)]
        amounts = {amount for row in table(page, caption).rows for amount in row if "$" in amount}
        assert {amount for cell in amounts for amount in _MONEY.findall(cell)}


def test_the_chart_of_ranges_says_both_ends_of_every_bar_and_the_likely_total() -> None:
    page = memorandum(next(path for path in CLAIMS if path.stem == RANGED))
    words, moved = said(page, "movers"), table(page, MOVERS)
    assert words.count("the likely total, $") == 1
    for name, _, low, high, _ in moved.rows:
        assert f"{name}: {low} to {high}." in words
    assert "1 bar." in words


def test_the_widest_of_several_ranges_is_said() -> None:
    rows = [
        Reach(label=name, low=Fraction(low), high=Fraction(high))
        for name, low, high in (("hours", 10, 90), ("rate", 20, 60), ("days", 50, 50))
    ]
    words = said(tornado("Reach", Fraction(50), rows, key="reach"), "reach")
    assert "3 bars, from the top down. hours: $10.00 to $90.00." in words
    assert words.endswith("The widest is hours, with $80.00 from end to end.")


def test_every_chart_has_a_name_that_says_what_it_shows() -> None:
    for path in CLAIMS:
        names = re.findall(r'<title id="(\w+)-title">(.*?)</title>', memorandum(path))
        assert names[0] == ("components", "Components of the restitution")
        assert all(len(name.split()) >= 4 for _, name in names)
