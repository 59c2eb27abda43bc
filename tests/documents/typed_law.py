"""The words that the program types itself: strings of its modules, and sentences of its templates."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from remedies import law
from tests.documents.citing import cited

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "remedies" / "templates"
CITES, VALUE = "⟦cited⟧", "…"

_LAW = re.compile(
    r"\b(?:laws?|legal(?:ly)?|illegal|courts?|judges?|must|shall|rights?|deadlines?|years?|months?|days?|"
    r"owes?|owed|entitled|sue[sd]?|suing|orders?|ordered|convict\w*|sentenc\w*|statut\w*|crimes?|taxe?s?|"
    r"fees?|confidential|lien|forfeit\w*|damages|wages?|overtime|minimum|free of charge|allowed|forbidden|"
    r"cannot be|commands?|priority|discretion\w*|petitions?|liable|burden|waives?)\b|[§$%]",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"</?(?:p|li|div|dt|dd|h[1-6]|caption|th|td|tr|ul|ol|dl|table|thead|tbody|tfoot|figure)\b[^>]*>"
)
_NAMES_LAW = re.compile(r"cit|quot|authorit|rule")
_STOP = re.compile(r"(?<![A-Z]\.)(?<!Fed\.)(?<!Crim\.)(?<!No\.)(?<=[.!?:;])\s+(?=[A-Z…⟦“])")
_WORD = re.compile(r"[A-Za-z]{2,}")
_OWN_DOUBT = re.compile(
    r"no (?:authority|text|decision)[\w ]* found|(?:is a|project’s|our) reading|as read here|"
    r"position (?:<code>)?[a-z0-9]+_\w+",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Typed:
    """Some words of a file, with whatever else the same expression or paragraph says about them."""

    where: str
    words: str
    beside: str = ""


def sounds_like_law(words: str) -> bool:
    """Return whether a sentence says something that a reader takes for law."""
    return len(_WORD.findall(words)) >= _FEWEST_WORDS and bool(_LAW.search(words))


def rests(words: str) -> bool:
    """Return whether words cite, or say themselves that they rest on a reading or on no authority."""
    return CITES in words or any(cited(words)) or bool(_OWN_DOUBT.search(words))


def sentences_of(template: str, where: str = "") -> Iterator[Typed]:
    """Yield the sentences of a template with the one that follows in the same block."""
    for block in _blocks(template):
        said = [each.strip() for each in _STOP.split(block) if each.strip()]
        for place, each in enumerate(said):
            if each[-1] in ".:!?;)" or len(said) > 1:
                yield Typed(where, each, " ".join(said[place + 1 : place + 2]))


def _blocks(template: str) -> Iterator[str]:
    text = re.sub(r"\{#.*?#\}|<(title|style|script)\b.*?</\1>", " ", template, flags=re.DOTALL)
    text = re.sub(
        r"\{\{(.*?)\}\}",
        lambda found: CITES if _NAMES_LAW.search(found[1]) else VALUE,
        text,
        flags=re.DOTALL,
    )
    text = re.sub(r"\{%-? *(?:else|elif)\b.*?%\}", "<p>", text, flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}", "", text, flags=re.DOTALL)
    for part in _BLOCK.split(text):
        line = " ".join(unescape(re.sub(r"<[^>]+>", "", part)).split())
        if line:
            yield line


def templates() -> Iterator[Path]:
    """Yield every template of a paper; what guides say stands in their own texts."""
    yield from (path for path in sorted(TEMPLATES.rglob("*.html")) if path.parent.name != "guides")


def strings_of(source: str, where: str = "") -> Iterator[Typed]:
    """Yield the strings of a module that are no docstring; ``beside`` is the call or tuple around each."""
    tree = ast.parse(source)
    bodies = (node.body for node in ast.walk(tree) if hasattr(node, "body"))
    docstrings = {
        id(each.value)
        for body in bodies
        if isinstance(body, list)
        for each in body
        if isinstance(each, ast.Expr)
    }
    yield from _strings(tree, docstrings, where, "")


def _strings(node: ast.AST, docstrings: set[int], where: str, beside: str) -> Iterator[Typed]:
    if isinstance(node, ast.JoinedStr | ast.Constant):
        words = _words(node)
        if words and id(node) not in docstrings:
            yield Typed(f"{where}:{getattr(node, 'lineno', 0)}", words, beside)
        return
    if isinstance(node, ast.Call | ast.Tuple):
        beside = " ".join(_named(node))
    for child in ast.iter_child_nodes(node):
        yield from _strings(child, docstrings, where, beside)


def _words(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(words)):
            return " ".join(words.split())
        case ast.JoinedStr(values=values):
            parts = (v.value if isinstance(v, ast.Constant) else _held(v) for v in values)
            return " ".join("".join(map(str, parts)).split())
        case _:
            return ""


def _held(value: ast.AST) -> str:
    """Return what stands for a value inside a string."""
    return CITES if _NAMES_LAW.search(ast.unparse(value)) else VALUE


def _named(node: ast.AST) -> Iterator[str]:
    """Yield what an expression cites: citations, and keys of registered rules."""
    rules = law.encoded().rules
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield CITES if each.value in rules else ""
            yield each.value if " " not in each.value or any(cited(each.value)) else ""
        elif isinstance(each, ast.keyword) and each.arg and _NAMES_LAW.search(each.arg):
            yield CITES


def sentences_typed(source: str, where: str = "") -> Iterator[Typed]:
    """Yield the whole sentences that a module types, each with what is said beside it."""
    for typed in strings_of(source, where):
        if typed.words[:1] not in f"{VALUE}“" and not typed.words[:1].isupper():
            continue
        said = [each for each in _STOP.split(typed.words) if each]
        for place, each in enumerate(said):
            if each.endswith((".", "!", "?")):
                after = " ".join(said[place + 1 : place + 2])
                yield Typed(typed.where, each, f"{typed.beside} {after}")
