"""What is wrong with a cell, in English, by the code of the problem.

A code that is not here is told in the words of the claim's own reader.
"""

from collections.abc import Mapping
from typing import Final

# What the claim's reader says of these speaks of JSON.
INSTEAD: Final = frozenset(
    {
        "after_as_of",
        "does_not_belong",
        "exactly_one",
        "not_a_date",
        "not_a_plain_decimal",
        "not_a_reference",
        "not_a_statute",
        "not_one_of",
        "required",
        "reversed_period",
        "too_long",
        "unknown_option",
        "unknown_position",
        "unprintable",
    }
)
"""The codes that are told in these words even where the claim's own reader has words for them."""

SAYS: Final[Mapping[str, str]] = {
    "required": "is missing",
    "formula": "holds a formula; type its value",
    "error_value": "holds an error of the spreadsheet; type what belongs there",
    "not_a_date": "must be a date such as 2012-03-25",
    "not_a_time": "must be a whole minute such as 07:30",
    "not_a_plain_decimal": "must be a number: digits and a point, such as 1234.50, or low / likely / high "
    "such as 60 / 80 / 100; amounts have at most 2 decimals, rates and hours 4",
    "not_a_word": "must be yes or no",
    "not_one_of": "must be one of the words in the list",
    "choose_from_list": "must be chosen from the list, where the place stands with its code",
    "not_a_weekday": "must be x for a day of work, or its hours such as 8.5",
    "mark_or_hours": "must be x, or hours when the hours are known by weekday",
    "unknown_period": "must be a period that the sheet Work describes",
    "unnamed_period": "must say which period of the sheet Work it is about",
    "duplicate_period": "names a period that stands in a row above",
    "duplicate_row": "is about a period that has a row above; one row is enough",
    "duplicate_choice": "is a second choice on the same point",
    "unlike_row": "must be the same basis as in the row above for this period",
    "changed_example": "is in a row marked as an example or as help, which is not read, and was changed; "
    "clear the row's first cell if it is a fact",
    "unknown_column": "stands in a column that the workbook does not know; move it, or delete it",
    "unknown_line": "stands in a line that the workbook does not know; move it, or delete it",
    "missing_sheet": "is a sheet of the workbook that is gone; take a new workbook and copy the "
    "facts into it",
    "no_days": "says that days are listed; list them on the sheet Days",
    "no_payments": "says that payments are listed; list them on the sheet Payments",
    "no_row": "add a row here for the period of {}",
    "no_facts": "needs at least one period of work, or a gain, or a loss",
    "no_convictions": "needs at least one statute of conviction: it decides which measures apply",
    "does_not_belong": "does not belong to what the row says; clear it, or change the row",
    "exactly_one": "must go one way only: one row, one way, one amount",
    "too_long": "has more than 200 characters",
    "unprintable": "has a character that cannot be printed, such as a line's end",
    "not_a_reference": "must be a pseudonym or initials such as V-1: letters, digits, points and "
    "hyphens, no "
    "spaces; never a full name",
    "not_a_statute": "must be a section of the United States Code such as 18 USC 1589",
    "reversed_period": "lies before its beginning",
    "after_as_of": "lies after the day of the sheet Case for which the figure is computed",
    "unknown_position": "must be one of the words in the list",
    "unknown_option": "must be one of the words in the list",
}
