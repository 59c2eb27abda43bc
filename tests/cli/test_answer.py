"""The command `remedies answer`: shown, confirmed, compared, written."""

import argparse
import json
from pathlib import Path

import pytest

from remedies.cli import answer
from remedies.cli.terminal import REFUSED, report
from remedies.errors import RemediesError

EXAMPLES = Path(__file__).parents[2] / "examples"
CLAIM = str(EXAMPLES / "rate_change.json")
THEIRS = str(EXAMPLES / "opposing_schedule.csv")
CONFIRMED = ["--columns", "workweek=Week of,hours=Hrs,rate=Rate,due=Due,paid=Paid"]
Captured = pytest.CaptureFixture[str]


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    answer.add(parser.add_subparsers())
    options = parser.parse_args(["answer", *arguments])
    try:
        status: int = options.run(options)
    except RemediesError as error:
        report(error, as_json=True)
        return REFUSED
    return status


def test_nothing_is_compared_before_the_columns_are_confirmed(capsys: Captured) -> None:
    assert run(CLAIM, THEIRS) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "hours            is column Hrs" in printed.err
    assert "row 2: workweek of 2008-07-06, hours 48.00, rate 5.15, due 247.20" in printed.err
    assert "'workweek=Week of,hours=Hrs,rate=Rate,due=Due,paid=Paid' --dates mdy" in printed.err


def test_a_page_says_what_differs_and_why(capsys: Captured) -> None:
    assert run(CLAIM, THEIRS, *CONFIRMED) == 0
    page = capsys.readouterr().out
    assert (
        "4 workweeks in both that differ, 1 workweek only in ours, 1 workweek only in theirs"
        in page
    )
    assert "An older minimum wage" in page
    assert "Ex. 1 at" in page
    assert "adds up" in page
    assert "does not add up" not in page


def test_json_is_for_programs(capsys: Captured) -> None:
    assert run(CLAIM, THEIRS, *CONFIRMED, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["workweeks"] == {
        "ours": 5,
        "theirs": 5,
        "agreeing": 0,
        "differing": 4,
        "only_ours": 1,
        "only_theirs": 1,
    }
    first = document["differences"][0]
    assert first["due"] == {"theirs": "247.20", "ours": "420.00", "difference": "172.80"}
    assert [cause["cause"] for cause in first["causes"]] == [
        "hours_differ",
        "older_minimum_wage",
        "overtime_premium_left_out",
    ]


def test_our_export_compared_with_our_claim_differs_nowhere(
    capsys: Captured, tmp_path: Path
) -> None:
    assert run("--export", CLAIM) == 0
    path = tmp_path / "ours.csv"
    path.write_bytes(capsys.readouterr().out.encode())
    assert run(CLAIM, str(path)) == 0
    assert "The schedules differ nowhere: 5 workweeks agree." in capsys.readouterr().out


def test_the_files_are_written_the_same_every_time(capsys: Captured, tmp_path: Path) -> None:
    names = ["answer.html", "answer.json", "answer.pdf", "answer.xlsx"]
    names.append("response-to-objections.docx")
    for folder in ("first", "second"):
        assert run(CLAIM, THEIRS, *CONFIRMED, "--out", str(tmp_path / folder)) == 0
    capsys.readouterr()
    written = sorted(path.name for path in (tmp_path / "first").iterdir())
    assert written == names
    for name in names:
        first, second = ((tmp_path / folder / name).read_bytes() for folder in ("first", "second"))
        assert first == second
    page = (tmp_path / "first" / "answer.html").read_text()
    assert "<link" not in page
    assert "http" not in page


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([CLAIM], "required"),
        ([CLAIM, CLAIM, *CONFIRMED], None),
        ([CLAIM, THEIRS, "--columns", "workweek=Week of,due=Nothing"], "unknown_column"),
    ],
)
def test_what_cannot_be_used_is_a_problem_and_exit_status_2(
    capsys: Captured, arguments: list[str], code: str | None
) -> None:
    assert run(*arguments) == 2
    problem = json.loads(capsys.readouterr().err)
    assert code is None or problem["errors"][0]["code"] == code
