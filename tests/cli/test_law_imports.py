"""Additions to the law at the command line: shown first, written whole or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from remedies.law import load
from remedies.law.download import MAX_BYTES
from tests.law.test_steps import STEP

Run = Callable[..., tuple[int, str, str]]


def treasury(folder: Path, text: str | bytes) -> str:
    path = folder / "DGS1.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


GOOD = "observation_date,WGS1YR\n2026-08-14,4.00\n2026-08-21,4.02\n"


def test_yields_are_shown_and_not_written_without_write(
    run: Run, tmp_path: Path, snapshot: Callable[[], object]
) -> None:
    before = snapshot()
    status, out, _ = run("import", "treasury", treasury(tmp_path, GOOD))
    assert status == 0
    assert "1 week agree with what is recorded" in out.replace("weeks", "week")
    assert '+  "2026-08-21 4.02 RECORDED-ON official:fred",' in out
    assert "Nothing was written. To write this, add --write and --recorded-on DATE." in out
    assert snapshot() == before


def test_yields_are_written_and_nothing_else_is(
    run: Run, tmp_path: Path, data: Path, snapshot: Callable[[], dict[str, bytes]]
) -> None:
    before = snapshot()
    file = treasury(tmp_path, GOOD)
    recorded = ("--recorded-on", "2026-11-30")
    assert run("import", "treasury", file, *recorded, "--write")[0] == 0
    changed = {name for name, content in snapshot().items() if before.get(name) != content}
    assert changed == {"us/treasury_1yr_weekly.toml"}
    assert "4.02 percent a year" in run("show", "us.treasury_1yr_weekly", "--on", "2026-08-22")[1]
    after = (data / "us" / "treasury_1yr_weekly.toml").read_bytes()
    status, out, _ = run("import", "treasury", file, *recorded, "--write")
    assert status == 0
    assert out.endswith("Nothing to add.\n")
    assert (data / "us" / "treasury_1yr_weekly.toml").read_bytes() == after


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "the file has no rows"),
        (b"\xff\xfe\x00", "line 1: the file is not UTF-8 text"),
        ("<html>", "line 1: the file is a web page"),
        ("observation_date,DGS10\n2026-08-14,4.00\n", "line 1: the file has none of the series"),
        (GOOD + "2026-08-28,NaN\n", "line 4, WGS1YR: 'NaN' is not a yield"),
        (GOOD + "2026-08-28,1e999\n", "line 4, WGS1YR: '1e999' is not a yield"),
        (GOOD + "2026-08-21,4.02\n", "line 4, observation_date: the date 2026-08-21 is there twice"),
        (GOOD + "2026-08-07,4.04\n", "line 4, observation_date: the date 2026-08-07 comes after a later"),
        (GOOD.replace("4.00", "4.01"), "week ending 2026-08-14: recorded 4.00, in the file 4.01"),
        (b"9" * (50 * 2**20), f"larger than {MAX_BYTES:,} bytes"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_and_nothing_is_written(
    run: Run, tmp_path: Path, snapshot: Callable[[], object], content: str | bytes, said: str
) -> None:
    before = snapshot()
    file = treasury(tmp_path, content)
    status, _, err = run("import", "treasury", file, "--recorded-on", "2026-11-30", "--write")
    assert status == 2
    assert said in err
    assert err.startswith("remedies: nothing was written\n")
    assert snapshot() == before


def test_writing_needs_the_day_of_recording(run: Run, tmp_path: Path) -> None:
    status, _, err = run("import", "treasury", treasury(tmp_path, GOOD), "--write")
    assert status == 2
    assert "--recorded-on: is needed with --write" in err


def test_a_file_that_is_not_there_is_one_line_and_status_1(run: Run, data: Path) -> None:
    status, _, err = run("import", "treasury", "no-such.csv")
    assert (status, err) == (1, "remedies: No such file or directory: no-such.csv\n")
    assert run("import", "step", str(data))[0] == 1


def test_a_failed_write_leaves_the_file_and_no_other(
    run: Run, tmp_path: Path, snapshot: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "disk")

    before = snapshot()
    monkeypatch.setattr("os.fsync", full)
    file = treasury(tmp_path, GOOD)
    status, _, err = run("import", "treasury", file, "--recorded-on", "2026-11-30", "--write")
    assert (status, err) == (1, "remedies: No space left on device: disk\n")
    assert snapshot() == before


def test_a_step_is_written_and_answers_from_its_day(run: Run, tmp_path: Path, data: Path) -> None:
    step = tmp_path / "step.toml"
    step.write_text(STEP, "utf-8")
    asked = ("import", "step", str(step), "--known-through", "2027-12-31")
    assert "+value = 17.40   # dollars" in run(*asked)[1]
    assert load(data).item("us-ca.minimum_wage").versions[-1].value != 17.4
    status, out, _ = run(*asked, "--write")
    assert status == 0
    assert "Written" in out
    assert "$17.40" in run("show", "us-ca.minimum_wage", "--on", "2027-01-01")[1]
    assert run(*asked, "--write")[2] == (
        "remedies: nothing was written\n"
        "  us-ca.minimum_wage: a version of the step is already in the file, word for word\n"
    )


def test_a_step_for_no_item_is_refused(run: Run, tmp_path: Path) -> None:
    step = tmp_path / "step.toml"
    step.write_text(STEP.replace("us-ca.min", "us-cb.min"), "utf-8")
    status, _, err = run("import", "step", str(step))
    assert status == 2
    assert "us-cb.minimum_wage: no file states it" in err
