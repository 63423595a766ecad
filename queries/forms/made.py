"""The command that a form stands for: what was read, with short names made of titles, without what stays as it is.

What is made of a title is made unique among what is there. Sent once more under the same id, a form has the name that
it was given then: all names that it may have been given are tried, the latest first.
"""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from application.commands.answer import Answer
from application.commands.parsing import read_command
from domain.fundings.commands.payments import IssuePaymentFile
from domain.kernel.ids import cooperation_stream, funding_stream, payment_file_stream, review_stream
from domain.registry.commands import AnyCommand
from language import Text, text_of
from queries.forms.about import About
from queries.forms.derived import key_of, made_of, numbered, slug_of
from queries.forms.elsewhere import EVERYWHERE
from queries.forms.faults_of_request import faults_of_request
from queries.forms.names import pointed_at
from queries.forms.points import keys_of_usual_points
from queries.forms.present import without_what_stays
from queries.forms.reading import Read, read_posted
from queries.forms.shape import Shape, shapes_of
from queries.forms.widget import Widget
from queries.visit import reached
from wording.form_fields import made_words
from wording.form_mistakes import REQUIRED, TO_CHOOSE, expected

_MOST_NAMES = 50
_LONGEST_FILE_NAME = 30
_STREAMS = {
    "cooperation": cooperation_stream,
    "review": review_stream,
    "funding": funding_stream,
    "payment_file": payment_file_stream,
}
_CHOSEN = frozenset({Widget.ONE_OF, Widget.SEVERAL, Widget.YES_NO})


@dataclass(frozen=True)
class Made:
    """What a form stands for: the commands that it may mean, the one to try first; or what is wrong with it."""

    commands: Sequence[AnyCommand] = ()
    mistakes: Mapping[str, Text] = field(default_factory=dict)


async def command_of(known: About, command_id: str, seen: int | None = None) -> Made:
    """The command of a form. ``seen``: the last entry that whoever fills it in has seen of its subject."""
    shapes = shapes_of(known.command)
    read = read_posted(shapes, known.texts)
    _say_everywhere(known, read)
    _name_rows(shapes, read.values)
    values = without_what_stays(known, dict(keys_of_usual_points(known, read.values)))
    values |= {"type": known.command.__name__, "command_id": command_id}
    if seen is not None and "seen" in known.command.model_fields:
        values["seen"] = seen
    derived = next((one for one in shapes if one.widget is Widget.DERIVED and one.name not in values), None)
    names = [one async for one in _names(known, derived, values)] if derived else []
    tried = [values | {derived.name: one} for one in reversed(names)] if derived and names else [values]
    answers = [read_command(json.dumps(one), known.visit.person) for one in tried]
    mistakes: Mapping[str, Text] = {**_mistakes(known, shapes, answers[0]), **read.mistakes}
    commands = [one for one in answers if not isinstance(one, Answer)]
    mistakes = mistakes or faults_of_request(known, commands[0])
    return Made(mistakes=mistakes) if mistakes else Made(commands)


def _say_everywhere(known: About, read: Read) -> None:
    """All regions are chosen by name: an empty field grants nothing."""
    if known.command.__name__ != "GrantRole":
        return
    if "region" not in read.values:
        read.mistakes["region"] = TO_CHOOSE
    elif read.values["region"] == EVERYWHERE:
        del read.values["region"]


def _name_rows(shapes: Sequence[Shape], values: dict[str, Any]) -> None:
    """Short names and keys of things in lists, unique among them."""
    for one in shapes:
        if one.widget is Widget.GROUP:
            _name_rows(one.parts, values.get(one.own_name) or {})
        for part in one.parts if one.widget is Widget.ROWS else ():
            if part.widget is Widget.DERIVED:
                _name_each(part, values.get(one.own_name) or [])


def _name_each(shape: Shape, rows: Sequence[dict[str, Any]]) -> None:
    title = made_of(shape.command, shape.name) or ""
    keys = "_" in shape.schema.get("pattern", "")
    taken = {row[shape.own_name] for row in rows if shape.own_name in row}
    for row in rows:
        base = (key_of if keys else slug_of)(str(row.get(title, "")))
        if shape.own_name in row or not base:
            continue
        row[shape.own_name] = next(
            one for one in numbered(base, joined="_" if keys else "-") if one not in taken
        )
        taken.add(row[shape.own_name])


async def _names(known: About, shape: Shape, values: Mapping[str, Any]) -> AsyncIterator[str]:
    """The names that are taken already, and the first that is free."""
    longest = _LONGEST_FILE_NAME if known.command is IssuePaymentFile else 60
    base = slug_of(_title(shape, values), longest)
    if not base:
        return
    for one in islice(numbered(base, longest=longest), _MOST_NAMES):
        yield one
        if not await _is_taken(known, shape.name, one):
            return


def _title(shape: Shape, values: Mapping[str, Any]) -> str:
    source = made_of(shape.command, shape.name)
    if source:
        return str(values.get(source, ""))
    request = values.get("request") or {}
    of = str(values.get("question") or request.get("instrument") or values.get("execute_on") or "")
    subject = str(values.get("cooperation") or "")
    return made_words(shape.name, of, subject)


async def _is_taken(known: About, name: str, candidate: str) -> bool:
    file, funding = known.cooperation, known.funding
    match name:
        case "stakeholder":
            return file is not None and candidate in file.stakeholders
        case "experiment":
            return file is not None and candidate in file.experiments
        case "amendment":
            return funding is not None and candidate in funding.amendments
        case "contribution":
            return funding is not None and candidate in funding.contributions
    stream = _STREAMS[name](candidate)
    async with reached():
        return stream in await known.visit.service.ledger.streams(known.visit.organisation, stream)


def _mistakes(known: About, shapes: Sequence[Shape], answer: AnyCommand | Answer) -> dict[str, Text]:
    """What the model finds wrong, at the names of the form: where nothing is written, that something is to be."""
    if not isinstance(answer, Answer):
        return {}
    if not answer.problems and answer.refusal:
        return {"": text_of(answer.refusal.message)}
    widgets = {one.name: one.widget for one in _every(shapes)}
    found: dict[str, Text] = {}
    for one in answer.problems:
        name = pointed_at(one.pointer)
        widget = widgets.get(_without_numbers(name))
        if known.one(name) or widget in (None, Widget.ROWS):
            found[name] = expected(text_of(one.message))
        else:
            found[name] = TO_CHOOSE if widget in _CHOSEN else REQUIRED
    return found


def _every(shapes: Sequence[Shape]) -> Sequence[Shape]:
    return [each for one in shapes for each in (one, *_every(one.parts))]


def _without_numbers(name: str) -> str:
    return "".join(one for one in name if not one.isdigit()) if "[" in name else name
