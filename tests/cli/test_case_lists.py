"""Many at once from the command line: lists of entries, days across cases; every person is synthetic."""

import json
from pathlib import Path
from typing import Any

import pytest

from remedies.casework.loading import MOST_AT_ONCE
from tests.cli.case_line import ORDER, Run, line, opened

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    return opened(line(capsys, monkeypatch, tmp_path))


def listed(folder: Path, *entries: dict[str, Any]) -> Path:
    path = folder / "entries.json"
    path.write_text(json.dumps({"entries": entries}), "utf-8")
    return path


def victim(number: int) -> dict[str, Any]:
    return {"kind": "victim", "on": "2023-07-01", "reference": f"V-{number}"}


def entries(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("journal", "EX-1", "--json")[1])["entries"]
    return found


def test_sixty_victims_are_entered_by_one_command(run: Run, tmp_path: Path) -> None:
    path = listed(tmp_path, *(victim(number) for number in range(3, 63)))
    status, out, _ = run("enter", "EX-1", path)
    assert status == 0
    assert len(out.splitlines()) == 60
    assert out.splitlines()[-1].startswith("Entry 65, July 1, 2023: ")
    assert len(entries(run)) == 65


def test_of_a_list_nothing_is_entered_where_one_entry_is_wrong(run: Run, tmp_path: Path) -> None:
    before = entries(run)
    wrong = {"kind": "payment", "on": "2024-04-01", "obligor": "D-9", "amount": "1.00"}
    status, out, err = run("enter", "EX-1", listed(tmp_path, victim(3), wrong))
    assert (status, out) == (2, "")
    assert "entries[1].method: " in err
    assert run("enter", "EX-1", listed(tmp_path, victim(3), victim(1)))[2].startswith(
        "remedies: nothing was entered: entries[1].reference: "
    )
    assert entries(run) == before


def test_what_is_of_one_entry_does_not_belong_to_a_list(run: Run, tmp_path: Path) -> None:
    path = listed(tmp_path, victim(3))
    for option in (("--on", "2023-07-01"), ("--corrects", 2), ("--expected", 2)):
        status, _, err = run("enter", "EX-1", path, *option)
        assert (status, f"refused: {option[0].removeprefix('--')}: " in err) == (2, True)
    assert run("enter", "EX-1", listed(tmp_path))[0] == 2
    assert run("enter", "EX-1", listed(tmp_path, *[victim(3)] * (MOST_AT_ONCE + 1)))[0] == 2
    document = json.loads(run("enter", "EX-1", listed(tmp_path, victim(3)), "--json")[1])
    assert [entry["reference"] for entry in document["entries"]] == ["V-3"]


