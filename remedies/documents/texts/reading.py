"""A text file to a text: a small part of Markdown, and a refusal of everything else.

The file opens with a head in TOML between two lines ``+++``. Below it stand sections (``## Title {#id}``,
``{#id .advice}``), sub-headings (``###``), paragraphs, flat lists, boxes (``>``), tables and ``::: when
condition`` … ``:::``; a paragraph ``{table.name}`` is the place of a table that the program makes. In a
line: ``**strong**``, ``*emphasis*``, ``{value}``, ``[words](contact:key)``, ``[what is wanted](blank:)``,
``[words of another language](lang:en)``; at its end its cites ``[@key]``, or ``[~]`` where it states no law.
docs/translating.md tells translators more.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import Final, NoReturn

import tomli
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from remedies.documents.texts.text import (
    Blank,
    Block,
    Form,
    Insert,
    Line,
    Lines,
    Link,
    Manner,
    Note,
    Part,
    Quoted,
    Section,
    Stressed,
    Table,
    Text,
    Value,
    When,
    Words,
)

_FENCE: Final = "+++\n"
_HEAD: Final = frozenset({"title", "summary", "renders", "translator", "reviewer"})
_MARKED: Final = re.compile(
    r"(?:(?P<title>.+?) )?\{#(?P<id>[A-Za-z0-9_-]+)(?P<advice> \.advice)?\}"
)
_MARK: Final = re.compile(r"\{(?P<value>[^{}]*)\}|\[@(?P<cite>[^\]]*)\]|(?P<no_law>\[~\])")
_NAME: Final = re.compile(r"[a-z][A-Za-z0-9_-]*(?:[.:][A-Za-z0-9_-]+)*")
_DIGIT: Final = re.compile(r"\d")
_CONTACT, _BLANK, _LANGUAGE, _TABLE = "contact:", "blank:", "lang:", "table."
_SECTION, _SUBHEADING = "h2", "h3"


class TextError(ValueError):
    """A text file says something that the format does not have."""

    def __init__(self, where: str, line: int, what: str) -> None:
        """Name the file and the line, and what is wrong there."""
        super().__init__(f"{where}, line {line}: {what}")


def read(kind: str, language: str, source: str) -> Text:
    """Return the text of one file.

    Raises:
        TextError: something that the format does not have; it names the line.

    """
    return _Reader(f"{kind}/{language}.md", source).text(kind, language)


class _Reader:
    """One file on its way to a text."""

    def __init__(self, where: str, source: str) -> None:
        self._where = where
        self._source = source
        self._tokens: Sequence[Token] = ()
        self._at = 0
        self._first = 0

    def text(self, kind: str, language: str) -> Text:
        head, body = self._head()
        self._tokens = _markdown().parse(body)
        return Text(
            kind=kind,
            language=language,
            title=self._plain(head["title"]),
            summary=self._plain(head["summary"]),
            sections=tuple(self._sections()),
            digest="sha256:" + sha256(self._source.encode()).hexdigest(),
            renders=head.get("renders", ""),
            translator=head.get("translator", ""),
            reviewer=head.get("reviewer", ""),
        )

    def _head(self) -> tuple[dict[str, str], str]:
        if not self._source.startswith(_FENCE) or self._source.count(_FENCE) < 2:  # noqa: PLR2004  # both
            self._refuse("the file opens with a head between two lines +++")
        head, body = self._source.removeprefix(_FENCE).split(_FENCE, maxsplit=1)
        try:
            found = tomli.loads(head)
        except ValueError as error:
            self._refuse(f"the head is not TOML: {error}")
        if unknown := found.keys() - _HEAD:
            self._refuse(f"the head has no {min(unknown)!r}")
        for name in ("title", "summary"):
            if not found.get(name):
                self._refuse(f"the head needs {name!r}")
        self._first = head.count("\n") + 2
        return found, body

    def _plain(self, words: str) -> Line:
        """Return a line of the head: words and values."""
        return _line([Token("text", "", 0, content=words)], self._refuse)

    def _sections(self) -> Iterator[Section]:
        seen: set[str] = set()
        while self._at < len(self._tokens):
            token = self._next("heading_open")
            if token.tag != _SECTION:
                self._refuse("a section opens with ##")
            marked, advice = self._heading()
            if marked.id in seen:
                self._refuse(f"a second section {marked.id!r}")
            seen.add(marked.id)
            yield Section(marked.id, marked.lines[0], tuple(self._blocks()), advice)

    def _heading(self) -> tuple[Lines, bool]:
        """Return a heading's line and mark; the token that opens it was taken."""
        inline = self._next("inline")
        found = _MARKED.fullmatch(inline.content)
        if found is None:
            self._refuse("a heading ends with its mark, such as {#who-decides}")
        self._next("heading_close")
        line = self._plain(found["title"] or "")
        return Lines(Form.HEADING, (line,), found["id"]), bool(found["advice"])

    def _blocks(self, until: str = "") -> Iterator[Block]:
        """Yield blocks up to the token that closes them, or to the next section."""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.type == until:
                self._at += 1
                return
            if token.type == "heading_open" and token.tag == _SECTION:
                break
            self._at += 1
            yield self._block(token)
        if until:
            self._refuse("a section may not begin inside a box or a condition")

    def _block(self, token: Token) -> Block:
        match token.type:
            case "heading_open" if token.tag == _SUBHEADING:
                return self._heading()[0]
            case "paragraph_open":
                return _paragraph_or_insert(self._paragraph())
            case "bullet_list_open":
                return Lines(Form.BULLETS, tuple(self._items("bullet_list_close")))
            case "ordered_list_open":
                return Lines(Form.STEPS, tuple(self._items("ordered_list_close")))
            case "blockquote_open":
                return Note(tuple(self._blocks("blockquote_close")))
            case "container_when_open":
                return When(self._condition(token), tuple(self._blocks("container_when_close")))
            case "table_open":
                return self._table()
            case _:
                pass
        what = token.type.removesuffix("_open").replace("_", " ")
        return self._refuse(f"a text has no {what}")

    def _paragraph(self) -> Line:
        line = _line(self._next("inline").children or (), self._refuse)
        self._next("paragraph_close")
        return line

    def _items(self, until: str) -> Iterator[Line]:
        while self._tokens[self._at].type != until:
            self._next("list_item_open")
            self._next("paragraph_open")
            yield self._paragraph()
            self._next("list_item_close")
        self._at += 1

    def _condition(self, token: Token) -> str:
        name = token.info.strip().removeprefix("when").strip()
        if not _NAME.fullmatch(name):
            self._refuse("a condition is one registered name")
        return name

    def _table(self) -> Table:
        rows: list[tuple[Line, ...]] = []
        cells: list[Line] = []
        while (token := self._tokens[self._at]).type != "table_close":
            self._at += 1
            if token.type == "inline":
                cells.append(_line(token.children or (), self._refuse))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        self._at += 1
        return Table(rows[0], tuple(rows[1:]))

    def _next(self, kind: str) -> Token:
        token = self._tokens[self._at]
        if token.type != kind:
            what = "a list is flat: each item is one paragraph"
            self._refuse(what if "list" in token.type else f"{kind} was expected here")
        self._at += 1
        return token

    def _refuse(self, what: str) -> NoReturn:
        lines = (token.map[0] for token in self._tokens[: self._at + 1] if token.map)
        raise TextError(self._where, self._first + max(lines, default=0) + 1, what)


