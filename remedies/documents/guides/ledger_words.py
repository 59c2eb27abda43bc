"""What a case's ledger says of its days, in the language of a document.

The ledger speaks English. Its sentences stand in the table ``deadlines`` of every language under the same
names; the English ones are the ledger's own, with names in braces where it says a day, references or a sum.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Final

from remedies.documents.guides.labels import labels
from remedies.documents.texts.language import SOURCE, language
from remedies.figures import Checked
from remedies.ledger.due import Due

TABLE: Final = "deadlines"
_NAMED: Final = re.compile(r"\{(\w+)\}")
_CHECKED: Final = "; checked: "
_END: Final = r"(?:[;,] |$)"
_PARTS: Final = {
    "day": r"\d{4}-\d{2}-\d{2}",
    "weekday": r"[A-Z][a-z]+day",
    "refs": r"[^\s,;]+(?:, [^\s,;]+)*",
    "sum": r"[a-z]+",
    "money": r"\$[\d,]+",
    "cite": r"[^;]+(?:; checked: [a-z ]+)?",
    "more": r".+",
}


class LedgerWords:
    """The ledger's sentences on days, in one language."""

    def __init__(self, code: str) -> None:
        """Take the language.

        Raises:
            KeyError: there is no such language.

        """
        self._code = code
        self._language = language(code)
        self._labels = labels(code, TABLE)
        known: Mapping[str, str] = labels(SOURCE, TABLE)["said"]
        ordered = sorted(known.items(), key=lambda each: (-len(each[1]), each[0]))
        self._patterns = [(name, _pattern(words)) for name, words in ordered]

    def what(self, due: Due) -> str:
        """Return what is due or ends; of a court's day only its reference, whose words are somebody's own.

        Raises:
            KeyError: the languages have no words for the key.

        """
        if due.by_court:
            return str(self._labels["court"]).format(due.key)
        return str(self._labels["days"][due.key])

    def said(self, words: str) -> Iterator[str]:
        """Yield every sentence of a note, a reason or a need, each with a full stop.

        What is not known is passed over in other languages, and once said to stand elsewhere.
        """
        missed = False
        while words:
            name, found, words = self._first(words)
            if name:
                yield _sentence(self._filled(name, found))
            elif self._code == SOURCE:
                yield _sentence(found["words"])
            else:
                missed = True
        if missed:
            yield self._labels["more"]

    def _first(self, words: str) -> tuple[str, Mapping[str, str], str]:
        """Return the first sentence's name with what it says in its places, and the words after it."""
        for name, pattern in self._patterns:
            found = pattern.match(words)
            if found:
                return name, found.groupdict(), words[found.end() :]
        first, _, rest = words.partition("; ")
        return "", {"words": first}, rest

    def _filled(self, name: str, found: Mapping[str, str]) -> str:
        said: str = self._labels["said"][name]
        return said.format(**{key: self._part(key, words) for key, words in found.items()})

    def _part(self, key: str, words: str) -> str:
        match key:
            case "day":
                return self._language.day(dt.date.fromisoformat(words))
            case "weekday":
                return str(self._labels["weekdays"][words])
            case "sum":
                return str(self._labels["sums"][words])
            case "cite":
                return self._cited(words)
            case _:
                return words

    def _cited(self, words: str) -> str:
        """Return a citation; of one whose own text was not read, how it is known."""
        citation, _, checked = words.partition(_CHECKED)
        if not checked:
            return citation
        return f"{citation}; {self._language.mark(Checked(checked.replace(' ', '_')))}"


def _pattern(words: str) -> re.Pattern[str]:
    """Return what matches a sentence of the ledger at the beginning of its words."""
    parts = _NAMED.split(words)
    made = [
        f"(?P<{part}>{_PARTS[part]})" if place % 2 else re.escape(part)
        for place, part in enumerate(parts)
    ]
    return re.compile("".join(made) + _END)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}".removesuffix(".") + "."
