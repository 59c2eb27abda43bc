"""How translations stand to the English text, and the digest that says which text one renders.

``python -m scripts.translations``             says how each stands
``python -m scripts.translations --check``     fails where one is stale or missing
``python -m scripts.translations --render KIND LANGUAGE``   writes the digest of today's English text into a
translation: only its translator, who has just read the English text again, does that
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence

from remedies.documents.guides.catalog import CATALOG
from remedies.documents.texts import kinds, languages, text, translation
from remedies.documents.texts.language import SOURCE
from remedies.documents.texts.library import FOLDER, spoken

_RENDERS = re.compile(r'^renders = "[^"\n]*"$', re.MULTILINE)
_AROUND = "page"


def standing() -> Iterator[tuple[str, str, str]]:
    """Yield each document, language and how the translation stands: current, stale or missing."""
    for kind in kinds():
        for code in languages():
            if code == SOURCE:
                continue
            if code not in spoken(kind):
                yield kind, code, "missing"
                continue
            found = translation(text(kind, code))
            reviewed = "reviewed" if found.reviewed else "not reviewed"
            yield kind, code, f"{'current' if found.current else 'stale'}, {reviewed}"


def is_wanted(kind: str) -> bool:
    """Return whether a document must be had in every language: what a court or an office reads need not."""
    readers = ("survivor", "public", "advocate")
    return kind == _AROUND or (kind in CATALOG and CATALOG[kind].reader in readers)


def render(kind: str, code: str) -> None:
    """Write the digest of the English text into a translation.

    Raises:
        SystemExit: there is no such translation, or it has no line for the digest.

    """
    path = FOLDER / kind / f"{code}.md"
    if code == SOURCE or kind not in kinds() or not path.is_file():
        raise SystemExit(f"there is no translation {kind} {code}")  # noqa: EM102, TRY003
    line = f'renders = "{text(kind, SOURCE).digest}"'
    changed, count = _RENDERS.subn(line, path.read_text("utf-8"), count=1)
    if count != 1:
        raise SystemExit(f"{path.name} of {kind} has no line renders")  # noqa: EM102, TRY003
    path.write_text(changed, "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Say how translations stand, check them, or note that one was made anew."""
    parser = argparse.ArgumentParser(prog="python -m scripts.translations")
    parser.add_argument("--check", action="store_true", help="fail where one is stale or missing")
    parser.add_argument("--render", nargs=2, metavar=("KIND", "LANGUAGE"))
    options = parser.parse_args(arguments)
    if options.render:
        render(*options.render)
        return 0
    wrong = 0
    for kind, code, how in standing():
        bad = how.startswith("stale") or (how == "missing" and is_wanted(kind))
        wrong += bad
        if bad or not options.check:
            print(f"{kind} {code}: {how}")
    return 1 if options.check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())
