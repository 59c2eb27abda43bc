"""Tables: what refusing a hostile file costs, and what reading a large good one does."""

import datetime as dt
import io
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from benchmarks.bounds import MEGABYTE, Bound, peak_mb, report
from remedies.intake.columns import Sort
from remedies.intake.imports import imported
from remedies.intake.proposals import proposed
from remedies.intake.refusals import TableError
from remedies.intake.tables import read_table

ROWS = 3_650
_PRIME, _SPREAD = 7_919, 100_003


def main() -> None:
    """Measure each file in a process of its own, so that its peak memory is its own too."""
    if len(sys.argv) > 1:
        print(json.dumps(_measured(sys.stdin.buffer.read())))
        return
    found = {name: _alone(make()) for name, make in HOSTILE.items()}
    taken = [name for name, (refused, _, _) in found.items() if not refused]
    if taken:
        message = f"not refused: {', '.join(taken)}"
        raise RuntimeError(message)
    seconds = {name: spent for name, (_, spent, _) in found.items()}
    memory = {name: peak for name, (_, _, peak) in found.items()}
    _, good, peak = _alone(_timesheet())
    report(
        [
            Bound(
                what=f"refusing the slowest of {len(found)} hostile tables",
                limit=1,
                unit="s",
                measured=max(seconds.values()),
                notes=[f"{name}: {spent:.3f} s" for name, spent in seconds.items()],
            ),
            Bound(
                what="memory of a process that refuses the worst of them",
                limit=100,
                unit="MB",
                measured=max(memory.values()),
                notes=[f"{name}: {held:.0f} MB" for name, held in memory.items()],
            ),
            Bound(
                what=f"a workbook of {ROWS:,} daily clock records read into a claim",
                limit=1,
                unit="s",
                measured=good,
                notes=[f"peak memory of its process {peak:.0f} MB"],
            ),
        ]
    )


def _measured(content: bytes) -> tuple[bool, float, float]:
    """Return whether a file was refused, the processor seconds that it took and the peak memory."""
    started = time.process_time()
    refused = False
    try:
        table = read_table(content)
        imported(table, Sort.TIMESHEET, proposed(table, Sort.TIMESHEET).mapping)
    except TableError:
        refused = True
    return refused, time.process_time() - started, _peak_mb()


def _peak_mb() -> float:
    """Return the most memory that this process held, without what it took over from its parent."""
    status = Path("/proc/self/status")
    if not status.exists():
        return peak_mb()
    kilobytes = status.read_text("utf-8").partition("VmHWM:")[2].split()[0]
    return int(kilobytes) * 1024 / MEGABYTE


def _alone(content: bytes) -> tuple[bool, float, float]:
    command = [sys.executable, "-m", "benchmarks.uploads", "one"]
    done = subprocess.run(command, input=content, stdout=subprocess.PIPE, check=True)  # noqa: S603
    refused, seconds, megabytes = json.loads(done.stdout)
    return refused, seconds, megabytes


def _packed(sheet: str, sheets: int = 1) -> bytes:
    """Return a workbook with nothing but what reading it needs."""
    listed = "".join(f'<sheet name="{n}" r:id="r1"/>' for n in range(sheets))
    related = '<Relationship Id="r1" Type="/worksheet" Target="worksheets/sheet1.xml"/>'
    parts = {
        "xl/workbook.xml": f'<workbook xmlns:r="r"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{related}</Relationships>",
        "xl/worksheets/sheet1.xml": sheet,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _sheet(rows: str) -> str:
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>"


def _rows(count: int, cells: int) -> str:
    """Return rows of cells that do not pack too well."""
    return "".join(
        f"<row>{''.join(f'<c><v>{n * _PRIME % _SPREAD + c}.5</v></c>' for c in range(cells))}</row>"
        for n in range(count)
    )


def _nested(count: int) -> str:
    names = [f"x{n * _PRIME % _SPREAD}" for n in range(count)]
    ends = "".join(f"</{name}>" for name in reversed(names))
    return "".join(f"<{name}>" for name in names) + ends


def _timesheet() -> bytes:
    """Return a workbook of ten years of daily clock times, in synthetic figures."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        day, clock = (book.add_format({"num_format": form}) for form in ("m/d/yyyy", "h:mm AM/PM"))
        sheet.write_row(0, 0, ["Date", "In", "Out"])
        for n in range(1, ROWS + 1):
            sheet.write_datetime(n, 0, dt.date(2010, 1, 3) + dt.timedelta(days=n), day)
            sheet.write_datetime(n, 1, dt.time(6 + n % 3, n % 60), clock)
            sheet.write_datetime(n, 2, dt.time(18 + n % 5, n * 7 % 60), clock)
    return file.getvalue()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "zip bomb, 1,000 to 1": lambda: _packed(" " * 22_000_000),
    "100 sheets": lambda: _packed(_sheet(""), sheets=100),
    "1,000,000 rows, XLSX": lambda: _packed(_sheet("<row><c><v>7</v></c></row>" * 1_000_000)),
    "90,000 rows, XLSX": lambda: _packed(_sheet(_rows(90_000, 1))),
    "94,400 cells, XLSX": lambda: _packed(_sheet(_rows(1_600, 59))),
    "1,000,000 rows, CSV": lambda: b"a,b\n" + b"1,2\n" * 1_000_000,
    "a cell of 4.9 MB, CSV": lambda: b"a,b\n" + b"x" * 4_900_000,
    "a cell at XFD1048576": lambda: _packed(
        _sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    ),
    "390,000 nested tags": lambda: _packed(_sheet(_nested(195_000))),
    "1,000,000 tags": lambda: _packed(_sheet("".join(f"<x{n}/>" for n in range(1_000_000)))),
    "a tag of 12 MB": lambda: _packed('<a b="' + "".join(str(n) for n in range(1_900_000))),
}


if __name__ == "__main__":
    main()
