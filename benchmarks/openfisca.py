"""OpenFisca's web API in a process of its own, asked for a trace again and again."""

import json
import subprocess
import sys
from importlib.util import find_spec
from types import TracebackType
from typing import Any, Self

MISSING = "OpenFisca-Core is not installed here; `make bench` installs it"


def is_installed() -> bool:
    """Return whether there is an OpenFisca to compare with."""
    return all(find_spec(name) for name in ("openfisca_core", "openfisca_web_api", "flask_cors"))


class OpenFisca:
    """The process: takes situations, gives traces and the processor time that they took."""

    def __enter__(self) -> Self:
        """Start it and wait until it serves."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.openfisca_wages"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._read()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let it end."""
        self._process.communicate()

    def seconds(self, situation: bytes) -> float:
        """Return the processor seconds of one request for a trace."""
        return float(self._ask(situation, keep=False)["seconds"])

    def trace(self, situation: bytes) -> dict[str, float]:
        """Return the value of every variable and period in the trace."""
        values: dict[str, float] = self._ask(situation, keep=True)["values"]
        return values

    def peak_mb(self) -> float:
        """Return the most memory that it held so far, in megabytes."""
        return float(self._ask(b"", keep=False)["peak_mb"])

    def _ask(self, situation: bytes, *, keep: bool) -> dict[str, Any]:
        assert self._process.stdin is not None  # noqa: S101 - it was opened as a pipe
        request = {"situation": situation.decode(), "keep": keep}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None  # noqa: S101 - it was opened as a pipe
        line = self._process.stdout.readline()
        if not line:
            message = "OpenFisca's process ended; what it printed above says why"
            raise RuntimeError(message)
        answer: dict[str, Any] = json.loads(line)
        return answer
