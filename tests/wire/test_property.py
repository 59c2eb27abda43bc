"""Petitions as they come in, and forfeited property as JSON: what is refused, and what schemas promise."""

import datetime as dt
import json
from pathlib import Path as File
from typing import Any

import jsonschema
import pytest
from apispec import APISpec
from marshmallow import Schema

from remedies.errors import InvalidEntryError, UnreadableError
from remedies.facts.convictions import Statute
from remedies.law import encoded
from remedies.ledger.asset_requests import acts_of, remission_of, request_of, traced
from remedies.ledger.book import Book
from remedies.ledger.entries import (
    Asset,
    AssetStep,
    Award,
    Body,
    Disbursement,
    Entry,
    Forfeiture,
    Liability,
    Order,
    Path,
    Stage,
    Transfer,
    Victim,
)
from remedies.ledger.remission import Division, Loss
from remedies.wire import json_schema
from remedies.wire.petitions import (
    MOST_LINES,
    MOST_LOSSES,
    MOST_PETITIONERS,
    PetitionsSchema,
    read_petitions,
)
from remedies.wire.property import remission_document, restoration_document
from remedies.wire.property_schema import (
    NextStepsSchema,
    RemissionSchema,
    RestorationSchema,
    TraceSchema,
)
from remedies.wire.property_trace import next_document, trace_document
from remedies.wire.reading import read_json

LAW = encoded()
DAY = dt.date(2025, 3, 3)
OF: dict[str, Any] = {"case": "EX-1", "known": 9}
LOSS: dict[str, Any] = {"what": "wages", "kind": "lost_income", "amount": "90.00"}
FULL: dict[str, Any] = {
    "petitioners": [
        {
            "victim": "V-1",
            "contributed": False,
            "interest": "10.50",
            "priority": 2,
            "losses": [
                {
                    "what": "bicycle",
                    "kind": "property",
                    "amount": "90.00",
                    "on": "2022-05-06",
                    "market_value": "70.00",
                    "compensated": "5.00",
                    "documents": ["EX-1", "EX-2"],
                    "directly_caused": True,
                    "by_illegal_act": True,
                }
            ],
        },
        {"victim": "V-2", "losses": [LOSS]},
    ],
    "positions": {"remission_shares": "by_priority"},
}


def _read(document: object) -> Any:  # noqa: ANN401 - the petitions, or whatever they are refused for
    return read_petitions(read_json(json.dumps(document).encode(), whole_numbers=True))


def _problems(document: object) -> dict[str, str]:
    with pytest.raises(InvalidEntryError) as refused:
        _read(document)
    return {problem.field: problem.code for problem in refused.value.problems}


def _one(**loss: object) -> dict[str, Any]:
    return {"petitioners": [{"victim": "V-1", "losses": [{**LOSS, **loss}]}]}


def test_everything_that_petitions_say_is_read_and_what_they_do_not_say_is_not_known() -> None:
    found = _read(FULL)
    assert (found.torts, found.division) == (None, Division.BY_PRIORITY)
    first, second = found.petitioners
    assert (first.contributed, first.interest, first.priority) == (False, 1_050, 2)
    assert (second.contributed, second.interest, second.priority) == (None, 0, 1)
    known, bare = found.items
    assert (known.victim, known.kind, known.amount) == ("V-1", Loss.PROPERTY, 9_000)
    assert (known.on, known.market_value, known.compensated) == (dt.date(2022, 5, 6), 7_000, 500)
    assert (known.documents, known.directly_caused) == (("EX-1", "EX-2"), True)
    assert (bare.documents, bare.directly_caused, bare.by_illegal_act) == ((), None, None)
    assert bare.market_value is None


