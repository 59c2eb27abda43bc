"""Two made-up translations, Arabic and Japanese, that show how the pages lie; nobody is to read them."""

from remedies.documents.texts import text
from remedies.documents.texts.language import SOURCE, Language, read_language
from remedies.documents.texts.reading import read
from remedies.documents.texts.text import Text

_UNITS = ("year", "month", "week", "day", "hour", "act")
_LANGUAGE = """
name = "{name}"
direction = "{direction}"
date = "{date}"
month = "{{year}} {{month}}"
months = [{months}]
[units]
{units}
USD = {{ one = "{{}}", other = "{{}}" }}
[words]
page = "{page}"
of = "/"
[checked]
"""
_ARABIC = "هذه ورقة عن المال الذي قد تحصل عليه. لا أحد يجبرك على شيء."
_JAPANESE = "これは、あなたが受け取れるかもしれないお金についての紙です。決めるのはあなたです。"
SAMPLES = {
    "ar": ("rtl", _ARABIC, "صفحة", "العربية", "سنوات"),
    "ja": ("ltr", _JAPANESE, "ページ", "日本語", "年"),
}


def sample_language(code: str) -> Language:
    direction, _, page, name, years = SAMPLES[code]
    units = "\n".join(
        f'{unit} = {{ one = "{{}} {years}", other = "{{}} {years}" }}' for unit in _UNITS
    )
    months = ", ".join(f'"{month}"' for month in range(1, 13))
    found = _LANGUAGE.format(
        name=name,
        direction=direction,
        date="{year} {month} {day}",
        months=months,
        units=units,
        page=page,
    )
    return read_language(code, found)


def sample_text(code: str, kind: str = "sample") -> Text:
    said = SAMPLES[code][1]
    body = (
        f"## {said[:12]} {{#one}}\n\n{said} {{us.limitation_1595}} "
        f"— {{us.child_victim_liquidated_damages}} [@restitution_1593]\n\n- {said} [~]\n"
        f"- {{contact.hotline.phone}} [~]\n\n1. {said} [~]\n\n> {said} [~]"
        f"\n\n| {said[:6]} | {said[7:12]} |\n|---|---|\n"
        f"| {said[:9]} | {{us.child_victim_liquidated_damages}} |\n"
    )
    return read(kind, code, f'+++\ntitle = "{said[:12]}"\nsummary = "{said[:12]}"\n+++\n\n{body}')


def sample_about(code: str) -> Text:
    """The words around a text, each section with a sample sentence in place of its own."""
    said = SAMPLES[code][1]
    sections = "\n\n".join(
        f"## {said[:8]} {{#{each.id}}}\n\n> {said} [~]" for each in text("page", SOURCE).sections
    )
    return read(
        "page", code, f'+++\ntitle = "{said[:8]}"\nsummary = "{said[:8]}"\n+++\n\n{sections}\n'
    )
