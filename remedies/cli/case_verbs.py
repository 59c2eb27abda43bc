"""What can be entered in a case from the command line: one verb for each kind of entry, and its options.

The options are the fields of the kind, as its form has them; a verb says only which are given by place.
"""

import argparse
from collections.abc import Iterator, Mapping
from typing import Final

from remedies.cli.case_verb_list import VERBS
from remedies.cli.terminal import Commands, day
from remedies.errors import InvalidEntryError, Problem
from remedies.ledger.entries import KINDS, DeclaredBy
from remedies.wire.entries_schema import CHOSEN, COMPUTED
from remedies.wire.entries_shapes import Member, Shape, What, members
from remedies.wire.entries_words import named, says

_TRUTH: Final[Mapping[str, bool]] = {"yes": True, "no": False}
_METAVARS: Final[Mapping[What, str]] = {
    What.MONEY: "DOLLARS",
    What.DAY: "DATE",
    What.REFERENCE: "REF",
    What.STATUTE: "STATUTE",
    What.COUNT: "N",
}


def add_fields(
    command: argparse.ArgumentParser,
    kind: str,
    places: tuple[str, ...],
    without: frozenset[str] = frozenset(),
) -> None:
    """Add the fields of a kind to a command: those given by place, then the others as options."""
    without |= COMPUTED.get(kind, frozenset())
    found = {m.name: m for m in members(KINDS[kind]) if m.name not in without}
    for name in places:
        if name in found:
            _add_place(command, kind, found[name])
    for name, member in found.items():
        if name not in places:
            _add_option(command, kind, member)


def add_entering(command: argparse.ArgumentParser, *, corrects: bool = True) -> None:
    """Add what every entry has: its day, the entry that it corrects, the version that was seen."""
    command.add_argument(
        "--on", type=day, required=True, metavar="DATE", help="the day on which it happened"
    )
    if corrects:
        command.add_argument(
            "--corrects", type=int, metavar="SEQ", help="the number of the entry that it replaces"
        )
    command.add_argument(
        "--expected",
        type=int,
        metavar="SEQ",
        help="the latest entry about it as you saw it; refused where another came since",
    )


def document_of(options: argparse.Namespace, kind: str) -> dict[str, object]:
    """Return the form that the options of a verb fill in, as its JSON has it.

    Raises:
        InvalidEntryError: an amount by reference, or a conviction, is not written as it is read.

    """
    made = KINDS[kind]
    found: dict[str, object] = {"on": options.on.isoformat()}
    if getattr(options, "corrects", None) is not None:
        found["corrects"] = options.corrects
    for member in members(made):
        given = getattr(options, f"field_{member.name}", None)
        if given is not None:
            found[named(made.__name__, member.name)] = _written(member, given)
    return found


def _add_place(command: argparse.ArgumentParser, kind: str, member: Member) -> None:
    more = _choices(member.shape)
    command.add_argument(
        f"field_{member.name}",
        metavar=member.name.upper().replace("_", "-") if "choices" not in more else None,
        help=says(KINDS[kind].__name__, member.name) or None,
        **more,  # type: ignore[arg-type]
    )


def _add_option(command: argparse.ArgumentParser, kind: str, member: Member) -> None:
    shape, words = member.shape, says(KINDS[kind].__name__, member.name)
    flag = f"--{member.name.rstrip('s') if shape.what in _MANY else member.name}"
    more: dict[str, object] = {"help": words or None, **_choices(shape)}
    if shape.what in _MANY:
        more |= {"action": "append", "metavar": _MANY[shape.what]}
        more["help"] = f"{words}; may be given several times" if words else None
        if shape.what is What.LIST:
            more["metavar"] = _OBJECTS.get(member.name, "REF")
    elif shape.what is What.FLAG:
        more |= {"choices": tuple(_TRUTH)}
    elif "choices" not in more:
        more["metavar"] = _METAVARS.get(shape.what, "TEXT")
    required = member.required and kind not in CHOSEN
    command.add_argument(
        flag.replace("_", "-"),
        dest=f"field_{member.name}",
        required=required and shape.what not in _MANY,
        **more,  # type: ignore[arg-type]
    )


_MANY: Final[Mapping[What, str]] = {
    What.LIST: "REF",
    What.AMOUNTS: "REF=DOLLARS",
    What.OPTIONS: "POSITION=OPTION",
}


_OBJECTS: Final[Mapping[str, str]] = {
    "convictions": "STATUTE[,…]",
    "declared": "DATE[:united_states|:state]",
}
"""How lists of more than references are written, one at a time."""


def _choices(shape: Shape) -> dict[str, object]:
    return {"choices": [str(word) for word in shape.of]} if shape.what is What.WORD else {}


def _written(member: Member, given: object) -> object:
    match member.shape.what, given:
        case What.AMOUNTS | What.OPTIONS, list():
            form = _MANY[member.shape.what]
            return dict(_pair(member.name, str(text), form) for text in given)
        case What.LIST, list() if member.name == "declared":
            return [_declared(str(text)) for text in given]
        case What.LIST, list() if member.shape.of.what is What.OBJECT:
            return [dict(_parts(str(text))) for text in given]
        case What.FLAG, str():
            return _TRUTH[given]
        case What.COUNT, str():
            return int(given) if given.isascii() and given.isdigit() else given
        case _:
            return given


def _pair(field: str, text: str, form: str = "REF=DOLLARS") -> tuple[str, str]:
    name, sign, amount = (part.strip() for part in text.partition("="))
    if not (name and sign and amount):
        why = f"write each as {form}, such as {_SUCH_AS[form]}"
        raise InvalidEntryError([Problem(field, "not_a_pair", why)])
    return name, amount


_SUCH_AS: Final[Mapping[str, str]] = {
    "REF=DOLLARS": "V-1=100.00",
    "POSITION=OPTION": "joint_interest=each",
    "NAME=VALUE": "from=2021-01-10",
}


def _parts(text: str) -> Iterator[tuple[str, object]]:
    """Yield the parts of a conviction: ``18 USC 1589,counts=2,from=2021-01-10,to=2023-04-30``."""
    first, *rest = text.split(",")
    yield "statute", first.strip()
    for part in rest:
        name, amount = _pair("convictions", part, "NAME=VALUE")
        yield name, int(amount) if name == "counts" and amount.isdigit() else amount


def _declared(text: str) -> dict[str, object]:
    """Return a declared holiday: ``2025-01-09``, or ``2025-01-09:state``."""
    on, _, by = (part.strip() for part in text.partition(":"))
    return {"on": on, "by": by or DeclaredBy.UNITED_STATES.value}


def add_verbs(commands: Commands, parents: list[argparse.ArgumentParser]) -> None:
    """Add every verb to the parser."""
    for verb in VERBS:
        command = commands.add_parser(
            verb.name, help=verb.says, description=f"{verb.says.capitalize()}.", parents=parents
        )
        if "corrects" in verb.places:
            command.add_argument("corrects", type=int, metavar="SEQ", help="the entry's number")
        add_fields(command, verb.kind, verb.places)
        add_entering(command, corrects="corrects" not in verb.places)
        command.set_defaults(work="enter_verb", kind=verb.kind)
