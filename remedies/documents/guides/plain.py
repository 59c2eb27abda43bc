"""A guide as plain text, for a terminal: the words of its page, with the law in a list at the end."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from remedies.documents.guides.page import Guide
from remedies.documents.guides.shown import Page, Shown
from remedies.documents.texts import text
from remedies.documents.texts.text import lines as lines_in

_JOINER: Final = "\N{WORD JOINER}"
_SPACE: Final = "\N{NO-BREAK SPACE}"


def guide_text(guide: Guide, width: int) -> str:
    """Return the guide as plain text with lines of at most ``width`` characters.

    Raises:
        LawNotEncodedError: a value or a cite names law that is not encoded for the day.

    """
    values = replace(guide.values, as_of=guide.values.known_on(_named(guide)))
    page = Page(values, guide.holds, guide.inserts)
    about = guide.about or text("page", guide.text.language)
    lines = [_plain(page.words(guide.text.title)).upper(), ""]
    lines += _section(page.section(about.section("hotline")), width, headed=False)
    for section in guide.text.sections:
        lines += _section(page.section(section), width)
    lines += _section(page.section(about.section("as-of")), width)
    lines += _section(page.section(about.section("sources")), width)
    for number, each in enumerate(page.authorities, start=1):
        mark = values.language.mark(each.checked)
        said = f"[{number}] {each.citation}" + (f" ({mark})" if mark else "")
        lines += _wrapped(said, width, "", "    ")
    return "\n".join(lines).rstrip() + "\n"


def _named(guide: Guide) -> Iterator[str]:
    """Yield every name of law or value in the text, as its page does."""
    for section in guide.text.sections:
        for line in lines_in(section.blocks):
            yield from line.cites
            yield from line.values()


def _section(section: Shown, width: int, *, headed: bool = True) -> Iterator[str]:
    if headed:
        title = _plain(section.lines[0])
        yield from (title, "=" * len(title))
    yield from _blocks(section.blocks, width)


def _blocks(blocks: Sequence[Shown], width: int) -> Iterator[str]:
    for block in blocks:
        match block.form:
            case "heading":
                title = _plain(block.lines[0])
                yield from (title, "-" * len(title))
                continue
            case "bullets" | "steps":
                for number, line in enumerate(block.lines, start=1):
                    sign = "- " if block.form == "bullets" else f"{number}. "
                    yield from _wrapped(_plain(line), width, sign, " " * len(sign))
            case "table":
                for row in (block.lines, *block.rows):
                    yield from _wrapped(" | ".join(map(_plain, row)), width, "", "    ")
            case "note":
                yield from _blocks(block.blocks, width)
                continue
            case "insert":
                continue
            case _:
                for line in block.lines:
                    yield from _wrapped(_plain(line), width, "", "")
        yield ""


def _plain(line: Markup) -> str:
    """Return a line's words, and the numbers of what it rests on in brackets."""
    said, _, numbers = line.striptags().partition(_JOINER)
    return f"{said} [{numbers.replace(_SPACE, ', ')}]" if numbers else said


def _wrapped(said: str, width: int, first: str, then: str) -> list[str]:
    return textwrap.wrap(
        said,
        width,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )
