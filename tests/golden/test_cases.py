"""Every case of tests/golden/*.toml: a claim, the figures worked by hand, and their source."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
COMMON = {
    "claim": "1",
    "reference": "V-1",
    "as_of": "2026-06-30",
    "convictions": [{"statute": "18 USC 1589"}],
}


def _cases() -> Iterator[Any]:
    for path in sorted(HERE.glob("*.toml")):
        for case in tomllib.loads(path.read_text()).get("cases", ()):
            yield pytest.param(case, id=f"{path.stem}: {case['name']}")


def at(result: object, path: str) -> Any:  # noqa: ANN401 - JSON
    """Follow a path such as ``workweeks 2008-07-20 due``; rows are named by their first day or key."""
    found: Any = result
    for step in path.split():
        if isinstance(found, list):
            names = [entry.get("starts_on", entry.get("key")) for entry in found]
            found = found[names.index(step) if step in names else int(step)]
        else:
            found = found[step]
    return found


def _whole(row: dict[str, Any], bases: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a workweek with every column, those that stand on its basis too."""
    basis = bases[row["basis"] - 1]
    return basis["values"] | row | {"exact": basis["exact"]}


@pytest.mark.parametrize("case", list(_cases()))
def test_a_golden_case_comes_out_as_worked_by_hand(
    case: dict[str, Any], computed: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    assert case["source"]
    assert case["arithmetic"]
    assert case["expect"]
    result = computed(COMMON | case["claim"])
    result["rows"] = len(result["workweeks"])
    result["workweeks"] = [_whole(row, result["bases"]) for row in result["workweeks"]]
    assert {path: at(result, path) for path in case["expect"]} == case["expect"]
