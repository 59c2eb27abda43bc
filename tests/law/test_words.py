"""Numbers are read from the words of statutes, and only those that stand there."""

from fractions import Fraction

import pytest

from remedies.law.words import numbers
from remedies.operations import Unit


@pytest.mark.parametrize(
    ("words", "unit", "values"),
    [
        ("$0.40", Unit.USD_PER_HOUR, {"0.40"}),
        ("25 cents an hour", Unit.USD_PER_HOUR, {"0.25"}),
        ("not less than $5.85 an hour", Unit.USD_PER_HOUR, {"5.85"}),
        ("one dollar and twenty-five cents", Unit.USD_PER_HOUR, {"1.25"}),
        ("Seven dollars and twenty-five cents an hour", Unit.USD_PER_HOUR, {"7.25"}),
        ("forty-two hours", Unit.HOUR, {"42"}),
        ("one and one-half times", Unit.RATIO, {"3/2"}),
        ("1 1/2 times", Unit.RATIO, {"3/2"}),
        ("1-1/2 times", Unit.RATIO, {"3/2"}),
        ("1½ times", Unit.RATIO, {"3/2"}),
        ("time and one-half", Unit.RATIO, {"3/2"}),
        ("time-and-a-half", Unit.RATIO, {"3/2"}),
        ("one and a half times", Unit.RATIO, {"3/2"}),
        ("3/4 of the hours", Unit.RATIO, {"3/4"}),
        ("one-half", Unit.RATIO, {"1/2"}),
        ("three-fourths of the workdays", Unit.RATIO, {"3/4"}),
        ("an additional equal amount", Unit.RATIO, {"1"}),
        ("treble damages", Unit.RATIO, {"3"}),
        ("double the amount", Unit.RATIO, {"2"}),
        ("three times the actual damages", Unit.RATIO, {"3"}),
        ("10 percent of the principal", Unit.RATIO, {"1/10"}),
        ("15 per centum", Unit.RATIO, {"3/20"}),
        ("100%", Unit.RATIO, {"1"}),
        ("9 percent a year", Unit.PERCENT_PER_YEAR, {"9"}),
        ("6.75%", Unit.PERCENT_PER_YEAR, {"6.75"}),
        ("$150,000", Unit.USD, {"150000"}),
        ("$1 million", Unit.USD, {"1000000"}),
        ("one hundred fifty thousand dollars", Unit.USD, {"150000"}),
        ("ten thousand dollars ($10,000)", Unit.USD, {"10000"}),
        ("two hundred and fifty", Unit.USD, {"250"}),
        ("the fifteenth day", Unit.DAY, {"15"}),
        ("the 60th day", Unit.DAY, {"60"}),
        ("within ninety days", Unit.DAY, {"90"}),
        ("five (5) years", Unit.YEAR, {"5"}),
        ("twenty years from", Unit.YEAR, {"20"}),
        ("no number here", Unit.USD, set()),
        ("someone often attends", Unit.USD, set()),
    ],
)
def test_numbers_are_read_as_they_are_said(words: str, unit: Unit, values: set[str]) -> None:
    assert numbers(words, unit) == {Fraction(value) for value in values}
