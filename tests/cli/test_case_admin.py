"""What keeps cases safe from the command line: tokens, identities, archives, proofs, reconciliation."""

import io
import json
import sqlite3
import sys
from pathlib import Path

import pytest

from remedies import store
from remedies.casework.archive_members import JOURNAL, Archive, packed, unpacked
from remedies.casework.rows import row_of
from remedies.wire.entries import entry_of
from tests.cli.case_line import ORDER, Run, line, opened

NAME = "Sam Example"
CLERK = """Date,Receipt No.,Type,Amount,Payer,Balance
2024-04-01,C-1,Receipt,200.00,D-1,200.00
2024-04-15,,Disbursement,60.00,V-1,140.00
2024-04-20,C-9,Receipt,25.00,"Doe, Sam",175.00
"""


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    return opened(line(capsys, monkeypatch, tmp_path))


@pytest.fixture
def paid(run: Run, tmp_path: Path) -> Run:
    path = tmp_path / "order.json"
    path.write_text(json.dumps(ORDER), "utf-8")
    run("order", "EX-1", path, "--on", "2024-03-04")
    more = ("--method", "electronic", "--receipt", "C-1")
    run("pay", "EX-1", "D-1", "200.00", *more, "--on", "2024-04-01")
    run("disburse", "EX-1", "--share", "V-1=60.00", "--on", "2024-04-15")
    return run


@pytest.fixture
def clerk(tmp_path: Path) -> Path:
    path = tmp_path / "clerk.csv"
    path.write_text(CLERK, "utf-8")
    return path