def test_a_list_names_files_of_its_own_folder_only(run: Run, tmp_path: Path) -> None:
    claim = {"kind": "assessment", "on": "2024-02-01", "reference": "A-1"}
    content = (EXAMPLES / "forced_labor.json").read_text("utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "claim.json").write_text(content, "utf-8")
    for name in ("../claim.json", str(tmp_path / "claim.json"), "nothing.json", "-", ""):
        status, _, err = run("enter", "EX-1", listed(inner, {**claim, "file": name}))
        assert status == 2
        assert "file" in err
        assert str(tmp_path) not in err
    assert run("enter", "EX-1", listed(tmp_path, {**claim, "file": "claim.json"}))[0] == 0
    assert entries(run)[-1]["total"] == "499525.00"


def test_days_come_from_all_cases_with_how_they_stand(run: Run, tmp_path: Path) -> None:
    order = tmp_path / "order.json"
    order.write_text(json.dumps(ORDER), "utf-8")
    run("order", "EX-1", order, "--on", "2024-03-04")
    run("open", "EX-2", "--on", "2024-01-10")
    run("deadline", "EX-2", "2024-03-20", "file the accounting", "--on", "2024-01-10")
    run("deadline", "EX-1", "2024-02-01", "answer the motion", "--on", "2024-01-10")
    day = ("--as-of", "2024-03-10")
    status, out, _ = run("deadlines", "--all", *day)
    assert status == 0
    rows = [row for row in out.splitlines() if row.strip().startswith("EX-")]
    assert any("2024-02-01" in row and "passed 38 days ago" in row for row in rows)
    assert any("2024-03-20" in row and "in 10 days" in row for row in rows)
    found = json.loads(run("deadlines", "--all", *day, "--json")[1])
    assert (found["as_of"], found["within"]) == ("2024-03-10", 30)
    assert {(row["case"], row["status"]) for row in found["deadlines"]} >= {
        ("EX-1", "passed"),
        ("EX-2", "soon"),
    }
    far = json.loads(run("deadlines", "--all", "--within", "3660", *day, "--json")[1])
    assert len(far["deadlines"]) >= len(found["deadlines"])
    one = run("deadlines", "EX-2", *day)[1]
    assert "in 10 days" in one


@pytest.mark.parametrize(
    "asked",
    [
        (),
        ("EX-1", "--all"),
        ("--all", "--victim", "V-1"),
        ("EX-1", "--within", "5"),
        ("--all", "--within", "-1"),
    ],
)
def test_days_are_asked_of_one_case_or_of_all(run: Run, asked: tuple[str, ...]) -> None:
    status, out, err = run("deadlines", *asked)
    assert (status, out) == (2, "")
    assert err.startswith("remedies: refused: ")


@pytest.mark.parametrize("command", ["show", "statement", "next", "trace", "deadlines"])
def test_a_day_before_the_case_was_opened_is_refused(run: Run, command: str) -> None:
    status, out, err = run(command, "EX-1", "--as-of", "0001-01-01")
    assert (status, out) == (2, "")
    assert "the case was not open then" in err


def test_a_ledgers_own_words_are_explained_by_ways(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "clerk.csv"
    path.write_text("Date,Type,Amount\n2024-04-01,Bond of Sam Doe,5.00\n", "utf-8")
    status, _, err = run("reconcile", "EX-1", path)
    assert status == 2
    assert "--ways 'WORD=received,WORD=paid_out'" in err
    columns = ("--columns", "on=Date,direction=Type,amount=Amount")
    status, _, err = run("reconcile", "EX-1", path, *columns)
    assert (status, "row 2, column Type: " in err, "Sam" in err) == (2, True, False)
    status, out, err = run(
        "reconcile", "EX-1", path, *columns, "--ways", "Bond of Sam Doe=received"
    )
    assert status == 1
    assert "Only in theirs" in out
    assert "words explained by ways as received (1)" in err
    assert "sam" not in (out + err).casefold()


def test_a_declared_holiday_is_a_day_and_who_declared_it(run: Run) -> None:
    run(
        "amend",
        "EX-1",
        "--on",
        "2024-12-31",
        "--declared",
        "2025-01-09",
        "--declared",
        "2025-02-14:state",
    )
    assert entries(run)[-1]["declared"] == [
        {"on": "2025-01-09", "by": "united_states"},
        {"on": "2025-02-14", "by": "state"},
    ]
    status, _, err = run("amend", "EX-1", "--on", "2024-12-31", "--declared", "2025-01-09:county")
    assert (status, "declared[0].by" in err) == (2, True)


def test_a_payment_after_the_liability_ended_warns(run: Run, tmp_path: Path) -> None:
    order = tmp_path / "order.json"
    liability = {**ORDER["liabilities"][0], "judgment_on": "2001-03-05"}  # type: ignore[dict-item]
    order.write_text(json.dumps({**ORDER, "liabilities": [liability]}), "utf-8")
    run("order", "EX-1", order, "--on", "2001-03-05")
    run("defendant", "EX-1", "D-1", "--on", "2023-07-01", "--released-on", "2002-01-10")
    paid = ("pay", "EX-1", "D-1", "5.00", "--method", "cash")
    assert run(*paid, "--on", "2021-05-03")[2] == ""
    status, out, err = run(*paid, "--on", "2024-05-01")
    assert (status, "PAY-2" in out) == (0, True)
    assert err.startswith("remedies: The liability of D-1 ended on 2022-01-10")
