"""The same claim gives the same bytes, whatever the process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from hypothesis import given, settings

from remedies import law
from remedies.calculators.assessment import Assessment, assess
from remedies.wire import read_claim, read_json, result_json
from tests.properties.claims import Document, made, whole

PROGRAM = """
import sys
from remedies import law
from remedies.calculators.assessment import assess
from remedies.wire import read_claim, read_json, result_json
for line in sys.stdin.buffer:
    sys.stdout.write(result_json(assess(read_claim(read_json(line)), law.encoded())))
"""
ROOT = Path(__file__).parents[2]


def test_another_hash_seed_gives_the_same_bytes() -> None:
    documents = [json.dumps(whole(Random(seed))) for seed in range(40)]  # noqa: S311
    found = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input="\n".join(documents).encode(),
            capture_output=True,
            check=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(found) == 1
    assert len(found.pop().splitlines()) > 40


@settings(max_examples=40)
@given(made(whole))
def test_a_fresh_reading_of_the_law_gives_the_same_bytes(
    assessed: Callable[[Document], Assessment], document: Document
) -> None:
    content = json.dumps(document).encode()
    anew = assess(read_claim(read_json(content)), law.load(law.library.ROOT))
    assert result_json(anew) == result_json(assessed(document))


@settings(max_examples=40)
@given(made(whole))
def test_the_order_of_fields_and_spaces_changes_nothing(document: Document) -> None:
    backwards = dict(reversed(document.items()))
    texts = (json.dumps(document).encode(), json.dumps(backwards, indent=3).encode())
    one, other = (
        result_json(assess(read_claim(read_json(text)), law.encoded())) for text in texts
    )
    assert one == other
