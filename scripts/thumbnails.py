"""Pictures of each document's first page, for docs/documents.md: ``python -m scripts.thumbnails``.

They are drawn from the set that ``make documents`` printed, with poppler's ``pdftoppm``; a filled paper of
the synthetic example case is preferred to a blank one.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from remedies.documents.guides.catalog import CATALOG

TO = Path("docs/thumbnails")
WIDTH = 300
"""In pixels."""


def picture_of(kind: str, printed: Path) -> Path:
    """Return the file of the set that stands for a kind.

    Raises:
        FileNotFoundError: the set has none: ``make documents`` was not run.

    """
    for folder in ("example-1", "general"):
        for name in (kind, f"{kind}-us-ca"):
            path = printed / folder / "en" / f"{name}.pdf"
            if path.is_file():
                return path
    message = f"{printed} has no {kind}: run make documents"
    raise FileNotFoundError(message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw every picture anew."""
    parser = argparse.ArgumentParser(prog="python -m scripts.thumbnails")
    parser.add_argument("--printed", type=Path, default=Path("out/documents"))
    options = parser.parse_args(arguments)
    TO.mkdir(exist_ok=True)
    for kind in CATALOG:
        made = TO / kind
        command = ["pdftoppm", "-singlefile", "-jpeg", "-jpegopt", "quality=60,optimize=y"]
        scale = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
        source = picture_of(kind, options.printed)
        subprocess.run([*command, *scale, source, made], check=True)  # noqa: S603 - our own words
        print(made.with_suffix(".jpg"), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
