"""Golden cases of which remedies are open: standing, reasons, days and amounts are those worked by hand."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path as File
from typing import Any

import pytest

from remedies import law
from remedies.calculators.avenues import Avenue, Remedy, open_remedies
from remedies.wire.answers import read_answers

CASES = tomllib.loads(File(__file__).with_name("remedies.toml").read_text("utf-8"))["remedies"]


def remedy_of(case: Mapping[str, Any]) -> Remedy:
    answers = read_answers(case["answers"], case["as_of"])
    found = open_remedies(answers, law.encoded(), case["as_of"])
    return next(each for each in found if each.avenue == case["remedy"])


def said(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_remedy_stands_as_worked_by_hand(case: Mapping[str, Any]) -> None:
    remedy = remedy_of(case)
    assert remedy.standing == case["standing"], remedy.why
    assert set(case.get("why", [])) <= set(remedy.why)
    assert set(remedy.why).isdisjoint(case.get("not_why", []))
    assert set(case.get("asks", [])) <= set(remedy.asks)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_its_days_and_amounts_are_those_worked_by_hand(case: Mapping[str, Any]) -> None:
    remedy = remedy_of(case)
    days = {limit.key: [said(limit.safe_on), said(limit.latest_on)] for limit in remedy.limits}
    wanted = case.get("days", {})
    assert {key: days.get(key) for key in wanted or ()} == wanted
    if "days" in case and remedy.avenue not in PARTLY:
        assert set(days) == set(wanted)
    if "brings" in case:
        assert {each.key: str(each.figure.value) for each in remedy.brings} == case["brings"]


PARTLY = {Avenue.WAGES_FLSA, Avenue.WAGES_DOL}
"""Those of which a case may name one day among several."""


def test_the_cases_name_their_rule_and_their_arithmetic() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 30
    assert all(case["rule"] and case["worked"] for case in CASES)
