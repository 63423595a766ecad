"""Reading commands as clients send them: JSON into a frozen command, or an answer that says what is wrong."""

import json
from typing import Any

from pydantic import TypeAdapter, ValidationError

from application.commands.answer import Answer, Problem, RefusalAnswer
from application.plain_text import NotText, read_json
from domain.cooperations.commands.acts import ImportCooperation
from domain.kernel.refusal import refuse
from domain.kernel.text import Sentence
from domain.kernel.values import CommandId
from domain.registry.commands import COMMANDS, AnyCommand
from wording.problems import innermost, place_of, pointer_of, wanted
from wording.refusals import explain

LARGEST_COMMAND = 1_000_000
"""Bytes of JSON; an import may be ten times as large."""

_SHOWN = 5
_COMMAND_ID: TypeAdapter[str] = TypeAdapter(CommandId)
_OBJECT = ("Un objet JSON par commande (escale commands).", "One JSON object per command (escale commands).")


def read_command(text: str | bytes, actor: str | None, line: int = 1) -> AnyCommand | Answer:
    """The command that a JSON object stands for. ``actor`` fills in a missing actor; another one is invalid.

    ``line`` is that of a file at which the text begins.
    """
    if len(text) > 10 * LARGEST_COMMAND:
        return _invalid(None, f"{len(text)} octets", f"{len(text)} bytes", "10 Mo au plus", "at most 10 MB")
    try:
        fields = read_json(text)
    except NotText as mistake:
        at, column = mistake.line + line - 1, mistake.column
        fr = f"ligne {at}, colonne {column} : {mistake.what.fr}"
        return _invalid(None, fr, f"line {at}, column {column}: {mistake.what.en}", *_OBJECT)
    if not isinstance(fields, dict):
        return _invalid(
            None, f"ligne {line} : ce n’est pas un objet", f"line {line}: not an object", *_OBJECT
        )
    return _read_fields(fields, actor, len(text))


def _read_fields(fields: dict[str, Any], actor: str | None, size: int) -> AnyCommand | Answer:
    command_id = _id_in(fields)
    if actor is not None and fields.setdefault("actor", actor) != actor:
        return _invalid(command_id, "actor", "actor", f"actor : {actor}", f"actor: {actor}")
    try:
        command = COMMANDS.validate_json(json.dumps(fields))
    except ValidationError as mistakes:
        return _explained(command_id, mistakes)
    except (ValueError, RecursionError):
        return _invalid(command_id, "trop de niveaux", "too many levels", *_OBJECT)
    if size > LARGEST_COMMAND and not isinstance(command, ImportCooperation):
        return _invalid(command_id, f"{size} octets", f"{size} bytes", "1 Mo au plus", "at most 1 MB")
    return command


def _id_in(fields: dict[str, Any]) -> str | None:
    """The command's id, if it has one that can be repeated in an answer."""
    try:
        return _COMMAND_ID.validate_python(fields.get("command_id"))
    except ValidationError:
        return None


def _explained(command_id: str | None, mistakes: ValidationError) -> Answer:
    every = innermost(mistakes.errors(include_input=False, include_url=False))
    problems = every[:_SHOWN]
    where = ", ".join(place_of(one) for one in problems)
    french, english = zip(*(wanted(one) for one in problems), strict=True)
    places = [place_of(one) for one in problems]
    answer = _invalid(
        command_id,
        where,
        where,
        " ; ".join(f"{place} : {words}" for place, words in zip(places, french, strict=True)),
        "; ".join(f"{place}: {words}" for place, words in zip(places, english, strict=True)),
    )
    found = tuple(Problem(pointer=pointer_of(one), message=Sentence.of(wanted(one))) for one in every)
    return answer.model_copy(update={"problems": found})


def _invalid(command_id: str | None, fr: str, en: str, accepted_fr: str, accepted_en: str) -> Answer:
    french = explain(refuse("invalid", problems=fr, accepted=accepted_fr))
    english = explain(refuse("invalid", problems=en, accepted=accepted_en))
    return Answer(
        command_id=command_id,
        outcome="invalid",
        refusal=RefusalAnswer(
            code="invalid",
            message=Sentence(fr=french.message[0], en=english.message[1]),
            remedy=Sentence(fr=french.remedy[0], en=english.remedy[1]),
        ),
    )
