"""The law at the command line: what people and programs are told."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from remedies.cli import main
from tests.law.test_steps import STEP

Captured = pytest.CaptureFixture[str]
Run = Callable[..., tuple[int, str, str]]


def test_the_list_names_every_item_by_family(run: Run) -> None:
    status, out, err = run("list")
    assert (status, err) == (0, "")
    assert "State minimum wage (state_minimum_wage): 1 item" in out
    assert "us-ca.minimum_wage" in out
    assert "nothing encoded" in out
    assert out.endswith("4 items in all\n")


@pytest.mark.parametrize(
    ("option", "name", "keys"),
    [
        ("--family", "civil", ["us-ak.civil_action", "us-ca.civil_action"]),
        ("--jurisdiction", "us-ca", ["us-ca.civil_action", "us-ca.minimum_wage"]),
    ],
)
def test_the_list_can_be_of_one_family_or_jurisdiction(
    run: Run, option: str, name: str, keys: list[str]
) -> None:
    _, out, _ = run("list", option, name, "--json")
    assert [row["key"] for row in json.loads(out)["items"]] == keys


def test_an_unknown_name_is_told_the_near_ones(run: Run) -> None:
    assert run("list", "--jurisdiction", "us-cal")[::2] == (
        2,
        "remedies: jurisdiction 'us-cal': there is none\n  did you mean us-ca or us-ak or us?\n",
    )
    assert "did you mean us-ca.minimum_wage" in run("show", "us-ca.minimun_wage")[2]
    assert "what there is: us-ak.civil_action" in run("show", "zzzz")[2]
    assert "did you mean general?" in run(
        "show", "us-ca.minimum_wage", "--on", "2026-05-01", "--tier", "genral"
    )[2]  # fmt: skip


def test_an_item_is_shown_without_a_day_and_answers_none(run: Run) -> None:
    status, out, _ = run("show", "us-ca.minimum_wage")
    assert status == 0
    for words in (
        "California minimum wage",
        "USD/hour",
        "small employers",
        "$16.90",
        "2026-07-01",
    ):
        assert words in out
    document = json.loads(run("show", "us-ca.minimum_wage", "--json")[1])
    assert document["confirmed_on"] == "2026-07-01"
    assert "value" not in document


def test_an_answer_has_its_value_grounds_and_versions(run: Run) -> None:
    status, out, _ = run("show", "us-ca.minimum_wage", "--on", "2026-05-01", "--tier", "general")
    assert status == 0
    for words in (
        "$16.90 an hour",
        "in force from  2026-01-01",
        "Cal. Lab. Code § 1182.12",
        "rests on one publication",
        "The state’s list <https://a.example>",
        "→  2026-01-01",
        "applies: in force from 2026-01-01",
    ):
        assert words in out
    assert max(map(len, out.splitlines())) <= 100
    assert not any(line.endswith(" ") for line in out.splitlines())


def test_terms_are_named_in_words(run: Run) -> None:
    _, out, _ = run("show", "us-ca.civil_action", "--on", "2026-05-01")
    assert "who may sue" in out
    assert "read in force on" in out
    assert "jury" in out
    assert "yes" in out


def test_an_answer_for_programs_is_that_of_the_http_api(run: Run) -> None:
    _, out, _ = run("show", "us-ca.minimum_wage", "--on", "2026-05-01", "--json")
    document = json.loads(out)
    assert document["value"] == "16.90"
    assert document["considered"][0]["applies"]
    assert document["sources"]["state"]["cites"] == "The state’s list"


def test_an_item_that_needs_a_tier_lists_the_tiers(run: Run, data: Path) -> None:
    path = data / "us-ca" / "minimum_wage.toml"
    path.write_text(path.read_text("utf-8").replace("general", "large"), "utf-8")
    status, out, err = run("show", "us-ca.minimum_wage", "--on", "2026-05-01")
    assert (status, out) == (2, "")
    assert "large  everybody" in err
    assert "small  small employers" in err


def test_a_day_without_law_says_what_is_missing_and_how_to_add_it(run: Run) -> None:
    status, out, err = run("show", "us-ca.minimum_wage", "--on", "2020-05-01")
    assert (status, out) == (2, "")
    assert "us-ca.minimum_wage on 2020-05-01: the first version took effect on 2026-01-01" in err
    assert "write a version in remedies/law/data/us-ca/minimum_wage.toml" in err
    problem = json.loads(run("show", "us-ca.minimum_wage", "--on", "2020-05-01", "--json")[2])
    assert problem["type"] == "/problems/law-not-encoded"
    assert problem["how"].startswith("write a version")


def test_what_is_missing_is_said(run: Run) -> None:
    assert "None was found." in run("show", "us-ak.civil_action")[1]
    assert "None was found." in run("history", "us-ak.civil_action")[1]
    assert "None was found." in run("show", "us-ak.civil_action", "--on", "2026-05-01")[2]


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "20260101", "2026-W01-1", ""])
@pytest.mark.parametrize("option", ["--on", "--as-recorded-on"])
def test_a_bad_day_is_named_with_its_option(
    run: Run, capsys: Captured, option: str, day: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run("show", "us-ca.minimum_wage", option, day)
    assert stopped.value.code == 2
    assert f"argument {option}: '{day}' is not a day" in capsys.readouterr().err


def test_the_history_has_every_version_and_its_correction(run: Run, data: Path) -> None:
    step = data.parent / "step.toml"
    step.write_text(STEP.replace("2027-01-01", "2026-01-01"), "utf-8")
    assert run("import", "step", str(step), "--correct", "--write")[0] == 0
    _, out, _ = run("history", "us-ca.minimum_wage")
    assert "2 versions" in out
    assert "corrected" in out
    assert "$16.90" in out
    assert "$17.40" in out
    assert "→  2026-01-01  $17.40" in run("show", "us-ca.minimum_wage", "--on", "2026-05-01")[1]
    early = ("us-ca.minimum_wage", "--as-recorded-on", "2026-11-30")
    assert "$16.90" in run("show", *early, "--on", "2026-05-01")[1]
    assert len(json.loads(run("history", *early, "--json")[1])["versions"]) == 1


def test_before_the_first_record_nothing_is_known(run: Run) -> None:
    asked = ("us-ca.minimum_wage", "--as-recorded-on", "2020-01-01")
    assert "none had been recorded by then" in run("show", *asked)[1]
    assert "none had been recorded by then" in run("history", *asked)[1]
    assert "nothing had been recorded by then" in run("show", *asked, "--on", "2026-05-01")[2]


def test_only_the_neighbors_are_shown_unless_all_are_asked_for(run: Run, data: Path) -> None:
    path = data / "us-ca" / "minimum_wage.toml"
    more = "".join(
        f'[[versions]]\neffective_on = {year}-01-01\nvalue = {year - 2000}\ntiers = ["general"]\n'
        for year in range(2010, 2020)
    )
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    asked = ("show", "us-ca.minimum_wage", "--on", "2015-05-01")
    near, whole = run(*asked)[1], run(*asked, "--all")[1]
    assert "6 versions more: --all" in near
    assert near.count("an hour") == 1 + 5
    assert whole.count("an hour") == 1 + 11


def test_check_says_what_is_stale_and_ends_with_status_1(run: Run) -> None:
    status, out, _ = run("check", "--as-of", "2027-08-01")
    assert status == 1
    assert "As of 2027-08-01: 3 items to look up" in out
    assert "remedies law import treasury" in out
    document = json.loads(run("check", "--as-of", "2027-08-01", "--json")[1])
    assert {entry["kind"] for entry in document["stale"]} == {"ended", "unconfirmed"}


def test_check_of_a_current_law_ends_with_status_0(run: Run) -> None:
    assert run("check", "--as-of", "2026-08-20") == (0, "Nothing is stale as of 2026-08-20.\n", "")


def test_a_folder_without_law_files_is_never_current(capsys: Captured, tmp_path: Path) -> None:
    for command in (["check", "--as-of", "2026-08-20"], ["list"], ["show", "us.minimum_wage"]):
        assert main(["law", *command, "--data", str(tmp_path / "typo")]) == 2
        assert "there are no law files under it" in capsys.readouterr().err


def test_check_needs_a_day(run: Run, capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        run("check")
    assert "--as-of" in capsys.readouterr().err


def test_a_pipe_gets_plain_text_without_control_signs() -> None:
    command = (sys.executable, "-m", "remedies.cli", "law", "show", "us.minimum_wage")
    done = subprocess.run((*command, "--on", "2012-05-01"), capture_output=True, check=True)
    text = done.stdout.decode()
    assert "$7.25 an hour" in text
    assert "\x1b" not in text


def test_the_answer_in_the_documentation_is_what_is_printed(capsys: Captured) -> None:
    page = (Path(__file__).parents[2] / "docs" / "law-commands.md").read_text("utf-8")
    command = "remedies law show us.minimum_wage --on 2012-05-01"
    shown = page.split(f"$ {command}\n", 1)[1].split("```", 1)[0]
    assert main(command.split()[1:]) == 0
    assert capsys.readouterr().out == shown


def test_a_claim_is_computed_with_the_law_as_recorded_on_a_day(capsys: Captured) -> None:
    claim = str(Path(__file__).parents[2] / "examples" / "forced_labor.json")
    assert main(["compute", claim, "--law-as-recorded-on", "2026-11-21"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == "499525.00"
    assert main(["compute", claim, "--law-as-recorded-on", "2000-01-01"]) == 2
    assert json.loads(capsys.readouterr().err)["errors"]
