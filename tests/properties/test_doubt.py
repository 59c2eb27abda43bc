"""What must hold of ranges, accounts, theories and strength of evidence, whatever the facts."""

import copy
import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import given, settings

from remedies.calculators.assessment import Assessment
from remedies.figures import Evidence, audit
from tests.properties.claims import CHOICES, Document, claim, made, whole, work
from tests.properties.claims_work import pattern

Compute = Callable[[Document], Document]
FEW = settings(max_examples=40)
RANK = {strength: rank for rank, strength in enumerate(Evidence)}
MOST_RANGES = 6
FREE = ("none", "hourly", "salary", "day")
"""Bases of pay that state no hours that hours worked must agree with."""
PAID = ("per_hour", "per_day", "per_workweek", "per_month", "total")
PARTS_OF_HOURS = ("sleep", "meals", "on_call", "bonuses")


def _numbers(document: Document) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield where numbers stand that may be halved and still be facts."""
    for period in document["work"]:
        paid = period.get("paid", {})
        yield from ((paid, key) for key in PAID if key in paid)
        if period["pay"]["basis"] in FREE and not any(map(period.get, PARTS_OF_HOURS)):
            yield from _hours(period["hours"])
    for entry in (*document["gains"], *document["losses"]):
        yield from ((entry, key) for key in ("amount", "price", "rate") if key in entry)


def _hours(hours: Document) -> Iterator[tuple[dict[str, Any], str]]:
    yield from ((hours, key) for key in ("per_workweek", "per_day") if key in hours)
    for record in hours.get("records", ()):
        if "hours" in record:
            yield record, "hours"


def _half(number: str) -> str:
    whole_, _, decimals = number.partition(".")
    scale = 10 ** len(decimals)
    half = int(whole_ + decimals) // 2
    text = f"{half // scale}.{half % scale:0{len(decimals)}}" if decimals else str(half)
    return text if half else number


def _ranged(r: Random) -> tuple[Document, Document]:
    """Return a claim, and the same claim with ranges around or beside some of its numbers."""
    plain = whole(r)
    ranged = copy.deepcopy(plain)
    places = list(_numbers(ranged))
    for holder, key in r.sample(places, min(len(places), r.randint(1, MOST_RANGES))):
        likely = holder[key]
        high = f"{int(likely.partition('.')[0]) * 2 + 1}" if key in {"amount", "total"} else likely
        holder[key] = {"low": _half(likely), "likely": likely, "high": high}
    return plain, ranged


@FEW
@given(made(_ranged))
def test_the_likely_total_is_the_total_of_the_likely_facts_and_lies_between_the_ends(
    computed: Compute, both: tuple[Document, Document]
) -> None:
    plain, ranged = (computed(document) for document in both)
    span = {end: Fraction(total) for end, total in ranged["range"].items()}
    assert ranged["range"]["likely"] == ranged["total"] == plain["total"]
    assert span["low"] <= span["likely"] <= span["high"]
    assert plain["movers"] == []
    swings = [Fraction(mover["swing"]) for mover in ranged["movers"]]
    assert swings == sorted(swings, reverse=True)
    for mover in ranged["movers"]:
        for end in ("total_low", "total_high"):
            assert span["low"] <= Fraction(mover[end]) <= span["high"]


@FEW
@given(made(_ranged))
def test_but_for_its_ranges_the_result_is_that_of_the_likely_facts(
    computed: Compute, both: tuple[Document, Document]
) -> None:
    plain, ranged = (computed(document) for document in both)
    for name in ("components", "arms", "workweeks", "positions", "warnings", "strength"):
        assert ranged[name] == plain[name]


@settings(max_examples=25)
@given(made(_ranged))
def test_each_end_of_a_mover_is_the_total_of_the_claim_with_that_number(
    computed: Compute, both: tuple[Document, Document]
) -> None:
    _, ranged = both
    for mover in computed(ranged)["movers"]:
        for end in ("low", "high"):
            alone = _taken(ranged, mover["field"], end)
            assert computed(alone)["total"] == mover[f"total_{end}"]


def _taken(value: Any, field: str, end: str, path: str = "") -> Any:  # noqa: ANN401 - JSON
    """Return a document with one fact at an end and every other at its likely number."""
    if isinstance(value, list):
        of = "" if path.endswith(".records") else "[{}]"
        return [_taken(v, field, end, path + of.format(i)) for i, v in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if "likely" in value:
        return value[end if path == field else "likely"]
    return {
        key: _taken(v, field, end, f"{path}.{key}".removeprefix(".")) for key, v in value.items()
    }


def _told_twice(r: Random) -> Document:
    periods = work(r, by_record=False)
    others = [period | {"hours": pattern(r)} for period in periods if r.randint(0, 3)] or periods
    return claim([p | {"account": "a"} for p in periods] + [p | {"account": "b"} for p in others])


@FEW
@given(made(_told_twice))
def test_the_accounts_swapped_give_the_same_table_swapped(
    computed: Compute, document: Document
) -> None:
    by_a, by_b = (computed(document | {"account": name}) for name in "ab")
    for first, second in zip(by_a["accounts"], by_b["accounts"], strict=True):
        assert first["used"] is not second["used"]
        for key in ("account", "total", "measure", "hours", "due", "unpaid", "exhibits"):
            assert first[key] == second[key]
    (a, b), (a_beside, b_used) = by_a["accounts"], by_b["accounts"]
    assert Fraction(b["difference"]) == -Fraction(a_beside["difference"])
    assert Fraction(a["difference"]) == Fraction(b_used["difference"]) == 0
    assert (a["total"], b["total"]) == (by_a["total"], by_b["total"])
    for mine, theirs in zip(b["workweeks"], a_beside["workweeks"], strict=True):
        assert mine["starts_on"] == theirs["starts_on"]
        assert Fraction(mine["difference"]) == -Fraction(theirs["difference"])


@FEW
@given(made(_told_twice))
def test_the_figure_of_an_account_is_that_of_a_claim_with_nothing_but_it(
    computed: Compute, document: Document
) -> None:
    result = computed(document | {"account": "a"})
    alone = computed(document | {"work": [p for p in document["work"] if p["account"] == "a"]})
    for name in ("total", "components", "workweeks", "bases", "worksheet", "positions"):
        assert result[name] == alone[name]


def _with_evidence(r: Random) -> Document:
    document = whole(r)
    entries = [*document["work"], *document["gains"], *document["losses"]]
    entries += [p["paid"] for p in document["work"] if "paid" in p]
    for entry in entries:
        if r.randint(0, 2):
            entry["evidence"] = r.choice(tuple(Evidence)).value
    return document


@FEW
@given(made(_with_evidence))
def test_the_parts_by_strength_of_evidence_add_up_to_the_total(
    computed: Compute, document: Document
) -> None:
    result = computed(document)
    parts = [Fraction(part) for part in result["strength"].values()]
    assert sum(parts) == Fraction(result["total"])
    assert all(part >= 0 and (part * 100).denominator == 1 for part in parts)
    stated = [s for s in Evidence if Fraction(result["strength"][s.value])]
    if stated:
        assert RANK[max(stated, key=RANK.__getitem__)] <= RANK[Evidence(result["evidence"])]


@FEW
@given(made(_with_evidence))
def test_a_line_rests_on_the_weakest_evidence_of_the_lines_that_it_cites(
    computed: Compute, document: Document
) -> None:
    result = computed(document)
    cells = [lines for basis in result["bases"] for lines in basis["cells"].values()]
    for lines in (result["worksheet"], *cells):
        known = {line["line"]: line.get("evidence") for line in lines}
        for line in lines:
            beneath = [known[number] for number in line["operands"] if known[number]]
            if line["operands"]:
                assert line.get("evidence") == max(beneath, key=RANK.__getitem__, default=None)
    assert result["worksheet"][-1].get("evidence") == result["evidence"]


def _with_theories(r: Random) -> Document:
    document = whole(r)
    chosen = {key: r.choice(options) for key, options in CHOICES.items() if r.randint(0, 1)}
    theories = [
        {"name": "the same", "positions": document["positions"]},
        {"name": "another", "positions": chosen},
    ]
    return document | {"theories": theories}


@FEW
@given(made(_with_theories))
def test_a_theory_comes_to_what_a_claim_with_its_positions_comes_to(
    computed: Compute, document: Document
) -> None:
    result = computed(document)
    own, same, other = result["theories"]
    assert own["total"] == same["total"] == result["total"]
    assert own["positions"] == same["positions"] == {}
    positions = document["positions"] | document["theories"][1]["positions"]
    alone = computed(document | {"positions": positions, "theories": []})
    for name in ("total", "arms", "components", "measure"):
        assert other[name] == alone[name]


@settings(max_examples=20)
@given(made(lambda r: (_ranged(r)[1], _told_twice(r) | {"account": "b"}, _with_theories(r))))
def test_every_total_that_is_compared_follows_from_its_lines(
    assessed: Callable[[Document], Assessment], documents: tuple[Document, ...]
) -> None:
    for document in documents:
        found = assessed(json.loads(json.dumps(document)))
        for outcome in (
            found.outcome,
            *(side.outcome for side in found.accounts),
            *(held.outcome for held in found.theories),
        ):
            audit(outcome.total)
