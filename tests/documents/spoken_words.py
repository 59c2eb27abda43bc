"""Words of a page by the language in which the page says that they are."""

import re
from collections import Counter
from collections.abc import Mapping
from html.parser import HTMLParser

_WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)*")
_ADDRESS = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|gov|org)\b(?:/[\w./-]*\w)?")
_EXHIBIT = re.compile(r"\b(?:Def\. )?Ex\. \w+(?: at \d+|, stub \d+)?")
_CITATION = re.compile(
    r"(?:\d+ )?(?:[A-Z][\w.]*\.?[ \N{NO-BREAK SPACE}])+(?:ann\. |tit\. \d+, |r\. )?"
    r"(?:art\. \w+, )?§+[ \N{NO-BREAK SPACE}]?[\d:.-]*\w(?:\(\w+\))*"
    r"|\d+ Ill\. Comp\. Stat\. [\d/.-]*\d"
)
_SAID = ("alt", "aria-label", "placeholder", "title")
_UNSAID = frozenset({"style", "script", "svg"})
_FIGURES = frozenset({"bdi", "span"})
_EMPTY = frozenset({"br", "col", "hr", "img", "input", "link", "meta"})
NO_LANGUAGE = ""
"""The language of what is figures alone: numbers, addresses, citations."""


class _Reader(HTMLParser):
    """Gathers words; an element has the language of the one around it where it names none."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self._open: list[tuple[str, str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        language, heard = self._here()
        language = named.get("lang", language)
        if tag in _FIGURES and named.get("dir") == "ltr":
            language = NO_LANGUAGE
        heard = heard and tag not in _UNSAID
        for name in _SAID:
            self._take(named.get(name, ""), language, heard=heard)
        if tag not in _EMPTY:
            self._open.append((tag, language, heard))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        language, heard = self._here()
        self._take(data, language, heard=heard)

    def _here(self) -> tuple[str, bool]:
        return self._open[-1][1:] if self._open else (NO_LANGUAGE, True)

    def _take(self, words: str, language: str, *, heard: bool) -> None:
        if heard and words.strip():
            self.found.setdefault(language, []).append(words)


def said(page: str) -> Mapping[str, str]:
    """Return all that a page says, by language: what is read aloud, in attributes too."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return {language: "\n".join(found) for language, found in reader.found.items()}


def words(text: str) -> Counter[str]:
    """Return how often each word of two letters or more stands in a text, in small letters.

    Addresses, exhibits and citations are of no language.
    """
    for unsaid in (_ADDRESS, _EXHIBIT, _CITATION):
        text = unsaid.sub(" ", text)
    return Counter(word.lower().replace("’", "'") for word in _WORD.findall(text))
