"""The example case is the one that docs/ledger.md follows dollar by dollar, worked by hand."""

import datetime as dt
import json
import re
import shlex
from pathlib import Path

import pytest

from remedies import law, store
from remedies.casework import cases as casework
from remedies.cli import main
from remedies.ledger.book import Book
from remedies.ledger.entries import Disbursement, Fund, Order, Payment
from remedies.wire import read_json
from remedies.wire.petitions import read_petitions

ROOT = Path(__file__).parents[1]
STORY = ROOT / "examples" / "case" / "story.json"
PAGE = (ROOT / "docs" / "ledger.md").read_text("utf-8")
END = dt.date(2025, 12, 31)
LOAD = "remedies case load examples/case/story.json"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database into which `make run`'s two commands have put the example."""
    url = f"sqlite:///{tmp_path_factory.mktemp('example') / 'remedies.db'}"
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(ROOT)
        patched.setenv(
            "REMEDIES_KEY_FILE", str(Path(url.removeprefix("sqlite:///")).parent / "key")
        )
        patched.delenv("REMEDIES_KEY", raising=False)
        assert main(["case", "organization", "create", "Example", "--database", url]) == 0
        assert main([*shlex.split(LOAD)[1:], "--database", url]) == 0
    return url


@pytest.fixture(scope="module")
def book(database: str) -> Book:
    with store.sessions(store.engine(database))() as session:
        organization = store.organizations(session)[0].id
        desk = casework.Desk(
            session=session,
            caller=casework.Caller(
                organization=organization, role=casework.Role.AUDITOR, actor="test"
            ),
            at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        )
        (row,) = casework.cases(desk)
        with casework.book(desk, row.id) as found:
            return Book.replay(found.entries)


def test_it_says_that_it_is_synthetic() -> None:
    story = read_json(STORY.read_bytes(), whole_numbers=True)
    assert "synthetic" in str(story["note"])


def test_every_payment_is_applied_as_the_page_works_it_out(book: Book) -> None:
    applied = {body.reference: body.applied for _, body in book.bodies(Payment)}
    assert {r: dict(a.principal) for r, a in applied.items()} == {
        "PAY-1": {"V-1": 480_00, "V-2": 240_00, "V-3": 80_00},
        "PAY-2": {"V-1": 1_000_00, "V-2": 500_00},
        "PAY-3": {"V-1": 300_00, "V-2": 150_00, "V-3": 50_00},
        "PAY-4": {"V-1": 740_73, "V-2": 370_37, "V-3": 123_46},
        "PAY-5": {"V-1": 45_479_27, "V-2": 17_739_63, "V-3": 7_746_54},
    }
    assert applied["PAY-1"].funds == {Fund.SPECIAL_ASSESSMENT: 200_00}
    assert applied["PAY-2"].funds == {Fund.SPECIAL_ASSESSMENT: 100_00}
    assert applied["PAY-5"].reimbursed == {"V-1": 2_420_74, "V-2": 1_210_37, "V-3": 403_45}


def test_the_victims_are_whole_and_the_defendants_owe_the_attorney_general(book: Book) -> None:
    assert [book.owed_to(victim).outstanding for victim in ("V-1", "V-2", "V-3")] == [0, 0, 0]
    assert [book.owed_to(victim).disbursed for victim in ("V-1", "V-2", "V-3")] == [
        60_000_00,
        25_000_00,
        10_000_00,
    ]
    owed = {obligor: book.owed_by(obligor, END, law.encoded()) for obligor in ("D-1", "D-2")}
    assert sum(owed["D-1"].to_attorney_general.values()) == 15_965_44
    assert owed["D-2"].to_attorney_general == {"V-1": 9_579_26, "V-2": 4_789_63}


def test_money_in_is_money_out(book: Book) -> None:
    received = sum(body.amount for _, body in book.bodies(Payment))
    paid_out = sum(sum(body.shares.values()) for _, body in book.bodies(Disbursement))
    assert received == 79_334_56
    assert paid_out == received + 20_000_00 + 80_00  # the transfer, and what went out twice
    assert book.held == 0
    assert book.paid_out == received + 20_000_00


def test_the_claims_propose_what_the_order_says(
    database: str, book: Book, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(
        "REMEDIES_KEY_FILE", str(Path(database.removeprefix("sqlite:///")).parent / "key")
    )
    command = next(line for line in PAGE.split("`") if line.startswith("remedies case propose"))
    assert main([*shlex.split(command)[1:], "--database", database, "--json"]) == 0
    proposed = json.loads(capsys.readouterr().out)
    order = book.latest(Order.kind, "O-1")
    assert order is not None
    assert isinstance(order.body, Order)
    awards = {each["victim"]: each["amount"] for each in proposed["awards"]}
    assert awards == {each.obligee: f"{each.amount // 100}.00" for each in order.body.awards}


def test_the_page_names_every_amount_of_the_example(book: Book) -> None:
    shown = set(re.findall(r"\$([\d,]+\.\d\d)", PAGE))
    amounts = [
        cents
        for _, body in book.bodies(Payment)
        for cents in (*body.applied.principal.values(), *body.applied.reimbursed.values())
    ]
    assert {f"{cents // 100:,}.{cents % 100:02}" for cents in amounts} - shown == set()


def test_loading_it_again_enters_nothing(
    database: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main([*shlex.split(LOAD)[1:], "--database", database, "--unless-there"]) == 0
    assert "there already" in capsys.readouterr().out
    assert main([*shlex.split(LOAD)[1:], "--database", database]) == 2


def test_the_page_shows_what_the_command_prints(
    database: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "110")
    command = "remedies case show EXAMPLE-1 --as-of 2025-12-31"
    shown = PAGE.split(f"$ .venv/bin/{command}\n", 1)[1].split("```", 1)[0]
    assert main([*shlex.split(command)[1:], "--database", database]) == 0
    assert capsys.readouterr().out.startswith(shown.split("\n…")[0])


def test_the_remission_example_prints_what_its_page_shows(
    database: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "forfeiture.md").read_text("utf-8")
    load = "remedies case load examples/case/remission.json"
    weigh = (
        "remedies case remission EXAMPLE-2 AS-1 examples/case/petitions.json --as-of 2024-03-31"
    )
    shown = page.split(f"$ .venv/bin/{load}\n$ .venv/bin/{weigh}\n", 1)[1].split("```", 1)[0]
    assert main([*shlex.split(load)[1:], "--database", database]) == 0
    capsys.readouterr()
    assert main([*shlex.split(weigh)[1:], "--database", database]) == 0
    assert capsys.readouterr().out == shown


def test_the_help_of_remission_shows_facts_that_can_be_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["case", "remission", "--help"])
    printed = capsys.readouterr().out
    text = printed.split("nothing of it is stored:\n", 1)[1].split("\nkind:", 1)[0]
    petitions = read_petitions(read_json(text.encode(), whole_numbers=True))
    assert [item.amount for item in petitions.items] == [600_00, 80_00]