def said(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_an_identity_comes_in_on_standard_input_and_is_destroyed_for_good(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said(json.dumps({"name": NAME, "address": ["1 Main St", "Town"]}), monkeypatch)
    status, out, _ = run("identity", "set", "EX-1", "V-1")
    assert (status, NAME in out) == (0, False)
    assert NAME in run("identity", "show", "EX-1", "V-1")[1]
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("cases.db*"))
    assert NAME.encode() not in stored
    assert NAME not in run("journal", "EX-1", "--json")[1]
    assert NAME not in run("audit", "--json")[1]
    purge = ("identity", "purge", "EX-1", "V-1", "--authority", "rule 5", "--on", "2025-01-02")
    assert run(*purge)[0] == 0
    assert run("identity", "show", "EX-1", "V-1")[0] == 2
    assert run(*purge)[0] == 2


def test_what_an_identity_lacks_is_named_and_never_repeated(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(json.dumps({"nom": NAME}), monkeypatch)
    status, out, err = run("identity", "set", "EX-1", "V-1")
    assert (status, out) == (2, "")
    assert "nom" in err
    assert NAME not in err


def test_a_tokens_secret_is_shown_once(run: Run) -> None:
    status, secret, err = run("token", "create", "advocate", "--victim", "EX-1:V-1")
    assert status == 0
    assert secret.startswith("remedies_")
    token = err.split()[2].rstrip(",")
    listed = run("token", "list")[1]
    assert token in listed
    assert secret.strip() not in listed
    assert run("token", "revoke", token)[0] == 0
    assert run("token", "revoke", token)[0] == 2
    (row,) = json.loads(run("token", "list", "--json")[1])["tokens"]
    assert (row["role"], bool(row["revoked_at"])) == ("advocate", True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("advocate",),
        ("auditor", "--victim", "EX-1:V-1"),
        ("advocate", "--victim", "V-1"),
        ("advocate", "--victim", "EX-1:V-9"),
        ("auditor", "--days", "0"),
        ("auditor", "--days", "4000"),
    ],
)
def test_a_token_that_makes_no_sense_is_refused(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("token", "create", *arguments)[0] == 2
    assert json.loads(run("token", "list", "--json")[1]) == {"tokens": []}


def test_an_export_is_imported_elsewhere_and_exported_again_as_it_was(
    paid: Run, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    assert paid("export", "EX-1", "--out", first)[0] == 0
    assert paid("import", first)[0] == 2
    other = ("--database", f"sqlite:///{tmp_path}/other.db")
    paid("organization", "create", "Other office", *other)
    status, out, _ = paid("import", first, *other)
    assert (status, "Imported case EX-1, 8 entries" in out) == (0, True)
    assert paid("export", "EX-1", "--out", second, *other)[0] == 0
    assert first.read_bytes() == second.read_bytes()


def test_an_import_says_which_payment_was_applied_otherwise(paid: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.zip"
    assert paid("export", "EX-1", "--out", path)[0] == 0
    archive = unpacked(path.read_bytes())
    text = archive.members[JOURNAL].decode()
    forged = text.replace(
        '"principal":{"V-1":6000,"V-2":4000}', '"principal":{"V-1":7000,"V-2":3000}'
    )
    assert forged != text
    entries = [entry_of(text) for text in forged.splitlines()]
    case_id = archive.about["case"]["id"]
    head = store.head_of(case_id, [row_of(entry) for entry in entries])
    about = {**archive.about, "head": {"seq": head.seq, "digest": head.digest}}
    path.write_bytes(
        packed(Archive(about=about, members={**archive.members, JOURNAL: forged.encode()}))
    )
    other = ("--database", f"sqlite:///{tmp_path}/other.db")
    paid("organization", "create", "Other office", *other)
    status, out, err = paid("import", path, *other)
    assert (status, "Imported case EX-1" in out) == (1, True)
    assert "entry 7: " in err
    assert paid("verify", "EX-1", *other)[0] == 1


def test_a_journal_that_was_changed_in_the_database_is_found(paid: Run, tmp_path: Path) -> None:
    sound = paid("verify", "EX-1")[1]
    assert sound.startswith("Sound: 8 entries. Note the head elsewhere: 8:")
    head = sound.split()[-1]
    assert paid("verify", "EX-1", "--head", head)[0] == 0
    assert paid("verify", "EX-1", "--head", f"8:{'0' * 64}")[0] == 1
    assert paid("verify", "EX-1", "--head", f"9{head[1:]}")[0] == 1
    assert paid("verify", "EX-1", "--head", "last")[0] == 2
    database = sqlite3.connect(tmp_path / "cases.db")
    names = database.execute(
        "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='entries'"
    ).fetchall()
    for (name,) in names:
        database.execute(f'DROP TRIGGER "{name}"')
    database.execute("UPDATE entries SET body=replace(body, '20000', '10000') WHERE seq=7")
    database.commit()
    database.close()
    status, out, err = paid("verify", "EX-1")
    assert (status, out) == (1, "")
    assert "7" in err
    assert json.loads(paid("verify", "EX-1", "--json")[1])["sound"] is False


def test_the_audit_trail_notes_who_read_and_entered_what(paid: Run) -> None:
    paid("statement", "EX-1", "--as-of", "2024-05-01", "--victim", "V-1")
    rows = json.loads(paid("audit", "--case", "EX-1", "--json")[1])["audit"]
    assert {row["actor"] for row in rows} == {"operator"}
    assert ("read statement", "V-1") in {(row["action"], row["subject"]) for row in rows}
    assert "enter payment" in {row["action"] for row in rows}
    assert paid("audit", "--verify")[1].startswith("Sound: ")


def test_a_ledger_waits_for_its_columns_and_then_says_what_differs(paid: Run, clerk: Path) -> None:
    status, out, err = paid("reconcile", "EX-1", clerk)
    assert (status, out) == (2, "")
    columns = (
        "on=Date,amount=Amount,direction=Type,party=Payer,receipt=Receipt No.,balance=Balance"
    )
    assert f"--columns '{columns}'" in err
    assert "row 3: 2024-04-15, paid out 60.00, party V-1, balance 140.00" in err
    status, out, err = paid("reconcile", "EX-1", clerk, "--columns", columns)
    assert status == 1
    assert "Only in theirs" in out
    assert "$10.00" in out
    assert "Doe" not in out + err
    entries = json.loads(paid("journal", "EX-1", "--json")[1])["entries"]
    assert len(entries) == 8


def test_two_ledgers_that_agree_are_recorded_when_asked(paid: Run, clerk: Path) -> None:
    clerk.write_text("".join(CLERK.splitlines(keepends=True)[:3]), "utf-8")
    columns = "on=Date,amount=Amount,direction=Type,party=Payer,receipt=Receipt No."
    again = ("reconcile", "EX-1", clerk, "--columns", columns, "--record", "2024-05-01")
    status, out, _ = paid(*again)
    assert status == 0
    assert out.startswith("The ledgers agree: 2 rows matched")
    last = json.loads(paid("journal", "EX-1", "--json")[1])["entries"][-1]
    assert (last["kind"], last["matched"], last["source"]) == ("reconciliation", 2, "clerk")


def test_labels_of_theirs_are_given_their_references_from_a_file(
    paid: Run, clerk: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.json"
    names.write_text(json.dumps({"Doe, Sam": "D-2"}), "utf-8")
    columns = "on=Date,amount=Amount,direction=Type,party=Payer,receipt=Receipt No."
    asked = ("reconcile", "EX-1", clerk, "--columns", columns, "--json", "--parties", names)
    found = json.loads(paid(*asked)[1])
    assert [row["party"] for row in found["only_theirs"]] == ["D-2"]
    assert found["totals"]["difference"]["received"] == "25.00"
    names.write_text("[]", "utf-8")
    assert paid(*asked)[0] == 2


def test_a_sealed_case_says_so(run: Run) -> None:
    assert run("seal", "EX-1", "--document", "Doc. 9", "--on", "2024-01-02")[0] == 0
    assert "sealed" in run("list")[1]
    assert "Sealed" in run("show", "EX-1", "--as-of", "2024-01-03")[1]
    assert run("seal", "EX-1", "--unseal", "--on", "2024-02-02")[0] == 0
    assert "sealed" not in run("list")[1]


def test_what_the_book_refuses_is_noted_in_the_audit_trail(run: Run) -> None:
    status, _, _ = run("pay", "EX-1", "D-9", "1.00", "--method", "cash", "--on", "2024-04-01")

    last = json.loads(run("audit", "--json")[1])["audit"][-1]
    assert status == 2
    assert (last["action"], last["outcome"]) == ("enter payment", "refused")
    assert len(last["case"]) == 8
