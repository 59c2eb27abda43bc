"""Adding to the encoded law: the difference is shown, and written only with ``--write``."""

import argparse
import os
import sys
from contextlib import suppress
from difflib import unified_diff
from pathlib import Path
from tempfile import NamedTemporaryFile

from remedies.cli.terminal import DONE, library_of, print_page
from remedies.documents import law_check_text
from remedies.errors import ImportRefusedError, LawDataError, LawNotEncodedError, refuse_import
from remedies.law import Law, download, importing, steps


def treasury(options: argparse.Namespace) -> int:
    """Add weeks of Treasury yields."""
    if options.write and options.recorded_on is None:
        refuse_import("--recorded-on", "missing", "is needed with --write")
    content = _read(options.file, download.MAX_BYTES)
    library = library_of(options)
    path, text = _item_file(library, options.data, importing.KEY)
    found = importing.compared(text, download.read_download(content), options.recorded_on)
    if found.contradictions:
        raise ImportRefusedError(found.contradictions)
    print_page(law_check_text.weeks(found))
    made = text
    if found.new:
        made = importing.with_weeks(text, found, options.recorded_on, library)
    return _change(options, path, text, made)


def step(options: argparse.Namespace) -> int:
    """Add versions of one item."""
    read = steps.read_step(_read(options.file, steps.MAX_BYTES), options.recorded_on)
    library = library_of(options)
    path, text = _item_file(library, options.data, read.key)
    moves = steps.Moves(options.confirmed_on, options.known_through)
    made = steps.with_step(text, read, moves, library, correct=options.correct)
    return _change(options, path, text, made)


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)


def _item_file(library: Law, root: Path, key: str) -> tuple[Path, str]:
    if key not in library.keys():  # noqa: SIM118 - a library, not a mapping
        raise LawNotEncodedError(key, "no file states it")
    path = root / library.item(key).path
    return path, path.read_bytes().decode()


def _change(options: argparse.Namespace, path: Path, text: str, made: str) -> int:
    if made == text:
        sys.stdout.write("\nNothing to add.\n")
        return DONE
    name = path.relative_to(options.data).as_posix()
    old, new = (part.splitlines(keepends=True) for part in (text, made))
    sys.stdout.write("\n")
    sys.stdout.writelines(unified_diff(old, new, f"a/{name}", f"b/{name}", n=1))
    sys.stdout.write("\n")
    if not options.write:
        dated = "" if options.recorded_on else " and --recorded-on DATE"
        sys.stdout.write(f"Nothing was written. To write this, add --write{dated}.\n")
        return DONE
    if path.read_bytes().decode() != text:
        msg = f"{name} has changed meanwhile; nothing was written"
        raise LawDataError(msg)
    replace(path, made)
    sys.stdout.write(f"Written: {path}\nCheck it against its words: make law\n")
    return DONE


def replace(path: Path, text: str) -> None:
    """Put a text in the place of a file, whole or not at all."""
    with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(path.stat().st_mode)
            Path(file.name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(file.name).unlink()
            raise
