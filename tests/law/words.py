"""Numbers in the words of statutes: ``25 cents``, ``forty-two hours``, ``one and one-half times``."""

import re
from fractions import Fraction

UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen",
        ]
    )
}  # fmt: skip
TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
PARTS = {"half": Fraction(1, 2), "third": Fraction(1, 3), "quarter": Fraction(1, 4)}


def value_of(words: str) -> Fraction:
    """Return the number that ``words`` state, in the unit of their parameter.

    Raises:
        ValueError: they state none, or none that is read.

    """
    text = words.strip().lower()
    if text == "equal amount":
        return Fraction(1)
    if found := re.fullmatch(r"\$(\d+(?:\.\d{2})?)(?: an hour)?", text):
        return Fraction(found[1])
    if found := re.fullmatch(r"(\d+) cents(?: an hour)?", text):
        return Fraction(int(found[1]), 100)
    if found := re.fullmatch(r"(\d+)(?: hours)?", text):
        return Fraction(found[1])
    if found := re.fullmatch(r"([a-z]+)(?:-([a-z]+))?(?: hours)?", text):
        return Fraction(_whole(found[1], found[2]))
    if found := re.fullmatch(r"([a-z]+) and one-([a-z]+) times", text):
        return _whole(found[1], None) + PARTS[found[2]]
    msg = f"no number is read in {words!r}"
    raise ValueError(msg)


def _whole(first: str, second: str | None) -> int:
    try:
        if second is None:
            return TENS[first] if first in TENS else UNITS[first]
        return TENS[first] + UNITS[second]
    except KeyError:
        msg = f"no number is read in {first!r}"
        raise ValueError(msg) from None
