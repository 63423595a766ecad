"""Scenarios as files: YAML into people, acts, outages; mistakes with line and column (docs/rehearsal.md)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from application.answer import Sentence
from application.importing import as_text, person_of
from application.problem_words import wanted
from application.rehearsal.scenario import FILE, Act, Scenario, Script, When
from application.safe_yaml import Document, Path, UnreadableFile, read_yaml
from domain.commands import COMMANDS, AnyCommand, OrganisationCommand
from domain.ids import SERVICE

_OF_THE_SCENARIO = ("command_id", "actor", "cooperation")
"""Fields of a command that the rehearsal itself fills in."""
_PEOPLE = ("person", "from_person", "to_person")
_OF_THE_ORGANISATION = frozenset(kind.__name__ for kind in get_args(OrganisationCommand))
_NOT_ACTED = frozenset(
    {
        *("FoundOrganisation", "ImportCooperation", "PublishRulebook", "AwaitFile"),
        *("RecordOutage", "IssueReminder", "CountSilence", "ReportDelivery"),
    }
)
"""What no scenario gives: what the service does by itself, and what concerns more than one file."""
_WHEN: TypeAdapter[str] = TypeAdapter(When)


Sheet = Callable[[Scenario], Mapping[str, Any]]
"""What the opening of the file says where a scenario does not."""


def read_scenario(content: bytes, sheet: Sheet) -> Script:
    """The scenario that the file means. Raises UnreadableFile."""
    document = read_yaml(content)
    if not isinstance(document.value, dict):
        fr = "un scénario a des champs : scenario, name, acts…"
        raise _wrong(document, (), fr, "a scenario has fields: scenario, name, acts…")
    head = {key: value for key, value in document.value.items() if key != "acts"}
    try:
        scenario = Scenario.model_validate(head, strict=False)
    except ValidationError as mistakes:
        raise _explained(document, (), mistakes.errors(include_url=False)[0], 0) from None
    return Script(scenario, tuple(_acts(document, sheet(scenario))))


def command_of(name: str, fields: Mapping[str, Any]) -> AnyCommand:
    """The command of an act, yet without its actor; people are named by alias. Raises ValidationError."""
    written = {
        key: person_of(value) if key in _PEOPLE and isinstance(value, str) else value
        for key, value in fields.items()
    }
    if isinstance(managers := written.get("managers"), list | tuple):
        written["managers"] = [person_of(one) if isinstance(one, str) else one for one in managers]
    file = {} if fields.get("type") in _OF_THE_ORGANISATION else {"cooperation": FILE}
    whole = {"command_id": f"rehearsal/{name}", "actor": SERVICE, **file, **written}
    return COMMANDS.validate_python(whole, strict=False)


def _acts(document: Document, sheet: Mapping[str, Any]) -> Iterator[Act]:
    acts = document.value.get("acts") or []
    if not isinstance(acts, list):
        raise _wrong(document, ("acts",), "`acts` est une liste", "`acts` is a list")
    for index, act in enumerate(acts):
        path: Path = ("acts", index)
        if not isinstance(act, dict):
            raise _wrong(document, path, "ici des champs avec leurs valeurs", "fields with values here")
        yield _act(document, path, as_text(act), sheet)


def _act(document: Document, path: Path, act: dict[str, Any], sheet: Mapping[str, Any]) -> Act:
    for key in _OF_THE_SCENARIO:
        if key in act:
            fr, en = f"`{key}` vient du scénario ; retirez-le", f"`{key}` comes from the scenario; remove it"
            raise _wrong(document, (*path, key), fr, en)
    kind, by = act.get("type"), act.get("by")
    if by is not None and not isinstance(by, str):
        raise _wrong(document, (*path, "by"), "`by` nomme une personne", "`by` names a person")
    if kind in _NOT_ACTED:
        fr, en = f"{kind} ne se joue pas dans un scénario", f"{kind} cannot be part of a scenario"
        raise _wrong(document, (*path, "type"), fr, en)
    fields = {key: value for key, value in act.items() if key not in ("at", "by")}
    try:
        command = command_of(f"act/{path[1]}", {**sheet, **fields} if kind == "OpenCooperation" else fields)
    except ValidationError as mistakes:
        raise _explained(document, path, mistakes.errors(include_url=False)[0], 1) from None
    return Act(_at(document, path, act), command, by)


def _at(document: Document, path: Path, act: Mapping[str, Any]) -> str:
    try:
        return _WHEN.validate_python(str(act.get("at", "")))
    except ValidationError:
        fr = "`at` dit quand : 2027-03-01, 2027-03-01T09:30:00+01:00, ou P9M après le début"
        en = "`at` says when: 2027-03-01, 2027-03-01T09:30:00+01:00, or P9M after the beginning"
        raise _wrong(document, (*path, "at"), fr, en) from None


def _explained(document: Document, path: Path, mistake: ErrorDetails, tags: int) -> UnreadableFile:
    """What is wrong, where; the first ``tags`` steps of the mistake's own path name the command."""
    within = mistake["loc"][tags:]
    named = ".".join(str(one) for one in within) or "type"
    fr, en = wanted(mistake)
    return _wrong(document, (*path, *(within or ("type",))), f"{named} : {fr}", f"{named}: {en}")


def _wrong(document: Document, path: Path, fr: str, en: str) -> UnreadableFile:
    return UnreadableFile(Sentence(fr=fr, en=en), *document.place(path))
