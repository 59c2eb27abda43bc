"""The list of property that waits, on paper, as a workbook and on the wire."""

import datetime as dt
import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from remedies.documents.statement_delays import (
    delays_html,
    delays_page,
    delays_pdf,
    delays_workbook,
)
from remedies.facts.convictions import Statute
from remedies.ledger.asset_next import Act, NextStep, Office
from remedies.ledger.delays import Reason, Waiting
from remedies.ledger.entries import Delay, Stage
from remedies.wire.statement_delays import DelaysSchema, delays_json
from tests.documents.soffice import recalculated, values

DAY = dt.date(2026, 6, 30)
SINCE = dt.date(2026, 1, 1)
TOLD = Waiting(
    case="EXAMPLE-1",
    asset="AS-1",
    what="=cash <b>",
    stage=Stage.FORFEITED,
    statute=Statute.parse("18 USC 1594"),
    mandatory=True,
    forfeited_on=SINCE,
    days_since_forfeiture=180,
    net_proceeds=1234567,
    untransferred=1000000,
    reason=Reason(
        why=Delay.APPEAL_PENDING,
        responsible="example office",
        recorded_on=SINCE,
        days=180,
        review_on=dt.date(2026, 6, 1),
        overdue_days=29,
        outdated=False,
        note="",
    ),
    next=(NextStep(Act.TRANSFER, Office.ATTORNEY_GENERAL, SINCE, 180, "18 U.S.C. § 1594(f)(1)"),),
)
SILENT = Waiting(
    case="EXAMPLE-2",
    asset="AS-7",
    what="vehicle",
    stage=Stage.FORFEITED,
    statute=None,
    mandatory=False,
    forfeited_on=dt.date(2026, 3, 2),
    days_since_forfeiture=120,
    net_proceeds=0,
    untransferred=0,
    reason=None,
    next=(),
)
ROWS = (TOLD, SILENT)


def flat(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_list_counts_what_waits_and_what_has_no_reason() -> None:
    page = flat(delays_html(ROWS, DAY))
    assert "2 assets in 2 cases have not, or not wholly, reached the victims: $10,000.00" in page
    assert "No reason that still holds is recorded for 1. 1 should have been looked at" in page
    assert "2026-06-01, 29 days overdue" in page
    assert "Attorney General: transfer the proceeds (since 2026-01-01)" in page
    assert "=cash &lt;b&gt;, 18 U.S.C. § 1594 (transfer commanded)" in page
    assert "No forfeited property waits" in delays_html((), DAY)
    assert "<link" not in delays_page(ROWS, DAY)


def test_the_json_is_of_its_schema() -> None:
    document = json.loads(delays_json(ROWS, DAY))
    assert DelaysSchema().validate(document) == {}
    assert (document["untransferred"], document["without_reason"]) == ("10000.00", 1)
    assert document["assets"][1]["reason"] is None


def test_the_workbook_adds_up_and_keeps_text_as_text(tmp_path: Path) -> None:
    made = delays_workbook(ROWS, DAY)
    assert made == delays_workbook(ROWS, DAY)
    sheet = openpyxl.load_workbook(BytesIO(made)).active
    assert sheet is not None
    assert (sheet["C4"].value, sheet["C4"].data_type) == ("=cash <b>", "s")
    assert sheet["I6"].value == "=SUM(I4:I5)"
    again = recalculated({"delays": made}, tmp_path)["delays"].active
    assert again is not None
    assert again["I6"].value == pytest.approx(10000)
    assert values(delays_workbook((), DAY)).active is not None


def test_the_pdf_is_accessible_and_archival(
    verapdf: Callable[..., dict[tuple[Path, str], str]], tmp_path: Path
) -> None:
    path, none = tmp_path / "delays.pdf", tmp_path / "none.pdf"
    path.write_bytes(delays_pdf(ROWS, DAY))
    none.write_bytes(delays_pdf((), DAY))
    verdicts = verapdf(path, none)
    assert set(verdicts.values()) == {"pass"}, verdicts
