"""The effect of a position is what recomputing the claim with another option gives."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings

from remedies.calculators.assessment import Assessment
from remedies.errors import FactsError
from tests.properties.claims import CHOICES, Document, made, whole

Assess = Callable[[Document], Assessment]
Compute = Callable[[Document], Document]


@settings(max_examples=30)
@given(made(whole))
def test_an_effect_is_the_total_less_the_total_under_the_other_option(
    computed: Compute, document: Document
) -> None:
    result = computed(document)
    for position in result["positions"]:
        assert position["option"] not in position["effects"]
        for option, effect in position["effects"].items():
            changed = {**document["positions"], position["key"]: option}
            other = computed(document | {"positions": changed})
            assert Fraction(effect) == Fraction(result["total"]) - Fraction(other["total"])
        if position["effects"]:
            largest = max(abs(Fraction(effect)) for effect in position["effects"].values())
            assert abs(Fraction(position["effect"])) == largest
            assert position["effects"][position["against"]] == position["effect"]


@settings(max_examples=15)
@given(made(whole))
def test_every_position_that_would_move_the_total_is_listed(
    computed: Compute, document: Document
) -> None:
    result = computed(document)
    listed = {position["key"]: position for position in result["positions"]}
    for key, options in CHOICES.items():
        taken = listed[key]["option"] if key in listed else None
        totals = {
            option: computed(document | {"positions": {**document["positions"], key: option}})[
                "total"
            ]
            for option in options
        }
        if len(set(totals.values())) > 1:
            assert taken is not None, key
            assert set(listed[key]["effects"]) == set(options) - {taken}


@settings(max_examples=30)
@given(made(whole))
def test_a_chosen_option_is_taken_and_named_as_the_claims(
    computed: Compute, document: Document
) -> None:
    taken = {position["key"]: position for position in computed(document)["positions"]}
    for key, option in document["positions"].items():
        assert taken[key]["option"] == option
        assert taken[key]["chosen_by"] == "claim"


@settings(max_examples=30)
@given(made(whole))
def test_coverage_that_must_be_proven_and_is_not_stated_is_asked_for(
    assessed: Assess, document: Document
) -> None:
    asked = document | {"positions": {"flsa_coverage_for_1593": "require_coverage"}}
    silent = [
        f"work[{i}].coverage.proven"
        for i, period in enumerate(document["work"])
        if "proven" not in period["coverage"]
    ]
    if not silent:
        assert assessed(asked).total.value >= 0
        return
    with pytest.raises(FactsError) as raised:
        assessed(asked)
    assert [(p.field, p.code) for p in raised.value.problems] == [(f, "required") for f in silent]
