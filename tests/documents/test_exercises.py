"""The training handouts: every amount of an exercise is what the program computes from its example."""

import datetime as dt
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from remedies import law
from remedies.casework.exercises import worked_examples
from remedies.documents.guides import guide_html, guide_pdf, guide_word
from remedies.documents.guides.exercises import HANDOUTS, Worked, handout
from remedies.documents.texts import text
from remedies.documents.texts.text import lines
from remedies.errors import UnreadableError

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def worked() -> Mapping[str, Worked]:
    return worked_examples(EXAMPLES)


def page(name: str, worked: Mapping[str, Worked]) -> str:
    return guide_html(handout(name, law.encoded(), AS_OF, worked))


@pytest.mark.parametrize("name", HANDOUTS)
def test_a_handout_leaves_no_value_and_no_table_out(
    name: str, worked: Mapping[str, Worked]
) -> None:
    written = page(name, worked)
    assert not re.search(r"\{[a-z]", written)
    assert "<p></p>" not in written


def test_every_value_of_an_example_is_used_by_a_handout(worked: Mapping[str, Worked]) -> None:
    given = handout(HANDOUTS[0], law.encoded(), AS_OF, worked).values.given
    used = {
        name
        for kind in HANDOUTS
        for section in text(kind, "en").sections
        for line in lines(section.blocks)
        for name in line.values()
        if name.startswith("exercise.")
    }
    assert used == set(given)


def test_answers_are_those_of_the_pages_of_the_examples(worked: Mapping[str, Worked]) -> None:
    imposition = page("training-imposition", worked)
    assert "$499,525.00" in imposition
    assert "$249,762.50" in imposition
    collection = page("training-collection", worked)
    assert "$15,965.44" in collection
    transfer = page("training-transfer", worked)
    for amount in ("$28,000.00", "$3,000.00", "$20,000.00", "$12,000.00"):
        assert amount in transfer


def test_a_file_with_another_fact_gives_another_answer(
    tmp_path: Path, worked: Mapping[str, Worked]
) -> None:
    shutil.copytree(EXAMPLES, tmp_path, dirs_exist_ok=True)
    changed = tmp_path / "rate_change.json"
    changed.write_text(changed.read_text("utf-8").replace('"60"', '"50"'), "utf-8")
    other = page("training-imposition", worked_examples(tmp_path))
    assert other != page("training-imposition", worked)


def test_without_the_examples_it_is_said_and_no_path_is(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="they are not there") as refused:
        worked_examples(tmp_path)
    assert str(tmp_path) not in str(refused.value)


def test_every_handout_is_accessible_and_opens_as_word(
    verapdf: Callable[..., dict[tuple[Path, str], str]],
    tmp_path: Path,
    worked: Mapping[str, Worked],
) -> None:
    paths = []
    for name in HANDOUTS:
        found = handout(name, law.encoded(), AS_OF, worked)
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(guide_pdf(found))
        assert guide_word(found).startswith(b"PK")
    judged = verapdf(*paths)
    assert {key: verdict for key, verdict in judged.items() if verdict != "pass"} == {}
