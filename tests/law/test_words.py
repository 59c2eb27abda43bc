from fractions import Fraction

import pytest

from tests.law.words import value_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("25 cents", "0.25"),
        ("30 cents an hour", "0.30"),
        ("$1", "1"),
        ("$0.40", "0.40"),
        ("$1.15 an hour", "1.15"),
        ("44 hours", "44"),
        ("40", "40"),
        ("forty hours", "40"),
        ("forty-two hours", "42"),
        ("one and one-half times", "1.5"),
        ("equal amount", "1"),
    ],
)
def test_words_of_a_statute_are_read_as_the_number_they_state(words: str, value: str) -> None:
    assert value_of(words) == Fraction(value)


@pytest.mark.parametrize(
    "words", ["", "an hour", "$", "cents", "$1.155", "fortyish hours", "1,000"]
)
def test_words_without_a_number_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="no number is read"):
        value_of(words)
