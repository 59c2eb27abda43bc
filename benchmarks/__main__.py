"""Measure every bound and say which hold: ``python -m benchmarks [--json]``.

Each part runs in a process of its own, so that its peak memory is its own too.
"""

import argparse
import json
import platform
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version

from benchmarks.bounds import Bound

PARTS = (
    "law",
    "totals",
    "equal_workweeks",
    "explained",
    "records",
    "documents",
    "guides",
    "uploads",
    "ledger",
    "store",
)
LIBRARIES = (
    "remedies",
    "flask",
    "marshmallow",
    "weasyprint",
    "openfisca-core",
    "numpy",
    "beancount",
)


def main() -> int:
    """Print the figures; return 1 when a part could not be measured at all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    arguments = parser.parse_args()
    unknown = set(arguments.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    versions = _versions()
    if not arguments.json:
        print(", ".join(f"{name} {number}" for name, number in versions.items()), end="\n\n")
    found: list[Bound] = []
    failed: list[str] = []
    for part in arguments.parts or PARTS:
        measured = _measure(part)
        if measured is None:
            failed.append(part)
            continue
        found += measured
        if not arguments.json:
            for bound in measured:
                print(bound.lines(), flush=True)
    _conclude(found, failed, versions, as_json=arguments.json)
    return 1 if failed else 0


def _measure(part: str) -> list[Bound] | None:
    command = [sys.executable, "-m", f"benchmarks.{part}"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    if done.returncode:
        return None
    return [Bound(**fields) for fields in json.loads(done.stdout)]


def _conclude(
    found: list[Bound], failed: list[str], versions: dict[str, str], *, as_json: bool
) -> None:
    if as_json:
        bounds = [bound.as_json() for bound in found]
        print(json.dumps({"versions": versions, "bounds": bounds, "failed": failed}, indent=2))
        return
    missed = [bound.what for bound in found if bound.holds is False]
    unmeasured = [bound.what for bound in found if bound.holds is None] + failed
    held = sum(1 for bound in found if bound.holds)
    print(f"\n{held} of {len(found)} bounds hold.")
    for words, names in (("MISSED", missed), ("NOT MEASURED", unmeasured)):
        for name in names:
            print(f"{words}: {name}")


def _versions() -> dict[str, str]:
    versions = {"python": platform.python_version()}
    for library in LIBRARIES:
        try:
            versions[library] = version(library)
        except PackageNotFoundError:
            versions[library] = "absent"
    return versions


if __name__ == "__main__":
    sys.exit(main())
