"""Many documents: nothing printed is lost, nothing is printed twice, what is damaged is printed anew."""

import json
import subprocess
import sys
from binascii import unhexlify
from pathlib import Path

import pytest

from remedies.casework.issuing import LIST, Issued, Job, issue

# Made in processes of their own by a function of the standard library: two digits give one byte.
JOBS = [Job(name=f"guide-{number}.pdf", made_of=f"{number:02x}".encode()) for number in range(6)]

WAITING = """
import sys, time
from binascii import unhexlify
from pathlib import Path
from remedies.casework.issuing import Job, issue
if __name__ == "__main__":
    begun = issue([Job(name="a", made_of=b"00")], unhexlify, Path(sys.argv[1]), workers=2)
    next(begun)
    print("printed", flush=True)
    time.sleep(60)
"""


def run(folder: Path, jobs: list[Job] = JOBS) -> list[Issued]:
    return sorted(issue(jobs, unhexlify, folder, workers=2), key=lambda found: found.name)


def test_every_document_is_printed_once(tmp_path: Path) -> None:
    assert [found.printed for found in run(tmp_path)] == [True] * 6
    assert [found.printed for found in run(tmp_path)] == [False] * 6
    assert (tmp_path / "guide-4.pdf").read_bytes() == b"\x04"


def test_a_run_that_stopped_is_taken_up_where_it_was(tmp_path: Path) -> None:
    begun = issue(JOBS, unhexlify, tmp_path, workers=1)
    first = next(begun)
    begun.close()
    again = run(tmp_path)
    assert {found.name for found in again} == {job.name for job in JOBS}
    assert next(found for found in again if found.name == first.name).printed is False


def test_one_that_fails_loses_none_that_were_printed(tmp_path: Path) -> None:
    wrong = [*JOBS[:3], Job(name="guide-3.pdf", made_of=b"no"), *JOBS[4:]]
    with pytest.raises(ValueError, match="hexadecimal"):
        list(issue(wrong, unhexlify, tmp_path, workers=1))
    kept = {json.loads(line)["name"] for line in (tmp_path / LIST).read_text().splitlines()}
    assert kept
    assert {found.name for found in run(tmp_path) if not found.printed} >= kept


def test_what_changed_or_was_damaged_is_printed_anew(tmp_path: Path) -> None:
    run(tmp_path)
    (tmp_path / "guide-1.pdf").write_bytes(b"scratched")
    (tmp_path / "guide-2.pdf").unlink()
    changed = [
        Job(name=job.name, made_of=job.made_of + b"ff" * (job.name == "guide-5.pdf"))
        for job in JOBS
    ]
    printed = [found.name for found in run(tmp_path, changed) if found.printed]
    assert printed == ["guide-1.pdf", "guide-2.pdf", "guide-5.pdf"]


def test_a_line_that_was_cut_short_is_passed_over(tmp_path: Path) -> None:
    run(tmp_path)
    with (tmp_path / LIST).open("a") as kept:
        kept.write('{"name": "gui')
    assert not any(found.printed for found in run(tmp_path))


def test_a_run_that_is_killed_leaves_no_worker_behind(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(WAITING)
    with subprocess.Popen(
        [sys.executable, script, tmp_path / "out"], stdout=subprocess.PIPE
    ) as begun:
        assert begun.stdout is not None
        assert begun.stdout.readline() == b"printed\n"
        begun.kill()
        begun.communicate(
            timeout=20
        )  # its end is the end of the last process that may write there
    assert len((tmp_path / "out" / LIST).read_text().splitlines()) == 1