def test_readings_that_petitions_leave_out_are_the_cases_else_the_positions_defaults() -> None:
    positions = LAW.all_positions()
    found = _read({"petitioners": []})
    assert (found.torts, found.division) == (None, None)
    plain, entries = _book(), _book().entries
    worksheet = remission_of(plain, "AS-1", DAY, LAW, found).worksheet
    assert worksheet.torts == positions["remission_of_torts"].default
    assert worksheet.division == positions["remission_shares"].default
    stated = Book.replay(entries, choices={"remission_shares": "by_priority"})
    assert remission_of(stated, "AS-1", DAY, LAW, found).worksheet.division is Division.BY_PRIORITY
    said = _read({"petitioners": [], "positions": {"remission_shares": "pro_rata"}})
    assert remission_of(stated, "AS-1", DAY, LAW, said).worksheet.division is Division.PRO_RATA


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({}, {"petitioners": "required"}),
        ({"petitioners": [], "color": "red"}, {"color": "unknown_field"}),
        ({"petitioners": {}}, {"petitioners": "wrong_type"}),
        ({"petitioners": [{}]}, {"petitioners[0].victim": "required"}),
        (
            {"petitioners": [{"victim": "Mary Smith"}]},
            {"petitioners[0].victim": "not_a_reference"},
        ),
        (
            {"petitioners": [{"victim": "V-1"}, {"victim": "V-2"}, {"victim": "V-1"}]},
            {"petitioners[2].victim": "duplicate_petitioner"},
        ),
        (
            {"petitioners": [{"victim": "V-1", "priority": 0}]},
            {"petitioners[0].priority": "out_of_range"},
        ),
        (
            {"petitioners": [{"victim": "V-1", "contributed": "no"}]},
            {"petitioners[0].contributed": "wrong_type"},
        ),
        (
            {"petitioners": [], "positions": {"remission_shares": "all"}},
            {"positions.remission_shares": "not_one_of"},
        ),
        (_one(amount=90), {"petitioners[0].losses[0].amount": "not_a_string"}),
        (_one(amount="-1.00"), {"petitioners[0].losses[0].amount": "not_a_plain_decimal"}),
        (_one(kind="lost income"), {"petitioners[0].losses[0].kind": "not_one_of"}),
        (_one(documents="EX-1"), {"petitioners[0].losses[0].documents": "wrong_type"}),
        (_one(documents=["x\x00"]), {"petitioners[0].losses[0].documents[0]": "unprintable"}),
        (_one(on="2022-02-30"), {"petitioners[0].losses[0].on": "not_a_date"}),
    ],
)
def test_what_cannot_be_used_is_named_by_its_field(
    document: object, expected: dict[str, str]
) -> None:
    assert _problems(document) == expected


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert set(_problems(_one(amount="1e3", kind="x", on="x") | {"color": 1})) == {
        "petitioners[0].losses[0].amount",
        "petitioners[0].losses[0].kind",
        "petitioners[0].losses[0].on",
        "color",
    }


def test_more_than_can_be_printed_is_refused() -> None:
    many = [{"victim": f"V-{n}"} for n in range(MOST_PETITIONERS + 1)]
    assert _problems({"petitioners": many}) == {"petitioners": "too_many"}
    losses = [LOSS] * (MOST_LOSSES + 1)
    assert _problems({"petitioners": [{"victim": "V-1", "losses": losses}]}) == {
        "petitioners[0].losses": "too_many"
    }
    each = MOST_LINES // 20
    full = [{"victim": f"V-{n}", "losses": [LOSS] * each} for n in range(20)]
    assert len(_read({"petitioners": full}).items) == MOST_LINES
    assert _problems({"petitioners": [*full, {"victim": "V-20", "losses": [LOSS]}]}) == {
        "petitioners": "too_many"
    }


def test_the_example_of_the_documentation_is_read() -> None:
    page = (File(__file__).parents[2] / "docs" / "forfeiture.md").read_text("utf-8")
    example = page.partition("```json\n")[2].partition("```")[0]
    found = _read(json.loads(example))
    assert (found.items[0].amount, found.items[0].compensated) == (3_200_000, 200_000)


def test_what_is_no_object_is_unreadable() -> None:
    with pytest.raises(UnreadableError):
        _read([FULL])


def _book() -> Book:
    labor = Statute.parse("18 U.S.C. § 1589")
    bodies: list[Body] = [
        Victim(reference="V-1"),
        Victim(reference="V-2"),
        Order(
            reference="O-1",
            awards=tuple(Award(obligee=f"V-{n}", amount=60_000, statute=labor) for n in (1, 2)),
            liabilities=(
                Liability(
                    obligor="D-1",
                    judgment_on=dt.date(2024, 3, 1),
                    amounts={"V-1": 60_000, "V-2": 60_000},
                ),
            ),
        ),
        Asset(reference="AS-1", what="vehicle", statute=Statute.parse("18 U.S.C. § 981")),
        AssetStep(asset="AS-1", stage=Stage.NOTICED, actor="office"),
        AssetStep(asset="AS-1", stage=Stage.FORFEITED, actor="court", how=Forfeiture.CIVIL),
        AssetStep(
            asset="AS-1", stage=Stage.LIQUIDATED, actor="office", amount=35_000, costs=4_500
        ),
        Transfer(reference="T-1", asset="AS-1", path=Path.RESTORATION, shares={"V-1": 500}),
        Disbursement(reference="DIS-1", shares={"V-1": 350}),
    ]
    return Book.replay(
        Entry(seq=seq, on=dt.date(2024, seq, 1), body=body) for seq, body in enumerate(bodies, 1)
    )


