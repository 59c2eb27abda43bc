"""The papers of forfeited property, its trace and next steps from the command line; all synthetic."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.case_line import ORDER, Run, line, opened

FACTS = {
    "petitioners": [
        {
            "victim": "V-1",
            "contributed": False,
            "losses": [
                {
                    "what": "wages of [2022]",
                    "kind": "lost_income",
                    "amount": "600.00",
                    "compensated": "100.00",
                    "documents": ["EX-1"],
                    "directly_caused": True,
                    "by_illegal_act": True,
                }
            ],
        },
        {
            "victim": "V-2",
            "contributed": False,
            "losses": [{"what": "bicycle", "kind": "property", "amount": "80.00"}],
        },
    ]
}


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    """A case with an order, a house under § 1594 of which part was paid out, and cash under § 981."""
    found = opened(line(capsys, monkeypatch, tmp_path))
    order = tmp_path / "order.json"
    order.write_text(json.dumps(ORDER), "utf-8")
    for told in (
        ["order", "EX-1", order, "--on", "2024-03-04"],
        [
            "asset",
            "EX-1",
            "AS-1",
            "--what",
            "house",
            "--statute",
            "18 USC 1594",
            "--on",
            "2023-07-01",
        ],
        [
            "asset",
            "EX-1",
            "AS-2",
            "--what",
            "cash",
            "--statute",
            "18 USC 981",
            "--on",
            "2023-07-01",
        ],
    ):
        assert found(*told)[0] == 0, told
    for number, (asset, stage, fields) in enumerate(
        (
            ("AS-1", "noticed", {}),
            ("AS-2", "noticed", {}),
            ("AS-1", "forfeited", {"how": "criminal", "statute": "18 USC 1594"}),
            ("AS-2", "forfeited", {"how": "civil", "statute": "18 USC 981", "amount": "500.00"}),
            ("AS-1", "liquidated", {"amount": "350.00", "costs": "50.00"}),
        ),
        1,
    ):
        said = {"on": f"2024-0{number}-05", "asset": asset, "stage": stage, **fields}
        _enter(found, tmp_path, said)
    transfer = {"asset": "AS-1", "path": "mandatory", "shares": {"V-1": "180.00", "V-2": "20.00"}}
    path = tmp_path / "transfer.json"
    path.write_text(json.dumps({"on": "2024-07-01", **transfer}), "utf-8")
    assert found("enter", "EX-1", "transfer", path)[0] == 0
    share = ("--share", "V-1=150.00")
    assert found("disburse", "EX-1", *share, "--on", "2024-08-01")[0] == 0
    return found


def _enter(run: Run, folder: Path, document: Mapping[str, str]) -> None:
    path = folder / "step.json"
    path.write_text(json.dumps({"actor": "office", **document}), "utf-8")
    status, _, err = run("enter", "EX-1", "asset_step", path)
    assert status == 0, err


def _facts(folder: Path, facts: object = FACTS) -> Path:
    path = folder / "facts.json"
    path.write_text(json.dumps(facts), "utf-8")
    return path


DAY = ("--as-of", "2024-12-31")


def _document(run: Run, *told: object) -> dict[str, Any]:
    status, out, err = run(*told, *DAY, "--json")
    assert status == 0, err
    found: dict[str, Any] = json.loads(out)
    return found


def test_the_transfer_that_the_law_commands_asks_nothing_of_the_office(run: Run) -> None:
    found = _document(run, "restoration", "EX-1", "AS-1")
    assert (found["path"], found["missing"], found["ready"]) == ("mandatory", [], True)
    # 350.00 - 50.00 - 200.00 sent = 100.00, 3 to 2.
    assert [line["share"] for line in found["schedule"]] == ["60.00", "40.00"]
    status, out, _ = run("restoration", "EX-1", "AS-1", *DAY)
    assert status == 0
    assert "Transfer under 18 U.S.C. § 1594(f) of AS-1, house" in out
    assert "Nothing is missing." in out
    status, _, err = run("restoration", "EX-1", "AS-1", "--states", "losses_verified", *DAY)
    assert (status, err.startswith("remedies: refused: states: the law commands")) == (2, True)


def test_what_the_office_states_and_denies_stands_in_the_request(run: Run) -> None:
    told = ("--states", "losses_verified", "--denies", "losses_direct")
    found = _document(run, "restoration", "EX-1", "AS-2", *told)
    shown = {each["key"]: each["shown"] for each in found["statements"]}
    assert (shown["losses_verified"], shown["losses_direct"]) == ("yes", "no")
    assert "losses_verified" not in found["missing"]
    assert "losses_direct" in found["missing"]
    assert "Not ready: 6 statements missing" in run("restoration", "EX-1", "AS-2", *told, *DAY)[1]
    status, _, err = run("restoration", "EX-1", "AS-2", *told, "--states", "losses_direct", *DAY)
    assert (status, "states: has a statement that --denies has too" in err) == (2, True)
    status, _, err = run("restoration", "EX-1", "AS-2", "--denies", "unheard_of", *DAY)
    assert (status, err.startswith("remedies: refused: denies: must be among ")) == (2, True)
    assert "unheard_of" not in err


def test_petitions_are_weighed_and_the_money_that_is_left_is_divided(
    run: Run, tmp_path: Path
) -> None:
    found = _document(run, "remission", "EX-1", "AS-2", _facts(tmp_path))
    assert [(line["shown"], line["to_show"]) for line in found["lines"]] == [
        ("500.00", "0.00"),
        ("0.00", "80.00"),
    ]
    assert [each["share"] for each in found["petitioners"]] == ["500.00", "0.00"]
    assert [each["had_by_entries"] for each in found["petitioners"]] == ["180.00", "20.00"]
    status, out, _ = run("remission", "EX-1", "AS-2", _facts(tmp_path), *DAY)
    assert status == 0
    assert "wages of [2022] (lost income)" in out
    assert "The entries show money for V-1 $180.00, V-2 $20.00" in out
    assert "remission is not the path" not in out
    house = run("remission", "EX-1", "AS-1", _facts(tmp_path), *DAY)[1]
    assert "remission is not the path" in house


def test_wrong_petitions_are_refused_by_field_and_nothing_of_them_is_repeated(
    run: Run, tmp_path: Path
) -> None:
    wrong = {
        "petitioners": [
            {"victim": "V-1", "losses": [{"what": "x", "kind": "Secret", "amount": "1e3"}]},
            {"victim": "V-9"},
        ]
    }
    status, out, err = run("remission", "EX-1", "AS-2", _facts(tmp_path, wrong), *DAY)
    assert (status, out) == (2, "")
    assert "petitioners[0].losses[0].kind: must be one of property, lost_income" in err
    assert "petitioners[0].losses[0].amount: must be a plain decimal" in err
    assert "Secret" not in err
    unknown = {"petitioners": [{"victim": "V-9"}]}
    err = run("remission", "EX-1", "AS-2", _facts(tmp_path, unknown), *DAY)[2]
    assert err.startswith("remedies: refused: petitioners[0].victim: is no victim of this case")


@pytest.mark.parametrize("paper", ["restoration", "remission"])
def test_a_paper_is_written_as_pdf_page_and_json(run: Run, tmp_path: Path, paper: str) -> None:
    facts = [_facts(tmp_path)] if paper == "remission" else []
    out = tmp_path / "papers"
    status, printed, err = run(paper, "EX-1", "AS-2", *facts, *DAY, "--out", out)
    assert status == 0, err
    assert [Path(name).name for name in printed.split()] == [
        f"{paper}.{ending}" for ending in ("json", "pdf", "html")
    ]
    assert (out / f"{paper}.pdf").read_bytes().startswith(b"%PDF-")
    page = (out / f"{paper}.html").read_text("utf-8")
    assert "EX-1" in page
    assert "<link" not in page
    if paper == "remission":
        assert "As of December 31, 2024" in page
        assert "<bdi>V-1</bdi> $180.00; <bdi>V-2</bdi> $20.00" in page
        assert "Another path." not in page
    assert json.loads((out / f"{paper}.json").read_text("utf-8"))["case"] == "EX-1"


def test_every_dollar_is_followed_and_narrowed_to_one_victim(run: Run) -> None:
    status, out, _ = run("trace", "EX-1", *DAY)
    assert status == 0
    lines = [line.split() for line in out.splitlines() if line.startswith("AS-1")]
    assert lines == [
        ["AS-1", "T-1", "2024-07-01", "O-1", "V-1", "$150.00", "DIS-1", "2024-08-01"],
        ["AS-1", "T-1", "2024-07-01", "O-1", "V-1", "$30.00", "held"],
        ["AS-1", "T-1", "2024-07-01", "O-1", "V-2", "$20.00", "held"],
    ]
    assert "$200.00 came in: $150.00 paid out, $50.00 held." in out
    found = _document(run, "trace", "EX-1", "--victim", "V-2")
    assert [each["obligee"] for each in found["obligees"]] == ["V-2"]
    found = _document(run, "trace", "EX-1", "--disbursement", "DIS-1")
    assert [each["amount"] for each in found["sources"]] == ["150.00"]
    assert "No money" in run("trace", "EX-1", "--asset", "AS-2", *DAY)[1]
    assert run("trace", "EX-1", "--asset", "AS-9", *DAY)[0] == 2


def test_the_next_steps_say_who_must_act_on_which_asset(run: Run) -> None:
    found = _document(run, "next", "EX-1")
    assert [
        (each["asset"], each["left"], [step["act"] for step in each["next"]])
        for each in found["assets"]
    ] == [
        ("AS-1", "100.00", ["transfer the proceeds"]),
        ("AS-2", "500.00", ["request restoration", "petition for remission"]),
    ]
    out = run("next", "EX-1", *DAY)[1]
    assert "Attorney General" in out
    earlier = run("next", "EX-1", "--as-of", "2023-06-30")[1]
    assert earlier == "The case has no asset.\n"
