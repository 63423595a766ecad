"""Scenarios as files: YAML into people, acts, outages; mistakes with line and column (docs/rehearsal.md)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from application.commands.import_files import as_text, person_of
from application.rehearsal.scenario import FILE, Act, Scenario, Script, When
from application.rulebooks.safe_yaml import Document, Path, UnreadableFile, read_yaml
from domain.kernel.ids import SERVICE
from domain.registry.commands import COMMAND_TYPES, COMMANDS, AnyCommand
from domain.reminders.commands import KeptCommand
from language import Text
from wording.problems import wanted

_OF_THE_SCENARIO = ("command_id", "actor", "cooperation")
"""Fields of a command that the rehearsal itself fills in."""
_PEOPLE = frozenset({"person", "from_person", "to_person", "member"})
_SEVERAL = frozenset({"managers", "members"})
_PEOPLE_OF = {"DelegateOpinion": "to", "ReplaceMember": "substitute"}
"""Fields that name people: one, several, or in one command only."""
_NOT_ACTED = frozenset({"FoundOrganisation", "ImportCooperation", "PublishRulebook", "AwaitFile"})
"""What no scenario gives besides what the service does by itself: what concerns more than one file."""
_WHEN: TypeAdapter[str] = TypeAdapter(When)


Sheet = Callable[[Scenario], Mapping[str, Any]]
"""What the opening of the file says where a scenario does not."""


def read_scenario(content: bytes, sheet: Sheet) -> Script:
    """The scenario that the file means. Raises UnreadableFile."""
    document = read_yaml(content)
    if not isinstance(document.value, dict):
        fr = "un scénario a des champs : scenario, name, acts…"
        raise _wrong(document, (), fr, "a scenario has fields: scenario, name, acts…")
    head = {key: value for key, value in document.value.items() if key != "acts"}
    try:
        scenario = Scenario.model_validate(head, strict=False)
    except ValidationError as mistakes:
        raise _explained(document, (), mistakes.errors(include_url=False)[0], 0) from None
    return Script(scenario, tuple(_acts(document, sheet(scenario))))


def command_of(name: str, fields: Mapping[str, Any]) -> AnyCommand:
    """The command of an act, yet without its actor; people are named by alias. Raises ValidationError."""
    kind = str(fields.get("type"))
    one, several = _PEOPLE | {_PEOPLE_OF.get(kind)}, _SEVERAL
    written = {
        key: _person(value) if key in one else _people(value) if key in several else value
        for key, value in fields.items()
    }
    file = {"cooperation": FILE} if _is_about_it(kind, fields) else {}
    whole = {"command_id": f"rehearsal/{name}", "actor": SERVICE, **file, **written}
    return COMMANDS.validate_python(whole, strict=False)


def _is_about_it(kind: str, fields: Mapping[str, Any]) -> bool:
    """Whether a command names the cooperation, which no scenario does: there is only one."""
    model = COMMAND_TYPES.get(kind)
    if model is None or "cooperation" not in model.model_fields:
        return False
    return not (issubclass(model, KeptCommand) and fields.keys() & {"review", "funding"})


def _person(named: object) -> object:
    return person_of(named) if isinstance(named, str) else named


def _people(named: object) -> object:
    return [_person(one) for one in named] if isinstance(named, list | tuple) else named


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
            fr, en = f"`{key}` vient du scénario ; retirez-le", f"`{key}` comes from the scenario; remove it"
            raise _wrong(document, (*path, key), fr, en)
    kind = str(act.get("type"))
    by = act.get("by")
    if by is not None and not isinstance(by, str):
        raise _wrong(document, (*path, "by"), "`by` nomme une personne", "`by` names a person")
    model = COMMAND_TYPES.get(kind)
    if kind in _NOT_ACTED or (model and model.by_the_service == "only"):
        fr, en = f"{kind} ne se joue pas dans un scénario", f"{kind} cannot be part of a scenario"
        raise _wrong(document, (*path, "type"), fr, en)
    left_out = ("at",) if by is None else ("at", "by")
    fields = {key: value for key, value in act.items() if key not in left_out}
    try:
        command = command_of(f"act/{path[1]}", {**sheet, **fields} if kind == "OpenCooperation" else fields)
    except ValidationError as mistakes:
        raise _explained(document, path, mistakes.errors(include_url=False)[0], 1) from None
    return Act(_at(document, path, act), command, by)


def _at(document: Document, path: Path, act: Mapping[str, Any]) -> str:
    try:
        return _WHEN.validate_python(str(act.get("at", "")))
    except ValidationError:
        fr = "`at` dit quand : 2027-03-01, 2027-03-01T09:30:00+01:00, ou P9M après le début"
        en = "`at` says when: 2027-03-01, 2027-03-01T09:30:00+01:00, or P9M after the beginning"
        raise _wrong(document, (*path, "at"), fr, en) from None


def _explained(document: Document, path: Path, mistake: ErrorDetails, tags: int) -> UnreadableFile:
    """What is wrong, where; the first ``tags`` steps of the mistake's own path name the command."""
    within = mistake["loc"][tags:]
    named = ".".join(str(one) for one in within) or "type"
    fr, en = wanted(mistake)
    return _wrong(document, (*path, *(within or ("type",))), f"{named} : {fr}", f"{named}: {en}")


def _wrong(document: Document, path: Path, fr: str, en: str) -> UnreadableFile:
    return UnreadableFile(Text(fr, en), *document.place(path))
