"""Whatever JSON is handed in, reading and computing raise nothing but the program's own errors."""

import copy
import json
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from remedies import law
from remedies.calculators.assessment import assess
from remedies.errors import RemediesError
from remedies.wire import read_claim, read_json, result_json
from tests.properties.claims import made, whole
from tests.wire.claims import WHOLE

SCALARS = (
    None,
    True,
    False,
    0,
    -1,
    7.25,
    "",
    "0",
    "0.00",
    "0.0001",
    "24",
    "168",
    "999999999999",
    "NaN",
    "all",
    "mon",
    "sunday",
    "1938_act",
    "1966_amendments_farm",
    "month",
    "1900-01-01",
    "1938-10-24",
    "2008-07-24",
    "2012-02-29",
    "2026-11-21",
    "2199-12-31",
    "24:00",
    "18 USC 2423",
    "18 USC 1593A(a)",
    "include",
    "two_years",
    "require_coverage",
    "\ud800",
    "x" * 300,
    [],
    {},
    [[]],
    ["mon", "tue"],
    {"per_day": "24"},
    {"records": []},
    {"total": "1.00"},
)


def computes_or_refuses(content: bytes) -> None:
    """Read and compute; whatever else than the program's own errors is raised fails the test."""
    try:
        text = result_json(assess(read_claim(read_json(content)), law.encoded()))
    except RemediesError as refused:
        said = refused.code, str(refused)
    else:
        said = "result", json.loads(text)["result"]
    assert all(said)


def _places(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - JSON
    found = []
    keys = (
        list(value)
        if isinstance(value, dict)
        else range(len(value))
        if isinstance(value, list)
        else ()
    )
    for key in keys:
        found.append((value, key))
        found += _places(value[key])
    return found


def _bent(r: Random) -> dict[str, Any]:
    """Return a claim with one to four of its values changed, moved, doubled or taken away."""
    document = copy.deepcopy(WHOLE) if r.randint(0, 1) else whole(r)
    for _ in range(r.randint(1, 4)):
        places = _places(document)
        holder, key = r.choice(places)
        match r.randint(0, 4):
            case 0 | 1:
                holder[key] = copy.deepcopy(r.choice(SCALARS))
            case 2:
                del holder[key]
            case 3:
                other, its = r.choice(places)
                holder[key] = copy.deepcopy(other[its])
            case _ if isinstance(holder, list):
                holder.insert(r.randint(0, len(holder)), copy.deepcopy(holder[key]))
            case _:
                other, its = r.choice(places)
                if isinstance(its, str):
                    holder[its] = copy.deepcopy(other[its])
    return document


@settings(max_examples=600)
@given(made(_bent))
def test_a_claim_that_was_tampered_with_is_computed_or_refused(document: dict[str, Any]) -> None:
    computes_or_refuses(json.dumps(document).encode())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=150)
@given(json_values, st.sampled_from([*WHOLE, "other"]))
def test_any_json_value_in_any_field_is_computed_or_refused(value: object, field: str) -> None:
    computes_or_refuses(json.dumps(value).encode())
    computes_or_refuses(json.dumps({**WHOLE, field: value}).encode())


@settings(max_examples=200)
@given(st.binary(max_size=64))
def test_any_bytes_are_refused(content: bytes) -> None:
    computes_or_refuses(content)
    text = json.dumps(WHOLE).encode()
    computes_or_refuses(text[: len(content) * 7] + content + text[len(content) * 7 :])
