"""Making commands of words, prompts and JSON, and sending them in."""

import asyncio
import json
import sys
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from application.commands.answer import Answer
from application.commands.parsing import read_command
from cli.giving.answers import Line, lines_of, send, write_answer
from cli.giving.help import show_commands
from cli.giving.key_names import Named, key_named, named_keys, takes_names
from cli.giving.prompts import ask
from cli.terminal.exit_codes import ExitCode, worst
from cli.terminal.output import tell
from cli.terminal.session import visiting
from domain.kernel.ids import FILE_KINDS, file_of
from language import Text, t
from queries.command_form import NOT_ASKED, Field, command_class, fields_of, put
from queries.outcomes import outcome_of
from queries.readable import readable
from queries.refused import Failure, FailureKind, invalid
from queries.visit import Visit, person_id_of, reached


async def from_content(content: bytes, person: str, organisation: str) -> ExitCode:
    """Send the commands of a JSON file in. What cannot be read is answered without asking the store."""
    lines = list(lines_of(content))
    unreadable = _unreadable(lines, person)
    if len(unreadable) == len(lines):
        return worst([write_answer(one) for one in unreadable])
    async with visiting(organisation, person, anybody=not person) as visit:
        return await send(visit, lines)


async def by_name(name: str, words: list[str], command_id: str, person: str, organisation: str) -> ExitCode:
    """Send one command in, made of ``--field value`` words; a person at a terminal is asked for the rest."""
    command = command_class(name)
    fields = fields_of(command)
    given = _given(fields, words)
    chosen_id = command_id or str(uuid4())
    async with visiting(organisation, person) as visit:
        missing = [field for field in fields if field.name not in (*given, *NOT_ASKED)]
        if missing and sys.stdin.isatty() and (not given or any(one.required for one in missing)):
            given |= await _asked(visit, command, missing, given)
        values: dict[str, Any] = {"type": command.__name__, "command_id": chosen_id}
        for field in fields:
            if field.name in given:
                put(values, field.name, await _in_place_of_names(visit, field, given))
        if not command_id and sys.stderr.isatty():
            tell(f"command_id {chosen_id}")
        return await send(visit, [Line(1, json.dumps(values))])


async def look_up(command_id: str, person: str, organisation: str) -> ExitCode:
    """Tell the stored outcome of a command, to those who may read what it is about; to others it is unknown."""
    async with visiting(organisation, person) as visit:
        async with reached():
            outcome = await outcome_of(visit, command_id)
        if outcome is None:
            raise Failure(
                FailureKind.INVALID,
                "unknown-command-id",
                Text(
                    f"aucune commande {command_id} n’est enregistrée", f"no command {command_id} is recorded"
                ),
                Text("Elle peut être répétée avec cet identifiant.", "It can be repeated with this id."),
            )
        async with reached():
            return write_answer(
                await visit.service.one_way_in.recall(visit.organisation, outcome, visit.person)
            )


def ask_for_name() -> str:
    """The command that a person wants to give."""
    if not sys.stdin.isatty():
        raise invalid(
            "no-command",
            Text("il manque le nom d’une commande, ou --file", "a command’s name is missing, or --file"),
            Text("`escale commands` les montre.", "`escale commands` shows them."),
        )
    show_commands(as_json=False)
    return input(t("commande> ", "command> ")).strip()


def _unreadable(lines: list[Line], person: str) -> list[Answer]:
    """What can be answered without the store; nothing as long as an address must be looked up there."""
    if "@" in person:
        return []
    read = [read_command(one.text, person or None, one.number) for one in lines]
    return [one for one in read if isinstance(one, Answer)]


def _given(fields: tuple[Field, ...], words: list[str]) -> dict[str, Any]:
    """The values of ``--field=value`` words. Raises Failure."""
    by_option = {field.option: field for field in fields}
    texts: dict[str, tuple[Field, list[str]]] = {}
    for word in words:
        option, equals, value = word.partition("=")
        field = _named(by_option, option.replace("_", "-"))
        if field is None:
            known = ", ".join(by_option)
            raise invalid(
                "unknown-field",
                Text(f"aucun champ {option}", f"no field {option}"),
                Text(f"Les champs : {known}.", f"The fields: {known}."),
            )
        if not equals:
            raise invalid(
                "field-without-value",
                Text(f"{option} n’a pas de valeur", f"{option} has no value"),
                Text(f"Écrivez {option} valeur.", f"Write {option} value."),
            )
        texts.setdefault(field.name, (field, []))[1].append(value)
    given: dict[str, Any] = {
        field.name: said[-1] if takes_names(field) else field.read(said) for field, said in texts.values()
    }
    return _joined(given, {field.name for field in fields})


def _named(by_option: dict[str, Field], option: str) -> Field | None:
    """The field of an option, or a part of one that holds values by key (``--answers.no-place``)."""
    whole, _, key = option.rpartition(".")
    if option in by_option or whole not in by_option:
        return by_option.get(option)
    return by_option[whole].part(key.replace("-", "_"))


def _joined(given: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """Parts by key put into their field, beside what was given of it as a whole."""
    joined = {name: value for name, value in given.items() if name in names}
    for name in given.keys() - names:
        whole, _, key = name.rpartition(".")
        kept = joined.setdefault(whole, {})
        if isinstance(kept, dict):
            kept[key] = given[name]
    return joined


async def _asked(
    visit: Visit, command: type[Any], missing: list[Field], given: Mapping[str, Any]
) -> dict[str, Any]:
    """What a person answers, by field; ``given``: what the command line said."""
    kinds = [one.name for one in missing if one.name in FILE_KINDS]
    async with reached():
        files = {kind: await _files(visit, kind) for kind in kinds}
    loop = asyncio.get_running_loop()

    def names(field: Field, answered: Mapping[str, Any]) -> Named:
        asked = _named_keys(visit, field, {**given, **answered})
        return asyncio.run_coroutine_threadsafe(asked, loop).result()

    return await asyncio.to_thread(ask, command, missing, files, names)


async def _named_keys(visit: Visit, field: Field, given: Mapping[str, Any]) -> Named:
    async with reached():
        return await named_keys(visit, field, given)


async def _files(visit: Visit, kind: str) -> list[str]:
    """The names of the files of a kind that the person may read, for completion."""
    streams = await visit.service.ledger.streams(visit.organisation, f"{kind}:")
    known = await readable(visit, [file_of(stream) or "" for stream in streams])
    return sorted(one.removeprefix(f"{kind}:") for one in known)


async def _in_place_of_names(visit: Visit, field: Field, given: Mapping[str, Any]) -> Any:
    """The value of a field with ids for the addresses of persons, and keys for the names that the file knows."""
    value = given[field.name]
    if field.person:
        texts = value if isinstance(value, list) else [value]
        ids = [await person_id_of(visit.service, visit.organisation, visit.people, one) for one in texts]
        return ids if isinstance(value, list) else ids[0]
    return (
        key_named(field, value, await _named_keys(visit, field, given)) if isinstance(value, str) else value
    )
