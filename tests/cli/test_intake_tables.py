import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from remedies.cli import main as whole
from tests.intake.files import book, csv, header, row, value

Captured = pytest.CaptureFixture[str]
Run = Callable[..., tuple[int, str, str]]
EXAMPLE = Path(__file__).parents[2] / "examples" / "forced_labor.json"
COLUMNS = ("--columns", "on=Date,start=In,end=Out")


@pytest.fixture
def run(capsys: Captured) -> Run:
    def command(*arguments: object) -> tuple[int, str, str]:
        status = whole(["intake", *map(str, arguments)])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return command


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "the hours.csv"
    path.write_bytes(csv("Date,In,Out,Name", "1/2/2012,7:00,19:00,x", "1/13/2012,7:00,18:30,x"))
    return path


@pytest.fixture
def claim(tmp_path: Path) -> Path:
    document = json.loads(EXAMPLE.read_text("utf-8"))
    document["work"][0]["hours"] = {"per_day": "9"}
    path = tmp_path / "claim.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_without_columns_a_proposal_is_shown_and_nothing_imported(run: Run, sheet: Path) -> None:
    status, out, err = run("timesheet", sheet)
    assert (status, out) == (2, "")
    assert "A  Date  on" in err
    assert "D  Name  (not read)" in err
    assert "row 2: on 2012-01-02, start 07:00, end 19:00" in err
    command = shlex.split(err.rstrip().splitlines()[-1])
    assert command[:3] == ["remedies", "intake", "timesheet"]
    again, out, err = run(*command[2:])
    assert (again, err.startswith("Look at:")) == (0, True)
    assert len(json.loads(out)["hours"]["records"]) == 2


def test_what_must_be_said_stands_in_the_command(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "paid.csv"
    path.write_bytes(csv("Fecha;Monto", '2/1/2012;"1.200,00"'))
    err = run("payments", path)[2]
    assert err.rstrip().endswith(
        "--columns on=Fecha,amount=Monto and --dates mdy, or --dates dmy and --numbers point, or "
        "--numbers comma"
    )
    assert "Say first:" in err
    status, out, _ = run(
        "payments",
        path,
        "--columns",
        "on=Fecha,amount=Monto",
        "--dates",
        "dmy",
        "--numbers",
        "comma",
    )
    assert (status, json.loads(out)) == (
        0,
        {"paid": {"records": [{"on": "2012-01-02", "amount": "1200.00"}]}},
    )


def test_a_proposal_is_json_for_programs(run: Run, sheet: Path) -> None:
    status, out, err = run("timesheet", sheet, "--json")
    found = json.loads(out)
    assert (status, err, found["confirmed"]) == (2, "", False)
    assert found["reading"]["columns"] == "on=Date,start=In,end=Out"
    assert found["reading"]["dates"] == "mdy"
    assert [c["field"] for c in found["columns"]] == ["on", "start", "end", None]


def test_records_go_into_a_claim(run: Run, sheet: Path, claim: Path) -> None:
    status, out, _ = run("timesheet", sheet, *COLUMNS, "--dates", "mdy", "--into", claim)
    document = json.loads(out)
    assert status == 0
    assert [r["on"] for r in document["work"][0]["hours"]["records"]] == [
        "2012-01-02",
        "2012-01-13",
    ]
    before = json.loads(claim.read_text("utf-8"))
    assert {**document, "work": []} == {**before, "work": []}


def test_dates_outside_the_claims_period_are_named_by_row(
    run: Run, tmp_path: Path, claim: Path
) -> None:
    path = tmp_path / "late.csv"
    path.write_bytes(csv("Date,In,Out", "2019-01-02,7:00,19:00"))
    status, out, err = run("timesheet", path, *COLUMNS, "--into", claim)
    assert (status, out) == (2, "")
    assert "row 2, column Date: must lie inside the period of work" in err
    assert run("timesheet", path, *COLUMNS, "--into", claim, "--work", "7")[0] == 2


def test_problems_are_a_problem_document_for_programs(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hours.xlsx"
    path.write_bytes(
        book(header("Date", "Hours") + row(2, value("A2", "40910", 1), "<c r='B2'><f>1</f></c>"))
    )
    status, out, err = run("timesheet", path, "--columns", "on=Date,hours=Hours", "--json")
    assert (status, out) == (2, "")
    assert [(e["field"], e["code"]) for e in json.loads(err)["errors"]] == [
        ("row 2, column Hours", "formula")
    ]
    assert (
        "row 2, column Hours: a formula; paste its value"
        in run("timesheet", path, "--columns", "on=Date,hours=Hours")[2]
    )


def test_an_export_is_imported_again_as_it_was(
    run: Run, sheet: Path, claim: Path, tmp_path: Path
) -> None:
    filled, exported = tmp_path / "filled.json", tmp_path / "exported.csv"
    filled.write_text(
        run("timesheet", sheet, *COLUMNS, "--dates", "mdy", "--into", claim)[1], "utf-8"
    )
    exported.write_text(run("export-timesheet", filled)[1], "utf-8", newline="")
    out = run("timesheet", exported, "--columns", "on=on,start=start,end=end", "--into", claim)[1]
    assert json.loads(out) == json.loads(filled.read_text("utf-8"))


def test_a_claim_without_records_has_none_to_export(run: Run, claim: Path) -> None:
    status, out, err = run("export-payments", claim)
    assert (status, out) == (2, "")
    assert json.loads(err)["errors"][0]["field"] == "work[0].paid.records"
