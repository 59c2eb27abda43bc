"""Many entries at once: all of them, or none, each refused by its place."""

import datetime as dt
import json
from typing import Any

import pytest

from remedies.casework.cases import enter_all, load_case, open_case, records, verify
from remedies.casework.loading import MOST_AT_ONCE
from remedies.errors import (
    ChangedError,
    ConflictError,
    FactsError,
    InvalidEntryError,
    LedgerError,
    NotFoundError,
    UnreadableError,
)
from tests.casework.offices import ORDER, Office, draft, payment

ON = "2023-06-12"
CLAIM: dict[str, Any] = {
    "claim": "1",
    "reference": "V-1",
    "as_of": "2026-11-21",
    "convictions": [{"statute": "18 USC 1589", "from": "2012-01-01", "to": "2012-12-31"}],
    "work": [
        {
            "from": "2012-01-01",
            "to": "2012-03-31",
            "hours": {"per_workweek": "40"},
            "pay": {"basis": "none"},
        }
    ],
}


def victims(*numbers: int) -> list[dict[str, Any]]:
    return [{"kind": "victim", "on": ON, "reference": f"V-{n}"} for n in numbers]


def test_sixty_victims_are_entered_at_once(office: Office, case_id: str) -> None:
    made = enter_all(office.desk(), case_id, {"entries": victims(*range(4, 64))})

    assert [entry.seq for entry in made] == list(range(7, 67))
    assert len(records(office.desk(), case_id, "victim")) == 63
    assert verify(office.desk(), case_id) == ()


def test_entries_of_any_kind_follow_one_another(office: Office, case_id: str) -> None:
    paid = {"kind": "payment", **payment("10.00")}
    out = {"kind": "disbursement", "on": "2024-04-02"}

    first, second = enter_all(office.desk(), case_id, {"entries": [paid, out]})

    assert first.body.applied.principal == {"V-1": 600, "V-2": 300, "V-3": 100}  # type: ignore[union-attr]
    assert second.body.shares == {"V-1": 600, "V-2": 300, "V-3": 100}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("entry", "error", "said"),
    [
        ({"kind": "victim", "on": ON, "reference": "V-1"}, ConflictError, "reference exists"),
        (
            {"kind": "victim", "on": ON, "reference": "V-1", "amends": 1},
            ChangedError,
            "expected stale",
        ),
        ({"kind": "victim", "on": "June", "reference": "V-9"}, InvalidEntryError, "on not_a_date"),
        ({"kind": "victim", "reference": "V-9"}, InvalidEntryError, "on required"),
        ({"kind": "case", "on": ON}, InvalidEntryError, "kind unknown_kind"),
        ({"kind": "reconciliation", "on": ON}, InvalidEntryError, "kind unknown_kind"),
        ({"kind": "document", "on": ON, "title": "x"}, InvalidEntryError, "file required"),
        (
            {"kind": "document", "on": ON, "title": "x", "file": "x.txt"},
            InvalidEntryError,
            "file does_not_belong",
        ),
        (
            {"kind": "payment", **payment("1.00"), "amends": 3},
            InvalidEntryError,
            "amends does_not_belong",
        ),
        (
            {"kind": "victim", "on": ON, "reference": "V-1", "amends": "2"},
            InvalidEntryError,
            "amends not_a_count",
        ),
        (
            {"kind": "payment", **payment("1.00", obligor="D-9")},
            LedgerError,
            "obligor unknown_defendant",
        ),
    ],
)
def test_one_that_is_wrong_is_refused_by_its_place(
    office: Office,
    case_id: str,
    entry: dict[str, Any],
    error: type[LedgerError | FactsError],
    said: str,
) -> None:
    with pytest.raises(error) as refused:
        enter_all(office.desk(), case_id, {"entries": [*victims(7), entry]})
    office.session.rollback()

    (problem,) = refused.value.problems
    assert f"{problem.field} {problem.code}" == f"entries[1].{said}"
    assert len(records(office.desk(), case_id, "victim")) == 3


