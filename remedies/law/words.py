"""Numbers in the words of statutes: ``25 cents``, ``forty-two hours``, ``one and one-half times``."""

import re
from collections.abc import Iterator
from fractions import Fraction

from remedies.operations import Unit

_SMALL = {
    word: number
    for number, word in enumerate(
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen",
        ]
    )
}  # fmt: skip
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "fifteenth": 15, "twentieth": 20, "thirtieth": 30,
    "sixtieth": 60, "ninetieth": 90,
}  # fmt: skip
_PARTS = {"half": 2, "third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "tenth": 10}
_MULTIPLES = {
    "equal amount": 1, "amount equal": 1, "twice": 2, "double": 2, "twofold": 2, "treble": 3, "triple": 3,
    "threefold": 3, "trebled": 3, "doubled": 2, "tripled": 3,
}  # fmt: skip
_GLYPHS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}

_WORD = "|".join((*_SMALL, *_TENS, *_SCALES))
_PART = "|".join(_PARTS)
_MULTIPLE = "|".join(map(re.escape, _MULTIPLES))
_NUMBER = re.compile(
    rf"""
    (?P<half_again>\b(?:time|one)[- ]and[- ](?:a|one)[- ]half\b)
  | (?P<multiple>\b(?:{_MULTIPLE})\b)
  | (?P<part>\b(?P<top>one|two|three)[- ](?P<bottom>{_PART})s?\b)
  | (?P<fraction>(?<![\w./])\d/\d(?![\w/]))
  | (?P<digits>(?<![\w.])\$?(?P<whole>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<decimals>\.\d+)?
        (?:(?:\ |-|\ and\ )(?P<over>\d/\d)|(?P<glyph>[½¼¾]))?(?:st|nd|rd|th)?(?:\ (?P<times>million))?)
  | (?P<alone>[½¼¾])
  | (?P<words>\b(?:{_WORD})\b(?:(?:[- ]|\ and\ )(?:{_WORD})\b(?![- ](?:{_PART})s?\b))*)
  | (?P<ordinal>\b(?:{"|".join(_ORDINALS)})\b)
    """,
    re.VERBOSE,
)
_NEXT = re.compile(r"\s+(?P<dollars>dollars? )?and\s+")
_PERCENT = re.compile(r"\s*(?:percent|per cent(?:um)?|%)")
_CENTS = re.compile(r"\s*(?:cents?|¢)\b")


def numbers(text: str, unit: Unit | None = None) -> set[Fraction]:
    """Return every number that ``text`` states, in ``unit``: of a ratio, 10 percent is one tenth."""
    return set(_numbers(" ".join(text.lower().split()), unit))


def _numbers(text: str, unit: Unit | None) -> Iterator[Fraction]:
    place = 0
    while found := _NUMBER.search(text, place):
        value, place = _value(found), found.end()
        if (more := _NEXT.match(text, place)) and (part := _NUMBER.match(text, more.end())):
            if part["part"] and not found["part"] and not more["dollars"]:
                value, place = value + _value(part), part.end()
            elif more["dollars"] and (cents := _CENTS.match(text, part.end())):
                value, place = value + _value(part) / 100, cents.end()
        in_cents = unit is not Unit.RATIO and _CENTS.match(text, place)
        in_percent = unit is Unit.RATIO and _PERCENT.match(text, place)
        if in_cents or in_percent:
            value /= 100
        yield value


def _value(found: re.Match[str]) -> Fraction:
    if found["half_again"]:
        return Fraction(3, 2)
    if word := found["multiple"]:
        return Fraction(_MULTIPLES[word])
    if found["part"]:
        return Fraction(_SMALL[found["top"]], _PARTS[found["bottom"]])
    if found["alone"]:
        return _GLYPHS[found["alone"]]
    if found["fraction"]:
        return Fraction(found["fraction"])
    if found["words"]:
        return Fraction(_spelled(found["words"]))
    if found["ordinal"]:
        return Fraction(_ORDINALS[found["ordinal"]])
    value = Fraction(found["whole"].replace(",", "") + (found["decimals"] or ""))
    value += Fraction(found["over"] or 0) + _GLYPHS.get(found["glyph"] or "", Fraction(0))
    return value * (_SCALES["million"] if found["times"] else 1)


def _spelled(words: str) -> int:
    total, current = 0, 0
    for word in re.split(r"[- ]", words):
        if word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total, current = total + max(current, 1) * _SCALES[word], 0
        elif word != "and":
            current += _SMALL.get(word) or _TENS.get(word) or 0
    return total + current