def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").use(container_plugin, "when")


def _line(tokens: Sequence[Token], refuse: Callable[[str], NoReturn]) -> Line:
    cites: list[str] = []
    marks: list[str] = []
    parts = _parts(iter(tokens), "", cites, marks, refuse)
    return Line(_trimmed(parts), tuple(cites), bool(marks))


def _parts(  # the two lists collect what stands in the line and is not said
    tokens: Iterator[Token],
    until: str,
    cites: list[str],
    marks: list[str],
    refuse: Callable[[str], NoReturn],
) -> tuple[Part, ...]:
    parts: list[Part] = []
    for token in tokens:
        match token.type:
            case kind if kind == until:
                break
            case "text":
                parts += _words(token.content, cites, marks, refuse)
            case "softbreak":
                parts.append(Words(" "))
            case "strong_open" | "em_open":
                closing = token.type.replace("open", "close")
                inside = _parts(tokens, closing, cites, marks, refuse)
                parts.append(Stressed(Manner(token.tag), inside))
            case "link_open":
                inside = _parts(tokens, "link_close", cites, marks, refuse)
                parts.append(_linked(str(token.attrGet("href")), inside, refuse))
            case other:
                refuse(f"a line has no {other.removesuffix('_open').replace('_', ' ')}")
    return tuple(parts)


def _linked(
    to: str, inside: tuple[Part, ...], refuse: Callable[[str], NoReturn]
) -> Link | Blank | Quoted:
    """Return a link to a contact, a blank, ``[your name](blank:)``, or words of another language."""
    if to == _BLANK:
        return Blank(Line(inside).words())
    if to.startswith(_LANGUAGE):
        return Quoted(to.removeprefix(_LANGUAGE), inside)
    if not to.startswith(_CONTACT):
        refuse("words may lead to a registered contact only: [words](contact:key)")
    return Link(to.removeprefix(_CONTACT), inside)


def _paragraph_or_insert(line: Line) -> Block:
    """Return a paragraph; one that is nothing but the name of a table is the place of that table."""
    match line.parts:
        case (Value(name=name),) if name.startswith(_TABLE):
            return Insert(name)
    return Lines(Form.PARAGRAPH, (line,))


def _words(
    content: str, cites: list[str], marks: list[str], refuse: Callable[[str], NoReturn]
) -> Iterator[Part]:
    at = 0
    for mark in _MARK.finditer(content):
        yield from _plain(content[at : mark.start()], refuse)
        at = mark.end()
        name = mark["value"] if mark["value"] is not None else mark["cite"]
        if mark["no_law"]:
            marks.append(mark["no_law"])
        elif not _NAME.fullmatch(name):
            refuse(f"{mark[0]!r} is no name of a value or a rule")
        elif mark["cite"] is None:
            yield Value(name)
        else:
            cites.append(name)
    yield from _plain(content[at:], refuse)


def _plain(words: str, refuse: Callable[[str], NoReturn]) -> Iterator[Words]:
    if _DIGIT.search(words):
        refuse("a number is typed; numbers come from the law, a contact or an answer")
    if words:
        yield Words(words)


def _trimmed(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Leave out the blanks that cites leave at the end of a line."""
    while parts and isinstance(last := parts[-1], Words):
        rest = last.words.rstrip()
        if rest:
            return (*parts[:-1], Words(rest))
        parts = parts[:-1]
    return parts
