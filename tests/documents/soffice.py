"""LibreOffice as a second opinion: it opens a workbook and computes every formula anew.

By itself it trusts the values stored in the file. The profile written here makes it calculate, and
the tests prove with wrong stored values that it does.
"""

import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def program() -> str:
    """Return LibreOffice's path; without it the test is skipped and says why."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip(
            "NOT RECOMPUTED: the workbook's formulas need LibreOffice "
            "(apt-get install --no-install-recommends libreoffice-calc)"
        )
    return found


def recalculated(files: Mapping[str, bytes], folder: Path) -> dict[str, openpyxl.Workbook]:
    """Return workbooks as LibreOffice computes them: what stands in each cell afterwards."""
    soffice = program()
    profile, before, after = (folder / name for name in ("profile", "before", "after"))
    for made in (profile / "user", before, after):
        made.mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    for name, content in files.items():
        (before / f"{name}.xlsx").write_bytes(content)
    command = [soffice, "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(after)]
    command += [str(before / f"{name}.xlsx") for name in files]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stderr
    return {name: values((after / f"{name}.xlsx").read_bytes()) for name in files}


def values(content: bytes) -> openpyxl.Workbook:
    """Return a workbook with the value that each cell stores."""
    return openpyxl.load_workbook(BytesIO(content), data_only=True)
