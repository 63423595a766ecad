"""Names for the keys that commands hold: where a sentence shows a name, an option or a prompt takes that name.

Which names there are, the file (or the programme) that the command is about tells: those of its rulebook, and those
that it gave to parts of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from domain.acts.prescribed import acts_prescribed
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.clocks import NAMES as STEPS
from domain.fundings.state import Funding
from domain.kernel.folded import folded
from domain.kernel.ids import funding_stream, review_stream
from domain.rulebook import Names, Rulebook
from domain.rulebook.naming import NAMED
from language import Text, text_of
from queries.command_form import Field
from queries.dossiers import why_closed
from queries.refused import Failure, invalid
from queries.visit import Visit
from wording.values import of_field

Named = Sequence[tuple[str, Text]]
"""Keys, each with its name; a key may have several."""

_KINDS: Mapping[str, str] = {
    "request.beneficiary.kind": "beneficiary",
    "request.instrument": "instrument",
    "request.maturity": "maturity",
    **{
        one: one
        for one in (
            "act", "call", "condition", "criterion", "deadline", "deliverable", "item", "occasion", "question",
            "report", "stage", "subject", "tranche",
        )
    },
}  # fmt: skip
"""Which kind of part a field names, by the field's name."""

_PHASE = "phase"
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_OF_FUNDINGS: Mapping[str, Sequence[str]] = {"subject": ("tranche", "report")}


def takes_names(field: Field) -> bool:
    """Whether a field holds keys that the programme or the file gives names."""
    return _kind(field) is not None


def _kind(field: Field) -> str | None:
    if field.choices and of_field(field.command, field.name) == _PHASE:
        return _PHASE
    return _KINDS.get(field.name)


_DOES_NOTHING = Text(
    "Dans ce dossier, le règlement ne prévoit rien que le service fasse de lui-même.",
    "The rulebook lets the service do nothing by itself in this file.",
)


async def named_keys(visit: Visit, field: Field, given: Mapping[str, Any]) -> Named:
    """What a field may be given by name, as far as the other fields tell what it is about; else nothing.

    Raises LedgerUnavailable.
    """
    kind = _kind(field)
    if kind is None:
        return ()
    file = await _file(visit, given)
    rulebook = visit.rulebook(file.rulebook) if file else _programme(visit, given)
    return list(dict.fromkeys((*_own(file, kind), *_of_rulebook(file, rulebook, kind))))


def key_named(field: Field, text: str, named: Named) -> str:
    """The key that a name stands for, in either language and whichever case, with accents or without. Raises Failure.

    A key stands for itself; whether it is one of the programme is for the rules to say.
    """
    if not named and _kind(field) == "act" and not _KEY.fullmatch(text):
        raise _unknown(field, text, _DOES_NOTHING)
    if not named or text in {key for key, _ in named}:
        return str(field.read([text]))
    wanted = folded(text)
    meant = dict.fromkeys(key for key, name in named if wanted in (folded(name.fr), folded(name.en)))
    if len(meant) == 1:
        return next(iter(meant))
    if meant:
        keys = ", ".join(meant)
        raise invalid(
            "ambiguous-name",
            Text(
                f"{field.option} : « {text} » nomme plusieurs choses",
                f"{field.option}: “{text}” names several things",
            ),
            Text(f"Donnez l’un de ces noms courts : {keys}.", f"Give one of these short names: {keys}."),
        )
    if field.choices:
        with suppress(Failure):
            return str(field.read([text]))
    elif _KEY.fullmatch(text):
        return text
    french, english = (
        ", ".join(dict.fromkeys(one)) for one in zip(*(name for _, name in named), strict=True)
    )
    there = Text(f"Choisissez parmi : {french}.", f"Choose one of: {english}.")
    raise _unknown(field, text, there)


def _unknown(field: Field, text: str, remedy: Text) -> Failure:
    return invalid(
        "unknown-name",
        Text(
            f"{field.option} : rien ne s’appelle « {text} » ici",
            f"{field.option}: nothing is called “{text}” here",
        ),
        remedy,
    )


async def _file(visit: Visit, given: Mapping[str, Any]) -> KeptFile | None:
    """The file that the command is about, if it is there and the person may read it."""
    for field, key in (("funding", funding_stream), ("review", review_stream), ("cooperation", str)):
        if isinstance(name := given.get(field), str):
            file = await visit.service.files.file(visit.organisation, key(name))
            if file is not None and visit.may_read(file) and await why_closed(visit, file) is None:
                return file
    return None


def _programme(visit: Visit, given: Mapping[str, Any]) -> Rulebook | None:
    programme = given.get("programme")
    return visit.service.rulebooks.current(visit.people, programme) if isinstance(programme, str) else None


def _own(file: KeptFile | None, kind: str) -> Iterator[tuple[str, Text]]:
    """What a funding calls its conditions and its deadlines."""
    if isinstance(file, Funding) and kind in {"condition", "subject"}:
        yield from ((one.condition, Text(one.label, one.label)) for one in file.conditions.values())
    if isinstance(file, Funding) and kind == "deadline":
        yield from ((key, _said(name)) for key, name in STEPS.items())


def _of_rulebook(file: KeptFile | None, rulebook: Rulebook | None, kind: str) -> Iterator[tuple[str, Text]]:
    """The names of a rulebook's parts; the gate of the phase that a cooperation is in comes first.

    Of acts, those that are prescribed for such a file.
    """
    if rulebook is None:
        return
    if kind == "act" and file:
        yield from ((one.act, _said(one.name)) for one in acts_prescribed(file, rulebook))
        return
    if isinstance(file, Cooperation) and kind == "item":
        yield from ((one.item, _said(one.name)) for one in rulebook.phases[file.current.phase].gate)
    for one in _OF_FUNDINGS.get(kind, (kind,)):
        yield from ((key, _said(name)) for key, name in NAMED.get(one, _nothing)(rulebook))


def _nothing(_rulebook: Rulebook) -> Iterator[tuple[str, Names]]:
    return iter(())


def _said(name: Names) -> Text:
    return text_of(name)
