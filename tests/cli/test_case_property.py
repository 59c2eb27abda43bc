"""The papers of forfeited property, its trace and next steps from the command line; all synthetic."""

import json
from collections.abc import Mapping
from pathlib import Path

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
        ["asset", "EX-1", "AS-1", "--what", "house", "--statute", "18 USC 1594", "--on", "2023-07-01"],
        ["asset", "EX-1", "AS-2", "--what", "cash", "--statute", "18 USC 981", "--on", "2023-07-01"],
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
        _enter(found, tmp_path, "asset_step", f"2024-0{number}-05", asset, stage, fields)
    transfer = {"asset": "AS-1", "path": "mandatory", "shares": {"V-1": "180.00", "V-2": "20.00"}}
    path = tmp_path / "transfer.json"
    path.write_text(json.dumps({"on": "2024-07-01", **transfer}), "utf-8")
    assert found("enter", "EX-1", "transfer", path)[0] == 0
    share = ("--share", "V-1=150.00")
    assert found("disburse", "EX-1", *share, "--on", "2024-08-01")[0] == 0
    return found


def _enter(  # noqa: PLR0913 - a step has that many parts
    run: Run, folder: Path, kind: str, on: str, asset: str, stage: str, fields: Mapping[str, str]
) -> None:
    path = folder / "step.json"
    document = {"on": on, "asset": asset, "stage": stage, "actor": "office", **fields}
    path.write_text(json.dumps(document), "utf-8")
    status, _, err = run("enter", "EX-1", kind, path)
    assert status == 0, err


def _facts(folder: Path, facts: object = FACTS) -> Path:
    path = folder / "facts.json"
    path.write_text(json.dumps(facts), "utf-8")
    return path


DAY = ("--as-of", "2024-12-31")
def test_look(run: Run, tmp_path: Path) -> None:
    for c in (["restoration","EX-1","AS-1"],["restoration","EX-1","AS-2","--states","losses_verified","--denies","losses_direct"],["remission","EX-1","AS-2",_facts(tmp_path)],["remission","EX-1","AS-1",_facts(tmp_path)],["trace","EX-1"],["trace","EX-1","--victim","V-2"],["next","EX-1"]):
        st,out,err=run(*c,*DAY)
        open("/tmp/c2_look.txt","a").write(f"$ {c} {st}\n{out}\n{err}\n")