def test_a_later_version_says_which_it_amends(office: Office, case_id: str) -> None:
    (latest,) = (r for r in records(office.desk(), case_id, "victim") if r.reference == "V-2")
    amended = {**victims(2)[0], "losses": "not_yet_known", "amends": latest.version}

    (entry,) = enter_all(office.desk(), case_id, {"entries": [amended]})

    assert records(office.desk(), case_id, "victim")[1].entry == entry
    with pytest.raises(NotFoundError):
        enter_all(office.desk(), case_id, {"entries": [{**victims(8)[0], "amends": 2}]})


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ({"entries": []}, "empty"),
        ({"entries": victims(*range(MOST_AT_ONCE + 1))}, "too_many"),
        ({"case": {}, "entries": victims(9)}, "does_not_belong"),
    ],
)
def test_a_list_has_from_one_to_five_hundred_entries_and_no_case(
    office: Office, case_id: str, document: object, code: str
) -> None:
    with pytest.raises(InvalidEntryError) as refused:
        enter_all(office.desk(), case_id, document)
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize("document", [[], {"entries": {}}, {"entries": [1]}, {"entry": []}])
def test_what_is_no_list_of_entries_is_not_read(
    office: Office, case_id: str, document: object
) -> None:
    with pytest.raises(UnreadableError):
        enter_all(office.desk(), case_id, document)


def test_a_case_is_loaded_with_its_claims_and_papers(office: Office) -> None:
    files = {"claim.json": json.dumps(CLAIM).encode(), "judgment.txt": b"Judgment"}
    document = {
        "case": {"on": ON, "reference": "EX-9", "district": "example"},
        "entries": [
            *victims(1),
            {"kind": "assessment", "on": ON, "reference": "A-7", "file": "claim.json"},
            {"kind": "document", "on": ON, "title": "Judgment", "file": "judgment.txt"}
            | {"media_type": "text/plain"},
        ],
    }

    row, made = load_case(office.desk(), document, files.__getitem__)

    assert [entry.body.kind for entry in made] == ["case", "victim", "assessment", "document"]
    assert made[2].on == dt.date(2023, 6, 12)
    assert [each.reference for each in records(office.desk(), row.id, "assessment")] == ["A-7"]


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ({"on": ON, "reference": "Mary Smith"}, "reference"),
        ({"on": "June"}, "on"),
        ({"on": ON, "total": "5.00"}, "total"),
    ],
)
def test_of_an_assessment_only_day_and_reference_are_stated(
    office: Office, case_id: str, entry: dict[str, Any], field: str
) -> None:
    listed = [{"kind": "assessment", "file": "claim.json", **entry}]

    with pytest.raises(InvalidEntryError) as refused:
        enter_all(
            office.desk(), case_id, {"entries": listed}, lambda _: json.dumps(CLAIM).encode()
        )
    assert [problem.field for problem in refused.value.problems] == [f"entries[0].{field}"]
    assert "Smith" not in str(refused.value)


def test_a_claim_that_cannot_be_used_is_refused_by_its_place(office: Office, case_id: str) -> None:
    listed = [{"kind": "assessment", "on": ON, "file": "claim.json"}]
    wrong = json.dumps(CLAIM | {"convictions": 3}).encode()

    with pytest.raises(FactsError) as refused:
        enter_all(office.desk(), case_id, {"entries": listed}, lambda _: wrong)
    assert refused.value.problems[0].field.startswith("entries[0].")


def test_an_exhibit_for_a_victim_named_twice_is_refused() -> None:
    with pytest.raises(InvalidEntryError) as refused:
        draft(
            "evidence",
            {"on": ON, "reference": "E-1", "basis": "record", "victims": ["V-1", "V-2", "V-1"]},
        )
    assert [(p.field, p.code) for p in refused.value.problems] == [("victims[2]", "repeated")]


def test_an_order_is_entered_once_in_a_new_case(office: Office) -> None:
    row, _ = open_case(
        office.desk(), draft("case", {"on": ON, "reference": "EX-8", "district": "example"})
    )
    document = {
        "entries": [
            *victims(1, 2, 3),
            {"kind": "defendant", "on": ON, "reference": "D-1"},
            {"kind": "order", **ORDER},
        ]
    }

    assert len(enter_all(office.desk(), row.id, document)) == 5
