"""Every case of tests/golden/state_claims.toml: a civil claim, its figures worked by hand, their source."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from marshmallow import Schema

from remedies.calculators.civil import CivilClaim, civil_claim, civil_law_problems
from remedies.calculators.wage_choices import WageChoices
from remedies.facts.civil import civil_problems
from remedies.figures import audit
from remedies.law import encoded
from remedies.wire.civil_result import civil_json
from remedies.wire.civil_result_schema import CivilResultSchema
from remedies.wire.civil_schema import CivilSchema
from remedies.wire.work_schema import WorkSchema

CASES = tomllib.loads((Path(__file__).parent / "state_claims.toml").read_text())["civil_cases"]


def claimed(case: dict[str, Any]) -> CivilClaim:
    """Return the civil claim of a case."""
    law = encoded()
    civil = _read(CivilSchema(), case["civil"])
    work = [_read(WorkSchema(), period) for period in case["work"]]
    assert not list(civil_problems(civil, dict(enumerate(work))))
    assert not list(civil_law_problems(civil, law))
    return civil_claim(
        civil,
        work,
        law,
        choices=WageChoices(),
        circuit=case.get("circuit"),
        positions=case.get("positions", {}),
    )


def _read(schema: Schema, document: dict[str, Any]) -> Any:  # noqa: ANN401 - any facts
    return schema.load(document)


def at(result: object, path: str) -> Any:  # noqa: ANN401 - JSON
    """Follow a path such as ``claims us-ca workweeks 0 due``."""
    found: Any = result
    for step in path.split():
        if isinstance(found, list):
            names = [
                entry.get("law") if "parts" in entry else entry.get("starts_on") for entry in found
            ]
            found = found[names.index(step) if step in names else int(step)]
        else:
            found = found[step]
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_civil_claim_comes_out_as_worked_by_hand(case: dict[str, Any]) -> None:
    assert case["source"]
    assert case["arithmetic"]
    assert case["expect"]
    found = claimed(case)
    result = json.loads(civil_json(found))
    assert {path: at(result, path) for path in case["expect"]} == case["expect"]
    assert not CivilResultSchema().validate(result)
    audit(found.total)
    audit(found.lost)
