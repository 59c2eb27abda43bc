"""The kinds of problem that this API reports: each has a page of its own that explains it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from marshmallow import Schema, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of problem: its status and title, what it means and what to do."""

    status: int
    title: str
    means: str
    mend: str


KINDS: Final[Mapping[str, Kind]] = {
    "unreadable": Kind(
        status=400,
        title="The document cannot be read",
        means="What was sent is not a JSON document that this program reads: it is not UTF-8, not "
        "JSON, not an object, nested too deeply, or it names a field twice in one object.",
        mend="Send one JSON object in UTF-8. The code in errors says which of these it is, and where.",
    ),
    "bad-request": Kind(
        status=400,
        title="The request cannot be understood",
        means="A part of the request outside the claim is wrong: its query, its form or its headers.",
        mend="Compare the request with the documentation.",
    ),
    "not-found": Kind(
        status=404,
        title="There is no such page",
        means="Nothing stands at this address.",
        mend="Check the address, or begin at the start page.",
    ),
    "method-not-allowed": Kind(
        status=405,
        title="This address does not take that method",
        means="The address exists and is asked in another way; the Allow header says which.",
        mend="Use a method that the Allow header names.",
    ),
    "not-acceptable": Kind(
        status=406,
        title="No such form of the answer exists",
        means="The Accept header names only media types that this address cannot give.",
        mend="Ask for application/json, application/pdf or the workbook's type, or leave Accept out.",
    ),
    "too-large": Kind(
        status=413,
        title="The document is too large",
        means="The request has more bytes than are taken; the detail says how many that is.",
        mend="Give hours as a pattern instead of by date, or split the claim by periods.",
    ),
    "unsupported-media-type": Kind(
        status=415,
        title="That media type is not taken here",
        means="The Content-Type header is missing or names another type.",
        mend="Send a claim as application/json, and files as multipart/form-data, as the operation says.",
    ),
    "invalid-claim": Kind(
        status=422,
        title="The claim cannot be used",
        means="The document was read, and some of its facts cannot be used: a field is missing, not "
        "known, of the wrong type, or contradicts another. Facts are checked, never repaired.",
        mend="Every field that needs mending is listed in errors, with a code and what it takes.",
    ),
    "invalid-table": Kind(
        status=422,
        title="The table cannot be used",
        means="A timesheet, payments or a schedule that was handed in cannot be read safely, or rows of it "
        "cannot be used. Nothing was computed, repaired or left out.",
        mend="Every cell, row or choice that needs mending is listed in errors, as row 17, column In.",
    ),
    "law-not-encoded": Kind(
        status=422,
        title="The law is not encoded",
        means="The claim needs the law of a day, or a rule, that this version does not hold. It never "
        "takes a neighbor's value instead.",
        mend="Check the dates. If they are right, this version cannot compute the claim.",
    ),
    "no-such-law": Kind(
        status=404,
        title="No law is encoded for that",
        means="There is no item of that key, or it provides nothing on that day: the day lies before what "
        "is encoded, in a gap, after a repeal or past what is known. It never takes a neighbor's value.",
        mend="The detail says what is missing. Ask for the item's history to see the days that are encoded.",
    ),
    "unexpected": Kind(
        status=500,
        title="Something went wrong here",
        means="The program met an error of its own. Nothing was stored and no figure was made. The "
        "log holds the kind of error and the random number in detail, and nothing of the claim.",
        mend="Try once more; if it happens again, report the number and the software's version.",
    ),
}

