"""What all tests share: a fixed hypothesis profile, and claims computed from JSON to JSON."""

import json
import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from remedies import law
from remedies.calculators.assessment import Assessment, assess
from remedies.wire import read_claim, read_json, result_json

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile(
    "fixed", derandomize=True, database=None, deadline=None, suppress_health_check=SLOW
)
settings.register_profile("explore", deadline=None, suppress_health_check=SLOW)
# HYPOTHESIS_PROFILE=explore looks for new examples; without it every run is the same.
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))

Document = dict[str, Any]


@pytest.fixture(scope="session")
def assessed() -> Callable[[Document], Assessment]:
    """A function from a claim, as its JSON says it, to its assessment."""

    def assessment(document: Document) -> Assessment:
        return assess(read_claim(read_json(json.dumps(document).encode())), law.encoded())

    return assessment


@pytest.fixture(scope="session")
def computed(assessed: Callable[[Document], Assessment]) -> Callable[[Document], Document]:
    """A function from a claim to its result, both as their JSON says them."""

    def result(document: Document) -> Document:
        found: Document = json.loads(result_json(assessed(document)))
        return found

    return result
