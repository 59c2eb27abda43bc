"""Both languages are whole, and the workbook has a place for everything that a claim may say."""

import io
import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

import openpyxl
import pytest

import remedies
from remedies.intake.workbook import LANGUAGES, blank
from remedies.intake.workbook.columns import NTH, Column, Kind, Path, Shape, Sheet
from remedies.intake.workbook.sheets import SHEETS
from remedies.intake.workbook.words import Language
from remedies.intake.workbook.words.language import folded
from remedies.wire.json_schema import claim_schema

REMEDIES = FilePath(remedies.__file__).parent
BOTH = pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
EN, ES = LANGUAGES["en"], LANGUAGES["es"]
# Said by other sheets than a column of their own, or by none.
ELSEWHERE = {"claim", "hours.days", "positions", "theories.#.positions", "civil.tiers"}

# They read the forms of stored cases, which no workbook asks for.
OF_CASES = (
    "answers",
    "attribution",
    "entries",
    "garnishment",
    "guide_wanted",
    "petitions",
    "property",
    "proposed_order",
)


def test_what_one_language_says_the_other_says_too() -> None:
    for name in ("tabs", "titles", "columns", "texts"):
        assert getattr(EN, name).keys() == getattr(ES, name).keys()
    assert {k: tuple(v) for k, v in EN.choices.items()} == {
        k: tuple(v) for k, v in ES.choices.items()
    }
    assert EN.says.keys() <= ES.says.keys()
    assert [kind for kind, _ in EN.start] == [kind for kind, _ in ES.start]


def test_what_a_claims_reader_may_say_can_be_said_in_spanish() -> None:
    code = r"[a-z]+(?:_[a-z]+)+|required|overlap|formula|invalid"
    said = re.compile(
        rf'(?:Said\(|Problem\([^,]+,|_refuse\(|Wrong\([^,]+,)\s*"({code})"', re.DOTALL
    )
    packages = ("wire", "facts", "calculators", "intake/workbook")
    files = [
        path
        for name in packages
        for path in (REMEDIES / name).rglob("*.py")
        if not path.stem.startswith(OF_CASES) and path.parent.name != "collection"
    ]
    codes = {found for path in files for found in said.findall(path.read_text())}
    assert len(codes) > 40
    # What a whole document is like, and what only the file with the law can say.
    assert codes - ES.says.keys() <= {"duplicate_key", "not_json", "not_utf8", "no_place"}


@BOTH
def test_every_column_has_a_label_of_its_own_and_help_that_fits(language: Language) -> None:
    used = set()
    for sheet in SHEETS:
        labels = [folded(language.label(sheet.key, column.key)) for column in sheet.columns]
        marks = (language.marks.notes, language.marks.first, language.marks.example)
        assert len({*labels, *map(folded, marks)}) == len(labels) + len(marks), sheet.key
        for column in sheet.columns:
            key = f"{sheet.key}.{column.key}"
            used.add(key if key in language.columns else column.key)
            assert 0 < len(language.help(sheet.key, column.key)) <= 255
    assert used == language.columns.keys()


@BOTH
def test_words_of_a_list_are_told_apart_when_typed_by_hand(language: Language) -> None:
    for sheet in SHEETS:
        for column in sheet.columns:
            if column.choices:
                words = language.words(column.choices)
                meant: dict[str, str] = {}
                for word, shown in words.items():
                    for typed in (folded(word), folded(shown)):
                        assert meant.setdefault(typed, word) == word, (sheet.key, typed)


@BOTH
def test_tabs_are_names_that_spreadsheets_take(language: Language) -> None:
    tabs = list(language.tabs.values())
    assert len({tab.casefold() for tab in tabs}) == len(tabs)
    assert all(0 < len(tab) <= 31 and not set(tab) & set("[]:*?/\\'") for tab in tabs)


