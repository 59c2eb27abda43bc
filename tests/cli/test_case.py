"""A case kept from the command line; every person in it is synthetic."""

import json
import stat
from pathlib import Path

import pytest

from remedies.cli.case_verb_list import VERBS
from remedies.ledger.entries import KINDS
from tests.cli.case_line import ORDER, Run, line, opened

EXAMPLE = Path(__file__).parents[2] / "examples" / "forced_labor.json"


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    return opened(line(capsys, monkeypatch, tmp_path))


@pytest.fixture
def ordered(run: Run, tmp_path: Path) -> Run:
    path = tmp_path / "order.json"
    path.write_text(json.dumps(ORDER), "utf-8")
    assert run("order", "EX-1", path, "--on", "2024-03-04")[0] == 0
    return run


def pay(run: Run, amount: str, on: str, *more: str) -> tuple[int, str, str]:
    return run("pay", "EX-1", "D-1", amount, "--method", "electronic", "--on", on, *more)


def test_without_an_organization_the_command_that_makes_one_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run = line(capsys, monkeypatch, tmp_path)
    status, out, err = run("list")
    assert (status, out) == (2, "")
    assert "remedies case organization create NAME" in err


def test_a_mistyped_database_is_said_and_not_made(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run = line(capsys, monkeypatch, tmp_path)
    address = f"sqlite:///{tmp_path}/no/such/folder/cases.db"
    story = Path(__file__).parents[2] / "examples" / "case" / "story.json"
    for asked in (("list",), ("show", "EX-1"), ("load", story), ("token", "create", "auditor")):
        status, out, err = run(*asked, "--database", address)
        assert (status, out) == (2, "")
        assert "there is no database at that address" in err
        assert str(tmp_path) not in err
    assert not (tmp_path / "no").exists()
    assert run("organization", "create", "Example office", "--database", address)[0] == 0
    assert run("list", "--database", address)[0] == 0


def test_of_several_organizations_one_must_be_named_and_sees_only_its_own(run: Run) -> None:
    run("organization", "create", "Other office")
    status, _, err = run("list")
    assert status == 2
    assert "Example office, Other office" in err
    assert "EX-1" in run("list", "--organization", "Example office")[1]
    assert "EX-1" not in run("list", "--organization", "Other office")[1]
    assert run("show", "EX-1", "--organization", "Other office")[0] == 2


def test_a_payment_is_applied_and_printed_part_by_part(ordered: Run) -> None:
    status, out, _ = pay(ordered, "200.00", "2024-04-01", "--receipt", "C-1")
    assert status == 0
    assert out.splitlines() == [
        "Entry 7, April 1, 2024: Payment PAY-1.",
        "  V-1                   $60.00",
        "  V-2                   $40.00",
        "  special assessment   $100.00",
    ]
    document = json.loads(pay(ordered, "10.00", "2024-04-02", "--json")[1])
    assert document["applied"]["principal"] == {"V-1": "6.00", "V-2": "4.00"}
    assert (document["reference"], document["seq"], document["actor"]) == ("PAY-2", 8, "operator")


def test_what_is_held_goes_out_once(ordered: Run) -> None:
    pay(ordered, "200.00", "2024-04-01")
    status, out, _ = ordered("disburse", "EX-1", "--on", "2024-04-15")
    assert status == 0
    assert "V-2                   $40.00" in out
    status, out, err = ordered("disburse", "EX-1", "--on", "2024-04-15")
    assert (status, out) == (2, "")
    assert err.startswith("remedies: nothing was entered: shares: ")


def test_shares_are_given_by_reference_and_wrong_ones_are_named(ordered: Run) -> None:
    pay(ordered, "200.00", "2024-04-01")
    day = ("--on", "2024-04-15")
    assert ordered("disburse", "EX-1", "--share", "V-1=20.00", *day)[0] == 0
    assert ordered("disburse", "EX-1", "--share", "V-1", *day)[2] == (
        "remedies: refused: shares: write each as REF=DOLLARS, such as V-1=100.00\n"
    )
    err = json.loads(ordered("disburse", "EX-1", "--share", "V-1=1e3", *day, "--json")[2])
    assert [(e["field"], e["code"]) for e in err["errors"]] == [
        ("shares.V-1", "not_a_plain_decimal")
    ]


def test_a_refusal_gives_every_reason_and_enters_nothing(ordered: Run) -> None:
    status, out, err = ordered(
        "pay", "EX-1", "D-9", "5.001", "--method", "cash", "--on", "2024-04-01"
    )
    assert (status, out) == (2, "")
    assert err.startswith("remedies: refused: amount: must be a plain decimal")
    status, _, err = ordered(
        "pay", "EX-1", "D-9", "5.00", "--method", "cash", "--on", "2024-04-01", "--json"
    )
    assert status == 2
    assert [e["code"] for e in json.loads(err)["errors"]] == ["unknown_defendant"]
    journal = json.loads(ordered("journal", "EX-1", "--json")[1])
    assert [entry["kind"] for entry in journal["entries"]][-1] == "order"


def test_a_correction_names_the_entry_that_it_replaces(ordered: Run) -> None:
    pay(ordered, "200.00", "2024-04-01")
    status, out, _ = pay(
        ordered, "150.00", "2024-04-01", "--corrects", "7", "--reference", "PAY-1"
    )
    assert status == 0
    assert out.startswith("Entry 8, April 1, 2024, in place of entry 7: Payment PAY-1.")
    assert ordered("void", "EX-1", "8", "--why", "another case", "--on", "2024-04-03")[0] == 0
    out = ordered("journal", "EX-1")[1]
    assert "corrected by 8" in out
    assert "corrects 8" in out


def test_a_stale_version_is_refused(run: Run) -> None:
    amend = ("defendant", "EX-1", "D-1", "--on", "2024-05-01", "--released-on", "2024-05-01")
    assert run(*amend, "--expected", "4")[0] == 0
    status, _, err = run(*amend, "--expected", "4")
    assert status == 2
    assert "Entry 6 is the latest about it, not 4" in err


def test_a_new_version_keeps_what_is_not_said_again_and_a_correction_does_not(run: Run) -> None:
    defendant = ("defendant", "EX-1", "D-1", "--on", "2024-05-01")
    run(*defendant, "--released-on", "2024-05-01")
    run(*defendant, "--indigent", "yes")
    run(*defendant, "--indigent", "no", "--corrects", "7")
    entries = json.loads(run("journal", "EX-1", "--kind", "defendant", "--json")[1])["entries"]
    versions = [entry for entry in entries if entry["reference"] == "D-1"]
    assert [len(entry["convictions"]) for entry in versions] == [1, 1, 1, 0]
    assert [entry.get("released_on") for entry in versions] == [
        None,
        "2024-05-01",
        "2024-05-01",
        None,
    ]
    assert [entry.get("indigent") for entry in versions] == [None, None, True, False]


def test_a_case_is_amended_and_keeps_what_is_not_said_again(run: Run) -> None:
    status, _, err = run("amend", "EX-1", "--on", "2024-03-04", "--sentenced-on", "2024-03-04")
    assert (status, err) == (0, "")
    entries = json.loads(run("journal", "EX-1", "--kind", "case", "--json")[1])["entries"]
    assert [(e["circuit"], e.get("sentenced_on")) for e in entries] == [
        ("4", None),
        ("4", "2024-03-04"),
    ]


def test_an_earlier_day_and_an_earlier_knowledge_are_shown_again(ordered: Run) -> None:
    pay(ordered, "200.00", "2024-04-01")
    before = json.loads(ordered("show", "EX-1", "--as-of", "2024-03-31", "--json")[1])
    known = json.loads(
        ordered("show", "EX-1", "--as-of", "2024-04-30", "--known", "6", "--json")[1]
    )
    after = json.loads(ordered("show", "EX-1", "--as-of", "2024-04-30", "--json")[1])
    paid = [document["victims"][0]["paid"] for document in (before, known, after)]
    assert [one["amount"] if isinstance(one, dict) else one for one in paid] == [
        "0.00",
        "0.00",
        "60.00",
    ]
    page = ordered("show", "EX-1", "--as-of", "2024-04-30")[1]
    assert "V-1   $600.00" in page
    assert "$60.00" in page


def test_a_statement_is_written_as_papers(ordered: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    status, printed, _ = ordered("statement", "EX-1", "--as-of", "2024-04-30", "--out", out)
    assert status == 0
    names = ["statement.json", "statement.pdf", "statement.html", "statement.xlsx"]
    assert printed.split() == [str(out / name) for name in names]
    assert (out / "statement.pdf").read_bytes().startswith(b"%PDF")
    one = json.loads(
        ordered("statement", "EX-1", "--as-of", "2024-04-30", "--victim", "V-2", "--json")[1]
    )
    assert [victim["reference"] for victim in one["victims"]] == ["V-2"]


def test_property_goes_from_seizure_to_the_victims_and_its_delay_is_listed(ordered: Run) -> None:
    day = ("--on", "2024-03-05")
    step = ("step", "EX-1", "AS-1")
    assert (
        ordered("asset", "EX-1", "AS-1", "--what", "cash", "--statute", "18 USC 1594", *day)[0]
        == 0
    )
    assert ordered(*step, "seized", "--actor", "agency", *day)[0] == 0
    status, _, err = ordered(*step, "granted", "--actor", "agency", *day)
    assert status == 2
    assert err.startswith("remedies: nothing was entered: ")
    forfeited = ("--how", "criminal", "--statute", "18 USC 1594", "--amount", "300.00")
    assert (
        ordered(*step, "noticed", "--actor", "agency", "--published-on", "2024-03-05", *day)[0]
        == 0
    )
    late = ("--on", "2024-06-03")
    assert ordered(*step, "forfeited", "--actor", "court", *forfeited, *late)[0] == 0
    delay = ("--responsible", "example office", "--review-on", "2024-07-01")
    assert ordered("delay", "EX-1", "AS-1", "request_not_made", *delay, *late)[0] == 0
    out = ordered("delays", "--as-of", "2024-06-13")[1]
    assert "request not made" in out
    (waiting,) = json.loads(ordered("delays", "--as-of", "2024-06-13", "--json")[1])["assets"]
    assert (waiting["days_since_forfeiture"], waiting["reason"]["why"]) == (10, "request_not_made")
    assert (
        ordered("delays", "--as-of", "2024-06-13", "--overdue")[1]
        == "No forfeited property waits.\n"
    )


def test_a_claim_is_assessed_kept_and_proposed(run: Run, tmp_path: Path) -> None:
    claim = json.loads(EXAMPLE.read_text("utf-8"))
    path = tmp_path / "claim.json"
    path.write_text(json.dumps({**claim, "reference": "V-1"}), "utf-8")
    status, out, _ = run("claim", "EX-1", path, "--on", "2024-02-01")
    assert status == 0
    assert "Loss of V-1 assessed at $499,525.00" in out
    assert run("victim", "EX-1", "V-2", "--losses", "not_yet_known", "--on", "2024-02-01")[0] == 0
    form = tmp_path / "form.json"
    stated = ("--up-to", "D-2:V-1=1000.00", "--order", form)
    status, out, _ = run("propose", "EX-1", "--as-of", "2024-03-04", *stated)
    assert status == 0
    assert "Of the award of V-1, D-2 is liable for no more than $1,000.00." in out
    assert "V-2" in out
    order = json.loads(form.read_text("utf-8"))
    for one in order["liabilities"]:
        one["judgment_on"] = "2024-03-04"
    form.write_text(json.dumps(order), "utf-8")
    assert run("order", "EX-1", form, "--on", "2024-03-04")[0] == 0


def test_shares_of_a_proposal_are_stated_by_defendant(run: Run, tmp_path: Path) -> None:
    claim = json.loads(EXAMPLE.read_text("utf-8"))
    path = tmp_path / "claim.json"
    path.write_text(json.dumps({**claim, "reference": "V-1"}), "utf-8")
    run("claim", "EX-1", path, "--on", "2024-02-01")
    asked = ("propose", "EX-1", "--as-of", "2024-03-04", "--liability", "apportioned")
    asked += ("--of", "D-2=V-1")  # the claim names D-1 alone
    assert "shares.D-1" in run(*asked)[2]
    assert "share: is not written as it is read" in run(*asked, "--share", "D-1=x")[2]
    shares = ("--share", "D-1=3", "--share", "D-2:V-1=1", "--json")
    found = json.loads(run(*asked, *shares)[1])
    assert found["awards"][0]["owed_by"] == {"D-1": "374643.75", "D-2": "124881.25"}
    out = tmp_path / "out"
    assert run(*asked, *shares, "--out", out)[0] == 0
    assert (out / "proposed_order.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((out / "proposed_order.json").read_text("utf-8")) == found


def test_anything_can_be_entered_from_a_form(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evidence.json"
    path.write_text(json.dumps({"reference": "E-1", "basis": "record"}), "utf-8")
    status, out, _ = run("enter", "EX-1", "evidence", path, "--on", "2024-02-01")
    assert status == 0
    assert out.startswith("Entry 6, February 1, 2024: ")
    path.write_text('{"reference": "E-2", "basis": "hearsay", "name": "x"}', "utf-8")
    status, _, err = run("enter", "EX-1", "evidence", path, "--on", "2024-02-01")
    assert status == 2
    assert "basis:" in err
    assert "name: is not a field here" in err


def test_every_kind_has_its_command() -> None:
    own = {"case", "assessment", "order", "document", "seal", "purge", "reconciliation"}
    assert {verb.kind for verb in VERBS} | own == set(KINDS)


def test_a_case_that_two_districts_have_is_named_by_its_id(run: Run) -> None:
    run("open", "EX-1", "--on", "2024-01-01", "--district", "another")
    status, _, err = run("show", "EX-1")
    assert status == 2
    assert "another" in err
    cases = json.loads(run("list", "--json")[1])["cases"]
    assert run("show", cases[0]["id"])[0] == 0


def test_a_database_that_cannot_be_reached_is_said_without_its_address(run: Run) -> None:
    status, out, err = run("list", "--database", "sqlite:////proc")
    assert (status, out) == (1, "")
    assert "the database cannot be used" in err
    assert "/proc" not in err


def test_the_database_and_the_keys_are_readable_by_their_owner_only(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF-")
    named = ("--title", "Judgment", "--media-type", "application/pdf")
    assert run("document", "EX-1", path, *named, "--on", "2024-03-04")[0] == 0
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_words_in_brackets_are_printed_as_they_were_typed(run: Run) -> None:
    what = "house [/x] [red] :house:"
    statute = ("--statute", "18 USC 1594", "--on", "2024-03-05")
    assert what in run("asset", "EX-1", "AS-1", "--what", what, *statute)[1]
    for command in ("show", "journal", "next"):
        status, out, _ = run(command, "EX-1")
        assert status == 0
        assert "[/x]" in out