CODES: Final[Mapping[str, str]] = {
    "after_as_of": "The day lies after the claim's as_of.",
    "before_work": "The day lies before the first day of work.",
    "before_work_ended": "The day lies before the work that it follows had ended.",
    "choose": "The table can be read in several ways; say which.",
    "choose_from_list": "The cell holds a word that is not in its list.",
    "does_not_add_up": "The parts do not add up to the total stated.",
    "does_not_belong": "The field does not stand beside another that was given, such as the basis of pay.",
    "duplicate_date": "One date is recorded twice, or in two ways.",
    "duplicate_day": "One weekday is named twice.",
    "duplicate_key": "One object names a field twice.",
    "duplicate_name": "Two entries have the same name.",
    "error_value": "The cell holds an error of the spreadsheet.",
    "exactly_one": "Exactly one of several fields must be given.",
    "formula": "The cell holds a formula; formulas are never computed, so its value must be pasted.",
    "inconsistent": "Two facts contradict each other.",
    "invalid": "The value is not one that the field takes.",
    "law_not_encoded": "This version does not hold the law of that day.",
    "no_law": "The law is known to provide nothing on that day.",
    "no_place": "The workbook has no place for a field of the claim.",
    "no_rows": "The table has no row that could be read.",
    "not_a_date": "Not a date such as 2014-10-11, or not a day of the calendar.",
    "not_a_plain_decimal": "Not digits with a point: no sign, exponent, separator or word is taken.",
    "not_a_reference": "Not a pseudonym or initials such as V-1.",
    "not_a_statute": "Not a section of the United States Code such as 18 USC 1589.",
    "not_a_string": 'A JSON number where a decimal string such as "7.25" belongs.',
    "not_a_table": "The file is no table that is read here, or it is damaged or protected.",
    "not_a_time": "Not a clock time such as 07:30, or a time that the date did not hold once.",
    "not_a_weekday": "Not a day of the week.",
    "not_a_word": "Not a word that the cell takes.",
    "not_a_workbook": "The file is no workbook, or it is damaged or protected.",
    "not_an_intake_workbook": "The workbook is not the one that `remedies intake new` writes.",
    "not_an_object": "The document is not a JSON object.",
    "not_json": "The text is not JSON.",
    "not_one_of": "The value is not one of the words that the field takes.",
    "not_utf8": "The bytes are not UTF-8 text.",
    "option_not_computed": "No figure can be made of that option of the position yet.",
    "out_of_order": "The numbers or days are not in order, such as a low that is above its likely.",
    "out_of_range": "The value lies outside what the field takes.",
    "outside_period": "The day lies outside the period of work.",
    "overlap": "Two periods share a day, or two shifts an hour.",
    "place_required": "The place of work must be one whose minimum wage is encoded.",
    "required": "The field is missing, and the figure needs it.",
    "reversed_period": "The end lies before the beginning.",
    "too_deep": "The document is nested too deeply.",
    "too_large": "The request has too many bytes.",
    "too_long": "The text is too long.",
    "too_many": "The list has too many entries.",
    "too_many_hours": "More than 24 hours in a day or in a shift, or 168 in a workweek.",
    "too_many_problems": "More is wrong than is listed; mend what is listed and send it again.",
    "too_many_ranges": "More facts are ranges than can be varied one by one.",
    "too_many_workweeks": "The schedule has more workweeks than are printed over HTTP.",
    "unknown_account": "No period of work names that account, or it must be said which account is used.",
    "unknown_column": "The table has no such column, or several of that name.",
    "unknown_field": "The name is not a field of a claim or of a table.",
    "unknown_group": "Not a coverage group of the minimum wage.",
    "unknown_item": "No item of law has that key.",
    "unknown_option": "The position has no such option.",
    "unknown_parameter": "The query has a part of that name that is not known.",
    "unknown_position": "Not a registered position.",
    "unknown_tier": "The item of law has no such tier.",
    "unprintable": "The text holds a control character or half of a character.",
    "unsafe_file": "The file is made so that reading it would cost far more than its size.",
    "while_away": "Hours are recorded on a day given as away.",
    "workweek_changed": "The workweek begins on another day than in the period before, too soon after it.",
    "wrong_type": "The value is of another type than the field's.",
}


class ErrorSchema(Schema):
    """One thing that is wrong."""

    field = fields.String(
        required=True,
        metadata={
            "description": "the field's path as the claim writes it; empty: the whole document",
            "examples": ["work[0].hours.per_workweek"],
        },
    )
    code = fields.String(required=True, metadata={"description": "stable; for programs"})
    message = fields.String(required=True, metadata={"description": "for people"})


class ProblemSchema(Schema):
    """What went wrong, for people and programs (RFC 9457)."""

    type = fields.String(
        required=True,
        metadata={
            "format": "uri-reference",
            "description": "the kind of problem; the address of a page that explains it",
            "enum": [f"/problems/{name}" for name in KINDS],
        },
    )
    title = fields.String(required=True)
    status = fields.Integer(required=True, metadata={"minimum": 400, "maximum": 599})
    detail = fields.String()
    errors = fields.List(
        fields.Nested(ErrorSchema), metadata={"description": "every field that needs mending"}
    )


def document(
    name: str, detail: str = "", errors: tuple[dict[str, str], ...] = ()
) -> dict[str, object]:
    """Return the problem document of a kind, with its status."""
    kind = KINDS[name]
    found: dict[str, object] = {
        "type": f"/problems/{name}",
        "title": kind.title,
        "status": kind.status,
    }
    if detail:
        found["detail"] = detail
    if errors:
        found["errors"] = list(errors)
    return found