def _holds(schema: type[Schema], document: object) -> None:
    spec = APISpec("x", "1", "3.1.0", plugins=[json_schema.plugin()])
    spec.components.schema("Document", schema=schema)
    components = spec.to_dict()["components"]
    whole = {"$ref": "#/components/schemas/Document", "components": components}
    jsonschema.Draft202012Validator(whole).validate(document)


def test_the_request_says_what_its_schema_promises() -> None:
    document = restoration_document(request_of(_book(), "AS-1", DAY, LAW), **OF)
    _holds(RestorationSchema, document)
    assert document["proceeds"] == {
        "gross": "350.00",
        "costs": "45.00",
        "third_parties": "0.00",
        "net": "305.00",
        "transferred": "5.00",
        "available": "300.00",
    }
    assert (document["requested"], document["left"], document["ready"]) == (
        "300.00",
        "0.00",
        False,
    )
    assert document["schedule"] == [
        {
            "victim": "V-1",
            "awarded": "600.00",
            "outstanding": "595.00",
            "share": "150.00",
            "left": "445.00",
        },
        {
            "victim": "V-2",
            "awarded": "600.00",
            "outstanding": "600.00",
            "share": "150.00",
            "left": "450.00",
        },
    ]
    bare = Book.replay([Entry(seq=1, on=DAY, body=Asset(reference="AS-1", what="boat"))])
    without = restoration_document(request_of(bare, "AS-1", DAY, LAW), **OF)
    _holds(RestorationSchema, without)
    assert without["order"] is None


def test_the_worksheet_says_what_its_schema_promises() -> None:
    found = remission_of(_book(), "AS-1", DAY, LAW, _read(FULL))
    document: Any = remission_document(found, **OF)
    _holds(RemissionSchema, document)
    # Market value 70.00 less 5.00 paid by others; 10.50 of the property is the victim's own, and comes off.
    [mine, other] = document["petitioners"]
    assert (mine["shown"], mine["as_owner"], mine["as_victim"]) == ("65.00", "10.50", "54.50")
    assert (mine["share"], mine["had_by_entries"], mine["compensated"]) == (
        "65.00",
        "5.00",
        "5.00",
    )
    assert (other["shown"], other["to_show"], other["share"]) == ("0.00", "90.00", "0.00")
    assert (document["divided"], document["left"]) == ("65.00", "235.00")


def test_the_trace_goes_forward_from_each_source_and_back_from_each_obligee() -> None:
    document: Any = trace_document(traced(_book()), as_of=DAY, **OF)
    _holds(TraceSchema, document)
    paid = [{"disbursement": "DIS-1", "on": "2024-09-01", "amount": "3.50"}]
    assert document["sources"] == [
        {
            "reference": "T-1",
            "entry": 8,
            "on": "2024-08-01",
            "asset": "AS-1",
            "path": "restoration",
            "order": "O-1",
            "amount": "5.00",
            "disbursed": "3.50",
            "held": "1.50",
            "to": [{"obligee": "V-1", "amount": "5.00", "held": "1.50", "disbursements": paid}],
        }
    ]
    assert document["assets"] == [
        {
            "asset": "AS-1",
            "transferred": "5.00",
            "disbursed": "3.50",
            "held": "1.50",
            "transfers": ["T-1"],
        }
    ]
    [back] = document["obligees"]
    assert [(each["asset"], each["amount"], each["disbursement"]) for each in back["came"]] == [
        ("AS-1", "3.50", "DIS-1"),
        ("AS-1", "1.50", None),
    ]


def test_the_next_steps_say_what_their_schema_promises() -> None:
    document: Any = next_document(acts_of(_book(), DAY), as_of=DAY, **OF)
    _holds(NextStepsSchema, document)
    [asset] = document["assets"]
    assert (asset["left"], asset["stage"]) == ("300.00", "liquidated")
    assert asset["next"][0]["act"] == "request restoration"


def test_the_schema_of_petitions_takes_what_is_read_and_refuses_what_is_not() -> None:
    _holds(PetitionsSchema, FULL)
    for wrong in ({}, {"petitioners": [], "x": 1}, _one(kind="x"), _one(amount="1e3")):
        with pytest.raises(jsonschema.ValidationError):
            _holds(PetitionsSchema, wrong)