@BOTH
def test_the_workbook_can_be_used_with_a_screen_reader_and_on_paper(language: Language) -> None:
    book = openpyxl.load_workbook(io.BytesIO(blank(language.code)))
    assert book.sheetnames == [language.tabs[key] for key in ("start", *_keys(), "lists")]
    assert book.properties.creator is None
    assert book.properties.title == language.titles["start"][0]
    for sheet in book.worksheets:
        assert sheet.sheet_state == "visible"
        assert sheet.protection.sheet is False
        assert sheet.merged_cells.ranges == set()
        assert sheet.page_setup.fitToWidth in {None, 1}
    for key in _keys():
        sheet = book[language.tabs[key]]
        assert sheet.freeze_panes in {"C4", "B4"}
        assert sheet.print_title_rows == "$3:$3"
        assert len(sheet.data_validations.dataValidation) == len(_sheet(key).columns)
        assert all(rule.prompt for rule in sheet.data_validations.dataValidation)


@BOTH
def test_drop_down_lists_stand_where_their_rules_say(language: Language) -> None:
    book = openpyxl.load_workbook(io.BytesIO(blank(language.code)))
    for key in _keys():
        if _sheet(key).shape is Shape.FIELDS:
            continue
        rules = book[language.tabs[key]].data_validations.dataValidation
        for column, rule in zip(_sheet(key).columns, rules, strict=True):
            if rule.type != "list" or column.kind is Kind.PERIOD:
                continue
            tab, _, cells = rule.formula1.replace("'", "").partition("!")
            found = [row[0].value for row in book[tab][cells.replace("$", "")]]
            assert found == list(language.words(column.choices).values()), (key, column.key)


def test_no_question_is_asked_that_must_not_be() -> None:
    words = " ".join(
        f"{label} {says}" for label, says in EN.columns.values() if "Never a name" not in says
    ).casefold()
    for never in ("birth", "immigration", "social security", "address", "nationality", "passport"):
        assert never not in words


def test_every_field_of_a_claim_has_a_column_and_every_column_a_field() -> None:
    fields = {path for path, _ in _fields()}
    columns = {place for sheet in SHEETS for c in sheet.columns for place in _places(sheet, c)}
    assert fields - columns <= ELSEWHERE
    assert columns <= fields


def test_every_list_offers_the_words_that_a_claim_takes() -> None:
    words = dict(_fields())
    for sheet in SHEETS:
        for column in sheet.columns:
            if column.kind is Kind.CHOICE and column.path and sheet.shape is not Shape.POSITIONS:
                (place,) = _places(sheet, column)
                offered = set(EN.words(column.choices))
                assert offered == words[place], (sheet.key, column.key)


def _keys() -> list[str]:
    return [sheet.key for sheet in SHEETS]


def _sheet(key: str) -> Sheet:
    return next(sheet for sheet in SHEETS if sheet.key == key)


def _fields() -> Iterator[tuple[str, set[str]]]:
    """Yield every field of a claim, lists as ``#``, and the words that it takes."""
    schema = claim_schema()

    def walk(node: dict[str, Any], path: str) -> Iterator[tuple[str, set[str]]]:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
        options = [option for option in node.get("anyOf", []) if "$ref" in option]
        inner = node.get("items")
        if options:
            yield from walk(options[0], path)
        elif isinstance(inner, dict) and "$ref" in inner:
            yield from walk(inner, f"{path}.#")
        elif node.get("properties") and not path.endswith("positions"):
            for name, entry in node["properties"].items():
                yield from walk(entry, f"{path}.{name}".removeprefix("."))
        else:
            yield path.removeprefix("work.#."), set(map(str, node.get("enum", ()))) - {"None"}

    yield from walk(schema, "")


def _places(sheet: Sheet, column: Column) -> Iterator[str]:
    """Yield every field that a column may stand for."""
    if column.kind is Kind.PERIOD or sheet.shape is Shape.TIERS:
        return
    if sheet.shape is Shape.POSITIONS:
        yield from (["theories.#.name"] if column.key == "theory" else [])
        return
    base: Path = () if sheet.shape is Shape.PERIODS else sheet.into
    if sheet.shape is Shape.LIST:
        base = (*base, NTH)
    found = set(column.by_way.values()) or ({column.path} if column.path else set())
    if column.kind is Kind.WEEKDAY:
        found = {("daily", column.key)}
    for place in found:
        yield ".".join(str(step) for step in (*base, *place))
